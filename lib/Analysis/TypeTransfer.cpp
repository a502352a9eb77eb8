//===- TypeTransfer.cpp - Transfer functions of type inference --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "InferenceStorage.h"
#include "Ruchy/Analysis/TypeInference.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"

using namespace mlir;
using namespace ruchy;

//===----------------------------------------------------------------------===//
// Control
//===----------------------------------------------------------------------===//

bool TypeInference::visitControl(FunctionInstance *instance, Operation *op,
                                 ArrayRef<Type> operandTypes) {
  if (auto branch = dyn_cast<BranchOpInterface>(op)) {
    uint8_t truth = TruthBoth;
    if (auto test = dyn_cast<cf::CondBranchOp>(op))
      truth = instance->getTruth(test.getCondition());
    for (auto [index, successor] : llvm::enumerate(op->getSuccessors())) {
      // The first successor is that of a condition that holds.
      if (isa<cf::CondBranchOp>(op) && !(truth & (1u << index)))
        continue;
      flow(instance, successor,
           branch.getSuccessorOperands(index).getForwardedOperands());
    }
    return true;
  }
  if (isa<ReturnOp>(op)) {
    for (unsigned i = 0, e = instance->results.size(); i != e; ++i)
      raiseResult(instance, i, operandTypes[i]);
    return true;
  }
  if (isa<FailOp>(op)) {
    // The status comes first, where returns have the value.
    for (unsigned i = 1, e = instance->results.size(); i != e; ++i)
      raiseResult(instance, i, operandTypes[i]);
    return true;
  }
  return false;
}

/// What the value of a boolean constant may be.
static std::optional<Truth> getConstantTruth(Operation *op) {
  auto constant = dyn_cast<ConstantOp>(op);
  auto value =
      constant ? dyn_cast<IntegerAttr>(constant.getValue()) : IntegerAttr();
  if (!value || !value.getType().isInteger(1))
    return std::nullopt;
  return value.getValue().isZero() ? TruthFalse : TruthTrue;
}

/// Whether a part of what a fallible operation gives never comes to be: then
/// it always fails.
static bool alwaysFails(const FunctionInstance *instance, Value status) {
  Operation *def = status.getDefiningOp();
  if (!def || ruchy::detail::getErrorResult(def) != status)
    return false;
  return llvm::any_of(def->getResults(),
                      [&](Value result) { return !instance->lookup(result); });
}

void TypeInference::visitTruth(FunctionInstance *instance, Operation *op,
                               ArrayRef<Type> operandTypes) {
  if (op->getNumResults() == 0)
    return;
  Value result = op->getResult(0);
  Type type = instance->lookup(result);
  if (!type || !type.isInteger(1))
    return;
  auto give = [&](Truth truth) { raiseTruth(instance, result, truth); };
  if (std::optional<Truth> truth = getConstantTruth(op))
    return give(*truth);
  if (auto failed = dyn_cast<FailedOp>(op))
    return give(alwaysFails(instance, failed.getError()) ? TruthTrue
                                                         : TruthBoth);
  if (isa<TruthyOp, CoerceOp, CheckSetOp, RefineOp, NotOp>(op) &&
      operandTypes[0].isInteger(1)) {
    Truth truth = instance->getTruth(op->getOperand(0));
    if (isa<NotOp>(op) && truth != TruthBoth && truth != TruthNone)
      truth = truth == TruthTrue ? TruthFalse : TruthTrue;
    return give(truth);
  }
  auto specializable = dyn_cast<SpecializableOpInterface>(op);
  std::optional<bool> known =
      specializable ? specializable.getKnownTruth(operandTypes) : std::nullopt;
  give(!known ? TruthBoth : *known ? TruthTrue : TruthFalse);
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

void TypeInference::visitCall(FunctionInstance *instance, Operation *site,
                              FuncOp function, ArrayRef<Type> operandTypes) {
  FunctionInstance *callee = instantiate(function, operandTypes);
  for (auto [from, to] : llvm::zip(operandTypes, callee->signature))
    escapeLost(from, to);
  instance->callees[site] = callee;
  callers[callee].sites.insert({instance, site});
  for (auto [index, type] : llvm::enumerate(callee->results))
    raise(instance, site->getResult(index), type);
  // Functions that call each other in tail position must agree on their
  // result: a conversion behind the call would need the caller's frame.
  unsigned cycle = cycleOf.lookup(instance->function);
  if (cycle && cycle == cycleOf.lookup(function) && tailCalls.contains(site)) {
    callers[instance].tailCallees.insert(callee);
    for (unsigned i = 0; i != instance->results.size(); ++i)
      raiseResult(callee, i, instance->results[i]);
  }
}

/// Follows a call of a value that is one function of the program.
bool TypeInference::visitCallValue(FunctionInstance *instance, CallValueOp call,
                                   ArrayRef<Type> operandTypes) {
  auto type = dyn_cast<FnType>(operandTypes[0]);
  auto function =
      type ? symbols.lookup<FuncOp>(type.getFunction().getValue()) : FuncOp();
  // A closure takes itself as first argument.
  ArrayRef<Type> arguments = function && function.getClosure()
                                 ? operandTypes
                                 : operandTypes.drop_front();
  if (!function || function.getInout() ||
      function.getNumArguments() != arguments.size()) {
    instance->callees.erase(call);
    return false;
  }
  visitCall(instance, call, function, arguments);
  return true;
}

//===----------------------------------------------------------------------===//
// Escaping functions
//===----------------------------------------------------------------------===//

/// Calls back for every function type in a type.
static void forEachFunction(Type type, function_ref<void(FnType)> callback) {
  type.walk([&](Type part) {
    if (auto function = dyn_cast<FnType>(part))
      callback(function);
  });
}

/// What calls a function value that is only known at run time finds the
/// function with dynamic parameters.
void TypeInference::escape(FnType type) {
  auto function = symbols.lookup<FuncOp>(type.getFunction().getValue());
  if (!function || function.isExternal() || function.getInout())
    return;
  SmallVector<Type> signature(function.getNumArguments(),
                              AnyType::get(module.getContext()));
  escaped.insert(instantiate(function, signature));
}

/// A value of type `from` becomes one of the types `to`, which may forget its
/// functions.
void TypeInference::escapeLost(Type from, ArrayRef<Type> to) {
  if (!from || llvm::is_contained(to, from))
    return;
  forEachFunction(from, [&](FnType function) {
    bool kept = llvm::any_of(to, [&](Type type) {
      bool found = false;
      if (type)
        forEachFunction(type,
                        [&](FnType other) { found |= other == function; });
      return found;
    });
    if (!kept)
      escape(function);
  });
}

/// Whether an operation only looks at its operands, or hands them on through
/// results and storage whose types are followed.
static bool keepsFunctions(Operation *op) {
  return isa<CallOp, RecordNewOp, VariantNewOp, ClosureNewOp, ClosureGetOp,
             CellNewOp, CellGetOp, CellTakeOp, CellSetOp, GlobalSetOp, IndexOp,
             FieldOp, RecordGetOp, VariantGetOp, OptionGetOp, IterOp,
             IterStartOp, IterNextOp, IterValueOp, LenOp, PrintOp, ToStringOp,
             EqOp, NeOp, TruthyOp, IsNilOp, TypeIsOp, VariantIsOp, OptionIsOp,
             KindIsOp, MatchSequenceOp, MatchFieldOp, MatchLiteralOp,
             MatchRangeOp>(op);
}

void TypeInference::escapeOperands(Operation *op, ArrayRef<Type> operandTypes,
                                   ArrayRef<Type> resultTypes) {
  if (keepsFunctions(op))
    return;
  for (Type type : operandTypes)
    escapeLost(type, resultTypes);
}

//===----------------------------------------------------------------------===//
// Operations
//===----------------------------------------------------------------------===//

void TypeInference::visit(FunctionInstance *instance, Operation *op) {
  SmallVector<Type> operandTypes;
  for (Value operand : op->getOperands())
    operandTypes.push_back(instance->lookup(operand));
  if (visitControl(instance, op, operandTypes))
    return;
  // With an operand at bottom the operation is not reached.
  if (llvm::is_contained(operandTypes, Type()))
    return;
  if (Value status = ruchy::detail::getErrorResult(op))
    raise(instance, status, status.getType());
  if (auto call = dyn_cast<CallOp>(op))
    return visitCall(instance, call, symbols.lookup<FuncOp>(call.getCallee()),
                     operandTypes);
  if (auto call = dyn_cast<CallValueOp>(op);
      call && visitCallValue(instance, call, operandTypes))
    return;
  SmallVector<Type> resultTypes;
  if (auto user = dyn_cast<StorageOpInterface>(op)) {
    InferenceStorage access(*this, instance, op);
    user.inferStoredTypes(operandTypes, access, resultTypes);
  } else if (auto specializable = dyn_cast<SpecializableOpInterface>(op)) {
    specializable.inferResultTypes(operandTypes, resultTypes);
  } else {
    llvm::append_range(resultTypes, op->getResultTypes());
  }
  escapeOperands(op, operandTypes, resultTypes);
  for (auto [result, type] : llvm::zip(op->getResults(), resultTypes))
    raise(instance, result, type);
  visitTruth(instance, op, operandTypes);
}
