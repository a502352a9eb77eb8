//===- Control.cpp - Conditions, loops, matches, try ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

using namespace ruchy;

/// The expression between a keyword and its block.
Expr *ParserImpl::parseHead(bool letIsCondition) {
  ParseMode head = bracketMode();
  head.noStruct = true;
  head.letIsCondition = letIsCondition;
  llvm::SaveAndRestore scope(mode, head);
  return parseExpr();
}

Expr *ParserImpl::parseIf() {
  DepthGuard guard(*this);
  auto *node = make<IfExpr>(here());
  if (failed())
    return errorExpr(here());
  advance();
  node->condition = parseHead(/*letIsCondition=*/true);
  node->thenExpr = parseBody();
  if (!failed() && consume(TokenKind::KwElse))
    node->elseExpr = at(TokenKind::KwIf) ? parseIf() : parseBody();
  return finish(node);
}

Expr *ParserImpl::parseMatch() {
  auto *node = make<MatchExpr>(here());
  advance();
  node->subject = parseHead(/*letIsCondition=*/false);
  Token open = tok();
  if (failed() || !expect(TokenKind::LBrace, "before the arms of a match"))
    return finish(node);
  llvm::SaveAndRestore scope(mode, ParseMode());
  llvm::SmallVector<MatchArm> arms;
  while (!failed() && !at(TokenKind::RBrace) && !at(TokenKind::Eof)) {
    size_t start = pos;
    if (!parseMatchArm(arms))
      skipToNextArm(start);
  }
  expectClosing(TokenKind::RBrace, open);
  node->arms = context.copyOf(arms);
  return finish(node);
}

/// After an error in an arm, goes on behind its comma or line.
void ParserImpl::skipToNextArm(size_t start) {
  if (aborted)
    return;
  panicking = false;
  bool mustAdvance = pos == start;
  while (!at(TokenKind::RBrace) && !at(TokenKind::Eof)) {
    if (!mustAdvance && (consume(TokenKind::Comma) || tok().startsLine))
      return;
    mustAdvance = false;
    if (list.partners[pos] > pos)
      pos = list.partners[pos];
    advance();
  }
}

/// Parses `pattern [if guard] => body [,]`.
bool ParserImpl::parseMatchArm(llvm::SmallVectorImpl<MatchArm> &arms) {
  llvm::SmallVector<Attribute> ignored;
  while (parseAttribute(ignored)) {
  }
  MatchArm arm;
  arm.range = SourceRange(here());
  arm.pattern = parsePattern();
  if (!failed() && consume(TokenKind::KwIf)) {
    ParseMode guardMode = bracketMode();
    guardMode.noArrow = true;
    guardMode.letIsCondition = true;
    llvm::SaveAndRestore scope(mode, guardMode);
    arm.guard = parseExpr();
  }
  if (failed())
    return false;
  if (!consume(TokenKind::FatArrow) && !consume(TokenKind::Arrow)) {
    errorHere("'=>' after a pattern", Diag::ExpectedArrow);
    return false;
  }
  bool isBlock = at(TokenKind::LBrace);
  arm.body = parseArmBody();
  arm.range.end = lastEnd;
  arms.push_back(arm);
  if (failed())
    return false;
  bool isSeparated = consume(TokenKind::Comma);
  while (consume(TokenKind::Semicolon))
    isSeparated = true;
  if (!isSeparated && !isBlock && !at(TokenKind::RBrace) && !tok().startsLine) {
    errorHere("',' or '}' after a match arm", Diag::ExpectedSeparator);
    return false;
  }
  return true;
}

Expr *ParserImpl::parseArmBody() {
  if (!at(TokenKind::LBrace))
    return parseExpr();
  SourceLocation begin = here();
  Expr *body = parseBody();
  // A method may be called on the value of the braces.
  if (at(TokenKind::Dot) && !failed())
    return parseBinaryRest(parsePostfix(body, begin), PrecAssign);
  return body;
}

Expr *ParserImpl::parseFor(Name label) {
  auto *node = make<ForExpr>(here());
  node->label = label;
  advance();
  SourceLocation patternBegin = here();
  node->pattern = parsePattern();
  if (at(TokenKind::Comma) && !failed()) {
    llvm::SmallVector<Pattern *> elements{node->pattern};
    while (!failed() && consume(TokenKind::Comma))
      elements.push_back(parsePattern());
    auto *tuple = make<TuplePattern>(patternBegin);
    tuple->elements = context.copyOf(elements);
    node->pattern = finish(tuple);
    node->isPairForm = true;
  }
  if (!failed())
    expect(TokenKind::KwIn, "after the pattern of a for loop");
  node->iterable = parseHead(/*letIsCondition=*/false);
  node->body = parseBody();
  return finish(node);
}

Expr *ParserImpl::parseWhile(Name label) {
  auto *node = make<WhileExpr>(here());
  node->label = label;
  advance();
  node->condition = parseHead(/*letIsCondition=*/true);
  node->body = parseBody();
  return finish(node);
}

Expr *ParserImpl::parseLoop(Name label) {
  auto *node = make<LoopExpr>(here());
  node->label = label;
  advance();
  node->body = parseBody();
  return finish(node);
}

Expr *ParserImpl::parseTry() {
  auto *node = make<TryExpr>(here());
  advance();
  node->body = parseBody();
  if (!failed() && consume(TokenKind::KwCatch)) {
    // A struct pattern would swallow the block: `catch E {`.
    bool hasParens =
        at(TokenKind::LParen) && partnerOf(0).is(TokenKind::LBrace);
    if (hasParens) {
      Token open = advance();
      node->catchPattern = parsePattern();
      expectClosing(TokenKind::RParen, open);
    } else if (!at(TokenKind::LBrace)) {
      ParseMode head = mode;
      head.noStruct = true;
      llvm::SaveAndRestore scope(mode, head);
      node->catchPattern = parsePattern();
    }
    node->catchBody = parseBody();
  }
  if (!failed() && atWord("finally") && tok(1).is(TokenKind::LBrace)) {
    advance();
    node->finallyBody = parseBody();
  }
  if (!failed() && !node->catchBody && !node->finallyBody)
    errorHere("'catch' or 'finally' after a try block", Diag::TryAlone);
  return finish(node);
}

/// `handle e with { operation(params) => body, .. }`.
Expr *ParserImpl::parseHandle() {
  auto *node = make<HandleExpr>(here());
  advance();
  node->operand = parseHead(/*letIsCondition=*/false);
  if (failed())
    return finish(node);
  if (!consumeWord("with")) {
    errorHere("'with' after the operand of handle");
    return finish(node);
  }
  Token open = tok();
  if (!expect(TokenKind::LBrace, "before effect handlers"))
    return finish(node);
  llvm::SaveAndRestore scope(mode, ParseMode());
  llvm::SmallVector<ReceiveHandler> handlers;
  while (!failed() && !at(TokenKind::RBrace) && !at(TokenKind::Eof)) {
    handlers.push_back(parseHandler());
    while (consume(TokenKind::Comma) || consume(TokenKind::Semicolon)) {
    }
  }
  expectClosing(TokenKind::RBrace, open);
  node->handlers = context.copyOf(handlers);
  return finish(node);
}
