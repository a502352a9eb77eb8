//===- BlockSums.cpp - Checked sums in blocks -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BlockSums.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Utils/ScalarEvolutionExpander.h"

using namespace ruchy;
using namespace llvm;

/// Elements per block, a power of two. So many elements, each below
/// kElementBits, and a sum below kSumBits make less than 63 bits.
static constexpr uint64_t kBlockSize = 512;
static constexpr unsigned kElementBits = 53, kSumBits = 62;

namespace {

/// A loop of a header, which loads an element and adds it with a test, and a
/// latch, which counts.
struct SumLoop {
  Loop *loop;
  PHINode *index, *sum;
  LoadInst *element;
  GetElementPtrInst *address;
  const SCEV *lastRound; ///< Number of the last round, beginning with 0.

  static std::optional<SumLoop> match(Loop *loop, ScalarEvolution &evolution);
};

} // namespace

/// The loop's phi of 64 bits that is a sum of elements, and the addition.
static IntrinsicInst *matchSum(const Loop &loop) {
  auto *branch = dyn_cast<BranchInst>(loop.getHeader()->getTerminator());
  if (!branch || !branch->isConditional() ||
      branch->getSuccessor(1) != loop.getLoopLatch() ||
      loop.contains(branch->getSuccessor(0)))
    return nullptr;
  auto *overflow = dyn_cast<ExtractValueInst>(branch->getCondition());
  auto *add = overflow && overflow->getIndices() == ArrayRef<unsigned>{1}
                  ? dyn_cast<IntrinsicInst>(overflow->getAggregateOperand())
                  : nullptr;
  if (!add || add->getIntrinsicID() != Intrinsic::sadd_with_overflow ||
      !add->getOperand(0)->getType()->isIntegerTy(64))
    return nullptr;
  return add;
}

/// Whether the loop does nothing but what its results are computed from.
static bool isPure(const Loop &loop) {
  return all_of(loop.getBlocks(), [](const BasicBlock *block) {
    return none_of(*block, [](const Instruction &inst) {
      if (auto *load = dyn_cast<LoadInst>(&inst))
        return !load->isSimple();
      return inst.mayHaveSideEffects() || inst.mayReadFromMemory();
    });
  });
}

std::optional<SumLoop> SumLoop::match(Loop *loop, ScalarEvolution &evolution) {
  BasicBlock *header = loop->getHeader(), *latch = loop->getLoopLatch();
  if (loop->getNumBlocks() != 2 || !latch || latch == header ||
      !loop->getLoopPreheader() || !loop->isLoopExiting(latch) ||
      !isPure(*loop))
    return std::nullopt;
  IntrinsicInst *add = matchSum(*loop);
  if (!add)
    return std::nullopt;
  SumLoop result{loop, nullptr, nullptr, nullptr, nullptr, nullptr};
  for (unsigned i : {0, 1})
    if (auto *phi = dyn_cast<PHINode>(add->getOperand(i));
        phi && phi->getParent() == header) {
      result.sum = phi;
      result.element = dyn_cast<LoadInst>(add->getOperand(1 - i));
    }
  using namespace PatternMatch;
  if (!result.sum || !result.element || !loop->contains(result.element) ||
      !PatternMatch::match(result.sum->getIncomingValueForBlock(latch),
                           m_ExtractValue<0>(m_Specific(add))))
    return std::nullopt;
  result.address =
      dyn_cast<GetElementPtrInst>(result.element->getPointerOperand());
  if (!result.address || result.address->getNumIndices() != 1 ||
      !result.address->getSourceElementType()->isIntegerTy(64) ||
      !loop->isLoopInvariant(result.address->getPointerOperand()))
    return std::nullopt;
  result.index = dyn_cast<PHINode>(result.address->getOperand(1));
  // Another phi would have to be brought forward by the new loop, too.
  if (!result.index || result.index->getParent() != header ||
      range_size(header->phis()) != 2 ||
      !PatternMatch::match(result.index->getIncomingValueForBlock(latch),
                           m_Add(m_Specific(result.index), m_One())))
    return std::nullopt;
  result.lastRound = evolution.getExitCount(loop, latch);
  if (isa<SCEVCouldNotCompute>(result.lastRound) ||
      !result.lastRound->getType()->isIntegerTy(64))
    return std::nullopt;
  return result;
}

namespace {

/// Writes the loop over blocks.
class BlockLoop {
public:
  BlockLoop(const SumLoop &sum, Value *lastRound)
      : sum(sum), lastRound(lastRound), builder(lastRound->getContext()),
        before(sum.loop->getLoopPreheader()),
        start(sum.index->getIncomingValueForBlock(before)) {}

  void write();

private:
  BasicBlock *createBlock(const Twine &name) {
    return BasicBlock::Create(builder.getContext(), name, before->getParent(),
                              sum.loop->getHeader());
  }
  PHINode *createPhi() { return builder.CreatePHI(builder.getInt64Ty(), 2); }
  /// Adds one block; returns its sum and, in `small`, whether none of its
  /// elements is large.
  Value *addBlock(BasicBlock *from, Value *first, Value *&small);

  const SumLoop &sum;
  Value *lastRound;
  IRBuilder<> builder;
  BasicBlock *before;
  Value *start;
};

} // namespace

Value *BlockLoop::addBlock(BasicBlock *from, Value *first, Value *&small) {
  BasicBlock *body = createBlock("sum.block");
  BasicBlock *end = createBlock("sum.block.end");
  builder.CreateBr(body);
  builder.SetInsertPoint(body);
  PHINode *round = createPhi(), *total = createPhi(), *bits = createPhi();
  Value *index = builder.CreateAdd(first, round, "", /*HasNUW=*/false,
                                   /*HasNSW=*/true);
  Value *address =
      builder.CreateGEP(builder.getInt64Ty(), sum.address->getPointerOperand(),
                        index, "", sum.address->getNoWrapFlags());
  LoadInst *element = builder.CreateAlignedLoad(builder.getInt64Ty(), address,
                                                sum.element->getAlign());
  element->setAAMetadata(sum.element->getAAMetadata());
  Value *nextTotal = builder.CreateAdd(total, element);
  // From a small element of either sign this makes a small positive number.
  Value *shifted = builder.CreateAdd(
      element, builder.getInt64(uint64_t(1) << (kElementBits - 1)));
  Value *nextBits = builder.CreateOr(bits, shifted);
  Value *nextRound = builder.CreateAdd(round, builder.getInt64(1), "",
                                       /*HasNUW=*/true, /*HasNSW=*/true);
  Value *done = builder.CreateICmpEQ(nextRound, builder.getInt64(kBlockSize));
  builder.CreateCondBr(done, end, body);
  for (auto [phi, next] :
       {std::pair(round, nextRound), {total, nextTotal}, {bits, nextBits}}) {
    phi->addIncoming(builder.getInt64(0), from);
    phi->addIncoming(next, body);
  }
  builder.SetInsertPoint(end);
  small = builder.CreateICmpULT(nextBits,
                                builder.getInt64(uint64_t(1) << kElementBits));
  return nextTotal;
}

void BlockLoop::write() {
  BasicBlock *header = sum.loop->getHeader();
  BasicBlock *blocks = createBlock("sum.blocks");
  builder.SetInsertPoint(before->getTerminator());
  // The last round is left over in any case: loops test at their end.
  Value *count = builder.CreateUDiv(lastRound, builder.getInt64(kBlockSize));
  Value *any = builder.CreateICmpNE(count, builder.getInt64(0));

  builder.SetInsertPoint(blocks);
  PHINode *number = createPhi(), *total = createPhi();
  Value *first = builder.CreateAdd(
      start, builder.CreateMul(number, builder.getInt64(kBlockSize)));
  Value *small = nullptr;
  Value *blockTotal = addBlock(blocks, first, small);
  // The sum so far may have either sign.
  Value *moderate = builder.CreateICmpSGE(
      builder.CreateAdd(total, builder.getInt64(uint64_t(1) << kSumBits)),
      builder.getInt64(0));
  Value *good = builder.CreateAnd(small, moderate);
  Value *next = builder.CreateAdd(total, blockTotal);
  BasicBlock *end = builder.GetInsertBlock();
  BasicBlock *advance = createBlock("sum.advance");
  BasicBlock *rest = createBlock("sum.rest");
  builder.CreateCondBr(good, advance, rest);
  builder.SetInsertPoint(advance);
  Value *nextNumber = builder.CreateAdd(number, builder.getInt64(1));
  builder.CreateCondBr(builder.CreateICmpEQ(nextNumber, count), rest, blocks);

  Value *initial = sum.sum->getIncomingValueForBlock(before);
  number->addIncoming(builder.getInt64(0), before);
  number->addIncoming(nextNumber, advance);
  total->addIncoming(initial, before);
  total->addIncoming(next, advance);

  builder.SetInsertPoint(rest);
  PHINode *doneBlocks = createPhi(), *doneSum = createPhi();
  for (auto [block, blockCount, value] :
       {std::tuple<BasicBlock *, Value *, Value *>(before, builder.getInt64(0),
                                                   initial),
        {end, number, total},
        {advance, nextNumber, next}}) {
    doneBlocks->addIncoming(blockCount, block);
    doneSum->addIncoming(value, block);
  }
  Value *reached = builder.CreateAdd(
      start, builder.CreateMul(doneBlocks, builder.getInt64(kBlockSize)));
  builder.CreateBr(header);

  builder.SetInsertPoint(before->getTerminator());
  builder.CreateCondBr(any, blocks, rest);
  before->getTerminator()->eraseFromParent();
  for (auto [phi, value] : {std::pair<PHINode *, Value *>(sum.index, reached),
                            {sum.sum, doneSum}}) {
    int position = phi->getBasicBlockIndex(before);
    phi->setIncomingBlock(position, rest);
    phi->setIncomingValue(position, value);
  }
}

/// Without vectors of two elements blocks only cost.
static bool hasVectors(const TargetTransformInfo &target) {
  return target.getRegisterBitWidth(TargetTransformInfo::RGK_FixedWidthVector)
             .getFixedValue() >= 128;
}

PreservedAnalyses BlockSumsPass::run(Function &function,
                                     FunctionAnalysisManager &analyses) {
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  if (loops.empty() ||
      !hasVectors(analyses.getResult<TargetIRAnalysis>(function)))
    return PreservedAnalyses::all();
  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  SmallVector<SumLoop> found;
  for (Loop *loop : loops.getLoopsInPreorder())
    if (std::optional<SumLoop> sum = SumLoop::match(loop, evolution))
      found.push_back(*sum);
  for (const SumLoop &sum : found) {
    Instruction *before = sum.loop->getLoopPreheader()->getTerminator();
    SCEVExpander expander(evolution, "sum");
    if (expander.isSafeToExpandAt(sum.lastRound, before))
      BlockLoop(sum, expander.expandCodeFor(sum.lastRound, nullptr, before))
          .write();
  }
  return found.empty() ? PreservedAnalyses::all() : PreservedAnalyses::none();
}
