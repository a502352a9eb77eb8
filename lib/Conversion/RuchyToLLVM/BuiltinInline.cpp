//===- BuiltinInline.cpp - Library functions as inline code -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BuiltinCall.h"
#include "Shapes.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

using Predicate = LLVM::ICmpPredicate;
using FPredicate = LLVM::FCmpPredicate;

//===----------------------------------------------------------------------===//
// Numbers
//===----------------------------------------------------------------------===//

static Value floatConstant(Emitter &e, double value) {
  return LLVM::ConstantOp::create(e.b, e.loc, e.b.getF64FloatAttr(value));
}

static Value compareFloats(Emitter &e, FPredicate predicate, Value lhs,
                           Value rhs) {
  return LLVM::FCmpOp::create(e.b, e.loc, predicate, lhs, rhs);
}

/// The magnitude of the least integer does not fit.
static BuiltinResult emitAbs(BuiltinCall &call) {
  Emitter &e = call.e;
  Value value = call.values[0];
  Value least = e.i64(std::numeric_limits<int64_t>::min());
  Value overflow = e.compare(Predicate::eq, value, least);
  Value magnitude = LLVM::AbsOp::create(e.b, e.loc, e.i64Type(), value,
                                        /*is_int_min_poison=*/false);
  return {magnitude, {}, e.select(overflow, e.site("OverflowAbs"), e.null())};
}

/// Minimum and maximum by one rule on every target: a NaN loses against a
/// number, and -0.0 is below 0.0.
static Value emitFloatExtreme(Emitter &e, Value a, Value b, bool isMin) {
  Value first =
      compareFloats(e, isMin ? FPredicate::olt : FPredicate::ogt, a, b);
  Value result = e.select(first, a, b);
  Value bIsNan = compareFloats(e, FPredicate::uno, b, b);
  result = e.select(bIsNan, a, result);
  // Equal numbers differ in the sign of zero at most.
  Value aBits = LLVM::BitcastOp::create(e.b, e.loc, e.i64Type(), a);
  Value bBits = LLVM::BitcastOp::create(e.b, e.loc, e.i64Type(), b);
  Value bits = isMin ? Value(LLVM::OrOp::create(e.b, e.loc, aBits, bBits))
                     : Value(LLVM::AndOp::create(e.b, e.loc, aBits, bBits));
  Value zero = LLVM::BitcastOp::create(e.b, e.loc, e.b.getF64Type(), bits);
  return e.select(compareFloats(e, FPredicate::oeq, a, b), zero, result);
}

static Value emitExtreme(BuiltinCall &call, bool isMin) {
  Emitter &e = call.e;
  Value a = call.values[0], b = call.values[1];
  if (call.result.isF64())
    return emitFloatExtreme(e, e.toFloat(a), e.toFloat(b), isMin);
  if (isMin)
    return LLVM::SMinOp::create(e.b, e.loc, a, b);
  return LLVM::SMaxOp::create(e.b, e.loc, a, b);
}

static Value emitClamp(BuiltinCall &call) {
  Emitter &e = call.e;
  Value low = LLVM::SMaxOp::create(e.b, e.loc, call.values[0], call.values[1]);
  return LLVM::SMinOp::create(e.b, e.loc, low, call.values[2]);
}

static Value emitSignum(BuiltinCall &call) {
  Emitter &e = call.e;
  Value value = call.values[0];
  Value positive = e.extendBool(e.compare(Predicate::sgt, value, e.i64(0)));
  Value negative = e.extendBool(e.compare(Predicate::slt, value, e.i64(0)));
  return LLVM::SubOp::create(e.b, e.loc, positive, negative);
}

static Value emitParity(BuiltinCall &call, int64_t bit) {
  Emitter &e = call.e;
  Value low = LLVM::AndOp::create(e.b, e.loc, call.values[0], e.i64(1));
  return e.compare(Predicate::eq, low, e.i64(bit));
}

static Value emitIsFinite(BuiltinCall &call) {
  Emitter &e = call.e;
  Value magnitude = LLVM::FAbsOp::create(e.b, e.loc, call.values[0]);
  return compareFloats(
      e, FPredicate::olt, magnitude,
      floatConstant(e, std::numeric_limits<double>::infinity()));
}

static Value emitConvert(BuiltinCall &call) {
  Emitter &e = call.e;
  Value value = call.values[0];
  if (call.result.isF64())
    return e.toFloat(value);
  return call.types[0].isF64() ? e.saturatingInt(value) : e.extendBool(value);
}

//===----------------------------------------------------------------------===//
// Kinds and text
//===----------------------------------------------------------------------===//

static Value emitIsTrue(BuiltinCall &call) {
  Emitter &e = call.e;
  Value value = call.values[0];
  Type type = call.types[0];
  if (type.isInteger(1))
    return value;
  if (type.isInteger(64))
    return e.compare(Predicate::ne, value, e.i64(0));
  if (type.isF64())
    return compareFloats(e, FPredicate::une, value, floatConstant(e, 0.0));
  if (isa<StrType, ArrayType>(type))
    return e.compare(Predicate::ne, e.length(value), e.i64(0));
  if (isa<NilType>(type))
    return e.i1(false);
  SmallVector<Value> args;
  e.pushBoxed(value, type, args);
  Value result = e.call("rt_any_bool", args);
  e.dropTemporaries();
  return result;
}

static StringRef getKindName(Type type) {
  if (isa<MapType, ErrorType>(type))
    return "object";
  if (isa<SetType>(type))
    return "set";
  if (isa<ruchy::TupleType>(type))
    return "tuple";
  if (isa<StructType>(type))
    return "struct";
  if (isa<ClassType>(type))
    return "class";
  if (isa<EnumType, OptionType, ResultType>(type))
    return "enum_variant";
  if (isa<FnType>(type))
    return "function";
  if (type.isInteger(64))
    return "integer";
  if (type.isF64())
    return "float";
  if (type.isInteger(1))
    return "boolean";
  if (isa<StrType>(type))
    return "string";
  if (isa<ArrayType>(type))
    return "array";
  return isa<RangeType>(type) ? "range" : "nil";
}

static Value emitTypeOf(BuiltinCall &call) {
  Emitter &e = call.e;
  if (!isa<AnyType>(call.types[0]))
    return e.string(getKindName(call.types[0]));
  Value any = call.values[0];
  return e.call("rt_any_type_of", {e.payload(any), e.tagOf(any)});
}

//===----------------------------------------------------------------------===//
// Several values
//===----------------------------------------------------------------------===//

static BuiltinResult emitValues(BuiltinCall &call) {
  Emitter &e = call.e;
  Value values = e.boxIntoArray(call.values, call.types);
  Value count = e.i64(call.values.size());
  Checked result =
      e.callFallible(call.info.symbol, e.convert(call.result), {values, count});
  e.dropTemporaries();
  return {result.value, {}, result.status};
}

static Value emitPrintValues(BuiltinCall &call) {
  Emitter &e = call.e;
  int64_t stream = StringRef(call.info.name).starts_with("e") ? 2 : 1;
  Value values = e.boxIntoArray(call.values, call.types);
  e.call("rt_print_values", {values, e.i64(call.values.size()), e.i64(stream)});
  e.dropTemporaries();
  return e.i1(false);
}

static Value emitFill(BuiltinCall &call) {
  Emitter &e = call.e;
  ArrayRef<Value> args = ArrayRef(call.values).drop_front();
  Value values = e.boxIntoArray(args, ArrayRef(call.types).drop_front());
  Value text =
      e.call("rt_string_fill", {call.values[0], values, e.i64(args.size())});
  e.dropTemporaries();
  return text;
}

static BuiltinResult emitRangeArray(BuiltinCall &call) {
  Emitter &e = call.e;
  bool onlyEnd = call.values.size() == 1;
  Value start = onlyEnd ? e.i64(0) : call.values[0];
  Value end = call.values[onlyEnd ? 0 : 1];
  Value step = call.values.size() == 3 ? call.values[2] : e.i64(1);
  Checked array =
      e.callFallible("rt_range_array", e.ptrType(), {start, end, step});
  return {array.value, {}, array.status};
}

static BuiltinResult emitExit(BuiltinCall &call) {
  Emitter &e = call.e;
  Value code = call.values.empty() ? e.i64(0) : call.values[0];
  if (!call.values.empty() && !call.types[0].isInteger(64))
    code = e.payload(e.box(code, call.types[0]));
  e.call("rt_exit", code);
  return {e.i1(false), {}, {}};
}

//===----------------------------------------------------------------------===//
// Strings and arrays
//===----------------------------------------------------------------------===//

static Value emitFindOrNil(BuiltinCall &call) {
  Emitter &e = call.e;
  SmallVector<Value> args{call.values[0]};
  if (isa<StrType>(call.types[0]))
    args.push_back(call.values[1]);
  else
    e.pushBoxed(call.values[1], call.types[1], args);
  Value position = e.call(call.info.symbol, args);
  e.dropTemporaries();
  Value missing = e.compare(Predicate::slt, position, e.i64(0));
  Value payload = e.select(missing, e.i64(0), position);
  return e.makeAny(payload,
                   e.select(missing, e.i64(RtKindNil), e.i64(RtKindInt)));
}

static BuiltinResult emitSorted(BuiltinCall &call) {
  Emitter &e = call.e;
  Value array = call.values[0];
  // With another owner the runtime changes a copy.
  if (!call.isMutating)
    e.dup(array, call.types[0]);
  Value sorted = e.call(call.info.symbol, array);
  if (call.isMutating)
    e.dup(sorted, call.types[0]);
  return {sorted, call.isMutating ? sorted : Value(), {}};
}

static BuiltinResult emitSum(BuiltinCall &call) {
  Emitter &e = call.e;
  Checked sum = e.callFallible(call.info.symbol, getAnyStruct(e.b.getContext()),
                               call.values);
  return {e.unbox(sum.value, call.result), {}, sum.status};
}

static BuiltinResult emitPush(BuiltinCall &call) {
  Emitter &e = call.e;
  Type element = cast<ArrayType>(call.types[0]).getElementType();
  Value value = call.values[1];
  if (isa<AnyType>(element))
    value = e.boxOwned(value, call.types[1]);
  return {e.i1(false), e.push(call.values[0], value, element), {}};
}

static Value emitConcat(BuiltinCall &call) {
  bool isString = isa<StrType>(call.types[0]);
  return call.e.call(isString ? "rt_string_concat" : "rt_array_concat",
                     call.values);
}

static Value emitIdentity(BuiltinCall &call) {
  call.e.dup(call.values[0], call.types[0]);
  return call.values[0];
}

//===----------------------------------------------------------------------===//
// Maps, Option and Result
//===----------------------------------------------------------------------===//

static Value emitElements(BuiltinCall &call) {
  Emitter &e = call.e;
  Type element = cast<ArrayType>(call.result).getElementType();
  return e.call(call.info.symbol,
                {call.values[0], e.i64(getElementKind(element))});
}

/// Operands boxed, the result unboxed.
static BuiltinResult emitOnAny(BuiltinCall &call) {
  Emitter &e = call.e;
  SmallVector<Value> args;
  for (auto [value, type] : llvm::zip(call.values, call.types))
    e.pushBoxed(value, type, args);
  Checked made;
  if (call.info.mayError())
    made =
        e.callFallible(call.info.symbol, getAnyStruct(e.b.getContext()), args);
  else
    made.value = e.callForAny(call.info.symbol, args);
  e.dropTemporaries();
  return {e.unbox(made.value, call.result), {}, made.status};
}

static Value emitOptionTest(BuiltinCall &call, OptionCase kind) {
  Emitter &e = call.e;
  Value shape =
      e.load(e.ptrType(), e.offset(call.values[0], offsetof(RtRecord, shape)));
  return e.compare(Predicate::eq, shape,
                   e.addressOf(getOptionShape(e.module, kind)));
}

static BuiltinResult emitTakeOption(BuiltinCall &call) {
  Emitter &e = call.e;
  Value none = e.addressOf(getRuntimeConstant(e.module, "rt_none"));
  return {call.values[0], none, {}};
}

static BuiltinResult emitAsMethod(BuiltinCall &call) {
  Emitter &e = call.e;
  SmallVector<Value> args;
  e.pushBoxed(call.values[0], call.types[0], args);
  StringRef name = call.info.name;
  ArrayRef<Value> rest = ArrayRef(call.values).drop_front();
  args.append({e.addressOf(e.module.getBytes(name, false)), e.i64(name.size()),
               e.boxIntoArray(rest, ArrayRef(call.types).drop_front()),
               e.i64(rest.size())});
  Checked made = e.callFallible("rt_any_call_method",
                                getAnyStruct(e.b.getContext()), args);
  e.dropTemporaries();
  return {made.value, {}, made.status};
}

//===----------------------------------------------------------------------===//
// Dispatch
//===----------------------------------------------------------------------===//

/// Rows that give a value and nothing else.
static Value emitPure(BuiltinCall &call) {
  Emitter &e = call.e;
  Value value = call.values.empty() ? Value() : call.values[0];
  switch (call.info.lowering) {
  case BuiltinLowering::Identity:
    return emitIdentity(call);
  case BuiltinLowering::Convert:
    return emitConvert(call);
  case BuiltinLowering::IsTrue:
    return emitIsTrue(call);
  case BuiltinLowering::Display:
    return e.toText(value, call.types[0], DisplayMode::Display);
  case BuiltinLowering::ToText:
    return e.toText(value, call.types[0], DisplayMode::ToString);
  case BuiltinLowering::TypeOf:
    return emitTypeOf(call);
  case BuiltinLowering::IsNil:
    return e.isNil(value, call.types[0]);
  case BuiltinLowering::AbsFloat:
    return LLVM::FAbsOp::create(e.b, e.loc, value);
  case BuiltinLowering::Sqrt:
    return LLVM::SqrtOp::create(e.b, e.loc, e.toFloat(value));
  case BuiltinLowering::Min:
    return emitExtreme(call, true);
  case BuiltinLowering::Max:
    return emitExtreme(call, false);
  case BuiltinLowering::Clamp:
    return emitClamp(call);
  case BuiltinLowering::Signum:
    return emitSignum(call);
  case BuiltinLowering::IsEven:
    return emitParity(call, 0);
  case BuiltinLowering::IsOdd:
    return emitParity(call, 1);
  case BuiltinLowering::IsNan:
    return compareFloats(e, FPredicate::uno, value, value);
  case BuiltinLowering::IsFinite:
    return emitIsFinite(call);
  case BuiltinLowering::PrintValues:
    return emitPrintValues(call);
  case BuiltinLowering::Len:
    return e.length(value);
  case BuiltinLowering::IsEmpty:
    return e.compare(Predicate::eq, e.length(value), e.i64(0));
  case BuiltinLowering::FindOrNil:
    return emitFindOrNil(call);
  case BuiltinLowering::Concat:
    return emitConcat(call);
  case BuiltinLowering::Fill:
    return emitFill(call);
  case BuiltinLowering::Elements:
    return emitElements(call);
  case BuiltinLowering::IsSome:
    return emitOptionTest(call, OptionCase::Some);
  case BuiltinLowering::IsNone:
    return emitOptionTest(call, OptionCase::None);
  case BuiltinLowering::IsOk:
    return emitOptionTest(call, OptionCase::Ok);
  case BuiltinLowering::IsErr:
    return emitOptionTest(call, OptionCase::Err);
  case BuiltinLowering::MakeByte:
    return e.makeAny(value, RtKindByte);
  case BuiltinLowering::MakeAtom:
    return e.makeAny(LLVM::PtrToIntOp::create(e.b, e.loc, e.i64Type(), value),
                     RtKindAtom);
  default:
    return {};
  }
}

BuiltinResult lowering::emitInlineBuiltin(BuiltinCall &call) {
  Emitter &e = call.e;
  switch (call.info.lowering) {
  case BuiltinLowering::AbsInt:
    return emitAbs(call);
  case BuiltinLowering::Values:
    return emitValues(call);
  case BuiltinLowering::RangeArray:
    return emitRangeArray(call);
  case BuiltinLowering::Exit:
    return emitExit(call);
  case BuiltinLowering::Push:
    return emitPush(call);
  case BuiltinLowering::Sorted:
    return emitSorted(call);
  case BuiltinLowering::Sum:
    return emitSum(call);
  case BuiltinLowering::OnAny:
    return emitOnAny(call);
  case BuiltinLowering::TakeOption:
    return emitTakeOption(call);
  case BuiltinLowering::AsMethod:
    return emitAsMethod(call);
  case BuiltinLowering::AppendString:
    return {e.i1(false), e.call("rt_string_append", call.values), {}};
  default:
    return {emitPure(call), {}, {}};
  }
}
