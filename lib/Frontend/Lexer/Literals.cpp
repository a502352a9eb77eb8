//===- Literals.cpp - Decodes literal tokens --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Frontend/Lexer/Literals.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

#include <algorithm>
#include <cstdlib>

using namespace ruchy;

namespace {

constexpr uint64_t minIntMagnitude = uint64_t(1) << 63;

llvm::StringRef takeSuffix(llvm::StringRef &digits, bool isHex) {
  for (llvm::StringRef suffix :
       {"i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64",
        "u128", "usize", "f32", "f64"}) {
    if (isHex && suffix[0] == 'f')
      continue;
    if (digits.size() > suffix.size() && digits.ends_with(suffix)) {
      digits = digits.drop_back(suffix.size());
      return suffix;
    }
  }
  return {};
}

std::optional<NumberValue> decodeInteger(llvm::StringRef digits,
                                         unsigned radix) {
  NumberValue value;
  if (digits.empty() || digits.getAsInteger(radix, value.integer) ||
      value.integer > minIntMagnitude)
    return std::nullopt;
  return value;
}

std::optional<NumberValue> decodeFloat(llvm::StringRef digits) {
  // Rounds correctly for any number of digits; nothing sets a locale.
  NumberValue value;
  value.isFloat = true;
  value.real = std::strtod(digits.str().c_str(), nullptr);
  return value;
}

void appendCodePoint(std::string &out, uint32_t codePoint) {
  char buffer[4];
  char *end = buffer;
  llvm::ConvertCodePointToUTF8(codePoint, end);
  out.append(buffer, end);
}

/// Decodes the escape at the front of text (behind the backslash) and removes
/// it. Returns false if it is unknown.
bool decodeEscape(llvm::StringRef &text, std::string &out, std::string &error) {
  constexpr llvm::StringLiteral letters("ntr\\\"'0");
  constexpr char values[] = "\n\t\r\\\"'\0";
  size_t index = text.empty() ? llvm::StringRef::npos : letters.find(text[0]);
  if (index != llvm::StringRef::npos) {
    out += values[index];
    text = text.drop_front();
    return true;
  }
  uint32_t codePoint = 0;
  if (text.starts_with("x") && text.size() >= 3 &&
      !text.substr(1, 2).getAsInteger(16, codePoint)) {
    appendCodePoint(out, codePoint);
    text = text.drop_front(3);
    return true;
  }
  if (!text.starts_with("u{"))
    return false;
  size_t close = text.find('}');
  llvm::StringRef digits = text.slice(2, close);
  if (close == llvm::StringRef::npos || digits.getAsInteger(16, codePoint) ||
      codePoint > 0x10FFFF || (codePoint >= 0xD800 && codePoint < 0xE000)) {
    error = "Invalid unicode escape";
    return false;
  }
  appendCodePoint(out, codePoint);
  text = text.drop_front(close + 1);
  return true;
}

} // namespace

std::optional<NumberValue> ruchy::decodeNumber(llvm::StringRef text) {
  std::string clean;
  clean.reserve(text.size());
  std::copy_if(text.begin(), text.end(), std::back_inserter(clean),
               [](char c) { return c != '_'; });
  llvm::StringRef digits = clean;
  unsigned radix = 10;
  if (digits.starts_with_insensitive("0x"))
    radix = 16;
  else if (digits.starts_with_insensitive("0b"))
    radix = 2;
  else if (digits.starts_with_insensitive("0o"))
    radix = 8;
  llvm::StringRef suffix = takeSuffix(digits, radix == 16);
  if (radix != 10)
    return decodeInteger(digits.drop_front(2), radix);
  if (suffix.starts_with("f") ||
      digits.find_first_of(".eE") != llvm::StringRef::npos)
    return decodeFloat(digits);
  return decodeInteger(digits, 10);
}

bool ruchy::decodeEscapes(llvm::StringRef text, std::string &out,
                          std::string &error) {
  out.reserve(out.size() + text.size());
  while (!text.empty()) {
    size_t plain = std::min(text.find('\\'), text.size());
    out.append(text.data(), plain);
    text = text.drop_front(plain);
    if (text.empty())
      break;
    llvm::StringRef rest = text.drop_front();
    if (!decodeEscape(rest, out, error)) {
      if (!error.empty())
        return false;
      out += '\\';
    }
    text = rest;
  }
  return true;
}

llvm::StringRef ruchy::stripQuotes(llvm::StringRef text) {
  if (text.consume_front("r")) {
    size_t hashes = text.find('"');
    return text.drop_front(hashes + 1).drop_back(hashes + 1);
  }
  if (text.size() >= 6 && text.starts_with("\"\"\""))
    return text.drop_front(3).drop_back(3);
  if (text.consume_front("\\\"")) {
    if (!text.consume_back("\\\""))
      text.consume_back("\"");
    return text;
  }
  return text.drop_front().drop_back();
}

size_t ruchy::countCharacters(llvm::StringRef text) {
  return static_cast<size_t>(llvm::count_if(text, [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}
