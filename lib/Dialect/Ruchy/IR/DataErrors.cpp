//===- DataErrors.cpp - Error tests of containers and places ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace ruchy;

/// Tests `index` against `array`; gives the normalised position.
static Value expandBounds(Location loc, Value array, Value index,
                          ErrorExpansion &expansion) {
  OpBuilder &b = expansion.getBuilder();
  auto bounds = ArrayBoundsOp::create(b, loc, b.getI64Type(), b.getI1Type(),
                                      array, index);
  expansion.failIf(bounds.getOutOfBounds(), [&](OpBuilder &b) -> Value {
    return ErrorIndexOp::create(b, loc, index, array);
  });
  return bounds.getPosition();
}

bool IndexOp::expandErrors(ErrorExpansion &expansion) {
  auto array = dyn_cast<ArrayType>(getContainer().getType());
  if (!array || !getIndex().getType().isInteger(64))
    return false;
  Value position =
      expandBounds(getLoc(), getContainer(), getIndex(), expansion);
  OpBuilder &b = expansion.getBuilder();
  Value element =
      isa<NeverType>(array.getElementType())
          ? PoisonOp::create(b, getLoc(), getResult().getType()).getResult()
          : ArrayAtOp::create(b, getLoc(), array.getElementType(),
                              getContainer(), position)
                .getResult();
  getResult().replaceAllUsesWith(element);
  erase();
  return true;
}

/// The location of one step of a path: paths of several steps carry one
/// location per step, fused.
static Location getStepLoc(Location loc, unsigned depth) {
  auto fused = dyn_cast<FusedLoc>(loc);
  if (fused && depth < fused.getLocations().size())
    return fused.getLocations()[depth];
  return loc;
}

/// Where the method of a nested place stands: behind the steps.
static Location getMethodLoc(PlaceMethodOp op) {
  return getStepLoc(op.getLoc(), op.getPath().size());
}

/// Tests a path level by level and gives the normalised positions.
static SmallVector<Value> expandPath(Location loc, Value container,
                                     ValueRange path,
                                     ErrorExpansion &expansion) {
  SmallVector<Value> positions;
  for (auto [depth, index] : llvm::enumerate(path)) {
    positions.push_back(
        expandBounds(getStepLoc(loc, depth), container, index, expansion));
    auto array = cast<ArrayType>(container.getType());
    if (depth + 1 < path.size())
      container =
          ArrayAtOp::create(expansion.getBuilder(), loc, array.getElementType(),
                            container, positions.back());
  }
  return positions;
}

bool PlaceSetOp::expandErrors(ErrorExpansion &expansion) {
  if (!isArrayPath())
    return false;
  expansion.setResultOnError(0, getContainer());
  SmallVector<Value> positions =
      expandPath(getLoc(), getContainer(), getPath(), expansion);
  auto put = PlacePutOp::create(expansion.getBuilder(), getLoc(),
                                getResult().getType(), getContainer(),
                                positions, getValue(), /*unique=*/false);
  getResult().replaceAllUsesWith(put.getResult());
  erase();
  return true;
}

//===----------------------------------------------------------------------===//
// place.method
//===----------------------------------------------------------------------===//

bool PlaceMethodOp::expandErrors(ErrorExpansion &expansion) {
  if (!isArrayPath())
    return false;
  OpBuilder &b = expansion.getBuilder();
  Location loc = getLoc();
  expansion.setResultOnError(1, getContainer());
  SmallVector<Value> positions =
      expandPath(loc, getContainer(), getPath(), expansion);
  Type inner = getContainer().getType();
  for (size_t i = 0; i < positions.size(); ++i)
    inner = cast<ArrayType>(inner).getElementType();
  auto take =
      PlaceTakeOp::create(b, loc, TypeRange{getContainer().getType(), inner},
                          getContainer(), positions);
  auto call = MutatingMethodOp::create(
      b, getMethodLoc(*this), TypeRange{getResult().getType(), inner},
      getMethodAttr(), take.getTaken(), getArgs());
  if (call.mayError()) {
    // The place is filled again before the error leaves the function.
    auto checking = MutatingMethodOp::create(
        b, getMethodLoc(*this),
        TypeRange{getResult().getType(), inner, ErrorType::get(getContext())},
        getMethodAttr(), take.getTaken(), getArgs());
    call.erase();
    call = checking;
  }
  auto put = PlacePutOp::create(b, loc, getContainer().getType(),
                                take.getResult(), positions, call.getUpdated(),
                                /*unique=*/false);
  expansion.setResultOnError(1, put.getResult());
  if (Value status = call.getError())
    expansion.failIfError(status);
  getResult().replaceAllUsesWith(call.getResult());
  getUpdated().replaceAllUsesWith(put.getResult());
  erase();
  return true;
}
