//===- DecimalCompare.cpp - Exact comparison of decimals --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `digits * 10^e` and `m * 2^b` are compared as integers after moving factors
/// with negative exponents to the other side and cancelling powers of two.
/// The middle between two floats has at most 768 significant digits, so of
/// longer inputs only whether anything follows matters.
///
//===----------------------------------------------------------------------===//

#include "DecimalCompare.h"
#include "NumberSupport.h"

using namespace ruchy::rt;

static constexpr int64_t maxDigits = 800;

namespace {
/// A natural number of up to 4 096 bits. The largest one arises from 801
/// digits times 2^1075: 3 736 bits.
struct Natural {
  static constexpr int capacity = 128;
  uint32_t limbs[capacity];
  int used = 0;

  void multiplyAdd(uint32_t factor, uint32_t addend) {
    uint64_t carry = addend;
    for (int i = 0; i < used; ++i) {
      carry += uint64_t(limbs[i]) * factor;
      limbs[i] = uint32_t(carry);
      carry >>= 32;
    }
    if (carry && used < capacity)
      limbs[used++] = uint32_t(carry);
  }

  void multiplyByPowerOfFive(int64_t exponent) {
    constexpr uint32_t fiveTo13 = 1220703125;
    for (; exponent >= 13; exponent -= 13)
      multiplyAdd(fiveTo13, 0);
    for (; exponent > 0; --exponent)
      multiplyAdd(5, 0);
  }

  void shiftLeft(int64_t count) {
    if (count % 32)
      multiplyAdd(uint32_t(1) << (count % 32), 0);
    int whole = int(count / 32);
    if (whole == 0 || used == 0)
      return;
    for (int i = used - 1; i >= 0; --i)
      if (i + whole < capacity)
        limbs[i + whole] = limbs[i];
    for (int i = 0; i < whole && i < capacity; ++i)
      limbs[i] = 0;
    used = used + whole < capacity ? used + whole : capacity;
  }

  int compare(const Natural &other) const {
    if (used != other.used)
      return used < other.used ? -1 : 1;
    for (int i = used - 1; i >= 0; --i)
      if (limbs[i] != other.limbs[i])
        return limbs[i] < other.limbs[i] ? -1 : 1;
    return 0;
  }
};
} // namespace

/// Reads at most maxDigits digits; if others than zeros follow, one more digit
/// stands for them. Returns the power of ten of the last digit read.
static int64_t readDigits(const Decimal &decimal, Natural &out) {
  int64_t taken = 0;
  bool rest = false;
  for (const char *p = decimal.digits; p != decimal.end; ++p) {
    if (*p == '.')
      continue;
    if (taken < maxDigits) {
      out.multiplyAdd(10, uint32_t(*p - '0'));
      ++taken;
    } else if (*p != '0') {
      rest = true;
      break;
    }
  }
  int64_t exponent = decimal.exponent + (decimal.count - taken);
  if (!rest)
    return exponent;
  out.multiplyAdd(10, 1);
  return exponent - 1;
}

int ruchy::rt::compareWithMiddle(const Decimal &decimal, uint64_t bits) {
  Natural left, right;
  int64_t tens = readDigits(decimal, left);

  BinaryFloat low = BinaryFloat::of(fromBits(bits));
  uint64_t middle = 2 * low.mantissa + 1;
  right.limbs[0] = uint32_t(middle);
  right.limbs[1] = uint32_t(middle >> 32);
  right.used = right.limbs[1] ? 2 : 1;
  int64_t twos = int64_t(low.exponent) - 1 - tens;

  if (tens >= 0)
    left.multiplyByPowerOfFive(tens);
  else
    right.multiplyByPowerOfFive(-tens);
  if (twos >= 0)
    right.shiftLeft(twos);
  else
    left.shiftLeft(-twos);
  return left.compare(right);
}
