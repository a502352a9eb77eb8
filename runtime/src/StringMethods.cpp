//===- StringMethods.cpp - Methods of strings -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Trimming, splitting, replacing, padding and parsing.
///
//===----------------------------------------------------------------------===//

#include "Support.h"
#include "ruchy_rt/Convert.h"
#include "ruchy_rt/Number.h"

using namespace ruchy::rt;

/// White_Space of Unicode.
static bool isBlank(uint32_t c) {
  if (c <= ' ')
    return c == ' ' || (c >= 9 && c <= 13);
  return c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

static bool isBlankAt(const RtString *s, int64_t offset, int64_t &width) {
  width = charWidth(s->bytes[offset]);
  return isBlank(decodeChar(s->bytes + offset, width));
}

/// First byte at or after \p from that is no blank.
static int64_t skipBlanks(const RtString *s, int64_t from) {
  int64_t width;
  while (from < s->len && isBlankAt(s, from, width))
    from += width;
  return from;
}

/// End of the text without the blanks at its end, not before \p from.
static int64_t trimmedEnd(const RtString *s, int64_t from) {
  int64_t end = s->len;
  while (end > from) {
    int64_t start = end - 1, width;
    while (start > from && (s->bytes[start] & 0xC0) == 0x80)
      --start;
    if (!isBlankAt(s, start, width))
      break;
    end = start;
  }
  return end;
}

static RtString *part(const RtString *s, int64_t from, int64_t to) {
  if (from == 0 && to == s->len) {
    dup(s);
    return const_cast<RtString *>(s);
  }
  return rt_string_from(s->bytes + from, to - from);
}

extern "C" RtString *rt_string_trim(const RtString *s) {
  int64_t from = skipBlanks(s, 0);
  return part(s, from, trimmedEnd(s, from));
}

extern "C" RtString *rt_string_trim_start(const RtString *s) {
  return part(s, skipBlanks(s, 0), s->len);
}

extern "C" RtString *rt_string_trim_end(const RtString *s) {
  return part(s, 0, trimmedEnd(s, 0));
}

extern "C" RtString *rt_string_replace(const RtString *s, const RtString *from,
                                       const RtString *to) {
  if (from->len == 0) {
    Text text;
    for (int64_t i = 0; i < s->len;) {
      int64_t width = charWidth(s->bytes[i]);
      text.add(to).add(s->bytes + i, width);
      i += width;
    }
    return text.add(to).take();
  }
  int64_t at = findBytes(s, from, 0);
  if (at < 0)
    return part(s, 0, s->len);
  Text text;
  int64_t done = 0;
  for (; at >= 0; at = findBytes(s, from, done)) {
    text.add(s->bytes + done, at - done).add(to);
    done = at + from->len;
  }
  return text.add(s->bytes + done, s->len - done).take();
}

static RtArray *addPart(RtArray *parts, const RtString *s, int64_t from,
                        int64_t to) {
  return rt_array_push_ref(parts, rt_string_from(s->bytes + from, to - from));
}

extern "C" RtArray *rt_string_split(const RtString *s,
                                    const RtString *separator) {
  RtArray *parts = rt_array_new(RtElemRef, 4);
  if (separator->len == 0) {
    parts = addPart(parts, s, 0, 0);
    for (int64_t i = 0; i < s->len;) {
      int64_t width = charWidth(s->bytes[i]);
      parts = addPart(parts, s, i, i + width);
      i += width;
    }
    return addPart(parts, s, 0, 0);
  }
  int64_t from = 0;
  for (int64_t at = findBytes(s, separator, 0); at >= 0;
       at = findBytes(s, separator, from)) {
    parts = addPart(parts, s, from, at);
    from = at + separator->len;
  }
  return addPart(parts, s, from, s->len);
}

extern "C" RtArray *rt_string_split_whitespace(const RtString *s) {
  RtArray *parts = emptyArray(RtElemRef);
  int64_t from = skipBlanks(s, 0);
  while (from < s->len) {
    int64_t to = from, width;
    while (to < s->len && !isBlankAt(s, to, width))
      to += width;
    parts = addPart(parts, s, from, to);
    from = skipBlanks(s, to);
  }
  return parts;
}

extern "C" RtArray *rt_string_lines(const RtString *s) {
  RtArray *lines = emptyArray(RtElemRef);
  for (int64_t from = 0; from < s->len;) {
    int64_t to = from;
    while (to < s->len && s->bytes[to] != '\n')
      ++to;
    bool carriageReturn = to < s->len && to > from && s->bytes[to - 1] == '\r';
    lines = addPart(lines, s, from, to - carriageReturn);
    from = to + 1;
  }
  return lines;
}

/// \p fill repeated to \p count characters.
static void addFill(Text &text, const RtString *fill, int64_t count) {
  int64_t unit = rt_string_char_count(fill);
  for (; count >= unit && unit > 0; count -= unit)
    text.add(fill);
  if (count > 0 && unit > 0)
    text.add(fill->bytes, offsetOfChar(fill, count));
}

extern "C" RtString *rt_string_pad_left(const RtString *s, int64_t width,
                                        const RtString *fill) {
  Text text;
  addFill(text, fill, width - rt_string_char_count(s));
  return text.add(s).take();
}

extern "C" RtString *rt_string_pad_right(const RtString *s, int64_t width,
                                         const RtString *fill) {
  Text text;
  text.add(s);
  addFill(text, fill, width - rt_string_char_count(s));
  return text.take();
}

static RtStatus parseError(const RtString *s, const char *what,
                           const RtSite *site) {
  Text text;
  text.add("Failed to parse '").add(s).add("' as ").addZeroTerminated(what);
  return runtimeError(text, site);
}

extern "C" RtStatus rt_string_parse_int(int64_t *out, const RtString *s,
                                        const RtSite *site) {
  int32_t status = rt_parse_int(s->bytes, static_cast<size_t>(s->len), out);
  return status == RT_PARSE_OK ? nullptr : parseError(s, "integer", site);
}

extern "C" RtStatus rt_string_parse_float(double *out, const RtString *s,
                                          const RtSite *site) {
  int32_t status = rt_parse_float(s->bytes, static_cast<size_t>(s->len), out);
  return status == RT_PARSE_OK ? nullptr : parseError(s, "float", site);
}

extern "C" RtString *rt_string_fill(const RtString *format, const RtAny *values,
                                    int64_t n) {
  Text text;
  int64_t done = 0, used = 0;
  for (int64_t i = 0; i + 1 < format->len && used < n; ++i) {
    if (format->bytes[i] != '{' || format->bytes[i + 1] != '}')
      continue;
    text.add(format->bytes + done, i - done);
    text = Text(rt_string_append_display(text.take(), RT_PASS(values[used]),
                                         RtDisplayTop));
    ++used;
    done = i + 2;
    ++i;
  }
  return text.add(format->bytes + done, format->len - done).take();
}
