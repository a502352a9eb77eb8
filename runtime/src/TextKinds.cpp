//===- TextKinds.cpp - Kinds of characters, and parsing ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Objects.h"
#include "ruchy_rt/Convert.h"
#include "ruchy_rt/Number.h"
#include "ruchy_rt/Options.h"
#include "ruchy_rt/Text.h"

using namespace ruchy::rt;

#include "LetterTables.inc"

//===----------------------------------------------------------------------===//
// Characters
//===----------------------------------------------------------------------===//

/// Whether a character is in a class of LetterTables.inc.
template <size_t N>
static bool isInTable(const uint8_t (&table)[N], uint32_t c) {
  uint32_t at = 0x80;
  bool inside = false;
  for (size_t i = 0; i < N; inside = !inside) {
    uint32_t length = 0;
    for (unsigned shift = 0;; shift += 7) {
      uint8_t byte = table[i++];
      length |= static_cast<uint32_t>(byte & 0x7F) << shift;
      if (!(byte & 0x80))
        break;
    }
    at += length;
    if (c < at)
      return inside;
  }
  return inside;
}

static bool isDigit(uint32_t c) { return c >= '0' && c <= '9'; }

static bool isAlphabetic(uint32_t c) {
  if (c < 0x80)
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return isInTable(AlphabeticTable, c);
}

static bool isNumeric(uint32_t c) {
  return c < 0x80 ? isDigit(c) : isInTable(NumericTable, c);
}

static bool isAlphanumeric(uint32_t c) {
  return isAlphabetic(c) || isNumeric(c);
}

static bool areAll(const RtString *s, bool (*test)(uint32_t)) {
  for (int64_t i = 0; i < s->len;) {
    int64_t width = charWidth(s->bytes[i]);
    if (!test(decodeChar(s->bytes + i, width)))
      return false;
    i += width;
  }
  return s->len > 0;
}

extern "C" bool rt_string_is_numeric(const RtString *s) {
  return areAll(s, isNumeric);
}

extern "C" bool rt_string_is_alphabetic(const RtString *s) {
  return areAll(s, isAlphabetic);
}

extern "C" bool rt_string_is_alphanumeric(const RtString *s) {
  return areAll(s, isAlphanumeric);
}

extern "C" bool rt_string_is_digit(const RtString *s) {
  return areAll(s, isDigit);
}

/// Whether \p convert changes every character and \p keep none.
static bool isInCase(const RtString *s, RtString *(*convert)(const RtString *),
                     RtString *(*keep)(const RtString *)) {
  RtString *same = keep(s);
  bool result = s->len > 0 && rt_string_equal(s, same);
  drop(same);
  for (int64_t i = 0; result && i < s->len; i += charWidth(s->bytes[i])) {
    RtString *c = rt_string_char_from(s, i);
    RtString *other = convert(c);
    result = !rt_string_equal(c, other);
    drop(c);
    drop(other);
  }
  return result;
}

extern "C" bool rt_string_is_uppercase(const RtString *s) {
  return isInCase(s, rt_string_to_lower, rt_string_to_upper);
}

extern "C" bool rt_string_is_lowercase(const RtString *s) {
  return isInCase(s, rt_string_to_upper, rt_string_to_lower);
}

extern "C" bool rt_string_is_whitespace(const RtString *s) {
  RtString *rest = rt_string_trim(s);
  bool result = s->len > 0 && rest->len == 0;
  drop(rest);
  return result;
}

extern "C" bool rt_string_is_ascii(const RtString *s) {
  return hasAsciiFlag(s);
}

extern "C" void rt_string_to_digit(RtAny *out, const RtString *s,
                                   int64_t base) {
  int64_t value = 99;
  char c = s->len == 1 ? s->bytes[0] : '\0';
  char lower = static_cast<char>(c | 0x20);
  if (c >= '0' && c <= '9')
    value = c - '0';
  else if (lower >= 'a' && lower <= 'z')
    value = lower - 'a' + 10;
  if (value < base)
    *out = makeRef(rt_option_new(RtCaseSome, value, RtKindInt));
  else
    *out = makeRef(&rt_none);
}

extern "C" RtString *rt_string_title(const RtString *s) {
  Text text;
  for (int64_t i = 0; i < s->len;) {
    int64_t start = i;
    while (i < s->len) {
      int64_t width = charWidth(s->bytes[i]);
      if (!isAlphanumeric(decodeChar(s->bytes + i, width)))
        break;
      i += width;
    }
    if (i > start) {
      RtString *word = rt_string_from(s->bytes + start, i - start);
      RtString *lower = rt_string_to_lower(word);
      RtString *title = rt_string_capitalize(lower);
      text.add(title);
      drop(word);
      drop(lower);
      drop(title);
      continue;
    }
    int64_t width = charWidth(s->bytes[i]);
    text.add(s->bytes + i, width);
    i += width;
  }
  return text.take();
}

//===----------------------------------------------------------------------===//
// Parsing
//===----------------------------------------------------------------------===//

template <int64_t N> static void giveErr(RtAny *out, const char (&message)[N]) {
  RtAny value = makeRef(Text().add(message).take());
  *out = makeRef(rt_option_new(RtCaseErr, RT_PASS(value)));
}

extern "C" void rt_string_parse(RtAny *out, const RtString *s) {
  int64_t integer;
  double number;
  switch (rt_parse_number(s->bytes, static_cast<size_t>(s->len), &integer,
                          &number)) {
  case RT_NUMBER_INT:
    *out = makeInt(integer);
    break;
  case RT_NUMBER_FLOAT:
    *out = makeFloat(number);
    break;
  default:
    giveErr(out, "invalid digit found in string");
  }
}

extern "C" void rt_string_parse_f64(RtAny *out, const RtString *s) {
  double number;
  if (rt_parse_float(s->bytes, static_cast<size_t>(s->len), &number) ==
      RT_PARSE_OK)
    *out = makeFloat(number);
  else
    giveErr(out, "invalid float literal");
}

extern "C" void rt_string_parse_bool(RtAny *out, const RtString *s) {
  RtString *word = rt_string_trim(s);
  bool isTrue = word->len == 4 && !__builtin_memcmp(word->bytes, "true", 4);
  bool isFalse = word->len == 5 && !__builtin_memcmp(word->bytes, "false", 5);
  drop(word);
  if (isTrue || isFalse)
    *out = makeBool(isTrue);
  else
    giveErr(out, "provided string was not `true` or `false`");
}

extern "C" void rt_string_parse_char(RtAny *out, const RtString *s) {
  int64_t count = rt_string_char_count(s);
  if (count == 1)
    *out = makeRef(rt_string_from(s->bytes, s->len));
  else if (count == 0)
    giveErr(out, "cannot parse char from empty string");
  else
    giveErr(out, "too many characters in string");
}

/// `parse_int() cannot parse string: 'x'`, or what it expects.
static RtStatus cannotParse(const char *function, RtAny value,
                            const RtSite *site) {
  Text text;
  text.addZeroTerminated(function);
  if (isKind(value, RtKindString)) {
    text.add("() cannot parse string: '").add(stringOf(value)).add("'");
    return runtimeError(text, site);
  }
  return typeError(text.add("() expects a string, got ").addKind(value), site);
}

extern "C" RtStatus rt_parse_int_of(int64_t *out, RT_A(text),
                                    const RtSite *site) {
  RtAny text = {textPayload, textTag};
  if (isKind(text, RtKindString) &&
      rt_parse_int(stringOf(text)->bytes,
                   static_cast<size_t>(stringOf(text)->len),
                   out) == RT_PARSE_OK)
    return nullptr;
  return cannotParse("parse_int", text, site);
}

extern "C" RtStatus rt_parse_float_of(double *out, RT_A(text),
                                      const RtSite *site) {
  RtAny text = {textPayload, textTag};
  if (isKind(text, RtKindString) &&
      rt_parse_float(stringOf(text)->bytes,
                     static_cast<size_t>(stringOf(text)->len),
                     out) == RT_PARSE_OK)
    return nullptr;
  return cannotParse("parse_float", text, site);
}

extern "C" RtStatus rt_char_code(int64_t *out, RT_A(text), const RtSite *site) {
  RtAny text = {textPayload, textTag};
  if (isKind(text, RtKindString) && stringOf(text)->len > 0 &&
      rt_string_char_count(stringOf(text)) == 1) {
    const RtString *s = stringOf(text);
    *out = decodeChar(s->bytes, s->len);
    return nullptr;
  }
  Text message;
  return typeError(message.add("ord() expects one character"), site);
}

extern "C" RtStatus rt_char_of_code(RtString **out, RT_A(code),
                                    const RtSite *site) {
  bool isSurrogate = codePayload >= 0xD800 && codePayload < 0xE000;
  if (rtKindOf(codeTag) == RtKindInt && codePayload >= 0 &&
      codePayload <= 0x10FFFF && !isSurrogate) {
    *out = rt_int_to_char(codePayload);
    return nullptr;
  }
  Text message;
  return typeError(message.add("chr() expects the code of a character"), site);
}
