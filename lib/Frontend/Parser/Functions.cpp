//===- Functions.cpp - Functions and generics -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

using namespace ruchy;

/// `[async] [unsafe] fun name(..) {..}` or an anonymous function.
Expr *ParserImpl::parseFunctionExpr() {
  size_t ahead = 0;
  bool isAsync = false;
  while (tok(ahead).is(TokenKind::KwAsync) || tok(ahead).isWord("unsafe")) {
    isAsync |= tok(ahead).is(TokenKind::KwAsync);
    ++ahead;
  }
  if (tok(ahead + 1).isNot(TokenKind::LParen))
    return parseFunction(/*mayLackBody=*/false);
  for (; ahead != 0; --ahead)
    advance();
  return parseAnonymousFunction(isAsync);
}

/// Parses a named function from its first modifier.
FunctionItem *ParserImpl::parseFunction(bool mayLackBody) {
  auto *function = make<FunctionItem>(here());
  while (!at(TokenKind::KwFun) && !at(TokenKind::KwFn)) {
    function->isAsync |= at(TokenKind::KwAsync);
    function->isUnsafe |= atWord("unsafe");
    if (!at(TokenKind::KwAsync) && !atWord("unsafe")) {
      errorHere("'fun'");
      return finish(function);
    }
    advance();
  }
  advance();
  // Methods may have any name: they stand behind a dot.
  bool isNamed = mayLackBody
                     ? expectName(function->name, "the name of a method")
                     : expectNewName(function->name, "the name of a function");
  if (isNamed)
    parseFunctionRest(function, mayLackBody);
  return finish(function);
}

/// Everything behind the name.
void ParserImpl::parseFunctionRest(FunctionItem *function, bool mayLackBody) {
  DepthGuard guard(*this);
  function->generics = parseGenerics();
  if (failed())
    return;
  function->params = parseParams();
  if (!failed() && consume(TokenKind::Arrow))
    function->returnType = parseType();
  if (failed())
    return;
  parseWhere();
  parseContracts(function);
  if (!failed())
    parseFunctionBody(function, mayLackBody);
}

void ParserImpl::parseContracts(FunctionItem *function) {
  llvm::SmallVector<Contract> contracts;
  while (!failed() && (atWord("requires") || atWord("ensures") ||
                       atWord("invariant") || atWord("decreases"))) {
    Contract contract;
    contract.keyword = takeName();
    contract.condition = parseHead(/*letIsCondition=*/false);
    contracts.push_back(contract);
    while (consume(TokenKind::Comma) || consume(TokenKind::Semicolon)) {
    }
  }
  function->contracts = context.copyOf(contracts);
}

void ParserImpl::parseFunctionBody(FunctionItem *function, bool mayLackBody) {
  if (at(TokenKind::LBrace)) {
    function->body = parseBody();
    return;
  }
  if (consume(TokenKind::FatArrow) || consume(TokenKind::Eq)) {
    llvm::SaveAndRestore scope(mode, ParseMode());
    function->body = parseLambdaBody();
    return;
  }
  if (!mayLackBody)
    errorHere("'{' before the body of a function", Diag::ExpectedBlock);
}

/// `<T: Bound = Default, 'a, const N: usize>`.
llvm::ArrayRef<GenericParam> ParserImpl::parseGenerics() {
  if (!at(TokenKind::Less))
    return {};
  advance();
  llvm::SmallVector<GenericParam> generics;
  while (!failed() && !at(TokenKind::Greater) && !at(TokenKind::GreaterEq) &&
         !at(TokenKind::GreaterGreater)) {
    GenericParam param;
    param.isConst = consume(TokenKind::KwConst);
    param.isLifetime = at(TokenKind::Label);
    if (param.isLifetime)
      param.name = takeName();
    else if (!expectNewName(param.name, "a type parameter"))
      break;
    llvm::SmallVector<TypeExpr *> bounds;
    if (consume(TokenKind::Colon) && !at(TokenKind::Comma) &&
        !at(TokenKind::Greater))
      bounds.push_back(parseBounds());
    param.bounds = context.copyOf(bounds);
    if (!failed() && consume(TokenKind::Eq))
      parseType();
    generics.push_back(param);
    if (failed() || !consume(TokenKind::Comma))
      break;
  }
  if (!failed())
    expectGreater();
  return context.copyOf(generics);
}

/// `where T: A + B, U: C`, which has no effect.
void ParserImpl::parseWhere() {
  if (failed() || !consume(TokenKind::KwWhere))
    return;
  while (!failed() && !at(TokenKind::LBrace) && !at(TokenKind::Semicolon) &&
         !at(TokenKind::Eof)) {
    if (at(TokenKind::Label))
      advance();
    else
      parseType();
    if (!failed() && expect(TokenKind::Colon, "in a where clause"))
      parseBounds();
    if (failed() || !consume(TokenKind::Comma))
      break;
  }
}
