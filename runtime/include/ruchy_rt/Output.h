//===- Output.h - Standard output and error ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// \p stream is 1 for standard output, 2 for standard error. Standard output
/// is buffered: by line on a terminal, else in blocks of 64 KB; it is flushed
/// before anything goes to standard error. Values print in their top-level
/// display form (strings raw). A newline is printed with rt_print_bytes or
/// rt_print_newline.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_OUTPUT_H
#define RUCHY_RT_OUTPUT_H

#include "ruchy_rt/Api.h"

RT_API void rt_print_bytes(const char *bytes, int64_t len, int64_t stream);
RT_API void rt_print_newline(int64_t stream);
RT_API void rt_print_string(const RtString *s, int64_t stream);
/// The string, then a newline.
RT_API void rt_println_string(const RtString *s, int64_t stream);
RT_API void rt_print_int(int64_t value, int64_t stream);
RT_API void rt_print_float(double value, int64_t stream);
RT_API void rt_print_bool(int64_t value, int64_t stream);
RT_API void rt_print_nil(int64_t stream);
RT_API void rt_print_array(const RtArray *a, int64_t stream);
RT_API void rt_print_range(int64_t start, int64_t end, int64_t inclusive,
                           int64_t stream);
RT_API void rt_print_any(RT_A(value), int64_t stream);
/// `print`/`println` of \p n values (at least two) when the first one may be
/// a string that is not a literal: if it holds `{}` it is a format, else all
/// are joined by spaces. No newline.
RT_API void rt_print_values(const RtAny *values, int64_t n, int64_t stream);
/// Writes out what is buffered.
RT_API void rt_flush(void);

#endif // RUCHY_RT_OUTPUT_H
