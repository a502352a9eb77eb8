//===- Test.cpp - The command `test` ----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Actions.h"
#include "Ruchy/Driver/Driver.h"
#include "Ruchy/Driver/OutputFile.h"
#include "Testing.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"

#include <chrono>

using namespace ruchy;

namespace {

/// Runs the tests of several files and prints what becomes of them.
class TestSession {
public:
  explicit TestSession(const DriverOptions &options) : options(options) {}

  int run();

private:
  bool collectFiles(llvm::StringRef path);
  void runFile(const std::string &path);
  void runTests(Compilation &compilation, FileResult &file);
  void printLine(const TestResult &result);
  void printFailures();
  void printSummary(double seconds);
  bool isSelected(const TestCase &test) const;

  const DriverOptions &options;
  llvm::raw_ostream &os = llvm::outs();
  std::vector<std::string> paths;
  std::vector<FileResult> files;
  bool isIncomplete = false;
};

} // namespace

/// A file as it is, of a folder all that end in `.ruchy`.
bool TestSession::collectFiles(llvm::StringRef path) {
  if (!llvm::sys::fs::is_directory(path)) {
    paths.push_back(path.str());
    return true;
  }
  std::vector<std::string> found;
  std::error_code error;
  llvm::sys::fs::recursive_directory_iterator it(path, error), end;
  for (; it != end && !error; it.increment(error)) {
    if (llvm::sys::path::filename(it->path()).starts_with(".")) {
      it.no_push();
      continue;
    }
    if (llvm::sys::path::extension(it->path()) == ".ruchy" &&
        !llvm::sys::fs::is_directory(it->path()))
      found.push_back(it->path());
  }
  if (error) {
    llvm::errs() << "ruchy: cannot read '" << path << "': " << error.message()
                 << "\n";
    return false;
  }
  llvm::sort(found);
  paths.insert(paths.end(), found.begin(), found.end());
  return true;
}

bool TestSession::isSelected(const TestCase &test) const {
  return llvm::StringRef(test.getName()).contains(options.filter);
}

void TestSession::printLine(const TestResult &result) {
  os << "test " << result.name << " ... ";
  switch (result.status) {
  case TestStatus::Passed:
    os << "ok\n";
    return;
  case TestStatus::Failed:
    os << "FAILED\n";
    return;
  case TestStatus::Ignored:
    os << "ignored\n";
    return;
  }
}

void TestSession::runTests(Compilation &compilation, FileResult &file) {
  std::vector<TestCase> tests = findTests(*compilation.getAST());
  size_t all = tests.size();
  llvm::erase_if(tests, [&](const TestCase &t) { return !isSelected(t); });
  file.filteredOut = static_cast<unsigned>(all - tests.size());
  if (all == 0 && options.inputs.size() + paths.size() > 2)
    return;
  os << "\nrunning " << tests.size() << (tests.size() == 1 ? " test" : " tests")
     << " of " << file.path << "\n";
  for (const TestCase &test : tests) {
    TestResult result;
    result.name = test.getName();
    result.status = TestStatus::Ignored;
    if (!test.isIgnored || options.includeIgnored)
      result = runTest(compilation, test, options);
    printLine(result);
    file.tests.push_back(std::move(result));
  }
}

void TestSession::runFile(const std::string &path) {
  FileResult &file = files.emplace_back();
  file.path = path;
  Compilation compilation(
      getCompilationOptions(options, TargetDescription::host(), OptLevel::O1));
  if (compilation.loadFile(path) && compilation.parse())
    return runTests(compilation, file);
  TestResult result;
  result.name = path;
  result.status = TestStatus::Failed;
  result.reason = "does not compile";
  llvm::raw_string_ostream text(result.output);
  emitDiagnostics(compilation.getDiagnostics(), text, options.errorFormat);
  os << "\n";
  printLine(result);
  file.tests.push_back(std::move(result));
}

void TestSession::printFailures() {
  std::string list;
  for (const FileResult &file : files)
    for (const TestResult &test : file.tests) {
      if (test.status != TestStatus::Failed)
        continue;
      os << (list.empty() ? "\nfailures:\n" : "") << "\n---- " << test.name;
      if (test.name != file.path)
        os << " (" << file.path << ")";
      os << " ----\n" << test.output;
      if (!test.output.empty() && test.output.back() != '\n')
        os << "\n";
      if (!test.reason.empty())
        os << "test " << test.reason << "\n";
      list += "    " + test.name + "\n";
    }
  if (!list.empty())
    os << "\nfailures:\n" << list;
}

void TestSession::printSummary(double seconds) {
  unsigned counts[3] = {}, filtered = 0;
  for (const FileResult &file : files) {
    filtered += file.filteredOut;
    for (const TestResult &test : file.tests)
      ++counts[static_cast<unsigned>(test.status)];
  }
  unsigned failed = counts[static_cast<unsigned>(TestStatus::Failed)];
  unsigned ignored = counts[static_cast<unsigned>(TestStatus::Ignored)];
  isIncomplete |= failed != 0;
  os << "\ntest result: " << (failed ? "FAILED" : "ok") << ". "
     << counts[static_cast<unsigned>(TestStatus::Passed)] << " passed; "
     << failed << " failed; ";
  if (ignored)
    os << ignored << " ignored; ";
  os << filtered << " filtered out; finished in "
     << llvm::format("%.2fs", seconds) << "\n\n";
}

int TestSession::run() {
  auto start = std::chrono::steady_clock::now();
  for (const std::string &path : options.inputs)
    isIncomplete |= !collectFiles(path);
  for (const std::string &path : paths)
    runFile(path);
  printFailures();
  printSummary(
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
          .count());
  if (!options.junit.empty())
    if (llvm::Error error = writeOutput(options.junit, formatJUnit(files))) {
      llvm::errs() << "ruchy: " << llvm::toString(std::move(error)) << "\n";
      return ExitOutput;
    }
  return isIncomplete ? ExitFailure : ExitSuccess;
}

int ruchy::testPrograms(const DriverOptions &options) {
  return TestSession(options).run();
}
