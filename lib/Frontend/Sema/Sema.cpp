//===- Sema.cpp - Entry point and results of name resolution ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SemaImpl.h"

#include <tuple>

using namespace ruchy;

namespace {

template <typename Map, typename Key> auto lookUp(const Map &map, Key key) {
  auto it = map.find(key);
  return it == map.end() ? nullptr : it->second;
}

const NameRef unresolvedRef;

} // namespace

const NameRef &SemaResult::getRef(const NameExpr *name) const {
  auto it = refs.find(name);
  return it == refs.end() ? unresolvedRef : it->second;
}

const NameRef &SemaResult::getRef(const PathExpr *path) const {
  auto it = refs.find(path);
  return it == refs.end() ? unresolvedRef : it->second;
}

const NameRef &SemaResult::getPatternUse(const IdentPattern *pattern) const {
  auto it = refs.find(pattern);
  return it == refs.end() ? unresolvedRef : it->second;
}

const PathRef &SemaResult::getPath(const Node *node) const {
  static const PathRef unresolvedPath;
  auto it = paths.find(node);
  return it == paths.end() ? unresolvedPath : it->second;
}

VarDecl *SemaResult::getDecl(const Node *node) const {
  return lookUp(decls, node);
}

Expr *SemaResult::getTarget(const Expr *jump) const {
  return lookUp(targets, jump);
}

const FunctionInfo *SemaResult::getFunction(const Node *node) const {
  return lookUp(functionInfos, node);
}

const CallBinding *SemaResult::getCallBinding(const CallExpr *call) const {
  auto it = bindings.find(call);
  return it == bindings.end() ? nullptr : &it->second;
}

llvm::ArrayRef<FormatCapture>
SemaResult::getFormatCaptures(const StringLiteral *format) const {
  auto it = formatCaptures.find(format);
  if (it == formatCaptures.end())
    return {};
  return it->second;
}

bool SemaResult::isStatement(const Expr *expr) const {
  return statements.contains(expr);
}

SemaResult ruchy::analyze(Module &module, DiagnosticEngine &diagnostics) {
  SemaResult result;
  SemaImpl(module, diagnostics, result).run();
  return result;
}

void SemaImpl::run() {
  FunctionInfo &top = result.functions.emplace_back();
  top.node = &module;
  result.functionInfos[&module] = &top;
  function = &top;
  scope = root = pushScope();
  root->isModuleLevel = true;
  root->isFunctionRoot = true;

  hoist(module.statements);
  for (Expr *statement : module.statements) {
    statementMentions.emplace_back();
    result.statements.insert(statement);
    size_t mark = assignedTrail.size();
    visitExprTree(statement);
    for (size_t i = mark; i < assignedTrail.size(); ++i)
      assignedAt.try_emplace(assignedTrail[i], statementIndex);
    ++statementIndex;
  }
  while (!queue.empty()) {
    Deferred deferred = std::move(queue.front());
    queue.pop_front();
    runDeferred(deferred);
  }
  resolvePaths();
  resolveLeftovers();
  findReachedFunctions();
  finishVariables();
  llvm::sort(result.warnings, [](const SemaWarning &a, const SemaWarning &b) {
    return std::tie(a.range.begin, a.message) <
           std::tie(b.range.begin, b.message);
  });
}

void SemaImpl::warn(SourceRange range, const llvm::Twine &message,
                    const llvm::Twine &hint, Diag code) {
  result.warnings.push_back({range, message.str(), hint.str(), code});
}
