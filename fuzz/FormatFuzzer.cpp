//===- FormatFuzzer.cpp - Any text as a format string -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Support/FormatSpec.h"

using namespace ruchy;

/// What is read from a specification reads the same again.
static void checkSpec(const FormatSpec &spec) {
  std::string text = formatSpecToString(spec), error;
  std::optional<FormatSpec> again = parseFormatSpec(text, error);
  if (!again || !(*again == spec))
    __builtin_trap();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  llvm::StringRef text(reinterpret_cast<const char *>(data), size);
  std::string error;
  if (std::optional<FormatSpec> spec = parseFormatSpec(text, error))
    checkSpec(*spec);
  llvm::SmallVector<FormatPiece> pieces;
  size_t offset = 0;
  if (!parseFormatString(text, pieces, error, offset) && offset > size)
    __builtin_trap();
  return 0;
}
