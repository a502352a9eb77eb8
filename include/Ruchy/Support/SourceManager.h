//===- SourceManager.h - Owns source buffers --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_SUPPORT_SOURCEMANAGER_H
#define RUCHY_SUPPORT_SOURCEMANAGER_H

#include "Ruchy/Support/SourceLocation.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/ErrorOr.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>
#include <vector>

namespace ruchy {

/// Owns the text of all source files of a compilation and translates
/// positions into lines and columns.
class SourceManager {
public:
  SourceManager() = default;
  SourceManager(const SourceManager &) = delete;
  SourceManager &operator=(const SourceManager &) = delete;

  /// Reads a file ("-" is standard input). Fails for directories, missing
  /// files and files that do not fit the offset space.
  llvm::ErrorOr<FileID> addFile(llvm::StringRef path);

  /// Registers a copy of text under a display name.
  FileID addBuffer(llvm::StringRef name, llvm::StringRef text);

  llvm::StringRef getName(FileID file) const;
  llvm::StringRef getText(FileID file) const;

  /// The file a location belongs to; invalid for an invalid location.
  FileID getFile(SourceLocation location) const;
  llvm::StringRef getName(SourceLocation location) const;

  SourceLocation getLocation(FileID file, size_t offset) const;
  size_t getOffset(SourceLocation location) const;

  /// Line and column, {0, 0} for an invalid location.
  LineColumn getLineColumn(SourceLocation location) const;

  /// Text of the 1-based line without its line ending.
  llvm::StringRef getLine(FileID file, unsigned line) const;

  /// Source text of a range that lies within one file.
  llvm::StringRef getText(SourceRange range) const;

private:
  struct Buffer {
    std::string name;
    std::unique_ptr<llvm::MemoryBuffer> text;
    uint32_t base = 0;
    std::vector<uint32_t> lineStarts;
    // The last column query, so that a walk along a very long line does not
    // count from its start again and again.
    mutable uint32_t lastLine = 0;
    mutable uint32_t lastOffset = 0;
    mutable uint32_t lastColumn = 0;
  };

  FileID add(llvm::StringRef name, std::unique_ptr<llvm::MemoryBuffer> text);
  const Buffer *find(SourceLocation location) const;

  std::vector<Buffer> buffers;
  uint32_t nextBase = 1;
};

} // namespace ruchy

#endif // RUCHY_SUPPORT_SOURCEMANAGER_H
