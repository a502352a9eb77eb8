//===- Translate.cpp - From the LLVM dialect to LLVM IR ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/LLVMIR.h"

#include "mlir/Dialect/LLVMIR/Transforms/Passes.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Support/Path.h"

using namespace ruchy;

void ruchy::registerLLVMIRTranslations(mlir::DialectRegistry &registry) {
  mlir::registerBuiltinDialectTranslation(registry);
  mlir::registerLLVMDialectTranslation(registry);
}

/// The location without the inlined parts that name no file: the pass that
/// makes scopes cannot read them.
static mlir::Location dropUnknownCallees(mlir::Location location) {
  auto site = llvm::dyn_cast<mlir::CallSiteLoc>(location);
  if (!site)
    return location;
  mlir::Location callee = dropUnknownCallees(site.getCallee());
  mlir::Location caller = dropUnknownCallees(site.getCaller());
  if (!callee->findInstanceOf<mlir::FileLineColLoc>())
    return caller;
  return mlir::CallSiteLoc::get(callee, caller);
}

mlir::LogicalResult ruchy::addDebugScopes(mlir::ModuleOp module) {
  module.walk([](mlir::Operation *op) {
    op->setLoc(dropUnknownCallees(op->getLoc()));
  });
  mlir::PassManager manager(module.getContext());
  manager.addPass(mlir::LLVM::createDIScopeForLLVMFuncOpPass());
  return manager.run(module);
}

/// The file that a module comes from, without folders: two compilations of it
/// in different folders are to be equal.
static std::string getSourceName(mlir::ModuleOp module) {
  if (auto location = module.getLoc()->findInstanceOf<mlir::FileLineColLoc>())
    return llvm::sys::path::filename(location.getFilename()).str();
  return "ruchy";
}

static void setFunctionAttributes(llvm::Function &function,
                                  const TargetDescription &target) {
  // Errors are values: nothing ever unwinds, so no tables are needed.
  function.addFnAttr(llvm::Attribute::NoUnwind);
  if (function.isDeclaration())
    return;
  function.addFnAttr("target-cpu", target.cpu);
  if (!target.features.empty())
    function.addFnAttr("target-features", target.features);
}

/// Decides which symbols are near. Executables are linked statically at fixed
/// addresses; what the JIT calls may be anywhere.
static void setLocality(llvm::GlobalValue &value,
                        const TargetDescription &target) {
  if (!target.isJIT)
    value.setDSOLocal(true);
  else if (value.isDeclaration() && !value.hasLocalLinkage())
    value.setDSOLocal(false);
}

std::unique_ptr<llvm::Module>
ruchy::translateToLLVMIR(mlir::ModuleOp module, llvm::LLVMContext &context,
                         const TargetDescription &target) {
  std::string name = getSourceName(module);
  std::unique_ptr<llvm::Module> result =
      mlir::translateModuleToLLVMIR(module, context, name);
  if (!result)
    return nullptr;
  result->setSourceFileName(name);
  result->setTargetTriple(target.triple);
  result->setDataLayout(target.getDataLayout());
  if (!target.abi.empty())
    result->addModuleFlag(llvm::Module::Error, "target-abi",
                          llvm::MDString::get(context, target.abi));
  for (llvm::Function &function : *result)
    setFunctionAttributes(function, target);
  for (llvm::GlobalValue &value : result->global_values())
    setLocality(value, target);

  std::string message;
  llvm::raw_string_ostream stream(message);
  if (llvm::verifyModule(*result, &stream)) {
    module.emitError("generated LLVM IR is invalid: ") << message;
    return nullptr;
  }
  return result;
}
