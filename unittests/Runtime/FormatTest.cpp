//===- FormatTest.cpp - Format specs ----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Format.h"
#include "NumberSamples.h"
#include <climits>
#include <cstdio>
#include <gtest/gtest.h>
#include <string>

using namespace ruchy::test;

static RtFormatSpec specOf(const std::string &text) {
  RtFormatSpec spec = {};
  EXPECT_TRUE(rt_format_spec_parse(text.data(), text.size(), &spec)) << text;
  return spec;
}

/// Formats and checks that the size query and a short buffer agree.
template <typename Format> static std::string checked(Format format) {
  size_t size = format(nullptr, 0);
  std::string text(size, '?');
  EXPECT_EQ(format(text.data(), size), size);
  std::string part(size, '?');
  size_t half = size / 2;
  EXPECT_EQ(format(part.data(), half), size);
  EXPECT_EQ(part, text.substr(0, half) + std::string(size - half, '?'));
  return text;
}

static std::string fmt(const std::string &text, int64_t value) {
  RtFormatSpec spec = specOf(text);
  return checked([&](char *buffer, size_t capacity) {
    return rt_format_int(buffer, capacity, value, &spec);
  });
}
static std::string fmt(const std::string &text, int value) {
  return fmt(text, int64_t(value));
}
static std::string fmt(const std::string &text, double value) {
  RtFormatSpec spec = specOf(text);
  return checked([&](char *buffer, size_t capacity) {
    return rt_format_float(buffer, capacity, value, &spec);
  });
}
static std::string fmt(const std::string &text, const std::string &value) {
  RtFormatSpec spec = specOf(text);
  return checked([&](char *buffer, size_t capacity) {
    return rt_format_str(buffer, capacity, value.data(), value.size(), &spec);
  });
}

TEST(Format, specFields) {
  RtFormatSpec spec = specOf("\xE2\x98\x85^+#012,.3e");
  EXPECT_EQ(spec.fill, 0x2605u);
  EXPECT_EQ(spec.align, '^');
  EXPECT_EQ(spec.sign, '+');
  EXPECT_EQ(spec.alternate, 1);
  EXPECT_EQ(spec.zero, 1);
  EXPECT_EQ(spec.comma, 1);
  EXPECT_EQ(spec.width, 12);
  EXPECT_EQ(spec.precision, 3);
  EXPECT_EQ(spec.type, 'e');
  spec = specOf("");
  EXPECT_EQ(spec.width, -1);
  EXPECT_EQ(spec.precision, -1);
  EXPECT_EQ(spec.align, 0);
  spec = specOf("<<5");
  EXPECT_EQ(spec.fill, uint32_t('<'));
  EXPECT_EQ(spec.align, '<');
  EXPECT_EQ(specOf("#?").type, '?');
  EXPECT_EQ(specOf("x?").type, '?');
}

TEST(Format, badSpecs) {
  RtFormatSpec spec;
  for (std::string text : {".", "z", "5z", ">5>", "99999999999", ".99999999999",
                           "??", ".2.3", "<ab", "\xFF<5", "5 "})
    EXPECT_FALSE(rt_format_spec_parse(text.data(), text.size(), &spec)) << text;
}

TEST(Format, integers) {
  EXPECT_EQ(fmt("", 42), "42");
  EXPECT_EQ(fmt("5", 42), "   42");
  EXPECT_EQ(fmt("<5", 42), "42   ");
  EXPECT_EQ(fmt("^5", 42), " 42  ");
  EXPECT_EQ(fmt("*^6", 7), "**7***");
  EXPECT_EQ(fmt("05", 42), "00042");
  EXPECT_EQ(fmt("05", -42), "-0042");
  EXPECT_EQ(fmt("<05", 42), "00042");
  EXPECT_EQ(fmt("+", 42), "+42");
  EXPECT_EQ(fmt("+", 0), "+0");
  EXPECT_EQ(fmt("+", -1), "-1");
  EXPECT_EQ(fmt("?", 42), "42");
  EXPECT_EQ(fmt("", INT64_MIN), "-9223372036854775808");
  EXPECT_EQ(fmt(",", 1234567), "1,234,567");
  EXPECT_EQ(fmt(",", -123), "-123");
  EXPECT_EQ(fmt(",", -123456), "-123,456");
  EXPECT_EQ(fmt(">12,", 1234567), "   1,234,567");
  EXPECT_EQ(fmt("-", 3), "3");
  EXPECT_EQ(fmt("2", 12345), "12345");
}

TEST(Format, otherBases) {
  EXPECT_EQ(fmt("x", 255), "ff");
  EXPECT_EQ(fmt("X", 255), "FF");
  EXPECT_EQ(fmt("#x", 255), "0xff");
  EXPECT_EQ(fmt("#X", 255), "0xFF");
  EXPECT_EQ(fmt("#o", 8), "0o10");
  EXPECT_EQ(fmt("#b", 5), "0b101");
  EXPECT_EQ(fmt("b", 0), "0");
  EXPECT_EQ(fmt("#010x", 255), "0x000000ff");
  EXPECT_EQ(fmt("08b", 5), "00000101");
  EXPECT_EQ(fmt("#8x", 255), "    0xff");
  EXPECT_EQ(fmt("+x", 255), "+ff");
  EXPECT_EQ(fmt("x", -1), "ffffffffffffffff");
  EXPECT_EQ(fmt("o", -1), "1777777777777777777777");
  EXPECT_EQ(fmt("b", INT64_MIN), "1" + std::string(63, '0'));
}

TEST(Format, floats) {
  EXPECT_EQ(fmt("", 3.0), "3.0");
  EXPECT_EQ(fmt("?", 0.1), "0.1");
  EXPECT_EQ(fmt(".2", 3.14159), "3.14");
  EXPECT_EQ(fmt(".0", 2.5), "2");
  EXPECT_EQ(fmt(".0", 3.5), "4");
  EXPECT_EQ(fmt(".0", 0.5), "0");
  EXPECT_EQ(fmt(".0", -0.4), "-0");
  EXPECT_EQ(fmt(".1", 0.25), "0.2");
  EXPECT_EQ(fmt(".1", 0.35), "0.3");
  EXPECT_EQ(fmt(".2", 9.999), "10.00");
  EXPECT_EQ(fmt(".2", 0.999), "1.00");
  EXPECT_EQ(fmt(".1", 1e-300), "0.0");
  EXPECT_EQ(fmt("08.3", -1.5), "-001.500");
  EXPECT_EQ(fmt("+.1", 1.0), "+1.0");
  EXPECT_EQ(fmt("8.2", 3.14159), "    3.14");
  EXPECT_EQ(fmt("<8.2", 3.14159), "3.14    ");
  EXPECT_EQ(fmt(",.2", 1234567.891), "1,234,567.89");
  EXPECT_EQ(fmt(",", -1234.5), "-1,234.5");
  EXPECT_EQ(fmt("6", double(NAN)), "   NaN");
  EXPECT_EQ(fmt("06", double(NAN)), "000NaN");
  EXPECT_EQ(fmt("+", double(NAN)), "NaN");
  EXPECT_EQ(fmt(".2", -double(NAN)), "NaN");
  EXPECT_EQ(fmt("+", double(INFINITY)), "+inf");
  EXPECT_EQ(fmt("9,.3", double(-INFINITY)), "     -inf");
}

TEST(Format, integersWithPrecisionAreFloats) {
  EXPECT_EQ(fmt(".2", 5), "5.00");
  EXPECT_EQ(fmt("08.3", -5), "-005.000");
  EXPECT_EQ(fmt(".0", 5), "5");
  EXPECT_EQ(fmt(".2x", 255), "ff");
}

TEST(Format, scientific) {
  EXPECT_EQ(fmt("e", 1234.5), "1.2345e3");
  EXPECT_EQ(fmt("E", 1e-7), "1E-7");
  EXPECT_EQ(fmt("e", 0.0), "0e0");
  EXPECT_EQ(fmt(".2e", 0.0), "0.00e0");
  EXPECT_EQ(fmt(".2e", 9.999), "1.00e1");
  EXPECT_EQ(fmt(".0e", 25.0), "2e1");
  EXPECT_EQ(fmt(".3e", 5e-324), "4.941e-324");
  EXPECT_EQ(fmt("e", -1e300), "-1e300");
  EXPECT_EQ(fmt("e", 1500), "1.5e3");
  EXPECT_EQ(fmt("e", 0), "0e0");
  EXPECT_EQ(fmt("e", -7), "-7e0");
  EXPECT_EQ(fmt("e", INT64_MIN), "-9.223372036854775808e18");
  EXPECT_EQ(fmt(".1e", 1550), "1.6e3");
  EXPECT_EQ(fmt("010e", 1234.5), "001.2345e3");
  EXPECT_EQ(fmt("e", double(INFINITY)), "inf");
}

TEST(Format, strings) {
  EXPECT_EQ(fmt("", std::string("ab")), "ab");
  EXPECT_EQ(fmt("5", std::string("ab")), "ab   ");
  EXPECT_EQ(fmt(">5", std::string("ab")), "   ab");
  EXPECT_EQ(fmt("-^7", std::string("ab")), "--ab---");
  EXPECT_EQ(fmt(".1", std::string("ab")), "a");
  EXPECT_EQ(fmt("*>4.2", std::string("abc")), "**ab");
  EXPECT_EQ(fmt("05", std::string("ab")), "ab   ");
  EXPECT_EQ(fmt("?", std::string("ab")), "\"ab\"");
  EXPECT_EQ(fmt(">6?", std::string("ab")), "  \"ab\"");
  EXPECT_EQ(fmt(".0", std::string("abc")), "");
}

TEST(Format, widthCountsCharacters) {
  std::string umlaut = "\xC3\xA4", euro = "\xE2\x82\xAC";
  std::string star = "\xE2\x98\x85", face = "\xF0\x9F\x98\x80";
  EXPECT_EQ(fmt(">4", umlaut + euro), "  " + umlaut + euro);
  EXPECT_EQ(fmt(".1", umlaut + euro), umlaut);
  EXPECT_EQ(fmt(star + "<3", std::string("a")), "a" + star + star);
  EXPECT_EQ(fmt(face + ">2", std::string("a")), face + "a");
  EXPECT_EQ(fmt(umlaut + "^3", 1), umlaut + "1" + umlaut);
}

TEST(Format, fixedEqualsPrintf) {
  std::mt19937_64 random(7);
  for (double value : sampleDoubles(200000, 8)) {
    int places = int(random() % 21);
    RtFormatSpec spec = {' ', 0, 0, 0, 0, 0, 0, -1, places};
    char buffer[400], expected[400];
    size_t size = rt_format_float(buffer, sizeof(buffer), value, &spec);
    snprintf(expected, sizeof(expected), "%.*f", places, value);
    ASSERT_EQ(std::string(buffer, size), expected) << places;
  }
}

TEST(Format, scientificEqualsPrintf) {
  std::mt19937_64 random(9);
  for (double value : sampleDoubles(60000, 10)) {
    int places = int(random() % 25);
    RtFormatSpec spec = {' ', 0, 0, 0, 0, 0, 'e', -1, places};
    char buffer[400], expected[400];
    size_t size = rt_format_float(buffer, sizeof(buffer), value, &spec);
    snprintf(expected, sizeof(expected), "%.*e", places, value);
    // C writes the exponent with a sign and two digits.
    std::string text = expected;
    size_t e = text.find('e') + 1;
    text = text.substr(0, e) + std::to_string(std::stoi(text.substr(e)));
    ASSERT_EQ(std::string(buffer, size), text);
  }
}

TEST(Format, longPrecision) {
  RtFormatSpec spec = {' ', 0, 0, 0, 0, 0, 0, -1, 1200};
  char buffer[2000], expected[2000];
  for (double value : {5e-324, 0x1.fffffffffffffp-1022, 0.1, 1e308}) {
    size_t size = rt_format_float(buffer, sizeof(buffer), value, &spec);
    snprintf(expected, sizeof(expected), "%.1200f", value);
    EXPECT_EQ(std::string(buffer, size), expected);
  }
  spec.precision = INT_MAX;
  EXPECT_EQ(rt_format_float(nullptr, 0, 0.5, &spec), size_t(INT_MAX) + 2);
}
