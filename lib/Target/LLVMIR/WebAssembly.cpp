//===- WebAssembly.cpp - Rewrites for the WebAssembly back end --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WebAssembly.h"
#include "Ruchy/Target/LLVMIR.h"

#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace ruchy;

/// An operation that leaves a value as it is, at a place from which nothing
/// moves it away.
static llvm::Value *createBarrier(llvm::IRBuilder<> &builder,
                                  llvm::Value *value) {
  auto *type = llvm::FunctionType::get(value->getType(), {value->getType()},
                                       /*isVarArg=*/false);
  return builder.CreateCall(llvm::InlineAsm::get(type, "", "=r,0",
                                                 /*hasSideEffects=*/true),
                            {value});
}

namespace {

/// A scalar part of the result of a call, and where it was taken out.
struct ResultPart {
  llvm::ExtractValueInst *extract;
  llvm::SmallVector<unsigned> path;
};

} // namespace

/// Finds the uses of all parts of a result but the first. An `any` is a pair
/// within the pair of value and status.
static void collectLaterParts(llvm::Value *value,
                              llvm::ArrayRef<unsigned> prefix,
                              llvm::SmallVectorImpl<ResultPart> &parts) {
  for (llvm::User *user : value->users()) {
    auto *extract = llvm::dyn_cast<llvm::ExtractValueInst>(user);
    if (!extract)
      continue;
    llvm::SmallVector<unsigned> path(prefix);
    llvm::append_range(path, extract->getIndices());
    if (extract->getType()->isAggregateType())
      collectLaterParts(extract, path, parts);
    else if (llvm::any_of(path, [](unsigned index) { return index != 0; }))
      parts.push_back({extract, path});
  }
}

/// When LLVM 22 turns registers into a stack, it may move a call down to the
/// use of its first result, past a read of its second one, which then reads
/// what was there before. A barrier right behind the call stops that.
static void protectLaterResults(llvm::CallInst *call) {
  llvm::SmallVector<ResultPart> parts;
  collectLaterParts(call, {}, parts);
  llvm::IRBuilder<> builder(call->getNextNode());
  for (ResultPart &part : parts) {
    llvm::Value *value = builder.CreateExtractValue(call, part.path);
    part.extract->replaceAllUsesWith(createBarrier(builder, value));
  }
  // Not before: the builder may stand at one of them.
  for (ResultPart &part : parts)
    part.extract->eraseFromParent();
}

void ruchy::prepareForWebAssembly(llvm::Module &module) {
  expandWideMultiplications(module);
  llvm::SmallVector<llvm::CallInst *> calls;
  for (llvm::Function &function : module)
    for (llvm::BasicBlock &block : function)
      for (llvm::Instruction &instruction : block)
        if (auto *call = llvm::dyn_cast<llvm::CallInst>(&instruction))
          if (call->getType()->isStructTy() && !call->isInlineAsm() &&
              !call->isMustTailCall() && !llvm::isa<llvm::IntrinsicInst>(call))
            calls.push_back(call);
  for (llvm::CallInst *call : calls)
    protectLaterResults(call);
}
