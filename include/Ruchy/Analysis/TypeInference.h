//===- TypeInference.h - Whole-program type inference -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// Infers exact types for a program of the untyped `ruchy` dialect.
///
/// The unit is the instance: a function together with the exact types of its
/// arguments. A worklist of (instance, operation) runs the transfer functions
/// of `SpecializableOpInterface` forward until nothing rises. The generic
/// bodies are only read. Storage that has a name (globals, fields, payloads,
/// cells, captures) joins all that is written to it. Conditions that exact
/// types decide keep the other edge of their branch dead.
///
#ifndef RUCHY_ANALYSIS_TYPEINFERENCE_H
#define RUCHY_ANALYSIS_TYPEINFERENCE_H

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringMap.h"
#include <deque>
#include <memory>

namespace ruchy {

/// What a boolean may be: a set of values, empty for bottom.
enum Truth : uint8_t {
  TruthNone = 0,
  TruthTrue = 1,
  TruthFalse = 2,
  TruthBoth = 3
};

/// A function with exact argument types, and what was inferred for it. A null
/// type is bottom: the value is never produced.
struct FunctionInstance {
  FuncOp function;
  llvm::SmallVector<mlir::Type> signature;
  /// The function's value and the parameters that it gives back.
  llvm::SmallVector<mlir::Type, 1> results;
  llvm::DenseMap<mlir::Value, mlir::Type> types;
  /// Booleans that were looked at.
  llvm::DenseMap<mlir::Value, uint8_t> truths;
  llvm::DenseSet<mlir::Block *> liveBlocks;
  /// Operations that control reaches: all up to the first one in a block that
  /// never gives its result.
  llvm::DenseSet<mlir::Operation *> reachedOps;
  /// The instance that each reached call site calls: calls, and calls of values
  /// that are one function of the program.
  llvm::MapVector<mlir::Operation *, FunctionInstance *> callees;

  /// Whether all arguments are `!ruchy.any`.
  bool isDynamic() const;
  mlir::Type lookup(mlir::Value value) const { return types.lookup(value); }
  /// Whether control goes on behind an operation: all its results are produced,
  /// or it reports a status.
  bool isComplete(mlir::Operation *op) const;
  /// What a condition may be; both for a value that was not followed.
  Truth getTruth(mlir::Value condition) const;
};

/// Limits on the number of instances.
struct TypeInferenceLimits {
  unsigned maxSignatures = 3;
  unsigned maxInstances = 10000;
};

/// Runs inference over a module and owns the instances.
class TypeInference {
public:
  TypeInference(mlir::ModuleOp module, TypeInferenceLimits limits);
  ~TypeInference();

  /// Solves from the public functions, again until every function keeps its
  /// limit of signatures.
  void run();

  /// Instances of the public functions.
  llvm::ArrayRef<FunctionInstance *> getRoots() const { return roots; }

  /// Instances that calls reach from the roots, roots and the functions behind
  /// escaped values included, in the order of discovery.
  llvm::SetVector<FunctionInstance *> getReachable() const;

  /// The join of all values assigned to a global, null if there is none.
  mlir::Type getGlobalType(mlir::StringAttr name) const;

  /// The join of all values stored into a field that the type itself declares,
  /// null if there is none.
  mlir::Type getFieldType(TypeOp type, unsigned position) const;

  /// The instance with only dynamic parameters, null if there is none.
  FunctionInstance *getDynamicInstance(FuncOp function) const;

private:
  friend class InferenceStorage;
  using WorkItem = std::pair<FunctionInstance *, mlir::Operation *>;

  void reset();
  void solve();
  bool enforceSignatureLimit();
  bool instantiateUncalled();
  unsigned getSignatureLimit(mlir::Operation *function) const;
  FunctionInstance *instantiate(FuncOp function,
                                llvm::ArrayRef<mlir::Type> signature);
  void enqueue(FunctionInstance *instance, mlir::Operation *op);
  void raise(FunctionInstance *instance, mlir::Value value, mlir::Type type);
  void raiseTruth(FunctionInstance *instance, mlir::Value value, Truth truth);
  void raiseResult(FunctionInstance *instance, unsigned index, mlir::Type type);
  void reach(FunctionInstance *instance, mlir::Block *block);
  void start(FunctionInstance *instance, mlir::Operation *op);
  void flow(FunctionInstance *instance, mlir::Block *target,
            mlir::ValueRange operands);
  void visit(FunctionInstance *instance, mlir::Operation *op);
  bool visitControl(FunctionInstance *instance, mlir::Operation *op,
                    llvm::ArrayRef<mlir::Type> operandTypes);
  void visitCall(FunctionInstance *instance, mlir::Operation *site,
                 FuncOp function, llvm::ArrayRef<mlir::Type> operandTypes);
  bool visitCallValue(FunctionInstance *instance, CallValueOp call,
                      llvm::ArrayRef<mlir::Type> operandTypes);
  void visitTruth(FunctionInstance *instance, mlir::Operation *op,
                  llvm::ArrayRef<mlir::Type> operandTypes);
  void escapeOperands(mlir::Operation *op,
                      llvm::ArrayRef<mlir::Type> operandTypes,
                      llvm::ArrayRef<mlir::Type> resultTypes);
  void escapeLost(mlir::Type from, llvm::ArrayRef<mlir::Type> to);
  void escape(FnType type);

  struct StorageState {
    mlir::Type type;
    llvm::SetVector<WorkItem> readers;
  };
  struct Callers {
    llvm::SetVector<WorkItem> sites;
    /// Callees in tail position of the same recursion: they share the result.
    llvm::SetVector<FunctionInstance *> tailCallees;
  };
  using StorageId = std::tuple<unsigned, const void *, unsigned>;

  mlir::ModuleOp module;
  mlir::SymbolTable symbols;
  TypeInferenceLimits limits;
  std::deque<std::unique_ptr<FunctionInstance>> instances;
  llvm::DenseMap<std::pair<mlir::Operation *, llvm::ArrayRef<mlir::Type>>,
                 FunctionInstance *>
      memo;
  llvm::SmallVector<FunctionInstance *> roots;
  /// Dynamic instances of functions whose values escaped.
  llvm::SetVector<FunctionInstance *> escaped;
  llvm::DenseMap<FunctionInstance *, Callers> callers;
  llvm::DenseMap<StorageId, StorageState> storage;
  /// Fields and payloads by name.
  llvm::StringMap<llvm::SmallVector<StorageKey>> fieldsByName;
  std::deque<WorkItem> work;
  llvm::DenseSet<WorkItem> queued;
  llvm::DenseMap<mlir::Operation *, unsigned> instancesPerFunction;
  /// Signatures that over-used functions may keep.
  llvm::DenseMap<mlir::Operation *,
                 llvm::SmallVector<llvm::SmallVector<mlir::Type>>>
      keptSignatures;
  /// Call-graph cycle of each function, zero for none.
  llvm::DenseMap<mlir::Operation *, unsigned> cycleOf;
  llvm::DenseSet<mlir::Operation *> tailCalls;
};

} // namespace ruchy

#endif // RUCHY_ANALYSIS_TYPEINFERENCE_H
