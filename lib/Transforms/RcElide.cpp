//===- RcElide.cpp - Remove reference counting that cancels out -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RcOwnership.h"
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"

namespace ruchy {
#define GEN_PASS_DEF_RUCHYRCELIDE
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace ruchy;
using namespace ruchy::rc;

/// How many operations behind a dup are searched for its drop.
static constexpr unsigned kWindow = 64;

static FuncOp lookupCallee(CallOp call) {
  return SymbolTable::lookupNearestSymbolFrom<FuncOp>(call,
                                                      call.getCalleeAttr());
}

/// Whether the operand is taken for good. Results that keep the identity of
/// their operand own it where anything consumes them.
static bool isTaken(OpOperand &operand) {
  Operation *op = operand.getOwner();
  if (keepsIdentity(op))
    return llvm::any_of(op->getResult(0).getUses(), isTaken);
  return getDirectUse(operand, lookupCallee) == Use::Consume;
}

/// The value and everything that it is a view of.
static SmallVector<Value, 4> getOrigins(Value value) {
  SmallVector<Value, 4> origins{value};
  for (unsigned i = 0; i != origins.size(); ++i)
    llvm::append_range(origins, getViewBases(origins[i]));
  return origins;
}

/// The drop that the dup cancels out with: the first operation behind it that
/// takes the copy or the original, if it is a drop. Where the copy goes, the
/// original has to outlive it.
static DropOp findDrop(DupOp dup) {
  SmallVector<Value, 4> origins = getOrigins(dup.getValue());
  Operation *op = dup->getNextNode();
  for (unsigned i = 0; op && i != kWindow; ++i, op = op->getNextNode())
    for (OpOperand &operand : op->getOpOperands()) {
      bool watched = operand.get() == dup.getResult() ||
                     llvm::is_contained(origins, operand.get());
      if (!watched || !isTaken(operand))
        continue;
      auto drop = dyn_cast<DropOp>(op);
      bool cancels = drop && (drop.getValue() == dup.getResult() ||
                              drop.getValue() == dup.getValue());
      return cancels ? drop : DropOp();
    }
  return {};
}

namespace {
struct RcElide : ruchy::impl::RuchyRcElideBase<RcElide> {
  void runOnOperation() override {
    SmallVector<DupOp> dups;
    getOperation().walk([&](DupOp dup) { dups.push_back(dup); });
    for (DupOp dup : dups)
      if (!removeUnused(dup))
        removePair(dup);
  }

private:
  /// A copy that is only dropped, on however many paths.
  bool removeUnused(DupOp dup) {
    if (!llvm::all_of(dup->getUsers(), llvm::IsaPred<DropOp>))
      return false;
    for (Operation *drop : llvm::make_early_inc_range(dup->getUsers()))
      drop->erase();
    dup.erase();
    ++numElided;
    return true;
  }

  void removePair(DupOp dup) {
    DropOp drop = findDrop(dup);
    if (!drop)
      return;
    drop.erase();
    dup.getResult().replaceAllUsesWith(dup.getValue());
    dup.erase();
    ++numElided;
  }
};
} // namespace
