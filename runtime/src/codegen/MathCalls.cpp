//===- MathCalls.cpp - Float routines called by generated code --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Names of the C library that LLVM may call for its float intrinsics. Built
/// with -fno-builtin and linked after code generation.
///
//===----------------------------------------------------------------------===//

#include "../math/ExactFunctions.h"

using namespace ruchy::rt;

extern "C" {

double floor(double x) { return floorOf(x); }
double ceil(double x) { return ceilOf(x); }
double trunc(double x) { return truncOf(x); }
double round(double x) { return roundOf(x); }
double rint(double x) { return roundEvenOf(x); }
double nearbyint(double x) { return roundEvenOf(x); }
double roundeven(double x) { return roundEvenOf(x); }
double fmod(double x, double y) { return remainderOf(x, y); }

/// The smaller operand, the number if the other is NaN; -0.0 is below 0.0.
double fmin(double x, double y) {
  if (x < y || isNan(y))
    return x;
  if (y < x || isNan(x))
    return y;
  return ofBits(toBits(x) | (toBits(y) & (uint64_t(1) << 63)));
}

/// As fmin for the larger one.
double fmax(double x, double y) {
  if (x > y || isNan(y))
    return x;
  if (y > x || isNan(x))
    return y;
  return toBits(x) >> 63 ? y : x;
}

double fminimum_num(double x, double y) { return fmin(x, y); }
double fmaximum_num(double x, double y) { return fmax(x, y); }

} // extern "C"
