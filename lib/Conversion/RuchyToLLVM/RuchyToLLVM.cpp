//===- RuchyToLLVM.cpp - The explicit dialect as LLVM dialect ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Conversion/Passes.h"
#include "Shapes.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ControlFlowToLLVM/ControlFlowToLLVM.h"
#include "mlir/Conversion/LLVMCommon/ConversionTarget.h"
#include "mlir/IR/Dominance.h"
#include "mlir/Transforms/RegionUtils.h"
#include "llvm/ADT/StringSwitch.h"

namespace ruchy {
#define GEN_PASS_DEF_CONVERTRUCHYTOLLVM
#include "Ruchy/Conversion/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

static std::optional<Arch> parseArch(StringRef name) {
  return llvm::StringSwitch<std::optional<Arch>>(name)
      .Case("x86_64", Arch::X86_64)
      .Case("aarch64", Arch::AArch64)
      .Case("wasm32", Arch::Wasm32)
      .Default(std::nullopt);
}

static void addPatterns(const LLVMTypeConverter &converter,
                        RewritePatternSet &patterns, ModuleLowering &module) {
  addArithmeticPatterns(converter, patterns, module);
  addArrayPatterns(converter, patterns, module);
  addBuiltinPatterns(converter, patterns, module);
  addClosurePatterns(converter, patterns, module);
  addComparisonPatterns(converter, patterns, module);
  addContainerPatterns(converter, patterns, module);
  addConversionPatterns(converter, patterns, module);
  addErrorPatterns(converter, patterns, module);
  addFunctionPatterns(converter, patterns, module);
  addGlobalPatterns(converter, patterns, module);
  addIterationPatterns(converter, patterns, module);
  addMatchPatterns(converter, patterns, module);
  addOutputPatterns(converter, patterns, module);
  addPlacePatterns(converter, patterns, module);
  addRecordPatterns(converter, patterns, module);
  addReferenceCountPatterns(converter, patterns, module);
  addStringPatterns(converter, patterns, module);
  arith::populateArithToLLVMConversionPatterns(converter, patterns);
  cf::populateControlFlowToLLVMConversionPatterns(converter, patterns);
}

namespace {

struct ConvertRuchyToLLVMPass
    : ruchy::impl::ConvertRuchyToLLVMBase<ConvertRuchyToLLVMPass> {
  using ConvertRuchyToLLVMBase::ConvertRuchyToLLVMBase;

  void runOnOperation() override {
    std::string name = getArchName();
    std::optional<Arch> target = parseArch(name);
    if (!target) {
      getOperation().emitError("unknown architecture '") << name << "'";
      return signalPassFailure();
    }
    ModuleLowering module(getOperation(), *target);
    prepare(module);
    if (failed(convert(module)))
      return signalPassFailure();
    finishTailCalls(module);
    numRuntimeCalls += module.runtimeCalls;
    numDynamicCalls += module.dynamicCalls;
  }

private:
  /// The option, else the architecture of the module's target triple.
  std::string getArchName() {
    if (!arch.empty())
      return arch;
    auto triple = getOperation()->getAttrOfType<StringAttr>(
        LLVM::LLVMDialect::getTargetTripleAttrName());
    return triple ? triple.getValue().split('-').first.str() : "x86_64";
  }

  void prepare(ModuleLowering &module) {
    // The conversion does not visit unreachable blocks.
    IRRewriter rewriter(&getContext());
    (void)eraseUnreachableBlocks(rewriter, getOperation()->getRegions());
    mergeOutput(getOperation());
    markCells(getOperation());
    markMessages(getOperation());
    markPlaces(getOperation());
    markRangeIterations(getOperation());
    collectFunctions(module);
    collectGlobals(module);
    collectTypes(module);
    collectFunctionValues(module);
  }

  LogicalResult convert(ModuleLowering &module) {
    LLVMTypeConverter converter(&getContext());
    addRuchyConversions(converter);
    RewritePatternSet patterns(&getContext());
    addPatterns(converter, patterns, module);
    LLVMConversionTarget target(getContext());
    target.addLegalOp<ModuleOp>();
    ConversionConfig config;
    config.foldingMode = DialectConversionFoldingMode::Never;
    config.allowPatternRollback = false;
    return applyFullConversion(getOperation(), target, std::move(patterns),
                               config);
  }
};

} // namespace
