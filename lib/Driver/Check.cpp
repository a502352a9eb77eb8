//===- Check.cpp - The command `check` --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Actions.h"
#include "Ruchy/Driver/Compilation.h"
#include "Ruchy/Driver/Driver.h"

using namespace ruchy;

/// Finds all errors of one file. Returns false if there are any.
static bool checkFile(llvm::StringRef path, const DriverOptions &options) {
  Compilation compilation(getCompilationOptions(
      options, TargetDescription::forArch(getHostArch()), OptLevel::O0));
  DiagnosticEngine &diagnostics = compilation.getDiagnostics();
  if (compilation.loadFile(path)) {
    bool isParsed = compilation.parse();
    bool isResolved = compilation.resolveNames();
    // Only IR generation knows what is not supported; it needs a whole tree
    // and the targets of all jumps.
    if (isParsed && isResolved)
      compilation.importModule();
    compilation.check();
    diagnostics.sortByLocation();
  }
  emitDiagnostics(diagnostics, llvm::errs(), options.errorFormat);
  return !diagnostics.hasErrors();
}

int ruchy::checkPrograms(const DriverOptions &options) {
  bool isFine = true;
  for (const std::string &path : options.inputs)
    isFine &= checkFile(path, options);
  return isFine ? ExitSuccess : ExitFailure;
}
