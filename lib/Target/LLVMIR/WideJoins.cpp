//===- WideJoins.cpp - Joins with thousands of edges ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WideJoins.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

/// Joins of fewer blocks stay as they are.
static constexpr unsigned kWideJoin = 128;

/// The place for what is to happen on the way between two blocks and nowhere
/// else.
static BasicBlock *splitEdge(BasicBlock *from, BasicBlock *to) {
  if (from->getUniqueSuccessor() == to)
    return from;
  BasicBlock *between =
      BasicBlock::Create(to->getContext(), "", to->getParent(), to);
  auto *branch = BranchInst::Create(to, between);
  branch->setDebugLoc(from->getTerminator()->getDebugLoc());
  from->getTerminator()->replaceSuccessorWith(to, between);
  return between;
}

static void storeOperands(PHINode &phi, AllocaInst &slot,
                          const DenseMap<BasicBlock *, BasicBlock *> &places) {
  SmallPtrSet<BasicBlock *, 16> done;
  for (auto [from, value] : zip(phi.blocks(), phi.incoming_values()))
    if (BasicBlock *place = places.lookup(from); done.insert(place).second)
      new StoreInst(value, &slot, place->getTerminator()->getIterator());
}

static void useMemory(BasicBlock &block) {
  DenseMap<BasicBlock *, BasicBlock *> places;
  for (BasicBlock *from :
       SetVector<BasicBlock *>(pred_begin(&block), pred_end(&block)))
    places[from] = splitEdge(from, &block);

  Function &function = *block.getParent();
  unsigned space = function.getParent()->getDataLayout().getAllocaAddrSpace();
  for (PHINode &phi : make_early_inc_range(block.phis())) {
    auto *slot = new AllocaInst(phi.getType(), space, "",
                                function.getEntryBlock().begin());
    storeOperands(phi, *slot, places);
    auto *load =
        new LoadInst(phi.getType(), slot, "", block.getFirstInsertionPt());
    phi.replaceAllUsesWith(load);
    phi.eraseFromParent();
  }
}

void ruchy::simplifyWideJoins(Function &function) {
  SmallVector<BasicBlock *> wide;
  for (BasicBlock &block : function)
    if (!block.phis().empty() &&
        block.phis().begin()->getNumIncomingValues() > kWideJoin)
      wide.push_back(&block);
  for (BasicBlock *block : wide)
    useMemory(*block);
}
