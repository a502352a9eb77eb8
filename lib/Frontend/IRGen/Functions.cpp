//===- Functions.cpp - Function bodies --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

FunctionGen::FunctionGen(ModuleGen &module, FuncOp func,
                         const FunctionInfo *info)
    : BodyGen(module, func, info) {}

Value FunctionGen::getSlot(const VarDecl *variable, Location loc) {
  Value &slot = slots[variable];
  if (!slot)
    slot = makeSlot(variable->name, loc);
  return slot;
}

/// Ends the block with a return. The value of the top level is dropped.
void FunctionGen::emitReturn(Location loc, Value value) {
  emitPendingFinally(0);
  Type type = func.getResultTypes().front();
  if (isa<NilType>(type))
    value = makeNil(loc);
  else if (value.getType() != type)
    value = CoerceOp::create(b, loc, type, value);
  SmallVector<Value> values{value};
  readInOuts(loc, values);
  ReturnOp::create(b, loc, values);
  startDeadBlock();
}

void FunctionGen::deliver(Location loc, Value value, const Sink &sink) {
  switch (sink.kind) {
  case Sink::Kind::Discard:
    return;
  case Sink::Kind::Store:
    return store(loc, value, sink.slot);
  case Sink::Kind::Return:
    return emitReturn(loc, value);
  }
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

void FunctionGen::bindParam(const ast::Param &param, Value value) {
  if (param.pattern)
    bindIrrefutable(param.pattern, value, loc(param.range.begin),
                    "Pattern did not match the value");
}

void FunctionGen::emitFunction(ast::FunctionItem *item) {
  unsigned first = func.getClosure();
  for (const auto &[index, param] : llvm::enumerate(item->params))
    bindParam(param, func.getArgument(index + first));
  addInOuts(item->params, first);
  Location start = loc(item->name.range.begin);
  if (gen.marksMain && item == gen.sema.getMain())
    GlobalSetOp::create(b, start, ModuleGen::kMainEntered,
                        makeBool(start, true));
  if (item->body)
    emitInto(item->body, Sink::ret());
  finishBody();
}

/// Takes the parameters of \p given, evaluates the defaults of the others in
/// the order of the parameters and calls the function with all of them.
void FunctionGen::emitDefaultsFunction(ast::FunctionItem *item,
                                       const llvm::BitVector &given) {
  SmallVector<Value> args;
  llvm::BitVector isGiven;
  unsigned next = func.getClosure();
  Location start = loc(item->name.range.begin);
  if (next > 0) {
    args.push_back(makeFunctionValue(start, item));
    isGiven.push_back(false);
  }
  for (const auto &[index, param] : llvm::enumerate(item->params)) {
    Value value = given.test(index) ? Value(func.getArgument(next++))
                                    : emit(param.defaultValue);
    bindParam(param, value);
    args.push_back(value);
    isGiven.push_back(given.test(index));
  }
  emitReturn(start, emitForwarded(start, gen.getFunction(item), args, isGiven));
  finishBody();
}

void FunctionGen::emitMainCall() {
  ast::FunctionItem *main = gen.sema.getMain();
  Location start = loc(main->name.range.begin);
  Block *call = new Block, *exit = new Block;
  if (gen.marksMain) {
    Value entered =
        GlobalIsSetOp::create(b, start, i1, ModuleGen::kMainEntered);
    branchIf(start, entered, exit, call);
  } else {
    branch(start, call);
  }
  startBlock(call);
  std::string message = getArityMessage(main, 0);
  if (!message.empty()) {
    raise(start, "Arity", message);
  } else {
    SmallVector<Value> args(main->params.size());
    emitCallOf(start, main, args);
  }
  branch(start, exit);
  startBlock(exit);
}

void FunctionGen::emitTopLevel(bool callsMain) {
  ArrayRef<ast::Expr *> statements = gen.module.statements;
  emitStatics();
  defineFunctions(statements);
  for (ast::Expr *statement : statements) {
    bool isLast = statement == statements.back();
    if (!isLast || !gen.options.printLastValue || isa<ast::Item>(statement)) {
      emitDiscard(statement);
      continue;
    }
    Location start = loc(statement);
    Value value = emit(statement);
    Block *show = new Block, *exit = new Block;
    branchIf(start, IsNilOp::create(b, start, i1, value), exit, show);
    startBlock(show);
    TextPart part{TextPart::Kind::Debug, "", value, {}};
    TextParts parts{part};
    addLiteral(parts, "\n");
    print(start, Stream::Stdout, parts);
    branch(start, exit);
    startBlock(exit);
  }
  if (callsMain)
    emitMainCall();
  emitReturn(func.getLoc(), {});
  finish();
}
