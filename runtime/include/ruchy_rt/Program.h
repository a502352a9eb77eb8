//===- Program.h - Start and end of a program -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A compiled program defines `const RtError *ruchy_main(void)` and
/// `const unsigned char ruchy_leak_check` (0 or 1); `_start` of the archive
/// does the rest. In the JIT the process calls rt_run_main.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_PROGRAM_H
#define RUCHY_RT_PROGRAM_H

#include "ruchy_rt/Api.h"

using RtMainFunction = RtStatus (*)(void);

/// Runs \p ruchyMain, natively on a stack of its own (512 MB reserved), and
/// ends it: reports an uncaught error, flushes, checks for leaks if
/// \p leakCheck. Returns the exit code 0, 1 or 70. May be called several
/// times, one after the other.
RT_API int rt_run_main(RtMainFunction ruchyMain, int leakCheck);
/// The part after ruchyMain: takes its result, returns the exit code.
RT_API int rt_finish(RtStatus error, int leakCheck);
/// Sets what `env_args` sees; \p argv must outlive the program.
RT_API void rt_set_args(int argc, char **argv);
/// `exit(n)`: flushes and ends the process at once with the low 8 bits.
RT_API __attribute__((noreturn)) void rt_exit(int64_t code);
/// Ends the process because memory ran out or a size is impossible: prints
/// one line on standard error, exit code 1.
RT_API __attribute__((noreturn, cold)) void rt_fatal(const char *message);

#endif // RUCHY_RT_PROGRAM_H
