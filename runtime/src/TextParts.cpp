//===- TextParts.cpp - Splitting, trimming, searching -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Objects.h"
#include "ruchy_rt/Arrays.h"
#include "ruchy_rt/Options.h"
#include "ruchy_rt/Text.h"

using namespace ruchy::rt;

static RtString *part(const RtString *s, int64_t from, int64_t to) {
  return rt_string_from(s->bytes + from, to - from);
}

static void giveSome(RtAny *out, const void *object) {
  RtAny value = makeRef(object);
  *out = makeRef(rt_option_new(RtCaseSome, RT_PASS(value)));
}

static void givePair(RtAny *out, RtString *a, RtString *b) {
  RtTuple *pair = newTuple(2);
  pair->items[0] = makeRef(a);
  pair->items[1] = makeRef(b);
  giveSome(out, pair);
}

static bool standsAt(const RtString *s, int64_t at, const RtString *part) {
  return at >= 0 && at + part->len <= s->len &&
         __builtin_memcmp(s->bytes + at, part->bytes,
                          static_cast<size_t>(part->len)) == 0;
}

/// Offset of the last occurrence that ends at or before \p end, or -1.
static int64_t findLast(const RtString *s, const RtString *part, int64_t end) {
  for (int64_t at = end - part->len; at >= 0; --at)
    if (standsAt(s, at, part))
      return at;
  return -1;
}

extern "C" void rt_string_nth(RtAny *out, const RtString *s, int64_t i) {
  RtAny c;
  rt_string_char_at(&c, s, i);
  if (isKind(c, RtKindNil))
    *out = makeRef(&rt_none);
  else
    giveSome(out, stringOf(c));
}

extern "C" RtArray *rt_string_char_indices(const RtString *s) {
  RtArray *pairs = rt_array_new(RtElemRef, 0);
  int64_t position = 0;
  for (int64_t i = 0; i < s->len; ++position) {
    RtTuple *pair = newTuple(2);
    pair->items[0] = makeInt(position);
    pair->items[1] = makeRef(rt_string_char_from(s, i));
    pairs = rt_array_push_ref(pairs, pair);
    i += charWidth(s->bytes[i]);
  }
  return pairs;
}

extern "C" RtArray *rt_string_splitn(const RtString *s, int64_t n,
                                     const RtString *separator) {
  RtArray *parts = rt_array_new(RtElemRef, 0);
  int64_t from = 0;
  while (n > 1 && separator->len > 0) {
    int64_t at = findBytes(s, separator, from);
    if (at < 0)
      break;
    parts = rt_array_push_ref(parts, part(s, from, at));
    from = at + separator->len;
    --n;
  }
  return n > 0 ? rt_array_push_ref(parts, part(s, from, s->len)) : parts;
}

extern "C" RtArray *rt_string_rsplit(const RtString *s,
                                     const RtString *separator) {
  return rt_array_reverse(rt_string_split(s, separator));
}

extern "C" void rt_string_split_once(RtAny *out, const RtString *s,
                                     const RtString *separator) {
  int64_t at = findBytes(s, separator, 0);
  if (at < 0)
    *out = makeRef(&rt_none);
  else
    givePair(out, part(s, 0, at), part(s, at + separator->len, s->len));
}

extern "C" void rt_string_rsplit_once(RtAny *out, const RtString *s,
                                      const RtString *separator) {
  int64_t at = findLast(s, separator, s->len);
  if (at < 0)
    *out = makeRef(&rt_none);
  else
    givePair(out, part(s, 0, at), part(s, at + separator->len, s->len));
}

extern "C" void rt_string_strip_prefix(RtAny *out, const RtString *s,
                                       const RtString *prefix) {
  if (standsAt(s, 0, prefix))
    giveSome(out, part(s, prefix->len, s->len));
  else
    *out = makeRef(&rt_none);
}

extern "C" void rt_string_strip_suffix(RtAny *out, const RtString *s,
                                       const RtString *suffix) {
  if (standsAt(s, s->len - suffix->len, suffix))
    giveSome(out, part(s, 0, s->len - suffix->len));
  else
    *out = makeRef(&rt_none);
}

static RtString *trimBy(const RtString *s, const RtString *what, bool atStart,
                        bool atEnd) {
  int64_t from = 0, to = s->len;
  while (atStart && what->len > 0 && to - from >= what->len &&
         standsAt(s, from, what))
    from += what->len;
  while (atEnd && what->len > 0 && to - from >= what->len &&
         standsAt(s, to - what->len, what))
    to -= what->len;
  return part(s, from, to);
}

extern "C" RtString *rt_string_trim_matches(const RtString *s,
                                            const RtString *part) {
  return trimBy(s, part, true, true);
}

extern "C" RtString *rt_string_trim_start_matches(const RtString *s,
                                                  const RtString *part) {
  return trimBy(s, part, true, false);
}

extern "C" RtString *rt_string_trim_end_matches(const RtString *s,
                                                const RtString *part) {
  return trimBy(s, part, false, true);
}

extern "C" int64_t rt_string_rfind(const RtString *s, const RtString *part) {
  int64_t at = findLast(s, part, s->len);
  if (at <= 0 || hasAsciiFlag(s))
    return at;
  int64_t count = 0;
  for (int64_t i = 0; i < at; i += charWidth(s->bytes[i]))
    ++count;
  return count;
}

extern "C" RtString *rt_string_center(const RtString *s, int64_t width,
                                      const RtString *fill) {
  int64_t count = rt_string_char_count(s);
  if (width <= count)
    return part(s, 0, s->len);
  RtString *left = rt_string_pad_left(s, count + (width - count) / 2, fill);
  RtString *both = rt_string_pad_right(left, width, fill);
  drop(left);
  return both;
}

extern "C" RtString *rt_string_join(const RtString *separator,
                                    const RtArray *a) {
  return rt_array_join(a, separator);
}

extern "C" RtString *rt_array_concat_strings(const RtArray *a) {
  return rt_array_join(a, emptyString());
}
