//===- CaseMap.cpp - Upper and lower case -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Full Unicode case mapping, with the final sigma of Greek as only rule that
/// looks at neighbours.
///
//===----------------------------------------------------------------------===//

#include "Support.h"

using namespace ruchy::rt;

namespace {
struct CaseRange {
  uint32_t first;
  uint32_t last;
  int32_t delta;
  uint32_t stride;
};

struct CaseSpecial {
  uint32_t from;
  uint32_t to[3];
};
} // namespace

#include "CaseTables.inc"

template <size_t N>
static uint32_t mapChar(const CaseRange (&table)[N], uint32_t c) {
  size_t low = 0, high = N;
  while (low < high) {
    size_t middle = (low + high) / 2;
    const CaseRange &range = table[middle];
    if (c > range.last)
      low = middle + 1;
    else if (c < range.first)
      high = middle;
    else
      return (c - range.first) % range.stride ? c : c + range.delta;
  }
  return c;
}

/// Writes the mapping of a non-ASCII character; returns the bytes.
template <size_t N, size_t M>
static int64_t mapWide(const CaseRange (&table)[N],
                       const CaseSpecial (&specials)[M], uint32_t c,
                       char *bytes) {
  for (const CaseSpecial &special : specials)
    if (special.from == c) {
      int64_t len = 0;
      for (uint32_t part : special.to)
        if (part)
          len += encodeChar(bytes + len, part);
      return len;
    }
  return encodeChar(bytes, mapChar(table, c));
}

static bool isCased(uint32_t c) {
  if (c < 0x80)
    return (c | 0x20) - 'a' < 26u;
  return mapChar(UpperRanges, c) != c || mapChar(LowerRanges, c) != c;
}

/// A capital sigma that ends a word.
static bool isFinalSigma(const RtString *s, int64_t offset, int64_t width) {
  int64_t before = offset;
  while (before > 0 && (s->bytes[--before] & 0xC0) == 0x80)
    ;
  if (before == offset ||
      !isCased(decodeChar(s->bytes + before, charWidth(s->bytes[before]))))
    return false;
  int64_t after = offset + width;
  return after == s->len ||
         !isCased(decodeChar(s->bytes + after, charWidth(s->bytes[after])));
}

static char upperAscii(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

static char lowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// Upper-case mapping of the bytes [from, to) appended to \p text.
static void addUpper(Text &text, const RtString *s, int64_t from, int64_t to) {
  char bytes[16];
  for (int64_t i = from; i < to;) {
    int64_t width = charWidth(s->bytes[i]), len = 1;
    if (width == 1)
      bytes[0] = upperAscii(s->bytes[i]);
    else
      len = mapWide(UpperRanges, UpperSpecials, decodeChar(s->bytes + i, width),
                    bytes);
    text.add(bytes, len);
    i += width;
  }
}

static void addLower(Text &text, const RtString *s, int64_t from, int64_t to) {
  constexpr uint32_t CapitalSigma = 0x3A3, FinalSigma = 0x3C2;
  char bytes[16];
  for (int64_t i = from; i < to;) {
    int64_t width = charWidth(s->bytes[i]), len = 1;
    if (width == 1) {
      bytes[0] = lowerAscii(s->bytes[i]);
    } else {
      uint32_t c = decodeChar(s->bytes + i, width);
      if (c == CapitalSigma && isFinalSigma(s, i, width))
        len = encodeChar(bytes, FinalSigma);
      else
        len = mapWide(LowerRanges, LowerSpecials, c, bytes);
    }
    text.add(bytes, len);
    i += width;
  }
}

extern "C" RtString *rt_string_to_upper(const RtString *s) {
  if (!hasAsciiFlag(s)) {
    Text text(rt_string_reserve(s->len));
    addUpper(text, s, 0, s->len);
    return text.take();
  }
  RtString *result = rt_string_from(s->bytes, s->len);
  if (s->len == 1)
    return byteString(static_cast<unsigned char>(upperAscii(s->bytes[0])));
  for (int64_t i = 0; i < s->len; ++i)
    result->bytes[i] = upperAscii(s->bytes[i]);
  return result;
}

extern "C" RtString *rt_string_to_lower(const RtString *s) {
  if (!hasAsciiFlag(s)) {
    Text text(rt_string_reserve(s->len));
    addLower(text, s, 0, s->len);
    return text.take();
  }
  RtString *result = rt_string_from(s->bytes, s->len);
  if (s->len == 1)
    return byteString(static_cast<unsigned char>(lowerAscii(s->bytes[0])));
  for (int64_t i = 0; i < s->len; ++i)
    result->bytes[i] = lowerAscii(s->bytes[i]);
  return result;
}

extern "C" RtString *rt_string_capitalize(const RtString *s) {
  if (s->len == 0)
    return emptyString();
  int64_t width = charWidth(s->bytes[0]);
  Text text(rt_string_reserve(s->len));
  addUpper(text, s, 0, width);
  addLower(text, s, width, s->len);
  return text.take();
}
