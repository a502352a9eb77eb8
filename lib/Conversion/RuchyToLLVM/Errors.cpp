//===- Errors.cpp - Error values and their tests ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

namespace {

struct LowerErrorNone : RuchyPattern<ErrorNoneOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ErrorNoneOp op, Adaptor,
                                Rewriter &rewriter) const override {
    rewriter.replaceOp(op, emitter(op, rewriter).null());
    return success();
  }
};

/// An error without operands is the address of its constant site.
struct LowerErrorSite : RuchyPattern<ErrorSiteOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ErrorSiteOp op, Adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    rewriter.replaceOp(op, e.site(op.getKind(), op.getText()));
    return success();
  }
};

struct LowerErrorIndex : RuchyPattern<ErrorIndexOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ErrorIndexOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value container = adaptor.getContainer();
    bool isString = isa<StrType>(op.getContainer().getType());
    if (!isString && !isa<ArrayType>(op.getContainer().getType()))
      return failure();
    Value length = isString ? e.call("rt_string_char_count", container)
                            : e.length(container);
    Value kind = e.i64(isString ? RtKindString : RtKindArray);
    rewriter.replaceOp(
        op, e.call("rt_error_index", {adaptor.getIndex(), length, kind,
                                      e.site("IndexOutOfBounds")}));
    return success();
  }
};

struct LowerErrorMessage : RuchyPattern<ErrorMessageOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ErrorMessageOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    rewriter.replaceOp(
        op, e.call("rt_error_message",
                   {adaptor.getMessage(), e.site(op.getKind(), op.getText())}));
    return success();
  }
};

struct LowerFailed : RuchyPattern<FailedOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(FailedOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    rewriter.replaceOp(
        op, e.compare(LLVM::ICmpPredicate::ne, adaptor.getError(), e.null()));
    return success();
  }
};

/// A heap value that is never used may still meet a drop at a join: null and
/// nil stand for it.
struct LowerPoison : RuchyPattern<PoisonOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(PoisonOp op, Adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = e.convert(op.getType());
    if (isHeapType(op.getType()))
      rewriter.replaceOp(op, e.zero(type));
    else
      rewriter.replaceOpWithNewOp<LLVM::PoisonOp>(op, type);
    return success();
  }
};

} // namespace

void lowering::addErrorPatterns(const LLVMTypeConverter &converter,
                                RewritePatternSet &patterns,
                                ModuleLowering &module) {
  patterns.add<LowerErrorNone, LowerErrorSite, LowerErrorIndex,
               LowerErrorMessage, LowerFailed, LowerPoison>(converter, module);
}
