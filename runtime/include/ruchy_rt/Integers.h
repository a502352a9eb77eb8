//===- Integers.h - Methods of integers, functions of numbers ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_INTEGERS_H
#define RUCHY_RT_INTEGERS_H

#include "ruchy_rt/Api.h"

/// \name Two's complement. Fast paths in the bitcode.
/// @{
RT_API int64_t rt_int_wrapping_add(int64_t a, int64_t b);
RT_API int64_t rt_int_wrapping_sub(int64_t a, int64_t b);
RT_API int64_t rt_int_wrapping_mul(int64_t a, int64_t b);
RT_API int64_t rt_int_wrapping_neg(int64_t a);
/// Shift counts modulo 64, as in Rust.
RT_API int64_t rt_int_wrapping_shl(int64_t a, int64_t b);
RT_API int64_t rt_int_wrapping_shr(int64_t a, int64_t b);
RT_API int64_t rt_int_rotate_left(int64_t a, int64_t b);
RT_API int64_t rt_int_rotate_right(int64_t a, int64_t b);
RT_API int64_t rt_int_count_ones(int64_t a);
RT_API int64_t rt_int_leading_zeros(int64_t a);
RT_API int64_t rt_int_trailing_zeros(int64_t a);
/// @}
RT_API int64_t rt_int_wrapping_pow(int64_t a, int64_t b);

/// \name The nearest integer that fits
/// @{
RT_API int64_t rt_int_saturating_add(int64_t a, int64_t b);
RT_API int64_t rt_int_saturating_sub(int64_t a, int64_t b);
RT_API int64_t rt_int_saturating_mul(int64_t a, int64_t b);
RT_API int64_t rt_int_saturating_pow(int64_t a, int64_t b);
/// @}

/// \name Some of the result, or None
/// @{
RT_API void rt_int_checked_add(RtAny *out, int64_t a, int64_t b);
RT_API void rt_int_checked_sub(RtAny *out, int64_t a, int64_t b);
RT_API void rt_int_checked_mul(RtAny *out, int64_t a, int64_t b);
RT_API void rt_int_checked_div(RtAny *out, int64_t a, int64_t b);
RT_API void rt_int_checked_rem(RtAny *out, int64_t a, int64_t b);
RT_API void rt_int_checked_pow(RtAny *out, int64_t a, int64_t b);
RT_API void rt_int_checked_neg(RtAny *out, int64_t a);
/// @}

/// `a.pow(b)`: overflow and negative exponents are errors.
RT_API RtStatus rt_int_power(int64_t *out, int64_t a, int64_t b,
                             const RtSite *site);
/// Quotient and remainder with 0 <= remainder; zero division is an error.
RT_API RtStatus rt_int_div_euclid(int64_t *out, int64_t a, int64_t b,
                                  const RtSite *site);
RT_API RtStatus rt_int_rem_euclid(int64_t *out, int64_t a, int64_t b,
                                  const RtSite *site);
/// `clamp(low, high)` of two numbers: `clamp() expects low <= high`.
RT_API RtStatus rt_any_clamp(RtAny *out, RT_A(value), RT_A(low), RT_A(high),
                             const RtSite *site);

/// \name Methods of floats
/// @{
RT_API double rt_float_signum(double a);
RT_API double rt_float_fract(double a);
RT_API double rt_float_to_degrees(double a);
RT_API double rt_float_to_radians(double a);
RT_API double rt_float_log_base(double a, double base);
RT_API double rt_float_recip(double a);
/// @}

/// \name Functions of numbers of unknown kind: `sin() expects a number`
/// @{
RT_API RtStatus rt_any_exp(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_log(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_log2(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_log10(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_sin(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_cos(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_tan(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_asin(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_acos(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_atan(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_sinh(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_cosh(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_tanh(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_cbrt(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_atan2(double *out, RT_A(a), RT_A(b), const RtSite *site);
RT_API RtStatus rt_any_hypot(double *out, RT_A(a), RT_A(b), const RtSite *site);
/// @}

#endif // RUCHY_RT_INTEGERS_H
