//===- TargetDescriptionTest.cpp - What we know of targets ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/TargetDescription.h"

#include "gtest/gtest.h"

using namespace ruchy;

TEST(TargetDescription, NamesAreReadBack) {
  for (TargetArch arch :
       {TargetArch::X86_64, TargetArch::AArch64, TargetArch::Wasm32})
    EXPECT_EQ(parseTargetName(getTargetName(arch)), arch);
  EXPECT_FALSE(parseTargetName("riscv64"));
  EXPECT_FALSE(parseTargetName(""));
}

TEST(TargetDescription, PointerWidths) {
  auto layout = [](TargetArch arch) {
    return TargetDescription::forArch(arch).getDataLayout();
  };
  EXPECT_NE(layout(TargetArch::Wasm32).find("p:32:32"), std::string::npos);
  EXPECT_EQ(layout(TargetArch::X86_64).find("p:32:32"), std::string::npos);
  EXPECT_NE(layout(TargetArch::AArch64).find("n32:64"), std::string::npos);
}

TEST(TargetDescription, ProgramsRunOnTheBaseline) {
  TargetDescription target = TargetDescription::forArch(TargetArch::X86_64);
  EXPECT_EQ(target.cpu, "x86-64");
  EXPECT_TRUE(target.features.empty());
  EXPECT_FALSE(target.isJIT);
}

TEST(TargetDescription, HostIsStable) {
  TargetDescription one = TargetDescription::host();
  TargetDescription two = TargetDescription::host();
  EXPECT_TRUE(one.isJIT);
  EXPECT_EQ(one.arch, getHostArch());
  EXPECT_EQ(one.features, two.features);
}

TEST(TargetDescription, WasmHasTailCalls) {
  TargetDescription target = TargetDescription::forArch(TargetArch::Wasm32);
  EXPECT_NE(target.features.find("+tail-call"), std::string::npos);
  EXPECT_NE(target.features.find("+multivalue"), std::string::npos);
  EXPECT_EQ(target.abi, "experimental-mv");
}
