//===- Control.cpp - Names and jumps in control flow ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SemaImpl.h"

#include <functional>

using namespace ruchy;

void SemaImpl::visitBlockExpr(BlockExpr *node) {
  ScopeGuard guard(*this);
  bool isTarget = !node->label.empty();
  if (isTarget)
    jumps.push_back({node, node->label.text});
  visitStatements(node->statements);
  if (isTarget) {
    jumps.pop_back();
    diverged = false;
  }
}

void SemaImpl::visitIfExpr(IfExpr *node) {
  ScopeGuard guard(*this);
  visitExprTree(node->condition);
  auto thenBranch = [&] { visitOptional(node->thenExpr); };
  Scope *outer = scope->parent;
  auto elseBranch = [&] {
    // The bindings of a let condition are not visible after `else`.
    Scope *saved = scope;
    scope = outer;
    visitOptional(node->elseExpr);
    scope = saved;
  };
  runBranches({thenBranch, elseBranch}, /*isExhaustive=*/true);
}

/// The bindings stay visible in the scope that the condition stands in: the
/// one of the branch.
void SemaImpl::visitLetCondExpr(LetCondExpr *node) {
  visitExprTree(node->value);
  declarePattern(node->pattern);
}

void SemaImpl::visitMatchExpr(MatchExpr *node) {
  visitExprTree(node->subject);
  std::vector<std::function<void()>> branches;
  llvm::SmallVector<llvm::function_ref<void()>> refs;
  branches.reserve(node->arms.size());
  for (const MatchArm &arm : node->arms) {
    branches.push_back([this, &arm] {
      ScopeGuard guard(*this);
      declarePattern(arm.pattern);
      visitOptional(arm.guard);
      visitOptional(arm.body);
    });
    refs.push_back(branches.back());
  }
  runBranches(refs, /*isExhaustive=*/true);
}

void SemaImpl::visitForExpr(ForExpr *node) {
  visitExprTree(node->iterable);
  ScopeGuard guard(*this);
  declarePattern(node->pattern, /*isDirect=*/true);
  jumps.push_back({node, node->label.text});
  runMaybe([&] { visitExprTree(node->body); });
  jumps.pop_back();
}

void SemaImpl::visitWhileExpr(WhileExpr *node) {
  ScopeGuard guard(*this);
  jumps.push_back({node, node->label.text});
  visitExprTree(node->condition);
  runMaybe([&] { visitExprTree(node->body); });
  jumps.pop_back();
}

void SemaImpl::visitLoopExpr(LoopExpr *node) {
  jumps.push_back({node, node->label.text});
  runMaybe([&] { visitExprTree(node->body); });
  jumps.pop_back();
}

void SemaImpl::visitBreakExpr(BreakExpr *node) {
  visitOptional(node->value);
  diverged = true;
  for (const Jump &jump : llvm::reverse(jumps)) {
    bool isLoop = !llvm::isa<BlockExpr>(jump.node);
    if (node->label.empty() ? isLoop : jump.label == node->label.text) {
      result.targets[node] = jump.node;
      return;
    }
  }
  if (node->label.empty() || jumps.empty())
    diagnostics.report(Diag::BreakOutside, node->getRange(),
                       "Break outside of loop");
  else
    diagnostics.report(Diag::UnknownLabel, node->label.range,
                       "Unknown label '" + node->label.text + "'");
}

void SemaImpl::visitContinueExpr(ContinueExpr *node) {
  diverged = true;
  for (const Jump &jump : llvm::reverse(jumps)) {
    if (llvm::isa<BlockExpr>(jump.node))
      continue;
    if (node->label.empty() || jump.label == node->label.text) {
      result.targets[node] = jump.node;
      return;
    }
  }
  if (node->label.empty() || jumps.empty())
    diagnostics.report(Diag::ContinueOutside, node->getRange(),
                       "Continue outside of loop");
  else
    diagnostics.report(Diag::UnknownLabel, node->label.range,
                       "Unknown label '" + node->label.text + "'");
}

void SemaImpl::visitReturnExpr(ReturnExpr *node) {
  visitOptional(node->value);
  diverged = true;
}

void SemaImpl::visitThrowExpr(ThrowExpr *node) {
  visitOptional(node->value);
  diverged = true;
}

void SemaImpl::visitTryExpr(TryExpr *node) {
  runMaybe([&] { visitExprTree(node->body); });
  if (node->catchBody)
    runMaybe([&] {
      ScopeGuard guard(*this);
      if (node->catchPattern)
        declarePattern(node->catchPattern, /*isDirect=*/true);
      visitExprTree(node->catchBody);
    });
  if (node->finallyBody)
    visitExprTree(node->finallyBody);
}

void SemaImpl::visitHandleExpr(HandleExpr *node) {
  visitExprTree(node->operand);
  for (const ReceiveHandler &handler : node->handlers)
    runMaybe([&] {
      ScopeGuard guard(*this);
      declareParams(handler.params);
      visitOptional(handler.body);
    });
}
