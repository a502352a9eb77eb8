//===- LowerErrors.cpp - Makes errors explicit ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Analysis/CallCycles.h"
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Transforms/RegionUtils.h"
#include "llvm/ADT/SetVector.h"

namespace ruchy {
#define GEN_PASS_DEF_RUCHYLOWERERRORS
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace ruchy;

/// How much likelier success is than an error.
static constexpr int32_t kErrorWeights[] = {1, 1 << 20};

namespace {

/// How many error edges share a block that leaves the function. Analyses that
/// look at all edges into a block whenever one of them changes would take
/// quadratic time on the single exit of a long function.
static constexpr unsigned kEdgesPerExit = 64;

/// Error edges of one function: all lead to a block that returns the status.
class FunctionErrors : public ErrorExpansion {
public:
  explicit FunctionErrors(FuncOp func)
      : ErrorExpansion(func.getContext()), func(func) {}

  using ErrorExpansion::failIf;

  void failIf(Value failed, MakeError makeError) override {
    Block *cold = makeColdBlock(makeError);
    branchIf(failed, cold, {});
  }

  void failIfError(Value status) override {
    Value failed =
        FailedOp::create(builder, loc(), builder.getI1Type(), status);
    branchIf(failed, getExit(), status);
  }

  void fail(MakeError makeError) override {
    Block *cold = makeColdBlock(makeError);
    Block *block = point->getBlock();
    block->splitBlock(point);
    builder.setInsertionPointToEnd(block);
    cf::BranchOp::create(builder, loc(), cold);
    builder.setInsertionPoint(point);
  }

  /// The operation that is expanded next.
  void setPoint(Operation *op) {
    point = op;
    builder.setInsertionPoint(op);
    if (firstCold)
      nextCold = firstCold;
    firstCold = nullptr;
  }

  unsigned numTests = 0;

private:
  Location loc() { return point->getLoc(); }

  /// The block that leaves the function with a status.
  Block *getExit() {
    if (exit && numExitEdges++ < kEdgesPerExit)
      return exit;
    numExitEdges = 1;
    OpBuilder::InsertionGuard guard(builder);
    Type status = ErrorType::get(func.getContext());
    exit = builder.createBlock(&func.getBody(), func.getBody().end(), status,
                               func.getLoc());
    Value none =
        PoisonOp::create(builder, func.getLoc(), func.getResultTypes().front());
    ReturnOp::create(builder, func.getLoc(),
                     ValueRange{none, exit->getArgument(0)});
    return exit;
  }

  Block *makeColdBlock(MakeError makeError) {
    OpBuilder::InsertionGuard guard(builder);
    Block *target = getExit();
    Block *cold = builder.createBlock(nextCold ? nextCold : target);
    if (!firstCold)
      firstCold = cold;
    Value status = makeError(builder);
    cf::BranchOp::create(builder, loc(), target, status);
    return cold;
  }

  /// Ends the block before the point; the point goes to a block of its own.
  void branchIf(Value failed, Block *target, ValueRange operands) {
    Block *block = point->getBlock();
    Block *rest = block->splitBlock(point);
    builder.setInsertionPointToEnd(block);
    auto branch = cf::CondBranchOp::create(builder, loc(), failed, target,
                                           operands, rest, ValueRange{});
    branch.setBranchWeights(kErrorWeights);
    builder.setInsertionPoint(point);
    ++numTests;
  }

  FuncOp func;
  Operation *point = nullptr;
  Block *exit = nullptr;
  unsigned numExitEdges = 0;
  /// The first cold block of the operation at the point, and that of the one
  /// that was expanded before it and stands behind it.
  Block *firstCold = nullptr;
  Block *nextCold = nullptr;
};

struct LowerErrors : ruchy::impl::RuchyLowerErrorsBase<LowerErrors> {
  LowerErrors() = default;
  // Copies are made before a run and have nothing to share.
  LowerErrors(const LowerErrors &other) : RuchyLowerErrorsBase(other) {}

  void runOnOperation() override {
    symbols.emplace();
    findFallible();
    for (auto func : getOperation().getOps<FuncOp>())
      if (!func.isExternal())
        lower(func);
    numFallible += fallible.size();
  }

private:
  bool mayError(Operation *op) {
    auto fallibleOp = dyn_cast<FallibleOpInterface>(op);
    return fallibleOp && !fallibleOp.getErrorResult() && fallibleOp.mayError();
  }

  void findFallible();
  void lower(FuncOp func);
  void lowerOp(FallibleOpInterface op, FunctionErrors &errors);
  void lowerCall(CallOp call, FunctionErrors &errors);
  void addStatus(ReturnOp ret);

  DenseSet<Operation *> fallible;
  std::optional<SymbolTableCollection> symbols;
};

} // namespace

/// A function can fail if one of its operations can, if it can exhaust the
/// stack, or if something that it calls can fail.
void LowerErrors::findFallible() {
  fallible.clear();
  SymbolTable symbols(getOperation());
  DenseMap<Operation *, SmallVector<Operation *>> callers;
  SmallVector<Operation *> work;
  auto add = [&](Operation *func) {
    if (fallible.insert(func).second)
      work.push_back(func);
  };
  for (auto [func, cycle] : computeCallCycles(getOperation()))
    add(func);
  for (auto func : getOperation().getOps<FuncOp>()) {
    // The entry point reports its error to whoever started the program.
    if (!func.isPrivate())
      add(func);
    func.walk([&](Operation *op) {
      if (auto call = dyn_cast<CallOp>(op)) {
        if (auto callee = symbols.lookup<FuncOp>(call.getCallee()))
          callers[callee].push_back(func);
      } else if (mayError(op)) {
        add(func);
      }
    });
  }
  while (!work.empty()) {
    Operation *callee = work.pop_back_val();
    for (Operation *caller : callers.lookup(callee))
      add(caller);
  }
}

void LowerErrors::lower(FuncOp func) {
  bool canFail = fallible.contains(func);
  if (canFail)
    func.setFunctionType(FunctionType::get(
        func.getContext(), func.getArgumentTypes(),
        {func.getResultTypes()[0], ErrorType::get(func.getContext())}));
  FunctionErrors errors(func);
  // Operations that expand themselves may leave operations that do so too:
  // a method on a nested place becomes one on the value in it.
  for (unsigned round = 0; round < 2; ++round) {
    SmallVector<Operation *> ops;
    func.walk([&](Operation *op) {
      if (isa<CallOp, FallibleOpInterface>(op))
        ops.push_back(op);
    });
    // From the last to the first, so that what moves behind an operation when
    // its block is split never moves again.
    for (Operation *op : llvm::reverse(ops)) {
      errors.setPoint(op);
      if (auto call = dyn_cast<CallOp>(op))
        lowerCall(call, errors);
      else
        lowerOp(cast<FallibleOpInterface>(op), errors);
    }
  }
  if (canFail)
    func.walk([&](ReturnOp ret) { addStatus(ret); });
  IRRewriter rewriter(func.getContext());
  (void)eraseUnreachableBlocks(rewriter, func->getRegions());
  numTests += errors.numTests;
}

/// A call that is returned at once passes its status on untested: this keeps
/// calls in tail position what they are.
static bool isReturnedAtOnce(CallOp call) {
  auto ret = dyn_cast_or_null<ReturnOp>(call->getNextNode());
  return ret && ret.getNumOperands() == 1 &&
         ret.getOperand(0) == call.getResult(0) && call->hasOneUse();
}

void LowerErrors::lowerCall(CallOp call, FunctionErrors &errors) {
  auto callee =
      symbols->lookupNearestSymbolFrom<FuncOp>(call, call.getCalleeAttr());
  if (call.getErrorResult() || !fallible.contains(callee))
    return;
  OpBuilder &b = errors.getBuilder();
  Type types[] = {call.getResult(0).getType(), ErrorType::get(b.getContext())};
  auto checking =
      CallOp::create(b, call.getLoc(), types, call.getCalleeAttr(),
                     call.getArgs(), call.getTailAttr(), nullptr, nullptr);
  if (isReturnedAtOnce(call)) {
    auto ret = cast<ReturnOp>(call->getNextNode());
    ret.getOperandsMutable().assign(checking.getResults());
  } else {
    errors.failIfError(checking.getResult(1));
    call.getResult(0).replaceAllUsesWith(checking.getResult(0));
  }
  call.erase();
}

void LowerErrors::lowerOp(FallibleOpInterface op, FunctionErrors &errors) {
  if (op.getErrorResult() || op.expandErrors(errors) || !op.mayError())
    return;
  // The checking form: the same operation with a status as last result.
  OperationState state(op->getLoc(), op->getName());
  state.addOperands(op->getOperands());
  state.addTypes(op->getResultTypes());
  state.addTypes(ErrorType::get(op->getContext()));
  state.propertiesAttr = op->getPropertiesAsAttribute();
  state.addAttributes(op->getDiscardableAttrDictionary().getValue());
  Operation *checking = errors.getBuilder().create(state);
  errors.failIfError(checking->getResults().back());
  op->replaceAllUsesWith(checking->getResults().drop_back());
  op->erase();
}

/// Returns that give only a value have not failed.
void LowerErrors::addStatus(ReturnOp ret) {
  if (ret.getNumOperands() == 2)
    return;
  OpBuilder builder(ret);
  ret.getOperandsMutable().append(
      ErrorNoneOp::create(builder, ret.getLoc(), ErrorType::get(&getContext()))
          .getResult());
}
