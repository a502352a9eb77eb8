//===- Builtins.cpp - Calls of library functions ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"
#include "FunctionGen.h"
#include "LibraryPaths.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

/// `type_of(f)` of a function: the one use of a function as a value that needs
/// no value.
static StringRef getKindOfName(const SemaResult &sema, ast::Expr *expr) {
  auto *name = dyn_cast<ast::NameExpr>(expr);
  if (!name)
    return "";
  const NameRef &ref = sema.getRef(name);
  if (ref.kind == NameRef::Kind::Function)
    return "function";
  if (ref.kind == NameRef::Kind::Builtin && name->name != "nil")
    return "builtin_function";
  return "";
}

Value FunctionGen::emitBuiltinCall(ast::NameExpr *callee,
                                   ArrayRef<ast::Argument> args) {
  Location at = loc(callee);
  StringRef name = callee->name;
  if (name.starts_with("__"))
    return emitIntrinsic(name, at, args);
  if (Value value = emitShared(name, at, args, /*isMacro=*/false))
    return value;
  bool isTypeOf = name == "type_of" || name == "typeof" || name == "type";
  if (isTypeOf && args.size() == 1) {
    StringRef kind = getKindOfName(gen.sema, args.front().value);
    if (!kind.empty())
      return makeText(at, kind);
  }
  SmallVector<Value> values;
  if (!emitArgs(args, values))
    return makeNil(at);
  return emitBuiltinOn(at, callee->getRange(), name, values);
}

/// Functions of the prelude's own language: `__kind_is(x, "array")` and its
/// like test and take apart without failing.
Value FunctionGen::emitIntrinsic(StringRef name, Location at,
                                 ArrayRef<ast::Argument> args) {
  Value value = emit(args[0].value);
  StringRef word = cast<ast::StringLiteral>(args[1].value)->value;
  if (name == "__kind_is")
    return KindIsOp::create(b, at, i1, value, word);
  if (name == "__library") {
    SmallVector<Value> rest;
    emitArgs(args.drop_front(2), rest);
    return MethodOp::create(b, at, any, Type(), word, value, rest).getResult();
  }
  OptionCase option = *symbolizeOptionCase(word);
  if (name == "__payload")
    return OptionGetOp::create(b, at, any, value, option);
  return OptionIsOp::create(b, at, i1, value, option, name == "__strict_is");
}

/// A library function with evaluated arguments.
Value FunctionGen::emitBuiltinOn(Location at, SourceRange range, StringRef name,
                                 ArrayRef<Value> args) {
  if (name == "println" || name == "print" || name == "eprintln" ||
      name == "eprint")
    return emitPrintOf(name, at, args);
  if (!args.empty() && isMethodAsFunction(name))
    return emitMethodAsFunction(at, name, args);
  std::optional<BuiltinArity> arity = getBuiltinArity(name);
  if (!arity && !args.empty() && gen.findPrelude(name, args.size() - 1))
    return emitMethodOf(at, name, args.front(), args.drop_front());
  if (!arity) {
    gen.unsupported(range, "the library function `" + name + "` is");
    return makeNil(at);
  }
  if (args.size() < arity->min || (arity->max && args.size() > *arity->max))
    return raise(at, "Arity", getBuiltinArityMessage(name, args.size()));
  if (name == "len")
    return LenOp::create(b, at, i64, Type(), args.front()).getResult();
  if (name == "str")
    return ToStringOp::create(b, at, str, args.front(), DisplayMode::Display);
  if (name == "to_string")
    return ToStringOp::create(b, at, str, args.front(), DisplayMode::ToString);
  if (name == "is_nil")
    return IsNilOp::create(b, at, i1, args.front());
  return BuiltinOp::create(b, at, any, Type(), name, args).getResult();
}

/// `x |> println`.
Value FunctionGen::emitPrintOf(StringRef name, Location at,
                               ArrayRef<Value> args) {
  bool toStderr = name.consume_front("e");
  TextParts parts;
  if (args.size() == 1)
    parts.push_back({TextPart::Kind::Display, "", args.front(), {}});
  else if (!args.empty())
    BuiltinOp::create(b, at, any, Type(),
                      toStderr ? "eprint_values" : "print_values", args);
  if (name.ends_with("ln"))
    addLiteral(parts, "\n");
  print(at, toStderr ? Stream::Stderr : Stream::Stdout, parts);
  return makeNil(at);
}
