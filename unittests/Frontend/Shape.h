//===- Shape.h - Compact form of trees for tests ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef UNITTESTS_FRONTEND_SHAPE_H
#define UNITTESTS_FRONTEND_SHAPE_H

#include "Ruchy/Frontend/AST/Visitor.h"

#include "llvm/Support/raw_ostream.h"

#include <string>

namespace ruchy {

/// Writes trees compactly: names and numbers as they are, operators as
/// `(+ a b)`, everything else as `(Kind children)`.
class ShapeWriter : public ast::Visitor<ShapeWriter> {
public:
  static std::string get(ast::Node *node) {
    std::string out;
    llvm::raw_string_ostream os(out);
    ShapeWriter writer(os);
    if (auto *module = llvm::dyn_cast<ast::Module>(node)) {
      for (ast::Expr *statement : module->statements) {
        os << (statement == module->statements[0] ? "" : " ; ");
        writer.visit(statement);
      }
      return out;
    }
    writer.visit(node);
    return out;
  }

  void visitNameExpr(ast::NameExpr *node) { os << node->name; }
  void visitIntLiteral(ast::IntLiteral *node) { os << node->value; }
  void visitFloatLiteral(ast::FloatLiteral *node) { os << node->value; }
  void visitStringLiteral(ast::StringLiteral *node) {
    os << '"' << node->value << '"';
  }
  void visitBoolLiteral(ast::BoolLiteral *node) {
    os << (node->value ? "true" : "false");
  }
  void visitAtomLiteral(ast::AtomLiteral *node) { os << ':' << node->name; }
  void visitNilLiteral(ast::NilLiteral *) { os << "nil"; }
  void visitPathExpr(ast::PathExpr *node) { path(node->segments); }
  void visitIdentPattern(ast::IdentPattern *node) {
    os << node->name;
    if (node->sub) {
      os << '@';
      visit(node->sub);
    }
  }
  void visitWildcardPattern(ast::WildcardPattern *) { os << '_'; }
  void visitLiteralPattern(ast::LiteralPattern *node) { visit(node->literal); }
  void visitRestPattern(ast::RestPattern *node) { os << ".." << node->name; }
  void visitPathPattern(ast::PathPattern *node) { path(node->path); }
  void visitNamedType(ast::NamedType *node) {
    if (!node->args.empty())
      return list(node->getName(), node);
    os << node->getName();
  }

  void visitUnaryExpr(ast::UnaryExpr *node) {
    list(ast::getSpelling(node->op), node);
  }
  void visitBinaryExpr(ast::BinaryExpr *node) {
    list(ast::getSpelling(node->op), node);
  }
  void visitRangeExpr(ast::RangeExpr *node) {
    list(node->isInclusive ? "..=" : "..", node);
  }
  void visitCastExpr(ast::CastExpr *node) { list("as", node); }
  void visitAssignExpr(ast::AssignExpr *node) {
    std::string op;
    if (node->isCompound)
      op = ast::getSpelling(node->op).str();
    list(op + "=", node);
  }
  void visitIncDecExpr(ast::IncDecExpr *node) {
    list(std::string(node->isPrefix ? "pre" : "post") +
             (node->isIncrement ? "++" : "--"),
         node);
  }
  void visitTryOpExpr(ast::TryOpExpr *node) { list("?", node); }
  void visitPipelineExpr(ast::PipelineExpr *node) { list("|>", node); }
  void visitSendExpr(ast::SendExpr *node) {
    list(node->isAsk ? "ask" : "send", node);
  }
  void visitCallExpr(ast::CallExpr *node) { list("call", node); }
  void visitMethodCallExpr(ast::MethodCallExpr *node) {
    list((node->isSafe ? "?." : ".") + node->name.text.str() + "()", node);
  }
  void visitFieldExpr(ast::FieldExpr *node) {
    list((node->isSafe ? "?." : ".") + node->name.text.str(), node);
  }
  void visitIndexExpr(ast::IndexExpr *node) { list("index", node); }
  void visitArrayExpr(ast::ArrayExpr *node) { list("array", node); }
  void visitTupleExpr(ast::TupleExpr *node) { list("tuple", node); }
  void visitBlockExpr(ast::BlockExpr *node) { list("block", node); }
  void visitLambdaExpr(ast::LambdaExpr *node) { list("fn", node); }
  void visitLetExpr(ast::LetExpr *node) { list("let", node); }
  void visitIfExpr(ast::IfExpr *node) {
    list(node->isTernary ? "?:" : "if", node);
  }
  void visitObjectExpr(ast::ObjectExpr *node) {
    os << "(object";
    for (const ast::ObjectEntry &entry : node->entries) {
      os << ' ' << (entry.isSpread ? "..." : entry.key.text.str() + ":");
      visit(entry.value);
    }
    os << ')';
  }
  void visitNode(ast::Node *node) {
    list(ast::getNodeKindName(node->getKind()), node);
  }

private:
  explicit ShapeWriter(llvm::raw_ostream &os) : os(os) {}

  void list(llvm::StringRef head, ast::Node *node) {
    os << '(' << head;
    ast::forEachChild(node, [&](ast::Node *child) {
      os << ' ';
      visit(child);
    });
    os << ')';
  }
  void path(llvm::ArrayRef<ast::Name> names) {
    llvm::interleave(
        names, os, [&](const ast::Name &name) { os << name.text; }, "::");
  }

  llvm::raw_ostream &os;
};

} // namespace ruchy

#endif // UNITTESTS_FRONTEND_SHAPE_H
