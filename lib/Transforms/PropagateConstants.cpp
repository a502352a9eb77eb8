//===- PropagateConstants.cpp - Constant propagation ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/Analysis/DataFlow/ConstantPropagationAnalysis.h"
#include "mlir/Analysis/DataFlow/DeadCodeAnalysis.h"
#include "mlir/Analysis/DataFlowFramework.h"
#include "mlir/Transforms/FoldUtils.h"

namespace ruchy {
#define GEN_PASS_DEF_RUCHYPROPAGATECONSTANTS
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace mlir::dataflow;
using namespace ruchy;

/// Whether \p use returns the result of a call, perhaps one of several: the
/// call is in tail position only as long as its own result is returned.
static bool isReturnOfCall(OpOperand &use) {
  return isa<ReturnOp>(use.getOwner()) &&
         (isa<BlockArgument>(use.get()) || use.get().getDefiningOp<CallOp>());
}

/// Replaces a value that is known to be constant. Returns whether it did.
static bool replaceWithConstant(DataFlowSolver &solver, OpBuilder &builder,
                                OperationFolder &folder, Value value) {
  auto *lattice = solver.lookupState<Lattice<ConstantValue>>(value);
  if (value.use_empty() || !lattice || lattice->getValue().isUninitialized())
    return false;
  const ConstantValue &known = lattice->getValue();
  if (!known.getConstantValue())
    return false;
  Dialect *dialect = known.getConstantDialect();
  Value constant =
      folder.getOrCreateConstant(builder.getInsertionBlock(), dialect,
                                 known.getConstantValue(), value.getType());
  if (!constant)
    return false;
  value.replaceUsesWithIf(constant,
                          [](OpOperand &use) { return !isReturnOfCall(use); });
  return value.use_empty();
}

namespace {
struct PropagateConstants
    : ruchy::impl::RuchyPropagateConstantsBase<PropagateConstants> {
  void runOnOperation() override {
    DataFlowSolver solver(
        DataFlowConfig().setInterprocedural(callsGiveExactResults()));
    solver.load<DeadCodeAnalysis>();
    solver.load<SparseConstantPropagation>();
    if (failed(solver.initializeAndRun(getOperation())))
      return signalPassFailure();
    for (auto func : getOperation().getOps<FuncOp>())
      rewrite(solver, func);
  }

private:
  bool callsGiveExactResults() {
    SymbolTable symbols(getOperation());
    WalkResult result = getOperation().walk([&](CallOp call) {
      auto callee = symbols.lookup<FuncOp>(call.getCallee());
      bool exact =
          callee && callee.getResultTypes().size() == call.getNumResults();
      return exact ? WalkResult::advance() : WalkResult::interrupt();
    });
    return !result.wasInterrupted();
  }

  /// Operations are erased in the end: a constant that is made meanwhile must
  /// not take the place of one that the solver knows.
  void rewrite(DataFlowSolver &solver, FuncOp func) {
    OpBuilder builder(func.getContext());
    OperationFolder folder(func.getContext());
    SmallVector<Operation *> dead;
    for (Block &block : func.getBody()) {
      SmallVector<Operation *> ops;
      for (Operation &op : block)
        if (!op.hasTrait<OpTrait::ConstantLike>())
          ops.push_back(&op);
      builder.setInsertionPointToStart(&block);
      for (BlockArgument argument : block.getArguments())
        (void)replaceWithConstant(solver, builder, folder, argument);
      for (Operation *op : ops) {
        builder.setInsertionPoint(op);
        bool replaced = op->getNumResults() != 0;
        for (Value result : op->getResults())
          replaced &= replaceWithConstant(solver, builder, folder, result);
        if (replaced && wouldOpBeTriviallyDead(op))
          dead.push_back(op);
      }
    }
    for (Operation *op : dead)
      op->erase();
  }
};
} // namespace
