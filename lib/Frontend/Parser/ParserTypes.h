//===- ParserTypes.h - Helper types of the parser ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LIB_FRONTEND_PARSER_PARSERTYPES_H
#define LIB_FRONTEND_PARSER_PARSERTYPES_H

#include "Ruchy/Frontend/Lexer/Lexer.h"
#include "Ruchy/Frontend/Parser/Parser.h"

#include "llvm/ADT/SmallVector.h"

#include <vector>

namespace ruchy {

using namespace ast;

/// Binding strength of binary operators, weakest first.
enum Precedence : int {
  PrecAssign = 1, // also `||` and `?:`
  PrecCoalesce,
  PrecAnd, // also `|>`
  PrecRange,
  PrecEquality,
  PrecCompare,
  PrecBitOr,
  PrecBitXor,
  PrecBitAnd,
  PrecShift,
  PrecSum,
  PrecProduct,
  PrecPower,
};

/// Tokens with what is known about them before parsing.
struct TokenList {
  std::vector<Token> tokens;
  /// For each bracket the index of its partner; 0 if there is none.
  std::vector<uint32_t> partners;
  /// For each `?` whether a `:` follows before the next `,`, `;`, closing
  /// bracket or line end at its depth.
  std::vector<bool> colonAhead;

  void matchBrackets();
  void findColons();
};

/// What the surroundings forbid or allow inside an expression.
struct ParseMode {
  /// In a head: `Name {` is no struct literal.
  bool noStruct = false;
  /// In brackets or in a head: line breaks do not end an expression.
  bool bracketed = false;
  /// Directly in the guard of a match arm: `=>` belongs to the arm.
  bool noArrow = false;
  /// In the head of `if` or `while`: `let` is a condition.
  bool letIsCondition = false;
};

/// Fields, methods and so on of a struct, class, actor or enum.
struct MemberLists {
  llvm::SmallVector<FieldDecl> fields;
  llvm::SmallVector<FunctionItem *> methods;
  llvm::SmallVector<PropertyDecl> properties;
  llvm::SmallVector<ReceiveHandler> handlers;
};

/// The mode inside brackets.
inline ParseMode bracketMode() {
  ParseMode mode;
  mode.bracketed = true;
  return mode;
}

} // namespace ruchy

#endif // LIB_FRONTEND_PARSER_PARSERTYPES_H
