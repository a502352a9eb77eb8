//===- Directories.cpp - Where the program is -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HostHelpers.h"

using namespace ruchy::rt;
using namespace ruchy::rt::host;

extern "C" RtStatus rt_env_current_dir(RtString **out, const RtSite *site) {
  Failure failure = getCurrentDirectory(*out);
  if (!failure)
    return nullptr;
  Text text;
  text.add("Failed to get the current directory: ");
  return runtimeError(text.addZeroTerminated(describe(failure)), site);
}

extern "C" RtStatus rt_env_set_current_dir(RT_A(path), const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  if (RtStatus error = expectString("env_set_current_dir", path, site))
    return error;
  Failure failure = setCurrentDirectory(stringOf(path));
  return failure
             ? fileError("change directory to", stringOf(path), failure, site)
             : nullptr;
}

extern "C" RtStatus rt_path_canonicalize(RtString **out, RT_A(path),
                                         const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  if (RtStatus error = expectString("path_canonicalize", path, site))
    return error;
  Failure failure = host::resolvePath(stringOf(path), *out);
  return failure ? fileError("resolve path", stringOf(path), failure, site)
                 : nullptr;
}
