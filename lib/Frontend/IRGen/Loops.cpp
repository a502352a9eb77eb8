//===- Loops.cpp - Loops and jumps ------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

Value FunctionGen::visitWhileExpr(ast::WhileExpr *expr) {
  Location at = loc(expr);
  Block *head = new Block, *body = new Block, *exit = new Block;
  targets[expr] = {exit, head, Sink::discard(), finallyStack.size()};
  branch(at, head);
  startBlock(head);
  emitCondition(expr->condition, body, exit);
  startBlock(body);
  emitDiscard(expr->body);
  branch(at, head);
  startBlock(exit);
  return makeNil(at);
}

void FunctionGen::emitLoop(ast::LoopExpr *expr, const Sink &sink) {
  Location at = loc(expr);
  Block *body = new Block, *exit = new Block;
  targets[expr] = {exit, body, sink, finallyStack.size()};
  branch(at, body);
  startBlock(body);
  emitDiscard(expr->body);
  branch(at, body);
  startBlock(exit);
}

Value FunctionGen::visitLoopExpr(ast::LoopExpr *expr) {
  Location at = loc(expr);
  Value slot = makeSlot("loop", at);
  emitLoop(expr, Sink::store(slot));
  return load(at, slot);
}

/// The next position is asked for at the end of a round, so that an inclusive
/// range may end at the largest integer.
Value FunctionGen::visitForExpr(ast::ForExpr *expr) {
  Location at = loc(expr);
  Block *latch = new Block, *after = new Block;
  targets[expr] = {after, latch, Sink::discard(), finallyStack.size()};
  auto body = [&] {
    emitDiscard(expr->body);
    branch(at, latch);
    startBlock(latch);
  };
  if (!emitForEachPlace(expr->iterable, expr->pattern, body))
    emitForEach(expr->iterable, expr->pattern, body);
  branch(at, after);
  startBlock(after);
  return makeNil(at);
}

//===----------------------------------------------------------------------===//
// Jumps
//===----------------------------------------------------------------------===//

Value FunctionGen::visitBreakExpr(ast::BreakExpr *expr) {
  Location at = loc(expr);
  auto target = targets.find(gen.sema.getTarget(expr));
  if (target == targets.end())
    return makeNil(at);
  JumpTarget jump = target->second;
  if (expr->value)
    emitInto(expr->value, jump.result);
  else if (jump.result.kind != Sink::Kind::Discard)
    deliver(at, makeNil(at), jump.result);
  emitPendingFinally(jump.finallyDepth);
  branch(at, jump.breakBlock);
  startDeadBlock();
  return makeNil(at);
}

Value FunctionGen::visitContinueExpr(ast::ContinueExpr *expr) {
  Location at = loc(expr);
  auto target = targets.find(gen.sema.getTarget(expr));
  if (target == targets.end() || !target->second.continueBlock)
    return makeNil(at);
  Block *next = target->second.continueBlock;
  emitPendingFinally(target->second.finallyDepth);
  branch(at, next);
  startDeadBlock();
  return makeNil(at);
}

Value FunctionGen::visitReturnExpr(ast::ReturnExpr *expr) {
  Location at = loc(expr);
  if (expr->value)
    emitInto(expr->value, Sink::ret());
  else
    emitReturn(at, makeNil(at));
  return makeNil(at);
}
