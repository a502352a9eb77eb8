//===- JsonTest.cpp - Tests of JSON -----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"
#include <random>

using namespace ruchy::rt::testing;

namespace {

class JsonTest : public RuntimeTest {};

/// The value of a text, or the error's message.
Value parse(const Value &text) {
  RtAny out;
  if (RtStatus error = rt_json_parse(&out, text.p(), text.t(), &TestSite)) {
    Value message(rt_error_text(error));
    rt_error_drop(error);
    return message;
  }
  return Value(out);
}

std::string write(const Value &value) {
  RtString *out;
  if (RtStatus error =
          rt_json_stringify(&out, value.p(), value.t(), &TestSite)) {
    std::string message = take(rt_error_text(error));
    rt_error_drop(error);
    return message;
  }
  return take(out);
}

bool equal(const Value &a, const Value &b) {
  return rt_any_equal(a.p(), a.t(), b.p(), b.t());
}

TEST_F(JsonTest, Scalars) {
  EXPECT_EQ(parse("42").text(), "42");
  EXPECT_EQ(parse("-0.5e1").text(), "-5.0");
  EXPECT_EQ(parse("9223372036854775807").kind(), RtKindInt);
  EXPECT_EQ(parse("9223372036854775808").kind(), RtKindFloat);
  EXPECT_EQ(parse("1e3").kind(), RtKindFloat);
  EXPECT_EQ(parse(" true ").text(), "true");
  EXPECT_EQ(parse("null").text(), "nil");
}

TEST_F(JsonTest, EscapesAndSurrogates) {
  EXPECT_EQ(parse(R"("\u00e9\ud83d\ude00\"\\\/\b\f\n\r\t")").text(),
            "\"\u00e9\U0001F600\"\\/\b\f\n\r\t\"");
  EXPECT_EQ(parse(R"("\ud83d")").text(),
            "\"JSON parse error: lone surrogate in escape at line 1 column "
            "8\"");
  EXPECT_EQ(parse(R"("\ude00")").kind(), RtKindString);
  EXPECT_EQ(write("\x01\x1f\"\\\n\u00e9"), R"("\u0001\u001f\"\\\n)"
                                           "\u00e9\"");
}

TEST_F(JsonTest, ErrorsHavePlaces) {
  EXPECT_EQ(parse("[1,\n 2,]").text(),
            "\"JSON parse error: expected value at line 2 column 4\"");
  EXPECT_EQ(parse("").text(),
            "\"JSON parse error: unexpected end of text at line 1 column 1\"");
  EXPECT_EQ(parse("1 2").text(),
            "\"JSON parse error: trailing characters at line 1 column 3\"");
  for (const char *bad :
       {"01",        "1.",     ".5",       "+1",         "1e",
        "-",         "tru",    "'x'",      "{a: 1}",     "[1 2]",
        "{\"a\" 1}", "\"open", "\"a\nb\"", "{\"a\":1,}", "[",
        "{",         "nan",    "[,1]",     "\"\\x\"",    "\"\\u12g4\""}) {
    Value text(bad);
    EXPECT_FALSE(rt_json_validate(text.p(), text.t())) << bad;
  }
}

TEST_F(JsonTest, NestingHasALimit) {
  auto nested = [](int n) { return std::string(n, '[') + std::string(n, ']'); };
  EXPECT_EQ(parse(nested(256).c_str()).kind(), RtKindArray);
  Value message = parse(nested(257).c_str());
  EXPECT_EQ(message.text(),
            "\"JSON parse error: nested too deep at line 1 column 257\"");
}

/// A random value of all kinds that JSON has.
Value makeRandom(std::mt19937_64 &random, int depth) {
  switch (random() % (depth > 0 ? 7 : 5)) {
  case 0:
    return Value();
  case 1:
    return Value(random() % 2 == 0);
  case 2:
    return Value(static_cast<int64_t>(random()) >> random() % 64);
  case 3: {
    double value = std::bit_cast<double>(random());
    return Value(value - value == 0 ? value : 0.5);
  }
  case 4: {
    RtString *text = rt_string_from("", 0);
    for (uint64_t n = random() % 6; n > 0; --n) {
      uint64_t c = random() % 4 ? random() % 0x180 : random() % 0x110000;
      if (c >= 0xD800 && c < 0xE000)
        c = '"';
      RtString *part = rt_int_to_char(static_cast<int64_t>(c));
      text = rt_string_append(text, part);
      rt_drop(part);
    }
    return Value(text);
  }
  case 5: {
    RtArray *array = rt_array_new(RtElemNone, 0);
    for (uint64_t n = random() % 5; n > 0; --n) {
      RtAny item = makeRandom(random, depth - 1).release();
      array = rt_array_push_any(array, item.payload, item.tag);
    }
    return Value(array);
  }
  default: {
    RtTable *map = rt_map_new(0);
    for (uint64_t n = random() % 5; n > 0; --n) {
      RtAny key = Value(std::to_string(random() % 9).c_str()).release();
      RtAny item = makeRandom(random, depth - 1).release();
      map = rt_map_put(map, key.payload, key.tag, item.payload, item.tag);
    }
    return Value(RtAny{static_cast<int64_t>(reinterpret_cast<uintptr_t>(map)),
                       RtKindMap});
  }
  }
}

TEST_F(JsonTest, WhatIsWrittenReadsBackEqual) {
  std::mt19937_64 random(4711);
  for (int i = 0; i < 20000; ++i) {
    Value value = makeRandom(random, 4);
    std::string text = write(value);
    Value back = parse(text.c_str());
    ASSERT_TRUE(equal(value, back)) << text;
    ASSERT_EQ(write(back), text);
    RtString *pretty;
    ASSERT_EQ(rt_json_pretty(&pretty, value.p(), value.t(), &TestSite),
              nullptr);
    ASSERT_TRUE(equal(value, parse(Value(pretty)))) << text;
  }
}

TEST_F(JsonTest, DamagedTextsNeverCrash) {
  std::mt19937_64 random(12);
  for (int i = 0; i < 20000; ++i) {
    std::string text = write(makeRandom(random, 3));
    for (int n = 0; n < 3 && !text.empty(); ++n) {
      size_t at = random() % text.size();
      if (random() % 2)
        text.erase(at, 1);
      else if (static_cast<unsigned char>(text[at]) < 0x80)
        text[at] = "[]{},:\"\\0u"[random() % 10];
    }
    Value damaged(text.c_str());
    rt_json_validate(damaged.p(), damaged.t());
  }
}

TEST_F(JsonTest, PathsReadAndWriteParts) {
  Value document = parse(R"({"a": {"b": [1, {"c": 5}]}})");
  auto get = [&](const Value &from, const char *path) {
    RtAny out;
    Value text(path);
    EXPECT_EQ(
        rt_json_get(&out, from.p(), from.t(), text.p(), text.t(), &TestSite),
        nullptr);
    return Value(out).text();
  };
  EXPECT_EQ(get(document, "a.b[1].c"), "5");
  EXPECT_EQ(get(document, "a.b.0"), "1");
  EXPECT_EQ(get(document, "a.x.y"), "nil");
  RtAny out;
  Value path("a.b[1].c"), fresh("x.y"), seven(7);
  ASSERT_EQ(rt_json_set(&out, document.p(), document.t(), path.p(), path.t(),
                        seven.p(), seven.t(), &TestSite),
            nullptr);
  Value changed(out);
  EXPECT_EQ(get(changed, "a.b[1].c"), "7");
  EXPECT_EQ(get(document, "a.b[1].c"), "5");
  ASSERT_EQ(rt_json_set(&out, document.p(), document.t(), fresh.p(), fresh.t(),
                        seven.p(), seven.t(), &TestSite),
            nullptr);
  EXPECT_EQ(write(Value(out)), R"({"a":{"b":[1,{"c":5}]},"x":{"y":7}})");
}

TEST_F(JsonTest, MergeKeepsBoth) {
  Value a = parse(R"({"x": 1, "in": {"p": 1, "q": 2}})");
  Value b = parse(R"({"in": {"q": 3}, "y": null})");
  RtAny out;
  ASSERT_EQ(rt_json_merge(&out, a.p(), a.t(), b.p(), b.t(), &TestSite),
            nullptr);
  EXPECT_EQ(write(Value(out)), R"({"x":1,"in":{"p":1,"q":3},"y":null})");
}

} // namespace
