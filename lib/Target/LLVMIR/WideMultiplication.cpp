//===- WideMultiplication.cpp - 128-bit products of 64-bit ones -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WebAssembly.h"

#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"

using namespace ruchy;

namespace {

/// Builds the parts of a product from 32-bit halves, the way that is known
/// from Knuth's algorithm M.
class ProductBuilder {
public:
  ProductBuilder(llvm::IRBuilder<> &builder, bool isSigned)
      : builder(builder), isSigned(isSigned) {}

  /// The upper 64 bits of the 128-bit product.
  llvm::Value *buildHigh(llvm::Value *a, llvm::Value *b) {
    llvm::Value *aLow = lowHalf(a), *aHigh = highHalf(a);
    llvm::Value *bLow = lowHalf(b), *bHigh = highHalf(b);
    llvm::Value *first = builder.CreateLShr(builder.CreateMul(aLow, bLow), 32);
    llvm::Value *middle =
        builder.CreateAdd(builder.CreateMul(aHigh, bLow), first);
    llvm::Value *other =
        builder.CreateAdd(builder.CreateMul(aLow, bHigh), lowHalf(middle));
    return builder.CreateAdd(
        builder.CreateAdd(builder.CreateMul(aHigh, bHigh), highHalf(middle)),
        highHalf(other));
  }

private:
  llvm::Value *lowHalf(llvm::Value *value) {
    return builder.CreateAnd(value, 0xffffffffu);
  }
  llvm::Value *highHalf(llvm::Value *value) {
    return isSigned ? builder.CreateAShr(value, 32)
                    : builder.CreateLShr(value, 32);
  }

  llvm::IRBuilder<> &builder;
  bool isSigned;
};

/// Expands the products of one module.
class Expander {
public:
  explicit Expander(llvm::Module &module) : module(module) {}
  void run();

private:
  llvm::Function *getOverflowFunction(bool isSigned);
  void expandChecked(llvm::WithOverflowInst *product);
  void expandWide(llvm::BinaryOperator *product);

  llvm::Module &module;
  llvm::Function *overflowFunctions[2] = {};
};

} // namespace

/// A function that tells whether a product leaves 64 bits; called only for
/// factors that are not both small.
llvm::Function *Expander::getOverflowFunction(bool isSigned) {
  llvm::Function *&function = overflowFunctions[isSigned];
  if (function)
    return function;
  llvm::LLVMContext &context = module.getContext();
  auto *wide = llvm::Type::getInt64Ty(context);
  auto *type = llvm::FunctionType::get(llvm::Type::getInt1Ty(context),
                                       {wide, wide}, /*isVarArg=*/false);
  function = llvm::Function::Create(type, llvm::GlobalValue::InternalLinkage,
                                    isSigned ? "ruchy.product.overflows"
                                             : "ruchy.uproduct.overflows",
                                    module);
  function->addFnAttr(llvm::Attribute::NoUnwind);
  function->addFnAttr(llvm::Attribute::NoInline);
  llvm::IRBuilder<> builder(llvm::BasicBlock::Create(context, "", function));
  llvm::Value *a = function->getArg(0), *b = function->getArg(1);
  llvm::Value *high = ProductBuilder(builder, isSigned).buildHigh(a, b);
  llvm::Value *expected = isSigned
                              ? builder.CreateAShr(builder.CreateMul(a, b), 63)
                              : static_cast<llvm::Value *>(builder.getInt64(0));
  builder.CreateRet(builder.CreateICmpNE(high, expected));
  return function;
}

/// A product of two numbers of 32 bits cannot overflow, and nearly all are.
void Expander::expandChecked(llvm::WithOverflowInst *product) {
  bool isSigned = product->isSigned();
  llvm::Value *a = product->getLHS(), *b = product->getRHS();
  llvm::IRBuilder<> builder(product);
  llvm::Value *low = builder.CreateMul(a, b);
  uint64_t bias = isSigned ? uint64_t(1) << 31 : 0;
  auto shifted = [&](llvm::Value *value) {
    return builder.CreateAdd(value, builder.getInt64(bias));
  };
  llvm::Value *isLarge = builder.CreateICmpUGT(
      builder.CreateOr(shifted(a), shifted(b)), builder.getInt64(0xffffffffu));
  llvm::BasicBlock *before = product->getParent();
  llvm::Instruction *end = llvm::SplitBlockAndInsertIfThen(
      isLarge, product->getIterator(), /*Unreachable=*/false,
      llvm::MDBuilder(module.getContext()).createBranchWeights(1, 1000));
  llvm::CallInst *slow = llvm::CallInst::Create(getOverflowFunction(isSigned),
                                                {a, b}, "", end->getIterator());
  builder.SetInsertPoint(product->getParent(), product->getParent()->begin());
  llvm::PHINode *overflow = builder.CreatePHI(builder.getInt1Ty(), 2);
  overflow->addIncoming(builder.getFalse(), before);
  overflow->addIncoming(slow, end->getParent());
  builder.SetInsertPoint(product);
  llvm::Value *pair = builder.CreateInsertValue(
      llvm::PoisonValue::get(product->getType()), low, 0);
  pair = builder.CreateInsertValue(pair, overflow, 1);
  for (llvm::User *user : llvm::make_early_inc_range(product->users())) {
    auto *extract = llvm::dyn_cast<llvm::ExtractValueInst>(user);
    if (!extract)
      continue;
    extract->replaceAllUsesWith(extract->getIndices()[0] == 0
                                    ? low
                                    : static_cast<llvm::Value *>(overflow));
    extract->eraseFromParent();
  }
  product->replaceAllUsesWith(pair);
  product->eraseFromParent();
}

void Expander::expandWide(llvm::BinaryOperator *product) {
  llvm::IRBuilder<> builder(product);
  llvm::Type *wide = builder.getInt128Ty(), *narrow = builder.getInt64Ty();
  auto low = [&](llvm::Value *value) {
    return builder.CreateTrunc(builder.CreateZExt(value, wide), narrow);
  };
  auto high = [&](llvm::Value *value) {
    return builder.CreateTrunc(
        builder.CreateLShr(builder.CreateZExt(value, wide), 64), narrow);
  };
  llvm::Value *a = product->getOperand(0), *b = product->getOperand(1);
  llvm::Value *aLow = low(a), *bLow = low(b);
  llvm::Value *upper =
      ProductBuilder(builder, /*isSigned=*/false).buildHigh(aLow, bLow);
  upper = builder.CreateAdd(upper, builder.CreateMul(high(a), bLow));
  upper = builder.CreateAdd(upper, builder.CreateMul(aLow, high(b)));
  llvm::Value *lower = builder.CreateMul(aLow, bLow);
  llvm::Value *result =
      builder.CreateOr(builder.CreateShl(builder.CreateZExt(upper, wide), 64),
                       builder.CreateZExt(lower, wide));
  product->replaceAllUsesWith(builder.CreateTrunc(result, product->getType()));
  product->eraseFromParent();
}

void Expander::run() {
  llvm::SmallVector<llvm::WithOverflowInst *> checked;
  llvm::SmallVector<llvm::BinaryOperator *> wide;
  for (llvm::Function &function : module)
    for (llvm::BasicBlock &block : function)
      for (llvm::Instruction &instruction : block) {
        if (auto *product =
                llvm::dyn_cast<llvm::WithOverflowInst>(&instruction))
          if (product->getBinaryOp() == llvm::Instruction::Mul &&
              product->getLHS()->getType()->isIntegerTy(64))
            checked.push_back(product);
        if (auto *product = llvm::dyn_cast<llvm::BinaryOperator>(&instruction))
          if (product->getOpcode() == llvm::Instruction::Mul &&
              product->getType()->isIntegerTy() &&
              product->getType()->getIntegerBitWidth() > 64 &&
              product->getType()->getIntegerBitWidth() <= 128)
            wide.push_back(product);
      }
  for (llvm::BinaryOperator *product : wide)
    expandWide(product);
  for (llvm::WithOverflowInst *product : checked)
    expandChecked(product);
}

void ruchy::expandWideMultiplications(llvm::Module &module) {
  Expander(module).run();
}
