//===- Constants.cpp - Immortal objects -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Constant data, built by the compiler: no code runs before a program.
///
//===----------------------------------------------------------------------===//

#include "Support.h"

using namespace ruchy::rt;

namespace {
struct ByteString {
  RtHeader h;
  int64_t len;
  int64_t cap;
  char bytes[8];
};
static_assert(offsetof(ByteString, bytes) == RtHeadSize);

struct ByteStrings {
  ByteString strings[128];

  constexpr ByteStrings() : strings{} {
    for (int i = 0; i < 128; ++i) {
      strings[i].h = {RtImmortal, RtKindString | RtStringAscii};
      strings[i].len = 1;
      strings[i].bytes[0] = static_cast<char>(i);
    }
  }
};
} // namespace

static constexpr ByteStrings OneByteStrings;
static constexpr ConstantString Empty("");

static constexpr RtArray EmptyArrays[] = {
    {{RtImmortal, rtArrayType(RtElemNone)}, 0, 0},
    {{RtImmortal, rtArrayType(RtElemInt)}, 0, 0},
    {{RtImmortal, rtArrayType(RtElemFloat)}, 0, 0},
    {{RtImmortal, rtArrayType(RtElemBool)}, 0, 0},
    {{RtImmortal, rtArrayType(RtElemRef)}, 0, 0},
    {{RtImmortal, rtArrayType(RtElemAny)}, 0, 0}};

RtString *ruchy::rt::emptyString() { return Empty.get(); }

RtString *ruchy::rt::byteString(unsigned char c) {
  return reinterpret_cast<RtString *>(
      const_cast<ByteString *>(&OneByteStrings.strings[c]));
}

RtArray *ruchy::rt::emptyArray(int64_t elemKind) {
  return const_cast<RtArray *>(&EmptyArrays[elemKind]);
}
