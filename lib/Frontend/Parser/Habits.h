//===- Habits.h - Hints for those who know other languages ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LIB_FRONTEND_PARSER_HABITS_H
#define LIB_FRONTEND_PARSER_HABITS_H

#include "Ruchy/Frontend/Lexer/Token.h"
#include "Ruchy/Support/DiagnosticCodes.h"

#include "llvm/ADT/ArrayRef.h"

namespace ruchy {

/// What to write instead of what stands around the token at pos, where the
/// parser found an error; empty if it is nothing that is known from another
/// language. The tokens end with an Eof.
llvm::StringRef findHabit(llvm::ArrayRef<Token> tokens, size_t pos, Diag code);

} // namespace ruchy

#endif // LIB_FRONTEND_PARSER_HABITS_H
