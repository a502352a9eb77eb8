//===- Patterns.cpp - Tests that patterns make ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// None of them fails.
///
//===----------------------------------------------------------------------===//

#include "Objects.h"

using namespace ruchy::rt;

static bool isText(const char *name, int64_t len, const char *text) {
  return static_cast<int64_t>(__builtin_strlen(text)) == len &&
         __builtin_memcmp(name, text, static_cast<size_t>(len)) == 0;
}

static bool isCollection(uint8_t kind) {
  switch (kind) {
  case RtKindArray:
  case RtKindRange:
  case RtKindMap:
  case RtKindSet:
  case RtKindTuple:
    return true;
  default:
    return false;
  }
}

extern "C" bool rt_any_kind_is(RT_A(value), const char *name, int64_t len) {
  RtAny value = {valuePayload, valueTag};
  uint8_t kind = rtKindOf(valueTag);
  if (isText(name, len, "option"))
    return flagsOf(value) & RtShapeOption;
  if (isText(name, len, "result"))
    return flagsOf(value) & RtShapeResult;
  if (isText(name, len, "map"))
    return kind == RtKindMap;
  if (isText(name, len, "unset"))
    return kind == RtKindUnset;
  if (isText(name, len, "collection"))
    return isCollection(kind);
  return isText(name, len, rt_kind_name(kind));
}

extern "C" bool rt_any_match_sequence(RT_A(value), int64_t kind, int64_t count,
                                      int64_t rest) {
  if (rtKindOf(valueTag) != kind)
    return false;
  RtAny value = {valuePayload, valueTag};
  int64_t len = kind == RtKindArray ? arrayOf(value)->len : tupleOf(value)->len;
  return rest ? len >= count : len == count;
}

extern "C" bool rt_any_match_literal(RT_A(value), RT_A(literal)) {
  return rtKindOf(valueTag) == rtKindOf(literalTag) &&
         rt_any_equal(valuePayload, valueTag, literalPayload, literalTag);
}

/// -1, 0, 1, or 2 where the two are not of one kind that has an order.
static int64_t orderOrNone(RtAny a, RtAny b) {
  bool ordered = isNumber(a) || isKind(a, RtKindString);
  int64_t result = 2;
  if (ordered && rtKindOf(a.tag) == rtKindOf(b.tag))
    (void)rt_any_compare(&result, RT_PASS(a), RT_PASS(b), nullptr);
  return result;
}

extern "C" bool rt_any_match_range(RT_A(value), RT_A(low), RT_A(high),
                                   int64_t inclusive) {
  RtAny value = {valuePayload, valueTag};
  if (rtKindOf(lowTag) != RtKindNil) {
    int64_t order = orderOrNone(value, {lowPayload, lowTag});
    if (order != 0 && order != 1)
      return false;
  }
  if (rtKindOf(highTag) == RtKindNil)
    return isNumber(value) || isKind(value, RtKindString);
  int64_t order = orderOrNone(value, {highPayload, highTag});
  return order == -1 || (order == 0 && inclusive);
}
