//===- ExactFunctions.h - Rounding and remainder ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Bodies that both the `rt_` functions and the routines code generation may
/// call are made of, written so that no compiler turns them into such a call.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_MATH_EXACTFUNCTIONS_H
#define RUCHY_RUNTIME_MATH_EXACTFUNCTIONS_H

#include "DoubleDouble.h"

namespace ruchy::rt {

/// Whether the value has bits behind the point (false for NaN and infinity).
inline bool mayHaveFraction(double x) { return magnitude(x) < 0x1p52; }

inline double truncOf(double x) {
  return mayHaveFraction(x) ? withSignOf(double(int64_t(x)), x) : x;
}

inline double floorOf(double x) {
  if (!mayHaveFraction(x))
    return x;
  double whole = double(int64_t(x));
  return withSignOf(whole > x ? whole - 1 : whole, x);
}

inline double ceilOf(double x) {
  if (!mayHaveFraction(x))
    return x;
  double whole = double(int64_t(x));
  return withSignOf(whole < x ? whole + 1 : whole, x);
}

/// Halves go away from zero.
inline double roundOf(double x) {
  if (!mayHaveFraction(x))
    return x;
  double a = magnitude(x);
  double whole = double(int64_t(a));
  return withSignOf(a - whole >= 0.5 ? whole + 1 : whole, x);
}

/// Halves go to the even neighbour.
inline double roundEvenOf(double x) {
  if (!mayHaveFraction(x))
    return x;
  double a = magnitude(x);
  int64_t integer = int64_t(a);
  double rest = a - double(integer);
  if (rest > 0.5 || (rest == 0.5 && (integer & 1)))
    ++integer;
  return withSignOf(double(integer), x);
}

/// The exact remainder with the sign of x.
inline double remainderOf(double x, double y) {
  constexpr uint64_t hidden = uint64_t(1) << 52;
  uint64_t a = toBits(magnitude(x)), b = toBits(magnitude(y));
  constexpr uint64_t limit = uint64_t(0x7FF) << 52;
  if (a >= limit || b > limit || b == 0)
    return notANumber;
  if (a < b)
    return x;
  int exponentA = int(a >> 52), exponentB = int(b >> 52);
  a &= hidden - 1;
  b &= hidden - 1;
  // Subnormals have the exponent of the smallest normal numbers.
  if (exponentA)
    a |= hidden;
  else
    exponentA = 1;
  if (exponentB)
    b |= hidden;
  else
    exponentB = 1;
  int steps = exponentA - exponentB;
  a %= b;
  for (; steps >= 11 && a != 0; steps -= 11)
    a = (a << 11) % b;
  if (a != 0)
    a = (a << steps) % b;
  if (a == 0)
    return withSignOf(0, x);
  int shift = __builtin_clzll(a) - 11;
  int exponent = exponentB - shift;
  uint64_t bits = exponent > 0
                      ? ((a << shift) & (hidden - 1)) | uint64_t(exponent) << 52
                      : a << (exponentB - 1);
  return withSignOf(ofBits(bits), x);
}

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_MATH_EXACTFUNCTIONS_H
