//===- Primary.cpp - Operands -----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

#include "llvm/ADT/StringExtras.h"

using namespace ruchy;

namespace {

bool startsUpperCase(llvm::StringRef name) {
  return !name.empty() && llvm::isUpper(name[0]);
}

bool startsDeclaration(const Token &token) {
  return token.isOneOf(TokenKind::KwLet, TokenKind::KwVar, TokenKind::KwConst,
                       TokenKind::KwStatic, TokenKind::KwStruct,
                       TokenKind::KwEnum, TokenKind::KwImpl, TokenKind::KwTrait,
                       TokenKind::KwClass, TokenKind::KwMod, TokenKind::KwUse,
                       TokenKind::KwImport, TokenKind::KwPub);
}

} // namespace

bool ParserImpl::canStartOperand(const Token &token) const {
  switch (token.kind) {
  case TokenKind::Eof:
  case TokenKind::Error:
  case TokenKind::RParen:
  case TokenKind::RBracket:
  case TokenKind::RBrace:
  case TokenKind::Comma:
  case TokenKind::Semicolon:
  case TokenKind::ColonColon:
  case TokenKind::Dot:
  case TokenKind::QuestionDot:
  case TokenKind::Question:
  case TokenKind::QuestionQuestion:
  case TokenKind::Arrow:
  case TokenKind::FatArrow:
  case TokenKind::PipeGreater:
  case TokenKind::LeftArrow:
  case TokenKind::LessQuestion:
  case TokenKind::Dollar:
  case TokenKind::Ellipsis:
  case TokenKind::KwElse:
  case TokenKind::KwIn:
  case TokenKind::KwAs:
  case TokenKind::KwCatch:
  case TokenKind::KwWhere:
    return false;
  case TokenKind::Colon: {
    // An atom, if a name follows directly.
    const Token *next = &token + 1;
    return next < list.tokens.data() + list.tokens.size() && next->isName() &&
           !next->spaceBefore;
  }
  case TokenKind::LBrace:
  case TokenKind::LParen:
  case TokenKind::LBracket:
  case TokenKind::Minus:
  case TokenKind::Plus:
  case TokenKind::Bang:
  case TokenKind::Tilde:
  case TokenKind::Star:
  case TokenKind::StarStar:
  case TokenKind::Amp:
  case TokenKind::AmpAmp:
  case TokenKind::Pipe:
  case TokenKind::PipePipe:
  case TokenKind::PlusPlus:
  case TokenKind::MinusMinus:
  case TokenKind::DotDot:
  case TokenKind::DotDotEq:
  case TokenKind::Backslash:
  case TokenKind::At:
  case TokenKind::Hash:
    return true;
  default:
    // Literals, names and reserved words; what is left are operators.
    return isLiteral(token.kind) || token.isName() ||
           token.isOneOf(TokenKind::Underscore, TokenKind::Label);
  }
}

Expr *ParserImpl::parsePrimary() {
  if (failed())
    return errorExpr(here());
  if (isLiteral(tok().kind))
    return parseLiteral(/*isNegative=*/false);
  switch (tok().kind) {
  case TokenKind::Identifier:
    return parseWord();
  case TokenKind::Underscore:
    if (tok(1).is(TokenKind::FatArrow) && !mode.noArrow)
      return parseArrowLambda(/*isAsync=*/false);
    return parseNameOrPath();
  case TokenKind::LParen:
    return parseParen();
  case TokenKind::LBracket:
    return parseList();
  case TokenKind::LBrace:
    return parseBrace();
  case TokenKind::Pipe:
  case TokenKind::PipePipe:
    return parsePipeLambda(/*isAsync=*/false);
  case TokenKind::Backslash:
    return parseBackslashLambda();
  case TokenKind::Colon:
    return parseAtom();
  case TokenKind::DotDot:
  case TokenKind::DotDotEq:
    return parseOpenRange();
  case TokenKind::Label:
    return parseLabelled(/*isQuoted=*/true);
  case TokenKind::At:
    if (tok(1).isName() && tok(2).is(TokenKind::Colon))
      return parseLabelled(/*isQuoted=*/false);
    return parseAttributed();
  case TokenKind::Hash:
    return parseAttributed();
  default:
    return parseKeyword();
  }
}

Expr *ParserImpl::parseKeyword() {
  // An operand was forgotten, rather than being a declaration.
  if (tok().startsLine && pos != statementStart && startsDeclaration(tok())) {
    Expr *result = errorExpr(here());
    errorHere("an expression", Diag::ExpectedExpression);
    return result;
  }
  switch (tok().kind) {
  case TokenKind::KwIf:
    return parseIf();
  case TokenKind::KwMatch:
    return parseMatch();
  case TokenKind::KwFor:
    return parseFor({});
  case TokenKind::KwWhile:
    return parseWhile({});
  case TokenKind::KwLoop:
    return parseLoop({});
  case TokenKind::KwTry:
    return parseTry();
  case TokenKind::KwFun:
  case TokenKind::KwFn:
    return parseFunctionExpr();
  case TokenKind::KwLet:
    return parseLet(mode.letIsCondition);
  case TokenKind::KwVar:
    return parseLet(/*inCondition=*/false);
  case TokenKind::KwConst:
  case TokenKind::KwStatic:
    return parseConst();
  case TokenKind::KwReturn:
    return parseReturn();
  case TokenKind::KwBreak:
    return parseBreak();
  case TokenKind::KwContinue:
    return parseContinue();
  case TokenKind::KwThrow:
    return parseThrow();
  case TokenKind::KwAsync:
    return parseAsync();
  case TokenKind::KwStruct:
    return parseStruct();
  case TokenKind::KwEnum:
    return parseEnum();
  case TokenKind::KwImpl:
    return parseImpl();
  case TokenKind::KwTrait:
    return parseTrait();
  case TokenKind::KwClass:
    return parseClass();
  case TokenKind::KwType:
    if (!tok(1).isName())
      return parseNameOrPath();
    return parseTypeAlias();
  case TokenKind::KwMod:
    return parseModuleItem();
  case TokenKind::KwUse:
    return parseUse();
  case TokenKind::KwImport:
    return parseImport();
  case TokenKind::KwPub:
    return parseVisibility();
  case TokenKind::KwSelf:
  case TokenKind::KwSuper:
    return parseNameOrPath();
  default:
    break;
  }
  Expr *result = errorExpr(here());
  errorHere("an expression", Diag::ExpectedExpression);
  return result;
}

/// An identifier: a contextual keyword if its construct clearly starts, a
/// lambda parameter, or a name.
Expr *ParserImpl::parseWord() {
  if (tok(1).is(TokenKind::FatArrow) && !mode.noArrow)
    return parseArrowLambda(/*isAsync=*/false);
  if (Expr *item = parseContextualItem())
    return item;
  return parseNameOrPath();
}

Expr *ParserImpl::parseContextualItem() {
  llvm::StringRef word = tok().text;
  const Token &next = tok(1);
  bool nameOnLine = next.is(TokenKind::Identifier) && !next.startsLine;
  if (word == "unsafe" || word == "infra") {
    if (next.isNot(TokenKind::LBrace))
      return word == "unsafe" && next.isOneOf(TokenKind::KwFun, TokenKind::KwFn)
                 ? parseFunctionExpr()
                 : nullptr;
    if (mode.noStruct)
      return nullptr;
    SourceLocation begin = advance().begin;
    BlockExpr *block = parseBlock();
    block->setRange({begin, block->getEnd()});
    block->flavor =
        word == "unsafe" ? BlockExpr::Flavor::Unsafe : BlockExpr::Flavor::Infra;
    return block;
  }
  if (word == "macro_rules" && next.is(TokenKind::Bang))
    return parseMacroRules();
  if (word == "extern" && !next.startsLine &&
      next.isOneOf(TokenKind::String, TokenKind::KwFun, TokenKind::KwFn)) {
    if (!failed())
      diagnostics.report(Diag::Unsupported, tok().getRange(),
                         "foreign functions are not supported yet");
    panicking = true;
    return make<ErrorExpr>(here());
  }
  if (word == "from" && isFromImport())
    return parseFrom();
  if (word == "export" && !next.startsLine &&
      (next.isName() || next.is(TokenKind::LBrace)))
    return parseExport();
  bool isClassModifier = word == "abstract" || word == "final" ||
                         word == "sealed" || word == "mixin";
  if (isClassModifier && !next.startsLine &&
      (next.is(TokenKind::KwClass) ||
       (nameOnLine && word == "mixin" && tok(2).is(TokenKind::LBrace))))
    return parseClass();
  if ((word == "private" || word == "protected") && !next.startsLine &&
      next.isOneOf(TokenKind::KwFun, TokenKind::KwFn, TokenKind::KwLet,
                   TokenKind::KwConst, TokenKind::KwStruct, TokenKind::KwClass))
    return parseVisibility();
  if (word == "handle" && !next.startsLine && canStartOperand(next) &&
      !next.isOneOf(TokenKind::LParen, TokenKind::LBracket, TokenKind::Minus,
                    TokenKind::Plus, TokenKind::Star, TokenKind::Amp,
                    TokenKind::Pipe, TokenKind::LBrace, TokenKind::DotDot,
                    TokenKind::PlusPlus, TokenKind::MinusMinus, TokenKind::Bang,
                    TokenKind::StarStar, TokenKind::AmpAmp, TokenKind::PipePipe,
                    TokenKind::DotDotEq))
    return parseHandle();
  if (word == "yield" && !next.startsLine &&
      (nameOnLine || isLiteral(next.kind))) {
    auto *yield = make<YieldExpr>(here());
    advance();
    yield->value = parseExpr();
    return finish(yield);
  }
  if (word == "lazy" && !next.startsLine &&
      (nameOnLine || isLiteral(next.kind) ||
       (next.is(TokenKind::LBrace) && !mode.noStruct))) {
    auto *lazy = make<LazyExpr>(here());
    advance();
    lazy->operand = parseExpr();
    return finish(lazy);
  }
  if (word == "spawn" && !next.startsLine &&
      (nameOnLine || next.isOneOf(TokenKind::Pipe, TokenKind::KwAsync))) {
    DepthGuard guard(*this);
    auto *spawn = make<SpawnExpr>(here());
    advance();
    spawn->operand = parsePrefix();
    return finish(spawn);
  }
  if (!nameOnLine)
    return nullptr;
  bool bodyFollows = tok(2).is(TokenKind::LBrace);
  if (word == "module" && bodyFollows)
    return parseModuleItem();
  if (word == "actor" && bodyFollows)
    return parseActor();
  if (word == "effect" && bodyFollows)
    return parseEffect();
  if (word == "interface" &&
      (bodyFollows || tok(2).isOneOf(TokenKind::Colon, TokenKind::Less)))
    return parseTrait();
  if (word == "extend" && (bodyFollows || tok(2).is(TokenKind::Less)))
    return parseExtend();
  return nullptr;
}

/// `a`, `a::b`, `a::<T>::b`, `Name { .. }`, `name!(..)`.
Expr *ParserImpl::parseNameOrPath() {
  SourceLocation begin = here();
  NameList path;
  llvm::SmallVector<TypeExpr *> typeArgs;
  path.push_back(takeName());
  if (at(TokenKind::Bang) && !tok().spaceBefore &&
      tok(1).isOneOf(TokenKind::LParen, TokenKind::LBracket,
                     TokenKind::LBrace) &&
      !tok(1).startsLine)
    return parseMacroCall(path[0], begin);
  while (at(TokenKind::ColonColon) && !failed()) {
    if (tok(1).is(TokenKind::Less)) {
      advance();
      typeArgs.clear();
      parseTypeArgs(typeArgs);
      continue;
    }
    if (!tok(1).isName())
      break;
    advance();
    path.push_back(takeName());
  }
  if (at(TokenKind::LBrace) && !tok().startsLine && !mode.noStruct &&
      startsUpperCase(path.back().text))
    return parseStructLiteral(path, begin);
  if (path.size() == 1 && typeArgs.empty()) {
    auto *name = make<NameExpr>(begin);
    name->name = path[0].text;
    return finish(name);
  }
  auto *node = make<PathExpr>(begin);
  node->segments = context.copyOf(path);
  node->typeArgs = context.copyOf(typeArgs);
  return finish(node);
}

Expr *ParserImpl::parseStructLiteral(llvm::ArrayRef<Name> path,
                                     SourceLocation begin) {
  llvm::SaveAndRestore scope(mode, bracketMode());
  auto *node = make<StructExpr>(begin);
  node->path = context.copy(path);
  Token open = advance();
  llvm::SmallVector<FieldInit> fields;
  while (!failed() && !at(TokenKind::RBrace) && !at(TokenKind::Eof)) {
    if (at(TokenKind::DotDot) || at(TokenKind::Ellipsis)) {
      advance();
      node->base = parseExpr();
    } else {
      FieldInit field;
      field.range = SourceRange(here());
      if (!expectName(field.name, "a field name"))
        break;
      if (consume(TokenKind::Colon)) {
        field.value = parseExpr();
      } else {
        auto *value = make<NameExpr>(field.name.range.begin);
        value->name = field.name.text;
        field.value = finish(value);
      }
      field.range.end = lastEnd;
      fields.push_back(field);
    }
    if (!consume(TokenKind::Comma))
      break;
  }
  expectClosing(TokenKind::RBrace, open);
  node->fields = context.copyOf(fields);
  return finish(node);
}

Expr *ParserImpl::parseAtom() {
  auto *atom = make<AtomLiteral>(here());
  advance();
  if (!tok().isName() || tok().spaceBefore) {
    errorHere("an expression", Diag::ExpectedExpression);
    return finish(atom);
  }
  atom->name = takeName().text;
  return finish(atom);
}

/// `..b`, `..=b`, `..`.
Expr *ParserImpl::parseOpenRange() {
  auto *range = make<RangeExpr>(here());
  Token op = advance();
  range->opRange = op.getRange();
  range->isInclusive = op.is(TokenKind::DotDotEq);
  if (!tok().startsLine && canStartOperand(tok()))
    range->end = parseBinary(PrecRange + 1);
  return finish(range);
}

Expr *ParserImpl::parseAsync() {
  const Token &next = tok(1);
  if (next.isOneOf(TokenKind::KwFun, TokenKind::KwFn) || next.isWord("unsafe"))
    return parseFunctionExpr();
  SourceLocation begin = advance().begin;
  consumeWord("move");
  if (at(TokenKind::Pipe) || at(TokenKind::PipePipe))
    return parsePipeLambda(/*isAsync=*/true);
  if (at(TokenKind::Identifier) || at(TokenKind::LParen))
    return parseArrowLambda(/*isAsync=*/true);
  BlockExpr *block = parseBlock();
  block->setRange({begin, block->getEnd()});
  block->flavor = BlockExpr::Flavor::Async;
  return block;
}

/// `'a: loop ..`, `@a: for ..`, `'a: { .. }`.
Expr *ParserImpl::parseLabelled(bool isQuoted) {
  SourceLocation begin = here();
  if (!isQuoted)
    advance();
  Name label = takeName();
  if (!at(TokenKind::Colon)) {
    errorHere("':' after a label", Diag::LabelAlone)
        .hint("a string in single quotes must end on its line");
    return errorExpr(begin);
  }
  advance();
  Expr *result = nullptr;
  switch (tok().kind) {
  case TokenKind::KwFor:
    result = parseFor(label);
    break;
  case TokenKind::KwWhile:
    result = parseWhile(label);
    break;
  case TokenKind::KwLoop:
    result = parseLoop(label);
    break;
  case TokenKind::LBrace: {
    BlockExpr *block = parseBlock();
    block->label = label;
    result = block;
    break;
  }
  default:
    errorHere("a loop after a label", Diag::LabelAlone);
    return errorExpr(begin);
  }
  result->setRange({begin, result->getEnd()});
  return result;
}
