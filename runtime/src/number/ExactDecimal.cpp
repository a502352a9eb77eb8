//===- ExactDecimal.cpp - Exact decimal expansion of floats -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Every double is a finite decimal fraction. The digits come from numbers of
/// up to 1 100 bits in 32-bit limbs, nine digits at a time: by division of the
/// integer part, by multiplication of the fraction.
///
//===----------------------------------------------------------------------===//

#include "NumberSupport.h"

using namespace ruchy::rt;

static constexpr uint32_t billion = 1000000000;
static constexpr int limbCount = 36;

/// Writes `mantissa * 2^shift` (shift >= 0) so that it ends at `end`; returns
/// the number of digits.
static size_t writeShiftedInteger(char *end, uint64_t mantissa, int shift) {
  uint32_t limbs[limbCount] = {};
  int first = shift / 32, bit = shift % 32;
  Wide shifted = {bit ? mantissa >> (64 - bit) : 0, mantissa << bit};
  limbs[first] = uint32_t(shifted.low);
  limbs[first + 1] = uint32_t(shifted.low >> 32);
  limbs[first + 2] = uint32_t(shifted.high);
  int used = first + 3;
  char *position = end;
  for (;;) {
    while (used > 0 && limbs[used - 1] == 0)
      --used;
    if (used <= 2) {
      uint64_t rest = (uint64_t(limbs[1]) << 32) | limbs[0];
      int count = countDigits(rest);
      writeDigits(position - count, rest, count);
      return size_t(end - position) + size_t(count);
    }
    uint64_t remainder = 0;
    for (int i = used - 1; i >= 0; --i) {
      uint64_t dividend = (remainder << 32) | limbs[i];
      limbs[i] = uint32_t(dividend / billion);
      remainder = dividend % billion;
    }
    position -= 9;
    writeDigits(position, remainder, 9);
  }
}

/// Writes all digits of `fraction / 2^scale`, which is below one; returns
/// their number, at most `scale`.
static size_t writeFraction(char *out, uint64_t fraction, int scale) {
  // Fixed point with `used` limbs below the point, least significant first.
  uint32_t limbs[limbCount] = {};
  int used = (scale + 31) / 32;
  int up = used * 32 - scale;
  Wide aligned = {up ? fraction >> (64 - up) : 0, fraction << up};
  limbs[0] = uint32_t(aligned.low);
  limbs[1] = uint32_t(aligned.low >> 32);
  limbs[2] = uint32_t(aligned.high);
  size_t count = 0;
  int first = 0;
  while (first < used && limbs[first] == 0)
    ++first;
  while (first < used) {
    uint64_t carry = 0;
    for (int i = first; i < used; ++i) {
      carry += uint64_t(limbs[i]) * billion;
      limbs[i] = uint32_t(carry);
      carry >>= 32;
    }
    writeDigits(out + count, carry, 9);
    count += 9;
    while (first < used && limbs[first] == 0)
      ++first;
  }
  return count;
}

void DecimalExpansion::expand(double value) {
  BinaryFloat binary = BinaryFloat::of(value);
  if (binary.exponent >= 0) {
    point = 1 + 309;
    end = point;
    begin = point - writeShiftedInteger(digits + point, binary.mantissa,
                                        binary.exponent);
    return;
  }
  int scale = -binary.exponent;
  uint64_t whole = scale < 64 ? binary.mantissa >> scale : 0;
  uint64_t fraction = binary.mantissa;
  if (scale < 64)
    fraction &= (uint64_t(1) << scale) - 1;
  int count = countDigits(whole);
  begin = 1;
  point = begin + size_t(count);
  writeDigits(digits + begin, whole, count);
  end = point + (fraction ? writeFraction(digits + point, fraction, scale) : 0);
}

void DecimalExpansion::roundAt(size_t position) {
  if (position >= end)
    return;
  bool up = digits[position] > '5';
  if (digits[position] == '5') {
    up = position > begin && (digits[position - 1] & 1);
    for (size_t i = position + 1; i < end && !up; ++i)
      up = digits[i] != '0';
  }
  end = position;
  if (!up)
    return;
  size_t i = position;
  while (i > begin && digits[i - 1] == '9')
    digits[--i] = '0';
  if (i > begin)
    ++digits[i - 1];
  else
    digits[--begin] = '1';
}

void DecimalExpansion::fixed(double value, size_t places) {
  BinaryFloat binary = BinaryFloat::of(value);
  // With at most 64 fraction bits and 19 places one product gives the digits
  // and the exact remainder.
  if (binary.exponent < 0 && binary.exponent >= -63 && places <= 19) {
    int scale = -binary.exponent;
    uint64_t whole = binary.mantissa >> scale;
    Wide product =
        multiplyWide(binary.mantissa << (64 - scale), smallPowersOfTen[places]);
    uint64_t half = signBit;
    uint64_t last = places == 0 ? whole : product.high;
    if (product.low > half || (product.low == half && (last & 1)))
      ++product.high;
    if (product.high == smallPowersOfTen[places]) {
      product.high = 0;
      ++whole;
    }
    int count = countDigits(whole);
    begin = 1;
    point = begin + size_t(count);
    writeDigits(digits + begin, whole, count);
    writeDigits(digits + point, product.high, int(places));
    end = point + places;
    return;
  }
  expand(value);
  if (places < end - point)
    roundAt(point + places);
}
