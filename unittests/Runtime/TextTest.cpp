//===- TextTest.cpp - Tests of methods of strings and numbers ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"

using namespace ruchy::rt::testing;

namespace {

class TextTest : public RuntimeTest {};

/// Calls a method by name; the text of the result or of the error.
std::string call(const Value &self, const char *name,
                 std::initializer_list<Value> args = {}) {
  std::vector<RtAny> list;
  for (const Value &arg : args)
    list.push_back(arg.get());
  RtAny out;
  if (RtStatus error = rt_any_call_method(
          &out, self.p(), self.t(), name, static_cast<int64_t>(strlen(name)),
          list.data(), static_cast<int64_t>(list.size()), &TestSite)) {
    std::string message = take(rt_error_text(error));
    rt_error_drop(error);
    return message;
  }
  return Value(out).text();
}

TEST_F(TextTest, Parts) {
  EXPECT_EQ(call("h\u00e9llo", "nth", {1}), "Some(\"\u00e9\")");
  EXPECT_EQ(call("h", "nth", {1}), "None");
  EXPECT_EQ(call("\u00e9x", "char_indices"), "[(0, \"\u00e9\"), (1, \"x\")]");
  EXPECT_EQ(call("a,b,c", "splitn", {2, ","}), "[\"a\", \"b,c\"]");
  EXPECT_EQ(call("a,b,c", "rsplit", {","}), "[\"c\", \"b\", \"a\"]");
  EXPECT_EQ(call("k=v=w", "split_once", {"="}), "Some((\"k\", \"v=w\"))");
  EXPECT_EQ(call("k=v=w", "rsplit_once", {"="}), "Some((\"k=v\", \"w\"))");
  EXPECT_EQ(call("kv", "split_once", {"="}), "None");
  EXPECT_EQ(call("prefix", "strip_prefix", {"pre"}), "Some(\"fix\")");
  EXPECT_EQ(call("prefix", "strip_suffix", {"pre"}), "None");
  EXPECT_EQ(call("xxaxx", "trim_matches", {"x"}), "\"a\"");
  EXPECT_EQ(call("xxx", "trim_matches", {"xx"}), "\"x\"");
  EXPECT_EQ(call("\u00e9a\u00e9a", "rfind", {"a"}), "3");
  EXPECT_EQ(call("abc", "rfind", {"x"}), "nil");
}

TEST_F(TextTest, KindsOfCharacters) {
  EXPECT_EQ(call("ab\u00e9\u0436\u65e5", "is_alphabetic"), "true");
  EXPECT_EQ(call("ab1", "is_alphabetic"), "false");
  EXPECT_EQ(call("", "is_alphabetic"), "false");
  EXPECT_EQ(call("12\u0664", "is_numeric"), "true");
  EXPECT_EQ(call("12\u0664", "is_digit"), "false");
  EXPECT_EQ(call("a1", "is_alphanumeric"), "true");
  EXPECT_EQ(call("a_1", "is_alphanumeric"), "false");
  EXPECT_EQ(call("\u00c9A", "is_uppercase"), "true");
  EXPECT_EQ(call("\u00c9a", "is_uppercase"), "false");
  EXPECT_EQ(call("1", "is_lowercase"), "false");
  EXPECT_EQ(call("\u3000 \t", "is_whitespace"), "true");
  EXPECT_EQ(call("f", "to_digit", {16}), "Some(15)");
  EXPECT_EQ(call("f", "to_digit", {10}), "None");
}

TEST_F(TextTest, ParsingGivesValues) {
  EXPECT_EQ(call(" 7 ", "parse"), "7");
  EXPECT_EQ(call("7.5", "parse"), "7.5");
  EXPECT_EQ(call("x", "parse"), "Err(\"invalid digit found in string\")");
  EXPECT_EQ(call("7", "parse_f64"), "7.0");
  EXPECT_EQ(call("true", "parse_bool"), "true");
  EXPECT_EQ(call("\u00e9", "parse_char"), "\"\u00e9\"");
  EXPECT_EQ(call("ab", "parse_char"), "Err(\"too many characters in string\")");
}

TEST_F(TextTest, Integers) {
  constexpr int64_t Max = INT64_MAX, Min = INT64_MIN;
  EXPECT_EQ(call(Value(Max), "wrapping_add", {1}), "-9223372036854775808");
  EXPECT_EQ(call(Value(Max), "wrapping_mul", {Value(Max)}), "1");
  EXPECT_EQ(call(3, "wrapping_pow", {41}), "-420491770248316829");
  EXPECT_EQ(call(Value(Max), "saturating_add", {1}), "9223372036854775807");
  EXPECT_EQ(call(Value(Max), "saturating_mul", {-2}), "-9223372036854775808");
  EXPECT_EQ(call(-3, "saturating_pow", {41}), "-9223372036854775808");
  EXPECT_EQ(call(Value(Min), "checked_div", {-1}), "None");
  EXPECT_EQ(call(7, "checked_rem", {4}), "Some(3)");
  EXPECT_EQ(call(2, "checked_pow", {63}), "None");
  EXPECT_EQ(call(3, "pow", {40}), "Integer overflow in power");
  EXPECT_EQ(call(-7, "rem_euclid", {3}), "2");
  EXPECT_EQ(call(-7, "div_euclid", {3}), "-3");
  EXPECT_EQ(call(7, "div_euclid", {0}), "Division by zero");
  EXPECT_EQ(call(255, "count_ones"), "8");
  EXPECT_EQ(call(0, "leading_zeros"), "64");
  EXPECT_EQ(call(-3, "is_odd"), "true");
  EXPECT_EQ(call(15, "clamp", {0, 10}), "10");
  EXPECT_EQ(call(5, "frob"), "Method 'frob' not found for type integer");
}

TEST_F(TextTest, Floats) {
  EXPECT_EQ(call(-2.7, "trunc"), "-2.0");
  EXPECT_EQ(call(-0.0, "signum"), "-1.0");
  EXPECT_EQ(call(8.0, "log", {2}), "3.0");
  EXPECT_EQ(call(180.0, "to_radians"), "3.141592653589793");
  EXPECT_EQ(call(1.5, "clamp", {2, 3}), "2.0");
  EXPECT_EQ(call(-5.5, "rem_euclid", {2}), "0.5");
  EXPECT_EQ(call(3, "hypot", {4}), "5.0");
}

TEST_F(TextTest, PathsAreStrings) {
  auto part = [](auto function, const char *text) {
    Value path(text);
    RtAny out;
    EXPECT_EQ(function(&out, path.p(), path.t(), &TestSite), nullptr);
    return Value(out).text();
  };
  EXPECT_EQ(part(rt_path_parent, "/a/b"), "\"/a\"");
  EXPECT_EQ(part(rt_path_parent, "/a"), "\"/\"");
  EXPECT_EQ(part(rt_path_parent, "/"), "nil");
  EXPECT_EQ(part(rt_path_file_name, "a/.."), "nil");
  EXPECT_EQ(part(rt_path_file_stem, ".profile"), "\".profile\"");
  EXPECT_EQ(part(rt_path_extension, ".profile"), "nil");
  EXPECT_EQ(part(rt_path_extension, "x.tar.gz/"), "\"gz\"");
}

} // namespace
