//===- Convert.cpp - Conversions and casts ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `int() float() bool()` and `as`.
///
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Convert.h"
#include "Objects.h"
#include "ruchy_rt/Number.h"

using namespace ruchy::rt;

static RtStatus cannotParse(const char *function, const RtString *s,
                            const RtSite *site) {
  Text text;
  text.addZeroTerminated(function).add("() cannot parse string: '");
  return runtimeError(text.add(s).add("'"), site);
}

static RtStatus unsupported(const char *function, RtAny value,
                            const RtSite *site) {
  Text text;
  text.addZeroTerminated(function).add("() does not support type: ");
  return runtimeError(text.addKind(value), site);
}

extern "C" RtStatus rt_string_int(int64_t *out, const RtString *s,
                                  const RtSite *site) {
  int32_t status = rt_parse_int(s->bytes, static_cast<size_t>(s->len), out);
  return status == RT_PARSE_OK ? nullptr : cannotParse("int", s, site);
}

extern "C" RtStatus rt_string_float(double *out, const RtString *s,
                                    const RtSite *site) {
  int32_t status = rt_parse_float(s->bytes, static_cast<size_t>(s->len), out);
  return status == RT_PARSE_OK ? nullptr : cannotParse("float", s, site);
}

extern "C" RtStatus rt_any_int(int64_t *out, RT_A(a), const RtSite *site) {
  RtAny a = {aPayload, aTag};
  switch (rtKindOf(aTag)) {
  case RtKindInt:
  case RtKindBool:
  case RtKindByte:
    *out = aPayload;
    return nullptr;
  case RtKindFloat:
    *out = rt_float_to_int(floatOf(a));
    return nullptr;
  case RtKindString:
    return rt_string_int(out, stringOf(a), site);
  default:
    return unsupported("int", a, site);
  }
}

extern "C" RtStatus rt_any_float(double *out, RT_A(a), const RtSite *site) {
  RtAny a = {aPayload, aTag};
  switch (rtKindOf(aTag)) {
  case RtKindInt:
  case RtKindBool:
  case RtKindByte:
    *out = static_cast<double>(aPayload);
    return nullptr;
  case RtKindFloat:
    *out = floatOf(a);
    return nullptr;
  case RtKindString:
    return rt_string_float(out, stringOf(a), site);
  default:
    return unsupported("float", a, site);
  }
}

extern "C" bool rt_any_bool(RT_A(a)) {
  RtAny a = {aPayload, aTag};
  switch (rtKindOf(aTag)) {
  case RtKindNil:
    return false;
  case RtKindBool:
  case RtKindInt:
  case RtKindByte:
    return aPayload != 0;
  case RtKindFloat:
    return floatOf(a) != 0;
  case RtKindString:
    return stringOf(a)->len != 0;
  case RtKindArray:
    return arrayOf(a)->len != 0;
  case RtKindMap:
  case RtKindSet:
    return tableOf(a)->len != 0;
  default:
    return true;
  }
}

/// \p value cut off and limited to [low, high]; NaN is 0.
static int64_t saturate(double value, int64_t low, int64_t high) {
  if (value != value)
    return 0;
  if (value <= static_cast<double>(low))
    return low;
  // INT64_MAX is no double; the comparison is against 2^63 then.
  if (value >= static_cast<double>(high))
    return high;
  return static_cast<int64_t>(value);
}

extern "C" int64_t rt_float_to_int(double value) {
  return saturate(value, INT64_MIN, INT64_MAX);
}

extern "C" int64_t rt_int_cast(int64_t value, int64_t target) {
  switch (target) {
  case RtCastI8:
    return static_cast<int8_t>(value);
  case RtCastU8:
    return static_cast<uint8_t>(value);
  case RtCastI16:
    return static_cast<int16_t>(value);
  case RtCastU16:
    return static_cast<uint16_t>(value);
  case RtCastU32:
    return static_cast<uint32_t>(value);
  default:
    return value;
  }
}

extern "C" int64_t rt_float_cast(double value, int64_t target) {
  switch (target) {
  case RtCastI8:
    return saturate(value, INT8_MIN, INT8_MAX);
  case RtCastU8:
    return saturate(value, 0, UINT8_MAX);
  case RtCastI16:
    return saturate(value, INT16_MIN, INT16_MAX);
  case RtCastU16:
    return saturate(value, 0, UINT16_MAX);
  case RtCastU32:
    return saturate(value, 0, UINT32_MAX);
  default:
    return rt_float_to_int(value);
  }
}

extern "C" RtString *rt_int_to_char(int64_t codePoint) {
  constexpr uint32_t Replacement = 0xFFFD;
  bool valid = codePoint >= 0 && codePoint <= 0x10FFFF &&
               (codePoint < 0xD800 || codePoint > 0xDFFF);
  char bytes[4];
  int64_t width =
      encodeChar(bytes, valid ? static_cast<uint32_t>(codePoint) : Replacement);
  return rt_string_from(bytes, width);
}

static RtStatus castError(RtAny a, const RtSite *site) {
  Text text;
  text.add("Cannot cast ").addKind(a).add(" to ");
  return typeError(text.add(site->text, site->textLen), site);
}

static bool isOneChar(RtAny a) {
  return isKind(a, RtKindString) && stringOf(a)->len > 0 &&
         charWidth(stringOf(a)->bytes[0]) == stringOf(a)->len;
}

/// The targets from RtCastInt to RtCastU32.
static RtStatus castToInt(RtAny *out, RtAny a, int64_t target,
                          const RtSite *site) {
  if (isKind(a, RtKindInt) || isKind(a, RtKindBool) || isKind(a, RtKindByte))
    *out = makeInt(rt_int_cast(a.payload, target));
  else if (isKind(a, RtKindFloat))
    *out = makeInt(rt_float_cast(floatOf(a), target));
  else if (isOneChar(a))
    *out = makeInt(
        rt_int_cast(decodeChar(stringOf(a)->bytes, stringOf(a)->len), target));
  else if (isKind(a, RtKindEnum))
    *out = makeInt(rt_int_cast(recordOf(a)->shape->discriminant, target));
  else
    return castError(a, site);
  return nullptr;
}

extern "C" RtStatus rt_any_cast(RtAny *out, RT_A(a), int64_t target,
                                const RtSite *site) {
  RtAny a = {aPayload, aTag};
  switch (target) {
  case RtCastFloat:
    if (!isNumber(a))
      return castError(a, site);
    *out = makeFloat(toFloat(a));
    return nullptr;
  case RtCastBool:
    if (!isKind(a, RtKindBool))
      return castError(a, site);
    *out = a;
    return nullptr;
  case RtCastChar:
    if (isKind(a, RtKindInt)) {
      *out = makeRef(rt_int_to_char(aPayload));
      return nullptr;
    }
    if (!isOneChar(a))
      return castError(a, site);
    dupAny(a);
    *out = a;
    return nullptr;
  case RtCastString:
    *out = makeRef(rt_any_display(aPayload, aTag, RtDisplayPlain));
    return nullptr;
  default:
    return castToInt(out, a, target, site);
  }
}
