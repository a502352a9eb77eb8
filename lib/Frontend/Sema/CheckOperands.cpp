//===- CheckOperands.cpp - Operators on operands that are known -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckImpl.h"

using namespace ruchy;

llvm::StringRef KnownKind::getName() const {
  static constexpr llvm::StringLiteral kindNames[] = {
      "unknown", "nil",   "boolean", "integer", "float",
      "string",  "array", "range",   "struct"};
  return kindNames[kind];
}

/// A variable that is bound once has the kind of its value.
KnownKind Checker::getKindOfName(NameExpr *name) const {
  const NameRef &ref = names.getRef(name);
  if (ref.kind == NameRef::Kind::Builtin && name->name == "nil")
    return {KnownKind::Nil};
  VarDecl *variable = ref.variable;
  if (ref.kind != NameRef::Kind::Variable || !variable)
    return {};
  if (name->name == "self" && variable->isParam && variable->owner &&
      !variable->isReassigned)
    if (StructItem *owner = methodOwners.lookup(variable->owner->node))
      return {KnownKind::Struct, owner};
  bool isFixed = variable->let && variable->let->init &&
                 variable->node == variable->let->pattern &&
                 !variable->isReassigned && !variable->isAliased;
  // Only values that say their kind themselves: no chains, no cycles.
  if (!isFixed || llvm::isa<NameExpr, BinaryExpr>(variable->let->init))
    return {};
  return getKind(variable->let->init);
}

KnownKind Checker::getKindOfBinary(BinaryExpr *binary) const {
  switch (binary->op) {
  case BinaryOp::Lt:
  case BinaryOp::Le:
  case BinaryOp::Gt:
  case BinaryOp::Ge:
  case BinaryOp::Eq:
  case BinaryOp::Ne:
  case BinaryOp::In:
    return {KnownKind::Bool};
  default:
    return {};
  }
}

KnownKind Checker::getKind(Expr *expr) const {
  if (!expr)
    return {};
  switch (expr->getKind()) {
  case NodeKind::NilLiteral:
    return {KnownKind::Nil};
  case NodeKind::BoolLiteral:
    return {KnownKind::Bool};
  case NodeKind::IntLiteral:
    return {KnownKind::Int};
  case NodeKind::FloatLiteral:
    return {KnownKind::Float};
  case NodeKind::StringLiteral:
  case NodeKind::InterpolationExpr:
    return {KnownKind::String};
  case NodeKind::ArrayExpr:
  case NodeKind::ArrayRepeatExpr:
    return {KnownKind::Array};
  case NodeKind::RangeExpr:
    return {KnownKind::Range};
  case NodeKind::NameExpr:
    return getKindOfName(llvm::cast<NameExpr>(expr));
  case NodeKind::BinaryExpr:
    return getKindOfBinary(llvm::cast<BinaryExpr>(expr));
  case NodeKind::UnaryExpr: {
    auto *unary = llvm::cast<UnaryExpr>(expr);
    if (unary->op == UnaryOp::Not)
      return {KnownKind::Bool};
    KnownKind inner = llvm::isa<UnaryExpr>(unary->operand)
                          ? KnownKind()
                          : getKind(unary->operand);
    return unary->op == UnaryOp::Neg && inner.isNumber() ? inner : KnownKind();
  }
  case NodeKind::StructExpr: {
    auto *literal = llvm::cast<StructExpr>(expr);
    const TypeFacts *facts =
        literal->path.size() == 1 ? findType(literal->path[0].text) : nullptr;
    auto *item = facts ? llvm::dyn_cast<StructItem>(facts->item) : nullptr;
    return item ? KnownKind{KnownKind::Struct, item} : KnownKind();
  }
  default:
    return {};
  }
}

//===----------------------------------------------------------------------===//
// Operators
//===----------------------------------------------------------------------===//

namespace {

/// The words of `Cannot VERB X LINK Y`.
struct OperatorWords {
  llvm::StringLiteral verb;
  llvm::StringLiteral link;
  bool isSwapped = false;
};

OperatorWords getWords(BinaryOp op) {
  switch (op) {
  case BinaryOp::Sub:
    return {"subtract", "from", true};
  case BinaryOp::Mul:
    return {"multiply", "and"};
  case BinaryOp::Div:
    return {"divide", "by"};
  case BinaryOp::Mod:
    return {"compute", "modulo"};
  case BinaryOp::Pow:
    return {"compute", "to the power of"};
  default:
    return {"add", "and"};
  }
}

bool isBits(BinaryOp op) {
  return op == BinaryOp::BitAnd || op == BinaryOp::BitOr ||
         op == BinaryOp::BitXor;
}

bool isArithmetic(BinaryOp op) { return op <= BinaryOp::Pow; }

bool isOrdering(BinaryOp op) {
  return op >= BinaryOp::Lt && op <= BinaryOp::Ge;
}

/// Whether the operator accepts the kinds; in doubt it does.
bool fits(BinaryOp op, KnownKind lhs, KnownKind rhs) {
  using K = KnownKind;
  if (lhs.kind == K::Struct || rhs.kind == K::Struct)
    return true;
  if (isOrdering(op))
    return (lhs.isNumber() && rhs.isNumber()) ||
           (lhs.kind == rhs.kind && lhs.kind != K::Nil && lhs.kind != K::Range);
  if (isBits(op))
    return lhs.kind == rhs.kind && (lhs.kind == K::Int || lhs.kind == K::Bool);
  if (op == BinaryOp::Shl || op == BinaryOp::Shr)
    return lhs.kind == K::Int && rhs.kind == K::Int;
  if (op == BinaryOp::In)
    return !rhs.isScalar();
  if (!isArithmetic(op) || (lhs.isNumber() && rhs.isNumber()))
    return true;
  if (op == BinaryOp::Mul)
    return lhs.kind == K::String && rhs.kind == K::Int;
  if (op != BinaryOp::Add)
    return false;
  auto isText = [](K kind) {
    return kind.isNumber() || kind.kind == K::Bool || kind.kind == K::String;
  };
  bool isConcatenation = (lhs.kind == K::String || rhs.kind == K::String) &&
                         isText(lhs) && isText(rhs);
  return isConcatenation || (lhs.kind == K::Array && rhs.kind == K::Array);
}

std::string describe(BinaryOp op, KnownKind lhs, KnownKind rhs) {
  std::string left = lhs.getName().str(), right = rhs.getName().str();
  if (isOrdering(op))
    return "Cannot compare " + left + " and " + right + " for ordering";
  if (op == BinaryOp::In)
    return "Cannot test membership in " + right;
  if (!isArithmetic(op))
    return "Bitwise operations require integer operands, got " + left +
           " and " + right;
  OperatorWords words = getWords(op);
  if (words.isSwapped)
    std::swap(left, right);
  return "Cannot " + words.verb.str() + " " + left + " " + words.link.str() +
         " " + right;
}

std::string getOperandHint(BinaryOp op, KnownKind lhs, KnownKind rhs) {
  using K = KnownKind;
  bool hasString = lhs.kind == K::String || rhs.kind == K::String;
  bool hasNumber = lhs.isNumber() || rhs.isNumber();
  if (hasString && hasNumber && (isArithmetic(op) || isOrdering(op)))
    return "convert the string with int(..) or float(..)";
  if (hasString && op == BinaryOp::Add)
    return "use an f-string, f\"{a}{b}\"";
  if (op == BinaryOp::Add && (lhs.kind == K::Array || rhs.kind == K::Array))
    return "add an element with xs.push(x), or an array, xs + [x]";
  return "";
}

/// The value of an integer literal with its sign.
std::optional<int64_t> getInteger(Expr *expr) {
  if (auto *literal = llvm::dyn_cast<IntLiteral>(expr))
    return literal->value;
  auto *unary = llvm::dyn_cast<UnaryExpr>(expr);
  auto *literal = unary && unary->op == UnaryOp::Neg
                      ? llvm::dyn_cast<IntLiteral>(unary->operand)
                      : nullptr;
  if (!literal || literal->value < 0)
    return std::nullopt;
  return -literal->value;
}

bool isZero(Expr *expr) {
  if (auto *literal = llvm::dyn_cast<FloatLiteral>(expr))
    return literal->value == 0;
  auto value = getInteger(expr);
  return value && *value == 0;
}

} // namespace

void Checker::checkBinary(BinaryExpr *binary) {
  KnownKind lhs = getKind(binary->lhs), rhs = getKind(binary->rhs);
  checkOperands(binary, lhs, rhs);
  bool isDivision = binary->op == BinaryOp::Div || binary->op == BinaryOp::Mod;
  bool isChecked =
      lhs.kind == KnownKind::Int ||
      (lhs.kind == KnownKind::Float && binary->op == BinaryOp::Mod);
  bool isFloat = llvm::isa<FloatLiteral>(binary->rhs);
  if (isDivision && isChecked && isZero(binary->rhs) &&
      (!isFloat || binary->op == BinaryOp::Mod))
    return report(Diag::DivisionByZero, binary->opRange, "Division by zero");
  if (lhs.kind == KnownKind::Int && rhs.kind == KnownKind::Int)
    checkOverflow(binary);
}

void Checker::checkOperands(BinaryExpr *binary, KnownKind lhs, KnownKind rhs) {
  bool isMembership = binary->op == BinaryOp::In;
  if ((!lhs.isKnown() && !isMembership) || !rhs.isKnown() || extendsTypes ||
      fits(binary->op, lhs, rhs))
    return;
  report(Diag::OperandKinds, binary->opRange, describe(binary->op, lhs, rhs),
         getOperandHint(binary->op, lhs, rhs));
}

void Checker::checkOverflow(BinaryExpr *binary) {
  auto lhs = getInteger(binary->lhs), rhs = getInteger(binary->rhs);
  int64_t result;
  if ((binary->op == BinaryOp::Shl || binary->op == BinaryOp::Shr) && rhs &&
      (*rhs < 0 || *rhs > 63))
    return report(Diag::ShiftRange, binary->opRange,
                  "Shift count " + llvm::Twine(*rhs) + " is out of range");
  if (!lhs || !rhs)
    return;
  llvm::StringRef what;
  if (binary->op == BinaryOp::Add &&
      __builtin_add_overflow(*lhs, *rhs, &result))
    what = "addition";
  if (binary->op == BinaryOp::Sub &&
      __builtin_sub_overflow(*lhs, *rhs, &result))
    what = "subtraction";
  if (binary->op == BinaryOp::Mul &&
      __builtin_mul_overflow(*lhs, *rhs, &result))
    what = "multiplication";
  if (!what.empty())
    report(Diag::IntegerOverflow, binary->opRange,
           "Integer overflow in " + what);
}

void Checker::checkUnary(UnaryExpr *unary) {
  KnownKind kind = getKind(unary->operand);
  if (!kind.isKnown() || kind.kind == KnownKind::Struct || extendsTypes)
    return;
  SourceRange range(unary->getBegin(), unary->getBegin().advanced(1));
  if (unary->op == UnaryOp::Neg && !kind.isNumber())
    report(Diag::OperandKinds, range, "Cannot negate " + kind.getName());
  else if (unary->op == UnaryOp::Plus && !kind.isNumber())
    report(Diag::OperandKinds, range,
           "Cannot apply unary plus to " + kind.getName());
  else if (unary->op == UnaryOp::BitNot && kind.kind != KnownKind::Int)
    report(Diag::OperandKinds, range,
           "Cannot apply bitwise NOT to " + kind.getName());
}

//===----------------------------------------------------------------------===//
// Elements
//===----------------------------------------------------------------------===//

static int64_t countElements(Expr *object) {
  if (auto *array = llvm::dyn_cast<ArrayExpr>(object))
    return llvm::none_of(array->elements, llvm::IsaPred<SpreadExpr>)
               ? static_cast<int64_t>(array->elements.size())
               : -1;
  auto *string = llvm::dyn_cast<StringLiteral>(object);
  if (!string)
    return -1;
  return llvm::count_if(string->value, [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  });
}

void Checker::checkIndex(IndexExpr *index) {
  if (!index->index)
    return;
  KnownKind object = getKind(index->object), key = getKind(index->index);
  bool isSequence =
      object.kind == KnownKind::Array || object.kind == KnownKind::String;
  bool isWrong =
      object.isScalar() || (isSequence && key.kind != KnownKind::Int &&
                            key.kind != KnownKind::Range);
  if (isWrong && key.isKnown() && key.kind != KnownKind::Struct)
    return report(Diag::NotIndexable, index->bracketRange,
                  "Cannot index " + object.getName() + " with " +
                      key.getName());
  int64_t length = countElements(index->object);
  if (isSequence && length >= 0)
    checkIndexValue(index, length, object.getName());
}

void Checker::checkIndexValue(IndexExpr *index, int64_t length,
                              llvm::StringRef container) {
  auto value = getInteger(index->index);
  if (value && (*value >= length || *value < -length))
    report(Diag::IndexOutOfBounds, index->bracketRange,
           "Index " + llvm::Twine(*value) + " out of bounds for " + container +
               " of length " + llvm::Twine(length));
}

void Checker::checkFor(ForExpr *loop) {
  if (!loop->iterable)
    return;
  KnownKind kind = getKind(loop->iterable);
  if (!kind.isScalar())
    return;
  report(Diag::OperandKinds, loop->iterable->getRange(),
         "Cannot iterate over " + kind.getName(),
         kind.kind == KnownKind::Int ? "write '0..n' to count to n" : "");
}
