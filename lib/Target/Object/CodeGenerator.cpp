//===- CodeGenerator.cpp - Machine code -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/Object.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/OptBisect.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Target/TargetOptions.h"

using namespace ruchy;

#define RUCHY_INITIALIZE(NAME)                                                 \
  LLVMInitialize##NAME##TargetInfo();                                          \
  LLVMInitialize##NAME##Target();                                              \
  LLVMInitialize##NAME##TargetMC();                                            \
  LLVMInitialize##NAME##AsmParser();                                           \
  LLVMInitialize##NAME##AsmPrinter();

/// Registers one back end; repeating it is harmless.
static void initializeTarget(TargetArch arch) {
  switch (arch) {
  case TargetArch::X86_64:
    RUCHY_INITIALIZE(X86)
    return;
  case TargetArch::AArch64:
    RUCHY_INITIALIZE(AArch64)
    return;
  case TargetArch::Wasm32:
    RUCHY_INITIALIZE(WebAssembly)
    return;
  }
}

#undef RUCHY_INITIALIZE

static llvm::CodeGenOptLevel getCodeGenLevel(OptLevel level, TargetArch arch) {
  switch (level) {
  case OptLevel::O0:
    // A WebAssembly function without register colouring has one local per
    // value, and engines give their frames that much of a small stack.
    return arch == TargetArch::Wasm32 ? llvm::CodeGenOptLevel::Less
                                      : llvm::CodeGenOptLevel::None;
  case OptLevel::O1:
    return llvm::CodeGenOptLevel::Less;
  case OptLevel::O2:
  case OptLevel::Os:
    return llvm::CodeGenOptLevel::Default;
  case OptLevel::O3:
    return llvm::CodeGenOptLevel::Aggressive;
  }
  return llvm::CodeGenOptLevel::Default;
}

CodeGenerator::CodeGenerator(std::unique_ptr<llvm::TargetMachine> machine)
    : machine(std::move(machine)) {}
CodeGenerator::CodeGenerator(CodeGenerator &&) = default;
CodeGenerator &CodeGenerator::operator=(CodeGenerator &&) = default;
CodeGenerator::~CodeGenerator() = default;

llvm::Expected<CodeGenerator>
CodeGenerator::create(const TargetDescription &target, OptLevel level) {
  initializeTarget(target.arch);
  std::string message;
  const llvm::Target *backend =
      llvm::TargetRegistry::lookupTarget(target.triple, message);
  if (!backend)
    return llvm::createStringError(message);

  llvm::TargetOptions options;
  options.MCOptions.ABIName = target.abi;
  // The linker drops what nobody calls, section by section.
  options.FunctionSections = !target.isJIT;
  options.DataSections = !target.isJIT;
  // a * b + c rounds twice on every target.
  options.AllowFPOpFusion = llvm::FPOpFusion::Strict;
  std::unique_ptr<llvm::TargetMachine> machine(backend->createTargetMachine(
      target.triple, target.cpu, target.features, options,
      target.isJIT ? llvm::Reloc::PIC_ : llvm::Reloc::Static,
      llvm::CodeModel::Small, getCodeGenLevel(level, target.arch),
      target.isJIT));
  if (!machine)
    return llvm::createStringError("no code generator for " +
                                   target.triple.str());
  return CodeGenerator(std::move(machine));
}

namespace {

/// Leaves out the passes that need more than linear time for huge functions.
class HugeFunctionGate : public llvm::OptPassGate {
public:
  explicit HugeFunctionGate(const llvm::Module &module) {
    for (const llvm::Function &function : module)
      if (llvm::hasNItemsOrMore(function, hugeFunction))
        descriptions.insert(("function (" + function.getName() + ")").str());
  }

  bool isEnabled() const override { return !descriptions.empty(); }
  bool shouldRunPass(llvm::StringRef pass,
                     llvm::StringRef description) const override {
    return !descriptions.contains(description) ||
           !llvm::is_contained(slowPasses, pass);
  }

private:
  static constexpr unsigned hugeFunction = 1000;
  static constexpr llvm::StringLiteral slowPasses[] = {
      "codegenprepare", "branch-folder", "block-placement"};

  llvm::StringSet<> descriptions;
};

/// While it lives, a context asks a gate about every optional pass.
class GateScope {
public:
  GateScope(llvm::LLVMContext &context, llvm::OptPassGate &gate)
      : context(context), previous(context.getOptPassGate()) {
    context.setOptPassGate(gate);
  }
  GateScope(const GateScope &) = delete;
  GateScope &operator=(const GateScope &) = delete;
  ~GateScope() { context.setOptPassGate(previous); }

private:
  llvm::LLVMContext &context;
  llvm::OptPassGate &previous;
};

} // namespace

llvm::Error CodeGenerator::emit(llvm::Module &module,
                                llvm::SmallVectorImpl<char> &out,
                                bool assembly) {
  llvm::raw_svector_ostream stream(out);
  llvm::legacy::PassManager passes;
  auto kind = assembly ? llvm::CodeGenFileType::AssemblyFile
                       : llvm::CodeGenFileType::ObjectFile;
  // The module was checked when it was made.
  if (machine->addPassesToEmitFile(passes, stream, nullptr, kind,
                                   /*DisableVerify=*/true))
    return llvm::createStringError("the target cannot emit this kind of file");
  HugeFunctionGate gate(module);
  GateScope scope(module.getContext(), gate);
  passes.run(module);
  return llvm::Error::success();
}

llvm::Error CodeGenerator::emitObject(llvm::Module &module,
                                      llvm::SmallVectorImpl<char> &out) {
  return emit(module, out, /*assembly=*/false);
}

llvm::Error CodeGenerator::emitAssembly(llvm::Module &module,
                                        llvm::SmallVectorImpl<char> &out) {
  return emit(module, out, /*assembly=*/true);
}
