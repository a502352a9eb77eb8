//===- NumberSamples.h - Floats to test number conversion with --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reproducible samples of doubles, with the neighbourhoods where conversions
/// go wrong.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_UNITTESTS_RUNTIME_NUMBERSAMPLES_H
#define RUCHY_UNITTESTS_RUNTIME_NUMBERSAMPLES_H

#include <bit>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace ruchy::test {

/// A finite double with random bits.
inline double randomFinite(std::mt19937_64 &random) {
  for (;;) {
    double value = std::bit_cast<double>(uint64_t(random()));
    if (std::isfinite(value))
      return value;
  }
}

/// Powers of two with neighbours, powers of ten, extremes, short decimals.
inline std::vector<double> specialDoubles() {
  std::vector<double> values = {0.0,
                                5e-324,
                                2.2250738585072014e-308,
                                2.225073858507201e-308,
                                1.7976931348623157e308,
                                0.1,
                                0.3,
                                1e23,
                                9007199254740993.0,
                                0.5,
                                123.0};
  for (int e = -1074; e < 1024; ++e) {
    double power = std::ldexp(1.0, e);
    values.push_back(power);
    values.push_back(std::nextafter(power, 0));
    values.push_back(std::nextafter(power, INFINITY));
  }
  double ten = 1;
  for (int e = 0; e <= 308; ++e, ten *= 10) {
    for (double value : {ten, 1 / ten}) {
      values.push_back(value);
      values.push_back(std::nextafter(value, 0));
      values.push_back(std::nextafter(value, INFINITY));
    }
  }
  for (int i = 0; i < 2000; ++i) {
    values.push_back(i / 8.0);
    values.push_back(i / 100.0);
  }
  size_t count = values.size();
  for (size_t i = 0; i < count; ++i)
    values.push_back(-values[i]);
  return values;
}

/// `count` samples: random bits, subnormals, integers, decimals of a few
/// digits, and the special ones.
inline std::vector<double> sampleDoubles(size_t count, uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<double> values = specialDoubles();
  while (values.size() < count) {
    values.push_back(randomFinite(random));
    uint64_t bits = random();
    values.push_back(std::bit_cast<double>(bits >> (12 + bits % 50)));
    values.push_back(double(int64_t(random()) >> (bits % 64)));
    values.push_back(double(random() % 100000000) / 10000);
    values.push_back(double(random() >> 11) * 0x1p-53 * 1000);
  }
  return values;
}

} // namespace ruchy::test

#endif // RUCHY_UNITTESTS_RUNTIME_NUMBERSAMPLES_H
