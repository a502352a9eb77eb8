//===- OutputFile.h - Files that appear at once or not at all ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_DRIVER_OUTPUTFILE_H
#define RUCHY_DRIVER_OUTPUTFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace ruchy {

/// Writes a whole file that others see either as it was or complete: it is
/// written without a name or under another one, synced and put in its place.
/// Nothing stays behind if that fails or is interrupted. Devices and pipes are
/// written directly, and `-` is standard output.
llvm::Error writeOutput(llvm::StringRef path, llvm::StringRef content,
                        bool executable = false);

/// Fills the numbers of standard streams that are closed, so that no other
/// file gets them: using such a stream still fails.
void reserveStandardStreams();

} // namespace ruchy

#endif // RUCHY_DRIVER_OUTPUTFILE_H
