//===- Files.cpp - Functions on files that raise errors ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HostHelpers.h"
#include "ruchy_rt/Json.h"

using namespace ruchy::rt;
using namespace ruchy::rt::host;

extern "C" RtStatus rt_read_file(RtString **out, RT_A(path),
                                 const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  if (RtStatus error = expectString("read_file", path, site))
    return error;
  Failure failure = readWhole(stringOf(path), *out);
  return failure ? fileError("read file", stringOf(path), failure, site)
                 : nullptr;
}

static RtStatus writeFile(const char *function, const char *verb, OpenMode mode,
                          RtAny path, RtAny text, const RtSite *site) {
  if (RtStatus error = expectString(function, path, site))
    return error;
  if (RtStatus error = expectString(function, text, site))
    return error;
  Failure failure = writeWhole(stringOf(path), stringOf(text), mode);
  return failure ? fileError(verb, stringOf(path), failure, site) : nullptr;
}

extern "C" RtStatus rt_write_file(RT_A(path), RT_A(text), const RtSite *site) {
  return writeFile("write_file", "write file", OpenMode::Write,
                   {pathPayload, pathTag}, {textPayload, textTag}, site);
}

extern "C" RtStatus rt_append_file(RT_A(path), RT_A(text), const RtSite *site) {
  return writeFile("append_file", "append to file", OpenMode::Append,
                   {pathPayload, pathTag}, {textPayload, textTag}, site);
}

extern "C" RtStatus rt_delete_file(RT_A(path), const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  if (RtStatus error = expectString("delete_file", path, site))
    return error;
  Failure failure = removeFile(stringOf(path));
  return failure ? fileError("delete file", stringOf(path), failure, site)
                 : nullptr;
}

extern "C" bool rt_file_exists(RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  FileStatus status;
  return isKind(path, RtKindString) && !getStatus(stringOf(path), status);
}

extern "C" RtStatus rt_json_read(RtAny *out, RT_A(path), const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  RtString *text;
  if (RtStatus error = expectString("json_read", path, site))
    return error;
  if (RtStatus error = rt_read_file(&text, RT_PASS(path), site))
    return error;
  RtAny value = makeRef(text);
  RtStatus error = rt_json_parse(out, RT_PASS(value), site);
  drop(text);
  return error;
}

extern "C" RtStatus rt_json_write(RT_A(path), RT_A(value), const RtSite *site) {
  RtString *json;
  if (RtStatus error = rt_json_stringify(&json, valuePayload, valueTag, site))
    return error;
  RtStatus error = writeFile("json_write", "write file", OpenMode::Write,
                             {pathPayload, pathTag}, makeRef(json), site);
  drop(json);
  return error;
}
