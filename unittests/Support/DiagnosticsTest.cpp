//===- DiagnosticsTest.cpp - Rendering of messages --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Support/Diagnostics.h"

#include "llvm/Support/JSON.h"

#include "gtest/gtest.h"

using namespace ruchy;

namespace {

struct Rendered {
  explicit Rendered(llvm::StringRef text) : engine(sources) {
    file = sources.addBuffer("dir/t.ruchy", text);
  }
  SourceRange range(size_t begin, size_t end) const {
    return {sources.getLocation(file, begin), sources.getLocation(file, end)};
  }
  std::string text(bool colors = false) const {
    std::string out;
    llvm::raw_string_ostream os(out);
    os.enable_colors(colors);
    printDiagnostics(engine, os, colors);
    return out;
  }
  std::string json() const {
    std::string out;
    llvm::raw_string_ostream os(out);
    printDiagnosticsAsJSON(engine, os);
    return out;
  }

  SourceManager sources;
  DiagnosticEngine engine;
  FileID file;
};

TEST(Diagnostics, TextWithUnderlineHintAndNote) {
  Rendered r("let x = 1\nlet yy = foo\n");
  r.engine.error(r.range(19, 22), "no foo")
      .hint("try bar")
      .note(r.range(4, 5), "x is here");
  EXPECT_EQ(r.text(), "dir/t.ruchy:2:10: error: no foo\n"
                      " 2 | let yy = foo\n"
                      "   |          ^~~\n"
                      "  hint: try bar\n"
                      "dir/t.ruchy:1:5: note: x is here\n"
                      " 1 | let x = 1\n"
                      "   |     ^\n");
}

TEST(Diagnostics, CodeBehindTheSeverity) {
  Rendered r("x");
  r.engine.report(Diag::UndefinedVariable, r.range(0, 1), "m");
  r.engine.report(Diag::Unreachable, r.range(0, 1), "n");
  EXPECT_EQ(r.text(), "dir/t.ruchy:1:1: error[R0100]: m\n 1 | x\n   | ^\n"
                      "dir/t.ruchy:1:1: warning[R0200]: n\n 1 | x\n   | ^\n");
  EXPECT_NE(r.json().find("\"code\":\"R0100\""), std::string::npos);
  EXPECT_EQ(r.engine.getErrorCount(), 1u);
}

TEST(Diagnostics, CaretBehindEndOfLine) {
  Rendered r("ab");
  r.engine.error(r.range(2, 2), "end");
  EXPECT_EQ(r.text(), "dir/t.ruchy:1:3: error: end\n"
                      " 1 | ab\n"
                      "   |   ^\n");
}

TEST(Diagnostics, ControlCharactersAreEscaped) {
  Rendered r("a\x1b[31mb \x7f\tc");
  r.engine.warning(r.range(6, 7), "m\x1b");
  EXPECT_EQ(r.text(), "dir/t.ruchy:1:7: warning: m\\x1B\n"
                      " 1 | a\\x1B[31mb \\x7F c\n"
                      "   |          ^\n");
}

TEST(Diagnostics, MultiByteCharactersAreOneColumn) {
  Rendered r("\xC3\xA9\xC3\xA9 x");
  r.engine.error(r.range(5, 6), "x");
  EXPECT_EQ(r.text(), "dir/t.ruchy:1:4: error: x\n"
                      " 1 | \xC3\xA9\xC3\xA9 x\n"
                      "   |    ^\n");
}

TEST(Diagnostics, LongLinesAreCut) {
  Rendered r(std::string(5000, 'a') + "b" + std::string(5000, 'c'));
  r.engine.error(r.range(5000, 5001), "b");
  EXPECT_LT(r.text().size(), 400u);
  EXPECT_NE(r.text().find("aabcc"), std::string::npos);
}

TEST(Diagnostics, ColorsOnlyOnDemand) {
  Rendered r("x");
  r.engine.error(r.range(0, 1), "m");
  EXPECT_EQ(r.text(false).find('\x1b'), std::string::npos);
}

TEST(Diagnostics, Json) {
  Rendered r("ab \"cd\n");
  r.engine.error(r.range(3, 6), "quote \" here").hint("close it");
  auto parsed = llvm::json::parse(r.json());
  ASSERT_TRUE(static_cast<bool>(parsed));
  llvm::json::Object *object = parsed->getAsObject();
  ASSERT_TRUE(object);
  EXPECT_EQ(object->getString("file"), "dir/t.ruchy");
  EXPECT_EQ(object->getInteger("line"), 1);
  EXPECT_EQ(object->getInteger("col"), 4);
  EXPECT_EQ(object->getInteger("endLine"), 1);
  EXPECT_EQ(object->getInteger("endCol"), 7);
  EXPECT_EQ(object->getString("severity"), "error");
  EXPECT_EQ(object->getString("message"), "quote \" here");
  EXPECT_EQ(object->getString("hint"), "close it");
  EXPECT_EQ(llvm::StringRef(r.json()).count('\n'), 1u);
}

TEST(Diagnostics, CountsErrorsOnly) {
  Rendered r("x");
  r.engine.warning(r.range(0, 1), "w");
  EXPECT_FALSE(r.engine.hasErrors());
  r.engine.error(r.range(0, 1), "e");
  EXPECT_EQ(r.engine.getErrorCount(), 1u);
}

} // namespace
