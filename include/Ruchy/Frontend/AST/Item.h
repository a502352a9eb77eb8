//===- Item.h - Functions, types, modules, imports --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_AST_ITEM_H
#define RUCHY_FRONTEND_AST_ITEM_H

#include "Ruchy/Frontend/AST/Common.h"

namespace ruchy::ast {

/// A declaration. Functions and types are hoisted within their block.
class Item : public Expr {
public:
  static bool classof(const Node *node) {
    switch (node->getKind()) {
#define NODE(CLASS)
#define ITEM(CLASS) case NodeKind::CLASS:
#include "Ruchy/Frontend/AST/Nodes.def"
      return true;
    default:
      return false;
    }
  }

  llvm::ArrayRef<Attribute> attributes;
  Visibility visibility = Visibility::Default;
  Name name;
  llvm::ArrayRef<GenericParam> generics;

  bool isPublic() const { return visibility == Visibility::Public; }
  /// The attribute of that name, or null.
  const Attribute *findAttribute(llvm::StringRef attribute) const;
  /// Whether `#[inline(never)]` stands before the item.
  bool isInlineNever() const;

protected:
  using Expr::Expr;
};

/// A named function, a method, or a constructor (`new`). The body is null in
/// trait signatures, effects and abstract methods.
struct FunctionItem : NodeImpl<NodeKind::FunctionItem, Item> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<Param> params;
  TypeExpr *returnType = nullptr;
  llvm::ArrayRef<Contract> contracts;
  /// A BlockExpr, or an object literal (`fun p(x) { {v: x} }` is a block
  /// holding one; `get => e` of a property has any expression).
  Expr *body = nullptr;
  bool isAsync = false;
  bool isUnsafe = false;
  bool isStatic = false;
  bool isOverride = false;
  bool isFinal = false;
  bool isAbstract = false;
  /// `new(..)` or `new named(..)` of a class.
  bool isConstructor = false;
  /// `operator +(..)`: the name is the operator's spelling.
  bool isOperator = false;

  bool hasSelf() const {
    return !params.empty() && params[0].self != SelfKind::None;
  }
};

/// `struct S { f: T = v }`, `struct S(T, U)`, `struct S;`.
struct StructItem : NodeImpl<NodeKind::StructItem, Item> {
  using NodeImpl::NodeImpl;
  bool isTuple = false;
  llvm::ArrayRef<FieldDecl> fields;
  llvm::ArrayRef<FunctionItem *> methods;
};

/// `impl S {..}`, `impl Trait for S {..}`.
struct ImplItem : NodeImpl<NodeKind::ImplItem, Item> {
  using NodeImpl::NodeImpl;
  /// Null for an inherent impl.
  TypeExpr *trait = nullptr;
  TypeExpr *self = nullptr;
  /// FunctionItems, LetExprs (`const`), TypeAliasItems.
  llvm::ArrayRef<Expr *> members;
};

/// `enum E { A, B = 5, C(T), D { x: T } }`.
struct EnumItem : NodeImpl<NodeKind::EnumItem, Item> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<EnumVariant> variants;
  llvm::ArrayRef<FunctionItem *> methods;
};

/// `trait T {..}`, `interface T {..}`.
struct TraitItem : NodeImpl<NodeKind::TraitItem, Item> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<TypeExpr *> superTraits;
  /// FunctionItems, LetExprs (`const`), TypeAliasItems.
  llvm::ArrayRef<Expr *> members;
};

/// `class C : Base + Mixin {..}`.
struct ClassItem : NodeImpl<NodeKind::ClassItem, Item> {
  using NodeImpl::NodeImpl;
  TypeExpr *base = nullptr;
  llvm::ArrayRef<TypeExpr *> mixins;
  llvm::ArrayRef<FieldDecl> fields;
  llvm::ArrayRef<PropertyDecl> properties;
  llvm::ArrayRef<FunctionItem *> methods;
  bool isAbstract = false;
  bool isFinal = false;
  bool isSealed = false;
  bool isMixin = false;
};

/// `actor A {..}`.
struct ActorItem : NodeImpl<NodeKind::ActorItem, Item> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<FieldDecl> fields;
  llvm::ArrayRef<ReceiveHandler> handlers;
  llvm::ArrayRef<FunctionItem *> methods;
};

/// `effect E { fun op(..) -> T; }`.
struct EffectItem : NodeImpl<NodeKind::EffectItem, Item> {
  using NodeImpl::NodeImpl;
  llvm::ArrayRef<FunctionItem *> operations;
};

/// `extend T {..}`.
struct ExtendItem : NodeImpl<NodeKind::ExtendItem, Item> {
  using NodeImpl::NodeImpl;
  TypeExpr *target = nullptr;
  llvm::ArrayRef<FunctionItem *> methods;
};

/// `mod m {..}`, `module m {..}`, `mod m;` (isExternal).
struct ModuleItem : NodeImpl<NodeKind::ModuleItem, Item> {
  using NodeImpl::NodeImpl;
  bool isExternal = false;
  llvm::ArrayRef<Expr *> statements;
};

/// `use a::{b, c as d}`, `import m`, `import "file" as m`, `from m import x`,
/// `export {..}`.
struct UseItem : NodeImpl<NodeKind::UseItem, Item> {
  using NodeImpl::NodeImpl;
  enum class Form : uint8_t { Use, Import, From, Export };

  Form form = Form::Use;
  llvm::ArrayRef<UseLeaf> leaves;
  /// `import "file"`: the file name, otherwise empty.
  llvm::StringRef file;
};

/// `type A = B`; in traits the aliased type may be null.
struct TypeAliasItem : NodeImpl<NodeKind::TypeAliasItem, Item> {
  using NodeImpl::NodeImpl;
  TypeExpr *aliased = nullptr;
};

/// `macro_rules! name { .. }`, kept as text.
struct MacroRulesItem : NodeImpl<NodeKind::MacroRulesItem, Item> {
  using NodeImpl::NodeImpl;
  llvm::StringRef rawText;
};

} // namespace ruchy::ast

#endif // RUCHY_FRONTEND_AST_ITEM_H
