//===- SourceManagerTest.cpp - Lines and columns ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Support/SourceManager.h"

#include "gtest/gtest.h"

using namespace ruchy;

namespace {

std::string place(const SourceManager &sources, FileID file, size_t offset) {
  LineColumn at = sources.getLineColumn(sources.getLocation(file, offset));
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

TEST(SourceManager, LineColumn) {
  SourceManager sources;
  FileID first = sources.addBuffer("a", "ab\ncd\r\n\nx");
  FileID second = sources.addBuffer("b", "zz");
  EXPECT_EQ(place(sources, first, 0), "1:1");
  EXPECT_EQ(place(sources, first, 2), "1:3");
  EXPECT_EQ(place(sources, first, 3), "2:1");
  EXPECT_EQ(place(sources, first, 8), "4:1");
  EXPECT_EQ(place(sources, first, 9), "4:2");
  EXPECT_EQ(place(sources, second, 1), "1:2");
  EXPECT_EQ(sources.getName(sources.getLocation(second, 0)), "b");
  EXPECT_EQ(sources.getLine(first, 2), "cd");
  EXPECT_EQ(sources.getLine(first, 5), "");
}

TEST(SourceManager, ColumnsCountCharacters) {
  SourceManager sources;
  // Two, three and four byte sequences.
  FileID file = sources.addBuffer("a", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80x");
  EXPECT_EQ(place(sources, file, 2), "1:2");
  EXPECT_EQ(place(sources, file, 5), "1:3");
  EXPECT_EQ(place(sources, file, 9), "1:4");
  // Going back must not depend on what was asked before.
  EXPECT_EQ(place(sources, file, 2), "1:2");
  EXPECT_EQ(place(sources, file, 0), "1:1");
  EXPECT_EQ(place(sources, file, 5), "1:3");
}

TEST(SourceManager, InvalidLocations) {
  SourceManager sources;
  EXPECT_FALSE(sources.getFile(SourceLocation()).isValid());
  EXPECT_EQ(sources.getLineColumn(SourceLocation(77)).line, 0u);
  EXPECT_EQ(sources.getName(FileID()), "<unknown>");
}

TEST(SourceManager, MissingFileAndDirectory) {
  SourceManager sources;
  EXPECT_FALSE(sources.addFile("/nonexistent/file.ruchy"));
  EXPECT_EQ(sources.addFile("/").getError(),
            std::make_error_code(std::errc::is_a_directory));
}

} // namespace
