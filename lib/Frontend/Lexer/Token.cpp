//===- Token.cpp - Token names and spellings --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Frontend/Lexer/Token.h"

using namespace ruchy;

llvm::StringRef ruchy::getTokenKindName(TokenKind kind) {
  switch (kind) {
#define TOKEN(NAME)                                                            \
  case TokenKind::NAME:                                                        \
    return #NAME;
#include "Ruchy/Frontend/Lexer/Tokens.def"
  }
  return "";
}

llvm::StringRef ruchy::getTokenSpelling(TokenKind kind) {
  switch (kind) {
#define PUNCT(NAME, SPELLING)                                                  \
  case TokenKind::NAME:                                                        \
    return SPELLING;
#define KEYWORD(NAME, SPELLING)                                                \
  case TokenKind::NAME:                                                        \
    return SPELLING;
#include "Ruchy/Frontend/Lexer/Tokens.def"
  default:
    return "";
  }
}

bool ruchy::isKeyword(TokenKind kind) {
  switch (kind) {
#define KEYWORD(NAME, SPELLING) case TokenKind::NAME:
#include "Ruchy/Frontend/Lexer/Tokens.def"
    return true;
  default:
    return false;
  }
}
