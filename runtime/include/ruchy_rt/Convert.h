//===- Convert.h - Text forms, conversions and casts ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Results are owned strings; scalars never fail.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_CONVERT_H
#define RUCHY_RT_CONVERT_H

#include "ruchy_rt/Api.h"
#include "ruchy_rt/Format.h"

/// How rt_any_display treats strings and floats.
enum RtDisplayMode : int64_t {
  /// println, str(), `{}`: a top-level string raw, inner ones quoted.
  RtDisplayTop = 0,
  /// f-string: strings raw at every depth of arrays.
  RtDisplayInterpolated = 1,
  /// `{:?}`: strings quoted at top level too.
  RtDisplayDebug = 2,
  /// to_string() and concatenation: as 0, a top-level float without `.0`.
  RtDisplayPlain = 3
};

/// \name Text forms
/// @{
RT_API RtString *rt_int_to_string(int64_t value);
/// to_string() form: no `.0`.
RT_API RtString *rt_float_to_string(double value);
/// Display form: with `.0`.
RT_API RtString *rt_float_display_string(double value);
/// An immortal string.
RT_API RtString *rt_bool_to_string(int64_t value);
RT_API RtString *rt_array_display(const RtArray *a, int64_t mode);
RT_API RtString *rt_any_display(RT_A(value), int64_t mode);
/// Appends to \p a, which is CONSUMED.
RT_API RtString *rt_string_append_display(RtString *a, RT_A(value),
                                          int64_t mode);
/// @}

/// \name Formatted by a spec
/// @{
RT_API RtString *rt_int_format(int64_t value, const RtFormatSpec *spec);
RT_API RtString *rt_float_format(double value, const RtFormatSpec *spec);
RT_API RtString *rt_string_format(const RtString *s, const RtFormatSpec *spec);
/// Numbers as numbers, everything else as text by its display form, which
/// \p mode chooses (`?` in the spec gives the debug form).
RT_API RtString *rt_any_format(RT_A(value), const RtFormatSpec *spec,
                               int64_t mode);
/// @}

/// \name Conversion functions
/// @{
/// `int(x)`: `int() cannot parse string: 'x'`, `int() does not support type`.
RT_API RtStatus rt_any_int(int64_t *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_float(double *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_string_int(int64_t *out, const RtString *s,
                              const RtSite *site);
RT_API RtStatus rt_string_float(double *out, const RtString *s,
                                const RtSite *site);
/// `bool(x)`: 0, 0.0, "", [] and nil are false too.
RT_API bool rt_any_bool(RT_A(a));
/// @}

/// Targets of `as`.
enum RtCastTarget : int64_t {
  RtCastInt, ///< i32 i64 i128 isize usize u64 u128: no narrowing.
  RtCastI8,
  RtCastU8,
  RtCastI16,
  RtCastU16,
  RtCastU32,
  RtCastFloat, ///< f32 f64
  RtCastBool,
  RtCastChar,
  RtCastString
};

/// \name Casts
/// @{
/// Truncates, saturates at INT64 limits, NaN is 0.
RT_API int64_t rt_float_to_int(double value);
/// Integer to one of the integer targets: wraps.
RT_API int64_t rt_int_cast(int64_t value, int64_t target);
/// Float to one of the integer targets: saturates.
RT_API int64_t rt_float_cast(double value, int64_t target);
/// Integer `as char`: a one-character string, U+FFFD for no code point.
RT_API RtString *rt_int_to_char(int64_t codePoint);
/// `Cannot cast X to T`, T from the site's text.
RT_API RtStatus rt_any_cast(RtAny *out, RT_A(a), int64_t target,
                            const RtSite *site);
/// @}

#endif // RUCHY_RT_CONVERT_H
