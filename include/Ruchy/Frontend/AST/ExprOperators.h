//===- ExprOperators.h - Operators, calls and accesses ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_AST_EXPROPERATORS_H
#define RUCHY_FRONTEND_AST_EXPROPERATORS_H

#include "Ruchy/Frontend/AST/Common.h"

#include "llvm/ADT/SmallVector.h"

namespace ruchy::ast {

/// Prefix operators.
enum class UnaryOp : uint8_t {
  Neg,
  Plus,
  Not,
  BitNot,
  /// `&e`, a no-op on values.
  Ref,
  /// `&mut e`.
  RefMut,
  /// `*e`.
  Deref,
};

/// `-e`, `!e`, `&mut e`, ...
struct UnaryExpr : NodeImpl<NodeKind::UnaryExpr, Expr> {
  using NodeImpl::NodeImpl;
  UnaryOp op = UnaryOp::Neg;
  Expr *operand = nullptr;
};

/// Also the operator of a compound assignment.
enum class BinaryOp : uint8_t {
  Add,
  Sub,
  Mul,
  Div,
  Mod,
  Pow,
  Shl,
  Shr,
  BitAnd,
  BitXor,
  BitOr,
  Lt,
  Le,
  Gt,
  Ge,
  Eq,
  Ne,
  In,
  /// Short-circuit operators: they give one of their operands.
  And,
  Or,
  Coalesce,
};

/// Spelling of an operator, e.g. "**".
llvm::StringRef getSpelling(BinaryOp op);
llvm::StringRef getSpelling(UnaryOp op);

/// `a + b`. Left spines can be thousands deep: walk them with a loop (see
/// collectSpine).
struct BinaryExpr : NodeImpl<NodeKind::BinaryExpr, Expr> {
  using NodeImpl::NodeImpl;
  BinaryOp op = BinaryOp::Add;
  Expr *lhs = nullptr;
  Expr *rhs = nullptr;
  SourceRange opRange;
};

/// `a..b`, `a..=b`; either end may be null.
struct RangeExpr : NodeImpl<NodeKind::RangeExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *begin = nullptr;
  Expr *end = nullptr;
  bool isInclusive = false;
  SourceRange opRange;
};

/// `e as T`.
struct CastExpr : NodeImpl<NodeKind::CastExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *operand = nullptr;
  TypeExpr *type = nullptr;
  SourceRange opRange;
};

/// `place = value` and `place op= value`. The place is a NameExpr, FieldExpr,
/// IndexExpr, a `*` UnaryExpr, or a TupleExpr/ArrayExpr of places
/// (destructuring, `=` only).
struct AssignExpr : NodeImpl<NodeKind::AssignExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *place = nullptr;
  Expr *value = nullptr;
  bool isCompound = false;
  /// Meaningful only if isCompound.
  BinaryOp op = BinaryOp::Add;
  SourceRange opRange;
};

/// `x++ x-- ++x --x`.
struct IncDecExpr : NodeImpl<NodeKind::IncDecExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *place = nullptr;
  bool isIncrement = true;
  bool isPrefix = false;
  SourceRange opRange;
};

/// `e?`.
struct TryOpExpr : NodeImpl<NodeKind::TryOpExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *operand = nullptr;
  SourceRange opRange;
};

/// `value |> stage`. The stage is a postfix expression or a lambda.
struct PipelineExpr : NodeImpl<NodeKind::PipelineExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *value = nullptr;
  Expr *stage = nullptr;
  SourceRange opRange;
};

/// `callee(args)`.
struct CallExpr : NodeImpl<NodeKind::CallExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *callee = nullptr;
  llvm::ArrayRef<Argument> args;
  /// From `(` to `)`.
  SourceRange parenRange;
};

/// `receiver.name(args)`, `receiver?.name(args)`.
struct MethodCallExpr : NodeImpl<NodeKind::MethodCallExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *receiver = nullptr;
  Name name;
  llvm::ArrayRef<Argument> args;
  /// The turbofish, which only `parse` looks at.
  llvm::ArrayRef<TypeExpr *> typeArgs;
  bool isSafe = false;
};

/// `object.name`, `object?.name`, `tuple.0`.
struct FieldExpr : NodeImpl<NodeKind::FieldExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *object = nullptr;
  Name name;
  bool isSafe = false;
  /// The name is a decimal number.
  bool isTupleIndex = false;
};

/// `object[index]`; a slice has a RangeExpr as its index (`a[x:y]` too).
struct IndexExpr : NodeImpl<NodeKind::IndexExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *object = nullptr;
  Expr *index = nullptr;
  /// From `[` to `]`.
  SourceRange bracketRange;
};

/// `name!(args)`, `name![args]`, `name!{args}`.
struct MacroCallExpr : NodeImpl<NodeKind::MacroCallExpr, Expr> {
  using NodeImpl::NodeImpl;
  Name name;
  llvm::ArrayRef<Argument> args;
  /// `vec![value; count]`: args holds value and count.
  bool isRepeat = false;
  /// `(`, `[` or `{`.
  char delimiter = '(';
  /// Only for `matches!(args[0], pattern if guard)`.
  Pattern *pattern = nullptr;
  Expr *guard = nullptr;
  /// Source text between the delimiters.
  llvm::StringRef rawText;
};

/// The child that a left-leaning chain continues with: the left operand of a
/// BinaryExpr, the callee, receiver, object or operand of a postfix form,
/// the value of a pipeline. Null for all other nodes. Only these links can be
/// nested deeper than the parser's nesting limit.
Expr *getSpineChild(Expr *expr);

/// Follows getSpineChild from root to the leaf, which is returned; fills
/// spine with the inner nodes, root first.
Expr *collectSpine(Expr *root, llvm::SmallVectorImpl<Expr *> &spine);

} // namespace ruchy::ast

#endif // RUCHY_FRONTEND_AST_EXPROPERATORS_H
