//===- LibraryPaths.h - Library functions by their paths --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The one table of what `std::env::args`, `JSON.parse` and their like mean,
/// and of functions that are methods of their first argument.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_FRONTEND_IRGEN_LIBRARYPATHS_H
#define RUCHY_LIB_FRONTEND_IRGEN_LIBRARYPATHS_H

#include "mlir/Support/LLVM.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace ruchy::irgen {

/// The function of the builtin table for the last two names of a path.
std::optional<mlir::StringRef> lookupLibraryPath(mlir::StringRef type,
                                                 mlir::StringRef name);

/// The function that `use std::env::args` and its like make known by its own
/// name.
std::optional<mlir::StringRef> lookupImportedFunction(mlir::StringRef name);

/// Whether a path leads to a part of the library that is not supported: other
/// processes, threads, networks, regular expressions.
bool isUnsupportedLibrary(mlir::StringRef type, mlir::StringRef name);

/// Whether `name(x, ..)` is `x.name(..)` on a copy of x: `unique(a)`.
bool isMethodAsFunction(mlir::StringRef name);

} // namespace ruchy::irgen

#endif // RUCHY_LIB_FRONTEND_IRGEN_LIBRARYPATHS_H
