//===- Objects.cpp - Tuples, records, function values -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Making them where sizes are not constant, copies, fields and calls.
///
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Objects.h"
#include "Children.h"
#include "Objects.h"

using namespace ruchy::rt;

extern "C" RtTuple *rt_tuple_new_dynamic(int64_t len) { return newTuple(len); }

extern "C" RtRecord *rt_record_new_dynamic(const RtShape *shape) {
  return newRecord(shape, static_cast<uint8_t>(shape->kind), shape->numFields);
}

extern "C" RtFunction *rt_function_new(const RtCode *code,
                                       int64_t numCaptures) {
  auto *f = static_cast<RtFunction *>(
      allocate(partsSize(sizeof(RtFunction), numCaptures)));
  f->h = {1, RtKindFunction};
  f->code = code;
  f->numCaptures = numCaptures;
  return f;
}

static RtHeader *copyOf(RtHeader *object) {
  Parts from = partsOf(object);
  RtHeader *copy;
  if (rtKindOf(object->type) == RtKindTuple) {
    copy = &newTuple(from.count)->h;
  } else {
    auto *record = reinterpret_cast<RtRecord *>(object);
    copy = &rt_record_new_dynamic(record->shape)->h;
  }
  Parts to = partsOf(copy);
  for (int64_t i = 0; i < from.count; ++i) {
    to.items[i] = from.items[i];
    dupAny(to.items[i]);
  }
  return copy;
}

extern "C" void *rt_object_copy(void *object) {
  auto *header = static_cast<RtHeader *>(object);
  if (rtKindOf(header->type) == RtKindInstance)
    return header;
  RtHeader *copy = copyOf(header);
  drop(header);
  return copy;
}

//===----------------------------------------------------------------------===//
// Fields
//===----------------------------------------------------------------------===//

static bool sameText(const char *a, int64_t aLen, const char *b, int64_t bLen) {
  return aLen == bLen && __builtin_memcmp(a, b, static_cast<size_t>(aLen)) == 0;
}

extern "C" int64_t rt_shape_find(const RtShape *shape, const char *name,
                                 int64_t len) {
  for (int64_t i = 0; i < shape->numFields; ++i)
    if (sameText(shape->fields[i].bytes, shape->fields[i].len, name, len))
      return i;
  return -1;
}

extern "C" bool rt_shape_derives(const RtShape *shape, const RtShape *type) {
  for (; shape; shape = shape->base)
    if (shape == type)
      return true;
  return false;
}

bool ruchy::rt::parsePosition(const RtString *name, int64_t &position) {
  constexpr int64_t MaxDigits = 9;
  if (name->len == 0 || name->len > MaxDigits)
    return false;
  position = 0;
  for (int64_t i = 0; i < name->len; ++i) {
    if (name->bytes[i] < '0' || name->bytes[i] > '9')
      return false;
    position = position * 10 + (name->bytes[i] - '0');
  }
  return true;
}

static RtStatus noField(RtAny object, const RtString *name,
                        const RtSite *site) {
  Text text;
  text.add("Cannot access field '").add(name);
  return runtimeError(text.add("' on type ").addKind(object), site);
}

static RtStatus unknownField(const RtShape *shape, const RtString *name,
                             const RtSite *site) {
  Text text;
  text.add("Field '").add(name).add("' not found in ");
  text.addZeroTerminated(shape->kind == RtKindStruct ? "struct " : "class ");
  text.add(shape->name, shape->nameLen);
  return runtimeError(text, site);
}

RtStatus ruchy::rt::findField(RtAny *&out, RtAny object, const RtString *name,
                              const RtSite *site) {
  if (isKind(object, RtKindTuple)) {
    int64_t position;
    if (!parsePosition(name, position))
      return noField(object, name, site);
    RtTuple *tuple = tupleOf(object);
    if (position >= tuple->len)
      return rt_error_index(position, tuple->len, RtKindTuple, site);
    out = &tuple->items[position];
    return nullptr;
  }
  if (!isRecord(object))
    return noField(object, name, site);
  RtRecord *record = recordOf(object);
  int64_t at = rt_shape_find(record->shape, name->bytes, name->len);
  if (at < 0 && isKind(object, RtKindEnum))
    return noField(object, name, site);
  if (at < 0)
    return unknownField(record->shape, name, site);
  out = &record->fields[at];
  return nullptr;
}

static bool isName(const RtString *name, const char *text) {
  return sameText(name->bytes, name->len, text,
                  static_cast<int64_t>(__builtin_strlen(text)));
}

/// Fields of kinds that hold no slots for them.
static RtStatus computedField(RtAny *out, RtAny object, const RtString *name,
                              const RtSite *site) {
  if (isKind(object, RtKindRange) && isName(name, "start"))
    *out = rangeOf(object)->start;
  else if (isKind(object, RtKindRange) && isName(name, "end"))
    *out = rangeOf(object)->end;
  else if (isKind(object, RtKindError) && isName(name, "message"))
    *out = makeRef(rt_error_text(errorOf(object)));
  else if (isKind(object, RtKindError) && isName(name, "type"))
    *out = makeRef(rt_error_type_name(errorOf(object)));
  else
    return noField(object, name, site);
  return nullptr;
}

extern "C" RtStatus rt_any_field(RtAny *out, RT_A(object), const RtString *name,
                                 const RtSite *site) {
  RtAny object = {objectPayload, objectTag}, *slot = nullptr;
  if (isKind(object, RtKindMap))
    return rt_map_field(out, tableOf(object), name, site);
  if (isKind(object, RtKindRange) || isKind(object, RtKindError))
    return computedField(out, object, name, site);
  if (RtStatus error = findField(slot, object, name, site))
    return error;
  *out = *slot;
  dupAny(*out);
  return nullptr;
}

extern "C" bool rt_any_has_field(RT_A(object), const RtString *name) {
  RtAny object = {objectPayload, objectTag};
  int64_t position;
  if (isKind(object, RtKindMap))
    return findEntry(tableOf(object), {payloadOf(name), RtKindString}) >= 0;
  if (isKind(object, RtKindError))
    return isName(name, "message") || isName(name, "type");
  if (isKind(object, RtKindTuple))
    return parsePosition(name, position) && position < tupleOf(object)->len;
  return isRecord(object) &&
         rt_shape_find(recordOf(object)->shape, name->bytes, name->len) >= 0;
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

extern "C" RtStatus rt_any_call(RtAny *out, RT_A(callee), const RtAny *args,
                                int64_t n, const RtSite *site) {
  if (RT_UNLIKELY(rtKindOf(calleeTag) != RtKindFunction))
    return rt_any_not_callable(calleePayload, calleeTag, site);
  auto *f = reinterpret_cast<RtFunction *>(objectOf(calleePayload));
  return f->code->thunk(out, f, args, n, site);
}

extern "C" RtStatus rt_error_arity(int64_t least, int64_t most, int64_t got,
                                   const RtSite *site) {
  Text text;
  text.add("Function expects ").addInt(least);
  if (most != least)
    text.add("-").addInt(most);
  text.add(most == 1 ? " argument" : " arguments", most == 1 ? 9 : 10);
  return makeError(RtErrorArity, text.add(", got ").addInt(got).take(), site);
}
