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

/// The same for functions of the compiler itself, and how many signatures such
/// a function keeps in the end.
static constexpr unsigned kMaxTransientTransparent = 256;
static constexpr unsigned kMaxTransparentSignatures = 64;

bool FunctionInstance::isDynamic() const {
  return !signature.empty() &&
         llvm::all_of(signature, [](Type type) { return isa<AnyType>(type); });
}

bool FunctionInstance::isComplete(Operation *op) const {
  if (Value status = ruchy::detail::getErrorResult(op))
    return bool(lookup(status));
  return llvm::all_of(op->getResults(),
                      [&](Value result) { return bool(lookup(result)); });
}

Truth FunctionInstance::getTruth(Value condition) const {
  auto it = truths.find(condition);
  return it == truths.end() ? TruthBoth : Truth(it->second);
}

/// Adds the fields and payloads that a declaration brings. Fields of a base
/// class are its own.
static void indexFields(TypeOp type,
                        llvm::StringMap<SmallVector<StorageKey>> &index) {
  ArrayAttr fields = type.getFieldsAttr(), variants = type.getVariantsAttr();
  for (unsigned i = 0; fields && i != fields.size(); ++i)
    index[cast<StringAttr>(fields[i]).getValue()].push_back(
        {StorageKey::Field, type.getOperation(), i});
  for (unsigned i = 0; variants && i != variants.size(); ++i)
    for (auto [position, name] :
         llvm::enumerate(cast<VariantAttr>(variants[i]).getFields()))
      index[name.getValue()].push_back({StorageKey::Payload,
                                        type.getOperation(),
                                        i << 16 | unsigned(position)});
}

TypeInference::TypeInference(ModuleOp module, TypeInferenceLimits limits)
    : module(module), symbols(module), limits(limits),
      cycleOf(computeCallCycles(module, /*throughValues=*/false)) {
  module.walk([&](CallOp call) {
    if (isInTailPosition(call))
      tailCalls.insert(call);
  });
  for (auto type : module.getOps<TypeOp>())
    indexFields(type, fieldsByName);
}

TypeInference::~TypeInference() = default;

void TypeInference::run() {
  do {
    reset();
    for (auto func : module.getOps<FuncOp>())
      if (!func.isPrivate() && !func.isExternal())
        roots.push_back(instantiate(func, func.getArgumentTypes()));
    solve();
    while (instantiateUncalled())
      solve();
  } while (enforceSignatureLimit());
}

/// A function value refers to some instance of its function, even if nothing
/// calls it.
bool TypeInference::instantiateUncalled() {
  SetVector<FunctionInstance *> reachable = getReachable();
  DenseSet<Operation *> present;
  for (FunctionInstance *instance : reachable)
    present.insert(instance->function);
  bool changed = false;
  for (FunctionInstance *instance : reachable)
    instance->function.walk([&](ClosureNewOp op) {
      auto function = symbols.lookup<FuncOp>(op.getFunction());
      if (!instance->reachedOps.contains(op) || present.contains(function) ||
          function.isExternal())
        return;
      SmallVector<Type> signature(function.getNumArguments(),
                                  AnyType::get(module.getContext()));
      changed |= escaped.insert(instantiate(function, signature));
    });
  return changed;
}

void TypeInference::reset() {
  memo.clear();
  instances.clear();
  roots.clear();
  callers.clear();
  escaped.clear();
  storage.clear();
  instancesPerFunction.clear();
}

SetVector<FunctionInstance *> TypeInference::getReachable() const {
  SetVector<FunctionInstance *> reachable;
  reachable.insert(roots.begin(), roots.end());
  reachable.insert(escaped.begin(), escaped.end());
  for (unsigned i = 0; i < reachable.size(); ++i)
    for (auto [site, callee] : reachable[i]->callees)
      reachable.insert(callee);
  return reachable;
}

Type TypeInference::getGlobalType(StringAttr name) const {
  StorageKey key{StorageKey::Global, name.getAsOpaquePointer()};
  auto it = storage.find(key.asTuple());
  return it == storage.end() ? Type() : it->second.type;
}

Type TypeInference::getFieldType(TypeOp type, unsigned position) const {
  StorageKey key{StorageKey::Field, type.getOperation(), position};
  auto it = storage.find(key.asTuple());
  return it == storage.end() ? Type() : it->second.type;
}

FunctionInstance *TypeInference::getDynamicInstance(FuncOp function) const {
  SmallVector<Type> signature(function.getNumArguments(),
                              AnyType::get(module->getContext()));
  return memo.lookup({function, signature});
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
  Type before = instance->types.lookup(value);
  Type joined = joinTypes(before, type);
  escapeLost(type, joined);
  if (joined == before)
    return;
  instance->types[value] = joined;
  for (Operation *user : value.getUsers())
    if (instance->reachedOps.contains(user))
      enqueue(instance, user);
  if (before)
    return escapeLost(before, joined);
  // An operation that can succeed does not always fail.
  Operation *def = value.getDefiningOp();
  Value status = def ? ruchy::detail::getErrorResult(def) : Value();
  if (status && status != value)
    for (Operation *user : status.getUsers())
      if (instance->reachedOps.contains(user))
        enqueue(instance, user);
}

void TypeInference::raiseTruth(FunctionInstance *instance, Value value,
                               Truth truth) {
  uint8_t &slot = instance->truths[value];
  if ((slot | truth) == slot)
    return;
  slot |= truth;
  for (Operation *user : value.getUsers())
    if (instance->reachedOps.contains(user))
      enqueue(instance, user);
}

void TypeInference::raiseResult(FunctionInstance *instance, unsigned index,
                                Type type) {
  Type before = instance->results[index];
  Type joined = joinTypes(before, type);
  // A range has no place among the returned registers.
  if (joined && isa<RangeType>(joined))
    joined = AnyType::get(joined.getContext());
  escapeLost(type, joined);
  if (joined == before)
    return;
  instance->results[index] = joined;
  escapeLost(before, joined);
  // Copies: instances that are made meanwhile move the table.
  SmallVector<WorkItem> sites(callers[instance].sites.getArrayRef());
  SmallVector<FunctionInstance *> tails(
      callers[instance].tailCallees.getArrayRef());
  for (auto [caller, site] : sites)
    enqueue(caller, site);
  for (FunctionInstance *callee : tails)
    raiseResult(callee, index, joined);
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
  for (auto [argument, operand] : llvm::zip(target->getArguments(), operands)) {
    Type type = instance->lookup(operand);
    raise(instance, argument, type);
    if (type && type.isInteger(1))
      raiseTruth(instance, argument, instance->getTruth(operand));
  }
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
  unsigned transient = function.getTransparent() ? kMaxTransientTransparent
                                                 : kMaxTransientInstances;
  widen |= instances.size() >= limits.maxInstances ||
           instancesPerFunction[function] >= transient;
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
  instance->results.resize(function.getNumValueResults());
  if (function.isExternal()) {
    llvm::copy(function.getResultTypes().take_front(instance->results.size()),
               instance->results.begin());
    return instance;
  }
  for (auto [argument, type] : llvm::zip(function.getArguments(), exact))
    instance->types[argument] = type;
  // A function that fails at once gives its parameters back as they were.
  if (auto inout = function.getInout())
    for (auto [position, index] : llvm::enumerate(*inout))
      raiseResult(instance, 1 + position, exact[index]);
  reach(instance, &function.front());
  return instance;
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

unsigned TypeInference::getSignatureLimit(Operation *function) const {
  return cast<FuncOp>(function).getTransparent() ? kMaxTransparentSignatures
                                                 : limits.maxSignatures;
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
    if (list.size() <= getSignatureLimit(function) ||
        keptSignatures.contains(function))
      continue;
    if (!weighed)
      weigh();
    llvm::stable_sort(list, [&](auto *a, auto *b) {
      return weights.lookup(a) > weights.lookup(b);
    });
    list.resize(getSignatureLimit(function));
    auto &kept = keptSignatures[function];
    for (FunctionInstance *instance : list)
      kept.push_back(instance->signature);
    changed = true;
  }
  return changed;
}
