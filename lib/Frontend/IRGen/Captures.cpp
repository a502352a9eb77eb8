//===- Captures.cpp - What functions capture --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Captures.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"
#include "Ruchy/Frontend/AST/Visitor.h"
#include "llvm/ADT/StringSet.h"

using namespace ruchy;
using namespace ruchy::irgen;

CaptureTable::CaptureTable(const ast::Module &module, const SemaResult &sema) {
  collect(sema);
  propagate(sema);
  findChanges(module, sema);
  for (const auto &entry : captures)
    for (const VarDecl *variable : entry.second)
      if (variable->isReassigned || variable->isAliased ||
          variable->isImplicit || changed.contains(variable))
        cells.insert(variable);
}

/// Functions that nothing reassigns are called by name and not captured.
static bool isFunctionName(const VarDecl *variable) {
  return variable->function && !variable->isReassigned;
}

void CaptureTable::collect(const SemaResult &sema) {
  for (const FunctionInfo &info : sema.getFunctions())
    for (const VarDecl *variable : info.captures)
      if (!isFunctionName(variable))
        captures[&info].insert(variable);
}

/// A function that names another one needs what that one captures, as far as
/// the variables are not its own.
void CaptureTable::propagate(const SemaResult &sema) {
  auto addFrom = [&](const FunctionInfo &info, const FunctionInfo *callee) {
    if (!callee || callee == &info || !captures.contains(callee))
      return false;
    bool changed = false;
    llvm::SmallVector<const VarDecl *> more(captures[callee].getArrayRef());
    for (const VarDecl *variable : more)
      if (variable->owner != &info && !info.isTopLevel())
        changed |= captures[&info].insert(variable);
    return changed;
  };
  bool changed = true;
  while (changed) {
    changed = false;
    for (const FunctionInfo &info : sema.getFunctions())
      for (ast::FunctionItem *mention : info.mentions)
        changed |= addFrom(info, sema.getFunction(mention));
    // What an inner function needs from outside goes through its parent.
    for (const FunctionInfo &info : sema.getFunctions())
      if (info.parent)
        changed |= addFrom(*info.parent, &info);
  }
}

/// The variable at the root of a place, or null.
static const VarDecl *getRoot(const SemaResult &sema, ast::Expr *place) {
  while (true) {
    if (auto *unary = llvm::dyn_cast<ast::UnaryExpr>(place))
      place = unary->operand;
    else if (llvm::isa<ast::FieldExpr, ast::IndexExpr, ast::MethodCallExpr>(
                 place))
      place = ast::getSpineChild(place);
    else
      break;
  }
  auto *name = llvm::dyn_cast<ast::NameExpr>(place);
  return name ? sema.getRef(name).variable : nullptr;
}

/// Methods that may change their receiver, by name: receivers have no types
/// yet.
static llvm::StringSet<> getMutatingNames(const SemaResult &sema) {
  llvm::StringSet<> names;
  for (llvm::StringRef name :
       {"sort", "reverse", "dedup", "swap", "sort_by", "sort_by_key", "retain",
        "entry", "get_mut", "iter_mut", "last_mut", "first_mut", "take"})
    names.insert(name);
  for (const MethodInfo &method : sema.getTypes().getMethods())
    if (method.takesSelf && method.self && !method.self->isReference())
      names.insert(method.name);
  return names;
}

void CaptureTable::findChanges(const ast::Module &module,
                               const SemaResult &sema) {
  if (captures.empty())
    return;
  llvm::StringSet<> names = getMutatingNames(sema);
  for (ast::Expr *statement : module.statements)
    ast::walk(statement, [&](ast::Node *node) {
      const VarDecl *variable = nullptr;
      if (auto *call = llvm::dyn_cast<ast::MethodCallExpr>(node)) {
        if (names.contains(call->name.text) ||
            isMutatingMethod(call->name.text))
          variable = getRoot(sema, call->receiver);
      } else if (auto *unary = llvm::dyn_cast<ast::UnaryExpr>(node)) {
        if (unary->op == ast::UnaryOp::RefMut)
          variable = getRoot(sema, unary->operand);
      } else if (auto *macro = llvm::dyn_cast<ast::MacroCallExpr>(node)) {
        if (macro->name.text.starts_with("write") && !macro->args.empty())
          variable = getRoot(sema, macro->args[0].value);
      }
      if (variable)
        changed.insert(variable);
      return true;
    });
}

llvm::ArrayRef<const VarDecl *>
CaptureTable::getCaptures(const FunctionInfo *info) const {
  auto found = captures.find(info);
  if (found == captures.end())
    return {};
  return found->second.getArrayRef();
}

unsigned CaptureTable::getPosition(const FunctionInfo *info,
                                   const VarDecl *variable) const {
  llvm::ArrayRef<const VarDecl *> list = getCaptures(info);
  return llvm::find(list, variable) - list.begin();
}
