//===- Literals.h - Decodes literal tokens ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_LEXER_LITERALS_H
#define RUCHY_FRONTEND_LEXER_LITERALS_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ruchy {

/// A decoded number.
struct NumberValue {
  bool isFloat = false;
  /// The magnitude; up to 2^63, which is valid only behind a minus sign.
  uint64_t integer = 0;
  double real = 0;
};

/// Decodes an Integer or Float token with its suffix. Nothing if the value
/// does not fit.
std::optional<NumberValue> decodeNumber(llvm::StringRef text);

/// Replaces escapes; unknown ones are kept as they are, backslash included.
/// Returns false and sets error for a `\u{..}` that is no character.
bool decodeEscapes(llvm::StringRef text, std::string &out, std::string &error);

/// Strips the quotes (and prefix) of a string token: `"x"`, `'x'`, `r#"x"#`,
/// triple quotes, `\"x\"`.
llvm::StringRef stripQuotes(llvm::StringRef text);

/// Number of characters of valid UTF-8 text.
size_t countCharacters(llvm::StringRef text);

} // namespace ruchy

#endif // RUCHY_FRONTEND_LEXER_LITERALS_H
