//===- CheckFacts.cpp - What a file says about its types --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckImpl.h"

#include "Ruchy/Support/Spelling.h"

using namespace ruchy;

/// The last name of a written type, `S` of `a::S<T>`; empty for other types.
static llvm::StringRef getTypeName(TypeExpr *type) {
  auto *named = llvm::dyn_cast_or_null<NamedType>(type);
  return named && !named->path.empty() ? named->getName() : llvm::StringRef();
}

static bool isLibraryPath(llvm::ArrayRef<llvm::StringRef> path) {
  return !path.empty() && (path.front() == "std" || path.front() == "core" ||
                           path.front() == "alloc");
}

void Checker::addMethods(llvm::StringRef type,
                         llvm::ArrayRef<FunctionItem *> methods) {
  for (FunctionItem *method : methods) {
    words.insert(method->name.text);
    if (type.empty())
      continue;
    TypeFacts &facts = types[type];
    facts.members.insert(method->name.text);
    methodOwners[method] = llvm::dyn_cast_or_null<StructItem>(facts.item);
  }
}

void Checker::addMembers(llvm::StringRef type, llvm::ArrayRef<Expr *> members) {
  for (Expr *member : members)
    if (auto *method = llvm::dyn_cast<FunctionItem>(member))
      addMethods(type, method);
    else if (auto *let = llvm::dyn_cast<LetExpr>(member))
      if (auto *name = llvm::dyn_cast<IdentPattern>(let->pattern)) {
        words.insert(name->name);
        types[type].members.insert(name->name);
      }
}

/// The declarations of types; implementations follow in a second round.
void Checker::collectItem(Item *item) {
  bool isType = llvm::isa<StructItem, EnumItem, ClassItem, ActorItem, TraitItem,
                          TypeAliasItem, EffectItem>(item);
  if (!isType || item->name.empty())
    return;
  TypeFacts &facts = types[item->name.text];
  facts.isAmbiguous |= facts.item != nullptr;
  facts.item = item;
  auto addFields = [&](llvm::ArrayRef<FieldDecl> fields) {
    for (const FieldDecl &field : fields) {
      facts.members.insert(field.name.text);
      words.insert(field.name.text);
    }
  };
  if (auto *structure = llvm::dyn_cast<StructItem>(item)) {
    addFields(structure->fields);
    addMethods(item->name.text, structure->methods);
  } else if (auto *enumeration = llvm::dyn_cast<EnumItem>(item)) {
    for (const EnumVariant &variant : enumeration->variants) {
      facts.members.insert(variant.name.text);
      words.insert(variant.name.text);
      for (const FieldDecl &field : variant.fields)
        words.insert(field.name.text);
    }
    addMethods(item->name.text, enumeration->methods);
  } else if (auto *type = llvm::dyn_cast<ClassItem>(item)) {
    addFields(type->fields);
    for (const PropertyDecl &property : type->properties)
      words.insert(property.name.text);
    addMethods(item->name.text, type->methods);
  } else if (auto *actor = llvm::dyn_cast<ActorItem>(item)) {
    addFields(actor->fields);
    for (const ReceiveHandler &handler : actor->handlers)
      words.insert(handler.message.text);
    addMethods(item->name.text, actor->methods);
  } else if (auto *trait = llvm::dyn_cast<TraitItem>(item)) {
    addMembers(item->name.text, trait->members);
  }
}

void Checker::collectFacts() {
  std::vector<ImplItem *> impls;
  walk(&module, [&](Node *node) {
    if (auto *impl = llvm::dyn_cast<ImplItem>(node)) {
      impls.push_back(impl);
    } else if (auto *extend = llvm::dyn_cast<ExtendItem>(node)) {
      extendsTypes = true;
      addMethods(getTypeName(extend->target), extend->methods);
    } else if (auto *use = llvm::dyn_cast<UseItem>(node)) {
      bool isExport = use->form == UseItem::Form::Export;
      for (const UseLeaf &leaf : use->leaves)
        hasUnknownNames |= !isExport && !isLibraryPath(leaf.path);
      hasUnknownNames |= !use->file.empty();
    } else if (auto *inner = llvm::dyn_cast<ModuleItem>(node)) {
      hasUnknownNames |= inner->isExternal;
      for (Expr *statement : inner->statements)
        if (auto *item = llvm::dyn_cast<Item>(statement))
          words.insert(item->name.text);
    } else if (auto *literal = llvm::dyn_cast<StringLiteral>(node)) {
      words.insert(literal->value);
    } else if (auto *object = llvm::dyn_cast<ObjectExpr>(node)) {
      for (const ObjectEntry &entry : object->entries)
        words.insert(entry.key.text);
    } else if (llvm::isa<MacroRulesItem>(node)) {
      hasUnknownNames = true;
    }
    if (auto *item = llvm::dyn_cast<Item>(node))
      collectItem(item);
    return true;
  });
  for (ImplItem *impl : impls) {
    llvm::StringRef type = getTypeName(impl->self);
    auto known = types.find(type);
    extendsTypes |= known == types.end() || !known->second.item;
    addMembers(type, impl->members);
    // Default methods of the trait; one from elsewhere may have any.
    llvm::StringRef trait = getTypeName(impl->trait);
    if (trait.empty())
      continue;
    auto found = types.find(trait);
    if (found == types.end() || !found->second.item) {
      types[type].isAmbiguous = true;
      continue;
    }
    for (const auto &member : found->second.members)
      types[type].members.insert(member.getKey());
  }
}

const TypeFacts *Checker::findType(llvm::StringRef name) const {
  auto it = types.find(name);
  if (it == types.end() || !it->second.item || it->second.isAmbiguous)
    return nullptr;
  return &it->second;
}

bool Checker::isKnownMember(llvm::StringRef name) const {
  return words.contains(name) || isLibraryMethod(name);
}

/// A hint at the most similar member of a type, or method of anything.
std::string Checker::suggestMember(llvm::StringRef name,
                                   const TypeFacts *type) const {
  SpellingGuess guess(name);
  if (type) {
    for (const auto &member : type->members)
      guess.consider(member.getKey());
  } else {
    for (llvm::StringRef method : getLibraryMethods())
      guess.consider(method);
    for (const auto &entry : types)
      for (const auto &member : entry.second.members)
        guess.consider(member.getKey());
  }
  return guess.getHint();
}

//===----------------------------------------------------------------------===//
// Handlers
//===----------------------------------------------------------------------===//

static bool shouldPanic(const FunctionItem *function) {
  return function->findAttribute("should_panic") != nullptr;
}

/// Adds what a stretch of code mentions and may therefore call.
static void collectMentions(Node *root, llvm::StringSet<> &mentioned) {
  walk(root, [&](Node *node) {
    if (auto *name = llvm::dyn_cast<NameExpr>(node))
      mentioned.insert(name->name);
    else if (auto *call = llvm::dyn_cast<MethodCallExpr>(node))
      mentioned.insert(call->name.text);
    else if (auto *path = llvm::dyn_cast<PathExpr>(node))
      for (const Name &segment : path->segments)
        mentioned.insert(segment.text);
    return true;
  });
}

/// Functions that guarded code may call are guarded, too.
void Checker::guardMentioned(llvm::StringSet<> &mentioned) {
  std::vector<FunctionItem *> functions;
  walk(&module, [&](Node *node) {
    if (auto *function = llvm::dyn_cast<FunctionItem>(node))
      functions.push_back(function);
    return true;
  });
  llvm::DenseSet<FunctionItem *> done;
  for (bool changed = true; changed;) {
    changed = false;
    for (FunctionItem *function : functions) {
      if (!function->body || !mentioned.contains(function->name.text) ||
          !done.insert(function).second)
        continue;
      changed = true;
      guarded.push_back(function->body->getRange());
      collectMentions(function->body, mentioned);
    }
  }
}

/// What may be left out although control reaches the expression around it.
static void addSkippable(Node *node, std::vector<SourceRange> &ranges) {
  auto add = [&](Expr *expr) {
    if (expr)
      ranges.push_back(expr->getRange());
  };
  if (auto *binary = llvm::dyn_cast<BinaryExpr>(node)) {
    if (binary->op >= BinaryOp::And)
      add(binary->rhs);
  } else if (auto *conditional = llvm::dyn_cast<IfExpr>(node)) {
    add(conditional->thenExpr);
    add(conditional->elseExpr);
  } else if (auto *match = llvm::dyn_cast<MatchExpr>(node)) {
    for (const MatchArm &arm : match->arms)
      add(arm.body);
  } else if (llvm::isa<LambdaExpr>(node)) {
    ranges.push_back(node->getRange());
  }
}

void Checker::collectGuarded() {
  llvm::StringSet<> mentioned;
  bool hasHandler = false;
  walk(&module, [&](Node *node) {
    addSkippable(node, skippable);
    if (auto *pipeline = llvm::dyn_cast<PipelineExpr>(node))
      stages.insert(pipeline->stage);
    if (auto *tryExpr = llvm::dyn_cast<TryExpr>(node);
        tryExpr && tryExpr->catchBody) {
      hasHandler = true;
      guarded.push_back(tryExpr->body->getRange());
      collectMentions(tryExpr->body, mentioned);
    } else if (auto *function = llvm::dyn_cast<FunctionItem>(node);
               function && function->body && shouldPanic(function)) {
      guarded.push_back(function->body->getRange());
      collectMentions(function->body, mentioned);
    }
    return true;
  });
  if (hasHandler) {
    // A lambda may reach the guarded code as an argument or in a variable,
    // and so may a function that is used as a value.
    walk(&module, [&](Node *node) {
      if (auto *lambda = llvm::dyn_cast<LambdaExpr>(node)) {
        guarded.push_back(lambda->getRange());
        collectMentions(lambda, mentioned);
      } else if (auto *call = llvm::dyn_cast<CallExpr>(node)) {
        for (const Argument &argument : call->args)
          if (auto *name = llvm::dyn_cast_or_null<NameExpr>(argument.value))
            mentioned.insert(name->name);
      }
      return true;
    });
  }
  if (!mentioned.empty())
    guardMentioned(mentioned);
}

/// A program may hold such errors on purpose in a branch that is hardly ever
/// taken.
bool ruchy::isAboutValues(Diag code) {
  switch (code) {
  case Diag::OperandKinds:
  case Diag::NotCallable:
  case Diag::DivisionByZero:
  case Diag::IndexOutOfBounds:
  case Diag::NotIndexable:
  case Diag::IntegerOverflow:
  case Diag::ShiftRange:
  case Diag::RuntimeFailure:
    return true;
  default:
    return false;
  }
}

bool Checker::isGuarded(Diag code, SourceLocation place) const {
  auto contains = [&](const SourceRange &range) {
    return range.begin <= place && place < range.end;
  };
  return llvm::any_of(guarded, contains) ||
         (isAboutValues(code) && llvm::any_of(skippable, contains));
}
