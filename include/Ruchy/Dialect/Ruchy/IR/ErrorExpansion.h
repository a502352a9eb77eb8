//===- ErrorExpansion.h - How operations test for errors --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// The services that `ruchy-lower-errors` gives to operations which replace
/// themselves by explicit tests, and helpers shared by fallible operations.
///
#ifndef RUCHY_DIALECT_RUCHY_IR_ERROREXPANSION_H
#define RUCHY_DIALECT_RUCHY_IR_ERROREXPANSION_H

#include "mlir/IR/Builders.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace ruchy {

/// Writes error edges at the operation that is being expanded. The builder's
/// insertion point is always before that operation.
class ErrorExpansion {
public:
  /// Makes the error value in the cold block.
  using MakeError = llvm::function_ref<mlir::Value(mlir::OpBuilder &)>;

  virtual ~ErrorExpansion();

  mlir::OpBuilder &getBuilder() { return builder; }

  /// Leaves the function with the error where `failed` holds.
  virtual void failIf(mlir::Value failed, MakeError makeError) = 0;

  /// Leaves the function with the status where it is an error.
  virtual void failIfError(mlir::Value status) = 0;

  /// Leaves the function with the error always; what follows is dead.
  virtual void fail(MakeError makeError) = 0;

  /// From here on a failing operation gives `value` as result `index`, which is
  /// valid on error. The operation's own results do not count for its errors.
  virtual void setResultOnError(unsigned index, mlir::Value value) = 0;

  /// `failIf` with an error that is known by its kind and place alone.
  void failIf(mlir::Value failed, mlir::Location loc, llvm::StringRef kind,
              llvm::StringRef text = "");

protected:
  explicit ErrorExpansion(mlir::MLIRContext *context) : builder(context) {}
  mlir::OpBuilder builder;
};

/// The effect resource of may-error: writes to it keep fallible operations
/// where they are without ordering them against memory.
struct ErrorResource : mlir::SideEffects::Resource::Base<ErrorResource> {
  llvm::StringRef getName() final { return "RuchyError"; }
};

/// Whether `kind` names an entry of `ErrorKinds.def`.
bool isErrorKind(llvm::StringRef kind);

namespace detail {
/// The last result where it is an error status.
mlir::Value getErrorResult(mlir::Operation *op);

/// Whether a value of a type may be a class instance or hold one. Instances are
/// shared: they change while others have them.
bool mayHoldInstance(mlir::Type type);

/// Adds the effect of reading a part of \p object: none for values.
void getReadEffects(mlir::Type object,
                    llvm::SmallVectorImpl<mlir::SideEffects::EffectInstance<
                        mlir::MemoryEffects::Effect>> &effects);

/// The effects of an operation that may fail: its error, and accesses of class
/// instances.
void getErrorEffects(mlir::Operation *op,
                     llvm::SmallVectorImpl<mlir::SideEffects::EffectInstance<
                         mlir::MemoryEffects::Effect>> &effects);
} // namespace detail

} // namespace ruchy

#endif // RUCHY_DIALECT_RUCHY_IR_ERROREXPANSION_H
