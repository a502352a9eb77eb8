//===- Compilation.cpp - One program on its way to code ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Driver/Compilation.h"

#include "Ruchy/Dialect/Ruchy/IR/RuchyDialect.h"
#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "Ruchy/Driver/InternalError.h"
#include "Ruchy/Frontend/IRGen/IRGen.h"
#include "Ruchy/Frontend/Modules/ModuleLoader.h"
#include "Ruchy/Frontend/Parser/Parser.h"
#include "Ruchy/Frontend/Prelude/Prelude.h"
#include "Ruchy/Frontend/Sema/Check.h"
#include "Ruchy/Pipelines/Pipelines.h"
#include "Ruchy/Target/LLVMIR.h"
#include "Ruchy/Target/Object.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"

using namespace ruchy;

struct Compilation::CodeGeneratorHolder {
  CodeGenerator generator;
};

Compilation::Compilation(CompilationOptions options)
    : options(std::move(options)), diagnostics(sources) {
  timingManager.setEnabled(this->options.timePasses);
  timing = timingManager.getRootScope();
}

Compilation::~Compilation() { printTiming(); }

void Compilation::printTiming() {
  timing.stop();
  if (timingManager.isEnabled())
    timingManager.print();
  timingManager.setEnabled(false);
}

bool Compilation::loadFile(llvm::StringRef path) {
  llvm::ErrorOr<FileID> result = sources.addFile(path);
  if (!result) {
    llvm::StringRef name = path == "-" ? "standard input" : path;
    diagnostics.error(Diag::CannotRead, SourceRange(),
                      "cannot read '" + name +
                          "': " + result.getError().message());
    return false;
  }
  file = *result;
  return true;
}

void Compilation::loadText(llvm::StringRef name, llvm::StringRef text) {
  file = sources.addBuffer(name, text);
}

bool Compilation::parse() {
  mlir::TimingScope scope = timing.nest("Parse");
  tree = parseModule(sources, file, astContext, diagnostics);
  loadModules(*tree, sources, astContext, diagnostics);
  return !diagnostics.hasErrors();
}

bool Compilation::resolveNames() {
  mlir::TimingScope scope = timing.nest("Resolve names");
  addPrelude(*tree, sources, astContext, diagnostics);
  names = analyze(*tree, diagnostics);
  return !diagnostics.hasErrors();
}

void Compilation::check() {
  mlir::TimingScope scope = timing.nest("Check");
  checkModule(*tree, names, diagnostics);
}

void Compilation::createContext() {
  mlir::DialectRegistry registry;
  registry.insert<RuchyDialect, mlir::arith::ArithDialect,
                  mlir::cf::ControlFlowDialect, mlir::LLVM::LLVMDialect>();
  registerPipelineDialects(registry);
  registerLLVMIRTranslations(registry);
  context = std::make_unique<mlir::MLIRContext>(
      registry, mlir::MLIRContext::Threading::DISABLED);
  handler = std::make_unique<mlir::ScopedDiagnosticHandler>(
      context.get(), [this](mlir::Diagnostic &diagnostic) {
        if (diagnostic.getSeverity() != mlir::DiagnosticSeverity::Error)
          return mlir::success();
        llvm::raw_string_ostream stream(message);
        stream << "\n  " << diagnostic.getLocation() << ": " << diagnostic;
        return mlir::success();
      });
}

bool Compilation::importModule() {
  mlir::TimingScope scope = timing.nest("Generate dialect");
  createContext();
  context->loadDialect<RuchyDialect, mlir::arith::ArithDialect,
                       mlir::cf::ControlFlowDialect>();
  IRGenOptions generation;
  generation.printLastValue = options.printLastValue;
  module = generateIR(*context, *tree, names, sources, diagnostics, generation);
  if (diagnostics.hasErrors())
    return false;
  if (!module)
    reportInternalError("no module was generated" + message);
  verifyModule("IR generation");
  if (options.backtrace)
    nameFrames();
  return true;
}

/// Gives the functions of the program the names that a backtrace shows, and
/// the module the text of its source.
void Compilation::nameFrames() {
  mlir::Builder builder(context.get());
  for (auto func : module->getOps<FuncOp>()) {
    if (func.getTransparent())
      continue;
    llvm::StringRef name = func.getSymName();
    func->setAttr(kFrameAttrName, builder.getStringAttr(
                                      func.isPrivate() ? name : "<top level>"));
  }
  llvm::StringRef fileName = llvm::sys::path::filename(sources.getName(file));
  (*module)->setAttr(kSourcesAttrName,
                     builder.getDictionaryAttr(builder.getNamedAttr(
                         fileName, builder.getStringAttr(getText()))));
}

bool Compilation::parseMLIR() {
  mlir::TimingScope scope = timing.nest("Parse MLIR");
  createContext();
  auto buffer =
      llvm::MemoryBuffer::getMemBuffer(getText(), sources.getName(file),
                                       /*RequiresNullTerminator=*/false);
  llvm::SourceMgr manager;
  manager.AddNewSourceBuffer(std::move(buffer), llvm::SMLoc());
  handler.reset();
  mlir::SourceMgrDiagnosticHandler printer(manager, context.get());
  module = mlir::parseSourceFile<mlir::ModuleOp>(manager, context.get());
  return static_cast<bool>(module);
}

void Compilation::verifyModule(llvm::StringRef phase) {
  if (mlir::failed(mlir::verify(*module)))
    reportInternalError("invalid IR after " + phase + message);
}

/// The target decides alignments, and with them what the lowering makes.
void Compilation::prepareForTarget() {
  mlir::Builder builder(context.get());
  (*module)->setAttr(mlir::LLVM::LLVMDialect::getDataLayoutAttrName(),
                     builder.getStringAttr(options.target.getDataLayout()));
  (*module)->setAttr(mlir::LLVM::LLVMDialect::getTargetTripleAttrName(),
                     builder.getStringAttr(options.target.triple.str()));
}

void Compilation::runPasses(bool lowering) {
  mlir::TimingScope scope =
      timing.nest(lowering ? "Lower dialect" : "Optimize dialect");
  mlir::PassManager manager(context.get());
  // One check at the end: a compiler that is tested with all of them need not
  // repeat them on every run.
  manager.enableVerifier(false);
  manager.enableTiming(scope);
  PipelineOptions pipeline;
  pipeline.level = options.level;
  if (lowering)
    buildLoweringPipeline(manager, pipeline);
  else
    buildDialectPipeline(manager, pipeline);
  if (mlir::failed(manager.run(*module)))
    reportInternalError((lowering ? "lowering failed" : "a pass failed") +
                        message);
  verifyModule(lowering ? "lowering" : "optimization");
}

void Compilation::optimize() { runPasses(/*lowering=*/false); }

void Compilation::lower() {
  prepareForTarget();
  runPasses(/*lowering=*/true);
  if (options.debugInfo && mlir::failed(addDebugScopes(*module)))
    reportInternalError("no debug information" + message);
}

/// The program tells the runtime whether to look for leaks.
static void defineLeakCheck(llvm::Module &module, bool leakCheck) {
  auto *type = llvm::Type::getInt8Ty(module.getContext());
  new llvm::GlobalVariable(
      module, type, /*isConstant=*/true, llvm::GlobalValue::ExternalLinkage,
      llvm::ConstantInt::get(type, leakCheck), "ruchy_leak_check");
}

void Compilation::translate() {
  {
    mlir::TimingScope scope = timing.nest("Translate to LLVM IR");
    llvmContext = std::make_unique<llvm::LLVMContext>();
    llvmModule = translateToLLVMIR(*module, *llvmContext, options.target);
    if (!llvmModule)
      reportInternalError("no translation to LLVM IR" + message);
    if (!options.target.isJIT)
      defineLeakCheck(*llvmModule, options.leakCheck);
    // The dialect is not needed any more, and its memory is.
    module = nullptr;
  }
  OptLevel level = options.level;
  if (level == OptLevel::O1 && options.target.isJIT &&
      runsEverythingOnce(*llvmModule))
    level = OptLevel::O0;
  llvm::Expected<CodeGenerator> generator =
      CodeGenerator::create(options.target, level);
  if (!generator)
    reportInternalError(llvm::toString(generator.takeError()));
  codeGenerator.reset(new CodeGeneratorHolder{std::move(*generator)});
  if (level != OptLevel::O0) {
    mlir::TimingScope scope = timing.nest("Link runtime bitcode");
    if (llvm::Error error = linkRuntimeBitcode(*llvmModule, options.target))
      reportInternalError(llvm::toString(std::move(error)));
  }
  mlir::TimingScope scope = timing.nest("Optimize LLVM IR");
  if (level != OptLevel::O0)
    limitRareCode(*llvmModule, options.target.arch != TargetArch::Wasm32);
  optimizeModule(*llvmModule, codeGenerator->generator.getTargetMachine(),
                 level);
  if (options.target.arch == TargetArch::Wasm32)
    prepareForWebAssembly(*llvmModule);
}

void Compilation::generateCode(llvm::SmallVectorImpl<char> &out,
                               bool assembly) {
  mlir::TimingScope scope = timing.nest("Generate code");
  CodeGenerator &generator = codeGenerator->generator;
  llvm::Error error = assembly ? generator.emitAssembly(*llvmModule, out)
                               : generator.emitObject(*llvmModule, out);
  if (error)
    reportInternalError(llvm::toString(std::move(error)));
}
