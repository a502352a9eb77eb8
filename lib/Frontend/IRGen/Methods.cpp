//===- Methods.cpp - Calls of methods ---------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ObjectGen.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

/// Whether the call changes the place that it stands on. Sorting and its like
/// do so only as a statement.
bool FunctionGen::isMutating(ast::MethodCallExpr *expr) {
  StringRef name = expr->name.text;
  if (name == "sort" || name == "reverse" || name == "dedup")
    return gen.sema.isStatement(expr);
  return isMutatingMethod(name) || name == "swap";
}

/// The method that a call means: the turbofish chooses among those that read
/// or collect.
StringRef FunctionGen::getMethodName(ast::MethodCallExpr *expr) {
  StringRef name = expr->name.text;
  auto *type = expr->typeArgs.empty()
                   ? nullptr
                   : dyn_cast<ast::NamedType>(expr->typeArgs.front());
  if (!type)
    return name;
  StringRef wanted = type->getName();
  if (name == "parse")
    return llvm::StringSwitch<StringRef>(wanted)
        .Cases({"f64", "f32"}, "parse_f64")
        .Case("bool", "parse_bool")
        .Case("char", "parse_char")
        .Default("parse");
  if (name == "collect")
    return llvm::StringSwitch<StringRef>(wanted)
        .Cases({"HashMap", "BTreeMap"}, "to_map")
        .Cases({"HashSet", "BTreeSet"}, "to_set")
        .Case("String", "concat_strings")
        .Default("collect");
  return name;
}

Value FunctionGen::emitMethodOf(Location at, StringRef name, Value receiver,
                                ArrayRef<Value> args) {
  if (ast::FunctionItem *item = gen.findPrelude(name, args.size())) {
    SmallVector<Value> all{receiver};
    all.append(args.begin(), args.end());
    return emitCallOf(at, item, all);
  }
  if (args.empty() && (name == "len" || name == "length")) {
    auto len = LenOp::create(b, at, i64, Type(), receiver);
    // The error of a receiver without length names the method.
    len->setAttr("method", b.getStringAttr(name));
    return len.getResult();
  }
  if (args.empty() && name == "to_string")
    return ToStringOp::create(b, at, str, receiver, DisplayMode::ToString);
  return MethodOp::create(b, at, any, Type(), name, receiver, args).getResult();
}

/// A method of a value that is no place.
Value FunctionGen::emitMethod(ast::MethodCallExpr *expr, Value receiver) {
  Location at = loc(expr->name.range.begin);
  if (expr->isSafe)
    return emitSafeMethod(expr, receiver);
  ObjectGen objects(*this);
  if (objects.isMessage(expr))
    return objects.emitMessageCall(expr, receiver);
  if (objects.hasMethod(expr->name.text))
    return objects.emitMethodCall(expr, receiver);
  if (isReadInto(expr))
    return emitReadInto(expr, receiver);
  SmallVector<Value> args;
  if (!emitArgs(expr->args, args))
    return makeNil(at);
  if (!isMutatingMethod(expr->name.text))
    return emitMethodOf(at, getMethodName(expr), receiver, args);
  Place temporary;
  temporary.temporary = receiver;
  return emitMutation(expr, temporary, args);
}

/// `o?.m()`: nil if o is nil or None.
Value FunctionGen::emitSafeMethod(ast::MethodCallExpr *expr, Value receiver) {
  Location at = loc(expr->name.range.begin);
  return emitSafe(at, receiver, [&](Value object) -> Value {
    ObjectGen objects(*this);
    if (objects.hasMethod(expr->name.text))
      return objects.emitMethodCall(expr, object);
    SmallVector<Value> args;
    if (!emitArgs(expr->args, args))
      return makeNil(at);
    return emitMethodOf(at, getMethodName(expr), object, args);
  });
}

/// A method of a variable or a part of one: the receiver is read after the
/// arguments.
Value FunctionGen::emitPlaceMethod(ast::MethodCallExpr *expr) {
  Location at = loc(expr->name.range.begin);
  Place place;
  SmallVector<Value> args;
  if (!emitPlace(expr->receiver, place))
    return makeNil(at);
  ObjectGen objects(*this);
  if (objects.isMessage(expr))
    return objects.emitMessageCall(expr, readPlace(place));
  if (objects.hasMethod(expr->name.text))
    return objects.emitMethodCall(expr, place, isMutating(expr));
  if (isReadInto(expr))
    return emitReadInto(expr, readPlace(place));
  if (!emitArgs(expr->args, args))
    return makeNil(at);
  if (isMutating(expr))
    return emitMutation(expr, place, args);
  StringRef name = getMethodName(expr);
  Value result = emitMethodOf(at, name, readPlace(place), args);
  if (name == "retain" ||
      (name.starts_with("sort_by") && gen.sema.isStatement(expr))) {
    writePlace(place, at, result);
    return name == "retain" ? makeNil(at) : result;
  }
  return result;
}

/// A method that gives its receiver back changed.
Value FunctionGen::emitMutation(ast::MethodCallExpr *expr, const Place &place,
                                ArrayRef<Value> args) {
  Location at = loc(expr->name.range.begin);
  StringRef name = expr->name.text;
  if (place.isSlice)
    return emitMethodOf(at, name, readPlace(place), args);
  if (!place.hasRoot() && place.path.empty()) {
    auto op = MutatingMethodOp::create(b, at, any, any, Type(), name,
                                       place.temporary, args);
    // `push` on a temporary gives the longer array.
    return name == "push" ? op.getUpdated() : op.getResult();
  }
  Value container = takeRoot(place);
  if (place.path.empty()) {
    auto op = MutatingMethodOp::create(b, at, any, any, Type(), name, container,
                                       args);
    writeRoot(place, at, op.getUpdated());
    return op.getResult();
  }
  // One location per index, then the method's.
  SmallVector<Location, 2> locs = place.locs;
  locs.push_back(at);
  auto op = PlaceMethodOp::create(b, FusedLoc::get(b.getContext(), locs), any,
                                  any, Type(), container, place.path, name,
                                  args, place.getFields(b));
  writeRoot(place, at, op.getUpdated());
  return op.getResult();
}
