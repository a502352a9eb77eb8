//===- Paths.cpp - Modules, imports and paths -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The functions and types of a module are declared together with the module,
// before any body is looked at. Imports are followed when their name is used.
// What paths stand for is settled in the end, when all methods are known.
//
//===----------------------------------------------------------------------===//

#include "SemaImpl.h"
#include "TypeBuilder.h"

using namespace ruchy;

//===----------------------------------------------------------------------===//
// Notes for later
//===----------------------------------------------------------------------===//

void SemaImpl::notePath(const Node *node, llvm::ArrayRef<Name> path) {
  PathUse use{node, {}, scope};
  for (const Name &segment : path)
    use.path.push_back(segment.text);
  if (!use.path.empty())
    pathUses.push_back(std::move(use));
}

void SemaImpl::notePath(const Node *node, llvm::StringRef name) {
  pathUses.push_back({node, {name}, scope});
}

void SemaImpl::notePatternPath(const Node *pattern) {
  if (auto *path = llvm::dyn_cast<PathPattern>(pattern))
    notePath(path, path->path);
  else if (auto *made = llvm::dyn_cast<ConstructorPattern>(pattern))
    notePath(made, made->path);
  else if (auto *record = llvm::dyn_cast<StructPattern>(pattern))
    notePath(record, record->path);
}

/// Defaults of fields and constants of types are evaluated wherever they are
/// used: to their names, they are functions.
void SemaImpl::deferDefault(Expr *value) {
  if (!value)
    return;
  statementMentions.front().push_back(value);
  defer(value, {}, value);
}

//===----------------------------------------------------------------------===//
// Modules and imports
//===----------------------------------------------------------------------===//

void SemaImpl::hoistModule(ModuleItem *item) {
  Scope *outer = scope;
  scope = pushScope();
  scope->isModuleLevel = true;
  scope->module = item;
  moduleScopes[item] = scope;
  hoist(item->statements);
  scope = outer;
}

/// `use m;` of a module in scope changes nothing.
void SemaImpl::hoistImport(const UseLeaf &leaf, Binding binding) {
  importScopes[&leaf] = scope;
  if (leaf.isGlob) {
    scope->globs.push_back(&leaf);
    return;
  }
  bool isPlain = leaf.path.size() == 1 && leaf.path[0] == leaf.bound.text;
  if (leaf.bound.empty() || leaf.path.empty() || isPlain)
    return;
  binding.leaf = &leaf;
  bind(scope, leaf.bound.text, binding);
}

bool SemaImpl::isFollowed(const Binding &binding) const {
  return binding.leaf && llvm::is_contained(following, binding.leaf);
}

/// The level of the module that a scope belongs to.
Scope *SemaImpl::getModuleScope(Scope *from) const {
  while (from->parent && !from->isModuleLevel)
    from = from->parent;
  return from;
}

/// Private members are visible inside their module.
bool SemaImpl::canSee(const Scope *level, const Binding &binding,
                      Scope *from) const {
  for (const Scope *current = from; current; current = current->parent)
    if (current == level)
      return true;
  if (!level->module)
    return true;
  if (binding.leaf || llvm::isa_and_nonnull<ModuleItem>(binding.item))
    return true;
  if (binding.variable && binding.variable->function)
    return binding.variable->function->isPublic();
  if (binding.variable && binding.variable->let)
    return binding.variable->let->visibility == Visibility::Public;
  return !binding.variable;
}

/// What an import stands for.
bool SemaImpl::follow(const Binding &binding, Scope *from, Binding &target) {
  if (!binding.leaf) {
    target = binding;
    return true;
  }
  constexpr size_t maxDepth = 32;
  if (following.size() >= maxDepth)
    return false;
  const UseLeaf *leaf = binding.leaf;
  following.push_back(leaf);
  PathRef ref = resolvePath(leaf->path, importScopes.lookup(leaf));
  following.pop_back();
  target = Binding();
  switch (ref.kind) {
  case PathRef::Kind::Unresolved:
  case PathRef::Kind::Private:
    return false;
  case PathRef::Kind::Name:
    target.kind = ref.ref.kind == NameRef::Kind::Module
                      ? NameRef::Kind::Module
                      : NameRef::Kind::Variable;
    target.variable = ref.ref.variable;
    target.item = ref.ref.item;
    return true;
  case PathRef::Kind::Type:
    target.kind = NameRef::Kind::Type;
    target.item = ref.ref.item;
    return target.item != nullptr;
  case PathRef::Kind::Member:
    target.kind = NameRef::Kind::Variant;
    target.item = ref.ref.item;
    return llvm::isa_and_nonnull<EnumItem>(target.item);
  }
  return false;
}

/// A name that `use m::*` or `use E::*` brings into a scope.
bool SemaImpl::findInGlobs(const Scope *level, llvm::StringRef name,
                           Binding &binding) {
  for (const UseLeaf *leaf : level->globs) {
    if (llvm::is_contained(following, leaf))
      continue;
    following.push_back(leaf);
    PathRef ref = resolvePath(leaf->path, importScopes.lookup(leaf));
    bool isFound = false;
    if (ref.kind == PathRef::Kind::Type) {
      auto *enumeration = llvm::dyn_cast_or_null<EnumItem>(ref.ref.item);
      for (const EnumVariant &variant :
           enumeration ? enumeration->variants : llvm::ArrayRef<EnumVariant>())
        isFound |= variant.name.text == name;
      binding = Binding();
      binding.kind = NameRef::Kind::Variant;
      binding.item = enumeration;
    } else if (auto *module =
                   llvm::dyn_cast_or_null<ModuleItem>(ref.ref.item)) {
      Scope *members = moduleScopes.lookup(module);
      Scope *from = importScopes.lookup(leaf);
      Binding found;
      isFound = members && findMember(members, name, found) &&
                canSee(members, found, from) && follow(found, from, binding);
    }
    following.pop_back();
    if (isFound)
      return true;
  }
  return false;
}

/// Finds a name in a scope and those around it, through imports.
bool SemaImpl::find(llvm::StringRef name, Scope *from, Binding &binding) {
  const Binding *direct = lookup(name, from);
  if (direct && follow(Binding(*direct), from, binding))
    return true;
  for (Scope *current = from; current; current = current->parent)
    if (!current->globs.empty() && findInGlobs(current, name, binding))
      return true;
  return false;
}

/// Finds a name in one level of a module.
bool SemaImpl::findMember(Scope *level, llvm::StringRef name,
                          Binding &binding) {
  auto it = level->names.find(name.data());
  if (it == level->names.end())
    return !level->globs.empty() && findInGlobs(level, name, binding);
  binding = it->second.front();
  return true;
}

//===----------------------------------------------------------------------===//
// Paths
//===----------------------------------------------------------------------===//

PathRef SemaImpl::makePathRef(const Binding &binding, Scope *from) {
  PathRef ref;
  if (binding.kind == NameRef::Kind::Variant) {
    ref.kind = PathRef::Kind::Member;
    ref.ref.item = binding.item;
    return ref;
  }
  if (binding.kind == NameRef::Kind::Type) {
    ref.kind = PathRef::Kind::Type;
    ref.ref.kind = binding.kind;
    ref.ref.item = binding.item;
    return ref;
  }
  ref.kind = PathRef::Kind::Name;
  ref.ref = makeRef(binding, from);
  ref.ref.maybeUnassigned = ref.ref.kind == NameRef::Kind::Variable;
  return ref;
}

/// Resolves a path. The types are filled in by resolvePaths, apart from their
/// items.
PathRef SemaImpl::resolvePath(llvm::ArrayRef<llvm::StringRef> path,
                              Scope *from) {
  PathRef none;
  if (path.empty() || !from)
    return none;
  size_t next = 0;
  Scope *level = nullptr;
  if (path[0] == "crate" || path[0] == "self" || path[0] == "super") {
    level = path[0] == "crate" ? root : getModuleScope(from);
    next = path[0] == "super" ? 0 : 1;
    while (next < path.size() && path[next] == "super") {
      level = level->parent ? getModuleScope(level->parent) : level;
      ++next;
    }
    if (next == path.size())
      return none;
  }
  Binding binding;
  Scope *home = level;
  if (level ? !findMember(level, path[next], binding)
            : !find(path[next], from, binding)) {
    Item *enumeration =
        path.size() == 1 ? lookupVariant(path[0], from) : nullptr;
    if (!enumeration)
      return none;
    binding.kind = NameRef::Kind::Variant;
    binding.item = enumeration;
  }
  for (++next;; ++next) {
    llvm::StringRef name = path[next - 1];
    if (home && !canSee(home, binding, from)) {
      none.kind = PathRef::Kind::Private;
      none.member = name;
      none.module = home->module;
      return none;
    }
    Binding target;
    if (!follow(binding, from, target))
      return none;
    PathRef ref = makePathRef(target, from);
    if (ref.kind == PathRef::Kind::Member)
      ref.member = name;
    if (next == path.size())
      return ref;
    if (ref.kind == PathRef::Kind::Type && next + 1 == path.size()) {
      ref.kind = PathRef::Kind::Member;
      ref.member = path[next];
      return ref;
    }
    auto *module = llvm::dyn_cast_or_null<ModuleItem>(ref.ref.item);
    home = module ? moduleScopes.lookup(module) : nullptr;
    if (!home || !findMember(home, path[next], binding))
      return none;
  }
}

/// The type that an item declares or extends, or that an alias stands for.
TypeInfo *SemaImpl::getTypeOf(Item *item, Scope *from) {
  for (unsigned depth = 0; depth < 32; ++depth) {
    auto *alias = llvm::dyn_cast_or_null<TypeAliasItem>(item);
    if (!alias)
      return item ? result.types.lookup(item) : nullptr;
    auto *named = llvm::dyn_cast_or_null<NamedType>(alias->aliased);
    if (!named)
      return nullptr;
    PathRef ref = resolvePath(named->path, from);
    item = ref.kind == PathRef::Kind::Type ? ref.ref.item : nullptr;
  }
  return nullptr;
}

/// The type of the program that a written type names, or null.
TypeInfo *SemaImpl::resolveType(TypeExpr *type, Scope *from) {
  while (auto *ref = llvm::dyn_cast_or_null<RefType>(type))
    type = ref->pointee;
  auto *named = llvm::dyn_cast_or_null<NamedType>(type);
  if (!named)
    return nullptr;
  PathRef ref = resolvePath(named->path, from);
  return ref.kind == PathRef::Kind::Type ? getTypeOf(ref.ref.item, from)
                                         : nullptr;
}

/// Builds the types, then settles all paths.
void SemaImpl::resolvePaths() {
  TypeBuilder(*this, result.types).build();
  for (const PathUse &use : pathUses) {
    PathRef ref;
    if (use.path[0] == "Self") {
      Scope *scopeOfSelf = use.scope;
      while (scopeOfSelf && !scopeOfSelf->typeItem)
        scopeOfSelf = scopeOfSelf->parent;
      ref.isSelf = true;
      ref.type =
          scopeOfSelf ? result.types.lookup(scopeOfSelf->typeItem) : nullptr;
      ref.kind =
          use.path.size() == 1 ? PathRef::Kind::Type : PathRef::Kind::Member;
      ref.member = use.path.size() == 1 ? "" : use.path[1];
    } else {
      ref = resolvePath(use.path, use.scope);
      if (ref.kind == PathRef::Kind::Type || ref.kind == PathRef::Kind::Member)
        ref.type = getTypeOf(ref.ref.item, use.scope);
      else if (ref.kind == PathRef::Kind::Unresolved && use.path.size() <= 2)
        if (TypeInfo *builtin =
                TypeBuilder::findBuiltin(result.types, use.path[0])) {
          // `i32::describe(5)`, where some `impl` adds it.
          ref.type = builtin;
          ref.kind = use.path.size() == 1 ? PathRef::Kind::Unresolved
                                          : PathRef::Kind::Member;
          ref.member = use.path.back();
        }
    }
    if (!ref.type &&
        (ref.kind == PathRef::Kind::Type || ref.kind == PathRef::Kind::Member))
      ref.kind = PathRef::Kind::Unresolved;
    result.paths[use.node] = ref;
  }
}
