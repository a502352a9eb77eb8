//===- CheckStatements.cpp - Statements that do nothing ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckImpl.h"

#include "llvm/ADT/StringSwitch.h"

using namespace ruchy;

/// Whether control never comes out at the end of a statement.
static bool isJump(const Expr *expr) {
  return !expr->isParenthesized &&
         llvm::isa<ReturnExpr, BreakExpr, ContinueExpr, ThrowExpr>(expr);
}

void Checker::checkStatements(llvm::ArrayRef<Expr *> statements) {
  for (size_t i = 0; i + 1 < statements.size(); ++i) {
    if (auto *name = llvm::dyn_cast<NameExpr>(statements[i]))
      checkNotCalled(name, statements[i + 1]);
    if (!isJump(statements[i]))
      continue;
    // Items count wherever they stand.
    auto rest = statements.drop_front(i + 1);
    auto *next = llvm::find_if(rest, [](Expr *statement) {
      return !llvm::isa<Item, ErrorExpr>(statement);
    });
    if (next != rest.end())
      report(Diag::Unreachable, (*next)->getRange(), "This is never executed");
    return;
  }
}

static bool isTypeFunction(llvm::StringRef name) {
  return llvm::StringSwitch<bool>(name)
      .Cases({"int", "float", "str", "bool", "string", "char"}, true)
      .Cases({"i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"}, true)
      .Cases({"f32", "f64", "usize", "isize"}, true)
      .Default(false);
}

/// `print x` and `int x = 5`: a name alone, and more on its line.
void Checker::checkNotCalled(NameExpr *name, Expr *next) {
  const NameRef &ref = names.getRef(name);
  bool isFunction = ref.kind == NameRef::Kind::Function ||
                    (ref.kind == NameRef::Kind::Builtin &&
                     name->name != "nil" && name->name != "std");
  if (!isFunction || name->isParenthesized || name->hasSemicolon)
    return;
  const SourceManager &sources = diagnostics.getSourceManager();
  if (sources.getLineColumn(name->getEnd()).line !=
      sources.getLineColumn(next->getBegin()).line)
    return;
  std::string hint = "arguments stand in parentheses, " + name->name.str();
  llvm::StringRef argument = sources.getText(next->getRange());
  constexpr size_t maxEcho = 40;
  bool isShort = argument.size() <= maxEcho && !argument.contains('\n');
  hint += "(" + (isShort ? argument.str() : "..") + ")";
  if (isTypeFunction(name->name))
    hint = "a type stands behind its variable, let x: " + name->name.str();
  report(Diag::NotCalled, name->getRange(),
         "'" + name->name + "' is not called here", hint);
}

void Checker::checkParams(llvm::ArrayRef<Param> params) {
  llvm::StringMap<SourceRange> seen;
  for (const Param &param : params) {
    auto *name = llvm::dyn_cast_or_null<IdentPattern>(param.pattern);
    if (!name || name->name.starts_with("_"))
      continue;
    auto [it, isNew] = seen.try_emplace(name->name, name->getRange());
    if (isNew)
      continue;
    diagnostics
        .report(Diag::DuplicateParameter, name->getRange(),
                "Parameter '" + name->name + "' is declared twice")
        .note(it->second, "the first one is here");
  }
}
