//===- BodyGen.cpp - Building blocks of function bodies ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BodyGen.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

BodyGen::BodyGen(ModuleGen &module, FuncOp func, const FunctionInfo *info)
    : gen(module), func(func), info(info), b(&module.context),
      any(AnyType::get(&module.context)), i1(b.getI1Type()),
      i64(b.getI64Type()), str(StrType::get(&module.context)) {
  b.setInsertionPointToEnd(&func.getBody().front());
}

//===----------------------------------------------------------------------===//
// Constants and slots
//===----------------------------------------------------------------------===//

Value BodyGen::makeNil(Location loc) {
  auto type = NilType::get(b.getContext());
  return ConstantOp::create(b, loc, NilAttr::get(b.getContext(), type));
}

Value BodyGen::makeInt(Location loc, int64_t value) {
  return ConstantOp::create(b, loc, TypedAttr(b.getI64IntegerAttr(value)));
}

Value BodyGen::makeBool(Location loc, bool value) {
  return ConstantOp::create(b, loc,
                            TypedAttr(b.getIntegerAttr(i1, value ? 1 : 0)));
}

Value BodyGen::makeFloat(Location loc, double value) {
  return ConstantOp::create(b, loc, TypedAttr(b.getF64FloatAttr(value)));
}

Value BodyGen::makeText(Location loc, StringRef text) {
  return ConstantOp::create(b, loc, TypedAttr(StringAttr::get(text, str)));
}

Value BodyGen::makeSlot(StringRef name, Location loc) {
  OpBuilder::InsertionGuard guard(b);
  if (lastSlot)
    b.setInsertionPointAfter(lastSlot);
  else
    b.setInsertionPointToStart(&func.getBody().front());
  auto slot = SlotOp::create(b, loc, SlotType::get(b.getContext(), any), name);
  lastSlot = slot;
  return slot;
}

mlir::DenseBoolArrayAttr Place::getFields(Builder &b) const {
  SmallVector<bool> fields;
  for (StringRef name : names)
    fields.push_back(!name.empty());
  if (!llvm::is_contained(fields, true))
    return {};
  return b.getDenseBoolArrayAttr(fields);
}

Value BodyGen::load(Location loc, Value slot) {
  return LoadOp::create(b, loc, any, slot);
}

void BodyGen::store(Location loc, Value value, Value slot) {
  StoreOp::create(b, loc, value, slot);
}

Value BodyGen::raise(Location loc, StringRef kind, StringRef text,
                     Value message) {
  return RaiseOp::create(b, loc, any, kind, text, message);
}

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

void BodyGen::startBlock(Block *block) {
  func.getBody().push_back(block);
  b.setInsertionPointToEnd(block);
}

/// What follows a jump is translated into a block that nothing reaches; all
/// of these are removed in the end.
void BodyGen::startDeadBlock() { startBlock(new Block); }

void BodyGen::branch(Location loc, Block *target) {
  cf::BranchOp::create(b, loc, target);
}

void BodyGen::branchIf(Location loc, Value condition, Block *then,
                       Block *otherwise) {
  cf::CondBranchOp::create(b, loc, condition, then, otherwise);
}

Value BodyGen::truthy(Location loc, Value value) {
  if (value.getType() == i1)
    return value;
  return TruthyOp::create(b, loc, i1, value);
}

/// Closes the block that is left open after the last return, then removes
/// what cannot be reached.
void BodyGen::finish() {
  UnreachableOp::create(b, func.getLoc());
  IRRewriter rewriter(b.getContext());
  (void)eraseUnreachableBlocks(rewriter, func->getRegions());
  // Most statements give a nil that nobody wants.
  func.walk([](ConstantOp constant) {
    if (constant->use_empty())
      constant.erase();
  });
}
