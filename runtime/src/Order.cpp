//===- Order.cpp - The natural order of values ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What `sort` and the display of maps use: it never fails. Numbers come
/// first, then strings, then the other kinds; values that have no order among
/// themselves are equal.
///
//===----------------------------------------------------------------------===//

#include "Children.h"
#include "Objects.h"

using namespace ruchy::rt;

static int64_t compareInts(int64_t a, int64_t b) { return a < b ? -1 : a > b; }

/// Not-a-number stands behind all numbers.
static int64_t compareFloats(double a, double b) {
  if (a < b || (a == a && b != b))
    return -1;
  return a > b || (a != a && b == b);
}

static int rankOf(RtAny value) {
  if (isNumber(value))
    return 0;
  switch (rtKindOf(value.tag)) {
  case RtKindString:
    return 1;
  case RtKindArray:
    return 3;
  case RtKindTuple:
    return 4;
  case RtKindEnum:
    return 5;
  default:
    return 2;
  }
}

static int64_t compareArrays(const RtArray *a, const RtArray *b) {
  DepthGuard guard;
  for (int64_t i = 0; i < a->len && i < b->len; ++i) {
    RtAny x = elementOf(a, i), y = elementOf(b, i);
    if (int64_t order = rt_any_order(RT_PASS(x), RT_PASS(y)))
      return order;
  }
  return compareInts(a->len, b->len);
}

static int64_t compareParts(RtAny a, RtAny b) {
  DepthGuard guard;
  Parts x = partsOf(objectOf(a.payload)), y = partsOf(objectOf(b.payload));
  for (int64_t i = 0; i < x.count && i < y.count; ++i)
    if (int64_t order = rt_any_order(RT_PASS(x.items[i]), RT_PASS(y.items[i])))
      return order;
  return compareInts(x.count, y.count);
}

static int64_t compareVariants(RtAny a, RtAny b) {
  const RtShape *x = recordOf(a)->shape, *y = recordOf(b)->shape;
  if (x->owner != y->owner)
    return 0;
  int64_t order = compareInts(x->ordinal, y->ordinal);
  return order ? order : compareParts(a, b);
}

extern "C" int64_t rt_any_order(RT_A(a), RT_A(b)) {
  RtAny a = {aPayload, aTag}, b = {bPayload, bTag};
  int rank = rankOf(a), other = rankOf(b);
  if (rank != other)
    return rank < other ? -1 : 1;
  switch (rank) {
  case 0:
    if (isKind(a, RtKindInt) && isKind(b, RtKindInt))
      return compareInts(aPayload, bPayload);
    return compareFloats(toFloat(a), toFloat(b));
  case 1:
    return rt_string_compare(stringOf(a), stringOf(b));
  case 3:
    return compareArrays(arrayOf(a), arrayOf(b));
  case 4:
    return compareParts(a, b);
  case 5:
    return compareVariants(a, b);
  default:
    if (rtKindOf(aTag) == rtKindOf(bTag) && !isHeap(aTag) &&
        rtKindOf(aTag) != RtKindAtom)
      return compareInts(aPayload, bPayload);
    return 0;
  }
}
