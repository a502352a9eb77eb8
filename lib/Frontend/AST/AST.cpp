//===- AST.cpp - Facts about nodes ------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Frontend/AST/AST.h"

using namespace ruchy;
using namespace ruchy::ast;

llvm::StringRef ast::getNodeKindName(NodeKind kind) {
  switch (kind) {
#define NODE(CLASS)                                                            \
  case NodeKind::CLASS:                                                        \
    return #CLASS;
#include "Ruchy/Frontend/AST/Nodes.def"
  }
  return "";
}

llvm::StringRef ast::getSpelling(BinaryOp op) {
  constexpr llvm::StringLiteral spellings[] = {
      "+", "-",  "*", "/",  "%",  "**", "<<", ">>", "&",  "^", "|",
      "<", "<=", ">", ">=", "==", "!=", "in", "&&", "||", "??"};
  return spellings[static_cast<unsigned>(op)];
}

llvm::StringRef ast::getSpelling(UnaryOp op) {
  constexpr llvm::StringLiteral spellings[] = {"-", "+",    "!", "~",
                                               "&", "&mut", "*"};
  return spellings[static_cast<unsigned>(op)];
}

Expr *ast::getSpineChild(Expr *expr) {
  switch (expr->getKind()) {
  case NodeKind::BinaryExpr:
    return llvm::cast<BinaryExpr>(expr)->lhs;
  case NodeKind::RangeExpr:
    return llvm::cast<RangeExpr>(expr)->begin;
  case NodeKind::PipelineExpr:
    return llvm::cast<PipelineExpr>(expr)->value;
  case NodeKind::SendExpr:
    return llvm::cast<SendExpr>(expr)->actor;
  case NodeKind::CastExpr:
    return llvm::cast<CastExpr>(expr)->operand;
  case NodeKind::TryOpExpr:
    return llvm::cast<TryOpExpr>(expr)->operand;
  case NodeKind::AwaitExpr:
    return llvm::cast<AwaitExpr>(expr)->operand;
  case NodeKind::CallExpr:
    return llvm::cast<CallExpr>(expr)->callee;
  case NodeKind::MethodCallExpr:
    return llvm::cast<MethodCallExpr>(expr)->receiver;
  case NodeKind::FieldExpr:
    return llvm::cast<FieldExpr>(expr)->object;
  case NodeKind::IndexExpr:
    return llvm::cast<IndexExpr>(expr)->object;
  case NodeKind::IncDecExpr:
    return llvm::cast<IncDecExpr>(expr)->place;
  default:
    return nullptr;
  }
}

Expr *ast::collectSpine(Expr *root, llvm::SmallVectorImpl<Expr *> &spine) {
  while (Expr *child = getSpineChild(root)) {
    spine.push_back(root);
    root = child;
  }
  return root;
}

llvm::StringRef Param::getName() const {
  if (auto *ident = llvm::dyn_cast_or_null<IdentPattern>(pattern))
    return ident->sub ? llvm::StringRef() : ident->name;
  return {};
}

bool Param::isInOut() const {
  auto *ref = llvm::dyn_cast_or_null<RefType>(type);
  return ref && ref->isMut;
}

const Attribute *Item::findAttribute(llvm::StringRef attribute) const {
  for (const Attribute &candidate : attributes)
    if (candidate.name == attribute)
      return &candidate;
  return nullptr;
}

bool Item::isInlineNever() const {
  const Attribute *attribute = findAttribute("inline");
  return attribute && attribute->args.trim() == "never";
}
