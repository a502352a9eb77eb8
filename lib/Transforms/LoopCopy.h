//===- LoopCopy.h - A second version of a loop ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Copies loops and removes tests from the copies.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_TRANSFORMS_LOOPCOPY_H
#define RUCHY_LIB_TRANSFORMS_LOOPCOPY_H

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/Analysis/CFGLoopInfo.h"
#include "mlir/IR/Dominance.h"
#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

namespace ruchy {

/// A loop and its copy.
class LoopCopy {
public:
  explicit LoopCopy(mlir::CFGLoop &loop) : loop(&loop) {}

  mlir::CFGLoop *getLoop() const { return loop; }

  /// Makes what the loop computes reach what comes behind it through block
  /// arguments only, or through blocks that are copied, too: error edges that
  /// show an element. False, and nothing is changed, if that is impossible.
  bool closeExits(mlir::DominanceInfo &dominance);

  /// Makes the copy and returns its header. Nothing leads there yet.
  mlir::Block *clone();

  /// Uses `value` instead of the copy of an operation.
  void replace(mlir::Operation *original, mlir::Value value);

  /// Removes a test of the copy: the index is in bounds, its position is
  /// `position` or the copy of it.
  void removeTest(ArrayBoundsOp original, mlir::Value position);

private:
  /// What leaves the loop through one block.
  struct Exit {
    llvm::SetVector<mlir::Value> values;
    bool onlyHere = true;
  };

  bool findExits(mlir::DominanceInfo &dominance);
  mlir::Block *findExit(mlir::Block *user, mlir::DominanceInfo &dominance);
  void passValues(mlir::Block *exit, const Exit &values,
                  mlir::DominanceInfo &dominance);

  mlir::CFGLoop *loop;
  llvm::MapVector<mlir::Block *, Exit> exits;
  llvm::SmallVector<mlir::Block *> copiedExits;
  mlir::IRMapping mapping;
};

} // namespace ruchy

#endif // RUCHY_LIB_TRANSFORMS_LOOPCOPY_H
