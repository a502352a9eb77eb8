//===- Times.cpp - Instant, SystemTime, Duration ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Times.h"
#include "HostHelpers.h"

using namespace ruchy::rt;
using namespace ruchy::rt::host;

static constexpr RtFieldName FieldNames[] = {{"nanos", 5}};
static constexpr uint32_t Sorted[] = {0};

static RtAny makeTime(const LibraryShape &shape, int64_t nanos) {
  RtRecord *record = rt_record_new_dynamic(&shape.shape);
  record->fields[0] = makeInt(nanos);
  return makeRef(record);
}

//===----------------------------------------------------------------------===//
// Duration
//===----------------------------------------------------------------------===//

static RtStatus callDuration(RtAny *out, RtAny self, const char *name,
                             int64_t len, const RtAny *, int64_t,
                             const RtSite *site) {
  int64_t nanos = nanosOf(self);
  if (isNamed(name, len, "as_nanos"))
    *out = makeInt(nanos);
  else if (isNamed(name, len, "as_micros"))
    *out = makeInt(nanos / NanosPerMicro);
  else if (isNamed(name, len, "as_millis"))
    *out = makeInt(nanos / NanosPerMilli);
  else if (isNamed(name, len, "as_secs"))
    *out = makeInt(nanos / NanosPerSec);
  else if (isNamed(name, len, "as_secs_f64") ||
           isNamed(name, len, "as_secs_f32"))
    *out = makeFloat(static_cast<double>(nanos) / NanosPerSec);
  else if (isNamed(name, len, "subsec_nanos"))
    *out = makeInt(nanos % NanosPerSec);
  else if (isNamed(name, len, "subsec_micros"))
    *out = makeInt(nanos % NanosPerSec / NanosPerMicro);
  else if (isNamed(name, len, "subsec_millis"))
    *out = makeInt(nanos % NanosPerSec / NanosPerMilli);
  else
    return unknownMethod(self, name, len, site);
  return nullptr;
}

static constexpr LibraryShape DurationShape = {
    {RtKindStruct, ShapeHasMethods, "Duration", 8, nullptr, 0, FieldNames, 1,
     Sorted, 0, nullptr, 0, &DurationShape.shape, 0},
    callDuration};

/// \p count units as a Duration; what is too large is cut off.
static RtStatus makeDuration(RtAny *out, const char *function, RtAny count,
                             int64_t unit, const RtSite *site) {
  if (!isNumber(count)) {
    Text text;
    text.addZeroTerminated(function).add("() expects a number, got ");
    return typeError(text.addKind(count), site);
  }
  int64_t nanos;
  if (!isKind(count, RtKindInt)) {
    constexpr double Max = 9.2e18;
    double value = floatOf(count) * static_cast<double>(unit);
    nanos = value > 0 ? static_cast<int64_t>(value < Max ? value : Max) : 0;
  } else if (count.payload < 0) {
    nanos = 0;
  } else if (__builtin_mul_overflow(count.payload, unit, &nanos)) {
    nanos = INT64_MAX;
  }
  *out = makeTime(DurationShape, nanos);
  return nullptr;
}

extern "C" RtStatus rt_duration_from_nanos(RtAny *out, RT_A(count),
                                           const RtSite *site) {
  return makeDuration(out, "from_nanos", {countPayload, countTag}, 1, site);
}

extern "C" RtStatus rt_duration_from_micros(RtAny *out, RT_A(count),
                                            const RtSite *site) {
  return makeDuration(out, "from_micros", {countPayload, countTag},
                      NanosPerMicro, site);
}

extern "C" RtStatus rt_duration_from_millis(RtAny *out, RT_A(count),
                                            const RtSite *site) {
  return makeDuration(out, "from_millis", {countPayload, countTag},
                      NanosPerMilli, site);
}

extern "C" RtStatus rt_duration_from_secs(RtAny *out, RT_A(count),
                                          const RtSite *site) {
  return makeDuration(out, "from_secs", {countPayload, countTag}, NanosPerSec,
                      site);
}

//===----------------------------------------------------------------------===//
// Moments
//===----------------------------------------------------------------------===//

static RtStatus callMoment(RtAny *out, RtAny self, const char *name,
                           int64_t len, const RtAny *args, int64_t n,
                           Clock clock, const RtSite *site) {
  int64_t passed;
  if (isNamed(name, len, "elapsed"))
    passed = readClock(clock) - nanosOf(self);
  else if (isNamed(name, len, "duration_since") && n == 1 &&
           libraryShapeOf(args[0]))
    passed = nanosOf(self) - nanosOf(args[0]);
  else
    return unknownMethod(self, name, len, site);
  *out = makeTime(DurationShape, passed < 0 ? 0 : passed);
  return nullptr;
}

static RtStatus callInstant(RtAny *out, RtAny self, const char *name,
                            int64_t len, const RtAny *args, int64_t n,
                            const RtSite *site) {
  return callMoment(out, self, name, len, args, n, Clock::Steady, site);
}

static RtStatus callSystemTime(RtAny *out, RtAny self, const char *name,
                               int64_t len, const RtAny *args, int64_t n,
                               const RtSite *site) {
  return callMoment(out, self, name, len, args, n, Clock::Real, site);
}

static constexpr LibraryShape InstantShape = {
    {RtKindStruct, ShapeHasMethods, "Instant", 7, nullptr, 0, FieldNames, 1,
     Sorted, 0, nullptr, 0, &InstantShape.shape, 0},
    callInstant};

static constexpr LibraryShape SystemTimeShape = {
    {RtKindStruct, ShapeHasMethods, "SystemTime", 10, nullptr, 0, FieldNames, 1,
     Sorted, 0, nullptr, 0, &SystemTimeShape.shape, 0},
    callSystemTime};

extern "C" void rt_instant_now(RtAny *out) {
  *out = makeTime(InstantShape, readClock(Clock::Steady));
}

extern "C" void rt_system_time_now(RtAny *out) {
  *out = makeTime(SystemTimeShape, readClock(Clock::Real));
}

extern "C" void rt_unix_epoch(RtAny *out) {
  *out = makeTime(SystemTimeShape, 0);
}
