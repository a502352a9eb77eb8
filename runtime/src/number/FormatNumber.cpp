//===- FormatNumber.cpp - Numbers to text -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Integers, and floats in display form.
///
//===----------------------------------------------------------------------===//

#include "NumberSupport.h"
#include "ruchy_rt/Number.h"

using namespace ruchy::rt;

static constexpr char digitPairs[] = "0001020304050607080910111213141516171819"
                                     "2021222324252627282930313233343536373839"
                                     "4041424344454647484950515253545556575859"
                                     "6061626364656667686970717273747576777879"
                                     "8081828384858687888990919293949596979899";

int ruchy::rt::countDigits(uint64_t value) {
  // 1233 / 4096 is log10(2) to enough digits for 64 bits.
  int guess = ((64 - __builtin_clzll(value | 1)) * 1233) >> 12;
  return guess + ((value | 1) >= smallPowersOfTen[guess]);
}

void ruchy::rt::writeDigits(char *out, uint64_t value, int count) {
  char *position = out + count;
  while (count >= 2) {
    const char *pair = digitPairs + 2 * (value % 100);
    value /= 100;
    position -= 2;
    position[0] = pair[0];
    position[1] = pair[1];
    count -= 2;
  }
  if (count)
    *out = char('0' + value % 10);
}

static size_t copyText(char *out, const char *text) {
  size_t length = 0;
  for (; text[length]; ++length)
    out[length] = text[length];
  return length;
}

static void fillZeros(char *out, size_t count) {
  for (size_t i = 0; i < count; ++i)
    out[i] = '0';
}

extern "C" size_t rt_uint_to_text(char *buffer, uint64_t value) {
  int count = countDigits(value);
  writeDigits(buffer, value, count);
  return size_t(count);
}

extern "C" size_t rt_int_to_text(char *buffer, int64_t value) {
  if (value >= 0)
    return rt_uint_to_text(buffer, uint64_t(value));
  *buffer = '-';
  return 1 + rt_uint_to_text(buffer + 1, 0 - uint64_t(value));
}

/// Whether the finite value has no fraction.
static bool isWhole(BinaryFloat binary) {
  if (binary.exponent >= 0 || binary.mantissa == 0)
    return true;
  return binary.exponent > -53 &&
         (binary.mantissa & ((uint64_t(1) << -binary.exponent) - 1)) == 0;
}

static size_t writeWhole(char *out, double value, BinaryFloat binary) {
  if (binary.exponent <= 11) {
    uint64_t whole = binary.mantissa;
    if (binary.exponent >= 0)
      whole <<= binary.exponent;
    else if (whole != 0)
      whole >>= -binary.exponent;
    return rt_uint_to_text(out, whole);
  }
  DecimalExpansion expansion;
  expansion.expand(value);
  size_t count = expansion.point - expansion.begin;
  for (size_t i = 0; i < count; ++i)
    out[i] = expansion.digits[expansion.begin + i];
  return count;
}

/// A value with a fraction: its shortest digits always end after the point,
/// because both neighbouring integers are floats themselves.
static size_t writeFractional(char *out, double value) {
  ShortestDecimal shortest = shortestDecimal(value);
  int count = countDigits(shortest.digits);
  int point = count + shortest.exponent;
  if (point <= 0) {
    out[0] = '0';
    out[1] = '.';
    fillZeros(out + 2, size_t(-point));
    writeDigits(out + 2 - point, shortest.digits, count);
    return size_t(2 - point + count);
  }
  writeDigits(out + 1, shortest.digits, count);
  for (int i = 0; i < point; ++i)
    out[i] = out[i + 1];
  out[point] = '.';
  return size_t(count) + 1;
}

static size_t writeFloat(char *buffer, double value, const char *wholeSuffix) {
  uint64_t bits = bitsOf(value);
  if ((bits & ~signBit) > infinityBits)
    return copyText(buffer, "NaN");
  size_t length = 0;
  if (bits & signBit)
    buffer[length++] = '-';
  if (!isFinite(value))
    return length + copyText(buffer + length, "inf");
  BinaryFloat binary = BinaryFloat::of(value);
  if (!isWhole(binary))
    return length + writeFractional(buffer + length, value);
  length += writeWhole(buffer + length, value, binary);
  return length + copyText(buffer + length, wholeSuffix);
}

extern "C" size_t rt_float_display(char *buffer, double value) {
  return writeFloat(buffer, value, ".0");
}

extern "C" size_t rt_float_to_text(char *buffer, double value) {
  return writeFloat(buffer, value, "");
}
