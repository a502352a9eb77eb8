//===- Dumper.cpp - Prints a syntax tree as text ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Frontend/AST/Dumper.h"

#include "Ruchy/Frontend/AST/Visitor.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Format.h"

#include <algorithm>

using namespace ruchy;
using namespace ruchy::ast;

namespace {

/// Deeper nodes are printed at this depth, so that a chain of thousands of
/// operators does not print millions of blanks.
constexpr unsigned maxIndent = 100;

/// Prints what distinguishes a node from others of its class, apart from its
/// children.
class DetailPrinter : public Visitor<DetailPrinter> {
public:
  explicit DetailPrinter(llvm::raw_ostream &os) : os(os) {}

  void visitBoolLiteral(BoolLiteral *node) {
    os << (node->value ? " true" : " false");
  }
  void visitIntLiteral(IntLiteral *node) { os << ' ' << node->value; }
  void visitFloatLiteral(FloatLiteral *node) {
    os << ' ' << llvm::format("%.17g", node->value);
  }
  void visitStringLiteral(StringLiteral *node) {
    os << (node->isChar ? " char" : "");
    quoted(node->value);
  }
  void visitByteLiteral(ByteLiteral *node) {
    os << ' ' << static_cast<unsigned>(node->value);
  }
  void visitAtomLiteral(AtomLiteral *node) { os << " :" << node->name; }
  void visitInterpolationExpr(InterpolationExpr *node) {
    for (const InterpolationPart &part : node->parts) {
      if (!part.expr) {
        quoted(part.text);
        continue;
      }
      os << " {" << (part.spec.isDefault() ? "" : ":")
         << formatSpecToString(part.spec) << '}';
    }
  }
  void visitNameExpr(NameExpr *node) { os << ' ' << node->name; }
  void visitPathExpr(PathExpr *node) { path(node->segments); }
  void visitStructExpr(StructExpr *node) { path(node->path); }
  void visitComprehensionExpr(ComprehensionExpr *node) {
    constexpr const char *names[] = {" list", " set", " dict"};
    os << names[static_cast<unsigned>(node->result)];
  }

  void visitUnaryExpr(UnaryExpr *node) { os << ' ' << getSpelling(node->op); }
  void visitBinaryExpr(BinaryExpr *node) { os << ' ' << getSpelling(node->op); }
  void visitRangeExpr(RangeExpr *node) {
    os << (node->isInclusive ? " ..=" : " ..");
  }
  void visitAssignExpr(AssignExpr *node) {
    os << ' ' << (node->isCompound ? getSpelling(node->op) : "") << '=';
  }
  void visitIncDecExpr(IncDecExpr *node) {
    os << (node->isPrefix ? " prefix" : " postfix")
       << (node->isIncrement ? " ++" : " --");
  }
  void visitMethodCallExpr(MethodCallExpr *node) {
    os << (node->isSafe ? " ?." : " .") << node->name.text;
  }
  void visitFieldExpr(FieldExpr *node) {
    os << (node->isSafe ? " ?." : " .") << node->name.text;
  }
  void visitMacroCallExpr(MacroCallExpr *node) {
    os << ' ' << node->name.text << '!' << node->delimiter
       << (node->isRepeat ? " repeat" : "");
  }

  void visitBlockExpr(BlockExpr *node) {
    constexpr const char *names[] = {"", " unsafe", " async", " infra"};
    os << names[static_cast<unsigned>(node->flavor)];
    label(node->label);
  }
  void visitIfExpr(IfExpr *node) { os << (node->isTernary ? " ternary" : ""); }
  void visitForExpr(ForExpr *node) { label(node->label); }
  void visitWhileExpr(WhileExpr *node) { label(node->label); }
  void visitLoopExpr(LoopExpr *node) { label(node->label); }
  void visitBreakExpr(BreakExpr *node) { label(node->label); }
  void visitContinueExpr(ContinueExpr *node) { label(node->label); }
  void visitLetExpr(LetExpr *node) {
    constexpr const char *names[] = {" let", " var", " const", " static"};
    visibility(node->visibility);
    os << names[static_cast<unsigned>(node->keyword)]
       << (node->isMut ? " mut" : "");
  }
  void visitLambdaExpr(LambdaExpr *node) {
    os << (node->isAsync ? " async" : "");
  }
  void visitSendExpr(SendExpr *node) { os << (node->isAsk ? " ask" : ""); }

  void visitItem(Item *node) {
    for (const Attribute &attribute : node->attributes) {
      os << " #[" << attribute.name;
      if (!attribute.args.empty())
        os << '(' << attribute.args << ')';
      os << ']';
    }
    visibility(node->visibility);
    if (!node->name.empty())
      os << ' ' << node->name.text;
    for (const GenericParam &generic : node->generics)
      os << (&generic == node->generics.begin() ? " <" : ", ")
         << (generic.isLifetime ? "'" : "") << generic.name.text
         << (&generic + 1 == node->generics.end() ? ">" : "");
  }
  void visitFunctionItem(FunctionItem *node) {
    visitItem(node);
    flag(node->isAsync, "async");
    flag(node->isUnsafe, "unsafe");
    flag(node->isStatic, "static");
    flag(node->isOverride, "override");
    flag(node->isFinal, "final");
    flag(node->isAbstract, "abstract");
    flag(node->isConstructor, "constructor");
    flag(node->isOperator, "operator");
    for (const Param &param : node->params)
      if (param.self != SelfKind::None) {
        constexpr const char *names[] = {"", "self", "mut self", "&self",
                                         "&mut self"};
        os << " (" << names[static_cast<unsigned>(param.self)] << ')';
      }
  }
  void visitStructItem(StructItem *node) {
    visitItem(node);
    flag(node->isTuple, "tuple");
  }
  void visitEnumItem(EnumItem *node) {
    visitItem(node);
    for (const EnumVariant &variant : node->variants) {
      constexpr const char *shapes[] = {"", "(..)", "{..}"};
      os << ' ' << variant.name.text
         << shapes[static_cast<unsigned>(variant.payload)];
    }
  }
  void visitClassItem(ClassItem *node) {
    visitItem(node);
    flag(node->isAbstract, "abstract");
    flag(node->isFinal, "final");
    flag(node->isSealed, "sealed");
    flag(node->isMixin, "mixin");
  }
  void visitModuleItem(ModuleItem *node) {
    visitItem(node);
    flag(node->isExternal, "external");
  }
  void visitUseItem(UseItem *node) {
    constexpr const char *names[] = {" use", " import", " from", " export"};
    visibility(node->visibility);
    os << names[static_cast<unsigned>(node->form)];
    if (!node->file.empty())
      quoted(node->file);
    for (const UseLeaf &leaf : node->leaves) {
      os << ' ';
      llvm::interleave(leaf.path, os, "::");
      os << (leaf.isGlob ? "::*" : "");
      if (!leaf.isGlob && !leaf.bound.empty())
        os << " as " << leaf.bound.text;
    }
  }
  void visitMacroRulesItem(MacroRulesItem *node) {
    visitItem(node);
    quoted(node->rawText);
  }

  void visitIdentPattern(IdentPattern *node) {
    os << (node->isMut ? " mut " : " ") << node->name;
  }
  void visitRestPattern(RestPattern *node) {
    os << (node->name.empty() ? "" : " ") << node->name;
  }
  void visitRangePattern(RangePattern *node) {
    os << (node->isInclusive ? " ..=" : " ..");
  }
  void visitPathPattern(PathPattern *node) { path(node->path); }
  void visitConstructorPattern(ConstructorPattern *node) { path(node->path); }
  void visitStructPattern(StructPattern *node) {
    path(node->path);
    flag(node->hasRest, "..");
  }
  void visitRefPattern(RefPattern *node) { flag(node->isMut, "mut"); }

  void visitNamedType(NamedType *node) {
    os << ' ';
    llvm::interleave(node->path, os, "::");
  }
  void visitRefType(RefType *node) {
    if (!node->lifetime.empty())
      os << " '" << node->lifetime;
    flag(node->isMut, "mut");
  }
  void visitBoundsType(BoundsType *node) { flag(node->isDyn, "dyn"); }

private:
  void quoted(llvm::StringRef text) {
    os << " \"";
    os.write_escaped(text);
    os << '"';
  }
  void flag(bool set, const char *text) {
    if (set)
      os << ' ' << text;
  }
  void label(const Name &name) {
    if (!name.empty())
      os << " '" << name.text;
  }
  void path(llvm::ArrayRef<Name> names) {
    os << ' ';
    llvm::interleave(
        names, os, [&](const Name &name) { os << name.text; }, "::");
  }
  void visibility(Visibility value) {
    constexpr const char *names[] = {"", " pub", " private", " protected"};
    os << names[static_cast<unsigned>(value)];
  }

  llvm::raw_ostream &os;
};

/// A node still to be printed; null stands for a closing bracket.
struct Pending {
  Node *node;
  llvm::StringRef role;
  unsigned depth;
};

} // namespace

void ruchy::dumpAST(Node *root, const SourceManager &sources,
                    llvm::raw_ostream &os) {
  llvm::SmallVector<Pending, 64> stack{{root, "", 0}};
  DetailPrinter details(os);
  while (!stack.empty()) {
    Pending next = stack.pop_back_val();
    if (!next.node) {
      os << ')';
      continue;
    }
    if (next.node != root)
      os << '\n';
    os.indent(2 * std::min(next.depth, maxIndent));
    if (!next.role.empty())
      os << next.role << ": ";
    LineColumn place = sources.getLineColumn(next.node->getBegin());
    os << '(' << getNodeKindName(next.node->getKind()) << ' ' << place.line
       << ':' << place.column;
    details.visit(next.node);
    stack.push_back({nullptr, "", 0});
    size_t mark = stack.size();
    forEachChildWithRole(next.node, [&](llvm::StringRef role, Node *child) {
      stack.push_back({child, role, next.depth + 1});
    });
    std::reverse(stack.begin() + static_cast<ptrdiff_t>(mark), stack.end());
  }
  os << '\n';
}
