//===- WholeFiles.cpp - Reading and writing whole files ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HostHelpers.h"

using namespace ruchy::rt;
using namespace ruchy::rt::host;

Failure host::readWhole(const RtString *path, RtString *&out) {
  int64_t fd = openFile(path, OpenMode::Read);
  if (fd < 0)
    return static_cast<Failure>(-fd);
  constexpr int64_t Size = 16 << 10;
  char buffer[Size];
  Text text;
  int64_t count;
  while ((count = readFrom(fd, buffer, Size)) > 0)
    text.add(buffer, count);
  closeFile(fd);
  RtString *content = text.take();
  Failure failure = count < 0 ? static_cast<Failure>(-count)
                    : isText(content->bytes, content->len) ? Success
                                                           : NotText;
  if (failure)
    drop(content);
  else
    out = content;
  return failure;
}

Failure host::writeWhole(const RtString *path, const RtString *text,
                         OpenMode mode) {
  int64_t fd = openFile(path, mode);
  if (fd < 0)
    return static_cast<Failure>(-fd);
  Failure failure = Success;
  for (int64_t done = 0; done < text->len;) {
    int64_t written = writeTo(fd, text->bytes + done, text->len - done);
    if (written <= 0) {
      failure = written ? static_cast<Failure>(-written) : OtherFailure;
      break;
    }
    done += written;
  }
  closeFile(fd);
  return failure;
}

RtString *host::failureText(const char *verb, const RtString *path,
                            Failure failure) {
  Text text;
  text.add("Failed to ").addZeroTerminated(verb).add(" '").add(path);
  return text.add("': ").addZeroTerminated(describe(failure)).take();
}
