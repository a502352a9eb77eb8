//===- DecimalCompare.h - Exact comparison of decimals ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A decimal number as read from text and its exact comparison with floats.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_NUMBER_DECIMALCOMPARE_H
#define RUCHY_RUNTIME_NUMBER_DECIMALCOMPARE_H

#include <stddef.h>
#include <stdint.h>

namespace ruchy::rt {

/// A decimal `0.ddd.. * 10^..` still in its text.
struct Decimal {
  /// From the first significant digit to behind the last; one point may stand
  /// in between.
  const char *digits = nullptr;
  const char *end = nullptr;
  /// Number of significant digits, trailing zeros included.
  int64_t count = 0;
  /// The first 19 of them, and whether a later one is not zero.
  uint64_t leading = 0;
  bool truncated = false;
  /// Power of ten of the last digit.
  int64_t exponent = 0;
};

/// Sign of the difference between the decimal and the middle between the
/// finite float with the given bits (sign clear) and the next larger one.
int compareWithMiddle(const Decimal &decimal, uint64_t bits);

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_NUMBER_DECIMALCOMPARE_H
