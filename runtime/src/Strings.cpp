//===- Strings.cpp - Making, joining and comparing strings ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Strings grow by doubling when their only owner appends.
///
//===----------------------------------------------------------------------===//

#include "Support.h"
#include "ruchy_rt/Number.h"

using namespace ruchy::rt;

static RtString *newString(int64_t len, int64_t cap, uint32_t flags) {
  if (cap > ObjectMax)
    rt_fatal("out of memory");
  uint64_t size = blockSize(static_cast<uint64_t>(RtHeadSize + cap));
  auto *s = static_cast<RtString *>(allocate(size));
  s->h = {1, RtKindString | flags};
  s->len = len;
  s->cap = static_cast<int64_t>(size) - RtHeadSize;
  return s;
}

RtString *ruchy::rt::freshString(int64_t len, bool ascii) {
  return newString(len, len, ascii ? RtStringAscii : 0);
}

bool ruchy::rt::isAscii(const char *bytes, int64_t len) {
  uint64_t high = 0;
  int64_t i = 0;
  for (; i + 8 <= len; i += 8) {
    uint64_t word;
    __builtin_memcpy(&word, bytes + i, 8);
    high |= word;
  }
  for (; i < len; ++i)
    high |= static_cast<unsigned char>(bytes[i]);
  return !(high & 0x8080808080808080);
}

extern "C" RtString *rt_string_from(const char *bytes, int64_t len) {
  if (len <= 0)
    return emptyString();
  if (len == 1 && static_cast<unsigned char>(bytes[0]) < 0x80)
    return byteString(static_cast<unsigned char>(bytes[0]));
  RtString *s = freshString(len, isAscii(bytes, len));
  __builtin_memcpy(s->bytes, bytes, static_cast<size_t>(len));
  return s;
}

extern "C" RtString *rt_string_reserve(int64_t cap) {
  return newString(0, cap < 16 ? 16 : cap, RtStringAscii);
}

extern "C" RtString *rt_string_concat(const RtString *a, const RtString *b) {
  if (a->len == 0 || b->len == 0) {
    const RtString *same = a->len == 0 ? b : a;
    dup(same);
    return const_cast<RtString *>(same);
  }
  RtString *s =
      freshString(a->len + b->len, hasAsciiFlag(a) && hasAsciiFlag(b));
  __builtin_memcpy(s->bytes, a->bytes, static_cast<size_t>(a->len));
  __builtin_memcpy(s->bytes + a->len, b->bytes, static_cast<size_t>(b->len));
  return s;
}

extern "C" RtString *rt_string_grow(RtString *a, int64_t more) {
  int64_t len = a->len;
  int64_t wanted = len + more;
  if (wanted < len * 2)
    wanted = len * 2;
  if (!isUnique(a)) {
    RtString *s = newString(len, wanted, a->h.type & RtStringAscii);
    __builtin_memcpy(s->bytes, a->bytes, static_cast<size_t>(len));
    drop(a);
    return s;
  }
  if (wanted > ObjectMax)
    rt_fatal("out of memory");
  uint64_t size = blockSize(static_cast<uint64_t>(RtHeadSize + wanted));
  a = static_cast<RtString *>(
      rt_realloc(a, static_cast<uint64_t>(RtHeadSize + a->cap), size));
  a->cap = static_cast<int64_t>(size) - RtHeadSize;
  return a;
}

extern "C" RtString *rt_string_append_text(RtString *a, const RtString *b) {
  int64_t len = a->len, more = b->len;
  uint32_t keep = b->h.type | ~RtStringAscii;
  if (more == 0)
    return a;
  if (!isUnique(a) || a->cap - len < more) {
    RtString *grown = rt_string_grow(a, more);
    if (a == b)
      b = grown;
    a = grown;
  }
  __builtin_memcpy(a->bytes + len, b->bytes, static_cast<size_t>(more));
  a->len = len + more;
  a->h.type &= keep;
  return a;
}

extern "C" RtString *rt_string_append_bytes(RtString *a, const char *bytes,
                                            int64_t len) {
  if (len <= 0)
    return a;
  if (!isUnique(a) || a->cap - a->len < len)
    a = rt_string_grow(a, len);
  __builtin_memcpy(a->bytes + a->len, bytes, static_cast<size_t>(len));
  a->len += len;
  if (!isAscii(bytes, len))
    a->h.type &= ~RtStringAscii;
  return a;
}

extern "C" RtString *rt_string_append_int(RtString *a, int64_t value) {
  char text[RT_INT_TEXT_MAX];
  return rt_string_append_bytes(
      a, text, static_cast<int64_t>(rt_int_to_text(text, value)));
}

extern "C" RtString *rt_string_append_float(RtString *a, double value) {
  char text[RT_FLOAT_TEXT_MAX];
  return rt_string_append_bytes(
      a, text, static_cast<int64_t>(rt_float_to_text(text, value)));
}

extern "C" RtString *rt_string_append_float_display(RtString *a, double value) {
  char text[RT_FLOAT_TEXT_MAX];
  return rt_string_append_bytes(
      a, text, static_cast<int64_t>(rt_float_display(text, value)));
}

extern "C" RtString *rt_string_append_bool(RtString *a, int64_t value) {
  return value ? rt_string_append_bytes(a, "true", 4)
               : rt_string_append_bytes(a, "false", 5);
}

extern "C" RtString *rt_string_repeat(const RtString *s, int64_t n) {
  if (n <= 0 || s->len == 0)
    return emptyString();
  int64_t len;
  if (__builtin_mul_overflow(s->len, n, &len) || len > ObjectMax)
    rt_fatal("out of memory");
  RtString *result = freshString(len, hasAsciiFlag(s));
  __builtin_memcpy(result->bytes, s->bytes, static_cast<size_t>(s->len));
  for (int64_t done = s->len; done < len;) {
    int64_t part = done < len - done ? done : len - done;
    __builtin_memcpy(result->bytes + done, result->bytes,
                     static_cast<size_t>(part));
    done += part;
  }
  return result;
}

extern "C" bool rt_string_equal(const RtString *a, const RtString *b) {
  return a == b || (a->len == b->len &&
                    __builtin_memcmp(a->bytes, b->bytes,
                                     static_cast<size_t>(a->len)) == 0);
}

extern "C" int64_t rt_string_compare(const RtString *a, const RtString *b) {
  int64_t len = a->len < b->len ? a->len : b->len;
  int order = __builtin_memcmp(a->bytes, b->bytes, static_cast<size_t>(len));
  if (order != 0)
    return order < 0 ? -1 : 1;
  return (a->len > b->len) - (a->len < b->len);
}

extern "C" bool rt_string_is_empty(const RtString *s) { return s->len == 0; }

int64_t ruchy::rt::findBytes(const RtString *text, const RtString *part,
                             int64_t from) {
  int64_t len = part->len;
  if (len == 0)
    return from;
  for (int64_t i = from; i + len <= text->len; ++i)
    if (text->bytes[i] == part->bytes[0] &&
        __builtin_memcmp(text->bytes + i, part->bytes,
                         static_cast<size_t>(len)) == 0)
      return i;
  return -1;
}

extern "C" bool rt_string_contains(const RtString *s, const RtString *part) {
  return findBytes(s, part, 0) >= 0;
}

extern "C" bool rt_string_starts_with(const RtString *s,
                                      const RtString *prefix) {
  return s->len >= prefix->len &&
         __builtin_memcmp(s->bytes, prefix->bytes,
                          static_cast<size_t>(prefix->len)) == 0;
}

extern "C" bool rt_string_ends_with(const RtString *s, const RtString *suffix) {
  return s->len >= suffix->len &&
         __builtin_memcmp(s->bytes + s->len - suffix->len, suffix->bytes,
                          static_cast<size_t>(suffix->len)) == 0;
}

extern "C" int64_t rt_string_count(const RtString *s, const RtString *part) {
  if (part->len == 0)
    return rt_string_char_count(s) + 1;
  int64_t count = 0;
  for (int64_t at = findBytes(s, part, 0); at >= 0;
       at = findBytes(s, part, at + part->len))
    ++count;
  return count;
}
