//===- Layout.h - Objects as compiled code and runtime see them -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The one description of every object in memory. The runtime includes it on
/// each target, the compiler includes it for the constants; the assertions at
/// the end pin the offsets that conversions use.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_LAYOUT_H
#define RUCHY_RT_LAYOUT_H

#include <stddef.h>
#include <stdint.h>

/// The kind of a value: the low byte of a tag and of a header's type word.
enum RtKind : uint8_t {
  RtKindNil = 0,
  RtKindBool = 1,
  RtKindInt = 2,
  RtKindFloat = 3,
  RtKindUnset = 4, ///< A variable before its first assignment.
  RtKindByte = 5,
  RtKindAtom = 6,
  RtKindString = 16, ///< From here on the payload is a counted pointer.
  RtKindArray = 17,
  RtKindRange = 18,
  RtKindError = 19,
  RtKindMap = 20,
  RtKindTuple = 21,
  RtKindStruct = 22,
  RtKindInstance = 23,
  RtKindEnum = 24,
  RtKindFunction = 25,
  RtKindCell = 26,
  RtKindSet = 27
};

/// What an array's slots hold: bits 8-15 of an array's type word.
enum RtElemKind : uint8_t {
  RtElemNone = 0,  ///< Empty, of no known element kind yet.
  RtElemInt = 1,   ///< int64_t
  RtElemFloat = 2, ///< double
  RtElemBool = 3,  ///< One byte, 0 or 1.
  RtElemRef = 4,   ///< 8-byte slot with a heap pointer, never null.
  RtElemAny = 5    ///< RtAny
};

/// A dynamic value. Bool payload 0 or 1, float payload its bits, nil payload
/// 0, heap payload the pointer zero-extended. Tag: bits 0-7 kind, 32-63 type.
struct RtAny {
  int64_t payload;
  int64_t tag;
};

/// Starts every heap object. rc >= 1 counts owners; rc < 0 is immortal.
struct RtHeader {
  int32_t rc;
  uint32_t type;
};

/// Bit of a string's type word: all bytes are below 128. Every constructor
/// decides it exactly, so a clear bit means that another byte is present.
inline constexpr uint32_t RtStringAscii = 1u << 8;
/// Bit of an error's type word: the object is an RtSite, not an RtError.
inline constexpr uint32_t RtErrorStatic = 1u << 8;
/// The count of constant objects.
inline constexpr int32_t RtImmortal = INT32_MIN / 2;

struct RtString {
  RtHeader h;
  int64_t len; ///< Bytes in use.
  int64_t cap; ///< Bytes in the block; 0 for constants.
  char bytes[];
};

struct RtArray {
  RtHeader h;
  int64_t len;
  int64_t cap; ///< Elements that fit; 0 for constants.
};

/// A range as dynamic value; typed ranges are scalars in compiled code. An
/// open end is nil, others are integers.
struct RtRange {
  RtHeader h;
  RtAny start;
  RtAny end;
  uint8_t inclusive;
};

/// A place in the source where something can fail. It is also the error
/// object itself when the message needs no operands.
struct RtSite {
  RtHeader h;    ///< {RtImmortal, RtKindError | RtErrorStatic}
  uint32_t kind; ///< RtErrorKind
  uint32_t line;
  uint32_t column;
  const char *file; ///< Zero-terminated file name without folders.
  const char *text; ///< Replaces `%` in the kind's message; may be null.
  int64_t textLen;
};

/// An error made at run time.
struct RtError {
  RtHeader h;
  const RtSite *site;
  uint32_t kind;     ///< RtErrorKind
  RtString *message; ///< Owned, without class prefix; null when thrown.
  RtAny value;       ///< The thrown value, else nil.
};

inline constexpr int64_t RtHeadSize =
    24; ///< Bytes before the data of a string or array.

/// Bytes of one slot of an array of element kind \p kind.
[[gnu::always_inline]] constexpr int64_t rtElemSize(uint8_t kind) {
  return kind == RtElemAny ? 16 : kind == RtElemBool ? 1 : kind ? 8 : 0;
}

/// The kind in a tag or a header's type word.
[[gnu::always_inline]] constexpr uint8_t rtKindOf(int64_t tag) {
  return static_cast<uint8_t>(tag);
}
[[gnu::always_inline]] constexpr bool rtIsHeapKind(uint8_t kind) {
  return kind >= RtKindString;
}
[[gnu::always_inline]] constexpr uint8_t rtElemKindOf(uint32_t type) {
  return static_cast<uint8_t>(type >> 8);
}
/// The type word of an array with element kind \p kind.
[[gnu::always_inline]] constexpr uint32_t rtArrayType(uint8_t kind) {
  return RtKindArray | static_cast<uint32_t>(kind) << 8;
}

static_assert(sizeof(RtAny) == 16 && offsetof(RtAny, tag) == 8);
static_assert(sizeof(RtHeader) == 8 && offsetof(RtHeader, type) == 4);
static_assert(offsetof(RtString, len) == 8 && offsetof(RtString, cap) == 16);
static_assert(offsetof(RtString, bytes) == RtHeadSize);
static_assert(offsetof(RtArray, len) == 8 && offsetof(RtArray, cap) == 16);
static_assert(sizeof(RtArray) == RtHeadSize);
static_assert(offsetof(RtRange, start) == 8 && offsetof(RtRange, end) == 24 &&
              offsetof(RtRange, inclusive) == 40 && sizeof(RtRange) == 48);
static_assert(offsetof(RtSite, kind) == 8 && offsetof(RtSite, line) == 12 &&
              offsetof(RtSite, column) == 16);
static_assert(sizeof(void *) == 8
                  ? offsetof(RtSite, file) == 24 && sizeof(RtSite) == 48
                  : offsetof(RtSite, file) == 20 && sizeof(RtSite) == 40);

#endif // RUCHY_RT_LAYOUT_H
