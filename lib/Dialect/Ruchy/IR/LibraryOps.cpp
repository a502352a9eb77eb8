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
/// The text of an instance changes with it.
static void getTextEffects(
    Type type,
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  if (ruchy::detail::mayHoldInstance(type))
    effects.emplace_back(MemoryEffects::Read::get());
}

void ToStringOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  getTextEffects(getValue().getType(), effects);
}

void FormatOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  getTextEffects(getValue().getType(), effects);
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
  if (info && isBuiltinAlwaysFailing(*info, types))
    return results.push_back({});
  results.push_back(info ? inferBuiltinResult(*info, types, context)
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
  if (info && info->isPure()) {
    // What instances look like may change between two equal calls.
    if (info->result == BuiltinType::Str &&
        llvm::any_of(op->getOperandTypes(), ruchy::detail::mayHoldInstance))
      effects.emplace_back(MemoryEffects::Read::get());
    return;
  }
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

Type ruchy::getWantedOfMutating(const BuiltinInfo *info, Type updated,
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
         isStoredParameter(info->params[index - 1]);
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
