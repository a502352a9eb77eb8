//===- Globals.cpp - Which reads of globals need a test ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function may run before the top level has assigned the variables that it
// reads. The test is left out where the assignment is a statement of the top
// level that is complete before any statement that may run the function.
//
//===----------------------------------------------------------------------===//

#include "ModuleGen.h"
#include "Ruchy/Frontend/AST/Visitor.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

/// Lowers the entry of \p key to \p index.
template <typename Map, typename Key>
static bool setMinimum(Map &map, Key key, unsigned index) {
  auto [entry, isNew] = map.try_emplace(key, index);
  if (!isNew && entry->second <= index)
    return false;
  entry->second = index;
  return true;
}

/// The variable that a statement of the top level always assigns.
void ModuleGen::noteAssignments(const ast::Expr *statement, unsigned index) {
  const VarDecl *variable = nullptr;
  if (auto *let = dyn_cast<ast::LetExpr>(statement)) {
    if (isa_and_nonnull<ast::IdentPattern>(let->pattern))
      variable = sema.getDecl(let->pattern);
  } else if (auto *assign = dyn_cast<ast::AssignExpr>(statement)) {
    if (auto *name = dyn_cast<ast::NameExpr>(assign->place))
      variable = sema.getRef(name).variable;
  }
  if (variable)
    setMinimum(assignedAt, variable, index);
}

void ModuleGen::noteFirstRun(ast::FunctionItem *function, unsigned index) {
  SmallVector<ast::FunctionItem *> worklist{function};
  while (!worklist.empty()) {
    ast::FunctionItem *item = worklist.pop_back_val();
    if (!setMinimum(firstRun, static_cast<const ast::Node *>(item), index))
      continue;
    if (const FunctionInfo *info = sema.getFunction(item))
      worklist.append(info->mentions.begin(), info->mentions.end());
  }
}

void ModuleGen::noteFirstRuns(const ast::Expr *statement, unsigned index) {
  ast::walk(const_cast<ast::Expr *>(statement), [&](ast::Node *node) {
    if (isa<ast::FunctionItem>(node))
      return false;
    if (auto *name = dyn_cast<ast::NameExpr>(node))
      if (ast::FunctionItem *function = sema.getRef(name).function)
        noteFirstRun(function, index);
    return true;
  });
}

void ModuleGen::analyzeGlobals() {
  for (const auto &[index, statement] : llvm::enumerate(module.statements)) {
    noteAssignments(statement, index);
    noteFirstRuns(statement, index);
  }
  if (ast::FunctionItem *main = sema.getMain())
    noteFirstRun(main, module.statements.size());
}

bool ModuleGen::mayBeUnset(const VarDecl *variable,
                           const FunctionInfo *reader) const {
  auto assigned = assignedAt.find(variable);
  if (assigned == assignedAt.end() || !reader)
    return true;
  auto run = firstRun.find(reader->node);
  return run != firstRun.end() && run->second <= assigned->second;
}
