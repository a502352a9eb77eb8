//===- Macros.cpp - Macro calls ---------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

using namespace ruchy;

namespace {

TokenKind getClosing(TokenKind open) {
  switch (open) {
  case TokenKind::LParen:
    return TokenKind::RParen;
  case TokenKind::LBracket:
    return TokenKind::RBracket;
  default:
    return TokenKind::RBrace;
  }
}

} // namespace

/// `name!(..)`, `name![..]`, `name!{..}`; the name has been consumed.
Expr *ParserImpl::parseMacroCall(Name name, SourceLocation begin) {
  auto *macro = make<MacroCallExpr>(begin);
  macro->name = name;
  advance();
  if (list.partners[pos] > pos + 1)
    macro->rawText =
        context.intern(rawText(tok(1), list.tokens[list.partners[pos] - 1]));
  llvm::SaveAndRestore scope(mode, bracketMode());
  Token open = advance();
  macro->delimiter = open.text[0];
  if (name.text == "matches") {
    parseMatchesMacro(macro, open);
    return finish(macro);
  }
  TokenKind close = getClosing(open.kind);
  llvm::SmallVector<Argument> args;
  while (!failed() && !at(close) && !at(TokenKind::Eof)) {
    Argument argument = parseArgument();
    // `println!("{x}", x = 5)` names its argument.
    auto *assign = llvm::dyn_cast_or_null<AssignExpr>(argument.value);
    if (assign && !assign->isCompound && !assign->isParenthesized &&
        name.text != "vec")
      if (auto *target = llvm::dyn_cast<NameExpr>(assign->place)) {
        argument.name = {target->name, target->getRange()};
        argument.value = assign->value;
      }
    args.push_back(argument);
    if (args.size() == 1 && consume(TokenKind::Semicolon)) {
      macro->isRepeat = true;
      args.push_back(parseArgument());
      break;
    }
    if (failed() || !consume(TokenKind::Comma))
      break;
  }
  expectClosing(close, open);
  macro->args = context.copyOf(args);
  return finish(macro);
}

/// `matches!(e, pattern if guard)`.
void ParserImpl::parseMatchesMacro(MacroCallExpr *macro, const Token &open) {
  Argument subject = parseArgument();
  macro->args = context.copy<Argument>(subject);
  if (failed() || !expect(TokenKind::Comma, "after the first argument"))
    return;
  macro->pattern = parsePattern();
  if (!failed() && consume(TokenKind::KwIf))
    macro->guard = parseExpr();
  if (!failed())
    consume(TokenKind::Comma);
  expectClosing(getClosing(open.kind), open);
}

/// `macro_rules! name { .. }`, whose body is kept as text.
Expr *ParserImpl::parseMacroRules() {
  auto *macro = make<MacroRulesItem>(here());
  advance();
  advance();
  if (!expectNewName(macro->name, "the name of a macro"))
    return finish(macro);
  Token open = tok();
  size_t close = list.partners[pos];
  if (!open.isOneOf(TokenKind::LBrace, TokenKind::LParen,
                    TokenKind::LBracket) ||
      close <= pos) {
    errorHere("the rules of a macro in braces");
    return finish(macro);
  }
  macro->rawText = context.intern(rawText(open, list.tokens[close]));
  pos = close;
  advance();
  return finish(macro);
}
