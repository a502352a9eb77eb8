//===- FormatSpec.cpp - Parsing of format specs -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The grammar of Rust's `std::fmt` plus a comma after the width.
///
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Format.h"

namespace {
/// A cursor over the text of a spec.
struct SpecReader {
  const char *position;
  const char *end;

  bool atEnd() const { return position == end; }
  bool accept(char c) {
    if (atEnd() || *position != c)
      return false;
    ++position;
    return true;
  }
  bool atDigit() const {
    return !atEnd() && *position >= '0' && *position <= '9';
  }
};
} // namespace

static bool isAlign(char c) { return c == '<' || c == '>' || c == '^'; }

/// Length of the UTF-8 sequence that starts with `lead`, 0 if none does.
static size_t sequenceLength(uint8_t lead) {
  if (lead < 0x80)
    return 1;
  if (lead >= 0xC2 && lead < 0xE0)
    return 2;
  if (lead >= 0xE0 && lead < 0xF0)
    return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

static uint32_t decodeSequence(const char *text, size_t length) {
  uint32_t lead = uint8_t(text[0]);
  uint32_t codePoint = length == 1 ? lead : lead & (0xFFu >> (length + 1));
  for (size_t i = 1; i < length; ++i)
    codePoint = (codePoint << 6) | (uint8_t(text[i]) & 0x3F);
  return codePoint;
}

static void readFillAndAlign(SpecReader &reader, RtFormatSpec &spec) {
  if (reader.atEnd())
    return;
  size_t available = size_t(reader.end - reader.position);
  size_t length = sequenceLength(uint8_t(*reader.position));
  if (length != 0 && length < available && isAlign(reader.position[length])) {
    spec.fill = decodeSequence(reader.position, length);
    spec.align = uint8_t(reader.position[length]);
    reader.position += length + 1;
    return;
  }
  if (isAlign(*reader.position))
    spec.align = uint8_t(*reader.position++);
}

/// Reads digits into `value`; false if there are none or too many.
static bool readCount(SpecReader &reader, int32_t &value) {
  if (!reader.atDigit())
    return false;
  int64_t count = 0;
  while (reader.atDigit()) {
    count = count * 10 + (*reader.position++ - '0');
    if (count > INT32_MAX)
      return false;
  }
  value = int32_t(count);
  return true;
}

static bool readType(SpecReader &reader, RtFormatSpec &spec) {
  if (reader.atEnd())
    return true;
  char c = *reader.position++;
  switch (c) {
  case 'x':
  case 'X':
    spec.type = reader.accept('?') ? uint8_t('?') : uint8_t(c);
    return true;
  case '?':
  case 'o':
  case 'b':
  case 'e':
  case 'E':
    spec.type = uint8_t(c);
    return true;
  default:
    return false;
  }
}

extern "C" bool rt_format_spec_parse(const char *text, size_t length,
                                     RtFormatSpec *result) {
  SpecReader reader = {text, text + length};
  RtFormatSpec spec = {' ', 0, 0, 0, 0, 0, 0, -1, -1};
  readFillAndAlign(reader, spec);
  if (reader.accept('+'))
    spec.sign = '+';
  else
    reader.accept('-');
  spec.alternate = reader.accept('#');
  spec.zero = reader.accept('0');
  if (reader.atDigit() && !readCount(reader, spec.width))
    return false;
  spec.comma = reader.accept(',');
  if (reader.accept('.') && !readCount(reader, spec.precision))
    return false;
  if (!readType(reader, spec) || !reader.atEnd())
    return false;
  *result = spec;
  return true;
}
