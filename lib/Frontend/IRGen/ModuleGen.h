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

#include "Captures.h"
#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "Ruchy/Frontend/AST/AST.h"
#include "Ruchy/Frontend/IRGen/IRGen.h"
#include "Ruchy/Frontend/Sema/Sema.h"
#include "Ruchy/Support/Diagnostics.h"
#include "Ruchy/Support/SourceManager.h"
#include "TypeGen.h"
#include "mlir/IR/Builders.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringSet.h"
#include <deque>
#include <map>

namespace ruchy::irgen {

/// The name of the file that the prelude comes from.
inline constexpr llvm::StringLiteral kPreludeFile = "<prelude>";

/// Whether a function of the prelude has this name.
bool isPrelude(llvm::StringRef function);

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

  // Closures.cpp
  /// Whether a function takes its own value, for what it captures.
  bool isClosure(const ast::Node *function) const;
  /// The symbol of a lambda inside the function \p outer.
  mlir::FlatSymbolRefAttr getLambda(ast::LambdaExpr *lambda,
                                    llvm::StringRef outer);
  /// The function of a lambda that was met, null for others.
  FuncOp findLambda(const ast::LambdaExpr *lambda) const {
    return lambdas.lookup(lambda);
  }
  /// The symbol of a function that calls a library function.
  mlir::FlatSymbolRefAttr getBuiltinFunction(llvm::StringRef name,
                                             unsigned params);

  /// The method of the prelude with this name and number of arguments, null if
  /// there is none.
  ast::FunctionItem *findPrelude(llvm::StringRef method, size_t args) const {
    return prelude.lookup((method + "_" + llvm::Twine(args)).str());
  }

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
  const CaptureTable captures;

  /// Whether `main` has to note that it was entered.
  bool marksMain = false;
  static constexpr llvm::StringLiteral kMainEntered = "ruchy.main_entered";

  // Types, methods and parameters that are given back.
  mlir::ModuleOp getModule() { return *result; }
  mlir::FlatSymbolRefAttr getTypeSymbol(const TypeInfo *type) {
    return types->getSymbol(type);
  }
  /// Which parameters a function gives back.
  llvm::ArrayRef<int64_t> getGivenBack(mlir::FlatSymbolRefAttr symbol) const;
  std::string makeUnique(llvm::StringRef name);
  FuncOp createFunction(llvm::StringRef symbol, SourceLocation location,
                        unsigned params, bool isPublic,
                        llvm::ArrayRef<int64_t> givenBack = {});
  void createGlobal(llvm::StringRef symbol, mlir::Location loc);
  std::unique_ptr<TypeGen> types;

private:
  struct PendingDefaults {
    ast::FunctionItem *item;
    llvm::BitVector given;
    FuncOp func;
  };

  void noteModules(llvm::ArrayRef<ast::Expr *> statements,
                   const std::string &prefix);
  std::string getBaseName(ast::FunctionItem *item);
  void drainQueues();
  void decideMainCall();
  void reportUnsupported();

  // Globals.cpp
  void analyzeGlobals();
  void noteAssignments(const ast::Expr *statement, unsigned index);
  void noteFirstRuns(const ast::Expr *statement, unsigned index);
  void noteFirstRun(const ast::Node *function, unsigned index);

  mlir::OwningOpRef<mlir::ModuleOp> result;
  llvm::StringSet<> symbols;
  /// Constructs that are not translated yet, by place.
  std::map<SourceLocation, std::pair<SourceRange, std::string>> found;
  llvm::DenseMap<const ast::FunctionItem *, FuncOp> functions;
  std::deque<ast::FunctionItem *> pending;
  llvm::DenseMap<const ast::LambdaExpr *, FuncOp> lambdas;
  std::deque<ast::LambdaExpr *> pendingLambdas;
  llvm::StringMap<FuncOp> builtinFunctions;
  llvm::StringMap<ast::FunctionItem *> prelude;
  std::vector<PendingDefaults> defaults;
  size_t nextDefaults = 0;
  llvm::DenseMap<mlir::StringAttr, llvm::SmallVector<int64_t, 2>> givenBack;
  llvm::DenseMap<const ast::Node *, std::string> modulePrefixes;
  llvm::DenseMap<const VarDecl *, llvm::StringRef> globals;
  mlir::Operation *lastGlobal = nullptr;
  /// Index of the top-level statement that surely assigns a global, and of
  /// the first one that may run a function.
  llvm::DenseMap<const VarDecl *, unsigned> assignedAt;
  llvm::DenseMap<const ast::Node *, unsigned> firstRun;
  llvm::DenseMap<const FunctionInfo *,
                 llvm::SmallVector<const FunctionInfo *, 2>>
      innerFunctions;
};

} // namespace ruchy::irgen

#endif // RUCHY_LIB_FRONTEND_IRGEN_MODULEGEN_H
