//===- Children.h - What objects refer to -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// For freeing and for the search of cycles: both walk over all kinds.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_CHILDREN_H
#define RUCHY_RUNTIME_CHILDREN_H

#include "Support.h"

namespace ruchy::rt {

/// Bits of a header's type word for the search of cycles and for display.
enum HeaderBits : uint32_t {
  ColorMask = 3u << 16,
  Black = 0,
  Gray = 1u << 16,
  White = 2u << 16,
  Condemned = 3u << 16,
  BufferedBit = 1u << 18, ///< Stands among the candidates.
  HuskBit = 1u << 19,     ///< Dead, but the candidates still mention it.
  ShownBit = 1u << 20     ///< Its display form is being made.
};

/// Dynamic values side by side.
struct Parts {
  RtAny *items;
  int64_t count;
};

RT_INLINE bool isRefArray(const RtHeader *object) {
  return rtKindOf(object->type) == RtKindArray &&
         rtElemKindOf(object->type) == RtElemRef;
}

/// The dynamic values in an object; none for arrays of references.
RT_INLINE Parts partsOf(RtHeader *object) {
  switch (rtKindOf(object->type)) {
  case RtKindArray: {
    auto *a = reinterpret_cast<RtArray *>(object);
    bool isAny = rtElemKindOf(object->type) == RtElemAny;
    return {reinterpret_cast<RtAny *>(slotsOf(a)), isAny ? a->len : 0};
  }
  case RtKindMap:
  case RtKindSet: {
    auto *table = reinterpret_cast<RtTable *>(object);
    bool isMap = rtKindOf(object->type) == RtKindMap;
    return {table->slots, isMap ? table->used * 2 : table->used};
  }
  case RtKindTuple: {
    auto *tuple = reinterpret_cast<RtTuple *>(object);
    return {tuple->items, tuple->len};
  }
  case RtKindStruct:
  case RtKindInstance:
  case RtKindEnum: {
    auto *record = reinterpret_cast<RtRecord *>(object);
    return {record->fields, record->shape->numFields};
  }
  case RtKindFunction: {
    auto *function = reinterpret_cast<RtFunction *>(object);
    return {function->captures, function->numCaptures};
  }
  case RtKindCell:
    return {&reinterpret_cast<RtCell *>(object)->value, 1};
  case RtKindError:
    if (object->type & RtErrorStatic)
      return {nullptr, 0};
    return {&reinterpret_cast<RtError *>(object)->value, 1};
  default:
    return {nullptr, 0};
  }
}

/// Gives the memory of an object back, without what it refers to.
void releaseMemory(RtHeader *dead);

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_CHILDREN_H
