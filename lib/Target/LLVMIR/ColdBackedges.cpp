//===- ColdBackedges.cpp - Loops with a rare detour -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ColdBackedges.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Transforms/Utils/Cloning.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace ruchy;
using namespace llvm;

/// Latches beyond this size are not copied.
static constexpr unsigned kMaxLatchSize = 24;

/// Calls that the runtime declares as rare keep the caller's registers.
static bool callsColdCode(const BasicBlock &block) {
  return any_of(block, [](const Instruction &inst) {
    auto *call = dyn_cast<CallInst>(&inst);
    return call && call->getCallingConv() == CallingConv::PreserveMost;
  });
}

static bool canCopy(const BasicBlock &latch) {
  if (latch.size() > kMaxLatchSize)
    return false;
  return none_of(latch, [](const Instruction &inst) {
    auto *call = dyn_cast<CallBase>(&inst);
    return call && (call->cannotDuplicate() || call->isConvergent());
  });
}

/// Whether every use of the latch's values is in the latch or in a phi of a
/// successor, so that a copy needs nothing but further phi operands.
static bool hasOnlyPhiUses(const BasicBlock &latch) {
  return all_of(latch, [&](const Instruction &inst) {
    return all_of(inst.uses(), [&](const Use &use) {
      auto *user = cast<Instruction>(use.getUser());
      auto *phi = dyn_cast<PHINode>(user);
      if (phi && phi->getParent() != &latch)
        return phi->getIncomingBlock(use) == &latch;
      return user->getParent() == &latch;
    });
  });
}

/// The rare predecessor of the latch of a loop whose header has a phi that only
/// the rare way changes; null if there is none.
static BasicBlock *findColdPredecessor(const Loop &loop) {
  BasicBlock *latch = loop.getLoopLatch();
  if (!latch || latch == loop.getHeader() || !canCopy(*latch))
    return nullptr;
  for (PHINode &merged : latch->phis())
    for (BasicBlock *pred : predecessors(latch)) {
      if (!isa<BranchInst>(pred->getTerminator()) || !callsColdCode(*pred) ||
          pred->getSingleSuccessor() != latch)
        continue;
      for (PHINode &carried : loop.getHeader()->phis())
        if (carried.getIncomingValueForBlock(latch) == &merged &&
            merged.getIncomingValueForBlock(pred) != &carried &&
            hasOnlyPhiUses(*latch))
          return pred;
    }
  return nullptr;
}

/// Copies the latch for one of its predecessors.
static void copyLatch(BasicBlock *latch, BasicBlock *pred) {
  ValueToValueMapTy values;
  for (PHINode &phi : latch->phis())
    values[&phi] = phi.getIncomingValueForBlock(pred);
  BasicBlock *copy =
      BasicBlock::Create(latch->getContext(), latch->getName() + ".cold",
                         latch->getParent(), latch);
  for (Instruction &inst : *latch) {
    if (isa<PHINode>(inst))
      continue;
    Instruction *clone = inst.clone();
    clone->insertInto(copy, copy->end());
    values[&inst] = clone;
    RemapInstruction(clone, values,
                     RF_NoModuleLevelChanges | RF_IgnoreMissingLocals);
  }
  for (BasicBlock *successor : llvm::successors(latch))
    for (PHINode &phi : successor->phis()) {
      Value *value = phi.getIncomingValueForBlock(latch);
      if (auto mapped = values.find(value); mapped != values.end())
        value = mapped->second;
      phi.addIncoming(value, copy);
    }
  pred->getTerminator()->replaceSuccessorWith(latch, copy);
  latch->removePredecessor(pred);
}

PreservedAnalyses ColdBackedgesPass::run(Function &function,
                                         FunctionAnalysisManager &analyses) {
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  SmallVector<std::pair<BasicBlock *, BasicBlock *>> found;
  for (Loop *loop : loops.getLoopsInPreorder())
    if (BasicBlock *pred = findColdPredecessor(*loop))
      found.push_back({loop->getLoopLatch(), pred});
  for (auto [latch, pred] : found)
    copyLatch(latch, pred);
  return found.empty() ? PreservedAnalyses::all() : PreservedAnalyses::none();
}
