//===- Object.h - Machine code ----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_TARGET_OBJECT_H
#define RUCHY_TARGET_OBJECT_H

#include "Ruchy/Support/OptLevel.h"
#include "Ruchy/Target/TargetDescription.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"

#include <memory>

namespace llvm {
class Module;
class TargetMachine;
} // namespace llvm

namespace ruchy {

/// Turns LLVM IR into objects or assembly for one target.
class CodeGenerator {
public:
  static llvm::Expected<CodeGenerator> create(const TargetDescription &target,
                                              OptLevel level);
  CodeGenerator(CodeGenerator &&);
  CodeGenerator &operator=(CodeGenerator &&);
  ~CodeGenerator();

  llvm::TargetMachine &getTargetMachine() { return *machine; }

  /// Appends an object file in the format of the target.
  llvm::Error emitObject(llvm::Module &module,
                         llvm::SmallVectorImpl<char> &out);
  /// Appends assembly text.
  llvm::Error emitAssembly(llvm::Module &module,
                           llvm::SmallVectorImpl<char> &out);

private:
  explicit CodeGenerator(std::unique_ptr<llvm::TargetMachine> machine);
  llvm::Error emit(llvm::Module &module, llvm::SmallVectorImpl<char> &out,
                   bool assembly);

  std::unique_ptr<llvm::TargetMachine> machine;
};

} // namespace ruchy

#endif // RUCHY_TARGET_OBJECT_H
