//===- BuiltinCall.h - One call of a library function -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// What the functions that compile library calls get and give.
///
#ifndef RUCHY_LIB_CONVERSION_BUILTINCALL_H
#define RUCHY_LIB_CONVERSION_BUILTINCALL_H

#include "Emitter.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"

namespace ruchy::lowering {

/// A call of a row of the builtin table.
struct BuiltinCall {
  Emitter &e;
  const BuiltinInfo &info;
  /// The operands, the receiver of a method first, and their ruchy types.
  llvm::SmallVector<mlir::Value> values;
  llvm::SmallVector<mlir::Type> types;
  /// The ruchy type of the result.
  mlir::Type result;
  /// Whether the receiver is consumed and given back (`ruchy.method.mut`).
  bool isMutating = false;
  /// The text in the site of an error.
  llvm::StringRef text;
};

/// What it gives. `updated` is the receiver of a mutating row.
struct BuiltinResult {
  mlir::Value value;
  mlir::Value updated;
  mlir::Value status;
};

/// Calls the runtime function of a row.
BuiltinResult callBuiltin(BuiltinCall &call);

/// Compiles a row without a runtime function of its own. No value where the
/// row is not one of them.
BuiltinResult emitInlineBuiltin(BuiltinCall &call);

} // namespace ruchy::lowering

#endif // RUCHY_LIB_CONVERSION_BUILTINCALL_H
