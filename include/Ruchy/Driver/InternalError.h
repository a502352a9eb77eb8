//===- InternalError.h - How the compiler reports its own bugs --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_DRIVER_INTERNALERROR_H
#define RUCHY_DRIVER_INTERNALERROR_H

#include "llvm/ADT/Twine.h"

namespace ruchy {

/// Says that the compiler has a bug, and ends the process with code 70.
[[noreturn]] void reportInternalError(const llvm::Twine &message);

/// Sends LLVM's fatal errors and the crash signals to reportInternalError,
/// and lets writes beyond the file size limit fail as ordinary errors.
void installCrashHandlers();

} // namespace ruchy

#endif // RUCHY_DRIVER_INTERNALERROR_H
