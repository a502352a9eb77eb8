//===- ErrorTable.h - What ErrorKinds.def says of each kind -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Access to the texts of the error kinds.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_ERRORTABLE_H
#define RUCHY_RUNTIME_ERRORTABLE_H

#include "ruchy_rt/Errors.h"

namespace ruchy::rt {

/// One row of ErrorKinds.def.
struct ErrorInfo {
  const char *type;
  const char *prefix;
  const char *pattern;
};

/// The row of \p kind.
const ErrorInfo &errorInfo(uint32_t kind);

/// The pattern of \p kind with `%` replaced.
RtString *expandTemplate(uint32_t kind, const char *text, int64_t len);

/// Makes the text of a thrown value. Set by the first `throw`, so that
/// programs without one do not contain the code that displays values.
extern RtString *(*displayThrown)(RtAny value);

/// The error whose way is being noted, and what prints the way; null in
/// programs that note nothing, so that they do not contain the code.
extern RtStatus tracedError;
extern void (*printBacktrace)();

/// True if \p error is a constant site.
inline bool isStaticError(RtStatus error) {
  return error->h.type & RtErrorStatic;
}

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_ERRORTABLE_H
