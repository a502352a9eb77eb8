//===- Driver.h - The ruchy command -----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_DRIVER_DRIVER_H
#define RUCHY_DRIVER_DRIVER_H

#include <string>

namespace ruchy {

/// Exit codes of the tools.
enum ExitCode {
  ExitSuccess = 0,
  /// An error in the program or its source, a missing source file included.
  ExitFailure = 1,
  ExitUsage = 2,
  /// A bug of the compiler.
  ExitInternal = 70,
  /// An output that could not be written.
  ExitOutput = 74,
};

/// The whole command `ruchy`. Does not return before all output is written.
int runDriver(int argc, char **argv);

/// Our version, that of LLVM and the targets, as --version prints them.
std::string getVersionText();

} // namespace ruchy

#endif // RUCHY_DRIVER_DRIVER_H
