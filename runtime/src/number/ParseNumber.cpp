//===- ParseNumber.cpp - Text to numbers ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Correctly rounded conversion in three steps. Few digits and a small power
/// of ten need one exact operation (W. Clinger, 1990). Otherwise the decimal
/// is enclosed between two 128-bit values as in D. Lemire, "Number parsing at a
/// gigabyte per second" (2021); when both round to the same float, that is the
/// result. If not, the decimal is compared exactly with the middle between
/// the two candidates.
///
//===----------------------------------------------------------------------===//

#include "DecimalCompare.h"
#include "NumberSupport.h"
#include "ruchy_rt/Number.h"

using namespace ruchy::rt;

namespace {
/// The trimmed text behind its sign.
struct NumberText {
  const char *begin;
  const char *end;
  bool negative = false;
};
} // namespace

/// Length of the blank (Unicode White_Space) that starts at `p`, or 0.
static size_t blankLength(const char *p, const char *end) {
  uint8_t c = uint8_t(*p);
  if (c == ' ' || (c >= '\t' && c <= '\r'))
    return 1;
  if (c < 0xC2)
    return 0;
  if (c == 0xC2 && end - p >= 2)
    return uint8_t(p[1]) == 0x85 || uint8_t(p[1]) == 0xA0 ? 2 : 0;
  if (end - p < 3)
    return 0;
  uint32_t code = (uint32_t(c) << 16) | (uint32_t(uint8_t(p[1])) << 8) |
                  uint32_t(uint8_t(p[2]));
  bool blank = code == 0xE19A80 || (code >= 0xE28080 && code <= 0xE2808A) ||
               code == 0xE280A8 || code == 0xE280A9 || code == 0xE280AF ||
               code == 0xE2819F || code == 0xE38080;
  return blank ? 3 : 0;
}

static NumberText trimAndReadSign(const char *text, size_t length) {
  const char *begin = text, *end = text + length;
  while (begin != end) {
    size_t blank = blankLength(begin, end);
    if (blank == 0)
      break;
    begin += blank;
  }
  for (bool again = true; again && begin != end;) {
    again = false;
    for (size_t size = 1; size <= 3 && size <= size_t(end - begin); ++size) {
      if (blankLength(end - size, end) != size)
        continue;
      end -= size;
      again = true;
      break;
    }
  }
  NumberText result = {begin, end};
  if (begin != end && (*begin == '-' || *begin == '+')) {
    result.negative = *begin == '-';
    ++result.begin;
  }
  return result;
}

static bool isDigit(char c) { return c >= '0' && c <= '9'; }

extern "C" int32_t rt_parse_int(const char *text, size_t length, int64_t *out) {
  NumberText number = trimAndReadSign(text, length);
  if (number.begin == number.end)
    return RT_PARSE_INVALID;
  uint64_t limit = number.negative ? signBit : signBit - 1;
  uint64_t value = 0;
  bool overflow = false;
  for (const char *p = number.begin; p != number.end; ++p) {
    if (!isDigit(*p))
      return RT_PARSE_INVALID;
    uint64_t digit = uint64_t(*p - '0');
    if (value > (limit - digit) / 10)
      overflow = true;
    else
      value = value * 10 + digit;
  }
  if (overflow)
    return RT_PARSE_OVERFLOW;
  *out = int64_t(number.negative ? 0 - value : value);
  return RT_PARSE_OK;
}

/// Whether the text is `word` (lower case) in any case.
static bool equalsWord(const char *p, const char *end, const char *word) {
  for (; *word; ++word, ++p)
    if (p == end || (*p | 0x20) != *word)
      return false;
  return p == end;
}

/// Reads the exponent behind its `e`; huge ones are clamped.
static bool readExponent(const char *p, const char *end, int64_t &exponent) {
  bool negative = false;
  if (p != end && (*p == '-' || *p == '+'))
    negative = *p++ == '-';
  if (p == end)
    return false;
  int64_t value = 0;
  for (; p != end; ++p) {
    if (!isDigit(*p))
      return false;
    if (value < 100000000000000000)
      value = value * 10 + (*p - '0');
  }
  exponent = negative ? -value : value;
  return true;
}

/// Reads digits, point and exponent. False if the text is not a number.
static bool readDecimal(const char *p, const char *end, Decimal &decimal) {
  decimal.digits = p;
  int64_t fractionDigits = 0;
  bool any = false, point = false;
  for (; p != end; ++p) {
    if (*p == '.' && !point) {
      point = true;
      continue;
    }
    if (!isDigit(*p))
      break;
    any = true;
    fractionDigits += point;
    if (decimal.count == 0 && *p == '0')
      continue;
    if (decimal.count == 0)
      decimal.digits = p;
    if (decimal.count < 19)
      decimal.leading = decimal.leading * 10 + uint64_t(*p - '0');
    else
      decimal.truncated |= *p != '0';
    ++decimal.count;
  }
  decimal.end = p;
  if (!any)
    return false;
  int64_t exponent = 0;
  if (p != end &&
      ((*p != 'e' && *p != 'E') || !readExponent(p + 1, end, exponent)))
    return false;
  decimal.exponent = exponent - fractionDigits;
  return true;
}

/// Rounds `high:low * 2^exponent` with the top bit of `high` set to a float,
/// ties to even, as bits.
static uint64_t roundToBits(Wide value, int exponent) {
  // The value is in [2^(top), 2^(top + 1)).
  int top = exponent + 127;
  if (top > 1023)
    return infinityBits;
  int kept = top >= -1022 ? 53 : top + 1075;
  if (kept < 0)
    return 0;
  uint64_t mantissa = kept == 0 ? 0 : value.high >> (64 - kept);
  uint64_t rest = value.high << kept;
  bool sticky = value.low != 0;
  if (rest > signBit || (rest == signBit && (sticky || (mantissa & 1))))
    ++mantissa;
  if (top < -1022)
    return mantissa;
  // Adding the hidden bit carries into the exponent, also on rounding up.
  return (uint64_t(top + 1022) << 52) + mantissa;
}

/// The two floats between which the decimal lies, or the same one twice.
struct Candidates {
  uint64_t low;
  uint64_t high;
};

static Candidates encloseDecimal(const Decimal &decimal, int exponent) {
  int shift = __builtin_clzll(decimal.leading);
  uint64_t leading = decimal.leading << shift;
  Wide power = powerOfTen(exponent);
  Wide low = multiplyWide(leading, power.low);
  Wide product = multiplyWide(leading, power.high);
  product.low += low.high;
  product.high += product.low < low.high;

  // What was rounded off: in the power, in the product and in the digits.
  Wide upper = {product.high, product.low + 2};
  upper.high += upper.low < 2;
  if (decimal.truncated)
    upper.high += uint64_t(1) << shift;
  if (upper.high < product.high)
    upper = {~uint64_t(0), ~uint64_t(0)};

  int scale = floorLog2PowerOfTen(exponent) - 127 + 64 - shift;
  auto round = [scale](Wide value) {
    if (value.high >> 63)
      return roundToBits(value, scale);
    return roundToBits({(value.high << 1) | (value.low >> 63), value.low << 1},
                       scale - 1);
  };
  return {round(product), round(upper)};
}

static uint64_t convertDecimal(Decimal &decimal) {
  if (decimal.count == 0)
    return 0;
  // The value of `leading` has this many digits less than the decimal.
  int64_t dropped = decimal.count > 19 ? decimal.count - 19 : 0;
  int64_t exponent = decimal.exponent + dropped;
  if (exponent > 310)
    return infinityBits;
  if (exponent < -345)
    return 0;
  static constexpr double exactPowers[] = {
      1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
      1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  if (!decimal.truncated && decimal.leading <= 2 * hiddenBit &&
      exponent >= -22 && exponent <= 22) {
    double value = double(decimal.leading);
    return bitsOf(exponent < 0 ? value / exactPowers[-exponent]
                               : value * exactPowers[exponent]);
  }
  Candidates candidates = encloseDecimal(decimal, int(exponent));
  if (candidates.low == candidates.high)
    return candidates.low;
  int order = compareWithMiddle(decimal, candidates.low);
  bool up = order > 0 || (order == 0 && (candidates.low & 1));
  return up ? candidates.high : candidates.low;
}

extern "C" int32_t rt_parse_float(const char *text, size_t length,
                                  double *out) {
  NumberText number = trimAndReadSign(text, length);
  Decimal decimal;
  uint64_t bits;
  if (equalsWord(number.begin, number.end, "nan")) {
    *out = fromBits(infinityBits | (hiddenBit >> 1));
    return RT_PARSE_OK;
  }
  if (equalsWord(number.begin, number.end, "inf") ||
      equalsWord(number.begin, number.end, "infinity"))
    bits = infinityBits;
  else if (readDecimal(number.begin, number.end, decimal))
    bits = convertDecimal(decimal);
  else
    return RT_PARSE_INVALID;
  *out = fromBits(bits | (number.negative ? signBit : 0));
  return RT_PARSE_OK;
}

extern "C" int32_t rt_parse_number(const char *text, size_t length,
                                   int64_t *intOut, double *floatOut) {
  int32_t status = rt_parse_int(text, length, intOut);
  if (status == RT_PARSE_OK)
    return RT_NUMBER_INT;
  NumberText number = trimAndReadSign(text, length);
  Decimal decimal;
  if (status == RT_PARSE_OVERFLOW ||
      !readDecimal(number.begin, number.end, decimal))
    return RT_NUMBER_NONE;
  uint64_t bits = convertDecimal(decimal);
  *floatOut = fromBits(bits | (number.negative ? signBit : 0));
  return RT_NUMBER_FLOAT;
}
