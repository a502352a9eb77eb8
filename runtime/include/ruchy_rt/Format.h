//===- Format.h - Values formatted by a format spec -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The part of a placeholder after its colon:
/// `[[fill]align][sign]['#']['0'][width][',']['.'precision][type]`, and
/// integers, floats and strings formatted by it with Rust's results.
///
/// Every formatting function returns the exact number of bytes of the text and
/// writes the first `capacity` of them, so a call with a null buffer and
/// capacity 0 asks for the size.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_FORMAT_H
#define RUCHY_RT_FORMAT_H

#include <stddef.h>
#include <stdint.h>

/// A parsed format spec, laid out so that code generation can emit it as a
/// constant.
struct RtFormatSpec {
  /// Code point that fills up to the width; 0 means a blank.
  uint32_t fill;
  /// '<', '>', '^' or 0 for the default of the kind of value.
  uint8_t align;
  /// '+' or 0. A '-' is accepted and means nothing.
  uint8_t sign;
  /// `#`: prefix `0x`, `0o`, `0b`.
  uint8_t alternate;
  /// `0`: zeros between sign and digits, overrides fill and align.
  uint8_t zero;
  /// `,`: groups of three digits in the integer part.
  uint8_t comma;
  /// One of `? x X o b e E`, or 0; `x?` and `X?` are read as `?`.
  uint8_t type;
  /// -1 when absent.
  int32_t width;
  int32_t precision;
};

extern "C" {

/// Parses a spec (without the colon). Returns false, and leaves `*spec`
/// unspecified, when the text is not one.
bool rt_format_spec_parse(const char *text, size_t length, RtFormatSpec *spec);

/// Formats an integer. With a precision and a decimal type it is formatted as
/// a float; hexadecimal, octal and binary show the two's complement.
size_t rt_format_int(char *buffer, size_t capacity, int64_t value,
                     const RtFormatSpec *spec);

/// Formats a float: with a precision exactly rounded (ties to even), without
/// one in display form. The types x, X, o and b mean nothing here.
size_t rt_format_float(char *buffer, size_t capacity, double value,
                       const RtFormatSpec *spec);

/// Formats UTF-8 text: the precision cuts it, width and precision count
/// characters. Type `?` adds double quotes around the (cut) text.
size_t rt_format_str(char *buffer, size_t capacity, const char *text,
                     size_t length, const RtFormatSpec *spec);

} // extern "C"

#endif // RUCHY_RT_FORMAT_H
