//===- Members.cpp - Paths, methods, properties, operators ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ObjectGen.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

using Request = MemberRequest::Kind;

const TypeInfo *FunctionGen::getPathType(const PathRef &ref) {
  if (ref.isSelf && method)
    return method->self;
  return ref.type;
}

//===----------------------------------------------------------------------===//
// Paths
//===----------------------------------------------------------------------===//

static std::string describePrivate(const PathRef &ref) {
  std::string text = ("Function '" + ref.member + "' is private").str();
  if (ref.module)
    text += (" in module '" + ref.module->name.text + "'").str();
  return text;
}

/// The value of a path: a function, variable, constant or variant.
Value ObjectGen::emitPath(Location at, const PathRef &ref, SourceRange range) {
  const TypeInfo *type = f.getPathType(ref);
  switch (ref.kind) {
  case PathRef::Kind::Name:
    if (ref.ref.kind == NameRef::Kind::Function)
      return f.makeFunctionValue(at, ref.ref.function);
    if (ref.ref.kind == NameRef::Kind::Variable)
      return f.readVariable(ref.ref, range);
    break;
  case PathRef::Kind::Private:
    return raiseText(at, describePrivate(ref));
  case PathRef::Kind::Type:
    if (type)
      return emitTypeValue(at, type);
    break;
  case PathRef::Kind::Member:
    if (!type)
      break;
    if (const VariantInfo *variant = type->findVariant(ref.member)) {
      if (variant->decl->fields.empty())
        return emitVariant(at, type, variant, {});
      FlatSymbolRefAttr maker = types.getVariantFunction(type, variant);
      return ClosureNewOp::create(b, at, f.any, maker, ValueRange());
    }
    if (const ConstantInfo *constant = type->findConstant(ref.member))
      return emitConstant(at, constant);
    if (const MethodInfo *method = type->findMethod(ref.member))
      return ClosureNewOp::create(b, at, f.any, types.getMethod(method),
                                  ValueRange());
    break;
  case PathRef::Kind::Unresolved:
    break;
  }
  return f.raise(at, "UndefinedVariable", gen.sources.getText(range));
}

/// A call of a function, variant, constructor or method by its path.
Value ObjectGen::emitPathCall(Location at, const PathRef &ref,
                              SourceRange range, ArrayRef<ast::Argument> args) {
  const TypeInfo *type = f.getPathType(ref);
  if (ref.kind == PathRef::Kind::Name &&
      ref.ref.kind == NameRef::Kind::Function) {
    CallBinding binding = bindArguments(args, ref.ref.function->params);
    return emitFunctionCall(at, ref.ref.function, binding);
  }
  if (ref.kind == PathRef::Kind::Type && type)
    return emitTypeCall(at, type, args);
  if (ref.kind == PathRef::Kind::Member && type) {
    if (const VariantInfo *variant = type->findVariant(ref.member))
      return emitVariantCall(at, type, variant, args);
    const MethodInfo *method = type->findMethod(ref.member);
    bool isMade = type->isReference() &&
                  (ref.member == "new" ||
                   (method && method->role == MethodInfo::Role::Constructor));
    if (isMade)
      return emitFactoryCall(at, type, ref.member, args);
    if (type->kind == TypeInfo::Kind::Trait && !args.empty())
      if (hasMethod(ref.member)) {
        SmallVector<Value> values;
        for (const ast::Argument &arg : args)
          values.push_back(f.emitArg(arg.value));
        return emitMethodOn(at, ref.member, values.front(),
                            ArrayRef(values).drop_front());
      }
    if (method)
      return emitStaticCall(at, method, args);
  }
  SmallVector<Value> values;
  bool isValue = ref.kind == PathRef::Kind::Private ||
                 (ref.kind == PathRef::Kind::Name &&
                  ref.ref.kind == NameRef::Kind::Variable) ||
                 (ref.kind == PathRef::Kind::Member && type &&
                  type->findConstant(ref.member));
  Value callee = isValue ? emitPath(at, ref, range) : Value();
  for (const ast::Argument &arg : args)
    values.push_back(f.emitArg(arg.value));
  if (callee)
    return CallValueOp::create(b, at, f.any, Type(), callee, values)
        .getResult();
  return f.raise(at, "UndefinedFunction", gen.sources.getText(range));
}

/// A function known by name, through its value where it captures variables.
Value ObjectGen::emitFunctionCall(Location at, ast::FunctionItem *item,
                                  const CallBinding &binding) {
  SmallVector<int64_t, 2> inOut = types.getInOut().getInOut(item);
  ArgList args;
  llvm::BitVector given;
  if (gen.isClosure(item)) {
    for (int64_t &position : inOut)
      ++position;
    args.add(f.makeFunctionValue(at, item));
  }
  unsigned offset = args.values.size();
  if (!emitBound(binding.args, item->params, inOut, offset, args, given) ||
      !binding.isValid)
    return f.raise(at, "Arity", binding.message);
  FlatSymbolRefAttr symbol = given.all() ? gen.getFunction(item)
                                         : gen.getDefaultsFunction(item, given);
  return emitCall(at, symbol, args, gen.getGivenBack(symbol));
}

/// `S::f(..)`; where f takes self, it is the first argument.
Value ObjectGen::emitStaticCall(Location at, const MethodInfo *method,
                                ArrayRef<ast::Argument> args) {
  SmallVector<int64_t, 2> inOut = types.getInOut().getInOut(method);
  ArgList values;
  if (method->takesSelf) {
    if (args.empty())
      return f.raise(at, "Arity", "Function expects self");
    emitArgument(args.front().value, llvm::is_contained(inOut, 0), true,
                 values);
    args = args.drop_front();
  }
  ArrayRef<ast::Param> params = method->getParams();
  CallBinding binding = bindArguments(args, params);
  llvm::BitVector given;
  if (!emitBound(binding.args, params, inOut, method->takesSelf, values,
                 given) ||
      !binding.isValid)
    return f.raise(at, "Arity", binding.message);
  FlatSymbolRefAttr symbol = types.getDefaults(method, given);
  return emitCall(at, symbol, values, gen.getGivenBack(symbol));
}

/// `super.m(..)`: the method of the base class with the same object.
Value ObjectGen::emitSuperCall(ast::MethodCallExpr *expr) {
  Location at = f.loc(expr->name.range.begin);
  StringRef name = expr->name.text;
  const TypeInfo *base = f.method ? f.method->owner->base : nullptr;
  const MethodInfo *method = base ? base->findMethod(name) : nullptr;
  if (base && !method)
    method = base->findConstructor(name);
  if (!method && base)
    for (const TypeInfo *mixin : f.method->owner->mixins)
      method = method ? method : mixin->findMethod(name);
  if (!method || !method->takesSelf) {
    for (const ast::Argument &arg : expr->args)
      f.emitArg(arg.value);
    // A base class without a constructor has nothing to do.
    if (base && name == "new")
      return f.makeNil(at);
    return raiseText(at, "Method '" + name + "' not found in base class");
  }
  ArrayRef<ast::Param> params = method->getParams();
  CallBinding binding = bindArguments(expr->args, params);
  ArgList values;
  values.add(f.func.getArgument(0));
  llvm::BitVector given;
  if (!emitBound(binding.args, params, types.getInOut().getInOut(method), 1,
                 values, given) ||
      !binding.isValid)
    return f.raise(at, "Arity", binding.message);
  FlatSymbolRefAttr symbol = types.getDefaults(method, given);
  return emitCall(at, symbol, values, gen.getGivenBack(symbol));
}

//===----------------------------------------------------------------------===//
// Methods
//===----------------------------------------------------------------------===//

bool ObjectGen::hasMethod(StringRef name) {
  return !types.getCandidates(Request::Method, name).empty();
}

/// Calls the dispatcher of a method; \p receiver holds the object.
Value ObjectGen::emitDispatch(ast::MethodCallExpr *expr, ArgList args,
                              bool mutates) {
  Location at = f.loc(expr->name.range.begin);
  MemberRequest request;
  request.name = expr->name.text;
  request.mutates = mutates;
  bool isNamed = llvm::any_of(
      expr->args, [](const ast::Argument &arg) { return !arg.name.empty(); });
  // Named arguments mean the parameters of the first method that has them.
  ArrayRef<Candidate> candidates =
      types.getCandidates(Request::Method, request.name);
  const MethodInfo *named = candidates.front().method;
  for (const Candidate &candidate : llvm::reverse(candidates))
    if (bindArguments(expr->args, candidate.method->getParams()).isValid)
      named = candidate.method;
  ArrayRef<ast::Param> params = named->getParams();
  if (isNamed) {
    CallBinding binding = bindArguments(expr->args, params);
    for (const CallBinding::Bound &bound : binding.args) {
      if (request.given.size() <= bound.param)
        request.given.resize(bound.param + 1);
      request.given.set(bound.param);
    }
    Dispatcher dispatcher = types.getDispatcher(request);
    // Positions in the dispatcher leave out what is not given.
    SmallVector<int64_t, 2> byParam;
    for (int64_t position : dispatcher.inOut) {
      int64_t left = position;
      for (unsigned i = 0; i < request.given.size() && position > 0; ++i)
        if (request.given.test(i) && --left == 0)
          byParam.push_back(i + 1);
    }
    llvm::BitVector given;
    if (!emitBound(binding.args, params, byParam, 1, args, given) ||
        !binding.isValid)
      return f.raise(at, "Arity", binding.message);
    return emitCall(at, dispatcher.symbol, args, dispatcher.inOut);
  }
  request.given.resize(expr->args.size(), true);
  Dispatcher dispatcher = types.getDispatcher(request);
  for (const auto &[index, arg] : llvm::enumerate(expr->args)) {
    bool isDeclared = index < params.size() && params[index].isInOut();
    emitArgument(arg.value,
                 llvm::is_contained(dispatcher.inOut, int64_t(index + 1)),
                 isDeclared, args);
  }
  return emitCall(at, dispatcher.symbol, args, dispatcher.inOut);
}

Value ObjectGen::emitMethodCall(ast::MethodCallExpr *expr, Value receiver) {
  ArgList args;
  args.add(receiver);
  return emitDispatch(expr, std::move(args), isMutatingMethod(expr->name.text));
}

/// The receiver is read after the arguments, and given back where some method
/// of that name changes it.
Value ObjectGen::emitMethodCall(ast::MethodCallExpr *expr, Place receiver,
                                bool mutates) {
  ArgList args;
  args.values.push_back(Value());
  args.places.push_back(std::move(receiver));
  return emitDispatch(expr, std::move(args), mutates);
}

Value ObjectGen::emitMethodOn(Location at, StringRef name, Value receiver,
                              ArrayRef<Value> args) {
  MemberRequest request;
  request.name = name;
  request.given.resize(args.size(), true);
  Dispatcher dispatcher = types.getDispatcher(request);
  ArgList list;
  list.add(receiver);
  for (Value arg : args)
    list.add(arg);
  return emitCall(at, dispatcher.symbol, list, dispatcher.inOut);
}

//===----------------------------------------------------------------------===//
// Properties and operators
//===----------------------------------------------------------------------===//

bool ObjectGen::hasGetter(StringRef name) {
  return !types.getCandidates(Request::Getter, name).empty();
}

bool ObjectGen::hasSetter(StringRef name) {
  return !types.getCandidates(Request::Setter, name).empty();
}

Value ObjectGen::emitGetter(Location at, StringRef name, Value object) {
  MemberRequest request;
  request.kind = Request::Getter;
  request.name = name;
  Dispatcher dispatcher = types.getDispatcher(request);
  ArgList list;
  list.add(object);
  return emitCall(at, dispatcher.symbol, list, dispatcher.inOut);
}

/// `o.p = v` where some class has a setter of that name: calls it for its
/// instances, and stores into a field of others.
void ObjectGen::emitSetter(Location at, const Place &place, Value value) {
  StringRef name = place.names.back();
  Place prefix = place;
  prefix.path.pop_back();
  prefix.names.pop_back();
  prefix.locs.pop_back();
  Value object = f.readPlace(prefix);
  Block *done = new Block, *other = new Block, *call = new Block;
  for (const Candidate &candidate :
       types.getCandidates(Request::Setter, name)) {
    Block *next = new Block;
    Value fits = TypeIsOp::create(b, at, f.i1, object,
                                  types.getSymbol(candidate.type), UnitAttr());
    f.branchIf(at, fits, call, next);
    f.startBlock(next);
  }
  f.branch(at, other);
  f.startBlock(call);
  MemberRequest request;
  request.kind = Request::Setter;
  request.name = name;
  request.given.resize(1, true);
  Dispatcher dispatcher = types.getDispatcher(request);
  ArgList list;
  list.add(object);
  list.add(value);
  emitCall(at, dispatcher.symbol, list, dispatcher.inOut);
  f.branch(at, done);
  f.startBlock(other);
  f.storePlace(place, at, value);
  f.branch(at, done);
  f.startBlock(done);
}

bool ObjectGen::hasOperator(StringRef op) {
  return !types.getCandidates(Request::Operator, op).empty();
}

Value ObjectGen::emitOperator(Location at, StringRef op,
                              ArrayRef<Value> operands) {
  MemberRequest request;
  request.kind = Request::Operator;
  request.name = op;
  request.given.resize(operands.size() - 1, true);
  Dispatcher dispatcher = types.getDispatcher(request);
  ArgList list;
  for (Value operand : operands)
    list.add(operand);
  return emitCall(at, dispatcher.symbol, list, dispatcher.inOut);
}

//===----------------------------------------------------------------------===//
// Actors
//===----------------------------------------------------------------------===//

/// The name of a message as it is written, if some actor receives it.
static StringRef getMessageName(ast::Expr *message) {
  if (auto *call = dyn_cast_or_null<ast::CallExpr>(message))
    message = call->callee;
  if (auto *made = dyn_cast_or_null<ast::StructExpr>(message))
    return made->path.back().text;
  if (auto *path = dyn_cast_or_null<ast::PathExpr>(message))
    return path->segments.back().text;
  auto *name = dyn_cast_or_null<ast::NameExpr>(message);
  return name ? name->name : StringRef();
}

bool ObjectGen::isMessage(ast::MethodCallExpr *expr) {
  StringRef name = expr->name.text;
  bool isSend = name == "send" || name == "ask" || name == "tell";
  return isSend && !expr->args.empty() && !hasMethod(name) &&
         !types
              .getCandidates(Request::Handler,
                             getMessageName(expr->args.front().value))
              .empty();
}

/// Runs the handler of a message now; sending gives nil.
Value ObjectGen::emitMessage(Location at, Value actor, ast::Expr *message,
                             bool isAsk) {
  MemberRequest request;
  request.kind = Request::Handler;
  request.name = getMessageName(message);
  ArgList list;
  list.add(actor);
  if (auto *call = dyn_cast<ast::CallExpr>(message))
    for (const ast::Argument &arg : call->args)
      list.add(f.emitArg(arg.value));
  else if (auto *made = dyn_cast<ast::StructExpr>(message))
    for (const ast::FieldInit &init : made->fields)
      list.add(f.emit(init.value));
  if (types.getCandidates(request.kind, request.name).empty())
    return raiseText(at, "Unknown message: " + request.name);
  request.given.resize(list.values.size() - 1, true);
  Dispatcher dispatcher = types.getDispatcher(request);
  Value result = emitCall(at, dispatcher.symbol, list, dispatcher.inOut);
  return isAsk ? result : f.makeNil(at);
}

Value ObjectGen::emitMessageCall(ast::MethodCallExpr *expr, Value actor) {
  return emitMessage(f.loc(expr->name.range.begin), actor,
                     expr->args.front().value, expr->name.text == "ask");
}

Value ObjectGen::emitSend(ast::SendExpr *expr, Value actor) {
  return emitMessage(f.loc(expr->opRange.begin), actor, expr->message,
                     expr->isAsk);
}
