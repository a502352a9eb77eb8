//===- Maps.h - Maps and sets -----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Insertion-ordered hash tables with dynamic keys and values. An integral
/// float is the same key as the integer. Mutating functions CONSUME the table
/// and return it, changed in place when it is unique, else as a copy.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_MAPS_H
#define RUCHY_RT_MAPS_H

#include "ruchy_rt/Api.h"

/// \name Maps
/// @{
/// An empty map with room for \p cap entries.
RT_API RtTable *rt_map_new(int64_t cap);
/// Key and value are CONSUMED; a later key replaces the value.
RT_API RtTable *rt_map_put(RtTable *map, RT_A(key), RT_A(value));
/// `m.insert(k, v)`: the previous value or nil goes to \p out.
RT_API RtTable *rt_map_insert(RtAny *out, RtTable *map, RT_A(key), RT_A(value));
/// `m.remove(k)`: the value or nil goes to \p out.
RT_API RtTable *rt_map_remove(RtAny *out, RtTable *map, RT_A(key));
RT_API RtTable *rt_map_clear(RtTable *map);
/// Puts all entries of another map into this one.
RT_API RtTable *rt_map_update(RtTable *map, const RtTable *other);
/// `entry(k).or_insert(v)`: adds the value (CONSUMED) where the key is
/// missing; the value that is there then goes to \p out, owned.
RT_API RtTable *rt_map_or_insert(RtAny *out, RtTable *map, RT_A(key),
                                 RT_A(value));
/// The value or nil, owned.
RT_API void rt_map_get(RtAny *out, const RtTable *map, RT_A(key));
RT_API void rt_map_get_or(RtAny *out, const RtTable *map, RT_A(key),
                          RT_A(otherwise));
RT_API bool rt_map_has(const RtTable *map, RT_A(key));
/// `m[k]`: `Key 'k' not found in object`.
RT_API RtStatus rt_map_index(RtAny *out, const RtTable *map, RT_A(key),
                             const RtSite *site);
/// `m.k`: `Object has no field named 'k'`.
RT_API RtStatus rt_map_field(RtAny *out, const RtTable *map,
                             const RtString *name, const RtSite *site);
RT_API int64_t rt_map_len(const RtTable *map);
RT_API bool rt_map_is_empty(const RtTable *map);
/// Keys or values as an array of an element kind that fits; with None the
/// narrowest.
RT_API RtArray *rt_map_keys(const RtTable *map, int64_t elemKind);
RT_API RtArray *rt_map_values(const RtTable *map, int64_t elemKind);
/// `(k, v)` tuples.
RT_API RtArray *rt_map_items(const RtTable *map);
/// `a.merge(b)`: a new map.
RT_API RtTable *rt_map_merge(const RtTable *a, const RtTable *b);
/// @}

/// \name Sets
/// @{
RT_API RtTable *rt_set_new(int64_t cap);
/// The element is CONSUMED.
RT_API RtTable *rt_set_put(RtTable *set, RT_A(element));
/// `s.insert(v)`: whether it is new.
RT_API RtTable *rt_set_insert(bool *out, RtTable *set, RT_A(element));
/// `s.remove(v)`: whether it was there.
RT_API RtTable *rt_set_remove(bool *out, RtTable *set, RT_A(element));
RT_API RtArray *rt_set_items(const RtTable *set, int64_t elemKind);
RT_API RtTable *rt_set_union(const RtTable *a, const RtTable *b);
RT_API RtTable *rt_set_intersection(const RtTable *a, const RtTable *b);
RT_API RtTable *rt_set_difference(const RtTable *a, const RtTable *b);
RT_API RtTable *rt_set_symmetric_difference(const RtTable *a, const RtTable *b);
RT_API bool rt_set_is_subset(const RtTable *a, const RtTable *b);
/// A set of the elements of anything iterable: `collect` into a set.
RT_API RtStatus rt_any_to_set(RtTable **out, RT_A(value), const RtSite *site);
/// A map of an array of pairs, or of a map.
RT_API RtStatus rt_any_to_map(RtTable **out, RT_A(value), const RtSite *site);
/// @}

/// Hash of any value; equal values (and keys) have equal ones.
RT_API uint32_t rt_any_hash(RT_A(value));
/// The natural order of values that need not compare: -1, 0, 1.
RT_API int64_t rt_any_order(RT_A(a), RT_A(b));

#endif // RUCHY_RT_MAPS_H
