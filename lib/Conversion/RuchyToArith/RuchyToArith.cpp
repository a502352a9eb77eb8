//===- RuchyToArith.cpp - Typed operations as arith operations --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Conversion/RuchyToArith.h"
#include "Ruchy/Conversion/Passes.h"
#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"

namespace ruchy {
#define GEN_PASS_DEF_CONVERTRUCHYTOARITH
#include "Ruchy/Conversion/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace ruchy;

static bool isBool(Type type) { return type.isInteger(1); }
static bool isInt(Type type) { return type.isInteger(64); }

/// A number as a float.
static Value toFloat(OpBuilder &b, Location loc, Value value) {
  if (isInt(value.getType()))
    return arith::SIToFPOp::create(b, loc, b.getF64Type(), value);
  return value;
}

/// Whether the operation stands in a form that has a status result: then it is
/// not replaced one to one.
static bool hasStatus(Operation *op) { return op->getNumResults() != 1; }

namespace {

//===----------------------------------------------------------------------===//
// Constants and conversions
//===----------------------------------------------------------------------===//

struct ConvertConstant : OpRewritePattern<ConstantOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ConstantOp op,
                                PatternRewriter &rewriter) const override {
    if (!op.getType().isIntOrFloat())
      return failure();
    rewriter.replaceOpWithNewOp<arith::ConstantOp>(op, op.getValue());
    return success();
  }
};

struct ConvertCoerce : OpRewritePattern<CoerceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(CoerceOp op,
                                PatternRewriter &rewriter) const override {
    if (!isInt(op.getValue().getType()) || !op.getType().isF64())
      return failure();
    rewriter.replaceOp(op, toFloat(rewriter, op.getLoc(), op.getValue()));
    return success();
  }
};

/// Casts between numbers that have an arith operation; floats to integers
/// saturate and have none.
struct ConvertCast : OpRewritePattern<CastOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(CastOp op,
                                PatternRewriter &rewriter) const override {
    if (hasStatus(op))
      return failure();
    Value result = convert(rewriter, op.getLoc(), op.getValue(), op.getKind());
    if (!result || result.getType() != op.getResult().getType())
      return failure();
    rewriter.replaceOp(op, result);
    return success();
  }

  static Value convert(OpBuilder &b, Location loc, Value value, CastKind kind) {
    Type type = value.getType();
    if (kind == CastKind::Float && isBool(type))
      return arith::UIToFPOp::create(b, loc, b.getF64Type(), value);
    if (kind == CastKind::Float)
      return isNumber(type) ? toFloat(b, loc, value) : Value();
    if (kind == CastKind::Bool)
      return isBool(type) ? value : Value();
    if (kind == CastKind::Char || kind == CastKind::String)
      return {};
    if (isBool(type))
      return arith::ExtUIOp::create(b, loc, b.getI64Type(), value);
    return isInt(type) ? narrow(b, loc, value, kind) : Value();
  }

  static Value narrow(OpBuilder &b, Location loc, Value value, CastKind kind) {
    auto wrap = [&](unsigned bits, bool isSigned) -> Value {
      Value low =
          arith::TruncIOp::create(b, loc, b.getIntegerType(bits), value);
      if (isSigned)
        return arith::ExtSIOp::create(b, loc, b.getI64Type(), low);
      return arith::ExtUIOp::create(b, loc, b.getI64Type(), low);
    };
    switch (kind) {
    case CastKind::I8:
      return wrap(8, true);
    case CastKind::I16:
      return wrap(16, true);
    case CastKind::U8:
      return wrap(8, false);
    case CastKind::U16:
      return wrap(16, false);
    case CastKind::U32:
      return wrap(32, false);
    default:
      return value;
    }
  }
};

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

template <typename Op, typename FloatOp>
struct ConvertFloatBinary : OpRewritePattern<Op> {
  using OpRewritePattern<Op>::OpRewritePattern;
  LogicalResult matchAndRewrite(Op op,
                                PatternRewriter &rewriter) const override {
    if (hasStatus(op) || !op.getResult().getType().isF64())
      return failure();
    Location loc = op.getLoc();
    rewriter.replaceOpWithNewOp<FloatOp>(op,
                                         toFloat(rewriter, loc, op.getLhs()),
                                         toFloat(rewriter, loc, op.getRhs()));
    return success();
  }
};

template <typename Op, typename IntOp>
struct ConvertBits : OpRewritePattern<Op> {
  using OpRewritePattern<Op>::OpRewritePattern;
  LogicalResult matchAndRewrite(Op op,
                                PatternRewriter &rewriter) const override {
    if (hasStatus(op) || !op.getResult().getType().isInteger())
      return failure();
    rewriter.replaceOpWithNewOp<IntOp>(op, op.getLhs(), op.getRhs());
    return success();
  }
};

struct ConvertNeg : OpRewritePattern<NegOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(NegOp op,
                                PatternRewriter &rewriter) const override {
    if (hasStatus(op) || !op.getResult().getType().isF64())
      return failure();
    rewriter.replaceOpWithNewOp<arith::NegFOp>(op, op.getOperand());
    return success();
  }
};

struct ConvertBitNot : OpRewritePattern<BitNotOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(BitNotOp op,
                                PatternRewriter &rewriter) const override {
    if (hasStatus(op) || !isInt(op.getResult().getType()))
      return failure();
    Value ones = arith::ConstantIntOp::create(rewriter, op.getLoc(), -1, 64);
    rewriter.replaceOpWithNewOp<arith::XOrIOp>(op, op.getOperand(), ones);
    return success();
  }
};

struct ConvertNot : OpRewritePattern<NotOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(NotOp op,
                                PatternRewriter &rewriter) const override {
    Value one = arith::ConstantIntOp::create(rewriter, op.getLoc(), 1, 1);
    rewriter.replaceOpWithNewOp<arith::XOrIOp>(op, op.getValue(), one);
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Comparison and truth
//===----------------------------------------------------------------------===//

/// Compares scalars of one kind, or an integer with a float as floats.
template <typename Op> struct ConvertComparison : OpRewritePattern<Op> {
  ConvertComparison(MLIRContext *context, arith::CmpIPredicate ints,
                    arith::CmpFPredicate floats, arith::CmpIPredicate bools)
      : OpRewritePattern<Op>(context), ints(ints), floats(floats),
        bools(bools) {}

  LogicalResult matchAndRewrite(Op op,
                                PatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    Value lhs = op.getLhs(), rhs = op.getRhs();
    Type left = lhs.getType(), right = rhs.getType();
    if (hasStatus(op))
      return failure();
    if (left == right && left.isInteger())
      rewriter.replaceOpWithNewOp<arith::CmpIOp>(
          op, isBool(left) ? bools : ints, lhs, rhs);
    else if (isNumber(left) && isNumber(right))
      rewriter.replaceOpWithNewOp<arith::CmpFOp>(
          op, floats, toFloat(rewriter, loc, lhs), toFloat(rewriter, loc, rhs));
    else
      return failure();
    return success();
  }

  arith::CmpIPredicate ints;
  arith::CmpFPredicate floats;
  arith::CmpIPredicate bools;
};

struct ConvertTruthy : OpRewritePattern<TruthyOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(TruthyOp op,
                                PatternRewriter &rewriter) const override {
    Type type = op.getValue().getType();
    if (isa<AnyType>(type))
      return failure();
    if (isBool(type))
      rewriter.replaceOp(op, op.getValue());
    else
      rewriter.replaceOpWithNewOp<arith::ConstantIntOp>(op, !isa<NilType>(type),
                                                        1);
    return success();
  }
};

struct ConvertIsNil : OpRewritePattern<IsNilOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(IsNilOp op,
                                PatternRewriter &rewriter) const override {
    Type type = op.getValue().getType();
    if (isa<AnyType>(type))
      return failure();
    rewriter.replaceOpWithNewOp<arith::ConstantIntOp>(op, isa<NilType>(type),
                                                      1);
    return success();
  }
};

struct ConvertRuchyToArithPass
    : ruchy::impl::ConvertRuchyToArithBase<ConvertRuchyToArithPass> {
  LogicalResult initialize(MLIRContext *context) override {
    RewritePatternSet owned(context);
    populateRuchyToArithPatterns(owned);
    patterns = std::move(owned);
    return success();
  }
  void runOnOperation() override {
    walkAndApplyPatterns(getOperation(), patterns);
  }
  FrozenRewritePatternSet patterns;
};

} // namespace

void ruchy::populateRuchyToArithPatterns(RewritePatternSet &patterns) {
  MLIRContext *context = patterns.getContext();
  patterns.add<ConvertConstant, ConvertCoerce, ConvertCast, ConvertNeg,
               ConvertBitNot, ConvertNot, ConvertTruthy, ConvertIsNil,
               ConvertFloatBinary<AddOp, arith::AddFOp>,
               ConvertFloatBinary<SubOp, arith::SubFOp>,
               ConvertFloatBinary<MulOp, arith::MulFOp>,
               ConvertFloatBinary<DivOp, arith::DivFOp>,
               ConvertBits<BitAndOp, arith::AndIOp>,
               ConvertBits<BitOrOp, arith::OrIOp>,
               ConvertBits<BitXorOp, arith::XOrIOp>>(context);
  using I = arith::CmpIPredicate;
  using F = arith::CmpFPredicate;
  patterns.add<ConvertComparison<EqOp>>(context, I::eq, F::OEQ, I::eq);
  patterns.add<ConvertComparison<NeOp>>(context, I::ne, F::UNE, I::ne);
  patterns.add<ConvertComparison<LtOp>>(context, I::slt, F::OLT, I::ult);
  patterns.add<ConvertComparison<LeOp>>(context, I::sle, F::OLE, I::ule);
  patterns.add<ConvertComparison<GtOp>>(context, I::sgt, F::OGT, I::ugt);
  patterns.add<ConvertComparison<GeOp>>(context, I::sge, F::OGE, I::uge);
}
