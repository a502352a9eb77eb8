//===- JsonPaths.cpp - Parts of JSON documents ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Json.h"

using namespace ruchy::rt;

namespace {
/// One step of a path such as `a.b[0].c`.
struct Step {
  const char *name;
  int64_t len;
  int64_t index; ///< The number that the step is, or -1.
};

/// Walks over the steps of a path; an empty one has none.
class PathReader {
public:
  explicit PathReader(const RtString *path)
      : at(path->bytes), end(path->bytes + path->len) {
    if (at < end && *at == '$')
      ++at;
  }

  bool next(Step &step) {
    if (at < end && (*at == '.' || *at == '['))
      ++at;
    if (at >= end)
      return false;
    step = {at, 0, 0};
    while (at < end && *at != '.' && *at != '[' && *at != ']')
      ++at;
    step.len = at - step.name;
    if (at < end && *at == ']')
      ++at;
    constexpr int64_t MaxDigits = 15;
    bool isNumber = step.len > 0 && step.len <= MaxDigits;
    for (int64_t i = 0; isNumber && i < step.len; ++i) {
      isNumber = step.name[i] >= '0' && step.name[i] <= '9';
      step.index = step.index * 10 + (step.name[i] - '0');
    }
    if (!isNumber)
      step.index = -1;
    return true;
  }

private:
  const char *at;
  const char *end;
};
} // namespace

/// A document that is given as a text is read first. The result is owned.
static RtStatus getDocument(RtAny &out, RtAny document, const RtSite *site) {
  if (isKind(document, RtKindString))
    return rt_json_parse(&out, RT_PASS(document), site);
  dupAny(document);
  out = document;
  return nullptr;
}

/// The part (owned) of a value that a step leads to, or nil.
static RtAny getPart(RtAny value, const Step &step) {
  RtAny part = makeNil();
  if (isKind(value, RtKindMap)) {
    RtAny key = makeRef(rt_string_from(step.name, step.len));
    rt_map_get(&part, tableOf(value), RT_PASS(key));
    dropAny(key);
  } else if (isKind(value, RtKindArray) && step.index >= 0) {
    rt_array_get(&part, arrayOf(value), step.index);
  } else if (isRecord(value)) {
    const RtRecord *record = recordOf(value);
    int64_t i = rt_shape_find(record->shape, step.name, step.len);
    if (i >= 0)
      part = record->fields[i];
    dupAny(part);
  }
  return part;
}

extern "C" RtStatus rt_json_get(RtAny *out, RT_A(document), RT_A(path),
                                const RtSite *site) {
  RtAny path = {pathPayload, pathTag}, value;
  if (!isKind(path, RtKindString))
    return notString("json_get", path, site);
  if (RtStatus error = getDocument(value, {documentPayload, documentTag}, site))
    return error;
  PathReader reader(stringOf(path));
  Step step;
  while (reader.next(step)) {
    RtAny part = getPart(value, step);
    dropAny(value);
    value = part;
  }
  *out = value;
  return nullptr;
}

/// Puts a value (CONSUMED) into a container (CONSUMED), which is valid on both
/// edges.
static RtStatus setPart(RtAny &container, const Step &step, RtAny value,
                        const RtSite *site) {
  if (isKind(container, RtKindNil))
    container = makeRef(rt_map_new(0));
  if (isKind(container, RtKindMap)) {
    RtAny key = makeRef(rt_string_from(step.name, step.len));
    container =
        makeRef(rt_map_put(tableOf(container), RT_PASS(key), RT_PASS(value)));
    return nullptr;
  }
  if (isKind(container, RtKindArray) && step.index >= 0) {
    RtArray *array = arrayOf(container);
    if (step.index == array->len) {
      container = makeRef(rt_array_push_any(array, RT_PASS(value)));
      return nullptr;
    }
    RtStatus error =
        rt_array_set(&array, array, step.index, RT_PASS(value), site);
    container = makeRef(array);
    return error;
  }
  dropAny(value);
  Text text;
  text.add("json_set() cannot set '").add(step.name, step.len).add("' in ");
  return typeError(text.addKind(container), site);
}

/// \p container (CONSUMED, valid on both edges) with \p value (borrowed) at
/// the rest of a path.
static RtStatus setAt(RtAny &container, PathReader reader, RtAny value,
                      int depth, const RtSite *site) {
  Step step;
  if (!reader.next(step)) {
    dupAny(value);
    dropAny(container);
    container = value;
    return nullptr;
  }
  if (depth > JsonMaxDepth) {
    Text text;
    return runtimeError(text.add("JSON error: nested too deep"), site);
  }
  RtAny part = getPart(container, step);
  if (RtStatus error = setAt(part, reader, value, depth + 1, site)) {
    dropAny(part);
    return error;
  }
  return setPart(container, step, part, site);
}

extern "C" RtStatus rt_json_set(RtAny *out, RT_A(document), RT_A(path),
                                RT_A(value), const RtSite *site) {
  RtAny path = {pathPayload, pathTag}, root;
  if (!isKind(path, RtKindString))
    return notString("json_set", path, site);
  if (RtStatus error = getDocument(root, {documentPayload, documentTag}, site))
    return error;
  RtStatus error = setAt(root, PathReader(stringOf(path)),
                         {valuePayload, valueTag}, 0, site);
  if (error)
    dropAny(root);
  else
    *out = root;
  return error;
}

/// \p a (CONSUMED) with what \p b has more.
static RtAny merge(RtAny a, RtAny b) {
  DepthGuard guard;
  if (!isKind(a, RtKindMap) || !isKind(b, RtKindMap)) {
    dupAny(b);
    dropAny(a);
    return b;
  }
  RtTable *result = tableOf(a);
  const RtTable *other = tableOf(b);
  forEachEntry(other, [&](int64_t i) {
    RtAny key = keyAt(other, i), old;
    rt_map_get(&old, result, RT_PASS(key));
    RtAny merged = merge(old, valueAt(other, i));
    dupAny(key);
    result = rt_map_put(result, RT_PASS(key), RT_PASS(merged));
  });
  return makeRef(result);
}

extern "C" RtStatus rt_json_merge(RtAny *out, RT_A(a), RT_A(b),
                                  const RtSite *site) {
  RtAny first, second;
  if (RtStatus error = getDocument(first, {aPayload, aTag}, site))
    return error;
  if (RtStatus error = getDocument(second, {bPayload, bTag}, site)) {
    dropAny(first);
    return error;
  }
  *out = merge(first, second);
  dropAny(second);
  return nullptr;
}

static const char *typeName(RtAny value) {
  switch (rtKindOf(value.tag)) {
  case RtKindNil:
    return "null";
  case RtKindBool:
    return "boolean";
  case RtKindInt:
  case RtKindFloat:
  case RtKindByte:
    return "number";
  case RtKindArray:
  case RtKindTuple:
  case RtKindSet:
    return "array";
  case RtKindString:
    return "string";
  default:
    return "object";
  }
}

extern "C" RtStatus rt_json_type(RtString **out, RT_A(text),
                                 const RtSite *site) {
  RtAny value;
  if (RtStatus error = getDocument(value, {textPayload, textTag}, site))
    return error;
  *out = Text().addZeroTerminated(typeName(value)).take();
  dropAny(value);
  return nullptr;
}
