//===- Scopes.cpp - Declares and looks up names -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SemaImpl.h"

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
        if (binding.order <= limit)
          return &binding;
      if (current->isModuleLevel)
        return &it->second.front();
    }
    if (current->isFunctionRoot)
      limit = std::min(limit, current->creationOrder);
  }
  return nullptr;
}

Item *SemaImpl::lookupVariant(llvm::StringRef name) const {
  for (Scope *current = scope; current; current = current->parent) {
    auto it = current->variants.find(name.data());
    if (it != current->variants.end())
      return it->second;
  }
  return nullptr;
}

/// Makes functions and types visible in the whole block.
void SemaImpl::hoist(llvm::ArrayRef<Expr *> statements) {
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
        if (!leaf.bound.empty())
          bind(scope, leaf.bound.text, binding);
    return;
  }
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
  if (llvm::isa<ImplItem, ExtendItem>(item))
    return;
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
  const Binding *binding = lookup(name, scope);
  if (!binding) {
    unresolved.push_back(use);
    return {};
  }
  NameRef ref = makeRef(*binding, scope);
  bool isGlobalUse = ref.kind == NameRef::Kind::Variable &&
                     !function->isTopLevel() &&
                     scopeOf.lookup(ref.variable)->isModuleLevel;
  if (isGlobalUse && use.node)
    globalUses.push_back({use.node, function});
  return ref;
}

void SemaImpl::resolve(NameExpr *name, bool isCallee) {
  Use use{name, name->name, name->getRange(), scope, isCallee, false};
  result.refs[name] = resolveWord(name->name, use);
}

/// Second chance for names that nothing declared when they were met:
/// variables that are assigned later, then names of the library.
void SemaImpl::resolveLeftovers() {
  statementIndex = ~0u;
  for (const Use &use : unresolved) {
    NameRef &ref = result.refs[use.node];
    if (const Binding *binding = lookup(use.name, use.scope)) {
      ref = makeRef(*binding, use.scope);
      ref.maybeUnassigned = ref.kind == NameRef::Kind::Variable;
      continue;
    }
    if (isOptionOrResultVariant(use.name)) {
      ref.kind = NameRef::Kind::Variant;
    } else if (isBuiltinName(use.name)) {
      ref.kind = NameRef::Kind::Builtin;
    } else if (!use.mayBeUnknown) {
      warnUnresolved(use);
    }
  }
}

void SemaImpl::warnUnresolved(const Use &use) {
  std::string hint;
  if (result.warnings.size() < maxSuggestions)
    hint = suggest(use.name, use.scope);
  if (!hint.empty())
    hint = "did you mean '" + hint + "'?";
  if (use.isCallee)
    warn(use.range,
         "Undefined function: " + use.name + " (not found, undefined)", hint);
  else
    warn(use.range, "Undefined variable: " + use.name, hint);
}

/// The most similar name in scope, if it is similar enough.
std::string SemaImpl::suggest(llvm::StringRef name, Scope *from) const {
  unsigned best = static_cast<unsigned>(name.size() + 1) / 3;
  std::string found;
  auto consider = [&](llvm::StringRef candidate) {
    unsigned distance = name.edit_distance(candidate, true, best);
    bool isBetter = distance < best || (distance == best && found.empty()) ||
                    (distance == best && candidate < found);
    if (candidate != name && isBetter && distance <= best) {
      best = distance;
      found = candidate.str();
    }
  };
  if (name.size() < 2)
    return found;
  for (Scope *current = from; current; current = current->parent)
    for (const auto &entry : current->names)
      for (const Binding &binding : entry.second)
        if (binding.variable)
          consider(binding.variable->name);
        else if (binding.item && !binding.item->name.empty())
          consider(binding.item->name.text);
  for (llvm::StringRef builtin : getBuiltinNames())
    consider(builtin);
  return found;
}

/// Settles which functions are variables after all, and which globals may be
/// read too early.
void SemaImpl::finishVariables() {
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
