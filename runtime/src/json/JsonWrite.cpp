//===- JsonWrite.cpp - Writing JSON -----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Json.h"
#include "ruchy_rt/Convert.h"
#include "ruchy_rt/Number.h"

using namespace ruchy::rt;

namespace {
class Writer {
public:
  explicit Writer(bool isPretty) : isPretty(isPretty) {}

  bool write(RtAny value);
  RtString *take() { return text.take(); }

  /// Why writing failed: a value that JSON does not have, or null if the
  /// nesting is too deep.
  RtAny culprit = makeNil();
  bool isTooDeep = false;

private:
  void addFloat(double value);
  void addString(const char *bytes, int64_t len);
  bool writeItems(RtAny value);
  bool writeMap(const RtTable *map);
  bool writeFields(const RtRecord *record);
  bool writeRecord(RtAny value);
  bool writeVariant(const RtRecord *record);
  bool writeOther(RtAny value);
  void addKey(RtAny key);

  bool open(char bracket) {
    if (++depth > JsonMaxDepth) {
      isTooDeep = true;
      return false;
    }
    text.add(&bracket, 1);
    return true;
  }
  void close(char bracket, bool isEmpty) {
    --depth;
    if (!isEmpty)
      addLine();
    text.add(&bracket, 1);
  }
  void addLine() {
    if (!isPretty)
      return;
    text.add("\n");
    for (int i = 0; i < depth; ++i)
      text.add("  ");
  }
  /// Before an element or member.
  void startItem(bool isFirst) {
    if (!isFirst)
      text.add(",");
    addLine();
  }
  void addColon() {
    text.add(":");
    if (isPretty)
      text.add(" ");
  }

  Text text;
  bool isPretty;
  int depth = 0;
};
} // namespace

void Writer::addFloat(double value) {
  if (value - value != 0) {
    text.add("null");
    return;
  }
  char buffer[RT_FLOAT_TEXT_MAX];
  text.add(buffer, static_cast<int64_t>(rt_float_display(buffer, value)));
}

void Writer::addString(const char *bytes, int64_t len) {
  static const char Hex[] = "0123456789abcdef";
  text.add("\"");
  int64_t done = 0;
  for (int64_t i = 0; i < len; ++i) {
    auto c = static_cast<unsigned char>(bytes[i]);
    if (c >= ' ' && c != '"' && c != '\\')
      continue;
    text.add(bytes + done, i - done);
    done = i + 1;
    char escape[] = {'\\', static_cast<char>(c), '0',
                     '0',  Hex[c >> 4],          Hex[c & 15]};
    const char *named = c == '\n'   ? "n"
                        : c == '\r' ? "r"
                        : c == '\t' ? "t"
                        : c == '\b' ? "b"
                        : c == '\f' ? "f"
                                    : nullptr;
    if (named)
      escape[1] = *named;
    else if (c < ' ')
      escape[1] = 'u';
    text.add(escape, escape[1] == 'u' && c < ' ' ? 6 : 2);
  }
  text.add(bytes + done, len - done).add("\"");
}

/// Keys that are no strings are written in display form.
void Writer::addKey(RtAny key) {
  if (isKind(key, RtKindString)) {
    addString(stringOf(key)->bytes, stringOf(key)->len);
  } else {
    RtString *name = rt_any_display(RT_PASS(key), RtDisplayTop);
    addString(name->bytes, name->len);
    drop(name);
  }
  addColon();
}

/// Arrays, tuples and sets.
bool Writer::writeItems(RtAny value) {
  RtAny items;
  if (rt_any_iter(&items, RT_PASS(value), nullptr))
    return false;
  int64_t len = rt_any_iter_len(RT_PASS(items));
  bool isWritten = open('[');
  for (int64_t i = 0; isWritten && i < len; ++i) {
    startItem(i == 0);
    RtAny item;
    rt_any_iter_at(&item, RT_PASS(items), i);
    isWritten = write(item);
    dropAny(item);
  }
  dropAny(items);
  if (isWritten)
    close(']', len == 0);
  return isWritten;
}

bool Writer::writeMap(const RtTable *map) {
  bool isWritten = open('{'), isFirst = true;
  forEachEntry(map, [&](int64_t i) {
    if (!isWritten)
      return;
    startItem(isFirst);
    isFirst = false;
    addKey(keyAt(map, i));
    isWritten = write(valueAt(map, i));
  });
  if (isWritten)
    close('}', map->len == 0);
  return isWritten;
}

/// The fields of a struct, class or variant: an object, or an array where they
/// have no names, or the one that there is.
bool Writer::writeFields(const RtRecord *record) {
  const RtShape *shape = record->shape;
  bool isPositional = shape->flags & RtShapePositional;
  if (isPositional && shape->numFields == 1)
    return write(record->fields[0]);
  if (!open(isPositional ? '[' : '{'))
    return false;
  for (int64_t i = 0; i < shape->numFields; ++i) {
    startItem(i == 0);
    if (!isPositional) {
      addString(shape->fields[i].bytes, shape->fields[i].len);
      addColon();
    }
    if (!write(record->fields[i]))
      return false;
  }
  close(isPositional ? ']' : '}', shape->numFields == 0);
  return true;
}

/// Some(v) is v, None null, another variant its name or {"name": fields}.
bool Writer::writeVariant(const RtRecord *record) {
  const RtShape *shape = record->shape;
  if (shape->flags & RtShapeOption) {
    if (shape->flags & RtShapePresent)
      return write(record->fields[0]);
    text.add("null");
    return true;
  }
  if (shape->numFields == 0) {
    addString(shape->variant, shape->variantLen);
    return true;
  }
  if (!open('{'))
    return false;
  startItem(true);
  addString(shape->variant, shape->variantLen);
  addColon();
  if (!writeFields(record))
    return false;
  close('}', false);
  return true;
}

bool Writer::writeRecord(RtAny value) {
  return isKind(value, RtKindEnum) ? writeVariant(recordOf(value))
                                   : writeFields(recordOf(value));
}

/// Ranges and errors are their text; functions have none.
bool Writer::writeOther(RtAny value) {
  if (!isKind(value, RtKindRange) && !isKind(value, RtKindError) &&
      !isKind(value, RtKindAtom)) {
    culprit = value;
    return false;
  }
  RtString *shown = rt_any_display(RT_PASS(value), RtDisplayTop);
  addString(shown->bytes, shown->len);
  drop(shown);
  return true;
}

bool Writer::write(RtAny value) {
  DepthGuard guard;
  switch (rtKindOf(value.tag)) {
  case RtKindNil:
    text.add("null");
    return true;
  case RtKindBool:
    value.payload ? text.add("true") : text.add("false");
    return true;
  case RtKindInt:
  case RtKindByte:
    text.addInt(value.payload);
    return true;
  case RtKindFloat:
    addFloat(floatOf(value));
    return true;
  case RtKindString:
    addString(stringOf(value)->bytes, stringOf(value)->len);
    return true;
  case RtKindArray:
  case RtKindTuple:
  case RtKindSet:
    return writeItems(value);
  case RtKindMap:
    return writeMap(tableOf(value));
  case RtKindStruct:
  case RtKindInstance:
  case RtKindEnum:
    return writeRecord(value);
  default:
    return writeOther(value);
  }
}

static RtStatus toText(RtString **out, RtAny value, bool isPretty,
                       const RtSite *site) {
  Writer writer(isPretty);
  bool isWritten = writer.write(value);
  RtString *text = writer.take();
  if (isWritten) {
    *out = text;
    return nullptr;
  }
  drop(text);
  Text message;
  if (writer.isTooDeep)
    return runtimeError(message.add("JSON error: nested too deep"), site);
  message.add("Cannot convert ").addKind(writer.culprit).add(" to JSON");
  return typeError(message, site);
}

extern "C" RtStatus rt_json_stringify(RtString **out, RT_A(value),
                                      const RtSite *site) {
  return toText(out, {valuePayload, valueTag}, false, site);
}

extern "C" RtStatus rt_json_pretty(RtString **out, RT_A(value),
                                   const RtSite *site) {
  return toText(out, {valuePayload, valueTag}, true, site);
}
