//===- Lexer.cpp - White space, names, numbers, operators -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Frontend/Lexer/Lexer.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/ConvertUTF.h"

using namespace ruchy;

namespace {

bool isNameStart(char c) { return llvm::isAlpha(c) || c == '_'; }
bool isNameChar(char c) { return llvm::isAlnum(c) || c == '_'; }

bool isNumberSuffix(llvm::StringRef word) {
  return llvm::StringSwitch<bool>(word)
      .Cases({"i8", "i16", "i32", "i64", "i128", "isize"}, true)
      .Cases({"u8", "u16", "u32", "u64", "u128", "usize"}, true)
      .Cases({"f32", "f64"}, true)
      .Default(false);
}

/// All operators, longer ones first among those with a common prefix.
struct Spelling {
  llvm::StringLiteral text;
  TokenKind kind;
};
constexpr Spelling spellings[] = {
#define PUNCT(NAME, SPELLING) {SPELLING, TokenKind::NAME},
#include "Ruchy/Frontend/Lexer/Tokens.def"
};

} // namespace

Lexer::Lexer(const SourceManager &sources, FileID file,
             DiagnosticEngine &diagnostics)
    : sources(sources), file(file), diagnostics(diagnostics),
      text(sources.getText(file)), limit(text.size()) {
  checkEncoding();
  if (text.starts_with("\xEF\xBB\xBF"))
    pos = 3;
  llvm::StringRef rest = text.drop_front(pos);
  if (rest.starts_with("#!") && !rest.starts_with("#!["))
    pos = std::min(text.find('\n', pos), limit);
}

Lexer::Lexer(const SourceManager &sources, FileID file, size_t begin,
             size_t end, DiagnosticEngine &diagnostics)
    : sources(sources), file(file), diagnostics(diagnostics),
      text(sources.getText(file)), pos(begin), limit(end), insideFString(true) {
}

SourceRange Lexer::getRange(size_t begin, size_t end) const {
  return {sources.getLocation(file, begin), sources.getLocation(file, end)};
}

void Lexer::error(Diag code, size_t begin, size_t end,
                  const llvm::Twine &message) {
  // Enough to see what kind of file this is.
  constexpr unsigned maxErrors = 20;
  if (++errorCount > maxErrors)
    return;
  diagnostics.report(code, getRange(begin, end), "Syntax error: " + message);
}

void Lexer::checkEncoding() {
  auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.data());
  auto *cursor = begin;
  if (!llvm::isLegalUTF8String(&cursor, begin + text.size())) {
    size_t offset = static_cast<size_t>(cursor - begin);
    error(Diag::InvalidUtf8, offset, offset + 1, "Invalid UTF-8 in source");
    limit = offset;
    truncated = true;
  }
  size_t nul = text.take_front(limit).find('\0');
  if (nul != llvm::StringRef::npos) {
    error(Diag::NulCharacter, nul, nul + 1, "NUL character in source");
    limit = nul;
    truncated = true;
  }
}

/// Skips a nested comment at pos. Returns false if it is not closed.
bool Lexer::skipBlockComment() {
  unsigned depth = 0;
  do {
    if (peek() == '/' && peek(1) == '*') {
      ++depth;
      pos += 2;
    } else if (peek() == '*' && peek(1) == '/') {
      --depth;
      pos += 2;
    } else {
      ++pos;
    }
  } while (depth != 0 && !atEnd());
  return depth == 0;
}

void Lexer::skipTrivia(Token &token) {
  token.startsLine = pos == 0;
  size_t start = pos;
  while (!atEnd()) {
    char c = peek();
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f') {
      ++pos;
    } else if ((c == '/' && peek(1) == '/') ||
               (c == '#' && peek(1) != '[' &&
                !(peek(1) == '!' && peek(2) == '['))) {
      pos = std::min(text.find('\n', pos), limit);
    } else if (c == '/' && peek(1) == '*') {
      size_t begin = pos;
      if (!skipBlockComment())
        unterminated(Diag::UnterminatedComment, begin, "comment");
    } else {
      break;
    }
  }
  token.spaceBefore = pos != start || pos == 0;
  token.startsLine |= text.slice(start, pos).contains('\n');
}

Token Lexer::finish(Token token, TokenKind kind, size_t begin) {
  token.kind = kind;
  token.begin = sources.getLocation(file, begin);
  token.end = sources.getLocation(file, pos);
  token.text = text.slice(begin, pos);
  if (kind == TokenKind::Label)
    token.text = token.text.drop_front();
  trackGenerics(kind);
  beforePrevious = previous;
  previous = kind;
  previousEnd = pos;
  return token;
}

Token Lexer::lex() {
  Token token;
  skipTrivia(token);
  size_t begin = pos;
  if (atEnd()) {
    token.startsLine = true;
    return finish(token, TokenKind::Eof, begin);
  }
  return finish(token, lexKind(), begin);
}

TokenKind Lexer::lexKind() {
  char c = peek();
  if (isNameStart(c))
    return lexIdentifierOrPrefixed();
  if (llvm::isDigit(c))
    return lexNumber();
  if (c == '"')
    return lexDoubleQuoted();
  if (c == '\'')
    return lexQuote();
  if (c == '\\' && peek(1) == '"' && insideFString)
    return lexEscapedQuoteString();
  return lexPunctuator();
}

TokenKind Lexer::lexIdentifierOrPrefixed() {
  char c = peek(), next = peek(1);
  if (c == 'f' && next == '"')
    return lexFString();
  if (c == 'r' && (next == '"' || next == '#')) {
    size_t hashes = 0;
    while (peek(1 + hashes) == '#')
      ++hashes;
    if (peek(1 + hashes) == '"')
      return lexRawString();
  }
  if (c == 'b' && next == '\'') {
    size_t close = peek(2) == '\\' ? 4 : 3;
    if (peek(close) == '\'') {
      pos += close + 1;
      return TokenKind::Byte;
    }
  }
  size_t begin = pos;
  while (isNameChar(peek()))
    ++pos;
  return llvm::StringSwitch<TokenKind>(text.slice(begin, pos))
      .Case("_", TokenKind::Underscore)
#define KEYWORD(NAME, SPELLING) .Case(SPELLING, TokenKind::NAME)
#include "Ruchy/Frontend/Lexer/Tokens.def"
      .Default(TokenKind::Identifier);
}

/// Consumes letters directly behind a number. Returns false and reports an
/// error if they are no known suffix.
bool Lexer::lexNumberSuffix(size_t begin) {
  size_t suffixBegin = pos;
  while (isNameChar(peek()))
    ++pos;
  llvm::StringRef suffix = text.slice(suffixBegin, pos);
  if (suffix.empty() || isNumberSuffix(suffix.ltrim('_')))
    return true;
  error(Diag::InvalidNumberSuffix, begin, pos,
        "Invalid suffix '" + suffix + "' on a number");
  return false;
}

TokenKind Lexer::lexNumber() {
  size_t begin = pos;
  auto skipDigits = [&](auto isDigitOfRadix) {
    while (isDigitOfRadix(peek()) ||
           (peek() == '_' && (isDigitOfRadix(peek(1)) || peek(1) == '_')))
      ++pos;
  };
  bool isTupleIndex = previous == TokenKind::Dot && previousEnd == begin;
  if (isTupleIndex) {
    skipDigits(llvm::isDigit);
    return TokenKind::Integer;
  }
  char radix = llvm::toLower(peek(1));
  if (peek() == '0' && (radix == 'x' || radix == 'b' || radix == 'o')) {
    pos += 2;
    if (radix == 'x')
      skipDigits(llvm::isHexDigit);
    else
      skipDigits(llvm::isDigit);
    return lexNumberSuffix(begin) ? TokenKind::Integer : TokenKind::Error;
  }
  skipDigits(llvm::isDigit);
  TokenKind kind = TokenKind::Integer;
  if (peek() == '.' && llvm::isDigit(peek(1))) {
    kind = TokenKind::Float;
    ++pos;
    skipDigits(llvm::isDigit);
  }
  if (llvm::toLower(peek()) == 'e') {
    size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if (llvm::isDigit(peek(1 + sign))) {
      kind = TokenKind::Float;
      pos += 1 + sign;
      skipDigits(llvm::isDigit);
    }
  }
  if (peek() == 'f')
    kind = TokenKind::Float;
  return lexNumberSuffix(begin) ? kind : TokenKind::Error;
}

TokenKind Lexer::lexPunctuator() {
  llvm::StringRef rest = text.slice(pos, std::min(pos + 3, limit));
  const Spelling *best = nullptr;
  for (const Spelling &spelling : spellings)
    if (rest.starts_with(spelling.text) &&
        (!best || best->text.size() < spelling.text.size()))
      best = &spelling;
  if (!best)
    return lexUnknown();
  // `a<-1` compares; only `a <- m` sends.
  if (best->kind == TokenKind::LeftArrow &&
      (isNameChar(peek(2)) || peek(2) == '(')) {
    ++pos;
    return TokenKind::Less;
  }
  pos += best->text.size();
  return best->kind;
}

TokenKind Lexer::lexUnknown() {
  size_t begin = pos;
  size_t length = llvm::getNumBytesForUTF8(
      static_cast<llvm::UTF8>(static_cast<unsigned char>(peek())));
  pos = std::min(pos + length, limit);
  error(Diag::UnexpectedCharacter, begin, pos,
        "Unexpected character '" + text.slice(begin, pos) + "'");
  return TokenKind::Error;
}

TokenKind Lexer::unterminated(Diag code, size_t begin, llvm::StringRef what) {
  error(code, begin, begin + 1, "Unterminated " + what);
  truncated = true;
  pos = limit;
  return TokenKind::Error;
}

/// Follows the angle brackets of generic parameter and argument lists, where
/// a quote starts a lifetime.
void Lexer::trackGenerics(TokenKind kind) {
  switch (kind) {
  case TokenKind::Less:
    if (genericDepth != 0 || previous == TokenKind::KwImpl ||
        (previous == TokenKind::Identifier &&
         (isKeyword(beforePrevious) && beforePrevious != TokenKind::KwIf &&
          beforePrevious != TokenKind::KwWhile &&
          beforePrevious != TokenKind::KwMatch &&
          beforePrevious != TokenKind::KwReturn &&
          beforePrevious != TokenKind::KwIn)))
      ++genericDepth;
    break;
  case TokenKind::Label:
    if (previous == TokenKind::Less && genericDepth == 0)
      genericDepth = 1;
    break;
  case TokenKind::Greater:
    genericDepth -= genericDepth != 0;
    break;
  case TokenKind::GreaterGreater:
    genericDepth -= std::min(genericDepth, 2u);
    break;
  case TokenKind::LBrace:
  case TokenKind::RBrace:
  case TokenKind::Semicolon:
  case TokenKind::RParen:
  case TokenKind::KwLet:
    genericDepth = 0;
    break;
  default:
    break;
  }
}

std::vector<Token> ruchy::lexFile(const SourceManager &sources, FileID file,
                                  DiagnosticEngine &diagnostics,
                                  bool &truncated) {
  Lexer lexer(sources, file, diagnostics);
  std::vector<Token> tokens;
  do
    tokens.push_back(lexer.lex());
  while (tokens.back().isNot(TokenKind::Eof));
  truncated = lexer.isTruncated();
  return tokens;
}
