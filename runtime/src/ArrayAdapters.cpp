//===- ArrayAdapters.cpp - New arrays from arrays ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Pairs, parts and sets of elements.
///
//===----------------------------------------------------------------------===//

#include "Objects.h"

using namespace ruchy::rt;

static uint8_t kindOf(const RtArray *a) { return rtElemKindOf(a->h.type); }

static RtArray *pushCopy(RtArray *a, RtAny value) {
  dupAny(value);
  return rt_array_push_any(a, RT_PASS(value));
}

static RtTuple *pairOf(RtAny a, RtAny b) {
  RtTuple *pair = newTuple(2);
  pair->items[0] = a;
  pair->items[1] = b;
  dupAny(a);
  dupAny(b);
  return pair;
}

extern "C" RtArray *rt_array_enumerate(const RtArray *a) {
  RtArray *result = rt_array_new_len(RtElemRef, a->len);
  for (int64_t i = 0; i < a->len; ++i)
    slot<int64_t>(result, i) = payloadOf(pairOf(makeInt(i), elementOf(a, i)));
  return result;
}

extern "C" RtArray *rt_array_zip(const RtArray *a, const RtArray *b) {
  int64_t len = a->len < b->len ? a->len : b->len;
  RtArray *result = rt_array_new_len(RtElemRef, len);
  for (int64_t i = 0; i < len; ++i)
    slot<int64_t>(result, i) =
        payloadOf(pairOf(elementOf(a, i), elementOf(b, i)));
  return result;
}

extern "C" RtArray *rt_array_flatten(const RtArray *a) {
  RtArray *result = rt_array_new(RtElemNone, 0);
  for (int64_t i = 0; i < a->len; ++i) {
    RtAny element = elementOf(a, i), content;
    uint32_t flags = flagsOf(element);
    if (isKind(element, RtKindArray)) {
      result = rt_array_append(result, arrayOf(element));
    } else if (flags & (RtShapeOption | RtShapeResult)) {
      if (!(flags & RtShapePresent))
        continue;
      content = recordOf(element)->fields[0];
      result = pushCopy(result, content);
    } else {
      result = pushCopy(result, element);
    }
  }
  return result;
}

/// Adds the elements of \p from that are new to \p seen and in \p among (not
/// in it if \p inverse; anything if null).
static RtArray *addNew(RtArray *result, RtTable *&seen, const RtArray *from,
                       const RtTable *among, bool inverse) {
  for (int64_t i = 0; i < from->len; ++i) {
    RtAny element = elementOf(from, i);
    if (among && (findEntry(among, element) >= 0) == inverse)
      continue;
    int64_t before = seen->len;
    dupAny(element);
    seen = rt_set_put(seen, RT_PASS(element));
    if (seen->len != before)
      result = pushCopy(result, element);
  }
  return result;
}

static RtTable *setOf(const RtArray *a) {
  RtTable *set = rt_set_new(a->len);
  for (int64_t i = 0; i < a->len; ++i) {
    RtAny element = elementOf(a, i);
    dupAny(element);
    set = rt_set_put(set, RT_PASS(element));
  }
  return set;
}

extern "C" RtArray *rt_array_union(const RtArray *a, const RtArray *b) {
  RtTable *seen = rt_set_new(a->len);
  RtArray *result = rt_array_new(kindOf(a), a->len);
  result = addNew(result, seen, a, nullptr, false);
  result = addNew(result, seen, b, nullptr, false);
  drop(seen);
  return result;
}

extern "C" RtArray *rt_array_unique_elements(const RtArray *a) {
  return rt_array_union(a, emptyArray(kindOf(a)));
}

static RtArray *elementsBy(const RtArray *a, const RtArray *b, bool inverse) {
  RtTable *seen = rt_set_new(0), *among = setOf(b);
  RtArray *result = addNew(rt_array_new(kindOf(a), 0), seen, a, among, inverse);
  drop(seen);
  drop(among);
  return result;
}

extern "C" RtArray *rt_array_intersection(const RtArray *a, const RtArray *b) {
  return elementsBy(a, b, false);
}

extern "C" RtArray *rt_array_difference(const RtArray *a, const RtArray *b) {
  return elementsBy(a, b, true);
}

extern "C" RtArray *rt_array_dedup(RtArray *a) {
  RtArray *result = rt_array_new(kindOf(a), a->len);
  for (int64_t i = 0; i < a->len; ++i) {
    RtAny element = elementOf(a, i);
    if (i > 0) {
      RtAny last = elementOf(a, i - 1);
      if (rt_any_equal(RT_PASS(last), RT_PASS(element)))
        continue;
    }
    result = pushCopy(result, element);
  }
  drop(a);
  return result;
}

/// Elements [start, start + len) of \p a.
static RtArray *partOf(const RtArray *a, int64_t start, int64_t len) {
  RtArray *rest = rt_array_skip(a, start);
  RtArray *part = rt_array_take(rest, len);
  drop(rest);
  return part;
}

static RtStatus sizeError(const char *method, const RtSite *site) {
  Text text;
  text.addZeroTerminated(method).add("() needs a size of at least 1");
  return runtimeError(text, site);
}

extern "C" RtStatus rt_array_chunks(RtArray **out, const RtArray *a,
                                    int64_t size, const RtSite *site) {
  *out = nullptr;
  if (size < 1)
    return sizeError("chunks", site);
  RtArray *result = rt_array_new(RtElemRef, 0);
  for (int64_t i = 0; i < a->len; i += size) {
    result = rt_array_push_ref(result, partOf(a, i, size));
    if (size > a->len)
      break;
  }
  *out = result;
  return nullptr;
}

extern "C" RtStatus rt_array_windows(RtArray **out, const RtArray *a,
                                     int64_t size, const RtSite *site) {
  *out = nullptr;
  if (size < 1)
    return sizeError("windows", site);
  RtArray *result = rt_array_new(RtElemRef, 0);
  for (int64_t i = 0; size <= a->len && i <= a->len - size; ++i)
    result = rt_array_push_ref(result, partOf(a, i, size));
  *out = result;
  return nullptr;
}

extern "C" RtStatus rt_array_step_by(RtArray **out, const RtArray *a,
                                     int64_t step, const RtSite *site) {
  if (step < 1)
    return sizeError("step_by", site);
  RtArray *result = rt_array_new(kindOf(a), 0);
  for (int64_t i = 0; i < a->len; i += step) {
    result = pushCopy(result, elementOf(a, i));
    if (step > a->len)
      break;
  }
  *out = result;
  return nullptr;
}

extern "C" RtStatus rt_array_swap(RtArray **arrayOut, RtArray *a, int64_t i,
                                  int64_t j, const RtSite *site) {
  *arrayOut = a;
  int64_t bad = i < 0 || i >= a->len ? i : j;
  if (bad < 0 || bad >= a->len)
    return rt_error_index(bad, a->len, RtKindArray, site);
  a = rt_array_make_unique(a);
  RtAny first = elementOf(a, i), second = elementOf(a, j);
  storeElement(a, i, second);
  storeElement(a, j, first);
  *arrayOut = a;
  return nullptr;
}

extern "C" RtStatus rt_array_product(RtAny *out, const RtArray *a,
                                     const RtSite *site) {
  RtAny product = makeInt(1);
  for (int64_t i = 0; i < a->len; ++i) {
    RtAny element = elementOf(a, i), next;
    RtStatus error =
        rt_any_mul(&next, RT_PASS(product), RT_PASS(element), site);
    dropAny(product);
    if (error)
      return error;
    product = next;
  }
  *out = product;
  return nullptr;
}
