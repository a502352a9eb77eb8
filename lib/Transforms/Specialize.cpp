//===- Specialize.cpp - Clone functions per argument types ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Analysis/TypeInference.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/Matchers.h"

namespace ruchy {
#define GEN_PASS_DEF_RUCHYSPECIALIZE
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace ruchy;

namespace {

/// Makes the clones that inference asks for and gives values their types.
class Specializer {
public:
  Specializer(ModuleOp module, const TypeInference &inference)
      : module(module), symbols(module), inference(inference),
        any(AnyType::get(module.getContext())), builder(module.getContext()) {}

  void run();

  unsigned numClones = 0, numDynamicClones = 0, numRemoved = 0;

private:
  void typeGlobals();
  FuncOp makeClone(FunctionInstance *instance);
  void typeBody(FunctionInstance *instance, FuncOp clone, IRMapping &mapping);
  void cutDeadCode(FunctionInstance *instance, IRMapping &mapping);
  void cutDecidedBranches(FunctionInstance *instance, IRMapping &mapping);
  void retargetCalls(FunctionInstance *instance, IRMapping &mapping);
  CallOp makeCall(Operation *site, FuncOp callee);
  void retargetClosures(FuncOp func);
  void coerceOperands(FuncOp func);
  void coerceBranch(BranchOpInterface branch);
  void coerce(OpOperand &operand, Type type);
  void retypeFreshArrays(FuncOp func);
  void resolveFields(FuncOp func);
  void resolvePlaces(FuncOp func);
  void resolveTables(FuncOp func);
  void iterateTable(IterOp op);
  void refineResult(Operation *op);
  void removeGenericFunctions();

  SmallVector<Type> getResultTypes(FunctionInstance *instance) const;

  ModuleOp module;
  SymbolTable symbols;
  const TypeInference &inference;
  Type any;
  OpBuilder builder;
  DenseMap<FunctionInstance *, FuncOp> clones;
  /// What function values refer to: the dynamic clone of a generic function, or
  /// any clone where nobody calls it without knowing it.
  DenseMap<StringAttr, FuncOp> valueClones;
  DenseMap<FunctionInstance *, std::unique_ptr<IRMapping>> mappings;
};

} // namespace

void Specializer::run() {
  typeGlobals();
  SmallVector<Operation *> generic;
  for (auto func : module.getOps<FuncOp>())
    if (func.isPrivate() && !func.isExternal())
      generic.push_back(func);

  SetVector<FunctionInstance *> instances = inference.getReachable();
  for (FunctionInstance *instance : instances)
    clones[instance] = makeClone(instance);
  for (FunctionInstance *instance : instances) {
    FuncOp &clone = valueClones[instance->function.getSymNameAttr()];
    if (!clone || instance->isDynamic() || instance->signature.empty())
      clone = clones[instance];
  }
  for (FunctionInstance *instance : instances) {
    if (instance->function.isExternal())
      continue;
    IRMapping &mapping = *mappings[instance];
    cutDecidedBranches(instance, mapping);
    cutDeadCode(instance, mapping);
    typeBody(instance, clones[instance], mapping);
    retargetCalls(instance, mapping);
  }
  for (FunctionInstance *instance : instances)
    if (!instance->function.isExternal()) {
      coerceOperands(clones[instance]);
      retypeFreshArrays(clones[instance]);
      retargetClosures(clones[instance]);
      resolveFields(clones[instance]);
      resolvePlaces(clones[instance]);
      resolveTables(clones[instance]);
    }
  for (Operation *func : generic)
    func->erase();
  numRemoved = generic.size();
}

/// A function that never returns has no result type of its own.
SmallVector<Type>
Specializer::getResultTypes(FunctionInstance *instance) const {
  FuncOp func = instance->function;
  SmallVector<Type> types(instance->results.begin(), instance->results.end());
  for (auto [type, declared] : llvm::zip(types, func.getResultTypes()))
    if (!type)
      type = func.isPrivate() ? any : declared;
  if (func.hasErrorResult())
    types.push_back(func.getResultTypes().back());
  return types;
}

void Specializer::typeGlobals() {
  for (auto global : module.getOps<GlobalOp>())
    if (Type type = inference.getGlobalType(global.getSymNameAttr()))
      global.setType(type);
}

/// Public functions keep their name and are typed in place: the mapping is the
/// identity. Private ones get a clone named after the signature.
FuncOp Specializer::makeClone(FunctionInstance *instance) {
  FuncOp func = instance->function;
  auto mapping = std::make_unique<IRMapping>();
  if (func.isExternal())
    return func;
  if (!func.isPrivate()) {
    func.walk([&](Block *block) {
      mapping->map(block, block);
      mapping->map(block->getArguments(), block->getArguments());
      for (Operation &op : *block)
        mapping->map(&op, &op);
    });
    mappings[instance] = std::move(mapping);
    return func;
  }
  std::string name = func.getSymName().str();
  for (Type type : instance->signature)
    name += "." + mangleType(type);
  auto clone = cast<FuncOp>(func->clone(*mapping));
  clone.setSymName(name);
  symbols.insert(clone, Block::iterator(func));
  mappings[instance] = std::move(mapping);
  ++numClones;
  numDynamicClones += instance->isDynamic();
  return clone;
}

/// Leaves the one edge of a branch that exact types decide.
void Specializer::cutDecidedBranches(FunctionInstance *instance,
                                     IRMapping &mapping) {
  for (Block &block : instance->function.getBody()) {
    auto test = dyn_cast<cf::CondBranchOp>(block.getTerminator());
    if (!test || !instance->reachedOps.contains(test))
      continue;
    Truth truth = instance->getTruth(test.getCondition());
    if (truth != TruthTrue && truth != TruthFalse)
      continue;
    auto copy = cast<cf::CondBranchOp>(mapping.lookup(test.getOperation()));
    builder.setInsertionPoint(copy);
    if (truth == TruthTrue)
      cf::BranchOp::create(builder, copy.getLoc(), copy.getTrueDest(),
                           copy.getTrueDestOperands());
    else
      cf::BranchOp::create(builder, copy.getLoc(), copy.getFalseDest(),
                           copy.getFalseDestOperands());
    copy.erase();
  }
}

/// Removes blocks that are never reached, and what stands behind an operation
/// that never gives its result.
void Specializer::cutDeadCode(FunctionInstance *instance, IRMapping &mapping) {
  SmallVector<Block *> dead;
  for (Block &block : instance->function.getBody()) {
    Block *copy = mapping.lookup(&block);
    if (!instance->liveBlocks.contains(&block)) {
      dead.push_back(copy);
      continue;
    }
    for (Operation &op : block) {
      if (instance->isComplete(&op))
        continue;
      Operation *last = mapping.lookup(&op);
      while (&copy->back() != last) {
        copy->back().dropAllUses();
        copy->back().erase();
      }
      builder.setInsertionPointToEnd(copy);
      UnreachableOp::create(builder, last->getLoc());
      break;
    }
  }
  for (Block *block : dead)
    block->dropAllDefinedValueUses();
  for (Block *block : dead) {
    block->dropAllReferences();
    block->erase();
  }
}

void Specializer::typeBody(FunctionInstance *instance, FuncOp clone,
                           IRMapping &mapping) {
  for (Block &block : instance->function.getBody()) {
    if (!instance->liveBlocks.contains(&block))
      continue;
    Block *copy = mapping.lookup(&block);
    for (auto [from, to] :
         llvm::zip(block.getArguments(), copy->getArguments()))
      if (Type type = instance->lookup(from))
        to.setType(type);
  }
  // The copy may be the original: types are looked up by the original value.
  DenseMap<Operation *, Operation *> originals;
  instance->function.walk([&](Operation *op) {
    if (Operation *copy = mapping.lookupOrNull(op))
      originals[copy] = op;
  });
  SmallVector<CoerceOp> identities;
  clone.walk([&](Operation *copy) {
    Operation *op = originals.lookup(copy);
    if (!op)
      return;
    for (auto [from, to] : llvm::zip(op->getResults(), copy->getResults()))
      if (Type type = instance->types.lookup(from))
        to.setType(type);
    if (auto coerce = dyn_cast<CoerceOp>(copy))
      identities.push_back(coerce);
  });
  for (CoerceOp coerce : identities)
    if (coerce.getValue().getType() == coerce.getType()) {
      // Call sites are found through the mapping, coercions are not.
      coerce.replaceAllUsesWith(coerce.getValue());
      coerce.erase();
    }
  clone.setFunctionType(FunctionType::get(
      clone.getContext(), instance->signature, getResultTypes(instance)));
}

/// The call that a site becomes: itself, or one in place of the call of a value
/// that is known.
CallOp Specializer::makeCall(Operation *site, FuncOp callee) {
  if (auto call = dyn_cast<CallOp>(site)) {
    call.setCallee(callee.getSymName());
    return call;
  }
  auto value = cast<CallValueOp>(site);
  ValueRange args =
      callee.getClosure() ? ValueRange(site->getOperands()) : value.getArgs();
  builder.setInsertionPoint(site);
  auto call =
      CallOp::create(builder, site->getLoc(), site->getResultTypes(),
                     FlatSymbolRefAttr::get(callee.getSymNameAttr()), args,
                     /*tail=*/UnitAttr(), nullptr, nullptr);
  site->replaceAllUsesWith(call);
  site->erase();
  return call;
}

void Specializer::retargetCalls(FunctionInstance *instance,
                                IRMapping &mapping) {
  for (auto [site, callee] : instance->callees) {
    CallOp call = makeCall(mapping.lookup(site), clones[callee]);
    SmallVector<Type> types = getResultTypes(callee);
    for (auto [result, given] : llvm::zip(call.getResults(), types)) {
      Type joined = result.getType();
      if (given == joined)
        continue;
      // Inference may have seen a wider result than the callee has in the end.
      result.setType(given);
      if (result.use_empty())
        continue;
      builder.setInsertionPointAfter(call);
      auto coerced = CoerceOp::create(builder, call.getLoc(), joined, result);
      result.replaceAllUsesExcept(coerced, coerced);
    }
  }
}

/// Function values refer to a clone that exists.
void Specializer::retargetClosures(FuncOp func) {
  func.walk([&](ClosureNewOp op) {
    if (FuncOp clone = valueClones.lookup(op.getFunctionAttr().getAttr()))
      op.setFunction(clone.getSymName());
  });
}

/// Fields of known records are parts by position, which cannot fail.
void Specializer::resolveFields(FuncOp func) {
  func.walk([&](FieldOp op) {
    FlatSymbolRefAttr name;
    Type object = op.getObject().getType();
    if (auto record = dyn_cast<StructType>(object))
      name = record.getName();
    else if (auto instance = dyn_cast<ClassType>(object))
      name = instance.getName();
    auto type = name ? symbols.lookup<TypeOp>(name.getAttr()) : TypeOp();
    auto position = type ? type.getFieldIndex(op.getName()) : std::nullopt;
    if (!position)
      return;
    builder.setInsertionPoint(op);
    Value part =
        RecordGetOp::create(builder, op.getLoc(), op.getResult().getType(),
                            op.getObject(), *position);
    op.getResult().replaceAllUsesWith(part);
    if (Value status = op.getError())
      status.replaceAllUsesWith(ErrorNoneOp::create(builder, op.getLoc()));
    op.erase();
  });
}

/// The declaration of a record whose field a place operation changes, and the
/// position of that field. Fields that are inherited are left to the runtime.
template <typename Op>
static std::pair<TypeOp, unsigned> getField(Op op, const SymbolTable &symbols) {
  Type container = op.getContainer().getType();
  StringAttr field;
  FlatSymbolRefAttr name;
  if (auto record = dyn_cast<StructType>(container))
    name = record.getName();
  else if (auto instance = dyn_cast<ClassType>(container))
    name = instance.getName();
  if (!name || op.getPath().size() != 1 || !op.getFields() ||
      !op.getFields()->front() ||
      !matchPattern(op.getPath().front(), m_Constant(&field)))
    return {};
  auto type = symbols.lookup<TypeOp>(name.getAttr());
  auto position = type && !type.getBaseAttr()
                      ? type.getFieldIndex(field.getValue())
                      : std::nullopt;
  return position ? std::pair(type, *position) : std::pair(TypeOp(), 0u);
}

/// Whether a method of the library changes a field of a type without being able
/// to fail and without changing that type.
static bool fitsField(PlaceMethodOp op, Type field) {
  SmallVector<Type> types{field};
  llvm::append_range(types, op.getArgs().getTypes());
  const BuiltinInfo *info =
      lookupMethod(op.getMethod(), field, ArrayRef(types).drop_front());
  if (!info || !info->isMutating() || info->mayError() ||
      inferBuiltinReceiver(*info, types) != field)
    return false;
  StringRef letters = info->params;
  auto array = dyn_cast<ArrayType>(field);
  for (auto [index, type] : llvm::enumerate(op.getArgs().getTypes())) {
    char letter = index < letters.size() ? letters[index] : '*';
    bool fits = letter == 'e' ? array && (array.getElementType() == type ||
                                          isa<AnyType>(array.getElementType()))
                              : StringRef("akwis").contains(letter);
    if (!fits)
      return false;
  }
  return info->lowering == BuiltinLowering::Runtime ||
         info->lowering == BuiltinLowering::Push ||
         info->lowering == BuiltinLowering::AppendString;
}

/// Changes of fields that are known.
void Specializer::resolvePlaces(FuncOp func) {
  func.walk([&](Operation *op) {
    if (auto set = dyn_cast<PlaceSetOp>(op)) {
      auto [type, position] = getField(set, symbols);
      if (type && set.getResult().getType() == set.getContainer().getType())
        op->setAttr(kFieldPositionName, builder.getI64IntegerAttr(position));
    } else if (auto method = dyn_cast<PlaceMethodOp>(op)) {
      auto [type, position] = getField(method, symbols);
      Type field = type ? inference.getFieldType(type, position) : Type();
      if (!field ||
          method.getUpdated().getType() != method.getContainer().getType() ||
          !fitsField(method, field))
        return;
      op->setAttr(kFieldPositionName, builder.getI64IntegerAttr(position));
      op->setAttr(kFieldTypeName, TypeAttr::get(field));
    }
  });
}

/// Walking over a map or a set is walking over an array of what is in it.
void Specializer::iterateTable(IterOp op) {
  Type type = op.getIterable().getType();
  StringRef name = isa<SetType>(type) ? "to_array"
                   : op.getKeys()     ? "keys"
                                      : "items";
  const BuiltinInfo *info = lookupMethod(name, type, {});
  if (!info)
    return;
  builder.setInsertionPoint(op);
  auto items =
      MethodOp::create(builder, op.getLoc(), inferBuiltinResult(*info, type),
                       name, op.getIterable(), ValueRange());
  op.getResult().replaceAllUsesWith(
      coerceTo(builder, items.getResult(), op.getResult().getType()));
  if (Value status = op.getError())
    status.replaceAllUsesWith(ErrorNoneOp::create(builder, op.getLoc()));
  op.erase();
}

/// The runtime gives a dynamic value whose type is known.
void Specializer::refineResult(Operation *op) {
  Value result = op->getResult(0);
  Type type = result.getType();
  if (isa<AnyType>(type))
    return;
  result.setType(any);
  builder.setInsertionPointAfter(op);
  auto refined = RefineOp::create(builder, op->getLoc(), type, result);
  result.replaceAllUsesExcept(refined, refined);
}

/// Operations on maps and sets whose types tell what is in them.
void Specializer::resolveTables(FuncOp func) {
  func.walk([&](Operation *op) {
    if (auto iter = dyn_cast<IterOp>(op);
        iter && isa<MapType, SetType>(iter.getIterable().getType()))
      return iterateTable(iter);
    Type type = op->getNumOperands() ? op->getOperand(0).getType() : Type();
    bool isNumber = isa<CastOp>(op) && isa<EnumType>(type) &&
                    op->getResult(0).getType().isInteger(64);
    if (isNumber || (isa<IndexOp>(op) && isa<MapType>(type)))
      refineResult(op);
  });
}

//===----------------------------------------------------------------------===//
// Coercions
//===----------------------------------------------------------------------===//

void Specializer::coerce(OpOperand &operand, Type type) {
  if (operand.get().getType() != type)
    operand.set(coerceTo(builder, operand.get(), type));
}

void Specializer::coerceBranch(BranchOpInterface branch) {
  for (unsigned i = 0; i < branch->getNumSuccessors(); ++i) {
    SuccessorOperands operands = branch.getSuccessorOperands(i);
    for (unsigned k = 0; k < operands.size(); ++k) {
      Type type = branch->getSuccessor(i)->getArgument(k).getType();
      operands.getMutableForwardedOperands()[k].assign(
          coerceTo(builder, operands[k], type));
    }
  }
}

void Specializer::coerceOperands(FuncOp func) {
  func.walk([&](Operation *op) {
    builder.setInsertionPoint(op);
    if (auto branch = dyn_cast<BranchOpInterface>(op))
      return coerceBranch(branch);
    if (isa<ReturnOp>(op)) {
      for (auto [operand, type] :
           llvm::zip(op->getOpOperands(), func.getResultTypes()))
        coerce(operand, type);
      return;
    }
    if (isa<FailOp>(op)) {
      // Behind the status come the parameters, without the function's value.
      for (auto [operand, type] :
           llvm::zip(llvm::drop_begin(op->getOpOperands()),
                     llvm::drop_begin(func.getResultTypes())))
        coerce(operand, type);
      return;
    }
    if (auto call = dyn_cast<CallOp>(op)) {
      auto callee = symbols.lookup<FuncOp>(call.getCallee());
      for (auto [operand, type] :
           llvm::zip(op->getOpOperands(), callee.getArgumentTypes()))
        coerce(operand, type);
      return;
    }
    auto specializable = dyn_cast<SpecializableOpInterface>(op);
    if (!specializable)
      return;
    for (OpOperand &operand : op->getOpOperands())
      if (Type type =
              specializable.getWantedOperandType(operand.getOperandNumber()))
        coerce(operand, type);
  });
}

/// An empty array that every use turns into one type is made of that type.
void Specializer::retypeFreshArrays(FuncOp func) {
  SmallVector<ArrayNewOp> fresh;
  func.walk([&](ArrayNewOp op) {
    if (op.getElements().empty() && !op->use_empty())
      fresh.push_back(op);
  });
  for (ArrayNewOp op : fresh) {
    Type type;
    bool agree = llvm::all_of(op->getUsers(), [&](Operation *user) {
      auto coerce = dyn_cast<CoerceOp>(user);
      if (!coerce || (type && type != coerce.getType()))
        return false;
      type = coerce.getType();
      return isa<ArrayType>(type);
    });
    if (!agree)
      continue;
    op.getResult().setType(type);
    for (Operation *user : llvm::make_early_inc_range(op->getUsers())) {
      user->replaceAllUsesWith(op);
      user->erase();
    }
  }
}

namespace {
struct Specialize : ruchy::impl::RuchySpecializeBase<Specialize> {
  using RuchySpecializeBase::RuchySpecializeBase;

  void runOnOperation() override {
    if (failed(checkSlots()))
      return signalPassFailure();
    TypeInference inference(getOperation(), {maxSignatures, maxInstances});
    inference.run();
    Specializer specializer(getOperation(), inference);
    specializer.run();
    numClones += specializer.numClones;
    numDynamicClones += specializer.numDynamicClones;
    numRemoved += specializer.numRemoved;
  }

  /// Types of variables in memory are not followed.
  LogicalResult checkSlots() {
    WalkResult result = getOperation().walk([](SlotOp slot) {
      slot.emitOpError(
          "must be promoted before specialisation (ruchy-promote-slots)");
      return WalkResult::interrupt();
    });
    return failure(result.wasInterrupted());
  }
};
} // namespace
