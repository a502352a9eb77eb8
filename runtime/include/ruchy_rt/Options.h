//===- Options.h - Option and Result, loose optionals -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Methods of language 7.6 that take no function. A plain value counts as
/// present (Some, Ok), nil as None.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_OPTIONS_H
#define RUCHY_RT_OPTIONS_H

#include "ruchy_rt/Api.h"

/// Some, Ok or Err of a value (CONSUMED); \p optionCase is an RtOptionCase.
RT_API RtRecord *rt_option_new(int64_t optionCase, RT_A(value));
/// ``called `Option::unwrap()` on a `None` value`` and its like.
RT_API RtStatus rt_any_unwrap(RtAny *out, RT_A(value), const RtSite *site);
RT_API RtStatus rt_any_unwrap_err(RtAny *out, RT_A(value), const RtSite *site);
/// `panic: message`, for Err `panic: message: value`.
RT_API RtStatus rt_any_expect(RtAny *out, RT_A(value), RT_A(message),
                              const RtSite *site);
RT_API RtStatus rt_any_expect_err(RtAny *out, RT_A(value), RT_A(message),
                                  const RtSite *site);
RT_API void rt_any_unwrap_or(RtAny *out, RT_A(value), RT_A(otherwise));
RT_API void rt_any_unwrap_or_default(RtAny *out, RT_A(value));
RT_API void rt_any_ok(RtAny *out, RT_A(value));
RT_API void rt_any_err(RtAny *out, RT_A(value));
RT_API void rt_any_ok_or(RtAny *out, RT_A(value), RT_A(error));
RT_API void rt_any_or(RtAny *out, RT_A(value), RT_A(otherwise));
RT_API void rt_any_and(RtAny *out, RT_A(value), RT_A(next));
RT_API void rt_any_flatten_option(RtAny *out, RT_A(value));
/// `a ?? b` without its laziness: nil if \p value is nil or None, else what is
/// in a Some, else the value.
RT_API void rt_any_present(RtAny *out, RT_A(value));

#endif // RUCHY_RT_OPTIONS_H
