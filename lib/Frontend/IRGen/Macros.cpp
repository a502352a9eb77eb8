//===- Macros.cpp - Macros, assertions and output ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

/// The text of arguments as one string. A computed format string is joined
/// with the rest like any other value.
Value FunctionGen::buildText(Location at, ArrayRef<ast::Argument> args,
                             bool isMacro) {
  TextParts parts;
  collectText(args, isMacro, parts, /*computed=*/nullptr);
  return concat(at, parts);
}

/// `println print eprintln eprint`, as functions and as macros.
Value FunctionGen::emitPrint(StringRef name, Location at,
                             ArrayRef<ast::Argument> args, bool isMacro) {
  bool toStderr = name.consume_front("e");
  Stream stream = toStderr ? Stream::Stderr : Stream::Stdout;
  TextParts parts;
  SmallVector<Value> computed;
  if (!collectText(args, isMacro, parts, &computed))
    BuiltinOp::create(b, at, any, Type(),
                      toStderr ? "eprint_values" : "print_values", computed);
  if (name.ends_with("ln"))
    addLiteral(parts, "\n");
  print(at, stream, parts);
  return makeNil(at);
}

/// `dbg(v)` prints `[DEBUG] v` and gives v.
Value FunctionGen::emitDebug(Location at, ArrayRef<ast::Argument> args) {
  if (args.size() != 1)
    return raise(at, "Arity",
                 "dbg() expects exactly 1 argument, got " +
                     std::to_string(args.size()));
  Value value = emitArg(args.front().value);
  TextParts parts;
  addLiteral(parts, "[DEBUG] ");
  parts.push_back({TextPart::Kind::Debug, "", value, {}});
  addLiteral(parts, "\n");
  print(at, Stream::Stdout, parts);
  return value;
}

//===----------------------------------------------------------------------===//
// Assertions
//===----------------------------------------------------------------------===//

/// Raises the failure of an assertion; \p message is null where there is none.
void FunctionGen::raiseAssertion(Location at, Value message) {
  if (!message)
    raise(at, "AssertionFailed", "");
  else
    raise(at, "AssertionMessage", "", message);
}

/// The message of a function is evaluated with the other arguments, that of a
/// macro only where the assertion fails.
Value FunctionGen::emitAssert(Location at, ArrayRef<ast::Argument> args,
                              bool isMacro) {
  if (args.empty())
    return raise(at, "Arity", "assert() expects exactly 1 argument, got 0");
  ArrayRef<ast::Argument> rest = args.drop_front();
  Block *holds = new Block, *fails = new Block;
  if (isMacro || rest.empty()) {
    emitCondition(args.front().value, holds, fails);
    startBlock(fails);
    raiseAssertion(at, rest.empty() ? Value() : buildText(at, rest, isMacro));
  } else {
    Value condition = emitArg(args.front().value);
    Value message = buildText(at, rest, isMacro);
    branchIf(at, truthy(at, condition), holds, fails);
    startBlock(fails);
    raiseAssertion(at, message);
  }
  branch(at, holds);
  startBlock(holds);
  return makeNil(at);
}

/// `expected A, got B`, or for `assert_ne` that both are the same.
Value FunctionGen::describeDifference(Location at, Value expected, Value actual,
                                      bool negated) {
  TextParts parts;
  addLiteral(parts,
             negated ? "expected values to differ, both are " : "expected ");
  parts.push_back({TextPart::Kind::Debug, "", expected, {}});
  if (!negated) {
    addLiteral(parts, ", got ");
    parts.push_back({TextPart::Kind::Debug, "", actual, {}});
  }
  return concat(at, parts);
}

Value FunctionGen::emitAssertEq(Location at, ArrayRef<ast::Argument> args,
                                bool isMacro, bool negated) {
  if (args.size() < 2)
    return raise(at, "Arity",
                 (negated ? "assert_ne" : "assert_eq") +
                     std::string("() expects exactly 2 arguments, got ") +
                     std::to_string(args.size()));
  Value expected = emitArg(args[0].value);
  Value actual = emitArg(args[1].value);
  ArrayRef<ast::Argument> rest = args.drop_front(2);
  Value message;
  if (!rest.empty() && !isMacro)
    message = buildText(at, rest, isMacro);
  Block *holds = new Block, *fails = new Block;
  Value equal = EqOp::create(b, at, i1, expected, actual);
  branchIf(at, equal, negated ? fails : holds, negated ? holds : fails);
  startBlock(fails);
  if (rest.empty())
    message = describeDifference(at, expected, actual, negated);
  else if (isMacro)
    message = buildText(at, rest, isMacro);
  raiseAssertion(at, message);
  branch(at, holds);
  startBlock(holds);
  return makeNil(at);
}

/// `panic todo unreachable`: what Rust says where there is no message.
Value FunctionGen::emitPanic(StringRef name, Location at,
                             ArrayRef<ast::Argument> args, bool isMacro) {
  StringRef plain =
      llvm::StringSwitch<StringRef>(name)
          .Case("todo", "not yet implemented")
          .Case("unreachable", "internal error: entered unreachable code")
          .Default("explicit panic");
  if (args.empty())
    return raise(at, "Panic", plain);
  auto *literal = dyn_cast<ast::StringLiteral>(args.front().value);
  bool isVerbatim = literal && args.size() == 1 &&
                    literal->value.find_first_of("{}") == StringRef::npos;
  if (name == "panic" && isVerbatim)
    return raise(at, "Panic", literal->value);
  Value message = buildText(at, args, isMacro);
  if (name != "panic") {
    TextParts parts;
    addLiteral(parts, (plain + ": ").str());
    parts.push_back({TextPart::Kind::Display, "", message, {}});
    message = concat(at, parts);
  }
  return raise(at, "Panic", "", message);
}

//===----------------------------------------------------------------------===//
// Macros
//===----------------------------------------------------------------------===//

/// The names that functions and macros share; null for other names.
Value FunctionGen::emitShared(StringRef name, Location at,
                              ArrayRef<ast::Argument> args, bool isMacro) {
  if (name == "println" || name == "print" || name == "eprintln" ||
      name == "eprint")
    return emitPrint(name, at, args, isMacro);
  if (name == "assert")
    return emitAssert(at, args, isMacro);
  if (name == "assert_eq" || name == "assert_ne")
    return emitAssertEq(at, args, isMacro, name == "assert_ne");
  if (name == "panic" || name == "todo" || name == "unreachable")
    return emitPanic(name, at, args, isMacro);
  if (name == "dbg")
    return emitDebug(at, args);
  return {};
}

Value FunctionGen::emitVec(ast::MacroCallExpr *expr) {
  Location at = loc(expr);
  if (expr->isRepeat && expr->args.size() == 2) {
    Value value = emitArg(expr->args[0].value);
    Value count = emitArg(expr->args[1].value);
    return ArrayRepeatOp::create(b, at, any, Type(), value, count).getResult();
  }
  SmallVector<Value> elements;
  for (const ast::Argument &arg : expr->args)
    elements.push_back(emitArg(arg.value));
  return ArrayNewOp::create(b, at, any, elements);
}

/// `matches!(value, pattern if guard)`
Value FunctionGen::emitMatches(ast::MacroCallExpr *expr) {
  Location at = loc(expr);
  Value slot = makeSlot("matches", at);
  store(at, makeBool(at, false), slot);
  Block *fits = new Block, *passed = new Block, *join = new Block;
  emitPatternTest(expr->pattern, emitArg(expr->args[0].value), at, fits, join);
  startBlock(fits);
  if (expr->guard)
    emitCondition(expr->guard, passed, join);
  else
    branch(at, passed);
  startBlock(passed);
  store(at, makeBool(at, true), slot);
  branch(at, join);
  startBlock(join);
  return load(at, slot);
}

/// `write!(s, ..)` appends to a string; its value is `Ok(nil)`.
Value FunctionGen::emitWrite(ast::MacroCallExpr *expr) {
  Location at = loc(expr);
  Place place;
  if (expr->args.empty()) {
    gen.unsupported(expr->name.range, "`write!` without a place is");
    return makeNil(at);
  }
  Value text = expr->args.size() > 1
                   ? buildText(at, expr->args.drop_front(), /*isMacro=*/true)
                   : makeText(at, "");
  if (expr->name.text == "writeln") {
    TextParts parts{{TextPart::Kind::Display, "", text, {}}};
    addLiteral(parts, "\n");
    text = concat(at, parts);
  }
  ast::Expr *target = expr->args[0].value;
  while (auto *unary = dyn_cast<ast::UnaryExpr>(target))
    target = unary->operand;
  if (emitPlace(target, place)) {
    Value old = readPlace(place);
    writePlace(place, at,
               AddOp::create(b, at, any, Type(), old, text).getResult());
  }
  return OptionNewOp::create(b, at, any, OptionCase::Ok, makeNil(at));
}

Value FunctionGen::visitMacroCallExpr(ast::MacroCallExpr *expr) {
  Location at = loc(expr);
  StringRef name = expr->name.text;
  if (name == "vec")
    return emitVec(expr);
  if (name == "format")
    return buildText(at, expr->args, /*isMacro=*/true);
  if (name == "matches" && expr->pattern && expr->args.size() == 1)
    return emitMatches(expr);
  if (name == "write" || name == "writeln")
    return emitWrite(expr);
  if (Value value = emitShared(name, at, expr->args, /*isMacro=*/true))
    return value;
  gen.unsupported(expr->name.range, "the macro `" + name + "!` is");
  return makeNil(at);
}
