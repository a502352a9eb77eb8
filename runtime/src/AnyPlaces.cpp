//===- AnyPlaces.cpp - Dynamic containers -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Indexing, slicing, and assignment through several levels of arrays.
///
//===----------------------------------------------------------------------===//

#include "Support.h"

using namespace ruchy::rt;

static RtStatus cannotIndex(RtAny container, RtAny index, const RtSite *site) {
  Text text;
  text.add("Cannot index ").addKind(container).add(" with ").addKind(index);
  return runtimeError(text, site);
}

extern "C" RtStatus rt_any_slice(RtAny *out, RT_A(container), RT_A(lo),
                                 RT_A(hi), int64_t inclusive,
                                 const RtSite *site) {
  RtAny container = {containerPayload, containerTag};
  if (isKind(container, RtKindString)) {
    RtString *part;
    RtStatus error = rt_string_slice(&part, stringOf(container), loPayload,
                                     loTag, hiPayload, hiTag, inclusive, site);
    if (!error)
      *out = makeRef(part);
    return error;
  }
  if (isKind(container, RtKindArray)) {
    RtArray *part;
    RtStatus error = rt_array_slice(&part, arrayOf(container), loPayload, loTag,
                                    hiPayload, hiTag, inclusive, site);
    if (!error)
      *out = makeRef(part);
    return error;
  }
  return cannotIndex(container, {0, RtKindRange}, site);
}

extern "C" RtStatus rt_any_index(RtAny *out, RT_A(container), RT_A(index),
                                 const RtSite *site) {
  RtAny container = {containerPayload, containerTag};
  RtAny index = {indexPayload, indexTag};
  if (isKind(index, RtKindRange)) {
    const RtRange *range = rangeOf(index);
    return rt_any_slice(out, RT_PASS(container), RT_PASS(range->start),
                        RT_PASS(range->end), range->inclusive, site);
  }
  if (!isKind(index, RtKindInt))
    return cannotIndex(container, index, site);
  if (isKind(container, RtKindArray))
    return rt_array_index(out, arrayOf(container), indexPayload, site);
  if (!isKind(container, RtKindString))
    return cannotIndex(container, index, site);
  RtString *c;
  RtStatus error = rt_string_index(&c, stringOf(container), indexPayload, site);
  if (!error)
    *out = makeRef(c);
  return error;
}

/// Looks up one level of a place that is to be written: \p container must be
/// an array that has the index. \p at gets the position.
static RtStatus findSlot(int64_t &at, RtAny container, RtAny index,
                         const RtSite *site) {
  if (!isKind(container, RtKindArray) || !isKind(index, RtKindInt))
    return cannotIndex(container, index, site);
  const RtArray *a = arrayOf(container);
  at = index.payload < 0 ? index.payload + a->len : index.payload;
  if (at < 0 || at >= a->len)
    return rt_error_index(index.payload, a->len, RtKindArray, site);
  return nullptr;
}

/// Checks the whole path before anything changes; \p leaf gets the value
/// there, borrowed.
static RtStatus checkPath(RtAny &leaf, RtAny root, const RtAny *indices,
                          int64_t n, const RtSite *site) {
  leaf = root;
  for (int64_t i = 0; i < n; ++i) {
    int64_t at;
    if (RtStatus error = findSlot(at, leaf, indices[i], site))
      return error;
    leaf = elementOf(arrayOf(leaf), at);
  }
  return nullptr;
}

/// Stores \p value (CONSUMED) at a path that has been checked; gives back the
/// new \p root, which is CONSUMED.
static RtArray *storeAtPath(RtArray *root, const RtAny *indices, int64_t n,
                            RtAny value) {
  // Every level but the last stays what it is, so only the last one can get
  // another element kind. The address of the word that refers to the current
  // level is in an array that is already unique.
  root = n == 1 ? prepareStore(root, value.tag) : rt_array_make_unique(root);
  RtArray *current = root;
  for (int64_t i = 0;; ++i) {
    int64_t at = indices[i].payload;
    if (at < 0)
      at += current->len;
    if (i == n - 1) {
      RtAny old = elementOf(current, at);
      storeElement(current, at, value);
      dropAny(old);
      return root;
    }
    RtArray *inner = arrayOf(elementOf(current, at));
    inner = i == n - 2 ? prepareStore(inner, value.tag)
                       : rt_array_make_unique(inner);
    storeElement(current, at, makeRef(inner));
    current = inner;
  }
}

extern "C" RtStatus rt_any_place_set(RtAny *rootOut, RT_A(root),
                                     const RtAny *indices, int64_t n,
                                     RT_A(value), const RtSite *site) {
  RtAny root = {rootPayload, rootTag}, value = {valuePayload, valueTag}, leaf;
  *rootOut = root;
  if (RtStatus error = checkPath(leaf, root, indices, n, site)) {
    dropAny(value);
    return error;
  }
  *rootOut = makeRef(storeAtPath(arrayOf(root), indices, n, value));
  return nullptr;
}

using BinaryFunction = RtStatus (*)(RtAny *, RT_A(a), RT_A(b), const RtSite *);

static constexpr BinaryFunction PlaceFunctions[] = {
    rt_any_add,    rt_any_sub, rt_any_mul,    rt_any_div,
    rt_any_mod,    rt_any_pow, rt_any_bitand, rt_any_bitor,
    rt_any_bitxor, rt_any_shl, rt_any_shr};

extern "C" RtStatus rt_any_place_update(RtAny *out, RtAny *rootOut, RT_A(root),
                                        const RtAny *indices, int64_t n,
                                        int64_t op, RT_A(value),
                                        const RtSite *site) {
  RtAny root = {rootPayload, rootTag}, leaf, result;
  *rootOut = root;
  if (RtStatus error = checkPath(leaf, root, indices, n, site))
    return error;
  if (RtStatus error = PlaceFunctions[op](&result, RT_PASS(leaf), valuePayload,
                                          valueTag, site))
    return error;
  if (out) {
    dupAny(result);
    *out = result;
  }
  *rootOut = makeRef(storeAtPath(arrayOf(root), indices, n, result));
  return nullptr;
}

extern "C" RtStatus rt_any_not_callable(RT_A(a), const RtSite *site) {
  Text text;
  text.add("Cannot call non-function value: ").addKind({aPayload, aTag});
  return typeError(text, site);
}

extern "C" RtStatus rt_any_no_field(RT_A(a), const RtSite *site) {
  Text text;
  text.add("Cannot access field '").add(site->text, site->textLen);
  text.add("' on type ").addKind({aPayload, aTag});
  return runtimeError(text, site);
}
