//===- SourceLocation.h - Positions in source text --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_SUPPORT_SOURCELOCATION_H
#define RUCHY_SUPPORT_SOURCELOCATION_H

#include <compare>
#include <cstdint>

namespace ruchy {

/// Identifies a buffer registered with a SourceManager. Zero is invalid.
struct FileID {
  uint32_t index = 0;

  bool isValid() const { return index != 0; }
  friend bool operator==(FileID, FileID) = default;
};

/// A position in one of the buffers of a SourceManager. All buffers share one
/// 32-bit offset space, which keeps AST nodes small. Zero is invalid.
class SourceLocation {
public:
  SourceLocation() = default;
  explicit SourceLocation(uint32_t raw) : raw(raw) {}

  bool isValid() const { return raw != 0; }
  uint32_t getRaw() const { return raw; }
  SourceLocation advanced(int64_t bytes) const {
    return SourceLocation(static_cast<uint32_t>(raw + bytes));
  }

  friend bool operator==(SourceLocation, SourceLocation) = default;
  friend auto operator<=>(SourceLocation a, SourceLocation b) = default;

private:
  uint32_t raw = 0;
};

/// A half-open stretch of source text.
struct SourceRange {
  SourceLocation begin;
  SourceLocation end;

  SourceRange() = default;
  SourceRange(SourceLocation begin, SourceLocation end)
      : begin(begin), end(end) {}
  explicit SourceRange(SourceLocation point) : begin(point), end(point) {}

  bool isValid() const { return begin.isValid(); }
  friend bool operator==(const SourceRange &, const SourceRange &) = default;
};

/// What people call a position: file name, 1-based line and 1-based column
/// counted in characters.
struct LineColumn {
  unsigned line = 0;
  unsigned column = 0;
};

} // namespace ruchy

#endif // RUCHY_SUPPORT_SOURCELOCATION_H
