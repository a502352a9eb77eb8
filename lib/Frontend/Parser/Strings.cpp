//===- Strings.cpp - Literals and f-strings ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

#include "Ruchy/Frontend/Lexer/Literals.h"

#include "llvm/ADT/StringExtras.h"

using namespace ruchy;

bool ParserImpl::isLiteral(TokenKind kind) const {
  switch (kind) {
  case TokenKind::Integer:
  case TokenKind::Float:
  case TokenKind::String:
  case TokenKind::RawString:
  case TokenKind::TripleString:
  case TokenKind::SingleQuoted:
  case TokenKind::FString:
  case TokenKind::Byte:
  case TokenKind::KwTrue:
  case TokenKind::KwFalse:
  case TokenKind::KwNull:
    return true;
  default:
    return false;
  }
}

Expr *ParserImpl::parseLiteral(bool isNegative) {
  SourceLocation begin = here();
  switch (tok().kind) {
  case TokenKind::Integer:
  case TokenKind::Float:
    return parseNumber(isNegative);
  case TokenKind::FString:
    return parseFString();
  case TokenKind::KwTrue:
  case TokenKind::KwFalse: {
    auto *literal = make<BoolLiteral>(begin);
    literal->value = advance().is(TokenKind::KwTrue);
    return finish(literal);
  }
  case TokenKind::KwNull:
    advance();
    return finish(make<NilLiteral>(begin));
  case TokenKind::Byte: {
    auto *literal = make<ByteLiteral>(begin);
    Token token = advance();
    llvm::StringRef text =
        decodeText(stripQuotes(token.text.drop_front()), token.getRange());
    literal->value = static_cast<uint8_t>(text.empty() ? 0 : text[0]);
    return finish(literal);
  }
  default:
    return parseString();
  }
}

/// The smallest integer can be written only together with its sign, which
/// has been consumed if isNegative is set.
Expr *ParserImpl::parseNumber(bool isNegative) {
  Token token = advance();
  SourceLocation begin = isNegative ? token.begin.advanced(-1) : token.begin;
  auto value = decodeNumber(token.text);
  bool isTooLarge =
      value && !value->isFloat && !isNegative && value->integer >> 63 != 0;
  if (!value || isTooLarge) {
    error(Diag::InvalidInteger, token.getRange(), "Invalid integer literal")
        .hint("integers range from -9223372036854775808 to "
              "9223372036854775807");
    return errorExpr(token.begin);
  }
  if (value->isFloat) {
    auto *literal = make<FloatLiteral>(begin);
    literal->value = isNegative ? -value->real : value->real;
    return finish(literal);
  }
  auto *literal = make<IntLiteral>(begin);
  uint64_t magnitude = value->integer;
  literal->value = static_cast<int64_t>(isNegative ? 0 - magnitude : magnitude);
  return finish(literal);
}

llvm::StringRef ParserImpl::decodeText(llvm::StringRef text,
                                       SourceRange range) {
  if (!text.contains('\\'))
    return context.intern(text);
  std::string decoded, problem;
  if (!decodeEscapes(text, decoded, problem))
    error(Diag::InvalidEscape, range, problem);
  return context.intern(decoded);
}

Expr *ParserImpl::parseString() {
  Token token = advance();
  auto *literal = make<StringLiteral>(token.begin);
  llvm::StringRef text = stripQuotes(token.text);
  literal->value = token.is(TokenKind::RawString)
                       ? context.intern(text)
                       : decodeText(text, token.getRange());
  literal->isChar =
      token.is(TokenKind::SingleQuoted) && countCharacters(literal->value) == 1;
  return finish(literal);
}

/// Splits an f-string into text and code and parses the code.
Expr *ParserImpl::parseFString() {
  DepthGuard guard(*this);
  auto *node = make<InterpolationExpr>(here());
  if (failed())
    return node;
  Token token = advance();
  llvm::StringRef text = sources.getText(file);
  size_t quotes = token.text.starts_with("f\"\"\"") ? 3 : 1;
  size_t pos = sources.getOffset(token.begin) + 1 + quotes;
  size_t end = sources.getOffset(token.end) - quotes;
  size_t textBegin = pos;
  llvm::SmallVector<InterpolationPart> parts;
  while (pos < end && !failed()) {
    char c = text[pos];
    if (c == '\\') {
      pos += Lexer::getEscapeLength(text, pos, end);
      continue;
    }
    if (c != '{' && c != '}') {
      ++pos;
      continue;
    }
    SourceRange brace{sources.getLocation(file, pos),
                      sources.getLocation(file, pos + 1)};
    if (pos + 1 < end && text[pos + 1] == c) {
      addTextPart(textBegin, pos + 1, parts);
      pos += 2;
      textBegin = pos;
      continue;
    }
    if (c == '}') {
      error(Diag::UnmatchedBrace, brace, "Unmatched '}' in f-string")
          .hint("write '}}' for a literal brace");
      break;
    }
    size_t close = Lexer::findInterpolationEnd(text, pos + 1, end);
    if (close == llvm::StringRef::npos) {
      error(Diag::UnclosedBrace, brace, "Unclosed '{' in f-string")
          .hint("write '{{' for a literal brace");
      break;
    }
    if (text.slice(pos + 1, close).trim().empty()) {
      pos = close + 1;
      continue;
    }
    addTextPart(textBegin, pos, parts);
    parts.push_back(parseInterpolation(pos + 1, close));
    pos = close + 1;
    textBegin = pos;
  }
  if (!failed())
    addTextPart(textBegin, end, parts);
  node->parts = context.copyOf(parts);
  node->setEnd(token.end);
  lastEnd = token.end;
  return node;
}

bool ParserImpl::addTextPart(size_t begin, size_t end,
                             llvm::SmallVectorImpl<InterpolationPart> &parts) {
  if (begin >= end)
    return false;
  InterpolationPart part;
  part.range = {sources.getLocation(file, begin),
                sources.getLocation(file, end)};
  part.text = decodeText(sources.getText(file).slice(begin, end), part.range);
  // Doubled braces split the text; put it together again.
  if (!parts.empty() && !parts.back().expr) {
    std::string joined = parts.back().text.str() + part.text.str();
    parts.back().text = context.intern(joined);
    parts.back().range.end = part.range.end;
    return true;
  }
  parts.push_back(part);
  return true;
}

/// Lexes the code of an interpolation up to the colon of its format spec.
/// Returns the offset of the spec, or end if there is none.
size_t ParserImpl::lexInterpolation(size_t begin, size_t end,
                                    TokenList &tokens) {
  llvm::StringRef text = sources.getText(file);
  Lexer lexer(sources, file, begin, end, diagnostics);
  unsigned brackets = 0, ternaries = 0;
  size_t specBegin = end;
  while (true) {
    Token token = lexer.lex();
    if (tokens.tokens.empty())
      token.startsLine = false;
    bool isTopLevelColon =
        token.is(TokenKind::Colon) && brackets == 0 && !tokens.tokens.empty();
    if (isTopLevelColon && ternaries == 0) {
      specBegin = lexer.getOffset();
      token = Token();
      token.begin = token.end = sources.getLocation(file, specBegin - 1);
    }
    if (token.isOneOf(TokenKind::LParen, TokenKind::LBracket,
                      TokenKind::LBrace))
      ++brackets;
    else if (token.isOneOf(TokenKind::RParen, TokenKind::RBracket,
                           TokenKind::RBrace))
      brackets -= brackets != 0;
    else if (isTopLevelColon && ternaries != 0)
      --ternaries;
    else if (token.is(TokenKind::Question) && brackets == 0) {
      llvm::StringRef rest = text.slice(lexer.getOffset(), end).ltrim();
      ternaries +=
          !rest.empty() && (llvm::isAlnum(rest[0]) ||
                            llvm::StringRef("_\"'\\([{-!").contains(rest[0]));
    }
    tokens.tokens.push_back(token);
    if (token.is(TokenKind::Eof))
      break;
  }
  tokens.matchBrackets();
  tokens.findColons();
  return specBegin;
}

/// Parses the code between the braces at the given offsets.
InterpolationPart ParserImpl::parseInterpolation(size_t begin, size_t end) {
  InterpolationPart part;
  part.range = {sources.getLocation(file, begin),
                sources.getLocation(file, end)};
  unsigned errorsBefore = diagnostics.getErrorCount();
  TokenList tokens;
  size_t specBegin = lexInterpolation(begin, end, tokens);
  if (diagnostics.getErrorCount() != errorsBefore)
    panicking = true;
  if (specBegin < end) {
    std::string problem;
    auto spec = parseFormatSpec(
        context.intern(sources.getText(file).slice(specBegin, end)), problem);
    if (spec)
      part.spec = *spec;
    else
      error(Diag::InvalidFormatSpec,
            {sources.getLocation(file, specBegin), part.range.end}, problem);
  }
  std::swap(tokens, list);
  size_t savedPos = pos;
  pos = 0;
  {
    llvm::SaveAndRestore scope(mode, bracketMode());
    part.expr = parseExpr();
    if (!failed() && !at(TokenKind::Eof))
      errorHere("'}' in an f-string");
  }
  std::swap(tokens, list);
  pos = aborted ? list.tokens.size() - 1 : savedPos;
  return part;
}
