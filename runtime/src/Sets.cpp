//===- Sets.cpp - Sets ------------------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tables without values.
///
//===----------------------------------------------------------------------===//

#include "Table.h"

using namespace ruchy::rt;

extern "C" RtTable *rt_set_new(int64_t cap) { return newTable(RtKindSet, cap); }

extern "C" RtTable *rt_set_insert(bool *out, RtTable *set, RT_A(element)) {
  set = uniqueTable(set);
  addEntry(set, {elementPayload, elementTag}, *out);
  return set;
}

extern "C" RtTable *rt_set_put(RtTable *set, RT_A(element)) {
  bool isNew;
  return rt_set_insert(&isNew, set, elementPayload, elementTag);
}

extern "C" RtTable *rt_set_remove(bool *out, RtTable *set, RT_A(element)) {
  int64_t at = findEntry(set, {elementPayload, elementTag});
  *out = at >= 0;
  if (at < 0)
    return set;
  set = uniqueTable(set);
  RtAny stored = keyAt(set, at);
  removeEntry(set, at);
  dropAny(stored);
  return set;
}

extern "C" RtArray *rt_set_items(const RtTable *set, int64_t elemKind) {
  return rt_map_keys(set, elemKind);
}

/// Adds the elements of \p from for which \p wanted holds.
template <typename Wanted>
static RtTable *addWhere(RtTable *set, const RtTable *from, Wanted wanted) {
  forEachEntry(from, [&](int64_t i) {
    RtAny element = keyAt(from, i);
    if (!wanted(element))
      return;
    dupAny(element);
    set = rt_set_put(set, RT_PASS(element));
  });
  return set;
}

extern "C" RtTable *rt_set_union(const RtTable *a, const RtTable *b) {
  dup(a);
  return addWhere(const_cast<RtTable *>(a), b, [](RtAny) { return true; });
}

extern "C" RtTable *rt_set_intersection(const RtTable *a, const RtTable *b) {
  return addWhere(rt_set_new(0), a,
                  [&](RtAny element) { return findEntry(b, element) >= 0; });
}

extern "C" RtTable *rt_set_difference(const RtTable *a, const RtTable *b) {
  return addWhere(rt_set_new(0), a,
                  [&](RtAny element) { return findEntry(b, element) < 0; });
}

extern "C" RtTable *rt_set_symmetric_difference(const RtTable *a,
                                                const RtTable *b) {
  return addWhere(rt_set_difference(a, b), b,
                  [&](RtAny element) { return findEntry(a, element) < 0; });
}

extern "C" bool rt_set_is_subset(const RtTable *a, const RtTable *b) {
  bool all = true;
  forEachEntry(a, [&](int64_t i) { all &= findEntry(b, keyAt(a, i)) >= 0; });
  return all;
}

extern "C" RtStatus rt_any_to_set(RtTable **out, RT_A(value),
                                  const RtSite *site) {
  RtAny value = {valuePayload, valueTag}, items;
  if (isKind(value, RtKindSet)) {
    dupAny(value);
    *out = tableOf(value);
    return nullptr;
  }
  if (RtStatus error = rt_any_iter_keys(&items, RT_PASS(value), site))
    return error;
  int64_t len = rt_any_iter_len(RT_PASS(items));
  RtTable *set = newTable(RtKindSet, isKind(items, RtKindArray) ? len : 0);
  for (int64_t i = 0; i < len; ++i) {
    RtAny element;
    rt_any_iter_at(&element, RT_PASS(items), i);
    set = rt_set_put(set, RT_PASS(element));
  }
  dropAny(items);
  *out = set;
  return nullptr;
}
