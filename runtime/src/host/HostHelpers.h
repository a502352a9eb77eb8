//===- HostHelpers.h - Arguments and results of hosted functions *- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_HOSTHELPERS_H
#define RUCHY_RUNTIME_HOSTHELPERS_H

#include "../Objects.h"
#include "HostSystem.h"
#include "ruchy_rt/Host.h"
#include "ruchy_rt/Options.h"

namespace ruchy::rt::host {

/// `read_file() expects a string, got integer`; null for a string.
inline RtStatus expectString(const char *function, RtAny value,
                             const RtSite *site) {
  if (isKind(value, RtKindString))
    return nullptr;
  Text text;
  text.addZeroTerminated(function).add("() expects a string, got ");
  return typeError(text.addKind(value), site);
}

/// \name Text from outside (Utf8.cpp)
/// @{
/// Length of the valid character at the start of \p bytes, or 0.
int64_t validChar(const char *bytes, int64_t len);
bool isText(const char *bytes, int64_t len);
/// A string of any bytes; what is no character becomes U+FFFD.
RtString *makeText(const char *bytes, int64_t len);
/// @}

/// \name Whole files (WholeFiles.cpp)
/// @{
Failure readWhole(const RtString *path, RtString *&out);
Failure writeWhole(const RtString *path, const RtString *text, OpenMode mode);
/// `Failed to VERB 'PATH': FAILURE`
RtString *failureText(const char *verb, const RtString *path, Failure failure);
inline RtStatus fileError(const char *verb, const RtString *path,
                          Failure failure, const RtSite *site) {
  return makeError(RtErrorRuntimeError, failureText(verb, path, failure), site);
}
/// @}

/// The value of a variable of the environment (owned), or null
/// (Environment.cpp).
RtString *findVariable(const char *name, int64_t len);

inline void giveOk(RtAny *out, RtAny value) {
  *out = makeRef(rt_option_new(RtCaseOk, RT_PASS(value)));
}
inline void giveErr(RtAny *out, RtString *message) {
  RtAny value = makeRef(message);
  *out = makeRef(rt_option_new(RtCaseErr, RT_PASS(value)));
}

} // namespace ruchy::rt::host

#endif // RUCHY_RUNTIME_HOSTHELPERS_H
