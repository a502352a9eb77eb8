//===- RareCode.cpp - Less work for code that runs rarely -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Two kinds of code are not worth the time that their optimisation takes:
/// what follows an error, and statements that run a few times from one start of
/// the program to its end. Calls there stay calls, and functions without any
/// loop that run that rarely get the quick pipeline.
///
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/LLVMIR.h"

#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/ProfDataUtils.h"

using namespace ruchy;

/// A function of fewer instructions is about as long as its call.
static constexpr unsigned shortFunction = 12;
/// The same for runtime functions, whose parameters live in memory at first.
static constexpr unsigned shortRuntimeFunction = 16;
/// What is called more often may take a noticeable part of the time.
static constexpr unsigned fewRuns = 100;
/// From here on compile time counts more than the size of the code.
static constexpr unsigned longFunction = 100;
/// An edge this much less likely than the others leads to an error.
static constexpr uint64_t errorRatio = 1000;

using BlockSet = llvm::SmallPtrSet<const llvm::BasicBlock *, 16>;

static BlockSet findLoops(llvm::Function &function) {
  BlockSet result;
  for (auto component = llvm::scc_begin(&function); !component.isAtEnd();
       ++component)
    if (component.hasCycle())
      result.insert(component->begin(), component->end());
  return result;
}

namespace {

/// Functions that run at most a few times, found from the callers down. What
/// is part of a cycle of calls, or called through a pointer, never gets here.
class FewRuns {
public:
  explicit FewRuns(llvm::Function &main) { add(main, 1); }

  /// Calls the function for every function and the blocks of its loops.
  template <typename F> void forEach(F visit) {
    while (!ready.empty()) {
      llvm::Function *function = ready.pop_back_val();
      BlockSet loops = findLoops(*function);
      for (llvm::BasicBlock &block : *function)
        visitCalls(block, loops.contains(&block), states[function].runs);
      visit(*function, loops);
    }
  }

private:
  struct State {
    unsigned runs = 0;
    unsigned uses = 0;
  };

  void add(llvm::Function &function, unsigned runs) {
    states[&function].runs = runs;
    ready.push_back(&function);
  }

  void visitCalls(llvm::BasicBlock &block, bool inLoop, unsigned runs) {
    for (llvm::Instruction &instruction : block) {
      auto *call = llvm::dyn_cast<llvm::CallBase>(&instruction);
      llvm::Function *callee = call ? call->getCalledFunction() : nullptr;
      if (!callee || callee->isDeclaration() || !callee->hasLocalLinkage())
        continue;
      State &state = states[callee];
      state.runs += inLoop ? fewRuns + 1 : runs;
      // Arguments may use the function too, and then a use stays uncounted.
      if (++state.uses == callee->getNumUses() && state.runs <= fewRuns)
        ready.push_back(callee);
    }
  }

  llvm::DenseMap<llvm::Function *, State> states;
  llvm::SmallVector<llvm::Function *> ready;
};

/// How many instructions a function of the runtime brings when inlined.
class RuntimeSizes {
public:
  unsigned get(llvm::Function &function) {
    auto [it, isNew] = sizes.try_emplace(&function, 0);
    if (!isNew)
      return it->second;
    unsigned size = function.getInstructionCount();
    for (llvm::BasicBlock &block : function)
      for (llvm::Instruction &instruction : block)
        if (auto *call = llvm::dyn_cast<llvm::CallBase>(&instruction))
          if (llvm::Function *callee = call->getCalledFunction();
              callee && isInlined(*callee))
            size += get(*callee);
    return sizes[&function] = size;
  }

  static bool isInlined(llvm::Function &function) {
    return !function.isDeclaration() &&
           function.hasFnAttribute(llvm::Attribute::AlwaysInline);
  }

private:
  llvm::DenseMap<llvm::Function *, unsigned> sizes;
};

} // namespace

/// Whether the edge is one that branch weights call an error.
static bool isUnlikely(llvm::BasicBlock &from, llvm::BasicBlock &to) {
  llvm::Instruction *end = from.getTerminator();
  llvm::SmallVector<uint32_t> weights;
  if (end->getNumSuccessors() < 2 || !llvm::extractBranchWeights(*end, weights))
    return false;
  uint64_t all = 0, taken = 0;
  for (auto [index, weight] : llvm::enumerate(weights)) {
    all += weight;
    if (end->getSuccessor(index) == &to)
      taken += weight;
  }
  return taken * errorRatio < all;
}

/// Blocks that only errors lead to. Loops among them are not counted in.
static BlockSet findErrorBlocks(llvm::Function &function) {
  BlockSet result;
  llvm::ReversePostOrderTraversal<llvm::Function *> order(&function);
  for (llvm::BasicBlock *block : order)
    if (!llvm::pred_empty(block) &&
        llvm::all_of(llvm::predecessors(block), [&](llvm::BasicBlock *from) {
          return result.contains(from) || isUnlikely(*from, *block);
        }))
      result.insert(block);
  return result;
}

/// Keeps the fast paths of the runtime out of a block, and what else is long.
static void limitInlining(llvm::BasicBlock &block, RuntimeSizes &sizes,
                          bool runtimeOnly) {
  for (llvm::Instruction &instruction : block) {
    auto *call = llvm::dyn_cast<llvm::CallBase>(&instruction);
    llvm::Function *callee = call ? call->getCalledFunction() : nullptr;
    if (!callee || callee->isDeclaration())
      continue;
    bool isLong =
        RuntimeSizes::isInlined(*callee)
            ? sizes.get(*callee) > shortRuntimeFunction
            : !runtimeOnly && callee->getInstructionCount() > shortFunction;
    if (isLong)
      call->setIsNoInline();
  }
}

void ruchy::limitRareCode(llvm::Module &module, bool quickFunctions) {
  RuntimeSizes sizes;
  for (llvm::Function &function : module) {
    if (function.isDeclaration() || RuntimeSizes::isInlined(function))
      continue;
    BlockSet errors = findErrorBlocks(function);
    for (llvm::BasicBlock &block : function)
      if (errors.contains(&block))
        limitInlining(block, sizes, /*runtimeOnly=*/true);
  }
  llvm::Function *main = module.getFunction("ruchy_main");
  if (!main || main->isDeclaration())
    return;
  FewRuns(*main).forEach([&](llvm::Function &function, const BlockSet &loops) {
    for (llvm::BasicBlock &block : function)
      if (!loops.contains(&block))
        limitInlining(block, sizes, /*runtimeOnly=*/false);
    if (quickFunctions && loops.empty() &&
        function.getInstructionCount() > longFunction &&
        !function.hasFnAttribute(llvm::Attribute::AlwaysInline)) {
      function.addFnAttr(llvm::Attribute::NoInline);
      function.addFnAttr(llvm::Attribute::OptimizeNone);
    }
  });
}
