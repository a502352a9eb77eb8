//===- LowerErrors.cpp - Makes errors explicit ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ErrorEdges.h"
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

namespace {

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
    for (auto func : getOperation().getOps<FuncOp>())
      func->removeAttr(kFrameAttrName);
    getOperation()->removeAttr(kSourcesAttrName);
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
  void lowerFail(FailOp fail, bool canFail);
  void addStatus(ReturnOp ret);

  DenseSet<Operation *> fallible;
  std::optional<SymbolTableCollection> symbols;
};

} // namespace

/// What makes the errors that a function leaves with on purpose: with a status
/// that is none of these `ruchy.fail` is never reached.
static bool givesStatus(Operation *op) {
  if (isa<ErrorSiteOp, ErrorMessageOp, ErrorIndexOp, ErrorThrowOp>(op))
    return true;
  auto fallible = dyn_cast<FallibleOpInterface>(op);
  return fallible && fallible.getErrorResult() && fallible.mayError();
}

/// A function can fail if one of its operations can, if it can exhaust the
/// stack, or if something that it calls can fail. Errors that it tests itself
/// count where it has a way to leave with them.
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
    bool fails = false;
    func.walk([&](FailOp) { fails = true; });
    func.walk([&](Operation *op) {
      if (auto call = dyn_cast<CallOp>(op)) {
        auto callee = symbols.lookup<FuncOp>(call.getCallee());
        if (callee && (fails || !call.getErrorResult()))
          callers[callee].push_back(func);
      } else if (mayError(op) || (fails && givesStatus(op))) {
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
  if (canFail && !func.hasErrorResult()) {
    SmallVector<Type> results(func.getResultTypes());
    results.push_back(ErrorType::get(func.getContext()));
    func.setFunctionType(
        FunctionType::get(func.getContext(), func.getArgumentTypes(), results));
  }
  FunctionErrors errors(func);
  errors.takeTests();
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
  IRRewriter rewriter(func.getContext());
  (void)eraseUnreachableBlocks(rewriter, func->getRegions());
  func.walk([&](FailOp fail) { lowerFail(fail, canFail); });
  if (canFail)
    func.walk([&](ReturnOp ret) { addStatus(ret); });
  numTests += errors.numTests;
}

/// A call that is returned at once passes its status on untested: this keeps
/// calls in tail position what they are.
static bool isReturnedAtOnce(CallOp call) {
  auto ret = dyn_cast_or_null<ReturnOp>(call->getNextNode());
  return ret && llvm::equal(ret.getOperands(), call.getResults()) &&
         llvm::all_of(call.getResults(),
                      [](Value result) { return result.hasOneUse(); });
}

/// Whether errors of the callee are to be reported where it is called: those of
/// functions of the compiler have no place of their own.
static bool isReportedAtCall(CallOp call, FuncOp callee) {
  return callee.getTransparent() &&
         !call->getParentOfType<FuncOp>().getTransparent();
}

void LowerErrors::lowerCall(CallOp call, FunctionErrors &errors) {
  auto callee =
      symbols->lookupNearestSymbolFrom<FuncOp>(call, call.getCalleeAttr());
  if (call.getErrorResult() || !fallible.contains(callee))
    return;
  OpBuilder &b = errors.getBuilder();
  SmallVector<Type> types(call.getResultTypes());
  types.push_back(ErrorType::get(b.getContext()));
  auto checking =
      CallOp::create(b, call.getLoc(), types, call.getCalleeAttr(),
                     call.getArgs(), call.getTailAttr(), nullptr, nullptr);
  bool relocates = isReportedAtCall(call, callee);
  // A backtrace names every function but those whose frames must not pile up.
  bool mustStay =
      call.getTail() || !call->getParentOp()->hasAttr(kFrameAttrName);
  if (mustStay && !relocates && errors.leavesFunction() &&
      isReturnedAtOnce(call)) {
    auto ret = cast<ReturnOp>(call->getNextNode());
    ret.getOperandsMutable().assign(checking.getResults());
  } else {
    for (unsigned i = 1; i < call.getNumResults(); ++i)
      errors.setResultOnError(i, checking.getResult(i));
    if (relocates)
      errors.failRelocated(checking.getResults().back());
    else
      errors.failIfError(checking.getResults().back());
    for (auto [from, to] : llvm::zip(call.getResults(), checking.getResults()))
      from.replaceAllUsesWith(to);
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
  for (OpResult result : checking->getResults())
    if (isValidOnError(checking, result.getResultNumber()))
      errors.setResultOnError(result.getResultNumber(), result);
  errors.failIfError(checking->getResults().back());
  op->replaceAllUsesWith(checking->getResults().drop_back());
  op->erase();
}

void LowerErrors::lowerFail(FailOp fail, bool canFail) {
  OpBuilder builder(fail);
  if (!canFail) {
    // Nothing that leads here can fail.
    UnreachableOp::create(builder, fail.getLoc());
  } else {
    auto func = fail->getParentOfType<FuncOp>();
    SmallVector<Value> results{
        PoisonOp::create(builder, fail.getLoc(), func.getResultTypes()[0])};
    llvm::append_range(results, fail.getUpdated());
    results.push_back(fail.getError());
    ReturnOp::create(builder, fail.getLoc(), results);
  }
  fail.erase();
}

/// Returns that give only values have not failed.
void LowerErrors::addStatus(ReturnOp ret) {
  if (isa<ErrorType>(ret.getOperands().back().getType()))
    return;
  OpBuilder builder(ret);
  ret.getOperandsMutable().append(
      ErrorNoneOp::create(builder, ret.getLoc(), ErrorType::get(&getContext()))
          .getResult());
}
