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

//===----------------------------------------------------------------------===//
// Objects whose parts are dynamic values
//===----------------------------------------------------------------------===//

struct RtTuple {
  RtHeader h;
  int64_t len;
  RtAny items[];
};

/// Name of a field.
struct RtFieldName {
  const char *bytes;
  int64_t len;
};

/// Bits of RtShape::flags.
enum RtShapeFlags : uint32_t {
  RtShapePositional = 1, ///< Fields are `0`, `1`, ...: shown in parentheses.
  RtShapeUnit = 2,       ///< A variant without payload.
  RtShapeOption = 4,     ///< Some or None.
  RtShapeResult = 8,     ///< Ok or Err.
  RtShapePresent = 16,   ///< Some or Ok.
  RtShapeActor = 32
};

/// What records of one type have in common: a constant for each struct, class
/// and actor of the program, and for each variant of its enums. A pointer and
/// an integer alternate, so that offsets are the same where pointers are small.
struct RtShape {
  uint32_t kind; ///< RtKindStruct, RtKindInstance or RtKindEnum.
  uint32_t flags;
  const char *name; ///< Of the type.
  int64_t nameLen;
  const char *variant; ///< Of the variant; null for structs and classes.
  int64_t variantLen;
  const RtFieldName *fields; ///< In the order of the storage.
  int64_t numFields;
  const uint32_t *sorted; ///< Positions of the fields by name.
  int64_t discriminant;
  const RtShape *base;  ///< Of the class that this one extends, or null.
  int64_t ordinal;      ///< Position of the variant in its enum.
  const RtShape *owner; ///< First variant of the enum; else the shape itself.
  int64_t reserved;
};

/// A struct, a class instance or actor, or a variant.
struct RtRecord {
  RtHeader h;
  const RtShape *shape;
  alignas(8) RtAny fields[];
};

struct RtFunction;

/// Entry of a function for callers that know nothing of it: checks the number
/// of arguments, which are borrowed, and calls the dynamic version.
using RtThunk = const struct RtError *(RtAny *out, const RtFunction *self,
                                       const RtAny *args, int64_t n,
                                       const RtSite *site);

/// The constant part of function values.
struct RtCode {
  RtThunk *thunk;
  int64_t nameLen;
  const char *name;
  int64_t arity;
};

struct RtFunction {
  RtHeader h;
  const RtCode *code;
  alignas(8) int64_t numCaptures;
  RtAny captures[];
};

/// A variable that functions share.
struct RtCell {
  RtHeader h;
  RtAny value;
};

/// A map (two slots per entry: key, value) or set (one: the element), in the
/// order of insertion. The tag of a key has its hash in bits 32-63. A removed
/// entry is RtKindUnset. Internal to the runtime.
struct RtTable {
  RtHeader h;
  int64_t len;                ///< Entries that exist.
  int64_t used;               ///< Entries, removed ones included.
  int64_t cap;                ///< Entries that fit.
  RtAny *slots;               ///< Null while cap is 0.
  alignas(8) uint32_t *index; ///< Behind the slots; null for small tables.
  alignas(8) int64_t indexMask;
};

/// Bit of the tag of a step of a path: the string is a field name.
inline constexpr int64_t RtStepField = int64_t(1) << 32;

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
static_assert(offsetof(RtTuple, items) == 16 && offsetof(RtRecord, shape) == 8);
static_assert(offsetof(RtRecord, fields) == 16);
static_assert(offsetof(RtFunction, code) == 8 &&
              offsetof(RtFunction, numCaptures) == 16 &&
              offsetof(RtFunction, captures) == 24);
static_assert(offsetof(RtCell, value) == 8 && sizeof(RtCell) == 24);
static_assert(sizeof(RtFieldName) == 16 && offsetof(RtFieldName, len) == 8);
static_assert(offsetof(RtShape, name) == 8 && offsetof(RtShape, variant) == 24);
static_assert(offsetof(RtShape, fields) == 40 &&
              offsetof(RtShape, numFields) == 48 &&
              offsetof(RtShape, sorted) == 56 &&
              offsetof(RtShape, discriminant) == 64);
static_assert(offsetof(RtShape, base) == 72 &&
              offsetof(RtShape, ordinal) == 80 &&
              offsetof(RtShape, owner) == 88 && sizeof(RtShape) == 104);
static_assert(offsetof(RtCode, nameLen) == 8 && offsetof(RtCode, name) == 16 &&
              offsetof(RtCode, arity) == 24 && sizeof(RtCode) == 32);

#endif // RUCHY_RT_LAYOUT_H
