//===- Dumper.h - Prints a syntax tree as text ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_AST_DUMPER_H
#define RUCHY_FRONTEND_AST_DUMPER_H

#include "Ruchy/Frontend/AST/AST.h"
#include "Ruchy/Support/SourceManager.h"

#include "llvm/Support/raw_ostream.h"

namespace ruchy {

/// Prints the tree as indented s-expressions, one node per line with its
/// line and column. The form is stable: tests rely on it.
void dumpAST(ast::Node *node, const SourceManager &sources,
             llvm::raw_ostream &os);

} // namespace ruchy

#endif // RUCHY_FRONTEND_AST_DUMPER_H
