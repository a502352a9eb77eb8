//===- Patterns.cpp - Patterns ----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

#include "llvm/ADT/StringExtras.h"

using namespace ruchy;

/// `p | q | r`, with an optional leading `|`.
Pattern *ParserImpl::parsePattern() {
  SourceLocation begin = here();
  if (!failed())
    consume(TokenKind::Pipe);
  Pattern *first = parseSinglePattern();
  if (failed() || !at(TokenKind::Pipe))
    return first;
  llvm::SmallVector<Pattern *> alternatives{first};
  while (!failed() && consume(TokenKind::Pipe))
    alternatives.push_back(parseSinglePattern());
  auto *node = make<OrPattern>(begin);
  node->alternatives = context.copyOf(alternatives);
  return finish(node);
}

Pattern *ParserImpl::parseSinglePattern() {
  DepthGuard guard(*this);
  SourceLocation begin = here();
  if (failed())
    return finish(make<ErrorPattern>(begin));
  if (isLiteral(tok().kind) || at(TokenKind::Minus))
    return parseLiteralPattern();
  switch (tok().kind) {
  case TokenKind::Underscore:
    advance();
    return finish(make<WildcardPattern>(begin));
  case TokenKind::LParen:
    return parseParenPattern();
  case TokenKind::LBracket:
    return parseListPattern();
  case TokenKind::LBrace:
    return parseObjectPattern();
  case TokenKind::Amp:
  case TokenKind::AmpAmp:
    return parseRefPattern();
  case TokenKind::KwMut:
    advance();
    return parseBinding(begin, /*isMut=*/true);
  case TokenKind::DotDot:
  case TokenKind::DotDotEq:
  case TokenKind::Ellipsis:
    return parseRestOrOpenRange();
  case TokenKind::Colon: {
    auto *node = make<LiteralPattern>(begin);
    node->literal = parseAtom();
    return finish(node);
  }
  default:
    break;
  }
  if (tok().isName())
    return parseNamePattern();
  Pattern *result = finish(make<ErrorPattern>(begin));
  errorHere("a pattern", Diag::ExpectedPattern);
  return result;
}

/// `name` or `name @ p`.
Pattern *ParserImpl::parseBinding(SourceLocation begin, bool isMut) {
  Name name;
  if (!expectNewName(name, "a name"))
    return finish(make<ErrorPattern>(begin));
  if (consume(TokenKind::At)) {
    bool isRest = at(TokenKind::DotDot) || at(TokenKind::Ellipsis);
    if (isRest && !isLiteral(tok(1).kind) && tok(1).isNot(TokenKind::Minus)) {
      advance();
      auto *rest = make<RestPattern>(begin);
      rest->name = name.text;
      return finish(rest);
    }
    auto *node = make<IdentPattern>(begin);
    node->name = name.text;
    node->isMut = isMut;
    node->sub = parseSinglePattern();
    return finish(node);
  }
  auto *node = make<IdentPattern>(begin);
  node->name = name.text;
  node->isMut = isMut;
  return finish(node);
}

/// Names, paths, constructors and struct patterns.
Pattern *ParserImpl::parseNamePattern() {
  SourceLocation begin = here();
  if (atWord("ref") &&
      (tok(1).is(TokenKind::Identifier) || tok(1).is(TokenKind::KwMut))) {
    advance();
    auto *node = make<RefPattern>(begin);
    node->isMut = consume(TokenKind::KwMut);
    node->inner = parseSinglePattern();
    return finish(node);
  }
  if (atWord("nil")) {
    auto *node = make<LiteralPattern>(begin);
    advance();
    node->literal = finish(make<NilLiteral>(begin));
    return finish(node);
  }
  bool isUpper = llvm::isUpper(tok().text[0]);
  bool isPath = tok(1).is(TokenKind::ColonColon);
  bool isConstructor = tok(1).is(TokenKind::LParen) && !tok(1).startsLine;
  bool isStruct = tok(1).is(TokenKind::LBrace) && isUpper && !mode.noStruct;
  bool isRange =
      tok(1).isOneOf(TokenKind::DotDot, TokenKind::DotDotEq) && isUpper;
  bool isReserved = isKeyword(tok().kind) && !isPath;
  if (isReserved || (!isPath && !isConstructor && !isStruct && !isRange &&
                     tok().text != "None"))
    return parseBinding(begin, /*isMut=*/false);

  NameList path{takeName()};
  while (!failed() && consume(TokenKind::ColonColon)) {
    if (at(TokenKind::Less)) {
      llvm::SmallVector<TypeExpr *> ignored;
      parseTypeArgs(ignored);
      continue;
    }
    Name segment;
    if (!expectName(segment, "a name after '::'"))
      break;
    path.push_back(segment);
  }
  if (at(TokenKind::LParen) && !tok().startsLine) {
    llvm::SaveAndRestore scope(mode, bracketMode());
    Token open = advance();
    llvm::SmallVector<Pattern *> elements;
    parseList(TokenKind::RParen, open,
              [&] { elements.push_back(parsePattern()); });
    auto *node = make<ConstructorPattern>(begin);
    node->path = context.copyOf(path);
    node->elements = context.copyOf(elements);
    return finish(node);
  }
  if (at(TokenKind::LBrace) && !mode.noStruct)
    return parseStructPattern(path, begin);
  if (at(TokenKind::DotDot) || at(TokenKind::DotDotEq)) {
    auto *value = make<PathExpr>(begin);
    value->segments = context.copyOf(path);
    Expr *bound = finish(value);
    if (path.size() == 1) {
      auto *name = make<NameExpr>(begin);
      name->name = path[0].text;
      bound = finish(name);
    }
    return parseRangePattern(bound, begin);
  }
  auto *node = make<PathPattern>(begin);
  node->path = context.copyOf(path);
  return finish(node);
}

/// `&p`, `&mut p`, `&&p`.
Pattern *ParserImpl::parseRefPattern() {
  auto *node = make<RefPattern>(here());
  bool isDouble = advance().is(TokenKind::AmpAmp);
  node->isMut = consume(TokenKind::KwMut);
  node->inner = parseSinglePattern();
  finish(node);
  if (!isDouble)
    return node;
  auto *outer = make<RefPattern>(node->getBegin());
  outer->inner = node;
  return finish(outer);
}

/// `()`, `(p)`, `(p, q)`.
Pattern *ParserImpl::parseParenPattern() {
  SourceLocation begin = here();
  llvm::SaveAndRestore scope(mode, bracketMode());
  Token open = advance();
  if (consume(TokenKind::RParen)) {
    auto *node = make<LiteralPattern>(begin);
    node->literal = finish(make<NilLiteral>(begin));
    return finish(node);
  }
  llvm::SmallVector<Pattern *> elements{parsePattern()};
  bool isTuple = llvm::isa<RestPattern>(elements[0]);
  while (!failed() && consume(TokenKind::Comma)) {
    isTuple = true;
    if (at(TokenKind::RParen))
      break;
    elements.push_back(parsePattern());
  }
  expectClosing(TokenKind::RParen, open);
  if (!isTuple)
    return elements[0];
  auto *node = make<TuplePattern>(begin);
  node->elements = context.copyOf(elements);
  return finish(node);
}

Pattern *ParserImpl::parseListPattern() {
  auto *node = make<ListPattern>(here());
  llvm::SaveAndRestore scope(mode, bracketMode());
  Token open = advance();
  llvm::SmallVector<Pattern *> elements;
  const Pattern *rest = nullptr;
  parseList(TokenKind::RBracket, open, [&] {
    Pattern *element = parsePattern();
    elements.push_back(element);
    if (!llvm::isa<RestPattern>(element))
      return;
    if (rest)
      error(Diag::SeveralRests, element->getRange(),
            "A list pattern can have one rest only");
    rest = element;
  });
  node->elements = context.copyOf(elements);
  return finish(node);
}

/// `name`, `name: p`, `mut name`, with keywords and strings as names.
FieldPattern ParserImpl::parseFieldPattern() {
  FieldPattern field;
  field.range = SourceRange(here());
  if (at(TokenKind::String) || at(TokenKind::SingleQuoted)) {
    SourceRange range = tok().getRange();
    field.name = {llvm::cast<StringLiteral>(parseString())->value, range};
    if (expect(TokenKind::Colon, "after a string key"))
      field.pattern = parsePattern();
  } else {
    SourceLocation begin = here();
    if (atWord("ref") && tok(1).isName())
      advance();
    bool isMut = consume(TokenKind::KwMut);
    if (!expectName(field.name, "a field name"))
      return field;
    if (consume(TokenKind::Colon)) {
      field.pattern = parsePattern();
    } else {
      auto *binding = make<IdentPattern>(begin);
      binding->name = field.name.text;
      binding->isMut = isMut;
      field.pattern = finish(binding);
    }
  }
  field.range.end = lastEnd;
  return field;
}

Pattern *ParserImpl::parseStructPattern(llvm::ArrayRef<Name> path,
                                        SourceLocation begin) {
  auto *node = make<StructPattern>(begin);
  node->path = context.copy(path);
  llvm::SaveAndRestore scope(mode, bracketMode());
  Token open = advance();
  llvm::SmallVector<FieldPattern> fields;
  parseList(TokenKind::RBrace, open, [&] {
    if (consume(TokenKind::DotDot) || consume(TokenKind::Ellipsis))
      node->hasRest = true;
    else
      fields.push_back(parseFieldPattern());
  });
  node->fields = context.copyOf(fields);
  return finish(node);
}

/// `{a, b: p, ..rest}`.
Pattern *ParserImpl::parseObjectPattern() {
  auto *node = make<ObjectPattern>(here());
  llvm::SaveAndRestore scope(mode, bracketMode());
  Token open = advance();
  llvm::SmallVector<FieldPattern> fields;
  parseList(TokenKind::RBrace, open, [&] {
    if (at(TokenKind::DotDot) || at(TokenKind::Ellipsis))
      node->rest = parseRestOrOpenRange();
    else
      fields.push_back(parseFieldPattern());
  });
  node->fields = context.copyOf(fields);
  return finish(node);
}

/// `..`, `..name`, `...name`, or `..hi`, `..=hi`.
Pattern *ParserImpl::parseRestOrOpenRange() {
  SourceLocation begin = here();
  bool isRange = at(TokenKind::DotDotEq) ||
                 (at(TokenKind::DotDot) &&
                  (isLiteral(tok(1).kind) || tok(1).is(TokenKind::Minus)));
  if (isRange)
    return parseRangePattern(nullptr, begin);
  auto *node = make<RestPattern>(begin);
  advance();
  if (at(TokenKind::Identifier))
    node->name = takeName().text;
  else
    consume(TokenKind::Underscore);
  return finish(node);
}

/// A literal, maybe negative, or a range that starts with one.
Pattern *ParserImpl::parseLiteralPattern() {
  SourceLocation begin = here();
  Expr *literal = parseRangePatternEnd();
  if (failed())
    return finish(make<ErrorPattern>(begin));
  if (at(TokenKind::DotDot) || at(TokenKind::DotDotEq))
    return parseRangePattern(literal, begin);
  if (llvm::isa<InterpolationExpr>(literal))
    error(Diag::FStringPattern, literal->getRange(),
          "An f-string cannot be a pattern");
  auto *node = make<LiteralPattern>(begin);
  node->literal = literal;
  return finish(node);
}

/// The operator of a range pattern is the current token.
Pattern *ParserImpl::parseRangePattern(Expr *from, SourceLocation start) {
  auto *node = make<RangePattern>(start);
  node->begin = from;
  node->isInclusive = advance().is(TokenKind::DotDotEq);
  if (canEndRangePattern())
    node->end = parseRangePatternEnd();
  return finish(node);
}

bool ParserImpl::canEndRangePattern() const {
  return isLiteral(tok().kind) || at(TokenKind::Minus) ||
         at(TokenKind::Identifier);
}

/// A literal with an optional sign, or the path of a constant.
Expr *ParserImpl::parseRangePatternEnd() {
  SourceLocation begin = here();
  if (!consume(TokenKind::Minus)) {
    if (isLiteral(tok().kind))
      return parseLiteral(/*isNegative=*/false);
    ParseMode head = mode;
    head.noStruct = true;
    llvm::SaveAndRestore scope(mode, head);
    return parseNameOrPath();
  }
  if (!at(TokenKind::Integer) && !at(TokenKind::Float)) {
    errorHere("a number after '-'", Diag::ExpectedPattern);
    return errorExpr(begin);
  }
  Expr *number = parseNumber(/*isNegative=*/true);
  number->setRange({begin, number->getEnd()});
  return number;
}
