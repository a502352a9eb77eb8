//===- Linker.h - Executables from objects ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_TARGET_LINKER_H
#define RUCHY_TARGET_LINKER_H

#include "Ruchy/Target/TargetDescription.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>

namespace ruchy {

/// How to link a program.
struct LinkOptions {
  TargetArch arch = TargetArch::X86_64;
  /// Keep symbols and debug sections.
  bool keepSymbols = false;
};

/// Links an object file in memory with the runtime and gives the executable.
/// Needs no other program and no file of the system. Not to be called by two
/// threads at once.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
linkExecutable(llvm::StringRef object, const LinkOptions &options);

} // namespace ruchy

#endif // RUCHY_TARGET_LINKER_H
