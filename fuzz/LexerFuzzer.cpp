//===- LexerFuzzer.cpp - Any bytes as tokens --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FuzzFrontend.h"
#include "Ruchy/Frontend/AST/ASTContext.h"
#include "Ruchy/Frontend/Lexer/Lexer.h"

using namespace ruchy;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  FuzzedFile input(data, size);
  Lexer lexer(input.sources, input.file, input.diagnostics);
  // Each token takes at least one byte, the end of the file aside.
  for (size_t count = 0; !lexer.lex().is(TokenKind::Eof); ++count)
    if (count > size)
      __builtin_trap();
  return 0;
}
