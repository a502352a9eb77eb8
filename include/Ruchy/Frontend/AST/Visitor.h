//===- Visitor.h - Dispatch over node classes -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_AST_VISITOR_H
#define RUCHY_FRONTEND_AST_VISITOR_H

#include "Ruchy/Frontend/AST/AST.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <type_traits>

namespace ruchy::ast {

/// Dispatches on the class of a node: visit(n) calls visitIfExpr(IfExpr *)
/// and so on. A class without its own method falls back to visitItem,
/// visitExpr, visitPattern or visitTypeExpr, and these to visitNode.
/// Extra arguments are handed through. It does not descend by itself.
template <typename Derived, typename Result = void, typename... Args>
class Visitor {
public:
  Result visit(Node *node, Args... args) {
    switch (node->getKind()) {
#define NODE(CLASS)                                                            \
  case NodeKind::CLASS:                                                        \
    return derived().visit##CLASS(llvm::cast<CLASS>(node),                     \
                                  static_cast<Args>(args)...);
#include "Ruchy/Frontend/AST/Nodes.def"
    }
    return Result();
  }

#define NODE(CLASS)                                                            \
  Result visit##CLASS(CLASS *node, Args... args) {                             \
    return derived().visitNode(node, static_cast<Args>(args)...);              \
  }
#define EXPR(CLASS)                                                            \
  Result visit##CLASS(CLASS *node, Args... args) {                             \
    return derived().visitExpr(node, static_cast<Args>(args)...);              \
  }
#define ITEM(CLASS)                                                            \
  Result visit##CLASS(CLASS *node, Args... args) {                             \
    return derived().visitItem(node, static_cast<Args>(args)...);              \
  }
#define PATTERN(CLASS)                                                         \
  Result visit##CLASS(CLASS *node, Args... args) {                             \
    return derived().visitPattern(node, static_cast<Args>(args)...);           \
  }
#define TYPE(CLASS)                                                            \
  Result visit##CLASS(CLASS *node, Args... args) {                             \
    return derived().visitTypeExpr(node, static_cast<Args>(args)...);          \
  }
#include "Ruchy/Frontend/AST/Nodes.def"

  Result visitItem(Item *node, Args... args) {
    return derived().visitExpr(node, static_cast<Args>(args)...);
  }
  Result visitExpr(Expr *node, Args... args) {
    return derived().visitNode(node, static_cast<Args>(args)...);
  }
  Result visitPattern(Pattern *node, Args... args) {
    return derived().visitNode(node, static_cast<Args>(args)...);
  }
  Result visitTypeExpr(TypeExpr *node, Args... args) {
    return derived().visitNode(node, static_cast<Args>(args)...);
  }
  Result visitNode(Node *, Args...) { return Result(); }

private:
  Derived &derived() { return static_cast<Derived &>(*this); }
};

/// Calls fn on each direct child in source order; absent children are
/// skipped. Children held by helper structures (parameters, match arms,
/// arguments, fields) are children of the node that owns the structure.
void forEachChild(Node *node, llvm::function_ref<void(Node *)> fn);

/// Likewise, with the name of the member that holds the child; the name is
/// empty where a node has one kind of children only.
void forEachChildWithRole(Node *node,
                          llvm::function_ref<void(llvm::StringRef, Node *)> fn);

/// Calls fn on the node and all its descendants, parents first, without
/// recursion. If fn returns false the descendants of that node are skipped.
void walk(Node *root, llvm::function_ref<bool(Node *)> fn);

} // namespace ruchy::ast

#endif // RUCHY_FRONTEND_AST_VISITOR_H
