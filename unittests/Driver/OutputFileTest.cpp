//===- OutputFileTest.cpp - Atomic writing ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Driver/OutputFile.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include "gtest/gtest.h"

#include <csignal>
#include <sys/resource.h>

using namespace ruchy;

namespace {

/// Works in a folder of its own.
class OutputFileTest : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("ruchy-test", folder));
  }
  void TearDown() override { llvm::sys::fs::remove_directories(folder); }

  std::string path(llvm::StringRef name) const {
    llvm::SmallString<128> result = folder;
    llvm::sys::path::append(result, name);
    return result.str().str();
  }
  static std::string read(const std::string &path) {
    auto buffer = llvm::MemoryBuffer::getFile(path);
    return buffer ? (*buffer)->getBuffer().str() : "<missing>";
  }
  unsigned countFiles() const {
    std::error_code error;
    unsigned count = 0;
    for (llvm::sys::fs::directory_iterator i(folder, error), end; i != end;
         i.increment(error))
      ++count;
    return count;
  }

  llvm::SmallString<128> folder;
};

bool failed(llvm::Error error) {
  bool result = static_cast<bool>(error);
  llvm::consumeError(std::move(error));
  return result;
}

} // namespace

TEST_F(OutputFileTest, WritesAndReplaces) {
  EXPECT_FALSE(failed(writeOutput(path("a"), "one")));
  EXPECT_EQ(read(path("a")), "one");
  EXPECT_FALSE(failed(writeOutput(path("a"), "two")));
  EXPECT_EQ(read(path("a")), "two");
  EXPECT_EQ(countFiles(), 1u);
}

TEST_F(OutputFileTest, FailureKeepsTheOldContent) {
  EXPECT_FALSE(failed(writeOutput(path("a"), "old")));
  struct rlimit before, small;
  ::getrlimit(RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 4096;
  ::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &small);
  EXPECT_TRUE(failed(writeOutput(path("a"), std::string(10000, 'x'))));
  ::setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_EQ(read(path("a")), "old");
  EXPECT_EQ(countFiles(), 1u) << "nothing is left behind";
}

TEST_F(OutputFileTest, LongNames) {
  std::string name(255, 'n');
  EXPECT_FALSE(failed(writeOutput(path(name), "x")));
  EXPECT_EQ(read(path(name)), "x");
  EXPECT_TRUE(failed(writeOutput(path(name + "n"), "x")));
}

TEST_F(OutputFileTest, ExecutablesAreExecutable) {
  EXPECT_FALSE(failed(writeOutput(path("x"), "#!", /*executable=*/true)));
  EXPECT_TRUE(llvm::sys::fs::can_execute(path("x")));
  EXPECT_FALSE(failed(writeOutput(path("y"), "")));
  EXPECT_FALSE(llvm::sys::fs::can_execute(path("y")));
}

TEST_F(OutputFileTest, Failures) {
  EXPECT_TRUE(failed(writeOutput(path("no/such/folder"), "x")));
  EXPECT_TRUE(failed(writeOutput(folder, "x")));
  EXPECT_TRUE(failed(writeOutput("/dev/full", "x")));
  EXPECT_FALSE(failed(writeOutput("/dev/null", "x")));
}
