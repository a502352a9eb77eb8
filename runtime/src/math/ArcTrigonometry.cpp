//===- ArcTrigonometry.cpp - asin, acos, atan, atan2 ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// All four reduce to atan(y / x) with double-double y and x:
/// atan(q) = atan(c) + atan((y - c x) / (x + c y)), c the nearest i/32 to y/x.
///
//===----------------------------------------------------------------------===//

#include "Elementary.h"
#include "MathTables.h"
#include "ruchy_rt/Math.h"

using namespace ruchy::rt;

/// For 0 <= y <= x.
static Double2 arcTangentBelowOne(Double2 y, Double2 x) {
  int index = int(y.high / x.high * 32 + 0.5);
  double c = index * (1.0 / 32);
  Double2 t = index == 0
                  ? divide(y, x)
                  : divide(subtract(y, multiply(x, c)), add(x, multiply(y, c)));
  double z = t.high * t.high;
  double series = -1.0 / 7 + z * (1.0 / 9 - z / 11);
  series = -1.0 / 3 + z * (1.0 / 5 + z * series);
  Double2 small = sumOrdered(t.high, t.low + t.high * z * series);
  return add(atanTable[index], small);
}

Double2 ruchy::rt::arcTangent(Double2 y, Double2 x) {
  if (y.high <= x.high)
    return arcTangentBelowOne(y, x);
  return subtract(halfPi, arcTangentBelowOne(x, y));
}

extern "C" double rt_atan(double x) {
  if (isNan(x))
    return notANumber;
  double a = magnitude(x);
  if (a < 0x1p-27)
    return x;
  if (a > 0x1p60)
    return withSignOf(halfPi.high, x);
  return withSignOf(arcTangent({a, 0}, {1, 0}).high, x);
}

/// sqrt(1 - x^2) for |x| < 1.
static Double2 complement(double x) {
  Double2 square = product(x, x);
  return squareRoot(subtract({1, 0}, square));
}

extern "C" double rt_asin(double x) {
  double a = magnitude(x);
  if (!(a <= 1))
    return notANumber;
  if (a < 0x1p-27)
    return x;
  if (a == 1)
    return withSignOf(halfPi.high, x);
  return withSignOf(arcTangent({a, 0}, complement(a)).high, x);
}

extern "C" double rt_acos(double x) {
  double a = magnitude(x);
  if (!(a <= 1))
    return notANumber;
  if (a == 1)
    return x > 0 ? 0 : fullPi.high;
  if (a < 0x1p-60)
    return halfPi.high;
  Double2 angle = arcTangent(complement(a), {a, 0});
  return x > 0 ? angle.high : subtract(fullPi, angle).high;
}

/// atan2 where an operand is zero or infinite.
static double arcTangentOfLimits(double y, double x) {
  bool left = toBits(x) >> 63;
  double a = magnitude(y), b = magnitude(x);
  if (a == b && a == infinity) {
    Double2 quarter = {halfPi.high / 2, halfPi.low / 2};
    return left ? subtract(fullPi, quarter).high : quarter.high;
  }
  if (a == 0 || b == infinity)
    return left ? fullPi.high : 0;
  return halfPi.high;
}

extern "C" double rt_atan2(double y, double x) {
  if (isNan(y) || isNan(x))
    return notANumber;
  double a = magnitude(y), b = magnitude(x);
  if (a == 0 || b == 0 || a == infinity || b == infinity)
    return withSignOf(arcTangentOfLimits(y, x), y);
  // Powers of two move both operands away from the ends of the range.
  if (a > 0x1p900 || b > 0x1p900) {
    a *= 0x1p-200;
    b *= 0x1p-200;
  } else if (a < 0x1p-900 || b < 0x1p-900) {
    a *= 0x1p200;
    b *= 0x1p200;
  }
  if (x > 0 && a < b * 0x1p-40)
    return withSignOf(magnitude(y) / magnitude(x), y);
  Double2 angle = {0, 0};
  if (a > b * 0x1p64)
    angle = halfPi;
  else if (a > b * 0x1p-64)
    angle = arcTangent({a, 0}, {b, 0});
  if (x < 0)
    angle = subtract(fullPi, angle);
  return withSignOf(angle.high, y);
}
