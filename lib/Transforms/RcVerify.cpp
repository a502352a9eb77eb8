//===- RcVerify.cpp - Check that reference counts are balanced --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The owners that exist at the start of a block must be exactly those that it
// or its successors use: one that exists without being used again is a leak,
// one that is used without existing was consumed before. So each block is
// checked by itself, and no fixpoint is needed.
//
//===----------------------------------------------------------------------===//

#include "RcOwnership.h"
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/PostOrderIterator.h"

namespace ruchy {
#define GEN_PASS_DEF_RUCHYRCVERIFY
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace ruchy;
using namespace ruchy::rc;

namespace {

class FunctionVerifier {
public:
  FunctionVerifier(FuncOp func, const Callees &callees)
      : func(func), ownership(func, callees), dominance(func) {
    ownership.readCounted();
    liveIns = ownership.computeLiveOwners();
  }

  bool run() {
    llvm::ReversePostOrderTraversal<Block *> order(&func.getBody().front());
    for (Block *block : order)
      verifyBlock(block);
    return !failed;
  }

private:
  using State = DenseSet<unsigned>;

  void report(Operation *op, unsigned number, const Twine &message) {
    failed = true;
    InFlightDiagnostic diagnostic = op->emitOpError(message);
    diagnostic.attachNote(ownership.getValue(number).getLoc())
        << "the value is defined here";
  }

  void verifyBlock(Block *block);
  void verifyOp(Operation *op);
  void verifyTailCall(CallOp call);
  void verifyEdge(Operation *branch, unsigned successor);
  void borrow(Operation *op, unsigned number);
  void consume(Operation *op, unsigned number, State &state);

  FuncOp func;
  Ownership ownership;
  LiveIns liveIns;
  DominanceInfo dominance;
  /// Owners that exist before the operation that is checked.
  State live;
  bool failed = false;
};

} // namespace

void FunctionVerifier::borrow(Operation *op, unsigned number) {
  for (unsigned owner : ownership.getOwners(number))
    if (!live.contains(owner))
      report(op, owner, "borrows a value that was consumed");
}

void FunctionVerifier::consume(Operation *op, unsigned number, State &state) {
  if (ownership.isImmortal(number))
    return;
  if (!ownership.isOwned(number))
    report(op, number, "consumes a value that is only borrowed");
  else if (!state.erase(number))
    report(op, number, "consumes a value that was consumed before");
}

void FunctionVerifier::verifyBlock(Block *block) {
  live.clear();
  live.insert_range(liveIns.get(block));
  for (Value argument : block->getArguments())
    if (auto number = ownership.getNumber(argument);
        number && ownership.isOwned(*number))
      live.insert(*number);
  for (Operation &op : *block) {
    if (op.getNumSuccessors() == 0)
      verifyOp(&op);
    else
      for (unsigned i = 0; i != op.getNumSuccessors(); ++i)
        verifyEdge(&op, i);
  }
  if (!isa<ReturnOp>(block->getTerminator()))
    return;
  SmallVector<unsigned> left(live.begin(), live.end());
  llvm::sort(left);
  for (unsigned number : left)
    report(block->getTerminator(), number,
           "leaves the function with a value alive (leak)");
}

void FunctionVerifier::verifyOp(Operation *op) {
  SmallVector<unsigned, 4> borrowed, consumed;
  for (OpOperand &operand : op->getOpOperands())
    if (auto number = ownership.getNumber(operand.get()))
      (ownership.getUse(operand) == Use::Consume ? consumed : borrowed)
          .push_back(*number);
  for (unsigned number : borrowed)
    borrow(op, number);
  for (unsigned number : consumed)
    consume(op, number, live);
  // A value may not be freed by the operation that borrows it.
  if (!consumed.empty() && !isa<DropOp>(op))
    for (unsigned number : borrowed)
      for (unsigned owner : ownership.getOwners(number))
        if (llvm::is_contained(consumed, owner))
          report(op, owner, "consumes a value that it borrows too");
  for (Value result : op->getResults())
    if (auto number = ownership.getNumber(result);
        number && ownership.isOwned(*number))
      live.insert(*number);
  if (!isStatusClear(op, dominance)) {
    failed = true;
    op->emitOpError("has a result that is used where its status is not known");
  }
  if (auto call = dyn_cast<CallOp>(op); call && call.getTail())
    verifyTailCall(call);
}

void FunctionVerifier::verifyTailCall(CallOp call) {
  if (!isa_and_nonnull<ReturnOp>(call->getNextNode())) {
    failed = true;
    call.emitOpError("is a tail call, but something follows it");
  }
  for (OpOperand &operand : call->getOpOperands())
    if (auto number = ownership.getNumber(operand.get());
        number && !ownership.isImmortal(*number) &&
        ownership.getUse(operand) == Use::Borrow)
      report(call, *number, "is a tail call, but borrows a value");
}

void FunctionVerifier::verifyEdge(Operation *branch, unsigned successor) {
  State state = live;
  Block *target = branch->getSuccessor(successor);
  for (Value value : cast<BranchOpInterface>(branch)
                         .getSuccessorOperands(successor)
                         .getForwardedOperands())
    if (auto number = ownership.getNumber(value))
      consume(branch, *number, state);
  if (Operation *tested = successor == 0 ? getTestedOp(branch) : nullptr)
    for (Value result : getConditionalResults(tested))
      state.erase(*ownership.getNumber(result));
  ArrayRef<unsigned> needed = liveIns.get(target);
  for (unsigned number : needed)
    if (!state.contains(number))
      report(branch, number,
             "branches to a use of a value that was consumed before");
  SmallVector<unsigned> left;
  for (unsigned number : state)
    if (!liveIns.contains(target, number))
      left.push_back(number);
  llvm::sort(left);
  for (unsigned number : left)
    report(branch, number,
           "leaves a value alive that has no further use on "
           "this edge (leak)");
}

namespace {
struct RcVerify : ruchy::impl::RuchyRcVerifyBase<RcVerify> {
  void runOnOperation() override {
    Callees callees(getOperation());
    bool good = true;
    for (auto func : getOperation().getOps<FuncOp>())
      if (!func.isExternal())
        good &= FunctionVerifier(func, callees).run();
    if (!good)
      signalPassFailure();
    markAllAnalysesPreserved();
  }
};
} // namespace
