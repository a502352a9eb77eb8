//===- TypeGen.cpp - Declared types, methods and dispatchers ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TypeGen.h"
#include "ObjectGen.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

std::string irgen::spell(const llvm::BitVector &given) {
  std::string text;
  for (unsigned i = 0; i < given.size(); ++i)
    text += given.test(i) ? '1' : '0';
  return text;
}

std::string irgen::getArityMessage(ArrayRef<ast::Param> params,
                                   const llvm::BitVector &given) {
  size_t total = params.size(), required = 0;
  bool fits = given.size() <= total;
  for (const auto &[index, param] : llvm::enumerate(params)) {
    bool isGiven = index < given.size() && given.test(index);
    required += !param.defaultValue;
    fits &= isGiven || param.defaultValue;
  }
  if (fits)
    return {};
  std::string text = "Function expects " + std::to_string(required);
  if (required != total)
    text += "-" + std::to_string(total);
  text += total == 1 ? " argument, got " : " arguments, got ";
  return text + std::to_string(given.count());
}

TypeGen::TypeGen(ModuleGen &gen) : gen(gen), inOut(gen.module, gen.sema) {}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

static TypeKind getTypeKind(TypeInfo::Kind kind) {
  switch (kind) {
  case TypeInfo::Kind::TupleStruct:
    return TypeKind::TupleStruct;
  case TypeInfo::Kind::Enum:
    return TypeKind::Enum;
  case TypeInfo::Kind::Class:
    return TypeKind::Class;
  case TypeInfo::Kind::Actor:
    return TypeKind::Actor;
  default:
    return TypeKind::Struct;
  }
}

static ArrayAttr getVariants(OpBuilder &b, const TypeInfo &type) {
  SmallVector<Attribute> variants;
  for (const VariantInfo &variant : type.variants) {
    SmallVector<StringAttr> fields;
    for (const ast::FieldDecl &field : variant.decl->fields)
      fields.push_back(b.getStringAttr(field.name.text));
    bool isNamed = variant.decl->payload == ast::EnumVariant::Payload::Struct;
    variants.push_back(VariantAttr::get(b.getContext(), variant.name, fields,
                                        isNamed, variant.discriminant));
  }
  return b.getArrayAttr(variants);
}

void TypeGen::emitTypes() {
  OpBuilder b(&gen.context);
  b.setInsertionPointToStart(gen.getModule().getBody());
  for (const TypeInfo &type : gen.sema.getTypes().getTypes()) {
    if (type.kind == TypeInfo::Kind::Trait ||
        type.kind == TypeInfo::Kind::Builtin)
      continue;
    symbols[&type] =
        FlatSymbolRefAttr::get(&gen.context, gen.makeUnique(type.name));
  }
  for (const TypeInfo &type : gen.sema.getTypes().getTypes()) {
    FlatSymbolRefAttr symbol = symbols.lookup(&type);
    if (!symbol)
      continue;
    SmallVector<StringRef> names;
    for (const FieldInfo &field : type.fields)
      names.push_back(field.name);
    bool isEnum = type.kind == TypeInfo::Kind::Enum;
    Location at = gen.getLoc(type.item->name.range.begin);
    TypeOp::create(b, at, symbol.getValue(), b.getStringAttr("private"),
                   getTypeKind(type.kind), type.name,
                   isEnum ? ArrayAttr() : b.getStrArrayAttr(names),
                   isEnum ? getVariants(b, type) : ArrayAttr(),
                   type.base ? symbols.lookup(type.base) : FlatSymbolRefAttr());
  }
}

FlatSymbolRefAttr TypeGen::getSymbol(const TypeInfo *type) const {
  return symbols.lookup(type);
}

Type TypeGen::getType(const TypeInfo *type) const {
  FlatSymbolRefAttr symbol = symbols.lookup(type);
  if (!symbol)
    return AnyType::get(&gen.context);
  if (type->kind == TypeInfo::Kind::Enum)
    return EnumType::get(&gen.context, symbol);
  if (type->isReference())
    return ClassType::get(&gen.context, symbol);
  return StructType::get(&gen.context, symbol);
}

StringRef TypeGen::getStatic(const ConstantInfo *constant) {
  std::string key = (constant->owner->name + "." + constant->name).str();
  std::string &symbol = statics[{constant->owner, constant->name}];
  if (symbol.empty()) {
    symbol = gen.makeUnique(key);
    gen.createGlobal(symbol,
                     gen.getLoc(constant->owner->item->name.range.begin));
  }
  return symbol;
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

FuncOp TypeGen::create(const Twine &name, SourceLocation location,
                       unsigned params, ArrayRef<int64_t> givenBack) {
  return gen.createFunction(gen.makeUnique(name.str()), location, params,
                            /*isPublic=*/false, givenBack);
}

static std::string getMethodName(const MethodInfo *method) {
  std::string name = method->self->name.str();
  if (name.empty())
    name = "any";
  switch (method->role) {
  case MethodInfo::Role::Getter:
    name += ".get";
    break;
  case MethodInfo::Role::Setter:
    name += ".set";
    break;
  case MethodInfo::Role::Handler:
    name += ".receive";
    break;
  case MethodInfo::Role::Operator:
    name += ".operator";
    break;
  default:
    break;
  }
  return name + "." + method->name.str();
}

static SourceLocation getMethodLocation(const MethodInfo *method) {
  return method->item ? method->item->name.range.begin
                      : method->handler->message.range.begin;
}

/// A unique text for a pointer.
static std::string spell(const void *pointer) {
  return std::to_string(reinterpret_cast<uintptr_t>(pointer));
}

FlatSymbolRefAttr TypeGen::getMethod(const MethodInfo *method) {
  FuncOp &func = functions["m" + ::spell(method)];
  if (!func) {
    unsigned params = method->getParams().size() + method->takesSelf;
    func = create(getMethodName(method), getMethodLocation(method), params,
                  inOut.getInOut(method));
    if (method->item)
      func.setNoInline(method->item->isInlineNever());
    pending.push_back({Pending::Kind::Method, func, method->self, method, {}});
  }
  return FlatSymbolRefAttr::get(func.getSymNameAttr());
}

FlatSymbolRefAttr TypeGen::getDefaults(const MethodInfo *method,
                                       const llvm::BitVector &given) {
  bool isComplete = given.size() == method->getParams().size() && given.all();
  if (isComplete)
    return getMethod(method);
  FuncOp &func = functions["d" + ::spell(method) + irgen::spell(given)];
  if (!func) {
    // Positions of in-out parameters move where parameters are left out.
    SmallVector<int64_t, 2> positions;
    for (int64_t position : inOut.getInOut(method)) {
      int64_t param = position - method->takesSelf;
      bool isGiven =
          param < 0 || (param < int64_t(given.size()) && given.test(param));
      int64_t before = 0;
      for (int64_t i = 0; i < param && i < int64_t(given.size()); ++i)
        before += given.test(i);
      if (isGiven)
        positions.push_back(param < 0 ? 0 : before + method->takesSelf);
    }
    func =
        create(getMethodName(method) + ".defaults", getMethodLocation(method),
               given.count() + method->takesSelf, positions);
    MemberRequest request;
    request.given = given;
    pending.push_back(
        {Pending::Kind::Defaults, func, method->self, method, request});
  }
  return FlatSymbolRefAttr::get(func.getSymNameAttr());
}

FlatSymbolRefAttr TypeGen::getFactory(const TypeInfo *type,
                                      const MethodInfo *constructor,
                                      const llvm::BitVector &given) {
  FuncOp &func = functions["f" + ::spell(type) + "," + ::spell(constructor) +
                           irgen::spell(given)];
  if (!func) {
    std::string name = (type->name + ".make").str();
    if (constructor && constructor->name != "new")
      name += "." + constructor->name.str();
    SourceLocation location = constructor ? getMethodLocation(constructor)
                                          : type->item->name.range.begin;
    func = create(name, location, given.count(), {});
    MemberRequest request;
    request.given = given;
    pending.push_back(
        {Pending::Kind::Factory, func, type, constructor, request});
  }
  return FlatSymbolRefAttr::get(func.getSymNameAttr());
}

FlatSymbolRefAttr TypeGen::getVariantFunction(const TypeInfo *type,
                                              const VariantInfo *variant) {
  FuncOp &func = functions["v" + ::spell(variant)];
  if (!func) {
    func = create(type->name + "." + variant->name,
                  variant->decl->name.range.begin, variant->decl->fields.size(),
                  {});
    MethodGen(gen, func, nullptr).emitVariantFunction(type, variant);
  }
  return FlatSymbolRefAttr::get(func.getSymNameAttr());
}

//===----------------------------------------------------------------------===//
// Dispatch
//===----------------------------------------------------------------------===//

using MethodMap = llvm::MapVector<StringRef, const MethodInfo *>;

static const MethodMap &getMembers(const TypeInfo &type,
                                   MemberRequest::Kind kind) {
  switch (kind) {
  case MemberRequest::Kind::Method:
    return type.methods;
  case MemberRequest::Kind::Getter:
    return type.getters;
  case MemberRequest::Kind::Setter:
    return type.setters;
  case MemberRequest::Kind::Operator:
    return type.operators;
  case MemberRequest::Kind::Handler:
    return type.handlers;
  }
  return type.methods;
}

static std::string getKey(MemberRequest::Kind kind, StringRef name) {
  return std::to_string(static_cast<int>(kind)) + name.str();
}

/// Declared types come first, then kinds of the library, then what holds for
/// all values.
ArrayRef<Candidate> TypeGen::getCandidates(MemberRequest::Kind kind,
                                           StringRef name) {
  auto [entry, isNew] = candidates.try_emplace(getKey(kind, name));
  SmallVector<Candidate, 2> &found = entry->second;
  if (!isNew)
    return found;
  for (const TypeInfo &type : gen.sema.getTypes().getTypes()) {
    const MethodInfo *method = getMembers(type, kind).lookup(name);
    if (method && method->takesSelf && type.kind != TypeInfo::Kind::Trait &&
        method->role != MethodInfo::Role::Constructor)
      found.push_back({&type, method});
  }
  llvm::stable_sort(found, [](const Candidate &a, const Candidate &b) {
    auto rank = [](const TypeInfo *type) {
      bool isBuiltin = type->kind == TypeInfo::Kind::Builtin;
      return isBuiltin + (isBuiltin && type->name.empty());
    };
    return rank(a.type) < rank(b.type);
  });
  return found;
}

static StringRef getPrefix(MemberRequest::Kind kind) {
  switch (kind) {
  case MemberRequest::Kind::Method:
    return "dispatch.";
  case MemberRequest::Kind::Getter:
    return "get.";
  case MemberRequest::Kind::Setter:
    return "set.";
  case MemberRequest::Kind::Operator:
    return "operator.";
  case MemberRequest::Kind::Handler:
    return "receive.";
  }
  return "";
}

Dispatcher TypeGen::getDispatcher(const MemberRequest &request) {
  std::string key = getKey(request.kind, request.name) + "," +
                    irgen::spell(request.given) + (request.mutates ? "m" : "");
  Dispatcher &dispatcher = dispatchers[key];
  if (dispatcher.symbol)
    return dispatcher;
  llvm::BitVector positions(request.given.count() + 1);
  if (request.mutates)
    positions.set(0);
  for (const Candidate &candidate : getCandidates(request.kind, request.name)) {
    unsigned next = 1;
    SmallVector<int64_t, 2> back = inOut.getInOut(candidate.method);
    if (llvm::is_contained(back, 0))
      positions.set(0);
    for (unsigned i = 0; i < request.given.size(); ++i) {
      if (!request.given.test(i))
        continue;
      if (llvm::is_contained(back, i + 1))
        positions.set(next);
      ++next;
    }
  }
  for (unsigned position : positions.set_bits())
    dispatcher.inOut.push_back(position);
  std::string name = (getPrefix(request.kind) + request.name).str();
  if (request.kind == MemberRequest::Kind::Method)
    name += "." + std::to_string(request.given.count());
  FuncOp func =
      create(name, SourceLocation(), positions.size(), dispatcher.inOut);
  func.setTransparent(true);
  dispatcher.symbol = FlatSymbolRefAttr::get(func.getSymNameAttr());
  Dispatcher result = dispatcher;
  pending.push_back({Pending::Kind::Dispatch, func, nullptr, nullptr, request});
  return result;
}

void TypeGen::requestMethods() {
  for (const MethodInfo &method : gen.sema.getTypes().getMethods())
    if (method.getBody())
      getMethod(&method);
}

bool TypeGen::emitPending() {
  bool isAny = !pending.empty();
  while (!pending.empty()) {
    Pending next = std::move(pending.front());
    pending.pop_front();
    const FunctionInfo *info =
        next.method ? gen.sema.getFunction(next.method->getNode())
                    : gen.sema.getFunction(&gen.module);
    MethodGen body(gen, next.func, info);
    switch (next.kind) {
    case Pending::Kind::Method:
      body.emitMethodBody(next.method);
      break;
    case Pending::Kind::Defaults:
      body.emitMethodDefaults(next.method, next.request.given);
      break;
    case Pending::Kind::Factory:
      body.emitFactory(next.type, next.method, next.request.given);
      break;
    case Pending::Kind::Dispatch:
      body.emitDispatcher(next.request);
      break;
    }
  }
  return isAny;
}
