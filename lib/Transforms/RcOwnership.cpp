//===- RcOwnership.cpp - Who owns heap values -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Parameters and views start borrowed and are raised to owners where the
// program takes them for good: a monotone fixpoint over the function, and over
// the module through the marks of parameters. The decisions made here affect
// how much is counted; insertion is right for any of them.
//
//===----------------------------------------------------------------------===//

#include "RcOwnership.h"
#include "ErrorEdges.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "llvm/ADT/PostOrderIterator.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::rc;

//===----------------------------------------------------------------------===//
// Operations
//===----------------------------------------------------------------------===//

Callees::Callees(ModuleOp module) {
  for (auto func : module.getOps<FuncOp>())
    functions[func.getSymNameAttr()] = func;
}

bool rc::takesArgument(FuncOp callee, unsigned index) {
  return callee && callee.getArgAttr(index, FuncOp::kOwnedAttrName);
}

Use rc::getDirectUse(OpOperand &operand,
                     llvm::function_ref<FuncOp(CallOp)> lookupCallee) {
  if (!isHeapType(operand.get().getType()))
    return Use::None;
  Operation *op = operand.getOwner();
  unsigned index = operand.getOperandNumber();
  bool consumes = false;
  if (auto call = dyn_cast<CallOp>(op))
    consumes = takesArgument(lookupCallee(call), index);
  else if (auto branch = dyn_cast<BranchOpInterface>(op))
    consumes = branch.getSuccessorBlockArgument(index).has_value();
  else if (auto ownership = dyn_cast<OwnershipOpInterface>(op))
    consumes = ownership.consumesOperand(index);
  return consumes ? Use::Consume : Use::Borrow;
}

bool rc::keepsIdentity(Operation *op) {
  return isa<CoerceOp, IterOp, CheckSetOp, RefineOp>(op) &&
         !getViewBases(op->getResult(0)).empty();
}

SmallVector<Value, 2> rc::getViewBases(Value value) {
  SmallVector<Value, 2> bases;
  auto result = dyn_cast<OpResult>(value);
  if (!result || !isHeapType(value.getType()))
    return bases;
  if (auto op = dyn_cast<OwnershipOpInterface>(result.getOwner()))
    op.getViewBases(result.getResultNumber(), bases);
  llvm::erase_if(bases, [](Value b) { return !isHeapType(b.getType()); });
  return bases;
}

SmallVector<Value, 2> rc::getConditionalResults(Operation *op) {
  SmallVector<Value, 2> results;
  if (!isa<CallOp, FallibleOpInterface>(op) ||
      !ruchy::detail::getErrorResult(op))
    return results;
  for (OpResult result : op->getResults())
    if (isHeapType(result.getType()) &&
        !isValidOnError(op, result.getResultNumber()))
      results.push_back(result);
  return results;
}

Operation *rc::getTestedOp(Operation *terminator) {
  auto branch = dyn_cast<cf::CondBranchOp>(terminator);
  auto failed =
      branch ? branch.getCondition().getDefiningOp<FailedOp>() : FailedOp();
  Operation *op = failed ? failed.getError().getDefiningOp() : nullptr;
  if (!op || op->getBlock() != terminator->getBlock() ||
      !isa<CallOp, FallibleOpInterface>(op) ||
      ruchy::detail::getErrorResult(op) != failed.getError())
    return nullptr;
  return op;
}

/// Whether all uses of `result` are behind successor 1 of `branch`, or on the
/// edge to it.
static bool isUsedOnSuccessOnly(Value result, cf::CondBranchOp branch,
                                DominanceInfo &dominance) {
  Block *success = branch.getFalseDest();
  bool single = success->getSinglePredecessor();
  unsigned firstFalse = 1 + branch.getTrueDestOperands().size();
  return llvm::all_of(result.getUses(), [&](OpOperand &use) {
    if (use.getOwner() == branch.getOperation())
      return use.getOperandNumber() >= firstFalse;
    return single && dominance.dominates(success, use.getOwner()->getBlock());
  });
}

bool rc::isStatusClear(Operation *op, DominanceInfo &dominance) {
  SmallVector<Value, 2> results = getConditionalResults(op);
  if (results.empty())
    return true;
  Operation *terminator = op->getBlock()->getTerminator();
  bool tested = getTestedOp(terminator) == op;
  bool returned = isa<ReturnOp>(terminator) &&
                  llvm::is_contained(terminator->getOperands(),
                                     ruchy::detail::getErrorResult(op));
  return llvm::all_of(results, [&](Value result) {
    if (!getViewBases(result).empty())
      return false;
    if (tested)
      return isUsedOnSuccessOnly(result, cast<cf::CondBranchOp>(terminator),
                                 dominance);
    return returned && result.hasOneUse() && *result.user_begin() == terminator;
  });
}

//===----------------------------------------------------------------------===//
// Liveness
//===----------------------------------------------------------------------===//

void LiveIns::add(unsigned value, Block *definition,
                  SmallVectorImpl<Block *> &work) {
  while (!work.empty()) {
    Block *block = work.pop_back_val();
    if (block == definition)
      continue;
    auto &list = lists[block];
    if (!list.empty() && list.back() == value)
      continue;
    list.push_back(value);
    llvm::append_range(work, block->getPredecessors());
  }
}

ArrayRef<unsigned> LiveIns::get(Block *block) const {
  auto it = lists.find(block);
  return it == lists.end() ? ArrayRef<unsigned>() : it->second;
}

bool LiveIns::contains(Block *block, unsigned value) const {
  return llvm::binary_search(get(block), value);
}

bool LiveIns::isLiveOut(Block *block, unsigned value) const {
  return llvm::any_of(block->getSuccessors(),
                      [&](Block *next) { return contains(next, value); });
}

//===----------------------------------------------------------------------===//
// Kinds
//===----------------------------------------------------------------------===//

Ownership::Ownership(FuncOp func, const Callees &callees)
    : func(func), callees(callees) {
  // Dominators come first in this order, so bases are known before views.
  llvm::ReversePostOrderTraversal<Block *> order(&func.getBody().front());
  for (Block *block : order) {
    for (Value argument : block->getArguments())
      addValue(argument);
    for (Operation &op : *block)
      for (Value result : op.getResults())
        addValue(result);
  }
  findLastUses();
}

void Ownership::addValue(Value value) {
  if (!isHeapType(value.getType()))
    return;
  numbers[value] = values.size();
  kinds.push_back(classify(value));
  values.push_back(value);
  owners.emplace_back();
  takers.emplace_back();
  updateOwners(values.size() - 1);
}

std::optional<unsigned> Ownership::getNumber(Value value) const {
  auto it = numbers.find(value);
  return it == numbers.end() ? std::nullopt : std::optional(it->second);
}

Ownership::Kind Ownership::classify(Value value) const {
  if (auto argument = dyn_cast<BlockArgument>(value)) {
    bool borrowed = argument.getOwner()->isEntryBlock() &&
                    !takesArgument(func, argument.getArgNumber());
    return borrowed ? Kind::Borrowed : Kind::Owned;
  }
  auto result = cast<OpResult>(value);
  if (auto op = dyn_cast<OwnershipOpInterface>(result.getOwner());
      op && op.isImmortalResult(result.getResultNumber()))
    return Kind::Immortal;
  SmallVector<Value, 2> bases = getViewBases(value);
  if (bases.empty())
    return Kind::Owned;
  bool immortal =
      keepsIdentity(result.getOwner()) && isImmortal(numbers.at(bases[0]));
  return immortal ? Kind::Immortal : Kind::View;
}

void Ownership::findLastUses() {
  SmallVector<Block *> work;
  for (auto [number, value] : llvm::enumerate(values)) {
    for (Operation *user : value.getUsers()) {
      Block *block = user->getBlock();
      work.push_back(block);
      Operation *&last = lastUses[{unsigned(number), block}];
      if (!last || last->isBeforeInBlock(user))
        last = user;
    }
    ownLiveIns.add(number, value.getParentBlock(), work);
  }
}

Use Ownership::getUse(OpOperand &operand) const {
  Operation *op = operand.getOwner();
  if (op->getNumResults() == 1 && keepsIdentity(op)) {
    auto result = getNumber(op->getResult(0));
    return result && kinds[*result] == Kind::Moved ? Use::Consume : Use::Borrow;
  }
  return getDirectUse(operand,
                      [&](CallOp call) { return callees.lookup(call); });
}

//===----------------------------------------------------------------------===//
// Fixpoint
//===----------------------------------------------------------------------===//

bool Ownership::solve() {
  bool parameterChanged = false;
  do {
    changed = false;
    for (unsigned number = 0; number != values.size(); ++number) {
      updateTakers(number);
      if (kinds[number] == Kind::Borrowed)
        parameterChanged |= visitParameter(number);
      else if (kinds[number] == Kind::View)
        visitView(number);
      updateOwners(number);
    }
  } while (changed);
  return parameterChanged;
}

void Ownership::readCounted() {
  do {
    changed = false;
    for (unsigned number = 0; number != values.size(); ++number) {
      if (kinds[number] == Kind::View &&
          keepsIdentity(values[number].getDefiningOp()) && isConsumed(number)) {
        kinds[number] = Kind::Moved;
        changed = true;
      }
      updateOwners(number);
    }
  } while (changed);
}

/// Parameters of private functions are owned where the function consumes them.
bool Ownership::visitParameter(unsigned number) {
  if (!func.isPrivate() || !isConsumed(number))
    return false;
  kinds[number] = Kind::Owned;
  func.setArgAttr(cast<BlockArgument>(values[number]).getArgNumber(),
                  FuncOp::kOwnedAttrName, UnitAttr::get(func.getContext()));
  return changed = true;
}

/// A view must become an owner's equal where something takes an owner for good
/// although the view is needed longer: else the owner would have to be shared
/// there, and a change in place would copy it.
void Ownership::visitView(unsigned number) {
  updateOwners(number);
  bool identity = keepsIdentity(values[number].getDefiningOp());
  bool raise = identity && isConsumed(number);
  for (unsigned owner : owners[number])
    for (Operation *taker : takers[owner])
      raise = raise || conflicts(number, owner, taker);
  if (!raise)
    return;
  kinds[number] = identity ? Kind::Moved : Kind::Copied;
  changed = true;
}

void Ownership::updateOwners(unsigned number) {
  auto &list = owners[number];
  list.clear();
  if (isOwned(number)) {
    list.push_back(number);
  } else if (kinds[number] == Kind::View) {
    for (Value base : getViewBases(values[number]))
      llvm::append_range(list, owners[numbers.at(base)]);
    llvm::sort(list);
    list.erase(llvm::unique(list), list.end());
  }
}

bool Ownership::isConsumed(unsigned number) const {
  return llvm::any_of(values[number].getUses(), [&](OpOperand &use) {
    return getUse(use) == Use::Consume;
  });
}

/// Collects who takes the value for good. Done once per value and round: views
/// ask for the takers of their owners.
void Ownership::updateTakers(unsigned number) {
  auto &list = takers[number];
  list.clear();
  for (OpOperand &use : values[number].getUses())
    if (getUse(use) == Use::Consume && takesForGood(number, use.getOwner()))
      list.push_back(use.getOwner());
}

bool Ownership::isPassed(unsigned number, Operation *branch,
                         unsigned successor) const {
  return llvm::is_contained(cast<BranchOpInterface>(branch)
                                .getSuccessorOperands(successor)
                                .getForwardedOperands(),
                            values[number]);
}

/// Whether a consuming operation moves the value instead of sharing it, on one
/// of its edges at least.
bool Ownership::takesForGood(unsigned number, Operation *op) const {
  if (op->getNumSuccessors() == 0)
    return !isUsedAfter(number, op);
  for (unsigned i = 0; i != op->getNumSuccessors(); ++i)
    if (isPassed(number, op, i) &&
        !ownLiveIns.contains(op->getSuccessor(i), number))
      return true;
  return false;
}

bool Ownership::conflicts(unsigned view, unsigned owner,
                          Operation *taker) const {
  if (taker == values[view].getDefiningOp())
    return false;
  if (taker->getNumSuccessors() == 0)
    return isUsedAfter(view, taker) ||
           llvm::any_of(taker->getOpOperands(), [&](OpOperand &other) {
             return other.get() == values[view] && getUse(other) == Use::Borrow;
           });
  for (unsigned i = 0; i != taker->getNumSuccessors(); ++i) {
    Block *next = taker->getSuccessor(i);
    if (isPassed(owner, taker, i) && ownLiveIns.contains(next, view) &&
        !ownLiveIns.contains(next, owner))
      return true;
  }
  return false;
}

bool Ownership::isUsedAfter(unsigned number, Operation *op) const {
  Block *block = op->getBlock();
  if (Operation *last = lastUses.lookup({number, block});
      last && op->isBeforeInBlock(last))
    return true;
  return ownLiveIns.isLiveOut(block, number);
}

//===----------------------------------------------------------------------===//
// Liveness of owners
//===----------------------------------------------------------------------===//

LiveIns Ownership::computeLiveOwners() {
  SmallVector<SmallVector<unsigned, 2>> kept(values.size());
  for (unsigned number = 0; number != values.size(); ++number)
    for (unsigned owner : owners[number])
      kept[owner].push_back(number);
  LiveIns result;
  SmallVector<Block *> work;
  for (unsigned number = 0; number != values.size(); ++number) {
    for (unsigned value : kept[number])
      for (Operation *user : values[value].getUsers())
        work.push_back(user->getBlock());
    result.add(number, values[number].getParentBlock(), work);
  }
  return result;
}
