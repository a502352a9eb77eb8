//===- Lexer.h - Turns source text into tokens ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_LEXER_LEXER_H
#define RUCHY_FRONTEND_LEXER_LEXER_H

#include "Ruchy/Frontend/Lexer/Token.h"
#include "Ruchy/Support/Diagnostics.h"

#include <vector>

namespace ruchy {

/// Produces the tokens of a file or of a part of one (the code inside the
/// braces of an f-string). Comments and white space are skipped but leave
/// their trace in Token::startsLine and Token::spaceBefore.
class Lexer {
public:
  /// Lexes a whole file: checks the encoding, skips a byte-order mark and a
  /// `#!` line.
  Lexer(const SourceManager &sources, FileID file,
        DiagnosticEngine &diagnostics);

  /// Lexes the bytes [begin, end) of a file as code inside an f-string, where
  /// `\"` is read as `"`.
  Lexer(const SourceManager &sources, FileID file, size_t begin, size_t end,
        DiagnosticEngine &diagnostics);

  /// The next token; Eof forever at the end.
  Token lex();

  /// Byte offset behind the last token.
  size_t getOffset() const { return pos; }

  /// Whether a string or comment was not closed: the rest of the text is lost
  /// and further errors are only its consequence.
  bool isTruncated() const { return truncated; }

  /// Finds the `}` that closes an interpolation whose code starts at begin.
  /// Strings, f-strings and brackets inside are skipped. Returns npos if
  /// there is none before end.
  static size_t findInterpolationEnd(llvm::StringRef text, size_t begin,
                                     size_t end);

  /// Length of the escape at pos in the text of an f-string; the braces of
  /// `\u{..}` belong to it, other braces behind a backslash do not.
  static size_t getEscapeLength(llvm::StringRef text, size_t pos, size_t end);

private:
  char peek(size_t ahead = 0) const {
    return pos + ahead < limit ? text[pos + ahead] : '\0';
  }
  bool atEnd() const { return pos >= limit; }
  SourceRange getRange(size_t begin, size_t end) const;
  void error(Diag code, size_t begin, size_t end, const llvm::Twine &message);

  void checkEncoding();
  void skipTrivia(Token &token);
  bool skipBlockComment();
  Token finish(Token token, TokenKind kind, size_t begin);
  TokenKind lexKind();
  TokenKind lexIdentifierOrPrefixed();
  TokenKind lexNumber();
  bool lexNumberSuffix(size_t begin);
  TokenKind lexDoubleQuoted();
  TokenKind lexEscapedQuoteString();
  TokenKind lexRawString();
  TokenKind lexFString();
  TokenKind lexQuote();
  TokenKind lexPunctuator();
  TokenKind lexUnknown();
  TokenKind unterminated(Diag code, size_t begin, llvm::StringRef what);
  bool isLabelHere(size_t nameEnd) const;
  bool isReferenceLifetime(size_t nameEnd) const;
  void trackGenerics(TokenKind kind);

  const SourceManager &sources;
  FileID file;
  DiagnosticEngine &diagnostics;
  llvm::StringRef text;
  size_t pos = 0;
  size_t limit = 0;
  bool insideFString = false;
  bool truncated = false;
  unsigned errorCount = 0;

  // What came before, to tell lifetimes and tuple indices from literals.
  TokenKind previous = TokenKind::Eof;
  TokenKind beforePrevious = TokenKind::Eof;
  size_t previousEnd = 0;
  unsigned genericDepth = 0;
};

/// Lexes a whole file, the final Eof included.
std::vector<Token> lexFile(const SourceManager &sources, FileID file,
                           DiagnosticEngine &diagnostics, bool &truncated);

} // namespace ruchy

#endif // RUCHY_FRONTEND_LEXER_LEXER_H
