//===- ShortestFloat.cpp - Shortest round-trip decimals ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Schubfach: R. Giulietti, "The Schubfach way to render doubles" (2020). The
/// interval of reals that round to the value is scaled by a power of ten so
/// that it contains at least one and, one decade up, at most one integer.
/// Products keep 64 integer bits and one sticky bit, which is enough to
/// compare the interval's ends with multiples of four.
///
//===----------------------------------------------------------------------===//

#include "NumberSupport.h"
#include "ruchy_rt/Number.h"

using namespace ruchy::rt;

/// floor(g * factor / 2^128) with the lowest bit set if anything was cut off.
/// g may be too large by one unit, hence the tolerance in the last comparison.
static uint64_t scaleToOdd(Wide g, uint64_t factor) {
  Wide low = multiplyWide(g.low, factor);
  Wide high = multiplyWide(g.high, factor);
  high.low += low.high;
  high.high += high.low < low.high;
  return high.high | (high.low > 1);
}

static ShortestDecimal stripZeros(uint64_t digits, int exponent) {
  while (digits % 100000000 == 0) {
    digits /= 100000000;
    exponent += 8;
  }
  while (digits % 10 == 0) {
    digits /= 10;
    ++exponent;
  }
  return {digits, exponent};
}

ShortestDecimal ruchy::rt::shortestDecimal(double value) {
  BinaryFloat binary = BinaryFloat::of(value);
  uint64_t c = binary.mantissa;
  int q = binary.exponent;
  // Below a power of two the neighbour is only half as far away.
  bool closeBelow = c == hiddenBit && q > -1074;

  uint64_t left = 4 * c - 2 + closeBelow;
  uint64_t middle = 4 * c;
  uint64_t right = 4 * c + 2;
  int k = (q * 1262611 - (closeBelow ? 524031 : 0)) >> 22;
  int shift = q + floorLog2PowerOfTen(-k) + 1;
  Wide g = powerOfTen(-k);
  if (!isExactPowerOfTen(-k)) {
    ++g.low;
    g.high += g.low == 0;
  }
  left = scaleToOdd(g, left << shift);
  middle = scaleToOdd(g, middle << shift);
  right = scaleToOdd(g, right << shift);
  // The ends belong to the interval only if ties round to this value.
  bool odd = c & 1;
  uint64_t lower = left + odd;
  uint64_t upper = right - odd;

  uint64_t s = middle / 4;
  if (s >= 10) {
    uint64_t tens = s / 10;
    bool belowInside = lower <= 40 * tens;
    bool aboveInside = 40 * tens + 40 <= upper;
    if (belowInside != aboveInside)
      return stripZeros(tens + aboveInside, k + 1);
  }
  bool belowInside = lower <= 4 * s;
  bool aboveInside = 4 * s + 4 <= upper;
  if (belowInside != aboveInside)
    return stripZeros(s + aboveInside, k);
  uint64_t half = 4 * s + 2;
  bool roundUp = middle > half || (middle == half && (s & 1));
  return stripZeros(s + roundUp, k);
}

extern "C" void rt_float_shortest(double value, uint64_t *digits,
                                  int32_t *exponent) {
  ShortestDecimal shortest = {0, 0};
  if ((bitsOf(value) & ~signBit) != 0 && isFinite(value))
    shortest = shortestDecimal(value);
  *digits = shortest.digits;
  *exponent = shortest.exponent;
}
