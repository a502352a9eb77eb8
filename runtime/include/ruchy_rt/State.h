//===- State.h - All mutable state of the runtime ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One object, defined once per process. It starts as zeros, so that it takes
/// no room in a binary. The first two fields are read by compiled code.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_STATE_H
#define RUCHY_RT_STATE_H

#include "ruchy_rt/Api.h"

/// Block sizes up to 1024 in steps of 16 and 64, then four per doubling.
#ifdef __wasm__
inline constexpr unsigned RtClassCount = 28 + 4 * 21;
#else
inline constexpr unsigned RtClassCount = 28 + 4 * 7;
#endif

/// The same bytes are objects before and after.
struct __attribute__((may_alias)) RtFreeBlock {
  RtFreeBlock *next;
};

struct RtRuntimeState {
  /// Native: a stack pointer below this value is the recursion limit.
  uintptr_t stackLimit;
  /// wasm: what recursive functions may still take; below 0 is the limit.
  alignas(8) int64_t stackBudget;
  /// For compiled code: the function `main` has been entered.
  uint8_t mainEntered;
  uint8_t leakCheck;
  uint8_t outMode; ///< 0 not known yet, 1 blocks, 2 lines.
  uint8_t running; ///< rt_run_main is active.
  /// Standard output and error go there instead if not zero.
  int32_t outFd;
  int32_t errFd;
  int32_t argc;
  char **argv;
  alignas(8) int64_t liveObjects;
  int64_t outLength; ///< Bytes waiting in the output buffer.
  char *arenaNext;
  char *arenaEnd;
  uintptr_t arenaSize; ///< Size of the newest arena.
  struct RtLargeBlock *freeLargeBlocks;
  uint64_t freeLargeBytes; ///< Their size in all.
  RtFreeBlock *freeBlocks[RtClassCount];
  /// Objects that a cycle may keep alive, see Cycles.cpp.
  struct RtHeader **candidates;
  alignas(8) int64_t numCandidates;
  int64_t maxCandidates;  ///< Room for them.
  int64_t candidateLimit; ///< From this many on cycles are searched.
  uint8_t freeing;        ///< Objects are being freed: no search now.
};

static_assert(offsetof(RtRuntimeState, stackLimit) == 0);
static_assert(offsetof(RtRuntimeState, stackBudget) == 8);
static_assert(offsetof(RtRuntimeState, mainEntered) == 16);

extern "C" {
extern RtRuntimeState rt_state;
}

#endif // RUCHY_RT_STATE_H
