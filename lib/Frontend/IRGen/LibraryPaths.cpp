//===- LibraryPaths.cpp - Library functions by their paths ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LibraryPaths.h"
#include "FunctionGen.h"
#include "Ruchy/Dialect/Ruchy/IR/Builtins.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

/// Modules whose members are functions with a common prefix: `fs::copy` is
/// `fs_copy`.
static StringRef getPrefix(StringRef type) {
  return llvm::StringSwitch<StringRef>(type)
      .Cases({"fs", "env"}, type)
      .Cases({"JSON", "json"}, "json")
      .Cases({"path", "Path"}, "path")
      .Default("");
}

/// What is not formed by the rule.
static std::optional<StringRef> lookupException(StringRef type,
                                                StringRef name) {
  static const llvm::StringMap<StringRef> functions = {
      {"JSON.parse", "parse_json"},
      {"JSON.stringify", "stringify_json"},
      {"json.parse", "parse_json"},
      {"json.stringify", "stringify_json"},
      {"File.open", "open"},
      {"File.read", "read_file"},
      {"File.write", "write_file"},
      {"File.append", "append_file"},
      {"File.exists", "file_exists"},
      {"File.delete", "delete_file"},
      {"fs.read_to_string", "fs_read"},
      {"io.read_line", "read_line"},
      {"io.stdin", "stdin"},
      {"io.stdout", "stdout"},
      {"io.stderr", "stdout"},
      {"io.read_to_string", "read_to_string"},
      {"process.exit", "exit"},
      {"thread.sleep", "sleep"},
      {"time.sleep", "sleep"},
      {"time.sleep_ms", "sleep_ms"},
      {"time.now", "now"},
      {"time.timestamp", "timestamp"},
      {"rand.random", "random"},
      {"Instant.now", "instant_now"},
      {"SystemTime.now", "system_time_now"},
      {"Duration.from_nanos", "duration_from_nanos"},
      {"Duration.from_micros", "duration_from_micros"},
      {"Duration.from_millis", "duration_from_millis"},
      {"Duration.from_secs", "duration_from_secs"},
      {"Duration.from_secs_f64", "duration_from_secs"},
      {"Duration.from_secs_f32", "duration_from_secs"},
  };
  auto it = functions.find((type + "." + name).str());
  if (it == functions.end())
    return {};
  return it->second;
}

std::optional<StringRef> irgen::lookupLibraryPath(StringRef type,
                                                  StringRef name) {
  if (std::optional<StringRef> function = lookupException(type, name))
    return function;
  std::string joined = name.str();
  if (type != "Math") {
    StringRef prefix = getPrefix(type);
    if (prefix.empty())
      return {};
    joined = (prefix + "_" + name).str();
  }
  for (const BuiltinInfo &info : getBuiltins())
    if (info.receiver == BuiltinType::None && joined == info.name)
      return StringRef(info.name);
  return {};
}

bool irgen::isUnsupportedLibrary(StringRef type, StringRef name) {
  static const llvm::StringSet<> types = {
      "Command",   "Html",      "Regex",       "regex", "http", "DataFrame",
      "TcpStream", "UdpSocket", "TcpListener", "mpsc",  "ffi",  "simd"};
  return types.contains(type) || (type == "thread" && name != "sleep");
}

bool irgen::isMethodAsFunction(StringRef name) {
  static const llvm::StringSet<> names = {
      "append", "contains", "enumerate", "flatten", "items",  "join",   "keys",
      "pop",    "product",  "push",      "reverse", "signum", "sort",   "split",
      "sum",    "to_float", "to_int",    "trunc",   "unique", "values", "zip"};
  return names.contains(name);
}

std::optional<StringRef> irgen::lookupImportedFunction(StringRef name) {
  for (StringRef module : {"fs", "env", "io", "process", "thread", "time"})
    if (std::optional<StringRef> function = lookupLibraryPath(module, name))
      return function;
  return {};
}

/// `unique(a)`, `push(a, v)`: methods on a copy of the first argument.
Value FunctionGen::emitMethodAsFunction(Location at, StringRef name,
                                        ArrayRef<Value> args) {
  if (name != "push" || args.size() != 2)
    return emitMethodOf(at, name, args.front(), args.drop_front());
  auto op = MutatingMethodOp::create(b, at, any, any, Type(), name,
                                     args.front(), args.drop_front());
  return op.getUpdated();
}

/// `JSON.parse(text)`: null for a method of anything else.
Value FunctionGen::emitLibraryObjectCall(ast::MethodCallExpr *expr) {
  auto *receiver = dyn_cast<ast::NameExpr>(expr->receiver);
  if (!receiver || gen.sema.getRef(receiver).kind != NameRef::Kind::Builtin)
    return {};
  StringRef type = receiver->name, name = expr->name.text;
  Location at = loc(expr->name.range.begin);
  if (isUnsupportedLibrary(type, name)) {
    gen.unsupported(receiver->getRange(), "`" + type + "." + name + "` is");
    return makeNil(at);
  }
  std::optional<StringRef> function = lookupLibraryPath(type, name);
  if (!function)
    return {};
  SmallVector<Value> args;
  if (!emitArgs(expr->args, args))
    return makeNil(at);
  return emitBuiltinOn(at, expr->name.range, *function, args);
}

/// `input.read_line(&mut text)`
bool FunctionGen::isReadInto(ast::MethodCallExpr *expr) {
  StringRef name = expr->name.text;
  if ((name != "read_line" && name != "read_to_string") ||
      expr->args.size() != 1)
    return false;
  auto *arg = dyn_cast<ast::UnaryExpr>(expr->args.front().value);
  return arg && arg->op == ast::UnaryOp::RefMut;
}

/// Appends what is read to the place; the value is the number of bytes.
Value FunctionGen::emitReadInto(ast::MethodCallExpr *expr, Value receiver) {
  Location at = loc(expr->name.range.begin);
  auto *arg = cast<ast::UnaryExpr>(expr->args.front().value);
  std::string name = (expr->name.text + "_into").str();
  Value text =
      MethodOp::create(b, at, any, Type(), name, receiver, ValueRange())
          .getResult();
  Place place;
  if (!emitPlace(arg->operand, place))
    return makeNil(at);
  Value longer =
      AddOp::create(b, at, any, Type(), readPlace(place), text).getResult();
  writePlace(place, at, longer);
  return LenOp::create(b, at, i64, Type(), text).getResult();
}

/// A call of a library function under another name.
Value FunctionGen::emitLibraryCall(ast::CallExpr *expr, StringRef function) {
  Location at = loc(expr->callee);
  SmallVector<Value> args;
  if (!emitArgs(expr->args, args))
    return makeNil(at);
  return emitBuiltinOn(at, expr->callee->getRange(), function, args);
}
