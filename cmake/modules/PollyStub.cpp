//===- PollyStub.cpp - Empty registration hook of Polly ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Debian's libLLVMLTO.a was configured with Polly as a static extension and
// calls this hook. We ship no Polly, so it registers nothing.
//
//===----------------------------------------------------------------------===//

#include "llvm/Plugins/PassPlugin.h"

llvm::PassPluginLibraryInfo getPollyPluginInfo();

llvm::PassPluginLibraryInfo getPollyPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "polly-stub", "0", [](llvm::PassBuilder &) {}, nullptr};
}
