//===- Json.h - Between the parts of the JSON code --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reading and writing without sites.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_JSON_H
#define RUCHY_RUNTIME_JSON_H

#include "../Objects.h"
#include "ruchy_rt/Json.h"

namespace ruchy::rt {

/// Arrays and objects inside each other; more is an error.
inline constexpr int JsonMaxDepth = 256;

/// Where and why a text is no JSON; no message if it is.
struct JsonProblem {
  const char *message = nullptr;
  int64_t line = 1;
  int64_t column = 1;
};

/// The value of a text, nil where there is a problem.
RtAny parseJson(const char *bytes, int64_t len, JsonProblem &problem);
/// The error for a problem.
RtStatus jsonError(const JsonProblem &problem, const RtSite *site);
/// `json_get() expects a string, got integer`.
RtStatus notString(const char *function, RtAny value, const RtSite *site);

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_JSON_H
