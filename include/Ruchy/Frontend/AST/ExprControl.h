//===- ExprControl.h - Control flow, bindings, lambdas ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_AST_EXPRCONTROL_H
#define RUCHY_FRONTEND_AST_EXPRCONTROL_H

#include "Ruchy/Frontend/AST/Common.h"

namespace ruchy::ast {

/// `{ s1; s2; e }`: a scope whose value is that of the last statement.
struct BlockExpr : NodeImpl<NodeKind::BlockExpr, Expr> {
  using NodeImpl::NodeImpl;
  /// How the block is introduced. All are evaluated in place.
  enum class Flavor : uint8_t { Plain, Unsafe, Async, Infra };

  Flavor flavor = Flavor::Plain;
  /// Set for `'a: { .. break 'a v .. }`.
  Name label;
  llvm::ArrayRef<Expr *> statements;
};

/// `if c {a} else {b}` and `c ? a : b`. The condition may be a LetCondExpr.
/// Branches are BlockExprs, an IfExpr after `else`, or any expression in a
/// ternary; elseExpr is null if there is none.
struct IfExpr : NodeImpl<NodeKind::IfExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *condition = nullptr;
  Expr *thenExpr = nullptr;
  Expr *elseExpr = nullptr;
  bool isTernary = false;
};

/// `let P = e` as (part of) the condition of `if` and `while`. It is true if
/// the pattern matches; its bindings are visible in the rest of the
/// condition and in the branch.
struct LetCondExpr : NodeImpl<NodeKind::LetCondExpr, Expr> {
  using NodeImpl::NodeImpl;
  Pattern *pattern = nullptr;
  Expr *value = nullptr;
};

/// `match e { arms }`.
struct MatchExpr : NodeImpl<NodeKind::MatchExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *subject = nullptr;
  llvm::ArrayRef<MatchArm> arms;
};

/// `for P in it {..}`. `for k, v in it` has a TuplePattern.
struct ForExpr : NodeImpl<NodeKind::ForExpr, Expr> {
  using NodeImpl::NodeImpl;
  Name label;
  Pattern *pattern = nullptr;
  Expr *iterable = nullptr;
  BlockExpr *body = nullptr;
  /// `for k, v in` without parentheses.
  bool isPairForm = false;
};

/// `while c {..}`; the condition may be a LetCondExpr.
struct WhileExpr : NodeImpl<NodeKind::WhileExpr, Expr> {
  using NodeImpl::NodeImpl;
  Name label;
  Expr *condition = nullptr;
  BlockExpr *body = nullptr;
};

/// `loop {..}`.
struct LoopExpr : NodeImpl<NodeKind::LoopExpr, Expr> {
  using NodeImpl::NodeImpl;
  Name label;
  BlockExpr *body = nullptr;
};

/// `break [label] [value]`. The label has no quote or `@`.
struct BreakExpr : NodeImpl<NodeKind::BreakExpr, Expr> {
  using NodeImpl::NodeImpl;
  Name label;
  Expr *value = nullptr;
};

/// `continue [label]`.
struct ContinueExpr : NodeImpl<NodeKind::ContinueExpr, Expr> {
  using NodeImpl::NodeImpl;
  Name label;
};

/// `return [value]`.
struct ReturnExpr : NodeImpl<NodeKind::ReturnExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *value = nullptr;
};

/// `throw value`.
struct ThrowExpr : NodeImpl<NodeKind::ThrowExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *value = nullptr;
};

/// `try {..} catch p {..} finally {..}`; at least one of catchBody and
/// finallyBody is set. The pattern may be null (`catch {..}`).
struct TryExpr : NodeImpl<NodeKind::TryExpr, Expr> {
  using NodeImpl::NodeImpl;
  BlockExpr *body = nullptr;
  Pattern *catchPattern = nullptr;
  BlockExpr *catchBody = nullptr;
  BlockExpr *finallyBody = nullptr;
};

/// `let`, `var`, `const`, `static` declarations. The value of the expression
/// is the bound value.
struct LetExpr : NodeImpl<NodeKind::LetExpr, Expr> {
  using NodeImpl::NodeImpl;
  enum class Keyword : uint8_t { Let, Var, Const, Static };

  Keyword keyword = Keyword::Let;
  bool isMut = false;
  Visibility visibility = Visibility::Default;
  Pattern *pattern = nullptr;
  TypeExpr *type = nullptr;
  /// Null for `let x` without a value.
  Expr *init = nullptr;
  /// `else { diverge }`, or null.
  BlockExpr *elseBlock = nullptr;
};

/// Every function value: `|x| e`, `x => e`, `\x -> e`, `fun (x) {..}`.
struct LambdaExpr : NodeImpl<NodeKind::LambdaExpr, Expr> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Param> params;
  TypeExpr *returnType = nullptr;
  Expr *body = nullptr;
  bool isAsync = false;
};

/// `await e`, `e.await`.
struct AwaitExpr : NodeImpl<NodeKind::AwaitExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *operand = nullptr;
};

/// `yield [e]`.
struct YieldExpr : NodeImpl<NodeKind::YieldExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *value = nullptr;
};

/// `lazy e`.
struct LazyExpr : NodeImpl<NodeKind::LazyExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *operand = nullptr;
};

/// `spawn e`.
struct SpawnExpr : NodeImpl<NodeKind::SpawnExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *operand = nullptr;
};

/// `a ! m` and `a <- m` (send), `a <? m` (ask).
struct SendExpr : NodeImpl<NodeKind::SendExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *actor = nullptr;
  Expr *message = nullptr;
  bool isAsk = false;
  SourceRange opRange;
};

/// `handle e with { operation(params) => body, .. }`.
struct HandleExpr : NodeImpl<NodeKind::HandleExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *operand = nullptr;
  llvm::ArrayRef<ReceiveHandler> handlers;
};

} // namespace ruchy::ast

#endif // RUCHY_FRONTEND_AST_EXPRCONTROL_H
