//===- HoistLengths.cpp - Lengths of arrays out of loops --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HoistLengths.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/MemorySSA.h"
#include "llvm/Analysis/MemorySSAUpdater.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/Instructions.h"

using namespace ruchy;
using namespace llvm;

/// Whether the load reads the head of a container, by the name of the type in
/// its tag: that of compiled code, or one of the runtime's structures.
static bool readsHead(const LoadInst &load) {
  MDNode *tag = load.getMetadata(LLVMContext::MD_tbaa);
  if (!tag || tag->getNumOperands() < 2)
    return false;
  auto *type = dyn_cast<MDNode>(tag->getOperand(0));
  auto *name = type && type->getNumOperands()
                   ? dyn_cast<MDString>(type->getOperand(0))
                   : nullptr;
  return name &&
         (name->getString() == "head" || name->getString() == "_ZTS7RtArray" ||
          name->getString() == "_ZTSN5ruchy2rt10StringHeadE");
}

/// The pointer that the address is computed from, if it is at a fixed distance.
static Value *getBase(LoadInst &load, const DataLayout &layout) {
  APInt offset(layout.getIndexTypeSizeInBits(load.getPointerOperandType()), 0);
  return load.getPointerOperand()->stripAndAccumulateConstantOffsets(
      layout, offset, /*AllowNonInbounds=*/false);
}

/// Moves the load, and the computation of its address, before the loop.
static bool hoist(LoadInst &load, Loop &loop, MemorySSA &memory,
                  MemorySSAUpdater &updater) {
  const DataLayout &layout = load.getDataLayout();
  if (!readsHead(load) || !loop.isLoopInvariant(getBase(load, layout)))
    return false;
  MemoryAccess *clobber = memory.getWalker()->getClobberingMemoryAccess(&load);
  if (!memory.isLiveOnEntryDef(clobber) && loop.contains(clobber->getBlock()))
    return false;
  Instruction *before = loop.getLoopPreheader()->getTerminator();
  auto *address = dyn_cast<Instruction>(load.getPointerOperand());
  if (address && loop.contains(address)) {
    if (!isa<GetElementPtrInst>(address) ||
        !loop.isLoopInvariant(address->getOperand(0)))
      return false;
    Instruction *copy = address->clone();
    copy->insertBefore(before->getIterator());
    load.setOperand(0, copy);
  }
  load.moveBefore(before->getIterator());
  updater.moveToPlace(memory.getMemoryAccess(&load), before->getParent(),
                      MemorySSA::BeforeTerminator);
  return true;
}

PreservedAnalyses HoistLengthsPass::run(Function &function,
                                        FunctionAnalysisManager &analyses) {
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  if (loops.empty())
    return PreservedAnalyses::all();
  MemorySSA &memory = analyses.getResult<MemorySSAAnalysis>(function).getMSSA();
  MemorySSAUpdater updater(&memory);
  bool changed = false;
  // Inner loops first: what leaves one may leave the next as well.
  SmallVector<Loop *> order = loops.getLoopsInPreorder();
  for (Loop *loop : reverse(order)) {
    if (!loop->getLoopPreheader())
      continue;
    SmallVector<LoadInst *> loads;
    for (BasicBlock *block : loop->blocks())
      for (Instruction &inst : *block)
        if (auto *load = dyn_cast<LoadInst>(&inst); load && load->isSimple())
          loads.push_back(load);
    for (LoadInst *load : loads)
      changed |= hoist(*load, *loop, memory, updater);
  }
  if (!changed)
    return PreservedAnalyses::all();
  PreservedAnalyses preserved;
  preserved.preserveSet<CFGAnalyses>();
  preserved.preserve<MemorySSAAnalysis>();
  return preserved;
}
