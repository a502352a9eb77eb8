//===- Closures.cpp - Function values and shared variables ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ObjectGen.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

//===----------------------------------------------------------------------===//
// Functions of the module
//===----------------------------------------------------------------------===//

/// Functions with captures take the function value first.
bool ModuleGen::isClosure(const ast::Node *function) const {
  return !captures.getCaptures(sema.getFunction(function)).empty();
}

FlatSymbolRefAttr ModuleGen::getLambda(ast::LambdaExpr *lambda,
                                       StringRef outer) {
  if (FuncOp known = lambdas.lookup(lambda))
    return FlatSymbolRefAttr::get(known.getSymNameAttr());
  bool isClosed = isClosure(lambda);
  SmallVector<int64_t, 2> back;
  for (const auto &[index, param] : llvm::enumerate(lambda->params))
    if (param.isInOut())
      back.push_back(index + isClosed);
  FuncOp func =
      createFunction(makeUnique((outer + ".lambda").str()), lambda->getBegin(),
                     lambda->params.size() + isClosed,
                     /*isPublic=*/false, back);
  func.setClosure(isClosed);
  func.setTransparent(outer.starts_with("prelude."));
  lambdas[lambda] = func;
  pendingLambdas.push_back(lambda);
  return FlatSymbolRefAttr::get(func.getSymNameAttr());
}

/// A function that calls a library function, for uses of it as a value.
FlatSymbolRefAttr ModuleGen::getBuiltinFunction(StringRef name,
                                                unsigned params) {
  FuncOp &func = builtinFunctions[name];
  if (!func) {
    func = createFunction(makeUnique(("builtin." + name).str()),
                          SourceLocation(), params, /*isPublic=*/false);
    func.setTransparent(true);
    FunctionGen(*this, func, nullptr).emitBuiltinFunction(name);
  }
  return FlatSymbolRefAttr::get(func.getSymNameAttr());
}

//===----------------------------------------------------------------------===//
// Bodies
//===----------------------------------------------------------------------===//

void FunctionGen::emitLambda(ast::LambdaExpr *lambda) {
  unsigned first = func.getClosure();
  for (const auto &[index, param] : llvm::enumerate(lambda->params))
    bindParam(param, func.getArgument(index + first));
  addInOuts(lambda->params, first);
  if (lambda->body)
    emitInto(lambda->body, Sink::ret());
  finishBody();
}

void FunctionGen::emitBuiltinFunction(StringRef name) {
  Location at = func.getLoc();
  SmallVector<Value> args(func.getArguments());
  std::optional<OptionCase> option = symbolizeOptionCase(name.lower());
  Value value =
      option ? Value(OptionNewOp::create(b, at, any, *option, args.front()))
             : emitBuiltinOn(at, SourceRange(), name, args);
  emitReturn(at, value);
  finish();
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

/// The value of a function of the program, with what it captures now.
Value FunctionGen::makeClosure(Location at, const ast::Node *function,
                               FlatSymbolRefAttr symbol) {
  const FunctionInfo *inner = gen.sema.getFunction(function);
  // A function that names itself has its value at hand.
  if (inner && inner == info && func.getClosure())
    return func.getArgument(0);
  SmallVector<Value> values;
  for (const VarDecl *variable : gen.captures.getCaptures(inner))
    values.push_back(gen.captures.needsCell(variable)
                         ? getCell(variable, at)
                         : readBoundVariable(variable, at));
  return ClosureNewOp::create(b, at, any, symbol, values);
}

Value FunctionGen::makeFunctionValue(Location at, ast::FunctionItem *item) {
  return makeClosure(at, item, gen.getFunction(item));
}

Value FunctionGen::visitLambdaExpr(ast::LambdaExpr *expr) {
  return makeClosure(loc(expr), expr, gen.getLambda(expr, func.getSymName()));
}

/// A library function, Some, Ok or Err as a value.
Value FunctionGen::makeBuiltinValue(ast::NameExpr *name) {
  Location at = loc(name);
  unsigned params = 1;
  if (!symbolizeOptionCase(name->name.lower())) {
    std::optional<BuiltinArity> arity = getBuiltinArity(name->name);
    bool isPrint =
        name->name.ends_with("print") || name->name.ends_with("println");
    if (!arity && !isPrint) {
      gen.unsupported(name->getRange(), "`" + name->name + "` as a value is");
      return makeNil(at);
    }
    params = arity ? std::max(arity->min, 1u) : 1;
  }
  return ClosureNewOp::create(
      b, at, any, gen.getBuiltinFunction(name->name, params), ValueRange());
}

Value FunctionGen::emitValueCall(ast::CallExpr *expr, Value callee) {
  Location at = loc(expr->callee);
  SmallVector<Value> args;
  if (!emitArgs(expr->args, args))
    return makeNil(at);
  return CallValueOp::create(b, at, any, Type(), callee, args).getResult();
}

/// A call of a variable that always holds the same lambda, whose `&mut`
/// parameters are given back. Other function values keep such changes to
/// themselves.
std::optional<Value> FunctionGen::emitLambdaCall(ast::CallExpr *expr,
                                                 const NameRef &ref) {
  const VarDecl *variable = ref.variable;
  if (!variable || !variable->let || variable->isReassigned)
    return {};
  auto *lambda = dyn_cast_or_null<ast::LambdaExpr>(variable->let->init);
  FuncOp known = gen.findLambda(lambda);
  if (!known || !known.getInout() || lambda->params.size() != expr->args.size())
    return {};
  ArrayRef<int64_t> back = *known.getInout();
  unsigned first = known.getClosure();
  ArgList args;
  if (first)
    args.add(readVariable(cast<ast::NameExpr>(expr->callee)));
  for (const auto &[index, arg] : llvm::enumerate(expr->args))
    ObjectGen(*this).emitArgument(
        arg.value, llvm::is_contained(back, int64_t(index + first)),
        lambda->params[index].isInOut(), args);
  auto symbol = FlatSymbolRefAttr::get(known.getSymNameAttr());
  return ObjectGen(*this).emitCall(loc(expr->callee), symbol, args, back);
}

//===----------------------------------------------------------------------===//
// Captured variables
//===----------------------------------------------------------------------===//

/// `let f = |n| .. f(n - 1) ..`: the function value holds the cell that it is
/// stored to afterwards.
Value FunctionGen::emitRecursiveLambda(ast::LambdaExpr *lambda,
                                       const VarDecl *variable) {
  Location at = loc(lambda);
  if (gen.captures.needsCell(variable) && !variable->isGlobal) {
    auto unset = UnsetType::get(b.getContext());
    declareCell(variable, at,
                ConstantOp::create(b, at, NilAttr::get(b.getContext(), unset)));
    Value value = emit(lambda);
    writeCell(variable, at, value);
    return value;
  }
  Value value = emit(lambda);
  declareVariable(variable, at, value);
  return value;
}

/// Whether a variable of another function is read through this one's value.
bool FunctionGen::isCaptured(const VarDecl *variable) {
  return info && variable->owner != info && !variable->isGlobal &&
         func.getClosure();
}

/// The cells of a variable share one key, the variable's name and number.
static std::string getCellKey(const VarDecl *variable) {
  return (variable->name + "." + Twine(variable->id)).str();
}

Value FunctionGen::getCapture(const VarDecl *variable, Location at) {
  unsigned position = gen.captures.getPosition(info, variable);
  return ClosureGetOp::create(b, at, any, func.getArgument(0), position);
}

/// The cell that a variable lives in. One that no declaration precedes is made
/// at the start of the function.
Value FunctionGen::getCell(const VarDecl *variable, Location at) {
  if (isCaptured(variable))
    return getCapture(variable, at);
  bool isKnown = slots.contains(variable);
  Value slot = getSlot(variable, at);
  if (!isKnown) {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointAfter(lastSlot);
    auto unset = UnsetType::get(b.getContext());
    Value mark = ConstantOp::create(b, at, NilAttr::get(b.getContext(), unset));
    Value cell = CellNewOp::create(b, at, CellType::get(b.getContext()),
                                   getCellKey(variable), mark);
    lastSlot = StoreOp::create(b, at, cell, slot);
  }
  return load(at, slot);
}

/// A declaration makes a new variable each time that control comes by.
void FunctionGen::declareCell(const VarDecl *variable, Location at,
                              Value value) {
  Value cell = CellNewOp::create(b, at, CellType::get(b.getContext()),
                                 getCellKey(variable), value);
  store(at, cell, getSlot(variable, at));
}

Value FunctionGen::readCell(const VarDecl *variable, Location at) {
  return CellGetOp::create(b, at, any, getCellKey(variable),
                           getCell(variable, at));
}

Value FunctionGen::takeCell(const VarDecl *variable, Location at) {
  return CellTakeOp::create(b, at, any, getCellKey(variable),
                            getCell(variable, at));
}

void FunctionGen::writeCell(const VarDecl *variable, Location at, Value value) {
  CellSetOp::create(b, at, getCellKey(variable), getCell(variable, at), value);
}

/// A variable that surely has a value: a slot, cell or capture.
Value FunctionGen::readBoundVariable(const VarDecl *variable, Location at) {
  if (variable->isGlobal)
    return GlobalGetOp::create(b, at, any, false, gen.getGlobal(variable));
  if (gen.captures.needsCell(variable))
    return readCell(variable, at);
  if (isCaptured(variable))
    return getCapture(variable, at);
  return load(at, getSlot(variable, at));
}

//===----------------------------------------------------------------------===//
// Definitions
//===----------------------------------------------------------------------===//

/// Functions are hoisted in their block. One that is defined again or assigned
/// is a variable, whose first value is the first definition.
void FunctionGen::defineFunctions(ArrayRef<ast::Expr *> statements) {
  for (ast::Expr *statement : statements) {
    auto *item = dyn_cast<ast::FunctionItem>(statement);
    const VarDecl *decl = item ? gen.sema.getDecl(item) : nullptr;
    if (decl && decl->function == item && decl->isReassigned)
      declareVariable(decl, loc(item->name.range.begin),
                      makeFunctionValue(loc(item->name.range.begin), item));
  }
}

/// A hoisted definition does nothing at its place, a later one assigns.
void FunctionGen::defineFunction(ast::FunctionItem *item) {
  const VarDecl *decl = gen.sema.getDecl(item);
  Location at = loc(item->name.range.begin);
  if (decl && decl->function != item)
    writeVariable(decl, at, makeFunctionValue(at, item));
  else
    gen.getFunction(item);
}

/// The value of a definition is the function.
Value FunctionGen::visitFunctionItem(ast::FunctionItem *item) {
  defineFunction(item);
  return makeFunctionValue(loc(item->name.range.begin), item);
}
