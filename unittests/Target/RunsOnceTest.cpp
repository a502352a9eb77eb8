//===- RunsOnceTest.cpp - Programs without repetition -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/LLVMIR.h"

#include "llvm/AsmParser/Parser.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/SourceMgr.h"

#include "gtest/gtest.h"

using namespace ruchy;

static bool runsOnce(const char *text) {
  llvm::LLVMContext context;
  llvm::SMDiagnostic error;
  auto module = llvm::parseAssemblyString(text, error, context);
  EXPECT_TRUE(module);
  return module && runsEverythingOnce(*module);
}

TEST(RunsOnce, StraightLine) {
  EXPECT_TRUE(runsOnce("declare void @rt()\n"
                       "define internal void @f() { call void @rt() ret void }"
                       "define void @main() { call void @f() call void @f()"
                       " call void @rt() ret void }"));
}

TEST(RunsOnce, Branches) {
  EXPECT_TRUE(runsOnce("define void @main(i1 %c) { br i1 %c, label %a, label %b"
                       "\na:\n br label %b\nb:\n ret void }"));
}

TEST(RunsOnce, Loop) {
  EXPECT_FALSE(runsOnce("define void @main(i1 %c) { br label %a\n"
                        "a:\n br i1 %c, label %a, label %b\nb:\n ret void }"));
}

TEST(RunsOnce, Recursion) {
  EXPECT_FALSE(
      runsOnce("define void @main() { call void @f() ret void }"
               "define internal void @f() { call void @f() ret void }"));
  EXPECT_FALSE(
      runsOnce("define void @main() { call void @f() ret void }"
               "define internal void @f() { call void @g() ret void }"
               "define internal void @g() { call void @f() ret void }"));
}
