//===- TypeConverter.cpp - Representation of the ruchy types ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "ModuleLowering.h"
#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"
#include "ruchy_rt/Layout.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

Type lowering::getAnyStruct(MLIRContext *context) {
  Type word = IntegerType::get(context, 64);
  return LLVM::LLVMStructType::getLiteral(context, {word, word});
}

static Type getRangeStruct(MLIRContext *context) {
  Type word = IntegerType::get(context, 64);
  Type bit = IntegerType::get(context, 1);
  return LLVM::LLVMStructType::getLiteral(context, {word, word, bit});
}

void lowering::addRuchyConversions(LLVMTypeConverter &converter) {
  converter.addConversion(
      [](AnyType type) { return getAnyStruct(type.getContext()); });
  converter.addConversion(
      [](RangeType type) { return getRangeStruct(type.getContext()); });
  auto pointer = [](Type type) -> Type {
    return LLVM::LLVMPointerType::get(type.getContext());
  };
  converter.addConversion([=](Type type) -> std::optional<Type> {
    if (isPointerType(type))
      return pointer(type);
    return std::nullopt;
  });
  converter.addConversion([=](ErrorType type) { return pointer(type); });
  // Types of one value need no bits; one bit is what registers can hold.
  auto unit = [](Type type) -> Type {
    return IntegerType::get(type.getContext(), 1);
  };
  converter.addConversion([=](NilType type) { return unit(type); });
  converter.addConversion([=](UnsetType type) { return unit(type); });
  converter.addConversion([=](NeverType type) { return unit(type); });
}

int64_t lowering::getElementKind(Type element) {
  if (isa<NeverType>(element))
    return RtElemNone;
  if (element.isF64())
    return RtElemFloat;
  if (element.isInteger(1))
    return RtElemBool;
  if (element.isInteger(64))
    return RtElemInt;
  return isPointerType(element) ? RtElemRef : RtElemAny;
}

std::string lowering::getLLVMName(StringRef name) {
  if (name == "ruchy.main")
    return "ruchy_main";
  return ("ruchy." + name).str();
}

FileLineColLoc lowering::getSourcePlace(Location loc) {
  if (auto place = dyn_cast<FileLineColLoc>(loc))
    return place;
  if (auto call = dyn_cast<CallSiteLoc>(loc))
    return getSourcePlace(call.getCallee());
  if (auto named = dyn_cast<NameLoc>(loc))
    return getSourcePlace(named.getChildLoc());
  if (auto fused = dyn_cast<FusedLoc>(loc))
    for (Location part : fused.getLocations())
      if (FileLineColLoc place = getSourcePlace(part))
        return place;
  return {};
}

std::optional<StringRef> lowering::getConstantText(Value value) {
  auto constant = value.getDefiningOp<ConstantOp>();
  if (!constant)
    return std::nullopt;
  if (auto text = dyn_cast<StringAttr>(constant.getValue()))
    return text.getValue();
  return std::nullopt;
}
