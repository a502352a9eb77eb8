//===- Parsed.h - Parses text for tests -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef UNITTESTS_FRONTEND_PARSED_H
#define UNITTESTS_FRONTEND_PARSED_H

#include "Ruchy/Frontend/AST/Dumper.h"
#include "Ruchy/Frontend/Parser/Parser.h"
#include "Ruchy/Frontend/Sema/Sema.h"

#include <string>

namespace ruchy {

/// A parsed text with everything that belongs to it.
struct Parsed {
  explicit Parsed(llvm::StringRef text, const ParserLimits &limits = {})
      : diagnostics(sources) {
    FileID file = sources.addBuffer("t.ruchy", text);
    module = parseModule(sources, file, context, diagnostics, limits);
  }

  /// The messages as `line:col text`, one per line.
  std::string errors() const {
    std::string out;
    for (const auto &diagnostic : diagnostics.getAll()) {
      LineColumn at = sources.getLineColumn(diagnostic->range.begin);
      out += std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
             diagnostic->message + "\n";
    }
    return out;
  }

  std::string dump() const {
    std::string out;
    llvm::raw_string_ostream os(out);
    dumpAST(module, sources, os);
    return out;
  }

  SourceManager sources;
  ast::ASTContext context;
  DiagnosticEngine diagnostics;
  ast::Module *module = nullptr;
};

} // namespace ruchy

#endif // UNITTESTS_FRONTEND_PARSED_H
