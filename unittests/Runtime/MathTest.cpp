//===- MathTest.cpp - Mathematical functions --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Math.h"
#include <algorithm>
#include <bit>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace {
constexpr int pointCount = 100000;

bool sameBits(double a, double b) {
  return std::bit_cast<uint64_t>(a) == std::bit_cast<uint64_t>(b);
}

/// Distance of `value` from the reference in units of the last place of the
/// reference as a double.
double ulpError(double value, long double reference) {
  constexpr double wrong = 1e9;
  double rounded = double(reference);
  if (std::isnan(rounded))
    return std::isnan(value) && !std::signbit(value) ? 0 : wrong;
  if (std::isinf(rounded) || std::isinf(value))
    return value == rounded ? 0 : wrong;
  double unit = 0x1p-1074;
  if (rounded != 0)
    unit = std::max(unit, std::ldexp(1.0, std::ilogb(rounded) - 52));
  return double(fabsl((long double)value - reference) / unit);
}

/// Points spread over [low, high], half evenly, half evenly by exponent.
class Points {
public:
  Points(double low, double high, uint64_t seed)
      : random(seed), low(low), high(high) {}

  double next() {
    double u = double(random() >> 11) * 0x1p-53;
    if (random() % 2)
      return low + (high - low) * u;
    double limit = std::max(std::fabs(low), std::fabs(high));
    double value = limit * std::exp2(-40 * u);
    if (low < 0 && random() % 2)
      value = -value;
    return std::clamp(value, low, high);
  }

private:
  std::mt19937_64 random;
  double low, high;
};

using Function = double (*)(double);
using Reference = long double (*)(long double);

void checkFunction(const char *name, Function function, Reference reference,
                   double low, double high, double bound) {
  Points points(low, high, 11);
  double worst = 0, worstPoint = 0;
  for (int i = 0; i < pointCount; ++i) {
    double x = points.next();
    double error = ulpError(function(x), reference(x));
    if (error > worst) {
      worst = error;
      worstPoint = x;
    }
  }
  EXPECT_LE(worst, bound) << name << " at " << std::hexfloat << worstPoint;
}
} // namespace

#define CHECK_FUNCTION(NAME, LOW, HIGH, BOUND)                                 \
  checkFunction(#NAME, rt_##NAME, NAME##l, LOW, HIGH, BOUND)

TEST(Math, exponential) {
  CHECK_FUNCTION(exp, -708, 709.7, 0.52);
  CHECK_FUNCTION(exp, -745, -700, 1.0);
  CHECK_FUNCTION(exp, -1, 1, 0.52);
  EXPECT_EQ(rt_exp(0), 1);
  EXPECT_EQ(rt_exp(1), 2.718281828459045);
  EXPECT_EQ(rt_exp(710), INFINITY);
  EXPECT_EQ(rt_exp(-746), 0);
  EXPECT_EQ(rt_exp(-INFINITY), 0);
  EXPECT_TRUE(sameBits(rt_exp(-NAN), NAN));
}

TEST(Math, logarithms) {
  for (auto range : {std::pair(0x1p-1074, 1e308), std::pair(1e-10, 10.0),
                     std::pair(0.9, 1.1), std::pair(0.0, 1e-300)}) {
    CHECK_FUNCTION(log, range.first, range.second, 0.51);
    CHECK_FUNCTION(log2, range.first, range.second, 0.51);
    CHECK_FUNCTION(log10, range.first, range.second, 0.51);
  }
  for (int e = -1074; e < 1024; ++e)
    EXPECT_EQ(rt_log2(std::ldexp(1.0, e)), e);
  double ten = 1;
  for (int e = 0; e <= 22; ++e, ten *= 10)
    EXPECT_EQ(rt_log10(ten), e);
  EXPECT_EQ(rt_log(0), -INFINITY);
  EXPECT_EQ(rt_log(INFINITY), INFINITY);
  EXPECT_TRUE(sameBits(rt_log(1), 0.0));
  EXPECT_TRUE(sameBits(rt_log(-1), NAN));
}

TEST(Math, trigonometry) {
  for (double limit : {0.7, 10.0, 1e5, 1e6}) {
    CHECK_FUNCTION(sin, -limit, limit, 0.8);
    CHECK_FUNCTION(cos, -limit, limit, 0.8);
    CHECK_FUNCTION(tan, -limit, limit, 1.0);
  }
  EXPECT_EQ(rt_sin(1e22), -0.8522008497671888);
  EXPECT_TRUE(sameBits(rt_sin(INFINITY), NAN));
  EXPECT_TRUE(sameBits(rt_sin(-0.0), -0.0));
  EXPECT_EQ(rt_cos(0), 1);
}

// The long double functions do not reduce huge arguments exactly enough, the
// double functions do.
TEST(Math, trigonometryOfHugeArguments) {
  std::mt19937_64 random(12);
  for (int i = 0; i < pointCount; ++i) {
    double x = std::bit_cast<double>(uint64_t(random()));
    if (!std::isfinite(x))
      continue;
    ASSERT_LE(ulpError(rt_sin(x), std::sin(x)), 1) << std::hexfloat << x;
    ASSERT_LE(ulpError(rt_cos(x), std::cos(x)), 1) << std::hexfloat << x;
    ASSERT_LE(ulpError(rt_tan(x), std::tan(x)), 1) << std::hexfloat << x;
  }
  // The double closest to a multiple of pi/2; its cosine to 200 digits.
  EXPECT_EQ(rt_cos(0x1.6ac5b262ca1ffp+849), -0x1.14ae72e6ba22fp-61);
}

TEST(Math, arcFunctions) {
  CHECK_FUNCTION(asin, -1, 1, 0.52);
  CHECK_FUNCTION(acos, -1, 1, 0.52);
  CHECK_FUNCTION(atan, -3, 3, 0.52);
  CHECK_FUNCTION(atan, -1e20, 1e20, 0.52);
  EXPECT_TRUE(sameBits(rt_acos(1), 0.0));
  EXPECT_EQ(rt_acos(-1), 3.141592653589793);
  EXPECT_EQ(rt_asin(1), 1.5707963267948966);
  EXPECT_TRUE(sameBits(rt_asin(1.1), NAN));
  EXPECT_EQ(rt_atan(-INFINITY), -1.5707963267948966);
}

TEST(Math, atan2) {
  std::mt19937_64 random(13);
  for (int i = 0; i < pointCount; ++i) {
    double y = std::bit_cast<double>(uint64_t(random()));
    double x = std::bit_cast<double>(uint64_t(random()));
    if (i % 2) {
      y = std::ldexp(double(int64_t(random())), int(random() % 40));
      x = double(int64_t(random()));
    }
    ASSERT_LE(ulpError(rt_atan2(y, x), atan2l(y, x)), 0.52)
        << std::hexfloat << y << " " << x;
  }
  const double limits[] = {0.0, -0.0, 1.0, -1.0, INFINITY, -INFINITY};
  for (double y : limits)
    for (double x : limits)
      EXPECT_TRUE(sameBits(rt_atan2(y, x), std::atan2(y, x))) << y << " " << x;
}

TEST(Math, hyperbolic) {
  for (double limit : {1.5, 30.0, 711.0}) {
    CHECK_FUNCTION(sinh, -limit, limit, 0.8);
    CHECK_FUNCTION(cosh, -limit, limit, 0.8);
    CHECK_FUNCTION(tanh, -limit, limit, 0.8);
  }
  EXPECT_EQ(rt_sinh(-INFINITY), -INFINITY);
  EXPECT_EQ(rt_cosh(-INFINITY), INFINITY);
  EXPECT_EQ(rt_tanh(-INFINITY), -1);
  EXPECT_TRUE(sameBits(rt_tanh(-0.0), -0.0));
}

TEST(Math, power) {
  std::mt19937_64 random(14);
  Points bases(0, 1000, 15), exponents(-100, 100, 16);
  auto check = [](double x, double y) {
    long double expected = powl(x, y);
    double bound = expected < 0x1p-1022L ? 1.0 : 0.52;
    ASSERT_LE(ulpError(rt_pow(x, y), expected), bound)
        << std::hexfloat << x << " " << y;
  };
  for (int i = 0; i < pointCount; ++i) {
    check(bases.next(), exponents.next());
    check(std::bit_cast<double>(uint64_t(random()) >> 1),
          std::bit_cast<double>(uint64_t(random())));
    check(1 + std::ldexp(double(int64_t(random())), -80),
          std::ldexp(double(int64_t(random())), -40));
    if (HasFatalFailure())
      return;
  }
}

TEST(Math, powerExactAndLimits) {
  for (int base = 2; base <= 20; ++base) {
    double expected = 1;
    for (int e = 0; expected < 0x1p53; ++e, expected *= base)
      EXPECT_EQ(rt_pow(base, e), expected) << base << " " << e;
  }
  for (int i = 0; i < 1000; ++i)
    EXPECT_EQ(rt_pow(double(i) * i, 0.5), i);
  for (double x : {0.1, -0.7, 3.3, 1e200, 1e-200}) {
    EXPECT_EQ(rt_pow(x, 2), x * x);
    EXPECT_EQ(rt_pow(x, 1), x);
    EXPECT_EQ(rt_pow(x, -1), 1 / x);
  }
  EXPECT_EQ(rt_pow(0.3, 0.5), std::sqrt(0.3));
  const double limits[] = {0.0,  -0.0,   0.5,    -0.5,       1.0,
                           -1.0, 2.0,    3.0,    -2.0,       -3.0,
                           2.5,  1e300,  -1e300, INFINITY,   -INFINITY,
                           NAN,  0x1p53, 5e-324, 0x1p53 - 1, 0x1p53 + 2};
  for (double x : limits) {
    for (double y : limits) {
      double expected = std::pow(x, y);
      if (std::isnan(expected))
        expected = NAN;
      EXPECT_TRUE(sameBits(rt_pow(x, y), expected)) << x << " " << y;
    }
  }
}

TEST(Math, roots) {
  CHECK_FUNCTION(cbrt, -1e10, 1e10, 0.51);
  CHECK_FUNCTION(cbrt, 0, 1e-310, 0.51);
  CHECK_FUNCTION(cbrt, 0, 1e308, 0.51);
  for (int i = -1000; i < 1000; ++i)
    EXPECT_EQ(rt_cbrt(double(i) * i * i), i);
  std::mt19937_64 random(17);
  for (int i = 0; i < pointCount; ++i) {
    double x = std::bit_cast<double>(uint64_t(random()));
    double y = x * (double(random() >> 11) * 0x1p-50);
    // Subnormal results are rounded twice.
    long double expected = hypotl(x, y);
    double bound = expected < 0x1p-1022L ? 1.0 : 0.52;
    ASSERT_LE(ulpError(rt_hypot(x, y), expected), bound)
        << std::hexfloat << x << " " << y;
  }
  EXPECT_EQ(rt_hypot(3, -4), 5);
  EXPECT_EQ(rt_hypot(NAN, -INFINITY), INFINITY);
}

TEST(Math, remainder) {
  std::mt19937_64 random(18);
  for (int i = 0; i < pointCount; ++i) {
    double x = std::bit_cast<double>(uint64_t(random()));
    double y = std::bit_cast<double>(uint64_t(random()));
    if (i % 3 == 0)
      y = std::ldexp(x, int(random() % 60) - 50) * 1.1;
    if (i % 3 == 1)
      y = std::bit_cast<double>(uint64_t(random()) >> (12 + i % 50));
    double expected = std::fmod(x, y);
    if (std::isnan(expected))
      expected = NAN;
    ASSERT_TRUE(sameBits(rt_fmod(x, y), expected))
        << std::hexfloat << x << " " << y;
  }
  EXPECT_EQ(rt_fmod(5, INFINITY), 5);
  EXPECT_TRUE(sameBits(rt_fmod(5, 0), NAN));
  EXPECT_TRUE(sameBits(rt_fmod(-4, 2), -0.0));
}

static void checkRounding(double x) {
  ASSERT_TRUE(sameBits(rt_floor(x), std::floor(x))) << x;
  ASSERT_TRUE(sameBits(rt_ceil(x), std::ceil(x))) << x;
  ASSERT_TRUE(sameBits(rt_trunc(x), std::trunc(x))) << x;
  ASSERT_TRUE(sameBits(rt_round(x), std::round(x))) << x;
}

TEST(Math, rounding) {
  std::mt19937_64 random(19);
  for (int i = 0; i < pointCount; ++i) {
    double x = std::bit_cast<double>(uint64_t(random()));
    if (i % 2)
      x = double(int64_t(random()) >> 44) / 4;
    if (i % 10 == 0)
      x = std::nextafter(double(int64_t(random()) >> 54) + 0.5, i % 20 - 10);
    if (!std::isnan(x))
      checkRounding(x);
    if (HasFatalFailure())
      return;
  }
  for (double x : {-0.0, -0.3, -0.5, 0.49999999999999994, 4503599627370495.5,
                   double(INFINITY)})
    checkRounding(x);
}

TEST(Math, integerPower) {
  for (int64_t base = -70; base <= 70; ++base) {
    __int128 expected = 1;
    bool fits = true;
    for (int64_t e = 0; e < 70; ++e) {
      int64_t result = 12345;
      ASSERT_EQ(rt_ipow(base, e, &result), fits) << base << " " << e;
      ASSERT_EQ(result, fits ? int64_t(expected) : 12345) << base << " " << e;
      if (fits)
        expected *= base;
      fits = fits && expected >= INT64_MIN && expected <= INT64_MAX;
    }
  }
  int64_t result = 0;
  EXPECT_TRUE(rt_ipow(-1, INT64_MAX, &result));
  EXPECT_EQ(result, -1);
  EXPECT_TRUE(rt_ipow(-2, 63, &result));
  EXPECT_EQ(result, INT64_MIN);
  EXPECT_FALSE(rt_ipow(2, 4294967296, &result));
  EXPECT_FALSE(rt_ipow(2, -1, &result));
  EXPECT_TRUE(rt_ipow(INT64_MIN, 1, &result));
  EXPECT_EQ(result, INT64_MIN);
}
