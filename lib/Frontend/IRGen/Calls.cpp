//===- Calls.cpp - Calls of functions and pipelines -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LibraryPaths.h"
#include "ObjectGen.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"

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
  const PathRef &path = gen.sema.getPath(name);
  if (path.kind == PathRef::Kind::Type || path.kind == PathRef::Kind::Member ||
      path.kind == PathRef::Kind::Private)
    return ObjectGen(*this).emitPathCall(at, path, name->getRange(),
                                         expr->args);
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
    if (std::optional<Value> value = emitLambdaCall(expr, ref))
      return *value;
    return emitValueCall(expr, readVariable(name));
  case NameRef::Kind::Variant:
    return ObjectGen(*this).emitOptionCall(at, name->name, expr->args);
  case NameRef::Kind::Module:
    // An import that leads to nothing of the program.
    if (isBuiltinName(name->name))
      return emitBuiltinCall(name, expr->args);
    if (std::optional<StringRef> function = lookupImportedFunction(name->name))
      return emitLibraryCall(expr, *function);
    return raise(at, "UndefinedFunction", name->name);
  case NameRef::Kind::Type:
    break;
  }
  gen.unsupported(name->getRange(), "calling `" + name->name + "` is");
  return makeNil(at);
}

/// `Some(v)`, `Ok(v)`, `Err(e)`.
Value ObjectGen::emitOptionCall(Location at, StringRef name,
                                ArrayRef<ast::Argument> args) {
  SmallVector<Value> values;
  if (!f.emitArgs(args, values))
    return f.makeNil(at);
  // `Ok()` holds nil.
  if (values.size() > 1)
    return f.raise(at, "Arity",
                   "Function expects 1 argument, got " +
                       std::to_string(values.size()));
  return emitOption(at, name, values.empty() ? Value() : values[0]);
}

/// A function, variant or method of the program, or a constructor of the
/// library.
Value FunctionGen::emitPathCall(ast::CallExpr *expr) {
  Location at = loc(expr->callee);
  auto *path = cast<ast::PathExpr>(expr->callee);
  ObjectGen objects(*this);
  if (const CallBinding *binding = gen.sema.getCallBinding(expr))
    return objects.emitFunctionCall(at, binding->callee, *binding);
  const PathRef &ref = gen.sema.getPath(path);
  const TypeInfo *known = getPathType(ref);
  bool isOfLibrary =
      ref.kind == PathRef::Kind::Unresolved ||
      (ref.kind == PathRef::Kind::Member && known &&
       known->kind == TypeInfo::Kind::Builtin &&
       !known->findMethod(ref.member) && !known->findConstant(ref.member));
  if (!isOfLibrary)
    return objects.emitPathCall(at, ref, path->getRange(), expr->args);
  StringRef type = path->segments[path->segments.size() - 2].text;
  StringRef name = path->segments.back().text;
  if (type == "Option" || type == "Result")
    if (symbolizeOptionCase(name.lower()))
      return objects.emitOptionCall(at, name, expr->args);
  if (type == "mem")
    if (std::optional<Value> value =
            objects.emitMemoryCall(at, name, expr->args))
      return *value;
  SmallVector<Value> args;
  if (!emitArgs(expr->args, args))
    return makeNil(at);
  if (Value made = objects.emitLibraryConstructor(at, type, name, args))
    return made;
  if (std::optional<StringRef> function = lookupLibraryPath(type, name))
    return emitBuiltinOn(at, path->getRange(), *function, args);
  if (args.size() > 0 && objects.hasMethod(name))
    return objects.emitMethodOn(at, name, args.front(),
                                ArrayRef(args).drop_front());
  return objects.emitLibraryPath(at, path, type, name, args);
}

/// `Vec::new()`, `Box::new(x)`, ...; null for anything else.
Value ObjectGen::emitLibraryConstructor(Location at, StringRef type,
                                        StringRef name, ArrayRef<Value> args) {
  bool isEmpty = (name == "new" && args.empty()) ||
                 (name == "default" && args.empty()) ||
                 (name == "with_capacity" && args.size() == 1);
  if (type == "String" && isEmpty)
    return f.makeText(at, "");
  if (type == "String" && name == "from" && args.size() == 1)
    return ToStringOp::create(b, at, f.str, args.front(), DisplayMode::Display);
  if ((type == "Vec" || type == "VecDeque") && isEmpty)
    return ArrayNewOp::create(b, at, f.any, ValueRange());
  if ((type == "HashMap" || type == "BTreeMap") && isEmpty)
    return MapNewOp::create(b, at, f.any, ValueRange());
  if ((type == "HashSet" || type == "BTreeSet") && isEmpty)
    return SetNewOp::create(b, at, f.any, ValueRange());
  bool isWrapper = type == "Box" || type == "Rc" || type == "Arc" ||
                   type == "RefCell" || type == "Cell" || type == "Mutex" ||
                   type == "RwLock";
  if (isWrapper && args.size() == 1 && (name == "new" || name == "clone"))
    return args.front();
  return {};
}

/// Any other function of the library by its path.
Value ObjectGen::emitLibraryPath(Location at, ast::PathExpr *path,
                                 StringRef type, StringRef name,
                                 ArrayRef<Value> args) {
  bool isFrom = name == "from" && args.size() == 1;
  if (isFrom && (type == "Vec" || type == "VecDeque"))
    return f.emitMethodOf(at, "to_array", args.front(), {});
  if (isFrom && (type == "HashMap" || type == "BTreeMap"))
    return f.emitMethodOf(at, "to_map", args.front(), {});
  if (isFrom && (type == "HashSet" || type == "BTreeSet"))
    return f.emitMethodOf(at, "to_set", args.front(), {});
  // `f64::sqrt(x)`, `str::len(s)`: the first argument is the receiver.
  bool isPrimitive = type.starts_with("i") || type.starts_with("u") ||
                     type == "f64" || type == "f32" || type == "str" ||
                     type == "String" || type == "Vec" || type == "char";
  if (isPrimitive && type != "iter" && !args.empty() && !isFrom)
    return f.emitMethodOf(at, name, args.front(), args.drop_front());
  if (isFrom && type.starts_with("f"))
    return CastOp::create(b, at, f.any, Type(), args.front(), CastKind::Float)
        .getResult();
  if (isFrom && isPrimitive && type != "char")
    return CastOp::create(b, at, f.any, Type(), args.front(), CastKind::Int)
        .getResult();
  if (isUnsupportedLibrary(type, name)) {
    gen.unsupported(path->getRange(),
                    "`" + gen.sources.getText(path->getRange()) + "` is");
    return f.makeNil(at);
  }
  if (getBuiltinArity(name))
    return f.emitBuiltinOn(at, path->getRange(), name, args);
  return f.raise(at, "UndefinedFunction",
                 gen.sources.getText(path->getRange()));
}

/// Calls a function with a value per parameter; empty ones take their
/// default.
Value FunctionGen::emitCallOf(Location at, ast::FunctionItem *callee,
                              MutableArrayRef<Value> args) {
  llvm::BitVector given(args.size());
  SmallVector<Value> operands;
  if (gen.isClosure(callee))
    operands.push_back(makeFunctionValue(at, callee));
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
  ArgList list;
  for (Value operand : operands)
    list.add(operand);
  return ObjectGen(*this).emitCall(at, symbol, list, gen.getGivenBack(symbol));
}

Value FunctionGen::emitKnownCall(ast::CallExpr *expr,
                                 const CallBinding &binding) {
  return ObjectGen(*this).emitFunctionCall(loc(expr->callee), binding.callee,
                                           binding);
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
    // Any other stage gives the function to call.
    Value callee = emit(call ? call->callee : expr->stage);
    SmallVector<Value> args{value};
    if (call && !emitArgs(call->args, args))
      return value;
    return CallValueOp::create(b, loc(expr->stage), any, Type(), callee, args)
        .getResult();
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
    return CallValueOp::create(b, at, any, Type(), readVariable(stage), args)
        .getResult();
  if (ref.kind == NameRef::Kind::Function && ref.function) {
    std::string message = getArityMessage(ref.function, args.size());
    if (!message.empty())
      return raise(at, "Arity", message);
    args.resize(ref.function->params.size());
    return emitCallOf(at, ref.function, args);
  }
  ObjectGen objects(*this);
  if (objects.hasMethod(stage->name))
    return objects.emitMethodOn(at, stage->name, args.front(),
                                ArrayRef(args).drop_front());
  if (ref.kind == NameRef::Kind::Builtin && !isAlsoMethod(stage->name))
    return emitBuiltinOn(at, stage->getRange(), stage->name, args);
  return emitMethodOf(at, stage->name, args.front(),
                      ArrayRef(args).drop_front());
}
