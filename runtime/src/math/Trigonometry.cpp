//===- Trigonometry.cpp - sin, cos, tan -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The argument is reduced to |r| <= pi/4 as a double-double: by subtraction of
/// a multiple of pi/2 in four parts (W. Cody, W. Waite, 1980), for large ones
/// by multiplication with the relevant bits of 2/pi (M. Payne, R. Hanek, 1983).
///
//===----------------------------------------------------------------------===//

#include "../number/NumberSupport.h"
#include "MathTables.h"
#include "ruchy_rt/Math.h"

using namespace ruchy::rt;

namespace {
/// x = quadrant * pi/2 + rest, quadrant modulo 4.
struct Reduced {
  int quadrant;
  Double2 rest;
};
} // namespace

/// 192 bits of twoOverPiBits from the given bit on.
static void loadTwoOverPi(unsigned start, uint64_t words[3]) {
  unsigned word = start / 64, bit = start % 64;
  for (unsigned i = 0; i < 3; ++i) {
    words[i] = twoOverPiBits[word + i] << bit;
    if (bit)
      words[i] |= twoOverPiBits[word + i + 1] >> (64 - bit);
  }
}

static void shiftLeft(uint64_t words[3], unsigned count) {
  if (count == 0)
    return;
  words[0] = (words[0] << count) | (words[1] >> (64 - count));
  words[1] = (words[1] << count) | (words[2] >> (64 - count));
  words[2] <<= count;
}

static Reduced reduceLarge(double x) {
  BinaryFloat binary = BinaryFloat::of(x);
  // Bits of 2/pi further left give multiples of 2 pi.
  uint64_t bits[3];
  loadTwoOverPi(unsigned(binary.exponent - 2 + 64), bits);
  Wide low = multiplyWide(binary.mantissa, bits[2]);
  Wide middle = multiplyWide(binary.mantissa, bits[1]);
  uint64_t turn[3] = {binary.mantissa * bits[0] + middle.high,
                      middle.low + low.high, low.low};
  turn[0] += turn[1] < middle.low;

  int quadrant = int(turn[0] >> 62);
  shiftLeft(turn, 2);
  // A fraction from one half on is a negative distance from the next quadrant.
  bool negative = turn[0] >> 63;
  if (negative) {
    ++quadrant;
    turn[2] = 0 - turn[2];
    turn[1] = ~turn[1] + (turn[2] == 0);
    turn[0] = ~turn[0] + (turn[2] == 0 && turn[1] == 0);
  }
  int scaling = -64;
  if (turn[0] == 0) {
    turn[0] = turn[1];
    turn[1] = turn[2];
    turn[2] = 0;
    scaling -= 64;
  }
  unsigned zeros = turn[0] ? unsigned(__builtin_clzll(turn[0])) : 0;
  shiftLeft(turn, zeros);
  scaling -= int(zeros);
  double high = double(turn[0] >> 11);
  double low2 = double(((turn[0] & 0x7FF) << 42) | (turn[1] >> 22));
  double unit = powerOfTwo(scaling);
  Double2 fraction = sumOrdered(high * 2048 * unit, low2 * 0x1p-42 * unit);
  Double2 rest = multiply(halfPi, fraction);
  if (negative)
    rest = negate(rest);
  if (x < 0)
    return {-quadrant & 3, negate(rest)};
  return {quadrant & 3, rest};
}

static Reduced reduce(double x) {
  double a = magnitude(x);
  if (a <= 0x1.921fb54442d18p-1)
    return {0, {x, 0}};
  if (a >= 0x1p19)
    return reduceLarge(x);
  constexpr double toInteger = 0x1.8p52;
  double n = (x * twoOverPi + toInteger) - toInteger;
  double rest = x - n * halfPiA;
  Double2 second = sum(rest, -(n * halfPiB));
  Double2 third = sum(second.high, -(n * halfPiC));
  double low = (second.low + third.low) - n * halfPiD;
  return {int(n) & 3, sumOrdered(third.high, low)};
}

static Double2 sineKernel(Double2 r) {
  double z = r.high * r.high;
  double series = -1.0 / 1307674368000 + z / 355687428096000.0;
  series = 1.0 / 6227020800 + z * series;
  series = -1.0 / 39916800 + z * series;
  series = 1.0 / 362880 + z * series;
  series = -1.0 / 5040 + z * series;
  series = 1.0 / 120 + z * series;
  series = -1.0 / 6 + z * series;
  return sumOrdered(r.high, r.high * z * series + r.low * (1 - 0.5 * z));
}

static Double2 cosineKernel(Double2 r) {
  Double2 square = product(r.high, r.high);
  double z = square.high;
  double series = 1.0 / 20922789888000 - z / 6402373705728000.0;
  series = -1.0 / 87178291200 + z * series;
  series = 1.0 / 479001600 + z * series;
  series = -1.0 / 3628800 + z * series;
  series = 1.0 / 40320 + z * series;
  series = -1.0 / 720 + z * series;
  series = 1.0 / 24 + z * series;
  Double2 start = sumOrdered(1, -0.5 * z);
  double rest = z * z * series - r.high * r.low - 0.5 * square.low;
  return sumOrdered(start.high, start.low + rest);
}

/// sin(x + quarters * pi/2).
static double sineOf(double x, int quarters) {
  Reduced reduced = reduce(x);
  int quadrant = (reduced.quadrant + quarters) & 3;
  double result = quadrant & 1 ? cosineKernel(reduced.rest).high
                               : sineKernel(reduced.rest).high;
  return quadrant & 2 ? -result : result;
}

extern "C" double rt_sin(double x) {
  double a = magnitude(x);
  if (!(a < infinity))
    return notANumber;
  return a < 0x1p-27 ? x : sineOf(x, 0);
}

extern "C" double rt_cos(double x) {
  if (!(magnitude(x) < infinity))
    return notANumber;
  return sineOf(x, 1);
}

extern "C" double rt_tan(double x) {
  double a = magnitude(x);
  if (!(a < infinity))
    return notANumber;
  if (a < 0x1p-27)
    return x;
  Reduced reduced = reduce(x);
  Double2 sine = sineKernel(reduced.rest);
  Double2 cosine = cosineKernel(reduced.rest);
  if (reduced.quadrant & 1)
    return divide(negate(cosine), sine).high;
  return divide(sine, cosine).high;
}
