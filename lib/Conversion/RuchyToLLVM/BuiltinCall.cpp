//===- BuiltinCall.cpp - Calls by the builtin table -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BuiltinCall.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

/// The letter of parameter `index`; the last one repeats.
static char getParam(const BuiltinInfo &info, size_t index) {
  StringRef letters = StringRef(info.params).rtrim('*');
  return letters[std::min(index, letters.size() - 1)];
}

/// Appends an argument in the form that the runtime takes.
static void pushArgument(Emitter &e, char letter, Value value, Type type,
                         SmallVectorImpl<Value> &args) {
  switch (letter) {
  case 'a':
    return e.pushBoxed(value, type, args);
  case 'e':
  case 'k':
  case 'w': {
    Value any = e.boxOwned(value, type);
    args.push_back(e.payload(any));
    args.push_back(e.tagOf(any));
    return;
  }
  case 'b':
    return args.push_back(e.extendBool(value));
  case 'n':
    return args.push_back(e.toFloat(value));
  default:
    return args.push_back(value);
  }
}

static void pushOperands(BuiltinCall &call, SmallVectorImpl<Value> &args) {
  bool isMethod = call.info.receiver != BuiltinType::None;
  for (auto [index, value] : llvm::enumerate(call.values)) {
    Type type = call.types[index];
    if (isMethod && index == 0)
      args.push_back(value);
    else
      pushArgument(call.e, getParam(call.info, index - isMethod), value, type,
                   args);
  }
}

/// Whether the runtime gives an array of objects where the type of the elements
/// was too deep to be exact.
static bool hasInexactElements(const BuiltinCall &call) {
  switch (call.info.result) {
  case BuiltinType::ItemArray:
  case BuiltinType::NumberedArray:
  case BuiltinType::ZippedArray:
  case BuiltinType::NestedArray:
    return isa<AnyType>(cast<ArrayType>(call.result).getElementType());
  default:
    return false;
  }
}

BuiltinResult lowering::callBuiltin(BuiltinCall &call) {
  Emitter &e = call.e;
  const BuiltinInfo &info = call.info;
  bool fails = info.mayError(), mutates = info.isMutating();
  bool hasResult = info.result != BuiltinType::Nil;
  bool byPointer = hasResult && (fails || mutates || isa<AnyType>(call.result));

  SmallVector<Value> args;
  Value out, updatedOut;
  if (byPointer)
    args.push_back(out = e.scratch(2));
  if (fails && mutates)
    args.push_back(updatedOut = e.scratch(3));
  pushOperands(call, args);
  if (fails)
    args.push_back(e.site("RuntimeError", call.text));
  Value direct = e.call(info.symbol, args);

  BuiltinResult result;
  if (fails)
    result.status = direct;
  if (mutates)
    result.updated = fails ? e.load(e.ptrType(), updatedOut) : direct;
  if (byPointer)
    result.value = e.loadValue(e.convert(call.result), out);
  else
    result.value = hasResult ? direct : e.i1(false);
  if (hasInexactElements(call))
    result.value = e.call("rt_array_into_any", result.value);
  e.dropTemporaries();
  return result;
}
