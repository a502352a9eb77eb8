//===- Strings.cpp - Strings, characters and labels -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Frontend/Lexer/Lexer.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

using namespace ruchy;

namespace {

bool isNameChar(char c) { return llvm::isAlnum(c) || c == '_'; }

/// Offset behind the quote that closes a string whose text starts at pos;
/// npos if there is none before end.
size_t skipQuoted(llvm::StringRef text, size_t pos, size_t end,
                  llvm::StringRef quote) {
  while (pos < end) {
    if (text.substr(pos).starts_with(quote))
      return pos + quote.size() <= end ? pos + quote.size()
                                       : llvm::StringRef::npos;
    pos += text[pos] == '\\' ? 2 : 1;
  }
  return llvm::StringRef::npos;
}

} // namespace

namespace ruchy {

/// Skips over f-strings and the code inside them without lexing it.
class FStringScanner {
public:
  FStringScanner(llvm::StringRef text, size_t end) : text(text), end(end) {}

  /// From behind the opening quote to behind the closing one.
  size_t skipString(size_t pos, llvm::StringRef quote, unsigned depth) {
    while (pos < end) {
      if (text.substr(pos).starts_with(quote))
        return pos + quote.size();
      if (text[pos] == '\\') {
        pos += Lexer::getEscapeLength(text, pos, end);
      } else if (text[pos] == '{') {
        if (pos + 1 < end && text[pos + 1] == '{') {
          pos += 2;
          continue;
        }
        pos = skipCode(pos + 1, depth + 1);
        if (pos == llvm::StringRef::npos)
          return pos;
        ++pos;
      } else {
        ++pos;
      }
    }
    return llvm::StringRef::npos;
  }

  /// From behind `{` to the `}` that closes it.
  size_t skipCode(size_t pos, unsigned depth) {
    unsigned brackets = 0;
    if (depth > maxDepth)
      return llvm::StringRef::npos;
    while (pos < end) {
      char c = text[pos];
      if (c == '{' || c == '(' || c == '[') {
        ++brackets;
      } else if (c == ')' || c == ']') {
        brackets -= brackets != 0;
      } else if (c == '}') {
        if (brackets == 0)
          return pos;
        --brackets;
      } else if (c == '"' || c == '\\' || c == '\'') {
        pos = skipLiteral(pos, depth);
        if (pos == llvm::StringRef::npos)
          return pos;
        continue;
      }
      ++pos;
    }
    return llvm::StringRef::npos;
  }

private:
  static constexpr unsigned maxDepth = 64;

  bool hasPrefix(size_t pos, char prefix) const {
    return pos > 0 && text[pos - 1] == prefix &&
           (pos < 2 || !isNameChar(text[pos - 2]));
  }

  size_t skipLiteral(size_t pos, unsigned depth) {
    if (text[pos] == '\\') {
      if (pos + 1 >= end || text[pos + 1] != '"')
        return pos + 1;
      return hasPrefix(pos, 'f') ? skipString(pos + 2, "\\\"", depth)
                                 : skipQuoted(text, pos + 2, end, "\\\"");
    }
    if (text[pos] == '"') {
      if (hasPrefix(pos, 'f'))
        return skipString(pos + 1, "\"", depth);
      if (hasPrefix(pos, 'r')) {
        size_t close = text.find('"', pos + 1);
        return close < end ? close + 1 : llvm::StringRef::npos;
      }
      return skipQuoted(text, pos + 1, end, "\"");
    }
    // A quote that nothing closes on the line is a lifetime or a mistake.
    size_t lineEnd = std::min(text.find('\n', pos), end);
    size_t close = skipQuoted(text, pos + 1, lineEnd, "'");
    return close == llvm::StringRef::npos ? pos + 1 : close;
  }

  llvm::StringRef text;
  size_t end;
};

} // namespace ruchy

size_t Lexer::getEscapeLength(llvm::StringRef text, size_t pos, size_t end) {
  if (text.substr(pos).starts_with("\\u{")) {
    size_t close = text.find('}', pos);
    if (close < end)
      return close + 1 - pos;
  }
  bool isBrace =
      pos + 1 < end && (text[pos + 1] == '{' || text[pos + 1] == '}');
  return isBrace ? 1 : 2;
}

size_t Lexer::findInterpolationEnd(llvm::StringRef text, size_t begin,
                                   size_t end) {
  return FStringScanner(text, end).skipCode(begin, 0);
}

TokenKind Lexer::lexDoubleQuoted() {
  size_t begin = pos;
  bool isTriple = peek(1) == '"' && peek(2) == '"';
  llvm::StringRef quote = isTriple ? "\"\"\"" : "\"";
  size_t end = skipQuoted(text, pos + quote.size(), limit, quote);
  if (end == llvm::StringRef::npos)
    return unterminated(Diag::UnterminatedString, begin, "string literal");
  pos = end;
  return isTriple ? TokenKind::TripleString : TokenKind::String;
}

/// A string that is quoted with `\"` because it stands in an f-string.
TokenKind Lexer::lexEscapedQuoteString() {
  size_t begin = pos;
  size_t end = pos + 2;
  while (end < limit && text[end] != '"') {
    // A backslash ends the string only together with a quote.
    bool isEscape =
        text[end] == '\\' && end + 1 < limit && text[end + 1] != '"';
    end += isEscape ? 2 : 1;
  }
  if (end >= limit)
    return unterminated(Diag::UnterminatedString, begin, "string literal");
  pos = end + 1;
  return TokenKind::String;
}

TokenKind Lexer::lexRawString() {
  size_t begin = pos;
  size_t quote = text.find('"', pos);
  std::string closing = "\"" + std::string(quote - pos - 1, '#');
  size_t end = text.find(closing, quote + 1);
  if (end == llvm::StringRef::npos || end + closing.size() > limit)
    return unterminated(Diag::UnterminatedString, begin, "raw string literal");
  pos = end + closing.size();
  return TokenKind::RawString;
}

TokenKind Lexer::lexFString() {
  size_t begin = pos;
  bool isTriple = peek(2) == '"' && peek(3) == '"';
  llvm::StringRef quote = isTriple ? "\"\"\"" : "\"";
  size_t start = pos + 1 + quote.size();
  size_t end = FStringScanner(text, limit).skipString(start, quote, 0);
  // Something inside is not closed; take the first plain quote as the end, so
  // that only this string is in error.
  if (end == llvm::StringRef::npos)
    end = skipQuoted(text, start, limit, quote);
  if (end == llvm::StringRef::npos)
    return unterminated(Diag::UnterminatedString, begin, "f-string literal");
  pos = end;
  return TokenKind::FString;
}

/// Whether `&'name` is a reference type rather than a string behind `&`.
bool Lexer::isReferenceLifetime(size_t nameEnd) const {
  switch (beforePrevious) {
  case TokenKind::Colon:
  case TokenKind::Arrow:
  case TokenKind::Less:
  case TokenKind::Amp:
  case TokenKind::LBracket:
  case TokenKind::KwFor:
    return true;
  default:
    break;
  }
  // In `(&'a str, &'b str)` the next quote is followed by a name.
  size_t close = text.slice(0, limit).find('\'', nameEnd);
  return close == llvm::StringRef::npos ||
         (close + 1 < limit && isNameChar(text[close + 1]));
}

/// Whether a quote at pos, followed by a name that ends at nameEnd, starts a
/// label or lifetime.
bool Lexer::isLabelHere(size_t nameEnd) const {
  size_t lineEnd = std::min(text.find('\n', nameEnd), limit);
  llvm::StringRef line = text.slice(nameEnd, lineEnd);
  if (line.starts_with("'"))
    return false;
  if (previous == TokenKind::KwBreak || previous == TokenKind::KwContinue ||
      genericDepth != 0 || !line.contains('\''))
    return true;
  llvm::StringRef rest = line.ltrim();
  if (previous == TokenKind::Less)
    return !rest.empty() && llvm::StringRef(",>:").contains(rest[0]);
  if (previous == TokenKind::Amp)
    return isReferenceLifetime(nameEnd);
  if (!rest.consume_front(":"))
    return false;
  rest = rest.ltrim();
  if (rest.consume_front("{"))
    return true;
  llvm::StringRef word = rest.take_while(isNameChar);
  return word == "loop" || word == "for" || word == "while";
}

TokenKind Lexer::lexQuote() {
  size_t begin = pos;
  size_t nameEnd = pos + 1;
  if (!llvm::isDigit(peek(1)))
    while (nameEnd < limit && isNameChar(text[nameEnd]))
      ++nameEnd;
  if (nameEnd > pos + 1 && isLabelHere(nameEnd)) {
    pos = nameEnd;
    return TokenKind::Label;
  }
  size_t lineEnd = std::min(text.find('\n', pos), limit);
  size_t end = skipQuoted(text, pos + 1, lineEnd, "'");
  if (end == llvm::StringRef::npos) {
    // Only this line is lost, unlike with an open double quote.
    pos = lineEnd;
    error(Diag::UnterminatedString, begin, begin + 1,
          "Unterminated string literal");
    return TokenKind::Error;
  }
  pos = end;
  return TokenKind::SingleQuoted;
}
