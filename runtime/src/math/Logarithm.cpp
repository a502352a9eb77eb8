//===- Logarithm.cpp - log, log2, log10, pow, ipow --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// x = 2^k * c * (1 + r) with c = i/128 and |r| < 0.006. ln(c) comes from a
/// table of double-doubles, the first two terms of ln(1 + r) are exact.
///
//===----------------------------------------------------------------------===//

#include "Elementary.h"
#include "MathTables.h"
#include "ruchy_rt/Math.h"

using namespace ruchy::rt;

Double2 ruchy::rt::logarithm(double x) {
  int exponent = 0;
  if (x < 0x1p-1022) {
    x *= 0x1p54;
    exponent = -54;
  }
  uint64_t bits = toBits(x);
  // The mantissa is taken in [0.707, 1.414) so that nothing cancels near 1.
  constexpr uint64_t rootHalf = 0x3FE6A09E00000000;
  int k = int((bits - rootHalf + (uint64_t(1023) << 52)) >> 52) - 1023;
  exponent += k;
  double m = ofBits(bits - (uint64_t(int64_t(k)) << 52));

  int index = int(m * 128 + 0.5);
  const LogEntry &entry = logTable[index - logTableFirst];
  double c = index * (1.0 / 128);
  double distance = m - c;
  // r = high + low; 26 bits in `high` make high * c and high * high exact.
  double high = ofBits(toBits(distance * entry.inverse) & ~uint64_t(0x7FFFFFF));
  double low = (distance - high * c) * entry.inverse;
  double r = high + low;
  double square = r * r;
  double series = (1.0 / 7 - r * (1.0 / 8)) + square * (1.0 / 9 - r * 0.1);
  series = (1.0 / 5 - r * (1.0 / 6)) + square * series;
  series = (1.0 / 3 - r * (1.0 / 4)) + square * series;
  double cubic = r * square * series;

  Double2 whole = sum(exponent * ln2High, entry.log.high);
  Double2 first = sum(whole.high, high);
  Double2 second = sum(first.high, -0.5 * high * high);
  double rest = exponent * ln2Low + entry.log.low;
  rest += whole.low + first.low + second.low;
  rest += low - low * (high + 0.5 * low) + cubic;
  return sumOrdered(second.high, rest);
}

/// Whether ln(x) is no ordinary number; `result` is then that of the function.
static bool isLogSpecial(double x, double &result) {
  if (x > 0 && x < infinity)
    return false;
  result = x == 0 ? -infinity : x > 0 ? infinity : notANumber;
  return true;
}

extern "C" double rt_log(double x) {
  double special;
  if (isLogSpecial(x, special))
    return special;
  return logarithm(x).high;
}

extern "C" double rt_log2(double x) {
  double special;
  if (isLogSpecial(x, special))
    return special;
  return multiply(logarithm(x), inverseLn2).high;
}

extern "C" double rt_log10(double x) {
  double special;
  if (isLogSpecial(x, special))
    return special;
  return multiply(logarithm(x), inverseLn10).high;
}

/// 0: not an integer, 1: odd, 2: even.
static int integerKind(double y) {
  double a = magnitude(y);
  if (a >= 0x1p53)
    return 2;
  int64_t whole = int64_t(a);
  if (double(whole) != a)
    return 0;
  return whole & 1 ? 1 : 2;
}

/// x is zero or infinite or y is infinite; neither is NaN.
static double powerOfLimits(double x, double y) {
  double a = magnitude(x);
  if (magnitude(y) == infinity) {
    if (a == 1)
      return 1;
    return (a > 1) == (y > 0) ? infinity : 0;
  }
  double result = (a == 0) == (y > 0) ? 0 : infinity;
  return integerKind(y) == 1 ? withSignOf(result, x) : result;
}

extern "C" double rt_pow(double x, double y) {
  if (y == 0 || x == 1)
    return 1;
  if (isNan(x) || isNan(y))
    return notANumber;
  // Single correctly rounded operations, which generated code may use itself.
  if (y == 1)
    return x;
  if (y == 2)
    return x * x;
  if (y == -1)
    return 1 / x;
  double a = magnitude(x);
  if (a == 0 || a == infinity || magnitude(y) == infinity)
    return powerOfLimits(x, y);
  if (y == 0.5 && x > 0)
    return squareRoot(x);
  double sign = 1;
  if (x < 0) {
    int kind = integerKind(y);
    if (kind == 0)
      return notANumber;
    sign = kind == 1 ? -1 : 1;
  }
  Double2 log = logarithm(a);
  double estimate = y * log.high;
  if (estimate > 710)
    return sign * infinity;
  if (estimate < -746)
    return sign * 0.0;
  if (magnitude(estimate) < 0x1p-60)
    return sign;
  ScaledDouble2 result = exponential(multiply(log, y));
  return sign * scale(result.value.high, result.exponent);
}

extern "C" bool rt_ipow(int64_t base, int64_t exponent, int64_t *out) {
  if (exponent < 0)
    return false;
  int64_t result = 1;
  // Powers of these never overflow, however large the exponent.
  if (base == 0 || base == 1 || base == -1) {
    *out = exponent == 0 ? 1 : base == -1 && !(exponent & 1) ? 1 : base;
    return true;
  }
  if (exponent > 63)
    return false;
  for (;;) {
    if ((exponent & 1) && __builtin_mul_overflow(result, base, &result))
      return false;
    exponent >>= 1;
    if (exponent == 0)
      break;
    if (__builtin_mul_overflow(base, base, &base))
      return false;
  }
  *out = result;
  return true;
}
