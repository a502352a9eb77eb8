//===- Times.h - Objects that measure time ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_TIMES_H
#define RUCHY_RUNTIME_TIMES_H

#include "../LibraryShape.h"

namespace ruchy::rt::host {

inline constexpr int64_t NanosPerMicro = 1000, NanosPerMilli = 1000000,
                         NanosPerSec = 1000000000;

/// Nanoseconds of an Instant, SystemTime or Duration, their only field.
RT_INLINE int64_t nanosOf(RtAny value) {
  return recordOf(value)->fields[0].payload;
}

} // namespace ruchy::rt::host

#endif // RUCHY_RUNTIME_TIMES_H
