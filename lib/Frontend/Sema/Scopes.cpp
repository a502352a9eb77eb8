//===- Scopes.cpp - Declares and looks up names -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SemaImpl.h"

#include "Ruchy/Support/ForeignWords.h"
#include "Ruchy/Support/Spelling.h"
#include "llvm/ADT/StringExtras.h"

#include <limits>

using namespace ruchy;

namespace {

/// Unresolved names for which similar names are searched.
constexpr size_t maxSuggestions = 50;

bool isOptionOrResultVariant(llvm::StringRef name) {
  return name == "Some" || name == "None" || name == "Ok" || name == "Err";
}

} // namespace

Scope *SemaImpl::pushScope() {
  Scope &inner = scopes.emplace_back();
  inner.parent = scope;
  inner.function = function;
  return &inner;
}

void SemaImpl::bind(Scope *target, llvm::StringRef name, Binding binding) {
  target->names[name.data()].push_back(binding);
  interned.try_emplace(name, name.data());
}

VarDecl *SemaImpl::declareIn(Scope *target, llvm::StringRef name, Node *node,
                             unsigned declarationOrder) {
  VarDecl &variable = result.variables.emplace_back();
  variable.id = static_cast<unsigned>(result.variables.size() - 1);
  variable.name = name;
  variable.node = node;
  variable.owner = target->function;
  target->function->locals.push_back(&variable);
  scopeOf[&variable] = target;
  Binding binding;
  binding.kind = NameRef::Kind::Variable;
  binding.variable = &variable;
  binding.order = declarationOrder;
  bind(target, name, binding);
  return &variable;
}

/// Declares a variable at the current place. A second `let` of a name in the
/// scope of a module is an assignment if functions mention the name: they see
/// one variable, wherever they stand. Which names these are is not known yet,
/// so it holds for all names of that scope.
VarDecl *SemaImpl::declare(llvm::StringRef name, Node *node) {
  if (scope->isModuleLevel) {
    auto it = scope->names.find(name.data());
    if (it != scope->names.end() && it->second.back().variable) {
      VarDecl *variable = it->second.back().variable;
      variable->isReassigned = true;
      result.decls[node] = variable;
      return variable;
    }
    VarDecl *variable = declareIn(scope, name, node, ++order);
    result.decls[node] = variable;
    if (scope == root)
      assignedAt[variable] = statementIndex;
    return variable;
  }
  VarDecl *variable = declareIn(scope, name, node, ++order);
  result.decls[node] = variable;
  return variable;
}

/// Finds the innermost binding that is visible. Beyond the function that is
/// being resolved, only what was declared before the function was created
/// counts, except at the level of a module, where order does not matter.
const Binding *SemaImpl::lookup(llvm::StringRef name, Scope *from) const {
  unsigned limit = std::numeric_limits<unsigned>::max();
  for (Scope *current = from; current; current = current->parent) {
    auto it = current->names.find(name.data());
    if (it != current->names.end()) {
      for (const Binding &binding : llvm::reverse(it->second))
        if (binding.order <= limit && !isFollowed(binding))
          return &binding;
      if (current->isModuleLevel && !isFollowed(it->second.front()))
        return &it->second.front();
    }
    if (current->isFunctionRoot)
      limit = std::min(limit, current->creationOrder);
  }
  return nullptr;
}

Item *SemaImpl::lookupVariant(llvm::StringRef name, Scope *from) const {
  // Variants of enums of the program with these names need their enum's.
  if (isOptionOrResultVariant(name))
    return nullptr;
  for (Scope *current = from; current; current = current->parent) {
    auto it = current->variants.find(name.data());
    if (it != current->variants.end())
      return it->second;
  }
  return nullptr;
}

/// Makes functions and types visible in the whole block.
void SemaImpl::hoist(llvm::ArrayRef<Expr *> statements) {
  for (Expr *statement : statements)
    if (auto *module = llvm::dyn_cast<ModuleItem>(statement))
      hoistModule(module);
  for (Expr *statement : statements)
    if (auto *item = llvm::dyn_cast<Item>(statement))
      hoistItem(item);
}

void SemaImpl::hoistItem(Item *item) {
  Binding binding;
  binding.item = item;
  if (auto *use = llvm::dyn_cast<UseItem>(item)) {
    binding.kind = NameRef::Kind::Module;
    if (use->form != UseItem::Form::Export)
      for (const UseLeaf &leaf : use->leaves)
        hoistImport(leaf, binding);
    return;
  }
  bool declaresType =
      !llvm::isa<FunctionItem, ModuleItem, MacroRulesItem>(item);
  if (declaresType)
    typeItems.push_back({item, scope});
  if (item->name.empty() || llvm::isa<MacroRulesItem>(item))
    return;
  if (auto *definition = llvm::dyn_cast<FunctionItem>(item)) {
    auto it = scope->names.find(item->name.text.data());
    if (it != scope->names.end() && it->second.back().variable) {
      // The first definition is hoisted, later ones assign at their place.
      it->second.back().variable->isReassigned = true;
      result.decls[item] = it->second.back().variable;
      return;
    }
    VarDecl *variable = declareIn(scope, item->name.text, item, 0);
    variable->function = definition;
    result.decls[item] = variable;
    if (scope == root && item->name.text == "main")
      result.mainFunction = definition;
    return;
  }
  binding.kind =
      llvm::isa<ModuleItem>(item) ? NameRef::Kind::Module : NameRef::Kind::Type;
  bind(scope, item->name.text, binding);
  if (auto *enumeration = llvm::dyn_cast<EnumItem>(item))
    for (const EnumVariant &variant : enumeration->variants)
      scope->variants.try_emplace(variant.name.text.data(), item);
}

/// Records that code of a function mentions a variable of another one.
void SemaImpl::noteMention(VarDecl *variable, FunctionInfo *from) {
  if (variable->owner == from)
    return;
  if (scopeOf.lookup(variable)->isModuleLevel) {
    variable->isGlobal = true;
    return;
  }
  variable->isCaptured = true;
  for (FunctionInfo *info = from; info && info != variable->owner;
       info = info->parent)
    if (!llvm::is_contained(info->captures, variable))
      info->captures.push_back(variable);
}

/// Whether an implicit variable may be read before it was assigned.
bool SemaImpl::mayBeUnassigned(VarDecl *variable) const {
  return variable->isImplicit && !assigned.contains(variable);
}

NameRef SemaImpl::makeRef(const Binding &binding, const Scope *from) {
  NameRef ref;
  ref.kind = binding.kind;
  ref.item = binding.item;
  ref.variable = binding.variable;
  if (!ref.variable)
    return ref;
  noteMention(ref.variable, from->function);
  if (ref.variable->function) {
    ref.kind = NameRef::Kind::Function;
    ref.function = ref.variable->function;
    FunctionInfo *info = from->function;
    if (!llvm::is_contained(info->mentions, ref.function))
      info->mentions.push_back(ref.function);
    if (info->isTopLevel() && statementIndex < statementMentions.size())
      statementMentions[statementIndex].push_back(ref.function);
    else
      mentions[info].push_back(ref.function);
    return ref;
  }
  ref.maybeUnassigned = mayBeUnassigned(ref.variable);
  return ref;
}

/// Resolves a name, or puts it off until all declarations are known.
NameRef SemaImpl::resolveWord(llvm::StringRef name, const Use &use) {
  Binding binding;
  if (!find(name, scope, binding)) {
    unresolved.push_back(use);
    return {};
  }
  NameRef ref = makeRef(binding, scope);
  bool isGlobalUse = ref.kind == NameRef::Kind::Variable &&
                     !function->isTopLevel() &&
                     scopeOf.lookup(ref.variable)->isModuleLevel;
  if (isGlobalUse && use.node)
    globalUses.push_back({use.node, function});
  return ref;
}

void SemaImpl::resolve(NameExpr *name, bool isCallee) {
  // `super` stands before calls only; which type it leads to is known later.
  if (name->name == "super")
    return;
  Use use{name, name->name, name->getRange(), scope, isCallee, false};
  NameRef ref = resolveWord(name->name, use);
  if (ref.kind == NameRef::Kind::Type || ref.kind == NameRef::Kind::Variant ||
      llvm::isUpper(name->name[0]))
    notePath(name, name->name);
  result.refs[name] = ref;
}

/// Second chance for names that nothing declared when they were met:
/// variables that are assigned later, then names of the library.
void SemaImpl::resolveLeftovers() {
  statementIndex = ~0u;
  for (const Use &use : unresolved) {
    NameRef &ref = result.refs[use.node];
    Binding binding;
    if (find(use.name, use.scope, binding)) {
      ref = makeRef(binding, use.scope);
      ref.maybeUnassigned = ref.kind == NameRef::Kind::Variable;
      continue;
    }
    Item *enumeration = lookupVariant(use.name, use.scope);
    if (enumeration || isOptionOrResultVariant(use.name)) {
      ref.kind = NameRef::Kind::Variant;
      ref.item = enumeration;
    } else if (isBuiltinName(use.name)) {
      ref.kind = NameRef::Kind::Builtin;
    } else if (const Binding *direct = lookup(use.name, use.scope);
               direct && direct->leaf) {
      // Imported from the library, which is known to the translation only.
      ref.kind = NameRef::Kind::Module;
      ref.leaf = direct->leaf;
    } else if (!use.mayBeUnknown) {
      warnUnresolved(use);
    }
  }
}

void SemaImpl::warnUnresolved(const Use &use) {
  std::string hint = getForeignWordHint(use.name).str();
  if (hint.empty() && result.warnings.size() < maxSuggestions)
    if (std::string similar = suggest(use.name, use.scope); !similar.empty())
      hint = "did you mean '" + similar + "'?";
  if (use.isCallee)
    warn(use.range,
         "Undefined function: " + use.name + " (not found, undefined)", hint,
         Diag::UndefinedFunction);
  else
    warn(use.range, "Undefined variable: " + use.name, hint,
         Diag::UndefinedVariable);
}

/// The most similar name in scope, if it is similar enough.
std::string SemaImpl::suggest(llvm::StringRef name, Scope *from) const {
  SpellingGuess guess(name);
  for (Scope *current = from; current; current = current->parent)
    for (const auto &entry : current->names)
      for (const Binding &binding : entry.second)
        if (binding.variable)
          guess.consider(binding.variable->name);
        else if (binding.item && !binding.item->name.empty())
          guess.consider(binding.item->name.text);
  for (llvm::StringRef builtin : getBuiltinNames())
    guess.consider(builtin);
  return guess.get();
}

/// Settles which functions are variables after all, and which globals may be
/// read too early.
void SemaImpl::finishVariables() {
  for (VarDecl *variable : selfReferences)
    variable->isReassigned |= variable->isCaptured;
  for (auto [node, info] : globalUses) {
    NameRef &ref = result.refs[node];
    if (!ref.variable)
      continue;
    auto reached = reachedAt.find(info);
    if (reached == reachedAt.end())
      continue;
    auto assignedStatement = assignedAt.find(ref.variable);
    ref.maybeUnassigned = assignedStatement == assignedAt.end() ||
                          assignedStatement->second >= reached->second;
  }
  for (auto &entry : result.refs) {
    NameRef &ref = entry.second;
    if (ref.kind == NameRef::Kind::Function && ref.variable->isReassigned) {
      ref.kind = NameRef::Kind::Variable;
      ref.function = nullptr;
    }
  }
  for (VarDecl &variable : result.variables)
    if (variable.function && !variable.isReassigned)
      variable.isGlobal = false;
  llvm::SmallVector<const CallExpr *> stale;
  for (auto &entry : result.bindings)
    if (VarDecl *variable = result.getDecl(entry.second.callee);
        !variable || variable->isReassigned)
      stale.push_back(entry.first);
  for (const CallExpr *call : stale)
    result.bindings.erase(call);
}
