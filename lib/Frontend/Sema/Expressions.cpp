//===- Expressions.cpp - Names in expressions -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SemaImpl.h"

#include "llvm/ADT/StringExtras.h"

#include <optional>

using namespace ruchy;

namespace {

/// Position of the format string among the arguments of a macro; nothing if
/// the macro does not format.
std::optional<size_t> getFormatIndex(llvm::StringRef macro) {
  if (macro == "println" || macro == "print" || macro == "eprintln" ||
      macro == "eprint" || macro == "format" || macro == "panic" ||
      macro == "todo" || macro == "unreachable" || macro == "unimplemented")
    return 0;
  if (macro == "assert" || macro == "write" || macro == "writeln" ||
      macro == "debug_assert")
    return 1;
  if (macro == "assert_eq" || macro == "assert_ne")
    return 2;
  return std::nullopt;
}

} // namespace

/// Resolves an expression with a loop over its left spine, which may be
/// longer than the machine stack allows.
void SemaImpl::visitExprTree(Expr *expr) {
  // A child can be missing where the parser reported an error.
  if (!expr)
    return;
  llvm::SmallVector<Expr *, 8> spine;
  Expr *leaf = collectSpine(expr, spine);
  bool isCallee = !spine.empty() && llvm::isa<CallExpr>(spine.back());
  if (auto *name = llvm::dyn_cast<NameExpr>(leaf))
    resolve(name, isCallee);
  else
    visit(leaf);
  for (Expr *node : llvm::reverse(spine))
    visit(node);
}

/// Default: resolve all children but the one of the left spine.
void SemaImpl::visitNode(Node *node) {
  auto *expr = llvm::dyn_cast<Expr>(node);
  Expr *done = expr ? getSpineChild(expr) : nullptr;
  forEachChild(node, [&](Node *child) {
    if (child == done)
      return;
    if (auto *childExpr = llvm::dyn_cast<Expr>(child))
      visitExprTree(childExpr);
  });
}

void SemaImpl::visitStatements(llvm::ArrayRef<Expr *> statements) {
  hoist(statements);
  for (Expr *statement : statements) {
    result.statements.insert(statement);
    visitExprTree(statement);
  }
}

PathRef SemaImpl::resolvePathOf(PathExpr *node) {
  llvm::SmallVector<llvm::StringRef, 4> path;
  for (const Name &segment : node->segments)
    path.push_back(segment.text);
  return resolvePath(path, scope);
}

void SemaImpl::visitPathExpr(PathExpr *node) {
  const Name &first = node->segments[0];
  Use use{node, first.text, first.range, scope, false, /*mayBeUnknown=*/true};
  result.refs[node] = resolveWord(first.text, use);
  notePath(node, node->segments);
  // A call of a function of a module binds its arguments by name.
  PathRef target = resolvePathOf(node);
  if (target.ref.kind == NameRef::Kind::Function)
    result.paths[node] = target;
}

void SemaImpl::visitInterpolationExpr(InterpolationExpr *node) {
  for (const InterpolationPart &part : node->parts)
    visitOptional(part.expr);
}

void SemaImpl::visitObjectExpr(ObjectExpr *node) {
  for (const ObjectEntry &entry : node->entries) {
    visitOptional(entry.keyExpr);
    visitOptional(entry.value);
  }
}

void SemaImpl::visitStructExpr(StructExpr *node) {
  notePath(node, node->path);
  for (const FieldInit &field : node->fields)
    visitOptional(field.value);
  visitOptional(node->base);
}

void SemaImpl::visitComprehensionExpr(ComprehensionExpr *node) {
  Scope *saved = scope;
  runMaybe([&] {
    for (const ComprehensionClause &clause : node->clauses) {
      visitExprTree(clause.iterable);
      scope = pushScope();
      declarePattern(clause.pattern, /*isDirect=*/true);
      for (Expr *condition : clause.conditions)
        visitExprTree(condition);
    }
    visitOptional(node->key);
    visitOptional(node->value);
  });
  scope = saved;
}

void SemaImpl::visitUnaryExpr(UnaryExpr *node) {
  visitExprTree(node->operand);
  if (node->op != UnaryOp::RefMut)
    return;
  markPlaceChanged(node->operand);
  Expr *place = node->operand;
  while (Expr *inner = getSpineChild(place))
    place = inner;
  if (auto *name = llvm::dyn_cast<NameExpr>(place))
    if (VarDecl *variable = result.refs[name].variable)
      variable->isAliased = true;
}

void SemaImpl::visitBinaryExpr(BinaryExpr *node) {
  if (node->op == BinaryOp::And && llvm::isa<LetCondExpr>(node->lhs)) {
    // The right side runs only if the pattern has bound its names.
    visitExprTree(node->rhs);
    return;
  }
  bool isConditional = node->op == BinaryOp::And || node->op == BinaryOp::Or ||
                       node->op == BinaryOp::Coalesce;
  if (isConditional)
    runMaybe([&] { visitExprTree(node->rhs); });
  else
    visitExprTree(node->rhs);
}

/// Marks the variable at the root of a place as changed.
void SemaImpl::markPlaceChanged(Expr *place) {
  while (true) {
    if (auto *unary = llvm::dyn_cast<UnaryExpr>(place);
        unary && unary->op == UnaryOp::Deref)
      place = unary->operand;
    else if (llvm::isa<FieldExpr, IndexExpr>(place))
      place = getSpineChild(place);
    else
      break;
  }
  if (auto *name = llvm::dyn_cast<NameExpr>(place))
    if (VarDecl *variable = result.refs[name].variable)
      variable->isReassigned = true;
}

/// An assignment to a name that nothing declares, declares it for the whole
/// function.
void SemaImpl::assignToName(NameExpr *name) {
  const Binding *binding = lookup(name->name, scope);
  if (!binding || !binding->variable) {
    Scope *target = scope;
    while (!target->isFunctionRoot)
      target = target->parent;
    VarDecl *variable = declareIn(target, name->name, name, 0);
    variable->isImplicit = true;
    result.decls[name] = variable;
    NameRef ref;
    ref.kind = NameRef::Kind::Variable;
    ref.variable = variable;
    result.refs[name] = ref;
    markAssigned(variable);
    return;
  }
  NameRef ref = makeRef(*binding, scope);
  ref.maybeUnassigned = false;
  ref.variable->isReassigned = true;
  result.refs[name] = ref;
  if (ref.variable->isImplicit && ref.variable->owner == function)
    markAssigned(ref.variable);
}

void SemaImpl::assignTo(Expr *place) {
  if (auto *name = llvm::dyn_cast<NameExpr>(place))
    return assignToName(name);
  if (auto *tuple = llvm::dyn_cast<TupleExpr>(place)) {
    for (Expr *element : tuple->elements)
      assignTo(element);
    return;
  }
  if (auto *array = llvm::dyn_cast<ArrayExpr>(place)) {
    for (Expr *element : array->elements)
      assignTo(element);
    return;
  }
  visitExprTree(place);
  markPlaceChanged(place);
}

void SemaImpl::visitAssignExpr(AssignExpr *node) {
  if (node->isCompound) {
    visitExprTree(node->place);
    markPlaceChanged(node->place);
    visitExprTree(node->value);
    return;
  }
  visitExprTree(node->value);
  assignTo(node->place);
}

void SemaImpl::visitIncDecExpr(IncDecExpr *node) {
  // The place is the left spine and has been visited.
  markPlaceChanged(node->place);
}

/// A stage may name a function, a method or a builtin.
void SemaImpl::visitPipelineExpr(PipelineExpr *node) {
  auto *call = llvm::dyn_cast<CallExpr>(node->stage);
  auto *name = llvm::dyn_cast<NameExpr>(call ? call->callee : node->stage);
  if (!name)
    return visitExprTree(node->stage);
  Use use{name,
          name->name,
          name->getRange(),
          scope,
          true,
          /*mayBeUnknown=*/true};
  result.refs[name] = resolveWord(name->name, use);
  if (call)
    visitArguments(call->args);
}

/// An unknown capitalised name in a message builds a message.
void SemaImpl::visitSendExpr(SendExpr *node) {
  auto *call = llvm::dyn_cast<CallExpr>(node->message);
  auto *name = llvm::dyn_cast<NameExpr>(call ? call->callee : node->message);
  if (!name)
    return visitExprTree(node->message);
  Use use{name,
          name->name,
          name->getRange(),
          scope,
          true,
          /*mayBeUnknown=*/true};
  result.refs[name] = resolveWord(name->name, use);
  if (call)
    visitArguments(call->args);
}

void SemaImpl::visitArguments(llvm::ArrayRef<Argument> args) {
  for (const Argument &argument : args)
    visitOptional(argument.value);
}

void SemaImpl::visitCallExpr(CallExpr *node) {
  if (bindCall(node))
    return;
  visitArguments(node->args);
  auto *name = llvm::dyn_cast<NameExpr>(node->callee);
  if (name && node->args.size() > 1 && getFormatIndex(name->name) == 0)
    resolveFormat(node->args, 0);
}

/// `m.f`, `C.new`, `m.inner.f` with a module or type in front mean paths.
void SemaImpl::noteDottedPath(Expr *node, const Name &last) {
  llvm::SmallVector<llvm::StringRef, 4> path{last.text};
  Expr *object = getSpineChild(node);
  while (auto *field = llvm::dyn_cast<FieldExpr>(object)) {
    path.push_back(field->name.text);
    object = field->object;
  }
  if (auto *first = llvm::dyn_cast<NameExpr>(object)) {
    NameRef ref = result.refs.lookup(first);
    if (ref.kind != NameRef::Kind::Module && ref.kind != NameRef::Kind::Type &&
        first->name != "Self")
      return;
    path.push_back(first->name);
  } else if (auto *prefix = llvm::dyn_cast<PathExpr>(object)) {
    PathRef ref = resolvePathOf(prefix);
    if (ref.kind != PathRef::Kind::Type &&
        ref.ref.kind != NameRef::Kind::Module)
      return;
    for (const Name &segment : llvm::reverse(prefix->segments))
      path.push_back(segment.text);
  } else {
    return;
  }
  std::reverse(path.begin(), path.end());
  PathUse use{node, {}, scope};
  use.path.assign(path.begin(), path.end());
  pathUses.push_back(std::move(use));
}

void SemaImpl::visitFieldExpr(FieldExpr *node) {
  noteDottedPath(node, node->name);
}

void SemaImpl::visitMethodCallExpr(MethodCallExpr *node) {
  noteDottedPath(node, node->name);
  bool isMessage = node->name.text == "send" || node->name.text == "ask";
  for (const Argument &argument : node->args) {
    auto *call = llvm::dyn_cast_or_null<CallExpr>(argument.value);
    auto *name =
        llvm::dyn_cast_or_null<NameExpr>(call ? call->callee : argument.value);
    if (!isMessage || !name) {
      visitOptional(argument.value);
      continue;
    }
    Use use{name,
            name->name,
            name->getRange(),
            scope,
            true,
            /*mayBeUnknown=*/true};
    result.refs[name] = resolveWord(name->name, use);
    if (call)
      visitArguments(call->args);
  }
}

void SemaImpl::visitMacroCallExpr(MacroCallExpr *node) {
  if (node->name.text == "df") {
    // `df![name => values]`: the name is a column, not a parameter.
    for (const Argument &argument : node->args)
      if (auto *lambda = llvm::dyn_cast<LambdaExpr>(argument.value))
        visitOptional(lambda->body);
    return;
  }
  visitArguments(node->args);
  if (node->pattern) {
    ScopeGuard guard(*this);
    declarePattern(node->pattern);
    visitOptional(node->guard);
  }
  if (auto index = getFormatIndex(node->name.text))
    resolveFormat(node->args, *index);
}

/// Resolves the names that a literal format string mentions.
void SemaImpl::resolveFormat(llvm::ArrayRef<Argument> args, size_t index) {
  if (index >= args.size())
    return;
  auto *format = llvm::dyn_cast_or_null<StringLiteral>(args[index].value);
  if (!format)
    return;
  llvm::SmallVector<FormatPiece> pieces;
  std::string problem;
  size_t offset = 0;
  if (!parseFormatString(format->value, pieces, problem, offset))
    return;
  auto mention = [&](llvm::StringRef name) {
    if (name.empty() || llvm::isDigit(name[0]) || name == "*" ||
        llvm::any_of(args, [&](const Argument &argument) {
          return argument.name.text == name;
        }))
      return;
    FormatCapture capture;
    const Binding *binding = nullptr;
    if (auto it = interned.find(name); it != interned.end()) {
      capture.name = llvm::StringRef(it->second, name.size());
      binding = lookup(capture.name, scope);
    }
    if (!binding)
      return warn(format->getRange(), "Undefined variable: " + name, "",
                  Diag::UndefinedVariable);
    capture.ref = makeRef(*binding, scope);
    if (!function->isTopLevel() && capture.ref.variable &&
        scopeOf.lookup(capture.ref.variable)->isModuleLevel)
      capture.ref.maybeUnassigned = true;
    result.formatCaptures[format].push_back(capture);
  };
  for (const FormatPiece &piece : pieces) {
    if (!piece.isPlaceholder)
      continue;
    mention(piece.name);
    mention(piece.spec.widthArgument);
    mention(piece.spec.precisionArgument);
  }
}
