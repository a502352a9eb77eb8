//===- TargetDescription.cpp - What we generate code for --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/TargetDescription.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/TargetParser/Host.h"

using namespace ruchy;

TargetDescription TargetDescription::forArch(TargetArch arch) {
  TargetDescription target;
  target.arch = arch;
  switch (arch) {
  case TargetArch::X86_64:
    target.triple = llvm::Triple("x86_64-unknown-linux-gnu");
    target.cpu = "x86-64";
    break;
  case TargetArch::AArch64:
    target.triple = llvm::Triple("aarch64-unknown-linux-gnu");
    target.cpu = "generic";
    break;
  case TargetArch::Wasm32:
    // Calls in tail position and functions with several results need the two
    // features, and the ABI variant that makes use of the second.
    target.triple = llvm::Triple("wasm32-unknown-wasip1");
    target.cpu = "generic";
    target.features =
        "+tail-call,+multivalue,+bulk-memory,+nontrapping-fptoint,"
        "+sign-ext,+mutable-globals";
    target.abi = "experimental-mv";
    break;
  }
  return target;
}

TargetArch ruchy::getHostArch() {
#if defined(__aarch64__)
  return TargetArch::AArch64;
#else
  return TargetArch::X86_64;
#endif
}

TargetDescription TargetDescription::host() {
  TargetDescription target = forArch(getHostArch());
  target.isJIT = true;
  target.cpu = llvm::sys::getHostCPUName().str();
  // In the order of their names: equal machines give equal code.
  llvm::StringMap<bool> features = llvm::sys::getHostCPUFeatures();
  llvm::SmallVector<llvm::StringRef> names(features.keys());
  llvm::sort(names);
  for (llvm::StringRef name : names) {
    if (!target.features.empty())
      target.features += ',';
    target.features += features.lookup(name) ? '+' : '-';
    target.features += name;
  }
  return target;
}

std::string TargetDescription::getDataLayout() const {
  return triple.computeDataLayout(abi);
}

RuntimeTarget ruchy::getRuntimeTarget(TargetArch arch) {
  switch (arch) {
  case TargetArch::X86_64:
    return RuntimeTarget::X86_64Linux;
  case TargetArch::AArch64:
    return RuntimeTarget::AArch64Linux;
  case TargetArch::Wasm32:
    return RuntimeTarget::Wasm32Wasi;
  }
  return RuntimeTarget::X86_64Linux;
}

llvm::StringRef ruchy::getTargetName(TargetArch arch) {
  switch (arch) {
  case TargetArch::X86_64:
    return "x86_64";
  case TargetArch::AArch64:
    return "aarch64";
  case TargetArch::Wasm32:
    return "wasm32";
  }
  return "";
}

std::optional<TargetArch> ruchy::parseTargetName(llvm::StringRef name) {
  for (TargetArch arch :
       {TargetArch::X86_64, TargetArch::AArch64, TargetArch::Wasm32})
    if (name == getTargetName(arch))
      return arch;
  return std::nullopt;
}
