//===- Calls.cpp - Calls of functions and pipelines -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

std::string irgen::getArityMessage(const ast::FunctionItem *function,
                                   size_t count) {
  size_t total = function->params.size();
  size_t required = llvm::count_if(
      function->params, [](const ast::Param &p) { return !p.defaultValue; });
  if (count >= required && count <= total)
    return {};
  std::string text = "Function expects " + std::to_string(required);
  if (required != total)
    text += "-" + std::to_string(total);
  text += total == 1 ? " argument, got " : " arguments, got ";
  return text + std::to_string(count);
}

Value FunctionGen::emitArg(ast::Expr *value) {
  if (isa<ast::SpreadExpr>(value)) {
    gen.unsupported(SourceRange(value->getBegin()), "spread arguments are");
    return makeNil(loc(value));
  }
  return emit(value);
}

/// Positional arguments of library functions, left to right.
bool FunctionGen::emitArgs(ArrayRef<ast::Argument> args,
                           SmallVectorImpl<Value> &values) {
  for (const ast::Argument &arg : args) {
    if (!arg.name.empty()) {
      gen.unsupported(arg.name.range,
                      "named arguments of library functions are");
      return false;
    }
    values.push_back(emitArg(arg.value));
  }
  return true;
}

Value FunctionGen::emitNamedCall(ast::CallExpr *expr) {
  Location at = loc(expr->callee);
  auto *name = dyn_cast<ast::NameExpr>(expr->callee);
  if (!name)
    return emitPathCall(expr);
  const NameRef &ref = gen.sema.getRef(name);
  switch (ref.kind) {
  case NameRef::Kind::Function:
    if (const CallBinding *binding = gen.sema.getCallBinding(expr))
      return emitKnownCall(expr, *binding);
    break;
  case NameRef::Kind::Builtin:
    return emitBuiltinCall(name, expr->args);
  case NameRef::Kind::Unresolved:
    return raise(at, "UndefinedFunction", name->name);
  case NameRef::Kind::Variable:
    return emitValueCall(expr, readVariable(name));
  case NameRef::Kind::Variant:
    gen.unsupported(name->getRange(), "enum values are");
    return makeNil(at);
  case NameRef::Kind::Type:
  case NameRef::Kind::Module:
    break;
  }
  gen.unsupported(name->getRange(), "calling `" + name->name + "` is");
  return makeNil(at);
}

/// The few constructors of the library that give values of supported kinds.
Value FunctionGen::emitPathCall(ast::CallExpr *expr) {
  Location at = loc(expr->callee);
  auto *path = cast<ast::PathExpr>(expr->callee);
  StringRef type = path->segments[path->segments.size() - 2].text;
  StringRef name = path->segments.back().text;
  SmallVector<Value> args;
  bool isConstructor = type == "String" || type == "Vec";
  if ((isConstructor || (type == "process" && name == "exit")) &&
      !emitArgs(expr->args, args))
    return makeNil(at);
  if (type == "String" && name == "new" && args.empty())
    return makeText(at, "");
  if (type == "String" && name == "from" && args.size() == 1)
    return ToStringOp::create(b, at, str, args.front(), DisplayMode::Display);
  if (type == "Vec" && ((name == "new" && args.empty()) ||
                        (name == "with_capacity" && args.size() == 1)))
    return ArrayNewOp::create(b, at, any, ValueRange());
  if (type == "process" && name == "exit")
    return emitBuiltinOn(at, path->getRange(), name, args);
  gen.unsupported(path->getRange(),
                  "`" + gen.sources.getText(path->getRange()) + "` is");
  return makeNil(at);
}

/// Calls a function with a value per parameter; empty ones take their
/// default.
Value FunctionGen::emitCallOf(Location at, ast::FunctionItem *callee,
                              MutableArrayRef<Value> args) {
  llvm::BitVector given(args.size());
  SmallVector<Value> operands;
  for (const auto &[index, arg] : llvm::enumerate(args)) {
    if (!arg)
      continue;
    given.set(index);
    operands.push_back(
        arg.getType() == any ? arg : Value(CoerceOp::create(b, at, any, arg)));
  }
  FlatSymbolRefAttr symbol = given.all()
                                 ? gen.getFunction(callee)
                                 : gen.getDefaultsFunction(callee, given);
  auto call = CallOp::create(b, at, TypeRange(any), symbol, operands,
                             /*tail=*/UnitAttr(), /*arg_attrs=*/ArrayAttr(),
                             /*res_attrs=*/ArrayAttr());
  return call.getResult(0);
}

Value FunctionGen::emitKnownCall(ast::CallExpr *expr,
                                 const CallBinding &binding) {
  Location at = loc(expr->callee);
  SmallVector<Value> args(binding.callee->params.size());
  for (const CallBinding::Bound &bound : binding.args) {
    Value value = emitArg(bound.value);
    if (bound.param < args.size())
      args[bound.param] = value;
  }
  if (!binding.isValid)
    return raise(at, "Arity", binding.message);
  return emitCallOf(at, binding.callee, args);
}

/// No value of the supported kinds can be called.
Value FunctionGen::emitValueCall(ast::CallExpr *expr, Value callee) {
  SmallVector<Value> args;
  for (const ast::Argument &arg : expr->args)
    emitArg(arg.value);
  return raiseAbout(loc(expr->callee), "TypeError",
                    "Cannot call non-function value: ", callee);
}

//===----------------------------------------------------------------------===//
// Pipelines
//===----------------------------------------------------------------------===//

/// Methods that have the name of a library function come first in a pipeline.
static bool isAlsoMethod(StringRef name) {
  static const llvm::StringSet<> names = {
      "abs",  "ceil", "floor", "len",     "max",    "min",       "pop",
      "pow",  "push", "round", "sqrt",    "sort",   "to_string", "reverse",
      "join", "sum",  "split", "product", "unique", "flatten"};
  return names.contains(name);
}

Value FunctionGen::emitPipeline(ast::PipelineExpr *expr, Value value) {
  auto *call = dyn_cast<ast::CallExpr>(expr->stage);
  auto *stage = dyn_cast<ast::NameExpr>(call ? call->callee : expr->stage);
  if (!stage) {
    if (isa<ast::LambdaExpr>(expr->stage))
      return visitNode(expr->stage);
    gen.unsupported(expr->stage->getRange(), "this pipeline stage is");
    return value;
  }
  SmallVector<Value> args{value};
  if (call && !emitArgs(call->args, args))
    return value;
  return emitPipelineCall(stage, args);
}

/// `x |> f(a)`: a function of the file, else a method, else a library
/// function.
Value FunctionGen::emitPipelineCall(ast::NameExpr *stage,
                                    SmallVectorImpl<Value> &args) {
  const NameRef &ref = gen.sema.getRef(stage);
  Location at = loc(stage);
  if (ref.kind == NameRef::Kind::Variable)
    return raiseAbout(at, "TypeError",
                      "Cannot call non-function value: ", readVariable(stage));
  if (ref.kind == NameRef::Kind::Function && ref.function) {
    std::string message = getArityMessage(ref.function, args.size());
    if (!message.empty())
      return raise(at, "Arity", message);
    args.resize(ref.function->params.size());
    return emitCallOf(at, ref.function, args);
  }
  if (ref.kind == NameRef::Kind::Builtin && !isAlsoMethod(stage->name))
    return emitBuiltinOn(at, stage->getRange(), stage->name, args);
  return emitMethodOf(at, stage->name, args.front(),
                      ArrayRef(args).drop_front());
}
