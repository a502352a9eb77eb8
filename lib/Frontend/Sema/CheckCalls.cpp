//===- CheckCalls.cpp - Calls, methods and fields ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckImpl.h"

#include "llvm/ADT/StringExtras.h"

#include <optional>

using namespace ruchy;

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

namespace {

/// How many arguments a function of the library takes.
struct LibraryArity {
  size_t least = ~size_t(0);
  /// Nothing if there is no limit.
  std::optional<size_t> most = 0;
};

void addRow(LibraryArity &arity, llvm::StringRef params, size_t least) {
  arity.least = std::min(arity.least, least);
  if (params.contains('*') || !arity.most)
    arity.most = std::nullopt;
  else
    arity.most = std::max(*arity.most, params.size());
}

/// Nothing if the name is not in the table of the library.
std::optional<LibraryArity> findArity(llvm::StringRef name) {
  struct Row {
    llvm::StringLiteral receiver;
    llvm::StringLiteral name;
    llvm::StringLiteral params;
    size_t least;
  };
  static constexpr Row rows[] = {
#define RUCHY_BUILTIN(Receiver, Name, Params, MinArgs, ...)                    \
  {#Receiver, Name, Params, MinArgs},
#include "Ruchy/Dialect/Ruchy/IR/Builtins.def"
  };
  LibraryArity arity;
  bool isFound = false;
  for (const Row &row : rows)
    if (row.receiver == "None" && row.name == name) {
      addRow(arity, row.params, row.least);
      isFound = true;
    }
  return isFound ? std::optional(arity) : std::nullopt;
}

std::string countArguments(size_t count) {
  return std::to_string(count) + (count == 1 ? " argument" : " arguments");
}

std::string makeArityMessage(llvm::StringRef name, const LibraryArity &arity,
                             size_t count) {
  std::string text = name.str() + "() expects ";
  if (name == "range")
    return text + "1, 2, or 3 arguments";
  if (arity.most && *arity.most == arity.least)
    text += "exactly " + countArguments(arity.least);
  else if (!arity.most || count < arity.least)
    text += "at least " + countArguments(arity.least);
  else
    text += "at most " + countArguments(*arity.most);
  return text + ", got " + std::to_string(count);
}

} // namespace

void Checker::checkCall(CallExpr *call) {
  if (stages.contains(call))
    return;
  auto *name = llvm::dyn_cast<NameExpr>(call->callee);
  if (name && names.getRef(name).kind == NameRef::Kind::Builtin &&
      name->name != "nil")
    return checkBuiltinCall(call, name->name);
  KnownKind kind = getKind(call->callee);
  if (kind.isKnown() && kind.kind != KnownKind::Struct &&
      kind.kind != KnownKind::Range)
    report(Diag::NotCallable, call->getRange(),
           "Cannot call non-function value: " + kind.getName());
}

void Checker::checkBuiltinCall(CallExpr *call, llvm::StringRef name) {
  bool hasSpread = llvm::any_of(call->args, [](const Argument &argument) {
    return llvm::isa_and_nonnull<SpreadExpr>(argument.value);
  });
  if (hasSpread)
    return;
  size_t count = call->args.size();
  if (auto arity = findArity(name))
    if (count < arity->least || (arity->most && count > *arity->most))
      return report(Diag::Arity, call->getRange(),
                    makeArityMessage(name, *arity, count));
  auto *text = count == 1
                   ? llvm::dyn_cast_or_null<StringLiteral>(call->args[0].value)
                   : nullptr;
  bool converts = name == "int" || name == "parse_int";
  if (text && converts && llvm::none_of(text->value, llvm::isDigit))
    report(Diag::RuntimeFailure, call->getRange(),
           name + "() cannot parse string: '" + text->value + "'");
}

//===----------------------------------------------------------------------===//
// Members
//===----------------------------------------------------------------------===//

/// Whether a receiver is a type or module rather than a value.
static bool isNamespace(Expr *receiver, const SemaResult &names) {
  auto *name = llvm::dyn_cast<NameExpr>(receiver);
  if (!name)
    return llvm::isa<PathExpr>(receiver);
  const NameRef &ref = names.getRef(name);
  return ref.kind != NameRef::Kind::Variable && name->name != "nil";
}

void Checker::checkMethodCall(MethodCallExpr *call) {
  llvm::StringRef name = call->name.text;
  if (isNamespace(call->receiver, names))
    return;
  KnownKind kind = getKind(call->receiver);
  const TypeFacts *facts = kind.item ? findType(kind.item->name.text) : nullptr;
  if (facts && !facts->members.contains(name) && !isLibraryMethod(name) &&
      !extendsTypes)
    return report(Diag::UnknownMethod, call->name.range,
                  "Method '" + name + "' not found for type " +
                      kind.item->name.text,
                  suggestMember(name, facts));
  if (isKnownMember(name) || hasUnknownNames)
    return;
  std::string message = "Method '" + name.str() + "' not found";
  if (kind.kind == KnownKind::String || kind.kind == KnownKind::Array)
    message = ("Unknown " + kind.getName() + " method: " + name).str();
  else if (kind.isKnown() && kind.kind != KnownKind::Struct)
    message += (" for type " + kind.getName()).str();
  report(Diag::UnknownMethod, call->name.range, message, suggestMember(name));
}

void Checker::checkField(FieldExpr *field) {
  if (field->isTupleIndex || extendsTypes)
    return;
  llvm::StringRef name = field->name.text;
  KnownKind kind = getKind(field->object);
  if (kind.item) {
    const TypeFacts *facts = findType(kind.item->name.text);
    if (facts && !facts->members.contains(name))
      report(Diag::UnknownField, field->name.range,
             "Field '" + name + "' not found in struct " + kind.item->name.text,
             suggestMember(name, facts));
    return;
  }
  if (!kind.isKnown() || kind.kind == KnownKind::Range)
    return;
  std::string hint;
  if (isLibraryMethod(name))
    hint = "a method is called with parentheses, '" + name.str() + "()'";
  report(Diag::UnknownField, field->name.range,
         "Cannot access field '" + name + "' on type " + kind.getName(), hint);
}

void Checker::checkStructLiteral(StructExpr *literal) {
  if (literal->path.size() != 1 || hasUnknownNames)
    return;
  const Name &type = literal->path[0];
  auto known = types.find(type.text);
  if (known == types.end() || !known->second.item) {
    // A variant of an enum may stand alone.
    if (words.contains(type.text) || isBuiltinName(type.text) ||
        type.text == "Self")
      return;
    TypeFacts all;
    for (const auto &entry : types)
      if (entry.second.item)
        all.members.insert(entry.getKey());
    return report(Diag::UnknownType, type.range, "Unknown struct: " + type.text,
                  suggestMember(type.text, &all));
  }
  const TypeFacts *facts = findType(type.text);
  auto *item = facts ? llvm::dyn_cast<StructItem>(facts->item) : nullptr;
  if (!item || item->isTuple)
    return;
  llvm::StringSet<> given;
  for (const FieldInit &field : literal->fields) {
    given.insert(field.name.text);
    bool isField = llvm::any_of(item->fields, [&](const FieldDecl &decl) {
      return decl.name.text == field.name.text;
    });
    if (!isField)
      report(Diag::UnknownLiteralField, field.name.range,
             "Struct " + type.text + " does not have field '" +
                 field.name.text + "'",
             suggestMember(field.name.text, facts));
  }
  if (literal->base)
    return;
  for (const FieldDecl &decl : item->fields)
    if (!decl.defaultValue && !given.contains(decl.name.text))
      return report(Diag::MissingField, type.range,
                    "Missing required field '" + decl.name.text +
                        "' for struct " + type.text);
}

/// `E::V` and `m::f`.
void Checker::checkPath(PathExpr *path) {
  if (path->segments.size() != 2)
    return;
  const NameRef &ref = names.getRef(path);
  const Name &member = path->segments[1];
  if (auto *inner = llvm::dyn_cast_or_null<ModuleItem>(ref.item)) {
    bool isInside = inner->getBegin() <= path->getBegin() &&
                    path->getBegin() < inner->getEnd();
    for (Expr *statement : inner->statements)
      if (auto *function = llvm::dyn_cast<FunctionItem>(statement);
          function && function->name.text == member.text &&
          !function->isPublic() && !isInside)
        report(Diag::PrivateMember, path->getRange(),
               "Function '" + member.text + "' is private in module '" +
                   inner->name.text + "'",
               "declare it with 'pub fun'");
    return;
  }
  auto *enumeration = llvm::dyn_cast_or_null<EnumItem>(ref.item);
  const TypeFacts *facts =
      enumeration ? findType(enumeration->name.text) : nullptr;
  if (facts && facts->item == enumeration && !extendsTypes &&
      !facts->members.contains(member.text))
    report(Diag::UnknownVariant, member.range,
           "Unknown variant '" + member.text + "' of enum " +
               enumeration->name.text,
           suggestMember(member.text, facts));
}
