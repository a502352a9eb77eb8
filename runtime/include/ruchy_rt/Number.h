//===- Number.h - Numbers to and from text ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Conversion between numbers and decimal text. Every function is pure, works
/// on buffers of the caller and gives the same bytes on every target.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_NUMBER_H
#define RUCHY_RT_NUMBER_H

#include <stddef.h>
#include <stdint.h>

/// Buffer sizes that are always enough.
enum {
  RT_INT_TEXT_MAX = 20,
  RT_FLOAT_TEXT_MAX = 352,
};

/// How a conversion from text ended.
enum RtParseStatus {
  RT_PARSE_OK = 0,
  /// The text is not a number; Rust says "invalid digit found in string".
  RT_PARSE_INVALID = 1,
  /// The text is an integer that does not fit 64 bits.
  RT_PARSE_OVERFLOW = 2,
};

/// What `rt_parse_number` found.
enum RtNumberKind {
  RT_NUMBER_NONE = 0,
  RT_NUMBER_INT = 1,
  RT_NUMBER_FLOAT = 2,
};

extern "C" {

/// Writes `value` in decimal (at most RT_INT_TEXT_MAX bytes, no terminator)
/// and returns the number of bytes.
size_t rt_int_to_text(char *buffer, int64_t value);

/// As rt_int_to_text for an unsigned value.
size_t rt_uint_to_text(char *buffer, uint64_t value);

/// The shortest decimal `digits * 10^exponent` that reads back as the finite
/// `value` (sign ignored) and, among the shortest, the closest one. `digits`
/// has no trailing zeros; zero gives digits 0.
void rt_float_shortest(double value, uint64_t *digits, int32_t *exponent);

/// Writes the display form: never an exponent; whole values exactly and with
/// `.0`, others with shortest round-trip digits; `NaN`, `inf`, `-inf`. At most
/// RT_FLOAT_TEXT_MAX bytes; returns their number.
size_t rt_float_display(char *buffer, double value);

/// As rt_float_display, but whole values have no `.0`. This is the form of
/// `to_string` and of concatenation with a string.
size_t rt_float_to_text(char *buffer, double value);

/// Reads `[+-]digits` with blanks around it. Returns an RtParseStatus; `*out`
/// is written only on success.
int32_t rt_parse_int(const char *text, size_t length, int64_t *out);

/// Reads, with blanks around it, what Rust's `f64::from_str` accepts:
/// `[+-]` then digits with an optional point and exponent, or one of `inf`,
/// `infinity`, `nan` in any case. The result is correctly rounded.
int32_t rt_parse_float(const char *text, size_t length, double *out);

/// Reads an integer if the text is one, otherwise a float (`inf` and `nan` are
/// not numbers here). An integer that does not fit is RT_NUMBER_NONE.
int32_t rt_parse_number(const char *text, size_t length, int64_t *intOut,
                        double *floatOut);

} // extern "C"

#endif // RUCHY_RT_NUMBER_H
