//===- PromoteSlots.cpp - Variables become SSA values -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// MLIR's mem2reg walks the function once per slot. A script is one function
/// with as many slots as it has variables, so this pass takes all slots at
/// once: pruned SSA after Cytron et al., "Efficiently Computing Static Single
/// Assignment Form and the Control Dependence Graph" (1991). What it asks of
/// slots and accesses are mem2reg's interfaces.
///
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/IR/Dominance.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/DataLayoutInterfaces.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace ruchy {
#define GEN_PASS_DEF_RUCHYPROMOTESLOTS
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace ruchy;

namespace {

/// A slot and the blocks that matter for it.
struct Variable {
  SlotOp op;
  MemorySlot slot;
  Value defaultValue;
  /// Blocks that give it a value.
  SmallVector<Block *, 4> definitions;
  /// Blocks that read it before they give it a value.
  SmallVector<Block *, 4> exposed;
  /// The block that was last seen to give it a value.
  Block *lastDefinition = nullptr;
};

class Promoter {
public:
  explicit Promoter(FuncOp func)
      : region(func.getBody()), builder(func.getContext()),
        layout(DataLayout::closest(func)), dominance(func) {}

  /// Returns the number of slots that are gone.
  unsigned run();

private:
  bool isPromotable(SlotOp slot);
  void collectVariables();
  void collectAccesses();
  void placeArguments(unsigned index);
  void rename();
  void renameBlock(Block *block);
  void renameTerminator(Operation *terminator);
  Value getValue(unsigned index);
  void setValue(unsigned index, Value value);

  DominanceInfoNode *getNode(Block *block) {
    return dominance.getDomTree(&region).getNode(block);
  }

  Region &region;
  OpBuilder builder;
  DataLayout layout;
  DominanceInfo dominance;
  SmallVector<Variable, 0> variables;
  DenseMap<Value, unsigned> indices;
  /// The variables whose values meet at the start of a block, one for each of
  /// its last arguments.
  DenseMap<Block *, SmallVector<unsigned, 2>> merged;
  SmallVector<Value, 0> current;
  /// What `current` was before the blocks that are being visited.
  SmallVector<std::pair<unsigned, Value>, 0> changes;
};

struct PromoteSlots : ruchy::impl::RuchyPromoteSlotsBase<PromoteSlots> {
  void runOnOperation() override {
    if (!getOperation().isExternal())
      numPromoted += Promoter(getOperation()).run();
  }
};

} // namespace

bool Promoter::isPromotable(SlotOp slot) {
  MemorySlot memory = slot.getPromotableSlots().front();
  SmallVector<OpOperand *> more;
  return llvm::all_of(slot.getResult().getUses(), [&](OpOperand &use) {
    auto access = dyn_cast<PromotableMemOpInterface>(use.getOwner());
    SmallPtrSet<OpOperand *, 1> uses = {&use};
    return access && access->getParentRegion() == &region &&
           access.canUsesBeRemoved(memory, uses, more, layout);
  });
}

void Promoter::collectVariables() {
  for (SlotOp slot : region.getOps<SlotOp>())
    if (isPromotable(slot)) {
      indices[slot.getResult()] = variables.size();
      variables.emplace_back();
      variables.back().op = slot;
      variables.back().slot = slot.getPromotableSlots().front();
    }
}

void Promoter::collectAccesses() {
  auto define = [](Variable &variable, Block *block) {
    if (variable.lastDefinition == block)
      return;
    variable.lastDefinition = block;
    variable.definitions.push_back(block);
  };
  for (Block &block : region)
    for (Operation &op : block) {
      Value slot;
      if (auto load = dyn_cast<LoadOp>(op))
        slot = load.getSlot();
      else if (auto store = dyn_cast<StoreOp>(op))
        slot = store.getSlot();
      else if (isa<SlotOp>(op))
        slot = op.getResult(0);
      auto found = indices.find(slot);
      if (!slot || found == indices.end())
        continue;
      Variable &variable = variables[found->second];
      if (!isa<LoadOp>(op))
        define(variable, &block);
      else if (variable.lastDefinition != &block &&
               (variable.exposed.empty() || variable.exposed.back() != &block))
        variable.exposed.push_back(&block);
    }
}

/// Gives the blocks where different values of the variable meet an argument,
/// as far as the value is wanted there: the iterated dominance frontier of the
/// definitions, searched only where the variable is alive.
void Promoter::placeArguments(unsigned index) {
  Variable &variable = variables[index];
  SmallPtrSet<Block *, 8> defining(variable.definitions.begin(),
                                   variable.definitions.end());
  SmallPtrSet<Block *, 8> live;
  SmallVector<Block *, 4> work(variable.exposed);
  while (!work.empty()) {
    Block *block = work.pop_back_val();
    if (!getNode(block) || !live.insert(block).second)
      continue;
    for (Block *before : block->getPredecessors())
      if (!defining.contains(before))
        work.push_back(before);
  }
  if (live.empty())
    return;
  SmallVector<Block *, 4> roots(variable.definitions);
  while (!roots.empty()) {
    DominanceInfoNode *root = getNode(roots.pop_back_val());
    SmallVector<DominanceInfoNode *> nodes;
    if (root)
      nodes.push_back(root);
    while (!nodes.empty()) {
      DominanceInfoNode *node = nodes.pop_back_val();
      for (Block *after : node->getBlock()->getSuccessors()) {
        if (!live.contains(after) ||
            getNode(after)->getLevel() > root->getLevel())
          continue;
        SmallVector<unsigned, 2> &list = merged[after];
        if (!list.empty() && list.back() == index)
          continue;
        list.push_back(index);
        if (defining.insert(after).second)
          roots.push_back(after);
        BlockArgument argument =
            after->addArgument(variable.slot.elemType, variable.op.getLoc());
        variable.op.handleBlockArgument(variable.slot, argument, builder);
      }
      for (DominanceInfoNode *child : *node)
        if (live.contains(child->getBlock()) &&
            !defining.contains(child->getBlock()))
          nodes.push_back(child);
    }
  }
}

Value Promoter::getValue(unsigned index) {
  if (current[index])
    return current[index];
  Variable &variable = variables[index];
  if (!variable.defaultValue) {
    builder.setInsertionPoint(variable.op);
    variable.defaultValue = variable.op.getDefaultValue(variable.slot, builder);
  }
  return variable.defaultValue;
}

void Promoter::setValue(unsigned index, Value value) {
  changes.push_back({index, current[index]});
  current[index] = value;
}

void Promoter::renameTerminator(Operation *terminator) {
  auto branch = dyn_cast<BranchOpInterface>(terminator);
  for (auto [number, after] : llvm::enumerate(terminator->getSuccessors())) {
    auto found = merged.find(after);
    if (found == merged.end())
      continue;
    SmallVector<Value> values;
    for (unsigned index : found->second)
      values.push_back(getValue(index));
    branch.getSuccessorOperands(number).append(values);
  }
}

void Promoter::renameBlock(Block *block) {
  if (auto found = merged.find(block); found != merged.end()) {
    unsigned first = block->getNumArguments() - found->second.size();
    for (auto [i, index] : llvm::enumerate(found->second))
      setValue(index, block->getArgument(first + i));
  }
  for (Operation &op : llvm::make_early_inc_range(*block)) {
    auto load = dyn_cast<LoadOp>(op);
    auto store = dyn_cast<StoreOp>(op);
    if (!load && !store)
      continue;
    auto found = indices.find(load ? load.getSlot() : store.getSlot());
    if (found == indices.end())
      continue;
    unsigned index = found->second;
    if (load) {
      load.getResult().replaceAllUsesWith(getValue(index));
    } else {
      builder.setInsertionPoint(store);
      setValue(index, store.getStored(variables[index].slot, builder, Value(),
                                      layout));
    }
    op.erase();
  }
  renameTerminator(block->getTerminator());
}

/// Walks the dominator tree, so that every block begins with the values that
/// its dominators end with.
void Promoter::rename() {
  current.resize(variables.size());
  auto undoTo = [&](size_t mark) {
    while (changes.size() > mark) {
      auto [index, value] = changes.pop_back_val();
      current[index] = value;
    }
  };
  if (region.hasOneBlock())
    return renameBlock(&region.front());
  struct Visit {
    DominanceInfoNode *node;
    size_t nextChild;
    size_t mark;
  };
  SmallVector<Visit> path;
  auto enter = [&](DominanceInfoNode *node) {
    path.push_back({node, 0, changes.size()});
    renameBlock(node->getBlock());
  };
  enter(getNode(&region.front()));
  while (!path.empty()) {
    Visit &visit = path.back();
    if (visit.nextChild < visit.node->getNumChildren()) {
      enter(*(visit.node->begin() + visit.nextChild++));
      continue;
    }
    undoTo(visit.mark);
    path.pop_back();
  }
  // What is never executed sees variables without a value.
  for (Block &block : region)
    if (!getNode(&block)) {
      renameBlock(&block);
      undoTo(0);
    }
}

unsigned Promoter::run() {
  for (Block &block : region)
    if (block.getNumSuccessors() != 0 &&
        !isa<BranchOpInterface>(block.getTerminator()))
      return 0;
  collectVariables();
  if (variables.empty())
    return 0;
  collectAccesses();
  if (!region.hasOneBlock())
    for (unsigned index = 0; index != variables.size(); ++index)
      placeArguments(index);
  rename();
  for (Variable &variable : variables)
    (void)variable.op.handlePromotionComplete(variable.slot,
                                              variable.defaultValue, builder);
  return variables.size();
}
