//===- Members.cpp - Members of structs, classes and actors -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

using namespace ruchy;

/// Parses `{ members }`. Members are separated by commas, semicolons, line
/// breaks or nothing.
void ParserImpl::parseMembers(MemberLists &members, bool isClass) {
  DepthGuard guard(*this);
  Token open = tok();
  if (failed() || !expect(TokenKind::LBrace, "before the members"))
    return;
  llvm::SaveAndRestore scope(mode, ParseMode());
  while (!aborted && !at(TokenKind::RBrace) && !at(TokenKind::Eof)) {
    if (consume(TokenKind::Comma) || consume(TokenKind::Semicolon))
      continue;
    size_t start = pos;
    parseMember(members, isClass);
    if (panicking)
      synchronize(start, /*inBlock=*/true);
  }
  expectClosing(TokenKind::RBrace, open);
}

/// Consumes one modifier; a word is a modifier unless it is the name of a
/// field.
bool ParserImpl::parseModifier(FunctionItem &flags, FieldDecl &field) {
  if (tok(1).isOneOf(TokenKind::Colon, TokenKind::Eq, TokenKind::Comma,
                     TokenKind::RBrace))
    return false;
  switch (tok().kind) {
  case TokenKind::KwPub:
    field.visibility = Visibility::Public;
    break;
  case TokenKind::KwStatic:
    flags.isStatic = field.isStatic = true;
    break;
  case TokenKind::KwConst:
    field.isConst = true;
    break;
  case TokenKind::KwMut:
  case TokenKind::KwVar:
  case TokenKind::KwLet:
    field.isMut |= !at(TokenKind::KwLet);
    break;
  case TokenKind::KwAsync:
    flags.isAsync = true;
    break;
  default:
    if (atWord("private"))
      field.visibility = Visibility::Private;
    else if (atWord("protected"))
      field.visibility = Visibility::Protected;
    else if (atWord("override"))
      flags.isOverride = true;
    else if (atWord("final"))
      flags.isFinal = true;
    else if (atWord("abstract"))
      flags.isAbstract = true;
    else if (atWord("unsafe"))
      flags.isUnsafe = true;
    else if (!atWord("state") || tok(1).isNot(TokenKind::Identifier))
      return false;
    break;
  }
  bool isPub = at(TokenKind::KwPub);
  advance();
  if (isPub && at(TokenKind::LParen) && list.partners[pos] != 0) {
    pos = list.partners[pos];
    advance();
  }
  return true;
}

void ParserImpl::parseMember(MemberLists &members, bool isClass) {
  llvm::SmallVector<Attribute> attributes;
  while (parseAttribute(attributes)) {
  }
  FunctionItem flags{SourceRange(here())};
  FieldDecl field;
  field.range = SourceRange(here());
  while (!failed() && parseModifier(flags, field)) {
  }
  flags.visibility = field.visibility;
  if (failed())
    return;
  if (at(TokenKind::KwFun) || at(TokenKind::KwFn))
    return parseMethod(members, flags, attributes, isClass);
  bool isNamed = tok(1).is(TokenKind::Identifier) && !tok(1).startsLine;
  if (isClass && atWord("new") &&
      (tok(1).is(TokenKind::LParen) ||
       (isNamed && tok(2).is(TokenKind::LParen))))
    return parseConstructor(members, flags);
  if (isClass && atWord("property") && isNamed)
    return parseProperty(members, field.visibility);
  if (isClass && atWord("operator") &&
      !tok(1).isOneOf(TokenKind::Colon, TokenKind::Eq))
    return parseOperatorMethod(members, flags);
  if (isClass && atWord("receive") &&
      (tok(1).isName() || tok(1).is(TokenKind::LBrace)))
    return parseReceive(members);
  parseField(members, field);
}

void ParserImpl::parseMethod(MemberLists &members, const FunctionItem &flags,
                             llvm::ArrayRef<Attribute> attributes,
                             bool isClass) {
  FunctionItem *method = parseFunction(/*mayLackBody=*/true);
  method->setRange({flags.getBegin(), method->getEnd()});
  method->attributes = context.copy(attributes);
  method->visibility = flags.visibility;
  method->isAsync |= flags.isAsync;
  method->isUnsafe |= flags.isUnsafe;
  method->isStatic = flags.isStatic;
  method->isOverride = flags.isOverride;
  method->isFinal = flags.isFinal;
  method->isAbstract = flags.isAbstract;
  method->isConstructor =
      isClass && method->name.text == "new" && !method->hasSelf();
  members.methods.push_back(method);
}

/// `new(a) {..}`, `new named(a) {..}`. The name of the plain one is "new".
void ParserImpl::parseConstructor(MemberLists &members,
                                  const FunctionItem &flags) {
  auto *method = make<FunctionItem>(flags.getBegin());
  method->visibility = flags.visibility;
  method->isConstructor = true;
  method->name = takeName();
  if (at(TokenKind::Identifier))
    method->name = takeName();
  parseFunctionRest(method, /*mayLackBody=*/false);
  members.methods.push_back(finish(method));
}

/// `operator +(self, o) {..}`; `operator [](..)` and `operator ()(..)` are
/// spelled with both brackets.
void ParserImpl::parseOperatorMethod(MemberLists &members,
                                     const FunctionItem &flags) {
  auto *method = make<FunctionItem>(flags.getBegin());
  method->visibility = flags.visibility;
  method->isOperator = true;
  advance();
  Token op = advance();
  std::string spelling = op.text.str();
  if (op.isOneOf(TokenKind::LBracket, TokenKind::LParen)) {
    spelling += tok().text;
    advance();
    if (at(TokenKind::Eq))
      spelling += advance().text;
  }
  method->name = {context.intern(spelling), {op.begin, lastEnd}};
  parseFunctionRest(method, /*mayLackBody=*/false);
  members.methods.push_back(finish(method));
}

/// `property p: T { get => e, set(v) => e }`, `property p: T = e`.
void ParserImpl::parseProperty(MemberLists &members, Visibility visibility) {
  PropertyDecl property;
  property.range = SourceRange(here());
  property.visibility = visibility;
  advance();
  property.name = takeName();
  if (consume(TokenKind::Colon))
    property.type = parseType();
  if (!failed() && consume(TokenKind::Eq)) {
    property.defaultValue = parseExpr();
  } else if (!failed()) {
    Token open = tok();
    expect(TokenKind::LBrace, "before the accessors of a property");
    while (!failed() && !at(TokenKind::RBrace) && !at(TokenKind::Eof)) {
      bool isGetter = atWord("get");
      if (!isGetter && !atWord("set")) {
        errorHere("'get' or 'set'");
        break;
      }
      auto *accessor = make<FunctionItem>(here());
      accessor->name = takeName();
      if (at(TokenKind::LParen))
        accessor->params = parseParams();
      if (!failed() && consume(TokenKind::Arrow))
        accessor->returnType = parseType();
      if (!failed())
        parseFunctionBody(accessor, /*mayLackBody=*/true);
      (isGetter ? property.getter : property.setter) = finish(accessor);
      while (consume(TokenKind::Comma) || consume(TokenKind::Semicolon)) {
      }
    }
    expectClosing(TokenKind::RBrace, open);
  }
  property.range.end = lastEnd;
  members.properties.push_back(property);
}

/// `name: T = e`, `name = e`, `name`.
void ParserImpl::parseField(MemberLists &members, FieldDecl field) {
  if (!expectName(field.name, "a field or method"))
    return;
  if (consume(TokenKind::Colon))
    field.type = parseType();
  if (!failed() && consume(TokenKind::Eq))
    field.defaultValue = parseExpr();
  field.range.end = lastEnd;
  members.fields.push_back(field);
  if (failed())
    return;
  if (!tok().startsLine &&
      !tok().isOneOf(TokenKind::Comma, TokenKind::Semicolon, TokenKind::RBrace,
                     TokenKind::Eof) &&
      !tok().isName())
    errorHere("',' or '}' after a field", Diag::ExpectedSeparator);
}

/// `receive Message(params) => body`, or several in braces.
void ParserImpl::parseReceive(MemberLists &members) {
  advance();
  if (!at(TokenKind::LBrace)) {
    members.handlers.push_back(parseHandler());
    return;
  }
  Token open = advance();
  while (!failed() && !at(TokenKind::RBrace) && !at(TokenKind::Eof)) {
    members.handlers.push_back(parseHandler());
    while (consume(TokenKind::Comma) || consume(TokenKind::Semicolon)) {
    }
  }
  expectClosing(TokenKind::RBrace, open);
}

/// `name(params) [-> T] => body` or `name(params) { body }`.
ReceiveHandler ParserImpl::parseHandler() {
  ReceiveHandler handler;
  handler.range = SourceRange(here());
  if (!expectName(handler.message, "the name of a message"))
    return handler;
  if (at(TokenKind::LParen))
    handler.params = parseParams();
  if (!failed() && at(TokenKind::Arrow)) {
    advance();
    handler.returnType = parseType();
  }
  if (!failed()) {
    if (!consume(TokenKind::FatArrow) && !at(TokenKind::LBrace))
      errorHere("'=>' or '{' after a message");
    handler.body = parseLambdaBody();
  }
  handler.range.end = lastEnd;
  return handler;
}
