//===- TopLevel.cpp - Inlining into code that runs once ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/LLVMIR.h"

#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"

using namespace ruchy;

/// A function of fewer instructions is about as long as its call.
static constexpr unsigned shortFunction = 12;

void ruchy::limitTopLevelInlining(llvm::Module &module) {
  llvm::Function *main = module.getFunction("ruchy_main");
  if (!main || main->isDeclaration())
    return;
  llvm::DominatorTree dominators(*main);
  llvm::LoopInfo loops(dominators);
  for (llvm::BasicBlock &block : *main) {
    if (loops.getLoopFor(&block))
      continue;
    for (llvm::Instruction &instruction : block) {
      auto *call = llvm::dyn_cast<llvm::CallBase>(&instruction);
      llvm::Function *callee = call ? call->getCalledFunction() : nullptr;
      if (callee && !callee->isDeclaration() &&
          callee->getInstructionCount() > shortFunction)
        call->setIsNoInline();
    }
  }
}
