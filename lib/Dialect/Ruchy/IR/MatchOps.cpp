//===- MatchOps.cpp - Tests of kinds, types and patterns --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace ruchy;

/// Whether the type says nothing about the kind of a value.
static bool isOpen(Type type) { return isa<AnyType, NeverType>(type); }

static TypeOp lookupType(Operation *op, FlatSymbolRefAttr name) {
  return SymbolTable::lookupNearestSymbolFrom<TypeOp>(op, name);
}

//===----------------------------------------------------------------------===//
// What types know
//===----------------------------------------------------------------------===//

std::optional<bool> TypeIsOp::getKnownTruth(ArrayRef<Type> types) {
  if (isOpen(types[0]))
    return std::nullopt;
  FlatSymbolRefAttr name =
      TypeSwitch<Type, FlatSymbolRefAttr>(types[0])
          .Case<StructType, ClassType, EnumType>(
              [](auto type) { return type.getName(); })
          .Default([](Type) { return FlatSymbolRefAttr(); });
  if (name == getTypeAttr())
    return true;
  while (getDerived() && name) {
    TypeOp type = lookupType(*this, name);
    name = type ? type.getBaseAttr() : FlatSymbolRefAttr();
    if (name == getTypeAttr())
      return true;
  }
  return false;
}

std::optional<bool> VariantIsOp::getKnownTruth(ArrayRef<Type> types) {
  if (isOpen(types[0]))
    return std::nullopt;
  auto type = dyn_cast<EnumType>(types[0]);
  if (!type || type.getName() != getTypeAttr())
    return false;
  return std::nullopt;
}

/// The answer for a case that only values with a payload of `part` have.
static std::optional<bool> knowCase(Type part) {
  return isa<NeverType>(part) ? std::optional(false) : std::nullopt;
}

std::optional<bool> OptionIsOp::getKnownTruth(ArrayRef<Type> types) {
  Type type = types[0];
  if (isOpen(type))
    return std::nullopt;
  auto option = dyn_cast<OptionType>(type);
  auto result = dyn_cast<ResultType>(type);
  bool loose = !getStrict(), nil = isa<NilType>(type);
  switch (getCase()) {
  case OptionCase::Some:
    return option ? knowCase(option.getValueType()) : loose && !nil;
  case OptionCase::None:
    if (option && isa<NeverType>(option.getValueType()))
      return true;
    return option ? std::nullopt : std::optional(loose && nil);
  case OptionCase::Ok:
    if (result && isa<NeverType>(result.getErrorType()))
      return true;
    return result ? knowCase(result.getValueType()) : loose;
  case OptionCase::Err:
    if (result && isa<NeverType>(result.getValueType()))
      return true;
    return result ? knowCase(result.getErrorType()) : false;
  }
  return std::nullopt;
}

/// The name that `type_of` gives for values of a type.
static StringRef getKindName(Type type) {
  return TypeSwitch<Type, StringRef>(type)
      .Case<IntegerType>(
          [](Type t) { return t.isInteger(1) ? "boolean" : "integer"; })
      .Case<FloatType>([](Type) { return "float"; })
      .Case<NilType>([](Type) { return "nil"; })
      .Case<StrType>([](Type) { return "string"; })
      .Case<ArrayType>([](Type) { return "array"; })
      .Case<RangeType>([](Type) { return "range"; })
      .Case<MapType>([](Type) { return "object"; })
      .Case<SetType>([](Type) { return "set"; })
      .Case<ruchy::TupleType>([](Type) { return "tuple"; })
      .Case<StructType>([](Type) { return "struct"; })
      .Case<ClassType>([](Type) { return "class"; })
      .Case<EnumType, OptionType, ResultType>(
          [](Type) { return "enum_variant"; })
      .Case<FnType>([](Type) { return "function"; })
      .Default([](Type) { return ""; });
}

std::optional<bool> KindIsOp::getKnownTruth(ArrayRef<Type> types) {
  Type type = types[0];
  if (isOpen(type))
    return std::nullopt;
  StringRef kind = getKind();
  if (kind == "unset" || isa<UnsetType>(type))
    return kind == "unset" && isa<UnsetType>(type);
  if (kind == "option")
    return isa<OptionType>(type);
  if (kind == "result")
    return isa<ResultType>(type);
  if (kind == "map")
    return isa<MapType>(type);
  if (kind == "collection")
    return isa<ArrayType, RangeType, MapType, SetType, ruchy::TupleType>(type);
  return getKindName(type) == kind;
}

std::optional<bool> MatchSequenceOp::getKnownTruth(ArrayRef<Type> types) {
  if (isOpen(types[0]))
    return std::nullopt;
  if (getKindName(types[0]) != getKind())
    return false;
  auto tuple = dyn_cast<ruchy::TupleType>(types[0]);
  if (!tuple)
    return std::nullopt;
  uint64_t size = tuple.getElementTypes().size();
  return getRest() ? size >= getCount() : size == getCount();
}

std::optional<bool> MatchFieldOp::getKnownTruth(ArrayRef<Type> types) {
  Type type = types[0];
  if (isOpen(type) || isa<MapType>(type))
    return std::nullopt;
  FlatSymbolRefAttr name;
  if (auto record = dyn_cast<StructType>(type))
    name = record.getName();
  else if (auto instance = dyn_cast<ClassType>(type))
    name = instance.getName();
  if (!name)
    return isPointerType(type) ? std::nullopt : std::optional(false);
  TypeOp declaration = lookupType(*this, name);
  return declaration && declaration.getFieldIndex(getName()).has_value();
}

std::optional<bool> MatchLiteralOp::getKnownTruth(ArrayRef<Type> types) {
  if (isOpen(types[0]) || isOpen(types[1]))
    return std::nullopt;
  if (types[0] != types[1])
    return false;
  return isa<NilType>(types[0]) ? std::optional(true) : std::nullopt;
}

std::optional<bool> MatchRangeOp::getKnownTruth(ArrayRef<Type> types) {
  if (llvm::any_of(types, isOpen))
    return std::nullopt;
  Type value = types[0];
  for (Type bound : types.drop_front()) {
    if (isa<NilType>(bound))
      continue;
    bool comparable = (isNumber(value) && isNumber(bound)) ||
                      (isa<StrType>(value) && isa<StrType>(bound));
    if (!comparable)
      return false;
  }
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Inference and folds
//===----------------------------------------------------------------------===//

/// The value before it was boxed or refined.
static Value lookThroughBox(Value value) {
  while (true) {
    if (auto coerce = value.getDefiningOp<CoerceOp>();
        coerce && isa<AnyType>(coerce.getType()))
      value = coerce.getValue();
    else if (auto refine = value.getDefiningOp<RefineOp>())
      value = refine.getValue();
    else
      return value;
  }
}

/// Decides a test by the most exact types that its operands are known to have.
template <typename Op> static OpFoldResult foldTest(Op op) {
  SmallVector<Type> types(op->getOperandTypes());
  std::optional<bool> truth = op.getKnownTruth(types);
  if (!truth) {
    for (auto [type, operand] : llvm::zip(types, op->getOperands()))
      type = lookThroughBox(operand).getType();
    truth = op.getKnownTruth(types);
  }
  if (!truth)
    return {};
  return BoolAttr::get(op.getContext(), *truth);
}

#define RUCHY_TEST(OP)                                                         \
  void OP::inferResultTypes(ArrayRef<Type>, SmallVectorImpl<Type> &results) {  \
    results.push_back(IntegerType::get(getContext(), 1));                      \
  }
RUCHY_TEST(TypeIsOp)
RUCHY_TEST(VariantIsOp)
RUCHY_TEST(OptionIsOp)
RUCHY_TEST(KindIsOp)
RUCHY_TEST(MatchSequenceOp)
RUCHY_TEST(MatchFieldOp)
RUCHY_TEST(MatchLiteralOp)
RUCHY_TEST(MatchRangeOp)
#undef RUCHY_TEST

OpFoldResult TypeIsOp::fold(FoldAdaptor) { return foldTest(*this); }
OpFoldResult KindIsOp::fold(FoldAdaptor) { return foldTest(*this); }
OpFoldResult MatchSequenceOp::fold(FoldAdaptor) { return foldTest(*this); }
OpFoldResult MatchFieldOp::fold(FoldAdaptor) { return foldTest(*this); }
OpFoldResult MatchRangeOp::fold(FoldAdaptor) { return foldTest(*this); }

OpFoldResult VariantIsOp::fold(FoldAdaptor) {
  if (auto made = lookThroughBox(getValue()).getDefiningOp<VariantNewOp>())
    return BoolAttr::get(getContext(), made.getTypeAttr() == getTypeAttr() &&
                                           made.getVariant() == getVariant());
  return foldTest(*this);
}

OpFoldResult OptionIsOp::fold(FoldAdaptor) {
  auto made = lookThroughBox(getValue()).getDefiningOp<OptionNewOp>();
  if (!made)
    return foldTest(*this);
  bool isOption =
      made.getCase() == OptionCase::Some || made.getCase() == OptionCase::None;
  bool truth = made.getCase() == getCase();
  // A value of the other family counts as Some or Ok where that is loose.
  if (!getStrict() && getCase() == OptionCase::Some)
    truth |= !isOption;
  if (!getStrict() && getCase() == OptionCase::Ok)
    truth |= isOption;
  return BoolAttr::get(getContext(), truth);
}

OpFoldResult MatchLiteralOp::fold(FoldAdaptor adaptor) {
  if (OpFoldResult known = foldTest(*this))
    return known;
  Type type = getValue().getType();
  if (type != getLiteral().getType() || type.isF64() || !adaptor.getValue() ||
      !adaptor.getLiteral())
    return {};
  return BoolAttr::get(getContext(),
                       adaptor.getValue() == adaptor.getLiteral());
}

//===----------------------------------------------------------------------===//
// refine
//===----------------------------------------------------------------------===//

void RefineOp::inferResultTypes(ArrayRef<Type> types,
                                SmallVectorImpl<Type> &results) {
  // A value of another exact type never gets past the test.
  if (isa<AnyType>(types[0]))
    return results.push_back(getType());
  bool possible = isCoercible(types[0], getType()) && !types[0].isInteger(64);
  results.push_back(possible || types[0] == getType() ? types[0] : Type());
}

void RefineOp::getViewBases(unsigned, SmallVectorImpl<Value> &bases) {
  if (isHeapType(getType()))
    bases.push_back(getValue());
}

OpFoldResult RefineOp::fold(FoldAdaptor) {
  if (getValue().getType() == getType())
    return getValue();
  if (auto coerce = getValue().getDefiningOp<CoerceOp>();
      coerce && coerce.getValue().getType() == getType())
    return coerce.getValue();
  return {};
}

//===----------------------------------------------------------------------===//
// Parts of what was just made
//===----------------------------------------------------------------------===//

OpFoldResult VariantGetOp::fold(FoldAdaptor) {
  auto made = lookThroughBox(getObject()).getDefiningOp<VariantNewOp>();
  if (!made || made.getTypeAttr() != getTypeAttr() ||
      made.getVariant() != getVariant())
    return {};
  Value part = made.getPayload()[getPosition()];
  return part.getType() == getResult().getType() ? part : Value();
}

OpFoldResult OptionGetOp::fold(FoldAdaptor) {
  Type type = getObject().getType();
  if (type == getType() && !isa<AnyType, OptionType, ResultType>(type))
    return getObject();
  auto made = lookThroughBox(getObject()).getDefiningOp<OptionNewOp>();
  if (!made || made.getCase() != getCase() || !made.getValue() ||
      made.getValue().getType() != getType())
    return {};
  return made.getValue();
}
