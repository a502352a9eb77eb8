//===- Shapes.cpp - Constants of declared types -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Shapes.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

void lowering::collectTypes(ModuleLowering &module) {
  for (auto op : module.getModule().getOps<TypeOp>()) {
    DeclaredType &type = module.types[op.getSymName()];
    type.kind = op.getKind();
    type.name = op.getName().str();
    if (ArrayAttr fields = op.getFieldsAttr())
      for (Attribute field : fields)
        type.fields.push_back(cast<StringAttr>(field).getValue().str());
    if (ArrayAttr variants = op.getVariantsAttr())
      for (Attribute variant : variants)
        type.variants.push_back(cast<VariantAttr>(variant));
    if (FlatSymbolRefAttr base = op.getBaseAttr())
      type.base = base.getValue().str();
  }
}

RtKind lowering::getRecordKind(ModuleLowering &module, StringRef type) {
  switch (module.types[type].kind) {
  case TypeKind::Struct:
  case TypeKind::TupleStruct:
    return RtKindStruct;
  case TypeKind::Enum:
    return RtKindEnum;
  case TypeKind::Class:
  case TypeKind::Actor:
    return RtKindInstance;
  }
  return RtKindStruct;
}

StringRef lowering::getFirstVariant(ModuleLowering &module, StringRef type) {
  const DeclaredType &declared = module.types[type];
  return declared.variants.empty() ? StringRef()
                                   : declared.variants[0].getName();
}

LLVM::GlobalOp lowering::getRuntimeConstant(ModuleLowering &module,
                                            StringRef name) {
  LLVM::GlobalOp &global = module.constants[name];
  if (global)
    return global;
  OpBuilder b = OpBuilder::atBlockBegin(module.getModule().getBody());
  Type type = LLVM::LLVMArrayType::get(b.getI8Type(), 8);
  return global = LLVM::GlobalOp::create(
             b, b.getUnknownLoc(), type, /*isConstant=*/true,
             LLVM::Linkage::External, name, Attribute(), /*alignment=*/8);
}

LLVM::GlobalOp lowering::getOptionShape(ModuleLowering &module,
                                        OptionCase kind) {
  switch (kind) {
  case OptionCase::Some:
    return getRuntimeConstant(module, "rt_shape_some");
  case OptionCase::None:
    return getRuntimeConstant(module, "rt_shape_none");
  case OptionCase::Ok:
    return getRuntimeConstant(module, "rt_shape_ok");
  case OptionCase::Err:
    break;
  }
  return getRuntimeConstant(module, "rt_shape_err");
}

//===----------------------------------------------------------------------===//
// Constants with addresses in them
//===----------------------------------------------------------------------===//

namespace {
/// Puts the fields of a constant struct together.
class ConstantBuilder {
public:
  ConstantBuilder(ModuleLowering &module, LLVM::GlobalOp global)
      : b(module.getContext()), global(global) {
    b.createBlock(&global.getInitializerRegion());
    value = LLVM::PoisonOp::create(b, loc(), global.getType());
  }
  void add(Value field) {
    value = LLVM::InsertValueOp::create(b, loc(), value, field, position);
    ++position[0];
  }
  void addInt(IntegerAttr constant) {
    add(LLVM::ConstantOp::create(b, loc(), constant));
  }
  void addWord(int64_t word) { addInt(b.getI64IntegerAttr(word)); }
  void addHalf(int64_t half) {
    addInt(b.getI32IntegerAttr(static_cast<int32_t>(half)));
  }
  /// The address of a global, null for none.
  void addAddress(LLVM::GlobalOp target) {
    if (target)
      add(LLVM::AddressOfOp::create(b, loc(), target));
    else
      add(LLVM::ZeroOp::create(b, loc(),
                               LLVM::LLVMPointerType::get(b.getContext())));
  }
  void addFunction(LLVM::LLVMFuncOp function) {
    if (function)
      add(LLVM::AddressOfOp::create(b, loc(), function));
    else
      addAddress({});
  }
  void finish() { LLVM::ReturnOp::create(b, loc(), value); }

private:
  Location loc() { return b.getUnknownLoc(); }

  OpBuilder b;
  LLVM::GlobalOp global;
  Value value;
  SmallVector<int64_t, 1> position{0};
};
} // namespace

/// A constant struct whose initialiser the caller builds.
static LLVM::GlobalOp makeStruct(ModuleLowering &module, StringRef name,
                                 ArrayRef<Type> fields) {
  OpBuilder b = OpBuilder::atBlockBegin(module.getModule().getBody());
  Type type = LLVM::LLVMStructType::getLiteral(module.getContext(), fields);
  return LLVM::GlobalOp::create(b, b.getUnknownLoc(), type,
                                /*isConstant=*/true, LLVM::Linkage::Internal,
                                name, Attribute(), /*alignment=*/8);
}

static LLVM::GlobalOp getText(ModuleLowering &module, StringRef text) {
  return module.getBytes(text, /*terminated=*/true);
}

/// Names and lengths of the fields, one after the other.
static LLVM::GlobalOp makeFieldNames(ModuleLowering &module, StringRef name,
                                     ArrayRef<std::string> fields) {
  if (fields.empty())
    return {};
  Builder b(module.getContext());
  Type ptr = LLVM::LLVMPointerType::get(module.getContext());
  SmallVector<Type> types;
  for (size_t i = 0; i < fields.size(); ++i)
    types.append({ptr, b.getI64Type()});
  LLVM::GlobalOp global = makeStruct(module, ("fields." + name).str(), types);
  SmallVector<LLVM::GlobalOp> texts;
  for (const std::string &field : fields)
    texts.push_back(getText(module, field));
  ConstantBuilder builder(module, global);
  for (auto [text, field] : llvm::zip(texts, fields)) {
    builder.addAddress(text);
    builder.addWord(static_cast<int64_t>(field.size()));
  }
  builder.finish();
  return global;
}

/// Positions of the fields in the order of their names.
static LLVM::GlobalOp makeOrder(ModuleLowering &module, StringRef name,
                                ArrayRef<std::string> fields) {
  if (fields.empty())
    return {};
  SmallVector<int32_t> order(fields.size());
  for (size_t i = 0; i < fields.size(); ++i)
    order[i] = static_cast<int32_t>(i);
  llvm::stable_sort(
      order, [&](int32_t a, int32_t b) { return fields[a] < fields[b]; });
  OpBuilder b = OpBuilder::atBlockBegin(module.getModule().getBody());
  Type type = LLVM::LLVMArrayType::get(b.getI32Type(), order.size());
  return LLVM::GlobalOp::create(
      b, b.getUnknownLoc(), type, /*isConstant=*/true, LLVM::Linkage::Internal,
      ("order." + name).str(), b.getI32TensorAttr(order), /*alignment=*/4);
}

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

namespace {
/// The parts of a shape.
struct ShapeParts {
  uint32_t kind = RtKindStruct, flags = 0;
  StringRef name;
  std::optional<StringRef> variant;
  SmallVector<std::string> fields;
  int64_t discriminant = 0, ordinal = 0;
  LLVM::GlobalOp base, owner;
};
} // namespace

static void fillShape(ModuleLowering &module, LLVM::GlobalOp shape,
                      const ShapeParts &parts) {
  std::string symbol = shape.getSymName().str();
  LLVM::GlobalOp name = getText(module, parts.name);
  LLVM::GlobalOp variant =
      parts.variant ? getText(module, *parts.variant) : LLVM::GlobalOp();
  LLVM::GlobalOp fields = makeFieldNames(module, symbol, parts.fields);
  LLVM::GlobalOp order = makeOrder(module, symbol, parts.fields);
  ConstantBuilder b(module, shape);
  b.addHalf(parts.kind);
  b.addHalf(parts.flags);
  b.addAddress(name);
  b.addWord(static_cast<int64_t>(parts.name.size()));
  b.addAddress(variant);
  b.addWord(parts.variant ? static_cast<int64_t>(parts.variant->size()) : 0);
  b.addAddress(fields);
  b.addWord(static_cast<int64_t>(parts.fields.size()));
  b.addAddress(order);
  b.addWord(parts.discriminant);
  b.addAddress(parts.base);
  b.addWord(parts.ordinal);
  b.addAddress(parts.owner);
  b.addWord(0);
  b.finish();
}

static void addVariant(ModuleLowering &module, ShapeParts &parts,
                       StringRef type, StringRef variant) {
  const DeclaredType &declared = module.types[type];
  for (auto [index, candidate] : llvm::enumerate(declared.variants)) {
    if (candidate.getName() != variant)
      continue;
    parts.variant = candidate.getName();
    parts.ordinal = static_cast<int64_t>(index);
    parts.discriminant = candidate.getDiscriminant();
    for (StringAttr field : candidate.getFields())
      parts.fields.push_back(field.getValue().str());
    if (parts.fields.empty())
      parts.flags |= RtShapeUnit;
    else if (!candidate.getNamed())
      parts.flags |= RtShapePositional;
  }
}

LLVM::GlobalOp lowering::getShape(ModuleLowering &module, StringRef type,
                                  StringRef variant) {
  std::string symbol = ("shape." + type).str();
  if (!variant.empty())
    symbol += ("." + variant).str();
  if (LLVM::GlobalOp known = module.constants.lookup(symbol))
    return known;
  Builder b(module.getContext());
  Type half = b.getI32Type(), word = b.getI64Type();
  Type ptr = LLVM::LLVMPointerType::get(module.getContext());
  LLVM::GlobalOp shape = makeStruct(module, symbol,
                                    {half, half, ptr, word, ptr, word, ptr,
                                     word, ptr, word, ptr, word, ptr, word});
  module.constants[symbol] = shape;

  const DeclaredType &declared = module.types[type];
  ShapeParts parts;
  parts.kind = getRecordKind(module, type);
  parts.name = declared.name;
  parts.owner = shape;
  if (declared.kind == TypeKind::Enum) {
    addVariant(module, parts, type, variant);
    parts.owner = getShape(module, type, getFirstVariant(module, type));
  } else {
    parts.fields = declared.fields;
  }
  if (declared.kind == TypeKind::TupleStruct)
    parts.flags |= RtShapePositional;
  if (declared.kind == TypeKind::Actor)
    parts.flags |= RtShapeActor;
  if (!declared.base.empty())
    parts.base = getShape(module, declared.base);
  fillShape(module, shape, parts);
  return shape;
}

LLVM::GlobalOp lowering::getUnitVariant(ModuleLowering &module, StringRef type,
                                        StringRef variant) {
  std::string symbol = ("unit." + type + "." + variant).str();
  if (LLVM::GlobalOp known = module.constants.lookup(symbol))
    return known;
  LLVM::GlobalOp shape = getShape(module, type, variant);
  Builder b(module.getContext());
  Type half = b.getI32Type();
  Type ptr = LLVM::LLVMPointerType::get(module.getContext());
  LLVM::GlobalOp unit =
      makeStruct(module, symbol, {half, half, ptr, b.getI64Type()});
  module.constants[symbol] = unit;
  ConstantBuilder builder(module, unit);
  builder.addHalf(RtImmortal);
  builder.addHalf(RtKindEnum);
  builder.addAddress(shape);
  builder.addWord(0);
  builder.finish();
  return unit;
}

//===----------------------------------------------------------------------===//
// Function values
//===----------------------------------------------------------------------===//

LLVM::GlobalOp lowering::getCode(ModuleLowering &module, ClosureNewOp op) {
  StringRef function = op.getFunction();
  std::string symbol = ("code." + function).str();
  if (LLVM::GlobalOp known = module.constants.lookup(symbol))
    return known;
  Builder b(module.getContext());
  Type ptr = LLVM::LLVMPointerType::get(module.getContext());
  Type word = b.getI64Type();
  LLVM::GlobalOp name = getText(module, function);
  LLVM::GlobalOp code = makeStruct(module, symbol, {ptr, word, ptr, word});
  module.constants[symbol] = code;
  LLVM::LLVMFuncOp thunk = getThunk(module, op);
  ConstantBuilder builder(module, code);
  builder.addFunction(thunk);
  builder.addWord(static_cast<int64_t>(function.size()));
  builder.addAddress(name);
  builder.addWord(0);
  builder.finish();
  return code;
}

LLVM::GlobalOp lowering::getFunctionValue(ModuleLowering &module,
                                          ClosureNewOp op) {
  std::string symbol = ("function." + op.getFunction()).str();
  if (LLVM::GlobalOp known = module.constants.lookup(symbol))
    return known;
  LLVM::GlobalOp code = getCode(module, op);
  Builder b(module.getContext());
  Type half = b.getI32Type(), word = b.getI64Type();
  Type ptr = LLVM::LLVMPointerType::get(module.getContext());
  LLVM::GlobalOp value = makeStruct(module, symbol, {half, half, ptr, word});
  module.constants[symbol] = value;
  ConstantBuilder builder(module, value);
  builder.addHalf(RtImmortal);
  builder.addHalf(RtKindFunction);
  builder.addAddress(code);
  builder.addWord(0);
  builder.finish();
  return value;
}
