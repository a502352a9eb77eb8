//===- Random.cpp - Random numbers ------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// SplitMix64 (Steele, Lea and Flood 2014), started by the system or by the
/// number in RUCHY_SEED.
///
//===----------------------------------------------------------------------===//

#include "HostHelpers.h"
#include "ruchy_rt/Number.h"

using namespace ruchy::rt;
using namespace ruchy::rt::host;

static uint64_t State;
static bool IsStarted;

static void start() {
  IsStarted = true;
  RtString *seed = findVariable("RUCHY_SEED", 10);
  int64_t number;
  if (seed && rt_parse_int(seed->bytes, static_cast<size_t>(seed->len),
                           &number) == RT_PARSE_OK)
    State = static_cast<uint64_t>(number);
  else
    fillRandom(&State, sizeof(State));
  drop(seed);
}

static uint64_t next() {
  if (!IsStarted)
    start();
  uint64_t z = State += 0x9E3779B97F4A7C15;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

extern "C" double rt_random(void) {
  constexpr double Unit = 1.0 / (uint64_t(1) << 53);
  return static_cast<double>(next() >> 11) * Unit;
}

extern "C" RtStatus rt_random_int(int64_t *out, RT_A(low), RT_A(high),
                                  const RtSite *site) {
  RtAny low = {lowPayload, lowTag}, high = {highPayload, highTag};
  Text text;
  if (!isKind(low, RtKindInt) || !isKind(high, RtKindInt))
    return typeError(text.add("random_int() expects two integers"), site);
  if (low.payload > high.payload) {
    text.add("random_int() has no number between ").addInt(low.payload);
    return runtimeError(text.add(" and ").addInt(high.payload), site);
  }
  // All numbers of the span are equally likely: the last, incomplete group of
  // them is drawn again.
  uint64_t span = static_cast<uint64_t>(high.payload) -
                  static_cast<uint64_t>(low.payload) + 1;
  uint64_t value = next();
  if (span != 0) {
    uint64_t rest = (UINT64_MAX % span + 1) % span;
    while (value > UINT64_MAX - rest)
      value = next();
    value %= span;
  }
  *out = static_cast<int64_t>(static_cast<uint64_t>(low.payload) + value);
  return nullptr;
}
