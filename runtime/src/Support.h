//===- Support.h - Helpers of the runtime's own code ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Dynamic values as one object, constants, and a text under construction.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_SUPPORT_H
#define RUCHY_RUNTIME_SUPPORT_H

#include "Inline.h"
#include "ruchy_rt/Any.h"
#include "ruchy_rt/Errors.h"
#include "ruchy_rt/Program.h"
#include "ruchy_rt/Ranges.h"
#include "ruchy_rt/Strings.h"

/// The two words of a dynamic value as arguments.
#define RT_PASS(value) (value).payload, (value).tag

namespace ruchy::rt {

/// \name Constants (Constants.cpp)
/// @{
/// A string constant whose bytes follow the head as in RtString.
template <int64_t N> struct ConstantString {
  RtHeader h;
  int64_t len;
  int64_t cap;
  char bytes[N];

  constexpr ConstantString(const char (&text)[N])
      : h{RtImmortal, RtKindString | RtStringAscii}, len(N - 1), cap(0),
        bytes{} {
    for (int64_t i = 0; i < N; ++i)
      bytes[i] = text[i];
  }

  /// Constants are never written to: their count is negative.
  RtString *get() const {
    return reinterpret_cast<RtString *>(const_cast<ConstantString *>(this));
  }
};

RtString *emptyString();
/// The string of one ASCII character.
RtString *byteString(unsigned char c);
RtArray *emptyArray(int64_t elemKind);
/// @}

/// \name Dynamic values
/// @{
RT_INLINE RtAny makeNil() { return {0, RtKindNil}; }
RT_INLINE RtAny makeBool(bool value) { return {value, RtKindBool}; }
RT_INLINE RtAny makeInt(int64_t value) { return {value, RtKindInt}; }
RT_INLINE RtAny makeFloat(double value) {
  return {__builtin_bit_cast(int64_t, value), RtKindFloat};
}
/// Takes over the caller's ownership of \p object.
RT_INLINE RtAny makeRef(const void *object) {
  return {payloadOf(object),
          static_cast<uint8_t>(static_cast<const RtHeader *>(object)->type)};
}

RT_INLINE bool isKind(RtAny value, RtKind kind) {
  return rtKindOf(value.tag) == kind;
}
RT_INLINE bool isNumber(RtAny value) {
  return isKind(value, RtKindInt) || isKind(value, RtKindFloat);
}
RT_INLINE double floatOf(RtAny value) {
  return __builtin_bit_cast(double, value.payload);
}
/// The value of an integer or float as float.
RT_INLINE double toFloat(RtAny value) {
  return isKind(value, RtKindInt) ? static_cast<double>(value.payload)
                                  : floatOf(value);
}
RT_INLINE RtString *stringOf(RtAny value) {
  return reinterpret_cast<RtString *>(objectOf(value.payload));
}
RT_INLINE RtArray *arrayOf(RtAny value) {
  return reinterpret_cast<RtArray *>(objectOf(value.payload));
}
RT_INLINE RtRange *rangeOf(RtAny value) {
  return reinterpret_cast<RtRange *>(objectOf(value.payload));
}
RT_INLINE void dupAny(RtAny value) { dupAny(value.payload, value.tag); }
RT_INLINE void dropAny(RtAny value) { dropAny(value.payload, value.tag); }

/// Element \p i of any array, borrowed.
RT_INLINE RtAny elementOf(const RtArray *a, int64_t i) {
  switch (rtElemKindOf(a->h.type)) {
  case RtElemInt:
    return {slot<int64_t>(a, i), RtKindInt};
  case RtElemFloat:
    return {slot<int64_t>(a, i), RtKindFloat};
  case RtElemBool:
    return {slot<uint8_t>(a, i), RtKindBool};
  case RtElemRef: {
    int64_t payload = slot<int64_t>(a, i);
    return {payload, static_cast<uint8_t>(objectOf(payload)->type)};
  }
  default:
    return slot<RtAny>(a, i);
  }
}

/// The element kind that holds a value without its tag.
RT_INLINE RtElemKind elemKindFor(int64_t tag) {
  switch (rtKindOf(tag)) {
  case RtKindInt:
    return RtElemInt;
  case RtKindFloat:
    return RtElemFloat;
  case RtKindBool:
    return RtElemBool;
  default:
    return isHeap(tag) ? RtElemRef : RtElemAny;
  }
}

/// Writes a value into a slot whose element kind fits it.
RT_INLINE void storeElement(RtArray *a, int64_t i, RtAny value) {
  switch (rtElemKindOf(a->h.type)) {
  case RtElemBool:
    slot<uint8_t>(a, i) = static_cast<uint8_t>(value.payload);
    return;
  case RtElemAny:
    slot<RtAny>(a, i) = value;
    return;
  default:
    slot<int64_t>(a, i) = value.payload;
  }
}
/// @}

/// \name Arrays (Arrays.cpp)
/// @{
/// A fresh array of \p len elements with unwritten slots and room for \p cap.
RtArray *freshArray(uint8_t elemKind, int64_t len, int64_t cap);
/// The array (CONSUMED) unique and with an element kind that fits \p tag.
RtArray *prepareStore(RtArray *a, int64_t tag);
/// @}

/// \name Strings
/// @{
/// A fresh string with \p len unwritten bytes, flagged as ASCII or not.
RtString *freshString(int64_t len, bool ascii);
bool isAscii(const char *bytes, int64_t len);
RT_INLINE bool hasAsciiFlag(const RtString *s) {
  return s->h.type & RtStringAscii;
}
/// Bytes of the character that starts with \p lead.
RT_INLINE int64_t charWidth(char lead) {
  auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}
/// Byte offset of character \p index, which is at most the character count.
int64_t offsetOfChar(const RtString *s, int64_t index);
/// Offset of \p part in \p text at or after \p from, or -1.
int64_t findBytes(const RtString *text, const RtString *part, int64_t from);
uint32_t decodeChar(const char *bytes, int64_t width);
/// Writes a code point as UTF-8; returns its width.
int64_t encodeChar(char *bytes, uint32_t codePoint);
/// Position counted from the end if negative, resolved; see language 4.4.
struct SliceBounds {
  int64_t start, end;
};
/// Checks slice bounds against \p len items of a container of \p kind.
RtStatus sliceBounds(SliceBounds &out, RtAny lo, RtAny hi, bool inclusive,
                     int64_t len, RtKind kind, const RtSite *site);
/// @}

/// Stands in every function that recurses over the nesting of a value: ends
/// the program with a message where the stack would overflow.
class DepthGuard {
public:
#ifdef __wasm__
  DepthGuard() {
    if ((rt_state.stackBudget -= Weight) < 0)
      tooDeep();
  }
  ~DepthGuard() { rt_state.stackBudget += Weight; }

private:
  static constexpr int64_t Weight = 192;
#else
  DepthGuard() {
    if (reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) <
        rt_state.stackLimit)
      tooDeep();
  }

private:
#endif
  [[noreturn]] static void tooDeep() {
    rt_fatal("Evaluation error: Recursion limit exceeded");
  }
};

/// A text under construction; owns its string.
class Text {
public:
  Text() : s(emptyString()) {}
  /// Takes \p owned over.
  explicit Text(RtString *owned) : s(owned) {}

  Text &add(const char *bytes, int64_t len) {
    s = rt_string_append_bytes(s, bytes, len);
    return *this;
  }
  template <int64_t N> Text &add(const char (&text)[N]) {
    return add(text, N - 1);
  }
  Text &add(const RtString *part) {
    s = rt_string_append(s, part);
    return *this;
  }
  Text &addZeroTerminated(const char *text) {
    return add(text, static_cast<int64_t>(__builtin_strlen(text)));
  }
  Text &addInt(int64_t value) {
    s = rt_string_append_int(s, value);
    return *this;
  }
  Text &addKind(RtAny value);
  RtString *take() { return s; }

private:
  RtString *s;
};

/// \name Errors (Errors.cpp)
/// @{
/// An error of \p kind with a finished message, which is CONSUMED.
RtStatus makeError(RtErrorKind kind, RtString *message, const RtSite *site);
/// `Unknown array method: m`, `Method 'm' not found for type X`.
RtStatus unknownMethod(RtAny self, const char *name, int64_t len,
                       const RtSite *site);
inline RtStatus typeError(Text &message, const RtSite *site) {
  return makeError(RtErrorTypeError, message.take(), site);
}
inline RtStatus runtimeError(Text &message, const RtSite *site) {
  return makeError(RtErrorRuntimeError, message.take(), site);
}
/// An error without operands whose kind is not the site's.
RtStatus plainError(RtErrorKind kind, const RtSite *site);
/// @}

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_SUPPORT_H
