//===- ArrayMethods.cpp - Reading arrays ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Access with checks, slices, comparison and text.
///
//===----------------------------------------------------------------------===//

#include "Support.h"
#include "ruchy_rt/Convert.h"

using namespace ruchy::rt;

static uint8_t kindOf(const RtArray *a) { return rtElemKindOf(a->h.type); }

extern "C" bool rt_array_is_empty(const RtArray *a) { return a->len == 0; }

extern "C" void rt_array_get_any(RtAny *out, const RtArray *a, int64_t i) {
  *out = elementOf(a, i);
  dupAny(*out);
}

extern "C" RtStatus rt_array_index(RtAny *out, const RtArray *a, int64_t i,
                                   const RtSite *site) {
  int64_t at = i < 0 ? i + a->len : i;
  if (at < 0 || at >= a->len)
    return rt_error_index(i, a->len, RtKindArray, site);
  rt_array_get_any(out, a, at);
  return nullptr;
}

extern "C" void rt_array_get(RtAny *out, const RtArray *a, int64_t i) {
  if (i < 0 || i >= a->len)
    *out = makeNil();
  else
    rt_array_get_any(out, a, i);
}

extern "C" void rt_array_first(RtAny *out, const RtArray *a) {
  rt_array_get(out, a, 0);
}

extern "C" void rt_array_last(RtAny *out, const RtArray *a) {
  rt_array_get(out, a, a->len - 1);
}

/// Elements [start, end) of \p a, which has them.
static RtArray *elementsBetween(const RtArray *a, int64_t start, int64_t end) {
  if (start == 0 && end == a->len) {
    dup(a);
    return const_cast<RtArray *>(a);
  }
  if (start >= end)
    return emptyArray(kindOf(a));
  RtArray *result = freshArray(kindOf(a), end - start, end - start);
  int64_t size = rtElemSize(kindOf(a));
  __builtin_memcpy(slotsOf(result), slotsOf(a) + start * size,
                   static_cast<size_t>((end - start) * size));
  if (kindOf(a) >= RtElemRef)
    for (int64_t i = 0; i < result->len; ++i)
      dupAny(elementOf(result, i));
  return result;
}

extern "C" RtStatus rt_array_slice(RtArray **out, const RtArray *a, RT_A(lo),
                                   RT_A(hi), int64_t inclusive,
                                   const RtSite *site) {
  SliceBounds bounds;
  if (RtStatus error =
          sliceBounds(bounds, {loPayload, loTag}, {hiPayload, hiTag},
                      inclusive != 0, a->len, RtKindArray, site))
    return error;
  *out = elementsBetween(a, bounds.start, bounds.end);
  return nullptr;
}

static int64_t clampTo(int64_t n, int64_t len) {
  return n < 0 ? 0 : n > len ? len : n;
}

extern "C" RtArray *rt_array_take(const RtArray *a, int64_t n) {
  return elementsBetween(a, 0, clampTo(n, a->len));
}

extern "C" RtArray *rt_array_skip(const RtArray *a, int64_t n) {
  return elementsBetween(a, clampTo(n, a->len), a->len);
}

extern "C" bool rt_array_equal(const RtArray *a, const RtArray *b) {
  if (a->len != b->len)
    return false;
  uint8_t kind = kindOf(a);
  if (kind == kindOf(b) && (kind == RtElemInt || kind == RtElemBool))
    return __builtin_memcmp(slotsOf(a), slotsOf(b),
                            static_cast<size_t>(a->len * rtElemSize(kind))) ==
           0;
  DepthGuard guard;
  for (int64_t i = 0; i < a->len; ++i) {
    RtAny x = elementOf(a, i), y = elementOf(b, i);
    if (!rt_any_equal(RT_PASS(x), RT_PASS(y)))
      return false;
  }
  return true;
}

extern "C" int64_t rt_array_index_of(const RtArray *a, RT_A(value)) {
  for (int64_t i = 0; i < a->len; ++i) {
    RtAny element = elementOf(a, i);
    if (rt_any_equal(RT_PASS(element), valuePayload, valueTag))
      return i;
  }
  return -1;
}

extern "C" bool rt_array_contains(const RtArray *a, RT_A(value)) {
  return rt_array_index_of(a, valuePayload, valueTag) >= 0;
}

extern "C" RtString *rt_array_join(const RtArray *a,
                                   const RtString *separator) {
  RtString *text = emptyString();
  for (int64_t i = 0; i < a->len; ++i) {
    if (i > 0)
      text = rt_string_append(text, separator);
    RtAny element = elementOf(a, i);
    text = rt_string_append_display(text, RT_PASS(element), RtDisplayTop);
  }
  return text;
}

extern "C" RtStatus rt_array_sum(RtAny *out, const RtArray *a,
                                 const RtSite *site) {
  RtAny sum = makeInt(0);
  for (int64_t i = 0; i < a->len; ++i) {
    RtAny element = elementOf(a, i), next;
    RtStatus error = rt_any_add(&next, RT_PASS(sum), RT_PASS(element), site);
    dropAny(sum);
    if (error)
      return error;
    sum = next;
  }
  *out = sum;
  return nullptr;
}
