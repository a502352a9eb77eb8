//===- Testing.h - Tests of a program and their results ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_DRIVER_TESTING_H
#define RUCHY_LIB_DRIVER_TESTING_H

#include "Options.h"
#include "Ruchy/Driver/Compilation.h"

#include <string>
#include <vector>

namespace ruchy {

/// A function marked #[test].
struct TestCase {
  /// The modules around the function, and the function.
  std::vector<ast::ModuleItem *> modules;
  ast::FunctionItem *function = nullptr;
  bool isIgnored = false;
  bool shouldPanic = false;
  /// With shouldPanic: what the error must contain.
  std::string expected;

  /// `tests::adds`.
  std::string getName() const;
};

enum class TestStatus { Passed, Failed, Ignored };

/// What became of a test, or of a file that does not compile.
struct TestResult {
  std::string name;
  TestStatus status = TestStatus::Passed;
  /// What the test printed, its error included.
  std::string output;
  /// Why it failed, if the output does not say so.
  std::string reason;
  double seconds = 0;
};

struct FileResult {
  std::string path;
  std::vector<TestResult> tests;
  unsigned filteredOut = 0;
};

/// The tests of a file in the order of the file.
std::vector<TestCase> findTests(ast::Module &module);

/// Runs one test in a process of its own. The compilation has been parsed.
TestResult runTest(Compilation &compilation, const TestCase &test,
                   const DriverOptions &options);

/// The results as JUnit XML.
std::string formatJUnit(llvm::ArrayRef<FileResult> files);

} // namespace ruchy

#endif // RUCHY_LIB_DRIVER_TESTING_H
