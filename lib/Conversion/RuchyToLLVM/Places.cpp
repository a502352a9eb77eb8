//===- Places.cpp - Changing nested containers ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BuiltinCall.h"
#include "Lowering.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

namespace {

/// The array that the last index of a path goes into.
struct Innermost {
  Value root;
  Value array;
  Type element;
};

} // namespace

/// Makes every level on the path unique, from the root on: a shared array has
/// owners who are not to see the change.
static Innermost makePathUnique(Emitter &e, Value container, ArrayType type,
                                ValueRange path, bool isUnique) {
  Value root = isUnique ? container : e.call("rt_array_make_unique", container);
  Value array = root;
  Type element = type.getElementType();
  for (Value position : path.drop_back()) {
    array = e.call("rt_array_unique_at", {array, position});
    element = cast<ArrayType>(element).getElementType();
  }
  return {root, array, element};
}

namespace {

struct LowerPlacePut : RuchyPattern<PlacePutOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(PlacePutOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    auto [root, array, element] =
        makePathUnique(e, adaptor.getContainer(), op.getContainer().getType(),
                       adaptor.getPath(), op.getUnique());
    Value position = adaptor.getPath().back();
    Value old;
    if (isHeapType(element))
      old = e.loadSlot(array, position, element);
    e.storeSlot(adaptor.getValue(), array, position, element);
    if (old)
      e.drop(old, element);
    return replace(op, rewriter, root);
  }
};

struct LowerPlaceTake : RuchyPattern<PlaceTakeOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(PlaceTakeOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    if (adaptor.getPath().empty())
      return failure();
    auto [root, array, element] =
        makePathUnique(e, adaptor.getContainer(), op.getContainer().getType(),
                       adaptor.getPath(), /*isUnique=*/false);
    Value position = adaptor.getPath().back();
    Value taken = e.loadSlot(array, position, element);
    if (isHeapType(element))
      e.storeSlot(isa<AnyType>(element) ? e.nil() : e.null(), array, position,
                  element);
    return replaceAll(op, rewriter, {root, taken}, {});
  }
};

struct LowerArrayUnique : RuchyPattern<ArrayUniqueOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ArrayUniqueOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    return replace(op, rewriter,
                   e.call("rt_array_make_unique", adaptor.getArray()));
  }
};

} // namespace

//===----------------------------------------------------------------------===//
// Containers of other kinds
//===----------------------------------------------------------------------===//

/// Appends root, steps and their number: arguments of the runtime.
static void pushPath(Emitter &e, Value container, Type type, ValueRange path,
                     TypeRange types, std::optional<ArrayRef<bool>> fields,
                     SmallVectorImpl<Value> &args) {
  Value root = e.boxOwned(container, type);
  // Words of an own number: arguments may be in memory at the same time.
  Value memory = e.scratch(2 * path.size() + 3);
  for (auto [index, value] : llvm::enumerate(path)) {
    Value step = e.box(value, types[index]);
    if (fields && (*fields)[index])
      step = e.makeAny(e.payload(step), e.i64(RtKindString | RtStepField));
    e.storeValue(step, e.offset(memory, 16 * static_cast<int64_t>(index)));
  }
  args.append({e.payload(root), e.tagOf(root), memory, e.i64(path.size())});
}

/// The position of the field that an assignment of one step goes to, in a
/// container of a type that has it.
static std::optional<unsigned> getFieldPosition(PlaceSetOp op) {
  Value step = op.getPath().front();
  Type type = op.getContainer().getType();
  std::optional<StringRef> name = getConstantText(step);
  if (op.getPath().size() != 1 || !name || !op.getFields() ||
      type != op.getResult().getType())
    return std::nullopt;
  if (auto tuple = dyn_cast<ruchy::TupleType>(type)) {
    unsigned position;
    if (name->getAsInteger(10, position) ||
        position >= tuple.getElementTypes().size())
      return std::nullopt;
    return position;
  }
  FlatSymbolRefAttr symbol;
  if (auto record = dyn_cast<StructType>(type))
    symbol = record.getName();
  else if (auto instance = dyn_cast<ClassType>(type))
    symbol = instance.getName();
  auto declared = symbol
                      ? SymbolTable::lookupNearestSymbolFrom<TypeOp>(op, symbol)
                      : TypeOp();
  return declared ? declared.getFieldIndex(*name) : std::nullopt;
}

void lowering::markPlaces(ModuleOp module) {
  module.walk([](PlaceSetOp op) {
    if (std::optional<unsigned> position = getFieldPosition(op))
      op->setDiscardableAttr(
          kFieldPositionName,
          IntegerAttr::get(IntegerType::get(op.getContext(), 64), *position));
  });
}

/// A place per step, and one for what is done there.
static Value getSites(Emitter &e, size_t count) {
  SmallVector<Location> places(count + 1, e.loc);
  if (auto fused = dyn_cast<FusedLoc>(e.loc))
    for (auto [place, part] : llvm::zip(places, fused.getLocations()))
      place = part;
  return e.addressOf(e.module.getSites(places));
}

namespace {

struct LowerPlaceSet : RuchyPattern<PlaceSetOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(PlaceSetOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    if (auto position = op->getAttrOfType<IntegerAttr>(kFieldPositionName))
      return storeField(op, adaptor, rewriter, e, position.getInt());
    Type any = getAnyStruct(op.getContext());
    SmallVector<Value> args;
    pushPath(e, adaptor.getContainer(), op.getContainer().getType(),
             adaptor.getPath(), op.getPath().getTypes(), op.getFields(), args);
    Value value = e.boxOwned(adaptor.getValue(), op.getValue().getType());
    args.append({e.payload(value), e.tagOf(value)});
    Checked set = e.callFallible("rt_any_place_set", any, args,
                                 getSites(e, adaptor.getPath().size()));
    e.dropTemporaries();
    return replace(op, rewriter, e.unbox(set.value, op.getResult().getType()),
                   set.status);
  }

  /// The field exists: nothing can fail.
  LogicalResult storeField(PlaceSetOp op, Adaptor adaptor, Rewriter &rewriter,
                           Emitter &e, int64_t position) const {
    Value object = adaptor.getContainer();
    if (!isa<ClassType>(op.getContainer().getType()))
      object = e.call("rt_object_make_unique", object);
    Value address = e.partAddress(object, position);
    Value old = e.loadValue(getAnyStruct(op.getContext()), address);
    e.storePart(adaptor.getValue(), op.getValue().getType(), address);
    e.drop(old, AnyType::get(op.getContext()));
    return replace(op, rewriter, object);
  }
};

/// Moves and methods give a result and the container.
template <typename Op> struct LowerPlaceUse : RuchyPattern<Op> {
  using RuchyPattern<Op>::RuchyPattern;
  using typename RuchyPattern<Op>::Adaptor;
  using typename RuchyPattern<Op>::Rewriter;

  LogicalResult matchAndRewrite(Op op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = this->emitter(op, rewriter);
    if constexpr (std::is_same_v<Op, PlaceMethodOp>)
      if (auto type = op->template getAttrOfType<TypeAttr>(kFieldTypeName))
        return callOnField(op, adaptor, rewriter, e, type.getValue());
    Type any = getAnyStruct(op.getContext());
    Value rootOut = e.scratch(3);
    SmallVector<Value> args{rootOut};
    pushPath(e, adaptor.getContainer(), op.getContainer().getType(),
             adaptor.getPath(), op.getPath().getTypes(), op.getFields(), args);
    StringRef function = "rt_any_place_move";
    if constexpr (std::is_same_v<Op, PlaceMethodOp>) {
      function = "rt_any_place_method";
      StringRef name = op.getMethod();
      args.push_back(e.addressOf(this->module.getBytes(name, false)));
      args.push_back(e.i64(name.size()));
      args.push_back(
          e.boxIntoArray(adaptor.getArgs(), op.getArgs().getTypes()));
      args.push_back(e.i64(adaptor.getArgs().size()));
    }
    Checked done = e.callFallible(function, any, args,
                                  getSites(e, adaptor.getPath().size()));
    Value root = e.loadValue(any, rootOut);
    e.dropTemporaries();
    return this->replaceAll(op, rewriter,
                            {e.unbox(done.value, op->getResult(0).getType()),
                             e.unbox(root, op.getUpdated().getType())},
                            done.status);
  }

  /// The field exists and has a known type, and the method cannot fail: the
  /// field's own reference goes into the method, what comes out goes back.
  LogicalResult callOnField(Op op, Adaptor adaptor, Rewriter &rewriter,
                            Emitter &e, Type field) const {
    SmallVector<Type> types{field};
    llvm::append_range(types, op.getArgs().getTypes());
    const BuiltinInfo *info =
        lookupMethod(op.getMethod(), field, ArrayRef(types).drop_front());
    auto position = op->template getAttrOfType<IntegerAttr>(kFieldPositionName);
    if (!info || !position)
      return failure();
    Value object = adaptor.getContainer();
    if (!isa<ClassType>(op.getContainer().getType()))
      object = e.call("rt_object_make_unique", object);
    Value address = e.partAddress(object, position.getInt());
    SmallVector<Value> values{e.loadPart(address, field)};
    for (auto [index, value] : llvm::enumerate(adaptor.getArgs())) {
      if (isStoredParameter(info->params[index]))
        e.dup(value, types[index + 1]);
      values.push_back(value);
    }
    Type result = inferBuiltinResult(*info, types);
    BuiltinCall call{e, *info, values, types, result, true, ""};
    BuiltinResult made = info->lowering == BuiltinLowering::Runtime
                             ? callBuiltin(call)
                             : emitInlineBuiltin(call);
    if (!made.value || !made.updated)
      return failure();
    e.storePart(made.updated, field, address);
    Value value = made.value;
    if (result != op.getResult().getType() &&
        isa<AnyType>(op.getResult().getType()))
      value = e.boxOwned(value, result);
    return this->replaceAll(op, rewriter, {value, object}, {});
  }
};

} // namespace

void lowering::addPlacePatterns(const LLVMTypeConverter &converter,
                                RewritePatternSet &patterns,
                                ModuleLowering &module) {
  patterns.add<LowerArrayUnique, LowerPlacePut, LowerPlaceTake, LowerPlaceSet,
               LowerPlaceUse<PlaceMoveOp>, LowerPlaceUse<PlaceMethodOp>>(
      converter, module);
}
