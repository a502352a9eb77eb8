//===- RcOwnership.h - Who owns heap values ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the reference counting passes share: the kinds of heap values, what
/// operands do to them, which values keep a view alive, and where values are
/// alive.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_TRANSFORMS_RCOWNERSHIP_H
#define RUCHY_LIB_TRANSFORMS_RCOWNERSHIP_H

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/IR/Dominance.h"
#include "llvm/ADT/DenseMap.h"
#include <optional>

namespace ruchy::rc {

/// What an operand does to its heap value.
enum class Use : uint8_t { None, Borrow, Consume };

/// The functions of a module, whose parameter marks tell what calls consume.
class Callees {
public:
  explicit Callees(mlir::ModuleOp module);
  FuncOp lookup(CallOp call) const {
    return functions.lookup(call.getCalleeAttr().getAttr());
  }

private:
  llvm::DenseMap<mlir::StringAttr, FuncOp> functions;
};

/// Whether the call of `callee` takes argument `index` for good.
bool takesArgument(FuncOp callee, unsigned index);

/// What an operand does by its operation's own rules. Operands of operations
/// that keep the identity of their operand count as borrowed here.
Use getDirectUse(mlir::OpOperand &operand,
                 llvm::function_ref<FuncOp(CallOp)> lookupCallee);

/// Whether the result is the operand itself under another type. Such a result
/// may borrow its operand, as views do, or take its count over.
bool keepsIdentity(mlir::Operation *op);

/// The values that keep a result alive; none if it is no view.
llvm::SmallVector<mlir::Value, 2> getViewBases(mlir::Value value);

/// Heap results that do not exist where `op` failed.
llvm::SmallVector<mlir::Value, 2> getConditionalResults(mlir::Operation *op);

/// The operation of the same block whose status the terminator branches on:
/// its conditional results do not exist on the edge of successor 0.
mlir::Operation *getTestedOp(mlir::Operation *terminator);

/// Whether the conditional results of `op` are used only where it is known to
/// have succeeded, or go straight to a return together with the status.
bool isStatusClear(mlir::Operation *op, mlir::DominanceInfo &dominance);

/// For each block the numbers of the values that are alive at its start.
class LiveIns {
public:
  /// Marks a value alive from its definition to the blocks on `work`, which
  /// use it. Values have to come in increasing order.
  void add(unsigned value, mlir::Block *definition,
           llvm::SmallVectorImpl<mlir::Block *> &work);

  /// Sorted.
  llvm::ArrayRef<unsigned> get(mlir::Block *block) const;
  bool contains(mlir::Block *block, unsigned value) const;
  bool isLiveOut(mlir::Block *block, unsigned value) const;

private:
  llvm::DenseMap<mlir::Block *, llvm::SmallVector<unsigned, 4>> lists;
};

/// The heap values of one function and who owns them.
class Ownership {
public:
  enum class Kind : uint8_t {
    Owned,    ///< Carries a count that has to be consumed once.
    Borrowed, ///< A parameter that the caller keeps alive.
    Immortal, ///< Never counted.
    View,     ///< Kept alive by its bases.
    Copied,   ///< A view that gets a count right behind its definition.
    Moved     ///< The same object as its base, whose count it takes over.
  };

  Ownership(FuncOp func, const Callees &callees);

  /// Raises parameters and views to owners where that saves counting, given
  /// the present signatures of callees. Returns whether a parameter changed.
  bool solve();

  /// Reads the kinds off a function that has its counting already.
  void readCounted();

  /// Computes where owners are alive, uses of their views included.
  LiveIns computeLiveOwners();

  unsigned size() const { return values.size(); }
  mlir::Value getValue(unsigned number) const { return values[number]; }
  Kind getKind(unsigned number) const { return kinds[number]; }

  /// The number of a heap value, none for others.
  std::optional<unsigned> getNumber(mlir::Value value) const;

  bool isOwned(unsigned number) const {
    Kind kind = kinds[number];
    return kind == Kind::Owned || kind == Kind::Copied || kind == Kind::Moved;
  }
  bool isImmortal(unsigned number) const {
    return kinds[number] == Kind::Immortal;
  }

  /// The owners that keep a value alive: itself, or the roots of a view.
  llvm::ArrayRef<unsigned> getOwners(unsigned number) const {
    return owners[number];
  }

  Use getUse(mlir::OpOperand &operand) const;

private:
  void addValue(mlir::Value value);
  Kind classify(mlir::Value value) const;
  void findLastUses();
  bool visitParameter(unsigned number);
  void visitView(unsigned number);
  void updateOwners(unsigned number);
  bool isConsumed(unsigned number) const;
  void updateTakers(unsigned number);
  bool takesForGood(unsigned number, mlir::Operation *op) const;
  bool conflicts(unsigned view, unsigned owner, mlir::Operation *taker) const;
  bool isPassed(unsigned number, mlir::Operation *branch,
                unsigned successor) const;
  bool isUsedAfter(unsigned number, mlir::Operation *op) const;

  FuncOp func;
  const Callees &callees;
  llvm::SmallVector<mlir::Value> values;
  llvm::SmallVector<Kind> kinds;
  llvm::SmallVector<llvm::SmallVector<unsigned, 1>> owners;
  /// Operations that consume a value which is not used behind them.
  llvm::SmallVector<llvm::SmallVector<mlir::Operation *, 1>> takers;
  llvm::DenseMap<mlir::Value, unsigned> numbers;
  /// Liveness by a value's own uses, and its last use in a block.
  LiveIns ownLiveIns;
  llvm::DenseMap<std::pair<unsigned, mlir::Block *>, mlir::Operation *>
      lastUses;
  bool changed = false;
};

/// Brings a function into the shape that ownership is defined on: no
/// unreachable blocks, no block arguments that always carry one value, clear
/// statuses.
void prepare(FuncOp func);

} // namespace ruchy::rc

#endif // RUCHY_LIB_TRANSFORMS_RCOWNERSHIP_H
