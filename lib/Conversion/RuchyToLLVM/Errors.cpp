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

struct LowerBacktrace : RuchyPattern<BacktraceOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(BacktraceOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    e.call("rt_backtrace_frame",
           {adaptor.getError(), e.site("RuntimeError", op.getFrame())});
    rewriter.eraseOp(op);
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

struct LowerErrorThrow : RuchyPattern<ErrorThrowOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ErrorThrowOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value any = e.boxOwned(adaptor.getValue(), op.getValue().getType());
    rewriter.replaceOp(
        op, e.call("rt_error_throw", {e.payload(any), e.tagOf(any), e.site()}));
    return success();
  }
};

struct LowerErrorValue : RuchyPattern<ErrorValueOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ErrorValueOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value any = e.callForAny("rt_error_caught", adaptor.getError());
    rewriter.replaceOp(op, e.unbox(any, op.getResult().getType()));
    return success();
  }
};

struct LowerErrorRelocate : RuchyPattern<ErrorRelocateOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ErrorRelocateOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    rewriter.replaceOp(
        op, e.call("rt_error_relocate", {adaptor.getError(), e.site()}));
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
  patterns.add<LowerBacktrace, LowerErrorNone, LowerErrorSite, LowerErrorIndex,
               LowerErrorMessage, LowerErrorThrow, LowerErrorValue,
               LowerErrorRelocate, LowerFailed, LowerPoison>(converter, module);
}
