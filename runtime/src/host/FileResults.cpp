//===- FileResults.cpp - Functions on files that give Results ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "../LibraryShape.h"
#include "HostHelpers.h"
#include "ruchy_rt/Arrays.h"

using namespace ruchy::rt;
using namespace ruchy::rt::host;

/// The Result of an operation without value.
static void giveOutcome(RtAny *out, const char *verb, const RtString *path,
                        Failure failure) {
  if (failure)
    giveErr(out, failureText(verb, path, failure));
  else
    giveOk(out, makeNil());
}

/// False, with an Err in \p out, where a path is no string.
static bool isPath(RtAny *out, RtAny path) {
  if (isKind(path, RtKindString))
    return true;
  giveErr(out,
          Text().add("a path must be a string, not ").addKind(path).take());
  return false;
}

extern "C" void rt_fs_read(RtAny *out, RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  if (!isPath(out, path))
    return;
  RtString *text;
  if (Failure failure = readWhole(stringOf(path), text))
    giveErr(out, failureText("read file", stringOf(path), failure));
  else
    giveOk(out, makeRef(text));
}

static void writeFile(RtAny *out, RtAny path, RtAny text, OpenMode mode) {
  if (!isPath(out, path))
    return;
  if (!isKind(text, RtKindString))
    return giveErr(
        out, Text().add("a text must be a string, not ").addKind(text).take());
  giveOutcome(out, "write file", stringOf(path),
              writeWhole(stringOf(path), stringOf(text), mode));
}

extern "C" void rt_fs_write(RtAny *out, RT_A(path), RT_A(text)) {
  writeFile(out, {pathPayload, pathTag}, {textPayload, textTag},
            OpenMode::Write);
}

extern "C" void rt_fs_append(RtAny *out, RT_A(path), RT_A(text)) {
  writeFile(out, {pathPayload, pathTag}, {textPayload, textTag},
            OpenMode::Append);
}

/// Ok has the number of bytes.
extern "C" void rt_fs_copy(RtAny *out, RT_A(from), RT_A(to)) {
  RtAny from = {fromPayload, fromTag}, to = {toPayload, toTag};
  if (!isPath(out, from) || !isPath(out, to))
    return;
  int64_t source = openFile(stringOf(from), OpenMode::Read);
  int64_t target =
      source < 0 ? source : openFile(stringOf(to), OpenMode::Write);
  constexpr int64_t Size = 16 << 10;
  char buffer[Size];
  int64_t count = target < 0 ? target : 0, total = 0;
  while (count >= 0 && (count = readFrom(source, buffer, Size)) > 0) {
    for (int64_t done = 0, written; done < count; done += written) {
      written = writeTo(target, buffer + done, count - done);
      if (written <= 0) {
        count = written ? written : -OtherFailure;
        break;
      }
    }
    total += count;
  }
  if (source >= 0)
    closeFile(source);
  if (target >= 0)
    closeFile(target);
  if (count < 0)
    giveErr(out, failureText("copy file", stringOf(from),
                             static_cast<Failure>(-count)));
  else
    giveOk(out, makeInt(total));
}

extern "C" void rt_fs_rename(RtAny *out, RT_A(from), RT_A(to)) {
  RtAny from = {fromPayload, fromTag}, to = {toPayload, toTag};
  if (isPath(out, from) && isPath(out, to))
    giveOutcome(out, "rename", stringOf(from),
                renameFile(stringOf(from), stringOf(to)));
}

extern "C" void rt_fs_remove_file(RtAny *out, RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  if (isPath(out, path))
    giveOutcome(out, "delete file", stringOf(path), removeFile(stringOf(path)));
}

extern "C" void rt_fs_remove_dir(RtAny *out, RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  if (isPath(out, path))
    giveOutcome(out, "delete directory", stringOf(path),
                removeDirectory(stringOf(path)));
}

extern "C" void rt_fs_create_dir(RtAny *out, RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  if (isPath(out, path))
    giveOutcome(out, "create directory", stringOf(path),
                makeDirectory(stringOf(path)));
}

/// The directories on the way too; those that exist are no failure.
extern "C" void rt_fs_create_dir_all(RtAny *out, RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  if (!isPath(out, path))
    return;
  const RtString *whole = stringOf(path);
  Failure failure = Success;
  for (int64_t i = 1; i <= whole->len; ++i) {
    if (i < whole->len && whole->bytes[i] != '/')
      continue;
    RtString *part = rt_string_from(whole->bytes, i);
    failure = makeDirectory(part);
    drop(part);
  }
  FileStatus status;
  if (failure == Exists && !getStatus(whole, status) && status.isDirectory)
    failure = Success;
  giveOutcome(out, "create directory", whole, failure);
}

/// Ok has the paths of what is in the directory, in order.
extern "C" void rt_fs_read_dir(RtAny *out, RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  if (!isPath(out, path))
    return;
  RtArray *names = rt_array_new(RtElemRef, 0);
  const RtString *folder = stringOf(path);
  bool needsSlash = folder->len > 0 && folder->bytes[folder->len - 1] != '/';
  Failure failure = visitDirectory(folder, [&](const char *name, int64_t len) {
    if (isNamed(name, len, ".") || isNamed(name, len, ".."))
      return;
    RtString *shown = makeText(name, len);
    Text text;
    text.add(folder).add("/", needsSlash).add(shown);
    drop(shown);
    names = rt_array_push_ref(names, text.take());
  });
  if (!failure)
    return giveOk(out, makeRef(rt_array_sort(names)));
  drop(names);
  giveErr(out, failureText("read directory", folder, failure));
}

extern "C" void rt_fs_canonicalize(RtAny *out, RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  if (!isPath(out, path))
    return;
  RtString *resolved;
  if (Failure failure = host::resolvePath(stringOf(path), resolved))
    giveErr(out, failureText("resolve path", stringOf(path), failure));
  else
    giveOk(out, makeRef(resolved));
}

extern "C" bool rt_fs_is_file(RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  FileStatus status;
  return isKind(path, RtKindString) && !getStatus(stringOf(path), status) &&
         status.isFile;
}

extern "C" bool rt_fs_is_dir(RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  FileStatus status;
  return isKind(path, RtKindString) && !getStatus(stringOf(path), status) &&
         status.isDirectory;
}

//===----------------------------------------------------------------------===//
// Metadata
//===----------------------------------------------------------------------===//

namespace {
enum Field { IsDir, IsFile, Modified, IsReadOnly, Size, NumFields };
} // namespace

/// What Rust has as methods are fields here; both work.
static RtStatus callMetadata(RtAny *out, RtAny self, const char *name,
                             int64_t len, const RtAny *, int64_t,
                             const RtSite *site) {
  const RtRecord *record = recordOf(self);
  int64_t i = isNamed(name, len, "len")
                  ? int64_t(Size)
                  : rt_shape_find(record->shape, name, len);
  if (i < 0)
    return unknownMethod(self, name, len, site);
  *out = record->fields[i];
  return nullptr;
}

static constexpr RtFieldName FieldNames[] = {{"is_dir", 6},
                                             {"is_file", 7},
                                             {"modified", 8},
                                             {"readonly", 8},
                                             {"size", 4}};
static constexpr uint32_t Sorted[] = {0, 1, 2, 3, 4};

static constexpr LibraryShape MetadataShape = {
    {RtKindStruct, ShapeHasMethods, "Metadata", 8, nullptr, 0, FieldNames,
     NumFields, Sorted, 0, nullptr, 0, &MetadataShape.shape, 0},
    callMetadata};

extern "C" void rt_fs_metadata(RtAny *out, RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  if (!isPath(out, path))
    return;
  FileStatus status;
  if (Failure failure = getStatus(stringOf(path), status))
    return giveErr(out, failureText("read metadata", stringOf(path), failure));
  constexpr int64_t NanosPerMilli = 1000000;
  RtRecord *record = rt_record_new_dynamic(&MetadataShape.shape);
  record->fields[IsDir] = makeBool(status.isDirectory);
  record->fields[IsFile] = makeBool(status.isFile);
  record->fields[Modified] = makeInt(status.modified / NanosPerMilli);
  record->fields[IsReadOnly] = makeBool(status.isReadOnly);
  record->fields[Size] = makeInt(status.size);
  giveOk(out, makeRef(record));
}
