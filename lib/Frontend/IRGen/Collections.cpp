//===- Collections.cpp - Tuples, objects, sets, comprehensions --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

Value FunctionGen::visitTupleExpr(ast::TupleExpr *expr) {
  SmallVector<Value> elements;
  for (ast::Expr *element : expr->elements)
    elements.push_back(emit(element));
  return TupleNewOp::create(b, loc(expr), any, elements);
}

Value FunctionGen::visitSetExpr(ast::SetExpr *expr) {
  SmallVector<Value> elements;
  for (ast::Expr *element : expr->elements)
    elements.push_back(emit(element));
  return SetNewOp::create(b, loc(expr), any, elements);
}

Value FunctionGen::visitByteLiteral(ast::ByteLiteral *expr) {
  Location at = loc(expr);
  return BuiltinOp::create(b, at, any, Type(), "byte", makeInt(at, expr->value))
      .getResult();
}

Value FunctionGen::visitAtomLiteral(ast::AtomLiteral *expr) {
  return makeAtom(loc(expr), expr->name);
}

Value FunctionGen::makeAtom(Location at, StringRef name) {
  return BuiltinOp::create(b, at, any, Type(), "atom", makeText(at, name))
      .getResult();
}

/// Entries in order; a spread merges what it spreads over those before it.
Value FunctionGen::visitObjectExpr(ast::ObjectExpr *expr) {
  Location at = loc(expr);
  Value result;
  SmallVector<Value> pending;
  auto merge = [&](Value more) {
    result = result
                 ? MethodOp::create(b, at, any, Type(), "merge", result, more)
                       .getResult()
                 : more;
  };
  auto flush = [&] {
    if (!pending.empty() || !result)
      merge(MapNewOp::create(b, at, any, pending));
    pending.clear();
  };
  for (const ast::ObjectEntry &entry : expr->entries) {
    if (entry.isSpread) {
      flush();
      merge(emit(entry.value));
      continue;
    }
    pending.push_back(entry.keyExpr
                          ? emit(entry.keyExpr)
                          : makeText(loc(entry.range.begin), entry.key.text));
    pending.push_back(emit(entry.value));
  }
  if (!pending.empty() || !result)
    flush();
  return result;
}

//===----------------------------------------------------------------------===//
// Iteration
//===----------------------------------------------------------------------===//

/// Whether iteration over a map gives pairs rather than keys.
static bool takesPairs(ast::Pattern *pattern) {
  while (auto *ref = dyn_cast<ast::RefPattern>(pattern))
    pattern = ref->inner;
  return isa<ast::TuplePattern>(pattern);
}

/// Runs \p body for each element; what it emits comes back at its end. With
/// \p keys a map gives its keys rather than pairs.
void FunctionGen::emitForEachOf(Value source, Location at, bool keys,
                                function_ref<void(Value)> body) {
  Value it = IterOp::create(b, at, any, Type(), source, keys).getResult();
  Block *round = new Block, *exit = new Block;
  Value position = round->addArgument(i64, at);
  auto first = IterStartOp::create(b, at, i64, i1, it);
  cf::CondBranchOp::create(b, at, first.getMore(), round, first.getPosition(),
                           exit, ValueRange());
  startBlock(round);
  body(IterValueOp::create(b, at, any, it, position));
  auto next = IterNextOp::create(b, at, i64, i1, it, position);
  cf::CondBranchOp::create(b, at, next.getMore(), round, next.getNext(), exit,
                           ValueRange());
  startBlock(exit);
}

void FunctionGen::emitForEach(ast::Expr *iterable, ast::Pattern *pattern,
                              function_ref<void()> body) {
  Location at = loc(iterable);
  bool keys = !takesPairs(pattern) && !func.getTransparent();
  emitForEachOf(emit(iterable), at, keys, [&](Value element) {
    bindIrrefutable(pattern, element, at, "Pattern did not match the value");
    body();
  });
}

/// What `&mut v`, `v.iter_mut()` and `m.values_mut()` walk over; null for other
/// expressions.
static ast::Expr *getMutableSource(ast::Expr *iterable, bool &isEnumerated) {
  auto *call = dyn_cast<ast::MethodCallExpr>(iterable);
  if (call && call->name.text == "enumerate" && call->args.empty()) {
    isEnumerated = true;
    iterable = call->receiver;
    call = dyn_cast<ast::MethodCallExpr>(iterable);
  }
  if (call && call->args.empty() &&
      (call->name.text == "iter_mut" || call->name.text == "values_mut"))
    return call->receiver;
  auto *unary = dyn_cast<ast::UnaryExpr>(iterable);
  return unary && unary->op == ast::UnaryOp::RefMut ? unary->operand : nullptr;
}

/// `for x in v.iter_mut()` and its like: the variable stands for the element's
/// place. Pairs are keys with places of a map, or positions with places.
bool FunctionGen::emitForEachPlace(ast::Expr *iterable, ast::Pattern *pattern,
                                   function_ref<void()> body) {
  bool isEnumerated = false;
  ast::Expr *source = getMutableSource(iterable, isEnumerated);
  auto *pair = dyn_cast<ast::TuplePattern>(pattern);
  ast::Pattern *name =
      pair && pair->elements.size() == 2 ? pair->elements[1] : pattern;
  auto *ident = dyn_cast<ast::IdentPattern>(name);
  if (!source || !ident || !isPlace(source) || (isEnumerated && !pair))
    return false;
  auto *call = dyn_cast<ast::MethodCallExpr>(iterable);
  bool isMap =
      (pair && !isEnumerated) || (call && call->name.text == "values_mut");
  Location at = loc(iterable);
  Place place;
  if (!emitPlace(source, place))
    return false;
  Value whole = readPlace(place);
  Value keys = whole;
  if (!isMap) {
    Value length = LenOp::create(b, at, i64, Type(), whole).getResult();
    keys = RangeOp::create(b, at, any, makeInt(at, 0), length, false);
  }
  emitForEachOf(keys, at, /*keys=*/true, [&](Value key) {
    Place part = place;
    part.add(key, at);
    if (pair)
      bindIrrefutable(pair->elements[0], key, at,
                      "Pattern did not match the value");
    if (!bindAlias(gen.sema.getDecl(ident), part))
      declareVariable(gen.sema.getDecl(ident), at, readPlace(part));
    body();
  });
  return true;
}

/// The clauses from \p index on, each inside the one before it.
void FunctionGen::emitClauses(ast::ComprehensionExpr *expr, size_t index,
                              function_ref<void()> body) {
  if (index == expr->clauses.size())
    return body();
  const ast::ComprehensionClause &clause = expr->clauses[index];
  emitForEach(clause.iterable, clause.pattern, [&] {
    Block *skip = new Block;
    for (ast::Expr *condition : clause.conditions) {
      Block *passed = new Block;
      emitCondition(condition, passed, skip);
      startBlock(passed);
    }
    emitClauses(expr, index + 1, body);
    branch(loc(clause.iterable), skip);
    startBlock(skip);
  });
}

Value FunctionGen::visitComprehensionExpr(ast::ComprehensionExpr *expr) {
  using Result = ast::ComprehensionExpr::Result;
  Location at = loc(expr);
  Value slot = makeSlot("comprehension", at);
  Value empty;
  switch (expr->result) {
  case Result::List:
    empty = ArrayNewOp::create(b, at, any, ValueRange());
    break;
  case Result::Set:
    empty = SetNewOp::create(b, at, any, ValueRange());
    break;
  case Result::Dict:
    empty = MapNewOp::create(b, at, any, ValueRange());
    break;
  }
  store(at, empty, slot);
  emitClauses(expr, 0, [&] {
    Location element = loc(expr->value);
    SmallVector<Value, 2> args;
    if (expr->key)
      args.push_back(emit(expr->key));
    args.push_back(emit(expr->value));
    StringRef method = expr->result == Result::List ? "push" : "insert";
    auto grown = MutatingMethodOp::create(b, element, any, any, Type(), method,
                                          load(element, slot), args);
    store(element, grown.getUpdated(), slot);
  });
  return load(at, slot);
}
