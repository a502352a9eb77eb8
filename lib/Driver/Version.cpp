//===- Version.cpp - What --version prints ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Driver/Driver.h"
#include "Ruchy/Target/TargetDescription.h"

#include "llvm/Config/llvm-config.h"

using namespace ruchy;

std::string ruchy::getVersionText() {
  std::string text =
      "ruchy " RUCHY_VERSION " (LLVM " LLVM_VERSION_STRING "), targets:";
  for (TargetArch arch :
       {TargetArch::X86_64, TargetArch::AArch64, TargetArch::Wasm32})
    text += " " + getTargetName(arch).str();
  return text + "\n";
}
