//===- FormatSpec.cpp - Format strings and their specs ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Support/FormatSpec.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/ConvertUTF.h"

using namespace ruchy;

namespace {

/// The largest width or precision that a program can ask for.
constexpr uint32_t maxCount = 65535;

/// Reads one code point from the front of the text; 0 if there is none.
uint32_t takeCodePoint(llvm::StringRef &text) {
  if (text.empty())
    return 0;
  auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.data());
  auto *cursor = begin;
  llvm::UTF32 codePoint = 0;
  if (llvm::convertUTF8Sequence(&cursor, begin + text.size(), &codePoint,
                                llvm::strictConversion) != llvm::conversionOK)
    return 0;
  text = text.drop_front(static_cast<size_t>(cursor - begin));
  return codePoint;
}

std::optional<FormatSpec::Align> getAlign(char c) {
  switch (c) {
  case '<':
    return FormatSpec::Align::Left;
  case '^':
    return FormatSpec::Align::Center;
  case '>':
    return FormatSpec::Align::Right;
  default:
    return std::nullopt;
  }
}

bool isNameChar(char c) { return llvm::isAlnum(c) || c == '_'; }

/// Parses one spec from front to back.
class SpecParser {
public:
  SpecParser(llvm::StringRef text, std::string &error)
      : rest(text), error(error) {}

  bool parse(FormatSpec &spec) {
    rest = rest.trim(' ').empty() ? llvm::StringRef() : rest;
    parseFillAndAlign(spec);
    if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) {
      spec.sign = rest[0];
      rest = rest.drop_front();
    }
    spec.alternate = rest.consume_front("#");
    // `0$` is an argument number, not the zero flag.
    if (rest.starts_with("0") && !rest.starts_with("0$")) {
      spec.zeroPad = true;
      rest = rest.drop_front();
    }
    if (!parseCount(spec.width, spec.widthArgument, "width"))
      return false;
    spec.thousands = rest.consume_front(",");
    if (rest.consume_front(".") && !parsePrecision(spec))
      return false;
    spec.thousands |= rest.consume_front(",");
    return parseType(spec);
  }

private:
  bool fail(const llvm::Twine &message) {
    error = message.str();
    return false;
  }

  void parseFillAndAlign(FormatSpec &spec) {
    llvm::StringRef afterFill = rest;
    uint32_t fill = takeCodePoint(afterFill);
    if (fill != 0 && !afterFill.empty()) {
      if (auto align = getAlign(afterFill[0])) {
        spec.fill = fill;
        spec.align = *align;
        rest = afterFill.drop_front();
        return;
      }
    }
    if (!rest.empty()) {
      if (auto align = getAlign(rest[0])) {
        spec.align = *align;
        rest = rest.drop_front();
      }
    }
  }

  bool parseCount(std::optional<uint32_t> &count, llvm::StringRef &argument,
                  llvm::StringRef what) {
    llvm::StringRef word = rest.take_while(isNameChar);
    if (!word.empty() && rest.drop_front(word.size()).starts_with("$")) {
      argument = word;
      rest = rest.drop_front(word.size() + 1);
      return true;
    }
    llvm::StringRef digits = rest.take_while(llvm::isDigit);
    if (digits.empty())
      return true;
    uint32_t value = 0;
    if (digits.getAsInteger(10, value) || value > maxCount)
      return fail("format " + what + " is too large");
    count = value;
    rest = rest.drop_front(digits.size());
    return true;
  }

  bool parsePrecision(FormatSpec &spec) {
    if (rest.starts_with("*")) {
      spec.precisionArgument = rest.take_front();
      rest = rest.drop_front();
      return true;
    }
    if (!parseCount(spec.precision, spec.precisionArgument, "precision"))
      return false;
    if (!spec.precision && spec.precisionArgument.empty())
      return fail("expected a precision after '.' in format spec");
    return true;
  }

  bool parseType(FormatSpec &spec) {
    rest = rest.rtrim(' ');
    // Rust spells hexadecimal debug output `x?` and `X?`.
    if (rest == "x?" || rest == "X?")
      rest = rest.drop_front();
    if (rest.empty())
      return true;
    if (rest.size() == 1 && llvm::StringRef("?xXobeE").contains(rest[0])) {
      spec.type = rest[0];
      return true;
    }
    return fail("invalid format spec near '" + rest + "'");
  }

  llvm::StringRef rest;
  std::string &error;
};

void appendCodePoint(std::string &out, uint32_t codePoint) {
  char buffer[4];
  char *end = buffer;
  if (llvm::ConvertCodePointToUTF8(codePoint, end))
    out.append(buffer, end);
}

/// Reads the argument part of a placeholder: nothing, a number or a name.
bool parseArgument(llvm::StringRef text, FormatPiece &piece,
                   std::string &error) {
  text = text.trim(' ');
  if (text.empty())
    return true;
  uint32_t index = 0;
  if (llvm::isDigit(text[0])) {
    if (text.getAsInteger(10, index)) {
      error = "invalid argument number in format string";
      return false;
    }
    piece.index = index;
    return true;
  }
  if (!llvm::all_of(text, isNameChar)) {
    error = ("invalid argument '" + text + "' in format string").str();
    return false;
  }
  piece.name = text.str();
  return true;
}

} // namespace

bool FormatSpec::isDefault() const { return *this == FormatSpec(); }

std::optional<FormatSpec> ruchy::parseFormatSpec(llvm::StringRef text,
                                                 std::string &error) {
  FormatSpec spec;
  if (!SpecParser(text, error).parse(spec))
    return std::nullopt;
  return spec;
}

std::string ruchy::formatSpecToString(const FormatSpec &spec) {
  std::string out;
  if (spec.align != FormatSpec::Align::Default) {
    if (spec.fill != ' ')
      appendCodePoint(out, spec.fill);
    constexpr char signs[] = {0, '<', '^', '>'};
    out += signs[static_cast<unsigned>(spec.align)];
  }
  if (spec.sign)
    out += spec.sign;
  if (spec.alternate)
    out += '#';
  if (spec.zeroPad)
    out += '0';
  if (spec.width)
    out += std::to_string(*spec.width);
  else if (!spec.widthArgument.empty())
    out += spec.widthArgument.str() + "$";
  if (spec.thousands)
    out += ',';
  if (spec.precision)
    out += "." + std::to_string(*spec.precision);
  else if (spec.precisionArgument == "*")
    out += ".*";
  else if (!spec.precisionArgument.empty())
    out += "." + spec.precisionArgument.str() + "$";
  if (spec.type)
    out += spec.type;
  return out;
}

bool ruchy::parseFormatString(llvm::StringRef text,
                              llvm::SmallVectorImpl<FormatPiece> &pieces,
                              std::string &error, size_t &errorOffset) {
  FormatPiece literal;
  auto flush = [&](size_t next) {
    if (!literal.text.empty())
      pieces.push_back(std::move(literal));
    literal = FormatPiece();
    literal.offset = next;
  };
  for (size_t i = 0; i < text.size();) {
    char c = text[i];
    if ((c == '{' || c == '}') && i + 1 < text.size() && text[i + 1] == c) {
      literal.text += c;
      i += 2;
      continue;
    }
    errorOffset = i;
    if (c == '}') {
      error = "unmatched '}' in format string";
      return false;
    }
    if (c != '{') {
      literal.text += c;
      ++i;
      continue;
    }
    size_t close = text.find('}', i);
    if (close == llvm::StringRef::npos) {
      error = "unclosed '{' in format string";
      return false;
    }
    flush(close + 1);
    FormatPiece piece;
    piece.isPlaceholder = true;
    piece.offset = i;
    auto [argument, spec] = text.slice(i + 1, close).split(':');
    if (!parseArgument(argument, piece, error))
      return false;
    auto parsed = parseFormatSpec(spec, error);
    if (!parsed)
      return false;
    piece.spec = *parsed;
    pieces.push_back(std::move(piece));
    i = close + 1;
  }
  flush(text.size());
  return true;
}

bool ruchy::hasPlaceholder(llvm::StringRef text) {
  llvm::SmallVector<FormatPiece> pieces;
  std::string error;
  size_t errorOffset = 0;
  bool ok = parseFormatString(text, pieces, error, errorOffset);
  return ok && llvm::any_of(pieces, [](const FormatPiece &piece) {
           return piece.isPlaceholder;
         });
}
