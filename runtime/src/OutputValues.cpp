//===- OutputValues.cpp - Printing values -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Scalars print without making a string.
///
//===----------------------------------------------------------------------===//

#include "Support.h"
#include "ruchy_rt/Convert.h"
#include "ruchy_rt/Number.h"
#include "ruchy_rt/Output.h"

using namespace ruchy::rt;

extern "C" void rt_print_int(int64_t value, int64_t stream) {
  char text[RT_INT_TEXT_MAX];
  rt_print_bytes(text, static_cast<int64_t>(rt_int_to_text(text, value)),
                 stream);
}

extern "C" void rt_print_float(double value, int64_t stream) {
  char text[RT_FLOAT_TEXT_MAX];
  rt_print_bytes(text, static_cast<int64_t>(rt_float_display(text, value)),
                 stream);
}

extern "C" void rt_print_bool(int64_t value, int64_t stream) {
  if (value)
    rt_print_bytes("true", 4, stream);
  else
    rt_print_bytes("false", 5, stream);
}

extern "C" void rt_print_nil(int64_t stream) {
  rt_print_bytes("nil", 3, stream);
}

/// Prints and drops \p text.
static void printOwned(RtString *text, int64_t stream) {
  rt_print_string(text, stream);
  drop(text);
}

extern "C" void rt_print_array(const RtArray *a, int64_t stream) {
  printOwned(rt_array_display(a, RtDisplayTop), stream);
}

extern "C" void rt_print_range(int64_t start, int64_t end, int64_t inclusive,
                               int64_t stream) {
  printOwned(rt_range_to_string(start, end, inclusive), stream);
}

extern "C" void rt_print_any(RT_A(value), int64_t stream) {
  RtAny value = {valuePayload, valueTag};
  switch (rtKindOf(valueTag)) {
  case RtKindInt:
    return rt_print_int(valuePayload, stream);
  case RtKindFloat:
    return rt_print_float(floatOf(value), stream);
  case RtKindString:
    return rt_print_string(stringOf(value), stream);
  default:
    printOwned(rt_any_display(RT_PASS(value), RtDisplayTop), stream);
  }
}

/// True if `{}` stands in \p s.
static bool hasPlaceholder(const RtString *s) {
  for (int64_t i = 0; i + 1 < s->len; ++i)
    if (s->bytes[i] == '{' && s->bytes[i + 1] == '}')
      return true;
  return false;
}

extern "C" void rt_print_values(const RtAny *values, int64_t n,
                                int64_t stream) {
  if (n > 1 && isKind(values[0], RtKindString) &&
      hasPlaceholder(stringOf(values[0]))) {
    printOwned(rt_string_fill(stringOf(values[0]), values + 1, n - 1), stream);
    return;
  }
  for (int64_t i = 0; i < n; ++i) {
    if (i > 0)
      rt_print_bytes(" ", 1, stream);
    rt_print_any(RT_PASS(values[i]), stream);
  }
}
