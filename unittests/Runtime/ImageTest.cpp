//===- ImageTest.cpp - The runtime inside the compiler ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/RuntimeImage.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/Object/Archive.h"
#include "llvm/Support/Error.h"
#include <gtest/gtest.h>
#include <set>

using namespace llvm;
using ruchy::RuntimeTarget;

namespace {
class ImageTest : public ::testing::TestWithParam<RuntimeTarget> {};

/// Every symbol that the archive of a target defines.
std::set<std::string> archiveSymbols(RuntimeTarget target) {
  MemoryBufferRef buffer(ruchy::getRuntimeArchive(target), "runtime");
  auto archive = cantFail(object::Archive::create(buffer));
  std::set<std::string> names;
  for (const object::Archive::Symbol &symbol : archive->symbols())
    names.insert(symbol.getName().str());
  return names;
}

TEST_P(ImageTest, ArchiveHasTheEntryAndTheRuntime) {
  std::set<std::string> names = archiveSymbols(GetParam());
  for (const char *name : {"_start", "rt_state", "rt_run_main", "rt_drop",
                           "rt_any_add", "rt_float_display", "memcpy"})
    EXPECT_TRUE(names.count(name)) << name;
}

TEST_P(ImageTest, BitcodeCallsOnlyWhatTheArchiveDefines) {
  std::set<std::string> names = archiveSymbols(GetParam());
  LLVMContext context;
  auto module = cantFail(parseBitcodeFile(
      MemoryBufferRef(ruchy::getRuntimeBitcode(GetParam()), "fast"), context));
  for (const char *name :
       {"rt_dup", "rt_drop", "rt_array_push_i64", "rt_string_append"}) {
    Function *function = module->getFunction(name);
    ASSERT_NE(function, nullptr) << name;
    EXPECT_FALSE(function->isDeclaration()) << name;
    EXPECT_TRUE(function->hasFnAttribute(Attribute::AlwaysInline)) << name;
  }
  for (const Function &function : *module)
    if (function.isDeclaration() && function.getName().starts_with("rt_") &&
        !function.hasFnAttribute("wasm-import-name"))
      EXPECT_TRUE(names.count(function.getName().str()))
          << function.getName().str();
}

INSTANTIATE_TEST_SUITE_P(AllTargets, ImageTest,
                         ::testing::Values(RuntimeTarget::X86_64Linux,
                                           RuntimeTarget::AArch64Linux,
                                           RuntimeTarget::Wasm32Wasi));
} // namespace
