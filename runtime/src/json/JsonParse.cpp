//===- JsonParse.cpp - Reading JSON -----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A recursive descent over RFC 8259. The text is valid UTF-8, as every string
/// of a program is.
///
//===----------------------------------------------------------------------===//

#include "Json.h"
#include "ruchy_rt/Number.h"

using namespace ruchy::rt;

namespace {
class Reader {
public:
  Reader(const char *bytes, int64_t len)
      : begin(bytes), at(bytes), end(bytes + len) {}

  bool readDocument(RtAny &out) {
    out = makeNil();
    skipBlanks();
    if (!readValue(out, 0))
      return false;
    skipBlanks();
    if (at == end)
      return true;
    dropAny(out);
    out = makeNil();
    return fail("trailing characters");
  }

  void describe(JsonProblem &problem) const {
    problem.message = message;
    for (const char *c = begin; c < at; ++c) {
      ++problem.column;
      if (*c == '\n') {
        ++problem.line;
        problem.column = 1;
      }
    }
  }

private:
  bool readValue(RtAny &out, int depth);
  bool readWord(const char *word, RtAny value, RtAny &out);
  bool readNumber(RtAny &out);
  bool readString(RtAny &out);
  bool readEscape(Text &text);
  bool readHex(uint32_t &unit);
  bool readUnicode(uint32_t &c);
  bool readArray(RtAny &out, int depth);
  bool readObject(RtAny &out, int depth);
  bool readMember(RtTable *&map, int depth);

  bool fail(const char *why) {
    message = why;
    return false;
  }
  /// The next byte, or 0 at the end, where a text has no byte 0 outside of
  /// strings either.
  char peek() const { return at < end ? *at : '\0'; }
  bool isDigit() const { return peek() >= '0' && peek() <= '9'; }
  void skipBlanks() {
    while (at < end &&
           (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
      ++at;
  }

  const char *begin;
  const char *at;
  const char *end;
  const char *message = nullptr;
};
} // namespace

bool Reader::readWord(const char *word, RtAny value, RtAny &out) {
  for (; *word; ++word, ++at)
    if (peek() != *word)
      return fail("expected value");
  out = value;
  return true;
}

bool Reader::readNumber(RtAny &out) {
  const char *start = at;
  bool isFloat = false;
  auto skipDigits = [&] {
    bool any = isDigit();
    while (isDigit())
      ++at;
    return any || fail("invalid number");
  };
  if (peek() == '-')
    ++at;
  if (peek() == '0')
    ++at;
  else if (!skipDigits())
    return false;
  if (peek() == '.') {
    isFloat = true;
    ++at;
    if (!skipDigits())
      return false;
  }
  if (peek() == 'e' || peek() == 'E') {
    isFloat = true;
    ++at;
    if (peek() == '+' || peek() == '-')
      ++at;
    if (!skipDigits())
      return false;
  }
  auto len = static_cast<size_t>(at - start);
  int64_t integer;
  if (!isFloat && rt_parse_int(start, len, &integer) == RT_PARSE_OK) {
    out = makeInt(integer);
    return true;
  }
  double number;
  rt_parse_float(start, len, &number);
  out = makeFloat(number);
  return true;
}

bool Reader::readHex(uint32_t &unit) {
  unit = 0;
  for (int i = 0; i < 4; ++i, ++at) {
    char c = peek();
    char lower = static_cast<char>(c | 0x20);
    if (isDigit())
      unit = unit << 4 | static_cast<uint32_t>(c - '0');
    else if (lower >= 'a' && lower <= 'f')
      unit = unit << 4 | static_cast<uint32_t>(lower - 'a' + 10);
    else
      return fail("invalid escape");
  }
  return true;
}

/// What follows `\u`: one unit, or a pair of surrogates.
bool Reader::readUnicode(uint32_t &c) {
  constexpr uint32_t High = 0xD800, Low = 0xDC00, Past = 0xE000;
  if (!readHex(c))
    return false;
  if (c < High || c >= Past)
    return true;
  uint32_t second;
  if (c >= Low || end - at < 2 || at[0] != '\\' || at[1] != 'u')
    return fail("lone surrogate in escape");
  at += 2;
  if (!readHex(second))
    return false;
  if (second < Low || second >= Past)
    return fail("lone surrogate in escape");
  c = 0x10000 + ((c - High) << 10) + (second - Low);
  return true;
}

/// What follows a backslash.
bool Reader::readEscape(Text &text) {
  static const char Names[] = "\"\\/bfnrt", Values[] = "\"\\/\b\f\n\r\t";
  char c = peek();
  for (int i = 0; Names[i]; ++i)
    if (Names[i] == c) {
      ++at;
      text.add(&Values[i], 1);
      return true;
    }
  if (c != 'u')
    return fail("invalid escape");
  ++at;
  uint32_t codePoint;
  if (!readUnicode(codePoint))
    return false;
  char bytes[4];
  text.add(bytes, encodeChar(bytes, codePoint));
  return true;
}

bool Reader::readString(RtAny &out) {
  const char *start = ++at;
  while (at < end && *at != '"' && *at != '\\' &&
         static_cast<unsigned char>(*at) >= ' ')
    ++at;
  if (peek() == '"') {
    out = makeRef(rt_string_from(start, at - start));
    ++at;
    return true;
  }
  Text text;
  text.add(start, at - start);
  bool isRead = true;
  while (isRead && at < end && *at != '"') {
    start = at;
    if (*at == '\\') {
      ++at;
      isRead = readEscape(text);
      continue;
    }
    if (static_cast<unsigned char>(*at) < ' ') {
      isRead = fail("control character in string");
      continue;
    }
    while (at < end && *at != '"' && *at != '\\' &&
           static_cast<unsigned char>(*at) >= ' ')
      ++at;
    text.add(start, at - start);
  }
  if (isRead && at == end)
    isRead = fail("end of text in string");
  RtString *result = text.take();
  if (!isRead) {
    drop(result);
    return false;
  }
  ++at;
  out = makeRef(result);
  return true;
}

bool Reader::readArray(RtAny &out, int depth) {
  ++at;
  skipBlanks();
  RtArray *array = rt_array_new(RtElemNone, 0);
  bool isRead = true, isFirst = true;
  while (isRead && peek() != ']') {
    if (!isFirst) {
      if (peek() != ',') {
        isRead = fail("expected `,` or `]`");
        break;
      }
      ++at;
      skipBlanks();
    }
    isFirst = false;
    RtAny element;
    isRead = readValue(element, depth);
    if (isRead) {
      array = rt_array_push_any(array, RT_PASS(element));
      skipBlanks();
    }
  }
  if (!isRead) {
    drop(array);
    return false;
  }
  ++at;
  out = makeRef(array);
  return true;
}

bool Reader::readMember(RtTable *&map, int depth) {
  RtAny key, value;
  if (peek() != '"')
    return fail("expected key in quotes");
  if (!readString(key))
    return false;
  skipBlanks();
  if (peek() != ':') {
    dropAny(key);
    return fail("expected `:`");
  }
  ++at;
  skipBlanks();
  if (!readValue(value, depth)) {
    dropAny(key);
    return false;
  }
  map = rt_map_put(map, RT_PASS(key), RT_PASS(value));
  skipBlanks();
  return true;
}

bool Reader::readObject(RtAny &out, int depth) {
  ++at;
  skipBlanks();
  RtTable *map = rt_map_new(0);
  bool isRead = true, isFirst = true;
  while (isRead && peek() != '}') {
    if (!isFirst) {
      if (peek() != ',') {
        isRead = fail("expected `,` or `}`");
        break;
      }
      ++at;
      skipBlanks();
    }
    isFirst = false;
    isRead = readMember(map, depth);
  }
  if (!isRead) {
    drop(map);
    return false;
  }
  ++at;
  out = makeRef(map);
  return true;
}

bool Reader::readValue(RtAny &out, int depth) {
  switch (peek()) {
  case '{':
  case '[':
    if (depth == JsonMaxDepth)
      return fail("nested too deep");
    return *at == '[' ? readArray(out, depth + 1) : readObject(out, depth + 1);
  case '"':
    return readString(out);
  case 't':
    return readWord("true", makeBool(true), out);
  case 'f':
    return readWord("false", makeBool(false), out);
  case 'n':
    return readWord("null", makeNil(), out);
  case '-':
    return readNumber(out);
  default:
    if (isDigit())
      return readNumber(out);
    return fail(at < end ? "expected value" : "unexpected end of text");
  }
}

RtAny ruchy::rt::parseJson(const char *bytes, int64_t len,
                           JsonProblem &problem) {
  Reader reader(bytes, len);
  RtAny value;
  if (!reader.readDocument(value)) {
    reader.describe(problem);
    return makeNil();
  }
  return value;
}

RtStatus ruchy::rt::jsonError(const JsonProblem &problem, const RtSite *site) {
  Text text;
  text.add("JSON parse error: ").addZeroTerminated(problem.message);
  text.add(" at line ").addInt(problem.line).add(" column ");
  return runtimeError(text.addInt(problem.column), site);
}

RtStatus ruchy::rt::notString(const char *function, RtAny value,
                              const RtSite *site) {
  Text text;
  text.addZeroTerminated(function).add("() expects a string, got ");
  return typeError(text.addKind(value), site);
}

extern "C" RtStatus rt_json_parse(RtAny *out, RT_A(text), const RtSite *site) {
  RtAny text = {textPayload, textTag};
  if (!isKind(text, RtKindString))
    return notString("parse_json", text, site);
  JsonProblem problem;
  RtAny value = parseJson(stringOf(text)->bytes, stringOf(text)->len, problem);
  if (problem.message)
    return jsonError(problem, site);
  *out = value;
  return nullptr;
}

extern "C" bool rt_json_validate(RT_A(text)) {
  RtAny text = {textPayload, textTag};
  if (!isKind(text, RtKindString))
    return false;
  JsonProblem problem;
  dropAny(parseJson(stringOf(text)->bytes, stringOf(text)->len, problem));
  return !problem.message;
}
