//===- DiagnosticCodesTest.cpp - The table of codes -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Support/DiagnosticCodes.h"

#include "gtest/gtest.h"

using namespace ruchy;

namespace {

TEST(DiagnosticCodes, Format) {
  EXPECT_EQ(formatDiag(Diag::InvalidUtf8), "R0001");
  EXPECT_EQ(formatDiag(Diag::UndefinedVariable), "R0100");
}

TEST(DiagnosticCodes, Parse) {
  for (const char *text : {"R0100", "r0100", "R100", "100", "0100"}) {
    const DiagInfo *info = parseDiag(text);
    ASSERT_TRUE(info) << text;
    EXPECT_EQ(info->code, Diag::UndefinedVariable) << text;
  }
  for (const char *text : {"", "R", "R0000", "R9999", "100x", "-1", "RR100",
                           "99999999999999999999"})
    EXPECT_EQ(parseDiag(text), nullptr) << text;
}

TEST(DiagnosticCodes, RowsAreComplete) {
  for (const DiagInfo &info : getDiagInfos()) {
    EXPECT_EQ(findDiag(static_cast<unsigned>(info.code)), &info);
    EXPECT_FALSE(info.title.empty()) << info.name.str();
    EXPECT_NE(info.title.back(), '.') << info.name.str();
    EXPECT_FALSE(info.explanation.empty()) << info.name.str();
    EXPECT_EQ(info.wrong.empty(), info.right.empty()) << info.name.str();
    EXPECT_LE(info.title.size(), 70u) << info.name.str();
  }
}

TEST(DiagnosticCodes, EveryKindOfRuntimeErrorHasOne) {
#define RT_ERROR(Name, ...)                                                    \
  EXPECT_NE(getRuntimeDiag(#Name), Diag::None) << #Name;
#include "../../runtime/include/ruchy_rt/ErrorKinds.def"
}

} // namespace
