//===- FormatSpec.h - Format strings and their specs ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_SUPPORT_FORMATSPEC_H
#define RUCHY_SUPPORT_FORMATSPEC_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ruchy {

/// The part after the colon of a placeholder, in Rust's grammar:
/// `[[fill]align][sign]['#']['0'][width][','][.precision][type]`.
/// StringRefs point into the parsed text.
struct FormatSpec {
  enum class Align : uint8_t { Default, Left, Center, Right };

  /// Fill character, a Unicode code point.
  uint32_t fill = ' ';
  Align align = Align::Default;
  /// '+', '-' or 0.
  char sign = 0;
  bool alternate = false;
  bool zeroPad = false;
  /// Groups digits by thousands (`,`).
  bool thousands = false;
  std::optional<uint32_t> width;
  std::optional<uint32_t> precision;
  /// Name or number of the argument that holds the width (`{:w$}`).
  llvm::StringRef widthArgument;
  /// Likewise for the precision (`{:.p$}`); "*" takes the next argument.
  llvm::StringRef precisionArgument;
  /// '?', 'x', 'X', 'o', 'b', 'e', 'E' or 0 for plain display.
  char type = 0;

  bool isDefault() const;
  /// The quoted form `{:?}`.
  bool isDebug() const { return type == '?'; }
  friend bool operator==(const FormatSpec &, const FormatSpec &) = default;
};

/// Parses the text after the colon. On failure returns nothing and sets error.
std::optional<FormatSpec> parseFormatSpec(llvm::StringRef text,
                                          std::string &error);

/// Writes a spec in the normal form that parseFormatSpec reads.
std::string formatSpecToString(const FormatSpec &spec);

/// A piece of a `println!`-style format string: literal text (with `{{` and
/// `}}` already replaced) or a placeholder.
struct FormatPiece {
  bool isPlaceholder = false;
  std::string text;
  /// Explicit argument number `{0}`.
  std::optional<uint32_t> index;
  /// Explicit argument name `{name}`.
  std::string name;
  FormatSpec spec;
  /// Byte offset of the piece in the format string.
  size_t offset = 0;

  /// A bare `{}` or `{:spec}` that takes the next argument.
  bool takesNextArgument() const {
    return isPlaceholder && !index && name.empty();
  }
};

/// Splits a format string. Returns false and sets error (and its byte offset)
/// if a placeholder is malformed. The specs point into text.
bool parseFormatString(llvm::StringRef text,
                       llvm::SmallVectorImpl<FormatPiece> &pieces,
                       std::string &error, size_t &errorOffset);

/// Whether the text has at least one well-formed placeholder.
bool hasPlaceholder(llvm::StringRef text);

} // namespace ruchy

#endif // RUCHY_SUPPORT_FORMATSPEC_H
