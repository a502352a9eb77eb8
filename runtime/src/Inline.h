//===- Inline.h - Fast paths shared by runtime and bitcode ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the runtime's own code inlines, and FastPaths.cpp exports.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_INLINE_H
#define RUCHY_RUNTIME_INLINE_H

#include "Memory.h"
#include "ruchy_rt/Arrays.h"
#include "ruchy_rt/Counts.h"
#include "ruchy_rt/Objects.h"

namespace ruchy::rt {

RT_INLINE void dup(const void *object) {
  auto *header = static_cast<RtHeader *>(const_cast<void *>(object));
  int32_t rc = header->rc;
  if (RT_LIKELY(rc > 0))
    header->rc = rc + 1;
}

RT_INLINE void drop(void *object) {
  if (!object)
    return;
  auto *header = static_cast<RtHeader *>(object);
  int32_t rc = header->rc;
  if (rc == 1)
    rt_free(object);
  else if (rc > 0)
    header->rc = rc - 1;
}

RT_INLINE bool isUnique(const void *object) {
  return static_cast<const RtHeader *>(object)->rc == 1;
}

/// The object of a dynamic value of a heap kind.
RT_INLINE RtHeader *objectOf(int64_t payload) {
  return reinterpret_cast<RtHeader *>(static_cast<uintptr_t>(payload));
}

RT_INLINE int64_t payloadOf(const void *object) {
  return static_cast<int64_t>(reinterpret_cast<uintptr_t>(object));
}

RT_INLINE bool isHeap(int64_t tag) { return rtIsHeapKind(rtKindOf(tag)); }

RT_INLINE void dupAny(int64_t payload, int64_t tag) {
  if (isHeap(tag))
    dup(objectOf(payload));
}

/// Instances, function values and cells: only these close cycles.
RT_INLINE bool isShared(uint8_t kind) {
  constexpr uint32_t Kinds =
      1u << RtKindInstance | 1u << RtKindFunction | 1u << RtKindCell;
  return Kinds >> (kind & 31) & 1;
}

/// One owner less of an object that has others.
RT_INLINE void dropOneOf(RtHeader *object, uint8_t kind) {
  --object->rc;
  if (isShared(kind))
    rt_cycle_candidate(object);
}

RT_INLINE void dropAny(int64_t payload, int64_t tag) {
  if (!isHeap(tag) || !payload)
    return;
  RtHeader *object = objectOf(payload);
  if (object->rc == 1)
    rt_free(object);
  else if (object->rc > 0)
    dropOneOf(object, rtKindOf(tag));
}

RT_INLINE void dropShared(void *object) {
  auto *header = static_cast<RtHeader *>(object);
  if (!header)
    return;
  if (header->rc == 1)
    rt_free(header);
  else if (header->rc > 0) {
    --header->rc;
    rt_cycle_candidate(header);
  }
}

/// Memory of an object with \p n dynamic values behind \p head bytes.
RT_INLINE uint64_t partsSize(uint64_t head, int64_t n) {
  return blockSize(head + 16 * static_cast<uint64_t>(n));
}

RT_INLINE RtTuple *newTuple(int64_t len) {
  auto *t = static_cast<RtTuple *>(allocate(partsSize(sizeof(RtTuple), len)));
  t->h = {1, RtKindTuple};
  t->len = len;
  return t;
}

RT_INLINE RtRecord *newRecord(const RtShape *shape, uint8_t kind, int64_t n) {
  auto *r = static_cast<RtRecord *>(allocate(partsSize(sizeof(RtRecord), n)));
  r->h = {1, kind};
  r->shape = shape;
  return r;
}

RT_INLINE char *slotsOf(const RtArray *a) {
  return reinterpret_cast<char *>(const_cast<RtArray *>(a)) + RtHeadSize;
}

/// A type of its own for elements: the optimiser then knows that storing one
/// leaves length and capacity alone.
template <typename T> struct Slot {
  T value;
};

template <typename T> RT_INLINE T &slot(const RtArray *a, int64_t i) {
  return reinterpret_cast<Slot<T> *>(slotsOf(a))[i].value;
}

/// Appends one element. The length is read first and not again after growing,
/// which keeps it: a loop that pushes then carries it in a register.
template <RtElemKind Kind, typename T>
RT_INLINE RtArray *pushSlot(RtArray *a, T value) {
  int64_t len = a->len;
  if (RT_UNLIKELY(!isUnique(a) || len >= a->cap))
    a = rt_array_grow(a, Kind);
  // Not through a reference: only an access that names the member is known to
  // leave the head alone.
  reinterpret_cast<Slot<T> *>(slotsOf(a))[len].value = value;
  a->len = len + 1;
  return a;
}

/// The head of a string. Alias analysis tells the members of RtString apart
/// only without the bytes behind them.
struct StringHead {
  RtHeader h;
  int64_t len;
  int64_t cap;
};
static_assert(sizeof(StringHead) == offsetof(RtString, bytes));

RT_INLINE StringHead *headOf(RtString *s) {
  return reinterpret_cast<StringHead *>(s);
}

/// Text in the eyes of alias analysis: stores leave the length alone.
enum class TextByte : uint8_t {};

/// rt_array_new_len where both arguments are known.
RT_INLINE RtArray *newSmallArray(int64_t elemKind, int64_t len) {
  int64_t size = rtElemSize(static_cast<uint8_t>(elemKind));
  uint64_t bytes = blockSize(static_cast<uint64_t>(RtHeadSize + len * size));
  auto *a = static_cast<RtArray *>(allocate(bytes));
  a->h = {1, rtArrayType(static_cast<uint8_t>(elemKind))};
  a->len = len;
  a->cap = (static_cast<int64_t>(bytes) - RtHeadSize) / size;
  return a;
}

} // namespace ruchy::rt

/// rt_array_new_len when the arguments are not constants.
RT_API RT_OUTLINED RtArray *rt_array_new_dynamic(int64_t elemKind, int64_t len);
/// A unique copy of \p a, which is CONSUMED and not unique.
RT_API RT_COLD RtArray *rt_array_copy(RtArray *a);
/// \p a (CONSUMED) as unique string of the same text with room for \p more
/// bytes, at least twice its size.
RT_API RT_COLD RtString *rt_string_grow(RtString *a, int64_t more);
/// rt_string_append of any number of bytes.
RT_API RtString *rt_string_append_text(RtString *a, const RtString *b);

#endif // RUCHY_RUNTIME_INLINE_H
