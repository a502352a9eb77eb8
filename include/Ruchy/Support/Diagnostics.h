//===- Diagnostics.h - Collects and prints messages -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_SUPPORT_DIAGNOSTICS_H
#define RUCHY_SUPPORT_DIAGNOSTICS_H

#include "Ruchy/Support/DiagnosticCodes.h"
#include "Ruchy/Support/SourceManager.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/raw_ostream.h"

#include <string>
#include <vector>

namespace ruchy {

/// One message about a place in the source, with an optional hint and notes.
struct Diagnostic {
  Severity severity = Severity::Error;
  Diag code = Diag::None;
  SourceRange range;
  std::string message;
  std::string hint;
  std::vector<Diagnostic> notes;
};

/// Refers to a reported diagnostic so that details can be attached to it.
class DiagnosticHandle {
public:
  DiagnosticHandle() = default;
  explicit DiagnosticHandle(Diagnostic *diagnostic) : diagnostic(diagnostic) {}

  DiagnosticHandle &hint(const llvm::Twine &text);
  bool hasHint() const { return diagnostic && !diagnostic->hint.empty(); }
  DiagnosticHandle &note(SourceRange range, const llvm::Twine &text);

private:
  Diagnostic *diagnostic = nullptr;
};

/// Collects diagnostics. Nothing is printed until a renderer is asked to.
class DiagnosticEngine {
public:
  explicit DiagnosticEngine(const SourceManager &sources) : sources(sources) {}

  /// Reports with the severity that the table of codes gives.
  DiagnosticHandle report(Diag code, SourceRange range,
                          const llvm::Twine &message);
  DiagnosticHandle report(Severity severity, SourceRange range,
                          const llvm::Twine &message, Diag code = Diag::None);
  DiagnosticHandle error(SourceRange range, const llvm::Twine &message) {
    return report(Severity::Error, range, message);
  }
  DiagnosticHandle error(Diag code, SourceRange range,
                         const llvm::Twine &message) {
    return report(Severity::Error, range, message, code);
  }
  DiagnosticHandle warning(SourceRange range, const llvm::Twine &message) {
    return report(Severity::Warning, range, message);
  }

  bool hasErrors() const { return errorCount != 0; }
  unsigned getErrorCount() const { return errorCount; }
  const std::vector<std::unique_ptr<Diagnostic>> &getAll() const {
    return diagnostics;
  }
  void clear();

  /// Puts the messages in the order of their places.
  void sortByLocation();

  const SourceManager &getSourceManager() const { return sources; }

private:
  const SourceManager &sources;
  std::vector<std::unique_ptr<Diagnostic>> diagnostics;
  unsigned errorCount = 0;
};

/// Prints `file:line:col: error[R0012]: MSG`, the source line, a caret line and
/// the hint. Control characters of the source are shown escaped.
void printDiagnostics(const DiagnosticEngine &engine, llvm::raw_ostream &os,
                      bool colors);

/// Prints one JSON object per line.
void printDiagnosticsAsJSON(const DiagnosticEngine &engine,
                            llvm::raw_ostream &os);

/// How to print: the value of --error-format.
enum class DiagnosticFormat { Text, JSON };

/// Prints in the chosen format; colours only if the stream is a terminal.
void emitDiagnostics(const DiagnosticEngine &engine, llvm::raw_ostream &os,
                     DiagnosticFormat format = DiagnosticFormat::Text);

} // namespace ruchy

#endif // RUCHY_SUPPORT_DIAGNOSTICS_H
