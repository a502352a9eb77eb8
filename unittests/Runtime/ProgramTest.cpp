//===- ProgramTest.cpp - Running a program ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"
#include <set>
#include <unistd.h>

using namespace ruchy::rt::testing;

namespace {
RtStatus succeed() { return nullptr; }

RtStatus fail() { return reinterpret_cast<RtStatus>(&TestSite); }

RtStatus leak() {
  rt_string_from("never dropped", 13);
  return nullptr;
}

RtStatus leakAndFail() {
  leak();
  return fail();
}

int64_t depth;

/// Recursion as compiled code has it, without a tail call.
RtStatus recurse(int64_t n) {
  char frame[64];
  if (reinterpret_cast<uintptr_t>(frame) < rt_state.stackLimit)
    return fail();
  ++depth;
  asm volatile("" : : "r"(frame) : "memory");
  RtStatus error = recurse(n + 1);
  asm volatile("" : : : "memory");
  return error;
}

RtStatus recurseForever() { return recurse(0); }

/// The exit code, with standard error thrown away.
int run(RtMainFunction main, int leakCheck) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  rt_state.errFd = ends[1];
  int code = rt_run_main(main, leakCheck);
  rt_state.errFd = 0;
  close(ends[0]);
  close(ends[1]);
  return code;
}

TEST(ProgramTest, ExitCodes) {
  EXPECT_EQ(run(succeed, 1), 0);
  EXPECT_EQ(run(fail, 1), 1);
  EXPECT_EQ(run(leak, 0), 0);
  EXPECT_EQ(run(leak, 1), 70);
  EXPECT_EQ(run(leakAndFail, 1), 70);
}

TEST(ProgramTest, DeepRecursionEndsAtTheLimit) {
  depth = 0;
  EXPECT_EQ(run(recurseForever, 1), 1);
  EXPECT_GT(depth, 1000000);
  EXPECT_EQ(rt_state.stackLimit, 0u);
}

TEST(ProgramTest, SymbolTableIsComplete) {
  std::set<std::string> names;
  for (const RtHostSymbol *symbol = rt_host_symbols; symbol->name; ++symbol) {
    EXPECT_NE(symbol->address, nullptr) << symbol->name;
    EXPECT_TRUE(names.insert(symbol->name).second) << symbol->name;
  }
  for (const char *name : {"rt_state", "rt_drop", "rt_any_add", "rt_run_main",
                           "rt_array_push_i64", "rt_pow", "rt_int_to_text"})
    EXPECT_TRUE(names.count(name)) << name;
}
} // namespace
