//===- ErrorEdges.h - Where errors of operations go -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The error edges of one function while `ruchy-lower-errors` writes them.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_TRANSFORMS_ERROREDGES_H
#define RUCHY_LIB_TRANSFORMS_ERROREDGES_H

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/IR/Dominance.h"
#include "llvm/ADT/DenseMap.h"

namespace ruchy {

/// Errors lead to a block that returns the status, or where the function's own
/// test of an operation (its checking form) sends them.
class FunctionErrors : public ErrorExpansion {
public:
  explicit FunctionErrors(FuncOp func);

  /// Brings every operation in checking form whose status the function tests
  /// into the implicit form and remembers where its errors go.
  void takeTests();

  /// The operation that is expanded next.
  void setPoint(mlir::Operation *op);

  using ErrorExpansion::failIf;
  void failIf(mlir::Value failed, MakeError makeError) override;
  void failIfError(mlir::Value status) override;
  void fail(MakeError makeError) override;
  void setResultOnError(unsigned index, mlir::Value value) override;

  /// As `failIfError`, with the place of the operation where the error has
  /// none.
  void failRelocated(mlir::Value status);

  /// Whether the errors of the operation at the point just leave the function.
  bool leavesFunction() { return !landing.block; }

  unsigned numTests = 0;

private:
  /// A block that takes a status and results that are valid on error.
  struct Landing {
    mlir::Block *block = nullptr;
    llvm::SmallVector<unsigned, 1> results;
  };

  mlir::Location loc() { return point->getLoc(); }
  void passToErrorEdge(mlir::Operation *op, mlir::DominanceInfo &dominance);
  void takeTest(mlir::Operation *op);
  void makeLanding(mlir::Operation *op, mlir::Value status,
                   mlir::Operation *test);
  void makeMerge(mlir::Operation *op);
  mlir::Operation *makeImplicit(mlir::Operation *op);
  void restoreTaken(mlir::Operation *op);
  mlir::Block *getExit();
  mlir::Block *getTarget();
  llvm::SmallVector<mlir::Value> getPassed(mlir::Value status);
  mlir::Block *makeColdBlock(MakeError makeError);
  void branchIf(mlir::Value failed, mlir::Block *target,
                mlir::ValueRange operands);

  FuncOp func;
  /// Set if the program keeps a backtrace of its errors.
  mlir::StringAttr frame;
  mlir::DictionaryAttr sources;
  mlir::Operation *point = nullptr;
  mlir::Block *exit = nullptr;
  unsigned numExitEdges = 0;
  /// Where errors of operations go that do not just leave the function.
  llvm::DenseMap<mlir::Operation *, Landing> landings;
  /// The landing of the operation at the point; no block for an exit.
  Landing landing;
  /// What the results of the operation at the point are if it fails now.
  llvm::SmallDenseMap<unsigned, mlir::Value, 2> onError;
  /// The first cold block of the operation at the point, and that of the one
  /// that was expanded before it and stands behind it.
  mlir::Block *firstCold = nullptr;
  mlir::Block *nextCold = nullptr;
};

/// Whether result `index` is valid although the operation failed: parameters
/// that a call gives back, and containers.
bool isValidOnError(mlir::Operation *op, unsigned index);

/// What a function gives back with an error that has no values of its own:
/// parameters as they came in.
llvm::SmallVector<mlir::Value> getFailureResults(FuncOp func,
                                                 mlir::OpBuilder &builder);

/// The test of the status of `op` that ends its block, null if there is none.
mlir::Operation *getStatusTest(mlir::Operation *op);

} // namespace ruchy

#endif // RUCHY_LIB_TRANSFORMS_ERROREDGES_H
