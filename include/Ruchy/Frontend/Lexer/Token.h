//===- Token.h - Tokens -----------------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_LEXER_TOKEN_H
#define RUCHY_FRONTEND_LEXER_TOKEN_H

#include "Ruchy/Support/SourceLocation.h"

#include "llvm/ADT/StringRef.h"

#include <cstdint>

namespace ruchy {

/// The kind of a token.
enum class TokenKind : uint8_t {
#define TOKEN(NAME) NAME,
#include "Ruchy/Frontend/Lexer/Tokens.def"
};

/// Name of a kind for tests, e.g. "LParen".
llvm::StringRef getTokenKindName(TokenKind kind);

/// Spelling of an operator or reserved word, otherwise empty.
llvm::StringRef getTokenSpelling(TokenKind kind);

bool isKeyword(TokenKind kind);

/// A token refers to the source text; literals are decoded by the parser.
struct Token {
  TokenKind kind = TokenKind::Eof;
  /// The first token on its line.
  bool startsLine = false;
  /// White space or a comment stands before the token.
  bool spaceBefore = false;
  SourceLocation begin;
  /// The text of the token. For labels without the quote.
  llvm::StringRef text;
  SourceLocation end;

  bool is(TokenKind other) const { return kind == other; }
  bool isNot(TokenKind other) const { return kind != other; }
  template <typename... Kinds> bool isOneOf(Kinds... kinds) const {
    return (is(kinds) || ...);
  }
  /// An identifier with that text, e.g. a contextual keyword.
  bool isWord(llvm::StringRef word) const {
    return kind == TokenKind::Identifier && text == word;
  }
  /// A name or any reserved word: what may follow `.` and `::`.
  bool isName() const {
    return kind == TokenKind::Identifier || isKeyword(kind);
  }
  SourceRange getRange() const { return {begin, end}; }
};

} // namespace ruchy

#endif // RUCHY_FRONTEND_LEXER_TOKEN_H
