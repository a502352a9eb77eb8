//===- Strings.h - Strings --------------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Strings are UTF-8 and immutable for the language; a unique one is extended
/// in place. One-byte strings and the empty string are constants. Positions
/// count characters (O(1) in ASCII strings), lengths count bytes.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_STRINGS_H
#define RUCHY_RT_STRINGS_H

#include "ruchy_rt/Api.h"

/// \name Making and joining
/// @{
RT_API RtString *rt_string_from(const char *bytes, int64_t len);
/// A string with room for \p cap bytes and length 0, always a fresh object.
RT_API RtString *rt_string_reserve(int64_t cap);
RT_API RtString *rt_string_concat(const RtString *a, const RtString *b);
/// \p a is CONSUMED and extended in place when unique, with room for twice
/// its size; \p b may be the same object.
RT_API RtString *rt_string_append(RtString *a, const RtString *b);
/// \p a is CONSUMED; the bytes must not lie inside it.
RT_API RtString *rt_string_append_bytes(RtString *a, const char *bytes,
                                        int64_t len);
/// The other kind in `string + value`: floats without `.0`. \p a is CONSUMED.
RT_API RtString *rt_string_append_int(RtString *a, int64_t value);
RT_API RtString *rt_string_append_float(RtString *a, double value);
RT_API RtString *rt_string_append_bool(RtString *a, int64_t value);
/// A part of an f-string in display form (floats with `.0`, strings raw at
/// every depth of arrays). \p a is CONSUMED.
RT_API RtString *rt_string_append_any(RtString *a, RT_A(value));
RT_API RtString *rt_string_append_float_display(RtString *a, double value);
/// `string * n`; n <= 0 is empty. The result must be below 2^40 bytes.
RT_API RtString *rt_string_repeat(const RtString *s, int64_t n);
/// @}

/// \name Questions
/// @{
RT_API bool rt_string_equal(const RtString *a, const RtString *b);
/// -1, 0 or 1 by byte order.
RT_API int64_t rt_string_compare(const RtString *a, const RtString *b);
RT_API int64_t rt_string_len(const RtString *s);
RT_API int64_t rt_string_char_count(const RtString *s);
RT_API bool rt_string_is_empty(const RtString *s);
RT_API bool rt_string_contains(const RtString *s, const RtString *part);
RT_API bool rt_string_starts_with(const RtString *s, const RtString *prefix);
RT_API bool rt_string_ends_with(const RtString *s, const RtString *suffix);
/// Character position of the first occurrence, or -1.
RT_API int64_t rt_string_find(const RtString *s, const RtString *part);
/// Occurrences that do not overlap.
RT_API int64_t rt_string_count(const RtString *s, const RtString *part);
/// @}

/// \name Characters and parts
/// @{
/// `s[i]`, negative from the end: `Index I out of bounds for string of ..`.
RT_API RtStatus rt_string_index(RtString **out, const RtString *s, int64_t i,
                                const RtSite *site);
/// `s[lo..hi]`; nil bounds are open, others must be integers.
RT_API RtStatus rt_string_slice(RtString **out, const RtString *s, RT_A(lo),
                                RT_A(hi), int64_t inclusive,
                                const RtSite *site);
/// `char_at`, `nth`: nil when out of range.
RT_API void rt_string_char_at(RtAny *out, const RtString *s, int64_t i);
/// `substring(a, b)`: clamps, never fails.
RT_API RtString *rt_string_substring(const RtString *s, int64_t start,
                                     int64_t end);
/// Iteration by byte offset: the character there, and its width in bytes.
RT_API RtString *rt_string_char_from(const RtString *s, int64_t offset);
RT_API int64_t rt_string_char_width(const RtString *s, int64_t offset);
/// Array of one-character strings (element kind Ref).
RT_API RtArray *rt_string_chars(const RtString *s);
/// `first()`/`last()` of a string: a character or nil.
RT_API void rt_string_first(RtAny *out, const RtString *s);
RT_API void rt_string_last(RtAny *out, const RtString *s);
/// @}

/// \name Methods
/// @{
RT_API RtString *rt_string_to_upper(const RtString *s);
RT_API RtString *rt_string_to_lower(const RtString *s);
RT_API RtString *rt_string_capitalize(const RtString *s);
RT_API RtString *rt_string_trim(const RtString *s);
RT_API RtString *rt_string_trim_start(const RtString *s);
RT_API RtString *rt_string_trim_end(const RtString *s);
RT_API RtString *rt_string_replace(const RtString *s, const RtString *from,
                                   const RtString *to);
RT_API RtString *rt_string_reverse(const RtString *s);
RT_API RtString *rt_string_pad_left(const RtString *s, int64_t width,
                                    const RtString *fill);
RT_API RtString *rt_string_pad_right(const RtString *s, int64_t width,
                                     const RtString *fill);
/// Arrays of strings (element kind Ref).
RT_API RtArray *rt_string_split(const RtString *s, const RtString *separator);
RT_API RtArray *rt_string_split_whitespace(const RtString *s);
RT_API RtArray *rt_string_lines(const RtString *s);
/// Array of the bytes as integers.
RT_API RtArray *rt_string_bytes(const RtString *s);
/// `to_int()`: `Failed to parse 'x' as integer`.
RT_API RtStatus rt_string_parse_int(int64_t *out, const RtString *s,
                                    const RtSite *site);
/// `to_float()`: `Failed to parse 'x' as float`.
RT_API RtStatus rt_string_parse_float(double *out, const RtString *s,
                                      const RtSite *site);
/// Every `{}` of \p format replaced in order by a value in display form;
/// missing values leave `{}`, extra ones are dropped.
RT_API RtString *rt_string_fill(const RtString *format, const RtAny *values,
                                int64_t n);
/// @}

#endif // RUCHY_RT_STRINGS_H
