//===- PlacePaths.cpp - Reading and writing parts of variables --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A place is a variable and a path of indices and fields. The indices are
// evaluated when the place is met, the variable is read when it is needed.
//
//===----------------------------------------------------------------------===//

#include "Match.h"
#include "ObjectGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

static ast::Expr *stripReferences(ast::Expr *expr) {
  while (auto *unary = dyn_cast<ast::UnaryExpr>(expr)) {
    if (unary->op != ast::UnaryOp::Ref && unary->op != ast::UnaryOp::Deref &&
        unary->op != ast::UnaryOp::RefMut)
      break;
    expr = unary->operand;
  }
  return expr;
}

//===----------------------------------------------------------------------===//
// From expressions
//===----------------------------------------------------------------------===//

/// Methods of the library that give a reference to a part of their receiver.
static bool givesPart(const ast::MethodCallExpr *call) {
  StringRef name = call->name.text;
  size_t count = call->args.size();
  return ((name == "last_mut" || name == "first_mut") && count == 0) ||
         (name == "get_mut" && count == 1);
}

/// `m.entry(k).or_insert(d)`: the call of `entry`, or null.
static ast::MethodCallExpr *getEntry(const ast::MethodCallExpr *call) {
  StringRef name = call->name.text;
  if (name != "or_insert" && name != "or_default" && name != "or_insert_with")
    return nullptr;
  auto *entry = dyn_cast<ast::MethodCallExpr>(call->receiver);
  bool isEntry =
      entry && entry->name.text == "entry" && entry->args.size() == 1;
  return isEntry ? entry : nullptr;
}

/// Whether an expression is `PLACE.entry(k).or_insert(v)` or its like.
bool FunctionGen::isEntryOfPlace(ast::Expr *expr) {
  auto *call = dyn_cast<ast::MethodCallExpr>(expr);
  return call && getEntry(call) && isPlace(expr);
}

/// What `x.get_mut(k).unwrap()` and `x.last_mut()?` are about.
static ast::Expr *stripUnwrap(ast::Expr *expr) {
  ast::Expr *inner = nullptr;
  if (auto *tried = dyn_cast<ast::TryOpExpr>(expr))
    inner = tried->operand;
  else if (auto *call = dyn_cast<ast::MethodCallExpr>(expr);
           call && (call->name.text == "unwrap" || call->name.text == "expect"))
    inner = call->receiver;
  auto *part = dyn_cast_or_null<ast::MethodCallExpr>(inner);
  return part && givesPart(part) ? inner : expr;
}

/// The container of an access that can be part of a path; null for others.
static ast::Expr *getContainer(ast::Expr *expr) {
  if (auto *index = dyn_cast<ast::IndexExpr>(expr))
    return index->object;
  if (auto *field = dyn_cast<ast::FieldExpr>(expr))
    return field->isSafe ? nullptr : field->object;
  auto *call = dyn_cast<ast::MethodCallExpr>(expr);
  if (!call || call->isSafe)
    return nullptr;
  if (ast::MethodCallExpr *entry = getEntry(call))
    return entry->receiver;
  return givesPart(call) ? call->receiver : nullptr;
}

/// Whether an expression is a variable or a part of one.
bool FunctionGen::isPlace(ast::Expr *expr) {
  expr = stripReferences(expr);
  while (ast::Expr *container = getContainer(stripUnwrap(expr))) {
    auto *index = dyn_cast<ast::IndexExpr>(expr);
    if (index && isa<ast::RangeExpr>(index->index))
      return false;
    if (gen.sema.getPath(expr).kind != PathRef::Kind::Unresolved)
      break;
    expr = stripReferences(container);
  }
  if (auto *name = dyn_cast<ast::NameExpr>(expr)) {
    const NameRef &ref = gen.sema.getRef(name);
    return ref.kind == NameRef::Kind::Variable && ref.variable;
  }
  const PathRef &ref = gen.sema.getPath(expr);
  if (ref.kind == PathRef::Kind::Name)
    return isa<ast::PathExpr>(expr) && ref.ref.kind == NameRef::Kind::Variable;
  const TypeInfo *type = getPathType(ref);
  const ConstantInfo *constant = ref.kind == PathRef::Kind::Member && type
                                     ? type->findConstant(ref.member)
                                     : nullptr;
  return constant && constant->isStatic;
}

/// Evaluates one step of a path.
bool FunctionGen::emitAccess(ast::Expr *access, Place &place) {
  if (auto *field = dyn_cast<ast::FieldExpr>(access)) {
    Location at = loc(field->name.range.begin);
    place.add(makeText(at, field->name.text), at, field->name.text);
    return true;
  }
  if (auto *call = dyn_cast<ast::MethodCallExpr>(stripUnwrap(access))) {
    Location at = loc(call->name.range.begin);
    if (ast::MethodCallExpr *entry = getEntry(call)) {
      Value key = emit(entry->args.front().value);
      Value initial = call->args.empty() ? makeInt(at, 0)
                                         : emitArg(call->args.front().value);
      if (call->name.text == "or_insert_with")
        initial = CallValueOp::create(b, at, any, Type(), initial, ValueRange())
                      .getResult();
      Block *missing = new Block, *there = new Block;
      branchIf(
          at,
          InOp::create(b, at, i1, Type(), key, readPlace(place)).getResult(),
          there, missing);
      Place part = place;
      part.add(key, at);
      startBlock(missing);
      writePlace(part, at, initial);
      branch(at, there);
      startBlock(there);
      place = part;
      return true;
    }
    StringRef name = call->name.text;
    Value index = name == "get_mut" ? emit(call->args.front().value)
                                    : makeInt(at, name == "last_mut" ? -1 : 0);
    place.add(index, at);
    return true;
  }
  auto *index = cast<ast::IndexExpr>(access);
  Location at = loc(index->bracketRange.begin);
  auto *range = dyn_cast<ast::RangeExpr>(index->index);
  if (!range) {
    place.add(emit(index->index), at);
    return true;
  }
  place.isSlice = true;
  place.isInclusive = range->isInclusive;
  place.low = range->begin ? emit(range->begin) : makeNil(at);
  place.high = range->end ? emit(range->end) : makeNil(at);
  place.sliceLoc = at;
  return true;
}

/// Evaluates the indices of a place from left to right; the container itself
/// is read later.
bool FunctionGen::emitPlace(ast::Expr *expr, Place &place) {
  SmallVector<ast::Expr *, 4> accesses;
  expr = stripReferences(expr);
  while (ast::Expr *container = getContainer(stripUnwrap(expr))) {
    if (gen.sema.getPath(expr).kind != PathRef::Kind::Unresolved)
      break;
    accesses.push_back(expr);
    expr = stripReferences(container);
  }
  auto *name = dyn_cast<ast::NameExpr>(expr);
  const NameRef *ref = name ? &gen.sema.getRef(name) : nullptr;
  const PathRef &path = gen.sema.getPath(expr);
  const TypeInfo *type = getPathType(path);
  const ConstantInfo *constant = path.kind == PathRef::Kind::Member && type
                                     ? type->findConstant(path.member)
                                     : nullptr;
  if (ref && ref->kind == NameRef::Kind::Variable && ref->variable) {
    if (auto alias = aliases.find(ref->variable); alias != aliases.end())
      place = alias->second;
    else
      place.root = name;
  } else if (constant && constant->isStatic) {
    place.global = gen.types->getStatic(constant).str();
  } else if (isa<ast::PathExpr>(expr) && path.kind == PathRef::Kind::Name &&
             path.ref.kind == NameRef::Kind::Variable) {
    place.pathRoot = cast<ast::PathExpr>(expr);
  } else if (isa<ast::TupleExpr, ast::ArrayExpr>(expr) && accesses.empty()) {
    gen.unsupported(expr->getRange(), "destructuring here is");
    return false;
  } else {
    place.temporary = emit(expr);
  }
  for (ast::Expr *access : llvm::reverse(accesses)) {
    if (place.isSlice) {
      // A part of a slice is a part of a copy.
      Place slice;
      slice.temporary = readPlace(place);
      place = slice;
    }
    if (!emitAccess(access, place))
      return false;
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Roots
//===----------------------------------------------------------------------===//

Value FunctionGen::readRoot(const Place &place) {
  if (place.root)
    return readVariable(place.root);
  if (place.pathRoot)
    return readVariable(gen.sema.getPath(place.pathRoot).ref,
                        place.pathRoot->getRange());
  if (place.refined)
    return place.refined;
  if (place.slot)
    return load(place.slot.getLoc(), place.slot);
  if (!place.global.empty())
    return GlobalGetOp::create(b, func.getLoc(), any, false, place.global);
  return place.temporary;
}

/// Reads the variable for a change that is written back right after.
Value FunctionGen::takeRoot(const Place &place) {
  if (place.root)
    return takeVariable(place.root);
  if (!place.global.empty())
    return GlobalTakeOp::create(b, func.getLoc(), any, false, place.global);
  return readRoot(place);
}

void FunctionGen::writeRoot(const Place &place, Location at, Value value) {
  if (place.root)
    writeVariable(gen.sema.getRef(place.root).variable, at, value);
  else if (place.pathRoot)
    writeVariable(gen.sema.getPath(place.pathRoot).ref.variable, at, value);
  else if (place.slot)
    store(at, value, place.slot);
  else if (!place.global.empty())
    GlobalSetOp::create(b, at, place.global, value);
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

Value FunctionGen::readLevel(const Place &place, size_t level, Value value) {
  Location at = place.locs[level];
  StringRef name = place.names[level];
  if (name.empty())
    return IndexOp::create(b, at, any, Type(), value, place.path[level])
        .getResult();
  ObjectGen objects(*this);
  if (objects.hasGetter(name))
    return objects.emitGetter(at, name, value);
  return FieldOp::create(b, at, any, Type(), value, name).getResult();
}

Value FunctionGen::readPlace(const Place &place) {
  Value value = readRoot(place);
  for (size_t level = 0; level < place.path.size(); ++level)
    value = readLevel(place, level, value);
  if (!place.isSlice)
    return value;
  return SliceOp::create(b, *place.sliceLoc, any, Type(), value, place.low,
                         place.high, place.isInclusive)
      .getResult();
}

/// One location per index, so that an error can name the failing one.
Location FunctionGen::getPathLoc(const Place &place) {
  if (place.locs.size() == 1)
    return place.locs.front();
  return FusedLoc::get(b.getContext(), place.locs);
}

/// Puts what is before and behind a slice around the new value.
static Value spliceSlice(OpBuilder &b, const Place &place, Value whole,
                         Value value) {
  Location at = *place.sliceLoc;
  Type any = AnyType::get(b.getContext());
  Type nil = NilType::get(b.getContext());
  Value open = ConstantOp::create(
      b, at, NilAttr::get(b.getContext(), cast<NilType>(nil)));
  Value zero = ConstantOp::create(b, at, TypedAttr(b.getI64IntegerAttr(0)));
  Value low = isa<NilType>(place.low.getType()) ? zero : place.low;
  Value before =
      SliceOp::create(b, at, any, Type(), whole, open, low, false).getResult();
  value = AddOp::create(b, at, any, Type(), before, value).getResult();
  if (isa<NilType>(place.high.getType()))
    return value;
  Value high = place.high;
  if (place.isInclusive) {
    Value one = ConstantOp::create(b, at, TypedAttr(b.getI64IntegerAttr(1)));
    high = AddOp::create(b, at, any, Type(), high, one).getResult();
  }
  Value after =
      SliceOp::create(b, at, any, Type(), whole, high, open, false).getResult();
  return AddOp::create(b, at, any, Type(), value, after).getResult();
}

/// Stores into a place, properties aside.
void FunctionGen::storePlace(const Place &place, Location at, Value value) {
  if (place.path.empty())
    return writeRoot(place, at, value);
  Value container = takeRoot(place);
  Location pathLoc = getPathLoc(place);
  auto set = PlaceSetOp::create(b, pathLoc, any, Type(), container, place.path,
                                value, place.getFields(b));
  writeRoot(place, pathLoc, set.getResult());
}

void FunctionGen::writePlace(const Place &place, Location at, Value value) {
  if (place.isSlice) {
    Place whole = place;
    whole.isSlice = false;
    value = spliceSlice(b, place, readPlace(whole), value);
    return writePlace(whole, at, value);
  }
  ObjectGen objects(*this);
  bool isProperty = !place.path.empty() && !place.names.back().empty() &&
                    objects.hasSetter(place.names.back());
  if (isProperty)
    objects.emitSetter(at, place, value);
  else
    storePlace(place, at, value);
}

/// `let r = &mut PLACE`, and `let r = x.last_mut()` and its like: r stands for
/// the place from now on. A variable that functions share cannot.
bool FunctionGen::emitAlias(ast::LetExpr *expr, Value &value) {
  auto *ident = dyn_cast_or_null<ast::IdentPattern>(expr->pattern);
  const VarDecl *variable = ident ? gen.sema.getDecl(ident) : nullptr;
  if (!variable || !expr->init || expr->elseBlock)
    return false;
  aliases.erase(variable);
  auto *unary = dyn_cast<ast::UnaryExpr>(expr->init);
  bool isReference = unary && unary->op == ast::UnaryOp::RefMut;
  auto *part = dyn_cast<ast::MethodCallExpr>(stripUnwrap(expr->init));
  bool isPart = part && (givesPart(part) || getEntry(part)) &&
                !ObjectGen(*this).hasMethod(part->name.text);
  ast::Expr *target = isReference ? unary->operand : expr->init;
  if ((!isReference && !isPart) || !isPlace(target))
    return false;
  Place place;
  if (!emitPlace(target, place) || !bindAlias(variable, place))
    return false;
  value = makeNil(loc(expr));
  return true;
}

/// Makes a name stand for a place. A variable that functions share cannot.
bool FunctionGen::bindAlias(const VarDecl *variable, const Place &place) {
  if (!variable || variable->isGlobal || gen.captures.needsCell(variable))
    return false;
  aliases[variable] = place;
  return true;
}

/// The place that a subject's names refer to: that of `&mut PLACE` and of calls
/// that give a reference.
MatchSubject MatchGen::emitSubject(FunctionGen &gen, ast::Expr *expr) {
  MatchSubject subject;
  auto *unary = dyn_cast<ast::UnaryExpr>(expr);
  auto *call = dyn_cast<ast::MethodCallExpr>(expr);
  ast::Expr *target = expr;
  if (unary && unary->op == ast::UnaryOp::RefMut)
    target = unary->operand;
  else if (call && call->args.empty() &&
           (call->name.text == "as_mut" || call->name.text == "as_deref_mut"))
    target = call->receiver;
  subject.isReference = target != expr;
  subject.isOptional = call && target == expr && givesPart(call);
  subject.isReference |= subject.isOptional;
  Place place;
  if (!gen.isPlace(target) || !gen.emitPlace(target, place)) {
    subject.value = gen.emit(expr);
    subject.isOptional = false;
    return subject;
  }
  subject.place = place;
  if (!subject.isOptional) {
    subject.value = gen.readPlace(place);
    return subject;
  }
  // A missing part is nil.
  Place whole = place;
  whole.path.pop_back();
  whole.names.pop_back();
  whole.locs.pop_back();
  Location at = gen.loc(call->name.range.begin);
  StringRef name = call->name.text;
  Value container = gen.readPlace(whole);
  subject.value =
      name == "get_mut"
          ? gen.emitMethodOf(at, "get", container, place.path.back())
          : gen.emitMethodOf(at, name == "last_mut" ? "last" : "first",
                             container, {});
  return subject;
}
