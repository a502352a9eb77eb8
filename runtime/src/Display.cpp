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

#include "Children.h"
#include "Objects.h"
#include "ruchy_rt/Convert.h"

using namespace ruchy::rt;

/// Library functions are shown with their names. Functions that call them for
/// uses as values are named `builtin.NAME`, their instances differ in what
/// follows another dot.
static RtString *appendFunction(RtString *text, const RtCode *code) {
  static constexpr char Prefix[] = "builtin.";
  constexpr int64_t length = sizeof(Prefix) - 1;
  bool isBuiltin = code->nameLen > length;
  for (int64_t i = 0; isBuiltin && i < length; ++i)
    isBuiltin = code->name[i] == Prefix[i];
  if (!isBuiltin)
    return rt_string_append_bytes(text, "<function>", 10);
  text = rt_string_append_bytes(text, "<builtin function: ", 19);
  int64_t end = length;
  while (end < code->nameLen && code->name[end] != '.')
    ++end;
  text = rt_string_append_bytes(text, code->name + length, end - length);
  return rt_string_append_bytes(text, ">", 1);
}

static RtString *appendValue(RtString *text, RtAny value, int64_t mode,
                             bool top);

static RtString *appendQuoted(RtString *text, const RtString *s) {
  text = rt_string_append_bytes(text, "\"", 1);
  text = rt_string_append(text, s);
  return rt_string_append_bytes(text, "\"", 1);
}

/// Texts between the parts of a container.
class Separator {
public:
  RtString *add(RtString *text) {
    if (!first)
      return rt_string_append_bytes(text, ", ", 2);
    first = false;
    return text;
  }

private:
  bool first = true;
};

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

/// `(a, b)`
static RtString *appendParts(RtString *text, const RtAny *items, int64_t n,
                             int64_t mode) {
  DepthGuard guard;
  Separator separator;
  text = rt_string_append_bytes(text, "(", 1);
  for (int64_t i = 0; i < n; ++i)
    text = appendValue(separator.add(text), items[i], mode, false);
  return rt_string_append_bytes(text, ")", 1);
}

/// Keys are shown raw, in natural order.
static RtString *appendTable(RtString *text, const RtTable *table,
                             int64_t mode) {
  DepthGuard guard;
  Separator separator;
  bool isMap = widthOf(table) == 2;
  RtArray *order = sortedEntries(table);
  text = rt_string_append_bytes(text, "{", 1);
  for (int64_t i = 0; i < order->len; ++i) {
    int64_t at = slot<int64_t>(order, i);
    text = separator.add(text);
    RtAny key = keyAt(table, at);
    if (isMap && isKind(key, RtKindString))
      text = rt_string_append(text, stringOf(key));
    else
      text = appendValue(text, key, mode, false);
    if (!isMap)
      continue;
    text = rt_string_append_bytes(text, ": ", 2);
    text = appendValue(text, valueAt(table, at), mode, false);
  }
  drop(order);
  return rt_string_append_bytes(text, "}", 1);
}

/// ` {x: 1, y: 2}`
static RtString *appendFields(RtString *text, const RtRecord *record,
                              int64_t mode) {
  DepthGuard guard;
  Separator separator;
  const RtShape *shape = record->shape;
  text = rt_string_append_bytes(text, " {", 2);
  for (int64_t i = 0; i < shape->numFields; ++i) {
    uint32_t at = shape->sorted[i];
    text = separator.add(text);
    text = rt_string_append_bytes(text, shape->fields[at].bytes,
                                  shape->fields[at].len);
    text = rt_string_append_bytes(text, ": ", 2);
    text = appendValue(text, record->fields[at], mode, false);
  }
  return rt_string_append_bytes(text, "}", 1);
}

static RtString *appendRecord(RtString *text, RtRecord *record, int64_t mode) {
  const RtShape *shape = record->shape;
  // Strings in them are quoted in f-strings too.
  if (mode == RtDisplayInterpolated)
    mode = RtDisplayTop;
  if (shape->kind == RtKindEnum)
    text = rt_string_append_bytes(text, shape->variant, shape->variantLen);
  else
    text = rt_string_append_bytes(text, shape->name, shape->nameLen);
  if (shape->flags & RtShapeUnit)
    return text;
  if (shape->flags & RtShapePositional)
    return appendParts(text, record->fields, shape->numFields, mode);
  if (shape->kind != RtKindInstance)
    return appendFields(text, record, mode);
  // An instance can refer to itself.
  if (record->h.type & ShownBit)
    return rt_string_append_bytes(text, " {...}", 6);
  record->h.type |= ShownBit;
  text = appendFields(text, record, mode);
  record->h.type &= ~ShownBit;
  return text;
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
  case RtKindTuple:
    return appendParts(text, tupleOf(value)->items, tupleOf(value)->len, mode);
  case RtKindMap:
  case RtKindSet:
    return appendTable(text, tableOf(value), mode);
  case RtKindStruct:
  case RtKindInstance:
  case RtKindEnum:
    return appendRecord(text, recordOf(value), mode);
  case RtKindAtom:
    text = rt_string_append_bytes(text, ":", 1);
    return rt_string_append(text, stringOf(value));
  case RtKindFunction:
    return appendFunction(
        text,
        reinterpret_cast<const RtFunction *>(objectOf(value.payload))->code);
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
