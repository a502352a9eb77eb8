//===- ModuleGen.h - Translation of a file to IR ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Private to IRGen: what belongs to the file.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_FRONTEND_IRGEN_MODULEGEN_H
#define RUCHY_LIB_FRONTEND_IRGEN_MODULEGEN_H

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "Ruchy/Frontend/AST/AST.h"
#include "Ruchy/Frontend/IRGen/IRGen.h"
#include "Ruchy/Frontend/Sema/Sema.h"
#include "Ruchy/Support/Diagnostics.h"
#include "Ruchy/Support/SourceManager.h"
#include "mlir/IR/Builders.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringSet.h"
#include <deque>
#include <map>

namespace ruchy::irgen {

/// What belongs to the file: symbols, globals, functions that wait for their
/// translation, and diagnostics.
class ModuleGen {
public:
  ModuleGen(mlir::MLIRContext &context, const ast::Module &module,
            const SemaResult &sema, const SourceManager &sources,
            DiagnosticEngine &diagnostics, const IRGenOptions &options);

  mlir::OwningOpRef<mlir::ModuleOp> run();

  mlir::Location getLoc(SourceLocation location);

  /// The symbol of a function; the first request queues its translation.
  mlir::FlatSymbolRefAttr getFunction(ast::FunctionItem *item);

  /// The symbol of a function that takes only the parameters in \p given,
  /// evaluates the defaults of the others and calls \p item.
  mlir::FlatSymbolRefAttr getDefaultsFunction(ast::FunctionItem *item,
                                              const llvm::BitVector &given);

  /// The symbol of a variable that functions mention.
  llvm::StringRef getGlobal(const VarDecl *variable);

  /// Whether \p reader may read a global before its first assignment.
  bool mayBeUnset(const VarDecl *variable, const FunctionInfo *reader) const;

  /// Notes a construct that is not translated yet, once per place, for a
  /// report in the end.
  void unsupported(SourceRange range, const llvm::Twine &construct);

  mlir::MLIRContext &context;
  const ast::Module &module;
  const SemaResult &sema;
  const SourceManager &sources;
  DiagnosticEngine &diagnostics;
  const IRGenOptions options;

  /// Whether `main` has to note that it was entered.
  bool marksMain = false;
  static constexpr llvm::StringLiteral kMainEntered = "ruchy.main_entered";

private:
  struct PendingDefaults {
    ast::FunctionItem *item;
    llvm::BitVector given;
    FuncOp func;
  };

  std::string makeUnique(llvm::StringRef name);
  std::string getBaseName(ast::FunctionItem *item);
  FuncOp createFunction(llvm::StringRef symbol, SourceLocation location,
                        unsigned params, bool isPublic);
  void createGlobal(llvm::StringRef symbol, mlir::Location loc);
  void drainQueues();
  void decideMainCall();
  void reportUnsupported();

  // Globals.cpp
  void analyzeGlobals();
  void noteAssignments(const ast::Expr *statement, unsigned index);
  void noteFirstRuns(const ast::Expr *statement, unsigned index);
  void noteFirstRun(ast::FunctionItem *function, unsigned index);

  mlir::OwningOpRef<mlir::ModuleOp> result;
  llvm::StringSet<> symbols;
  /// Constructs that are not translated yet, by place.
  std::map<SourceLocation, std::pair<SourceRange, std::string>> found;
  llvm::DenseMap<const ast::FunctionItem *, FuncOp> functions;
  std::deque<ast::FunctionItem *> pending;
  std::vector<PendingDefaults> defaults;
  size_t nextDefaults = 0;
  llvm::DenseMap<const VarDecl *, llvm::StringRef> globals;
  mlir::Operation *lastGlobal = nullptr;
  /// Index of the top-level statement that surely assigns a global, and of
  /// the first one that may run a function.
  llvm::DenseMap<const VarDecl *, unsigned> assignedAt;
  llvm::DenseMap<const ast::Node *, unsigned> firstRun;
};

} // namespace ruchy::irgen

#endif // RUCHY_LIB_FRONTEND_IRGEN_MODULEGEN_H
