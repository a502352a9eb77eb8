//===- Postfix.cpp - Calls, accesses, `?` -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

using namespace ruchy;

namespace {

/// Expressions that end in a block: a bracket behind them starts something
/// new.
bool isBlockLike(const Expr *expr) {
  if (expr->isParenthesized)
    return false;
  if (auto *conditional = llvm::dyn_cast<IfExpr>(expr))
    return !conditional->isTernary;
  return llvm::isa<BlockExpr, MatchExpr, ForExpr, WhileExpr, LoopExpr, TryExpr,
                   HandleExpr>(expr);
}

} // namespace

Expr *ParserImpl::parsePostfix(Expr *expr, SourceLocation begin) {
  // The body of a lambda has taken whatever belongs to it.
  if (llvm::isa<LambdaExpr>(expr) && !expr->isParenthesized)
    return expr;
  for (unsigned length = 0; !failed() && checkChain(length); ++length) {
    Expr *next = parsePostfixOnce(expr, begin);
    if (!next)
      break;
    expr = next;
  }
  return expr;
}

/// Parses one postfix form, or returns null if none follows.
Expr *ParserImpl::parsePostfixOnce(Expr *expr, SourceLocation begin) {
  const Token &token = tok();
  switch (token.kind) {
  case TokenKind::LParen:
    if (token.startsLine || isBlockLike(expr))
      return nullptr;
    return parseCall(expr, begin);
  case TokenKind::LBracket:
    if (token.startsLine || isBlockLike(expr) || !canIndex(expr))
      return nullptr;
    return parseIndex(expr, begin);
  case TokenKind::Dot:
  case TokenKind::QuestionDot:
  case TokenKind::ColonColon:
    return parseMember(expr, begin);
  case TokenKind::Question:
  case TokenKind::QuestionQuestion: {
    bool isDouble = token.is(TokenKind::QuestionQuestion);
    if (token.startsLine ||
        (isDouble ? canStartOperand(tok(1)) : isTernaryAhead()))
      return nullptr;
    auto *tryOp = make<TryOpExpr>(begin);
    tryOp->operand = expr;
    tryOp->opRange = advance().getRange();
    finish(tryOp);
    if (!isDouble)
      return tryOp;
    auto *outer = make<TryOpExpr>(begin);
    outer->operand = tryOp;
    outer->opRange = tryOp->opRange;
    return finish(outer);
  }
  case TokenKind::PlusPlus:
  case TokenKind::MinusMinus: {
    if (token.startsLine || isBlockLike(expr))
      return nullptr;
    auto *node = make<IncDecExpr>(begin);
    node->isIncrement = token.is(TokenKind::PlusPlus);
    checkPlace(expr, /*isCompound=*/true);
    node->opRange = advance().getRange();
    node->place = expr;
    return finish(node);
  }
  default:
    return nullptr;
  }
}

/// Whether a `[` on the same line indexes: always if it is adjacent, and
/// after expressions that are likely to be containers.
bool ParserImpl::canIndex(const Expr *object) const {
  if (!tok().spaceBefore || object->isParenthesized)
    return true;
  return !llvm::isa<NilLiteral, BoolLiteral, IntLiteral, FloatLiteral,
                    StringLiteral, ByteLiteral, AtomLiteral, InterpolationExpr,
                    StructExpr, CallExpr, MethodCallExpr, MacroCallExpr,
                    AwaitExpr, TryOpExpr>(object);
}

Expr *ParserImpl::parseCall(Expr *callee, SourceLocation begin) {
  auto *call = make<CallExpr>(begin);
  call->callee = callee;
  SourceLocation open = here();
  call->args = parseArguments(TokenKind::RParen);
  call->parenRange = {open, lastEnd};
  return finish(call);
}

/// Parses the arguments including both brackets.
llvm::ArrayRef<Argument> ParserImpl::parseArguments(TokenKind close) {
  llvm::SaveAndRestore scope(mode, bracketMode());
  Token open = advance();
  llvm::SmallVector<Argument> args;
  parseList(close, open, [&] { args.push_back(parseArgument()); });
  return context.copyOf(args);
}

Argument ParserImpl::parseArgument() {
  Argument argument;
  argument.range = SourceRange(here());
  if (tok().isName() && tok(1).is(TokenKind::Colon)) {
    argument.name = takeName();
    advance();
    argument.value = parseExpr();
  } else {
    argument.value = parseElement();
  }
  argument.range.end = lastEnd;
  return argument;
}

/// `a[i]`, `a[x..y]`, and the spellings `a[x:y]`, `a[:y]`, `a[x:]`.
Expr *ParserImpl::parseIndex(Expr *object, SourceLocation begin) {
  llvm::SaveAndRestore scope(mode, bracketMode());
  auto *index = make<IndexExpr>(begin);
  Token open = advance();
  index->object = object;
  SourceLocation indexBegin = here();
  Expr *first = at(TokenKind::Colon) ? nullptr : parseExpr();
  if (at(TokenKind::Colon) && !failed()) {
    auto *range = make<RangeExpr>(indexBegin);
    range->opRange = advance().getRange();
    range->begin = first;
    if (!at(TokenKind::RBracket))
      range->end = parseExpr();
    first = finish(range);
  }
  index->index = first;
  expectClosing(TokenKind::RBracket, open);
  index->bracketRange = {open.begin, lastEnd};
  return finish(index);
}

/// `.name`, `.0`, `.name(..)`, `.await`, and the same behind `?.` and `::`.
Expr *ParserImpl::parseMember(Expr *object, SourceLocation begin) {
  Token op = advance();
  bool isSafe = op.is(TokenKind::QuestionDot);
  if (at(TokenKind::KwAwait)) {
    advance();
    auto *await = make<AwaitExpr>(begin);
    await->operand = object;
    return finish(await);
  }
  bool isTupleIndex = at(TokenKind::Integer);
  Name name;
  if (isTupleIndex) {
    name = takeName();
  } else if (!expectName(name, "a name after '" + op.text.str() + "'")) {
    return object;
  }
  llvm::SmallVector<TypeExpr *> typeArgs;
  if (at(TokenKind::ColonColon) && tok(1).is(TokenKind::Less)) {
    advance();
    parseTypeArgs(typeArgs);
  }
  if (at(TokenKind::LParen) && !tok().startsLine && !isTupleIndex) {
    auto *call = make<MethodCallExpr>(begin);
    call->receiver = object;
    call->name = name;
    call->typeArgs = context.copyOf(typeArgs);
    call->isSafe = isSafe;
    call->args = parseArguments(TokenKind::RParen);
    return finish(call);
  }
  auto *field = make<FieldExpr>(begin);
  field->object = object;
  field->name = name;
  field->isSafe = isSafe;
  field->isTupleIndex = isTupleIndex;
  return finish(field);
}
