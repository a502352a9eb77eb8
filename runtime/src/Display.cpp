//===- Display.cpp - Text forms of values -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Display, debug and concatenation forms, plain or formatted by a spec.
///
//===----------------------------------------------------------------------===//

#include "Support.h"
#include "ruchy_rt/Convert.h"

using namespace ruchy::rt;

static RtString *appendValue(RtString *text, RtAny value, int64_t mode,
                             bool top);

static RtString *appendQuoted(RtString *text, const RtString *s) {
  text = rt_string_append_bytes(text, "\"", 1);
  text = rt_string_append(text, s);
  return rt_string_append_bytes(text, "\"", 1);
}

static RtString *appendArray(RtString *text, const RtArray *a, int64_t mode) {
  DepthGuard guard;
  text = rt_string_append_bytes(text, "[", 1);
  for (int64_t i = 0; i < a->len; ++i) {
    if (i > 0)
      text = rt_string_append_bytes(text, ", ", 2);
    text = appendValue(text, elementOf(a, i), mode, false);
  }
  return rt_string_append_bytes(text, "]", 1);
}

static RtString *appendRange(RtString *text, const RtRange *range) {
  if (!isKind(range->start, RtKindNil))
    text = appendValue(text, range->start, RtDisplayTop, false);
  text = rt_string_append_bytes(text, "..=", range->inclusive ? 3 : 2);
  if (!isKind(range->end, RtKindNil))
    text = appendValue(text, range->end, RtDisplayTop, false);
  return text;
}

static bool isQuoted(int64_t mode, bool top) {
  return mode == RtDisplayDebug || (!top && mode != RtDisplayInterpolated);
}

static RtString *appendValue(RtString *text, RtAny value, int64_t mode,
                             bool top) {
  switch (rtKindOf(value.tag)) {
  case RtKindNil:
  case RtKindUnset:
    return rt_string_append_bytes(text, "nil", 3);
  case RtKindBool:
    return rt_string_append_bool(text, value.payload);
  case RtKindInt:
  case RtKindByte:
    return rt_string_append_int(text, value.payload);
  case RtKindFloat:
    return top && mode == RtDisplayPlain
               ? rt_string_append_float(text, floatOf(value))
               : rt_string_append_float_display(text, floatOf(value));
  case RtKindString:
    return isQuoted(mode, top) ? appendQuoted(text, stringOf(value))
                               : rt_string_append(text, stringOf(value));
  case RtKindArray:
    return appendArray(text, arrayOf(value), mode);
  case RtKindRange:
    return appendRange(text, rangeOf(value));
  case RtKindError: {
    RtString *message = rt_error_text(
        reinterpret_cast<const RtError *>(objectOf(value.payload)));
    text = rt_string_append(text, message);
    drop(message);
    return text;
  }
  default:
    text = rt_string_append_bytes(text, "<", 1);
    text = Text(text).addKind(value).take();
    return rt_string_append_bytes(text, ">", 1);
  }
}

extern "C" RtString *rt_string_append_display(RtString *a, RT_A(value),
                                              int64_t mode) {
  return appendValue(a, {valuePayload, valueTag}, mode, true);
}

extern "C" RtString *rt_string_append_any(RtString *a, RT_A(value)) {
  return appendValue(a, {valuePayload, valueTag}, RtDisplayInterpolated, true);
}

extern "C" RtString *rt_any_display(RT_A(value), int64_t mode) {
  return appendValue(emptyString(), {valuePayload, valueTag}, mode, true);
}

extern "C" RtString *rt_array_display(const RtArray *a, int64_t mode) {
  return appendArray(emptyString(), a, mode);
}

extern "C" RtString *rt_int_to_string(int64_t value) {
  return rt_string_append_int(emptyString(), value);
}

extern "C" RtString *rt_float_to_string(double value) {
  return rt_string_append_float(emptyString(), value);
}

extern "C" RtString *rt_float_display_string(double value) {
  return rt_string_append_float_display(emptyString(), value);
}

extern "C" RtString *rt_bool_to_string(int64_t value) {
  static constexpr ConstantString True("true");
  static constexpr ConstantString False("false");
  return value ? True.get() : False.get();
}

/// A string of what \p write puts into a buffer; \p write is called with no
/// buffer first and returns the size.
template <typename Writer> static RtString *written(Writer write) {
  constexpr size_t Short = 128;
  char buffer[Short];
  size_t len = write(buffer, Short);
  if (len <= Short)
    return rt_string_from(buffer, static_cast<int64_t>(len));
  RtString *text = freshString(static_cast<int64_t>(len), false);
  write(text->bytes, len);
  if (isAscii(text->bytes, text->len))
    text->h.type |= RtStringAscii;
  return text;
}

extern "C" RtString *rt_int_format(int64_t value, const RtFormatSpec *spec) {
  return written([&](char *buffer, size_t capacity) {
    return rt_format_int(buffer, capacity, value, spec);
  });
}

extern "C" RtString *rt_float_format(double value, const RtFormatSpec *spec) {
  return written([&](char *buffer, size_t capacity) {
    return rt_format_float(buffer, capacity, value, spec);
  });
}

extern "C" RtString *rt_string_format(const RtString *s,
                                      const RtFormatSpec *spec) {
  return written([&](char *buffer, size_t capacity) {
    return rt_format_str(buffer, capacity, s->bytes,
                         static_cast<size_t>(s->len), spec);
  });
}

extern "C" RtString *rt_any_format(RT_A(value), const RtFormatSpec *spec,
                                   int64_t mode) {
  RtAny value = {valuePayload, valueTag};
  if (isKind(value, RtKindInt))
    return rt_int_format(valuePayload, spec);
  if (isKind(value, RtKindFloat))
    return rt_float_format(floatOf(value), spec);
  if (isKind(value, RtKindString))
    return rt_string_format(stringOf(value), spec);
  RtString *text = rt_any_display(valuePayload, valueTag,
                                  spec->type == '?' ? RtDisplayDebug : mode);
  // A precision would cut the text of a container anywhere.
  RtFormatSpec plain = *spec;
  plain.type = 0;
  plain.precision = -1;
  RtString *result = rt_string_format(text, &plain);
  drop(text);
  return result;
}
