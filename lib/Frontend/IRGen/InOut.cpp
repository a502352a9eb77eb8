//===- InOut.cpp - Which parameters functions give back ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A method gives self back where self is a value and the body may change it:
// by assignment, through `&mut`, or by a method that changes its receiver. The
// last depends on other methods, by name, so the answer is a fixpoint.
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"
#include "Ruchy/Frontend/AST/Visitor.h"
#include "TypeGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

static bool isMutableReference(ast::Expr *expr) {
  auto *unary = dyn_cast_or_null<ast::UnaryExpr>(expr);
  return unary && unary->op == ast::UnaryOp::RefMut;
}

/// Methods that give a reference to a part of their receiver.
static bool givesReference(StringRef name) {
  return name == "iter_mut" || name == "last_mut" || name == "first_mut" ||
         name == "get_mut" || name == "entry" || name == "values_mut" ||
         name == "as_mut";
}

void InOutAnalysis::note(const ast::FunctionItem *item, unsigned param) {
  if (!item || param >= item->params.size())
    return;
  llvm::BitVector &bits = params[item];
  bits.resize(item->params.size());
  bits.set(param);
}

/// Notes `&mut` arguments. Methods are known by name only.
void InOutAnalysis::noteCalls(ast::Node *node) {
  auto noteMethod = [&](const MethodInfo *method, unsigned argument) {
    bool isWritten = method->takesSelf && !method->hasImplicitSelf;
    note(method->item, argument + isWritten);
  };
  if (auto *call = dyn_cast<ast::CallExpr>(node)) {
    if (const CallBinding *binding = sema.getCallBinding(call)) {
      for (const CallBinding::Bound &bound : binding->args)
        if (isMutableReference(bound.value))
          note(binding->callee, bound.param);
      return;
    }
    auto *path = dyn_cast<ast::PathExpr>(call->callee);
    const PathRef *ref = path ? &sema.getPath(path) : nullptr;
    if (!ref || ref->kind != PathRef::Kind::Member)
      return;
    const MethodInfo *method = ref->type->findMethod(ref->member);
    for (const auto &[index, arg] : llvm::enumerate(call->args))
      if (method && isMutableReference(arg.value))
        note(method->item, index);
    return;
  }
  auto *call = dyn_cast<ast::MethodCallExpr>(node);
  if (!call)
    return;
  for (const auto &[index, arg] : llvm::enumerate(call->args)) {
    if (!isMutableReference(arg.value))
      continue;
    const PathRef &ref = sema.getPath(call);
    if (ref.kind == PathRef::Kind::Name)
      note(ref.ref.function, index);
    for (const MethodInfo &method : sema.getTypes().getMethods())
      if (method.name == call->name.text && method.item)
        noteMethod(&method, index);
  }
}

bool InOutAnalysis::isRootedAtSelf(ast::Expr *place) const {
  while (place) {
    if (auto *unary = dyn_cast<ast::UnaryExpr>(place)) {
      place = unary->operand;
      continue;
    }
    if (auto *method = dyn_cast<ast::MethodCallExpr>(place);
        method && !givesReference(method->name.text))
      return false;
    if (!isa<ast::FieldExpr, ast::IndexExpr, ast::MethodCallExpr,
             ast::TryOpExpr>(place))
      break;
    place = ast::getSpineChild(place);
  }
  auto *name = dyn_cast_or_null<ast::NameExpr>(place);
  return name && name->name == "self";
}

/// Whether the body may change self, as far as is known.
bool InOutAnalysis::mutatesSelf(const MethodInfo *method) const {
  bool isFound = false;
  ast::walk(method->getBody(), [&](ast::Node *node) {
    if (isFound)
      return false;
    if (auto *assign = dyn_cast<ast::AssignExpr>(node)) {
      ast::walk(assign->place, [&](ast::Node *part) {
        auto *expr = dyn_cast<ast::Expr>(part);
        isFound |= expr && isRootedAtSelf(expr);
        return isa<ast::TupleExpr, ast::ArrayExpr>(part);
      });
    } else if (auto *step = dyn_cast<ast::IncDecExpr>(node)) {
      isFound = isRootedAtSelf(step->place);
    } else if (auto *unary = dyn_cast<ast::UnaryExpr>(node)) {
      isFound =
          unary->op == ast::UnaryOp::RefMut && isRootedAtSelf(unary->operand);
    } else if (auto *macro = dyn_cast<ast::MacroCallExpr>(node)) {
      isFound = macro->name.text.starts_with("write") && !macro->args.empty() &&
                isRootedAtSelf(macro->args.front().value);
    } else if (auto *call = dyn_cast<ast::MethodCallExpr>(node)) {
      StringRef name = call->name.text;
      bool changes = isMutatingMethod(name) || givesReference(name) ||
                     name == "sort" || name == "reverse" || name == "swap" ||
                     name == "dedup" || name.starts_with("sort_by") ||
                     selfNames.contains(name);
      isFound = changes && isRootedAtSelf(call->receiver);
    }
    return true;
  });
  return isFound;
}

InOutAnalysis::InOutAnalysis(const ast::Module &module, const SemaResult &sema)
    : sema(sema) {
  auto declared = [&](const ast::FunctionItem *item) {
    for (const auto &[index, param] : llvm::enumerate(item->params))
      if (param.isInOut() && param.self == ast::SelfKind::None)
        note(item, index);
  };
  ast::walk(const_cast<ast::Module *>(&module), [&](ast::Node *node) {
    if (auto *item = dyn_cast<ast::FunctionItem>(node))
      declared(item);
    noteCalls(node);
    return true;
  });
  bool changed = true;
  while (changed) {
    changed = false;
    for (const MethodInfo &method : sema.getTypes().getMethods()) {
      if (!method.takesSelf || method.self->isReference() ||
          selfChanging.contains(&method) || !method.getBody())
        continue;
      ast::SelfKind self = ast::SelfKind::None;
      if (method.item && !method.hasImplicitSelf)
        self = method.item->params.front().self;
      if (self != ast::SelfKind::RefMut && self != ast::SelfKind::Mut &&
          !mutatesSelf(&method))
        continue;
      selfChanging.insert(&method);
      selfNames.insert(method.name);
      changed = true;
    }
  }
}

SmallVector<int64_t, 2>
InOutAnalysis::getInOut(const ast::FunctionItem *item) const {
  SmallVector<int64_t, 2> positions;
  auto known = params.find(item);
  if (known != params.end())
    for (unsigned index : known->second.set_bits())
      positions.push_back(index);
  return positions;
}

SmallVector<int64_t, 2>
InOutAnalysis::getInOut(const MethodInfo *method) const {
  SmallVector<int64_t, 2> positions;
  if (selfChanging.contains(method))
    positions.push_back(0);
  if (!method->item)
    return positions;
  for (int64_t index : getInOut(method->item)) {
    int64_t position = index + method->hasImplicitSelf;
    if (position > 0 || !method->takesSelf)
      positions.push_back(position);
  }
  return positions;
}
