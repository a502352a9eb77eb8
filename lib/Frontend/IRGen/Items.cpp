//===- Items.cpp - Declarations and simple statements -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ObjectGen.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

/// Types, imports and the like are known before anything runs.
Value FunctionGen::visitItem(ast::Item *item) {
  if (isa<ast::MacroRulesItem, ast::EffectItem>(item))
    return visitNode(item);
  return makeNil(loc(item));
}

/// The statements of a module run where it stands.
Value FunctionGen::visitModuleItem(ast::ModuleItem *item) {
  defineFunctions(item->statements);
  for (ast::Expr *statement : item->statements)
    emitDiscard(statement);
  return makeNil(loc(item));
}

/// Static members of classes have their values from the start.
void FunctionGen::emitStatics() {
  for (const TypeInfo &type : gen.sema.getTypes().getTypes())
    for (const ConstantInfo &constant : type.constants) {
      if (!constant.isStatic || constant.owner != &type)
        continue;
      Location at = loc(type.item->name.range.begin);
      Value value = constant.value ? emit(constant.value) : makeNil(at);
      GlobalSetOp::create(b, at, gen.types->getStatic(&constant), value);
    }
}

Value FunctionGen::visitStructExpr(ast::StructExpr *expr) {
  return ObjectGen(*this).emitStructExpr(expr);
}

Value FunctionGen::visitSpawnExpr(ast::SpawnExpr *expr) {
  return ObjectGen(*this).emitSpawn(expr);
}

/// `yield e` is a return.
Value FunctionGen::visitYieldExpr(ast::YieldExpr *expr) {
  Location at = loc(expr);
  if (expr->value)
    emitInto(expr->value, Sink::ret());
  else
    emitReturn(at, makeNil(at));
  return makeNil(at);
}

Value FunctionGen::visitLazyExpr(ast::LazyExpr *expr) {
  return emit(expr->operand);
}

/// A path of the library as a value: a function, if there is one.
Value FunctionGen::emitPathValue(ast::PathExpr *expr) {
  StringRef name = expr->segments.back().text;
  if (std::optional<BuiltinArity> arity = getBuiltinArity(name))
    return ClosureNewOp::create(
        b, loc(expr), any,
        gen.getBuiltinFunction(name, std::max(arity->min, 1u)), ValueRange());
  return raise(loc(expr), "UndefinedVariable",
               gen.sources.getText(expr->getRange()));
}
