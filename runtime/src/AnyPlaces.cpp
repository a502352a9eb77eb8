//===- AnyPlaces.cpp - Dynamic containers -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Indexing and slicing.
///
//===----------------------------------------------------------------------===//

#include "Objects.h"

using namespace ruchy::rt;

RtStatus ruchy::rt::cannotIndex(RtAny container, RtAny index,
                                const RtSite *site) {
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

static RtStatus tupleIndex(RtAny *out, const RtTuple *tuple, int64_t index,
                           const RtSite *site) {
  int64_t at = index < 0 ? index + tuple->len : index;
  if (at < 0 || at >= tuple->len)
    return rt_error_index(index, tuple->len, RtKindTuple, site);
  *out = tuple->items[at];
  dupAny(*out);
  return nullptr;
}

extern "C" RtStatus rt_any_index(RtAny *out, RT_A(container), RT_A(index),
                                 const RtSite *site) {
  RtAny container = {containerPayload, containerTag};
  RtAny index = {indexPayload, indexTag};
  if (isKind(container, RtKindMap))
    return rt_map_index(out, tableOf(container), indexPayload, indexTag, site);
  if (isKind(index, RtKindRange)) {
    const RtRange *range = rangeOf(index);
    return rt_any_slice(out, RT_PASS(container), RT_PASS(range->start),
                        RT_PASS(range->end), range->inclusive, site);
  }
  if (isKind(index, RtKindString) && isRecord(container))
    return rt_any_field(out, RT_PASS(container), stringOf(index), site);
  if (!isKind(index, RtKindInt))
    return cannotIndex(container, index, site);
  if (isKind(container, RtKindTuple))
    return tupleIndex(out, tupleOf(container), indexPayload, site);
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
