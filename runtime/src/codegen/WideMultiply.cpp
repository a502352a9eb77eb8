//===- WideMultiply.cpp - 128-bit product -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The routine LLVM calls on wasm32 for 128-bit products and for checked 64-bit
/// multiplication.
///
//===----------------------------------------------------------------------===//

#include "../number/NumberSupport.h"

using namespace ruchy::rt;

#if defined(__SIZEOF_INT128__)
extern "C" __int128 __multi3(__int128 a, __int128 b) {
  uint64_t aLow = uint64_t(a), bLow = uint64_t(b);
  uint64_t aHigh = uint64_t((unsigned __int128)a >> 64);
  uint64_t bHigh = uint64_t((unsigned __int128)b >> 64);
  Wide low = multiplyWide(aLow, bLow);
  uint64_t high = low.high + aHigh * bLow + aLow * bHigh;
  return __int128(((unsigned __int128)high << 64) | low.low);
}
#endif
