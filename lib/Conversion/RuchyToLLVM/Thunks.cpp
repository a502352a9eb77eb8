//===- Thunks.cpp - Entries of function values ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A thunk has the signature of RtThunk. It takes dynamic values, as many as one
// of its targets has parameters: the function itself, and for functions with
// default values those that evaluate them.
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"
#include "Shapes.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

/// Names the targets of a thunk where these are not the function itself.
static constexpr llvm::StringLiteral kTargetsName = "thunks";

/// Dynamic versions of the function, by number of arguments.
static SmallVector<StringRef> getTargets(ClosureNewOp op) {
  SmallVector<StringRef> names;
  if (auto targets = op->getAttrOfType<ArrayAttr>(kTargetsName)) {
    for (Attribute target : targets)
      names.push_back(cast<FlatSymbolRefAttr>(target).getValue());
    return names;
  }
  return {op.getFunction()};
}

void lowering::collectFunctionValues(ModuleLowering &module) {
  llvm::StringSet<> wanted;
  module.getModule().walk([&](ClosureNewOp op) {
    for (StringRef name : getTargets(op))
      wanted.insert(name);
  });
  for (auto func : module.getModule().getOps<FuncOp>()) {
    if (!wanted.contains(func.getName()) || func.isExternal())
      continue;
    DeclaredFunction &declared = module.functionValues[func.getName()];
    declared.type = func.getFunctionType();
    declared.isClosure = func.getClosure();
    for (unsigned i = 0; i < func.getNumArguments(); ++i)
      declared.owned.push_back(func.getArgAttr(i, FuncOp::kOwnedAttrName) !=
                               nullptr);
  }
}

namespace {

/// Builds one thunk.
class ThunkBuilder {
public:
  ThunkBuilder(ModuleLowering &module, LLVM::LLVMFuncOp thunk)
      : module(module), b(module.getContext()), thunk(thunk),
        e(module, b, b.getUnknownLoc()) {
    entry = thunk.addEntryBlock(b);
    b.setInsertionPointToEnd(entry);
  }

  /// Goes on behind a test whether the call has as many arguments.
  void addTarget(StringRef name, const DeclaredFunction &target) {
    unsigned count = target.type.getNumInputs() - target.isClosure;
    least = least ? std::min(*least, count) : count;
    most = most ? std::max(*most, count) : count;
    Block *call = b.createBlock(&thunk.getBody());
    Block *next = b.createBlock(&thunk.getBody());
    b.setInsertionPointToEnd(entry);
    Value fits =
        e.compare(LLVM::ICmpPredicate::eq, thunk.getArgument(3), e.i64(count));
    LLVM::CondBrOp::create(b, e.loc, fits, call, next);
    b.setInsertionPointToEnd(call);
    emitCall(name, target);
    entry = next;
    b.setInsertionPointToEnd(entry);
  }

  void finish() {
    Value error =
        e.call("rt_error_arity", {e.i64(*least), e.i64(*most),
                                  thunk.getArgument(3), thunk.getArgument(4)});
    LLVM::ReturnOp::create(b, e.loc, error);
  }

private:
  void emitCall(StringRef name, const DeclaredFunction &target) {
    SmallVector<Value> args;
    for (auto [index, type] : llvm::enumerate(target.type.getInputs()))
      args.push_back(getArgument(target, index, type));
    SmallVector<Type> results;
    for (Type type : target.type.getResults())
      results.push_back(e.convert(type));
    Type packed =
        results.size() == 1
            ? results[0]
            : LLVM::LLVMStructType::getLiteral(b.getContext(), results);
    auto call = LLVM::CallOp::create(b, e.loc, TypeRange{packed},
                                     getLLVMName(name), args);
    if (module.tailFunctions.contains(name))
      call.setCConv(LLVM::CConv::Tail);
    SmallVector<Value> values{call.getResult()};
    if (results.size() > 1) {
      values.clear();
      for (size_t i = 0; i < results.size(); ++i)
        values.push_back(LLVM::ExtractValueOp::create(
            b, e.loc, call.getResult(), static_cast<int64_t>(i)));
    }
    giveBack(target, values);
  }

  Value getArgument(const DeclaredFunction &target, unsigned index, Type type) {
    Value value;
    if (target.isClosure && index == 0) {
      value = thunk.getArgument(1);
      if (isa<AnyType>(type))
        value = e.boxOwned(value, FnType::get(b.getContext(), someFunction()));
    } else {
      value = e.loadPart(
          e.offset(thunk.getArgument(2), 16 * (index - target.isClosure)),
          type);
    }
    if (target.owned[index])
      e.dup(value, type);
    return value;
  }

  /// Boxing asks for the kind of type only.
  FlatSymbolRefAttr someFunction() {
    return FlatSymbolRefAttr::get(b.getContext(), thunk.getName());
  }

  void giveBack(const DeclaredFunction &target, ArrayRef<Value> values) {
    TypeRange types = target.type.getResults();
    Value status;
    if (isa<ErrorType>(types.back()) && types.size() > 1) {
      status = values.back();
      values = values.drop_back();
      types = types.drop_back();
    }
    // What the function gives back of its parameters has no place to go.
    for (auto [value, type] : llvm::drop_begin(llvm::zip(values, types)))
      e.drop(value, type);
    if (status) {
      Block *done = b.createBlock(&thunk.getBody());
      Block *failed = b.createBlock(&thunk.getBody());
      b.setInsertionPointToEnd(status.getParentBlock());
      LLVM::CondBrOp::create(b, e.loc, e.isNull(status), done, failed);
      b.setInsertionPointToEnd(failed);
      LLVM::ReturnOp::create(b, e.loc, status);
      b.setInsertionPointToEnd(done);
    }
    e.storePart(values[0], types[0], thunk.getArgument(0));
    LLVM::ReturnOp::create(b, e.loc, e.null());
  }

  ModuleLowering &module;
  OpBuilder b;
  LLVM::LLVMFuncOp thunk;
  Emitter e;
  Block *entry;
  std::optional<unsigned> least, most;
};

} // namespace

/// Whether unknown callers can pass what the function takes.
static bool takesDynamicValues(const DeclaredFunction &function) {
  for (auto [index, type] : llvm::enumerate(function.type.getInputs()))
    if (!isa<AnyType>(type) && !(function.isClosure && index == 0))
      return false;
  return true;
}

LLVM::LLVMFuncOp lowering::getThunk(ModuleLowering &module, ClosureNewOp op) {
  SmallVector<std::pair<StringRef, const DeclaredFunction *>> targets;
  for (StringRef name : getTargets(op)) {
    auto it = module.functionValues.find(name);
    if (it != module.functionValues.end() && takesDynamicValues(it->second))
      targets.push_back({name, &it->second});
  }
  // Inference has found every caller.
  if (targets.empty())
    return {};
  std::string name = ("thunk." + op.getFunction()).str();
  OpBuilder b = OpBuilder::atBlockEnd(module.getModule().getBody());
  Type ptr = LLVM::LLVMPointerType::get(module.getContext());
  auto type =
      LLVM::LLVMFunctionType::get(ptr, {ptr, ptr, ptr, b.getI64Type(), ptr});
  auto thunk = LLVM::LLVMFuncOp::create(b, b.getUnknownLoc(), name, type,
                                        LLVM::Linkage::Internal);
  thunk.setNoUnwind(true);
  thunk.setPassthroughAttr(b.getArrayAttr(b.getStringAttr("no-builtins")));
  ThunkBuilder builder(module, thunk);
  for (auto [target, declared] : targets)
    builder.addTarget(target, *declared);
  builder.finish();
  return thunk;
}
