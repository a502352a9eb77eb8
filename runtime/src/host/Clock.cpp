//===- Clock.cpp - The time of day, sleeping --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HostHelpers.h"
#include "Times.h"
#include "ruchy_rt/Output.h"

using namespace ruchy::rt;
using namespace ruchy::rt::host;

extern "C" int64_t rt_time_millis(void) {
  return readClock(Clock::Real) / NanosPerMilli;
}

extern "C" int64_t rt_time_micros(void) {
  return readClock(Clock::Real) / NanosPerMicro;
}

/// Longer times end with the program.
static constexpr double MaxMillis = 1e12;

extern "C" RtStatus rt_sleep(RT_A(time), const RtSite *site) {
  RtAny time = {timePayload, timeTag};
  if (libraryShapeOf(time) && recordOf(time)->shape->numFields == 1)
    time = makeFloat(static_cast<double>(nanosOf(time)) / NanosPerMilli);
  if (!isNumber(time)) {
    Text text;
    return typeError(text.add("sleep() expects a number, got ").addKind(time),
                     site);
  }
  rt_flush();
  double millis = toFloat(time);
  if (millis > MaxMillis)
    millis = MaxMillis;
  if (millis > 0)
    sleepFor(static_cast<int64_t>(millis * NanosPerMilli));
  return nullptr;
}
