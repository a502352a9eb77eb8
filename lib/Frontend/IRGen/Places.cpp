//===- Places.cpp - Variables, assignments and nested places ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

//===----------------------------------------------------------------------===//
// Variables
//===----------------------------------------------------------------------===//

/// The variable behind a name that is read or assigned; null after an error.
const VarDecl *FunctionGen::getVariable(const ast::NameExpr *name) {
  const NameRef &ref = gen.sema.getRef(name);
  if (ref.kind != NameRef::Kind::Variable || !ref.variable) {
    gen.unsupported(name->getRange(), "`" + name->name + "` as a variable is");
    return nullptr;
  }
  return ref.variable;
}

/// Whether a read may come before the first assignment.
bool FunctionGen::isChecked(const NameRef &ref) {
  if (ref.variable->function)
    return false;
  if (ref.variable->isGlobal && info && !info->isTopLevel())
    return gen.mayBeUnset(ref.variable, info);
  return ref.maybeUnassigned;
}

Value FunctionGen::readVariable(const ast::NameExpr *name) {
  return readVariable(gen.sema.getRef(name), name->getRange());
}

Value FunctionGen::readVariable(const NameRef &ref, SourceRange range) {
  const VarDecl *variable = ref.variable;
  Location at = loc(range.begin);
  if (auto alias = aliases.find(variable); alias != aliases.end())
    return readPlace(alias->second);
  if (!variable)
    return raise(at, "UndefinedVariable", gen.sources.getText(range));
  bool checked = isChecked(ref);
  if (variable->isGlobal)
    return GlobalGetOp::create(b, at, any, checked, gen.getGlobal(variable));
  if (!checked)
    return readBoundVariable(variable, at);
  if (!gen.captures.needsCell(variable) && !isCaptured(variable))
    markUnset(variable, at);
  return CheckSetOp::create(b, at, any, readBoundVariable(variable, at),
                            variable->name);
}

/// Marks a slot as unassigned where the function starts.
void FunctionGen::markUnset(const VarDecl *variable, Location at) {
  Value slot = getSlot(variable, at);
  if (!markedUnset.insert(variable).second)
    return;
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointAfter(slot.getDefiningOp());
  auto unset = UnsetType::get(b.getContext());
  Value mark = ConstantOp::create(b, at, NilAttr::get(b.getContext(), unset));
  StoreOp::create(b, at, mark, slot);
}

/// Reads a variable that is written back right after: a global or cell gives
/// its value away meanwhile, so that it can be changed in place.
Value FunctionGen::takeVariable(const ast::NameExpr *name) {
  const NameRef &ref = gen.sema.getRef(name);
  if (!ref.variable)
    return readVariable(name);
  if (ref.variable->isGlobal)
    return GlobalTakeOp::create(b, loc(name), any, isChecked(ref),
                                gen.getGlobal(ref.variable));
  if (gen.captures.needsCell(ref.variable) && !isChecked(ref))
    return takeCell(ref.variable, loc(name));
  return readVariable(name);
}

void FunctionGen::writeVariable(const VarDecl *variable, Location at,
                                Value value) {
  if (variable->isGlobal)
    GlobalSetOp::create(b, at, gen.getGlobal(variable), value);
  else if (gen.captures.needsCell(variable))
    writeCell(variable, at, value);
  else
    store(at, value, getSlot(variable, at));
}

//===----------------------------------------------------------------------===//
// Assignments
//===----------------------------------------------------------------------===//

/// The value comes first, then the indices, then the container as it is then.
Value FunctionGen::visitAssignExpr(ast::AssignExpr *expr) {
  if (expr->isCompound)
    return emitCompound(expr);
  Value value = emit(expr->value);
  assignTo(expr->place, loc(expr->opRange.begin), value);
  return value;
}

/// Tuples and arrays of places take a value apart.
void FunctionGen::assignTo(ast::Expr *target, Location at, Value value) {
  auto *tuple = dyn_cast<ast::TupleExpr>(target);
  auto *array = dyn_cast<ast::ArrayExpr>(target);
  if (!tuple && !array) {
    Place place;
    if (emitPlace(target, place))
      writePlace(place, at, value);
    return;
  }
  ArrayRef<ast::Expr *> targets = tuple ? tuple->elements : array->elements;
  Block *fits = new Block, *fails = new Block;
  branchIf(at,
           MatchSequenceOp::create(b, at, i1, value, tuple ? "tuple" : "array",
                                   targets.size(), false),
           fits, fails);
  startBlock(fails);
  raise(at, "RuntimeError", "Pattern did not match the value");
  branch(at, fits);
  startBlock(fits);
  for (const auto &[position, part] : llvm::enumerate(targets)) {
    Value index = makeInt(at, position);
    assignTo(part, at,
             IndexOp::create(b, at, any, Type(), value, index).getResult());
  }
}

/// Indices, the old value, the right side, then the store.
Value FunctionGen::emitCompound(ast::AssignExpr *expr) {
  Location at = loc(expr->opRange.begin);
  Place place;
  if (!emitPlace(expr->place, place))
    return makeNil(at);
  Value old = readPlace(place);
  Value value = emitBinaryOp(at, expr->op, old, emit(expr->value));
  writePlace(place, at, value);
  return value;
}

Value FunctionGen::emitIncDec(ast::IncDecExpr *expr) {
  Location at = loc(expr->opRange.begin);
  Place place;
  if (!emitPlace(expr->place, place))
    return makeNil(at);
  Value old = readPlace(place);
  ast::BinaryOp op =
      expr->isIncrement ? ast::BinaryOp::Add : ast::BinaryOp::Sub;
  Value value = emitBinaryOp(at, op, old, makeInt(at, 1));
  writePlace(place, at, value);
  return expr->isPrefix ? value : old;
}
