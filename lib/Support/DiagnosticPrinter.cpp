//===- DiagnosticPrinter.cpp - Renders messages -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Support/Diagnostics.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"

#include <algorithm>
#include <cstdlib>

using namespace ruchy;

namespace {

/// Longest stretch of a source line that is echoed, in characters.
constexpr size_t maxEcho = 120;

llvm::StringRef getSeverityName(Severity severity) {
  switch (severity) {
  case Severity::Note:
    return "note";
  case Severity::Warning:
    return "warning";
  case Severity::Error:
    break;
  }
  return "error";
}

llvm::raw_ostream::Colors getSeverityColor(Severity severity) {
  switch (severity) {
  case Severity::Note:
    return llvm::raw_ostream::CYAN;
  case Severity::Warning:
    return llvm::raw_ostream::MAGENTA;
  case Severity::Error:
    break;
  }
  return llvm::raw_ostream::RED;
}

/// One source character as it is shown, with the bytes it stands for.
struct Cell {
  std::string shown;
  size_t offset;
  size_t size;
};

/// Number of bytes of the well-formed UTF-8 sequence at the front of the
/// text; 0 if there is none.
size_t getSequenceLength(llvm::StringRef text) {
  auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.data());
  size_t length = llvm::getNumBytesForUTF8(*begin);
  if (length > text.size() || !llvm::isLegalUTF8Sequence(begin, begin + length))
    return 0;
  return length;
}

std::string escapeByte(unsigned char byte) {
  return "\\x" + llvm::utohexstr(byte, /*LowerCase=*/false, /*Width=*/2);
}

/// Whether a two-byte sequence encodes a C1 control character, which
/// terminals may act upon.
bool isC1Control(llvm::StringRef sequence) {
  return sequence.size() == 2 && sequence[0] == '\xC2' &&
         static_cast<unsigned char>(sequence[1]) < 0xA0;
}

Cell makeCell(llvm::StringRef text, size_t offset) {
  unsigned char byte = static_cast<unsigned char>(text[offset]);
  if (byte == '\t')
    return {" ", offset, 1};
  if (byte < 0x20 || byte == 0x7F)
    return {escapeByte(byte), offset, 1};
  if (byte < 0x80)
    return {std::string(1, text[offset]), offset, 1};
  size_t length = getSequenceLength(text.drop_front(offset));
  if (length == 0)
    return {escapeByte(byte), offset, 1};
  llvm::StringRef sequence = text.substr(offset, length);
  if (isC1Control(sequence))
    return {escapeByte(static_cast<unsigned char>(sequence[1])), offset,
            length};
  return {sequence.str(), offset, length};
}

/// Makes text safe to print: control characters are shown escaped.
std::string sanitize(llvm::StringRef text) {
  std::string result;
  for (size_t i = 0; i < text.size();) {
    if (text[i] == '\n') {
      result += '\n';
      ++i;
      continue;
    }
    Cell cell = makeCell(text, i);
    result += cell.shown;
    i += cell.size;
  }
  return result;
}

/// Finds the part of a line worth showing: all of it, or a window around the
/// byte at focus.
size_t findWindow(llvm::StringRef line, size_t focus) {
  if (line.size() <= maxEcho || focus < maxEcho / 2)
    return 0;
  size_t begin = focus - maxEcho / 2;
  while (begin > 0 && (static_cast<unsigned char>(line[begin]) & 0xC0) == 0x80)
    --begin;
  return begin;
}

class TextPrinter {
public:
  TextPrinter(const SourceManager &sources, llvm::raw_ostream &os, bool colors)
      : sources(sources), os(os), colors(colors) {}

  void print(const Diagnostic &diagnostic) {
    printHeader(diagnostic);
    if (diagnostic.range.isValid())
      printSource(diagnostic.range);
    if (!diagnostic.hint.empty()) {
      setColor(llvm::raw_ostream::GREEN);
      os << "  hint: ";
      resetColor();
      os << sanitize(diagnostic.hint) << '\n';
    }
    for (const Diagnostic &note : diagnostic.notes)
      print(note);
  }

private:
  void setColor(llvm::raw_ostream::Colors color) {
    if (colors)
      os.changeColor(color, /*Bold=*/true);
  }
  void resetColor() {
    if (colors)
      os.resetColor();
  }

  void printHeader(const Diagnostic &diagnostic) {
    if (diagnostic.range.isValid()) {
      LineColumn place = sources.getLineColumn(diagnostic.range.begin);
      os << sanitize(sources.getName(diagnostic.range.begin)) << ':'
         << place.line << ':' << place.column << ": ";
    }
    setColor(getSeverityColor(diagnostic.severity));
    os << getSeverityName(diagnostic.severity);
    if (diagnostic.code != Diag::None)
      os << '[' << formatDiag(diagnostic.code) << ']';
    os << ": ";
    resetColor();
    os << sanitize(diagnostic.message) << '\n';
  }

  void printSource(SourceRange range) {
    FileID file = sources.getFile(range.begin);
    unsigned number = sources.getLineColumn(range.begin).line;
    llvm::StringRef line = sources.getLine(file, number);
    size_t lineBegin =
        static_cast<size_t>(line.data() - sources.getText(file).data());
    size_t begin = sources.getOffset(range.begin) - lineBegin;
    size_t end = std::max(sources.getOffset(range.end), lineBegin) - lineBegin;

    std::string echo, marks;
    size_t offset = findWindow(line, begin);
    bool isCut = offset != 0;
    for (size_t cells = 0; offset < line.size() && cells < maxEcho; ++cells) {
      Cell cell = makeCell(line, offset);
      echo += cell.shown;
      char mark = ' ';
      if (offset <= begin && begin < offset + cell.size)
        mark = '^';
      else if (offset > begin && offset < end)
        mark = '~';
      // Escapes are plain ASCII, everything else is one column.
      bool isEscape = cell.shown.size() == 4 && cell.shown[0] == '\\';
      marks.append(isEscape ? cell.shown.size() : 1, mark);
      offset += cell.size;
    }
    if (begin >= line.size())
      marks += '^';
    printLines(number,
               (isCut ? "..." : "") + echo +
                   (offset < line.size() ? "..." : ""),
               (isCut ? "   " : "") + llvm::StringRef(marks).rtrim().str());
  }

  void printLines(unsigned number, const std::string &echo,
                  const std::string &marks) {
    std::string label = std::to_string(number);
    os << ' ' << label << " | " << echo << '\n';
    os << ' ' << std::string(label.size(), ' ') << " | ";
    setColor(llvm::raw_ostream::GREEN);
    os << marks;
    resetColor();
    os << '\n';
  }

  const SourceManager &sources;
  llvm::raw_ostream &os;
  bool colors;
};

llvm::json::Object toJSON(const Diagnostic &diagnostic,
                          const SourceManager &sources) {
  LineColumn begin = sources.getLineColumn(diagnostic.range.begin);
  LineColumn end = sources.getLineColumn(diagnostic.range.end);
  llvm::json::Object object{
      {"file", llvm::json::fixUTF8(sources.getName(diagnostic.range.begin))},
      {"line", begin.line},
      {"col", begin.column},
      {"endLine", end.line},
      {"endCol", end.column},
      {"severity", getSeverityName(diagnostic.severity)},
      {"message", llvm::json::fixUTF8(diagnostic.message)},
      {"hint", llvm::json::fixUTF8(diagnostic.hint)}};
  if (diagnostic.code != Diag::None)
    object["code"] = formatDiag(diagnostic.code);
  if (!diagnostic.notes.empty()) {
    llvm::json::Array notes;
    for (const Diagnostic &note : diagnostic.notes)
      notes.push_back(toJSON(note, sources));
    object["notes"] = std::move(notes);
  }
  return object;
}

} // namespace

void ruchy::printDiagnostics(const DiagnosticEngine &engine,
                             llvm::raw_ostream &os, bool colors) {
  TextPrinter printer(engine.getSourceManager(), os, colors);
  for (const auto &diagnostic : engine.getAll())
    printer.print(*diagnostic);
}

void ruchy::printDiagnosticsAsJSON(const DiagnosticEngine &engine,
                                   llvm::raw_ostream &os) {
  for (const auto &diagnostic : engine.getAll())
    os << llvm::json::Value(toJSON(*diagnostic, engine.getSourceManager()))
       << '\n';
}

void ruchy::emitDiagnostics(const DiagnosticEngine &engine,
                            llvm::raw_ostream &os, DiagnosticFormat format) {
  if (format == DiagnosticFormat::JSON)
    return printDiagnosticsAsJSON(engine, os);
  // See no-color.org.
  const char *noColor = ::getenv("NO_COLOR");
  bool colors = os.is_displayed() && os.has_colors() && !(noColor && *noColor);
  if (colors)
    os.enable_colors(true);
  printDiagnostics(engine, os, colors);
}
