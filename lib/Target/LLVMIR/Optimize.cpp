//===- Optimize.cpp - Runs LLVM's pipelines ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/LLVMIR.h"

#include "BlockSums.h"
#include "ColdBackedges.h"
#include "HoistLengths.h"
#include "WideJoins.h"

#include "llvm/ADT/Any.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Module.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Passes/StandardInstrumentations.h"
#include "llvm/Support/TimeProfiler.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Transforms/Scalar/GVN.h"
#include "llvm/Transforms/Scalar/InductiveRangeCheckElimination.h"
#include "llvm/Transforms/Scalar/LICM.h"
#include "llvm/Transforms/Scalar/LoopPassManager.h"
#include "llvm/Transforms/Scalar/SimpleLoopUnswitch.h"
#include "llvm/Transforms/Utils/LCSSA.h"
#include "llvm/Transforms/Utils/LoopSimplify.h"

using namespace ruchy;

static llvm::OptimizationLevel getLLVMLevel(OptLevel level) {
  switch (level) {
  case OptLevel::O0:
    return llvm::OptimizationLevel::O0;
  case OptLevel::O1:
    return llvm::OptimizationLevel::O1;
  case OptLevel::O2:
    return llvm::OptimizationLevel::O2;
  case OptLevel::O3:
    return llvm::OptimizationLevel::O3;
  case OptLevel::Os:
    return llvm::OptimizationLevel::Os;
  }
  return llvm::OptimizationLevel::O2;
}

/// What loops over arrays and strings gain from beyond the standard pipeline.
static void addContainerLoopPasses(llvm::PassBuilder &builder) {
  // Lengths that loops change in memory become registers only after loops were
  // rotated, which the GVN of the standard pipeline comes too early for.
  builder.registerScalarOptimizerLateEPCallback(
      [](llvm::FunctionPassManager &passes, llvm::OptimizationLevel) {
        passes.addPass(llvm::LoopSimplifyPass());
        passes.addPass(llvm::LCSSAPass());
        passes.addPass(ColdBackedgesPass());
        passes.addPass(llvm::LoopSimplifyPass());
        passes.addPass(HoistLengthsPass());
        llvm::LoopPassManager loopPasses;
        loopPasses.addPass(llvm::LICMPass(llvm::LICMOptions()));
        loopPasses.addPass(llvm::SimpleLoopUnswitchPass(/*NonTrivial=*/true));
        passes.addPass(llvm::createFunctionToLoopPassAdaptor(
            std::move(loopPasses), /*UseMemorySSA=*/true));
        passes.addPass(llvm::IRCEPass());
        passes.addPass(llvm::GVNPass());
      });
  builder.registerVectorizerStartEPCallback(
      [](llvm::FunctionPassManager &passes, llvm::OptimizationLevel) {
        passes.addPass(llvm::LoopSimplifyPass());
        passes.addPass(BlockSumsPass());
      });
}

/// The function that a pass is about to run on, unless it runs on more.
static const llvm::Function *getFunction(const llvm::Any &ir) {
  if (auto *function = llvm::any_cast<const llvm::Function *>(&ir))
    return *function;
  if (auto *loop = llvm::any_cast<const llvm::Loop *>(&ir))
    return (*loop)->getHeader()->getParent();
  return nullptr;
}

/// Functions of so many blocks would keep some passes busy for long.
static constexpr unsigned hugeFunction = 1000;

static bool isWorthwhile(llvm::StringRef pass, const llvm::Function &function) {
  if (function.hasOptNone())
    return false;
  // It updates the dominator tree block by block.
  return pass != "JumpThreadingPass" ||
         !llvm::hasNItemsOrMore(function, hugeFunction);
}

void ruchy::optimizeModule(llvm::Module &module, llvm::TargetMachine &machine,
                           OptLevel level) {
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager components;
  llvm::ModuleAnalysisManager modules;

  llvm::PipelineTuningOptions tuning;
  tuning.LoopVectorization = level == OptLevel::O2 || level == OptLevel::O3;
  tuning.SLPVectorization = tuning.LoopVectorization;

  llvm::PassInstrumentationCallbacks callbacks;
  callbacks.registerShouldRunOptionalPassCallback(
      [](llvm::StringRef name, llvm::Any ir) {
        const llvm::Function *function = getFunction(ir);
        return !function || isWorthwhile(name, *function);
      });
  // Only a trace wants to hear of every pass.
  std::optional<llvm::StandardInstrumentations> instrumentations;
  if (llvm::timeTraceProfilerEnabled()) {
    instrumentations.emplace(module.getContext(), /*DebugLogging=*/false);
    instrumentations->registerCallbacks(callbacks, &modules);
  }

  llvm::PassBuilder builder(&machine, tuning, std::nullopt, &callbacks);
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(components);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, components, modules);

  if (level == OptLevel::O3)
    addContainerLoopPasses(builder);

  llvm::OptimizationLevel llvmLevel = getLLVMLevel(level);
  llvm::ModulePassManager passes =
      level == OptLevel::O0 ? builder.buildO0DefaultPipeline(llvmLevel)
                            : builder.buildPerModuleDefaultPipeline(llvmLevel);
  passes.run(module, modules);
  if (level != OptLevel::O0)
    for (llvm::Function &function : module)
      simplifyWideJoins(function);
}
