//===- Expressions.cpp - Literals, names, arrays and accesses ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NumberConstants.h"
#include "ObjectGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

//===----------------------------------------------------------------------===//
// Chains
//===----------------------------------------------------------------------===//

/// Chains of operators and accesses may be very deep: they are translated
/// from the innermost link outwards, in a loop.
Value FunctionGen::emit(ast::Expr *root) {
  SmallVector<ast::Expr *, 8> spine;
  ast::Expr *leaf = ast::collectSpine(root, spine);
  size_t next = spine.size();
  Value value = emitSpineStart(spine, leaf, next);
  while (next > 0)
    value = emitLink(spine[--next], value);
  return value;
}

/// Translates the innermost part of a chain that gives a value: a call of a
/// name and a method of a place need their first operand as it is written.
Value FunctionGen::emitSpineStart(ArrayRef<ast::Expr *> spine, ast::Expr *leaf,
                                  size_t &next) {
  if (Value value = emitPathStart(spine, leaf, next))
    return value;
  size_t outer = spine.size();
  while (outer > 0 && isa<ast::IndexExpr, ast::FieldExpr>(spine[outer - 1]))
    --outer;
  if (outer > 0) {
    ast::Expr *node = spine[outer - 1];
    if (auto *method = dyn_cast<ast::MethodCallExpr>(node))
      if (Value value = emitLibraryObjectCall(method)) {
        next = outer - 1;
        return value;
      }
    if (auto *call = dyn_cast<ast::CallExpr>(node);
        call && isa<ast::NameExpr, ast::PathExpr>(call->callee)) {
      next = outer - 1;
      return emitNamedCall(call);
    }
    // A part that a method gives can be the receiver of the next one.
    for (size_t i = outer; i-- > 0;) {
      auto *method = dyn_cast<ast::MethodCallExpr>(spine[i]);
      if (!method && !isa<ast::IndexExpr, ast::FieldExpr>(spine[i]))
        break;
      if (!method || method->isSafe)
        continue;
      bool isReceiver = i > 0 && isa<ast::MethodCallExpr>(spine[i - 1]);
      if (isReceiver &&
          (isEntryOfPlace(spine[i - 1]) || isEntryOfPlace(method)))
        continue;
      if (isEntryOfPlace(method)) {
        Place place;
        next = i;
        return emitPlace(method, place) ? readPlace(place)
                                        : makeNil(loc(method));
      }
      if (!isPlace(method->receiver))
        break;
      if (isReceiver && isPlace(method))
        continue;
      next = i;
      return emitPlaceMethod(method);
    }
    if (auto *step = dyn_cast<ast::IncDecExpr>(node)) {
      next = outer - 1;
      return emitIncDec(step);
    }
  }
  return visit(leaf);
}

/// `m.f(..)`, `C.new(..)`, `C.N` and `super.m(..)`, where the first part is no
/// value; null for anything else.
Value FunctionGen::emitPathStart(ArrayRef<ast::Expr *> spine, ast::Expr *leaf,
                                 size_t &next) {
  auto *name = dyn_cast<ast::NameExpr>(leaf);
  if (!name && !isa<ast::PathExpr>(leaf))
    return {};
  ObjectGen objects(*this);
  bool isSuper = name && name->name == "super";
  for (size_t i = spine.size(); i-- > 0;) {
    auto *call = dyn_cast<ast::MethodCallExpr>(spine[i]);
    auto *field = dyn_cast<ast::FieldExpr>(spine[i]);
    if (!call && !field)
      return {};
    next = i;
    if (isSuper && call)
      return objects.emitSuperCall(call);
    if (isSuper) {
      next = i + 1;
      return func.getArgument(0);
    }
    const PathRef &ref = gen.sema.getPath(spine[i]);
    if (ref.kind == PathRef::Kind::Unresolved)
      break;
    if (call)
      return objects.emitPathCall(loc(call->name.range.begin), ref,
                                  call->name.range, call->args);
    if (ref.kind != PathRef::Kind::Name ||
        ref.ref.kind != NameRef::Kind::Module)
      return objects.emitPath(loc(field->name.range.begin), ref,
                              field->name.range);
  }
  next = spine.size();
  return {};
}

Value FunctionGen::emitLink(ast::Expr *node, Value child) {
  switch (node->getKind()) {
  case ast::NodeKind::BinaryExpr:
    return emitBinary(cast<ast::BinaryExpr>(node), child);
  case ast::NodeKind::RangeExpr:
    return emitRange(cast<ast::RangeExpr>(node), child);
  case ast::NodeKind::CastExpr:
    return emitCast(cast<ast::CastExpr>(node), child);
  case ast::NodeKind::PipelineExpr:
    return emitPipeline(cast<ast::PipelineExpr>(node), child);
  case ast::NodeKind::CallExpr:
    return emitValueCall(cast<ast::CallExpr>(node), child);
  case ast::NodeKind::MethodCallExpr:
    return emitMethod(cast<ast::MethodCallExpr>(node), child);
  case ast::NodeKind::FieldExpr:
    return emitField(cast<ast::FieldExpr>(node), child);
  case ast::NodeKind::TryOpExpr:
    return emitTryOp(cast<ast::TryOpExpr>(node), child);
  case ast::NodeKind::IndexExpr:
    return emitIndex(cast<ast::IndexExpr>(node), child);
  case ast::NodeKind::SendExpr:
    return ObjectGen(*this).emitSend(cast<ast::SendExpr>(node), child);
  case ast::NodeKind::AwaitExpr:
    return child;
  default:
    return visitNode(node);
  }
}

//===----------------------------------------------------------------------===//
// Literals
//===----------------------------------------------------------------------===//

Value FunctionGen::visitNilLiteral(ast::NilLiteral *expr) {
  return makeNil(loc(expr));
}

Value FunctionGen::visitBoolLiteral(ast::BoolLiteral *expr) {
  return makeBool(loc(expr), expr->value);
}

Value FunctionGen::visitIntLiteral(ast::IntLiteral *expr) {
  return makeInt(loc(expr), expr->value);
}

Value FunctionGen::visitFloatLiteral(ast::FloatLiteral *expr) {
  return makeFloat(loc(expr), expr->value);
}

Value FunctionGen::visitStringLiteral(ast::StringLiteral *expr) {
  return makeText(loc(expr), expr->value);
}

Value FunctionGen::visitInterpolationExpr(ast::InterpolationExpr *expr) {
  TextParts parts;
  addInterpolation(parts, expr);
  return concat(loc(expr), parts);
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

Value FunctionGen::visitNameExpr(ast::NameExpr *expr) {
  const NameRef &ref = gen.sema.getRef(expr);
  Location at = loc(expr);
  const PathRef &path = gen.sema.getPath(expr);
  if (path.kind != PathRef::Kind::Unresolved &&
      path.kind != PathRef::Kind::Name)
    return ObjectGen(*this).emitPath(at, path, expr->getRange());
  switch (ref.kind) {
  case NameRef::Kind::Variable:
    return readVariable(expr);
  case NameRef::Kind::Unresolved:
    return raise(at, "UndefinedVariable", expr->name);
  case NameRef::Kind::Builtin:
    if (expr->name == "nil")
      return makeNil(at);
    return makeBuiltinValue(expr);
  case NameRef::Kind::Function:
    return makeFunctionValue(at, ref.function);
  case NameRef::Kind::Variant:
    if (expr->name == "None")
      return OptionNewOp::create(b, at, any, OptionCase::None, Value());
    return makeBuiltinValue(expr);
  case NameRef::Kind::Type:
  case NameRef::Kind::Module:
    if (Value constant = emitImportedConstant(expr, ref))
      return constant;
    if (ref.kind == NameRef::Kind::Module && !ref.item) {
      // `use std::f64::consts::PI`
      if (TypedAttr value = getNumberConstant(b, "consts", expr->name))
        return ConstantOp::create(b, at, value);
      return raise(at, "UndefinedVariable", expr->name);
    }
    gen.unsupported(expr->getRange(), "`" + expr->name + "` as a value is");
    return makeNil(at);
  }
  return makeNil(at);
}

/// `use std::f64::consts::PI` makes `PI` a name of the library's constant.
Value FunctionGen::emitImportedConstant(ast::NameExpr *expr,
                                        const NameRef &ref) {
  if (!ref.leaf || ref.leaf->path.size() < 2)
    return {};
  ArrayRef<StringRef> path = ref.leaf->path;
  TypedAttr value = getNumberConstant(b, path[path.size() - 2], path.back());
  return value ? Value(ConstantOp::create(b, loc(expr), value)) : Value();
}

/// What the program declares, constants of the number types, and functions of
/// the library as values.
Value FunctionGen::visitPathExpr(ast::PathExpr *expr) {
  const PathRef &ref = gen.sema.getPath(expr);
  const TypeInfo *known = getPathType(ref);
  bool isOfLibrary =
      ref.kind == PathRef::Kind::Unresolved ||
      (known && known->kind == TypeInfo::Kind::Builtin &&
       !known->findConstant(ref.member) && !known->findMethod(ref.member));
  if (!isOfLibrary)
    return ObjectGen(*this).emitPath(loc(expr), ref, expr->getRange());
  ArrayRef<ast::Name> segments = expr->segments;
  StringRef name = segments.back().text;
  StringRef type = segments[segments.size() - 2].text;
  if (TypedAttr constant = getNumberConstant(b, type, name))
    return ConstantOp::create(b, loc(expr), constant);
  if (type == "Option" && name == "None")
    return OptionNewOp::create(b, loc(expr), any, OptionCase::None, Value());
  if (name == "UNIX_EPOCH")
    return emitBuiltinOn(loc(expr), expr->getRange(), "unix_epoch", {});
  return emitPathValue(expr);
}

//===----------------------------------------------------------------------===//
// Arrays
//===----------------------------------------------------------------------===//

Value FunctionGen::visitArrayExpr(ast::ArrayExpr *expr) {
  if (llvm::any_of(expr->elements,
                   [](ast::Expr *e) { return isa<ast::SpreadExpr>(e); }))
    return emitSpread(expr);
  SmallVector<Value> elements;
  for (ast::Expr *element : expr->elements)
    elements.push_back(emit(element));
  return ArrayNewOp::create(b, loc(expr), any, elements);
}

Value FunctionGen::visitArrayRepeatExpr(ast::ArrayRepeatExpr *expr) {
  Value value = emit(expr->value);
  Value count = emit(expr->count);
  return ArrayRepeatOp::create(b, loc(expr), any, Type(), value, count)
      .getResult();
}

/// `[a, ...b]`: the array grows element by element.
Value FunctionGen::emitSpread(ast::ArrayExpr *expr) {
  Location at = loc(expr);
  Value slot = makeSlot("array", at);
  store(at, ArrayNewOp::create(b, at, any, ValueRange()), slot);
  for (ast::Expr *element : expr->elements) {
    if (auto *spread = dyn_cast<ast::SpreadExpr>(element)) {
      appendElements(spread, slot);
      continue;
    }
    Value value = emit(element);
    auto push = MutatingMethodOp::create(b, loc(element), any, any, Type(),
                                         "push", load(at, slot), value);
    store(at, push.getUpdated(), slot);
  }
  return load(at, slot);
}

void FunctionGen::appendElements(ast::SpreadExpr *spread, Value slot) {
  Location at = loc(spread->operand);
  Value source = emit(spread->operand);
  Value it = IterOp::create(b, at, any, Type(), source, true).getResult();
  Block *body = new Block, *exit = new Block;
  Value position = body->addArgument(i64, at);
  auto first = IterStartOp::create(b, at, i64, i1, it);
  cf::CondBranchOp::create(b, at, first.getMore(), body, first.getPosition(),
                           exit, ValueRange());
  startBlock(body);
  Value element = IterValueOp::create(b, at, any, it, position);
  auto push = MutatingMethodOp::create(b, at, any, any, Type(), "push",
                                       load(at, slot), element);
  store(at, push.getUpdated(), slot);
  auto next = IterNextOp::create(b, at, i64, i1, it, position);
  cf::CondBranchOp::create(b, at, next.getMore(), body, next.getNext(), exit,
                           ValueRange());
  startBlock(exit);
}

//===----------------------------------------------------------------------===//
// Accesses
//===----------------------------------------------------------------------===//

Value FunctionGen::emitIndex(ast::IndexExpr *expr, Value object) {
  Location at = loc(expr->bracketRange.begin);
  auto *range = dyn_cast<ast::RangeExpr>(expr->index);
  if (!range || range->isParenthesized) {
    Value index = emit(expr->index);
    if (ObjectGen objects(*this); objects.hasOperator("[]"))
      return objects.emitOperator(at, "[]", {object, index});
    return IndexOp::create(b, at, any, Type(), object, index).getResult();
  }
  Value low = range->begin ? emit(range->begin) : makeNil(at);
  Value high = range->end ? emit(range->end) : makeNil(at);
  return SliceOp::create(b, at, any, Type(), object, low, high,
                         range->isInclusive)
      .getResult();
}

/// A field, property or part of a tuple; `o?.f` is nil where o is nil or None.
Value FunctionGen::emitField(ast::FieldExpr *expr, Value object) {
  StringRef name = expr->name.text;
  Location at = loc(expr->name.range.begin);
  auto read = [&](Value of) -> Value {
    ObjectGen objects(*this);
    if (objects.hasGetter(name))
      return objects.emitGetter(at, name, of);
    return FieldOp::create(b, at, any, Type(), of, name).getResult();
  };
  if (!expr->isSafe)
    return read(object);
  return emitSafe(at, object, read);
}

/// The value of \p read for what an Option holds, or for any other value; nil
/// where it is nil or None.
Value FunctionGen::emitSafe(Location at, Value object,
                            function_ref<Value(Value)> read) {
  Value slot = makeSlot("safe", at);
  Block *there = new Block, *join = new Block;
  store(at, makeNil(at), slot);
  branchIf(at, OptionIsOp::create(b, at, i1, object, OptionCase::None, false),
           join, there);
  startBlock(there);
  Value held =
      OptionGetOp::create(b, at, any, object, OptionCase::Some).getResult();
  store(at, read(held), slot);
  branch(at, join);
  startBlock(join);
  return load(at, slot);
}
