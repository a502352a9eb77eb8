//===- DisplayTest.cpp - Text forms of values -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"

using namespace ruchy::rt::testing;

namespace {
class DisplayTest : public RuntimeTest {};

struct Forms {
  Value value;
  const char *top, *interpolated, *debug, *plain;
};

TEST_F(DisplayTest, FourForms) {
  Value nested = arrayOf({"a", arrayOf({"b", 2.0}), Value()});
  const Forms cases[] = {
      {42, "42", "42", "42", "42"},
      {true, "true", "true", "true", "true"},
      {3.0, "3.0", "3.0", "3.0", "3"},
      {-0.0, "-0.0", "-0.0", "-0.0", "-0"},
      {1e20, "100000000000000000000.0", "100000000000000000000.0",
       "100000000000000000000.0", "100000000000000000000"},
      {0.1, "0.1", "0.1", "0.1", "0.1"},
      {Value(), "nil", "nil", "nil", "nil"},
      {"say \"x\"", "say \"x\"", "say \"x\"", "\"say \"x\"\"", "say \"x\""},
      {nested, "[\"a\", [\"b\", 2.0], nil]", "[a, [b, 2.0], nil]",
       "[\"a\", [\"b\", 2.0], nil]", "[\"a\", [\"b\", 2.0], nil]"},
      {arrayOf({}), "[]", "[]", "[]", "[]"}};
  for (const Forms &c : cases) {
    EXPECT_EQ(c.value.text(RtDisplayTop), c.top);
    EXPECT_EQ(c.value.text(RtDisplayInterpolated), c.interpolated);
    EXPECT_EQ(c.value.text(RtDisplayDebug), c.debug);
    EXPECT_EQ(c.value.text(RtDisplayPlain), c.plain);
  }
}

TEST_F(DisplayTest, Ranges) {
  EXPECT_EQ(Value(rt_range_new(0, RtKindInt, 5, RtKindInt, 0)).text(), "0..5");
  EXPECT_EQ(Value(rt_range_new(1, RtKindInt, 5, RtKindInt, 1)).text(), "1..=5");
  EXPECT_EQ(Value(rt_range_new(0, RtKindNil, 5, RtKindInt, 0)).text(), "..5");
  EXPECT_EQ(take(rt_range_to_string(-1, 2, 1)), "-1..=2");
}

TEST_F(DisplayTest, ErrorsShowTheirMessage) {
  RtAny out;
  rt_error_caught(&out, rt_error_index(4, 2, RtKindArray, &TestSite));
  EXPECT_EQ(Value(out).text(RtDisplayTop),
            "Index 4 out of bounds for array of length 2");
  rt_error_caught(&out, reinterpret_cast<RtStatus>(&TestSite));
  EXPECT_EQ(Value(out).text(RtDisplayTop), "text");
  Value thrown("thrown");
  rt_dup_any(thrown.p(), thrown.t());
  rt_error_caught(&out, rt_error_throw(thrown.p(), thrown.t(), &TestSite));
  EXPECT_EQ(Value(out).string(), thrown.string());
}

std::string format(const Value &v, const char *spec) {
  RtFormatSpec parsed;
  EXPECT_TRUE(rt_format_spec_parse(spec, strlen(spec), &parsed));
  return take(rt_any_format(v.p(), v.t(), &parsed, RtDisplayInterpolated));
}

TEST_F(DisplayTest, FormatsByKind) {
  EXPECT_EQ(format(42, ">6"), "    42");
  EXPECT_EQ(format(42, "x"), "2a");
  EXPECT_EQ(format(2.0 / 3, ".2"), "0.67");
  EXPECT_EQ(format("ab", "*^6"), "**ab**");
  EXPECT_EQ(format("ab", "?"), "\"ab\"");
  EXPECT_EQ(format(true, "6"), "true  ");
  EXPECT_EQ(format(arrayOf({"a"}), "5"), "[a]  ");
  EXPECT_EQ(format(arrayOf({"a"}), "?"), "[\"a\"]");
  EXPECT_EQ(format(1, "300").size(), 300u);
  EXPECT_EQ(format("\u00E9", ">3"), "  \u00E9");
}
} // namespace
