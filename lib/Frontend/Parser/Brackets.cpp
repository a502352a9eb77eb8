//===- Brackets.cpp - Tuples, arrays, objects, sets -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

using namespace ruchy;

/// `()`, `(e)`, `(a, b)`, and the parameters of a lambda.
Expr *ParserImpl::parseParen() {
  if (partnerOf(0).is(TokenKind::FatArrow) && !mode.noArrow)
    return parseArrowLambda(/*isAsync=*/false);
  SourceLocation begin = here();
  llvm::SaveAndRestore scope(mode, bracketMode());
  Token open = advance();
  if (consume(TokenKind::RParen))
    return finish(make<NilLiteral>(begin));
  llvm::SmallVector<Expr *> elements;
  bool isTuple = false;
  elements.push_back(parseElement());
  // Separators inside parentheses have no effect.
  while (!isTuple && consume(TokenKind::Semicolon)) {
  }
  while (!failed() && consume(TokenKind::Comma)) {
    isTuple = true;
    if (at(TokenKind::RParen))
      break;
    elements.push_back(parseElement());
  }
  expectClosing(TokenKind::RParen, open);
  if (!isTuple) {
    elements[0]->isParenthesized = true;
    return elements[0];
  }
  auto *tuple = make<TupleExpr>(begin);
  tuple->elements = context.copyOf(elements);
  return finish(tuple);
}

/// An expression or `...e`.
Expr *ParserImpl::parseElement() {
  if (!at(TokenKind::Ellipsis))
    return parseExpr();
  auto *spread = make<SpreadExpr>(here());
  advance();
  spread->operand = parseExpr();
  return finish(spread);
}

/// `[]`, `[a, b]`, `[v; n]`, `[e for x in it]`.
Expr *ParserImpl::parseList() {
  SourceLocation begin = here();
  llvm::SaveAndRestore scope(mode, bracketMode());
  Token open = advance();
  llvm::SmallVector<Expr *> elements;
  if (!at(TokenKind::RBracket)) {
    Expr *first = parseElement();
    if (at(TokenKind::KwFor) && !failed()) {
      Expr *result = parseComprehension(begin, ComprehensionExpr::Result::List,
                                        nullptr, first);
      expectClosing(TokenKind::RBracket, open);
      return finish(result);
    }
    if (at(TokenKind::Semicolon) && !failed()) {
      advance();
      auto *repeat = make<ArrayRepeatExpr>(begin);
      repeat->value = first;
      repeat->count = parseExpr();
      expectClosing(TokenKind::RBracket, open);
      return finish(repeat);
    }
    elements.push_back(first);
    if (!failed() && !at(TokenKind::RBracket) &&
        !expect(TokenKind::Comma, "or ']' in an array"))
      return errorExpr(begin);
  }
  parseList(TokenKind::RBracket, open,
            [&] { elements.push_back(parseElement()); });
  auto *array = make<ArrayExpr>(begin);
  array->elements = context.copyOf(elements);
  return finish(array);
}

/// Parses `for p in it if c ..` clauses behind the result expression.
Expr *ParserImpl::parseComprehension(SourceLocation begin,
                                     ComprehensionExpr::Result result,
                                     Expr *key, Expr *value) {
  auto *node = make<ComprehensionExpr>(begin);
  node->result = result;
  node->key = key;
  node->value = value;
  llvm::SmallVector<ComprehensionClause> clauses;
  while (!failed() && at(TokenKind::KwFor)) {
    ComprehensionClause clause;
    clause.range = SourceRange(advance().begin);
    SourceLocation patternBegin = here();
    clause.pattern = parsePattern();
    if (at(TokenKind::Comma)) {
      llvm::SmallVector<Pattern *> elements{clause.pattern};
      while (!failed() && consume(TokenKind::Comma))
        elements.push_back(parsePattern());
      auto *tuple = make<TuplePattern>(patternBegin);
      tuple->elements = context.copyOf(elements);
      clause.pattern = finish(tuple);
    }
    expect(TokenKind::KwIn, "in a comprehension");
    clause.iterable = parseExpr();
    llvm::SmallVector<Expr *> conditions;
    while (!failed() && consume(TokenKind::KwIf))
      conditions.push_back(parseExpr());
    clause.conditions = context.copyOf(conditions);
    clause.range.end = lastEnd;
    clauses.push_back(clause);
  }
  node->clauses = context.copyOf(clauses);
  return finish(node);
}

/// Whether the `{` at the current token starts with a key of an object. In a
/// body `{ name => ..` is a block that starts with a lambda.
bool ParserImpl::isObjectStart(bool inBody) const {
  const Token &key = tok(1);
  size_t behind = 2;
  if (key.is(TokenKind::Ellipsis))
    return true;
  if (key.is(TokenKind::Colon)) {
    if (!tok(2).isName())
      return false;
    behind = 3;
  } else if (!key.isName() &&
             !key.isOneOf(TokenKind::String, TokenKind::SingleQuoted,
                          TokenKind::RawString)) {
    return false;
  }
  if (tok(behind).is(TokenKind::Colon))
    return true;
  return tok(behind).is(TokenKind::FatArrow) && (!inBody || !key.isName());
}

/// A `{` in operand position: an object, a set, a comprehension or a block.
Expr *ParserImpl::parseBrace() {
  SourceLocation begin = here();
  if (tok(1).is(TokenKind::RBrace)) {
    advance();
    advance();
    return finish(make<ObjectExpr>(begin));
  }
  if (isObjectStart(/*inBody=*/false))
    return parseObject();

  llvm::SaveAndRestore scope(mode, ParseMode());
  Token open = advance();
  llvm::SmallVector<Expr *> statements;
  if (canStartOperand(tok()) && !failed()) {
    size_t start = pos;
    Expr *first = parseStatement();
    if (!failed())
      if (Expr *collection = parseBraceRest(open, first))
        return collection;
    statements.push_back(first);
    first->hasSemicolon = at(TokenKind::Semicolon);
    if (panicking)
      synchronize(start, /*inBlock=*/true);
  }
  parseStatements(statements, /*inBlock=*/true);
  expectClosing(TokenKind::RBrace, open);
  auto *block = make<BlockExpr>(begin);
  block->statements = context.copyOf(statements);
  return finish(block);
}

/// Behind the first expression inside `{`: `,` makes a set, `for` a
/// comprehension, `:` an object with computed keys. Returns null for a block.
Expr *ParserImpl::parseBraceRest(const Token &open, Expr *first) {
  if (at(TokenKind::Comma)) {
    llvm::SaveAndRestore scope(mode, bracketMode());
    llvm::SmallVector<Expr *> elements{first};
    advance();
    parseList(TokenKind::RBrace, open,
              [&] { elements.push_back(parseElement()); });
    auto *set = make<SetExpr>(open.begin);
    set->elements = context.copyOf(elements);
    return finish(set);
  }
  if (at(TokenKind::KwFor) && !tok().startsLine &&
      !llvm::isa<LetExpr, Item>(first)) {
    llvm::SaveAndRestore scope(mode, bracketMode());
    Expr *result = parseComprehension(
        open.begin, ComprehensionExpr::Result::Set, nullptr, first);
    expectClosing(TokenKind::RBrace, open);
    return finish(result);
  }
  if (at(TokenKind::Colon)) {
    llvm::SaveAndRestore scope(mode, bracketMode());
    return parseEntriesAfterKey(open, first);
  }
  return nullptr;
}

/// `{ expr: value ..`: a dict comprehension or an object with computed keys.
Expr *ParserImpl::parseEntriesAfterKey(const Token &open, Expr *key) {
  ObjectEntry entry;
  entry.range = SourceRange(key->getBegin());
  entry.keyExpr = key;
  advance();
  entry.value = parseExpr();
  entry.range.end = lastEnd;
  if (at(TokenKind::KwFor) && !failed()) {
    Expr *result = parseComprehension(
        open.begin, ComprehensionExpr::Result::Dict, key, entry.value);
    expectClosing(TokenKind::RBrace, open);
    return finish(result);
  }
  llvm::SmallVector<ObjectEntry> entries{entry};
  if (consume(TokenKind::Comma))
    parseList(TokenKind::RBrace, open,
              [&] { entries.push_back(parseObjectEntry()); });
  else
    expectClosing(TokenKind::RBrace, open);
  auto *object = make<ObjectExpr>(open.begin);
  object->entries = context.copyOf(entries);
  return finish(object);
}

/// An object literal whose first key has been recognised.
Expr *ParserImpl::parseObject() {
  DepthGuard guard(*this);
  llvm::SaveAndRestore scope(mode, bracketMode());
  Token open = advance();
  llvm::SmallVector<ObjectEntry> entries;
  Token firstKey = tok();
  if (!failed())
    entries.push_back(parseObjectEntry());
  if (at(TokenKind::KwFor) && !failed() && !entries[0].isSpread) {
    // The key of a dict comprehension is an expression.
    Expr *key = nullptr;
    if (firstKey.is(TokenKind::Identifier)) {
      auto *name = make<NameExpr>(firstKey.begin);
      name->name = entries[0].key.text;
      key = name;
    } else {
      auto *text = make<StringLiteral>(firstKey.begin);
      text->value = entries[0].key.text;
      key = text;
    }
    key->setEnd(firstKey.end);
    Expr *result = parseComprehension(
        open.begin, ComprehensionExpr::Result::Dict, key, entries[0].value);
    expectClosing(TokenKind::RBrace, open);
    return finish(result);
  }
  if (!failed() && !at(TokenKind::RBrace))
    expect(TokenKind::Comma, "or '}' in an object");
  parseList(TokenKind::RBrace, open,
            [&] { entries.push_back(parseObjectEntry()); });
  auto *object = make<ObjectExpr>(open.begin);
  object->entries = context.copyOf(entries);
  return finish(object);
}

ObjectEntry ParserImpl::parseObjectEntry() {
  ObjectEntry entry;
  entry.range = SourceRange(here());
  if (at(TokenKind::Ellipsis) || at(TokenKind::DotDot)) {
    advance();
    entry.isSpread = true;
    entry.value = parseExpr();
    entry.range.end = lastEnd;
    return entry;
  }
  if (at(TokenKind::Colon) && tok(1).isName()) {
    SourceLocation begin = advance().begin;
    Name name = takeName();
    entry.key = {context.intern(":" + name.text.str()), {begin, lastEnd}};
  } else if (tok().isName() &&
             tok(1).isOneOf(TokenKind::Colon, TokenKind::FatArrow,
                            TokenKind::Comma, TokenKind::RBrace)) {
    entry.key = takeName();
    if (at(TokenKind::Comma) || at(TokenKind::RBrace)) {
      auto *name = make<NameExpr>(entry.key.range.begin);
      name->name = entry.key.text;
      entry.value = finish(name);
      entry.range.end = lastEnd;
      return entry;
    }
  } else if (tok().isOneOf(TokenKind::String, TokenKind::SingleQuoted,
                           TokenKind::RawString)) {
    SourceRange range = tok().getRange();
    entry.key = {llvm::cast<StringLiteral>(parseString())->value, range};
    // An empty key has text that is not null, unlike a missing one.
    if (entry.key.text.empty()) {
      entry.keyExpr = make<StringLiteral>(range.begin);
      entry.keyExpr->setEnd(range.end);
    }
  } else {
    entry.keyExpr = parseExpr();
  }
  if (!consume(TokenKind::Colon) && !consume(TokenKind::FatArrow))
    errorHere("':' after the key of an object");
  entry.value = parseExpr();
  entry.range.end = lastEnd;
  return entry;
}
