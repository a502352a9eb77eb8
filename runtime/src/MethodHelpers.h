//===- MethodHelpers.h - Code of the method tables --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the rows of Methods.def call beside the runtime's own functions.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_METHODHELPERS_H
#define RUCHY_RUNTIME_METHODHELPERS_H

#include "Objects.h"
#include "ruchy_rt/Builtins.h"
#include "ruchy_rt/Options.h"

namespace ruchy::rt {

inline RtStatus give(RtAny *out, RtAny value) {
  *out = value;
  return nullptr;
}

inline RtStatus giveRef(RtAny *out, const void *object) {
  return give(out, makeRef(object));
}

inline RtStatus giveSelf(RtAny *out, RtAny self) {
  dupAny(self);
  return give(out, self);
}

inline RtStatus givePosition(RtAny *out, int64_t position) {
  return give(out, position < 0 ? makeNil() : makeInt(position));
}

inline RtArray *sliceClamped(const RtArray *a, int64_t start, int64_t end) {
  start = start < 0 ? 0 : start;
  RtArray *head = rt_array_take(a, end);
  RtArray *result = rt_array_skip(head, start);
  drop(head);
  return result;
}

inline RtStatus insertInto(RtAny &self, const RtAny *args, const RtSite *site) {
  RtArray *a;
  dupAny(args[1]);
  RtStatus status = rt_array_insert(&a, arrayOf(self), args[0].payload,
                                    RT_PASS(args[1]), site);
  self = makeRef(a);
  return status;
}

inline RtStatus removeFrom(RtAny *out, RtAny &self, int64_t i,
                           const RtSite *site) {
  RtArray *a;
  RtStatus status = rt_array_remove(out, &a, arrayOf(self), i, site);
  self = makeRef(a);
  return status;
}

inline RtStatus extremeOfTwo(RtAny *out, RtAny a, RtAny b,
                             RtStatus (*extreme)(RtAny *, const RtAny *,
                                                 int64_t, const RtSite *),
                             const RtSite *site) {
  RtAny both[] = {a, b};
  return extreme(out, both, 2, site);
}

inline RtStatus collectRange(RtAny *out, RtAny self, const RtSite *site) {
  int64_t len = 0;
  if (RtStatus error = rt_any_len(&len, RT_PASS(self), site))
    return error;
  RtArray *a = rt_array_new_len(RtElemInt, len);
  for (int64_t i = 0; i < len; ++i)
    slot<int64_t>(a, i) = rangeOf(self)->start.payload + i;
  return giveRef(out, a);
}

/// The first items of a range, which may be open.
inline RtStatus takeFromRange(RtAny *out, RtAny self, int64_t n,
                              const RtSite *site) {
  RtAny range;
  if (RtStatus error = rt_any_iter(&range, RT_PASS(self), site))
    return error;
  int64_t len = rt_any_iter_len(RT_PASS(range));
  RtArray *a = rt_array_new_len(RtElemInt, n < 0 ? 0 : n < len ? n : len);
  for (int64_t i = 0; i < a->len; ++i)
    slot<int64_t>(a, i) = rangeOf(self)->start.payload + i;
  dropAny(range);
  return giveRef(out, a);
}

/// Everything that can be walked over, as an array.
inline RtStatus collectItems(RtAny *out, RtAny self, const RtSite *site) {
  RtAny items;
  if (isKind(self, RtKindRange))
    return collectRange(out, self, site);
  if (RtStatus error = rt_any_iter(&items, RT_PASS(self), site))
    return error;
  if (!isKind(items, RtKindTuple))
    return give(out, items);
  RtArray *a = rt_array_new(RtElemNone, 0);
  for (int64_t i = 0; i < tupleOf(items)->len; ++i) {
    RtAny item = tupleOf(items)->items[i];
    dupAny(item);
    a = rt_array_push_any(a, RT_PASS(item));
  }
  dropAny(items);
  return giveRef(out, a);
}

inline RtStatus giveArray(RtAny *out,
                          RtStatus (*make)(RtArray **, const RtArray *, int64_t,
                                           const RtSite *),
                          RtAny self, int64_t n, const RtSite *site) {
  RtArray *a;
  RtStatus error = make(&a, arrayOf(self), n, site);
  return error ? error : giveRef(out, a);
}

/// A real Some or None.
inline RtStatus nthElement(RtAny *out, const RtArray *a, int64_t i) {
  if (i < 0 || i >= a->len)
    return giveRef(out, &rt_none);
  RtAny element = elementOf(a, i);
  dupAny(element);
  return giveRef(out, rt_option_new(RtCaseSome, RT_PASS(element)));
}

inline RtStatus zipped(RtAny *out, RtAny self, RtAny other,
                       const RtSite *site) {
  RtAny items;
  if (isKind(other, RtKindRange) && !isKind(rangeOf(other)->end, RtKindInt)) {
    if (RtStatus error = takeFromRange(&items, other, arrayOf(self)->len, site))
      return error;
  } else if (RtStatus error = collectItems(&items, other, site)) {
    return error;
  }
  RtArray *pairs = rt_array_zip(arrayOf(self), arrayOf(items));
  dropAny(items);
  return giveRef(out, pairs);
}

inline RtStatus swapElements(RtAny &self, int64_t i, int64_t j,
                             const RtSite *site) {
  RtArray *a;
  RtStatus status = rt_array_swap(&a, arrayOf(self), i, j, site);
  self = makeRef(a);
  return status;
}

inline RtStatus toSet(RtAny *out, RtAny self, const RtSite *site) {
  RtTable *set;
  RtStatus error = rt_any_to_set(&set, RT_PASS(self), site);
  return error ? error : giveRef(out, set);
}

inline RtStatus toMap(RtAny *out, RtAny self, const RtSite *site) {
  RtTable *map;
  RtStatus error = rt_any_to_map(&map, RT_PASS(self), site);
  return error ? error : giveRef(out, map);
}

inline RtStatus insertIntoMap(RtAny *out, RtAny &self, const RtAny *args) {
  dupAny(args[0]);
  dupAny(args[1]);
  self = makeRef(
      rt_map_insert(out, tableOf(self), RT_PASS(args[0]), RT_PASS(args[1])));
  return nullptr;
}

inline RtStatus orInsert(RtAny *out, RtAny &self, const RtAny *args) {
  dupAny(args[1]);
  self = makeRef(
      rt_map_or_insert(out, tableOf(self), RT_PASS(args[0]), RT_PASS(args[1])));
  return nullptr;
}

inline RtStatus extendMap(RtAny &self, RtAny other, const RtSite *site) {
  RtTable *more;
  if (RtStatus error = rt_any_to_map(&more, RT_PASS(other), site))
    return error;
  self = makeRef(rt_map_update(tableOf(self), more));
  drop(more);
  return nullptr;
}

inline RtStatus extendSet(RtAny &self, RtAny other, const RtSite *site) {
  RtTable *more;
  if (RtStatus error = rt_any_to_set(&more, RT_PASS(other), site))
    return error;
  RtTable *both = rt_set_union(tableOf(self), more);
  dropAny(self);
  drop(more);
  self = makeRef(both);
  return nullptr;
}

inline RtStatus insertIntoSet(RtAny *out, RtAny &self, RtAny element) {
  bool isNew;
  dupAny(element);
  self = makeRef(rt_set_insert(&isNew, tableOf(self), RT_PASS(element)));
  return give(out, makeBool(isNew));
}

inline RtStatus removeFromSet(RtAny *out, RtAny &self, RtAny element) {
  bool found;
  self = makeRef(rt_set_remove(&found, tableOf(self), RT_PASS(element)));
  return give(out, makeBool(found));
}

inline RtStatus isDisjoint(RtAny *out, const RtTable *a, const RtTable *b) {
  RtTable *both = rt_set_intersection(a, b);
  bool empty = both->len == 0;
  drop(both);
  return give(out, makeBool(empty));
}

/// The value moves out and leaves None, or nil for a plain value.
inline RtStatus takeOption(RtAny *out, RtAny &self) {
  *out = self;
  self = flagsOf(self) ? makeRef(&rt_none) : makeNil();
  return nullptr;
}

inline RtStatus replaceOption(RtAny *out, RtAny &self, RtAny value) {
  *out = self;
  dupAny(value);
  self = makeRef(rt_option_new(RtCaseSome, RT_PASS(value)));
  return nullptr;
}

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_METHODHELPERS_H
