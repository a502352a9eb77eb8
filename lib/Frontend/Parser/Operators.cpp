//===- Operators.cpp - Prefix and binary operators --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

#include "Ruchy/Frontend/Lexer/Literals.h"

#include <optional>

using namespace ruchy;

namespace {

/// How an operator token is parsed.
enum class Form { Binary, Assign, Ternary, Range, In, Send, Pipeline };

struct OperatorInfo {
  int precedence;
  Form form = Form::Binary;
  BinaryOp op = BinaryOp::Add;
  bool isRightAssociative = false;
};

std::optional<OperatorInfo> getLooseOperator(const Token &token) {
  switch (token.kind) {
  case TokenKind::Question:
    return OperatorInfo{PrecAssign, Form::Ternary};
  case TokenKind::PipePipe:
    return OperatorInfo{PrecAssign, Form::Binary, BinaryOp::Or};
  case TokenKind::LeftArrow:
  case TokenKind::LessQuestion:
    return OperatorInfo{PrecAssign, Form::Send};
  case TokenKind::QuestionQuestion:
    return OperatorInfo{PrecCoalesce, Form::Binary, BinaryOp::Coalesce};
  case TokenKind::Bang:
    return OperatorInfo{PrecCoalesce, Form::Send};
  case TokenKind::AmpAmp:
    return OperatorInfo{PrecAnd, Form::Binary, BinaryOp::And};
  case TokenKind::PipeGreater:
    return OperatorInfo{PrecAnd, Form::Pipeline};
  case TokenKind::DotDot:
  case TokenKind::DotDotEq:
    return OperatorInfo{PrecRange, Form::Range};
  case TokenKind::KwIn:
    return OperatorInfo{PrecCompare, Form::In, BinaryOp::In};
  default:
    return std::nullopt;
  }
}

std::optional<OperatorInfo> getTightOperator(const Token &token) {
  auto binary = [](int precedence, BinaryOp op) {
    return OperatorInfo{precedence, Form::Binary, op};
  };
  switch (token.kind) {
  case TokenKind::EqEq:
    return binary(PrecEquality, BinaryOp::Eq);
  case TokenKind::BangEq:
    return binary(PrecEquality, BinaryOp::Ne);
  case TokenKind::Less:
    return binary(PrecCompare, BinaryOp::Lt);
  case TokenKind::LessEq:
    return binary(PrecCompare, BinaryOp::Le);
  case TokenKind::Greater:
    return binary(PrecCompare, BinaryOp::Gt);
  case TokenKind::GreaterEq:
    return binary(PrecCompare, BinaryOp::Ge);
  case TokenKind::Pipe:
    return binary(PrecBitOr, BinaryOp::BitOr);
  case TokenKind::Caret:
    return binary(PrecBitXor, BinaryOp::BitXor);
  case TokenKind::Amp:
    return binary(PrecBitAnd, BinaryOp::BitAnd);
  case TokenKind::LessLess:
    return binary(PrecShift, BinaryOp::Shl);
  case TokenKind::GreaterGreater:
    return binary(PrecShift, BinaryOp::Shr);
  case TokenKind::Plus:
    return binary(PrecSum, BinaryOp::Add);
  case TokenKind::Minus:
    return binary(PrecSum, BinaryOp::Sub);
  case TokenKind::Star:
    return binary(PrecProduct, BinaryOp::Mul);
  case TokenKind::Slash:
    return binary(PrecProduct, BinaryOp::Div);
  case TokenKind::Percent:
    return binary(PrecProduct, BinaryOp::Mod);
  case TokenKind::StarStar:
    return OperatorInfo{PrecPower, Form::Binary, BinaryOp::Pow,
                        /*isRightAssociative=*/true};
  default:
    return std::nullopt;
  }
}

/// The operator of a compound assignment token.
std::optional<BinaryOp> getCompoundOperator(TokenKind kind) {
  switch (kind) {
  case TokenKind::PlusEq:
    return BinaryOp::Add;
  case TokenKind::MinusEq:
    return BinaryOp::Sub;
  case TokenKind::StarEq:
    return BinaryOp::Mul;
  case TokenKind::SlashEq:
    return BinaryOp::Div;
  case TokenKind::PercentEq:
    return BinaryOp::Mod;
  case TokenKind::StarStarEq:
    return BinaryOp::Pow;
  case TokenKind::AmpEq:
    return BinaryOp::BitAnd;
  case TokenKind::PipeEq:
    return BinaryOp::BitOr;
  case TokenKind::CaretEq:
    return BinaryOp::BitXor;
  case TokenKind::LessLessEq:
    return BinaryOp::Shl;
  case TokenKind::GreaterGreaterEq:
    return BinaryOp::Shr;
  default:
    return std::nullopt;
  }
}

std::optional<OperatorInfo> getOperator(const Token &token) {
  if (token.is(TokenKind::Eq) || getCompoundOperator(token.kind))
    return OperatorInfo{PrecAssign, Form::Assign};
  if (auto info = getLooseOperator(token))
    return info;
  return getTightOperator(token);
}

/// Whether a token is the number whose negation is the smallest integer.
bool isMinimumMagnitude(const Token &token) {
  if (token.isNot(TokenKind::Integer))
    return false;
  auto value = decodeNumber(token.text);
  return value && !value->isFloat && value->integer >> 63 != 0;
}

/// Statements and items that no operator can follow.
bool isClosedForm(const Expr *expr) {
  if (expr->isParenthesized)
    return false;
  return llvm::isa<LetExpr, Item, BreakExpr, ContinueExpr, ReturnExpr,
                   ThrowExpr, YieldExpr>(expr);
}

} // namespace

/// Whether the operator at the current token belongs to the expression before
/// it; only in doubt if it is the first on its line.
bool ParserImpl::continuesExpression() const {
  const Token &token = tok();
  if (!token.startsLine)
    return true;
  if (token.is(TokenKind::Bang))
    return false;
  if (mode.bracketed)
    return true;
  switch (token.kind) {
  case TokenKind::Minus:
  case TokenKind::Star:
  case TokenKind::StarStar:
  case TokenKind::Amp:
  case TokenKind::Pipe:
    return tok(1).spaceBefore;
  case TokenKind::PipePipe:
    return !(tok(1).is(TokenKind::LBrace) && !tok(1).startsLine);
  default:
    return true;
  }
}

/// Whether the `?` at the current token starts a ternary: an operand follows
/// on its line, and a `:` before the next `,`, `;`, closing bracket or line
/// end at its depth.
bool ParserImpl::isTernaryAhead() const {
  return list.colonAhead[pos] && !tok(1).startsLine && canStartOperand(tok(1));
}

Expr *ParserImpl::parseBinary(int minimum) {
  DepthGuard guard(*this);
  if (failed())
    return errorExpr(here());
  return parseBinaryRest(parseOperand(), minimum);
}

Expr *ParserImpl::parseBinaryRest(Expr *lhs, int minimum) {
  for (unsigned length = 0;; ++length) {
    if (failed() || isClosedForm(lhs) || !checkChain(length))
      return lhs;
    auto info = getOperator(tok());
    if (!info || info->precedence < minimum || !continuesExpression())
      return lhs;
    switch (info->form) {
    case Form::Assign:
      lhs = parseAssignment(lhs);
      continue;
    case Form::Ternary:
      if (!isTernaryAhead())
        return lhs;
      lhs = parseTernary(lhs);
      continue;
    case Form::Range:
      lhs = parseRange(lhs);
      continue;
    case Form::In:
      lhs = parseIn(lhs);
      continue;
    case Form::Send:
      lhs = parseSend(lhs);
      continue;
    case Form::Pipeline:
      lhs = parsePipeline(lhs);
      continue;
    case Form::Binary:
      break;
    }
    auto *binary = make<BinaryExpr>(lhs->getBegin());
    binary->opRange = advance().getRange();
    binary->op = info->op;
    binary->lhs = lhs;
    binary->rhs = parseBinary(info->precedence + !info->isRightAssociative);
    lhs = finish(binary);
  }
}

bool ParserImpl::checkPlace(Expr *place, bool isCompound) {
  if (failed())
    return false;
  if (llvm::isa<NameExpr, FieldExpr, IndexExpr, PathExpr>(place))
    return true;
  if (auto *unary = llvm::dyn_cast<UnaryExpr>(place);
      unary && unary->op == UnaryOp::Deref)
    return true;
  // A method that hands out an alias, as in `*m.entry(k).or_insert(0) += 1`,
  // needs its `*`; a tuple or array of places is destructured.
  llvm::ArrayRef<Expr *> elements;
  if (auto *tuple = llvm::dyn_cast<TupleExpr>(place))
    elements = tuple->elements;
  else if (auto *array = llvm::dyn_cast<ArrayExpr>(place))
    elements = array->elements;
  if (!elements.empty() && !isCompound) {
    for (Expr *element : elements)
      if (!checkPlace(element, isCompound))
        return false;
    return true;
  }
  error(Diag::InvalidAssignment, place->getRange(),
        "Invalid assignment target");
  return false;
}

Expr *ParserImpl::parseAssignment(Expr *lhs) {
  auto *assign = make<AssignExpr>(lhs->getBegin());
  auto op = getCompoundOperator(tok().kind);
  checkPlace(lhs, op.has_value());
  assign->opRange = advance().getRange();
  assign->isCompound = op.has_value();
  assign->op = op.value_or(BinaryOp::Add);
  assign->place = lhs;
  assign->value = parseBinary(PrecAssign);
  return finish(assign);
}

Expr *ParserImpl::parseTernary(Expr *condition) {
  auto *ternary = make<IfExpr>(condition->getBegin());
  advance();
  ternary->isTernary = true;
  ternary->condition = condition;
  ternary->thenExpr = parseBinary(PrecAssign);
  expect(TokenKind::Colon, "of the conditional operator");
  ternary->elseExpr = parseBinary(PrecAssign);
  return finish(ternary);
}

Expr *ParserImpl::parseRange(Expr *lhs) {
  auto *range = make<RangeExpr>(lhs->getBegin());
  Token op = advance();
  range->opRange = op.getRange();
  range->isInclusive = op.is(TokenKind::DotDotEq);
  range->begin = lhs;
  bool isHeadBlock = mode.noStruct && at(TokenKind::LBrace);
  if (!tok().startsLine && !isHeadBlock && canStartOperand(tok()))
    range->end = parseBinary(PrecRange + 1);
  return finish(range);
}

/// The right operand of `in` may be a range without parentheses.
Expr *ParserImpl::parseIn(Expr *lhs) {
  auto *binary = make<BinaryExpr>(lhs->getBegin());
  binary->opRange = advance().getRange();
  binary->op = BinaryOp::In;
  binary->lhs = lhs;
  binary->rhs = parseBinary(PrecCompare + 1);
  if (!failed() && !tok().startsLine &&
      (at(TokenKind::DotDot) || at(TokenKind::DotDotEq)))
    binary->rhs = parseRange(binary->rhs);
  return finish(binary);
}

Expr *ParserImpl::parseSend(Expr *lhs) {
  auto *send = make<SendExpr>(lhs->getBegin());
  Token op = advance();
  send->opRange = op.getRange();
  send->isAsk = op.is(TokenKind::LessQuestion);
  send->actor = lhs;
  send->message =
      parseBinary(op.is(TokenKind::Bang) ? PrecCoalesce + 1 : PrecAssign);
  return finish(send);
}

/// A stage is a postfix expression or a lambda, so that `x |> f == 3`
/// compares the result.
Expr *ParserImpl::parsePipeline(Expr *lhs) {
  auto *pipeline = make<PipelineExpr>(lhs->getBegin());
  pipeline->opRange = advance().getRange();
  pipeline->value = lhs;
  SourceLocation begin = here();
  pipeline->stage = parsePostfix(parsePrimary(), begin);
  return finish(pipeline);
}

Expr *ParserImpl::parseOperand() {
  SourceLocation begin = here();
  Expr *operand = parsePrefix();
  for (unsigned length = 0; !failed() && at(TokenKind::KwAs) &&
                            !isClosedForm(operand) && checkChain(length);
       ++length) {
    auto *cast = make<CastExpr>(begin);
    cast->opRange = advance().getRange();
    cast->operand = operand;
    cast->type = parseCastType();
    operand = finish(cast);
  }
  return operand;
}

Expr *ParserImpl::parsePrefix() {
  switch (tok().kind) {
  case TokenKind::Minus:
    if (isMinimumMagnitude(tok(1))) {
      SourceLocation begin = here();
      advance();
      return parsePostfix(parseNumber(/*isNegative=*/true), begin);
    }
    return parsePrefixOperator(UnaryOp::Neg);
  case TokenKind::Plus:
    return parsePrefixOperator(UnaryOp::Plus);
  case TokenKind::Bang:
    return parsePrefixOperator(UnaryOp::Not);
  case TokenKind::Tilde:
    return parsePrefixOperator(UnaryOp::BitNot);
  case TokenKind::Star:
  case TokenKind::StarStar:
    return parsePrefixOperator(UnaryOp::Deref);
  case TokenKind::Amp:
  case TokenKind::AmpAmp:
    return parseReference();
  case TokenKind::PlusPlus:
  case TokenKind::MinusMinus:
    return parseIncDecPrefix();
  case TokenKind::KwAwait: {
    DepthGuard guard(*this);
    auto *await = make<AwaitExpr>(here());
    advance();
    await->operand = parsePrefix();
    return finish(await);
  }
  default: {
    SourceLocation begin = here();
    Expr *primary = parsePrimary();
    return isClosedForm(primary) ? primary : parsePostfix(primary, begin);
  }
  }
}

Expr *ParserImpl::parsePrefixOperator(UnaryOp op) {
  DepthGuard guard(*this);
  auto *unary = make<UnaryExpr>(here());
  unary->op = op;
  // `**p` dereferences twice.
  bool isDouble = at(TokenKind::StarStar);
  Token token = advance();
  if (isDouble) {
    auto *inner = make<UnaryExpr>(token.begin.advanced(1));
    inner->op = op;
    inner->operand = parsePrefix();
    unary->operand = finish(inner);
  } else {
    unary->operand = parsePrefix();
  }
  return finish(unary);
}

Expr *ParserImpl::parseReference() {
  DepthGuard guard(*this);
  auto *unary = make<UnaryExpr>(here());
  bool isDouble = at(TokenKind::AmpAmp);
  advance();
  unary->op = UnaryOp::Ref;
  if (consume(TokenKind::KwMut))
    unary->op = UnaryOp::RefMut;
  unary->operand = parsePrefix();
  finish(unary);
  if (!isDouble)
    return unary;
  auto *outer = make<UnaryExpr>(unary->getBegin());
  outer->op = UnaryOp::Ref;
  outer->operand = unary;
  return finish(outer);
}

Expr *ParserImpl::parseIncDecPrefix() {
  DepthGuard guard(*this);
  auto *node = make<IncDecExpr>(here());
  Token op = advance();
  node->opRange = op.getRange();
  node->isIncrement = op.is(TokenKind::PlusPlus);
  node->isPrefix = true;
  node->place = parsePrefix();
  checkPlace(node->place, /*isCompound=*/true);
  return finish(node);
}
