//===- DiagnosticCodes.cpp - Stable codes of messages -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Support/DiagnosticCodes.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace ruchy;

static constexpr DiagInfo infos[] = {
#define DIAGNOSTIC(NUMBER, NAME, SEVERITY, TITLE, EXPLANATION, WRONG, RIGHT)   \
  {Diag::NAME, Severity::SEVERITY, #NAME, TITLE, EXPLANATION, WRONG, RIGHT},
#include "Ruchy/Support/Diagnostics.def"
};

static constexpr bool areNumbersAscending() {
  for (size_t i = 1; i < std::size(infos); ++i)
    if (infos[i - 1].code >= infos[i].code)
      return false;
  return true;
}
static_assert(areNumbersAscending());

llvm::ArrayRef<DiagInfo> ruchy::getDiagInfos() { return infos; }

const DiagInfo *ruchy::findDiag(unsigned number) {
  const DiagInfo *info = llvm::partition_point(infos, [&](const DiagInfo &row) {
    return static_cast<unsigned>(row.code) < number;
  });
  bool isFound =
      info != std::end(infos) && static_cast<unsigned>(info->code) == number;
  return isFound ? info : nullptr;
}

std::string ruchy::formatDiag(Diag code) {
  std::string digits = std::to_string(static_cast<unsigned>(code));
  return "R" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') +
         digits;
}

const DiagInfo *ruchy::parseDiag(llvm::StringRef text) {
  if (!text.consume_front("R"))
    text.consume_front("r");
  unsigned number = 0;
  if (!llvm::all_of(text, llvm::isDigit) || text.getAsInteger(10, number))
    return nullptr;
  return findDiag(number);
}

Diag ruchy::getRuntimeDiag(llvm::StringRef kind) {
  return llvm::StringSwitch<Diag>(kind)
#define RUNTIME_KIND(KIND, NAME) .Case(#KIND, Diag::NAME)
#include "Ruchy/Support/Diagnostics.def"
      .Default(Diag::None);
}
