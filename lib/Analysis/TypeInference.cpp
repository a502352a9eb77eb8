//===- TypeInference.cpp - Whole-program type inference ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Analysis/TypeInference.h"
#include "Ruchy/Analysis/CallCycles.h"
#include "mlir/Analysis/CFGLoopInfo.h"
#include "mlir/IR/Dominance.h"

using namespace mlir;
using namespace ruchy;

/// Instances of one function that solving may make before it stops telling
/// further signatures apart: recursion through growing types must end.
static constexpr unsigned kMaxTransientInstances = 64;

bool FunctionInstance::isDynamic() const {
  return !signature.empty() &&
         llvm::all_of(signature, [](Type type) { return isa<AnyType>(type); });
}

bool FunctionInstance::isComplete(Operation *op) const {
  return llvm::all_of(op->getResults(),
                      [&](Value result) { return bool(lookup(result)); });
}

TypeInference::TypeInference(ModuleOp module, TypeInferenceLimits limits)
    : module(module), symbols(module), limits(limits),
      cycleOf(computeCallCycles(module)) {
  module.walk([&](CallOp call) {
    if (isInTailPosition(call))
      tailCalls.insert(call);
  });
}

TypeInference::~TypeInference() = default;

void TypeInference::run() {
  do {
    reset();
    for (auto func : module.getOps<FuncOp>())
      if (!func.isPrivate() && !func.isExternal())
        roots.push_back(instantiate(func, func.getArgumentTypes()));
    solve();
  } while (enforceSignatureLimit());
}

void TypeInference::reset() {
  memo.clear();
  instances.clear();
  roots.clear();
  callers.clear();
  globals.clear();
  instancesPerFunction.clear();
}

SetVector<FunctionInstance *> TypeInference::getReachable() const {
  SetVector<FunctionInstance *> reachable;
  reachable.insert(roots.begin(), roots.end());
  for (unsigned i = 0; i < reachable.size(); ++i)
    for (auto [site, callee] : reachable[i]->callees)
      reachable.insert(callee);
  return reachable;
}

Type TypeInference::getGlobalType(StringAttr name) const {
  auto it = globals.find(name);
  return it == globals.end() ? Type() : it->second.type;
}

//===----------------------------------------------------------------------===//
// The worklist
//===----------------------------------------------------------------------===//

void TypeInference::solve() {
  while (!work.empty()) {
    WorkItem item = work.front();
    work.pop_front();
    queued.erase(item);
    auto [instance, op] = item;
    visit(instance, op);
    if (Operation *next = op->getNextNode(); next && instance->isComplete(op))
      start(instance, next);
  }
}

void TypeInference::enqueue(FunctionInstance *instance, Operation *op) {
  if (queued.insert({instance, op}).second)
    work.push_back({instance, op});
}

void TypeInference::raise(FunctionInstance *instance, Value value, Type type) {
  if (!type)
    return;
  Type &slot = instance->types[value];
  Type joined = joinTypes(slot, type);
  if (joined == slot)
    return;
  slot = joined;
  for (Operation *user : value.getUsers())
    if (instance->reachedOps.contains(user))
      enqueue(instance, user);
}

void TypeInference::raiseResult(FunctionInstance *instance, Type type) {
  Type joined = joinTypes(instance->result, type);
  // A range has no place among the returned registers.
  if (joined && isa<RangeType>(joined))
    joined = AnyType::get(joined.getContext());
  if (joined == instance->result)
    return;
  instance->result = joined;
  // Copies: instances that are made meanwhile move the table.
  SmallVector<WorkItem> sites(callers[instance].sites.getArrayRef());
  SmallVector<FunctionInstance *> tails(
      callers[instance].tailCallees.getArrayRef());
  for (auto [caller, site] : sites)
    enqueue(caller, site);
  for (FunctionInstance *callee : tails)
    raiseResult(callee, joined);
}

void TypeInference::raiseGlobal(StringAttr name, Type type) {
  GlobalState &global = globals[name];
  // Globals live in memory, where ranges are boxed.
  if (isa<RangeType>(type))
    type = AnyType::get(type.getContext());
  Type joined = joinTypes(global.type, type);
  if (joined == global.type)
    return;
  global.type = joined;
  for (auto [reader, op] : global.readers)
    enqueue(reader, op);
}

void TypeInference::reach(FunctionInstance *instance, Block *block) {
  if (instance->liveBlocks.insert(block).second)
    start(instance, &block->front());
}

void TypeInference::start(FunctionInstance *instance, Operation *op) {
  if (instance->reachedOps.insert(op).second)
    enqueue(instance, op);
}

void TypeInference::flow(FunctionInstance *instance, Block *target,
                         ValueRange operands) {
  for (auto [argument, operand] : llvm::zip(target->getArguments(), operands))
    raise(instance, argument, instance->lookup(operand));
  reach(instance, target);
}

FunctionInstance *TypeInference::instantiate(FuncOp function,
                                             ArrayRef<Type> signature) {
  SmallVector<Type> exact(signature);
  // What others may call keeps the types that it declares.
  if (!function.isPrivate())
    exact.assign(function.getArgumentTypes().begin(),
                 function.getArgumentTypes().end());
  if (FunctionInstance *instance = memo.lookup({function, exact}))
    return instance;
  auto kept = keptSignatures.find(function);
  bool widen =
      kept != keptSignatures.end() && !llvm::is_contained(kept->second, exact);
  widen |= instances.size() >= limits.maxInstances ||
           instancesPerFunction[function] >= kMaxTransientInstances;
  if (widen && function.isPrivate())
    exact.assign(signature.size(), AnyType::get(module.getContext()));
  if (FunctionInstance *instance = memo.lookup({function, exact}))
    return instance;

  auto owned = std::make_unique<FunctionInstance>();
  FunctionInstance *instance = owned.get();
  instances.push_back(std::move(owned));
  ++instancesPerFunction[function];
  instance->function = function;
  instance->signature = exact;
  memo[{function, instance->signature}] = instance;
  if (function.isExternal()) {
    instance->result = function.getResultTypes()[0];
    return instance;
  }
  for (auto [argument, type] : llvm::zip(function.getArguments(), exact))
    instance->types[argument] = type;
  reach(instance, &function.front());
  return instance;
}

//===----------------------------------------------------------------------===//
// Transfer functions
//===----------------------------------------------------------------------===//

bool TypeInference::visitControl(FunctionInstance *instance, Operation *op,
                                 ArrayRef<Type> operandTypes) {
  if (auto branch = dyn_cast<BranchOpInterface>(op)) {
    for (auto [index, successor] : llvm::enumerate(op->getSuccessors()))
      flow(instance, successor,
           branch.getSuccessorOperands(index).getForwardedOperands());
    return true;
  }
  if (isa<ReturnOp>(op)) {
    raiseResult(instance, operandTypes[0]);
    return true;
  }
  return false;
}

void TypeInference::visitCall(FunctionInstance *instance, CallOp call,
                              ArrayRef<Type> operandTypes) {
  auto function = symbols.lookup<FuncOp>(call.getCallee());
  FunctionInstance *callee = instantiate(function, operandTypes);
  instance->callees[call] = callee;
  callers[callee].sites.insert({instance, call});
  raise(instance, call.getResult(0), callee->result);
  // Functions that call each other in tail position must agree on their
  // result: a conversion behind the call would need the caller's frame.
  unsigned cycle = cycleOf.lookup(instance->function);
  if (cycle && cycle == cycleOf.lookup(function) && tailCalls.contains(call)) {
    callers[instance].tailCallees.insert(callee);
    raiseResult(callee, instance->result);
  }
}

void TypeInference::visit(FunctionInstance *instance, Operation *op) {
  SmallVector<Type> operandTypes;
  for (Value operand : op->getOperands())
    operandTypes.push_back(instance->lookup(operand));
  if (visitControl(instance, op, operandTypes))
    return;
  // With an operand at bottom the operation is not reached.
  if (llvm::is_contained(operandTypes, Type()))
    return;
  if (auto call = dyn_cast<CallOp>(op))
    return visitCall(instance, call, operandTypes);
  if (auto set = dyn_cast<GlobalSetOp>(op))
    return raiseGlobal(set.getGlobalAttr().getAttr(), operandTypes[0]);
  if (isa<GlobalGetOp, GlobalTakeOp>(op)) {
    StringAttr name = op->getAttrOfType<FlatSymbolRefAttr>("global").getAttr();
    GlobalState &global = globals[name];
    global.readers.insert({instance, op});
    return raise(instance, op->getResult(0), global.type);
  }
  SmallVector<Type> resultTypes;
  if (auto specializable = dyn_cast<SpecializableOpInterface>(op))
    specializable.inferResultTypes(operandTypes, resultTypes);
  else
    llvm::append_range(resultTypes, op->getResultTypes());
  for (auto [result, type] : llvm::zip(op->getResults(), resultTypes))
    raise(instance, result, type);
}

//===----------------------------------------------------------------------===//
// The limit of signatures
//===----------------------------------------------------------------------===//

/// How often a call site is thought to run: ten times per loop around it.
static unsigned getSiteWeight(Operation *site, CFGLoopInfo &loops) {
  unsigned depth = std::min(loops.getLoopDepth(site->getBlock()), 6u),
           weight = 1;
  while (depth--)
    weight *= 10;
  return weight;
}

bool TypeInference::enforceSignatureLimit() {
  SetVector<FunctionInstance *> reachable = getReachable();
  llvm::MapVector<Operation *, SmallVector<FunctionInstance *>> byFunction;
  for (FunctionInstance *instance : reachable)
    byFunction[instance->function].push_back(instance);

  DenseMap<FunctionInstance *, uint64_t> weights;
  bool weighed = false;
  auto weigh = [&] {
    weighed = true;
    for (FunctionInstance *instance : reachable) {
      Region &body = instance->function.getBody();
      DominanceInfo dominance;
      // A single block has no dominator tree, and no loops either.
      std::optional<CFGLoopInfo> loops;
      if (!body.hasOneBlock())
        loops.emplace(dominance.getDomTree(&body));
      for (auto [site, callee] : instance->callees)
        weights[callee] += loops ? getSiteWeight(site, *loops) : 1;
    }
  };

  bool changed = false;
  for (auto &[function, list] : byFunction) {
    llvm::erase_if(list, [](auto *instance) { return instance->isDynamic(); });
    if (list.size() <= limits.maxSignatures ||
        keptSignatures.contains(function))
      continue;
    if (!weighed)
      weigh();
    llvm::stable_sort(list, [&](auto *a, auto *b) {
      return weights.lookup(a) > weights.lookup(b);
    });
    list.resize(limits.maxSignatures);
    auto &kept = keptSignatures[function];
    for (FunctionInstance *instance : list)
      kept.push_back(instance->signature);
    changed = true;
  }
  return changed;
}
