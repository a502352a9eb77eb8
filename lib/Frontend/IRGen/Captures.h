//===- Captures.h - What functions capture ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Private to IRGen: decides what a function value holds. A captured variable
/// that keeps its value is captured by value; others live in cells that all
/// functions share.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_FRONTEND_IRGEN_CAPTURES_H
#define RUCHY_LIB_FRONTEND_IRGEN_CAPTURES_H

#include "Ruchy/Frontend/Sema/Sema.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

namespace ruchy::irgen {

class CaptureTable {
public:
  CaptureTable(const ast::Module &module, const SemaResult &sema);

  /// The variables that a value of the function holds, in the order of its
  /// captures. Those of functions that it calls by name belong to them.
  llvm::ArrayRef<const VarDecl *> getCaptures(const FunctionInfo *info) const;

  /// Position of a variable among the captures.
  unsigned getPosition(const FunctionInfo *info, const VarDecl *variable) const;

  /// Whether a variable lives in a cell.
  bool needsCell(const VarDecl *variable) const {
    return cells.contains(variable);
  }

private:
  void collect(const SemaResult &sema);
  void propagate(const SemaResult &sema);
  void findChanges(const ast::Module &module, const SemaResult &sema);

  llvm::MapVector<const FunctionInfo *, llvm::SetVector<const VarDecl *>>
      captures;
  llvm::DenseSet<const VarDecl *> changed;
  llvm::DenseSet<const VarDecl *> cells;
};

} // namespace ruchy::irgen

#endif // RUCHY_LIB_FRONTEND_IRGEN_CAPTURES_H
