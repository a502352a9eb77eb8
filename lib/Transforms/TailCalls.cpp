//===- TailCalls.cpp - Self tail calls to loops, others marked --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Analysis/CallCycles.h"
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/IR/IRMapping.h"

namespace ruchy {
#define GEN_PASS_DEF_RUCHYTAILCALLS
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace ruchy;

/// Gives each edge into a block that only returns a return of its own. Apart
/// from tail calls this lets code generation keep cheap exits free of frames.
static void duplicateReturns(FuncOp func) {
  OpBuilder builder(func.getContext());
  for (bool changed = true; changed;) {
    changed = false;
    for (Block &block : llvm::make_early_inc_range(func.getBody())) {
      auto ret = dyn_cast<ReturnOp>(&block.front());
      if (!ret || block.isEntryBlock())
        continue;
      for (Block *pred : llvm::to_vector(block.getPredecessors())) {
        auto branch = dyn_cast<cf::BranchOp>(pred->getTerminator());
        if (!branch)
          continue;
        IRMapping mapping;
        mapping.map(block.getArguments(), branch.getDestOperands());
        builder.setInsertionPoint(branch);
        builder.clone(*ret, mapping);
        branch.erase();
        changed = true;
      }
      if (block.hasNoPredecessors())
        block.erase();
    }
  }
}

/// The call that a return gives back at once, if its result is its only use.
static CallOp getReturnedCall(ReturnOp ret) {
  auto call = dyn_cast_or_null<CallOp>(ret->getPrevNode());
  if (call && llvm::equal(call.getResults(), ret.getOperands()))
    return call;
  return {};
}

/// Splits the entry block so that its code can be branched to. The first block
/// keeps the parameters, the second one takes them as arguments.
static Block *makeLoopHeader(FuncOp func) {
  Block *entry = &func.getBody().front();
  Block *header = entry->splitBlock(entry->begin());
  for (BlockArgument argument : entry->getArguments()) {
    BlockArgument copy =
        header->addArgument(argument.getType(), argument.getLoc());
    argument.replaceAllUsesWith(copy);
  }
  OpBuilder builder = OpBuilder::atBlockEnd(entry);
  cf::BranchOp::create(builder, func.getLoc(), header, entry->getArguments());
  return header;
}

namespace {
struct TailCalls : ruchy::impl::RuchyTailCallsBase<TailCalls> {
  void runOnOperation() override {
    auto cycles = computeCallCycles(getOperation());
    SymbolTable symbols(getOperation());
    for (auto func : getOperation().getOps<FuncOp>()) {
      if (func.isExternal())
        continue;
      duplicateReturns(func);
      SmallVector<CallOp> selfCalls;
      func.walk([&](ReturnOp ret) {
        CallOp call = getReturnedCall(ret);
        if (!call)
          return;
        auto callee = symbols.lookup<FuncOp>(call.getCallee());
        if (callee == func)
          return selfCalls.push_back(call);
        unsigned cycle = cycles.lookup(func);
        if (!cycle || cycle != cycles.lookup(callee))
          return;
        call.setTail(true);
        ++numTailCalls;
      });
      makeLoop(func, selfCalls);
    }
  }

  void makeLoop(FuncOp func, ArrayRef<CallOp> selfCalls) {
    if (selfCalls.empty())
      return;
    Block *header = makeLoopHeader(func);
    for (CallOp call : selfCalls) {
      OpBuilder builder(call);
      cf::BranchOp::create(builder, call.getLoc(), header, call.getArgs());
      call->getNextNode()->erase();
      call.erase();
      ++numLoops;
    }
  }
};
} // namespace
