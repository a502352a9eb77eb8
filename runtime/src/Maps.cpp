//===- Maps.cpp - Maps ------------------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Objects and HashMap are one kind.
///
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Maps.h"
#include "Table.h"
#include "ruchy_rt/Convert.h"
#include "ruchy_rt/Objects.h"

using namespace ruchy::rt;

extern "C" RtTable *rt_map_new(int64_t cap) { return newTable(RtKindMap, cap); }

/// The value goes to \p at, the old one to \p out.
static RtTable *exchange(RtAny *out, RtTable *map, RtAny key, RtAny value) {
  map = uniqueTable(map);
  bool isNew;
  int64_t at = addEntry(map, key, isNew);
  *out = isNew ? makeNil() : valueAt(map, at);
  valueAt(map, at) = value;
  return map;
}

extern "C" RtTable *rt_map_put(RtTable *map, RT_A(key), RT_A(value)) {
  RtAny old;
  map = exchange(&old, map, {keyPayload, keyTag}, {valuePayload, valueTag});
  dropAny(old);
  return map;
}

extern "C" RtTable *rt_map_insert(RtAny *out, RtTable *map, RT_A(key),
                                  RT_A(value)) {
  return exchange(out, map, {keyPayload, keyTag}, {valuePayload, valueTag});
}

extern "C" RtTable *rt_map_remove(RtAny *out, RtTable *map, RT_A(key)) {
  RtAny key = {keyPayload, keyTag};
  int64_t at = findEntry(map, key);
  if (at < 0) {
    *out = makeNil();
    return map;
  }
  map = uniqueTable(map);
  RtAny stored = keyAt(map, at);
  *out = valueAt(map, at);
  removeEntry(map, at);
  dropAny(stored);
  return map;
}

extern "C" RtTable *rt_map_clear(RtTable *map) {
  auto kind = static_cast<RtKind>(rtKindOf(map->h.type));
  drop(map);
  return newTable(kind, 0);
}

extern "C" RtTable *rt_map_update(RtTable *map, const RtTable *other) {
  forEachEntry(other, [&](int64_t i) {
    RtAny key = keyAt(other, i), value = valueAt(other, i);
    dupAny(key);
    dupAny(value);
    map = rt_map_put(map, RT_PASS(key), RT_PASS(value));
  });
  return map;
}

extern "C" RtTable *rt_map_or_insert(RtAny *out, RtTable *map, RT_A(key),
                                     RT_A(value)) {
  RtAny key = {keyPayload, keyTag}, value = {valuePayload, valueTag};
  int64_t at = findEntry(map, key);
  if (at < 0) {
    map = uniqueTable(map);
    bool isNew;
    dupAny(key);
    at = addEntry(map, key, isNew);
    valueAt(map, at) = value;
  } else {
    dropAny(value);
  }
  *out = valueAt(map, at);
  dupAny(*out);
  return map;
}

extern "C" void rt_map_get(RtAny *out, const RtTable *map, RT_A(key)) {
  int64_t at = findEntry(map, {keyPayload, keyTag});
  *out = at < 0 ? makeNil() : valueAt(map, at);
  dupAny(*out);
}

extern "C" void rt_map_get_or(RtAny *out, const RtTable *map, RT_A(key),
                              RT_A(otherwise)) {
  int64_t at = findEntry(map, {keyPayload, keyTag});
  *out = at < 0 ? RtAny{otherwisePayload, otherwiseTag} : valueAt(map, at);
  dupAny(*out);
}

extern "C" bool rt_map_has(const RtTable *map, RT_A(key)) {
  return findEntry(map, {keyPayload, keyTag}) >= 0;
}

extern "C" RtStatus rt_map_index(RtAny *out, const RtTable *map, RT_A(key),
                                 const RtSite *site) {
  int64_t at = findEntry(map, {keyPayload, keyTag});
  if (RT_LIKELY(at >= 0)) {
    *out = valueAt(map, at);
    dupAny(*out);
    return nullptr;
  }
  Text text;
  RtString *key = rt_any_display(keyPayload, keyTag, RtDisplayTop);
  text.add("Key '").add(key).add("' not found in object");
  drop(key);
  return runtimeError(text, site);
}

extern "C" RtStatus rt_map_field(RtAny *out, const RtTable *map,
                                 const RtString *name, const RtSite *site) {
  int64_t at = findEntry(map, {payloadOf(name), RtKindString});
  if (RT_LIKELY(at >= 0)) {
    *out = valueAt(map, at);
    dupAny(*out);
    return nullptr;
  }
  Text text;
  text.add("Object has no field named '").add(name).add("'");
  return runtimeError(text, site);
}

extern "C" int64_t rt_map_len(const RtTable *map) { return map->len; }
extern "C" bool rt_map_is_empty(const RtTable *map) { return map->len == 0; }

/// Appends a borrowed value; kind None takes that of the first.
static RtArray *pushCopy(RtArray *a, RtAny value) {
  dupAny(value);
  return rt_array_push_any(a, RT_PASS(value));
}

extern "C" RtArray *rt_map_keys(const RtTable *map, int64_t elemKind) {
  RtArray *keys = rt_array_new(elemKind, map->len);
  forEachEntry(map, [&](int64_t i) { keys = pushCopy(keys, keyAt(map, i)); });
  return keys;
}

extern "C" RtArray *rt_map_values(const RtTable *map, int64_t elemKind) {
  RtArray *values = rt_array_new(elemKind, map->len);
  forEachEntry(map,
               [&](int64_t i) { values = pushCopy(values, valueAt(map, i)); });
  return values;
}

extern "C" RtArray *rt_map_items(const RtTable *map) {
  RtArray *items = rt_array_new(RtElemRef, map->len);
  forEachEntry(map, [&](int64_t i) {
    RtTuple *pair = newTuple(2);
    pair->items[0] = keyAt(map, i);
    pair->items[1] = valueAt(map, i);
    dupAny(pair->items[0]);
    dupAny(pair->items[1]);
    items = rt_array_push_ref(items, pair);
  });
  return items;
}

extern "C" RtTable *rt_map_merge(const RtTable *a, const RtTable *b) {
  dup(a);
  return rt_map_update(const_cast<RtTable *>(a), b);
}

static RtStatus notPairs(RtAny value, const RtSite *site) {
  Text text;
  return typeError(text.add("Cannot make a map of ").addKind(value), site);
}

extern "C" RtStatus rt_any_to_map(RtTable **out, RT_A(value),
                                  const RtSite *site) {
  RtAny value = {valuePayload, valueTag};
  if (isKind(value, RtKindMap)) {
    dupAny(value);
    *out = tableOf(value);
    return nullptr;
  }
  if (!isKind(value, RtKindArray))
    return notPairs(value, site);
  const RtArray *pairs = arrayOf(value);
  RtTable *map = newTable(RtKindMap, pairs->len);
  for (int64_t i = 0; i < pairs->len; ++i) {
    RtAny pair = elementOf(pairs, i), parts[2];
    bool isSequence = isKind(pair, RtKindTuple) || isKind(pair, RtKindArray);
    if (!isSequence || rt_any_iter_len(RT_PASS(pair)) != 2) {
      drop(map);
      return notPairs(pair, site);
    }
    for (int64_t j = 0; j < 2; ++j)
      rt_any_iter_at(&parts[j], RT_PASS(pair), j);
    map = rt_map_put(map, RT_PASS(parts[0]), RT_PASS(parts[1]));
  }
  *out = map;
  return nullptr;
}
