//===- BigStackTest.cpp - Deep recursion ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Execution/BigStack.h"

#include "gtest/gtest.h"

using namespace ruchy;

/// Takes at least 256 bytes of stack per level.
static int recurse(int depth) {
  volatile char frame[256];
  frame[0] = 1;
  int below = depth == 0 ? 0 : recurse(depth - 1);
  return below + frame[0];
}

TEST(BigStack, RecursesBeyondTheSystemStack) {
  // 256 MB at least, where the system gives 8.
  int depth = 1000 * 1000;
  EXPECT_EQ(runOnBigStack(size_t(512) << 20,
                          [&](uintptr_t) { return recurse(depth); }),
            depth + 1);
}

TEST(BigStack, TellsTheLowestAddress) {
  runOnBigStack(1 << 20, [](uintptr_t lowest) {
    auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    EXPECT_GT(here, lowest);
    EXPECT_LT(here - lowest, size_t(1) << 20);
    return 0;
  });
}

TEST(BigStack, Nests) {
  EXPECT_EQ(runOnBigStack(1 << 20,
                          [](uintptr_t) {
                            return 1 + runOnBigStack(1 << 20, [](uintptr_t) {
                                     return 41;
                                   });
                          }),
            42);
}
