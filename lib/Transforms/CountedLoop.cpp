//===- CountedLoop.cpp - Loops whose counter has known ends -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CountedLoop.h"
#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace ruchy;

SuccessorOperands Edge::getOperands() const {
  return cast<BranchOpInterface>(terminator).getSuccessorOperands(index);
}

Value Edge::getOperand(BlockArgument argument) const {
  return getOperands()[argument.getArgNumber()];
}

Edge ruchy::getEntryEdge(const CFGLoop &loop) {
  Edge entry;
  Block *header = loop.getHeader();
  for (auto it = header->pred_begin(); it != header->pred_end(); ++it) {
    if (loop.contains(*it))
      continue;
    if (entry || !isa<BranchOpInterface>((*it)->getTerminator()))
      return {};
    entry = {(*it)->getTerminator(), it.getSuccessorIndex()};
  }
  return entry;
}

SmallVector<Value> ruchy::redirect(Edge edge, Block *&target) {
  MutableOperandRange operands =
      edge.getOperands().getMutableForwardedOperands();
  SmallVector<Value> passed;
  for (OpOperand &operand : operands)
    passed.push_back(operand.get());
  operands.clear();
  Block *old = edge.terminator->getSuccessor(edge.index);
  target = new Block;
  target->insertBefore(old);
  edge.terminator->setSuccessor(target, edge.index);
  return passed;
}

bool ruchy::isInvariant(Value value, const CFGLoop &loop) {
  return !loop.contains(value.getParentBlock());
}

std::optional<CountedLoop> CountedLoop::match(CFGLoop *loop,
                                              DominanceInfo &dominance) {
  Edge entry = getEntryEdge(*loop);
  if (!entry || !loop->getLoopLatch())
    return std::nullopt;
  CountedLoop result;
  result.loop = loop;
  if (result.matchFor(entry) || result.matchWhile(entry, dominance))
    return result;
  return std::nullopt;
}

/// The edge back to the header of a loop with one latch.
static Edge getBackEdge(const CFGLoop &loop) {
  Operation *terminator = loop.getLoopLatch()->getTerminator();
  if (!isa<BranchOpInterface>(terminator))
    return {};
  Edge back;
  for (auto [index, successor] : llvm::enumerate(terminator->getSuccessors()))
    if (successor == loop.getHeader()) {
      if (back)
        return {};
      back = {terminator, static_cast<unsigned>(index)};
    }
  return back;
}

/// The latch asks for the next item of a range.
bool CountedLoop::matchFor(Edge entry) {
  Edge back = getBackEdge(*loop);
  auto branch = dyn_cast_or_null<cf::CondBranchOp>(back.terminator);
  auto next =
      branch ? branch.getCondition().getDefiningOp<IterNextOp>() : nullptr;
  if (!next || branch.getCondition() != next.getMore() || back.index != 0)
    return false;
  iterable = next.getIterable();
  counter = dyn_cast<BlockArgument>(next.getPosition());
  body = loop->getHeader();
  if (!counter || counter.getOwner() != body || !isInvariant(iterable, *loop) ||
      back.getOperand(counter) != next.getNext())
    return false;
  auto first = entry.getOperand(counter);
  auto begin = first ? first.getDefiningOp<IterStartOp>() : nullptr;
  auto iter = iterable.getDefiningOp<IterOp>();
  auto range = (iter ? iter.getIterable() : iterable).getDefiningOp<RangeOp>();
  if (!begin || begin.getIterable() != iterable || !range ||
      !isa<RangeType>(range.getType()))
    return false;
  start = range.getStart();
  end = range.getEnd();
  inclusive = range.getInclusive();
  return start.getType().isInteger(64) && end.getType().isInteger(64);
}

/// Whether `sum` is the counter and a positive constant, and the edge is taken
/// only if they did not overflow.
static bool isRise(Value sum, BlockArgument counter, Edge back,
                   DominanceInfo &dominance) {
  auto add = sum ? sum.getDefiningOp<CheckedAddOp>() : nullptr;
  if (!add || add->getResult(0) != sum)
    return false;
  Value other = add.getLhs() == counter ? add.getRhs() : add.getLhs();
  APInt step;
  if ((add.getLhs() != counter && add.getRhs() != counter) ||
      !matchPattern(other, m_ConstantInt(&step)) || !step.isStrictlyPositive())
    return false;
  for (Operation *user : add->getResult(1).getUsers()) {
    auto test = dyn_cast<cf::CondBranchOp>(user);
    if (!test || test.getTrueDest() == test.getFalseDest())
      continue;
    if (test == back.terminator && back.index == 1)
      return true;
    Block *next = test.getFalseDest();
    if (next->getSinglePredecessor() &&
        dominance.dominates(next, back.getSource()))
      return true;
  }
  return false;
}

/// The header compares the counter with the end.
bool CountedLoop::matchWhile(Edge entry, DominanceInfo &dominance) {
  auto branch = dyn_cast<cf::CondBranchOp>(loop->getHeader()->getTerminator());
  Operation *compare = branch ? branch.getCondition().getDefiningOp() : nullptr;
  if (!compare || !isa<LtOp, LeOp, GtOp, GeOp>(compare))
    return false;
  bool swapped = isa<GtOp, GeOp>(compare);
  counter = dyn_cast<BlockArgument>(compare->getOperand(swapped));
  end = compare->getOperand(!swapped);
  inclusive = isa<LeOp, GeOp>(compare);
  body = branch.getTrueDest();
  if (!counter || counter.getOwner() != loop->getHeader() ||
      !counter.getType().isInteger(64) || !end.getType().isInteger(64) ||
      !isInvariant(end, *loop) || !body->getSinglePredecessor() ||
      !loop->contains(body) || loop->contains(branch.getFalseDest()))
    return false;
  start = entry.getOperand(counter);
  Edge back = getBackEdge(*loop);
  return start && back &&
         isRise(back.getOperand(counter), counter, back, dominance);
}

bool CountedLoop::isCounter(Value value, Block *block,
                            DominanceInfo &dominance) const {
  if (iterable) {
    auto item = value.getDefiningOp<IterValueOp>();
    return item && item.getIterable() == iterable &&
           item.getPosition() == counter;
  }
  return value == counter && dominance.dominates(body, block);
}
