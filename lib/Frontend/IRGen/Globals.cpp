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

/// A function may run from \p index on, with it the functions that it names and
/// those that stand in it.
void ModuleGen::noteFirstRun(const ast::Node *function, unsigned index) {
  SmallVector<const ast::Node *> worklist{function};
  while (!worklist.empty()) {
    const ast::Node *node = worklist.pop_back_val();
    if (!setMinimum(firstRun, node, index))
      continue;
    if (const FunctionInfo *info = sema.getFunction(node)) {
      worklist.append(info->mentions.begin(), info->mentions.end());
      for (const FunctionInfo *inner : innerFunctions.lookup(info))
        if (isa<ast::LambdaExpr>(inner->node))
          worklist.push_back(inner->node);
    }
  }
}

void ModuleGen::noteFirstRuns(const ast::Expr *statement, unsigned index) {
  ast::walk(const_cast<ast::Expr *>(statement), [&](ast::Node *node) {
    if (isa<ast::FunctionItem>(node))
      return false;
    if (isa<ast::LambdaExpr>(node))
      noteFirstRun(node, index);
    if (auto *name = dyn_cast<ast::NameExpr>(node))
      if (ast::FunctionItem *function = sema.getRef(name).function)
        noteFirstRun(function, index);
    return true;
  });
}

/// Whether a statement may run a method: it has a call, or an operator that a
/// class may define.
static bool mayRunMethods(ast::Expr *statement) {
  if (isa<ast::Item>(statement))
    return false;
  bool found = false;
  ast::walk(statement, [&](ast::Node *node) {
    found |= isa<ast::CallExpr, ast::MethodCallExpr, ast::MacroCallExpr,
                 ast::BinaryExpr, ast::FieldExpr, ast::AssignExpr,
                 ast::SpawnExpr, ast::SendExpr, ast::StructExpr>(node);
    return !found;
  });
  return found;
}

void ModuleGen::analyzeGlobals() {
  for (const FunctionInfo &info : sema.getFunctions())
    innerFunctions[info.parent].push_back(&info);
  for (const auto &[index, statement] : llvm::enumerate(module.statements)) {
    noteAssignments(statement, index);
    noteFirstRuns(statement, index);
  }
  if (ast::FunctionItem *main = sema.getMain())
    noteFirstRun(main, module.statements.size());
  unsigned firstCall = llvm::find_if(module.statements, mayRunMethods) -
                       module.statements.begin();
  for (const MethodInfo &method : sema.getTypes().getMethods())
    if (ast::Node *node = method.getNode())
      noteFirstRun(node, firstCall);
}

bool ModuleGen::mayBeUnset(const VarDecl *variable,
                           const FunctionInfo *reader) const {
  auto assigned = assignedAt.find(variable);
  if (assigned == assignedAt.end() || !reader)
    return true;
  auto run = firstRun.find(reader->node);
  return run != firstRun.end() && run->second <= assigned->second;
}
