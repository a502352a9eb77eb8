//===- ArithOps.cpp - Types and errors of arithmetic operations -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace ruchy;

static Type getAny(MLIRContext *context) { return AnyType::get(context); }
static bool isBool(Type type) { return type.isInteger(1); }
static bool isInt(Type type) { return type.isInteger(64); }

//===----------------------------------------------------------------------===//
// Type inference of binary operations
//===----------------------------------------------------------------------===//

/// `i64` for two integers, `f64` for other pairs of numbers.
static Type inferNumeric(ArrayRef<Type> types) {
  if (!isNumber(types[0]) || !isNumber(types[1]))
    return getAny(types[0].getContext());
  return isInt(types[0]) ? types[1] : types[0];
}

/// What `+` puts beside a string.
static bool isConcatenable(Type type) {
  return isNumber(type) || isBool(type) || isa<StrType>(type);
}

static Type inferAdd(ArrayRef<Type> types) {
  if ((isa<StrType>(types[0]) && isConcatenable(types[1])) ||
      (isa<StrType>(types[1]) && isConcatenable(types[0])))
    return StrType::get(types[0].getContext());
  if (isa<ArrayType>(types[0]) && isa<ArrayType>(types[1]))
    return joinTypes(types[0], types[1]);
  return inferNumeric(types);
}

static Type inferMul(ArrayRef<Type> types) {
  if (isa<StrType>(types[0]) && isInt(types[1]))
    return types[0];
  return inferNumeric(types);
}

static Type inferPow(ArrayRef<Type> types) {
  Type type = inferNumeric(types);
  return isInt(type) ? getAny(type.getContext()) : type;
}

static Type inferBits(ArrayRef<Type> types) {
  if (types[0] == types[1] && (isInt(types[0]) || isBool(types[0])))
    return types[0];
  return getAny(types[0].getContext());
}

static Type inferShift(ArrayRef<Type> types) {
  return isInt(types[0]) && isInt(types[1]) ? types[0]
                                            : getAny(types[0].getContext());
}

/// Numbers are brought to the result's type, arrays to its element type.
static Type getWantedArithOperand(Operation *op, unsigned index) {
  Type result = op->getResult(0).getType();
  Type operand = op->getOperand(index).getType();
  if ((result.isF64() && isInt(operand)) || isa<ArrayType>(result))
    return result;
  return {};
}

/// Compared numbers are brought to one type; the integer becomes a float.
static Type getWantedComparedOperand(Operation *op, unsigned index) {
  Type self = op->getOperand(index).getType();
  Type other = op->getOperand(1 - index).getType();
  if (isInt(self) && other.isF64())
    return other;
  if (auto array = dyn_cast<ArrayType>(self);
      array && isa<NeverType>(array.getElementType()) && isa<ArrayType>(other))
    return other;
  return {};
}

//===----------------------------------------------------------------------===//
// Errors
//===----------------------------------------------------------------------===//

static bool isDynamic(Operation *op) {
  return isa<AnyType>(op->getResult(0).getType());
}

static Value makeInt(OpBuilder &b, Location loc, int64_t value) {
  return ConstantOp::create(b, loc, b.getI64IntegerAttr(value));
}

/// Replaces an integer operation by its checked form and a test.
template <typename CheckedOp>
static bool expandChecked(Operation *op, Value lhs, Value rhs, StringRef kind,
                          ErrorExpansion &expansion) {
  if (!isInt(op->getResult(0).getType()))
    return false;
  OpBuilder &b = expansion.getBuilder();
  auto checked = CheckedOp::create(b, op->getLoc(), b.getI64Type(),
                                   b.getI1Type(), lhs, rhs);
  expansion.failIf(checked.getOverflow(), op->getLoc(), kind);
  op->getResult(0).replaceAllUsesWith(checked.getResult());
  op->erase();
  return true;
}

/// Integer division and remainder: tests for a zero divisor and for the one
/// quotient that does not fit, then the plain operation.
template <typename ArithOp>
static bool expandDivision(Operation *op, StringRef overflowKind,
                           ErrorExpansion &expansion) {
  if (!isInt(op->getResult(0).getType()))
    return false;
  OpBuilder &b = expansion.getBuilder();
  Location loc = op->getLoc();
  Value lhs = op->getOperand(0), rhs = op->getOperand(1);
  auto equals = [&](Value value, int64_t constant) -> Value {
    return arith::CmpIOp::create(b, loc, arith::CmpIPredicate::eq, value,
                                 makeInt(b, loc, constant));
  };
  expansion.failIf(equals(rhs, 0), loc, "DivisionByZero");
  Value overflow = arith::AndIOp::create(
      b, loc, equals(lhs, std::numeric_limits<int64_t>::min()),
      equals(rhs, -1));
  expansion.failIf(overflow, loc, overflowKind);
  op->getResult(0).replaceAllUsesWith(ArithOp::create(b, loc, lhs, rhs));
  op->erase();
  return true;
}

template <typename ArithOp>
static bool expandShift(Operation *op, ErrorExpansion &expansion) {
  if (!isInt(op->getResult(0).getType()))
    return false;
  OpBuilder &b = expansion.getBuilder();
  Location loc = op->getLoc();
  Value count = op->getOperand(1);
  Value outside = arith::CmpIOp::create(b, loc, arith::CmpIPredicate::ugt,
                                        count, makeInt(b, loc, 63));
  auto makeError = [&](OpBuilder &b) -> Value {
    Type str = StrType::get(b.getContext());
    Value message =
        ToStringOp::create(b, loc, str, count, DisplayMode::Display);
    return ErrorMessageOp::create(b, loc, ErrorType::get(b.getContext()),
                                  "ShiftRange", "", message);
  };
  expansion.failIf(outside, makeError);
  op->getResult(0).replaceAllUsesWith(
      ArithOp::create(b, loc, op->getOperand(0), count));
  op->erase();
  return true;
}

/// `%` of floats fails for a zero divisor, unlike `/`.
static bool expandFloatRemainder(RemOp op, ErrorExpansion &expansion) {
  OpBuilder &b = expansion.getBuilder();
  Location loc = op.getLoc();
  Value lhs = coerceTo(b, op.getLhs(), op.getType(0));
  Value rhs = coerceTo(b, op.getRhs(), op.getType(0));
  Value zero = ConstantOp::create(b, loc, b.getF64FloatAttr(0.0));
  Value isZero =
      arith::CmpFOp::create(b, loc, arith::CmpFPredicate::OEQ, rhs, zero);
  expansion.failIf(isZero, loc, "DivisionByZero");
  op.getResult().replaceAllUsesWith(arith::RemFOp::create(b, loc, lhs, rhs));
  op.erase();
  return true;
}

bool AddOp::mayError() { return isInt(getType(0)) || isDynamic(*this); }
bool AddOp::expandErrors(ErrorExpansion &expansion) {
  return expandChecked<CheckedAddOp>(*this, getLhs(), getRhs(), "OverflowAdd",
                                     expansion);
}
bool AddOp::consumesOperand(unsigned index) {
  return index == 0 && !isDynamic(*this);
}

bool SubOp::mayError() { return isInt(getType(0)) || isDynamic(*this); }
bool SubOp::expandErrors(ErrorExpansion &expansion) {
  return expandChecked<CheckedSubOp>(*this, getLhs(), getRhs(), "OverflowSub",
                                     expansion);
}

bool MulOp::mayError() { return !getType(0).isF64(); }
bool MulOp::expandErrors(ErrorExpansion &expansion) {
  return expandChecked<CheckedMulOp>(*this, getLhs(), getRhs(), "OverflowMul",
                                     expansion);
}

bool DivOp::mayError() { return !getType(0).isF64(); }
bool DivOp::expandErrors(ErrorExpansion &expansion) {
  return expandDivision<arith::DivSIOp>(*this, "OverflowDiv", expansion);
}

bool RemOp::mayError() { return true; }
bool RemOp::expandErrors(ErrorExpansion &expansion) {
  if (getType(0).isF64())
    return expandFloatRemainder(*this, expansion);
  return expandDivision<arith::RemSIOp>(*this, "OverflowMod", expansion);
}

bool PowOp::mayError() { return isDynamic(*this); }
bool PowOp::expandErrors(ErrorExpansion &) { return false; }

bool BitAndOp::mayError() { return isDynamic(*this); }
bool BitAndOp::expandErrors(ErrorExpansion &) { return false; }
bool BitOrOp::mayError() { return isDynamic(*this); }
bool BitOrOp::expandErrors(ErrorExpansion &) { return false; }
bool BitXorOp::mayError() { return isDynamic(*this); }
bool BitXorOp::expandErrors(ErrorExpansion &) { return false; }

bool ShlOp::mayError() { return true; }
bool ShlOp::expandErrors(ErrorExpansion &expansion) {
  return expandShift<arith::ShLIOp>(*this, expansion);
}
bool ShrOp::mayError() { return true; }
bool ShrOp::expandErrors(ErrorExpansion &expansion) {
  return expandShift<arith::ShRSIOp>(*this, expansion);
}

bool NegOp::mayError() { return !getType(0).isF64(); }
bool NegOp::expandErrors(ErrorExpansion &expansion) {
  if (!isInt(getType(0)))
    return false;
  Value zero = makeInt(expansion.getBuilder(), getLoc(), 0);
  return expandChecked<CheckedSubOp>(*this, zero, getOperand(), "OverflowNeg",
                                     expansion);
}

bool BitNotOp::mayError() { return isDynamic(*this); }
bool BitNotOp::expandErrors(ErrorExpansion &) { return false; }

/// Orders without a runtime error: two numbers, strings or booleans.
static bool isOrderError(Type lhs, Type rhs) {
  if (isNumber(lhs) && isNumber(rhs))
    return false;
  return lhs != rhs || !(isa<StrType>(lhs) || isBool(lhs));
}

//===----------------------------------------------------------------------===//
// Interface methods
//===----------------------------------------------------------------------===//

#define RUCHY_BINARY(OP, INFER)                                                \
  void OP::inferResultTypes(ArrayRef<Type> types,                              \
                            SmallVectorImpl<Type> &results) {                  \
    results.push_back(INFER(types));                                           \
  }                                                                            \
  Type OP::getWantedOperandType(unsigned index) {                              \
    return getWantedArithOperand(*this, index);                                \
  }
RUCHY_BINARY(AddOp, inferAdd)
RUCHY_BINARY(SubOp, inferNumeric)
RUCHY_BINARY(MulOp, inferMul)
RUCHY_BINARY(DivOp, inferNumeric)
RUCHY_BINARY(RemOp, inferNumeric)
RUCHY_BINARY(PowOp, inferPow)
RUCHY_BINARY(BitAndOp, inferBits)
RUCHY_BINARY(BitOrOp, inferBits)
RUCHY_BINARY(BitXorOp, inferBits)
RUCHY_BINARY(ShlOp, inferShift)
RUCHY_BINARY(ShrOp, inferShift)
#undef RUCHY_BINARY

#define RUCHY_COMPARISON(OP)                                                   \
  void OP::inferResultTypes(ArrayRef<Type>, SmallVectorImpl<Type> &results) {  \
    results.push_back(IntegerType::get(getContext(), 1));                      \
  }                                                                            \
  Type OP::getWantedOperandType(unsigned index) {                              \
    return getWantedComparedOperand(*this, index);                             \
  }
RUCHY_COMPARISON(EqOp)
RUCHY_COMPARISON(NeOp)
RUCHY_COMPARISON(LtOp)
RUCHY_COMPARISON(LeOp)
RUCHY_COMPARISON(GtOp)
RUCHY_COMPARISON(GeOp)
#undef RUCHY_COMPARISON

#define RUCHY_ORDER(OP)                                                        \
  bool OP::mayError() {                                                        \
    return isOrderError(getLhs().getType(), getRhs().getType());               \
  }
RUCHY_ORDER(LtOp)
RUCHY_ORDER(LeOp)
RUCHY_ORDER(GtOp)
RUCHY_ORDER(GeOp)
#undef RUCHY_ORDER

void NegOp::inferResultTypes(ArrayRef<Type> types,
                             SmallVectorImpl<Type> &results) {
  results.push_back(isNumber(types[0]) ? types[0] : getAny(getContext()));
}

void BitNotOp::inferResultTypes(ArrayRef<Type> types,
                                SmallVectorImpl<Type> &results) {
  results.push_back(isInt(types[0]) ? types[0] : getAny(getContext()));
}

#define RUCHY_PREDICATE(OP)                                                    \
  void OP::inferResultTypes(ArrayRef<Type>, SmallVectorImpl<Type> &results) {  \
    results.push_back(IntegerType::get(getContext(), 1));                      \
  }
RUCHY_PREDICATE(TruthyOp)
RUCHY_PREDICATE(NotOp)
RUCHY_PREDICATE(IsNilOp)
#undef RUCHY_PREDICATE

std::optional<bool> TruthyOp::getKnownTruth(ArrayRef<Type> types) {
  if (isa<AnyType, NeverType, UnsetType>(types[0]) || isBool(types[0]))
    return std::nullopt;
  return !isa<NilType>(types[0]);
}

std::optional<bool> IsNilOp::getKnownTruth(ArrayRef<Type> types) {
  if (isa<AnyType, NeverType, UnsetType>(types[0]))
    return std::nullopt;
  return isa<NilType>(types[0]);
}

/// Whether two values of these types are equal, as far as the types tell.
static std::optional<bool> compareTypes(ArrayRef<Type> types) {
  if (areDisjointTypes(types[0], types[1]))
    return false;
  if (isa<NilType>(types[0]) && types[0] == types[1])
    return true;
  return std::nullopt;
}

std::optional<bool> EqOp::getKnownTruth(ArrayRef<Type> types) {
  return compareTypes(types);
}

std::optional<bool> NeOp::getKnownTruth(ArrayRef<Type> types) {
  std::optional<bool> equal = compareTypes(types);
  return equal ? std::optional(!*equal) : std::nullopt;
}

//===----------------------------------------------------------------------===//
// constant, coerce, cast
//===----------------------------------------------------------------------===//

bool ConstantOp::isBuildableWith(Attribute value, Type type) {
  if (isa<NilAttr>(value))
    return isa<NilType, UnsetType>(type);
  if (isa<StringAttr>(value))
    return isa<StrType>(type);
  return isa<IntegerAttr, FloatAttr>(value) && (isNumber(type) || isBool(type));
}

LogicalResult ConstantOp::verify() {
  if (!isBuildableWith(getValue(), getType()))
    return emitOpError("cannot hold ") << getValue() << " as " << getType();
  return success();
}

void ConstantOp::build(OpBuilder &b, OperationState &state, int64_t value) {
  build(b, state, b.getI64IntegerAttr(value));
}

void ConstantOp::build(OpBuilder &b, OperationState &state, StringRef text) {
  build(b, state,
        cast<TypedAttr>(
            Attribute(StringAttr::get(text, StrType::get(b.getContext())))));
}

void ConstantOp::inferResultTypes(ArrayRef<Type>,
                                  SmallVectorImpl<Type> &results) {
  results.push_back(getType());
}

bool ConstantOp::isImmortalResult(unsigned) { return true; }
bool PoisonOp::isImmortalResult(unsigned) { return true; }

LogicalResult CoerceOp::verify() {
  if (!isCoercible(getValue().getType(), getType()))
    return emitOpError("cannot make ")
           << getType() << " of " << getValue().getType();
  return success();
}

void CoerceOp::inferResultTypes(ArrayRef<Type> types,
                                SmallVectorImpl<Type> &results) {
  results.push_back(types[0]);
}

/// Whether the coercion keeps the pointer: boxing a heap value, giving an empty
/// array its element type, or knowing less of what is in boxes. Everything else
/// makes a new value.
static bool keepsIdentity(Type from, Type to) {
  if (!isHeapType(from))
    return false;
  if (isa<AnyType>(to) || (from != to && isFreeCoercion(from, to)))
    return true;
  auto array = dyn_cast<ArrayType>(from);
  return array && isa<NeverType>(array.getElementType());
}

void CoerceOp::getViewBases(unsigned, SmallVectorImpl<Value> &bases) {
  if (keepsIdentity(getValue().getType(), getType()))
    bases.push_back(getValue());
}

bool CoerceOp::isImmortalResult(unsigned) {
  // A boxed range is an object of its own.
  return isa<AnyType>(getType()) && !isHeapType(getValue().getType()) &&
         !isa<RangeType>(getValue().getType());
}

void CastOp::inferResultTypes(ArrayRef<Type> types,
                              SmallVectorImpl<Type> &results) {
  MLIRContext *context = getContext();
  bool numeric = isNumber(types[0]) || isBool(types[0]);
  bool fromStr = isa<StrType>(types[0]);
  switch (getKind()) {
  case CastKind::String:
    return results.push_back(StrType::get(context));
  case CastKind::Float:
    return results.push_back(numeric ? Type(Float64Type::get(context))
                                     : getAny(context));
  case CastKind::Bool:
    return results.push_back(isBool(types[0]) ? types[0] : getAny(context));
  case CastKind::Char:
    return results.push_back(isInt(types[0]) || fromStr
                                 ? Type(StrType::get(context))
                                 : getAny(context));
  default:
    // Of an enum it is the discriminant.
    return results.push_back(numeric || fromStr || isa<EnumType>(types[0])
                                 ? Type(IntegerType::get(context, 64))
                                 : getAny(context));
  }
}

bool CastOp::mayError() {
  Type from = getValue().getType();
  if (getKind() == CastKind::String)
    return false;
  if (getKind() == CastKind::Char || isa<StrType>(from))
    return true;
  return isDynamic(*this);
}
