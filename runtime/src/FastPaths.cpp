//===- FastPaths.cpp - What compiled code inlines ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Compiled twice for each target: to bitcode, which is linked into programs
/// before optimisation, and to an object for programs that are not optimised.
///
//===----------------------------------------------------------------------===//

#include "Inline.h"
#include "ruchy_rt/Strings.h"

using namespace ruchy::rt;

#define RT_FAST extern "C" __attribute__((always_inline))

#include "IntegerFastPaths.h"

RT_FAST void rt_dup(void *object) { dup(object); }
RT_FAST void rt_drop(void *object) { drop(object); }
RT_FAST void rt_dup_any(RT_A(value)) { dupAny(valuePayload, valueTag); }
RT_FAST void rt_drop_any(RT_A(value)) { dropAny(valuePayload, valueTag); }
RT_FAST void rt_drop_shared(void *object) { dropShared(object); }
RT_FAST bool rt_is_unique(const void *object) { return isUnique(object); }

RT_FAST RtArray *rt_array_new_len(int64_t elemKind, int64_t len) {
  constexpr int64_t SmallLen = 32;
  // After inlining the sizes of a literal are constants.
  if (__builtin_constant_p(elemKind) && __builtin_constant_p(len) &&
      elemKind != RtElemNone && len > 0 && len <= SmallLen)
    return newSmallArray(elemKind, len);
  return rt_array_new_dynamic(elemKind, len);
}

/// Objects of up to this many parts are made inline.
static constexpr int64_t SmallParts = 12;

RT_FAST RtTuple *rt_tuple_new(int64_t len) {
  if (__builtin_constant_p(len) && len <= SmallParts)
    return newTuple(len);
  return rt_tuple_new_dynamic(len);
}

RT_FAST RtRecord *rt_record_new(const RtShape *shape, int64_t kind,
                                int64_t numFields) {
  if (__builtin_constant_p(kind) && __builtin_constant_p(numFields) &&
      numFields <= SmallParts)
    return newRecord(shape, static_cast<uint8_t>(kind), numFields);
  return rt_record_new_dynamic(shape);
}

RT_FAST void *rt_object_make_unique(void *object) {
  if (RT_LIKELY(isUnique(object)))
    return object;
  return rt_object_copy(object);
}

RT_FAST RtCell *rt_cell_new(RT_A(value)) {
  auto *cell = static_cast<RtCell *>(allocate(blockSize(sizeof(RtCell))));
  cell->h = {1, RtKindCell};
  cell->value = {valuePayload, valueTag};
  return cell;
}

RT_FAST RtArray *rt_array_push_i64(RtArray *a, int64_t value) {
  return pushSlot<RtElemInt>(a, value);
}

RT_FAST RtArray *rt_array_push_f64(RtArray *a, double value) {
  return pushSlot<RtElemFloat>(a, value);
}

RT_FAST RtArray *rt_array_push_bool(RtArray *a, int64_t value) {
  return pushSlot<RtElemBool>(a, static_cast<uint8_t>(value));
}

RT_FAST RtArray *rt_array_push_ref(RtArray *a, void *value) {
  return pushSlot<RtElemRef>(a, payloadOf(value));
}

RT_FAST RtArray *rt_array_make_unique(RtArray *a) {
  if (RT_LIKELY(isUnique(a)))
    return a;
  return rt_array_copy(a);
}

RT_FAST RtArray *rt_array_unique_at(RtArray *a, int64_t i) {
  auto *inner = reinterpret_cast<RtArray *>(objectOf(slot<int64_t>(a, i)));
  if (RT_LIKELY(isUnique(inner)))
    return inner;
  inner = rt_array_copy(inner);
  slot<int64_t>(a, i) = payloadOf(inner);
  return inner;
}

RT_FAST int64_t rt_array_len(const RtArray *a) { return a->len; }
RT_FAST int64_t rt_string_len(const RtString *s) { return s->len; }

/// One byte at a time is the common case of building a text. Growing keeps the
/// length, which a loop then carries in a register.
RT_FAST RtString *rt_string_append(RtString *a, const RtString *b) {
  if (b->len != 1)
    return rt_string_append_text(a, b);
  auto byte = static_cast<TextByte>(b->bytes[0]);
  uint32_t keep = b->h.type | ~RtStringAscii;
  int64_t len = headOf(a)->len;
  if (RT_UNLIKELY(!isUnique(a) || len >= headOf(a)->cap))
    a = rt_string_grow(a, 1);
  reinterpret_cast<TextByte *>(a->bytes)[len] = byte;
  headOf(a)->len = len + 1;
  headOf(a)->h.type &= keep;
  return a;
}

#if defined(__wasm__) && defined(RT_BITCODE)
#include "StartWasi.cpp"
#endif
