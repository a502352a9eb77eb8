//===- Diagnostics.cpp - Collects messages ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Support/Diagnostics.h"

#include "llvm/ADT/STLExtras.h"

using namespace ruchy;

DiagnosticHandle &DiagnosticHandle::hint(const llvm::Twine &text) {
  if (diagnostic)
    diagnostic->hint = text.str();
  return *this;
}

DiagnosticHandle &DiagnosticHandle::note(SourceRange range,
                                         const llvm::Twine &text) {
  if (diagnostic) {
    Diagnostic note;
    note.severity = Severity::Note;
    note.range = range;
    note.message = text.str();
    diagnostic->notes.push_back(std::move(note));
  }
  return *this;
}

DiagnosticHandle DiagnosticEngine::report(Diag code, SourceRange range,
                                          const llvm::Twine &message) {
  const DiagInfo *info = findDiag(static_cast<unsigned>(code));
  return report(info ? info->severity : Severity::Error, range, message, code);
}

DiagnosticHandle DiagnosticEngine::report(Severity severity, SourceRange range,
                                          const llvm::Twine &message,
                                          Diag code) {
  auto diagnostic = std::make_unique<Diagnostic>();
  diagnostic->severity = severity;
  diagnostic->code = code;
  diagnostic->range = range;
  diagnostic->message = message.str();
  if (severity == Severity::Error)
    ++errorCount;
  diagnostics.push_back(std::move(diagnostic));
  return DiagnosticHandle(diagnostics.back().get());
}

void DiagnosticEngine::sortByLocation() {
  // Indices keep the order of messages about one place.
  std::vector<std::pair<SourceLocation, size_t>> order;
  for (size_t i = 0; i < diagnostics.size(); ++i)
    order.push_back({diagnostics[i]->range.begin, i});
  llvm::sort(order);
  std::vector<std::unique_ptr<Diagnostic>> sorted;
  for (auto [location, index] : order)
    sorted.push_back(std::move(diagnostics[index]));
  diagnostics = std::move(sorted);
}

void DiagnosticEngine::clear() {
  diagnostics.clear();
  errorCount = 0;
}
