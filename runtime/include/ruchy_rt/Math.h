//===- Math.h - Mathematical functions --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Mathematical functions with identical bits on every target, within one unit
/// in the last place of the true value. Not under the names of the C library,
/// so that no compiler evaluates them with its own. NaN results are positive
/// and quiet.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_MATH_H
#define RUCHY_RT_MATH_H

#include <stdint.h>

extern "C" {

double rt_exp(double x);
double rt_log(double x);
double rt_log2(double x);
double rt_log10(double x);
/// As C's pow: anything to the power 0 and 1 to any power are 1. For y = 2, 1
/// and -1 (and 0.5 with x > 0) the result is exactly that of x * x, x, 1 / x
/// (and the square root).
double rt_pow(double x, double y);

double rt_sin(double x);
double rt_cos(double x);
double rt_tan(double x);
double rt_asin(double x);
double rt_acos(double x);
double rt_atan(double x);
double rt_atan2(double y, double x);
double rt_sinh(double x);
double rt_cosh(double x);
double rt_tanh(double x);

double rt_cbrt(double x);
double rt_hypot(double x, double y);

/// Exact, as are the following.
double rt_fmod(double x, double y);
double rt_floor(double x);
double rt_ceil(double x);
double rt_trunc(double x);
/// Halves go away from zero.
double rt_round(double x);

/// Stores base^exponent; false, and nothing stored, when it does not fit or
/// the exponent is negative.
bool rt_ipow(int64_t base, int64_t exponent, int64_t *out);

} // extern "C"

#endif // RUCHY_RT_MATH_H
