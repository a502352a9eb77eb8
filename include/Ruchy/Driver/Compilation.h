//===- Compilation.h - One program on its way to code -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_DRIVER_COMPILATION_H
#define RUCHY_DRIVER_COMPILATION_H

#include "Ruchy/Frontend/AST/AST.h"
#include "Ruchy/Frontend/AST/ASTContext.h"
#include "Ruchy/Frontend/Sema/Sema.h"
#include "Ruchy/Support/Diagnostics.h"
#include "Ruchy/Support/OptLevel.h"
#include "Ruchy/Support/SourceManager.h"
#include "Ruchy/Target/TargetDescription.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/OwningOpRef.h"
#include "mlir/Support/Timing.h"
#include "llvm/ADT/SmallVector.h"

#include <memory>
#include <optional>

namespace llvm {
class LLVMContext;
class Module;
} // namespace llvm

namespace ruchy {

/// What a compilation is for.
struct CompilationOptions {
  OptLevel level = OptLevel::O2;
  TargetDescription target;
  bool debugInfo = false;
  bool leakCheck = false;
  /// Functions note their name when an error leaves them.
  bool backtrace = false;
  bool timePasses = false;
  /// Print the value of the last statement, as -e does.
  bool printLastValue = false;
};

/// Takes one program through the phases, each of which builds on the one
/// before. A phase that returns false has reported errors of the program in
/// getDiagnostics(); a failure that is our own ends the process.
class Compilation {
public:
  explicit Compilation(CompilationOptions options);
  Compilation(const Compilation &) = delete;
  Compilation &operator=(const Compilation &) = delete;
  ~Compilation();

  /// \name Phases
  /// @{
  /// Reads a file, or standard input as `-`. Reports a file that is missing.
  bool loadFile(llvm::StringRef path);
  void loadText(llvm::StringRef name, llvm::StringRef text);
  bool parse();
  bool resolveNames();
  /// From the syntax tree to the dialect.
  bool importModule();
  /// Instead of the phases so far: reads MLIR, as text or bytecode.
  bool parseMLIR();
  /// The passes on the dialect.
  void optimize();
  /// From the dialect to the LLVM dialect.
  void lower();
  /// From the LLVM dialect to optimised LLVM IR.
  void translate();
  /// Machine code, or its text.
  void generateCode(llvm::SmallVectorImpl<char> &out, bool assembly);
  /// @}

  /// Reports what would be an error when the program runs, as far as it can
  /// be seen without running it.
  void check();
  /// The function `main` is not called at the end of the top level.
  void ignoreMain() { names.ignoreMain(); }

  SourceManager &getSources() { return sources; }
  DiagnosticEngine &getDiagnostics() { return diagnostics; }
  ast::Module *getAST() { return tree; }
  ast::ASTContext &getASTContext() { return astContext; }
  mlir::ModuleOp getModule() { return module.get(); }
  llvm::Module &getLLVMModule() { return *llvmModule; }
  const CompilationOptions &getOptions() const { return options; }
  llvm::StringRef getText() const { return sources.getText(file); }
  /// The scope that further phases are timed in.
  mlir::TimingScope &getTiming() { return timing; }
  /// Ends the timing and prints what --time-passes shows, if it was asked for.
  void printTiming();

private:
  void createContext();
  void nameFrames();
  void prepareForTarget();
  void runPasses(bool lowering);
  void verifyModule(llvm::StringRef phase);

  CompilationOptions options;
  mlir::DefaultTimingManager timingManager;
  mlir::TimingScope timing;
  SourceManager sources;
  DiagnosticEngine diagnostics;
  FileID file;
  ast::ASTContext astContext;
  ast::Module *tree = nullptr;
  SemaResult names;
  std::unique_ptr<mlir::MLIRContext> context;
  std::unique_ptr<mlir::ScopedDiagnosticHandler> handler;
  /// What MLIR had to say last; only a bug of ours makes it speak.
  std::string message;
  mlir::OwningOpRef<mlir::ModuleOp> module;
  std::unique_ptr<llvm::LLVMContext> llvmContext;
  std::unique_ptr<llvm::Module> llvmModule;
  struct CodeGeneratorHolder;
  std::unique_ptr<CodeGeneratorHolder> codeGenerator;
};

} // namespace ruchy

#endif // RUCHY_DRIVER_COMPILATION_H
