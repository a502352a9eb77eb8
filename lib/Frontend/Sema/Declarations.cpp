//===- Declarations.cpp - Patterns, functions, types ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SemaImpl.h"

#include "llvm/ADT/StringExtras.h"

using namespace ruchy;

/// Declares the names of a pattern. A pattern that is a single name always
/// binds where isDirect is set (`let X = e`), even if a constant has that
/// name.
void SemaImpl::declarePattern(Pattern *pattern, bool isDirect) {
  if (auto *ident = llvm::dyn_cast<IdentPattern>(pattern))
    return declareIdent(ident, isDirect);
  if (auto *rest = llvm::dyn_cast<RestPattern>(pattern)) {
    if (!rest->name.empty())
      declare(rest->name, rest);
    return;
  }
  notePatternPath(pattern);
  if (auto *alternatives = llvm::dyn_cast<OrPattern>(pattern)) {
    // All alternatives bind the same variables.
    for (Pattern *alternative : alternatives->alternatives) {
      if (alternative == alternatives->alternatives[0]) {
        declarePattern(alternative);
        continue;
      }
      walk(alternative, [&](Node *node) {
        notePatternPath(node);
        auto *ident = llvm::dyn_cast<IdentPattern>(node);
        if (!ident)
          return true;
        const Binding *binding = lookup(ident->name, scope);
        auto here = scope->names.find(ident->name.data());
        if (binding && binding->variable && here != scope->names.end())
          result.decls[ident] = binding->variable;
        else
          declareIdent(ident, false);
        return true;
      });
    }
    return;
  }
  forEachChild(pattern, [&](Node *child) {
    if (auto *inner = llvm::dyn_cast<Pattern>(child))
      declarePattern(inner);
    else if (auto *expr = llvm::dyn_cast<Expr>(child))
      visitExprTree(expr);
  });
}

void SemaImpl::declareIdent(IdentPattern *pattern, bool isDirect) {
  if (pattern->sub)
    declarePattern(pattern->sub);
  bool mayCompare = !isDirect && !pattern->sub && !pattern->isMut &&
                    llvm::isUpper(pattern->name[0]);
  if (mayCompare) {
    Binding binding;
    bool isKnown = find(pattern->name, scope, binding);
    VarDecl *variable = isKnown ? binding.variable : nullptr;
    bool isConstant = variable && variable->let &&
                      variable->let->keyword >= LetExpr::Keyword::Const;
    bool isUnitType = isKnown && binding.kind == NameRef::Kind::Type &&
                      llvm::isa<StructItem>(binding.item);
    if (isConstant || isUnitType) {
      Use use{pattern, pattern->name, pattern->getRange(), scope, false, true};
      result.refs[pattern] = resolveWord(pattern->name, use);
      notePath(pattern, pattern->name);
      return;
    }
    Binding found;
    Item *enumeration = find(pattern->name, scope, found) &&
                                found.kind == NameRef::Kind::Variant
                            ? found.item
                            : lookupVariant(pattern->name, scope);
    if (enumeration) {
      NameRef ref;
      ref.kind = NameRef::Kind::Variant;
      ref.item = enumeration;
      result.refs[pattern] = ref;
      notePath(pattern, pattern->name);
      return;
    }
  }
  declare(pattern->name, pattern);
}

/// Whether a `let` binds a lambda to a name that nothing around it has: the
/// lambda may then call itself by that name.
bool SemaImpl::isRecursiveLambda(const LetExpr *node) const {
  auto *ident = llvm::dyn_cast<IdentPattern>(node->pattern);
  return ident && !ident->sub &&
         llvm::isa_and_nonnull<LambdaExpr>(node->init) &&
         !lookup(ident->name, scope) && !scope->isModuleLevel;
}

void SemaImpl::visitLetExpr(LetExpr *node) {
  if (isRecursiveLambda(node)) {
    declarePattern(node->pattern, /*isDirect=*/true);
    VarDecl *variable = result.decls[node->pattern];
    variable->let = node;
    visitOptional(node->init);
    // Functions that captured it saw it before it had its value.
    selfReferences.push_back(variable);
    return;
  }
  visitOptional(node->init);
  if (node->elseBlock)
    runMaybe([&] { visitExprTree(node->elseBlock); });
  size_t first = result.variables.size();
  declarePattern(node->pattern, /*isDirect=*/true);
  for (size_t i = first; i < result.variables.size(); ++i)
    result.variables[i].let = node;
}

void SemaImpl::declareParams(llvm::ArrayRef<Param> params) {
  for (const Param &param : params) {
    visitOptional(param.defaultValue);
    size_t first = result.variables.size();
    declarePattern(param.pattern, /*isDirect=*/true);
    for (size_t i = first; i < result.variables.size(); ++i)
      result.variables[i].isParam = true;
  }
}

/// Creates the function and puts its body off.
void SemaImpl::defer(Node *node, llvm::ArrayRef<Param> params, Expr *body,
                     bool hasImplicitSelf) {
  FunctionInfo &info = result.functions.emplace_back();
  info.node = node;
  info.parent = function;
  result.functionInfos[node] = &info;

  FunctionInfo *outer = function;
  function = &info;
  Scope *inner = pushScope();
  function = outer;
  inner->function = &info;
  inner->isFunctionRoot = true;
  inner->creationOrder = order;

  Deferred deferred{node, &info, inner, params, body, hasImplicitSelf, {}};
  // A function can be called before its definition is reached.
  if (llvm::isa<LambdaExpr>(node))
    deferred.assigned.assign(assignedTrail.begin(), assignedTrail.end());
  queue.push_back(std::move(deferred));
}

void SemaImpl::runDeferred(Deferred &deferred) {
  function = deferred.info;
  scope = deferred.scope;
  jumps.clear();
  assigned.clear();
  assignedTrail.clear();
  for (VarDecl *variable : deferred.assigned)
    markAssigned(variable);
  diverged = false;
  bool declaresSelf =
      deferred.hasImplicitSelf &&
      (deferred.params.empty() || deferred.params[0].self == SelfKind::None);
  if (declaresSelf) {
    // The name as it is interned is found through a use in the body.
    walk(deferred.body ? deferred.body : deferred.node, [&](Node *node) {
      auto *name = llvm::dyn_cast<NameExpr>(node);
      if (declaresSelf && name && name->name == "self") {
        declare(name->name, deferred.node)->isParam = true;
        declaresSelf = false;
      }
      return declaresSelf;
    });
  }
  declareParams(deferred.params);
  if (auto *item = llvm::dyn_cast<FunctionItem>(deferred.node))
    for (const Contract &contract : item->contracts)
      visitOptional(contract.condition);
  visitOptional(deferred.body);
}

void SemaImpl::visitLambdaExpr(LambdaExpr *node) {
  // Creating a lambda counts as reaching it.
  if (function->isTopLevel() && statementIndex < statementMentions.size())
    statementMentions[statementIndex].push_back(node);
  else
    mentions[function].push_back(node);
  defer(node, node->params, node->body);
}

void SemaImpl::visitFunctionItem(FunctionItem *node) {
  // Not hoisted: it stands inside an expression.
  if (!result.decls.contains(node)) {
    VarDecl *variable = declare(node->name.text, node);
    if (!variable->function)
      variable->function = node;
  }
  // Members of modules can be called through a path.
  if (scope->isModuleLevel && scope != root)
    statementMentions.front().push_back(node);
  defer(node, node->params, node->body);
}

void SemaImpl::visitFields(llvm::ArrayRef<FieldDecl> fields) {
  for (const FieldDecl &field : fields)
    deferDefault(field.defaultValue);
}

/// Methods are not names of the scope around their type.
void SemaImpl::visitMethods(llvm::ArrayRef<FunctionItem *> methods,
                            bool isClass) {
  for (FunctionItem *method : methods) {
    statementMentions.front().push_back(method);
    defer(method, method->params, method->body, isClass && !method->isStatic);
  }
}

void SemaImpl::visitMembers(llvm::ArrayRef<Expr *> members) {
  for (Expr *member : members) {
    if (auto *method = llvm::dyn_cast<FunctionItem>(member))
      visitMethods(method, /*isClass=*/false);
    else if (auto *constant = llvm::dyn_cast<LetExpr>(member))
      deferDefault(constant->init);
  }
}

void SemaImpl::visitStructItem(StructItem *node) {
  TypeScope guard(*this, node);
  visitFields(node->fields);
  visitMethods(node->methods, /*isClass=*/false);
}

void SemaImpl::visitEnumItem(EnumItem *node) {
  TypeScope guard(*this, node);
  for (const EnumVariant &variant : node->variants) {
    visitFields(variant.fields);
    deferDefault(variant.discriminant);
  }
  visitMethods(node->methods, /*isClass=*/false);
}

void SemaImpl::visitImplItem(ImplItem *node) {
  TypeScope guard(*this, node);
  visitMembers(node->members);
}

void SemaImpl::visitTraitItem(TraitItem *node) {
  TypeScope guard(*this, node);
  visitMembers(node->members);
}

void SemaImpl::visitClassItem(ClassItem *node) {
  TypeScope guard(*this, node);
  visitFields(node->fields);
  for (const PropertyDecl &property : node->properties) {
    deferDefault(property.defaultValue);
    for (FunctionItem *accessor : {property.getter, property.setter})
      if (accessor)
        visitMethods(accessor, /*isClass=*/true);
  }
  visitMethods(node->methods, /*isClass=*/true);
}

void SemaImpl::visitActorItem(ActorItem *node) {
  TypeScope guard(*this, node);
  visitFields(node->fields);
  for (const ReceiveHandler &handler : node->handlers) {
    if (!handler.body)
      continue;
    statementMentions.front().push_back(handler.body);
    defer(handler.body, handler.params, handler.body,
          /*hasImplicitSelf=*/true);
  }
  visitMethods(node->methods, /*isClass=*/true);
}

void SemaImpl::visitExtendItem(ExtendItem *node) {
  TypeScope guard(*this, node);
  visitMethods(node->methods, /*isClass=*/false);
}

/// The level was hoisted with the one around it.
void SemaImpl::visitModuleItem(ModuleItem *node) {
  Scope *saved = scope;
  scope = moduleScopes.lookup(node);
  if (!scope) {
    scope = saved;
    hoistModule(node);
    scope = moduleScopes.lookup(node);
  }
  for (Expr *statement : node->statements) {
    result.statements.insert(statement);
    visitExprTree(statement);
  }
  scope = saved;
}
