//===- Calls.cpp - Binds arguments to parameters ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SemaImpl.h"

using namespace ruchy;

namespace {

std::string makeArityMessage(size_t least, size_t most, size_t given) {
  std::string expected = std::to_string(most);
  if (least != most)
    expected = std::to_string(least) + "-" + expected;
  return "Function expects " + expected +
         (most == 1 ? " argument, got " : " arguments, got ") +
         std::to_string(given);
}

/// The index of a parameter by name, or the number of parameters.
size_t findParam(llvm::ArrayRef<Param> params, llvm::StringRef name) {
  size_t index = 0;
  while (index < params.size() && params[index].getName() != name)
    ++index;
  return index;
}

/// `x = e` as an argument whose name is a parameter of the callee.
AssignExpr *getNamedAssignment(const Argument &argument,
                               llvm::ArrayRef<Param> params) {
  auto *assign = llvm::dyn_cast_or_null<AssignExpr>(argument.value);
  if (!assign || assign->isCompound || assign->isParenthesized)
    return nullptr;
  auto *name = llvm::dyn_cast<NameExpr>(assign->place);
  if (!name || findParam(params, name->name) == params.size())
    return nullptr;
  return assign;
}

CallBinding makeBinding(llvm::ArrayRef<Argument> args,
                        llvm::ArrayRef<Param> params, bool allowsAssignment) {
  CallBinding binding;
  std::vector<bool> isBound(params.size(), false);
  size_t nextPositional = 0;
  bool isOverfull = false;
  auto fail = [&](Diag code, const llvm::Twine &message) {
    if (binding.isValid) {
      binding.message = message.str();
      binding.code = code;
    }
    binding.isValid = false;
  };
  for (const Argument &argument : args) {
    CallBinding::Bound bound{argument.value, 0};
    llvm::StringRef name = argument.name.text;
    if (AssignExpr *assign = getNamedAssignment(argument, params);
        assign && name.empty() && allowsAssignment) {
      name = llvm::cast<NameExpr>(assign->place)->name;
      bound.value = assign->value;
    }
    size_t index = nextPositional;
    if (!name.empty()) {
      index = findParam(params, name);
      if (index == params.size())
        fail(Diag::UnknownParameter,
             "Function has no parameter '" + name + "'");
    } else {
      ++nextPositional;
      isOverfull |= index >= params.size();
    }
    if (index < params.size()) {
      if (isBound[index])
        fail(Diag::ParameterTwice,
             "Parameter '" + params[index].getName() + "' is given twice");
      isBound[index] = true;
    }
    bound.param = static_cast<unsigned>(index);
    binding.args.push_back(bound);
  }
  size_t least = 0;
  bool isMissing = false;
  for (size_t i = 0; i < params.size(); ++i) {
    least += !params[i].defaultValue;
    isMissing |= !isBound[i] && !params[i].defaultValue;
  }
  if (isOverfull || isMissing)
    fail(Diag::Arity, makeArityMessage(least, params.size(), args.size()));
  return binding;
}

} // namespace

/// Binds the arguments of a call to a function known by name and resolves
/// them. Returns false if the callee is anything else.
bool SemaImpl::bindCall(CallExpr *call) {
  NameRef ref;
  if (auto *name = llvm::dyn_cast<NameExpr>(call->callee))
    ref = result.refs.lookup(name);
  else if (auto *path = llvm::dyn_cast<PathExpr>(call->callee))
    ref = result.paths.lookup(path).ref;
  if (ref.kind != NameRef::Kind::Function)
    return false;
  bool hasSpread = llvm::any_of(call->args, [](const Argument &argument) {
    return llvm::isa_and_nonnull<SpreadExpr>(argument.value);
  });
  if (hasSpread)
    return false;
  CallBinding binding =
      makeBinding(call->args, ref.function->params, /*allowsAssignment=*/true);
  binding.callee = ref.function;
  for (const CallBinding::Bound &bound : binding.args)
    visitOptional(bound.value);
  if (!binding.isValid)
    warn(call->getRange(), binding.message, "", binding.code);
  result.bindings[call] = std::move(binding);
  return true;
}

CallBinding ruchy::bindArguments(llvm::ArrayRef<Argument> args,
                                 llvm::ArrayRef<Param> params) {
  return makeBinding(args, params, /*allowsAssignment=*/false);
}
