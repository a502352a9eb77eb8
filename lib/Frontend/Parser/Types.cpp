//===- Types.cpp - Types ----------------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace ruchy;

/// A type. `T?` is optional unless the `?` may mean something else.
TypeExpr *ParserImpl::parseType(bool allowOptional) {
  SourceLocation begin = here();
  TypeExpr *type = parseTypeCore(/*isCast=*/false);
  for (unsigned length = 0; allowOptional && !failed() &&
                            at(TokenKind::Question) && !tok().spaceBefore;
       ++length) {
    // Nested for those who walk the tree.
    if (length >= limits.nesting) {
      error(Diag::NestingTooDeep, tok().getRange(), "nesting too deep");
      abortParsing();
      break;
    }
    advance();
    auto *optional = make<OptionalType>(begin);
    optional->inner = type;
    type = finish(optional);
  }
  return type;
}

/// The type behind `as`: `x as i32 < y` compares.
TypeExpr *ParserImpl::parseCastType() { return parseTypeCore(/*isCast=*/true); }

TypeExpr *ParserImpl::parseTypeCore(bool isCast) {
  DepthGuard guard(*this);
  SourceLocation begin = here();
  if (failed())
    return finish(make<ErrorType>(begin));
  switch (tok().kind) {
  case TokenKind::Underscore:
    advance();
    return finish(make<InferType>(begin));
  case TokenKind::Amp:
    return parseReferenceType(1);
  case TokenKind::AmpAmp:
    return parseReferenceType(2);
  case TokenKind::Star:
    advance();
    consume(TokenKind::KwMut);
    consume(TokenKind::KwConst);
    return parseTypeCore(isCast);
  case TokenKind::LBracket:
    return parseArrayType();
  case TokenKind::LParen:
    return parseParenType(/*isFunction=*/false);
  case TokenKind::KwFun:
  case TokenKind::KwFn:
    return parseFunctionType();
  case TokenKind::KwImpl:
    return parseBounds();
  case TokenKind::Bang: {
    auto *never = make<NamedType>(begin);
    advance();
    never->path = context.copy<llvm::StringRef>(context.intern("!"));
    return finish(never);
  }
  case TokenKind::Integer:
  case TokenKind::String:
  case TokenKind::KwTrue:
  case TokenKind::KwFalse: {
    // A constant as an argument of a generic type.
    auto *constant = make<NamedType>(begin);
    constant->path =
        context.copy<llvm::StringRef>(context.intern(advance().text));
    return finish(constant);
  }
  default:
    break;
  }
  if (atWord("dyn") && tok(1).isName())
    return parseBounds();
  if (atWord("unsafe") || atWord("extern"))
    advance();
  if (at(TokenKind::KwFun) || at(TokenKind::KwFn))
    return parseFunctionType();
  if (tok().isName())
    return parseNamedType(isCast);
  TypeExpr *result = finish(make<ErrorType>(begin));
  errorHere("a type", Diag::ExpectedType);
  return result;
}

/// `a::b::T<U>`, `Fn(T) -> U`.
TypeExpr *ParserImpl::parseNamedType(bool isCast) {
  SourceLocation begin = here();
  llvm::SmallVector<llvm::StringRef> path;
  llvm::SmallVector<TypeExpr *> args;
  path.push_back(takeName().text);
  while (!failed()) {
    if (at(TokenKind::ColonColon) && tok(1).is(TokenKind::Less)) {
      advance();
      parseTypeArgs(args);
    } else if (at(TokenKind::ColonColon) && tok(1).isName()) {
      advance();
      path.push_back(takeName().text);
    } else if (at(TokenKind::Less) &&
               (!isCast || llvm::isUpper(path.back()[0]))) {
      parseTypeArgs(args);
    } else {
      break;
    }
  }
  bool isFunction = llvm::is_contained({"Fn", "FnMut", "FnOnce"}, path.back());
  if (isFunction && at(TokenKind::LParen) && !failed()) {
    auto *function = llvm::cast<FunctionType>(parseParenType(isFunction));
    function->setRange({begin, function->getEnd()});
    return function;
  }
  auto *type = make<NamedType>(begin);
  type->path = context.copyOf(path);
  type->args = context.copyOf(args);
  return finish(type);
}

/// `<T, 'a, Item = U, 3>`.
void ParserImpl::parseTypeArgs(llvm::SmallVectorImpl<TypeExpr *> &args) {
  advance();
  while (!failed() && !at(TokenKind::Greater) &&
         !at(TokenKind::GreaterGreater) && !at(TokenKind::GreaterEq) &&
         !at(TokenKind::GreaterGreaterEq)) {
    if (at(TokenKind::Label)) {
      advance();
    } else {
      if (tok().isName() && tok(1).is(TokenKind::Eq)) {
        advance();
        advance();
      }
      consume(TokenKind::Minus);
      args.push_back(parseBounds());
    }
    if (failed() || !consume(TokenKind::Comma))
      break;
  }
  if (!failed())
    expectGreater();
}

/// Consumes one `>`, which may be the first character of another operator.
bool ParserImpl::expectGreater() {
  if (consume(TokenKind::Greater))
    return true;
  TokenKind rest;
  switch (tok().kind) {
  case TokenKind::GreaterGreater:
    rest = TokenKind::Greater;
    break;
  case TokenKind::GreaterEq:
    rest = TokenKind::Eq;
    break;
  case TokenKind::GreaterGreaterEq:
    rest = TokenKind::GreaterEq;
    break;
  default:
    errorHere("'>'");
    return false;
  }
  Token &token = list.tokens[pos];
  token.kind = rest;
  token.begin = token.begin.advanced(1);
  token.text = token.text.drop_front();
  token.spaceBefore = token.startsLine = false;
  lastEnd = token.begin;
  return true;
}

/// `&T`, `&'a mut T`; count is 2 for `&&T`.
TypeExpr *ParserImpl::parseReferenceType(unsigned count) {
  auto *type = make<RefType>(here());
  advance();
  if (at(TokenKind::Label))
    type->lifetime = takeName().text;
  type->isMut = consume(TokenKind::KwMut);
  type->pointee = parseTypeCore(/*isCast=*/false);
  finish(type);
  if (count == 1)
    return type;
  auto *outer = make<RefType>(type->getBegin());
  outer->pointee = type;
  return finish(outer);
}

/// `[T]`, `[T; N]`.
TypeExpr *ParserImpl::parseArrayType() {
  llvm::SaveAndRestore scope(mode, bracketMode());
  auto *type = make<ArrayType>(here());
  Token open = advance();
  type->element = parseType();
  if (!failed() && consume(TokenKind::Semicolon))
    type->size = parseExpr();
  expectClosing(TokenKind::RBracket, open);
  return finish(type);
}

/// `()`, `(T)`, `(T, U)`, `(T) -> U`. With isFunction the result type may be
/// missing, and the node is always a FunctionType.
TypeExpr *ParserImpl::parseParenType(bool isFunction) {
  SourceLocation begin = here();
  Token open = advance();
  llvm::SmallVector<TypeExpr *> elements;
  bool hasComma = false;
  while (!failed() && !at(TokenKind::RParen) && !at(TokenKind::Eof)) {
    // Parameter names are allowed in function types.
    if (tok().isName() && tok(1).is(TokenKind::Colon)) {
      advance();
      advance();
    }
    elements.push_back(parseType());
    if (failed() || !consume(TokenKind::Comma))
      break;
    hasComma = true;
  }
  expectClosing(TokenKind::RParen, open);
  if (isFunction || (!failed() && at(TokenKind::Arrow) && !mode.noArrow)) {
    auto *function = make<FunctionType>(begin);
    function->params = context.copyOf(elements);
    if (!failed() && consume(TokenKind::Arrow))
      function->result = parseType();
    return finish(function);
  }
  if (elements.size() == 1 && !hasComma)
    return elements[0];
  auto *tuple = make<TupleType>(begin);
  tuple->elements = context.copyOf(elements);
  return finish(tuple);
}

/// `fn(T) -> U`.
TypeExpr *ParserImpl::parseFunctionType() {
  SourceLocation begin = advance().begin;
  if (!at(TokenKind::LParen)) {
    errorHere("'(' in a function type");
    return finish(make<ErrorType>(begin));
  }
  TypeExpr *type = parseParenType(/*isFunction=*/true);
  type->setRange({begin, type->getEnd()});
  return type;
}

/// `A + B + 'a`, `impl A`, `dyn A + B`, `?Sized`.
TypeExpr *ParserImpl::parseBounds() {
  SourceLocation begin = here();
  bool isImpl = consume(TokenKind::KwImpl);
  bool isDyn = !isImpl && atWord("dyn") && tok(1).isName();
  if (isDyn)
    advance();
  llvm::SmallVector<TypeExpr *> bounds;
  do {
    if (at(TokenKind::Label)) {
      advance();
      continue;
    }
    consume(TokenKind::Question);
    // `for<'a> Fn(&'a T)`.
    if (consume(TokenKind::KwFor) && at(TokenKind::Less))
      (void)parseGenerics();
    bounds.push_back(parseType());
  } while (!failed() && consume(TokenKind::Plus));
  if (bounds.size() == 1 && !isImpl && !isDyn)
    return bounds[0];
  auto *type = make<BoundsType>(begin);
  type->isDyn = isDyn;
  type->bounds = context.copyOf(bounds);
  return finish(type);
}
