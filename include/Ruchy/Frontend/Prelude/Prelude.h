//===- Prelude.h - Library functions that are written in Ruchy --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Methods that take functions are Ruchy code, so that they are specialised and
/// inlined with the functions that they are given. A program gets those that
/// its method names ask for, and no others.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_PRELUDE_PRELUDE_H
#define RUCHY_FRONTEND_PRELUDE_PRELUDE_H

#include "Ruchy/Frontend/AST/AST.h"
#include "Ruchy/Support/Diagnostics.h"
#include "Ruchy/Support/SourceManager.h"

namespace ruchy {

/// Appends the items of the prelude that \p module needs to its statements.
/// To be called between parsing and name resolution.
void addPrelude(ast::Module &module, SourceManager &sources,
                ast::ASTContext &context, DiagnosticEngine &diagnostics);

/// Whether a method of this name with that many arguments is in the prelude.
bool isPreludeMethod(llvm::StringRef name, size_t args);

} // namespace ruchy

#endif // RUCHY_FRONTEND_PRELUDE_PRELUDE_H
