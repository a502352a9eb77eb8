//===- ReferenceCounts.cpp - rc.dup and rc.drop -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

namespace {

struct LowerDup : RuchyPattern<DupOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(DupOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    emitter(op, rewriter).dup(adaptor.getValue(), op.getType());
    rewriter.replaceOp(op, adaptor.getValue());
    return success();
  }
};

struct LowerDrop : RuchyPattern<DropOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(DropOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    emitter(op, rewriter).drop(adaptor.getValue(), op.getValue().getType());
    rewriter.eraseOp(op);
    return success();
  }
};

} // namespace

void lowering::addReferenceCountPatterns(const LLVMTypeConverter &converter,
                                         RewritePatternSet &patterns,
                                         ModuleLowering &module) {
  patterns.add<LowerDup, LowerDrop>(converter, module);
}
