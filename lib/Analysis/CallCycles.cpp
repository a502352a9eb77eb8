//===- CallCycles.cpp - Cycles of the call graph ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Analysis/CallCycles.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallVector.h"

using namespace mlir;
using namespace ruchy;

namespace {

/// Tarjan's strongly connected components, with an explicit stack: call
/// chains in generated programs are thousands of functions deep.
class CycleFinder {
public:
  CycleFinder(ModuleOp module, bool throughValues) {
    SymbolTable symbols(module);
    SetVector<Operation *> values, callers;
    for (auto func : module.getOps<FuncOp>())
      func.walk([&](Operation *op) {
        if (auto call = dyn_cast<CallOp>(op)) {
          if (auto callee = symbols.lookup<FuncOp>(call.getCallee()))
            callees[func].push_back(callee);
        } else if (auto value = dyn_cast<ClosureNewOp>(op)) {
          if (auto callee = symbols.lookup<FuncOp>(value.getFunction()))
            values.insert(callee);
        } else if (isa<CallValueOp>(op)) {
          callers.insert(func);
        }
      });
    if (throughValues)
      for (Operation *caller : callers)
        llvm::append_range(callees[caller], values);
    for (auto func : module.getOps<FuncOp>())
      if (!state.contains(func))
        visit(func);
  }

  DenseMap<Operation *, unsigned> cycles;

private:
  struct Node {
    unsigned index, low;
    bool onStack;
  };
  struct Frame {
    Operation *func;
    unsigned nextCallee = 0;
  };

  void visit(Operation *start) {
    SmallVector<Frame> frames;
    enter(frames, start);
    while (!frames.empty()) {
      Frame &frame = frames.back();
      ArrayRef<Operation *> next = callees[frame.func];
      if (frame.nextCallee == next.size()) {
        leave(frames);
        continue;
      }
      Operation *callee = next[frame.nextCallee++];
      if (!state.contains(callee))
        enter(frames, callee);
      else if (state[callee].onStack)
        lower(frame.func, state[callee].index);
    }
  }

  void enter(SmallVectorImpl<Frame> &frames, Operation *func) {
    state[func] = {counter, counter, true};
    ++counter;
    stack.push_back(func);
    frames.push_back({func});
  }

  void lower(Operation *func, unsigned low) {
    state[func].low = std::min(state[func].low, low);
  }

  void leave(SmallVectorImpl<Frame> &frames) {
    Operation *func = frames.pop_back_val().func;
    Node node = state[func];
    if (!frames.empty())
      lower(frames.back().func, node.low);
    if (node.low != node.index)
      return;
    bool isCycle =
        stack.back() != func || llvm::is_contained(callees[func], func);
    if (isCycle)
      ++numCycles;
    Operation *member;
    do {
      member = stack.pop_back_val();
      state[member].onStack = false;
      if (isCycle)
        cycles[member] = numCycles;
    } while (member != func);
  }

  DenseMap<Operation *, SmallVector<Operation *>> callees;
  DenseMap<Operation *, Node> state;
  SmallVector<Operation *> stack;
  unsigned counter = 0, numCycles = 0;
};

} // namespace

DenseMap<Operation *, unsigned> ruchy::computeCallCycles(ModuleOp module,
                                                         bool throughValues) {
  return CycleFinder(module, throughValues).cycles;
}

bool ruchy::isInTailPosition(CallOp call) {
  SmallVector<Value> values(call.getResults());
  Operation *next = call->getNextNode();
  // Bounded: blocks that pass values on may form a cycle.
  for (unsigned steps = 0; steps < 64 && next; ++steps) {
    if (auto ret = dyn_cast<ReturnOp>(next))
      return llvm::equal(ret.getOperands(), values);
    auto branch = dyn_cast<cf::BranchOp>(next);
    if (!branch)
      return false;
    Block *dest = branch.getDest();
    for (Value &value : values) {
      auto operands = branch.getDestOperands();
      auto it = llvm::find(operands, value);
      if (it == operands.end())
        return false;
      value = dest->getArgument(std::distance(operands.begin(), it));
    }
    next = &dest->front();
  }
  return false;
}
