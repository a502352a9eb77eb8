//===- TypeItems.cpp - Structs, enums, traits, classes, actors --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

using namespace ruchy;

Expr *ParserImpl::parseStruct() {
  auto *item = make<StructItem>(here());
  advance();
  if (!expectNewName(item->name, "the name of a struct"))
    return finish(item);
  item->generics = parseGenerics();
  parseWhere();
  if (failed())
    return finish(item);
  if (at(TokenKind::LParen)) {
    item->isTuple = true;
    item->fields = parseTupleFields();
    parseWhere();
  } else if (at(TokenKind::LBrace)) {
    MemberLists members;
    parseMembers(members, /*isClass=*/false);
    item->fields = context.copyOf(members.fields);
    item->methods = context.copyOf(members.methods);
  }
  return finish(item);
}

/// `(T, pub U)`: fields named by their numbers.
llvm::ArrayRef<FieldDecl> ParserImpl::parseTupleFields() {
  llvm::SaveAndRestore scope(mode, bracketMode());
  Token open = advance();
  llvm::SmallVector<FieldDecl> fields;
  parseList(TokenKind::RParen, open, [&] {
    FieldDecl field;
    field.range = SourceRange(here());
    if (consume(TokenKind::KwPub))
      field.visibility = Visibility::Public;
    // Names are allowed for readability: `C(width: T)`.
    if (tok().isName() && tok(1).is(TokenKind::Colon)) {
      advance();
      advance();
    }
    field.type = parseType();
    field.range.end = lastEnd;
    field.name = {context.intern(std::to_string(fields.size())), field.range};
    fields.push_back(field);
  });
  return context.copyOf(fields);
}

Expr *ParserImpl::parseEnum() {
  auto *item = make<EnumItem>(here());
  advance();
  if (!expectNewName(item->name, "the name of an enum"))
    return finish(item);
  item->generics = parseGenerics();
  parseWhere();
  Token open = tok();
  if (failed() || !expect(TokenKind::LBrace, "before the variants of an enum"))
    return finish(item);
  llvm::SaveAndRestore scope(mode, bracketMode());
  llvm::SmallVector<EnumVariant> variants;
  MemberLists members;
  while (!failed() && !at(TokenKind::RBrace) && !at(TokenKind::Eof)) {
    if (tok().isOneOf(TokenKind::KwFun, TokenKind::KwFn, TokenKind::KwPub))
      parseMember(members, /*isClass=*/false);
    else if (!parseVariant(variants))
      break;
  }
  expectClosing(TokenKind::RBrace, open);
  item->variants = context.copyOf(variants);
  item->methods = context.copyOf(members.methods);
  return finish(item);
}

/// `A`, `B = 5`, `C(T, U)`, `D { x: T }` with its separator.
bool ParserImpl::parseVariant(llvm::SmallVectorImpl<EnumVariant> &variants) {
  llvm::SmallVector<Attribute> ignored;
  while (parseAttribute(ignored)) {
  }
  EnumVariant variant;
  variant.range = SourceRange(here());
  if (!expectName(variant.name, "the name of a variant"))
    return false;
  if (at(TokenKind::LParen)) {
    variant.payload = EnumVariant::Payload::Tuple;
    variant.fields = parseTupleFields();
  } else if (at(TokenKind::LBrace)) {
    variant.payload = EnumVariant::Payload::Struct;
    MemberLists members;
    parseMembers(members, /*isClass=*/false);
    variant.fields = context.copyOf(members.fields);
  }
  if (!failed() && consume(TokenKind::Eq))
    variant.discriminant = parseExpr();
  variant.range.end = lastEnd;
  variants.push_back(variant);
  if (failed())
    return false;
  bool isSeparated = consume(TokenKind::Comma) || consume(TokenKind::Semicolon);
  if (!isSeparated && !at(TokenKind::RBrace) && !tok().startsLine) {
    errorHere("',' or '}' after a variant", Diag::ExpectedSeparator);
    return false;
  }
  return true;
}

Expr *ParserImpl::parseImpl() {
  auto *item = make<ImplItem>(here());
  advance();
  item->generics = parseGenerics();
  if (!failed())
    item->self = parseType(/*allowOptional=*/false);
  if (!failed() && consume(TokenKind::KwFor)) {
    item->trait = item->self;
    item->self = parseType(/*allowOptional=*/false);
  }
  parseWhere();
  if (!failed())
    item->members = parseTraitMembers();
  return finish(item);
}

/// `trait T: Super {..}` and `interface T {..}`.
Expr *ParserImpl::parseTrait() {
  auto *item = make<TraitItem>(here());
  advance();
  if (!expectNewName(item->name, "the name of a trait"))
    return finish(item);
  item->generics = parseGenerics();
  llvm::SmallVector<TypeExpr *> supers;
  if (!failed() && consume(TokenKind::Colon))
    supers.push_back(parseBounds());
  item->superTraits = context.copyOf(supers);
  parseWhere();
  if (!failed())
    item->members = parseTraitMembers();
  return finish(item);
}

/// Functions, constants and types between braces.
llvm::ArrayRef<Expr *> ParserImpl::parseTraitMembers() {
  Token open = tok();
  if (!expect(TokenKind::LBrace, "before the members"))
    return {};
  DepthGuard guard(*this);
  llvm::SaveAndRestore scope(mode, ParseMode());
  llvm::SmallVector<Expr *> members;
  while (!aborted && !at(TokenKind::RBrace) && !at(TokenKind::Eof)) {
    if (consume(TokenKind::Semicolon) || consume(TokenKind::Comma))
      continue;
    size_t start = pos;
    llvm::SmallVector<Attribute> attributes;
    while (parseAttribute(attributes)) {
    }
    bool isPublic = consume(TokenKind::KwPub);
    if (isPublic && at(TokenKind::LParen) && list.partners[pos] != 0) {
      pos = list.partners[pos];
      advance();
    }
    bool isConstValue = at(TokenKind::KwConst) &&
                        !tok(1).isOneOf(TokenKind::KwFun, TokenKind::KwFn);
    if (isConstValue) {
      members.push_back(parseConst());
    } else if (at(TokenKind::KwType)) {
      members.push_back(parseTypeAlias());
    } else if (!failed()) {
      bool isStatic = consume(TokenKind::KwStatic);
      consume(TokenKind::KwConst);
      FunctionItem *function = parseFunction(/*mayLackBody=*/true);
      function->isStatic = isStatic;
      function->attributes = context.copyOf(attributes);
      if (isPublic)
        function->visibility = Visibility::Public;
      members.push_back(function);
    }
    if (panicking)
      synchronize(start, /*inBlock=*/true);
  }
  expectClosing(TokenKind::RBrace, open);
  return context.copyOf(members);
}

/// `type A<T> = B;`, `type Item: Bound;`.
Expr *ParserImpl::parseTypeAlias() {
  auto *item = make<TypeAliasItem>(here());
  advance();
  if (!expectNewName(item->name, "the name of a type"))
    return finish(item);
  item->generics = parseGenerics();
  if (!failed() && consume(TokenKind::Colon))
    parseBounds();
  if (!failed() && consume(TokenKind::Eq))
    item->aliased = parseType();
  return finish(item);
}

/// `[abstract|final|sealed|mixin] class C<T> : Base + Mixin {..}`.
Expr *ParserImpl::parseClass() {
  auto *item = make<ClassItem>(here());
  while (at(TokenKind::Identifier) && !item->isMixin) {
    item->isAbstract |= atWord("abstract");
    item->isFinal |= atWord("final");
    item->isSealed |= atWord("sealed");
    item->isMixin |= atWord("mixin");
    advance();
  }
  consume(TokenKind::KwClass);
  if (!expectNewName(item->name, "the name of a class"))
    return finish(item);
  item->generics = parseGenerics();
  llvm::SmallVector<TypeExpr *> mixins;
  if (!failed() && (consume(TokenKind::Colon) || consumeWord("extends"))) {
    item->base = parseType(/*allowOptional=*/false);
    while (!failed() && (consume(TokenKind::Plus) ||
                         consume(TokenKind::Comma) || consumeWord("with")))
      mixins.push_back(parseType(/*allowOptional=*/false));
  }
  if (!failed() && consumeWord("implements"))
    mixins.push_back(parseBounds());
  while (!failed() && !mixins.empty() && consume(TokenKind::Comma))
    mixins.push_back(parseType(/*allowOptional=*/false));
  item->mixins = context.copyOf(mixins);
  parseWhere();
  if (failed())
    return finish(item);
  MemberLists members;
  parseMembers(members, /*isClass=*/true);
  item->fields = context.copyOf(members.fields);
  item->properties = context.copyOf(members.properties);
  item->methods = context.copyOf(members.methods);
  return finish(item);
}

Expr *ParserImpl::parseActor() {
  auto *item = make<ActorItem>(here());
  advance();
  item->name = takeName();
  MemberLists members;
  parseMembers(members, /*isClass=*/true);
  item->fields = context.copyOf(members.fields);
  item->handlers = context.copyOf(members.handlers);
  item->methods = context.copyOf(members.methods);
  return finish(item);
}

Expr *ParserImpl::parseEffect() {
  auto *item = make<EffectItem>(here());
  advance();
  item->name = takeName();
  llvm::SmallVector<FunctionItem *> operations;
  for (Expr *member : parseTraitMembers())
    if (auto *function = llvm::dyn_cast<FunctionItem>(member))
      operations.push_back(function);
  item->operations = context.copyOf(operations);
  return finish(item);
}

/// `extend T {..}`.
Expr *ParserImpl::parseExtend() {
  auto *item = make<ExtendItem>(here());
  advance();
  item->target = parseType(/*allowOptional=*/false);
  if (failed())
    return finish(item);
  MemberLists members;
  parseMembers(members, /*isClass=*/false);
  item->methods = context.copyOf(members.methods);
  return finish(item);
}
