//===- Exponential.cpp - exp, hyperbolic functions --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// e^x = 2^k * 2^(j/64) * e^r with |r| <= ln(2)/128. The power of two comes
/// from a table of double-doubles (P. Tang, 1989), so only the small factor
/// e^r - 1 is rounded.
///
//===----------------------------------------------------------------------===//

#include "Elementary.h"
#include "MathTables.h"
#include "ruchy_rt/Math.h"

using namespace ruchy::rt;

ScaledDouble2 ruchy::rt::exponential(Double2 x) {
  // Adding 1.5 * 2^52 rounds to an integer.
  constexpr double toInteger = 0x1.8p52;
  double steps = (x.high * inverseLn2Times64 + toInteger) - toInteger;
  int n = int(steps);
  double rest = x.high - steps * ln2Over64A;
  Double2 r = sum(rest, -(steps * ln2Over64B));
  double low = r.low + (x.low - steps * ln2Over64C);
  double h = r.high;
  double square = h * h;
  double tail =
      (1.0 / 24 + h * (1.0 / 120)) + square * (1.0 / 720 + h * (1.0 / 5040));
  tail = square * ((0.5 + h * (1.0 / 6)) + square * tail);
  double small = h + (low * (1 + h) + tail);
  Double2 factor = exp2Table[n & 63];
  return {sumOrdered(factor.high, factor.low + factor.high * small), n >> 6};
}

extern "C" double rt_exp(double x) {
  if (isNan(x))
    return notANumber;
  if (x > 709.79)
    return infinity;
  if (x < -745.2)
    return 0;
  if (magnitude(x) < 0x1p-54)
    return 1 + x;
  ScaledDouble2 result = exponential({x, 0});
  return scale(result.value.high, result.exponent);
}

/// e^x and e^-x for 0 <= x <= 40, halved.
static void halfExponentials(double x, Double2 &up, Double2 &down) {
  ScaledDouble2 plus = exponential({x, 0});
  ScaledDouble2 minus = exponential({-x, 0});
  double plusScale = powerOfTwo(plus.exponent - 1);
  double minusScale = powerOfTwo(minus.exponent - 1);
  up = {plus.value.high * plusScale, plus.value.low * plusScale};
  down = {minus.value.high * minusScale, minus.value.low * minusScale};
}

/// sinh(x) for |x| < 1 by its series.
static Double2 smallSinh(double x) {
  double z = x * x;
  double series = 1.0 / 355687428096000 + z / 121645100408832000.0;
  series = 1.0 / 1307674368000 + z * series;
  series = 1.0 / 6227020800 + z * series;
  series = 1.0 / 39916800 + z * series;
  series = 1.0 / 362880 + z * series;
  series = 1.0 / 5040 + z * series;
  series = 1.0 / 120 + z * series;
  series = 1.0 / 6 + z * series;
  // 1/6 carries most of the weight; the rounding of this product matters most.
  double rest = x * z * series;
  return sumOrdered(x, rest);
}

/// sinh and cosh of x > 40, where e^-x no longer counts.
static double largeHyperbolic(double x) {
  if (x > 711)
    return infinity;
  ScaledDouble2 result = exponential({x, 0});
  return scale(result.value.high, result.exponent - 1);
}

extern "C" double rt_sinh(double x) {
  if (isNan(x))
    return notANumber;
  double a = magnitude(x);
  if (a < 0x1p-28)
    return x;
  if (a < 1)
    return smallSinh(x).high;
  if (a > 40)
    return withSignOf(largeHyperbolic(a), x);
  Double2 up, down;
  halfExponentials(a, up, down);
  return withSignOf(subtract(up, down).high, x);
}

extern "C" double rt_cosh(double x) {
  if (isNan(x))
    return notANumber;
  double a = magnitude(x);
  if (a > 40)
    return largeHyperbolic(a);
  Double2 up, down;
  halfExponentials(a, up, down);
  return add(up, down).high;
}

extern "C" double rt_tanh(double x) {
  if (isNan(x))
    return notANumber;
  double a = magnitude(x);
  if (a < 0x1p-28)
    return x;
  if (a > 22)
    return withSignOf(1, x);
  Double2 up, down;
  halfExponentials(a, up, down);
  Double2 sine = a < 1 ? smallSinh(a) : subtract(up, down);
  return withSignOf(divide(sine, add(up, down)).high, x);
}
