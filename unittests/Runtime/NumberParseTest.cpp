//===- NumberParseTest.cpp - Text to numbers --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NumberSamples.h"
#include "ruchy_rt/Number.h"
#include <cstdio>
#include <cstdlib>
#include <double-conversion/double-conversion.h>
#include <gtest/gtest.h>
#include <string>

using namespace ruchy::test;

static uint64_t parseBits(const std::string &text) {
  double value = NAN;
  EXPECT_EQ(rt_parse_float(text.data(), text.size(), &value), RT_PARSE_OK)
      << text;
  return std::bit_cast<uint64_t>(value);
}

static uint64_t referenceBits(const std::string &text) {
  return std::bit_cast<uint64_t>(strtod(text.c_str(), nullptr));
}

static int32_t parseFloat(const std::string &text) {
  double value;
  return rt_parse_float(text.data(), text.size(), &value);
}

static int32_t parseInt(const std::string &text, int64_t *value) {
  return rt_parse_int(text.data(), text.size(), value);
}

TEST(NumberParse, randomDecimals) {
  using double_conversion::StringToDoubleConverter;
  StringToDoubleConverter reference(0, 0, 0, "inf", "nan");
  std::mt19937_64 random(5);
  for (int i = 0; i < 400000; ++i) {
    size_t digits = 1 + random() % 40;
    size_t point = random() % (digits + 1);
    std::string text = random() % 2 ? "-" : "";
    for (size_t k = 0; k < digits; ++k) {
      if (k == point)
        text += '.';
      text += char('0' + random() % 10);
    }
    if (i % 4)
      text += "e" + std::to_string(int(random() % 700) - 350);
    int processed;
    double expected =
        reference.StringToDouble(text.data(), int(text.size()), &processed);
    ASSERT_EQ(parseBits(text), std::bit_cast<uint64_t>(expected)) << text;
  }
}

// Exact middles between neighbours, and decimals just beside them.
TEST(NumberParse, middlesBetweenFloats) {
  std::mt19937_64 random(6);
  std::vector<double> values = specialDoubles();
  for (int i = 0; i < 3000; ++i)
    values.push_back(std::bit_cast<double>(random() >> (1 + i % 12)));
  size_t checked = 0;
  for (double value : values) {
    double next = std::nextafter(value, INFINITY);
    if (value < 0 || !std::isfinite(next))
      continue;
    // Long doubles of x86 hold the middle of neighbours exactly.
    long double middle = ((long double)value + (long double)next) / 2;
    char buffer[1600];
    snprintf(buffer, sizeof(buffer), "%.1100Lf", middle);
    std::string text = buffer;
    std::string above = text + "1";
    std::string below = text;
    size_t last = below.find_last_not_of("0.");
    --below[last];
    ++checked;
    ASSERT_EQ(parseBits(text), referenceBits(text)) << text;
    ASSERT_EQ(parseBits(above), referenceBits(above)) << above;
    ASSERT_EQ(parseBits(below), referenceBits(below)) << below;
  }
  EXPECT_GT(checked, 10000u);
}

TEST(NumberParse, limits) {
  for (const char *text : {"2.4703282292062327208e-324",
                           "2.4703282292062328e-324",
                           "1e-400",
                           "1e400",
                           "1.7976931348623158e308",
                           "1.7976931348623159e308",
                           "179769313486231580793e289",
                           "0e999999999999",
                           "0.0",
                           "-0",
                           "1e99999999999999999999999",
                           "1e-99999999999999999999999",
                           "2.2250738585072011e-308",
                           "9007199254740993",
                           "9007199254740992.5",
                           "9007199254740993.00000000000000000000000000000001",
                           "123456789012345678901234567890",
                           ".5",
                           "5.",
                           "+1.5E+3",
                           "1e23"})
    EXPECT_EQ(parseBits(text), referenceBits(text)) << text;
  std::string zeros = "0." + std::string(5000, '0') + "1e5001";
  EXPECT_EQ(parseBits(zeros), std::bit_cast<uint64_t>(1.0));
  std::string large = "1" + std::string(5000, '0') + "e-5000";
  EXPECT_EQ(parseBits(large), std::bit_cast<uint64_t>(1.0));
}

TEST(NumberParse, floatGrammar) {
  EXPECT_EQ(parseBits(" \t\n1.5\r\n "), std::bit_cast<uint64_t>(1.5));
  std::string blanks = "\xC2\xA0\xE2\x80\x83";
  EXPECT_EQ(parseBits(blanks + "2\xE3\x80\x80"), std::bit_cast<uint64_t>(2.0));
  EXPECT_EQ(parseBits("inf"), std::bit_cast<uint64_t>(double(INFINITY)));
  EXPECT_EQ(parseBits("-Infinity"), uint64_t(0xFFF) << 52);
  EXPECT_EQ(parseBits("-nan"), uint64_t(0x7FF8) << 48);
  for (const char *text :
       {"",      " ",     ".",     "+",    "-",    "e5",   "1e",
        "1e+",   "1.5.2", "1_000", "0x10", "1 2",  "--1",  "1f",
        "infin", "nanx",  "+-1",   ".e1",  "\xC2", "1\xE3"})
    EXPECT_EQ(parseFloat(text), RT_PARSE_INVALID) << text;
}

TEST(NumberParse, integers) {
  struct Case {
    const char *text;
    int32_t status;
    int64_t value;
  };
  const Case cases[] = {
      {"0", RT_PARSE_OK, 0},
      {" 42 ", RT_PARSE_OK, 42},
      {"+5", RT_PARSE_OK, 5},
      {"-7", RT_PARSE_OK, -7},
      {"007", RT_PARSE_OK, 7},
      {"9223372036854775807", RT_PARSE_OK, INT64_MAX},
      {"9223372036854775808", RT_PARSE_OVERFLOW, 0},
      {"-9223372036854775808", RT_PARSE_OK, INT64_MIN},
      {"-9223372036854775809", RT_PARSE_OVERFLOW, 0},
      {"99999999999999999999999", RT_PARSE_OVERFLOW, 0},
      {"99999999999999999999999x", RT_PARSE_INVALID, 0},
      {"", RT_PARSE_INVALID, 0},
      {"-", RT_PARSE_INVALID, 0},
      {"3.0", RT_PARSE_INVALID, 0},
      {"1 2", RT_PARSE_INVALID, 0},
      {"0x1", RT_PARSE_INVALID, 0},
  };
  for (const Case &test : cases) {
    int64_t value = 0;
    EXPECT_EQ(parseInt(test.text, &value), test.status) << test.text;
    EXPECT_EQ(value, test.value) << test.text;
  }
}

TEST(NumberParse, numberKind) {
  auto kind = [](const std::string &text) {
    int64_t i = 0;
    double d = 0;
    int32_t result = rt_parse_number(text.data(), text.size(), &i, &d);
    return std::to_string(result) + ":" + std::to_string(i) + ":" +
           std::to_string(d);
  };
  EXPECT_EQ(kind(" 12 "), "1:12:0.000000");
  EXPECT_EQ(kind("-2.5"), "2:0:-2.500000");
  EXPECT_EQ(kind("1e3"), "2:0:1000.000000");
  EXPECT_EQ(kind("abc"), "0:0:0.000000");
  EXPECT_EQ(kind("inf"), "0:0:0.000000");
  EXPECT_EQ(kind("9223372036854775808"), "0:0:0.000000");
}
