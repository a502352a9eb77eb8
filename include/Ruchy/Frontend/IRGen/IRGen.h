//===- IRGen.h - From the syntax tree to the ruchy dialect ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Translates a resolved syntax tree into untyped IR of the `ruchy` dialect.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_IRGEN_IRGEN_H
#define RUCHY_FRONTEND_IRGEN_IRGEN_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace ruchy {

class DiagnosticEngine;
class SemaResult;
class SourceManager;

namespace ast {
struct Module;
} // namespace ast

/// What the translation can be asked for.
struct IRGenOptions {
  /// Prints the value of the last statement unless it is nil, as `-e` and a
  /// piped script do.
  bool printLastValue = false;
};

/// Makes a module with one function per function of the file and
/// `@ruchy.main` for the statements of the top level. Loads the dialects it
/// needs. Constructs that are not supported go to \p diagnostics; the result
/// is null if there are errors, earlier ones included.
mlir::OwningOpRef<mlir::ModuleOp>
generateIR(mlir::MLIRContext &context, const ast::Module &module,
           const SemaResult &sema, const SourceManager &sources,
           DiagnosticEngine &diagnostics, const IRGenOptions &options = {});

} // namespace ruchy

#endif // RUCHY_FRONTEND_IRGEN_IRGEN_H
