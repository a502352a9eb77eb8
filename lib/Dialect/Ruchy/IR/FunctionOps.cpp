//===- FunctionOps.cpp - Functions, calls, globals and slots ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/Interfaces/FunctionImplementation.h"

using namespace mlir;
using namespace ruchy;

//===----------------------------------------------------------------------===//
// func
//===----------------------------------------------------------------------===//

void FuncOp::build(OpBuilder &b, OperationState &state, StringRef name,
                   FunctionType type) {
  state.addAttribute(getSymNameAttrName(state.name), b.getStringAttr(name));
  state.addAttribute(getFunctionTypeAttrName(state.name), TypeAttr::get(type));
  state.addRegion();
}

ParseResult FuncOp::parse(OpAsmParser &parser, OperationState &result) {
  auto buildType = [](Builder &b, ArrayRef<Type> inputs, ArrayRef<Type> results,
                      function_interface_impl::VariadicFlag, std::string &) {
    return b.getFunctionType(inputs, results);
  };
  return function_interface_impl::parseFunctionOp(
      parser, result, /*allowVariadic=*/false,
      getFunctionTypeAttrName(result.name), buildType,
      getArgAttrsAttrName(result.name), getResAttrsAttrName(result.name));
}

void FuncOp::print(OpAsmPrinter &printer) {
  function_interface_impl::printFunctionOp(
      printer, *this, /*isVariadic=*/false, getFunctionTypeAttrName(),
      getArgAttrsAttrName(), getResAttrsAttrName());
}

LogicalResult FuncOp::verify() {
  ArrayRef<Type> results = getResultTypes();
  for (Type type : llvm::concat<const Type>(getArgumentTypes(), results))
    if (!isValueType(type))
      return emitOpError("type ") << type << " must be a Ruchy value type";
  unsigned needed = 1;
  if (auto inout = getInout()) {
    needed += inout->size();
    for (int64_t index : *inout)
      if (index < 0 || index >= int64_t(getNumArguments()))
        return emitOpError("gives back parameter ")
               << index << ", which it does not have";
  }
  if (results.size() != needed && results.size() != needed + 1)
    return emitOpError("has one result, and an error status where it can fail; "
                       "parameters that it gives back are results too");
  if (results.size() > needed && !isa<ErrorType>(results.back()))
    return emitOpError("expects its last result to be an error status");
  if (getClosure() && getNumArguments() == 0)
    return emitOpError("is a closure, but has no parameter for itself");
  return success();
}

bool FuncOp::hasErrorResult() {
  unsigned values = 1 + (getInout() ? getInout()->size() : 0);
  return getResultTypes().size() > values;
}

unsigned FuncOp::getNumValueResults() {
  return getResultTypes().size() - hasErrorResult();
}

LogicalResult ReturnOp::verify() {
  auto func = cast<FuncOp>((*this)->getParentOp());
  if (getOperandTypes() != TypeRange(func.getResultTypes()))
    return emitOpError("returns (")
           << getOperandTypes() << "), but the function has results ("
           << func.getResultTypes() << ")";
  return success();
}

bool ReturnOp::consumesOperand(unsigned) { return true; }

LogicalResult GlobalOp::verify() {
  if (!isValueType(getType()) || isa<ErrorType>(getType()))
    return emitOpError("type ") << getType() << " must be a Ruchy value type";
  return success();
}

LogicalResult CallOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto func = symbols.lookupNearestSymbolFrom<FuncOp>(*this, getCalleeAttr());
  if (!func)
    return emitOpError("calls the unknown function ") << getCalleeAttr();
  if (TypeRange(func.getArgumentTypes()) != getArgs().getTypes())
    return emitOpError("passes (")
           << getArgs().getTypes() << "), but " << getCalleeAttr() << " takes ("
           << func.getArgumentTypes() << ")";
  TypeRange results = getResultTypes();
  // The checking form of a call whose callee has no status of its own yet.
  if (getErrorResult() && !func.hasErrorResult())
    results = results.drop_back();
  if (TypeRange(func.getResultTypes()) != results)
    return emitOpError("expects (")
           << getResultTypes() << "), but " << getCalleeAttr() << " gives ("
           << func.getResultTypes() << ")";
  return success();
}

Value CallOp::getErrorResult() { return ruchy::detail::getErrorResult(*this); }

//===----------------------------------------------------------------------===//
// Globals
//===----------------------------------------------------------------------===//

/// The global must exist; its type, where `type` is given, must be that. An
/// untyped global takes exact values until specialisation gives it a type.
static LogicalResult verifyGlobalUse(Operation *op, FlatSymbolRefAttr name,
                                     Type type, SymbolTableCollection &symbols,
                                     bool isSet = false) {
  auto global = symbols.lookupNearestSymbolFrom<GlobalOp>(op, name);
  if (!global)
    return op->emitOpError("uses the unknown global ") << name;
  if (type && type != global.getType() &&
      !(isSet && isa<AnyType>(global.getType())))
    return op->emitOpError("has type ")
           << type << ", but " << name << " has " << global.getType();
  return success();
}

LogicalResult GlobalGetOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyGlobalUse(*this, getGlobalAttr(), getType(), symbols);
}
LogicalResult GlobalTakeOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyGlobalUse(*this, getGlobalAttr(), getType(), symbols);
}
LogicalResult GlobalSetOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyGlobalUse(*this, getGlobalAttr(), getValue().getType(), symbols,
                         /*isSet=*/true);
}
LogicalResult GlobalIsSetOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyGlobalUse(*this, getGlobalAttr(), {}, symbols);
}

static StorageKey getStorage(FlatSymbolRefAttr global) {
  return {StorageKey::Global, global.getAttr().getAsOpaquePointer()};
}

void GlobalGetOp::inferResultTypes(ArrayRef<Type>,
                                   SmallVectorImpl<Type> &results) {
  results.push_back(getType());
}
void GlobalGetOp::inferStoredTypes(ArrayRef<Type>, StorageTypes &storage,
                                   SmallVectorImpl<Type> &results) {
  results.push_back(storage.read(getStorage(getGlobalAttr())));
}

void GlobalTakeOp::inferResultTypes(ArrayRef<Type>,
                                    SmallVectorImpl<Type> &results) {
  results.push_back(getType());
}
void GlobalTakeOp::inferStoredTypes(ArrayRef<Type>, StorageTypes &storage,
                                    SmallVectorImpl<Type> &results) {
  results.push_back(storage.read(getStorage(getGlobalAttr())));
}

void GlobalSetOp::inferResultTypes(ArrayRef<Type>, SmallVectorImpl<Type> &) {}
void GlobalSetOp::inferStoredTypes(ArrayRef<Type> types, StorageTypes &storage,
                                   SmallVectorImpl<Type> &) {
  storage.write(getStorage(getGlobalAttr()), types[0]);
}

Type GlobalSetOp::getWantedOperandType(unsigned) {
  auto global =
      SymbolTable::lookupNearestSymbolFrom<GlobalOp>(*this, getGlobalAttr());
  return global ? global.getType() : Type();
}

bool GlobalSetOp::consumesOperand(unsigned) { return true; }

bool GlobalGetOp::mayError() { return getChecked(); }
bool GlobalTakeOp::mayError() { return getChecked(); }

/// Tests that the global was assigned, then reads it unchecked.
template <typename Op>
static bool expandGlobalRead(Op op, ErrorExpansion &expansion) {
  if (!op.getChecked())
    return false;
  OpBuilder &b = expansion.getBuilder();
  Value isSet =
      GlobalIsSetOp::create(b, op.getLoc(), b.getI1Type(), op.getGlobalAttr());
  expansion.failIf(NotOp::create(b, op.getLoc(), b.getI1Type(), isSet),
                   op.getLoc(), "UndefinedVariable", op.getGlobal());
  auto read =
      Op::create(b, op.getLoc(), op.getType(), UnitAttr(), op.getGlobalAttr());
  op.replaceAllUsesWith(read.getResult());
  op.erase();
  return true;
}

bool GlobalGetOp::expandErrors(ErrorExpansion &expansion) {
  return expandGlobalRead(*this, expansion);
}
bool GlobalTakeOp::expandErrors(ErrorExpansion &expansion) {
  return expandGlobalRead(*this, expansion);
}

void GlobalGetOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  effects.emplace_back(MemoryEffects::Read::get());
  ruchy::detail::getErrorEffects(getOperation(), effects);
}

void GlobalTakeOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  effects.emplace_back(MemoryEffects::Read::get());
  effects.emplace_back(MemoryEffects::Write::get());
  ruchy::detail::getErrorEffects(getOperation(), effects);
}

//===----------------------------------------------------------------------===//
// check_set
//===----------------------------------------------------------------------===//

void CheckSetOp::inferResultTypes(ArrayRef<Type> types,
                                  SmallVectorImpl<Type> &results) {
  // A variable that is certainly unset never gets past the check.
  results.push_back(isa<UnsetType>(types[0]) ? Type() : types[0]);
}

bool CheckSetOp::mayError() {
  return isa<AnyType, UnsetType>(getValue().getType());
}

bool CheckSetOp::expandErrors(ErrorExpansion &expansion) {
  OpBuilder &b = expansion.getBuilder();
  Type type = getValue().getType();
  if (isa<AnyType>(type)) {
    Value unset = ConstantOp::create(
        b, getLoc(),
        NilAttr::get(b.getContext(), UnsetType::get(b.getContext())));
    Value isUnset = EqOp::create(b, getLoc(), b.getI1Type(), getValue(), unset);
    expansion.failIf(isUnset, getLoc(), "UndefinedVariable", getName());
    replaceAllUsesWith(getValue());
  } else if (isa<UnsetType>(type)) {
    expansion.fail([&](OpBuilder &b) -> Value {
      return ErrorSiteOp::create(b, getLoc(), "UndefinedVariable", getName());
    });
    Value never = PoisonOp::create(b, getLoc(), getType());
    replaceAllUsesWith(never);
  } else {
    replaceAllUsesWith(getValue());
  }
  erase();
  return true;
}

void CheckSetOp::getViewBases(unsigned, SmallVectorImpl<Value> &bases) {
  if (isHeapType(getValue().getType()))
    bases.push_back(getValue());
}

OpFoldResult CheckSetOp::fold(FoldAdaptor) {
  Type type = getValue().getType();
  if (type == getType() && !isa<AnyType, UnsetType>(type))
    return getValue();
  return {};
}

//===----------------------------------------------------------------------===//
// Slots
//===----------------------------------------------------------------------===//

SmallVector<MemorySlot> SlotOp::getPromotableSlots() {
  return {MemorySlot{getResult(), getType().getElementType()}};
}

Value SlotOp::getDefaultValue(const MemorySlot &slot, OpBuilder &builder) {
  // A typed slot is stored to before it is read.
  if (!isa<AnyType>(slot.elemType))
    return PoisonOp::create(builder, getLoc(), slot.elemType);
  Value unset = ConstantOp::create(
      builder, getLoc(),
      NilAttr::get(getContext(), UnsetType::get(getContext())));
  return coerceTo(builder, unset, slot.elemType);
}

void SlotOp::handleBlockArgument(const MemorySlot &, BlockArgument argument,
                                 OpBuilder &) {
  argument.setLoc(NameLoc::get(getNameAttr(), getLoc()));
}

std::optional<PromotableAllocationOpInterface>
SlotOp::handlePromotionComplete(const MemorySlot &, Value defaultValue,
                                OpBuilder &) {
  if (defaultValue && defaultValue.use_empty()) {
    auto coerce = defaultValue.getDefiningOp<CoerceOp>();
    Value unset = coerce ? coerce.getValue() : Value();
    if (Operation *def = defaultValue.getDefiningOp())
      def->erase();
    if (unset && unset.use_empty())
      unset.getDefiningOp()->erase();
  }
  erase();
  return std::nullopt;
}

/// Whether the slot itself is what is accessed, and not stored as a value.
static bool isOnlyAccess(const MemorySlot &slot,
                         const SmallPtrSetImpl<OpOperand *> &blockingUses) {
  return blockingUses.size() == 1 && (*blockingUses.begin())->get() == slot.ptr;
}

LogicalResult StoreOp::verify() {
  if (!isCoercible(getValue().getType(), getSlot().getType().getElementType()))
    return emitOpError("cannot store ")
           << getValue().getType() << " into " << getSlot().getType();
  return success();
}

bool LoadOp::loadsFrom(const MemorySlot &slot) { return getSlot() == slot.ptr; }
bool LoadOp::storesTo(const MemorySlot &) { return false; }

Value LoadOp::getStored(const MemorySlot &, OpBuilder &, Value,
                        const DataLayout &) {
  return {};
}

bool LoadOp::canUsesBeRemoved(const MemorySlot &slot,
                              const SmallPtrSetImpl<OpOperand *> &blockingUses,
                              SmallVectorImpl<OpOperand *> &,
                              const DataLayout &) {
  return isOnlyAccess(slot, blockingUses) && getType() == slot.elemType;
}

DeletionKind LoadOp::removeBlockingUses(const MemorySlot &,
                                        const SmallPtrSetImpl<OpOperand *> &,
                                        OpBuilder &, Value reachingDefinition,
                                        const DataLayout &) {
  getResult().replaceAllUsesWith(reachingDefinition);
  return DeletionKind::Delete;
}

bool StoreOp::loadsFrom(const MemorySlot &) { return false; }
bool StoreOp::storesTo(const MemorySlot &slot) { return getSlot() == slot.ptr; }

Value StoreOp::getStored(const MemorySlot &slot, OpBuilder &builder, Value,
                         const DataLayout &) {
  return coerceTo(builder, getValue(), slot.elemType);
}

bool StoreOp::canUsesBeRemoved(const MemorySlot &slot,
                               const SmallPtrSetImpl<OpOperand *> &blockingUses,
                               SmallVectorImpl<OpOperand *> &,
                               const DataLayout &) {
  return isOnlyAccess(slot, blockingUses) && getValue() != slot.ptr;
}

DeletionKind StoreOp::removeBlockingUses(const MemorySlot &,
                                         const SmallPtrSetImpl<OpOperand *> &,
                                         OpBuilder &, Value,
                                         const DataLayout &) {
  return DeletionKind::Delete;
}
