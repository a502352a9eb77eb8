//===- Driver.cpp - The ruchy command ---------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Driver/Driver.h"
#include "Actions.h"
#include "Options.h"
#include "Ruchy/Driver/InternalError.h"
#include "Ruchy/Driver/OutputFile.h"
#include "Ruchy/Execution/BigStack.h"

#include "llvm/Support/TimeProfiler.h"

#include <cstdio>
#include <unistd.h>

using namespace ruchy;

/// Deep nesting in a program is deep recursion in the compiler.
static constexpr size_t compilerStackSize = size_t(256) << 20;

static int runCommand(const DriverOptions &options) {
  switch (options.command) {
  case Command::Run:
    return runProgram(options);
  case Command::Compile:
    return compileProgram(options);
  case Command::Check:
    return checkPrograms(options);
  case Command::Test:
    return testPrograms(options);
  case Command::Explain:
    return explainCode(options);
  case Command::Help:
    printHelp(llvm::outs(), options.helpTopic);
    return ExitSuccess;
  case Command::Version:
    llvm::outs() << getVersionText();
    return ExitSuccess;
  }
  return ExitUsage;
}

static int writeTimeTrace(llvm::StringRef path) {
  std::string text;
  {
    llvm::SmallString<0> buffer;
    llvm::raw_svector_ostream stream(buffer);
    llvm::timeTraceProfilerWrite(stream);
    text = buffer.str().str();
  }
  llvm::timeTraceProfilerCleanup();
  if (llvm::Error error = writeOutput(path, text)) {
    llvm::errs() << "ruchy: " << llvm::toString(std::move(error)) << "\n";
    return ExitOutput;
  }
  return ExitSuccess;
}

static int runOptions(const DriverOptions &options) {
  if (!options.timeTrace.empty())
    llvm::timeTraceProfilerInitialize(/*TimeTraceGranularity=*/50, "ruchy");
  int code = runOnBigStack(compilerStackSize,
                           [&](uintptr_t) { return runCommand(options); });
  if (!options.timeTrace.empty())
    if (int failed = writeTimeTrace(options.timeTrace); failed && !code)
      code = failed;
  llvm::outs().flush();
  if (llvm::outs().has_error()) {
    llvm::outs().clear_error();
    llvm::errs() << "ruchy: cannot write to standard output\n";
    code = code ? code : int(ExitOutput);
  }
  return code;
}

int ruchy::runDriver(int argc, char **argv) {
  installCrashHandlers();
  reserveStandardStreams();
  std::optional<DriverOptions> options =
      parseOptions(llvm::ArrayRef<const char *>(argv + 1, argc - 1));
  int code = options ? runOptions(*options) : int(ExitUsage);
  llvm::errs().flush();
  // Nothing is left to do; taking everything apart would only cost time.
  ::_exit(code);
}
