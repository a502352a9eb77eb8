//===- Lambdas.cpp - Function values and parameters -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

using namespace ruchy;

/// The body reaches as far to the right as possible; `{ key: value` is an
/// object, other braces are a block.
Expr *ParserImpl::parseLambdaBody() {
  if (at(TokenKind::LBrace))
    return parseBody();
  return parseExpr();
}

/// `|x, y| e`, `|x: T| -> R { .. }`, `|| e`.
Expr *ParserImpl::parsePipeLambda(bool isAsync) {
  auto *lambda = make<LambdaExpr>(here());
  lambda->isAsync = isAsync;
  llvm::SmallVector<Param> params;
  if (!consume(TokenKind::PipePipe)) {
    advance();
    while (!failed() && !at(TokenKind::Pipe)) {
      params.push_back(parsePlainParam(/*inPipes=*/true));
      if (!consume(TokenKind::Comma))
        break;
    }
    if (!failed())
      expect(TokenKind::Pipe, "after the parameters of a lambda");
  }
  lambda->params = context.copyOf(params);
  if (consume(TokenKind::Arrow))
    lambda->returnType = parseType();
  // The guard of a match arm does not reach into a lambda of its own.
  ParseMode inner = mode;
  inner.noArrow = false;
  llvm::SaveAndRestore scope(mode, inner);
  lambda->body = parseLambdaBody();
  return finish(lambda);
}

/// `\x, y -> e`.
Expr *ParserImpl::parseBackslashLambda() {
  auto *lambda = make<LambdaExpr>(here());
  advance();
  llvm::SmallVector<Param> params;
  while (!failed() && !at(TokenKind::Arrow)) {
    params.push_back(parsePlainParam(/*inPipes=*/true));
    if (!consume(TokenKind::Comma))
      break;
  }
  lambda->params = context.copyOf(params);
  if (!failed() && !consume(TokenKind::Arrow) && !consume(TokenKind::FatArrow))
    errorHere("'->' after the parameters of a lambda");
  lambda->body = parseLambdaBody();
  return finish(lambda);
}

/// `x => e`, `(a, b) => e`, `() => e`.
Expr *ParserImpl::parseArrowLambda(bool isAsync) {
  auto *lambda = make<LambdaExpr>(here());
  lambda->isAsync = isAsync;
  if (at(TokenKind::LParen)) {
    lambda->params = parseParams();
  } else {
    Param param;
    param.range = tok().getRange();
    param.pattern = parseSinglePattern();
    lambda->params = context.copy<Param>(param);
  }
  if (!failed())
    expect(TokenKind::FatArrow, "after the parameters of a lambda");
  lambda->body = parseLambdaBody();
  return finish(lambda);
}

/// `fun (x) { .. }` as a value.
Expr *ParserImpl::parseAnonymousFunction(bool isAsync) {
  auto *lambda = make<LambdaExpr>(here());
  lambda->isAsync = isAsync;
  advance();
  lambda->params = parseParams();
  if (consume(TokenKind::Arrow))
    lambda->returnType = parseType();
  consume(TokenKind::FatArrow);
  lambda->body = parseLambdaBody();
  return finish(lambda);
}

/// A parameter of a lambda: alternatives of patterns would swallow the `|`.
Param ParserImpl::parsePlainParam(bool inPipes) {
  Param param;
  param.range = SourceRange(here());
  param.pattern = inPipes ? parseSinglePattern() : parsePattern();
  if (consume(TokenKind::Colon))
    param.type = parseType();
  if (!failed() && consume(TokenKind::Eq))
    param.defaultValue = inPipes ? parseBinary(PrecBitXor) : parseExpr();
  param.range.end = lastEnd;
  return param;
}

llvm::ArrayRef<Param> ParserImpl::parseParams() {
  llvm::SaveAndRestore scope(mode, bracketMode());
  Token open = tok();
  if (!expect(TokenKind::LParen, "before the parameters"))
    return {};
  llvm::SmallVector<Param> params;
  parseList(TokenKind::RParen, open, [&] { params.push_back(parseParam()); });
  return context.copyOf(params);
}

Param ParserImpl::parseParam() {
  llvm::SmallVector<Attribute> ignored;
  while (parseAttribute(ignored)) {
  }
  Param param;
  param.range = SourceRange(here());
  if (parseSelfParam(param)) {
    param.range.end = lastEnd;
    return param;
  }
  return parsePlainParam(/*inPipes=*/false);
}

/// `self`, `mut self`, `&self`, `&mut self`, `&'a self`, `self: T`.
bool ParserImpl::parseSelfParam(Param &param) {
  size_t ahead = 0;
  bool isReference = tok().is(TokenKind::Amp);
  if (isReference) {
    ahead = 1;
    if (tok(ahead).is(TokenKind::Label))
      ++ahead;
  }
  bool isMut = tok(ahead).is(TokenKind::KwMut);
  ahead += isMut;
  if (tok(ahead).isNot(TokenKind::KwSelf))
    return false;
  for (; ahead != 0; --ahead)
    advance();
  auto *pattern = make<IdentPattern>(here());
  pattern->name = takeName().text;
  pattern->isMut = isMut;
  param.pattern = finish(pattern);
  if (isReference)
    param.self = isMut ? SelfKind::RefMut : SelfKind::Ref;
  else
    param.self = isMut ? SelfKind::Mut : SelfKind::Value;
  if (consume(TokenKind::Colon))
    param.type = parseType();
  return true;
}
