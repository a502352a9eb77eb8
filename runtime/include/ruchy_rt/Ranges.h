//===- Ranges.h - Ranges as values ------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Compiled code keeps typed ranges in scalars; these are for dynamic ones and
/// for the builtin `range`.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_RANGES_H
#define RUCHY_RT_RANGES_H

#include "ruchy_rt/Api.h"

/// A range object. Bounds must be integers or nil (open).
RT_API RtRange *rt_range_new(RT_A(start), RT_A(end), int64_t inclusive);
/// `a..b` of dynamic operands: `Range bounds must be integers`.
RT_API RtStatus rt_any_range_new(RtAny *out, RT_A(start), RT_A(end),
                                 int64_t inclusive, const RtSite *site);
/// The integer in a dynamic bound: `Range bounds must be integers`.
RT_API RtStatus rt_range_bound(int64_t *out, RT_A(bound), const RtSite *site);
/// Number of integers in the range; saturates at INT64_MAX.
RT_API int64_t rt_range_len(int64_t start, int64_t end, int64_t inclusive);
/// Display form, for example `0..5`.
RT_API RtString *rt_range_to_string(int64_t start, int64_t end,
                                    int64_t inclusive);
/// Builtin `range(start, end, step)`: `range() step cannot be zero`.
RT_API RtStatus rt_range_array(RtArray **out, int64_t start, int64_t end,
                               int64_t step, const RtSite *site);
/// Builtin `range` of 1 to 3 dynamic arguments, as an array:
/// `range() expects integer arguments`, `range() step cannot be zero`.
RT_API RtStatus rt_any_range(RtAny *out, const RtAny *args, int64_t n,
                             const RtSite *site);

#endif // RUCHY_RT_RANGES_H
