//===- Unsupported.cpp - Constructs that are not translated yet -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

void ModuleGen::unsupported(SourceRange range, const Twine &construct) {
  found.try_emplace(range.begin, range,
                    (construct + " not supported yet").str());
}

/// In the order of the file, whatever the order of the translation was.
void ModuleGen::reportUnsupported() {
  for (const auto &[begin, problem] : found)
    diagnostics.error(problem.first, problem.second);
}

/// What a node is called in the message, with its verb.
static StringRef getConstruct(ast::NodeKind kind) {
  switch (kind) {
  case ast::NodeKind::ByteLiteral:
    return "byte literals are";
  case ast::NodeKind::AtomLiteral:
    return "atoms are";
  case ast::NodeKind::TupleExpr:
    return "tuples are";
  case ast::NodeKind::SetExpr:
    return "sets are";
  case ast::NodeKind::ObjectExpr:
    return "objects are";
  case ast::NodeKind::StructExpr:
    return "struct literals are";
  case ast::NodeKind::SpreadExpr:
    return "spread here is";
  case ast::NodeKind::ComprehensionExpr:
    return "comprehensions are";
  case ast::NodeKind::TryOpExpr:
    return "the `?` operator is";
  case ast::NodeKind::LetCondExpr:
    return "`let` conditions are";
  case ast::NodeKind::MatchExpr:
    return "`match` is";
  case ast::NodeKind::ThrowExpr:
    return "`throw` is";
  case ast::NodeKind::TryExpr:
    return "`try` is";
  case ast::NodeKind::LambdaExpr:
    return "closures are";
  case ast::NodeKind::AwaitExpr:
    return "`await` is";
  case ast::NodeKind::YieldExpr:
    return "`yield` is";
  case ast::NodeKind::LazyExpr:
    return "`lazy` is";
  case ast::NodeKind::SpawnExpr:
  case ast::NodeKind::SendExpr:
    return "actors are";
  case ast::NodeKind::HandleExpr:
    return "effect handlers are";
  case ast::NodeKind::StructItem:
    return "struct definitions are";
  case ast::NodeKind::ImplItem:
    return "`impl` blocks are";
  case ast::NodeKind::EnumItem:
    return "enum definitions are";
  case ast::NodeKind::TraitItem:
    return "trait definitions are";
  case ast::NodeKind::ClassItem:
    return "class definitions are";
  case ast::NodeKind::ActorItem:
    return "actor definitions are";
  case ast::NodeKind::EffectItem:
    return "effect definitions are";
  case ast::NodeKind::ExtendItem:
    return "`extend` blocks are";
  case ast::NodeKind::ModuleItem:
    return "modules are";
  case ast::NodeKind::MacroRulesItem:
    return "macro definitions are";
  default:
    return "this construct is";
  }
}

/// A definition is marked at its head, not over its whole body.
static SourceRange getMarkedRange(ast::Node *node) {
  if (auto *item = dyn_cast<ast::Item>(node))
    if (item->name.range.isValid())
      return item->name.range;
  return SourceRange(node->getBegin());
}

/// Everything that has no method of its own ends here; its parts are not
/// looked at, so that there is one error per construct.
Value FunctionGen::visitNode(ast::Node *node) {
  if (!isa<ast::ErrorExpr>(node))
    gen.unsupported(getMarkedRange(node), getConstruct(node->getKind()));
  return makeNil(loc(node));
}

/// `use std::..` names parts of the library that are there anyway.
Value FunctionGen::visitUseItem(ast::UseItem *item) {
  bool isLibrary = item->form == ast::UseItem::Form::Use;
  for (const ast::UseLeaf &leaf : item->leaves)
    isLibrary &= !leaf.path.empty() &&
                 (leaf.path.front() == "std" || leaf.path.front() == "core");
  if (!isLibrary)
    gen.unsupported(SourceRange(item->getBegin()), "imports are");
  return makeNil(loc(item));
}

Value FunctionGen::visitTypeAliasItem(ast::TypeAliasItem *item) {
  return makeNil(loc(item));
}

/// Whether a function needs variables of the one around it. Functions that
/// nothing reassigns are called by name and need no capture.
static bool needsCaptures(const FunctionInfo *function) {
  return function && llvm::any_of(function->captures, [](VarDecl *variable) {
           return !variable->function || variable->isReassigned;
         });
}

/// A hoisted definition does nothing at its place; its function is translated
/// on its own.
Value FunctionGen::visitFunctionItem(ast::FunctionItem *item) {
  const VarDecl *decl = gen.sema.getDecl(item);
  const FunctionInfo *inner = gen.sema.getFunction(item);
  SourceRange range = item->name.range;
  if (!decl || decl->function != item)
    gen.unsupported(range, "redefining a function is");
  else if (needsCaptures(inner))
    gen.unsupported(range, "functions that use variables of an enclosing "
                           "function are");
  else if (item->isAsync)
    gen.unsupported(range, "async functions are");
  else
    gen.getFunction(item);
  return makeNil(loc(item));
}
