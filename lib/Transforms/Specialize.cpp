//===- Specialize.cpp - Clone functions per argument types ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Analysis/TypeInference.h"
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/IR/IRMapping.h"

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
  void retargetCalls(FunctionInstance *instance, IRMapping &mapping);
  void coerceOperands(FuncOp func);
  void coerceBranch(BranchOpInterface branch);
  void coerce(OpOperand &operand, Type type);
  void retypeFreshArrays(FuncOp func);
  void removeGenericFunctions();

  /// A function that never returns has no result type of its own.
  Type getResultType(FunctionInstance *instance) const {
    if (instance->result)
      return instance->result;
    return instance->function.isPrivate()
               ? any
               : instance->function.getResultTypes().front();
  }

  ModuleOp module;
  SymbolTable symbols;
  const TypeInference &inference;
  Type any;
  OpBuilder builder;
  DenseMap<FunctionInstance *, FuncOp> clones;
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
    if (instance->function.isExternal())
      continue;
    IRMapping &mapping = *mappings[instance];
    cutDeadCode(instance, mapping);
    typeBody(instance, clones[instance], mapping);
    retargetCalls(instance, mapping);
  }
  for (FunctionInstance *instance : instances)
    if (!instance->function.isExternal()) {
      coerceOperands(clones[instance]);
      retypeFreshArrays(clones[instance]);
    }
  for (Operation *func : generic)
    func->erase();
  numRemoved = generic.size();
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
      clone.getContext(), instance->signature, getResultType(instance)));
}

void Specializer::retargetCalls(FunctionInstance *instance,
                                IRMapping &mapping) {
  for (auto [site, callee] : instance->callees) {
    auto call = cast<CallOp>(mapping.lookup(site));
    call.setCallee(clones[callee].getSymName());
    Type given = getResultType(callee);
    Type joined = call.getResult(0).getType();
    if (given == joined)
      continue;
    // Inference may have seen a wider result than the callee has in the end.
    call.getResult(0).setType(given);
    builder.setInsertionPointAfter(call);
    auto coerced =
        CoerceOp::create(builder, call.getLoc(), joined, call.getResult(0));
    call.getResult(0).replaceAllUsesExcept(coerced, coerced);
  }
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
    if (isa<ReturnOp>(op))
      return coerce(op->getOpOperand(0), func.getResultTypes()[0]);
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
