//===- LLVMIR.h - From the LLVM dialect to optimised IR ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_TARGET_LLVMIR_H
#define RUCHY_TARGET_LLVMIR_H

#include "Ruchy/Support/OptLevel.h"
#include "Ruchy/Target/TargetDescription.h"

#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/Error.h"

#include <memory>

namespace llvm {
class LLVMContext;
class Module;
class TargetMachine;
} // namespace llvm

namespace ruchy {

/// Makes the dialects of a lowered module translatable.
void registerLLVMIRTranslations(mlir::DialectRegistry &registry);

/// Gives every function of the LLVM dialect a debug scope, so that locations
/// reach DWARF.
mlir::LogicalResult addDebugScopes(mlir::ModuleOp module);

/// Translates a module of the LLVM dialect and sets what depends on the
/// target. Returns null, after a diagnostic, for IR that has no translation.
std::unique_ptr<llvm::Module>
translateToLLVMIR(mlir::ModuleOp module, llvm::LLVMContext &context,
                  const TargetDescription &target);

/// Brings in the bodies of those runtime functions that are meant to be
/// inlined. Calls that stay go to the runtime library.
llvm::Error linkRuntimeBitcode(llvm::Module &module,
                               const TargetDescription &target);

/// Whether no part of a program can run more than once from one start of it:
/// no loops and no recursion. To optimise such a program takes longer than to
/// run it.
bool runsEverythingOnce(llvm::Module &module);

/// Spends less on code that runs rarely: what follows errors, and statements
/// that run a few times in all. Nothing long is inlined there, and with
/// `quickFunctions` functions that are nothing else get the quick pipeline.
void limitRareCode(llvm::Module &module, bool quickFunctions);

/// Rewrites what LLVM's WebAssembly back end compiles wrongly or slowly under
/// the ABI that our programs use. To be run after the optimisations.
void prepareForWebAssembly(llvm::Module &module);

/// Runs LLVM's pipeline of a level.
void optimizeModule(llvm::Module &module, llvm::TargetMachine &machine,
                    OptLevel level);

} // namespace ruchy

#endif // RUCHY_TARGET_LLVMIR_H
