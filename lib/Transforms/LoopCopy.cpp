//===- LoopCopy.cpp - A second version of a loop ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoopCopy.h"
#include "CountedLoop.h"
#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"

using namespace mlir;
using namespace ruchy;

template <typename Function>
static void forEachValue(Block &block, Function function) {
  for (BlockArgument argument : block.getArguments())
    function(argument);
  for (Operation &op : block)
    for (Value result : op.getResults())
      function(result);
}

/// The block behind the loop through which control came to `user`; null if
/// there are ways to it that did not come from the loop directly.
Block *LoopCopy::findExit(Block *user, DominanceInfo &dominance) {
  auto &tree = dominance.getDomTree(user->getParent());
  auto *node = tree.getNode(user);
  while (node && node->getIDom() &&
         !loop->contains(node->getIDom()->getBlock()))
    node = node->getIDom();
  if (!node || !node->getIDom())
    return nullptr;
  Block *exit = node->getBlock();
  for (Block *pred : exit->getPredecessors())
    if (!loop->contains(pred) || !isa<BranchOpInterface>(pred->getTerminator()))
      return nullptr;
  return exit;
}

bool LoopCopy::findExits(DominanceInfo &dominance) {
  bool possible = true;
  for (Block *block : loop->getBlocks())
    forEachValue(*block, [&](Value value) {
      for (Operation *user : value.getUsers()) {
        if (!possible || loop->contains(user->getBlock()))
          continue;
        Block *block = findExit(user->getBlock(), dominance);
        if (!block) {
          possible = false;
          continue;
        }
        Exit &exit = exits[block];
        exit.values.insert(value);
        exit.onlyHere &= user->getBlock() == block;
      }
    });
  return possible;
}

/// Whether nothing outside of the block uses what it computes.
static bool isClosed(Block &block) {
  bool closed = true;
  forEachValue(block, [&](Value value) {
    for (Operation *user : value.getUsers())
      closed &= user->getBlock() == &block;
  });
  return closed;
}

void LoopCopy::passValues(Block *exit, const Exit &values,
                          DominanceInfo &dominance) {
  for (Value value : values.values) {
    Value argument = exit->addArgument(value.getType(), value.getLoc());
    for (auto it = exit->pred_begin(); it != exit->pred_end(); ++it)
      Edge{(*it)->getTerminator(), it.getSuccessorIndex()}.getOperands().append(
          value);
    value.replaceUsesWithIf(argument, [&](OpOperand &use) {
      Block *user = use.getOwner()->getBlock();
      return !loop->contains(user) && findExit(user, dominance) == exit;
    });
  }
}

bool LoopCopy::closeExits(DominanceInfo &dominance) {
  if (!findExits(dominance))
    return false;
  // A heap value in a block argument could need an owner of its own.
  auto isPassed = [](const Exit &exit) {
    return llvm::none_of(
        exit.values, [](Value value) { return isHeapType(value.getType()); });
  };
  for (auto &[block, exit] : exits)
    if (!isPassed(exit) && (!exit.onlyHere || !isClosed(*block)))
      return false;
  for (auto &[block, exit] : exits)
    if (isPassed(exit))
      passValues(block, exit, dominance);
    else
      copiedExits.push_back(block);
  return true;
}

Block *LoopCopy::clone() {
  SmallVector<Block *> blocks(loop->getBlocks());
  blocks.append(copiedExits);
  SmallVector<Block *> copies;
  Block *header = loop->getHeader();
  for (Block *block : blocks) {
    auto *copy = new Block;
    copy->insertBefore(header);
    for (BlockArgument argument : block->getArguments())
      mapping.map(argument,
                  copy->addArgument(argument.getType(), argument.getLoc()));
    mapping.map(block, copy);
    copies.push_back(copy);
  }
  for (auto [block, copy] : llvm::zip_equal(blocks, copies))
    for (Operation &op : *block)
      copy->push_back(op.clone(mapping));
  // Uses that stand in front of their definition in the order of the blocks.
  for (Block *copy : copies)
    for (Operation &op : *copy)
      for (OpOperand &operand : op.getOpOperands())
        operand.set(mapping.lookupOrDefault(operand.get()));
  return mapping.lookup(header);
}

void LoopCopy::replace(Operation *original, Value value) {
  Operation *op = mapping.lookup(original);
  op->getResult(0).replaceAllUsesWith(value);
  op->erase();
}

void LoopCopy::removeTest(ArrayBoundsOp original, Value position) {
  auto test =
      mapping.lookup(original.getPosition()).getDefiningOp<ArrayBoundsOp>();
  test.getPosition().replaceAllUsesWith(mapping.lookupOrDefault(position));
  for (Operation *user :
       llvm::make_early_inc_range(test.getOutOfBounds().getUsers())) {
    auto branch = dyn_cast<cf::CondBranchOp>(user);
    if (!branch)
      continue;
    OpBuilder builder(branch);
    cf::BranchOp::create(builder, branch.getLoc(), branch.getFalseDest(),
                         branch.getFalseDestOperands());
    branch.erase();
  }
  if (!test.getOutOfBounds().use_empty()) {
    OpBuilder builder(test);
    test.getOutOfBounds().replaceAllUsesWith(
        ConstantOp::create(builder, test.getLoc(), builder.getBoolAttr(false)));
  }
  test.erase();
}
