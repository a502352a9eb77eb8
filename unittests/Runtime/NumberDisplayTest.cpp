//===- NumberDisplayTest.cpp - Display form of numbers ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NumberSamples.h"
#include "ruchy_rt/Number.h"
#include <climits>
#include <cstdio>
#include <gtest/gtest.h>
#include <string>

using namespace ruchy::test;

static std::string display(double value) {
  char buffer[RT_FLOAT_TEXT_MAX];
  return std::string(buffer, rt_float_display(buffer, value));
}

static std::string toText(double value) {
  char buffer[RT_FLOAT_TEXT_MAX];
  return std::string(buffer, rt_float_to_text(buffer, value));
}

static std::string toText(int64_t value) {
  char buffer[RT_INT_TEXT_MAX];
  return std::string(buffer, rt_int_to_text(buffer, value));
}

TEST(NumberDisplay, knownForms) {
  EXPECT_EQ(display(1), "1.0");
  EXPECT_EQ(display(-0.0), "-0.0");
  EXPECT_EQ(display(0), "0.0");
  EXPECT_EQ(display(0.1), "0.1");
  EXPECT_EQ(display(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(display(1e-7), "0.0000001");
  EXPECT_EQ(display(-1.5), "-1.5");
  EXPECT_EQ(display(1e20), "100000000000000000000.0");
  EXPECT_EQ(display(0x1p64), "18446744073709551616.0");
  EXPECT_EQ(display(0x1p63), "9223372036854775808.0");
  EXPECT_EQ(display(1e23), "99999999999999991611392.0");
  EXPECT_EQ(display(123456.789), "123456.789");
  EXPECT_EQ(display(NAN), "NaN");
  EXPECT_EQ(display(-NAN), "NaN");
  EXPECT_EQ(display(INFINITY), "inf");
  EXPECT_EQ(display(-INFINITY), "-inf");
  EXPECT_EQ(display(-5e-324), "-0." + std::string(323, '0') + "5");
}

TEST(NumberDisplay, toTextHasNoPointZero) {
  EXPECT_EQ(toText(3.0), "3");
  EXPECT_EQ(toText(-0.0), "-0");
  EXPECT_EQ(toText(3.25), "3.25");
  EXPECT_EQ(toText(1e23), "99999999999999991611392");
}

TEST(NumberDisplay, wholeFloatsAreExact) {
  size_t whole = 0;
  for (double value : sampleDoubles(100000, 2)) {
    if (value != std::trunc(value))
      continue;
    ++whole;
    char expected[400];
    snprintf(expected, sizeof(expected), "%.1f", value);
    ASSERT_EQ(display(value), expected);
  }
  EXPECT_GT(whole, 20000u);
}

TEST(NumberDisplay, readsBackBitForBit) {
  for (double value : sampleDoubles(1000000, 3)) {
    char buffer[RT_FLOAT_TEXT_MAX];
    size_t length = rt_float_display(buffer, value);
    ASSERT_LE(length, size_t(RT_FLOAT_TEXT_MAX));
    double back = 0;
    ASSERT_EQ(rt_parse_float(buffer, length, &back), RT_PARSE_OK);
    ASSERT_EQ(std::bit_cast<uint64_t>(back), std::bit_cast<uint64_t>(value))
        << std::string(buffer, length);
  }
}

TEST(NumberDisplay, integers) {
  EXPECT_EQ(toText(int64_t(0)), "0");
  EXPECT_EQ(toText(int64_t(-7)), "-7");
  EXPECT_EQ(toText(INT64_MAX), "9223372036854775807");
  EXPECT_EQ(toText(INT64_MIN), "-9223372036854775808");
  std::mt19937_64 random(4);
  for (int i = 0; i < 200000; ++i) {
    int64_t value = int64_t(random()) >> (random() % 64);
    ASSERT_EQ(toText(value), std::to_string(value));
  }
  for (uint64_t power = 1, i = 0; i < 20; ++i, power *= 10) {
    for (uint64_t value : {power - 1, power, power + 1}) {
      char buffer[RT_INT_TEXT_MAX];
      std::string text(buffer, rt_uint_to_text(buffer, value));
      EXPECT_EQ(text, std::to_string(value));
    }
  }
}
