//===- Rounding.cpp - floor, ceil, trunc, round, fmod -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Exact functions. Below 2^52 the conversion to an integer and back cuts the
/// fraction off; from there on every float is whole.
///
//===----------------------------------------------------------------------===//

#include "DoubleDouble.h"
#include "ExactFunctions.h"
#include "ruchy_rt/Math.h"

using namespace ruchy::rt;

extern "C" double rt_floor(double x) { return floorOf(x); }
extern "C" double rt_ceil(double x) { return ceilOf(x); }
extern "C" double rt_trunc(double x) { return truncOf(x); }
extern "C" double rt_round(double x) { return roundOf(x); }
extern "C" double rt_fmod(double x, double y) { return remainderOf(x, y); }
