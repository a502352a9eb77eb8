//===- FormatValue.cpp - Values formatted by a spec -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A value is first split into sign, prefix and pieces of its body, so that
/// the padding is known before anything is written.
///
//===----------------------------------------------------------------------===//

#include "NumberSupport.h"
#include "TextSink.h"
#include "ruchy_rt/Format.h"
#include "ruchy_rt/Number.h"

using namespace ruchy::rt;

namespace {
/// The unpadded text of a number.
struct NumberBody {
  char sign = 0;
  char prefix[2];
  size_t prefixLength = 0;
  const char *integer = nullptr;
  size_t integerLength = 0;
  bool grouped = false;
  bool hasPoint = false;
  const char *fraction = nullptr;
  size_t fractionLength = 0;
  /// Zeros that follow the fraction.
  size_t zeros = 0;
  char suffix[8];
  size_t suffixLength = 0;

  size_t size() const {
    size_t groups =
        grouped && integerLength ? (integerLength - 1) / 3 : size_t(0);
    return (sign != 0) + prefixLength + integerLength + groups + hasPoint +
           fractionLength + zeros + suffixLength;
  }

  void setSign(bool negative, const RtFormatSpec &spec) {
    sign = negative ? '-' : spec.sign == '+' ? '+' : char(0);
  }

  void setFraction(const char *digits, size_t length, size_t zeroCount) {
    fraction = digits;
    fractionLength = length;
    zeros = zeroCount;
    hasPoint = length + zeroCount != 0;
  }

  void setExponent(char letter, int exponent) {
    suffix[0] = letter;
    suffixLength = 1 + rt_int_to_text(suffix + 1, exponent);
  }

  void writeDigitsTo(TextSink &sink) const {
    for (size_t i = 0; i < integerLength; ++i) {
      if (grouped && i != 0 && (integerLength - i) % 3 == 0)
        sink.put(',');
      sink.put(integer[i]);
    }
    if (hasPoint)
      sink.put('.');
    sink.append(fraction, fractionLength);
    sink.repeat('0', zeros);
    sink.append(suffix, suffixLength);
  }
};

/// How much padding goes where.
struct Padding {
  size_t left = 0;
  size_t right = 0;

  Padding(const RtFormatSpec &spec, size_t length, uint8_t defaultAlign) {
    if (spec.width < 0 || size_t(spec.width) <= length)
      return;
    size_t total = size_t(spec.width) - length;
    uint8_t align = spec.align ? spec.align : defaultAlign;
    left = align == '>' ? total : align == '^' ? total / 2 : 0;
    right = total - left;
  }
};
} // namespace

void TextSink::repeatCodePoint(uint32_t codePoint, size_t count) {
  if (codePoint == 0)
    codePoint = ' ';
  if (codePoint < 0x80)
    return repeat(char(codePoint), count);
  char bytes[4];
  size_t length = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  for (size_t i = length - 1; i > 0; --i) {
    bytes[i] = char(0x80 | (codePoint & 0x3F));
    codePoint >>= 6;
  }
  bytes[0] = char((0xF00u >> length) | codePoint);
  for (size_t i = 0; i < count; ++i)
    append(bytes, length);
}

static size_t writeNumber(char *buffer, size_t capacity, const NumberBody &body,
                          const RtFormatSpec &spec) {
  TextSink sink(buffer, capacity);
  Padding padding(spec, body.size(), '>');
  size_t zeros = 0;
  if (spec.zero) {
    zeros = padding.left + padding.right;
    padding.left = padding.right = 0;
  }
  sink.repeatCodePoint(spec.fill, padding.left);
  if (body.sign)
    sink.put(body.sign);
  sink.append(body.prefix, body.prefixLength);
  sink.repeat('0', zeros);
  body.writeDigitsTo(sink);
  sink.repeatCodePoint(spec.fill, padding.right);
  return sink.size();
}

/// Writes `value` in base 2, 8 or 16 ending at `end`; returns the length.
static size_t writePowerOfTwoBase(char *end, uint64_t value, int bits,
                                  char letterA) {
  size_t length = 0;
  uint64_t mask = (uint64_t(1) << bits) - 1;
  do {
    char digit = char(value & mask);
    ++length;
    *(end - length) = char(digit < 10 ? '0' + digit : letterA + digit - 10);
    value >>= bits;
  } while (value);
  return length;
}

static size_t formatBits(char *buffer, size_t capacity, uint64_t value,
                         const RtFormatSpec &spec) {
  char digits[64];
  int bits = spec.type == 'b' ? 1 : spec.type == 'o' ? 3 : 4;
  NumberBody body;
  body.setSign(false, spec);
  body.integerLength = writePowerOfTwoBase(digits + sizeof(digits), value, bits,
                                           spec.type == 'X' ? 'A' : 'a');
  body.integer = digits + sizeof(digits) - body.integerLength;
  if (spec.alternate) {
    body.prefix[0] = '0';
    body.prefix[1] = spec.type == 'X' ? 'x' : char(spec.type);
    body.prefixLength = 2;
  }
  return writeNumber(buffer, capacity, body, spec);
}

/// Splits `count` digits into `d.ddd` and an exponent for a value whose first
/// digit has the given decimal exponent.
static void setScientific(NumberBody &body, const char *digits, size_t count,
                          size_t zeros, int exponent,
                          const RtFormatSpec &spec) {
  body.integer = digits;
  body.integerLength = 1;
  body.setFraction(digits + 1, count - 1, zeros);
  body.setExponent(char(spec.type), exponent);
}

static size_t formatIntScientific(char *buffer, size_t capacity, int64_t value,
                                  const RtFormatSpec &spec) {
  char digits[RT_INT_TEXT_MAX];
  uint64_t magnitude = value < 0 ? 0 - uint64_t(value) : uint64_t(value);
  size_t count = rt_uint_to_text(digits, magnitude);
  int exponent = int(count) - 1;
  while (count > 1 && digits[count - 1] == '0')
    --count;
  NumberBody body;
  body.setSign(value < 0, spec);
  setScientific(body, digits, count, 0, exponent, spec);
  return writeNumber(buffer, capacity, body, spec);
}

static bool isScientific(const RtFormatSpec &spec) {
  return spec.type == 'e' || spec.type == 'E';
}

static bool isBitsType(const RtFormatSpec &spec) {
  return spec.type == 'x' || spec.type == 'X' || spec.type == 'o' ||
         spec.type == 'b';
}

extern "C" size_t rt_format_int(char *buffer, size_t capacity, int64_t value,
                                const RtFormatSpec *spec) {
  if (isBitsType(*spec))
    return formatBits(buffer, capacity, uint64_t(value), *spec);
  if (spec->precision >= 0)
    return rt_format_float(buffer, capacity, double(value), spec);
  if (isScientific(*spec))
    return formatIntScientific(buffer, capacity, value, *spec);
  char digits[RT_INT_TEXT_MAX];
  NumberBody body;
  body.setSign(value < 0, *spec);
  body.integerLength = rt_uint_to_text(digits, value < 0 ? 0 - uint64_t(value)
                                                         : uint64_t(value));
  body.integer = digits;
  body.grouped = spec->comma;
  return writeNumber(buffer, capacity, body, *spec);
}

static size_t formatFloatFixed(char *buffer, size_t capacity, double value,
                               NumberBody &body, const RtFormatSpec &spec) {
  DecimalExpansion expansion;
  size_t places = size_t(spec.precision);
  expansion.fixed(value, places);
  body.integer = expansion.digits + expansion.begin;
  body.integerLength = expansion.point - expansion.begin;
  body.grouped = spec.comma;
  size_t count = expansion.end - expansion.point;
  body.setFraction(expansion.digits + expansion.point, count, places - count);
  return writeNumber(buffer, capacity, body, spec);
}

static size_t formatFloatScientific(char *buffer, size_t capacity, double value,
                                    NumberBody &body,
                                    const RtFormatSpec &spec) {
  size_t places = spec.precision > 0 ? size_t(spec.precision) : 0;
  if (value == 0) {
    setScientific(body, "0", 1, places, 0, spec);
    return writeNumber(buffer, capacity, body, spec);
  }
  if (spec.precision < 0) {
    char digits[RT_INT_TEXT_MAX];
    ShortestDecimal shortest = shortestDecimal(value);
    size_t count = rt_uint_to_text(digits, shortest.digits);
    setScientific(body, digits, count, 0, int(count) - 1 + shortest.exponent,
                  spec);
    return writeNumber(buffer, capacity, body, spec);
  }
  DecimalExpansion expansion;
  expansion.expand(value);
  size_t first = expansion.begin;
  while (expansion.digits[first] == '0')
    ++first;
  expansion.roundAt(first + places + 1);
  // A carry out of 9.99 has made a new first digit.
  if (first > expansion.begin && expansion.digits[first - 1] != '0')
    --first;
  size_t count = expansion.end - first;
  if (count > places + 1)
    count = places + 1;
  setScientific(body, expansion.digits + first, count, places + 1 - count,
                int(expansion.point) - int(first) - 1, spec);
  return writeNumber(buffer, capacity, body, spec);
}

static size_t formatFloatDisplay(char *buffer, size_t capacity, double value,
                                 NumberBody &body, const RtFormatSpec &spec) {
  char text[RT_FLOAT_TEXT_MAX];
  size_t length = rt_float_display(text, value);
  size_t start = text[0] == '-';
  size_t point = start;
  while (point < length && text[point] != '.')
    ++point;
  body.integer = text + start;
  body.integerLength = point - start;
  body.grouped = spec.comma && isFinite(value);
  if (point < length)
    body.setFraction(text + point + 1, length - point - 1, 0);
  return writeNumber(buffer, capacity, body, spec);
}

extern "C" size_t rt_format_float(char *buffer, size_t capacity, double value,
                                  const RtFormatSpec *spec) {
  NumberBody body;
  if (value == value)
    body.setSign(bitsOf(value) >> 63, *spec);
  if (!isFinite(value))
    return formatFloatDisplay(buffer, capacity, value, body, *spec);
  if (isScientific(*spec))
    return formatFloatScientific(buffer, capacity, value, body, *spec);
  if (spec->precision >= 0)
    return formatFloatFixed(buffer, capacity, value, body, *spec);
  return formatFloatDisplay(buffer, capacity, value, body, *spec);
}

extern "C" size_t rt_format_str(char *buffer, size_t capacity, const char *text,
                                size_t length, const RtFormatSpec *spec) {
  size_t characters = 0, bytes = 0;
  for (; bytes < length; ++bytes) {
    if ((uint8_t(text[bytes]) & 0xC0) == 0x80)
      continue;
    if (spec->precision >= 0 && characters == size_t(spec->precision))
      break;
    ++characters;
  }
  bool quoted = spec->type == '?';
  Padding padding(*spec, characters + (quoted ? 2 : 0), '<');
  TextSink sink(buffer, capacity);
  sink.repeatCodePoint(spec->fill, padding.left);
  if (quoted)
    sink.put('"');
  sink.append(text, bytes);
  if (quoted)
    sink.put('"');
  sink.repeatCodePoint(spec->fill, padding.right);
  return sink.size();
}
