//===- Control.cpp - Blocks, conditions and conditionals --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

/// Translates an expression whose value goes to \p sink. Conditionals and
/// blocks hand the sink to their branches, so that a call in tail position is
/// followed by its return.
void FunctionGen::emitInto(ast::Expr *expr, const Sink &sink) {
  if (auto *item = dyn_cast<ast::FunctionItem>(expr);
      item && sink.kind == Sink::Kind::Discard)
    return defineFunction(item);
  if (auto *conditional = dyn_cast<ast::IfExpr>(expr))
    return emitIf(conditional, sink);
  if (auto *block = dyn_cast<ast::BlockExpr>(expr))
    return emitBlock(block, sink);
  if (auto *loop = dyn_cast<ast::LoopExpr>(expr))
    return emitLoop(loop, sink);
  if (auto *match = dyn_cast<ast::MatchExpr>(expr))
    return emitMatch(match, sink);
  if (auto *handled = dyn_cast<ast::TryExpr>(expr))
    return emitTry(handled, sink);
  if (auto *binary = dyn_cast<ast::BinaryExpr>(expr);
      binary &&
      (binary->op == ast::BinaryOp::And || binary->op == ast::BinaryOp::Or ||
       binary->op == ast::BinaryOp::Coalesce))
    return emitShortCircuit(binary, emit(binary->lhs), sink);
  deliver(loc(expr), emit(expr), sink);
}

//===----------------------------------------------------------------------===//
// Conditions
//===----------------------------------------------------------------------===//

/// The operands of a chain of one short-circuit operator, left to right.
static SmallVector<ast::Expr *> flatten(ast::BinaryExpr *expr) {
  SmallVector<ast::Expr *> operands;
  ast::BinaryOp op = expr->op;
  ast::Expr *rest = expr;
  while (auto *binary = dyn_cast<ast::BinaryExpr>(rest)) {
    if (binary->op != op)
      break;
    operands.push_back(binary->rhs);
    rest = binary->lhs;
  }
  operands.push_back(rest);
  std::reverse(operands.begin(), operands.end());
  return operands;
}

/// Branches on the truth of an expression without making its value.
void FunctionGen::emitCondition(ast::Expr *expr, Block *then,
                                Block *otherwise) {
  Location at = loc(expr);
  if (auto *literal = dyn_cast<ast::BoolLiteral>(expr))
    return branch(at, literal->value ? then : otherwise);
  if (auto *unary = dyn_cast<ast::UnaryExpr>(expr);
      unary && unary->op == ast::UnaryOp::Not)
    return emitCondition(unary->operand, otherwise, then);
  if (auto *let = dyn_cast<ast::LetCondExpr>(expr))
    return emitLetCondition(let, then, otherwise);
  auto *binary = dyn_cast<ast::BinaryExpr>(expr);
  bool isAnd = binary && binary->op == ast::BinaryOp::And;
  if (!isAnd && !(binary && binary->op == ast::BinaryOp::Or)) {
    Value value = emit(expr);
    return branchIf(at, truthy(at, value), then, otherwise);
  }
  SmallVector<ast::Expr *> operands = flatten(binary);
  for (ast::Expr *operand : ArrayRef(operands).drop_back()) {
    Block *next = new Block;
    emitCondition(operand, isAnd ? next : then, isAnd ? otherwise : next);
    startBlock(next);
  }
  emitCondition(operands.back(), then, otherwise);
}

/// A chain of `else if` is translated in a loop: all its branches join at one
/// place.
void FunctionGen::emitIf(ast::IfExpr *expr, const Sink &sink) {
  Block *join = new Block;
  while (expr) {
    Location at = loc(expr);
    Block *then = new Block, *otherwise = new Block;
    emitCondition(expr->condition, then, otherwise);
    startBlock(then);
    emitInto(expr->thenExpr, sink);
    branch(at, join);
    startBlock(otherwise);
    auto *next = dyn_cast_or_null<ast::IfExpr>(expr->elseExpr);
    if (!next) {
      if (expr->elseExpr)
        emitInto(expr->elseExpr, sink);
      else if (sink.kind != Sink::Kind::Discard)
        deliver(at, makeNil(at), sink);
      branch(at, join);
    }
    expr = next;
  }
  startBlock(join);
}

Value FunctionGen::visitIfExpr(ast::IfExpr *expr) {
  Location at = loc(expr);
  Value slot = makeSlot("if", at);
  emitIf(expr, Sink::store(slot));
  return load(at, slot);
}

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

void FunctionGen::emitStatements(ArrayRef<ast::Expr *> statements, Location at,
                                 const Sink &sink) {
  if (statements.empty()) {
    if (sink.kind != Sink::Kind::Discard)
      deliver(at, makeNil(at), sink);
    return;
  }
  defineFunctions(statements);
  for (ast::Expr *statement : statements.drop_back())
    emitDiscard(statement);
  emitInto(statements.back(), sink);
}

void FunctionGen::emitBlock(ast::BlockExpr *expr, const Sink &sink) {
  Location at = loc(expr);
  if (expr->label.empty())
    return emitStatements(expr->statements, at, sink);
  Block *exit = new Block;
  targets[expr] = {exit, nullptr, sink, finallyStack.size()};
  emitStatements(expr->statements, at, sink);
  branch(at, exit);
  startBlock(exit);
}

Value FunctionGen::visitBlockExpr(ast::BlockExpr *expr) {
  Location at = loc(expr);
  if (!expr->label.empty()) {
    Value slot = makeSlot(expr->label.text, at);
    emitBlock(expr, Sink::store(slot));
    return load(at, slot);
  }
  if (expr->statements.empty())
    return makeNil(at);
  defineFunctions(expr->statements);
  for (ast::Expr *statement : expr->statements.drop_back())
    emitDiscard(statement);
  return emit(expr->statements.back());
}
