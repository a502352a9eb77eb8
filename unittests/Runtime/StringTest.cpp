//===- StringTest.cpp - Strings ---------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"

using namespace ruchy::rt::testing;

namespace {
class StringTest : public RuntimeTest {};

Value S(const char *text) { return Value(text); }

TEST_F(StringTest, AsciiFlagIsExact) {
  for (const char *text :
       {"", "a", "abcdefghij", "h\xC3\xA9llo", "\xE2\x82\xAC"}) {
    bool ascii = true;
    for (const char *c = text; *c; ++c)
      ascii &= static_cast<unsigned char>(*c) < 128;
    EXPECT_EQ(S(text).string()->h.type & RtStringAscii,
              ascii ? RtStringAscii : 0)
        << text;
  }
  Value joined(rt_string_concat(S("abc").string(), S("\xC3\xA9").string()));
  EXPECT_FALSE(joined.string()->h.type & RtStringAscii);
}

TEST_F(StringTest, AppendGrowsInPlaceWhenUnique) {
  Value text(rt_string_reserve(100));
  RtString *block = text.string();
  for (int i = 0; i < 25; ++i)
    text = Value(rt_string_append(text.releaseString(), S("abcd").string()));
  EXPECT_EQ(text.string(), block);
  EXPECT_EQ(text.string()->len, 100);
}

TEST_F(StringTest, AppendCopiesWhenShared) {
  Value a("first"), b = a;
  b = Value(rt_string_append(b.releaseString(), S(" \xC3\xA9").string()));
  EXPECT_EQ(textOf(a.string()), "first");
  EXPECT_EQ(textOf(b.string()), "first \xC3\xA9");
  EXPECT_FALSE(b.string()->h.type & RtStringAscii);
}

TEST_F(StringTest, AppendOfItself) {
  Value a("0123456789abcdef");
  Value other = a;
  a = Value(rt_string_append(a.releaseString(), other.string()));
  EXPECT_EQ(textOf(a.string()), "0123456789abcdef0123456789abcdef");
  RtString *unique = a.releaseString();
  unique = rt_string_append(unique, unique);
  EXPECT_EQ(take(unique).size(), 64u);
  // A block that moves when it grows.
  std::string large(200000, 'z');
  unique = rt_string_from(large.data(), static_cast<int64_t>(large.size()));
  unique = rt_string_append(unique, unique);
  EXPECT_EQ(take(unique), large + large);
}

TEST_F(StringTest, AMillionAppendsAreLinear) {
  Value text("");
  for (int i = 0; i < 1000000; ++i)
    text = Value(rt_string_append(text.releaseString(), S("x").string()));
  EXPECT_EQ(text.string()->len, 1000000);
  EXPECT_EQ(text.string()->bytes[999999], 'x');
}

std::string index(const Value &s, int64_t i) {
  RtString *out;
  RtStatus error = rt_string_index(&out, s.string(), i, &TestSite);
  return error ? messageOf(error) : take(out);
}

TEST_F(StringTest, IndexCountsCharacters) {
  Value s("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z");
  EXPECT_EQ(rt_string_len(s.string()), 11);
  EXPECT_EQ(rt_string_char_count(s.string()), 5);
  EXPECT_EQ(index(s, 0), "a");
  EXPECT_EQ(index(s, 1), "\xC3\xA9");
  EXPECT_EQ(index(s, -2), "\xF0\x9F\x98\x80");
  EXPECT_EQ(index(s, 4), "z");
  EXPECT_EQ(index(s, 5),
            "RuntimeError: Index 5 out of bounds for string of length 5");
  EXPECT_EQ(index(S("abc"), -4),
            "RuntimeError: Index -4 out of bounds for string of length 3");
}

std::string slice(const Value &s, Value lo, Value hi, bool inclusive = false) {
  RtString *out;
  RtStatus error = rt_string_slice(&out, s.string(), lo.p(), lo.t(), hi.p(),
                                   hi.t(), inclusive, &TestSite);
  return error ? messageOf(error) : take(out);
}

TEST_F(StringTest, Slices) {
  Value s("a\xC3\xA9z");
  EXPECT_EQ(slice(s, 0, 2), "a\xC3\xA9");
  EXPECT_EQ(slice(s, 1, Value()), "\xC3\xA9z");
  EXPECT_EQ(slice(s, Value(), -1), "a\xC3\xA9");
  EXPECT_EQ(slice(s, 1, 1, true), "\xC3\xA9");
  EXPECT_EQ(slice(s, 0, -1, true), "a\xC3\xA9z");
  EXPECT_EQ(slice(s, 3, 3), "");
  EXPECT_EQ(slice(s, 0, 9), "RuntimeError: Range end 9 is out of bounds for "
                            "string of length 3");
  EXPECT_EQ(slice(s, 2, 1),
            "RuntimeError: Invalid range: start 2 is greater than end 1");
  EXPECT_EQ(slice(s, 5, Value()),
            "RuntimeError: Invalid range: start 5 is greater than end 3");
  EXPECT_EQ(slice(s, -4, 1), "RuntimeError: Range start -4 is out of bounds "
                             "for string of length 3");
}

TEST_F(StringTest, CaseMapping) {
  auto upper = [](const char *s) {
    return take(rt_string_to_upper(S(s).string()));
  };
  auto lower = [](const char *s) {
    return take(rt_string_to_lower(S(s).string()));
  };
  EXPECT_EQ(upper("abc xyz 1"), "ABC XYZ 1");
  EXPECT_EQ(upper("z"), "Z");
  EXPECT_EQ(upper(""), "");
  EXPECT_EQ(lower("ABC"), "abc");
  EXPECT_EQ(upper("stra\u00DFe \u00E9\u00FF\u0161\u03B1\u0436"),
            "STRASSE \u00C9\u0178\u0160\u0391\u0416");
  EXPECT_EQ(lower("\u00C9\u0178\u0160\u0391\u0416\u0130"),
            "\u00E9\u00FF\u0161\u03B1\u0436i\u0307");
  EXPECT_EQ(lower("\u039F\u0394\u039F\u03A3 \u03A3"),
            "\u03BF\u03B4\u03BF\u03C2 \u03C3");
  EXPECT_EQ(take(rt_string_capitalize(S("hELLO").string())), "Hello");
}

TEST_F(StringTest, TrimKnowsUnicodeBlanks) {
  Value s(" \t\u00A0\u3000ab c\u2003\n");
  EXPECT_EQ(take(rt_string_trim(s.string())), "ab c");
  EXPECT_EQ(take(rt_string_trim_start(s.string())), "ab c\u2003\n");
  EXPECT_EQ(take(rt_string_trim_end(S("x  ").string())), "x");
  EXPECT_EQ(take(rt_string_trim(S("  ").string())), "");
}

std::string split(const char *s, const char *separator) {
  return Value(rt_string_split(S(s).string(), S(separator).string())).text();
}

TEST_F(StringTest, SplitsAsRustDoes) {
  EXPECT_EQ(split("a,b,,c", ","), "[\"a\", \"b\", \"\", \"c\"]");
  EXPECT_EQ(split("abc", ","), "[\"abc\"]");
  EXPECT_EQ(split("", ","), "[\"\"]");
  EXPECT_EQ(split(",", ","), "[\"\", \"\"]");
  EXPECT_EQ(split("a\u00E9", ""), "[\"\", \"a\", \"\u00E9\", \"\"]");
  EXPECT_EQ(split("a--b", "--"), "[\"a\", \"b\"]");
  EXPECT_EQ(Value(rt_string_split_whitespace(S("  a  bc ").string())).text(),
            "[\"a\", \"bc\"]");
  EXPECT_EQ(Value(rt_string_lines(S("a\r\nb\n\nc").string())).text(),
            "[\"a\", \"b\", \"\", \"c\"]");
  EXPECT_EQ(Value(rt_string_lines(S("a\n").string())).text(), "[\"a\"]");
  EXPECT_EQ(Value(rt_string_chars(S("a\u00E9").string())).text(),
            "[\"a\", \"\u00E9\"]");
}

TEST_F(StringTest, ReplaceAndRepeat) {
  auto replace = [](const char *s, const char *from, const char *to) {
    return take(
        rt_string_replace(S(s).string(), S(from).string(), S(to).string()));
  };
  EXPECT_EQ(replace("banana", "an", "<>"), "b<><>a");
  EXPECT_EQ(replace("banana", "x", "y"), "banana");
  EXPECT_EQ(replace("ab", "", "-"), "-a-b-");
  EXPECT_EQ(take(rt_string_repeat(S("ab\u00E9").string(), 3)),
            "ab\u00E9ab\u00E9ab\u00E9");
  EXPECT_EQ(take(rt_string_repeat(S("ab").string(), -1)), "");
}

TEST_F(StringTest, Searching) {
  Value s("\u00E9bcbc");
  EXPECT_TRUE(rt_string_contains(s.string(), S("cb").string()));
  EXPECT_FALSE(rt_string_contains(s.string(), S("cc").string()));
  EXPECT_TRUE(rt_string_contains(s.string(), S("").string()));
  EXPECT_EQ(rt_string_find(s.string(), S("bc").string()), 1);
  EXPECT_EQ(rt_string_find(s.string(), S("x").string()), -1);
  EXPECT_EQ(rt_string_count(s.string(), S("bc").string()), 2);
  EXPECT_TRUE(rt_string_starts_with(s.string(), S("\u00E9").string()));
  EXPECT_FALSE(rt_string_ends_with(s.string(), S("longer than all").string()));
  EXPECT_EQ(rt_string_compare(S("ab").string(), S("b").string()), -1);
  EXPECT_EQ(rt_string_compare(S("ab").string(), S("a").string()), 1);
}

TEST_F(StringTest, FillReplacesPlaceholdersInOrder) {
  RtAny values[] = {{1, RtKindInt}, {2, RtKindInt}};
  auto fill = [&](const char *format, int64_t n) {
    return take(rt_string_fill(S(format).string(), values, n));
  };
  EXPECT_EQ(fill("{} + {} = {}", 2), "1 + 2 = {}");
  EXPECT_EQ(fill("{}", 2), "1");
  EXPECT_EQ(fill("{:?} {", 1), "{:?} {");
}
} // namespace
