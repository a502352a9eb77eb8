//===- MethodBodies.cpp - Bodies of methods and dispatchers -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function that gives parameters back is translated like any other, then all
// that can fail in it is rewritten to lead to one block, which leaves with the
// error and the parameters as they are then.
//
//===----------------------------------------------------------------------===//

#include "ObjectGen.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

//===----------------------------------------------------------------------===//
// Parameters that are given back
//===----------------------------------------------------------------------===//

/// Parameters that are given back but are no variables (patterns, or self that
/// the body never mentions) stay what they were.
void FunctionGen::addInOut(int64_t position, const ast::Node *node) {
  const VarDecl *variable = node ? gen.sema.getDecl(node) : nullptr;
  Value fixed = variable ? Value() : Value(func.getArgument(position));
  inOuts.push_back({variable, fixed});
}

/// The current values of the parameters that are given back.
void FunctionGen::readInOuts(Location at, SmallVectorImpl<Value> &values) {
  for (const InOutVariable &each : inOuts) {
    Value value = each.value;
    if (each.variable)
      value = readBoundVariable(each.variable, at);
    else if (isa<SlotType>(value.getType()))
      value = load(at, value);
    values.push_back(value);
  }
}

/// Ends a body.
void FunctionGen::finishBody() {
  if (!inOuts.empty()) {
    Location at = func.getLoc();
    UnreachableOp::create(b, at);
    Block *handler = new Block;
    handler->addArgument(ErrorType::get(b.getContext()), at);
    makeChecked(&func.getBody().front(), handler);
    startBlock(handler);
    SmallVector<Value, 2> values;
    readInOuts(at, values);
    FailOp::create(b, at, handler->getArgument(0), values);
    startDeadBlock();
  }
  finish();
}

static ast::Node *getIdent(const ast::Param &param) {
  ast::Pattern *pattern = param.pattern;
  while (auto *ref = dyn_cast_or_null<ast::RefPattern>(pattern))
    pattern = ref->inner;
  auto *ident = dyn_cast_or_null<ast::IdentPattern>(pattern);
  return ident && !ident->sub ? ident : nullptr;
}

/// Notes which parameters of a function of the file are given back; the first
/// \p offset operands are no parameters.
void FunctionGen::addInOuts(ArrayRef<ast::Param> params, unsigned offset) {
  for (int64_t position : func.getInout().value_or(ArrayRef<int64_t>())) {
    size_t index = position - offset;
    addInOut(position,
             index < params.size() ? getIdent(params[index]) : nullptr);
  }
}

//===----------------------------------------------------------------------===//
// Methods
//===----------------------------------------------------------------------===//

/// The node that declares self.
static const ast::Node *getSelfNode(const MethodInfo *method) {
  if (method->hasImplicitSelf)
    return method->getNode();
  return method->handler ? getIdent(method->handler->params.front())
                         : getIdent(method->item->params.front());
}

void MethodGen::bindSelf(const MethodInfo *bound, Value self) {
  if (const VarDecl *variable = gen.sema.getDecl(getSelfNode(bound)))
    declareVariable(variable, loc(getSelfNode(bound)->getBegin()), self);
}

void MethodGen::emitMethodBody(const MethodInfo *body) {
  method = body;
  ArrayRef<ast::Param> params = body->getParams();
  unsigned offset = body->takesSelf;
  if (offset)
    bindSelf(body, func.getArgument(0));
  for (const auto &[index, param] : llvm::enumerate(params))
    bindParam(param, func.getArgument(index + offset));
  for (int64_t position : func.getInout().value_or(ArrayRef<int64_t>())) {
    bool isSelf = offset && position == 0;
    addInOut(position,
             isSelf ? getSelfNode(body) : getIdent(params[position - offset]));
  }
  emitInto(body->getBody(), Sink::ret());
  finishBody();
}

/// Calls a function with all its arguments. What it gives back is given back
/// again, through slots, if it came from the caller.
Value FunctionGen::emitForwarded(Location at, FlatSymbolRefAttr symbol,
                                 ArrayRef<Value> values,
                                 const llvm::BitVector &isGiven) {
  ArrayRef<int64_t> back = gen.getGivenBack(symbol);
  ArgList args;
  for (const auto &[position, value] : llvm::enumerate(values)) {
    args.add(value);
    if (!llvm::is_contained(back, int64_t(position)))
      continue;
    Place place;
    place.slot = makeSlot("argument", at);
    store(at, value, place.slot);
    if (isGiven.test(position))
      inOuts.push_back({nullptr, place.slot});
    args.values.back() = Value();
    args.places.back() = place;
  }
  return ObjectGen(*this).emitCall(at, symbol, args, back);
}

/// Evaluates the defaults that are missing and calls the method.
void MethodGen::emitMethodDefaults(const MethodInfo *called,
                                   const llvm::BitVector &given) {
  method = called;
  Location at = func.getLoc();
  SmallVector<Value> values;
  llvm::BitVector isGiven;
  unsigned next = 0;
  if (called->takesSelf) {
    bindSelf(called, func.getArgument(0));
    values.push_back(func.getArgument(next++));
    isGiven.push_back(true);
  }
  for (const auto &[index, param] : llvm::enumerate(called->getParams())) {
    isGiven.push_back(index < given.size() && given.test(index));
    Value value = isGiven.back()       ? Value(func.getArgument(next++))
                  : param.defaultValue ? emit(param.defaultValue)
                                       : makeNil(at);
    bindParam(param, value);
    values.push_back(value);
  }
  emitReturn(at,
             emitForwarded(at, gen.types->getMethod(called), values, isGiven));
  finishBody();
}

/// Whether a constructor works on self. Others give a new instance.
static bool mentionsSelf(ast::Expr *body) {
  bool isFound = false;
  ast::walk(body, [&](ast::Node *node) {
    auto *name = dyn_cast<ast::NameExpr>(node);
    isFound |= name && (name->name == "self" || name->name == "super");
    return !isFound;
  });
  return isFound;
}

/// Makes an instance, runs the constructor on it and gives it.
void MethodGen::emitFactory(const TypeInfo *type, const MethodInfo *constructor,
                            const llvm::BitVector &given) {
  Location at = func.getLoc();
  ObjectGen objects(*this);
  auto make = [&]() -> Value {
    SmallVector<Value> fields(type->fields.size());
    return objects.makeRecord(at, type, fields, /*isLenient=*/true);
  };
  if (!constructor) {
    emitReturn(at, make());
    return finishBody();
  }
  method = constructor;
  SmallVector<Value> values;
  unsigned next = 0;
  for (const auto &[index, param] : llvm::enumerate(constructor->getParams())) {
    bool isGiven = index < given.size() && given.test(index);
    Value value = isGiven              ? Value(func.getArgument(next++))
                  : param.defaultValue ? emit(param.defaultValue)
                                       : makeNil(at);
    bindParam(param, value);
    values.push_back(value);
  }
  bool usesSelf =
      constructor->takesSelf && mentionsSelf(constructor->getBody());
  ArgList args;
  Value self = usesSelf ? make() : makeNil(at);
  if (constructor->takesSelf)
    args.add(self);
  for (Value value : values)
    args.add(value);
  Value result = objects.emitCall(at, gen.types->getMethod(constructor), args,
                                  gen.types->getInOut().getInOut(constructor));
  if (usesSelf) {
    emitReturn(at, self);
    return finishBody();
  }
  Block *instance = new Block, *other = new Block;
  branchIf(at,
           TypeIsOp::create(b, at, i1, result, gen.types->getSymbol(type),
                            /*derived=*/b.getUnitAttr()),
           instance, other);
  startBlock(instance);
  emitReturn(at, result);
  startBlock(other);
  emitReturn(at, make());
  finishBody();
}

//===----------------------------------------------------------------------===//
// Dispatchers
//===----------------------------------------------------------------------===//

/// The library's answer where no type of the program fits.
Value MethodGen::emitLibraryMember(const MemberRequest &request,
                                   ArrayRef<Value> args) {
  Location at = func.getLoc();
  switch (request.kind) {
  case MemberRequest::Kind::Method:
    if (request.mutates) {
      auto op = MutatingMethodOp::create(b, at, any, any, Type(), request.name,
                                         args.front(), args.drop_front());
      store(at, op.getUpdated(), inOuts.front().value);
      return op.getResult();
    }
    return emitMethodOf(at, request.name, args.front(), args.drop_front());
  case MemberRequest::Kind::Getter:
    return FieldOp::create(b, at, any, Type(), args.front(), request.name)
        .getResult();
  case MemberRequest::Kind::Setter:
    return PlaceSetOp::create(b, at, any, Type(), args.front(),
                              ValueRange(makeText(at, request.name)), args[1],
                              b.getDenseBoolArrayAttr({true}))
        .getResult();
  case MemberRequest::Kind::Operator:
    return emitPlainOperator(at, request.name, args);
  case MemberRequest::Kind::Handler:
    return raise(at, "RuntimeError",
                 ("Unknown message: " + request.name).str());
  }
  return makeNil(at);
}

/// One branch of a dispatcher: the call of the method of a type.
void MethodGen::emitCandidate(const Candidate &candidate,
                              const MemberRequest &request) {
  Location at = func.getLoc();
  std::string message =
      irgen::getArityMessage(candidate.method->getParams(), request.given);
  if (!message.empty()) {
    raise(at, "Arity", message);
    return emitReturn(at, makeNil(at));
  }
  llvm::BitVector given = request.given;
  given.resize(candidate.method->getParams().size());
  FlatSymbolRefAttr symbol = gen.types->getDefaults(candidate.method, given);
  ArrayRef<int64_t> back = gen.getGivenBack(symbol);
  ArrayRef<int64_t> own = func.getInout().value_or(ArrayRef<int64_t>());
  ArgList args;
  for (BlockArgument argument : func.getArguments()) {
    int64_t position = argument.getArgNumber();
    Value value = argument;
    Type exact = gen.types->getType(candidate.type);
    if (position == 0 && exact != any)
      value = RefineOp::create(b, at, exact, value);
    args.add(value);
    if (!llvm::is_contained(back, position))
      continue;
    Place place;
    place.slot = inOuts[llvm::find(own, position) - own.begin()].value;
    place.refined = value;
    args.values.back() = Value();
    args.places.back() = place;
  }
  emitReturn(at, ObjectGen(*this).emitCall(at, symbol, args, back));
}

void MethodGen::emitDispatcher(const MemberRequest &request) {
  Location at = func.getLoc();
  for (int64_t position : func.getInout().value_or(ArrayRef<int64_t>())) {
    Value slot = makeSlot("argument", at);
    store(at, func.getArgument(position), slot);
    inOuts.push_back({nullptr, slot});
  }
  Value self = func.getArgument(0);
  bool isOpen = true;
  for (const Candidate &candidate :
       gen.types->getCandidates(request.kind, request.name)) {
    FlatSymbolRefAttr symbol = gen.types->getSymbol(candidate.type);
    if (!symbol && candidate.type->name.empty()) {
      emitCandidate(candidate, request);
      isOpen = false;
      break;
    }
    Block *fits = new Block, *next = new Block;
    Value test =
        symbol ? Value(TypeIsOp::create(b, at, i1, self, symbol, UnitAttr()))
               : Value(KindIsOp::create(b, at, i1, self, candidate.type->name));
    branchIf(at, test, fits, next);
    startBlock(fits);
    emitCandidate(candidate, request);
    branch(at, next);
    startBlock(next);
  }
  if (isOpen) {
    SmallVector<Value> values(func.getArguments());
    emitReturn(at, emitLibraryMember(request, values));
  }
  finishBody();
}

/// A function that makes a variant of its arguments.
void MethodGen::emitVariantFunction(const TypeInfo *type,
                                    const VariantInfo *variant) {
  SmallVector<Value> payload(func.getArguments());
  emitReturn(func.getLoc(), ObjectGen(*this).emitVariant(func.getLoc(), type,
                                                         variant, payload));
  finish();
}
