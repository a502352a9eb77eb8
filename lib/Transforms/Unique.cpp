//===- Unique.cpp - Uniqueness tests out of loops ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/Analysis/CFGLoopInfo.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/IR/Dominance.h"
#include "llvm/ADT/SetVector.h"

namespace ruchy {
#define GEN_PASS_DEF_RUCHYUNIQUE
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace ruchy;

/// Operations that only look at an array, and keep nothing of it but elements.
static bool onlyReads(Operation *op) {
  return isa<ArrayAtOp, ArrayBoundsOp, EqOp, ErrorIndexOp, FormatOp, IterNextOp,
             IterStartOp, IterValueOp, LenOp, NeOp, PrintOp, ToStringOp>(op);
}

/// The array that the operation gives back for the one it takes at `operand`;
/// null if it does something else with it.
static Value getChangedArray(OpOperand &operand) {
  Operation *op = operand.getOwner();
  if (operand.getOperandNumber() != 0 ||
      !isa<PlacePutOp, PlaceTakeOp, ArrayPushOp>(op))
    return {};
  return op->getResult(0);
}

namespace {

/// All values that an array carried by a loop takes in the loop.
class CarriedArray {
public:
  CarriedArray(BlockArgument argument, CFGLoop *loop) : loop(loop) {
    values.insert(argument);
  }

  /// Follows the array through the loop. False if something may come to share
  /// it there.
  bool follow() {
    for (unsigned i = 0; i < values.size(); ++i)
      for (OpOperand &use : values[i].getUses())
        if (!followUse(use))
          return false;
    return llvm::all_of(values, [&](Value value) { return isClosed(value); });
  }

  /// Marks the stores that need no test. Returns their number.
  unsigned markStores() {
    unsigned count = 0;
    for (Value value : values)
      for (Operation *user : value.getUsers())
        if (auto put = dyn_cast<PlacePutOp>(user);
            put && put.getContainer() == value) {
          put.setUnique(true);
          ++count;
        }
    return count;
  }

  bool contains(Value value) const { return values.contains(value); }
  bool hasStores() const {
    return llvm::any_of(values, [](Value value) {
      return llvm::any_of(value.getUsers(), llvm::IsaPred<PlacePutOp>);
    });
  }

private:
  bool followUse(OpOperand &use) {
    Operation *op = use.getOwner();
    if (!loop->contains(op->getBlock()) || isa<DropOp>(op) || onlyReads(op))
      return true;
    if (Value changed = getChangedArray(use)) {
      values.insert(changed);
      return true;
    }
    auto branch = dyn_cast<BranchOpInterface>(op);
    if (!branch)
      return false;
    auto argument = branch.getSuccessorBlockArgument(use.getOperandNumber());
    if (!argument)
      return false;
    if (loop->contains(argument->getOwner()))
      values.insert(*argument);
    return true;
  }

  /// Whether a block argument gets nothing else from within the loop.
  bool isClosed(Value value) const {
    auto argument = dyn_cast<BlockArgument>(value);
    if (!argument)
      return true;
    Block *block = argument.getOwner();
    for (auto it = block->pred_begin(); it != block->pred_end(); ++it) {
      if (!loop->contains(*it))
        continue;
      auto branch = cast<BranchOpInterface>((*it)->getTerminator());
      SuccessorOperands operands =
          branch.getSuccessorOperands(it.getSuccessorIndex());
      if (!values.contains(operands[argument.getArgNumber()]))
        return false;
    }
    return true;
  }

  CFGLoop *loop;
  llvm::SetVector<Value> values;
};

struct Unique : ruchy::impl::RuchyUniqueBase<Unique> {
  void runOnOperation() override {
    FuncOp func = getOperation();
    if (func.isExternal() || func.getBody().hasOneBlock())
      return;
    DominanceInfo dominance(func);
    CFGLoopInfo loops(dominance.getDomTree(&func.getBody()));
    SmallVector<BlockArgument> hoisted;
    DenseSet<Value> done;
    // Outer loops first: what is unique there is so in the inner ones.
    for (CFGLoop *loop : loops.getLoopsInPreorder())
      for (BlockArgument argument : loop->getHeader()->getArguments()) {
        if (!isa<ArrayType>(argument.getType()) || done.contains(argument))
          continue;
        CarriedArray array(argument, loop);
        if (!array.follow() || !array.hasStores())
          continue;
        numStores += array.markStores();
        for (CFGLoop *inner : loop->getLoopsInPreorder())
          for (BlockArgument carried : inner->getHeader()->getArguments())
            if (array.contains(carried))
              done.insert(carried);
        // A loop that swaps arrays carries them in turn.
        for (BlockArgument entered : loop->getHeader()->getArguments())
          if (array.contains(entered))
            makeUniqueBefore(entered, loop);
        ++numHoisted;
      }
  }

  /// Makes the array unique on every edge that enters the loop.
  void makeUniqueBefore(BlockArgument argument, CFGLoop *loop) {
    Block *header = argument.getOwner();
    SmallVector<std::pair<Operation *, unsigned>> edges;
    for (auto it = header->pred_begin(); it != header->pred_end(); ++it)
      if (!loop->contains(*it))
        edges.push_back({(*it)->getTerminator(), it.getSuccessorIndex()});
    for (auto [terminator, index] : edges) {
      if (terminator->getNumSuccessors() != 1) {
        terminator = splitEdge(terminator, index);
        index = 0;
      }
      OpBuilder builder(terminator);
      MutableOperandRange operands = cast<BranchOpInterface>(terminator)
                                         .getSuccessorOperands(index)
                                         .getMutableForwardedOperands();
      OpOperand &passed = operands[argument.getArgNumber()];
      passed.set(ArrayUniqueOp::create(builder, terminator->getLoc(),
                                       argument.getType(), passed.get()));
    }
  }

  /// Puts a block on an edge and returns its branch.
  Operation *splitEdge(Operation *terminator, unsigned index) {
    Block *target = terminator->getSuccessor(index);
    MutableOperandRange operands = cast<BranchOpInterface>(terminator)
                                       .getSuccessorOperands(index)
                                       .getMutableForwardedOperands();
    SmallVector<Value> passed;
    for (OpOperand &operand : operands)
      passed.push_back(operand.get());
    operands.clear();
    OpBuilder builder(&getContext());
    Block *middle = builder.createBlock(target);
    terminator->setSuccessor(middle, index);
    return cf::BranchOp::create(builder, terminator->getLoc(), target, passed);
  }
};

} // namespace
