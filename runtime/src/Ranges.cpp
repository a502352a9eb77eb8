//===- Ranges.cpp - Ranges and iteration ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Dynamic ranges, the builtin `range`, and `for` over dynamic values.
///
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Ranges.h"
#include "Objects.h"

using namespace ruchy::rt;

extern "C" RtRange *rt_range_new(RT_A(start), RT_A(end), int64_t inclusive) {
  auto *range = static_cast<RtRange *>(allocate(sizeof(RtRange)));
  range->h = {1, RtKindRange};
  range->start = {startPayload, startTag};
  range->end = {endPayload, endTag};
  range->inclusive = inclusive != 0;
  return range;
}

static bool isBound(int64_t tag) {
  return rtKindOf(tag) == RtKindInt || rtKindOf(tag) == RtKindNil;
}

static RtStatus boundsError(const RtSite *site) {
  Text text;
  return typeError(text.add("Range bounds must be integers"), site);
}

extern "C" RtStatus rt_any_range_new(RtAny *out, RT_A(start), RT_A(end),
                                     int64_t inclusive, const RtSite *site) {
  if (!isBound(startTag) || !isBound(endTag))
    return boundsError(site);
  *out = makeRef(
      rt_range_new(startPayload, startTag, endPayload, endTag, inclusive));
  return nullptr;
}

extern "C" RtStatus rt_range_bound(int64_t *out, RT_A(bound),
                                   const RtSite *site) {
  if (rtKindOf(boundTag) != RtKindInt)
    return boundsError(site);
  *out = boundPayload;
  return nullptr;
}

extern "C" int64_t rt_range_len(int64_t start, int64_t end, int64_t inclusive) {
  if (start > end || (start == end && !inclusive))
    return 0;
  uint64_t len = static_cast<uint64_t>(end) - static_cast<uint64_t>(start);
  if (inclusive && len != UINT64_MAX)
    ++len;
  return len > INT64_MAX ? INT64_MAX : static_cast<int64_t>(len);
}

extern "C" RtString *rt_range_to_string(int64_t start, int64_t end,
                                        int64_t inclusive) {
  Text text;
  text.addInt(start).add("..");
  if (inclusive)
    text.add("=");
  return text.addInt(end).take();
}

extern "C" RtStatus rt_range_array(RtArray **out, int64_t start, int64_t end,
                                   int64_t step, const RtSite *site) {
  if (step == 0) {
    Text text;
    return runtimeError(text.add("range() step cannot be zero"), site);
  }
  auto low = static_cast<uint64_t>(step > 0 ? start : end);
  auto high = static_cast<uint64_t>(step > 0 ? end : start);
  bool empty = step > 0 ? start >= end : start <= end;
  uint64_t stride =
      step > 0 ? static_cast<uint64_t>(step) : 0 - static_cast<uint64_t>(step);
  uint64_t len = empty ? 0 : (high - low - 1) / stride + 1;
  if (len > static_cast<uint64_t>(ObjectMax))
    rt_fatal("out of memory");
  RtArray *a = rt_array_new_len(RtElemInt, static_cast<int64_t>(len));
  auto value = static_cast<uint64_t>(start);
  for (uint64_t i = 0; i < len; ++i) {
    slot<int64_t>(a, static_cast<int64_t>(i)) = static_cast<int64_t>(value);
    value += static_cast<uint64_t>(step);
  }
  *out = a;
  return nullptr;
}

extern "C" RtStatus rt_any_range(RtAny *out, const RtAny *args, int64_t n,
                                 const RtSite *site) {
  for (int64_t i = 0; i < n; ++i)
    if (!isKind(args[i], RtKindInt)) {
      Text text;
      return runtimeError(text.add("range() expects integer arguments"), site);
    }
  RtArray *a;
  int64_t start = n == 1 ? 0 : args[0].payload;
  int64_t end = n == 1 ? args[0].payload : args[1].payload;
  if (RtStatus error =
          rt_range_array(&a, start, end, n == 3 ? args[2].payload : 1, site))
    return error;
  *out = makeRef(a);
  return nullptr;
}

/// The code point of a string of one character, or -1.
static int64_t charOf(RtAny bound) {
  if (!isKind(bound, RtKindString))
    return -1;
  const RtString *s = stringOf(bound);
  if (s->len == 0 || charWidth(s->bytes[0]) != s->len)
    return -1;
  return decodeChar(s->bytes, s->len);
}

/// The characters of a range of characters.
static RtArray *charsBetween(int64_t first, int64_t last) {
  RtArray *chars = rt_array_new(RtElemRef, 0);
  for (int64_t c = first; c <= last; ++c) {
    char bytes[4];
    int64_t width = encodeChar(bytes, static_cast<uint32_t>(c));
    chars = rt_array_push_ref(chars, rt_string_from(bytes, width));
  }
  return chars;
}

extern "C" RtStatus rt_any_iter(RtAny *out, RT_A(value), const RtSite *site) {
  RtAny value = {valuePayload, valueTag};
  switch (rtKindOf(valueTag)) {
  case RtKindString:
    *out = makeRef(rt_string_chars(stringOf(value)));
    return nullptr;
  case RtKindRange:
    if (!isKind(rangeOf(value)->start, RtKindInt)) {
      const RtRange *range = rangeOf(value);
      int64_t first = charOf(range->start), last = charOf(range->end);
      if (first < 0 || last < 0)
        return boundsError(site);
      *out = makeRef(charsBetween(first, range->inclusive ? last : last - 1));
      return nullptr;
    }
    [[fallthrough]];
  case RtKindArray:
  case RtKindTuple:
    dupAny(value);
    *out = value;
    return nullptr;
  case RtKindMap:
    *out = makeRef(rt_map_items(tableOf(value)));
    return nullptr;
  case RtKindSet:
    *out = makeRef(rt_set_items(tableOf(value), RtElemNone));
    return nullptr;
  default: {
    Text text;
    return typeError(text.add("Cannot iterate over ").addKind(value), site);
  }
  }
}

extern "C" RtStatus rt_any_iter_keys(RtAny *out, RT_A(value),
                                     const RtSite *site) {
  if (rtKindOf(valueTag) != RtKindMap)
    return rt_any_iter(out, valuePayload, valueTag, site);
  *out = makeRef(rt_map_keys(tableOf({valuePayload, valueTag}), RtElemNone));
  return nullptr;
}

extern "C" int64_t rt_any_iter_len(RT_A(iter)) {
  RtAny iter = {iterPayload, iterTag};
  if (isKind(iter, RtKindArray))
    return arrayOf(iter)->len;
  if (isKind(iter, RtKindTuple))
    return tupleOf(iter)->len;
  const RtRange *range = rangeOf(iter);
  bool open = !isKind(range->end, RtKindInt);
  return rt_range_len(range->start.payload,
                      open ? INT64_MAX : range->end.payload, range->inclusive);
}

extern "C" void rt_any_iter_at(RtAny *out, RT_A(iter), int64_t i) {
  RtAny iter = {iterPayload, iterTag};
  if (isKind(iter, RtKindArray))
    rt_array_get_any(out, arrayOf(iter), i);
  else if (isKind(iter, RtKindTuple))
    dupAny(*out = tupleOf(iter)->items[i]);
  else
    *out = makeInt(rangeOf(iter)->start.payload + i);
}
