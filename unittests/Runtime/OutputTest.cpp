//===- OutputTest.cpp - Standard output and error ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"
#include <unistd.h>

using namespace ruchy::rt::testing;

namespace {
/// Both streams go to one pipe, so that their order shows.
class OutputTest : public RuntimeTest {
protected:
  void SetUp() override {
    RuntimeTest::SetUp();
    ASSERT_EQ(pipe(ends), 0);
    rt_state.outFd = rt_state.errFd = ends[1];
    rt_state.outMode = 0;
  }

  void TearDown() override {
    rt_flush();
    rt_state.outFd = rt_state.errFd = 0;
    rt_state.outMode = 0;
    close(ends[0]);
    close(ends[1]);
    RuntimeTest::TearDown();
  }

  /// What has really been written and not been read yet, at least one byte.
  std::string written() {
    char buffer[4096];
    return std::string(buffer, read(ends[0], buffer, sizeof(buffer)));
  }

private:
  int ends[2];
};

TEST_F(OutputTest, Scalars) {
  rt_print_int(-42, 1);
  rt_print_newline(1);
  rt_print_float(2.5, 1);
  rt_print_bool(1, 1);
  rt_print_nil(1);
  rt_print_range(1, 3, 0, 1);
  rt_flush();
  EXPECT_EQ(written(), "-42\n2.5truenil1..3");
}

TEST_F(OutputTest, DynamicValuesPrintInTopLevelForm) {
  for (Value v : {Value("raw"), arrayOf({"quoted"}), Value(1.0)})
    rt_print_any(v.p(), v.t(), 1);
  rt_flush();
  EXPECT_EQ(written(), "raw[\"quoted\"]1.0");
}

TEST_F(OutputTest, StandardErrorComesAfterWhatWasPrintedBefore) {
  rt_print_bytes("first ", 6, 1);
  rt_print_bytes("second ", 7, 2);
  rt_print_bytes("third", 5, 1);
  EXPECT_EQ(written(), "first second ");
  rt_flush();
  EXPECT_EQ(written(), "third");
}

TEST_F(OutputTest, ComputedFirstArgumentMayBeAFormat) {
  Value format("{} of {}"), text("no placeholder");
  RtAny values[] = {format.get(), {1, RtKindInt}, {2, RtKindInt}};
  rt_print_values(values, 3, 1);
  values[0] = text.get();
  rt_print_values(values, 3, 1);
  rt_flush();
  EXPECT_EQ(written(), "1 of 2no placeholder 1 2");
}

TEST_F(OutputTest, ReportHasTwoLines) {
  rt_print_bytes("out\n", 4, 1);
  RtStatus error = rt_error_index(4, 2, RtKindString, &TestSite);
  rt_report_uncaught(error);
  rt_error_drop(error);
  EXPECT_EQ(written(),
            "out\nError: Evaluation error: Runtime error: Index 4 out of "
            "bounds for string of length 2\n  at test.ruchy:3:7\n");
}

TEST_F(OutputTest, ReportsOfAllForms) {
  auto report = [&](RtStatus error) {
    rt_report_uncaught(error);
    rt_error_drop(error);
    std::string text = written();
    return text.substr(0, text.find('\n'));
  };
  auto site = [](uint32_t kind) {
    static RtSite sites[RtErrorKindCount];
    sites[kind] = TestSite;
    sites[kind].kind = kind;
    return &sites[kind];
  };
  auto asError = [](const RtSite *s) { return reinterpret_cast<RtStatus>(s); };
  EXPECT_EQ(report(asError(site(RtErrorUndefinedVariable))),
            "Error: Evaluation error: Runtime error: Undefined variable: text");
  EXPECT_EQ(report(asError(site(RtErrorUndefinedFunction))),
            "Error: Evaluation error: Runtime error: Undefined function: text "
            "(not found, undefined)");
  EXPECT_EQ(report(asError(site(RtErrorDivisionByZero))),
            "Error: Evaluation error: Division by zero");
  EXPECT_EQ(report(asError(site(RtErrorRecursionLimit))),
            "Error: Evaluation error: Recursion limit exceeded");
  EXPECT_EQ(report(asError(site(RtErrorTypeError))),
            "Error: Evaluation error: Type error: text");
  EXPECT_EQ(report(asError(site(RtErrorAssertionFailed))),
            "Error: Evaluation error: Assertion failed");
  EXPECT_EQ(
      report(rt_error_message(Value("m").releaseString(), site(RtErrorPanic))),
      "Error: Evaluation error: Runtime error: panic: m");
  EXPECT_EQ(report(rt_error_message(Value("m").releaseString(),
                                    site(RtErrorAssertionMessage))),
            "Error: Evaluation error: Assertion failed: m");
  Value text("a");
  EXPECT_EQ(report(rt_error_assert_eq(1, RtKindInt, text.p(), text.t(), nullptr,
                                      &TestSite)),
            "Error: Evaluation error: Assertion failed: expected 1, got \"a\"");
  EXPECT_EQ(report(rt_error_assert_eq(1, RtKindInt, text.p(), text.t(),
                                      text.string(), &TestSite)),
            "Error: Evaluation error: Assertion failed: a");
  RtAny thrown = arrayOf({"x"}).release();
  EXPECT_EQ(report(rt_error_throw(thrown.payload, thrown.tag, &TestSite)),
            "Error: Evaluation error: Uncaught exception: [\"x\"]");
}
} // namespace
