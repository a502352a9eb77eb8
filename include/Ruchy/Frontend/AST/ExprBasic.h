//===- ExprBasic.h - Literals, names and aggregates -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_AST_EXPRBASIC_H
#define RUCHY_FRONTEND_AST_EXPRBASIC_H

#include "Ruchy/Frontend/AST/Common.h"
#include "Ruchy/Support/FormatSpec.h"

namespace ruchy::ast {

/// `nil`, `null` or `()`. The word `nil` itself is a NameExpr unless nothing
/// in the file rebinds it; name resolution reports it as a builtin.
struct NilLiteral : NodeImpl<NodeKind::NilLiteral, Expr> {
  using NodeImpl::NodeImpl;
};

/// `true`, `false`.
struct BoolLiteral : NodeImpl<NodeKind::BoolLiteral, Expr> {
  using NodeImpl::NodeImpl;
  bool value = false;
};

/// An integer. A type suffix is dropped, it has no effect.
struct IntLiteral : NodeImpl<NodeKind::IntLiteral, Expr> {
  using NodeImpl::NodeImpl;
  int64_t value = 0;
};

/// `1.5`, `1e9`, `3f64`.
struct FloatLiteral : NodeImpl<NodeKind::FloatLiteral, Expr> {
  using NodeImpl::NodeImpl;
  double value = 0;
};

/// A string or char literal with escapes processed. Chars are strings of one
/// character at run time. The text may contain NUL.
struct StringLiteral : NodeImpl<NodeKind::StringLiteral, Expr> {
  using NodeImpl::NodeImpl;
  llvm::StringRef value;
  bool isChar = false;
};

/// `b'x'`.
struct ByteLiteral : NodeImpl<NodeKind::ByteLiteral, Expr> {
  using NodeImpl::NodeImpl;
  uint8_t value = 0;
};

/// `:name`.
struct AtomLiteral : NodeImpl<NodeKind::AtomLiteral, Expr> {
  using NodeImpl::NodeImpl;
  llvm::StringRef name;
};

/// A part of an f-string: literal text if expr is null.
struct InterpolationPart {
  SourceRange range;
  llvm::StringRef text;
  Expr *expr = nullptr;
  FormatSpec spec;
};

/// `f"text {expr:spec} text"`.
struct InterpolationExpr : NodeImpl<NodeKind::InterpolationExpr, Expr> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<InterpolationPart> parts;
};

/// A use of a name, `self` and `super` included.
struct NameExpr : NodeImpl<NodeKind::NameExpr, Expr> {
  using NodeImpl::NodeImpl;
  llvm::StringRef name;
};

/// `a::b::c`, at least two segments. Type arguments are kept for the segment
/// they follow last.
struct PathExpr : NodeImpl<NodeKind::PathExpr, Expr> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Name> segments;
  llvm::ArrayRef<TypeExpr *> typeArgs;
};

/// `(a, b)`, `(a,)`. `()` is a NilLiteral.
struct TupleExpr : NodeImpl<NodeKind::TupleExpr, Expr> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Expr *> elements;
};

/// `[a, ...b]`; elements may be SpreadExpr.
struct ArrayExpr : NodeImpl<NodeKind::ArrayExpr, Expr> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Expr *> elements;
};

/// `[value; count]`.
struct ArrayRepeatExpr : NodeImpl<NodeKind::ArrayRepeatExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *value = nullptr;
  Expr *count = nullptr;
};

/// `{1, 2}`.
struct SetExpr : NodeImpl<NodeKind::SetExpr, Expr> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Expr *> elements;
};

/// `{k: v, ...o}`.
struct ObjectExpr : NodeImpl<NodeKind::ObjectExpr, Expr> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<ObjectEntry> entries;
};

/// `Name { f: e, ..base }`, `E::V { .. }`.
struct StructExpr : NodeImpl<NodeKind::StructExpr, Expr> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Name> path;
  llvm::ArrayRef<FieldInit> fields;
  Expr *base = nullptr;
};

/// `...e` in an array, set or argument list.
struct SpreadExpr : NodeImpl<NodeKind::SpreadExpr, Expr> {
  using NodeImpl::NodeImpl;
  Expr *operand = nullptr;
};

/// `[e for p in it if c]`, `{e for ..}`, `{k: v for ..}`.
struct ComprehensionExpr : NodeImpl<NodeKind::ComprehensionExpr, Expr> {
  using NodeImpl::NodeImpl;
  enum class Result : uint8_t { List, Set, Dict };

  Result result = Result::List;
  /// Only for Dict.
  Expr *key = nullptr;
  Expr *value = nullptr;
  llvm::ArrayRef<ComprehensionClause> clauses;
};

/// Stands where the parser could not make sense of the text. Present only if
/// an error was reported.
struct ErrorExpr : NodeImpl<NodeKind::ErrorExpr, Expr> {
  using NodeImpl::NodeImpl;
};

} // namespace ruchy::ast

#endif // RUCHY_FRONTEND_AST_EXPRBASIC_H
