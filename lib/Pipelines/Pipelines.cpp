//===- Pipelines.cpp - The named pass pipelines -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Pipelines/Pipelines.h"
#include "Ruchy/Conversion/Passes.h"
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;
using namespace ruchy;

/// Folding and removal of what became unused; with \p propagate constants go
/// through control flow and calls first.
static void addCleanup(OpPassManager &pm, bool propagate = true) {
  if (propagate)
    pm.addPass(createRuchyPropagateConstants());
  pm.addNestedPass<FuncOp>(createCanonicalizerPass());
  pm.addNestedPass<FuncOp>(createCSEPass());
}

void ruchy::buildDialectPipeline(OpPassManager &pm,
                                 const PipelineOptions &options) {
  pm.addNestedPass<FuncOp>(createRuchyPromoteSlots());
  // Only constant propagation before types are known: it removes dead
  // branches, which would widen types, and adds no operations.
  if (options.level != OptLevel::O0)
    pm.addPass(createRuchyPropagateConstants());
  pm.addPass(createRuchySpecialize());
  if (options.level != OptLevel::O0) {
    addCleanup(pm);
    RuchyInlineOptions inlining;
    if (options.level == OptLevel::Os)
      inlining.threshold = 20;
    pm.addPass(createRuchyInline(inlining));
    addCleanup(pm);
    pm.addPass(createSymbolDCEPass());
  }
  pm.addPass(createRuchyTailCalls());
}

void ruchy::buildLoweringPipeline(OpPassManager &pm,
                                  const PipelineOptions &options) {
  // Error edges add little that is constant and much to look at: what there is,
  // LLVM finds as well, in less time.
  bool propagate = options.level == OptLevel::O3;
  pm.addPass(createRuchyLowerErrors());
  if (options.level != OptLevel::O0)
    addCleanup(pm, propagate);
  if (options.level == OptLevel::O2 || options.level == OptLevel::O3) {
    // Calls whose errors the caller tests itself have all results of their
    // callee only now: methods that change their receiver, and all in `try`.
    RuchyInlineOptions inlining;
    inlining.threshold = options.level == OptLevel::O3 ? 40 : 12;
    inlining.simplify = options.level == OptLevel::O3;
    pm.addPass(createRuchyInline(inlining));
    addCleanup(pm, propagate);
    pm.addPass(createSymbolDCEPass());
  }
  if (options.level == OptLevel::O3)
    pm.addNestedPass<FuncOp>(createRuchyHoistBounds());
  pm.addPass(createRuchyStackChecks());
  pm.addPass(createRuchyRcInsert());
#ifndef NDEBUG
  bool verifyCounts = true;
#else
  bool verifyCounts = options.verifyCounts;
#endif
  if (verifyCounts)
    pm.addPass(createRuchyRcVerify());
  // Nothing is canonicalised from here on: it would make selects of heap
  // values whose counts nobody keeps.
  if (options.level != OptLevel::O0)
    pm.addNestedPass<FuncOp>(createRuchyRcElide());
  if (options.level == OptLevel::O2 || options.level == OptLevel::O3)
    pm.addNestedPass<FuncOp>(createRuchyUnique());
  pm.addPass(createConvertRuchyToArith());
  pm.addPass(createConvertRuchyToLLVM());
}

void ruchy::registerPipelineDialects(DialectRegistry &registry) {
  registry.insert<RuchyDialect, arith::ArithDialect, cf::ControlFlowDialect,
                  LLVM::LLVMDialect>();
}

/// Registers the whole pipeline of a level and, as `<name>-dialect`, the part
/// that stays in the dialect.
static void registerLevel(StringRef name, OptLevel level) {
  PassPipelineRegistration<>(("ruchy-" + name).str(),
                             ("All passes of " + name + ", to LLVM").str(),
                             [level](OpPassManager &pm) {
                               PipelineOptions options;
                               options.level = level;
                               options.verifyCounts = true;
                               buildDialectPipeline(pm, options);
                               buildLoweringPipeline(pm, options);
                             });
  PassPipelineRegistration<>(
      ("ruchy-" + name + "-dialect").str(),
      ("Passes of " + name + " up to specialised functions").str(),
      [level](OpPassManager &pm) {
        PipelineOptions options;
        options.level = level;
        buildDialectPipeline(pm, options);
      });
}

void ruchy::registerPipelines() {
  registerRuchyTransformsPasses();
  registerRuchyConversionPasses();
  registerTransformsPasses();
  registerLevel("O0", OptLevel::O0);
  registerLevel("O1", OptLevel::O1);
  registerLevel("O2", OptLevel::O2);
  registerLevel("O3", OptLevel::O3);
  registerLevel("Os", OptLevel::Os);
}
