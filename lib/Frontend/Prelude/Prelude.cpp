//===- Prelude.cpp - Library functions that are written in Ruchy -*- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Frontend/Prelude/Prelude.h"

#include "Ruchy/Frontend/AST/Visitor.h"
#include "Ruchy/Frontend/Parser/Parser.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringMap.h"

using namespace ruchy;

namespace {

/// One top-level item of a prelude file. `uses` are the names of other items
/// that its text mentions, separated by blanks.
struct PreludeItem {
  const char *name;
  const char *uses;
  const char *text;
};

const PreludeItem preludeItems[] = {
#include "Prelude.inc"
};

const llvm::StringMap<const PreludeItem *> &getItems() {
  static const llvm::StringMap<const PreludeItem *> items = [] {
    llvm::StringMap<const PreludeItem *> map;
    for (const PreludeItem &item : preludeItems)
      map[item.name] = &item;
    return map;
  }();
  return items;
}

std::string getFunctionName(llvm::StringRef method, size_t args) {
  return ("__prelude_" + method + "_" + llvm::Twine(args)).str();
}

/// The items that a program needs.
class Selection {
public:
  void note(ast::Node *node);
  void add(llvm::StringRef name);
  bool isEmpty() const { return chosen.empty(); }
  std::string getText() const;

private:
  llvm::SetVector<const PreludeItem *> chosen;
};

} // namespace

void Selection::add(llvm::StringRef name) {
  const PreludeItem *item = getItems().lookup(name);
  if (!item || !chosen.insert(item))
    return;
  llvm::SmallVector<llvm::StringRef> uses;
  llvm::StringRef(item->uses).split(uses, ' ', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef use : uses)
    add(use);
}

/// Methods, and functions in a pipeline or called by name with the receiver as
/// first argument.
void Selection::note(ast::Node *node) {
  auto noteCall = [&](ast::Expr *callee, size_t args) {
    if (auto *name = llvm::dyn_cast<ast::NameExpr>(callee))
      add(getFunctionName(name->name, args));
  };
  if (auto *method = llvm::dyn_cast<ast::MethodCallExpr>(node)) {
    add(getFunctionName(method->name.text, method->args.size()));
  } else if (auto *call = llvm::dyn_cast<ast::CallExpr>(node)) {
    if (!call->args.empty())
      noteCall(call->callee, call->args.size() - 1);
  } else if (auto *pipeline = llvm::dyn_cast<ast::PipelineExpr>(node)) {
    if (auto *stage = llvm::dyn_cast<ast::CallExpr>(pipeline->stage))
      noteCall(stage->callee, stage->args.size());
  } else if (auto *path = llvm::dyn_cast<ast::PathExpr>(node)) {
    for (const ast::Name &segment : path->segments)
      add(segment.text);
  } else if (auto *path = llvm::dyn_cast<ast::PathPattern>(node)) {
    for (const ast::Name &segment : path->path)
      add(segment.text);
  }
}

std::string Selection::getText() const {
  std::string text;
  for (const PreludeItem *item : chosen)
    text += item->text;
  return text;
}

/// Whether the program declares a type of its own of that name.
static bool declaresType(const ast::Module &module, llvm::StringRef name) {
  return llvm::any_of(module.statements, [&](ast::Expr *statement) {
    auto *item = llvm::dyn_cast<ast::Item>(statement);
    return item && !llvm::isa<ast::FunctionItem>(item) &&
           item->name.text == name;
  });
}

bool ruchy::isPreludeMethod(llvm::StringRef name, size_t args) {
  return getItems().contains(getFunctionName(name, args));
}

void ruchy::addPrelude(ast::Module &module, SourceManager &sources,
                       ast::ASTContext &context,
                       DiagnosticEngine &diagnostics) {
  Selection selection;
  for (ast::Expr *statement : module.statements)
    ast::walk(statement, [&](ast::Node *node) {
      selection.note(node);
      return true;
    });
  if (selection.isEmpty())
    return;
  FileID file = sources.addBuffer("<prelude>", selection.getText());
  ast::Module *prelude = parseModule(sources, file, context, diagnostics);
  llvm::SmallVector<ast::Expr *> statements(module.statements);
  for (ast::Expr *statement : prelude->statements)
    if (auto *item = llvm::cast<ast::Item>(statement);
        llvm::isa<ast::FunctionItem>(item) ||
        !declaresType(module, item->name.text))
      statements.push_back(item);
  module.statements = context.copyOf(statements);
}
