//===- Emitter.cpp - Constants, calls, memory, comparison -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emitter.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

Type Emitter::convert(Type type) {
  if (isa<AnyType>(type))
    return getAnyStruct(b.getContext());
  if (isPointerType(type) || isa<ErrorType>(type))
    return ptrType();
  if (isa<NilType, UnsetType, NeverType>(type))
    return b.getI1Type();
  if (isa<RangeType>(type))
    return LLVM::LLVMStructType::getLiteral(
        b.getContext(), {i64Type(), i64Type(), b.getI1Type()});
  return type;
}

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

Value Emitter::i64(int64_t value) {
  return LLVM::ConstantOp::create(b, loc, b.getI64IntegerAttr(value));
}
Value Emitter::i1(bool value) {
  return LLVM::ConstantOp::create(b, loc, b.getBoolAttr(value));
}
Value Emitter::zero(Type llvmType) {
  return LLVM::ZeroOp::create(b, loc, llvmType);
}
Value Emitter::null() { return zero(ptrType()); }
Value Emitter::addressOf(LLVM::GlobalOp global) {
  return LLVM::AddressOfOp::create(b, loc, global);
}
Value Emitter::string(StringRef text) {
  return addressOf(module.getString(text));
}
Value Emitter::site(StringRef kind, StringRef text) {
  return addressOf(module.getSite(loc, kind, text));
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

Value Emitter::call(StringRef runtimeFunction, ValueRange args) {
  LLVM::LLVMFuncOp func = module.getRuntimeFunction(runtimeFunction);
  auto call = LLVM::CallOp::create(b, loc, func, args);
  return call->getNumResults() ? call.getResult() : Value();
}

Checked Emitter::callFallible(StringRef runtimeFunction, Type outType,
                              ValueRange args, Value site) {
  SmallVector<Value> operands;
  Value out;
  if (outType) {
    out = scratch(2);
    operands.push_back(out);
  }
  llvm::append_range(operands, args);
  operands.push_back(site ? site : this->site());
  Value status = call(runtimeFunction, operands);
  return {out ? loadValue(outType, out) : Value(), status};
}

Value Emitter::callForAny(StringRef runtimeFunction, ValueRange args) {
  Value out = scratch(2);
  SmallVector<Value> operands{out};
  llvm::append_range(operands, args);
  call(runtimeFunction, operands);
  return loadValue(getAnyStruct(b.getContext()), out);
}

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

Value Emitter::offset(Value pointer, int64_t bytes) {
  if (bytes == 0)
    return pointer;
  return LLVM::GEPOp::create(
      b, loc, ptrType(), b.getI8Type(), pointer,
      ArrayRef<LLVM::GEPArg>{static_cast<int32_t>(bytes)},
      LLVM::GEPNoWrapFlags::inbounds);
}

Value Emitter::load(Type llvmType, Value pointer) {
  return LLVM::LoadOp::create(b, loc, llvmType, pointer);
}

void Emitter::store(Value value, Value pointer) {
  LLVM::StoreOp::create(b, loc, value, pointer);
}

static bool isAnyStruct(Type type) {
  return type == getAnyStruct(type.getContext());
}

Value Emitter::loadValue(Type llvmType, Value pointer, ArrayAttr tag) {
  auto word = [&](Type type, Value from) -> Value {
    auto op = LLVM::LoadOp::create(b, loc, type, from);
    if (tag)
      op.setTBAATags(tag);
    return op;
  };
  if (!isAnyStruct(llvmType))
    return word(llvmType, pointer);
  Value payload = word(i64Type(), pointer);
  return makeAny(payload, word(i64Type(), offset(pointer, 8)));
}

void Emitter::storeValue(Value value, Value pointer, ArrayAttr tag) {
  auto word = [&](Value part, Value to) {
    auto op = LLVM::StoreOp::create(b, loc, part, to);
    if (tag)
      op.setTBAATags(tag);
  };
  if (!isAnyStruct(value.getType()))
    return word(value, pointer);
  word(payload(value), pointer);
  word(tagOf(value), offset(pointer, 8));
}

static_assert(offsetof(RtTuple, items) == offsetof(RtRecord, fields));

Value Emitter::loadPart(Value address, Type type) {
  if (isa<NeverType, NilType, UnsetType>(type))
    return i1(false);
  if (type.isInteger(1))
    return LLVM::TruncOp::create(b, loc, type, load(i64Type(), address));
  return loadValue(convert(type), address);
}

Value Emitter::partAddress(Value object, int64_t position) {
  return offset(object, offsetof(RtRecord, fields) + 16 * position);
}

void Emitter::storePart(Value value, Type type, Value address) {
  storeValue(boxOwned(value, type), address);
}

//===----------------------------------------------------------------------===//
// Comparison and choice
//===----------------------------------------------------------------------===//

Value Emitter::compare(LLVM::ICmpPredicate predicate, Value lhs, Value rhs) {
  return LLVM::ICmpOp::create(b, loc, predicate, lhs, rhs);
}
Value Emitter::isNull(Value pointer) {
  return compare(LLVM::ICmpPredicate::eq, pointer, null());
}
Value Emitter::select(Value condition, Value yes, Value no) {
  return LLVM::SelectOp::create(b, loc, condition, yes, no);
}
Value Emitter::extendBool(Value bit) {
  return LLVM::ZExtOp::create(b, loc, i64Type(), bit);
}

//===----------------------------------------------------------------------===//
// Counts
//===----------------------------------------------------------------------===//

void Emitter::dup(Value value, Type type) {
  if (isa<AnyType>(type))
    call("rt_dup_any", {payload(value), tagOf(value)});
  else if (isHeapType(type))
    call("rt_dup", value);
}

void Emitter::drop(Value value, Type type) {
  if (isa<AnyType>(type))
    call("rt_drop_any", {payload(value), tagOf(value)});
  else if (isa<ClassType, FnType, CellType>(type))
    call("rt_drop_shared", value);
  else if (isHeapType(type))
    call("rt_drop", value);
}

//===----------------------------------------------------------------------===//
// Numbers
//===----------------------------------------------------------------------===//

Value Emitter::toFloat(Value value) {
  if (value.getType().isInteger(1))
    return LLVM::UIToFPOp::create(b, loc, b.getF64Type(), value);
  if (value.getType().isInteger())
    return LLVM::SIToFPOp::create(b, loc, b.getF64Type(), value);
  return value;
}

Value Emitter::saturatingInt(Value floatValue) {
  return LLVM::CallIntrinsicOp::create(
             b, loc, i64Type(), b.getStringAttr("llvm.fptosi.sat.i64.f64"),
             ValueRange{floatValue})
      .getResult(0);
}
