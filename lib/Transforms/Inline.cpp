//===- Inline.cpp - Inline calls that are worth it --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Analysis/CallCycles.h"
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/Analysis/CFGLoopInfo.h"
#include "mlir/Analysis/CallGraph.h"
#include "mlir/IR/Dominance.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Inliner.h"
#include "mlir/Transforms/Passes.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/Process.h"

namespace ruchy {
#define GEN_PASS_DEF_RUCHYINLINE
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace ruchy;

/// What a constant argument takes off the cost: code that depends on it folds.
static constexpr unsigned kConstantBenefit = 5;

/// A function with one caller grows nothing by going inline, within reason:
/// analyses are not linear in the size of a function.
static constexpr unsigned kSingleCallerFactor = 10;

/// Dispatchers and the prelude shrink where they are inlined: what they test is
/// known there, and so is the function that they are given.
static constexpr unsigned kTransparentFactor = 2;

namespace {
struct Inline : ruchy::impl::RuchyInlineBase<Inline> {
  using RuchyInlineBase::RuchyInlineBase;

  void runOnOperation() override {
    readEnvironment();
    cycles = computeCallCycles(getOperation());
    countCallers();
    CallGraph &callGraph = getAnalysis<CallGraph>();
    InlinerConfig config(
        [this](OpPassManager &pm) {
          if (simplify)
            pm.addPass(createCanonicalizerPass());
        },
        /*maxInliningIterations=*/4);
    auto runPipelineOn = [](Pass &pass, OpPassManager &pipeline,
                            Operation *op) {
      return static_cast<Inline &>(pass).runPipeline(pipeline, op);
    };
    auto isProfitable = [this](const Inliner::ResolvedCall &call) {
      bool profitable = isWorthIt(call);
      numInlined += profitable;
      return profitable;
    };
    Inliner inliner(getOperation(), callGraph, *this, getAnalysisManager(),
                    runPipelineOn, config, isProfitable);
    if (failed(inliner.doInlining()))
      signalPassFailure();
  }

private:
  void readEnvironment() {
    auto value = llvm::sys::Process::GetEnv("RUCHY_INLINE_THRESHOLD");
    unsigned number;
    if (value && !StringRef(*value).getAsInteger(10, number))
      threshold = number;
  }

  void countCallers() {
    numCallers.clear();
    getOperation().walk([&](CallOp call) { ++numCallers[call.getCallee()]; });
  }

  bool isWorthIt(const Inliner::ResolvedCall &resolved) {
    CallOpInterface site = resolved.call;
    auto call = dyn_cast<CallOp>(site.getOperation());
    auto callee = dyn_cast<FuncOp>(
        resolved.targetNode->getCallableRegion()->getParentOp());
    if (!call || !callee || callee.getNoInline() ||
        callee->hasAttr(kFrameAttrName) || cycles.contains(callee))
      return false;
    unsigned size = 0;
    callee.walk([&](Operation *op) { size += !isFree(op); });
    if (size <= always)
      return true;
    // The top level runs once: in a larger function every later pass would only
    // have more to do.
    auto caller = call->getParentOfType<FuncOp>();
    if (!caller.isPrivate() && !isInLoop(call))
      return false;
    unsigned limit = threshold;
    // What the compiler puts between a call and the function it means.
    if (callee.getTransparent())
      limit = llvm::SaturatingMultiply(limit, kTransparentFactor);
    if (numCallers.lookup(callee.getSymName()) == 1)
      limit = llvm::SaturatingMultiply(limit, kSingleCallerFactor);
    for (Value argument : call.getArgs())
      if (matchPattern(argument, m_Constant()))
        size -= std::min(size, kConstantBenefit);
    return size <= limit;
  }

  static bool isInLoop(CallOp call) {
    Region &body = *call->getParentRegion();
    if (body.hasOneBlock())
      return false;
    DominanceInfo dominance;
    CFGLoopInfo loops(dominance.getDomTree(&body));
    return loops.getLoopDepth(call->getBlock()) != 0;
  }

  /// Operations that become no code of their own.
  static bool isFree(Operation *op) {
    return isa<FuncOp, ConstantOp, PoisonOp, ErrorNoneOp, ErrorSiteOp>(op);
  }

  DenseMap<Operation *, unsigned> cycles;
  llvm::StringMap<unsigned> numCallers;
};
} // namespace
