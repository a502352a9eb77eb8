//===- Box.cpp - Typed and dynamic values -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emitter.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

Value Emitter::makeAny(Value payload, Value tag) {
  Value any = LLVM::PoisonOp::create(b, loc, getAnyStruct(b.getContext()));
  any = LLVM::InsertValueOp::create(b, loc, any, payload, ArrayRef<int64_t>{0});
  return LLVM::InsertValueOp::create(b, loc, any, tag, ArrayRef<int64_t>{1});
}

/// A field of a struct; the field that was put in where that can be seen.
static Value getField(OpBuilder &b, Location loc, Value aggregate,
                      int64_t index) {
  Value from = aggregate;
  while (auto insert = from.getDefiningOp<LLVM::InsertValueOp>()) {
    if (insert.getPosition() == ArrayRef<int64_t>{index})
      return insert.getValue();
    from = insert.getContainer();
  }
  return LLVM::ExtractValueOp::create(b, loc, aggregate,
                                      ArrayRef<int64_t>{index});
}

Value Emitter::payload(Value any) { return getField(b, loc, any, 0); }
Value Emitter::tagOf(Value any) { return getField(b, loc, any, 1); }
Value Emitter::rangeField(Value range, int64_t index) {
  return getField(b, loc, range, index);
}

Value Emitter::hasKind(Value any, RtKind kind) {
  Value low = LLVM::TruncOp::create(b, loc, b.getI8Type(), tagOf(any));
  Value expected = LLVM::ConstantOp::create(b, loc, b.getI8IntegerAttr(kind));
  return compare(LLVM::ICmpPredicate::eq, low, expected);
}

/// The kind of the objects of a type.
static RtKind getObjectKind(Type type) {
  return llvm::TypeSwitch<Type, RtKind>(type)
      .Case<StrType>([](Type) { return RtKindString; })
      .Case<RangeType>([](Type) { return RtKindRange; })
      .Case<ErrorType>([](Type) { return RtKindError; })
      .Case<ruchy::TupleType>([](Type) { return RtKindTuple; })
      .Case<MapType>([](Type) { return RtKindMap; })
      .Case<SetType>([](Type) { return RtKindSet; })
      .Case<StructType>([](Type) { return RtKindStruct; })
      .Case<ClassType>([](Type) { return RtKindInstance; })
      .Case<EnumType, OptionType, ResultType>([](Type) { return RtKindEnum; })
      .Case<FnType>([](Type) { return RtKindFunction; })
      .Case<CellType>([](Type) { return RtKindCell; })
      .Default([](Type) { return RtKindArray; });
}

Value Emitter::boxOwned(Value value, Type type) {
  if (isa<AnyType>(type))
    return value;
  if (isa<NilType, NeverType>(type))
    return nil();
  if (isa<UnsetType>(type))
    return makeAny(i64(0), RtKindUnset);
  if (isa<RangeType>(type)) {
    Value intTag = i64(RtKindInt);
    value = call("rt_range_new",
                 {rangeField(value, 0), intTag, rangeField(value, 1), intTag,
                  extendBool(rangeField(value, 2))});
  }
  if (type.isInteger(1))
    return makeAny(extendBool(value), RtKindBool);
  if (type.isInteger(64))
    return makeAny(value, RtKindInt);
  if (type.isF64())
    return makeAny(LLVM::BitcastOp::create(b, loc, i64Type(), value),
                   RtKindFloat);
  return makeAny(LLVM::PtrToIntOp::create(b, loc, i64Type(), value),
                 getObjectKind(type));
}

Value Emitter::box(Value value, Type type) {
  Value any = boxOwned(value, type);
  if (isa<RangeType>(type))
    temporaries.push_back(any);
  return any;
}

void Emitter::pushBoxed(Value value, Type type, SmallVectorImpl<Value> &args) {
  Value any = box(value, type);
  args.push_back(payload(any));
  args.push_back(tagOf(any));
}

Value Emitter::boxIntoArray(ValueRange values, TypeRange types) {
  if (values.empty())
    return null();
  SmallVector<Value> boxes;
  for (auto [value, type] : llvm::zip(values, types))
    boxes.push_back(box(value, type));
  // Words of an own size never share memory with an `out` pointer.
  Value memory = scratch(2 * std::max<size_t>(values.size(), 2));
  for (auto [index, any] : llvm::enumerate(boxes))
    storeValue(any, offset(memory, 16 * index));
  return memory;
}

void Emitter::dropTemporaries() {
  for (Value any : temporaries)
    call("rt_drop_any", {payload(any), tagOf(any)});
  temporaries.clear();
}

Value Emitter::unboxRange(Value word) {
  Value object = LLVM::IntToPtrOp::create(b, loc, ptrType(), word);
  Value inclusive =
      load(b.getI8Type(), offset(object, offsetof(RtRange, inclusive)));
  Value fields[] = {load(i64Type(), offset(object, offsetof(RtRange, start))),
                    load(i64Type(), offset(object, offsetof(RtRange, end))),
                    LLVM::TruncOp::create(b, loc, b.getI1Type(), inclusive)};
  Value range =
      LLVM::PoisonOp::create(b, loc, convert(RangeType::get(b.getContext())));
  for (auto [index, field] : llvm::enumerate(fields))
    range = LLVM::InsertValueOp::create(b, loc, range, field,
                                        static_cast<int64_t>(index));
  return range;
}

Value Emitter::unbox(Value any, Type type) {
  if (isa<AnyType>(type))
    return any;
  if (isa<NilType, UnsetType, NeverType>(type))
    return i1(false);
  Value word = payload(any);
  if (type.isInteger(1))
    return LLVM::TruncOp::create(b, loc, b.getI1Type(), word);
  if (type.isF64())
    return LLVM::BitcastOp::create(b, loc, type, word);
  if (type.isInteger(64))
    return word;
  if (isa<RangeType>(type))
    return unboxRange(word);
  return LLVM::IntToPtrOp::create(b, loc, ptrType(), word);
}

Value Emitter::truthy(Value value, Type type) {
  if (type.isInteger(1))
    return value;
  if (!isa<AnyType>(type))
    return i1(!isa<NilType>(type));
  Value isFalse = LLVM::AndOp::create(
      b, loc, hasKind(value, RtKindBool),
      compare(LLVM::ICmpPredicate::eq, payload(value), i64(0)));
  Value isFalsy =
      LLVM::OrOp::create(b, loc, hasKind(value, RtKindNil), isFalse);
  return LLVM::XOrOp::create(b, loc, isFalsy, i1(true));
}

Value Emitter::isNil(Value value, Type type) {
  return isa<AnyType>(type) ? hasKind(value, RtKindNil)
                            : i1(isa<NilType>(type));
}
