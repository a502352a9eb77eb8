//===- FileObjects.cpp - Open files -----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `open(path)` reads the file; the object then walks over its text. Nothing
/// stays open when a program forgets to close it.
///
//===----------------------------------------------------------------------===//

#include "../LibraryShape.h"
#include "HostHelpers.h"

using namespace ruchy::rt;
using namespace ruchy::rt::host;

namespace {
enum Field { PathField, PositionField, TextField, NumFields };
} // namespace

/// The text that has not been read yet; the position moves by \p len.
static RtString *takeText(RtRecord *file, int64_t len) {
  const RtString *text = stringOf(file->fields[TextField]);
  int64_t at = file->fields[PositionField].payload;
  file->fields[PositionField].payload = at + len;
  return rt_string_from(text->bytes + at, len);
}

/// The next line without its end; empty at the end of the file.
static RtString *readLine(RtRecord *file) {
  const RtString *text = stringOf(file->fields[TextField]);
  int64_t at = file->fields[PositionField].payload;
  int64_t len = 0, ending = 0;
  while (at + len < text->len && text->bytes[at + len] != '\n')
    ++len;
  if (at + len < text->len)
    ending = 1;
  if (ending && len > 0 && text->bytes[at + len - 1] == '\r') {
    --len;
    ++ending;
  }
  RtString *line = takeText(file, len);
  file->fields[PositionField].payload += ending;
  return line;
}

static RtStatus callFile(RtAny *out, RtAny self, const char *name, int64_t len,
                         const RtAny *, int64_t, const RtSite *site) {
  RtRecord *file = recordOf(self);
  int64_t rest = stringOf(file->fields[TextField])->len -
                 file->fields[PositionField].payload;
  if (isNamed(name, len, "read_line")) {
    *out = makeRef(readLine(file));
  } else if (isNamed(name, len, "read") ||
             isNamed(name, len, "read_to_string") ||
             isNamed(name, len, "read_to_string_into")) {
    *out = makeRef(takeText(file, rest));
  } else if (isNamed(name, len, "read_line_into")) {
    const RtString *text = stringOf(file->fields[TextField]);
    int64_t at = file->fields[PositionField].payload, end = at;
    while (end < text->len && text->bytes[end] != '\n')
      ++end;
    *out = makeRef(takeText(file, end - at + (end < text->len)));
  } else if (isNamed(name, len, "lines")) {
    RtString *text = takeText(file, rest);
    *out = makeRef(rt_string_lines(text));
    drop(text);
  } else if (isNamed(name, len, "close")) {
    dropAny(file->fields[TextField]);
    file->fields[TextField] = makeRef(emptyString());
    file->fields[PositionField].payload = 0;
    *out = makeNil();
  } else {
    return unknownMethod(self, name, len, site);
  }
  return nullptr;
}

static constexpr RtFieldName FieldNames[] = {
    {"path", 4}, {"position", 8}, {"text", 4}};
static constexpr uint32_t Sorted[] = {0, 1, 2};

static constexpr LibraryShape FileShape = {
    {RtKindInstance, ShapeHasMethods, "File", 4, nullptr, 0, FieldNames,
     NumFields, Sorted, 0, nullptr, 0, &FileShape.shape, 0},
    callFile};

extern "C" RtStatus rt_open_file(RtAny *out, RT_A(path), const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  if (RtStatus error = expectString("open", path, site))
    return error;
  RtString *text;
  if (Failure failure = readWhole(stringOf(path), text))
    return fileError("open file", stringOf(path), failure, site);
  RtRecord *file = rt_record_new_dynamic(&FileShape.shape);
  dupAny(path);
  file->fields[PathField] = path;
  file->fields[PositionField] = makeInt(0);
  file->fields[TextField] = makeRef(text);
  *out = makeRef(file);
  return nullptr;
}
