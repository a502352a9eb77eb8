//===- Operators.cpp - Operators and casts ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ObjectGen.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

static bool isShortCircuit(ast::BinaryOp op) {
  return op == ast::BinaryOp::And || op == ast::BinaryOp::Or ||
         op == ast::BinaryOp::Coalesce;
}

Value FunctionGen::emitBinary(ast::BinaryExpr *expr, Value lhs) {
  Location at = loc(expr->opRange.begin);
  if (isShortCircuit(expr->op)) {
    Value slot = makeSlot("value", at);
    emitShortCircuit(expr, lhs, Sink::store(slot));
    return load(at, slot);
  }
  Value rhs = emit(expr->rhs);
  return emitBinaryOp(at, expr->op, lhs, rhs);
}

/// `&& || ??` give one of their operands and evaluate the right one last.
void FunctionGen::emitShortCircuit(ast::BinaryExpr *expr, Value lhs,
                                   const Sink &sink) {
  Location at = loc(expr->opRange.begin);
  Block *right = new Block, *left = new Block, *join = new Block;
  bool isCoalesce = expr->op == ast::BinaryOp::Coalesce;
  Value condition =
      isCoalesce
          ? Value(OptionIsOp::create(b, at, i1, lhs, OptionCase::None, false))
          : truthy(at, lhs);
  bool rightIfTrue = expr->op != ast::BinaryOp::Or;
  branchIf(at, condition, rightIfTrue ? right : left,
           rightIfTrue ? left : right);
  startBlock(left);
  if (isCoalesce)
    lhs = OptionGetOp::create(b, at, any, lhs, OptionCase::Some);
  deliver(at, lhs, sink);
  branch(at, join);
  startBlock(right);
  emitInto(expr->rhs, sink);
  branch(at, join);
  startBlock(join);
}

/// Some class may define the operator.
Value FunctionGen::emitBinaryOp(Location at, ast::BinaryOp op, Value lhs,
                                Value rhs) {
  ObjectGen objects(*this);
  StringRef spelling = ast::getSpelling(op);
  if (objects.hasOperator(spelling))
    return objects.emitOperator(at, spelling, {lhs, rhs});
  if (op == ast::BinaryOp::Ne && objects.hasOperator("=="))
    return NotOp::create(
        b, at, i1, truthy(at, objects.emitOperator(at, "==", {lhs, rhs})));
  return emitPlainBinary(at, op, lhs, rhs);
}

/// An operator on operands of which none defines it.
Value FunctionGen::emitPlainOperator(Location at, StringRef op,
                                     ArrayRef<Value> operands) {
  if (op == "neg")
    return NegOp::create(b, at, any, Type(), operands[0]).getResult();
  if (op == "!")
    return NotOp::create(b, at, i1, truthy(at, operands[0]));
  if (op == "[]")
    return IndexOp::create(b, at, any, Type(), operands[0], operands[1])
        .getResult();
  for (unsigned kind = 0; kind <= unsigned(ast::BinaryOp::In); ++kind)
    if (ast::getSpelling(ast::BinaryOp(kind)) == op && operands.size() == 2)
      return emitPlainBinary(at, ast::BinaryOp(kind), operands[0], operands[1]);
  return raise(at, "RuntimeError", ("Operator '" + op + "' not found").str());
}

Value FunctionGen::emitPlainBinary(Location at, ast::BinaryOp op, Value lhs,
                                   Value rhs) {
  switch (op) {
#define RUCHY_CASE(AST, OP, TYPE)                                              \
  case ast::BinaryOp::AST:                                                     \
    return OP::create(b, at, TYPE, Type(), lhs, rhs).getResult();
    RUCHY_CASE(Add, AddOp, any)
    RUCHY_CASE(Sub, SubOp, any)
    RUCHY_CASE(Mul, MulOp, any)
    RUCHY_CASE(Div, DivOp, any)
    RUCHY_CASE(Mod, RemOp, any)
    RUCHY_CASE(Pow, PowOp, any)
    RUCHY_CASE(Shl, ShlOp, any)
    RUCHY_CASE(Shr, ShrOp, any)
    RUCHY_CASE(BitAnd, BitAndOp, any)
    RUCHY_CASE(BitXor, BitXorOp, any)
    RUCHY_CASE(BitOr, BitOrOp, any)
    RUCHY_CASE(Lt, LtOp, i1)
    RUCHY_CASE(Le, LeOp, i1)
    RUCHY_CASE(Gt, GtOp, i1)
    RUCHY_CASE(Ge, GeOp, i1)
    RUCHY_CASE(In, InOp, i1)
#undef RUCHY_CASE
  case ast::BinaryOp::Eq:
    return EqOp::create(b, at, i1, lhs, rhs);
  case ast::BinaryOp::Ne:
    return NeOp::create(b, at, i1, lhs, rhs);
  case ast::BinaryOp::And:
  case ast::BinaryOp::Or:
  case ast::BinaryOp::Coalesce:
    break; // have no compound form
  }
  return makeNil(at);
}

Value FunctionGen::visitUnaryExpr(ast::UnaryExpr *expr) {
  Location at = loc(expr);
  // Where it is no argument, `&mut e` is the value.
  // The parser makes one literal of the sign only where the value needs it.
  auto *literal = dyn_cast<ast::IntLiteral>(expr->operand);
  if (literal && expr->op == ast::UnaryOp::Neg && literal->value >= 0)
    return makeInt(at, -literal->value);
  bool isDereference = expr->op == ast::UnaryOp::Deref;
  if (isDereference && isPlace(expr->operand)) {
    Place place;
    if (emitPlace(expr->operand, place))
      return readPlace(place);
  }
  Value operand = emit(expr->operand);
  ObjectGen objects(*this);
  StringRef defined = expr->op == ast::UnaryOp::Neg   ? "neg"
                      : expr->op == ast::UnaryOp::Not ? "!"
                                                      : "";
  if (!defined.empty() && objects.hasOperator(defined))
    return objects.emitOperator(at, defined, operand);
  switch (expr->op) {
  case ast::UnaryOp::Neg:
    return NegOp::create(b, at, any, Type(), operand).getResult();
  case ast::UnaryOp::BitNot:
    return BitNotOp::create(b, at, any, Type(), operand).getResult();
  case ast::UnaryOp::Not:
    return NotOp::create(b, at, i1, truthy(at, operand));
  case ast::UnaryOp::Plus:
    return BuiltinOp::create(b, at, any, Type(), "unary_plus", operand)
        .getResult();
  case ast::UnaryOp::Ref:
  case ast::UnaryOp::RefMut:
  case ast::UnaryOp::Deref:
    break; // no-ops on values
  }
  return operand;
}

/// Raises an error that names the kind of a value.
Value FunctionGen::raiseAbout(Location at, StringRef kind, StringRef before,
                              Value culprit, StringRef after) {
  Value name =
      BuiltinOp::create(b, at, any, Type(), "type_of", culprit).getResult();
  TextParts parts;
  addLiteral(parts, before);
  parts.push_back({TextPart::Kind::Display, "", name, {}});
  addLiteral(parts, after);
  return raise(at, kind, "", concat(at, parts));
}

Value FunctionGen::visitRangeExpr(ast::RangeExpr *expr) {
  Location at = loc(expr->opRange.begin);
  return emitRange(expr, expr->begin ? emit(expr->begin) : makeNil(at));
}

/// Both bounds are evaluated before either is tested.
Value FunctionGen::emitRange(ast::RangeExpr *expr, Value begin) {
  Location at = loc(expr->opRange.begin);
  Value end = expr->end ? emit(expr->end) : makeNil(at);
  auto check = [&](ast::Expr *written, Value bound) -> Value {
    if (!written || bound.getType() == i64 || bound.getType() == str)
      return bound;
    return BuiltinOp::create(b, at, any, Type(), "range_bound", bound)
        .getResult();
  };
  begin = check(expr->begin, begin);
  end = check(expr->end, end);
  auto range = RangeOp::create(b, at, any, begin, end, expr->isInclusive);
  return range->getResult(0);
}

static std::optional<CastKind> getCastKind(StringRef type) {
  return llvm::StringSwitch<std::optional<CastKind>>(type)
      .Cases({"i32", "i64", "isize", "usize"}, CastKind::Int)
      .Cases({"u64", "i128", "u128", "int"}, CastKind::Int)
      .Cases({"f64", "f32", "float"}, CastKind::Float)
      .Case("i8", CastKind::I8)
      .Case("i16", CastKind::I16)
      .Case("u8", CastKind::U8)
      .Case("u16", CastKind::U16)
      .Case("u32", CastKind::U32)
      .Case("bool", CastKind::Bool)
      .Case("char", CastKind::Char)
      .Cases({"String", "str", "string"}, CastKind::String)
      .Default(std::nullopt);
}

Value FunctionGen::emitCast(ast::CastExpr *expr, Value operand) {
  Location at = loc(expr->opRange.begin);
  ast::TypeExpr *type = expr->type;
  while (auto *ref = dyn_cast<ast::RefType>(type))
    type = ref->pointee;
  StringRef written = gen.sources.getText(expr->type->getRange());
  auto *named = dyn_cast<ast::NamedType>(type);
  auto kind = named ? getCastKind(named->getName()) : std::nullopt;
  if (!kind)
    return raiseAbout(at, "TypeError", "Cannot cast ", operand,
                      (" to " + written).str());
  auto op = CastOp::create(b, at, any, Type(), operand, *kind);
  // The error text repeats the type as written, which the kind does not tell.
  if (written != stringifyCastKind(*kind))
    op->setAttr("spelling", b.getStringAttr(written));
  return op.getResult();
}
