//===- NumberShortestTest.cpp - Shortest decimals ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NumberSamples.h"
#include "ruchy_rt/Number.h"
#include <double-conversion/double-conversion.h>
#include <gtest/gtest.h>
#include <string>

using namespace ruchy::test;
using double_conversion::DoubleToStringConverter;

static std::string digitsOf(double value, int &point) {
  uint64_t digits;
  int32_t exponent;
  rt_float_shortest(value, &digits, &exponent);
  std::string text = std::to_string(digits);
  point = int(text.size()) + exponent;
  return text;
}

static std::string referenceDigits(double value, int &point) {
  char buffer[32];
  bool sign;
  int length;
  DoubleToStringConverter::DoubleToAscii(
      value, DoubleToStringConverter::SHORTEST, 0, buffer, sizeof(buffer),
      &sign, &length, &point);
  return std::string(buffer, size_t(length));
}

TEST(NumberShortest, equalsReferenceOnMillionDoubles) {
  size_t wrong = 0;
  for (double value : sampleDoubles(1000000, 1)) {
    if (value == 0)
      continue;
    int point, expectedPoint;
    std::string digits = digitsOf(value, point);
    std::string expected = referenceDigits(value, expectedPoint);
    if (digits == expected && point == expectedPoint)
      continue;
    ASSERT_LT(++wrong, 10u);
    ADD_FAILURE() << std::hexfloat << value << ": " << digits << " point "
                  << point << ", expected " << expected << " point "
                  << expectedPoint;
  }
}

TEST(NumberShortest, zeroAndNonFinite) {
  for (double value : {0.0, -0.0, double(INFINITY), double(NAN)}) {
    uint64_t digits = 7;
    int32_t exponent = 7;
    rt_float_shortest(value, &digits, &exponent);
    EXPECT_EQ(digits, 0u);
    EXPECT_EQ(exponent, 0);
  }
}
