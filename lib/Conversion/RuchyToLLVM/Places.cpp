//===- Places.cpp - Changing nested containers ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

namespace {

/// The array that the last index of a path goes into.
struct Innermost {
  Value root;
  Value array;
  Type element;
};

} // namespace

/// Makes every level on the path unique, from the root on: a shared array has
/// owners who are not to see the change.
static Innermost makePathUnique(Emitter &e, Value container, ArrayType type,
                                ValueRange path, bool isUnique) {
  Value root = isUnique ? container : e.call("rt_array_make_unique", container);
  Value array = root;
  Type element = type.getElementType();
  for (Value position : path.drop_back()) {
    array = e.call("rt_array_unique_at", {array, position});
    element = cast<ArrayType>(element).getElementType();
  }
  return {root, array, element};
}

namespace {

struct LowerPlacePut : RuchyPattern<PlacePutOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(PlacePutOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    auto [root, array, element] =
        makePathUnique(e, adaptor.getContainer(), op.getContainer().getType(),
                       adaptor.getPath(), op.getUnique());
    Value position = adaptor.getPath().back();
    Value old;
    if (isHeapType(element))
      old = e.loadSlot(array, position, element);
    e.storeSlot(adaptor.getValue(), array, position, element);
    if (old)
      e.drop(old, element);
    return replace(op, rewriter, root);
  }
};

struct LowerPlaceTake : RuchyPattern<PlaceTakeOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(PlaceTakeOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    if (adaptor.getPath().empty())
      return failure();
    auto [root, array, element] =
        makePathUnique(e, adaptor.getContainer(), op.getContainer().getType(),
                       adaptor.getPath(), /*isUnique=*/false);
    Value position = adaptor.getPath().back();
    Value taken = e.loadSlot(array, position, element);
    if (isHeapType(element))
      e.storeSlot(isa<AnyType>(element) ? e.nil() : e.null(), array, position,
                  element);
    return replaceAll(op, rewriter, {root, taken}, {});
  }
};

struct LowerArrayUnique : RuchyPattern<ArrayUniqueOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ArrayUniqueOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    return replace(op, rewriter,
                   e.call("rt_array_make_unique", adaptor.getArray()));
  }
};

/// Containers whose type is known at run time only.
struct LowerPlaceSet : RuchyPattern<PlaceSetOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(PlaceSetOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    if (!isa<AnyType>(op.getResult().getType()))
      return failure();
    Emitter e = emitter(op, rewriter);
    Value root =
        e.boxOwned(adaptor.getContainer(), op.getContainer().getType());
    Value value = e.boxOwned(adaptor.getValue(), op.getValue().getType());
    Value path = e.boxIntoArray(adaptor.getPath(), op.getPath().getTypes());
    Value count = e.i64(adaptor.getPath().size());
    Checked set = e.callFallible("rt_any_place_set", root.getType(),
                                 {e.payload(root), e.tagOf(root), path, count,
                                  e.payload(value), e.tagOf(value)});
    e.dropTemporaries();
    // On failure the container has no owner any more.
    Value failed = e.compare(LLVM::ICmpPredicate::ne, set.status, e.null());
    e.drop(e.select(failed, set.value, e.nil()), op.getResult().getType());
    return replace(op, rewriter, set);
  }
};

} // namespace

void lowering::addPlacePatterns(const LLVMTypeConverter &converter,
                                RewritePatternSet &patterns,
                                ModuleLowering &module) {
  patterns.add<LowerArrayUnique, LowerPlacePut, LowerPlaceTake, LowerPlaceSet>(
      converter, module);
}
