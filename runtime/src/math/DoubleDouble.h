//===- DoubleDouble.h - Double-double arithmetic ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Unevaluated sums of two doubles with about 100 bits (T. Dekker, 1971), from
/// correctly rounded operations only, so that all targets agree bit for bit.
/// Fused operations are not used: not all targets have them.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_MATH_DOUBLEDOUBLE_H
#define RUCHY_RUNTIME_MATH_DOUBLEDOUBLE_H

#include <stdint.h>

#pragma STDC FP_CONTRACT OFF

namespace ruchy::rt {

/// The sum `high + low` with |low| at most half a unit of `high`'s last place.
struct Double2 {
  double high;
  double low;
};

inline uint64_t toBits(double value) {
  return __builtin_bit_cast(uint64_t, value);
}
inline double ofBits(uint64_t bits) { return __builtin_bit_cast(double, bits); }
inline double magnitude(double value) { return __builtin_fabs(value); }
inline double withSignOf(double value, double sign) {
  return __builtin_copysign(value, sign);
}

constexpr double infinity = __builtin_inf();
constexpr double notANumber = __builtin_nan("");

inline bool isNan(double value) { return value != value; }

/// The square root instruction; the other builtin may call a library.
inline double squareRoot(double value) {
  return __builtin_elementwise_sqrt(value);
}

/// Exact sum for |a| >= |b|.
inline Double2 sumOrdered(double a, double b) {
  double sum = a + b;
  return {sum, b - (sum - a)};
}

/// Exact sum.
inline Double2 sum(double a, double b) {
  double total = a + b;
  double part = total - a;
  return {total, (a - (total - part)) + (b - part)};
}

/// `value` as two halves of 26 bits. Overflows above 2^996.
inline Double2 split(double value) {
  double scaled = value * 134217729.0;
  double high = scaled - (scaled - value);
  return {high, value - high};
}

/// Exact product unless it over- or underflows.
inline Double2 product(double a, double b) {
  double result = a * b;
  Double2 x = split(a), y = split(b);
  double error = ((x.high * y.high - result) + x.high * y.low) + x.low * y.high;
  return {result, error + x.low * y.low};
}

inline Double2 multiply(Double2 a, Double2 b) {
  Double2 result = product(a.high, b.high);
  return sumOrdered(result.high,
                    result.low + (a.high * b.low + a.low * b.high));
}

inline Double2 multiply(Double2 a, double b) {
  Double2 result = product(a.high, b);
  return sumOrdered(result.high, result.low + a.low * b);
}

inline Double2 add(Double2 a, Double2 b) {
  Double2 result = sum(a.high, b.high);
  return sumOrdered(result.high, result.low + (a.low + b.low));
}

inline Double2 negate(Double2 a) { return {-a.high, -a.low}; }

inline Double2 subtract(Double2 a, Double2 b) { return add(a, negate(b)); }

inline Double2 divide(Double2 a, Double2 b) {
  double quotient = a.high / b.high;
  Double2 back = product(quotient, b.high);
  double rest = ((a.high - back.high) - back.low) + (a.low - quotient * b.low);
  return sumOrdered(quotient, rest / b.high);
}

/// For a > 0.
inline Double2 squareRoot(Double2 a) {
  double root = squareRoot(a.high);
  Double2 back = product(root, root);
  double rest = ((a.high - back.high) - back.low) + a.low;
  return sumOrdered(root, rest / (2 * root));
}

/// 2^exponent for exponents of normal numbers.
inline double powerOfTwo(int exponent) {
  return ofBits(uint64_t(exponent + 1023) << 52);
}

/// value * 2^exponent for |exponent| <= 2040, in two exact-or-final steps.
inline double scale(double value, int exponent) {
  int half = exponent / 2;
  return value * powerOfTwo(half) * powerOfTwo(exponent - half);
}

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_MATH_DOUBLEDOUBLE_H
