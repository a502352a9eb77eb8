//===- Actions.h - What the commands do -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// One function per command; each returns the exit code.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_DRIVER_ACTIONS_H
#define RUCHY_LIB_DRIVER_ACTIONS_H

#include "Options.h"

namespace ruchy {

class Compilation;
struct CompilationOptions;

int runProgram(const DriverOptions &options);
int compileProgram(const DriverOptions &options);
int checkPrograms(const DriverOptions &options);
int testPrograms(const DriverOptions &options);
int explainCode(const DriverOptions &options);

/// \name Shared by the commands
/// @{
CompilationOptions getCompilationOptions(const DriverOptions &options,
                                         TargetDescription target,
                                         OptLevel defaultLevel);
/// Compiles a module of the dialect in memory and runs it; the exit code.
int executeModule(Compilation &compilation, const DriverOptions &options);
/// @}

} // namespace ruchy

#endif // RUCHY_LIB_DRIVER_ACTIONS_H
