//===- ModuleLoader.h - Files that a program imports ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_MODULES_MODULELOADER_H
#define RUCHY_FRONTEND_MODULES_MODULELOADER_H

#include "Ruchy/Frontend/AST/AST.h"
#include "Ruchy/Support/Diagnostics.h"
#include "Ruchy/Support/SourceManager.h"

namespace ruchy {

/// Parses the files that `mod m;`, `use m::x`, `import m`, `import "file"` and
/// `from m import x` name, and makes modules of the tree of them: `mod m;` gets
/// its statements, what the others name stands in front of the program. Files
/// are looked for beside the one that names them and in the folders `src`,
/// `lib` and `modules` there and beside the program. An import that no file
/// answers is left alone, because it may name a part of the library; a missing
/// file of `mod m;` or `import "file"` and a cycle of files are errors.
void loadModules(ast::Module &module, SourceManager &sources,
                 ast::ASTContext &context, DiagnosticEngine &diagnostics);

} // namespace ruchy

#endif // RUCHY_FRONTEND_MODULES_MODULELOADER_H
