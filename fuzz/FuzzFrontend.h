//===- FuzzFrontend.h - What the fuzz targets share -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FUZZ_FUZZFRONTEND_H
#define RUCHY_FUZZ_FUZZFRONTEND_H

#include "Ruchy/Support/Diagnostics.h"
#include "Ruchy/Support/SourceManager.h"

namespace ruchy {

/// An input as a source file.
struct FuzzedFile {
  FuzzedFile(const uint8_t *data, size_t size)
      : diagnostics(sources),
        file(sources.addBuffer(
            "input.ruchy",
            llvm::StringRef(reinterpret_cast<const char *>(data), size))) {}

  SourceManager sources;
  DiagnosticEngine diagnostics;
  FileID file;
};

} // namespace ruchy

#endif // RUCHY_FUZZ_FUZZFRONTEND_H
