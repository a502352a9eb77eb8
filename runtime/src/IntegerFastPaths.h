//===- IntegerFastPaths.h - Integer operations of one instruction *- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Part of FastPaths.cpp: compiled code inlines these.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_INTEGERFASTPATHS_H
#define RUCHY_RUNTIME_INTEGERFASTPATHS_H

#include "ruchy_rt/Integers.h"

RT_FAST int64_t rt_int_wrapping_add(int64_t a, int64_t b) {
  return static_cast<int64_t>(static_cast<uint64_t>(a) +
                              static_cast<uint64_t>(b));
}
RT_FAST int64_t rt_int_wrapping_sub(int64_t a, int64_t b) {
  return static_cast<int64_t>(static_cast<uint64_t>(a) -
                              static_cast<uint64_t>(b));
}
RT_FAST int64_t rt_int_wrapping_mul(int64_t a, int64_t b) {
  return static_cast<int64_t>(static_cast<uint64_t>(a) *
                              static_cast<uint64_t>(b));
}
RT_FAST int64_t rt_int_wrapping_neg(int64_t a) {
  return static_cast<int64_t>(0 - static_cast<uint64_t>(a));
}
RT_FAST int64_t rt_int_wrapping_shl(int64_t a, int64_t b) {
  return static_cast<int64_t>(static_cast<uint64_t>(a) << (b & 63));
}
RT_FAST int64_t rt_int_wrapping_shr(int64_t a, int64_t b) {
  return a >> (b & 63);
}
RT_FAST int64_t rt_int_rotate_left(int64_t a, int64_t b) {
  return static_cast<int64_t>(__builtin_rotateleft64(static_cast<uint64_t>(a),
                                                     static_cast<uint64_t>(b)));
}
RT_FAST int64_t rt_int_rotate_right(int64_t a, int64_t b) {
  return static_cast<int64_t>(__builtin_rotateright64(
      static_cast<uint64_t>(a), static_cast<uint64_t>(b)));
}
RT_FAST int64_t rt_int_count_ones(int64_t a) {
  return __builtin_popcountll(static_cast<unsigned long long>(a));
}
RT_FAST int64_t rt_int_leading_zeros(int64_t a) {
  return a ? __builtin_clzll(static_cast<unsigned long long>(a)) : 64;
}
RT_FAST int64_t rt_int_trailing_zeros(int64_t a) {
  return a ? __builtin_ctzll(static_cast<unsigned long long>(a)) : 64;
}

#endif // RUCHY_RUNTIME_INTEGERFASTPATHS_H
