//===- Types.cpp - Collects the declared types ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TypeBuilder.h"

#include "llvm/ADT/StringSwitch.h"

using namespace ruchy;

using Role = MethodInfo::Role;
using Kind = TypeInfo::Kind;

//===----------------------------------------------------------------------===//
// Lookups
//===----------------------------------------------------------------------===//

llvm::ArrayRef<Param> MethodInfo::getParams() const {
  llvm::ArrayRef<Param> params = handler ? handler->params : item->params;
  bool isWritten = takesSelf && !hasImplicitSelf;
  return isWritten ? params.drop_front() : params;
}

Node *MethodInfo::getNode() const {
  return handler ? static_cast<Node *>(handler->body) : item;
}

Expr *MethodInfo::getBody() const {
  return handler ? handler->body : item->body;
}

const MethodInfo *TypeInfo::findMethod(llvm::StringRef method) const {
  return methods.lookup(method);
}

const VariantInfo *TypeInfo::findVariant(llvm::StringRef variant) const {
  for (const VariantInfo &candidate : variants)
    if (candidate.name == variant)
      return &candidate;
  return nullptr;
}

const ConstantInfo *TypeInfo::findConstant(llvm::StringRef constant) const {
  for (const ConstantInfo &candidate : constants)
    if (candidate.name == constant)
      return &candidate;
  return nullptr;
}

unsigned TypeInfo::findField(llvm::StringRef field) const {
  unsigned position = 0;
  while (position < fields.size() && fields[position].name != field)
    ++position;
  return position;
}

const MethodInfo *TypeInfo::findConstructor(llvm::StringRef constructor) const {
  for (const TypeInfo *type = this; type; type = type->base) {
    const MethodInfo *found = type->methods.lookup(constructor);
    bool isOther =
        found && found->role != Role::Constructor && found->owner != type;
    if (found && !isOther)
      return found;
  }
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Types of the library
//===----------------------------------------------------------------------===//

/// The kind of values of a type of the library, as in `ruchy.kind.is`.
static llvm::StringRef getKindName(llvm::StringRef type) {
  return llvm::StringSwitch<llvm::StringRef>(type)
      .Cases({"i8", "i16", "i32", "i64", "i128", "isize", "int"}, "integer")
      .Cases({"u8", "u16", "u32", "u64", "u128", "usize"}, "integer")
      .Cases({"f32", "f64", "float"}, "float")
      .Cases({"String", "str", "string", "char"}, "string")
      .Case("bool", "boolean")
      .Cases({"Vec", "VecDeque", "Array"}, "array")
      .Cases({"HashMap", "BTreeMap", "Object"}, "map")
      .Cases({"HashSet", "BTreeSet"}, "set")
      .Case("Option", "option")
      .Case("Result", "result")
      .Case("Range", "range")
      .Default("");
}

TypeInfo *TypeBuilder::findBuiltin(const TypeTable &table,
                                   llvm::StringRef name) {
  llvm::StringRef kind = getKindName(name);
  if (kind.empty())
    return nullptr;
  for (const TypeInfo &type : table.getTypes())
    if (type.kind == Kind::Builtin && type.name == kind)
      return const_cast<TypeInfo *>(&type);
  return nullptr;
}

TypeInfo *TypeBuilder::getBuiltin(llvm::StringRef kind) {
  for (TypeInfo &type : table.types)
    if (type.kind == Kind::Builtin && type.name == kind)
      return &type;
  TypeInfo &type = table.types.emplace_back();
  type.kind = Kind::Builtin;
  type.name = kind;
  return &type;
}

/// What an `impl` adds to; null if it is unknown.
TypeInfo *TypeBuilder::getSelf(TypeExpr *written,
                               llvm::ArrayRef<GenericParam> generics,
                               Scope *scope) {
  while (auto *ref = llvm::dyn_cast_or_null<RefType>(written))
    written = ref->pointee;
  if (TypeInfo *type = sema.resolveType(written, scope))
    return type;
  if (llvm::isa_and_nonnull<ArrayType>(written))
    return getBuiltin("array");
  if (auto *tuple = llvm::dyn_cast_or_null<TupleType>(written))
    return getBuiltin(tuple->elements.empty() ? "nil" : "tuple");
  if (llvm::isa_and_nonnull<FunctionType>(written))
    return getBuiltin("function");
  auto *named = llvm::dyn_cast_or_null<NamedType>(written);
  if (!named)
    return nullptr;
  for (const GenericParam &param : generics)
    if (param.name.text == named->getName())
      return getBuiltin("");
  llvm::StringRef kind = getKindName(named->getName());
  return kind.empty() ? nullptr : getBuiltin(kind);
}

//===----------------------------------------------------------------------===//
// Own members
//===----------------------------------------------------------------------===//

void TypeBuilder::declare(Item *item) {
  int kind = -1;
  if (auto *structure = llvm::dyn_cast<StructItem>(item))
    kind =
        static_cast<int>(structure->isTuple ? Kind::TupleStruct : Kind::Struct);
  else if (llvm::isa<EnumItem>(item))
    kind = static_cast<int>(Kind::Enum);
  else if (llvm::isa<ClassItem>(item))
    kind = static_cast<int>(Kind::Class);
  else if (llvm::isa<ActorItem>(item))
    kind = static_cast<int>(Kind::Actor);
  else if (llvm::isa<TraitItem>(item))
    kind = static_cast<int>(Kind::Trait);
  if (kind < 0)
    return;
  TypeInfo &type = table.types.emplace_back();
  type.kind = static_cast<Kind>(kind);
  type.name = item->name.text;
  type.item = item;
  table.byItem[item] = &type;
}

MethodInfo *TypeBuilder::addMethod(MethodMap &map, TypeInfo &type,
                                   FunctionItem *item, Role role) {
  if (map.count(item->name.text))
    return nullptr;
  MethodInfo &method = table.methods.emplace_back();
  method.name = item->name.text;
  method.role = role;
  method.item = item;
  method.self = method.owner = &type;
  method.takesSelf = item->hasSelf();
  map[method.name] = &method;
  return &method;
}

void TypeBuilder::addMethods(TypeInfo &type,
                             llvm::ArrayRef<FunctionItem *> items,
                             bool isClass) {
  for (FunctionItem *item : items) {
    Role role = item->isOperator      ? Role::Operator
                : item->isConstructor ? Role::Constructor
                                      : Role::Method;
    bool isNew = isClass && item->name.text == "new" && !item->isStatic;
    if (isNew)
      role = Role::Constructor;
    MethodMap &map = item->isOperator ? type.operators : type.methods;
    MethodInfo *method = addMethod(map, type, item, role);
    if (!method || !isClass || method->takesSelf)
      continue;
    method->takesSelf = method->hasImplicitSelf =
        role != Role::Method || !item->isStatic;
  }
}

void TypeBuilder::addField(TypeInfo &type, const FieldDecl &field) {
  if (field.isConst || field.isStatic) {
    type.constants.push_back(
        {field.name.text, field.defaultValue, field.isStatic, &type});
    return;
  }
  FieldInfo info{field.name.text, field.defaultValue, field.range};
  unsigned known = type.findField(info.name);
  if (known < type.fields.size())
    type.fields[known] = info;
  else
    type.fields.push_back(info);
}

void TypeBuilder::addStruct(StructItem *item, TypeInfo &type) {
  for (const FieldDecl &field : item->fields)
    addField(type, field);
  addMethods(type, item->methods, /*isClass=*/false);
}

/// The value of a discriminant: a number, perhaps with a sign.
static bool evaluate(Expr *expr, int64_t &value) {
  if (auto *literal = llvm::dyn_cast_or_null<IntLiteral>(expr)) {
    value = literal->value;
    return true;
  }
  auto *unary = llvm::dyn_cast_or_null<UnaryExpr>(expr);
  if (unary && unary->op == UnaryOp::Neg && evaluate(unary->operand, value)) {
    value = static_cast<int64_t>(-static_cast<uint64_t>(value));
    return true;
  }
  auto *binary = llvm::dyn_cast_or_null<BinaryExpr>(expr);
  int64_t right = 0;
  if (!binary || !evaluate(binary->lhs, value) || !evaluate(binary->rhs, right))
    return false;
  auto l = static_cast<uint64_t>(value), r = static_cast<uint64_t>(right);
  switch (binary->op) {
  case BinaryOp::Shl:
    value = r < 64 ? static_cast<int64_t>(l << r) : 0;
    return true;
  case BinaryOp::BitOr:
    value = static_cast<int64_t>(l | r);
    return true;
  case BinaryOp::Add:
    value = static_cast<int64_t>(l + r);
    return true;
  case BinaryOp::Sub:
    value = static_cast<int64_t>(l - r);
    return true;
  case BinaryOp::Mul:
    value = static_cast<int64_t>(l * r);
    return true;
  default:
    return false;
  }
}

void TypeBuilder::addEnum(EnumItem *item, TypeInfo &type) {
  int64_t next = 0;
  for (const EnumVariant &variant : item->variants) {
    evaluate(variant.discriminant, next);
    type.variants.push_back({&variant, variant.name.text, next});
    next = static_cast<int64_t>(static_cast<uint64_t>(next) + 1);
  }
  addMethods(type, item->methods, /*isClass=*/false);
}

void TypeBuilder::addBounds(TypeExpr *bounds, Scope *scope, TypeInfo &type) {
  if (auto *several = llvm::dyn_cast_or_null<BoundsType>(bounds)) {
    for (TypeExpr *bound : several->bounds)
      addBounds(bound, scope, type);
    return;
  }
  TypeInfo *found = sema.resolveType(bounds, scope);
  if (!found || found == &type)
    return;
  if (found->kind == Kind::Trait)
    type.traits.push_back(found);
  else if (found->kind == Kind::Class)
    type.mixins.push_back(found);
}

void TypeBuilder::addClass(ClassItem *item, TypeInfo &type, Scope *scope) {
  TypeInfo *base = sema.resolveType(item->base, scope);
  bool isMixin = base && base->item && llvm::isa<ClassItem>(base->item) &&
                 llvm::cast<ClassItem>(base->item)->isMixin;
  if (base && base->kind == Kind::Class && !isMixin && base != &type)
    type.base = base;
  else
    addBounds(item->base, scope, type);
  for (TypeExpr *mixin : item->mixins)
    addBounds(mixin, scope, type);
  addMethods(type, item->methods, /*isClass=*/true);
  for (const PropertyDecl &property : item->properties)
    for (FunctionItem *accessor : {property.getter, property.setter}) {
      if (!accessor || !accessor->body)
        continue;
      bool isGetter = accessor == property.getter;
      MethodMap &map = isGetter ? type.getters : type.setters;
      MethodMap single;
      MethodInfo *method = addMethod(single, type, accessor,
                                     isGetter ? Role::Getter : Role::Setter);
      method->name = property.name.text;
      method->hasImplicitSelf = !method->takesSelf;
      method->takesSelf = true;
      map.insert({method->name, method});
    }
}

void TypeBuilder::addActor(ActorItem *item, TypeInfo &type) {
  for (const FieldDecl &field : item->fields)
    addField(type, field);
  addMethods(type, item->methods, /*isClass=*/true);
  for (const ReceiveHandler &handler : item->handlers) {
    if (!handler.body)
      continue;
    MethodInfo &method = table.methods.emplace_back();
    method.name = handler.message.text;
    method.role = Role::Handler;
    method.handler = &handler;
    method.self = method.owner = &type;
    method.takesSelf = true;
    method.hasImplicitSelf =
        handler.params.empty() || handler.params[0].self == SelfKind::None;
    type.handlers.insert({method.name, &method});
  }
}

void TypeBuilder::addConstant(TypeInfo &type, Expr *member) {
  auto *let = llvm::dyn_cast<LetExpr>(member);
  auto *ident =
      let ? llvm::dyn_cast_or_null<IdentPattern>(let->pattern) : nullptr;
  if (ident && let->init)
    type.constants.push_back({ident->name, let->init, false, &type});
}

void TypeBuilder::addTrait(TraitItem *item, TypeInfo &type, Scope *scope) {
  for (TypeExpr *bound : item->superTraits)
    addBounds(bound, scope, type);
  for (Expr *member : item->members) {
    addConstant(type, member);
    auto *method = llvm::dyn_cast<FunctionItem>(member);
    if (method && method->body)
      addMethod(type.methods, type, method, Role::Method);
  }
}

/// The operator that a trait of the standard library stands for.
static llvm::StringRef getOperator(llvm::StringRef trait) {
  return llvm::StringSwitch<llvm::StringRef>(trait)
      .Case("Add", "+")
      .Case("Sub", "-")
      .Case("Mul", "*")
      .Case("Div", "/")
      .Case("Rem", "%")
      .Case("Neg", "neg")
      .Case("Not", "!")
      .Case("PartialEq", "==")
      .Case("Index", "[]")
      .Default("");
}

void TypeBuilder::addImpl(ImplItem *item, Scope *scope) {
  TypeInfo *self = getSelf(item->self, item->generics, scope);
  if (!self)
    return;
  table.byItem[item] = self;
  llvm::StringRef op;
  if (item->trait) {
    addBounds(item->trait, scope, *self);
    auto *named = llvm::dyn_cast<NamedType>(item->trait);
    if (named && !sema.resolveType(named, scope))
      op = getOperator(named->getName());
  }
  for (Expr *member : item->members) {
    addConstant(*self, member);
    auto *method = llvm::dyn_cast<FunctionItem>(member);
    if (!method || !method->body)
      continue;
    MethodInfo *added = addMethod(self->methods, *self, method, Role::Method);
    if (added && self->kind == Kind::Class && method->name.text == "new" &&
        method->hasSelf())
      added->role = Role::Constructor;
    if (added && !op.empty() && added->takesSelf && added->name != "ne")
      self->operators.insert({op, added});
  }
}

void TypeBuilder::addMembers(Item *item, Scope *scope) {
  if (auto *impl = llvm::dyn_cast<ImplItem>(item))
    return addImpl(impl, scope);
  if (auto *extension = llvm::dyn_cast<ExtendItem>(item)) {
    TypeInfo *self = getSelf(extension->target, {}, scope);
    if (!self)
      return;
    table.byItem[item] = self;
    return addMethods(*self, extension->methods, /*isClass=*/false);
  }
  TypeInfo *type = table.lookup(item);
  if (!type)
    return;
  if (auto *structure = llvm::dyn_cast<StructItem>(item))
    addStruct(structure, *type);
  else if (auto *enumeration = llvm::dyn_cast<EnumItem>(item))
    addEnum(enumeration, *type);
  else if (auto *classItem = llvm::dyn_cast<ClassItem>(item))
    addClass(classItem, *type, scope);
  else if (auto *actor = llvm::dyn_cast<ActorItem>(item))
    addActor(actor, *type);
  else if (auto *trait = llvm::dyn_cast<TraitItem>(item))
    addTrait(trait, *type, scope);
}

//===----------------------------------------------------------------------===//
// Inherited members
//===----------------------------------------------------------------------===//

/// Members of a base class or mixin that are not overridden.
void TypeBuilder::inherit(TypeInfo &type, TypeInfo &from) {
  auto add = [](MethodMap &to, const MethodMap &others) {
    for (const auto &entry : others)
      if (entry.second->role != Role::Constructor)
        to.insert(entry);
  };
  add(type.methods, from.methods);
  add(type.getters, from.getters);
  add(type.setters, from.setters);
  add(type.operators, from.operators);
  for (const ConstantInfo &constant : from.constants)
    if (!type.findConstant(constant.name))
      type.constants.push_back(constant);
}

/// Default methods of a trait become methods of the type.
void TypeBuilder::inheritDefaults(TypeInfo &type, TypeInfo &trait,
                                  unsigned depth) {
  constexpr unsigned maxDepth = 100;
  if (depth > maxDepth)
    return;
  for (const auto &[name, inherited] : trait.methods) {
    if (inherited->owner != &trait)
      continue;
    addMethod(type.methods, type, inherited->item, inherited->role);
  }
  for (const ConstantInfo &constant : trait.constants)
    if (!type.findConstant(constant.name))
      type.constants.push_back(constant);
  for (TypeInfo *super : trait.traits)
    if (super != &trait)
      inheritDefaults(type, *super, depth + 1);
}

/// Bases come first. A cycle of classes ends where it is met again.
void TypeBuilder::finish(TypeInfo &type) {
  if (!finished.insert(&type).second)
    return;
  auto *item = llvm::dyn_cast_or_null<ClassItem>(type.item);
  if (item) {
    if (type.base)
      finish(*type.base);
    for (TypeInfo *mixin : type.mixins)
      finish(*mixin);
    if (type.base)
      type.fields = type.base->fields;
    for (TypeInfo *mixin : type.mixins)
      for (const FieldInfo &field : mixin->fields)
        if (type.findField(field.name) == type.fields.size())
          type.fields.push_back(field);
    for (const FieldDecl &field : item->fields)
      addField(type, field);
    for (const PropertyDecl &property : item->properties) {
      bool isStored = (!property.getter || !property.getter->body) &&
                      type.findField(property.name.text) == type.fields.size();
      if (isStored || property.defaultValue)
        type.fields.push_back(
            {property.name.text, property.defaultValue, property.range});
    }
  }
  if (type.kind != Kind::Trait)
    for (TypeInfo *trait : type.traits)
      inheritDefaults(type, *trait, 0);
  for (TypeInfo *mixin : type.mixins)
    inherit(type, *mixin);
  if (type.base)
    inherit(type, *type.base);
}

void TypeBuilder::build() {
  for (auto [item, scope] : sema.typeItems)
    declare(item);
  for (auto [item, scope] : sema.typeItems)
    addMembers(item, scope);
  // A type may be added for an `impl` while others are finished.
  for (size_t i = 0; i < table.types.size(); ++i)
    finish(table.types[i]);
}
