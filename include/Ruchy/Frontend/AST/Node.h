//===- Node.h - Base classes of the syntax tree -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_AST_NODE_H
#define RUCHY_FRONTEND_AST_NODE_H

#include "Ruchy/Support/SourceLocation.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Casting.h"

#include <cstdint>

namespace ruchy::ast {

/// The concrete class of a node. Expressions come first, then items (which
/// are expressions too), patterns and types.
enum class NodeKind : uint8_t {
#define NODE(CLASS) CLASS,
#include "Ruchy/Frontend/AST/Nodes.def"
};

/// Name of a node class, e.g. "IfExpr".
llvm::StringRef getNodeKindName(NodeKind kind);

/// Base of all nodes. Nodes live in the arena of an ASTContext, have no
/// destructors and public data members: the tree is plain data.
class Node {
public:
  NodeKind getKind() const { return kind; }
  SourceRange getRange() const { return range; }
  SourceLocation getBegin() const { return range.begin; }
  SourceLocation getEnd() const { return range.end; }
  void setRange(SourceRange newRange) { range = newRange; }
  void setEnd(SourceLocation end) { range.end = end; }

protected:
  Node(NodeKind kind, SourceRange range) : kind(kind), range(range) {}

private:
  NodeKind kind;
  SourceRange range;
};

/// An expression. Statements, declarations and items are expressions.
class Expr : public Node {
public:
  static bool classof(const Node *node) {
    switch (node->getKind()) {
#define NODE(CLASS)
#define EXPR(CLASS) case NodeKind::CLASS:
#include "Ruchy/Frontend/AST/Nodes.def"
      return true;
    default:
      return false;
    }
  }

  /// Whether the expression was written in parentheses of its own.
  bool isParenthesized = false;
  /// Whether a `;` follows the expression where it is a statement.
  bool hasSemicolon = false;

protected:
  using Node::Node;
};

/// What a match arm, parameter, `let` or `for` compares and binds.
class Pattern : public Node {
public:
  static bool classof(const Node *node) {
    switch (node->getKind()) {
#define NODE(CLASS)
#define PATTERN(CLASS) case NodeKind::CLASS:
#include "Ruchy/Frontend/AST/Nodes.def"
      return true;
    default:
      return false;
    }
  }

protected:
  using Node::Node;
};

/// A written type. Types never change what a program does.
class TypeExpr : public Node {
public:
  static bool classof(const Node *node) {
    switch (node->getKind()) {
#define NODE(CLASS)
#define TYPE(CLASS) case NodeKind::CLASS:
#include "Ruchy/Frontend/AST/Nodes.def"
      return true;
    default:
      return false;
    }
  }

protected:
  using Node::Node;
};

/// Gives a concrete class its kind, constructor and classof.
template <NodeKind K, typename Base> class NodeImpl : public Base {
public:
  static constexpr NodeKind Kind = K;

  explicit NodeImpl(SourceRange range) : Base(K, range) {}
  static bool classof(const Node *node) { return node->getKind() == K; }
};

/// The root: the statements and items of one file in order.
struct Module : NodeImpl<NodeKind::Module, Node> {
  using NodeImpl::NodeImpl;
  FileID file;
  llvm::ArrayRef<Expr *> statements;
};

} // namespace ruchy::ast

#endif // RUCHY_FRONTEND_AST_NODE_H
