//===- ModuleLowering.cpp - Constants and facts of one module ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModuleLowering.h"
#include "Emitter.h"
#include "RuntimeFunctions.h"
#include "mlir/IR/Builders.h"
#include "ruchy_rt/Errors.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

LLVM::LLVMFuncOp ModuleLowering::getRuntimeFunction(StringRef name) {
  LLVM::LLVMFuncOp &func = functions[name];
  if (!func)
    func = declareRuntimeFunction(module, name);
  ++runtimeCalls;
  if (name.starts_with("rt_any_"))
    ++dynamicCalls;
  return func;
}

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

LLVM::GlobalOp ModuleLowering::makeConstant(Type type, StringRef prefix,
                                            Attribute value, unsigned align) {
  OpBuilder b = OpBuilder::atBlockBegin(module.getBody());
  std::string name = (prefix + Twine(numConstants++)).str();
  auto global =
      LLVM::GlobalOp::create(b, b.getUnknownLoc(), type, /*isConstant=*/true,
                             LLVM::Linkage::Internal, name, value, align);
  global.setUnnamedAddr(LLVM::UnnamedAddr::Global);
  return global;
}

static Type getByteArray(MLIRContext *context, size_t size) {
  return LLVM::LLVMArrayType::get(IntegerType::get(context, 8), size);
}

LLVM::GlobalOp ModuleLowering::getString(StringRef text) {
  LLVM::GlobalOp &global = strings[text];
  if (global)
    return global;
  Builder b(getContext());
  bool isAscii = llvm::isASCII(text);
  Attribute fields[] = {
      b.getI32IntegerAttr(RtImmortal),
      b.getI32IntegerAttr(RtKindString | (isAscii ? RtStringAscii : 0)),
      b.getI64IntegerAttr(text.size()), b.getI64IntegerAttr(0),
      b.getStringAttr(text)};
  Type i32 = b.getI32Type(), i64 = b.getI64Type();
  SmallVector<Type> types{i32, i32, i64, i64};
  SmallVector<Attribute> values = llvm::to_vector(fields);
  if (text.empty())
    values.pop_back();
  else
    types.push_back(getByteArray(getContext(), text.size()));
  Type type = LLVM::LLVMStructType::getLiteral(getContext(), types);
  return global = makeConstant(type, "str.", b.getArrayAttr(values), 8);
}

LLVM::GlobalOp ModuleLowering::getEmptyArray(int64_t elementKind) {
  LLVM::GlobalOp &global = emptyArrays[elementKind];
  if (global)
    return global;
  Builder b(getContext());
  Attribute fields[] = {
      b.getI32IntegerAttr(RtImmortal),
      b.getI32IntegerAttr(rtArrayType(static_cast<uint8_t>(elementKind))),
      b.getI64IntegerAttr(0), b.getI64IntegerAttr(0)};
  Type i32 = b.getI32Type(), i64 = b.getI64Type();
  Type type =
      LLVM::LLVMStructType::getLiteral(getContext(), {i32, i32, i64, i64});
  return global = makeConstant(type, "empty.", b.getArrayAttr(fields), 8);
}

LLVM::GlobalOp ModuleLowering::getElements(DenseElementsAttr elements) {
  Type type = LLVM::LLVMArrayType::get(elements.getElementType(),
                                       elements.getNumElements());
  return makeConstant(type, "elements.", elements, 8);
}

LLVM::GlobalOp ModuleLowering::getBytes(StringRef text, bool terminated) {
  std::string content = text.str();
  if (terminated)
    content.push_back('\0');
  LLVM::GlobalOp &global = bytes[content];
  if (global)
    return global;
  Type type = getByteArray(getContext(), content.size());
  return global = makeConstant(type, "bytes.",
                               StringAttr::get(getContext(), content), 1);
}

LLVM::GlobalOp ModuleLowering::getFormatSpec(FormatSpecAttr spec) {
  LLVM::GlobalOp &global = specs[spec];
  if (global)
    return global;
  Builder b(getContext());
  Attribute values[] = {b.getI32IntegerAttr(spec.getFill()),
                        b.getI8IntegerAttr(spec.getAlign()),
                        b.getI8IntegerAttr(spec.getPlus() ? '+' : 0),
                        b.getI8IntegerAttr(spec.getAlternate()),
                        b.getI8IntegerAttr(spec.getZero()),
                        b.getI8IntegerAttr(spec.getComma()),
                        b.getI8IntegerAttr(spec.getType()),
                        b.getI32IntegerAttr(spec.getWidth()),
                        b.getI32IntegerAttr(spec.getPrecision())};
  SmallVector<Type> types;
  for (Attribute value : values)
    types.push_back(cast<IntegerAttr>(value).getType());
  Type type = LLVM::LLVMStructType::getLiteral(getContext(), types);
  return global = makeConstant(type, "format.", b.getArrayAttr(values), 4);
}

LLVM::GlobalOp ModuleLowering::getState() {
  if (state)
    return state;
  OpBuilder b = OpBuilder::atBlockBegin(module.getBody());
  Type type = getByteArray(getContext(), 24);
  return state = LLVM::GlobalOp::create(b, b.getUnknownLoc(), type,
                                        /*isConstant=*/false,
                                        LLVM::Linkage::External, "rt_state",
                                        Attribute(), /*alignment=*/8);
}

//===----------------------------------------------------------------------===//
// Sites
//===----------------------------------------------------------------------===//

static int64_t getErrorKind(StringRef kind) {
  return llvm::StringSwitch<int64_t>(kind)
#define RT_ERROR(Name, Type, Prefix, Template, NeedsText)                      \
  .Case(#Name, RtError##Name)
#include "ruchy_rt/ErrorKinds.def"
      .Default(RtErrorRuntimeError);
}

LLVM::GlobalOp ModuleLowering::getSite(Location loc, StringRef kind,
                                       StringRef text) {
  FileLineColLoc place = getSourcePlace(loc);
  std::string key;
  llvm::raw_string_ostream stream(key);
  stream << kind << '\0' << text << '\0';
  if (place)
    stream << place.getFilename().getValue() << '\0' << place.getLine() << ':'
           << place.getColumn();
  LLVM::GlobalOp &global = sites[key];
  if (global)
    return global;
  Builder b(getContext());
  Type i32 = b.getI32Type(), ptr = LLVM::LLVMPointerType::get(getContext());
  Type type = LLVM::LLVMStructType::getLiteral(
      getContext(), {i32, i32, i32, i32, i32, ptr, ptr, b.getI64Type()});
  global = makeConstant(type, "site.", Attribute(), 8);
  LLVM::GlobalOp textBytes =
      text.empty() ? LLVM::GlobalOp() : getBytes(text, false);
  fillSite(global, getErrorKind(kind), place, textBytes, text.size());
  return global;
}

void ModuleLowering::fillSite(LLVM::GlobalOp site, int64_t kind,
                              FileLineColLoc place, LLVM::GlobalOp text,
                              int64_t textSize) {
  StringRef file =
      place ? llvm::sys::path::filename(place.getFilename().getValue()) : "";
  LLVM::GlobalOp fileBytes = getBytes(file, true);
  OpBuilder b(getContext());
  b.createBlock(&site.getInitializerRegion());
  Location loc = b.getUnknownLoc();
  Type ptr = LLVM::LLVMPointerType::get(getContext());
  auto word = [&](int64_t value) -> Value {
    return LLVM::ConstantOp::create(b, loc, b.getI32IntegerAttr(value));
  };
  Value fields[] = {
      word(RtImmortal),
      word(RtKindError | RtErrorStatic),
      word(kind),
      word(place ? place.getLine() : 0),
      word(place ? place.getColumn() : 0),
      LLVM::AddressOfOp::create(b, loc, fileBytes),
      text ? Value(LLVM::AddressOfOp::create(b, loc, text))
           : Value(LLVM::ZeroOp::create(b, loc, ptr)),
      LLVM::ConstantOp::create(b, loc, b.getI64IntegerAttr(textSize))};
  Value value = LLVM::PoisonOp::create(b, loc, site.getType());
  for (auto [index, field] : llvm::enumerate(fields))
    value = LLVM::InsertValueOp::create(b, loc, value, field,
                                        static_cast<int64_t>(index));
  LLVM::ReturnOp::create(b, loc, value);
}

LLVM::GlobalOp ModuleLowering::getSites(ArrayRef<Location> places) {
  SmallVector<LLVM::GlobalOp> sites;
  for (Location place : places)
    sites.push_back(getSite(place, "RuntimeError", ""));
  Type ptr = LLVM::LLVMPointerType::get(getContext());
  Type type = LLVM::LLVMArrayType::get(ptr, sites.size());
  LLVM::GlobalOp global = makeConstant(type, "sites.", Attribute(), 8);
  OpBuilder b(getContext());
  b.createBlock(&global.getInitializerRegion());
  Location loc = b.getUnknownLoc();
  Value value = LLVM::PoisonOp::create(b, loc, type);
  for (auto [index, site] : llvm::enumerate(sites))
    value = LLVM::InsertValueOp::create(b, loc, value,
                                        LLVM::AddressOfOp::create(b, loc, site),
                                        static_cast<int64_t>(index));
  LLVM::ReturnOp::create(b, loc, value);
  return global;
}

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

Value ModuleLowering::getScratch(Block *block, unsigned words) {
  Block *entry = &block->getParent()->front();
  Value &memory = scratch[{entry, words}];
  if (memory)
    return memory;
  OpBuilder b = OpBuilder::atBlockBegin(entry);
  Location loc = b.getUnknownLoc();
  Value count = LLVM::ConstantOp::create(b, loc, b.getI64IntegerAttr(words));
  memory = LLVM::AllocaOp::create(
      b, loc, LLVM::LLVMPointerType::get(getContext()), b.getI64Type(), count,
      /*alignment=*/8);
  return memory;
}

ArrayAttr ModuleLowering::makeTag(StringRef name) {
  MLIRContext *context = getContext();
  auto root = LLVM::TBAARootAttr::get(
      context, StringAttr::get(context, "Ruchy objects"));
  auto type = LLVM::TBAATypeDescriptorAttr::get(
      context, name, LLVM::TBAAMemberAttr::get(root, 0));
  return ArrayAttr::get(context, LLVM::TBAATagAttr::get(type, type, 0));
}

ArrayAttr ModuleLowering::getHeadTag() {
  return headTag ? headTag : headTag = makeTag("head");
}
ArrayAttr ModuleLowering::getSlotTag() {
  return slotTag ? slotTag : slotTag = makeTag("slot");
}

//===----------------------------------------------------------------------===//
// Conversion of arrays
//===----------------------------------------------------------------------===//

/// Fills the body: a loop over the elements.
static void buildArrayConversion(ModuleLowering &module, LLVM::LLVMFuncOp func,
                                 ArrayType from, ArrayType to) {
  OpBuilder b(func.getContext());
  Location loc = b.getUnknownLoc();
  Block *entry = func.addEntryBlock(b);
  Block *head = b.createBlock(&func.getBody(), {}, b.getI64Type(), loc);
  Block *body = b.createBlock(&func.getBody());
  Block *exit = b.createBlock(&func.getBody());
  Emitter e(module, b, loc);

  b.setInsertionPointToEnd(entry);
  Value source = entry->getArgument(0);
  Value length = e.length(source);
  Value result = e.call("rt_array_new_len",
                        {e.i64(getElementKind(to.getElementType())), length});
  LLVM::BrOp::create(b, loc, e.i64(0), head);

  b.setInsertionPointToEnd(head);
  Value index = head->getArgument(0);
  Value more = e.compare(LLVM::ICmpPredicate::slt, index, length);
  LLVM::CondBrOp::create(b, loc, more, body, exit);

  b.setInsertionPointToEnd(body);
  Value element = e.loadSlot(source, index, from.getElementType());
  Value converted =
      e.convertElement(element, from.getElementType(), to.getElementType());
  e.storeSlot(converted, result, index, to.getElementType());
  Value next = LLVM::AddOp::create(b, loc, index, e.i64(1));
  LLVM::BrOp::create(b, loc, next, head);

  b.setInsertionPointToEnd(exit);
  LLVM::ReturnOp::create(b, loc, result);
}

LLVM::LLVMFuncOp ModuleLowering::getArrayConversion(ArrayType from,
                                                    ArrayType to) {
  if (LLVM::LLVMFuncOp known = conversions.lookup({from, to}))
    return known;
  OpBuilder b = OpBuilder::atBlockEnd(module.getBody());
  Type ptr = LLVM::LLVMPointerType::get(getContext());
  std::string name = "convert." + mangleType(from) + "." + mangleType(to);
  auto func = LLVM::LLVMFuncOp::create(b, b.getUnknownLoc(), name,
                                       LLVM::LLVMFunctionType::get(ptr, {ptr}),
                                       LLVM::Linkage::Internal);
  func.setNoUnwind(true);
  func.setPassthroughAttr(b.getArrayAttr(b.getStringAttr("no-builtins")));
  conversions[{from, to}] = func;
  buildArrayConversion(*this, func, from, to);
  return func;
}
