//===- StringParts.cpp - Characters and slices of strings -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Positions are characters; in strings flagged as ASCII they are bytes.
///
//===----------------------------------------------------------------------===//

#include "Support.h"

using namespace ruchy::rt;

static bool isContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

extern "C" int64_t rt_string_char_count(const RtString *s) {
  if (hasAsciiFlag(s))
    return s->len;
  int64_t count = 0;
  for (int64_t i = 0; i < s->len; ++i)
    count += !isContinuation(s->bytes[i]);
  return count;
}

int64_t ruchy::rt::offsetOfChar(const RtString *s, int64_t index) {
  if (hasAsciiFlag(s))
    return index;
  int64_t offset = 0;
  while (index-- > 0)
    offset += charWidth(s->bytes[offset]);
  return offset;
}

uint32_t ruchy::rt::decodeChar(const char *bytes, int64_t width) {
  auto lead = static_cast<unsigned char>(bytes[0]);
  if (width == 1)
    return lead;
  uint32_t c = lead & (0x7Fu >> width);
  for (int64_t i = 1; i < width; ++i)
    c = c << 6 | (static_cast<unsigned char>(bytes[i]) & 0x3F);
  return c;
}

int64_t ruchy::rt::encodeChar(char *bytes, uint32_t c) {
  if (c < 0x80) {
    bytes[0] = static_cast<char>(c);
    return 1;
  }
  int64_t width = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (int64_t i = width - 1; i > 0; --i, c >>= 6)
    bytes[i] = static_cast<char>(0x80 | (c & 0x3F));
  bytes[0] = static_cast<char>((0xF00u >> width) | c);
  return width;
}

extern "C" int64_t rt_string_char_width(const RtString *s, int64_t offset) {
  return charWidth(s->bytes[offset]);
}

extern "C" RtString *rt_string_char_from(const RtString *s, int64_t offset) {
  return rt_string_from(s->bytes + offset, charWidth(s->bytes[offset]));
}

/// The character at a position that may count from the end, if there is one.
static RtString *charAt(const RtString *s, int64_t index, int64_t &count) {
  count = rt_string_char_count(s);
  if (index < 0)
    index += count;
  if (index < 0 || index >= count)
    return nullptr;
  return rt_string_char_from(s, offsetOfChar(s, index));
}

extern "C" RtStatus rt_string_index(RtString **out, const RtString *s,
                                    int64_t i, const RtSite *site) {
  int64_t count;
  RtString *c = charAt(s, i, count);
  if (!c)
    return rt_error_index(i, count, RtKindString, site);
  *out = c;
  return nullptr;
}

extern "C" void rt_string_char_at(RtAny *out, const RtString *s, int64_t i) {
  int64_t count;
  RtString *c = i < 0 ? nullptr : charAt(s, i, count);
  *out = c ? makeRef(c) : makeNil();
}

extern "C" void rt_string_first(RtAny *out, const RtString *s) {
  rt_string_char_at(out, s, 0);
}

extern "C" void rt_string_last(RtAny *out, const RtString *s) {
  int64_t count;
  RtString *c = charAt(s, -1, count);
  *out = c ? makeRef(c) : makeNil();
}

static RtStatus boundError(const char *which, int64_t bound, int64_t len,
                           RtKind kind, const RtSite *site) {
  Text text;
  text.add("Range ").addZeroTerminated(which).add(" ").addInt(bound);
  text.add(" is out of bounds for ").addZeroTerminated(rt_kind_name(kind));
  text.add(" of length ").addInt(len);
  return runtimeError(text, site);
}

/// Counts a negative bound from the end; \p bound is open if nil.
static RtStatus resolveBound(int64_t &out, RtAny bound, int64_t open,
                             const char *which, int64_t len, RtKind kind,
                             const RtSite *site) {
  if (isKind(bound, RtKindNil)) {
    out = open;
    return nullptr;
  }
  if (RtStatus error = rt_range_bound(&out, RT_PASS(bound), site))
    return error;
  if (out >= 0)
    return nullptr;
  int64_t given = out;
  out += len;
  return out < 0 ? boundError(which, given, len, kind, site) : nullptr;
}

RtStatus ruchy::rt::sliceBounds(SliceBounds &out, RtAny lo, RtAny hi,
                                bool inclusive, int64_t len, RtKind kind,
                                const RtSite *site) {
  if (RtStatus error = resolveBound(out.start, lo, 0, "start", len, kind, site))
    return error;
  if (RtStatus error = resolveBound(out.end, hi, len, "end", len, kind, site))
    return error;
  bool written = !isKind(hi, RtKindNil);
  if (inclusive && written && out.end != INT64_MAX)
    ++out.end;
  if (out.start > out.end && (written || kind == RtKindString)) {
    Text text;
    text.add("Invalid range: start ").addInt(out.start);
    text.add(" is greater than end ").addInt(out.end);
    return runtimeError(text, site);
  }
  if (kind == RtKindString)
    return out.end > len ? boundError("end", out.end, len, kind, site)
                         : nullptr;
  if (out.end > len)
    out.end = len;
  if (out.start > out.end)
    out.start = out.end;
  return nullptr;
}

/// Characters [start, end) of \p s, which has them.
static RtString *charsBetween(const RtString *s, int64_t start, int64_t end) {
  int64_t from = offsetOfChar(s, start);
  int64_t to = from;
  if (hasAsciiFlag(s))
    to = end;
  else
    for (int64_t i = start; i < end; ++i)
      to += charWidth(s->bytes[to]);
  if (from == 0 && to == s->len) {
    dup(s);
    return const_cast<RtString *>(s);
  }
  return rt_string_from(s->bytes + from, to - from);
}

extern "C" RtStatus rt_string_slice(RtString **out, const RtString *s, RT_A(lo),
                                    RT_A(hi), int64_t inclusive,
                                    const RtSite *site) {
  SliceBounds bounds;
  if (RtStatus error = sliceBounds(bounds, {loPayload, loTag},
                                   {hiPayload, hiTag}, inclusive != 0,
                                   rt_string_char_count(s), RtKindString, site))
    return error;
  *out = charsBetween(s, bounds.start, bounds.end);
  return nullptr;
}

extern "C" RtString *rt_string_substring(const RtString *s, int64_t start,
                                         int64_t end) {
  int64_t count = rt_string_char_count(s);
  start = start < 0 ? 0 : start > count ? count : start;
  end = end > count ? count : end;
  return start >= end ? emptyString() : charsBetween(s, start, end);
}

extern "C" int64_t rt_string_find(const RtString *s, const RtString *part) {
  int64_t at = findBytes(s, part, 0);
  if (at <= 0 || hasAsciiFlag(s))
    return at;
  int64_t count = 0;
  for (int64_t i = 0; i < at; ++i)
    count += !isContinuation(s->bytes[i]);
  return count;
}

extern "C" RtArray *rt_string_chars(const RtString *s) {
  int64_t count = rt_string_char_count(s);
  if (count == 0)
    return emptyArray(RtElemRef);
  RtArray *chars = freshArray(RtElemRef, count, count);
  int64_t offset = 0;
  for (int64_t i = 0; i < count; ++i) {
    slot<int64_t>(chars, i) = payloadOf(rt_string_char_from(s, offset));
    offset += charWidth(s->bytes[offset]);
  }
  return chars;
}

extern "C" RtArray *rt_string_bytes(const RtString *s) {
  if (s->len == 0)
    return emptyArray(RtElemInt);
  RtArray *bytes = freshArray(RtElemInt, s->len, s->len);
  for (int64_t i = 0; i < s->len; ++i)
    slot<int64_t>(bytes, i) = static_cast<unsigned char>(s->bytes[i]);
  return bytes;
}

extern "C" RtString *rt_string_reverse(const RtString *s) {
  if (s->len <= 1)
    return rt_string_from(s->bytes, s->len);
  RtString *result = freshString(s->len, hasAsciiFlag(s));
  for (int64_t i = 0; i < s->len;) {
    int64_t width = charWidth(s->bytes[i]);
    __builtin_memcpy(result->bytes + s->len - i - width, s->bytes + i,
                     static_cast<size_t>(width));
    i += width;
  }
  return result;
}
