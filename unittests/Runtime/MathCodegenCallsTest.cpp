//===- MathCodegenCallsTest.cpp - Code generation routines ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <bit>
#include <cmath>
#include <cstring>
#include <gtest/gtest.h>
#include <random>
#include <string>

// The routines have the names of the C library; under other names they can be
// compared with it.
#define memcpy ruchyMemcpy
#define memmove ruchyMemmove
#define memset ruchyMemset
#define memcmp ruchyMemcmp
#define bcmp ruchyBcmp
#define strlen ruchyStrlen
#define floor ruchyFloor
#define ceil ruchyCeil
#define trunc ruchyTrunc
#define round ruchyRound
#define rint ruchyRint
#define nearbyint ruchyNearbyint
#define roundeven ruchyRoundeven
#define fmod ruchyFmod
#define fmin ruchyFmin
#define fmax ruchyFmax
#define fminimum_num ruchyFminimumNum
#define fmaximum_num ruchyFmaximumNum
#define __multi3 ruchyMulti3
#include "../../runtime/src/codegen/MathCalls.cpp"
#include "../../runtime/src/codegen/Memory.cpp"
#include "../../runtime/src/codegen/WideMultiply.cpp"
#undef memcpy
#undef memmove
#undef memset
#undef memcmp
#undef bcmp
#undef strlen
#undef floor
#undef ceil
#undef trunc
#undef round
#undef rint
#undef nearbyint
#undef roundeven
#undef fmod
#undef fmin
#undef fmax
#undef fminimum_num
#undef fmaximum_num
#undef __multi3

static std::string pattern(size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::string text(size, 0);
  for (char &c : text)
    c = char(random());
  return text;
}

TEST(CodegenCalls, memcpyAllSizes) {
  for (size_t size = 0; size < 1500; ++size) {
    std::string from = pattern(size + 2, 1), to(size + 2, '#');
    std::string expected = "#" + from.substr(1, size) + "#";
    EXPECT_EQ(ruchyMemcpy(to.data() + 1, from.data() + 1, size), to.data() + 1);
    ASSERT_EQ(to, expected) << size;
  }
}

TEST(CodegenCalls, memmoveAllOverlaps) {
  for (size_t size : {1, 3, 7, 15, 16, 31, 33, 47, 64, 100, 600}) {
    const std::string original = pattern(size + 90, 2);
    for (size_t from = 0; from < 90; ++from) {
      for (size_t to = 0; to < 90; ++to) {
        std::string text = original, expected = original;
        ruchyMemmove(text.data() + to, text.data() + from, size);
        std::memmove(expected.data() + to, expected.data() + from, size);
        ASSERT_EQ(text, expected) << size << " " << from << " " << to;
      }
    }
  }
}

TEST(CodegenCalls, memset) {
  for (size_t size = 0; size < 1500; ++size) {
    std::string text(size + 2, '#');
    ruchyMemset(text.data() + 1, 0x1C7, size);
    ASSERT_EQ(text, "#" + std::string(size, char(0xC7)) + "#");
  }
}

TEST(CodegenCalls, memcmpAndStrlen) {
  for (size_t size = 0; size < 40; ++size) {
    std::string a = pattern(size, 3);
    EXPECT_EQ(ruchyMemcmp(a.data(), a.data(), size), 0);
    EXPECT_EQ(ruchyBcmp(a.data(), a.data(), size), 0);
    for (size_t i = 0; i < size; ++i) {
      std::string b = a;
      for (size_t k = i + 1; k < size; ++k)
        b[k] = char(~b[k]);
      b[i] = char(b[i] ^ 0x80);
      int expected = uint8_t(a[i]) < uint8_t(b[i]) ? -1 : 1;
      EXPECT_EQ(ruchyMemcmp(a.data(), b.data(), size), expected);
      EXPECT_NE(ruchyBcmp(a.data(), b.data(), size), 0);
    }
    EXPECT_EQ(ruchyStrlen(std::string(size, 'x').c_str()), size);
  }
}

TEST(CodegenCalls, rounding) {
  std::mt19937_64 random(4);
  auto same = [](double a, double b) {
    return std::bit_cast<uint64_t>(a) == std::bit_cast<uint64_t>(b);
  };
  for (int i = 0; i < 100000; ++i) {
    double x = double(int64_t(random()) >> (random() % 64)) / 8;
    ASSERT_TRUE(same(ruchyRint(x), std::rint(x))) << x;
    ASSERT_TRUE(same(ruchyNearbyint(x), std::rint(x))) << x;
    ASSERT_TRUE(same(ruchyRoundeven(x), std::rint(x))) << x;
    ASSERT_TRUE(same(ruchyFloor(x), std::floor(x))) << x;
    ASSERT_TRUE(same(ruchyCeil(x), std::ceil(x))) << x;
    ASSERT_TRUE(same(ruchyTrunc(x), std::trunc(x))) << x;
    ASSERT_TRUE(same(ruchyRound(x), std::round(x))) << x;
    ASSERT_TRUE(same(ruchyFmod(x, 3.5), std::fmod(x, 3.5))) << x;
  }
}

TEST(CodegenCalls, minimumAndMaximum) {
  EXPECT_EQ(ruchyFmin(1, 2), 1);
  EXPECT_EQ(ruchyFmax(1, 2), 2);
  EXPECT_EQ(ruchyFmin(NAN, 2), 2);
  EXPECT_EQ(ruchyFmax(2, NAN), 2);
  EXPECT_TRUE(std::isnan(ruchyFmin(NAN, NAN)));
  EXPECT_TRUE(std::signbit(ruchyFminimumNum(0.0, -0.0)));
  EXPECT_TRUE(std::signbit(ruchyFminimumNum(-0.0, 0.0)));
  EXPECT_FALSE(std::signbit(ruchyFmaximumNum(0.0, -0.0)));
  EXPECT_FALSE(std::signbit(ruchyFmaximumNum(-0.0, 0.0)));
}

TEST(CodegenCalls, wideMultiply) {
  std::mt19937_64 random(5);
  for (int i = 0; i < 10000; ++i) {
    unsigned __int128 a = random(), b = random();
    a = (a << 64 | random()) >> (random() % 128);
    b = (b << 64 | random()) >> (random() % 128);
    ASSERT_TRUE(ruchyMulti3(__int128(a), __int128(b)) == __int128(a * b));
  }
}
