//===- Functions.cpp - Function bodies --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

FunctionGen::FunctionGen(ModuleGen &module, FuncOp func,
                         const FunctionInfo *info)
    : gen(module), func(func), info(info), b(&module.context),
      any(AnyType::get(&module.context)), i1(b.getI1Type()),
      i64(b.getI64Type()), str(StrType::get(&module.context)) {
  b.setInsertionPointToEnd(&func.getBody().front());
}

//===----------------------------------------------------------------------===//
// Constants and slots
//===----------------------------------------------------------------------===//

Value FunctionGen::makeNil(Location loc) {
  auto type = NilType::get(b.getContext());
  return ConstantOp::create(b, loc, NilAttr::get(b.getContext(), type));
}

Value FunctionGen::makeInt(Location loc, int64_t value) {
  return ConstantOp::create(b, loc, TypedAttr(b.getI64IntegerAttr(value)));
}

Value FunctionGen::makeBool(Location loc, bool value) {
  return ConstantOp::create(b, loc,
                            TypedAttr(b.getIntegerAttr(i1, value ? 1 : 0)));
}

Value FunctionGen::makeFloat(Location loc, double value) {
  return ConstantOp::create(b, loc, TypedAttr(b.getF64FloatAttr(value)));
}

Value FunctionGen::makeText(Location loc, StringRef text) {
  return ConstantOp::create(b, loc, TypedAttr(StringAttr::get(text, str)));
}

Value FunctionGen::makeSlot(StringRef name, Location loc) {
  OpBuilder::InsertionGuard guard(b);
  if (lastSlot)
    b.setInsertionPointAfter(lastSlot);
  else
    b.setInsertionPointToStart(&func.getBody().front());
  auto slot = SlotOp::create(b, loc, SlotType::get(b.getContext(), any), name);
  lastSlot = slot;
  return slot;
}

Value FunctionGen::getSlot(const VarDecl *variable, Location loc) {
  Value &slot = slots[variable];
  if (!slot)
    slot = makeSlot(variable->name, loc);
  return slot;
}

Value FunctionGen::load(Location loc, Value slot) {
  return LoadOp::create(b, loc, any, slot);
}

void FunctionGen::store(Location loc, Value value, Value slot) {
  StoreOp::create(b, loc, value, slot);
}

Value FunctionGen::raise(Location loc, StringRef kind, StringRef text,
                         Value message) {
  return RaiseOp::create(b, loc, any, kind, text, message);
}

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

void FunctionGen::startBlock(Block *block) {
  func.getBody().push_back(block);
  b.setInsertionPointToEnd(block);
}

/// What follows a jump is translated into a block that nothing reaches; all
/// of these are removed in the end.
void FunctionGen::startDeadBlock() { startBlock(new Block); }

void FunctionGen::branch(Location loc, Block *target) {
  cf::BranchOp::create(b, loc, target);
}

void FunctionGen::branchIf(Location loc, Value condition, Block *then,
                           Block *otherwise) {
  cf::CondBranchOp::create(b, loc, condition, then, otherwise);
}

Value FunctionGen::truthy(Location loc, Value value) {
  if (value.getType() == i1)
    return value;
  return TruthyOp::create(b, loc, i1, value);
}

/// Ends the block with a return. The value of the top level is dropped.
void FunctionGen::emitReturn(Location loc, Value value) {
  Type type = func.getResultTypes().front();
  if (isa<NilType>(type))
    value = makeNil(loc);
  else if (value.getType() != type)
    value = CoerceOp::create(b, loc, type, value);
  ReturnOp::create(b, loc, value);
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

/// Closes the block that is left open after the last return, then removes
/// what cannot be reached.
void FunctionGen::finish() {
  UnreachableOp::create(b, func.getLoc());
  IRRewriter rewriter(b.getContext());
  (void)eraseUnreachableBlocks(rewriter, func->getRegions());
  // Most statements give a nil that nobody wants.
  func.walk([](ConstantOp constant) {
    if (constant->use_empty())
      constant.erase();
  });
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

void FunctionGen::bindParam(const ast::Param &param, Value value) {
  if (param.pattern && checkPattern(param.pattern))
    bindPattern(param.pattern, value);
}

void FunctionGen::emitFunction(ast::FunctionItem *item) {
  for (const auto &[index, param] : llvm::enumerate(item->params))
    bindParam(param, func.getArgument(index));
  Location start = loc(item->name.range.begin);
  if (gen.marksMain && item == gen.sema.getMain())
    GlobalSetOp::create(b, start, ModuleGen::kMainEntered,
                        makeBool(start, true));
  if (item->body)
    emitInto(item->body, Sink::ret());
  finish();
}

/// Takes the parameters of \p given, evaluates the defaults of the others in
/// the order of the parameters and calls the function with all of them.
void FunctionGen::emitDefaultsFunction(ast::FunctionItem *item,
                                       const llvm::BitVector &given) {
  SmallVector<Value> args;
  unsigned next = 0;
  for (const auto &[index, param] : llvm::enumerate(item->params)) {
    Value value = given.test(index) ? Value(func.getArgument(next++))
                                    : emit(param.defaultValue);
    bindParam(param, value);
    args.push_back(value);
  }
  Location start = loc(item->name.range.begin);
  emitReturn(start, emitCallOf(start, item, args));
  finish();
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
