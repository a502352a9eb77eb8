//===- RuntimeBitcode.cpp - Runtime functions to inline ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/LLVMIR.h"
#include "Ruchy/Target/RuntimeImage.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/IR/Module.h"
#include "llvm/Linker/Linker.h"

using namespace ruchy;

/// Turns what is not to be inlined into declarations, before it is read: the
/// library has it, and reading it would cost more than all the rest.
static void keepShortFunctions(llvm::Module &runtime) {
  for (llvm::Function &function : runtime)
    if (!function.isDeclaration() && !function.isDiscardableIfUnused() &&
        !function.hasFnAttribute(llvm::Attribute::AlwaysInline))
      function.deleteBody();
  for (llvm::GlobalVariable &variable : runtime.globals())
    if (!variable.isDeclaration() && !variable.hasLocalLinkage() &&
        !variable.isConstant()) {
      variable.setInitializer(nullptr);
      variable.setLinkage(llvm::GlobalValue::ExternalLinkage);
      variable.setComdat(nullptr);
    }
}

/// Makes a runtime function one of ours: same CPU, same view of the library,
/// so that LLVM agrees to inline it; never emitted, as the library has it.
static void adoptFunction(llvm::Function &function,
                          const TargetDescription &target) {
  function.removeFnAttr("no-builtins");
  function.removeFnAttr("frame-pointer");
  function.removeFnAttr("tune-cpu");
  function.addFnAttr(llvm::Attribute::NoUnwind);
  function.setUWTableKind(llvm::UWTableKind::None);
  function.addFnAttr("target-cpu", target.cpu);
  if (!target.features.empty())
    function.addFnAttr("target-features", target.features);
  function.setComdat(nullptr);
  // The library need not have what C++ defines in headers.
  function.setLinkage(function.isDiscardableIfUnused()
                          ? llvm::GlobalValue::InternalLinkage
                          : llvm::GlobalValue::AvailableExternallyLinkage);
}

llvm::Error ruchy::linkRuntimeBitcode(llvm::Module &module,
                                      const TargetDescription &target) {
  llvm::StringRef bitcode = getRuntimeBitcode(getRuntimeTarget(target.arch));
  if (bitcode.empty())
    return llvm::Error::success();
  llvm::Expected<std::unique_ptr<llvm::Module>> runtime =
      llvm::getLazyBitcodeModule(llvm::MemoryBufferRef(bitcode, "runtime"),
                                 module.getContext());
  if (!runtime)
    return runtime.takeError();
  (*runtime)->setTargetTriple(module.getTargetTriple());
  (*runtime)->setDataLayout(module.getDataLayout());
  if (llvm::NamedMDNode *flags = (*runtime)->getModuleFlagsMetadata())
    (*runtime)->eraseNamedMetadata(flags);
  (*runtime)->setModuleInlineAsm("");
  keepShortFunctions(**runtime);

  llvm::StringSet<> ours;
  for (llvm::GlobalValue &value : module.global_values())
    if (!value.isDeclaration())
      ours.insert(value.getName());
  if (llvm::Linker::linkModules(module, std::move(*runtime),
                                llvm::Linker::LinkOnlyNeeded))
    return llvm::createStringError("the runtime bitcode does not link");

  for (llvm::Function &function : module)
    if (!function.isDeclaration() && !ours.contains(function.getName()))
      adoptFunction(function, target);
  for (llvm::GlobalVariable &variable : module.globals())
    if (!variable.isDeclaration() && !variable.hasLocalLinkage() &&
        !ours.contains(variable.getName())) {
      variable.setComdat(nullptr);
      variable.setLinkage(llvm::GlobalValue::AvailableExternallyLinkage);
    }
  for (llvm::GlobalValue &value : module.global_values())
    if (!value.hasLocalLinkage() && !ours.contains(value.getName())) {
      // Hidden would mean near, and the library is far from code of the JIT.
      value.setVisibility(llvm::GlobalValue::DefaultVisibility);
      value.setDSOLocal(!target.isJIT);
    }
  return llvm::Error::success();
}
