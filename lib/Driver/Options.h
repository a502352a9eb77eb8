//===- Options.h - Command line of ruchy ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// What the user asked for, as plain data.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_DRIVER_OPTIONS_H
#define RUCHY_LIB_DRIVER_OPTIONS_H

#include "Ruchy/Support/Diagnostics.h"
#include "Ruchy/Support/OptLevel.h"
#include "Ruchy/Target/TargetDescription.h"

#include <optional>
#include <string>
#include <vector>

namespace ruchy {

enum class Command { Run, Compile, Check, Test, Explain, Help, Version };

enum class EmitKind { AST, MLIR, LLVM, Assembly, Object, Executable, DynOps };

/// The options of one invocation.
struct DriverOptions {
  Command command = Command::Run;
  /// The source file, `-` for standard input, or nothing with -e.
  std::string input;
  std::optional<std::string> code;
  /// What the program gets, its name first.
  std::vector<std::string> programArguments;
  std::string output;
  EmitKind emit = EmitKind::Executable;
  std::optional<OptLevel> level;
  TargetArch target = getHostArch();
  bool debugInfo = false;
  bool leakCheck = false;
  /// For -e and a program that is piped in.
  bool printLastValue = false;
  bool timePasses = false;
  std::string timeTrace;
  DiagnosticFormat errorFormat = DiagnosticFormat::Text;
  /// With Command::Check and Command::Test: files, folders with the latter.
  std::vector<std::string> inputs;
  /// With Command::Test.
  std::string filter;
  std::string junit;
  unsigned timeout = 60;
  bool includeIgnored = false;
  /// With Command::Explain: the code, or empty for all of them.
  std::string topic;
  /// With Command::Help: the command to explain, or empty.
  std::string helpTopic;
};

/// Reads the command line. Prints what is wrong with it and returns nothing
/// if it cannot be used.
std::optional<DriverOptions> parseOptions(llvm::ArrayRef<const char *> args);

void printHelp(llvm::raw_ostream &os, llvm::StringRef topic);

/// Reads the level after -O.
std::optional<OptLevel> parseOptLevel(llvm::StringRef text);

} // namespace ruchy

#endif // RUCHY_LIB_DRIVER_OPTIONS_H
