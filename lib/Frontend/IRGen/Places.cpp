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
  if (ref.kind != NameRef::Kind::Variable || !ref.variable ||
      ref.variable->function) {
    gen.unsupported(name->getRange(), "`" + name->name + "` as a variable is");
    return nullptr;
  }
  return ref.variable;
}

/// Whether a read may come before the first assignment.
bool FunctionGen::isChecked(const NameRef &ref) {
  if (ref.variable->isGlobal && !info->isTopLevel())
    return gen.mayBeUnset(ref.variable, info);
  return ref.maybeUnassigned;
}

Value FunctionGen::readVariable(const ast::NameExpr *name) {
  return readVariable(gen.sema.getRef(name), name->getRange());
}

Value FunctionGen::readVariable(const NameRef &ref, SourceRange range) {
  const VarDecl *variable = ref.variable;
  Location at = loc(range.begin);
  if (!variable || variable->function) {
    gen.unsupported(range, "functions as values are");
    return makeNil(at);
  }
  bool checked = isChecked(ref);
  if (variable->isGlobal)
    return GlobalGetOp::create(b, at, any, checked, gen.getGlobal(variable));
  Value slot = getSlot(variable, at);
  if (!checked)
    return load(at, slot);
  if (markedUnset.insert(variable).second) {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointAfter(slot.getDefiningOp());
    auto unset = UnsetType::get(b.getContext());
    Value mark = ConstantOp::create(b, at, NilAttr::get(b.getContext(), unset));
    StoreOp::create(b, at, mark, slot);
  }
  return CheckSetOp::create(b, at, any, load(at, slot), variable->name);
}

/// Reads a variable that is written back right after: a global gives its
/// value away meanwhile, so that it can be changed in place.
Value FunctionGen::takeVariable(const ast::NameExpr *name) {
  const NameRef &ref = gen.sema.getRef(name);
  if (!ref.variable || ref.variable->function || !ref.variable->isGlobal)
    return readVariable(name);
  return GlobalTakeOp::create(b, loc(name), any, isChecked(ref),
                              gen.getGlobal(ref.variable));
}

void FunctionGen::writeVariable(const VarDecl *variable, Location at,
                                Value value) {
  if (variable->isGlobal)
    GlobalSetOp::create(b, at, gen.getGlobal(variable), value);
  else
    store(at, value, getSlot(variable, at));
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

static ast::Expr *stripReferences(ast::Expr *expr) {
  while (auto *unary = dyn_cast<ast::UnaryExpr>(expr)) {
    if (unary->op != ast::UnaryOp::Ref && unary->op != ast::UnaryOp::Deref)
      break;
    expr = unary->operand;
  }
  return expr;
}

/// The variable that an access path starts at; null where it starts at a
/// temporary or goes through a slice or field.
const ast::NameExpr *FunctionGen::getPlaceRoot(ast::Expr *expr) {
  expr = stripReferences(expr);
  while (auto *index = dyn_cast<ast::IndexExpr>(expr)) {
    if (isa<ast::RangeExpr>(index->index))
      return nullptr;
    expr = stripReferences(index->object);
  }
  auto *name = dyn_cast<ast::NameExpr>(expr);
  if (!name)
    return nullptr;
  const NameRef &ref = gen.sema.getRef(name);
  bool isVariable = ref.kind == NameRef::Kind::Variable && ref.variable &&
                    !ref.variable->function;
  return isVariable ? name : nullptr;
}

/// Evaluates the indices of a place from left to right; the container itself
/// is read later.
bool FunctionGen::emitPlace(ast::Expr *expr, Place &place) {
  SmallVector<ast::IndexExpr *, 4> accesses;
  expr = stripReferences(expr);
  while (auto *index = dyn_cast<ast::IndexExpr>(expr)) {
    accesses.push_back(index);
    expr = stripReferences(index->object);
  }
  if (isa<ast::FieldExpr, ast::TupleExpr, ast::ArrayExpr>(expr)) {
    bool isField = isa<ast::FieldExpr>(expr);
    gen.unsupported(expr->getRange(), isField ? "assignment to fields is"
                                              : "destructuring assignment is");
    return false;
  }
  if (auto *name = dyn_cast<ast::NameExpr>(expr)) {
    if (!getVariable(name))
      return false;
    place.root = name;
  } else {
    place.temporary = emit(expr);
  }
  for (ast::IndexExpr *access : llvm::reverse(accesses)) {
    if (isa<ast::RangeExpr>(access->index)) {
      gen.unsupported(access->bracketRange, "assignment to slices is");
      return false;
    }
    place.path.push_back(emit(access->index));
    place.locs.push_back(loc(access->bracketRange.begin));
  }
  return true;
}

Value FunctionGen::readPlace(const Place &place) {
  Value value = place.root ? readVariable(place.root) : place.temporary;
  for (const auto &[index, at] : llvm::zip(place.path, place.locs))
    value = IndexOp::create(b, at, any, Type(), value, index).getResult();
  return value;
}

/// One location per index, so that an error can name the failing one.
Location FunctionGen::getPathLoc(const Place &place) {
  if (place.locs.size() == 1)
    return place.locs.front();
  return FusedLoc::get(b.getContext(), place.locs);
}

void FunctionGen::writePlace(const Place &place, Location at, Value value) {
  const VarDecl *variable =
      place.root ? gen.sema.getRef(place.root).variable : nullptr;
  if (place.path.empty()) {
    if (variable)
      writeVariable(variable, at, value);
    return;
  }
  Value container = variable ? takeVariable(place.root) : place.temporary;
  Location pathLoc = getPathLoc(place);
  auto set =
      PlaceSetOp::create(b, pathLoc, any, Type(), container, place.path, value);
  if (variable)
    writeVariable(variable, pathLoc, set.getResult());
}

//===----------------------------------------------------------------------===//
// Assignments
//===----------------------------------------------------------------------===//

/// The value comes first, then the indices, then the container as it is then.
Value FunctionGen::visitAssignExpr(ast::AssignExpr *expr) {
  if (expr->isCompound)
    return emitCompound(expr);
  Value value = emit(expr->value);
  Place place;
  if (emitPlace(expr->place, place))
    writePlace(place, loc(expr->opRange.begin), value);
  return value;
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

//===----------------------------------------------------------------------===//
// Bindings
//===----------------------------------------------------------------------===//

static ast::Pattern *stripReferences(ast::Pattern *pattern) {
  while (auto *ref = dyn_cast<ast::RefPattern>(pattern))
    pattern = ref->inner;
  return pattern;
}

/// Reports patterns that do more than to bind one name.
bool FunctionGen::checkPattern(ast::Pattern *pattern) {
  pattern = stripReferences(pattern);
  if (isa<ast::WildcardPattern, ast::ErrorPattern>(pattern))
    return true;
  auto *ident = dyn_cast<ast::IdentPattern>(pattern);
  if (ident && !ident->sub && gen.sema.getDecl(ident))
    return true;
  gen.unsupported(pattern->getRange(), "destructuring is");
  return false;
}

bool FunctionGen::bindPattern(ast::Pattern *pattern, Value value) {
  pattern = stripReferences(pattern);
  const VarDecl *variable = nullptr;
  if (isa<ast::IdentPattern>(pattern))
    variable = gen.sema.getDecl(pattern);
  if (!variable)
    return false;
  writeVariable(variable, loc(pattern), value);
  return true;
}

Value FunctionGen::visitLetExpr(ast::LetExpr *expr) {
  Location at = loc(expr);
  if (expr->elseBlock) {
    gen.unsupported(SourceRange(expr->getBegin()), "`let`-`else` is");
    return makeNil(at);
  }
  bool isSimple = checkPattern(expr->pattern);
  Value value = expr->init ? emit(expr->init) : makeNil(at);
  if (isSimple)
    bindPattern(expr->pattern, value);
  return value;
}
