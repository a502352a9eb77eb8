//===- Statements.cpp - Blocks, bindings, jumps, recovery -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

using namespace ruchy;

namespace {

/// Reserved words that begin a statement, good places to go on after an
/// error.
bool startsStatement(TokenKind kind) {
  switch (kind) {
  case TokenKind::KwFun:
  case TokenKind::KwFn:
  case TokenKind::KwLet:
  case TokenKind::KwVar:
  case TokenKind::KwConst:
  case TokenKind::KwStatic:
  case TokenKind::KwIf:
  case TokenKind::KwMatch:
  case TokenKind::KwFor:
  case TokenKind::KwWhile:
  case TokenKind::KwLoop:
  case TokenKind::KwReturn:
  case TokenKind::KwBreak:
  case TokenKind::KwContinue:
  case TokenKind::KwStruct:
  case TokenKind::KwEnum:
  case TokenKind::KwImpl:
  case TokenKind::KwTrait:
  case TokenKind::KwClass:
  case TokenKind::KwPub:
  case TokenKind::KwUse:
  case TokenKind::KwImport:
  case TokenKind::KwTry:
  case TokenKind::KwThrow:
  case TokenKind::KwMod:
  case TokenKind::KwAsync:
  case TokenKind::KwSelf:
  case TokenKind::Identifier:
  case TokenKind::Label:
  case TokenKind::At:
  case TokenKind::Hash:
  case TokenKind::String:
  case TokenKind::FString:
    return true;
  default:
    return false;
  }
}

} // namespace

/// Parses statements up to the closing brace or the end of the file.
void ParserImpl::parseStatements(llvm::SmallVectorImpl<Expr *> &statements,
                                 bool inBlock) {
  while (!aborted) {
    while (consume(TokenKind::Semicolon)) {
    }
    if (at(TokenKind::Eof) || (inBlock && at(TokenKind::RBrace)))
      return;
    // `#![..]` concerns the whole file.
    if (at(TokenKind::Hash) && tok(1).is(TokenKind::Bang)) {
      llvm::SmallVector<Attribute> ignored;
      parseAttribute(ignored);
      continue;
    }
    size_t start = pos;
    Expr *statement = parseStatement();
    statement->hasSemicolon = at(TokenKind::Semicolon);
    statements.push_back(statement);
    if (panicking)
      synchronize(start, inBlock);
  }
}

Expr *ParserImpl::parseStatement() {
  statementStart = pos;
  return parseExpr();
}

/// Skips to where the next statement probably starts: behind a `;`, at the
/// `}` of this block, or at a line that begins like a statement.
void ParserImpl::synchronize(size_t start, bool inBlock) {
  panicking = false;
  bool mustAdvance = pos == start;
  // Leave brackets that the statement opened.
  for (size_t i = start; i < pos && !aborted; ++i)
    if (list.partners[i] >= pos) {
      pos = list.partners[i];
      mustAdvance = true;
      break;
    }
  while (!aborted && !at(TokenKind::Eof)) {
    if (inBlock && at(TokenKind::RBrace))
      return;
    if (!mustAdvance) {
      if (consume(TokenKind::Semicolon))
        return;
      if (tok().startsLine && startsStatement(tok().kind))
        return;
    }
    mustAdvance = false;
    if (list.partners[pos] > pos)
      pos = list.partners[pos];
    advance();
  }
}

/// `{ statements }` without any other meaning of the braces.
BlockExpr *ParserImpl::parseBlock() {
  DepthGuard guard(*this);
  auto *block = make<BlockExpr>(here());
  Token open = tok();
  if (failed() || !expect(TokenKind::LBrace, "before a block"))
    return finish(block);
  llvm::SaveAndRestore scope(mode, ParseMode());
  llvm::SmallVector<Expr *> statements;
  parseStatements(statements, /*inBlock=*/true);
  expectClosing(TokenKind::RBrace, open);
  block->statements = context.copyOf(statements);
  return finish(block);
}

BlockExpr *ParserImpl::wrapInBlock(Expr *expr) {
  auto *block = make<BlockExpr>(expr->getBegin());
  block->statements = one(expr);
  return finish(block);
}

/// The body of a construct: a block, unless it starts like an object.
BlockExpr *ParserImpl::parseBody() {
  if (!failed() && at(TokenKind::LBrace) && isObjectStart(/*inBody=*/true))
    return wrapInBlock(parseObject());
  return parseBlock();
}

/// `let`, `var`, and `let P = e` as a condition.
Expr *ParserImpl::parseLet(bool inCondition) {
  auto *let = make<LetExpr>(here());
  let->keyword =
      at(TokenKind::KwVar) ? LetExpr::Keyword::Var : LetExpr::Keyword::Let;
  Token keyword = advance();
  let->isMut = consume(TokenKind::KwMut);
  {
    // An `=` follows the pattern: its braces cannot be the body of a head.
    ParseMode pattern = mode;
    pattern.noStruct = false;
    llvm::SaveAndRestore scope(mode, pattern);
    let->pattern = parsePattern();
  }
  if (failed())
    return finish(let);
  if (consume(TokenKind::Colon))
    let->type = parseType();
  if (inCondition) {
    auto *condition = make<LetCondExpr>(keyword.begin);
    condition->pattern = let->pattern;
    if (!failed())
      expect(TokenKind::Eq, "in a let condition");
    // `&&` continues the condition, all else belongs to the value.
    Expr *value = parseBinary(PrecAnd + 1);
    if (!at(TokenKind::AmpAmp))
      value = parseBinaryRest(value, PrecAssign);
    condition->value = value;
    return finish(condition);
  }
  ParseMode inner = mode;
  inner.letIsCondition = false;
  llvm::SaveAndRestore scope(mode, inner);
  if (!failed() && consume(TokenKind::Eq)) {
    let->init = parseExpr();
    if (!failed() && consume(TokenKind::KwElse))
      let->elseBlock = parseBlock();
  } else if (!failed() && !llvm::isa<IdentPattern>(let->pattern)) {
    errorHere("'=' after the pattern of a let", Diag::PatternWithoutValue);
  }
  return finish(let);
}

/// `const N: T = e`, `static [mut] N: T = e`, `const fun ..`.
Expr *ParserImpl::parseConst() {
  if (tok(1).isOneOf(TokenKind::KwFun, TokenKind::KwFn)) {
    advance();
    return parseFunctionExpr();
  }
  auto *let = make<LetExpr>(here());
  let->keyword = at(TokenKind::KwConst) ? LetExpr::Keyword::Const
                                        : LetExpr::Keyword::Static;
  advance();
  let->isMut = consume(TokenKind::KwMut);
  let->pattern = parsePattern();
  if (!failed() && consume(TokenKind::Colon))
    let->type = parseType();
  if (!failed() && expect(TokenKind::Eq, "in a constant"))
    let->init = parseExpr();
  return finish(let);
}

/// Whether `return`, `break` and the like have a value: it must start on the
/// same line.
bool ParserImpl::startsValueHere() const {
  return !tok().startsLine && canStartOperand(tok());
}

Expr *ParserImpl::parseReturn() {
  auto *node = make<ReturnExpr>(here());
  advance();
  if (startsValueHere())
    node->value = parseExpr();
  return finish(node);
}

/// `'label` or `@label` on the same line.
Name ParserImpl::parseJumpLabel() {
  if (tok().startsLine)
    return {};
  if (at(TokenKind::Label))
    return takeName();
  if (at(TokenKind::At) && tok(1).isName()) {
    advance();
    return takeName();
  }
  return {};
}

Expr *ParserImpl::parseBreak() {
  auto *node = make<BreakExpr>(here());
  advance();
  node->label = parseJumpLabel();
  bool isBlock = mode.noStruct && at(TokenKind::LBrace);
  if (startsValueHere() && !isBlock)
    node->value = parseExpr();
  return finish(node);
}

Expr *ParserImpl::parseContinue() {
  auto *node = make<ContinueExpr>(here());
  advance();
  node->label = parseJumpLabel();
  return finish(node);
}

Expr *ParserImpl::parseThrow() {
  auto *node = make<ThrowExpr>(here());
  advance();
  if (tok().startsLine) {
    errorHere("a value after 'throw'", Diag::ThrowAlone);
    return finish(node);
  }
  node->value = parseExpr();
  return finish(node);
}

/// Parses one `#[..]`, `#![..]` or `@name(..)`. Returns false if there is
/// none.
bool ParserImpl::parseAttribute(llvm::SmallVectorImpl<Attribute> &attributes) {
  if (failed() || !(at(TokenKind::Hash) || at(TokenKind::At)))
    return false;
  Attribute attribute;
  bool isHash = at(TokenKind::Hash);
  attribute.range = SourceRange(advance().begin);
  Token open = tok();
  if (isHash) {
    consume(TokenKind::Bang);
    open = tok();
    if (!expect(TokenKind::LBracket, "in an attribute"))
      return false;
  }
  Name name;
  if (!expectName(name, "the name of an attribute"))
    return false;
  attribute.name = name.text;
  while (at(TokenKind::ColonColon)) {
    advance();
    expectName(name, "the name of an attribute");
  }
  if (at(TokenKind::LParen) && list.partners[pos] != 0) {
    size_t close = list.partners[pos];
    if (close > pos + 1)
      attribute.args = context.intern(rawText(tok(1), list.tokens[close - 1]));
    pos = close;
    advance();
  }
  if (isHash) {
    // `#[name = value]` and whatever else people write.
    while (!at(TokenKind::RBracket) && !at(TokenKind::Eof)) {
      if (list.partners[pos] > pos)
        pos = list.partners[pos];
      advance();
    }
    expectClosing(TokenKind::RBracket, open);
  }
  attribute.range.end = lastEnd;
  attributes.push_back(attribute);
  return true;
}

/// Attributes and the statement behind them; only items keep them.
Expr *ParserImpl::parseAttributed() {
  llvm::SmallVector<Attribute> attributes;
  while (parseAttribute(attributes)) {
  }
  if (failed())
    return errorExpr(here());
  Expr *statement = parseStatement();
  if (auto *item = llvm::dyn_cast<Item>(statement))
    item->attributes = context.copyOf(attributes);
  return statement;
}

/// `pub`, `pub(crate)`, `private`, `protected` before a declaration.
Expr *ParserImpl::parseVisibility() {
  Visibility visibility = Visibility::Public;
  if (atWord("private"))
    visibility = Visibility::Private;
  else if (atWord("protected"))
    visibility = Visibility::Protected;
  SourceLocation begin = advance().begin;
  if (at(TokenKind::LParen) && list.partners[pos] != 0) {
    pos = list.partners[pos];
    advance();
  }
  Expr *statement = parseStatement();
  if (failed())
    return statement;
  statement->setRange({begin, statement->getEnd()});
  if (auto *item = llvm::dyn_cast<Item>(statement))
    item->visibility = visibility;
  else if (auto *let = llvm::dyn_cast<LetExpr>(statement))
    let->visibility = visibility;
  else
    error(Diag::ExpectedDeclaration, statement->getRange(),
          "Expected a declaration after 'pub'");
  return statement;
}
