//===- Arithmetic.cpp - Operators -------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

namespace {

/// An operator on dynamic values.
template <typename Op> struct LowerDynamicBinary : RuchyPattern<Op> {
  using typename RuchyPattern<Op>::Adaptor;
  using typename RuchyPattern<Op>::Rewriter;

  LowerDynamicBinary(const LLVMTypeConverter &converter, ModuleLowering &module,
                     StringRef function)
      : RuchyPattern<Op>(converter, module), function(function) {}

  LogicalResult matchAndRewrite(Op op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    if (!isa<AnyType>(op.getResult().getType()))
      return failure();
    Emitter e = this->emitter(op, rewriter);
    SmallVector<Value> args;
    e.pushBoxed(adaptor.getLhs(), op.getLhs().getType(), args);
    e.pushBoxed(adaptor.getRhs(), op.getRhs().getType(), args);
    Checked result =
        e.callFallible(function, getAnyStruct(op.getContext()), args);
    e.dropTemporaries();
    return this->replace(op, rewriter, result);
  }

  StringRef function;
};

template <typename Op> struct LowerDynamicUnary : RuchyPattern<Op> {
  using typename RuchyPattern<Op>::Adaptor;
  using typename RuchyPattern<Op>::Rewriter;

  LowerDynamicUnary(const LLVMTypeConverter &converter, ModuleLowering &module,
                    StringRef function)
      : RuchyPattern<Op>(converter, module), function(function) {}

  LogicalResult matchAndRewrite(Op op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    if (!isa<AnyType>(op.getResult().getType()))
      return failure();
    Emitter e = this->emitter(op, rewriter);
    SmallVector<Value> args;
    e.pushBoxed(adaptor.getOperand(), op.getOperand().getType(), args);
    Checked result =
        e.callFallible(function, getAnyStruct(op.getContext()), args);
    e.dropTemporaries();
    return this->replace(op, rewriter, result);
  }

  StringRef function;
};

/// Sum or difference or product with the bit that tells of an overflow.
template <typename Op, typename IntrinsicOp>
struct LowerChecked : RuchyPattern<Op> {
  using RuchyPattern<Op>::RuchyPattern;
  using typename RuchyPattern<Op>::Adaptor;
  using typename RuchyPattern<Op>::Rewriter;

  LogicalResult matchAndRewrite(Op op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Location loc = op.getLoc();
    Type type = LLVM::LLVMStructType::getLiteral(
        op.getContext(), {rewriter.getI64Type(), rewriter.getI1Type()});
    Value both = IntrinsicOp::create(rewriter, loc, type, adaptor.getLhs(),
                                     adaptor.getRhs());
    Value value =
        LLVM::ExtractValueOp::create(rewriter, loc, both, ArrayRef<int64_t>{0});
    Value overflow =
        LLVM::ExtractValueOp::create(rewriter, loc, both, ArrayRef<int64_t>{1});
    rewriter.replaceOp(op, {value, overflow});
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Strings and arrays
//===----------------------------------------------------------------------===//

/// Concatenation extends the left operand, which is consumed.
struct LowerConcatenation : RuchyPattern<AddOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(AddOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type left = op.getLhs().getType(), right = op.getRhs().getType();
    Value lhs = adaptor.getLhs(), rhs = adaptor.getRhs();
    Type result = op.getResult().getType();
    if (isa<ArrayType>(result))
      return replace(op, rewriter, e.call("rt_array_append", {lhs, rhs}));
    if (!isa<StrType>(result))
      return failure();
    if (isa<StrType>(left))
      return replace(op, rewriter, append(e, lhs, rhs, right));
    Value text = e.toText(lhs, left, DisplayMode::ToString);
    return replace(op, rewriter, e.call("rt_string_append", {text, rhs}));
  }

  Value append(Emitter &e, Value text, Value part, Type type) const {
    if (isa<StrType>(type))
      return e.call("rt_string_append", {text, part});
    if (type.isInteger(64))
      return e.call("rt_string_append_int", {text, part});
    if (type.isF64())
      return e.call("rt_string_append_float", {text, part});
    return e.call("rt_string_append_bool", {text, e.extendBool(part)});
  }
};

struct LowerRepetition : RuchyPattern<MulOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(MulOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    if (!isa<StrType>(op.getResult().getType()))
      return failure();
    Emitter e = emitter(op, rewriter);
    return replace(
        op, rewriter,
        e.call("rt_string_repeat", {adaptor.getLhs(), adaptor.getRhs()}));
  }
};

//===----------------------------------------------------------------------===//
// Powers
//===----------------------------------------------------------------------===//

/// Two integers may give a float: the result is dynamic, the call is not.
struct LowerTypedPow : RuchyPattern<PowOp> {
  LowerTypedPow(const LLVMTypeConverter &converter, ModuleLowering &module)
      : RuchyPattern(converter, module, /*benefit=*/2) {}
  LogicalResult matchAndRewrite(PowOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Type left = op.getLhs().getType(), right = op.getRhs().getType();
    Emitter e = emitter(op, rewriter);
    Value lhs = adaptor.getLhs(), rhs = adaptor.getRhs();
    if (op.getResult().getType().isF64())
      return replace(op, rewriter,
                     e.call("rt_pow", {e.toFloat(lhs), e.toFloat(rhs)}));
    if (!left.isInteger(64) || !right.isInteger(64))
      return failure();
    return replace(op, rewriter, e.callForAny("rt_int_pow", {lhs, rhs}));
  }
};

} // namespace

void lowering::addArithmeticPatterns(const LLVMTypeConverter &converter,
                                     RewritePatternSet &patterns,
                                     ModuleLowering &module) {
  patterns.add<LowerConcatenation, LowerRepetition, LowerTypedPow,
               LowerChecked<CheckedAddOp, LLVM::SAddWithOverflowOp>,
               LowerChecked<CheckedSubOp, LLVM::SSubWithOverflowOp>,
               LowerChecked<CheckedMulOp, LLVM::SMulWithOverflowOp>>(converter,
                                                                     module);
  patterns.add<LowerDynamicBinary<AddOp>>(converter, module, "rt_any_add");
  patterns.add<LowerDynamicBinary<SubOp>>(converter, module, "rt_any_sub");
  patterns.add<LowerDynamicBinary<MulOp>>(converter, module, "rt_any_mul");
  patterns.add<LowerDynamicBinary<DivOp>>(converter, module, "rt_any_div");
  patterns.add<LowerDynamicBinary<RemOp>>(converter, module, "rt_any_mod");
  patterns.add<LowerDynamicBinary<PowOp>>(converter, module, "rt_any_pow");
  patterns.add<LowerDynamicBinary<BitAndOp>>(converter, module,
                                             "rt_any_bitand");
  patterns.add<LowerDynamicBinary<BitOrOp>>(converter, module, "rt_any_bitor");
  patterns.add<LowerDynamicBinary<BitXorOp>>(converter, module,
                                             "rt_any_bitxor");
  patterns.add<LowerDynamicBinary<ShlOp>>(converter, module, "rt_any_shl");
  patterns.add<LowerDynamicBinary<ShrOp>>(converter, module, "rt_any_shr");
  patterns.add<LowerDynamicUnary<NegOp>>(converter, module, "rt_any_neg");
  patterns.add<LowerDynamicUnary<BitNotOp>>(converter, module, "rt_any_bitnot");
}
