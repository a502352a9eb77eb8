//===- DynamicOps.cpp - Operations left to the runtime ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Analysis/DynamicOps.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"

using namespace mlir;
using namespace ruchy;

static bool isAny(Type type) { return isa<AnyType>(type); }

/// Operations that only move a dynamic value, or look at its tag in line.
static bool handlesAnyInline(Operation *op) {
  return isa<CallOp, ReturnOp, CoerceOp, TruthyOp, IsNilOp, CheckSetOp,
             GlobalGetOp, GlobalSetOp, GlobalTakeOp, ArrayNewOp, ArrayPushOp,
             ArrayRepeatOp, ArrayAtOp, PlacePutOp, PlaceTakeOp, RaiseOp, DupOp,
             DropOp, ConstantOp, PoisonOp>(op);
}

/// Whether the row of the builtin table says that its code dispatches.
static bool isDynamicRow(const BuiltinInfo *info) {
  return !info || info->isDynamic();
}

bool ruchy::isDynamicOp(Operation *op) {
  if (!isa_and_nonnull<RuchyDialect>(op->getDialect()) || handlesAnyInline(op))
    return false;
  if (llvm::any_of(op->getOperandTypes(), isAny))
    return true;
  SmallVector<Type> types(op->getOperandTypes());
  if (auto call = dyn_cast<BuiltinOp>(op))
    return isDynamicRow(lookupFunction(call.getName(), types));
  if (auto call = dyn_cast<MethodOp>(op))
    return isDynamicRow(
        lookupMethod(call.getName(), types[0], ArrayRef(types).drop_front()));
  if (auto call = dyn_cast<MutatingMethodOp>(op))
    return isDynamicRow(
        lookupMethod(call.getName(), types[0], ArrayRef(types).drop_front()));
  // Elements of arrays with mixed content are any by right.
  if (isa<IndexOp, IterValueOp, RangeOp>(op))
    return isAny(op->getResult(0).getType()) &&
           !isa<ArrayType>(op->getOperand(0).getType());
  return llvm::any_of(op->getResultTypes(), isAny);
}

SmallVector<Operation *> ruchy::findDynamicOps(ModuleOp module) {
  SmallVector<Operation *> found;
  module.walk([&](Operation *op) {
    if (isDynamicOp(op))
      found.push_back(op);
  });
  return found;
}

void ruchy::printDynamicOpsReport(ModuleOp module, raw_ostream &os) {
  SmallVector<Operation *> found = findDynamicOps(module);
  os << found.size() << "\n";
  for (Operation *op : found) {
    if (auto loc = op->getLoc()->findInstanceOf<FileLineColLoc>())
      os << loc.getFilename().getValue() << ':' << loc.getLine() << ':'
         << loc.getColumn() << ": ";
    os << "in " << op->getParentOfType<FuncOp>().getSymName() << ": "
       << op->getName().stripDialect() << " (";
    llvm::interleaveComma(op->getOperandTypes(), os);
    os << ") -> (";
    llvm::interleaveComma(op->getResultTypes(), os);
    os << ")\n";
  }
}
