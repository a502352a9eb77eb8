//===- Elementary.h - Kernels shared by math functions ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Exponential, logarithm and arctangent with more than double precision.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_MATH_ELEMENTARY_H
#define RUCHY_RUNTIME_MATH_ELEMENTARY_H

#include "DoubleDouble.h"

namespace ruchy::rt {

/// `value * 2^exponent`.
struct ScaledDouble2 {
  Double2 value;
  int exponent;
};

/// e^x for |x| <= 1100, to about 2^-60; `value` is in [0.99, 2).
ScaledDouble2 exponential(Double2 x);

/// ln(x) for finite x > 0, to about 2^-68.
Double2 logarithm(double x);

/// atan(y / x) for 0 <= y and 0 < x or 0 < y and 0 <= x, in [0, pi/2]; neither
/// may be near the limits of the exponent range.
Double2 arcTangent(Double2 y, Double2 x);

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_MATH_ELEMENTARY_H
