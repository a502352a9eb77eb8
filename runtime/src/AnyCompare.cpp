//===- AnyCompare.cpp - Comparison of dynamic values ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Equality is total and structural, for instances and functions identity;
/// ordering exists within numbers, strings, booleans, arrays, tuples and
/// variants of one enum.
///
//===----------------------------------------------------------------------===//

#include "Children.h"
#include "Objects.h"

using namespace ruchy::rt;

static constexpr int64_t Unordered = 2;

static bool rangesEqual(const RtRange *a, const RtRange *b) {
  return a->inclusive == b->inclusive &&
         rt_any_equal(RT_PASS(a->start), RT_PASS(b->start)) &&
         rt_any_equal(RT_PASS(a->end), RT_PASS(b->end));
}

static bool partsEqual(RtAny a, RtAny b) {
  Parts x = partsOf(objectOf(a.payload)), y = partsOf(objectOf(b.payload));
  if (x.count != y.count)
    return false;
  DepthGuard guard;
  for (int64_t i = 0; i < x.count; ++i)
    if (!rt_any_equal(RT_PASS(x.items[i]), RT_PASS(y.items[i])))
      return false;
  return true;
}

extern "C" bool rt_any_equal(RT_A(a), RT_A(b)) {
  RtAny a = {aPayload, aTag}, b = {bPayload, bTag};
  if (isNumber(a) && isNumber(b))
    return isKind(a, RtKindInt) && isKind(b, RtKindInt)
               ? aPayload == bPayload
               : toFloat(a) == toFloat(b);
  if (rtKindOf(aTag) != rtKindOf(bTag))
    return false;
  switch (rtKindOf(aTag)) {
  case RtKindString:
    return rt_string_equal(stringOf(a), stringOf(b));
  case RtKindArray:
    return rt_array_equal(arrayOf(a), arrayOf(b));
  case RtKindRange:
    return rangesEqual(rangeOf(a), rangeOf(b));
  case RtKindMap:
  case RtKindSet:
    return tablesEqual(tableOf(a), tableOf(b));
  case RtKindTuple:
    return partsEqual(a, b);
  case RtKindStruct:
  case RtKindEnum:
    return recordOf(a)->shape == recordOf(b)->shape && partsEqual(a, b);
  case RtKindAtom:
    return rt_string_equal(stringOf(a), stringOf(b));
  default:
    return aPayload == bPayload;
  }
}

template <typename T> static int64_t order(T a, T b) {
  return a < b ? -1 : a > b ? 1 : a == b ? 0 : Unordered;
}

static RtStatus compareArrays(int64_t *out, const RtArray *a, const RtArray *b,
                              const RtSite *site) {
  DepthGuard guard;
  for (int64_t i = 0; i < a->len && i < b->len; ++i) {
    RtAny x = elementOf(a, i), y = elementOf(b, i);
    RtStatus error = rt_any_compare(out, RT_PASS(x), RT_PASS(y), site);
    if (error || *out != 0)
      return error;
  }
  *out = order(a->len, b->len);
  return nullptr;
}

static RtStatus compareParts(int64_t *out, RtAny a, RtAny b,
                             const RtSite *site) {
  DepthGuard guard;
  Parts x = partsOf(objectOf(a.payload)), y = partsOf(objectOf(b.payload));
  for (int64_t i = 0; i < x.count && i < y.count; ++i) {
    RtStatus error =
        rt_any_compare(out, RT_PASS(x.items[i]), RT_PASS(y.items[i]), site);
    if (error || *out != 0)
      return error;
  }
  *out = order(x.count, y.count);
  return nullptr;
}

static bool isSameEnum(RtAny a, RtAny b) {
  return recordOf(a)->shape->owner == recordOf(b)->shape->owner;
}

/// Variants in the order of their declaration, then by what is in them.
static RtStatus compareVariants(int64_t *out, RtAny a, RtAny b,
                                const RtSite *site) {
  *out = order(recordOf(a)->shape->ordinal, recordOf(b)->shape->ordinal);
  return *out ? nullptr : compareParts(out, a, b, site);
}

extern "C" RtStatus rt_any_compare(int64_t *out, RT_A(a), RT_A(b),
                                   const RtSite *site) {
  RtAny a = {aPayload, aTag}, b = {bPayload, bTag};
  if (isNumber(a) && isNumber(b)) {
    *out = isKind(a, RtKindInt) && isKind(b, RtKindInt)
               ? order(aPayload, bPayload)
               : order(toFloat(a), toFloat(b));
    return nullptr;
  }
  if (rtKindOf(aTag) == rtKindOf(bTag)) {
    switch (rtKindOf(aTag)) {
    case RtKindString:
      *out = rt_string_compare(stringOf(a), stringOf(b));
      return nullptr;
    case RtKindBool:
      *out = order(aPayload, bPayload);
      return nullptr;
    case RtKindArray:
      return compareArrays(out, arrayOf(a), arrayOf(b), site);
    case RtKindTuple:
      return compareParts(out, a, b, site);
    case RtKindEnum:
      if (isSameEnum(a, b))
        return compareVariants(out, a, b, site);
      break;
    case RtKindByte:
      *out = order(aPayload, bPayload);
      return nullptr;
    default:
      break;
    }
  }
  Text text;
  text.add("Cannot compare ").addKind(a).add(" and ").addKind(b);
  return typeError(text.add(" for ordering"), site);
}

extern "C" bool rt_any_truthy(RT_A(a)) {
  uint8_t kind = rtKindOf(aTag);
  return kind != RtKindNil && (kind != RtKindBool || aPayload != 0);
}

/// True if the integer or whole float \p item lies in \p range.
static bool rangeHas(const RtRange *range, RtAny item) {
  int64_t result;
  if (!isNumber(item))
    return false;
  if (isKind(range->start, RtKindInt)) {
    rt_any_compare(&result, RT_PASS(item), RT_PASS(range->start), nullptr);
    if (result != 0 && result != 1)
      return false;
  }
  if (!isKind(range->end, RtKindInt))
    return true;
  rt_any_compare(&result, RT_PASS(item), RT_PASS(range->end), nullptr);
  return result == -1 || (result == 0 && range->inclusive);
}

extern "C" RtStatus rt_any_in(int64_t *out, RT_A(item), RT_A(container),
                              const RtSite *site) {
  RtAny item = {itemPayload, itemTag};
  RtAny container = {containerPayload, containerTag};
  switch (rtKindOf(containerTag)) {
  case RtKindArray:
    *out = rt_array_contains(arrayOf(container), RT_PASS(item));
    return nullptr;
  case RtKindString:
    *out = isKind(item, RtKindString) &&
           rt_string_contains(stringOf(container), stringOf(item));
    return nullptr;
  case RtKindRange:
    *out = rangeHas(rangeOf(container), item);
    return nullptr;
  case RtKindMap:
  case RtKindSet:
    *out = findEntry(tableOf(container), item) >= 0;
    return nullptr;
  case RtKindTuple:
    *out = 0;
    for (int64_t i = 0; i < tupleOf(container)->len && !*out; ++i)
      *out = rt_any_equal(RT_PASS(tupleOf(container)->items[i]), RT_PASS(item));
    return nullptr;
  default: {
    Text text;
    return typeError(text.add("Cannot test membership in ").addKind(container),
                     site);
  }
  }
}
