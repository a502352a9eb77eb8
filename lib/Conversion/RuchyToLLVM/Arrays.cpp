//===- Arrays.cpp - Making and reading arrays -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

//===----------------------------------------------------------------------===//
// Heads and slots
//===----------------------------------------------------------------------===//

Value Emitter::length(Value object) {
  static_assert(offsetof(RtString, len) == offsetof(RtArray, len));
  return loadValue(i64Type(), offset(object, offsetof(RtArray, len)),
                   module.getHeadTag());
}

Value Emitter::slotAddress(Value array, Value position, Type element) {
  Type slot = element.isInteger(1)    ? Type(b.getI8Type())
              : isa<AnyType>(element) ? getAnyStruct(b.getContext())
                                      : i64Type();
  return LLVM::GEPOp::create(b, loc, ptrType(), slot, offset(array, RtHeadSize),
                             ArrayRef<LLVM::GEPArg>{position},
                             LLVM::GEPNoWrapFlags::inbounds);
}

Value Emitter::loadSlot(Value array, Value position, Type element) {
  Value address = slotAddress(array, position, element);
  if (!element.isInteger(1))
    return loadValue(convert(element), address, module.getSlotTag());
  Value byte = loadValue(b.getI8Type(), address, module.getSlotTag());
  return LLVM::TruncOp::create(b, loc, b.getI1Type(), byte);
}

void Emitter::storeSlot(Value value, Value array, Value position,
                        Type element) {
  Value address = slotAddress(array, position, element);
  if (element.isInteger(1))
    value = LLVM::ZExtOp::create(b, loc, b.getI8Type(), value);
  // Slots have 8 bytes on every target.
  if (module.isWasm() && getElementKind(element) == RtElemRef)
    value = LLVM::PtrToIntOp::create(b, loc, i64Type(), value);
  storeValue(value, address, module.getSlotTag());
}

Value Emitter::push(Value array, Value value, Type element) {
  switch (getElementKind(element)) {
  case RtElemInt:
    return call("rt_array_push_i64", {array, value});
  case RtElemFloat:
    return call("rt_array_push_f64", {array, value});
  case RtElemBool:
    return call("rt_array_push_bool", {array, extendBool(value)});
  case RtElemRef:
    return call("rt_array_push_ref", {array, value});
  default:
    Value any = boxOwned(value, element);
    return call("rt_array_push_any", {array, payload(any), tagOf(any)});
  }
}

//===----------------------------------------------------------------------===//
// Conversion of elements
//===----------------------------------------------------------------------===//

Value Emitter::convertElement(Value value, Type from, Type to) {
  auto fromArray = dyn_cast<ArrayType>(from), toArray = dyn_cast<ArrayType>(to);
  if (from.isInteger(64) && to.isF64())
    return toFloat(value);
  if (from != to && fromArray && toArray)
    return convertArray(value, fromArray, toArray);
  dup(value, from);
  return isa<AnyType>(to) ? boxOwned(value, from) : value;
}

/// Whether arrays of both types have the same slots at every depth, because
/// what is missing in one of them is always empty. An array of dynamic slots
/// is one even when it is empty: the runtime would give another one the kind
/// of what is pushed first.
static bool hasSameSlots(Type from, Type to) {
  if (from != to && isFreeCoercion(from, to))
    return true;
  if (from == to || isa<NeverType>(from))
    return !isa<AnyType>(to) || from == to;
  auto fromArray = dyn_cast<ArrayType>(from), toArray = dyn_cast<ArrayType>(to);
  return fromArray && toArray &&
         hasSameSlots(fromArray.getElementType(), toArray.getElementType());
}

Value Emitter::convertArray(Value array, ArrayType from, ArrayType to) {
  if (hasSameSlots(from, to)) {
    dup(array, from);
    return array;
  }
  if (isa<AnyType>(to.getElementType()))
    return call("rt_array_to_any", array);
  auto call = LLVM::CallOp::create(b, loc, module.getArrayConversion(from, to),
                                   ValueRange{array});
  return call.getResult();
}

namespace {

//===----------------------------------------------------------------------===//
// Making
//===----------------------------------------------------------------------===//

/// From how many constant elements on a literal is copied as a whole. A table
/// of many thousand stores takes LLVM minutes.
static constexpr size_t kMinCopiedElements = 64;

/// The elements of a literal of numbers, if all of them are constant.
static DenseElementsAttr getConstantElements(ValueRange values, Type element) {
  if (values.size() < kMinCopiedElements ||
      !(element.isInteger(64) || element.isF64()))
    return {};
  SmallVector<Attribute> elements;
  for (Value value : values) {
    TypedAttr constant;
    if (!matchPattern(value, m_Constant(&constant)) ||
        constant.getType() != element)
      return {};
    elements.push_back(constant);
  }
  return DenseElementsAttr::get(
      RankedTensorType::get(static_cast<int64_t>(elements.size()), element),
      elements);
}

struct LowerArrayNew : RuchyPattern<ArrayNewOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ArrayNewOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    auto type = dyn_cast<ArrayType>(op.getType());
    if (!type)
      return failure();
    Emitter e = emitter(op, rewriter);
    Type element = type.getElementType();
    int64_t elementKind = getElementKind(element);
    ValueRange values = adaptor.getElements();
    if (values.empty())
      return replace(op, rewriter,
                     e.addressOf(module.getEmptyArray(elementKind)));
    Value kind = e.i64(elementKind);
    Value array = e.call("rt_array_new_len", {kind, e.i64(values.size())});
    if (auto constants = getConstantElements(values, element)) {
      LLVM::MemcpyOp::create(rewriter, op.getLoc(), e.offset(array, RtHeadSize),
                             e.addressOf(module.getElements(constants)),
                             e.i64(8 * values.size()), /*isVolatile=*/false);
      return replace(op, rewriter, array);
    }
    for (auto [index, value] : llvm::enumerate(values)) {
      Type type = op.getElements()[index].getType();
      Value stored = isa<AnyType>(element) ? e.boxOwned(value, type) : value;
      e.storeSlot(stored, array, e.i64(index), element);
    }
    return replace(op, rewriter, array);
  }
};

struct LowerArrayRepeat : RuchyPattern<ArrayRepeatOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ArrayRepeatOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value value = adaptor.getValue();
    Type valueType = op.getValue().getType();
    Type countType = op.getCount().getType();
    auto type = dyn_cast<ArrayType>(op.getResult().getType());
    if (type && countType.isInteger(64)) {
      Value array = repeat(e, value, valueType, adaptor.getCount(), type);
      return replace(op, rewriter, array);
    }
    // A count of unknown kind: an integer, or an error that names the kind.
    Value count = e.box(adaptor.getCount(), countType);
    Value isInt = e.hasKind(count, RtKindInt);
    Value length = e.select(isInt, e.payload(count), e.i64(0));
    Value array = repeat(e, value, valueType, length,
                         ArrayType::get(op.getContext(), valueType));
    Value isOther =
        LLVM::XOrOp::create(rewriter, op.getLoc(), isInt, e.i1(true));
    Value payload = e.payload(count), tag = e.tagOf(count);
    Value none = e.null();
    auto makeError = [&] {
      Value site = e.site("TypeError", "Array size must be an integer, not %L");
      return e.call("rt_error_operands", {payload, tag, payload, tag, site});
    };
    Value status = makeRarely(rewriter, op.getLoc(), isOther, makeError, none);
    e.dropTemporaries();
    return replace(
        op, rewriter,
        e.boxOwned(array, ArrayType::get(op.getContext(), valueType)), status);
  }

  Value repeat(Emitter &e, Value value, Type valueType, Value count,
               ArrayType type) const {
    SmallVector<Value> args{e.i64(getElementKind(type.getElementType()))};
    e.pushBoxed(value, valueType, args);
    args.push_back(count);
    Value array = e.call("rt_array_repeat", args);
    e.dropTemporaries();
    return array;
  }
};

struct LowerArrayPush : RuchyPattern<ArrayPushOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ArrayPushOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    return replace(op, rewriter,
                   e.push(adaptor.getArray(), adaptor.getValue(),
                          op.getArray().getType().getElementType()));
  }
};

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

struct LowerArrayBounds : RuchyPattern<ArrayBoundsOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ArrayBoundsOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value index = adaptor.getIndex();
    Value length = e.length(adaptor.getArray());
    Value negative = e.compare(LLVM::ICmpPredicate::slt, index, e.i64(0));
    Value fromEnd = LLVM::AddOp::create(rewriter, op.getLoc(), index, length);
    Value position = e.select(negative, fromEnd, index);
    // An index that is negative after all is large when read without sign.
    Value outside = e.compare(LLVM::ICmpPredicate::uge, position, length);
    rewriter.replaceOp(op, {position, outside});
    return success();
  }
};

struct LowerArrayAt : RuchyPattern<ArrayAtOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ArrayAtOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    if (isa<NeverType>(op.getType())) {
      rewriter.replaceOpWithNewOp<LLVM::PoisonOp>(op, e.convert(op.getType()));
      return success();
    }
    return replace(
        op, rewriter,
        e.loadSlot(adaptor.getArray(), adaptor.getPosition(), op.getType()));
  }
};

} // namespace

void lowering::addArrayPatterns(const LLVMTypeConverter &converter,
                                RewritePatternSet &patterns,
                                ModuleLowering &module) {
  patterns.add<LowerArrayNew, LowerArrayRepeat, LowerArrayPush,
               LowerArrayBounds, LowerArrayAt>(converter, module);
}
