//===- JUnit.cpp - Results of tests as XML ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Testing.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace ruchy;

/// Text and attribute values; what XML cannot hold becomes `?`.
static std::string escape(llvm::StringRef text) {
  std::string result;
  for (char c : llvm::json::fixUTF8(text)) {
    switch (c) {
    case '&':
      result += "&amp;";
      break;
    case '<':
      result += "&lt;";
      break;
    case '>':
      result += "&gt;";
      break;
    case '"':
      result += "&quot;";
      break;
    default:
      bool isControl = static_cast<unsigned char>(c) < 0x20 && c != '\n' &&
                       c != '\t' && c != '\r';
      result += isControl ? '?' : c;
    }
  }
  return result;
}

/// The line that says what went wrong.
static std::string getMessage(const TestResult &test) {
  if (!test.reason.empty())
    return test.reason;
  for (llvm::StringRef line : llvm::split(test.output, '\n'))
    if (line.consume_front("Error: ")) {
      line.consume_front("Evaluation error: ");
      return line.str();
    }
  return "failed";
}

static void printTest(const FileResult &file, const TestResult &test,
                      llvm::raw_ostream &os) {
  os << "    <testcase name=\"" << escape(test.name) << "\" classname=\""
     << escape(file.path) << "\" time=\"" << llvm::format("%.3f", test.seconds)
     << "\"";
  switch (test.status) {
  case TestStatus::Passed:
    os << "/>\n";
    return;
  case TestStatus::Ignored:
    os << ">\n      <skipped/>\n    </testcase>\n";
    return;
  case TestStatus::Failed:
    os << ">\n      <failure message=\"" << escape(getMessage(test)) << "\">"
       << escape(test.output) << "</failure>\n    </testcase>\n";
    return;
  }
}

std::string ruchy::formatJUnit(llvm::ArrayRef<FileResult> files) {
  std::string text;
  llvm::raw_string_ostream os(text);
  os << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
  for (const FileResult &file : files) {
    if (file.tests.empty())
      continue;
    double seconds = 0;
    unsigned failed = 0, ignored = 0;
    for (const TestResult &test : file.tests) {
      seconds += test.seconds;
      failed += test.status == TestStatus::Failed;
      ignored += test.status == TestStatus::Ignored;
    }
    os << "  <testsuite name=\"" << escape(file.path) << "\" tests=\""
       << file.tests.size() << "\" failures=\"" << failed << "\" skipped=\""
       << ignored << "\" time=\"" << llvm::format("%.3f", seconds) << "\">\n";
    for (const TestResult &test : file.tests)
      printTest(file, test, os);
    os << "  </testsuite>\n";
  }
  os << "</testsuites>\n";
  return text;
}
