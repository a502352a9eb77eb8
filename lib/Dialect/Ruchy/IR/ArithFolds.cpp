//===- ArithFolds.cpp - Folds of arithmetic operations ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/IR/Matchers.h"
#include <cmath>

using namespace mlir;
using namespace ruchy;

static std::optional<APInt> getInt(Attribute attr) {
  auto value = dyn_cast_or_null<IntegerAttr>(attr);
  if (!value || !value.getType().isInteger(64))
    return std::nullopt;
  return value.getValue();
}

static std::optional<APFloat> getFloat(Attribute attr) {
  if (auto value = dyn_cast_or_null<FloatAttr>(attr))
    return value.getValue();
  return std::nullopt;
}

static Attribute makeInt(Attribute like, const APInt &value) {
  return IntegerAttr::get(cast<IntegerAttr>(like).getType(), value);
}

/// Folds two integer constants where `compute` does not overflow, and two
/// float constants. The result type says which arithmetic is meant.
static OpFoldResult
foldBinary(Attribute lhs, Attribute rhs,
           function_ref<APInt(const APInt &, const APInt &, bool &)> onInts,
           function_ref<APFloat(const APFloat &, const APFloat &)> onFloats) {
  if (auto a = getInt(lhs), b = getInt(rhs); a && b && onInts) {
    bool fails = false;
    APInt value = onInts(*a, *b, fails);
    return fails ? OpFoldResult() : makeInt(lhs, value);
  }
  if (auto a = getFloat(lhs), b = getFloat(rhs); a && b && onFloats)
    return FloatAttr::get(cast<FloatAttr>(lhs).getType(), onFloats(*a, *b));
  return {};
}

static bool isIntConstant(Attribute attr, int64_t value) {
  auto constant = getInt(attr);
  return constant && constant->getSExtValue() == value;
}

/// `op` is an integer operation: folding must not change its result type.
static bool isIntOp(Operation *op) {
  return op->getNumResults() == 1 &&
         op->getOperand(0).getType().isInteger(64) &&
         op->getOperand(1).getType().isInteger(64) &&
         op->getResult(0).getType().isInteger(64);
}

/// Folds only operations whose operands and result have their exact types:
/// before specialisation a constant may stand beside an `any`.
static bool isFoldable(Operation *op) {
  if (op->getNumResults() != 1)
    return false;
  Type type = op->getResult(0).getType();
  return isNumber(type) &&
         llvm::all_of(op->getOperandTypes(), [&](Type t) { return t == type; });
}

//===----------------------------------------------------------------------===//
// Binary arithmetic
//===----------------------------------------------------------------------===//

LogicalResult AddOp::fold(FoldAdaptor adaptor,
                          SmallVectorImpl<OpFoldResult> &results) {
  if (getNumResults() != 1)
    return failure();
  OpFoldResult folded;
  auto lhs = dyn_cast_or_null<StringAttr>(adaptor.getLhs());
  auto rhs = dyn_cast_or_null<StringAttr>(adaptor.getRhs());
  if (lhs && rhs && isa<StrType>(getType(0)))
    folded = StringAttr::get(lhs.getValue() + rhs.getValue(), lhs.getType());
  else if (isIntOp(*this) && isIntConstant(adaptor.getRhs(), 0))
    folded = getLhs();
  else if (isIntOp(*this) && isIntConstant(adaptor.getLhs(), 0))
    folded = getRhs();
  else if (isFoldable(*this))
    folded = foldBinary(
        adaptor.getLhs(), adaptor.getRhs(),
        [](auto &a, auto &b, bool &fails) { return a.sadd_ov(b, fails); },
        [](auto &a, auto &b) { return a + b; });
  if (!folded)
    return failure();
  results.push_back(folded);
  return success();
}

LogicalResult SubOp::fold(FoldAdaptor adaptor,
                          SmallVectorImpl<OpFoldResult> &results) {
  OpFoldResult folded;
  if (isIntOp(*this) && isIntConstant(adaptor.getRhs(), 0))
    folded = getLhs();
  else if (isFoldable(*this))
    folded = foldBinary(
        adaptor.getLhs(), adaptor.getRhs(),
        [](auto &a, auto &b, bool &fails) { return a.ssub_ov(b, fails); },
        [](auto &a, auto &b) { return a - b; });
  if (!folded)
    return failure();
  results.push_back(folded);
  return success();
}

LogicalResult MulOp::fold(FoldAdaptor adaptor,
                          SmallVectorImpl<OpFoldResult> &results) {
  OpFoldResult folded;
  if (isIntOp(*this) && isIntConstant(adaptor.getRhs(), 1))
    folded = getLhs();
  else if (isIntOp(*this) && isIntConstant(adaptor.getLhs(), 1))
    folded = getRhs();
  else if (isFoldable(*this))
    folded = foldBinary(
        adaptor.getLhs(), adaptor.getRhs(),
        [](auto &a, auto &b, bool &fails) { return a.smul_ov(b, fails); },
        [](auto &a, auto &b) { return a * b; });
  if (!folded)
    return failure();
  results.push_back(folded);
  return success();
}

/// Quotient or remainder, unless the program is to fail at run time.
static APInt divide(const APInt &a, const APInt &b, bool &fails,
                    bool remainder) {
  fails = b.isZero() || (a.isMinSignedValue() && b.isAllOnes());
  if (fails)
    return a;
  return remainder ? a.srem(b) : a.sdiv(b);
}

LogicalResult DivOp::fold(FoldAdaptor adaptor,
                          SmallVectorImpl<OpFoldResult> &results) {
  if (!isFoldable(*this))
    return failure();
  OpFoldResult folded = foldBinary(
      adaptor.getLhs(), adaptor.getRhs(),
      [](auto &a, auto &b, bool &fails) { return divide(a, b, fails, false); },
      [](auto &a, auto &b) { return a / b; });
  if (!folded)
    return failure();
  results.push_back(folded);
  return success();
}

LogicalResult RemOp::fold(FoldAdaptor adaptor,
                          SmallVectorImpl<OpFoldResult> &results) {
  if (!isFoldable(*this))
    return failure();
  OpFoldResult folded = foldBinary(
      adaptor.getLhs(), adaptor.getRhs(),
      [](auto &a, auto &b, bool &fails) { return divide(a, b, fails, true); },
      nullptr);
  if (!folded)
    return failure();
  results.push_back(folded);
  return success();
}

// Whether a power overflows to a float decides its type at run time.
LogicalResult PowOp::fold(FoldAdaptor, SmallVectorImpl<OpFoldResult> &) {
  return failure();
}

#define RUCHY_BIT_FOLD(OP, EXPRESSION)                                         \
  LogicalResult OP::fold(FoldAdaptor adaptor,                                  \
                         SmallVectorImpl<OpFoldResult> &results) {             \
    if (!isFoldable(*this))                                                    \
      return failure();                                                        \
    OpFoldResult folded = foldBinary(                                          \
        adaptor.getLhs(), adaptor.getRhs(),                                    \
        [](auto &a, auto &b, bool &fails) -> APInt { return EXPRESSION; },     \
        nullptr);                                                              \
    if (!folded)                                                               \
      return failure();                                                        \
    results.push_back(folded);                                                 \
    return success();                                                          \
  }
RUCHY_BIT_FOLD(BitAndOp, ((void)fails, a &b))
RUCHY_BIT_FOLD(BitOrOp, ((void)fails, a | b))
RUCHY_BIT_FOLD(BitXorOp, ((void)fails, a ^ b))
RUCHY_BIT_FOLD(ShlOp, ((fails = b.ugt(63)) ? a : a.shl(b)))
RUCHY_BIT_FOLD(ShrOp, ((fails = b.ugt(63)) ? a : a.ashr(b)))
#undef RUCHY_BIT_FOLD

LogicalResult NegOp::fold(FoldAdaptor adaptor,
                          SmallVectorImpl<OpFoldResult> &results) {
  if (!isFoldable(*this))
    return failure();
  if (auto value = getInt(adaptor.getOperand());
      value && !value->isMinSignedValue()) {
    results.push_back(makeInt(adaptor.getOperand(), -*value));
    return success();
  }
  if (auto value = getFloat(adaptor.getOperand())) {
    results.push_back(FloatAttr::get(getType(0), -*value));
    return success();
  }
  return failure();
}

LogicalResult BitNotOp::fold(FoldAdaptor adaptor,
                             SmallVectorImpl<OpFoldResult> &results) {
  auto value = getInt(adaptor.getOperand());
  if (!value || !isFoldable(*this))
    return failure();
  results.push_back(makeInt(adaptor.getOperand(), ~*value));
  return success();
}

#define RUCHY_CHECKED_FOLD(OP, METHOD)                                         \
  LogicalResult OP::fold(FoldAdaptor adaptor,                                  \
                         SmallVectorImpl<OpFoldResult> &results) {             \
    auto a = getInt(adaptor.getLhs()), b = getInt(adaptor.getRhs());           \
    if (!a || !b)                                                              \
      return failure();                                                        \
    bool overflow = false;                                                     \
    APInt value = a->METHOD(*b, overflow);                                     \
    results.push_back(makeInt(adaptor.getLhs(), value));                       \
    results.push_back(BoolAttr::get(getContext(), overflow));                  \
    return success();                                                          \
  }
RUCHY_CHECKED_FOLD(CheckedAddOp, sadd_ov)
RUCHY_CHECKED_FOLD(CheckedSubOp, ssub_ov)
RUCHY_CHECKED_FOLD(CheckedMulOp, smul_ov)
#undef RUCHY_CHECKED_FOLD

//===----------------------------------------------------------------------===//
// Comparison
//===----------------------------------------------------------------------===//

/// The order of two constants of one type, if they have one.
static std::optional<int> compareConstants(Attribute lhs, Attribute rhs) {
  if (auto a = getInt(lhs), b = getInt(rhs); a && b)
    return a->slt(*b) ? -1 : a->sgt(*b) ? 1 : 0;
  if (auto a = getFloat(lhs), b = getFloat(rhs); a && b) {
    switch (a->compare(*b)) {
    case APFloat::cmpLessThan:
      return -1;
    case APFloat::cmpEqual:
      return 0;
    case APFloat::cmpGreaterThan:
      return 1;
    case APFloat::cmpUnordered:
      return std::nullopt;
    }
  }
  auto a = dyn_cast_or_null<StringAttr>(lhs);
  auto b = dyn_cast_or_null<StringAttr>(rhs);
  if (a && b) {
    int order = a.getValue().compare(b.getValue());
    return order < 0 ? -1 : order > 0 ? 1 : 0;
  }
  return std::nullopt;
}

template <typename Op>
static OpFoldResult foldEquality(Op op, Attribute lhs, Attribute rhs,
                                 bool negated) {
  Type a = op.getLhs().getType(), b = op.getRhs().getType();
  if (areDisjointTypes(a, b) || (isa<NilType>(a) && a == b))
    return BoolAttr::get(op.getContext(), (a == b) != negated);
  if (auto order = compareConstants(lhs, rhs))
    return BoolAttr::get(op.getContext(), (*order == 0) != negated);
  return {};
}

OpFoldResult EqOp::fold(FoldAdaptor adaptor) {
  return foldEquality(*this, adaptor.getLhs(), adaptor.getRhs(), false);
}

OpFoldResult NeOp::fold(FoldAdaptor adaptor) {
  return foldEquality(*this, adaptor.getLhs(), adaptor.getRhs(), true);
}

#define RUCHY_ORDER_FOLD(OP, EXPRESSION)                                       \
  LogicalResult OP::fold(FoldAdaptor adaptor,                                  \
                         SmallVectorImpl<OpFoldResult> &results) {             \
    auto order = compareConstants(adaptor.getLhs(), adaptor.getRhs());         \
    if (!order || getNumResults() != 1)                                        \
      return failure();                                                        \
    results.push_back(BoolAttr::get(getContext(), *order EXPRESSION 0));       \
    return success();                                                          \
  }
RUCHY_ORDER_FOLD(LtOp, <)
RUCHY_ORDER_FOLD(LeOp, <=)
RUCHY_ORDER_FOLD(GtOp, >)
RUCHY_ORDER_FOLD(GeOp, >=)
#undef RUCHY_ORDER_FOLD

//===----------------------------------------------------------------------===//
// Truth and conversions
//===----------------------------------------------------------------------===//

/// The value that was boxed, or the value itself.
static Value lookThroughBox(Value value) {
  if (auto coerce = value.getDefiningOp<CoerceOp>())
    if (isa<AnyType>(coerce.getType()))
      return coerce.getValue();
  return value;
}

OpFoldResult TruthyOp::fold(FoldAdaptor) {
  Value value = lookThroughBox(getValue());
  Type type = value.getType();
  if (type.isInteger(1))
    return value;
  if (isa<AnyType, NeverType, UnsetType>(type))
    return {};
  return BoolAttr::get(getContext(), !isa<NilType>(type));
}

OpFoldResult NotOp::fold(FoldAdaptor adaptor) {
  if (auto value = dyn_cast_or_null<IntegerAttr>(adaptor.getValue()))
    return BoolAttr::get(getContext(), value.getValue().isZero());
  if (auto inner = getValue().getDefiningOp<NotOp>())
    return inner.getValue();
  return {};
}

OpFoldResult IsNilOp::fold(FoldAdaptor) {
  Type type = lookThroughBox(getValue()).getType();
  if (isa<AnyType, NeverType, UnsetType>(type))
    return {};
  return BoolAttr::get(getContext(), isa<NilType>(type));
}

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValue(); }

OpFoldResult CoerceOp::fold(FoldAdaptor adaptor) {
  if (getValue().getType() == getType())
    return getValue();
  if (!getType().isF64())
    return {};
  if (auto value = getInt(adaptor.getValue())) {
    APFloat converted(APFloat::IEEEdouble());
    converted.convertFromAPInt(*value, /*IsSigned=*/true,
                               APFloat::rmNearestTiesToEven);
    return FloatAttr::get(getType(), converted);
  }
  return {};
}

LogicalResult CastOp::fold(FoldAdaptor,
                           SmallVectorImpl<OpFoldResult> &results) {
  if (getNumResults() != 1 || getValue().getType() != getType(0))
    return failure();
  bool identity = (getKind() == CastKind::Int && getType(0).isInteger(64)) ||
                  (getKind() == CastKind::Float && getType(0).isF64()) ||
                  (getKind() == CastKind::Bool && getType(0).isInteger(1)) ||
                  (getKind() == CastKind::String && isa<StrType>(getType(0)));
  if (!identity)
    return failure();
  results.push_back(getValue());
  return success();
}
