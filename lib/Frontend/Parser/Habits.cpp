//===- Habits.cpp - Hints for those who know other languages ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Looks at the tokens around a syntax error for something that is right in
/// another language. Runs only after an error was found, so nothing here can
/// reject a program.
///
//===----------------------------------------------------------------------===//

#include "Habits.h"

#include "Ruchy/Support/ForeignWords.h"

#include <algorithm>

using namespace ruchy;

namespace {

/// The tokens around an error.
class HabitFinder {
public:
  HabitFinder(llvm::ArrayRef<Token> tokens, size_t pos)
      : tokens(tokens), pos(pos) {}

  llvm::StringRef findOperator() const;
  llvm::StringRef findStatement() const;
  llvm::StringRef findBlock(bool expectsBlock) const;

private:
  const Token &tok(size_t ahead = 0) const {
    return tokens[std::min(pos + ahead, tokens.size() - 1)];
  }
  /// The token that many places before; the first of the file if there are
  /// not so many.
  const Token &before(size_t distance) const {
    return tokens[pos >= distance ? pos - distance : 0];
  }
  bool at(TokenKind kind) const { return tok().is(kind); }
  /// The token directly before, nothing between; Eof if there is none.
  TokenKind getAdjacent() const {
    bool isAdjacent = pos > 0 && before(1).end == tok().begin;
    return isAdjacent ? before(1).kind : TokenKind::Eof;
  }

  llvm::ArrayRef<Token> tokens;
  size_t pos;
};

} // namespace

/// Operators that fall apart into several tokens.
llvm::StringRef HabitFinder::findOperator() const {
  TokenKind previous = getAdjacent();
  switch (tok().kind) {
  case TokenKind::Eq:
    if (previous == TokenKind::EqEq)
      return "write '==' to compare";
    if (previous == TokenKind::BangEq)
      return "write '!=' to compare";
    if (previous == TokenKind::Colon)
      return "write 'let name = value' to declare, 'name = value' to assign";
    return {};
  case TokenKind::Greater:
    return previous == TokenKind::Less ? "write '!=' to compare" : "";
  case TokenKind::Less:
    return previous == TokenKind::Eq ? "write '<=' to compare" : "";
  case TokenKind::Colon:
    if (tok(1).is(TokenKind::Eq) && !tok(1).spaceBefore)
      return "write 'let name = value' to declare, 'name = value' to assign";
    return {};
  case TokenKind::SingleQuoted:
    return previous == TokenKind::Identifier && before(1).text == "f"
               ? "f-strings have double quotes, f\"..\""
               : "";
  case TokenKind::Ellipsis:
    return "write 'a..b' for a range without its end, 'a..=b' with it";
  case TokenKind::Dollar:
    return "names have no '$'";
  case TokenKind::FatArrow:
    if (pos > 0 && before(1).is(TokenKind::Pipe))
      return "the body follows directly: '|x| x + 1'";
    return {};
  default:
    return {};
  }
}

/// Words of other languages on the line of the error, the nearest first.
llvm::StringRef HabitFinder::findStatement() const {
  constexpr size_t maxDistance = 40;
  for (size_t distance = 0; distance < maxDistance && distance <= pos;
       ++distance) {
    const Token &token = before(distance);
    // A word behind a dot is a method or field.
    bool isMember = pos > distance &&
                    tokens[pos - distance - 1].isOneOf(TokenKind::Dot,
                                                       TokenKind::ColonColon);
    if (token.is(TokenKind::Identifier) && !isMember)
      if (llvm::StringRef hint = getForeignWordHint(token.text); !hint.empty())
        return hint;
    if (token.is(TokenKind::KwFor) &&
        tokens[pos - distance + (distance > 0)].is(TokenKind::LParen))
      return "write 'for i in 0..n { .. }' to count";
    // At the start of a line the mistake is on the line before.
    if (token.startsLine && distance != 0)
      break;
  }
  if (tok().is(TokenKind::Arrow) && pos > 0 &&
      before(1).isOneOf(TokenKind::Identifier, TokenKind::RParen))
    return "write '|x| x + 1' or 'x => x + 1' for a lambda";
  if (tok().isWord("of") ||
      (at(TokenKind::Eq) && pos > 1 && before(2).is(TokenKind::KwFor)))
    return "write 'for x in xs { .. }'";
  return {};
}

/// Bodies without braces.
llvm::StringRef HabitFinder::findBlock(bool expectsBlock) const {
  if (at(TokenKind::Colon) &&
      (expectsBlock || tok(1).startsLine || tok(1).is(TokenKind::Eof)))
    return "blocks are enclosed in braces, '{ .. }', not introduced by ':'";
  if (tok().startsLine && pos > 0 && before(1).is(TokenKind::Colon))
    return "blocks are enclosed in braces, '{ .. }', not introduced by ':'";
  if (at(TokenKind::KwElse) && pos > 0 && before(1).isNot(TokenKind::RBrace))
    return "write 'if c { a } else { b }' or 'c ? a : b'";
  return expectsBlock && !at(TokenKind::Eof)
             ? "bodies are enclosed in braces, '{ .. }'"
             : "";
}

llvm::StringRef ruchy::findHabit(llvm::ArrayRef<Token> tokens, size_t pos,
                                 Diag code) {
  HabitFinder finder(tokens, pos);
  if (llvm::StringRef hint = finder.findOperator(); !hint.empty())
    return hint;
  if (llvm::StringRef hint = finder.findStatement(); !hint.empty())
    return hint;
  return finder.findBlock(code == Diag::ExpectedBlock);
}
