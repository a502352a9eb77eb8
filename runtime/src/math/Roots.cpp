//===- Roots.cpp - cbrt, hypot ----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Roots by iteration with a last step whose residue is a double-double.
///
//===----------------------------------------------------------------------===//

#include "DoubleDouble.h"
#include "ruchy_rt/Math.h"

using namespace ruchy::rt;

extern "C" double rt_cbrt(double x) {
  if (isNan(x))
    return notANumber;
  double a = magnitude(x);
  if (a == 0 || a == infinity)
    return x;
  double unscale = 1;
  if (a < 0x1p-900) {
    a *= 0x1p300;
    unscale = 0x1p-100;
  } else if (a > 0x1p900) {
    a *= 0x1p-300;
    unscale = 0x1p100;
  }
  // A third of the bits, bias corrected, is within six percent; Halley's step
  // triples the number of correct digits.
  double root = ofBits(toBits(a) / 3 + 0x2A9F7893782DA1CE);
  for (int i = 0; i < 2; ++i) {
    double cube = root * root * root;
    root = root * ((cube + 2 * a) / (2 * cube + a));
  }
  Double2 square = product(root, root);
  Double2 cube = multiply(square, root);
  double residue = (a - cube.high) - cube.low;
  root += residue / (3 * square.high);
  return withSignOf(root * unscale, x);
}

extern "C" double rt_hypot(double x, double y) {
  double a = magnitude(x), b = magnitude(y);
  if (a == infinity || b == infinity)
    return infinity;
  if (isNan(a) || isNan(b))
    return notANumber;
  if (a < b) {
    double swapped = a;
    a = b;
    b = swapped;
  }
  if (b <= a * 0x1p-54)
    return a + b;
  double unscale = 1;
  if (a > 0x1p500) {
    a *= 0x1p-600;
    b *= 0x1p-600;
    unscale = 0x1p600;
  } else if (b < 0x1p-400) {
    a *= 0x1p600;
    b *= 0x1p600;
    unscale = 0x1p-600;
  }
  Double2 squares = add(product(a, a), product(b, b));
  return squareRoot(squares).high * unscale;
}
