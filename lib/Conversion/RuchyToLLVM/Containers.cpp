//===- Containers.cpp - index, slice, len and in ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

/// Arguments of a slice by two bounds.
static SmallVector<Value> getSliceArgs(Emitter &e, Value container, Value low,
                                       Type lowType, Value high, Type highType,
                                       Value inclusive) {
  SmallVector<Value> args{container};
  e.pushBoxed(low, lowType, args);
  e.pushBoxed(high, highType, args);
  args.push_back(inclusive);
  return args;
}

namespace {

struct LowerIndex : RuchyPattern<IndexOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(IndexOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type container = op.getContainer().getType();
    Type index = op.getIndex().getType();
    Type result = op.getResult().getType();
    if (isa<AnyType>(result)) {
      SmallVector<Value> args;
      e.pushBoxed(adaptor.getContainer(), container, args);
      e.pushBoxed(adaptor.getIndex(), index, args);
      Checked element = e.callFallible("rt_any_index", e.convert(result), args);
      e.dropTemporaries();
      return replace(op, rewriter, element);
    }
    if (isa<RangeType>(index))
      return replace(op, rewriter,
                     sliceByRange(e, container, adaptor.getContainer(),
                                  adaptor.getIndex()));
    if (!isa<StrType>(container))
      return failure();
    return replace(
        op, rewriter,
        e.callFallible("rt_string_index", e.ptrType(),
                       {adaptor.getContainer(), adaptor.getIndex()}));
  }

  Checked sliceByRange(Emitter &e, Type type, Value container,
                       Value range) const {
    Type bound = e.i64Type();
    return e.callFallible(
        isa<StrType>(type) ? "rt_string_slice" : "rt_array_slice", e.ptrType(),
        getSliceArgs(e, container, e.rangeField(range, 0), bound,
                     e.rangeField(range, 1), bound,
                     e.extendBool(e.rangeField(range, 2))));
  }
};

struct LowerSlice : RuchyPattern<SliceOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(SliceOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type container = op.getContainer().getType();
    SmallVector<Value> args = getSliceArgs(
        e, adaptor.getContainer(), adaptor.getLow(), op.getLow().getType(),
        adaptor.getHigh(), op.getHigh().getType(), e.i64(op.getInclusive()));
    StringRef function = isa<StrType>(container)     ? "rt_string_slice"
                         : isa<ArrayType>(container) ? "rt_array_slice"
                                                     : "rt_any_slice";
    if (!isa<StrType, ArrayType>(container)) {
      SmallVector<Value> boxed;
      e.pushBoxed(adaptor.getContainer(), container, boxed);
      boxed.append(args.begin() + 1, args.end());
      args = boxed;
    }
    Checked part =
        e.callFallible(function, e.convert(op.getResult().getType()), args);
    e.dropTemporaries();
    return replace(op, rewriter, part);
  }
};

struct LowerLen : RuchyPattern<LenOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(LenOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = op.getContainer().getType();
    if (isa<StrType, ArrayType>(type))
      return replace(op, rewriter, e.length(adaptor.getContainer()));
    SmallVector<Value> args;
    e.pushBoxed(adaptor.getContainer(), type, args);
    // The error of a method names it.
    auto method = op->getAttrOfType<StringAttr>("method");
    Value site = e.site("RuntimeError", method ? method.getValue() : "");
    Checked length = e.callFallible("rt_any_len", e.i64Type(), args, site);
    e.dropTemporaries();
    return replace(op, rewriter, length);
  }
};

struct LowerIn : RuchyPattern<InOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(InOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type element = op.getElement().getType();
    Type container = op.getContainer().getType();
    if (isa<StrType>(container) && isa<StrType>(element))
      return replace(op, rewriter,
                     e.call("rt_string_contains",
                            {adaptor.getContainer(), adaptor.getElement()}));
    if (isa<RangeType>(container) && element.isInteger(64))
      return replace(
          op, rewriter,
          isInRange(e, adaptor.getElement(), adaptor.getContainer()));
    SmallVector<Value> args;
    if (isa<ArrayType>(container)) {
      args.push_back(adaptor.getContainer());
      e.pushBoxed(adaptor.getElement(), element, args);
      Value found = e.call("rt_array_contains", args);
      e.dropTemporaries();
      return replace(op, rewriter, found);
    }
    e.pushBoxed(adaptor.getElement(), element, args);
    e.pushBoxed(adaptor.getContainer(), container, args);
    Checked found = e.callFallible("rt_any_in", e.i64Type(), args);
    e.dropTemporaries();
    return replace(op, rewriter,
                   LLVM::TruncOp::create(rewriter, op.getLoc(),
                                         rewriter.getI1Type(), found.value),
                   found.status);
  }

  Value isInRange(Emitter &e, Value value, Value range) const {
    using P = LLVM::ICmpPredicate;
    Value end = e.rangeField(range, 1);
    Value above = e.compare(P::sle, e.rangeField(range, 0), value);
    Value below =
        e.select(e.rangeField(range, 2), e.compare(P::sle, value, end),
                 e.compare(P::slt, value, end));
    return LLVM::AndOp::create(e.b, e.loc, above, below);
  }
};

} // namespace

void lowering::addContainerPatterns(const LLVMTypeConverter &converter,
                                    RewritePatternSet &patterns,
                                    ModuleLowering &module) {
  patterns.add<LowerIndex, LowerSlice, LowerLen, LowerIn>(converter, module);
}
