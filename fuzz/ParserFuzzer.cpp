//===- ParserFuzzer.cpp - Any bytes as a program ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FuzzFrontend.h"
#include "Ruchy/Frontend/Parser/Parser.h"
#include "Ruchy/Frontend/Prelude/Prelude.h"
#include "Ruchy/Frontend/Sema/Check.h"
#include "Ruchy/Frontend/Sema/Sema.h"

using namespace ruchy;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  FuzzedFile input(data, size);
  ast::ASTContext context;
  ast::Module *module =
      parseModule(input.sources, input.file, context, input.diagnostics);
  addPrelude(*module, input.sources, context, input.diagnostics);
  SemaResult names = analyze(*module, input.diagnostics);
  checkModule(*module, names, input.diagnostics);
  return 0;
}
