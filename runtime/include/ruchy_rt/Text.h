//===- Text.h - More methods of strings -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Beside Strings.h: splitting and trimming by any text, kinds of characters,
/// and parsing with a value instead of an error.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_TEXT_H
#define RUCHY_RT_TEXT_H

#include "ruchy_rt/Api.h"

/// \name Parts
/// @{
/// Some of a character, or None.
RT_API void rt_string_nth(RtAny *out, const RtString *s, int64_t i);
/// `(position, character)` tuples.
RT_API RtArray *rt_string_char_indices(const RtString *s);
/// At most \p n parts; the last one has the rest.
RT_API RtArray *rt_string_splitn(const RtString *s, int64_t n,
                                 const RtString *separator);
/// The parts from the end.
RT_API RtArray *rt_string_rsplit(const RtString *s, const RtString *separator);
/// Some of the two parts, or None.
RT_API void rt_string_split_once(RtAny *out, const RtString *s,
                                 const RtString *separator);
RT_API void rt_string_rsplit_once(RtAny *out, const RtString *s,
                                  const RtString *separator);
/// Some of the rest, or None.
RT_API void rt_string_strip_prefix(RtAny *out, const RtString *s,
                                   const RtString *prefix);
RT_API void rt_string_strip_suffix(RtAny *out, const RtString *s,
                                   const RtString *suffix);
RT_API RtString *rt_string_trim_matches(const RtString *s,
                                        const RtString *part);
RT_API RtString *rt_string_trim_start_matches(const RtString *s,
                                              const RtString *part);
RT_API RtString *rt_string_trim_end_matches(const RtString *s,
                                            const RtString *part);
/// Character position of the last occurrence, or -1.
RT_API int64_t rt_string_rfind(const RtString *s, const RtString *part);
/// `separator.join(array)`, and the elements of an array as one text.
RT_API RtString *rt_string_join(const RtString *separator, const RtArray *a);
RT_API RtString *rt_array_concat_strings(const RtArray *a);
/// @}

/// \name Kinds of characters: true if there are some and all are of the kind
/// @{
RT_API bool rt_string_is_numeric(const RtString *s);
RT_API bool rt_string_is_alphabetic(const RtString *s);
RT_API bool rt_string_is_alphanumeric(const RtString *s);
/// `0` to `9`.
RT_API bool rt_string_is_digit(const RtString *s);
RT_API bool rt_string_is_uppercase(const RtString *s);
RT_API bool rt_string_is_lowercase(const RtString *s);
RT_API bool rt_string_is_whitespace(const RtString *s);
RT_API bool rt_string_is_ascii(const RtString *s);
/// Some of the value of a digit in a base, or None.
RT_API void rt_string_to_digit(RtAny *out, const RtString *s, int64_t base);
/// @}

/// \name New texts
/// @{
/// Each word with its first letter in upper case.
RT_API RtString *rt_string_title(const RtString *s);
RT_API RtString *rt_string_center(const RtString *s, int64_t width,
                                  const RtString *fill);
/// @}

/// \name Parsing: the plain value, or `Err(text)`
/// @{
RT_API void rt_string_parse(RtAny *out, const RtString *s);
RT_API void rt_string_parse_f64(RtAny *out, const RtString *s);
RT_API void rt_string_parse_bool(RtAny *out, const RtString *s);
RT_API void rt_string_parse_char(RtAny *out, const RtString *s);
/// @}

/// \name `parse_int() cannot parse string: 'x'`
/// @{
RT_API RtStatus rt_parse_int_of(int64_t *out, RT_A(text), const RtSite *site);
RT_API RtStatus rt_parse_float_of(double *out, RT_A(text), const RtSite *site);
/// @}

/// `ord("a")` and `chr(97)`.
RT_API RtStatus rt_char_code(int64_t *out, RT_A(text), const RtSite *site);
RT_API RtStatus rt_char_of_code(RtString **out, RT_A(code), const RtSite *site);

#endif // RUCHY_RT_TEXT_H
