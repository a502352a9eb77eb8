//===- Builtins.h - Builtin functions on dynamic values ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The builtin functions of numbers and lengths for dynamic arguments, and
/// the checked forms that typed code calls.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_BUILTINS_H
#define RUCHY_RT_BUILTINS_H

#include "ruchy_rt/Api.h"

/// `len(x)`: `len() does not support type: X`. The text of the site of a
/// method call is the method's name: `Method 'len' not found for type X`.
RT_API RtStatus rt_any_len(int64_t *out, RT_A(a), const RtSite *site);
/// `abs sqrt floor ceil round`: `sqrt() expects a number`. floor, ceil and
/// round give integers, saturating; sqrt a float.
RT_API RtStatus rt_any_abs(RtAny *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_sqrt(RtAny *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_floor(RtAny *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_ceil(RtAny *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_round(RtAny *out, RT_A(a), const RtSite *site);
/// `min max` of \p n arguments, one of which may be an array when n is 1:
/// `min() expects two numbers`. Mixed kinds give a float, an empty array nil.
RT_API RtStatus rt_any_min(RtAny *out, const RtAny *args, int64_t n,
                           const RtSite *site);
RT_API RtStatus rt_any_max(RtAny *out, const RtAny *args, int64_t n,
                           const RtSite *site);
/// Builtin `pow(a, b)`: as `**`, but integer overflow is an error;
/// `pow() expects two numbers`.
RT_API RtStatus rt_any_pow_checked(RtAny *out, RT_A(a), RT_A(b),
                                   const RtSite *site);
/// `int ** int`: an integer, or a float for a negative exponent or overflow.
RT_API void rt_int_pow(RtAny *out, int64_t base, int64_t exponent);
/// Floor, ceiling and round (half away from zero) as integers, saturating.
RT_API int64_t rt_float_floor_int(double value);
RT_API int64_t rt_float_ceil_int(double value);
RT_API int64_t rt_float_round_int(double value);

#endif // RUCHY_RT_BUILTINS_H
