//===- CountedLoop.h - Loops whose counter has known ends -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Recognises loops that count, and changes the edges into loops.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_TRANSFORMS_COUNTEDLOOP_H
#define RUCHY_LIB_TRANSFORMS_COUNTEDLOOP_H

#include "mlir/Analysis/CFGLoopInfo.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Dominance.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"

namespace ruchy {

/// One edge of the control flow.
struct Edge {
  mlir::Operation *terminator = nullptr;
  unsigned index = 0;

  explicit operator bool() const { return terminator; }
  mlir::Block *getSource() const { return terminator->getBlock(); }
  /// What the edge passes to the arguments of its target.
  mlir::SuccessorOperands getOperands() const;
  /// The value that the edge passes for `argument`; null if an operation makes
  /// it.
  mlir::Value getOperand(mlir::BlockArgument argument) const;
};

/// The only edge into the loop from outside; none if there are several.
Edge getEntryEdge(const mlir::CFGLoop &loop);

/// Leads the edge to a new block in front of its target and returns what it
/// passed until then. The new block is empty.
llvm::SmallVector<mlir::Value> redirect(Edge edge, mlir::Block *&target);

/// Whether the value is computed outside of the loop.
bool isInvariant(mlir::Value value, const mlir::CFGLoop &loop);

/// A loop whose counter rises from a first value to an end, both known before
/// the loop: a `for` over a range of integers, or a `while` that compares and
/// then adds a positive constant. It may be left earlier.
class CountedLoop {
public:
  static std::optional<CountedLoop> match(mlir::CFGLoop *loop,
                                          mlir::DominanceInfo &dominance);

  mlir::CFGLoop *getLoop() const { return loop; }
  mlir::Value getStart() const { return start; }
  mlir::Value getEnd() const { return end; }
  /// Whether the counter takes the value of the end, too.
  bool isInclusive() const { return inclusive; }

  /// Whether `value` is the counter of the round and, in `block`, between the
  /// ends.
  bool isCounter(mlir::Value value, mlir::Block *block,
                 mlir::DominanceInfo &dominance) const;

private:
  bool matchFor(Edge entry);
  bool matchWhile(Edge entry, mlir::DominanceInfo &dominance);

  mlir::CFGLoop *loop = nullptr;
  mlir::BlockArgument counter;
  mlir::Value iterable; ///< Of a `for` loop.
  mlir::Value start, end;
  bool inclusive = false;
  mlir::Block *body = nullptr; ///< What it dominates comes after the test.
};

} // namespace ruchy

#endif // RUCHY_LIB_TRANSFORMS_COUNTEDLOOP_H
