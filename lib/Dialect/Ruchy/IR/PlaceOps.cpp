//===- PlaceOps.cpp - Types of nested places --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A place is a path of levels into a container. The types of arrays, tuples,
// maps, sets and options change with what is stored into them; fields of
// records and payloads of enums are storage of the whole program.
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"
#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace ruchy;

namespace {

/// One step of a path.
struct Level {
  Type index;
  /// The name where the level is a field.
  std::optional<StringRef> field;
};

using Path = SmallVector<Level, 2>;

/// Walks paths through types.
class PlaceTypes {
public:
  PlaceTypes(MLIRContext *context, StorageTypes *storage)
      : context(context), any(AnyType::get(context)), storage(storage) {}

  /// What stands at the place; null for bottom.
  Type read(Type container, ArrayRef<Level> path);

  /// The container's type once `value` is stored at the place.
  Type store(Type container, ArrayRef<Level> path, Type value);

private:
  Type readLevel(Type container, const Level &level);
  Type storeField(Type container, ArrayRef<Level> path, Type value);
  Type storeThrough(StorageKey key, ArrayRef<Level> rest, Type value);
  void storeDynamic(ArrayRef<Level> path, Type value);
  Type storePayloads(EnumType type, ArrayRef<Level> path, Type value);

  /// What a part holds after the store, given what it held before.
  Type storePart(Type part, ArrayRef<Level> rest, Type value) {
    Type after = rest.empty() ? value : store(part, rest, value);
    return joinContents(part, after);
  }

  MLIRContext *context;
  Type any;
  /// Null without access to storage.
  StorageTypes *storage;
};

} // namespace

static Path getPath(ValueRange path, ArrayRef<Type> types,
                    std::optional<ArrayRef<bool>> fields) {
  Path levels;
  for (auto [index, value] : llvm::enumerate(path)) {
    Level level{types[index], std::nullopt};
    StringAttr name;
    if (fields && index < fields->size() && (*fields)[index] &&
        matchPattern(value, m_Constant(&name)))
      level.field = name.getValue();
    levels.push_back(level);
  }
  return levels;
}

/// Whether all levels are integer indices into arrays of known elements.
static bool isArrayPath(Type container, ArrayRef<Level> path) {
  for (const Level &level : path) {
    auto array = dyn_cast_or_null<ArrayType>(container);
    if (!array || level.field || !level.index.isInteger(64))
      return false;
    container = array.getElementType();
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

Type PlaceTypes::readLevel(Type container, const Level &level) {
  if (auto map = dyn_cast<MapType>(container))
    return map.getValueType();
  if (!level.field) {
    auto array = dyn_cast<ArrayType>(container);
    return array && level.index.isInteger(64) ? array.getElementType() : any;
  }
  unsigned position;
  bool numbered = !level.field->getAsInteger(10, position);
  if (auto tuple = dyn_cast<ruchy::TupleType>(container))
    return numbered && position < tuple.getElementTypes().size()
               ? tuple.getElementTypes()[position]
               : any;
  if (auto option = dyn_cast<OptionType>(container))
    return option.getValueType();
  auto key = storage ? storage->getField(container, *level.field)
                     : std::optional<StorageKey>();
  return key ? storage->read(*key) : any;
}

Type PlaceTypes::read(Type container, ArrayRef<Level> path) {
  for (const Level &level : path) {
    container = readLevel(container, level);
    if (!container || isa<NeverType>(container))
      return {};
  }
  return container;
}

//===----------------------------------------------------------------------===//
// Storing
//===----------------------------------------------------------------------===//

Type PlaceTypes::storeThrough(StorageKey key, ArrayRef<Level> rest,
                              Type value) {
  Type before = rest.empty() ? Type() : storage->read(key);
  if (!rest.empty() && !before)
    return {};
  Type after = rest.empty() ? value : store(before, rest, value);
  storage->write(key, after);
  return after;
}

/// The container is known at run time only: any field of these names may be
/// meant. What is stored into a record below a field leaves the field's type as
/// it is and concerns the record's own fields.
void PlaceTypes::storeDynamic(ArrayRef<Level> path, Type value) {
  if (!storage)
    return;
  for (auto [index, level] : llvm::enumerate(path)) {
    if (!level.field)
      continue;
    for (StorageKey key : storage->getFieldsNamed(*level.field)) {
      if (index + 1 == path.size()) {
        storage->write(key, value);
        continue;
      }
      Type held = storage->read(key);
      if (held && !isa<StructType, ClassType>(held))
        storage->write(key, any);
    }
  }
}

Type PlaceTypes::storePayloads(EnumType type, ArrayRef<Level> path,
                               Type value) {
  TypeOp declaration = storage->lookupType(type.getName().getAttr());
  ArrayAttr variants =
      declaration ? declaration.getVariantsAttr() : ArrayAttr();
  if (!variants)
    return type;
  for (Attribute attr : variants) {
    auto variant = cast<VariantAttr>(attr);
    for (auto [position, name] : llvm::enumerate(variant.getFields()))
      if (name.getValue() == *path[0].field)
        if (auto key =
                storage->getPayload(declaration, variant.getName(), position))
          storeThrough(*key, path.drop_front(), value);
  }
  return type;
}

Type PlaceTypes::storeField(Type container, ArrayRef<Level> path, Type value) {
  ArrayRef<Level> rest = path.drop_front();
  StringRef name = *path[0].field;
  if (auto tuple = dyn_cast<ruchy::TupleType>(container)) {
    SmallVector<Type> elements(tuple.getElementTypes());
    unsigned position;
    if (!name.getAsInteger(10, position) && position < elements.size())
      elements[position] = storePart(elements[position], rest, value);
    return getTupleOf(context, elements);
  }
  if (auto option = dyn_cast<OptionType>(container))
    return getOptionOf(context, storePart(option.getValueType(), rest, value));
  if (auto result = dyn_cast<ResultType>(container)) {
    // A side that never is there stays so.
    auto side = [&](Type part) {
      return isa<NeverType>(part) ? part : storePart(part, rest, value);
    };
    return getResultOf(context, side(result.getValueType()),
                       side(result.getErrorType()));
  }
  if (!storage)
    return isa<StructType, ClassType, EnumType>(container) ? container : any;
  if (auto enumType = dyn_cast<EnumType>(container))
    return storePayloads(enumType, path, value);
  if (auto key = storage->getField(container, name)) {
    storeThrough(*key, rest, value);
    return container;
  }
  // A field that the record does not have: the operation fails.
  return isa<StructType, ClassType>(container) ? container : any;
}

Type PlaceTypes::store(Type container, ArrayRef<Level> path, Type value) {
  if (path.empty())
    return value;
  ArrayRef<Level> rest = path.drop_front();
  if (isa<NeverType>(container))
    return container;
  if (auto map = dyn_cast<MapType>(container)) {
    Type key = path[0].field ? StrType::get(context) : path[0].index;
    return getMapOf(context, joinContents(map.getKeyType(), key),
                    storePart(map.getValueType(), rest, value));
  }
  if (isa<AnyType>(container)) {
    storeDynamic(path, value);
    return any;
  }
  if (path[0].field)
    return storeField(container, path, value);
  auto array = dyn_cast<ArrayType>(container);
  if (!array || !path[0].index.isInteger(64)) {
    storeDynamic(rest, value);
    return any;
  }
  Type element = array.getElementType();
  Type after = rest.empty() ? value : store(element, rest, value);
  if (!rest.empty() && isa<AnyType>(after))
    return any;
  return getArrayOf(joinTypes(element, after));
}

//===----------------------------------------------------------------------===//
// place.set
//===----------------------------------------------------------------------===//

static void inferPlaceSet(PlaceSetOp op, ArrayRef<Type> types,
                          StorageTypes *storage,
                          SmallVectorImpl<Type> &results) {
  Path path = getPath(op.getPath(), types.drop_front(), op.getFields());
  PlaceTypes places(op.getContext(), storage);
  // Storing into an array that is always empty fails and gives nothing back.
  results.push_back(places.store(types[0], path, types.back()));
}

void PlaceSetOp::inferResultTypes(ArrayRef<Type> types,
                                  SmallVectorImpl<Type> &results) {
  inferPlaceSet(*this, types, nullptr, results);
}

void PlaceSetOp::inferStoredTypes(ArrayRef<Type> types, StorageTypes &storage,
                                  SmallVectorImpl<Type> &results) {
  inferPlaceSet(*this, types, &storage, results);
}

/// The type that the innermost array of a path has elements of, null where a
/// level is something else.
static Type getInnermost(Type container, ValueRange path,
                         std::optional<ArrayRef<bool>> fields) {
  SmallVector<Type> types(path.getTypes());
  Path levels = getPath(path, types, fields);
  if (!isArrayPath(container, levels))
    return {};
  for (size_t i = 0; i < levels.size(); ++i)
    container = cast<ArrayType>(container).getElementType();
  return container;
}

Type PlaceSetOp::getWantedOperandType(unsigned index) {
  Type type = getResult().getType();
  if (index == 0)
    return type;
  return index + 1 == getNumOperands()
             ? getInnermost(type, getPath(), getFields())
             : Type();
}

bool PlaceSetOp::consumesOperand(unsigned index) {
  return index == 0 || index + 1 == getNumOperands();
}

bool PlaceSetOp::isArrayPath() {
  return bool(getInnermost(getResult().getType(), getPath(), getFields()));
}

bool PlaceSetOp::mayError() { return !(*this)->hasAttr(kFieldPositionName); }
bool PlaceSetOp::isResultValidOnError(unsigned index) { return index == 0; }

template <typename Op> static LogicalResult verifyPath(Op op) {
  if (op.getPath().empty())
    return op.emitOpError("needs a path");
  if (op.getFields() && op.getFields()->size() != op.getPath().size())
    return op.emitOpError("says of ")
           << op.getFields()->size() << " levels whether they are fields, but "
           << "the path has " << op.getPath().size();
  return success();
}

LogicalResult PlaceSetOp::verify() { return verifyPath(*this); }

//===----------------------------------------------------------------------===//
// place.method
//===----------------------------------------------------------------------===//

static void inferPlaceMethod(PlaceMethodOp op, ArrayRef<Type> types,
                             StorageTypes *storage,
                             SmallVectorImpl<Type> &results) {
  Type any = AnyType::get(op.getContext());
  Path path = getPath(op.getPath(), types.drop_front(), op.getFields());
  ArrayRef<Type> args = types.drop_front(1 + path.size());
  PlaceTypes places(op.getContext(), storage);
  Type inner = places.read(types[0], path);
  const BuiltinInfo *info =
      inner ? lookupMethod(op.getMethod(), inner, args) : nullptr;
  SmallVector<Type> operands{inner};
  llvm::append_range(operands, args);
  Type updated = info ? inferBuiltinReceiver(*info, operands) : any;
  if (!inner && !isArrayPath(types[0], path)) {
    // Nothing was stored there yet: the method is not reached.
    results.push_back({});
    return results.push_back(types[0]);
  }
  Type container = places.store(types[0], path, updated);
  // The runtime finds the method wherever the container is dynamic.
  bool known = info && !(isa<AnyType>(container) && !isa<AnyType>(types[0]));
  if (!info && isArrayPath(types[0], path))
    container = any;
  if (info && isBuiltinAlwaysFailing(*info, operands))
    results.push_back({});
  else
    results.push_back(known ? inferBuiltinResult(*info, operands) : any);
  results.push_back(container);
}

void PlaceMethodOp::inferResultTypes(ArrayRef<Type> types,
                                     SmallVectorImpl<Type> &results) {
  inferPlaceMethod(*this, types, nullptr, results);
}

void PlaceMethodOp::inferStoredTypes(ArrayRef<Type> types,
                                     StorageTypes &storage,
                                     SmallVectorImpl<Type> &results) {
  inferPlaceMethod(*this, types, &storage, results);
}

Type PlaceMethodOp::getWantedOperandType(unsigned index) {
  Type updated = getUpdated().getType();
  if (index == 0)
    return updated;
  unsigned pathSize = getPath().size();
  Type inner = getInnermost(updated, getPath(), getFields());
  if (!inner || index <= pathSize)
    return {};
  SmallVector<Type> types{inner};
  llvm::append_range(types, getArgs().getTypes());
  const BuiltinInfo *info =
      lookupMethod(getMethod(), inner, ArrayRef(types).drop_front());
  return getWantedOfMutating(info, inner, types, index - pathSize);
}

/// Stored values are consumed by the method that this becomes.
bool PlaceMethodOp::consumesOperand(unsigned index) { return index == 0; }

bool PlaceMethodOp::isArrayPath() {
  return bool(getInnermost(getUpdated().getType(), getPath(), getFields()));
}

bool PlaceMethodOp::mayError() { return !(*this)->hasAttr(kFieldTypeName); }
bool PlaceMethodOp::isResultValidOnError(unsigned index) { return index == 1; }

LogicalResult PlaceMethodOp::verify() { return verifyPath(*this); }

//===----------------------------------------------------------------------===//
// place.move
//===----------------------------------------------------------------------===//

void PlaceMoveOp::inferResultTypes(ArrayRef<Type> types,
                                   SmallVectorImpl<Type> &results) {
  PlaceTypes places(getContext(), nullptr);
  results.push_back(places.read(
      types[0], ::getPath(getPath(), types.drop_front(), getFields())));
  results.push_back(types[0]);
}

void PlaceMoveOp::inferStoredTypes(ArrayRef<Type> types, StorageTypes &storage,
                                   SmallVectorImpl<Type> &results) {
  PlaceTypes places(getContext(), &storage);
  results.push_back(places.read(
      types[0], ::getPath(getPath(), types.drop_front(), getFields())));
  results.push_back(types[0]);
}

bool PlaceMoveOp::mayError() { return true; }
bool PlaceMoveOp::isResultValidOnError(unsigned index) { return index == 1; }
bool PlaceMoveOp::consumesOperand(unsigned index) { return index == 0; }
