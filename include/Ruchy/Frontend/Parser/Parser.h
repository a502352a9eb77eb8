//===- Parser.h - Turns source text into a tree -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_PARSER_PARSER_H
#define RUCHY_FRONTEND_PARSER_PARSER_H

#include "Ruchy/Frontend/AST/AST.h"
#include "Ruchy/Support/Diagnostics.h"
#include "Ruchy/Support/SourceManager.h"

namespace ruchy {

/// Limits that keep hostile input from exhausting the machine stack, here
/// and in the recursive passes that follow.
struct ParserLimits {
  /// Levels of nested constructs.
  unsigned nesting = 1000;
  /// Links of one chain of operators or of one chain of accesses.
  unsigned chain = 10000;
  /// Errors after which the parser gives up.
  unsigned errors = 20;
};

/// Parses a file. Always returns a module; it is complete if diagnostics got
/// no errors, otherwise it holds ErrorExpr nodes where text was skipped.
ast::Module *parseModule(SourceManager &sources, FileID file,
                         ast::ASTContext &context,
                         DiagnosticEngine &diagnostics,
                         const ParserLimits &limits = {});

} // namespace ruchy

#endif // RUCHY_FRONTEND_PARSER_PARSER_H
