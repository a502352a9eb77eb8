//===- Lowering.h - Patterns and steps of the conversion --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// The base of all patterns, and the parts that the conversion consists of.
///
#ifndef RUCHY_LIB_CONVERSION_LOWERING_H
#define RUCHY_LIB_CONVERSION_LOWERING_H

#include "Emitter.h"
#include "mlir/Conversion/LLVMCommon/Pattern.h"
#include "mlir/Transforms/DialectConversion.h"

namespace ruchy::lowering {

/// Base of the patterns: an emitter, and replacement that fills in what the
/// operation has beyond its value.
template <typename Op>
class RuchyPattern : public mlir::ConvertOpToLLVMPattern<Op> {
public:
  using Adaptor = typename Op::Adaptor;
  using Rewriter = mlir::ConversionPatternRewriter;

  RuchyPattern(const mlir::LLVMTypeConverter &converter, ModuleLowering &module,
               mlir::PatternBenefit benefit = 1)
      : mlir::ConvertOpToLLVMPattern<Op>(converter, benefit), module(module) {}

protected:
  Emitter emitter(Op op, Rewriter &rewriter) const {
    return Emitter(module, rewriter, op.getLoc());
  }

  /// Replaces the operation by `value` and, where it has a status result, by
  /// `status` (null where it cannot fail).
  mlir::LogicalResult replace(Op op, Rewriter &rewriter, mlir::Value value,
                              mlir::Value status = {}) const {
    return replaceAll(op, rewriter, mlir::ValueRange(value), status);
  }
  mlir::LogicalResult replace(Op op, Rewriter &rewriter,
                              Checked checked) const {
    return replace(op, rewriter, checked.value, checked.status);
  }
  mlir::LogicalResult replaceAll(Op op, Rewriter &rewriter,
                                 mlir::ValueRange values,
                                 mlir::Value status) const {
    llvm::SmallVector<mlir::Value> results(values);
    if (results.size() + 1 == op->getNumResults())
      results.push_back(status ? status : emitter(op, rewriter).null());
    rewriter.replaceOp(op, results);
    return mlir::success();
  }

  /// The value of `make` where `condition` holds, else `otherwise`. Splits the
  /// block; `make` is off the hot path.
  mlir::Value makeRarely(Rewriter &rewriter, mlir::Location loc,
                         mlir::Value condition,
                         llvm::function_ref<mlir::Value()> make,
                         mlir::Value otherwise) const {
    mlir::Block *before = rewriter.getInsertionBlock();
    mlir::Block *after =
        rewriter.splitBlock(before, rewriter.getInsertionPoint());
    mlir::Value result = after->addArgument(otherwise.getType(), loc);
    mlir::Block *rare = rewriter.createBlock(after);
    mlir::Value made = make();
    mlir::LLVM::BrOp::create(rewriter, loc, made, after);
    rewriter.setInsertionPointToEnd(before);
    mlir::LLVM::CondBrOp::create(rewriter, loc, condition, rare,
                                 mlir::ValueRange(), after, otherwise,
                                 std::pair<int32_t, int32_t>{1, 1 << 20});
    rewriter.setInsertionPointToStart(after);
    return result;
  }

  ModuleLowering &module;
};

/// The patterns by family of operations.
void addArithmeticPatterns(const mlir::LLVMTypeConverter &,
                           mlir::RewritePatternSet &, ModuleLowering &);
void addArrayPatterns(const mlir::LLVMTypeConverter &,
                      mlir::RewritePatternSet &, ModuleLowering &);
void addBuiltinPatterns(const mlir::LLVMTypeConverter &,
                        mlir::RewritePatternSet &, ModuleLowering &);
void addClosurePatterns(const mlir::LLVMTypeConverter &,
                        mlir::RewritePatternSet &, ModuleLowering &);
void addComparisonPatterns(const mlir::LLVMTypeConverter &,
                           mlir::RewritePatternSet &, ModuleLowering &);
void addContainerPatterns(const mlir::LLVMTypeConverter &,
                          mlir::RewritePatternSet &, ModuleLowering &);
void addConversionPatterns(const mlir::LLVMTypeConverter &,
                           mlir::RewritePatternSet &, ModuleLowering &);
void addErrorPatterns(const mlir::LLVMTypeConverter &,
                      mlir::RewritePatternSet &, ModuleLowering &);
void addFunctionPatterns(const mlir::LLVMTypeConverter &,
                         mlir::RewritePatternSet &, ModuleLowering &);
void addGlobalPatterns(const mlir::LLVMTypeConverter &,
                       mlir::RewritePatternSet &, ModuleLowering &);
void addIterationPatterns(const mlir::LLVMTypeConverter &,
                          mlir::RewritePatternSet &, ModuleLowering &);
void addMatchPatterns(const mlir::LLVMTypeConverter &,
                      mlir::RewritePatternSet &, ModuleLowering &);
void addOutputPatterns(const mlir::LLVMTypeConverter &,
                       mlir::RewritePatternSet &, ModuleLowering &);
void addPlacePatterns(const mlir::LLVMTypeConverter &,
                      mlir::RewritePatternSet &, ModuleLowering &);
void addRecordPatterns(const mlir::LLVMTypeConverter &,
                       mlir::RewritePatternSet &, ModuleLowering &);
void addReferenceCountPatterns(const mlir::LLVMTypeConverter &,
                               mlir::RewritePatternSet &, ModuleLowering &);
void addStringPatterns(const mlir::LLVMTypeConverter &,
                       mlir::RewritePatternSet &, ModuleLowering &);

/// Steps before the conversion.
void mergeOutput(mlir::ModuleOp module);
void markCells(mlir::ModuleOp module);
void markMessages(mlir::ModuleOp module);
void markPlaces(mlir::ModuleOp module);
void markRangeIterations(mlir::ModuleOp module);
void collectFunctions(ModuleLowering &module);
void collectGlobals(ModuleLowering &module);
/// Steps after it.
void finishTailCalls(ModuleLowering &module);

/// Carries the text of a constant that is printed; its value is gone when the
/// pattern runs.
inline constexpr llvm::StringLiteral kTextMark = "printed";

/// Marks iterations over a range that is known to exclude or include its end.
inline constexpr llvm::StringLiteral kExclusiveMark = "exclusive";
inline constexpr llvm::StringLiteral kInclusiveMark = "inclusive";

/// The function that drops what the globals hold at the end of the program.
mlir::LLVM::LLVMFuncOp getDropGlobals(ModuleLowering &module);

} // namespace ruchy::lowering

#endif // RUCHY_LIB_CONVERSION_LOWERING_H
