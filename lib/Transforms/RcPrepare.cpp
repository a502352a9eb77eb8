//===- RcPrepare.cpp - The shape that ownership is defined on ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RcOwnership.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::rc;

static constexpr int32_t kErrorWeights[] = {1, 1 << 20};

/// The value that all edges pass for `argument`, apart from itself; null if
/// they differ.
static Value getOnlyIncoming(BlockArgument argument) {
  Block *block = argument.getOwner();
  Value only;
  for (auto it = block->pred_begin(); it != block->pred_end(); ++it) {
    auto branch = dyn_cast<BranchOpInterface>((*it)->getTerminator());
    Value incoming = branch
                         ? branch.getSuccessorOperands(
                               it.getSuccessorIndex())[argument.getArgNumber()]
                         : Value();
    if (incoming == argument)
      continue;
    if (!incoming || (only && only != incoming))
      return {};
    only = incoming;
  }
  return only;
}

static void eraseArgument(BlockArgument argument) {
  Block *block = argument.getOwner();
  unsigned index = argument.getArgNumber();
  for (auto it = block->pred_begin(); it != block->pred_end(); ++it)
    cast<BranchOpInterface>((*it)->getTerminator())
        .getSuccessorOperands(it.getSuccessorIndex())
        .erase(index);
  block->eraseArgument(index);
}

/// Loops made from tail calls carry what never changes as block arguments,
/// which would have to own it.
static void removeTrivialArguments(FuncOp func) {
  for (bool changed = true; changed;) {
    changed = false;
    for (Block &block : llvm::drop_begin(func.getBody()))
      for (unsigned i = block.getNumArguments(); i-- != 0;) {
        BlockArgument argument = block.getArgument(i);
        if (!isHeapType(argument.getType()))
          continue;
        Value only = getOnlyIncoming(argument);
        if (!only)
          continue;
        argument.replaceAllUsesWith(only);
        eraseArgument(argument);
        changed = true;
      }
  }
}

/// Tests the status of `op` at once and goes on with results that exist in any
/// case: poison where it failed.
static void clearStatus(Operation *op) {
  Location loc = op->getLoc();
  SmallVector<Value, 2> results = getConditionalResults(op);
  Block *block = op->getBlock();
  Block *rest = block->splitBlock(op->getNextNode());
  for (Value result : results)
    result.replaceAllUsesWith(rest->addArgument(result.getType(), loc));
  OpBuilder builder(op->getContext());
  Block *failure = builder.createBlock(rest);
  Block *success = builder.createBlock(rest);
  SmallVector<Value, 2> poison;
  builder.setInsertionPointToEnd(failure);
  for (Value result : results)
    poison.push_back(PoisonOp::create(builder, loc, result.getType()));
  cf::BranchOp::create(builder, loc, rest, poison);
  builder.setInsertionPointToEnd(success);
  cf::BranchOp::create(builder, loc, rest, results);
  builder.setInsertionPointToEnd(block);
  Value failed = FailedOp::create(builder, loc, builder.getI1Type(),
                                  ruchy::detail::getErrorResult(op));
  auto branch = cf::CondBranchOp::create(builder, loc, failed, failure,
                                         ValueRange{}, success, ValueRange{});
  branch.setBranchWeights(kErrorWeights);
}

void rc::prepare(FuncOp func) {
  IRRewriter rewriter(func.getContext());
  (void)eraseUnreachableBlocks(rewriter, func->getRegions());
  removeTrivialArguments(func);
  DominanceInfo dominance(func);
  SmallVector<Operation *> unclear;
  func.walk([&](Operation *op) {
    if (!isStatusClear(op, dominance))
      unclear.push_back(op);
  });
  for (Operation *op : unclear)
    clearStatus(op);
}
