//===- LibraryOps.cpp - Text, builtin functions and methods -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"
#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"

using namespace mlir;
using namespace ruchy;

//===----------------------------------------------------------------------===//
// Text
//===----------------------------------------------------------------------===//

static void inferStr(MLIRContext *context, SmallVectorImpl<Type> &results) {
  results.push_back(StrType::get(context));
}
void ToStringOp::inferResultTypes(ArrayRef<Type>,
                                  SmallVectorImpl<Type> &results) {
  inferStr(getContext(), results);
}
void FormatOp::inferResultTypes(ArrayRef<Type>,
                                SmallVectorImpl<Type> &results) {
  inferStr(getContext(), results);
}
void ConcatOp::inferResultTypes(ArrayRef<Type>,
                                SmallVectorImpl<Type> &results) {
  inferStr(getContext(), results);
}

OpFoldResult ToStringOp::fold(FoldAdaptor adaptor) {
  // The text of a string at the top level is the string itself.
  if (isa<StrType>(getValue().getType()) && getMode() != DisplayMode::Debug)
    return getValue();
  auto text = [&](const Twine &twine) {
    return StringAttr::get(twine, getType());
  };
  if (auto value = dyn_cast_or_null<IntegerAttr>(adaptor.getValue())) {
    if (value.getType().isInteger(1))
      return text(value.getValue().isZero() ? "false" : "true");
    return text(Twine(value.getInt()));
  }
  return {};
}

OpFoldResult ConcatOp::fold(FoldAdaptor adaptor) {
  if (getParts().size() == 1)
    return getParts()[0];
  std::string joined;
  for (Attribute part : adaptor.getParts()) {
    auto text = dyn_cast_or_null<StringAttr>(part);
    if (!text)
      return {};
    joined += text.getValue();
  }
  return StringAttr::get(joined, getType());
}

//===----------------------------------------------------------------------===//
// Functions and methods without change of the receiver
//===----------------------------------------------------------------------===//

static void inferFromTable(const BuiltinInfo *info, ArrayRef<Type> types,
                           MLIRContext *context,
                           SmallVectorImpl<Type> &results) {
  results.push_back(info ? inferBuiltinResult(*info, types)
                         : AnyType::get(context));
}

static SmallVector<Type> getTypes(ValueRange values) {
  return llvm::to_vector(values.getTypes());
}

static const BuiltinInfo *getInfo(BuiltinOp op) {
  return lookupFunction(op.getName(), getTypes(op.getArgs()));
}
static const BuiltinInfo *getInfo(MethodOp op) {
  return lookupMethod(op.getName(), op.getReceiver().getType(),
                      getTypes(op.getArgs()));
}
static const BuiltinInfo *getInfo(MutatingMethodOp op) {
  return lookupMethod(op.getName(), op.getReceiver().getType(),
                      getTypes(op.getArgs()));
}

void BuiltinOp::inferResultTypes(ArrayRef<Type> types,
                                 SmallVectorImpl<Type> &results) {
  inferFromTable(lookupFunction(getName(), types), types, getContext(),
                 results);
}

Type BuiltinOp::getWantedOperandType(unsigned index) {
  const BuiltinInfo *info = getInfo(*this);
  return info ? getBuiltinOperandType(*info, getTypes(getOperands()), index)
              : Type();
}

bool BuiltinOp::mayError() {
  const BuiltinInfo *info = getInfo(*this);
  return !info || info->mayError();
}

/// Effects of a call into the library: those of its error, and any effect
/// where the table does not say that it is pure.
static void getLibraryEffects(
    Operation *op, const BuiltinInfo *info,
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  ruchy::detail::getErrorEffects(op, effects);
  if (info && info->isPure())
    return;
  effects.emplace_back(MemoryEffects::Read::get());
  effects.emplace_back(MemoryEffects::Write::get());
}

void BuiltinOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  getLibraryEffects(*this, getInfo(*this), effects);
}

void MethodOp::inferResultTypes(ArrayRef<Type> types,
                                SmallVectorImpl<Type> &results) {
  inferFromTable(lookupMethod(getName(), types[0], types.drop_front()), types,
                 getContext(), results);
}

Type MethodOp::getWantedOperandType(unsigned index) {
  const BuiltinInfo *info = getInfo(*this);
  return info ? getBuiltinOperandType(*info, getTypes(getOperands()), index)
              : Type();
}

bool MethodOp::mayError() {
  const BuiltinInfo *info = getInfo(*this);
  return !info || info->mayError();
}

void MethodOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  getLibraryEffects(*this, getInfo(*this), effects);
}

//===----------------------------------------------------------------------===//
// Methods that change their receiver
//===----------------------------------------------------------------------===//

void MutatingMethodOp::inferResultTypes(ArrayRef<Type> types,
                                        SmallVectorImpl<Type> &results) {
  const BuiltinInfo *info =
      lookupMethod(getName(), types[0], types.drop_front());
  inferFromTable(info, types, getContext(), results);
  results.push_back(info ? inferBuiltinReceiver(*info, types)
                         : AnyType::get(getContext()));
}

/// What a mutating row wants: the receiver as it is given back, stored values
/// as its elements.
static Type getWantedOfMutating(const BuiltinInfo *info, Type updated,
                                ArrayRef<Type> types, unsigned index) {
  if (!info)
    return index == 0 ? updated : Type();
  if (index == 0)
    return updated;
  auto array = dyn_cast<ArrayType>(updated);
  StringRef params = info->params;
  if (array && index <= params.size() && params[index - 1] == 'e')
    return array.getElementType();
  return getBuiltinOperandType(*info, types, index);
}

Type MutatingMethodOp::getWantedOperandType(unsigned index) {
  return getWantedOfMutating(getInfo(*this), getUpdated().getType(),
                             getTypes(getOperands()), index);
}

bool MutatingMethodOp::mayError() {
  const BuiltinInfo *info = getInfo(*this);
  return !info || info->mayError();
}

bool MutatingMethodOp::isResultValidOnError(unsigned index) {
  return index == 1;
}

bool MutatingMethodOp::consumesOperand(unsigned index) {
  if (index == 0)
    return true;
  const BuiltinInfo *info = getInfo(*this);
  return info && index <= StringRef(info->params).size() &&
         info->params[index - 1] == 'e';
}

void MutatingMethodOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  ruchy::detail::getErrorEffects(getOperation(), effects);
}

/// `push` on an array with exact elements is an operation of its own.
bool MutatingMethodOp::expandErrors(ErrorExpansion &expansion) {
  auto array = dyn_cast<ArrayType>(getReceiver().getType());
  if (getName() != "push" || !array || getArgs().size() != 1 ||
      array != getUpdated().getType() ||
      getArgs()[0].getType() != array.getElementType())
    return false;
  OpBuilder &b = expansion.getBuilder();
  auto push =
      ArrayPushOp::create(b, getLoc(), array, getReceiver(), getArgs()[0]);
  Value nil = ConstantOp::create(
      b, getLoc(), NilAttr::get(getContext(), NilType::get(getContext())));
  getUpdated().replaceAllUsesWith(push.getResult());
  getResult().replaceAllUsesWith(coerceTo(b, nil, getResult().getType()));
  erase();
  return true;
}

//===----------------------------------------------------------------------===//
// place.method
//===----------------------------------------------------------------------===//

/// `container` with `inner` as the type of what stands `depth` levels down;
/// null where a level is dynamic.
static Type replaceInner(Type container, unsigned depth, Type inner) {
  if (depth == 0)
    return inner;
  auto array = dyn_cast<ArrayType>(container);
  if (!array)
    return {};
  Type element = replaceInner(array.getElementType(), depth - 1, inner);
  if (!element || (isa<AnyType>(element) != isa<AnyType>(inner)))
    return {};
  return getArrayOf(element);
}

void PlaceMethodOp::inferResultTypes(ArrayRef<Type> types,
                                     SmallVectorImpl<Type> &results) {
  Type any = AnyType::get(getContext());
  ArrayRef<Type> path = types.slice(1, getPath().size());
  ArrayRef<Type> args = types.drop_front(1 + path.size());
  Type inner = types[0];
  for (Type index : path) {
    auto array = dyn_cast_or_null<ArrayType>(inner);
    inner = array && index.isInteger(64) ? array.getElementType() : Type();
  }
  const BuiltinInfo *info =
      inner ? lookupMethod(getMethod(), inner, args) : nullptr;
  SmallVector<Type> operands{inner};
  llvm::append_range(operands, args);
  Type updated;
  if (info)
    updated = replaceInner(types[0], path.size(),
                           inferBuiltinReceiver(*info, operands));
  results.push_back(updated ? inferBuiltinResult(*info, operands) : any);
  results.push_back(updated ? updated : any);
}

Type PlaceMethodOp::getWantedOperandType(unsigned index) {
  Type updated = getUpdated().getType();
  if (index == 0)
    return updated;
  unsigned pathSize = getPath().size();
  if (isa<AnyType>(updated) || index <= pathSize)
    return {};
  Type inner = updated;
  for (unsigned i = 0; i < pathSize; ++i)
    inner = cast<ArrayType>(inner).getElementType();
  SmallVector<Type> types{inner};
  llvm::append_range(types, getArgs().getTypes());
  const BuiltinInfo *info =
      lookupMethod(getMethod(), inner, ArrayRef(types).drop_front());
  return getWantedOfMutating(info, inner, types, index - pathSize);
}

bool PlaceMethodOp::consumesOperand(unsigned index) {
  if (index == 0)
    return true;
  // Stored values are consumed by the method that this becomes.
  return false;
}
