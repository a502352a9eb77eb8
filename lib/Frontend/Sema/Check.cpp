//===- Check.cpp - Errors that can be seen before running -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckImpl.h"

using namespace ruchy;

void Checker::collectDamaged() {
  for (const auto &diagnostic : diagnostics.getAll()) {
    bool isSyntax = diagnostic->code < Diag::BreakOutside;
    if (diagnostic->severity != Severity::Error || !isSyntax)
      continue;
    SourceLocation place = diagnostic->range.begin;
    damaged.push_back(diagnostic->range);
    for (Expr *statement : module.statements)
      if (statement->getBegin() <= place && place <= statement->getEnd())
        damaged.push_back(statement->getRange());
  }
}

/// Whether a name stands at several places, one of which may be a declaration
/// that was lost.
bool Checker::isMentionedElsewhere(llvm::StringRef name) const {
  llvm::StringRef text = diagnostics.getSourceManager().getText(module.file);
  size_t first = text.find(name);
  return text.find(name, first + 1) != llvm::StringRef::npos;
}

/// With syntax errors in the file, only what is seen at one place counts, and
/// names that stand nowhere else.
bool Checker::isCertain(Diag code, SourceRange range) const {
  if (damaged.empty())
    return true;
  for (const SourceRange &place : damaged)
    if (place.begin <= range.begin && range.begin <= place.end)
      return false;
  if (code == Diag::UndefinedVariable || code == Diag::UndefinedFunction)
    return !isMentionedElsewhere(diagnostics.getSourceManager().getText(range));
  return isAboutValues(code) || code == Diag::Unreachable;
}

void Checker::report(Diag code, SourceRange range, const llvm::Twine &message,
                     const llvm::Twine &hint) {
  if (!isCertain(code, range))
    return;
  const DiagInfo *info = findDiag(static_cast<unsigned>(code));
  Severity severity = info ? info->severity : Severity::Error;
  if (isGuarded(code, range.begin))
    severity = Severity::Warning;
  DiagnosticHandle handle = diagnostics.report(severity, range, message, code);
  if (!hint.isTriviallyEmpty())
    handle.hint(hint);
}

/// What name resolution found.
void Checker::reportNames() {
  const SourceManager &sources = diagnostics.getSourceManager();
  for (const SemaWarning &warning : names.getWarnings()) {
    bool isName = warning.code == Diag::UndefinedVariable ||
                  warning.code == Diag::UndefinedFunction;
    if (isName && hasUnknownNames)
      continue;
    std::string hint = warning.hint;
    // `f'..'` falls apart into a name and a string.
    llvm::StringRef behind =
        sources.getText({warning.range.end, warning.range.end.advanced(1)});
    if (behind == "'" && sources.getText(warning.range) == "f")
      hint = "f-strings have double quotes, f\"..\"";
    report(warning.code, warning.range, warning.message, hint);
  }
}

void Checker::checkNode(Node *node) {
  switch (node->getKind()) {
  case NodeKind::BinaryExpr:
    return checkBinary(llvm::cast<BinaryExpr>(node));
  case NodeKind::UnaryExpr:
    return checkUnary(llvm::cast<UnaryExpr>(node));
  case NodeKind::IndexExpr:
    return checkIndex(llvm::cast<IndexExpr>(node));
  case NodeKind::ForExpr:
    return checkFor(llvm::cast<ForExpr>(node));
  case NodeKind::CallExpr:
    return checkCall(llvm::cast<CallExpr>(node));
  case NodeKind::MethodCallExpr:
    return checkMethodCall(llvm::cast<MethodCallExpr>(node));
  case NodeKind::FieldExpr:
    return checkField(llvm::cast<FieldExpr>(node));
  case NodeKind::StructExpr:
    return checkStructLiteral(llvm::cast<StructExpr>(node));
  case NodeKind::PathExpr:
    return checkPath(llvm::cast<PathExpr>(node));
  case NodeKind::BlockExpr:
    return checkStatements(llvm::cast<BlockExpr>(node)->statements);
  case NodeKind::ModuleItem:
    return checkStatements(llvm::cast<ModuleItem>(node)->statements);
  case NodeKind::FunctionItem:
    return checkParams(llvm::cast<FunctionItem>(node)->params);
  case NodeKind::LambdaExpr:
    return checkParams(llvm::cast<LambdaExpr>(node)->params);
  default:
    return;
  }
}

void Checker::run() {
  collectDamaged();
  collectFacts();
  collectGuarded();
  reportNames();
  checkStatements(module.statements);
  walk(&module, [&](Node *node) {
    checkNode(node);
    return true;
  });
}

void ruchy::checkModule(Module &module, const SemaResult &names,
                        DiagnosticEngine &diagnostics) {
  Checker(module, names, diagnostics).run();
}
