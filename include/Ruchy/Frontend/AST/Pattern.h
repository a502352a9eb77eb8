//===- Pattern.h - Patterns -------------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_AST_PATTERN_H
#define RUCHY_FRONTEND_AST_PATTERN_H

#include "Ruchy/Frontend/AST/Common.h"

namespace ruchy::ast {

/// `_`.
struct WildcardPattern : NodeImpl<NodeKind::WildcardPattern, Pattern> {
  using NodeImpl::NodeImpl;
};

/// A literal compared by kind and value: IntLiteral, FloatLiteral (both may
/// be negative), StringLiteral, ByteLiteral, BoolLiteral, NilLiteral or
/// AtomLiteral.
struct LiteralPattern : NodeImpl<NodeKind::LiteralPattern, Pattern> {
  using NodeImpl::NodeImpl;
  Expr *literal = nullptr;
};

/// `name`, `mut name`, `ref name`, `name @ p`. An upper-case name may denote
/// a constant or variant instead of a binding: name resolution tells (see
/// SemaResult::getPatternUse).
struct IdentPattern : NodeImpl<NodeKind::IdentPattern, Pattern> {
  using NodeImpl::NodeImpl;
  llvm::StringRef name;
  bool isMut = false;
  /// The pattern after `@`, or null.
  Pattern *sub = nullptr;
};

/// `(p, q)`, `(p,)`, also `for k, v in`. Elements may hold a RestPattern.
struct TuplePattern : NodeImpl<NodeKind::TuplePattern, Pattern> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Pattern *> elements;
};

/// `[p, ..rest, q]` with at most one RestPattern.
struct ListPattern : NodeImpl<NodeKind::ListPattern, Pattern> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Pattern *> elements;
};

/// `..`, `..name`, `...name`, `name @ ..`; the name may be empty. A non-empty
/// name is bound to an array.
struct RestPattern : NodeImpl<NodeKind::RestPattern, Pattern> {
  using NodeImpl::NodeImpl;
  llvm::StringRef name;
};

/// `lo..hi`, `lo..=hi`; either end may be null. Ends are literals or names
/// of constants.
struct RangePattern : NodeImpl<NodeKind::RangePattern, Pattern> {
  using NodeImpl::NodeImpl;
  Expr *begin = nullptr;
  Expr *end = nullptr;
  bool isInclusive = false;
};

/// `p | q`.
struct OrPattern : NodeImpl<NodeKind::OrPattern, Pattern> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Pattern *> alternatives;
};

/// `E::V`, constant paths, and the single word `None`.
struct PathPattern : NodeImpl<NodeKind::PathPattern, Pattern> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Name> path;
};

/// `V(p, q)`, `E::V(..)`, `Some(p)`.
struct ConstructorPattern : NodeImpl<NodeKind::ConstructorPattern, Pattern> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Name> path;
  llvm::ArrayRef<Pattern *> elements;
};

/// A field of a struct or object pattern; for the shorthand `x` the pattern
/// is an IdentPattern.
struct FieldPattern {
  SourceRange range;
  Name name;
  Pattern *pattern = nullptr;
};

/// `S { x, y: p, .. }`, `E::V { .. }`.
struct StructPattern : NodeImpl<NodeKind::StructPattern, Pattern> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Name> path;
  llvm::ArrayRef<FieldPattern> fields;
  bool hasRest = false;
};

/// `{a, b: p, ..rest}`.
struct ObjectPattern : NodeImpl<NodeKind::ObjectPattern, Pattern> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<FieldPattern> fields;
  /// Null, or a RestPattern.
  Pattern *rest = nullptr;
};

/// `&p`, `&mut p`, `ref p`, which match as p does.
struct RefPattern : NodeImpl<NodeKind::RefPattern, Pattern> {
  using NodeImpl::NodeImpl;
  Pattern *inner = nullptr;
  bool isMut = false;
};

/// Stands where an error was reported.
struct ErrorPattern : NodeImpl<NodeKind::ErrorPattern, Pattern> {
  using NodeImpl::NodeImpl;
};

} // namespace ruchy::ast

#endif // RUCHY_FRONTEND_AST_PATTERN_H
