//===- Arrays.cpp - Making, growing and changing arrays ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A change consumes the array: if it has one owner it is changed in place,
/// else a copy is. The first value that does not fit the element kind turns
/// the array into one of dynamic values.
///
//===----------------------------------------------------------------------===//

#include "Support.h"

using namespace ruchy::rt;

static uint8_t kindOf(const RtArray *a) { return rtElemKindOf(a->h.type); }

/// Bytes of the block for \p cap elements; ends the program if impossible.
static uint64_t bytesFor(uint8_t kind, int64_t cap) {
  int64_t size = rtElemSize(kind);
  if (cap > ObjectMax / (size ? size : 1))
    rt_fatal("out of memory");
  return blockSize(static_cast<uint64_t>(RtHeadSize + cap * size));
}

static int64_t capOf(uint8_t kind, uint64_t bytes) {
  return (static_cast<int64_t>(bytes) - RtHeadSize) / rtElemSize(kind);
}

RtArray *ruchy::rt::freshArray(uint8_t kind, int64_t len, int64_t cap) {
  uint64_t bytes = bytesFor(kind, cap);
  auto *a = static_cast<RtArray *>(allocate(bytes));
  a->h = {1, rtArrayType(kind)};
  a->len = len;
  a->cap = capOf(kind, bytes);
  return a;
}

static void dupElements(const RtArray *a, int64_t from, int64_t to) {
  if (kindOf(a) == RtElemRef)
    for (int64_t i = from; i < to; ++i)
      dup(objectOf(slot<int64_t>(a, i)));
  else if (kindOf(a) == RtElemAny)
    for (int64_t i = from; i < to; ++i)
      dupAny(slot<RtAny>(a, i));
}

static void copySlots(RtArray *to, int64_t at, const RtArray *from, int64_t n) {
  int64_t size = rtElemSize(kindOf(from));
  __builtin_memcpy(slotsOf(to) + at * size, slotsOf(from),
                   static_cast<size_t>(n * size));
}

/// A copy of \p a (CONSUMED) with room for \p cap elements.
static RtArray *copyWithRoom(RtArray *a, int64_t cap) {
  RtArray *copy = freshArray(kindOf(a), a->len, cap);
  copySlots(copy, 0, a, a->len);
  dupElements(copy, 0, a->len);
  drop(a);
  return copy;
}

/// \p a (CONSUMED) unique with room for \p more elements.
static RtArray *withRoom(RtArray *a, int64_t more) {
  int64_t wanted = a->len + more;
  if (!isUnique(a))
    return copyWithRoom(a, wanted);
  if (wanted <= a->cap)
    return a;
  if (wanted < a->len * 2)
    wanted = a->len * 2;
  uint8_t kind = kindOf(a);
  uint64_t bytes = bytesFor(kind, wanted);
  a = static_cast<RtArray *>(rt_realloc(
      a, static_cast<uint64_t>(RtHeadSize + a->cap * rtElemSize(kind)), bytes));
  a->cap = capOf(kind, bytes);
  return a;
}

extern "C" RtArray *rt_array_new(int64_t elemKind, int64_t cap) {
  if (cap <= 0 || elemKind == RtElemNone)
    return emptyArray(elemKind);
  return freshArray(static_cast<uint8_t>(elemKind), 0, cap);
}

extern "C" RtArray *rt_array_new_dynamic(int64_t elemKind, int64_t len) {
  if (len <= 0)
    return emptyArray(elemKind);
  return freshArray(static_cast<uint8_t>(elemKind), len, len);
}

extern "C" RtArray *rt_array_repeat(int64_t elemKind, RT_A(value), int64_t n) {
  RtAny value = {valuePayload, valueTag};
  if (elemKind == RtElemNone)
    elemKind = elemKindFor(valueTag);
  if (n <= 0)
    return emptyArray(elemKind);
  RtArray *a = freshArray(static_cast<uint8_t>(elemKind), n, n);
  for (int64_t i = 0; i < n; ++i)
    storeElement(a, i, value);
  dupElements(a, 0, n);
  return a;
}

extern "C" RtArray *rt_array_to_any(RtArray *a) {
  if (kindOf(a) == RtElemAny) {
    dup(a);
    return a;
  }
  if (a->len == 0)
    return emptyArray(RtElemAny);
  RtArray *result = freshArray(RtElemAny, a->len, a->len);
  for (int64_t i = 0; i < a->len; ++i)
    slot<RtAny>(result, i) = elementOf(a, i);
  dupElements(result, 0, a->len);
  return result;
}

extern "C" RtArray *rt_array_to_kind(RtArray *a, int64_t elemKind) {
  if (kindOf(a) == elemKind) {
    dup(a);
    return a;
  }
  if (a->len == 0)
    return emptyArray(elemKind);
  if (elemKind == RtElemAny)
    return rt_array_to_any(a);
  for (int64_t i = 0; i < a->len; ++i)
    if (elemKindFor(elementOf(a, i).tag) != elemKind)
      return nullptr;
  RtArray *result = freshArray(static_cast<uint8_t>(elemKind), a->len, a->len);
  for (int64_t i = 0; i < a->len; ++i)
    storeElement(result, i, elementOf(a, i));
  dupElements(result, 0, a->len);
  return result;
}

extern "C" RtArray *rt_array_into_any(RtArray *a) {
  if (!a)
    return a;
  RtArray *result = rt_array_to_any(a);
  drop(a);
  return result;
}

extern "C" RtArray *rt_array_copy(RtArray *a) {
  return a->len == 0 ? a : copyWithRoom(a, a->len);
}

extern "C" RtArray *rt_array_grow(RtArray *a, int64_t elemKind) {
  constexpr int64_t FirstCap = 4;
  if (a->len == 0 && (a->cap == 0 || !isUnique(a) || kindOf(a) != elemKind)) {
    drop(a);
    return freshArray(static_cast<uint8_t>(elemKind), 0, FirstCap);
  }
  if (!isUnique(a))
    return copyWithRoom(a, a->len * 2);
  return withRoom(a, a->len < FirstCap ? FirstCap : a->len);
}

RtArray *ruchy::rt::prepareStore(RtArray *a, int64_t tag) {
  if (kindOf(a) != RtElemAny && kindOf(a) != elemKindFor(tag))
    a = rt_array_into_any(a);
  return rt_array_make_unique(a);
}

extern "C" RtArray *rt_array_push_any(RtArray *a, RT_A(value)) {
  RtAny value = {valuePayload, valueTag};
  uint8_t kind = kindOf(a);
  uint8_t wanted = elemKindFor(valueTag);
  if (kind == RtElemNone) {
    kind = wanted;
  } else if (kind != wanted && kind != RtElemAny) {
    a = rt_array_into_any(a);
    kind = RtElemAny;
  }
  if (!isUnique(a) || a->len == a->cap)
    a = rt_array_grow(a, kind);
  storeElement(a, a->len++, value);
  return a;
}

extern "C" RtArray *rt_array_pop(RtAny *out, RtArray *a) {
  if (a->len == 0) {
    *out = makeNil();
    return a;
  }
  a = rt_array_make_unique(a);
  *out = elementOf(a, --a->len);
  return a;
}

extern "C" RtArray *rt_array_truncate(RtArray *a, int64_t len) {
  if (len < 0)
    len = 0;
  if (len >= a->len)
    return a;
  a = rt_array_make_unique(a);
  while (a->len > len) {
    --a->len;
    dropAny(elementOf(a, a->len));
  }
  return a;
}

extern "C" RtArray *rt_array_clear(RtArray *a) {
  if (isUnique(a))
    return rt_array_truncate(a, 0);
  uint8_t kind = kindOf(a);
  drop(a);
  return emptyArray(kind);
}

extern "C" RtArray *rt_array_append(RtArray *a, const RtArray *b) {
  int64_t more = b->len;
  if (more == 0)
    return a;
  if (kindOf(a) == RtElemNone) {
    dup(b);
    drop(a);
    return const_cast<RtArray *>(b);
  }
  if (kindOf(a) != kindOf(b)) {
    if (kindOf(a) != RtElemAny)
      a = rt_array_into_any(a);
    a = withRoom(a, more);
    for (int64_t i = 0; i < more; ++i) {
      slot<RtAny>(a, a->len) = elementOf(b, i);
      dupAny(slot<RtAny>(a, a->len++));
    }
    return a;
  }
  bool same = a == b;
  int64_t len = a->len;
  a = withRoom(a, more);
  copySlots(a, len, same ? a : b, more);
  a->len = len + more;
  dupElements(a, len, len + more);
  return a;
}

extern "C" RtArray *rt_array_concat(const RtArray *a, const RtArray *b) {
  dup(a);
  return rt_array_append(const_cast<RtArray *>(a), b);
}

static RtStatus indexError(const RtArray *a, int64_t i, const RtSite *site) {
  return rt_error_index(i, a->len, RtKindArray, site);
}

extern "C" RtStatus rt_array_insert(RtArray **arrayOut, RtArray *a, int64_t i,
                                    RT_A(value), const RtSite *site) {
  if (i < 0 || i > a->len) {
    *arrayOut = a;
    dropAny(valuePayload, valueTag);
    return indexError(a, i, site);
  }
  RtAny value = {valuePayload, valueTag};
  a = rt_array_push_any(a, valuePayload, valueTag);
  int64_t size = rtElemSize(kindOf(a));
  char *at = slotsOf(a) + i * size;
  __builtin_memmove(at + size, at,
                    static_cast<size_t>((a->len - 1 - i) * size));
  storeElement(a, i, value);
  *arrayOut = a;
  return nullptr;
}

extern "C" RtStatus rt_array_remove(RtAny *out, RtArray **arrayOut, RtArray *a,
                                    int64_t i, const RtSite *site) {
  if (i < 0 || i >= a->len) {
    *arrayOut = a;
    return indexError(a, i, site);
  }
  a = rt_array_make_unique(a);
  *out = elementOf(a, i);
  int64_t size = rtElemSize(kindOf(a));
  char *at = slotsOf(a) + i * size;
  --a->len;
  __builtin_memmove(at, at + size, static_cast<size_t>((a->len - i) * size));
  *arrayOut = a;
  return nullptr;
}

extern "C" RtStatus rt_array_set(RtArray **arrayOut, RtArray *a, int64_t i,
                                 RT_A(value), const RtSite *site) {
  int64_t at = i < 0 ? i + a->len : i;
  if (at < 0 || at >= a->len) {
    *arrayOut = a;
    dropAny(valuePayload, valueTag);
    return indexError(a, i, site);
  }
  a = prepareStore(a, valueTag);
  RtAny old = elementOf(a, at);
  storeElement(a, at, {valuePayload, valueTag});
  *arrayOut = a;
  dropAny(old);
  return nullptr;
}
