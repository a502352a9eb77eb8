//===- Type.h - Written types -----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_AST_TYPE_H
#define RUCHY_FRONTEND_AST_TYPE_H

#include "Ruchy/Frontend/AST/Common.h"

namespace ruchy::ast {

/// `T`, `a::b::T`, `T<U, V>`.
struct NamedType : NodeImpl<NodeKind::NamedType, TypeExpr> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<llvm::StringRef> path;
  llvm::ArrayRef<TypeExpr *> args;

  /// The last segment.
  llvm::StringRef getName() const { return path.back(); }
};

/// `[T]`, `[T; N]`.
struct ArrayType : NodeImpl<NodeKind::ArrayType, TypeExpr> {
  using NodeImpl::NodeImpl;
  TypeExpr *element = nullptr;
  Expr *size = nullptr;
};

/// `(T, U)`, `()`.
struct TupleType : NodeImpl<NodeKind::TupleType, TypeExpr> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<TypeExpr *> elements;
};

/// `&T`, `&'a mut T`.
struct RefType : NodeImpl<NodeKind::RefType, TypeExpr> {
  using NodeImpl::NodeImpl;
  llvm::StringRef lifetime;
  bool isMut = false;
  TypeExpr *pointee = nullptr;
};

/// `fn(T) -> U`, `(T) -> U`, `Fn(T) -> U`; result may be null.
struct FunctionType : NodeImpl<NodeKind::FunctionType, TypeExpr> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<TypeExpr *> params;
  TypeExpr *result = nullptr;
};

/// `impl A + B`, `dyn A + B`, and plain `A + B` bounds.
struct BoundsType : NodeImpl<NodeKind::BoundsType, TypeExpr> {
  using NodeImpl::NodeImpl;
  bool isDyn = false;
  llvm::ArrayRef<TypeExpr *> bounds;
};

/// `T?`.
struct OptionalType : NodeImpl<NodeKind::OptionalType, TypeExpr> {
  using NodeImpl::NodeImpl;
  TypeExpr *inner = nullptr;
};

/// `_`.
struct InferType : NodeImpl<NodeKind::InferType, TypeExpr> {
  using NodeImpl::NodeImpl;
};

/// Stands where an error was reported.
struct ErrorType : NodeImpl<NodeKind::ErrorType, TypeExpr> {
  using NodeImpl::NodeImpl;
};

} // namespace ruchy::ast

#endif // RUCHY_FRONTEND_AST_TYPE_H
