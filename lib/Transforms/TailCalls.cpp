//===- TailCalls.cpp - Self tail calls to loops, others marked --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Analysis/CallCycles.h"
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Transforms/RegionUtils.h"

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

/// Whether control that enters \p block with \p values as its arguments does
/// nothing but fail with the error of \p call and what the call has updated.
static bool failsAtOnce(CallOp call, Block *block, SmallVector<Value> values) {
  // As far as unoptimised code goes; without the limit a circle never ends.
  for (unsigned steps = 0; steps < 4; ++steps) {
    IRMapping mapping;
    mapping.map(block->getArguments(), values);
    Operation &first = block->front();
    values.clear();
    for (Value operand : first.getOperands())
      values.push_back(mapping.lookupOrDefault(operand));
    if (isa<FailOp>(first)) {
      auto updated = call.getResults().drop_front().drop_back();
      return values.front() == call.getErrorResult() &&
             llvm::equal(ArrayRef(values).drop_front(), updated);
    }
    auto branch = dyn_cast<cf::BranchOp>(first);
    if (!branch)
      return false;
    block = branch.getDest();
  }
  return false;
}

/// The call that a return gives back at once, if the caller tests the error
/// and passes it on: `call; failed; cond_br ^fails, ^returns`.
static CallOp getCheckedCall(ReturnOp ret) {
  Block *block = ret->getBlock(), *pred = block->getSinglePredecessor();
  auto branch =
      pred ? dyn_cast<cf::CondBranchOp>(pred->getTerminator()) : nullptr;
  if (!branch || &block->front() != ret || branch.getFalseDest() != block ||
      branch.getTrueDest() == block || block->getNumArguments())
    return {};
  auto test = dyn_cast_or_null<FailedOp>(branch->getPrevNode());
  if (!test || branch.getCondition() != test->getResult(0))
    return {};
  auto call = dyn_cast_or_null<CallOp>(test->getPrevNode());
  if (!call || !call.getErrorResult() ||
      test->getOperand(0) != call.getErrorResult() ||
      !llvm::equal(call.getResults().drop_back(), ret.getOperands()) ||
      !failsAtOnce(call, branch.getTrueDest(),
                   llvm::to_vector_of<Value>(branch.getTrueDestOperands())))
    return {};
  return call;
}

/// The call that a return gives back at once, if its result is its only use.
static CallOp getReturnedCall(ReturnOp ret) {
  auto call = dyn_cast_or_null<CallOp>(ret->getPrevNode());
  if (call && llvm::equal(call.getResults(), ret.getOperands()))
    return call;
  return getCheckedCall(ret);
}

/// The call that a function of the compiler consists of, as dispatchers do
/// whose receiver is known; \p positions are the parameters that it passes on.
static CallOp getForwardedCall(FuncOp func,
                               SmallVectorImpl<unsigned> &positions) {
  if (!func || func.isExternal() || !func.getTransparent())
    return {};
  llvm::DenseMap<Value, Value> same;
  Operation *op = &func.getBody().front().front();
  while (!isa<CallOp>(op)) {
    if (auto branch = dyn_cast<cf::BranchOp>(op)) {
      if (!branch.getDest()->getSinglePredecessor() || branch->getNumOperands())
        return {};
      op = &branch.getDest()->front();
      continue;
    }
    if (op->hasTrait<OpTrait::IsTerminator>() || !isMemoryEffectFree(op) ||
        isa<FallibleOpInterface>(op))
      return {};
    if (isa<RefineOp>(op))
      same[op->getResult(0)] = op->getOperand(0);
    op = op->getNextNode();
  }
  auto call = cast<CallOp>(op);
  bool isReturned = false;
  func.walk([&](ReturnOp ret) { isReturned |= getReturnedCall(ret) == call; });
  if (!isReturned)
    return {};
  for (Value argument : call.getArgs()) {
    Value passed = same.lookup(argument) ? same.lookup(argument) : argument;
    auto parameter = dyn_cast<BlockArgument>(passed);
    if (!parameter || !parameter.getOwner()->isEntryBlock() ||
        parameter.getType() != argument.getType())
      return {};
    positions.push_back(parameter.getArgNumber());
  }
  return call;
}

/// Calls what a forwarding function calls instead of it.
static void skipForwarder(CallOp call, SymbolTable &symbols) {
  // Functions that forward to each other never get anywhere.
  for (unsigned steps = 0; steps < 4; ++steps) {
    SmallVector<unsigned> positions;
    CallOp target =
        getForwardedCall(symbols.lookup<FuncOp>(call.getCallee()), positions);
    if (!target || target == call)
      return;
    SmallVector<Value> args;
    for (unsigned position : positions)
      args.push_back(call.getArgs()[position]);
    call.setCallee(target.getCallee());
    call.getArgsMutable().assign(args);
  }
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

/// Ends the block of a returned self call in a branch to \p header. The call
/// itself stays as long as blocks that nothing reaches any more mention it.
static void branchInstead(CallOp call, Block *header) {
  Block *block = call->getBlock();
  while (&block->back() != call)
    block->back().erase();
  OpBuilder builder = OpBuilder::atBlockEnd(block);
  cf::BranchOp::create(builder, call.getLoc(), header, call.getArgs());
}

namespace {
struct TailCalls : ruchy::impl::RuchyTailCallsBase<TailCalls> {
  void runOnOperation() override {
    SymbolTable symbols(getOperation());
    getOperation().walk([&](CallOp call) { skipForwarder(call, symbols); });
    auto cycles = computeCallCycles(getOperation(), /*throughValues=*/false);
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
        if (!cycle || cycle != cycles.lookup(callee) || call.getErrorResult())
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
    for (CallOp call : selfCalls)
      branchInstead(call, header);
    IRRewriter rewriter(func.getContext());
    (void)eraseUnreachableBlocks(rewriter, func->getRegions());
    for (CallOp call : selfCalls)
      call.erase();
    numLoops += selfCalls.size();
  }
};
} // namespace
