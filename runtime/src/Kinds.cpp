//===- Kinds.cpp - Names of kinds -------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What `type_of` answers and error messages say.
///
//===----------------------------------------------------------------------===//

#include "Support.h"

using namespace ruchy::rt;

#define RT_KINDS(X)                                                            \
  X(Nil, "nil")                                                                \
  X(Bool, "boolean")                                                           \
  X(Int, "integer")                                                            \
  X(Float, "float")                                                            \
  X(Byte, "byte")                                                              \
  X(Atom, "atom")                                                              \
  X(String, "string")                                                          \
  X(Array, "array")                                                            \
  X(Range, "range")                                                            \
  X(Error, "object")                                                           \
  X(Map, "object")                                                             \
  X(Tuple, "tuple")                                                            \
  X(Struct, "struct")                                                          \
  X(Instance, "class")                                                         \
  X(Enum, "enum_variant")                                                      \
  X(Function, "function")                                                      \
  X(Set, "set")

static RtString *nameOf(uint8_t kind) {
#define X(Kind, Name)                                                          \
  case RtKind##Kind: {                                                         \
    static constexpr ConstantString Text(Name);                                \
    return Text.get();                                                         \
  }
  switch (kind) {
    RT_KINDS(X)
  default:
    return emptyString();
  }
#undef X
}

extern "C" RtString *rt_any_type_of(RT_A(a)) {
  (void)aPayload;
  return nameOf(rtKindOf(aTag));
}

extern "C" const char *rt_kind_name(int64_t kind) {
  return nameOf(static_cast<uint8_t>(kind))->bytes;
}
