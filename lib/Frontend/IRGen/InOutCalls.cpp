//===- InOutCalls.cpp - Calls that give parameters back ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All arguments are evaluated first, then the places are read from left to
// right. After the call, which is always in its checking form, the places are
// written in the same order, whether it failed or not.
//
//===----------------------------------------------------------------------===//

#include "ObjectGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

/// Whether the part at the end of a path can be moved out for the call: nobody
/// else can look at the variable meanwhile.
bool ObjectGen::opens(const Place &place) {
  if (!place.root || place.isSlice || place.path.empty())
    return false;
  const VarDecl *variable = gen.sema.getRef(place.root).variable;
  if (!variable || variable->isGlobal || variable->isCaptured)
    return false;
  return llvm::none_of(place.names, [&](StringRef name) {
    return !name.empty() && (hasGetter(name) || hasSetter(name));
  });
}

Value ObjectGen::emitCall(Location at, FlatSymbolRefAttr symbol, ArgList &args,
                          ArrayRef<int64_t> inOut) {
  unsigned places = llvm::count_if(
      args.places, [](const auto &place) { return place.has_value(); });
  SmallVector<bool, 2> opened(args.values.size(), false);
  for (const auto &[position, place] : llvm::enumerate(args.places)) {
    if (!place)
      continue;
    bool isGivenBack = llvm::is_contained(inOut, int64_t(position));
    if (places > 1 || !isGivenBack || !opens(*place)) {
      args.values[position] = f.readPlace(*place);
      continue;
    }
    auto move = PlaceMoveOp::create(b, f.getPathLoc(*place), f.any, f.any,
                                    Type(), f.readVariable(place->root),
                                    place->path, place->getFields(b));
    args.values[position] = move.getTaken();
    // Where the move fails, the variable still has its value.
    f.writeVariable(gen.sema.getRef(place->root).variable, at,
                    move.getUpdated());
    opened[position] = true;
  }
  SmallVector<Value> operands;
  for (Value value : args.values)
    operands.push_back(value.getType() == f.any
                           ? value
                           : Value(CoerceOp::create(b, at, f.any, value)));
  SmallVector<Type> results(1 + inOut.size(), f.any);
  if (!inOut.empty())
    results.push_back(ErrorType::get(b.getContext()));
  auto call =
      CallOp::create(b, at, results, symbol, operands, /*tail=*/UnitAttr(),
                     /*arg_attrs=*/ArrayAttr(), /*res_attrs=*/ArrayAttr());
  if (inOut.empty())
    return call.getResult(0);
  for (const auto &[index, position] : llvm::enumerate(inOut)) {
    const std::optional<Place> &place = args.places[position];
    if (!place)
      continue;
    Value updated = call.getResult(1 + index);
    if (opened[position])
      f.storePlace(*place, at, updated);
    else
      f.writePlace(*place, at, updated);
  }
  Value error = call.getResults().back();
  Block *fails = new Block, *rest = new Block;
  f.branchIf(at, FailedOp::create(b, at, f.i1, error), fails, rest);
  f.startBlock(fails);
  FailOp::create(b, at, error, ValueRange());
  f.startBlock(rest);
  return call.getResult(0);
}

/// Evaluates one argument. `&mut PLACE` gives a place where the parameter is
/// given back, and so does a name that stands for a place itself if the
/// parameter is declared `&mut`.
void ObjectGen::emitArgument(ast::Expr *value, bool isInOut, bool isDeclared,
                             ArgList &args) {
  auto *unary = dyn_cast<ast::UnaryExpr>(value);
  ast::Expr *target =
      unary && unary->op == ast::UnaryOp::RefMut ? unary->operand : nullptr;
  if (auto *name = dyn_cast<ast::NameExpr>(value); name && isDeclared) {
    const VarDecl *variable = gen.sema.getRef(name).variable;
    bool isOwn = llvm::any_of(f.inOuts, [&](const InOutVariable &own) {
      return variable && own.variable == variable;
    });
    if (isOwn || f.aliases.contains(variable))
      target = value;
  }
  if (!isInOut || !target)
    return args.add(f.emitArg(value));
  Place place;
  if (!f.emitPlace(target, place))
    return args.add(f.makeNil(f.loc(value)));
  if (!place.hasRoot() && place.path.empty())
    return args.add(place.temporary);
  args.values.push_back(Value());
  args.places.push_back(std::move(place));
}

/// Evaluates arguments in written order and leaves those that are given in the
/// order of the parameters. \p inOut are positions of operands, of which the
/// first \p offset belong to no parameter. False if the parameters do not
/// exist.
bool ObjectGen::emitBound(ArrayRef<CallBinding::Bound> bound,
                          ArrayRef<ast::Param> params, ArrayRef<int64_t> inOut,
                          unsigned offset, ArgList &args,
                          llvm::BitVector &given) {
  SmallVector<ArgList, 4> byParam(params.size());
  given.resize(params.size());
  bool isValid = true;
  for (const CallBinding::Bound &each : bound) {
    bool exists = each.param < params.size();
    ArgList single;
    bool isInOut =
        exists && llvm::is_contained(inOut, int64_t(each.param + offset));
    emitArgument(each.value, isInOut, exists && params[each.param].isInOut(),
                 single);
    isValid &= exists;
    if (exists) {
      byParam[each.param] = std::move(single);
      given.set(each.param);
    }
  }
  for (ArgList &single : byParam) {
    args.values.append(single.values);
    for (std::optional<Place> &place : single.places)
      args.places.push_back(std::move(place));
  }
  return isValid;
}

/// `mem::swap` and `mem::replace`.
std::optional<Value> ObjectGen::emitMemoryCall(Location at, StringRef name,
                                               ArrayRef<ast::Argument> args) {
  bool isSwap = name == "swap" && args.size() == 2;
  bool isReplace = name == "replace" && args.size() == 2;
  if (!isSwap && !isReplace)
    return std::nullopt;
  ArgList list;
  for (const ast::Argument &arg : args)
    emitArgument(arg.value, true, true, list);
  SmallVector<Value, 2> values;
  for (const auto &[value, place] : llvm::zip(list.values, list.places))
    values.push_back(place ? f.readPlace(*place) : value);
  if (isSwap) {
    for (unsigned i = 0; i < 2; ++i)
      if (list.places[i])
        f.writePlace(*list.places[i], at, values[1 - i]);
    return f.makeNil(at);
  }
  if (list.places[0])
    f.writePlace(*list.places[0], at, values[1]);
  return values[0];
}
