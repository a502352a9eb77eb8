//===- NumberSupport.h - Shared parts of number conversion ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Bit access to doubles, 64 x 64 bit products, powers of ten and exact
/// decimal expansions, for use inside src/number only.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_NUMBER_NUMBERSUPPORT_H
#define RUCHY_RUNTIME_NUMBER_NUMBERSUPPORT_H

#include <stddef.h>
#include <stdint.h>

namespace ruchy::rt {

inline uint64_t bitsOf(double value) {
  return __builtin_bit_cast(uint64_t, value);
}
inline double fromBits(uint64_t bits) {
  return __builtin_bit_cast(double, bits);
}

constexpr uint64_t signBit = uint64_t(1) << 63;
constexpr uint64_t hiddenBit = uint64_t(1) << 52;
constexpr uint64_t infinityBits = uint64_t(0x7FF) << 52;

/// A finite double without its sign as `mantissa * 2^exponent`.
struct BinaryFloat {
  uint64_t mantissa;
  int exponent;

  static BinaryFloat of(double value) {
    uint64_t bits = bitsOf(value);
    uint64_t fraction = bits & (hiddenBit - 1);
    int biased = int(bits >> 52) & 0x7FF;
    if (biased == 0)
      return {fraction, -1074};
    return {fraction | hiddenBit, biased - 1075};
  }
};

inline bool isFinite(double value) {
  return (bitsOf(value) & infinityBits) != infinityBits;
}

/// A 128-bit number.
struct Wide {
  uint64_t high;
  uint64_t low;
};

/// The full product. Written out for targets where the compiler would call a
/// library routine.
inline Wide multiplyWide(uint64_t a, uint64_t b) {
#if defined(__SIZEOF_INT128__) && !defined(__wasm__)
  unsigned __int128 product = (unsigned __int128)a * b;
  return {uint64_t(product >> 64), uint64_t(product)};
#else
  uint64_t aLow = uint32_t(a), aHigh = a >> 32;
  uint64_t bLow = uint32_t(b), bHigh = b >> 32;
  uint64_t low = aLow * bLow;
  // Opaque, or the optimizer recognises the idiom and calls the routine.
  __asm__("" : "+r"(low));
  uint64_t middle = aHigh * bLow + (low >> 32);
  uint64_t middle2 = aLow * bHigh + uint32_t(middle);
  return {aHigh * bHigh + (middle >> 32) + (middle2 >> 32),
          (middle2 << 32) | uint32_t(low)};
#endif
}

/// floor(log2(10^k)) for |k| <= 1200.
inline int floorLog2PowerOfTen(int k) { return (k * 1741647) >> 19; }

/// The range of exponents powerOfTen accepts.
constexpr int minPowerOfTen = -364;
constexpr int maxPowerOfTen = 335;

/// The 128 leading bits of 10^k, rounded down; the top bit is set. The unit of
/// the last bit is 2^(floorLog2PowerOfTen(k) - 127).
Wide powerOfTen(int k);

/// Whether powerOfTen(k) is exact.
inline bool isExactPowerOfTen(int k) { return k >= 0 && k <= 55; }

/// 10^k for k in 0..19.
extern const uint64_t smallPowersOfTen[20];

/// Number of decimal digits; 1 for zero.
int countDigits(uint64_t value);

/// Writes exactly `count` decimal digits of `value`, with leading zeros.
void writeDigits(char *out, uint64_t value, int count);

/// The decimal digits of a float, integer part first.
struct DecimalExpansion {
  /// One leading place is kept free for a carry.
  static constexpr size_t capacity = 1 + 309 + 1080;
  char digits[capacity];
  /// Where the integer part starts; it has at least one digit.
  size_t begin;
  /// Index of the first digit after the point.
  size_t point;
  /// End of the digits; behind it there are only zeros.
  size_t end;

  /// All digits of the finite `value`, exactly; the sign is ignored.
  void expand(double value);
  /// Keeps digits before index `position`, rounding ties to even. Digits from
  /// `position` on are dropped; a carry may move `begin` one to the left.
  void roundAt(size_t position);
  /// The digits of `value` rounded to `places` digits after the point;
  /// `point + places - end` zeros are to be added by the user.
  void fixed(double value, size_t places);
};

/// Shortest decimal of a finite non-zero value, see rt_float_shortest.
struct ShortestDecimal {
  uint64_t digits;
  int exponent;
};
ShortestDecimal shortestDecimal(double value);

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_NUMBER_NUMBERSUPPORT_H
