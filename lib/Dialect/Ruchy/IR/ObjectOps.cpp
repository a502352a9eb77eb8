//===- ObjectOps.cpp - Tuples, maps, records, variants ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"

using namespace mlir;
using namespace ruchy;

static Type getAny(MLIRContext *context) { return AnyType::get(context); }

/// The type of a part, bottom where a container never has it.
static Type getPartOrBottom(Type type) {
  return isa<NeverType>(type) ? Type() : type;
}

static TypeOp lookupType(Operation *op, FlatSymbolRefAttr name) {
  return SymbolTable::lookupNearestSymbolFrom<TypeOp>(op, name);
}

//===----------------------------------------------------------------------===//
// type
//===----------------------------------------------------------------------===//

LogicalResult TypeOp::verify() {
  bool isEnum = getKind() == TypeKind::Enum;
  if (isEnum != getVariants().has_value() || isEnum == getFields().has_value())
    return emitOpError("has variants if it is an enum and fields if not");
  return success();
}

std::optional<unsigned> TypeOp::getFieldIndex(StringRef field) {
  ArrayAttr fields = getFieldsAttr();
  if (!fields)
    return std::nullopt;
  for (auto [index, name] : llvm::enumerate(fields))
    if (cast<StringAttr>(name).getValue() == field)
      return index;
  return std::nullopt;
}

VariantAttr TypeOp::getVariant(StringRef variant) {
  ArrayAttr variants = getVariantsAttr();
  if (!variants)
    return {};
  for (Attribute attr : variants)
    if (auto candidate = cast<VariantAttr>(attr);
        candidate.getName() == variant)
      return candidate;
  return {};
}

/// The type of the values that a declaration makes.
static Type getDeclaredType(TypeOp type) {
  auto name = FlatSymbolRefAttr::get(type.getSymNameAttr());
  switch (type.getKind()) {
  case TypeKind::Struct:
  case TypeKind::TupleStruct:
    return StructType::get(type.getContext(), name);
  case TypeKind::Enum:
    return EnumType::get(type.getContext(), name);
  case TypeKind::Class:
  case TypeKind::Actor:
    return ClassType::get(type.getContext(), name);
  }
  return getAny(type.getContext());
}

//===----------------------------------------------------------------------===//
// Construction
//===----------------------------------------------------------------------===//

void TupleNewOp::inferResultTypes(ArrayRef<Type> types,
                                  SmallVectorImpl<Type> &results) {
  results.push_back(getTupleOf(getContext(), types));
}
bool TupleNewOp::consumesOperand(unsigned) { return true; }

void MapNewOp::inferResultTypes(ArrayRef<Type> types,
                                SmallVectorImpl<Type> &results) {
  Type parts[2];
  for (auto [index, type] : llvm::enumerate(types))
    parts[index % 2] = joinContents(parts[index % 2], type);
  results.push_back(getMapOf(getContext(), parts[0], parts[1]));
}
bool MapNewOp::consumesOperand(unsigned) { return true; }

LogicalResult MapNewOp::verify() {
  if (getEntries().size() % 2 != 0)
    return emitOpError("has a key without a value");
  return success();
}

void SetNewOp::inferResultTypes(ArrayRef<Type> types,
                                SmallVectorImpl<Type> &results) {
  Type element;
  for (Type type : types)
    element = joinContents(element, type);
  results.push_back(getSetOf(getContext(), element));
}
bool SetNewOp::consumesOperand(unsigned) { return true; }

void RecordNewOp::inferResultTypes(ArrayRef<Type>,
                                   SmallVectorImpl<Type> &results) {
  TypeOp type = lookupType(*this, getTypeAttr());
  results.push_back(type ? getDeclaredType(type) : getAny(getContext()));
}

void RecordNewOp::inferStoredTypes(ArrayRef<Type> types, StorageTypes &storage,
                                   SmallVectorImpl<Type> &results) {
  TypeOp type = storage.lookupType(getTypeAttr().getAttr());
  // What is unset here is assigned before anything reads it.
  for (auto [index, field] : llvm::enumerate(types))
    if (!isa<UnsetType>(field))
      storage.write(storage.getField(type, index), field);
  results.push_back(getDeclaredType(type));
}
bool RecordNewOp::consumesOperand(unsigned) { return true; }

LogicalResult RecordNewOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto type = symbols.lookupNearestSymbolFrom<TypeOp>(*this, getTypeAttr());
  if (!type)
    return emitOpError("uses the unknown type ") << getTypeAttr();
  if (!type.getFields())
    return emitOpError("makes a record of the enum ") << getTypeAttr();
  if (type.getFields()->size() != getFields().size())
    return emitOpError("gives ")
           << getFields().size() << " fields, but " << getTypeAttr() << " has "
           << type.getFields()->size();
  return success();
}

void VariantNewOp::inferResultTypes(ArrayRef<Type>,
                                    SmallVectorImpl<Type> &results) {
  results.push_back(EnumType::get(getContext(), getTypeAttr()));
}

void VariantNewOp::inferStoredTypes(ArrayRef<Type> types, StorageTypes &storage,
                                    SmallVectorImpl<Type> &results) {
  TypeOp type = storage.lookupType(getTypeAttr().getAttr());
  for (auto [index, payload] : llvm::enumerate(types))
    if (auto key = storage.getPayload(type, getVariant(), index))
      storage.write(*key, payload);
  inferResultTypes(types, results);
}

bool VariantNewOp::consumesOperand(unsigned) { return true; }
bool VariantNewOp::isImmortalResult(unsigned) { return getPayload().empty(); }

/// The variant must exist; `count`, where given, is the size of its payload,
/// and `position` lies in it.
static LogicalResult verifyVariant(Operation *op, FlatSymbolRefAttr name,
                                   StringRef variantName,
                                   SymbolTableCollection &symbols,
                                   std::optional<size_t> count,
                                   std::optional<int64_t> position) {
  auto type = symbols.lookupNearestSymbolFrom<TypeOp>(op, name);
  VariantAttr variant = type ? type.getVariant(variantName) : VariantAttr();
  if (!variant)
    return op->emitOpError("uses the unknown variant ")
           << name << " '" << variantName << "'";
  size_t size = variant.getFields().size();
  if ((count && *count != size) ||
      (position && (*position < 0 || *position >= int64_t(size))))
    return op->emitOpError("does not fit the payload of ")
           << name << " '" << variantName << "', which has " << size
           << " values";
  return success();
}

LogicalResult VariantNewOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyVariant(*this, getTypeAttr(), getVariant(), symbols,
                       getPayload().size(), std::nullopt);
}

void OptionNewOp::inferResultTypes(ArrayRef<Type> types,
                                   SmallVectorImpl<Type> &results) {
  MLIRContext *context = getContext();
  Type value = types.empty() ? Type() : types[0];
  if (getCase() == OptionCase::Ok)
    return results.push_back(getResultOf(context, value, {}));
  if (getCase() == OptionCase::Err)
    return results.push_back(getResultOf(context, {}, value));
  results.push_back(getOptionOf(context, value));
}

bool OptionNewOp::consumesOperand(unsigned) { return true; }
bool OptionNewOp::isImmortalResult(unsigned) { return !getValue(); }

LogicalResult OptionNewOp::verify() {
  if (bool(getValue()) == (getCase() == OptionCase::None))
    return emitOpError("has a value unless it is None");
  return success();
}

//===----------------------------------------------------------------------===//
// field
//===----------------------------------------------------------------------===//

/// The position that a tuple's field name means, none where it has none.
static std::optional<unsigned> getTuplePosition(ruchy::TupleType tuple,
                                                StringRef name) {
  unsigned position;
  if (name.getAsInteger(10, position) ||
      position >= tuple.getElementTypes().size())
    return std::nullopt;
  return position;
}

/// The type of a part that a type itself tells, null where it does not.
static Type inferPart(Type object, StringRef name) {
  if (auto map = dyn_cast<MapType>(object))
    return map.getValueType();
  if (isa<RangeType>(object) && (name == "start" || name == "end"))
    return IntegerType::get(object.getContext(), 64);
  auto tuple = dyn_cast<ruchy::TupleType>(object);
  if (!tuple)
    return {};
  auto position = getTuplePosition(tuple, name);
  return position ? tuple.getElementTypes()[*position] : Type();
}

void FieldOp::inferResultTypes(ArrayRef<Type> types,
                               SmallVectorImpl<Type> &results) {
  Type part = inferPart(types[0], getName());
  results.push_back(part ? getPartOrBottom(part) : getAny(getContext()));
}

void FieldOp::inferStoredTypes(ArrayRef<Type> types, StorageTypes &storage,
                               SmallVectorImpl<Type> &results) {
  if (auto key = storage.getField(types[0], getName()))
    return results.push_back(storage.read(*key));
  inferResultTypes(types, results);
}

/// Position of the field in an object of a type that has it, else none.
static std::optional<unsigned> getStaticPosition(FieldOp op) {
  Type object = op.getObject().getType();
  if (auto tuple = dyn_cast<ruchy::TupleType>(object))
    return getTuplePosition(tuple, op.getName());
  FlatSymbolRefAttr name;
  if (auto record = dyn_cast<StructType>(object))
    name = record.getName();
  else if (auto instance = dyn_cast<ClassType>(object))
    name = instance.getName();
  TypeOp type = name ? lookupType(op, name) : TypeOp();
  return type ? type.getFieldIndex(op.getName()) : std::nullopt;
}

bool FieldOp::mayError() {
  if (isa<RangeType>(getObject().getType()))
    return !getResult().getType().isInteger(64);
  return !getStaticPosition(*this);
}

bool FieldOp::expandErrors(ErrorExpansion &expansion) {
  std::optional<unsigned> position = getStaticPosition(*this);
  if (!position)
    return false;
  Value part =
      RecordGetOp::create(expansion.getBuilder(), getLoc(),
                          getResult().getType(), getObject(), *position);
  getResult().replaceAllUsesWith(part);
  erase();
  return true;
}

//===----------------------------------------------------------------------===//
// Parts by position
//===----------------------------------------------------------------------===//

void RecordGetOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  ruchy::detail::getReadEffects(getObject().getType(), effects);
}

void RecordGetOp::inferResultTypes(ArrayRef<Type> types,
                                   SmallVectorImpl<Type> &results) {
  auto tuple = dyn_cast<ruchy::TupleType>(types[0]);
  bool known = tuple && getPosition() < tuple.getElementTypes().size();
  results.push_back(known ? tuple.getElementTypes()[getPosition()]
                          : getAny(getContext()));
}

void RecordGetOp::inferStoredTypes(ArrayRef<Type> types, StorageTypes &storage,
                                   SmallVectorImpl<Type> &results) {
  FlatSymbolRefAttr name;
  if (auto record = dyn_cast<StructType>(types[0]))
    name = record.getName();
  else if (auto instance = dyn_cast<ClassType>(types[0]))
    name = instance.getName();
  TypeOp type = name ? storage.lookupType(name.getAttr()) : TypeOp();
  if (!type)
    return inferResultTypes(types, results);
  results.push_back(storage.read(storage.getField(type, getPosition())));
}

/// Parts of values live as long as the value; instances may change.
void RecordGetOp::getViewBases(unsigned, SmallVectorImpl<Value> &bases) {
  if (!isa<ClassType, AnyType>(getObject().getType()))
    bases.push_back(getObject());
}

void VariantGetOp::inferResultTypes(ArrayRef<Type>,
                                    SmallVectorImpl<Type> &results) {
  results.push_back(getAny(getContext()));
}

void VariantGetOp::inferStoredTypes(ArrayRef<Type>, StorageTypes &storage,
                                    SmallVectorImpl<Type> &results) {
  TypeOp type = storage.lookupType(getTypeAttr().getAttr());
  auto key = storage.getPayload(type, getVariant(), getPosition());
  results.push_back(key ? storage.read(*key) : Type());
}

void VariantGetOp::getViewBases(unsigned, SmallVectorImpl<Value> &bases) {
  bases.push_back(getObject());
}

LogicalResult VariantGetOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyVariant(*this, getTypeAttr(), getVariant(), symbols,
                       std::nullopt, getPosition());
}

LogicalResult VariantIsOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyVariant(*this, getTypeAttr(), getVariant(), symbols,
                       std::nullopt, std::nullopt);
}

LogicalResult TypeIsOp::verifySymbolUses(SymbolTableCollection &symbols) {
  if (!symbols.lookupNearestSymbolFrom<TypeOp>(*this, getTypeAttr()))
    return emitOpError("uses the unknown type ") << getTypeAttr();
  return success();
}

void OptionGetOp::inferResultTypes(ArrayRef<Type> types,
                                   SmallVectorImpl<Type> &results) {
  if (auto option = dyn_cast<OptionType>(types[0]))
    return results.push_back(getPartOrBottom(option.getValueType()));
  if (auto result = dyn_cast<ResultType>(types[0]);
      result && getCase() != OptionCase::Some)
    return results.push_back(getPartOrBottom(getCase() == OptionCase::Err
                                                 ? result.getErrorType()
                                                 : result.getValueType()));
  // What passed the loose test without being an Option is its own payload.
  results.push_back(types[0]);
}

void OptionGetOp::getViewBases(unsigned, SmallVectorImpl<Value> &bases) {
  bases.push_back(getObject());
}

//===----------------------------------------------------------------------===//
// Storage
//===----------------------------------------------------------------------===//

StorageTypes::~StorageTypes() = default;

StorageKey StorageTypes::getField(TypeOp type, unsigned position) {
  // A base class declares what comes first.
  while (FlatSymbolRefAttr name = type.getBaseAttr()) {
    TypeOp base = lookupType(name.getAttr());
    if (!base || !base.getFields() || position >= base.getFields()->size())
      break;
    type = base;
  }
  return {StorageKey::Field, type.getOperation(), position};
}

std::optional<StorageKey> StorageTypes::getField(Type type, StringRef name) {
  FlatSymbolRefAttr symbol;
  if (auto record = dyn_cast<StructType>(type))
    symbol = record.getName();
  else if (auto instance = dyn_cast<ClassType>(type))
    symbol = instance.getName();
  TypeOp declaration = symbol ? lookupType(symbol.getAttr()) : TypeOp();
  if (!declaration)
    return std::nullopt;
  auto index = declaration.getFieldIndex(name);
  return index ? std::optional(getField(declaration, *index)) : std::nullopt;
}

std::optional<StorageKey>
StorageTypes::getPayload(TypeOp type, StringRef variant, unsigned position) {
  ArrayAttr variants = type ? type.getVariantsAttr() : ArrayAttr();
  if (!variants)
    return std::nullopt;
  for (auto [index, attr] : llvm::enumerate(variants)) {
    auto candidate = cast<VariantAttr>(attr);
    if (candidate.getName() != variant)
      continue;
    if (position >= candidate.getFields().size())
      return std::nullopt;
    return StorageKey{StorageKey::Payload, type.getOperation(),
                      unsigned(index) << 16 | position};
  }
  return std::nullopt;
}
