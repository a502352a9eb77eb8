//===- DiagnosticCodes.h - Stable codes of messages -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_SUPPORT_DIAGNOSTICCODES_H
#define RUCHY_SUPPORT_DIAGNOSTICCODES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <string>

namespace ruchy {

enum class Severity { Note, Warning, Error };

/// What a message is about. The numbers are part of the interface: people
/// look them up and tools compare them.
enum class Diag : uint16_t {
  None = 0,
#define DIAGNOSTIC(NUMBER, NAME, SEVERITY, TITLE, EXPLANATION, WRONG, RIGHT)   \
  NAME = NUMBER,
#include "Ruchy/Support/Diagnostics.def"
};

/// A row of Diagnostics.def.
struct DiagInfo {
  Diag code;
  Severity severity;
  llvm::StringLiteral name;
  llvm::StringLiteral title;
  llvm::StringLiteral explanation;
  llvm::StringLiteral wrong;
  llvm::StringLiteral right;
};

/// All rows in the order of their numbers.
llvm::ArrayRef<DiagInfo> getDiagInfos();

/// The row of a number; null if there is none.
const DiagInfo *findDiag(unsigned number);

/// `R0012`.
std::string formatDiag(Diag code);

/// Reads `R0012`, `r12` or `12`; null if it is not the code of a row.
const DiagInfo *parseDiag(llvm::StringRef text);

/// The code that explains a kind of ErrorKinds.def, given by its name.
Diag getRuntimeDiag(llvm::StringRef kind);

} // namespace ruchy

#endif // RUCHY_SUPPORT_DIAGNOSTICCODES_H
