//===- Arrays.h - Arrays ----------------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// An array is one block: head, then slots of its element kind. Mutating
/// functions CONSUME the array and return it, changed in place when it is
/// unique, else as a copy. Compiled code reads and writes slots itself.
///
/// Functions with a dynamic value accept any element kind: an empty array of
/// kind None takes the kind of the value (nil as Any), and a value of another
/// kind turns a typed array into one of kind Any.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_ARRAYS_H
#define RUCHY_RT_ARRAYS_H

#include "ruchy_rt/Api.h"

/// \name Making
/// @{
/// Empty array with room for \p cap elements; with cap 0 a constant.
RT_API RtArray *rt_array_new(int64_t elemKind, int64_t cap);
/// Unique array of \p len elements whose slots the caller must write before
/// anything else happens to the array: `[a, b]`. With len 0 a constant.
RT_API RtArray *rt_array_new_len(int64_t elemKind, int64_t len);
/// `[v; n]` of the given element kind, which must fit the value; None takes
/// the kind from the value. n <= 0 is empty.
RT_API RtArray *rt_array_repeat(int64_t elemKind, RT_A(value), int64_t n);
/// The same elements in an array of kind Any (the array itself if it is one).
/// Code that reads 16-byte slots needs it also for an empty array of kind None,
/// because rt_array_push_any would give that the kind of the first value.
RT_API RtArray *rt_array_to_any(RtArray *a);
/// The same, CONSUMES \p a; null stays null.
RT_API RtArray *rt_array_into_any(RtArray *a);
/// `any` to a statically known element kind: the same elements with that kind
/// if each of them has it, else null.
RT_API RtArray *rt_array_to_kind(RtArray *a, int64_t elemKind);
/// @}

/// \name Changing (the array is CONSUMED and given back)
/// @{
/// The array if unique, else a copy of it. Fast path in the bitcode.
RT_API RtArray *rt_array_make_unique(RtArray *a);
/// Element \p i (in range, kind Ref, an array) of the unique array \p a made
/// unique in its slot; borrowed result. Fast path in the bitcode.
RT_API RtArray *rt_array_unique_at(RtArray *a, int64_t i);
/// Push one element; Ref and Any values are CONSUMED. The array must have
/// that kind or be empty with kind None. Fast paths in the bitcode.
RT_API RtArray *rt_array_push_i64(RtArray *a, int64_t value);
RT_API RtArray *rt_array_push_f64(RtArray *a, double value);
RT_API RtArray *rt_array_push_bool(RtArray *a, int64_t value);
RT_API RtArray *rt_array_push_ref(RtArray *a, void *value);
/// Accepts every element kind of array; the value is CONSUMED.
RT_API RtArray *rt_array_push_any(RtArray *a, RT_A(value));
/// Room for one more element of kind \p elemKind, unique: what the fast paths
/// call when they cannot go on.
RT_API RT_COLD RtArray *rt_array_grow(RtArray *a, int64_t elemKind);
/// The last element, or nil, moves to \p out.
RT_API RtArray *rt_array_pop(RtAny *out, RtArray *a);
RT_API RtArray *rt_array_clear(RtArray *a);
RT_API RtArray *rt_array_truncate(RtArray *a, int64_t len);
/// Appends the elements of \p b, which may be the same object.
RT_API RtArray *rt_array_append(RtArray *a, const RtArray *b);
RT_API RtArray *rt_array_reverse(RtArray *a);
/// Stable; numbers by value, then strings by bytes, then the rest as it was.
RT_API RtArray *rt_array_sort(RtArray *a);
/// `insert(i, v)`, 0 <= i <= len: `Index I out of bounds ..`. The array given
/// back through \p arrayOut is valid on both edges. The value is CONSUMED.
RT_API RtStatus rt_array_insert(RtArray **arrayOut, RtArray *a, int64_t i,
                                RT_A(value), const RtSite *site);
/// `remove(i)`: the item goes to \p out.
RT_API RtStatus rt_array_remove(RtAny *out, RtArray **arrayOut, RtArray *a,
                                int64_t i, const RtSite *site);
/// `a[i] = v` for every element kind; negative i from the end. The value is
/// CONSUMED.
RT_API RtStatus rt_array_set(RtArray **arrayOut, RtArray *a, int64_t i,
                             RT_A(value), const RtSite *site);
/// @}

/// \name Reading
/// @{
RT_API int64_t rt_array_len(const RtArray *a);
RT_API bool rt_array_is_empty(const RtArray *a);
/// Element \p i without a check (0 <= i < len), owned.
RT_API void rt_array_get_any(RtAny *out, const RtArray *a, int64_t i);
/// `a[i]`, negative from the end: `Index I out of bounds for array of ..`.
RT_API RtStatus rt_array_index(RtAny *out, const RtArray *a, int64_t i,
                               const RtSite *site);
/// `a[lo..hi]`: nil bounds are open, the end is clamped.
RT_API RtStatus rt_array_slice(RtArray **out, const RtArray *a, RT_A(lo),
                               RT_A(hi), int64_t inclusive, const RtSite *site);
/// An element or nil.
RT_API void rt_array_first(RtAny *out, const RtArray *a);
RT_API void rt_array_last(RtAny *out, const RtArray *a);
/// `get(i)`: nil when out of range or negative.
RT_API void rt_array_get(RtAny *out, const RtArray *a, int64_t i);
RT_API RtArray *rt_array_concat(const RtArray *a, const RtArray *b);
RT_API RtArray *rt_array_take(const RtArray *a, int64_t n);
RT_API RtArray *rt_array_skip(const RtArray *a, int64_t n);
RT_API bool rt_array_equal(const RtArray *a, const RtArray *b);
RT_API bool rt_array_contains(const RtArray *a, RT_A(value));
/// Position of the first equal element, or -1.
RT_API int64_t rt_array_index_of(const RtArray *a, RT_A(value));
/// Elements in display form, strings raw.
RT_API RtString *rt_array_join(const RtArray *a, const RtString *separator);
/// `sum()`: checked; an empty array is 0. `Cannot add L and R`.
RT_API RtStatus rt_array_sum(RtAny *out, const RtArray *a, const RtSite *site);
/// @}

/// \name New arrays (ArrayAdapters.cpp)
/// @{
/// `(position, element)` and `(left, right)` tuples.
RT_API RtArray *rt_array_enumerate(const RtArray *a);
RT_API RtArray *rt_array_zip(const RtArray *a, const RtArray *b);
/// One level; the content of Some and Ok, nothing for None and Err.
RT_API RtArray *rt_array_flatten(const RtArray *a);
/// Sets by first occurrence. Both arrays have the same element kind.
RT_API RtArray *rt_array_union(const RtArray *a, const RtArray *b);
RT_API RtArray *rt_array_unique_elements(const RtArray *a);
RT_API RtArray *rt_array_intersection(const RtArray *a, const RtArray *b);
RT_API RtArray *rt_array_difference(const RtArray *a, const RtArray *b);
/// Without equal neighbours; the array is CONSUMED.
RT_API RtArray *rt_array_dedup(RtArray *a);
RT_API RtStatus rt_array_chunks(RtArray **out, const RtArray *a, int64_t size,
                                const RtSite *site);
RT_API RtStatus rt_array_windows(RtArray **out, const RtArray *a, int64_t size,
                                 const RtSite *site);
RT_API RtStatus rt_array_step_by(RtArray **out, const RtArray *a, int64_t step,
                                 const RtSite *site);
/// The array is CONSUMED and valid on both edges.
RT_API RtStatus rt_array_swap(RtArray **arrayOut, RtArray *a, int64_t i,
                              int64_t j, const RtSite *site);
RT_API RtStatus rt_array_product(RtAny *out, const RtArray *a,
                                 const RtSite *site);
/// @}

#endif // RUCHY_RT_ARRAYS_H
