//===- Paths.cpp - Changing nested places -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A place is a root and steps: indices, keys, names of fields. The whole path
/// is checked before anything changes. Then each container on it gets one
/// owner, from the root on; instances are changed where they are.
///
//===----------------------------------------------------------------------===//

#include "Objects.h"
#include "ruchy_rt/Convert.h"
#include "ruchy_rt/Methods.h"

using namespace ruchy::rt;

static bool isField(RtAny step) { return step.tag & RtStepField; }

/// An element, borrowed; nil where a value was moved out of the place.
static RtAny itemOf(const RtArray *a, int64_t at) {
  bool isHole = rtElemKindOf(a->h.type) == RtElemRef && !slot<int64_t>(a, at);
  return isHole ? makeNil() : elementOf(a, at);
}

/// Position of an array or tuple element, or an error.
static RtStatus positionOf(int64_t &at, RtAny container, RtAny step,
                           const RtSite *site) {
  bool isArray = isKind(container, RtKindArray);
  int64_t len = isArray ? arrayOf(container)->len : tupleOf(container)->len;
  at = step.payload < 0 ? step.payload + len : step.payload;
  if (at < 0 || at >= len)
    return rt_error_index(step.payload, len,
                          isArray ? RtKindArray : RtKindTuple, site);
  return nullptr;
}

static RtStatus missingKey(RtAny map, RtAny step, const RtSite *site) {
  RtAny nothing;
  return isField(step)
             ? rt_map_field(&nothing, tableOf(map), stringOf(step), site)
             : rt_map_index(&nothing, tableOf(map), step.payload,
                            rtKindOf(step.tag), site);
}

/// The slot of a step in a container other than an array or map.
static RtStatus slotOf(RtAny *&slot, RtAny container, RtAny step,
                       const RtSite *site) {
  bool isIndex = !isField(step) && isKind(step, RtKindInt);
  if (isIndex && isKind(container, RtKindTuple)) {
    int64_t at = 0;
    RtStatus error = positionOf(at, container, step, site);
    slot = &tupleOf(container)->items[at];
    return error;
  }
  if (isField(step) || (isKind(step, RtKindString) && isRecord(container)))
    return findField(slot, container, stringOf(step), site);
  return cannotIndex(container, {step.payload, rtKindOf(step.tag)}, site);
}

static int64_t keyPosition(RtAny map, RtAny step) {
  return findEntry(tableOf(map), {step.payload, rtKindOf(step.tag)});
}

/// The value at one step, borrowed. \p isMissing is set, if not null, where a
/// map lacks the key; else that is an error.
static RtStatus lookUp(RtAny &out, bool *isMissing, RtAny container, RtAny step,
                       const RtSite *site) {
  if (isKind(container, RtKindMap)) {
    int64_t at = keyPosition(container, step);
    if (at >= 0)
      out = valueAt(tableOf(container), at);
    else if (isMissing)
      *isMissing = true;
    else
      return missingKey(container, step, site);
    return nullptr;
  }
  if (isKind(container, RtKindArray) && !isField(step)) {
    if (!isKind(step, RtKindInt))
      return cannotIndex(container, step, site);
    int64_t at;
    if (RtStatus error = positionOf(at, container, step, site))
      return error;
    out = itemOf(arrayOf(container), at);
    return nullptr;
  }
  RtAny *slot;
  if (RtStatus error = slotOf(slot, container, step, site))
    return error;
  out = *slot;
  return nullptr;
}

namespace {
/// What checking a path has found.
struct Place {
  RtAny leaf = {0, RtKindNil}; ///< The value there, borrowed.
  bool isMissing = false;      ///< The last key does not exist yet.
  bool isShared = false;       ///< It lies in an instance.
};
} // namespace

static RtStatus checkPath(Place &place, bool mayMiss, RtAny root,
                          const RtAny *steps, int64_t n,
                          const RtSite *const *sites) {
  place.leaf = root;
  for (int64_t i = 0; i < n; ++i) {
    place.isShared |= isKind(place.leaf, RtKindInstance);
    bool *isMissing = mayMiss && i == n - 1 ? &place.isMissing : nullptr;
    if (RtStatus error =
            lookUp(place.leaf, isMissing, place.leaf, steps[i], sites[i]))
      return error;
  }
  return nullptr;
}

/// The container (CONSUMED) with one owner; one that takes a value of \p tag
/// where it is the last.
static RtAny prepare(RtAny container, bool isLast, int64_t tag) {
  switch (rtKindOf(container.tag)) {
  case RtKindArray: {
    RtArray *a = arrayOf(container);
    return makeRef(isLast ? prepareStore(a, tag) : rt_array_make_unique(a));
  }
  case RtKindMap:
    return makeRef(uniqueTable(tableOf(container)));
  default:
    return makeRef(rt_object_make_unique(objectOf(container.payload)));
  }
}

/// Puts \p value (CONSUMED) at one step of a prepared container; the old value
/// has no owner then.
static RtAny exchange(RtAny container, RtAny step, RtAny value) {
  if (isKind(container, RtKindArray)) {
    int64_t at = 0;
    (void)positionOf(at, container, step, nullptr);
    RtAny old = itemOf(arrayOf(container), at);
    storeElement(arrayOf(container), at, value);
    return old;
  }
  RtAny *slot;
  if (isKind(container, RtKindMap)) {
    int64_t at = keyPosition(container, step);
    if (at < 0) {
      bool isNew;
      dupAny(step);
      at = addEntry(tableOf(container), {step.payload, rtKindOf(step.tag)},
                    isNew);
      valueAt(tableOf(container), at) = makeNil();
    }
    slot = &valueAt(tableOf(container), at);
  } else {
    (void)slotOf(slot, container, step, nullptr);
  }
  RtAny old = *slot;
  *slot = value;
  return old;
}

/// Gives every container on a checked path one owner. The innermost, which is
/// to take a value of \p tag, is borrowed; \p root is CONSUMED and replaced.
static RtAny preparePath(RtAny &root, const RtAny *steps, int64_t n,
                         int64_t tag) {
  RtAny current = root = prepare(root, n == 1, tag);
  for (int64_t i = 0; i + 1 < n; ++i) {
    RtAny child;
    (void)lookUp(child, nullptr, current, steps[i], nullptr);
    RtAny next = prepare(child, i == n - 2, tag);
    if (next.payload != child.payload)
      exchange(current, steps[i], next);
    current = next;
  }
  return current;
}

extern "C" RtStatus rt_any_place_set(RtAny *rootOut, RT_A(root),
                                     const RtAny *indices, int64_t n,
                                     RT_A(value), const RtSite *const *sites) {
  RtAny root = {rootPayload, rootTag}, value = {valuePayload, valueTag};
  Place place;
  *rootOut = root;
  if (RtStatus error = checkPath(place, true, root, indices, n, sites)) {
    dropAny(value);
    return error;
  }
  if (n == 0) {
    *rootOut = value;
    dropAny(root);
    return nullptr;
  }
  RtAny container = preparePath(root, indices, n, valueTag);
  RtAny old = exchange(container, indices[n - 1], value);
  *rootOut = root;
  dropAny(old);
  return nullptr;
}

extern "C" RtStatus rt_any_place_move(RtAny *out, RtAny *rootOut, RT_A(root),
                                      const RtAny *indices, int64_t n,
                                      const RtSite *const *sites) {
  RtAny root = {rootPayload, rootTag};
  Place place;
  *rootOut = root;
  if (RtStatus error = checkPath(place, false, root, indices, n, sites))
    return error;
  *out = place.leaf;
  if (place.isShared || n == 0) {
    dupAny(*out);
    return nullptr;
  }
  RtAny container = preparePath(root, indices, n, place.leaf.tag);
  *out = exchange(container, indices[n - 1], makeNil());
  *rootOut = root;
  return nullptr;
}

extern "C" RtStatus rt_any_place_method(RtAny *out, RtAny *rootOut, RT_A(root),
                                        const RtAny *indices, int64_t n,
                                        const char *name, int64_t nameLen,
                                        const RtAny *args, int64_t numArgs,
                                        const RtSite *const *sites) {
  RtAny root = {rootPayload, rootTag}, changed;
  Place place;
  *rootOut = root;
  if (RtStatus error = checkPath(place, false, root, indices, n, sites))
    return error;
  if (n == 0)
    return rt_any_call_mutating(out, rootOut, RT_PASS(root), name, nameLen,
                                args, numArgs, sites[0]);
  RtAny container = preparePath(root, indices, n, place.leaf.tag);
  RtAny step = indices[n - 1];
  *rootOut = root;
  // No code of the program runs while the place is empty.
  RtAny taken = exchange(container, step, makeNil());
  RtStatus error = rt_any_call_mutating(out, &changed, RT_PASS(taken), name,
                                        nameLen, args, numArgs, sites[n]);
  exchange(container, step, changed);
  return error;
}
