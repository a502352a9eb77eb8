//===- Explain.cpp - The command `explain` ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Actions.h"
#include "Ruchy/Driver/Driver.h"
#include "Ruchy/Support/DiagnosticCodes.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace ruchy;

static llvm::StringRef getSeverityWord(Severity severity) {
  return severity == Severity::Warning ? "warning" : "error";
}

/// Joins the lines of each paragraph and breaks them anew.
static void printParagraphs(llvm::StringRef text, llvm::raw_ostream &os) {
  constexpr size_t width = 78;
  llvm::SmallVector<llvm::StringRef> paragraphs;
  text.split(paragraphs, "\n\n");
  for (llvm::StringRef paragraph : paragraphs) {
    size_t column = 0;
    for (llvm::StringRef word : llvm::split(paragraph.trim(), ' ')) {
      llvm::SmallVector<llvm::StringRef> parts;
      word.split(parts, '\n');
      for (llvm::StringRef part : parts) {
        bool fits = column + 1 + part.size() <= width;
        if (column != 0)
          os << (fits ? ' ' : '\n');
        column = column != 0 && fits ? column + 1 + part.size() : part.size();
        os << part;
      }
    }
    os << "\n\n";
  }
}

static void printExample(llvm::StringRef title, llvm::StringRef code,
                         llvm::raw_ostream &os) {
  if (code.empty())
    return;
  os << title << ":\n\n";
  for (llvm::StringRef line : llvm::split(code, '\n'))
    os << "    " << line << '\n';
  os << '\n';
}

/// The code whose digits are most like those that were given.
static const DiagInfo *findSimilar(llvm::StringRef text) {
  const DiagInfo *nearest = nullptr;
  unsigned best = 2;
  for (const DiagInfo &info : getDiagInfos()) {
    unsigned distance = text.edit_distance(formatDiag(info.code));
    if (distance < best) {
      best = distance;
      nearest = &info;
    }
  }
  return nearest;
}

static int reportUnknownCode(llvm::StringRef text) {
  llvm::errs() << "ruchy: there is no code '" << text << "'";
  if (const DiagInfo *similar = findSimilar(text.upper()))
    llvm::errs() << ", did you mean " << formatDiag(similar->code) << "?";
  llvm::errs() << "\n'ruchy explain' lists all codes\n";
  return ExitFailure;
}

int ruchy::explainCode(const DriverOptions &options) {
  llvm::raw_ostream &os = llvm::outs();
  if (options.topic.empty()) {
    for (const DiagInfo &info : getDiagInfos())
      os << formatDiag(info.code) << "  "
         << llvm::formatv("{0,-9}", getSeverityWord(info.severity))
         << info.title << '\n';
    os << "\n'ruchy explain R0100' explains a code.\n";
    return ExitSuccess;
  }
  const DiagInfo *info = parseDiag(options.topic);
  if (!info)
    return reportUnknownCode(options.topic);
  os << formatDiag(info->code) << ": " << info->title << " ("
     << getSeverityWord(info->severity) << ")\n\n";
  printParagraphs(info->explanation, os);
  printExample("Wrong", info->wrong, os);
  printExample("Right", info->right, os);
  return ExitSuccess;
}
