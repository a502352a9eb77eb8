//===- TextSink.h - Bounded text output -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Output into a buffer of the caller that counts what does not fit.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_NUMBER_TEXTSINK_H
#define RUCHY_RUNTIME_NUMBER_TEXTSINK_H

#include <stddef.h>
#include <stdint.h>

namespace ruchy::rt {

/// Writes the first `capacity` bytes and counts all of them.
class TextSink {
public:
  TextSink(char *buffer, size_t capacity)
      : buffer(buffer), capacity(buffer ? capacity : 0) {}

  void put(char c) {
    if (used < capacity)
      buffer[used] = c;
    ++used;
  }

  void append(const char *text, size_t length) {
    for (size_t i = 0; i < length; ++i)
      put(text[i]);
  }

  /// A size query over a huge precision must not take a step per byte.
  void repeat(char c, size_t count) {
    size_t room = used < capacity ? capacity - used : 0;
    size_t written = count < room ? count : room;
    for (size_t i = 0; i < written; ++i)
      buffer[used + i] = c;
    used += count;
  }

  /// Appends a code point `count` times in UTF-8.
  void repeatCodePoint(uint32_t codePoint, size_t count);

  size_t size() const { return used; }

private:
  char *buffer;
  size_t capacity;
  size_t used = 0;
};

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_NUMBER_TEXTSINK_H
