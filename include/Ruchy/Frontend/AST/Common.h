//===- Common.h - Structures shared by several nodes ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_AST_COMMON_H
#define RUCHY_FRONTEND_AST_COMMON_H

#include "Ruchy/Frontend/AST/Node.h"

namespace ruchy::ast {

struct BlockExpr;
struct FunctionItem;

/// A name with the place where it is written.
struct Name {
  llvm::StringRef text;
  SourceRange range;

  bool empty() const { return text.empty(); }
};

/// `#[name(args)]` or `@name(args)`. The arguments are kept as raw text.
struct Attribute {
  llvm::StringRef name;
  llvm::StringRef args;
  SourceRange range;
};

/// What is written in front of an item.
enum class Visibility : uint8_t { Default, Public, Private, Protected };

/// How a method receives its object.
enum class SelfKind : uint8_t { None, Value, Mut, Ref, RefMut };

/// A parameter of a function, lambda, method or handler.
struct Param {
  SourceRange range;
  /// The bound pattern; an IdentPattern for plain names and for `self`.
  Pattern *pattern = nullptr;
  /// Null if not written.
  TypeExpr *type = nullptr;
  /// Null if there is none; evaluated per call, in the function's scope.
  Expr *defaultValue = nullptr;
  SelfKind self = SelfKind::None;

  /// The parameter's name, empty if the pattern is not a plain name.
  llvm::StringRef getName() const;
  /// Whether the declared type is `&mut T`.
  bool isInOut() const;
};

/// A type parameter or lifetime `T: Bound = Default`.
struct GenericParam {
  Name name;
  bool isLifetime = false;
  bool isConst = false;
  llvm::ArrayRef<TypeExpr *> bounds;
};

/// An argument of a call. `f(x: 5)` has a name. `f(x = 5)` has no name and
/// an AssignExpr as its value: only name resolution can tell whether it is a
/// named argument (see SemaResult::getCallBinding).
struct Argument {
  SourceRange range;
  Name name;
  Expr *value = nullptr;
};

/// A member of an object literal: `key: value`, `"key": value`,
/// `key => value`, the shorthand `key` (value is a NameExpr) or `...value`.
struct ObjectEntry {
  SourceRange range;
  /// Set for identifier, keyword, string and atom keys.
  Name key;
  /// Set for computed keys (`[e]: v`, numbers); then key is empty.
  Expr *keyExpr = nullptr;
  Expr *value = nullptr;
  bool isSpread = false;
};

/// A field of a struct literal `f: value`; for the shorthand `f` the value
/// is a NameExpr.
struct FieldInit {
  SourceRange range;
  Name name;
  Expr *value = nullptr;
};

/// `for pattern in iterable if condition...` of a comprehension.
struct ComprehensionClause {
  SourceRange range;
  Pattern *pattern = nullptr;
  Expr *iterable = nullptr;
  llvm::ArrayRef<Expr *> conditions;
};

/// `pattern if guard => body`.
struct MatchArm {
  SourceRange range;
  Pattern *pattern = nullptr;
  Expr *guard = nullptr;
  Expr *body = nullptr;
};

/// `requires e`, `ensures e`, `invariant e`, `decreases e`.
struct Contract {
  Name keyword;
  Expr *condition = nullptr;
};

/// A field of a struct, class, actor, enum variant or tuple struct (whose
/// fields are named "0", "1", ...).
struct FieldDecl {
  SourceRange range;
  Name name;
  TypeExpr *type = nullptr;
  Expr *defaultValue = nullptr;
  Visibility visibility = Visibility::Default;
  bool isMut = false;
  bool isConst = false;
  bool isStatic = false;
};

/// `property p: T { get => e, set(v) => e }` or a computed default.
struct PropertyDecl {
  SourceRange range;
  Name name;
  TypeExpr *type = nullptr;
  Visibility visibility = Visibility::Default;
  FunctionItem *getter = nullptr;
  FunctionItem *setter = nullptr;
  Expr *defaultValue = nullptr;
};

/// A variant of an enum.
struct EnumVariant {
  enum class Payload : uint8_t { None, Tuple, Struct };

  SourceRange range;
  Name name;
  Payload payload = Payload::None;
  llvm::ArrayRef<FieldDecl> fields;
  /// `= e`, or null.
  Expr *discriminant = nullptr;
};

/// `receive pattern => body` or `receive name(params) -> T { body }`.
struct ReceiveHandler {
  SourceRange range;
  Name message;
  llvm::ArrayRef<Param> params;
  TypeExpr *returnType = nullptr;
  Expr *body = nullptr;
};

/// A leaf of a `use` tree: `a::b as c` or `a::*`.
struct UseLeaf {
  SourceRange range;
  llvm::ArrayRef<llvm::StringRef> path;
  /// The bound name: the alias or the last segment; empty for a glob.
  Name bound;
  bool isGlob = false;
};

} // namespace ruchy::ast

#endif // RUCHY_FRONTEND_AST_COMMON_H
