//===- TargetDescription.h - What we generate code for ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_TARGET_TARGETDESCRIPTION_H
#define RUCHY_TARGET_TARGETDESCRIPTION_H

#include "Ruchy/Target/RuntimeImage.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/TargetParser/Triple.h"

#include <optional>
#include <string>

namespace ruchy {

/// The machines that programs are compiled for.
enum class TargetArch { X86_64, AArch64, Wasm32 };

/// Everything that code generation has to know about a target. Cheap to make:
/// it needs no TargetMachine.
struct TargetDescription {
  TargetArch arch = TargetArch::X86_64;
  /// Code for this process: position independent, calls reach everywhere.
  bool isJIT = false;
  llvm::Triple triple;
  std::string cpu;
  std::string features;
  /// The ABI variant that LLVM calls `target-abi`; empty for the default.
  std::string abi;

  /// The baseline CPU of an architecture, for programs that run elsewhere.
  static TargetDescription forArch(TargetArch arch);
  /// This machine with all it can do, for code that runs at once.
  static TargetDescription host();

  /// The data layout, as MLIR modules and LLVM modules carry it.
  std::string getDataLayout() const;
};

/// The architecture of this machine.
TargetArch getHostArch();
/// The runtime that programs for an architecture are linked with.
RuntimeTarget getRuntimeTarget(TargetArch arch);
/// The name that --target takes, e.g. `aarch64`.
llvm::StringRef getTargetName(TargetArch arch);
/// The inverse of getTargetName.
std::optional<TargetArch> parseTargetName(llvm::StringRef name);

} // namespace ruchy

#endif // RUCHY_TARGET_TARGETDESCRIPTION_H
