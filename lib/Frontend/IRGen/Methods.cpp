//===- Methods.cpp - Calls of methods ---------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

/// Methods of the language that nothing implements yet. Other unknown names
/// are errors of the program when the call is executed.
static bool isPlannedMethod(StringRef name) {
  static const llvm::StringSet<> names = {
      "map",       "filter",      "reduce",       "fold",
      "iter_mut",  "enumerate",   "any",          "all",
      "each",      "for_each",    "sort_by",      "sort_by_key",
      "zip",       "flat_map",    "filter_map",   "chunks",
      "windows",   "step_by",     "min_by",       "max_by",
      "partition", "last_mut",    "first_mut",    "get_mut",
      "entry",     "keys",        "values",       "items",
      "entries",   "has_key",     "contains_key", "get_or",
      "merge",     "unwrap",      "unwrap_or",    "unwrap_or_else",
      "expect",    "is_some",     "is_none",      "is_ok",
      "is_err",    "map_err",     "and_then",     "or_else",
      "ok_or",     "unwrap_err",  "parse",        "times",
      "nth",       "char_indices"};
  return names.contains(name);
}

/// Whether the call changes the place that it stands on. Sorting and its like
/// do so only as a statement.
bool FunctionGen::isMutating(ast::MethodCallExpr *expr) {
  StringRef name = expr->name.text;
  if (name == "sort" || name == "reverse" || name == "dedup")
    return gen.sema.isStatement(expr);
  return isMutatingMethod(name) || name == "swap";
}

/// Reports what cannot be translated; arguments are not looked at then.
bool FunctionGen::checkMethod(ast::MethodCallExpr *expr) {
  StringRef name = expr->name.text;
  if (isPlannedMethod(name) || !expr->typeArgs.empty()) {
    gen.unsupported(expr->name.range, "the method `" + name + "` is");
    return false;
  }
  return true;
}

Value FunctionGen::emitMethodOf(Location at, StringRef name, Value receiver,
                                ArrayRef<Value> args) {
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
  if (!checkMethod(expr))
    return makeNil(at);
  if (expr->isSafe)
    return emitSafeMethod(expr, receiver);
  SmallVector<Value> args;
  if (!emitArgs(expr->args, args))
    return makeNil(at);
  if (!isMutatingMethod(expr->name.text))
    return emitMethodOf(at, expr->name.text, receiver, args);
  Place temporary;
  temporary.temporary = receiver;
  return emitMutation(expr, temporary, args);
}

/// `o?.m()`: nil if o is nil.
Value FunctionGen::emitSafeMethod(ast::MethodCallExpr *expr, Value receiver) {
  Location at = loc(expr->name.range.begin);
  Value slot = makeSlot("safe", at);
  Block *call = new Block, *isNil = new Block, *join = new Block;
  branchIf(at, IsNilOp::create(b, at, i1, receiver), isNil, call);
  startBlock(isNil);
  store(at, makeNil(at), slot);
  branch(at, join);
  startBlock(call);
  SmallVector<Value> args;
  if (emitArgs(expr->args, args))
    store(at, emitMethodOf(at, expr->name.text, receiver, args), slot);
  branch(at, join);
  startBlock(join);
  return load(at, slot);
}

/// A method of a variable or a part of one: the receiver is read after the
/// arguments.
Value FunctionGen::emitPlaceMethod(ast::MethodCallExpr *expr) {
  Location at = loc(expr->name.range.begin);
  Place place;
  SmallVector<Value> args;
  if (!checkMethod(expr) || !emitPlace(expr->receiver, place) ||
      !emitArgs(expr->args, args))
    return makeNil(at);
  if (isMutating(expr))
    return emitMutation(expr, place, args);
  return emitMethodOf(at, expr->name.text, readPlace(place), args);
}

/// A method that gives its receiver back changed.
Value FunctionGen::emitMutation(ast::MethodCallExpr *expr, const Place &place,
                                ArrayRef<Value> args) {
  Location at = loc(expr->name.range.begin);
  StringRef name = expr->name.text;
  if (!place.root) {
    auto op = MutatingMethodOp::create(b, at, any, any, Type(), name,
                                       place.temporary, args);
    // `push` on a temporary gives the longer array.
    return name == "push" ? op.getUpdated() : op.getResult();
  }
  const VarDecl *variable = gen.sema.getRef(place.root).variable;
  Value container = takeVariable(place.root);
  if (place.path.empty()) {
    auto op = MutatingMethodOp::create(b, at, any, any, Type(), name, container,
                                       args);
    writeVariable(variable, at, op.getUpdated());
    return op.getResult();
  }
  // One location per index, then the method's.
  SmallVector<Location, 2> locs = place.locs;
  locs.push_back(at);
  auto op =
      PlaceMethodOp::create(b, FusedLoc::get(b.getContext(), locs), any, any,
                            Type(), container, place.path, name, args);
  writeVariable(variable, at, op.getUpdated());
  return op.getResult();
}
