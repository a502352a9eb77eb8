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

int runProgram(const DriverOptions &options);
int compileProgram(const DriverOptions &options);
int checkProgram(const DriverOptions &options);

} // namespace ruchy

#endif // RUCHY_LIB_DRIVER_ACTIONS_H
