//===- Builtins.cpp - Table of library functions and methods ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"
#include "Ruchy/Dialect/Ruchy/IR/RuchyDialect.h"
#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/Twine.h"

using namespace mlir;
using namespace ruchy;

static constexpr BuiltinInfo builtinTable[] = {
#define RUCHY_BUILTIN(Receiver, Name, Params, MinArgs, Result, Flags,          \
                      Lowering, Symbol, Doc)                                   \
  {BuiltinType::Receiver,                                                      \
   Name,                                                                       \
   Params,                                                                     \
   MinArgs,                                                                    \
   BuiltinType::Result,                                                        \
   Flags,                                                                      \
   BuiltinLowering::Lowering,                                                  \
   Symbol,                                                                     \
   Doc},
#include "Ruchy/Dialect/Ruchy/IR/Builtins.def"
};

ArrayRef<BuiltinInfo> ruchy::getBuiltins() { return builtinTable; }

namespace {
/// Rows by name, in table order.
struct BuiltinIndex {
  llvm::StringMap<SmallVector<const BuiltinInfo *, 4>> functions, methods;

  BuiltinIndex() {
    for (const BuiltinInfo &info : builtinTable)
      (info.receiver == BuiltinType::None ? functions : methods)[info.name]
          .push_back(&info);
  }
};
} // namespace

static const BuiltinIndex &getIndex() {
  static const BuiltinIndex index;
  return index;
}

static ArrayRef<const BuiltinInfo *>
getRows(const llvm::StringMap<SmallVector<const BuiltinInfo *, 4>> &map,
        StringRef name) {
  auto it = map.find(name);
  return it == map.end() ? ArrayRef<const BuiltinInfo *>() : it->second;
}

//===----------------------------------------------------------------------===//
// Parameters
//===----------------------------------------------------------------------===//

namespace {
/// The parameter letters of a row.
struct ParamList {
  explicit ParamList(const BuiltinInfo &info) : letters(info.params) {
    variadic = letters.consume_back("*");
  }
  bool acceptsCount(const BuiltinInfo &info, size_t count) const {
    return count >= info.minArgs && (variadic || count <= letters.size());
  }
  char operator[](size_t index) const {
    return letters[std::min(index, letters.size() - 1)];
  }

  StringRef letters;
  bool variadic;
};
} // namespace

static bool acceptsType(char letter, Type type, Type receiver) {
  switch (letter) {
  case 'b':
    return type.isInteger(1);
  case 'i':
    return type.isInteger(64);
  case 'f':
    return type.isF64();
  case 'n':
    return isNumber(type);
  case 's':
    return isa<StrType>(type);
  case 'A':
    return isa<ArrayType>(type);
  case 't':
    return isa<ArrayType>(type) && receiver && isa<ArrayType>(receiver);
  case 'm':
    return isa<MapType>(type);
  case 'S':
    return isa<SetType>(type);
  default:
    return true;
  }
}

static bool acceptsReceiver(BuiltinType kind, Type type) {
  switch (kind) {
  case BuiltinType::Str:
    return isa<StrType>(type);
  case BuiltinType::Array:
    return isa<ArrayType>(type);
  case BuiltinType::Range:
    return isa<RangeType>(type);
  case BuiltinType::Map:
    return isa<MapType>(type);
  case BuiltinType::Set:
    return isa<SetType>(type);
  case BuiltinType::Option:
    return isa<OptionType>(type);
  case BuiltinType::Result:
    return isa<ResultType>(type);
  case BuiltinType::Object:
    return isPointerType(type) && !isa<StrType, ArrayType, CellType>(type);
  case BuiltinType::Int:
    return type.isInteger(64);
  case BuiltinType::Float:
    return type.isF64();
  case BuiltinType::Bool:
    return type.isInteger(1);
  case BuiltinType::Nil:
    return isa<NilType>(type);
  default:
    return false;
  }
}

static bool acceptsArguments(const BuiltinInfo &info, ArrayRef<Type> args,
                             Type receiver) {
  ParamList params(info);
  if (!params.acceptsCount(info, args.size()))
    return false;
  for (auto [index, type] : llvm::enumerate(args))
    if (!type || !acceptsType(params[index], type, receiver))
      return false;
  return true;
}

const BuiltinInfo *ruchy::lookupFunction(StringRef name, ArrayRef<Type> args) {
  for (const BuiltinInfo *info : getRows(getIndex().functions, name))
    if (acceptsArguments(*info, args, {}))
      return info;
  return nullptr;
}

const BuiltinInfo *ruchy::lookupMethod(StringRef name, Type receiver,
                                       ArrayRef<Type> args) {
  if (!receiver)
    return nullptr;
  for (const BuiltinInfo *info : getRows(getIndex().methods, name))
    if (acceptsReceiver(info->receiver, receiver) &&
        acceptsArguments(*info, args, receiver))
      return info;
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Types of results and operands
//===----------------------------------------------------------------------===//

static Type inferTotal(Type array) {
  auto type = dyn_cast<ArrayType>(array);
  // The sum of nothing is an integer.
  if (type && (type.getElementType().isInteger(64) ||
               isa<NeverType>(type.getElementType())))
    return IntegerType::get(array.getContext(), 64);
  return AnyType::get(array.getContext());
}

/// Numbers of two kinds are compared as floats.
static Type joinNumbers(Type a, Type b) {
  if (isNumber(a) && isNumber(b))
    return a.isF64() ? a : b;
  return joinTypes(a, b);
}

//===----------------------------------------------------------------------===//
// Parts of containers
//===----------------------------------------------------------------------===//

/// `any` for what a container never holds: the operation has a result even so.
static Type orAny(Type part) {
  return isa<NeverType>(part) ? AnyType::get(part.getContext()) : part;
}

/// Content of Some or Ok, of Err with `failure`.
static Type getOptionPart(Type type, bool failure) {
  if (auto option = dyn_cast<OptionType>(type))
    return option.getValueType();
  auto result = cast<ResultType>(type);
  return failure ? result.getErrorType() : result.getValueType();
}

static Type getKey(Type type) {
  if (auto map = dyn_cast<MapType>(type))
    return map.getKeyType();
  return cast<SetType>(type).getElementType();
}

static Type inferArrayOfParts(BuiltinType kind, ArrayRef<Type> types) {
  Type first = types.front();
  MLIRContext *context = first.getContext();
  auto element = [&](unsigned index) {
    return cast<ArrayType>(types[index]).getElementType();
  };
  switch (kind) {
  case BuiltinType::KeyArray:
    return getArrayOf(getKey(first));
  case BuiltinType::ValueArray:
    return getArrayOf(cast<MapType>(first).getValueType());
  case BuiltinType::ItemArray:
    return getArrayOf(getTupleOf(
        context, {getKey(first), cast<MapType>(first).getValueType()}));
  case BuiltinType::NumberedArray:
    return getArrayOf(
        getTupleOf(context, {IntegerType::get(context, 64), element(0)}));
  case BuiltinType::ZippedArray:
    return getArrayOf(getTupleOf(context, {element(0), element(1)}));
  default:
    return getArrayOf(first);
  }
}

static Type inferOptionPart(BuiltinType kind, ArrayRef<Type> types) {
  Type first = types.front();
  MLIRContext *context = first.getContext();
  switch (kind) {
  case BuiltinType::Failure:
    return orAny(getOptionPart(first, true));
  case BuiltinType::PayloadOr:
    return orAny(joinContents(getOptionPart(first, false), types[1]));
  case BuiltinType::PayloadOption:
    return getOptionOf(context, getOptionPart(first, false));
  case BuiltinType::FailureOption:
    return getOptionOf(context, getOptionPart(first, true));
  case BuiltinType::OkOr:
    return getResultOf(context, getOptionPart(first, false), types[1]);
  default:
    return orAny(getOptionPart(first, false));
  }
}

bool ruchy::isBuiltinAlwaysFailing(const BuiltinInfo &info,
                                   ArrayRef<Type> operandTypes) {
  if (!info.mayError() || operandTypes.empty())
    return false;
  Type first = operandTypes.front();
  if (info.result == BuiltinType::Element)
    return isa<NeverType>(cast<ArrayType>(first).getElementType());
  return info.result == BuiltinType::Payload &&
         isa<NeverType>(getOptionPart(first, false));
}

Type ruchy::inferBuiltinResult(const BuiltinInfo &info,
                               ArrayRef<Type> operandTypes) {
  // A row without operands has no type to take the context from.
  if (operandTypes.empty())
    return {};
  return inferBuiltinResult(info, operandTypes,
                            operandTypes.front().getContext());
}

Type ruchy::inferBuiltinResult(const BuiltinInfo &info,
                               ArrayRef<Type> operandTypes,
                               MLIRContext *context) {
  switch (info.result) {
  case BuiltinType::Nil:
    return NilType::get(context);
  case BuiltinType::Bool:
    return IntegerType::get(context, 1);
  case BuiltinType::Int:
    return IntegerType::get(context, 64);
  case BuiltinType::Float:
    return Float64Type::get(context);
  case BuiltinType::Str:
    return StrType::get(context);
  case BuiltinType::Range:
    return RangeType::get(context);
  case BuiltinType::Same:
    return operandTypes.front();
  case BuiltinType::Joined:
    return joinNumbers(operandTypes[0], operandTypes[1]);
  case BuiltinType::Total:
    return inferTotal(operandTypes.front());
  case BuiltinType::StrArray:
    return getArrayOf(StrType::get(context));
  case BuiltinType::IntArray:
    return getArrayOf(IntegerType::get(context, 64));
  case BuiltinType::Element:
    return orAny(cast<ArrayType>(operandTypes.front()).getElementType());
  case BuiltinType::KeyArray:
  case BuiltinType::ValueArray:
  case BuiltinType::ItemArray:
  case BuiltinType::NumberedArray:
  case BuiltinType::ZippedArray:
  case BuiltinType::NestedArray:
    return inferArrayOfParts(info.result, operandTypes);
  case BuiltinType::Payload:
  case BuiltinType::Failure:
  case BuiltinType::PayloadOr:
  case BuiltinType::PayloadOption:
  case BuiltinType::FailureOption:
  case BuiltinType::OkOr:
    return inferOptionPart(info.result, operandTypes);
  case BuiltinType::Map:
    return getMapOf(context, AnyType::get(context), AnyType::get(context));
  case BuiltinType::Set:
    return getSetOf(context, AnyType::get(context));
  case BuiltinType::None:
  case BuiltinType::Array:
  case BuiltinType::Option:
  case BuiltinType::Result:
  case BuiltinType::Object:
  case BuiltinType::Any:
    break;
  }
  return AnyType::get(context);
}

/// A map or set with what is stored into it.
static Type inferTable(const BuiltinInfo &info, ArrayRef<Type> operandTypes) {
  Type receiver = operandTypes.front();
  MLIRContext *context = receiver.getContext();
  auto map = dyn_cast<MapType>(receiver);
  Type key = getKey(receiver), value = map ? map.getValueType() : Type();
  ParamList params(info);
  for (auto [index, type] : llvm::enumerate(operandTypes.drop_front())) {
    if (!type)
      continue;
    char letter = params[index];
    bool isKeyOfNew =
        letter == 'a' && index == 0 && StringRef(info.params).contains('w');
    if (letter == 'k' || isKeyOfNew)
      key = joinContents(key, type);
    else if (letter == 'w')
      value = joinContents(value, type);
    else if (letter == 'm' || letter == 'S')
      return joinTypes(receiver, type);
  }
  return map ? getMapOf(context, key, value) : getSetOf(context, key);
}

Type ruchy::inferBuiltinReceiver(const BuiltinInfo &info,
                                 ArrayRef<Type> operandTypes) {
  Type receiver = operandTypes.front();
  if (!info.isMutating())
    return receiver;
  if (isa<MapType, SetType>(receiver))
    return inferTable(info, operandTypes);
  if (!isa<ArrayType>(receiver))
    return receiver;
  ParamList params(info);
  for (auto [index, type] : llvm::enumerate(operandTypes.drop_front())) {
    if (!type)
      continue;
    if (params[index] == 'e')
      receiver = joinTypes(receiver, getArrayOf(type));
    else if (params[index] == 't')
      receiver = joinTypes(receiver, type);
  }
  return receiver;
}

Type ruchy::getBuiltinOperandType(const BuiltinInfo &info,
                                  ArrayRef<Type> operandTypes, unsigned index) {
  bool isMethod = info.receiver != BuiltinType::None;
  Type first = operandTypes.front();
  MLIRContext *context = first.getContext();
  // Two arrays that become one need the same element type.
  if (info.lowering == BuiltinLowering::Concat && isa<ArrayType>(first))
    return inferBuiltinResult(info, operandTypes);
  if (isMethod && index == 0)
    return info.isMutating() ? inferBuiltinReceiver(info, operandTypes)
                             : Type();
  char letter = ParamList(info)[index - isMethod];
  if (letter == 'e')
    return cast<ArrayType>(inferBuiltinReceiver(info, operandTypes))
        .getElementType();
  if (letter == 't')
    return inferBuiltinReceiver(info, operandTypes);
  if (letter == 'k')
    return getKey(inferBuiltinReceiver(info, operandTypes));
  if (letter == 'w')
    return cast<MapType>(inferBuiltinReceiver(info, operandTypes))
        .getValueType();
  // Both numbers of a minimum are compared as the result.
  if (letter == 'n' && info.result == BuiltinType::Joined)
    return inferBuiltinResult(info, operandTypes);
  if (letter == 'n')
    return Float64Type::get(context);
  return {};
}

//===----------------------------------------------------------------------===//
// Names and numbers of arguments
//===----------------------------------------------------------------------===//

bool ruchy::isBuiltinFunction(StringRef name) {
  return getIndex().functions.contains(name);
}

bool ruchy::isMutatingMethod(StringRef name) {
  return llvm::any_of(
      getRows(getIndex().methods, name),
      [](const BuiltinInfo *info) { return info->isMutating(); });
}

std::optional<BuiltinArity> ruchy::getBuiltinArity(StringRef name) {
  ArrayRef<const BuiltinInfo *> rows = getRows(getIndex().functions, name);
  if (rows.empty())
    return std::nullopt;
  BuiltinArity arity{~0u, 0u};
  for (const BuiltinInfo *info : rows) {
    ParamList params(*info);
    arity.min = std::min(arity.min, info->minArgs);
    if (params.variadic)
      arity.max = std::nullopt;
    else if (arity.max)
      arity.max = std::max<unsigned>(*arity.max, params.letters.size());
  }
  return arity;
}

static std::string countArguments(unsigned count) {
  return std::to_string(count) + (count == 1 ? " argument" : " arguments");
}

std::string ruchy::getBuiltinArityMessage(StringRef name, unsigned count) {
  std::string text = name.str() + "() expects ";
  if (name == "range")
    return text + "1, 2, or 3 arguments";
  BuiltinArity arity = getBuiltinArity(name).value_or(BuiltinArity{0, 0});
  if (arity.max && *arity.max == arity.min)
    text += "exactly " + countArguments(arity.min);
  else if (!arity.max || count < arity.min)
    text += "at least " + countArguments(arity.min);
  else
    text += "at most " + countArguments(*arity.max);
  return text + ", got " + std::to_string(count);
}
