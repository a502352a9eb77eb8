//===- Program.cpp - Running a program --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What happens around the program's own code.
///
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Program.h"
#include "Stack.h"
#include "Support.h"
#include "System.h"
#include "ruchy_rt/Objects.h"
#include "ruchy_rt/Output.h"

using namespace ruchy::rt;

RtRuntimeState rt_state;

extern "C" void rt_set_args(int argc, char **argv) {
  rt_state.argc = argc;
  rt_state.argv = argv;
}

extern "C" void rt_exit(int64_t code) {
  rt_flush();
  sys::exit(static_cast<int>(code & 0xFF));
}

extern "C" void rt_fatal(const char *message) {
  // No memory may be needed here.
  rt_print_bytes("Error: ", 7, 2);
  rt_print_bytes(message, static_cast<int64_t>(__builtin_strlen(message)), 2);
  rt_print_bytes("\n", 1, 2);
  sys::exit(1);
}

/// The number of live objects if there are any at the end.
static bool reportLeaks() {
  constexpr int64_t TextMax = 96;
  int64_t live = rt_state.liveObjects;
  if (live == 0)
    return false;
  Text text(rt_string_reserve(TextMax));
  text.add("Leak check: ").addInt(live);
  text.addZeroTerminated(live == 1 ? " object is" : " objects are");
  RtString *line = text.add(" still alive\n").take();
  rt_print_string(line, 2);
  drop(line);
  return true;
}

extern "C" int rt_finish(RtStatus error, int leakCheck) {
  constexpr int Failed = 1, Leaked = 70;
  int code = 0;
  if (RT_UNLIKELY(error != nullptr)) {
    rt_report_uncaught(error);
    rt_error_drop(error);
    code = Failed;
  }
  rt_flush();
  if (leakCheck) {
    rt_collect_cycles();
    if (reportLeaks())
      code = Leaked;
  }
  return code;
}

namespace {
struct Run {
  RtMainFunction ruchyMain;
  int leakCheck;
  int code;
};
} // namespace

static void runAndFinish(void *argument) {
  auto *run = static_cast<Run *>(argument);
  run->code = rt_finish(run->ruchyMain(), run->leakCheck);
}

extern "C" int rt_run_main(RtMainFunction ruchyMain, int leakCheck) {
  Run run = {ruchyMain, leakCheck, 0};
  rt_state.liveObjects = 0;
  rt_state.numCandidates = 0;
  runOnOwnStack(runAndFinish, &run);
  return run.code;
}
