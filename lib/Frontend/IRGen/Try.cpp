//===- Try.cpp - Errors that are handled in the function --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Operations are emitted in their implicit form, in which an error leaves the
/// function. Once the body of a `try` is complete they are rewritten to the
/// checking form with an edge to the handler.
///
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

//===----------------------------------------------------------------------===//
// The checking form
//===----------------------------------------------------------------------===//

namespace {

/// Rewrites operations to their checking form.
class CheckingRewriter {
public:
  CheckingRewriter(OpBuilder &builder, Block *handler)
      : b(builder.getContext()), handler(handler),
        status(ErrorType::get(builder.getContext())) {}

  void rewrite(Operation *op);

private:
  void leaveWith(Operation *op, Value error);
  void branchIf(Operation *op, Value failed, Value error);
  void check(Operation *op);
  void checkIsSet(Operation *op, Value isSet, StringRef name);

  OpBuilder b;
  Block *handler;
  Type status;
};

} // namespace

/// Replaces `op` and what follows it in its block by a branch to the handler.
void CheckingRewriter::leaveWith(Operation *op, Value error) {
  Block *block = op->getBlock();
  if (op->hasTrait<OpTrait::IsTerminator>()) {
    cf::BranchOp::create(b, op->getLoc(), handler, error);
    return op->erase();
  }
  if (!op->use_empty())
    op->replaceAllUsesWith(
        PoisonOp::create(b, op->getLoc(), op->getResult(0).getType())
            ->getResults());
  // What follows is never reached, and removed with the function's end.
  block->splitBlock(std::next(op->getIterator()));
  b.setInsertionPointToEnd(block);
  cf::BranchOp::create(b, op->getLoc(), handler, error);
  op->erase();
}

/// Ends the block before `op` with a branch to the handler.
void CheckingRewriter::branchIf(Operation *op, Value failed, Value error) {
  Block *block = op->getBlock();
  Block *rest = block->splitBlock(op);
  b.setInsertionPointToEnd(block);
  cf::CondBranchOp::create(b, op->getLoc(), failed, handler, error, rest,
                           ValueRange());
}

/// The operation before which the error of \p op is tested. What a failing
/// operation gives back of its container is stored before.
static Operation *getTestPoint(Operation *op) {
  Operation *next = op->getNextNode();
  if (!isa<PlaceSetOp, PlaceMethodOp, PlaceMoveOp, MutatingMethodOp>(op))
    return next;
  // The cell of a shared variable is looked up first.
  Operation *store = next;
  while (isa<LoadOp, ClosureGetOp>(store))
    store = store->getNextNode();
  bool isStore = isa<StoreOp, GlobalSetOp, CellSetOp>(store) &&
                 llvm::any_of(store->getOperands(), [&](Value operand) {
                   return operand.getDefiningOp() == op;
                 });
  return isStore ? store->getNextNode() : next;
}

void CheckingRewriter::check(Operation *op) {
  OperationState state(op->getLoc(), op->getName());
  state.addOperands(op->getOperands());
  state.addTypes(op->getResultTypes());
  state.addTypes(status);
  state.propertiesAttr = op->getPropertiesAsAttribute();
  state.addAttributes(op->getDiscardableAttrDictionary().getValue());
  Operation *checking = b.create(state);
  Operation *next = getTestPoint(op);
  op->replaceAllUsesWith(checking->getResults().drop_back());
  op->erase();
  Value error = checking->getResults().back();
  b.setInsertionPoint(next);
  Value failed = FailedOp::create(b, checking->getLoc(), b.getI1Type(), error);
  branchIf(next, failed, error);
}

/// A read that may come too early: tests first, then reads unchecked.
void CheckingRewriter::checkIsSet(Operation *op, Value isSet, StringRef name) {
  Location loc = op->getLoc();
  Block *block = op->getBlock();
  Block *rest = block->splitBlock(op);
  Block *unset = b.createBlock(rest);
  Value error = ErrorSiteOp::create(b, loc, "UndefinedVariable", name);
  cf::BranchOp::create(b, loc, handler, error);
  b.setInsertionPointToEnd(block);
  cf::CondBranchOp::create(b, loc, isSet, rest, unset);
}

void CheckingRewriter::rewrite(Operation *op) {
  b.setInsertionPoint(op);
  Location loc = op->getLoc();
  if (auto raise = dyn_cast<RaiseOp>(op)) {
    Value error =
        raise.getMessage()
            ? Value(ErrorMessageOp::create(b, loc, status, raise.getKind(),
                                           raise.getText(), raise.getMessage()))
            : Value(ErrorSiteOp::create(b, loc, raise.getKind(),
                                        raise.getText()));
    return leaveWith(op, error);
  }
  if (auto fail = dyn_cast<FailOp>(op))
    return leaveWith(op, fail.getError());
  if (auto set = dyn_cast<CheckSetOp>(op)) {
    Value isUnset =
        KindIsOp::create(b, loc, b.getI1Type(), set.getValue(), "unset");
    Value isSet = NotOp::create(b, loc, b.getI1Type(), isUnset);
    set.replaceAllUsesWith(set.getValue());
    return checkIsSet(set, isSet, set.getName());
  }
  if (isa<GlobalGetOp, GlobalTakeOp>(op)) {
    if (!op->hasAttr("checked"))
      return;
    auto global = op->getAttrOfType<FlatSymbolRefAttr>("global");
    Value isSet = GlobalIsSetOp::create(b, loc, b.getI1Type(), global);
    op->removeAttr("checked");
    return checkIsSet(op, isSet, global.getValue());
  }
  if (auto call = dyn_cast<CallOp>(op)) {
    if (!call.getErrorResult())
      check(op);
    return;
  }
  auto fallible = dyn_cast<FallibleOpInterface>(op);
  if (fallible && !fallible.getErrorResult() && fallible.mayError())
    check(op);
}

/// Rewrites the blocks from \p first to the last one of the function, without
/// those of a `finally` that a jump runs outside of the `try` at \p depth.
void FunctionGen::makeChecked(Block *first, Block *handler, size_t depth) {
  OpBuilder::InsertionGuard guard(b);
  CheckingRewriter rewriter(b, handler);
  SmallVector<Block *> blocks;
  for (auto it = first->getIterator(); it != func.getBody().end(); ++it) {
    auto outside = finallyBlocks.find(&*it);
    if (outside == finallyBlocks.end() || outside->second > depth)
      blocks.push_back(&*it);
  }
  for (Block *block : blocks) {
    SmallVector<Operation *> ops;
    for (Operation &op : *block)
      ops.push_back(&op);
    // From the last to the first: what moves to a block of its own never moves
    // again.
    for (Operation *op : llvm::reverse(ops))
      rewriter.rewrite(op);
  }
}

/// Leaves with an error: to the handler of the innermost `try`, or out of the
/// function.
void FunctionGen::emitFailure(Location at, Value error) {
  FailOp::create(b, at, error, ValueRange());
  startDeadBlock();
}

//===----------------------------------------------------------------------===//
// try, catch, finally
//===----------------------------------------------------------------------===//

/// Runs the `finally` blocks that a jump leaves, from the innermost one to the
/// one at \p depth.
void FunctionGen::emitPendingFinally(size_t depth) {
  if (finallyStack.size() <= depth)
    return;
  SmallVector<PendingFinally> saved(finallyStack);
  while (finallyStack.size() > depth) {
    PendingFinally pending = finallyStack.pop_back_val();
    Block *first = new Block;
    branch(loc(pending.body), first);
    startBlock(first);
    emitDiscard(pending.body);
    Block *rest = new Block;
    branch(loc(pending.body), rest);
    for (auto it = first->getIterator(); it != func.getBody().end(); ++it)
      finallyBlocks.try_emplace(&*it, pending.tryDepth);
    startBlock(rest);
  }
  finallyStack = std::move(saved);
}

void FunctionGen::emitCatch(ast::TryExpr *expr, Block *handler,
                            const Sink &sink) {
  Location at = loc(expr->catchBody);
  startBlock(handler);
  Value caught = ErrorValueOp::create(b, at, any, handler->getArgument(0));
  if (expr->catchPattern) {
    Block *fits = new Block, *fails = new Block;
    emitPatternTest(expr->catchPattern, caught, at, fits, fails);
    startBlock(fails);
    Value again =
        ErrorThrowOp::create(b, at, ErrorType::get(b.getContext()), caught);
    emitFailure(at, again);
    branch(at, fits);
    startBlock(fits);
  }
  emitInto(expr->catchBody, sink);
}

void FunctionGen::emitTry(ast::TryExpr *expr, const Sink &sink) {
  Location at = loc(expr);
  auto status = ErrorType::get(b.getContext());
  size_t depth = ++tryDepth;
  Block *body = new Block, *done = new Block;
  Block *handler = new Block, *cleanup = new Block;
  handler->addArgument(status, at);
  cleanup->addArgument(status, at);
  bool hasFinally = expr->finallyBody;
  // A value that is returned waits for `finally`.
  Sink inner = sink;
  if (hasFinally && sink.kind == Sink::Kind::Return)
    inner = Sink::store(makeSlot("try", at));
  if (hasFinally)
    finallyStack.push_back({expr->finallyBody, depth});

  branch(at, body);
  startBlock(body);
  emitInto(expr->body, inner);
  branch(at, done);
  makeChecked(body, expr->catchBody ? handler : cleanup, depth);
  if (expr->catchBody) {
    emitCatch(expr, handler, inner);
    branch(at, done);
    if (hasFinally)
      makeChecked(handler, cleanup, depth);
  } else {
    delete handler;
  }
  --tryDepth;
  if (!hasFinally) {
    delete cleanup;
    return startBlock(done);
  }
  finallyStack.pop_back();
  startBlock(cleanup);
  emitDiscard(expr->finallyBody);
  emitFailure(at, cleanup->getArgument(0));
  branch(at, done);
  startBlock(done);
  emitDiscard(expr->finallyBody);
  if (sink.kind == Sink::Kind::Return)
    emitReturn(at, load(at, inner.slot));
}

Value FunctionGen::visitTryExpr(ast::TryExpr *expr) {
  Location at = loc(expr);
  Value slot = makeSlot("try", at);
  emitTry(expr, Sink::store(slot));
  return load(at, slot);
}

Value FunctionGen::visitThrowExpr(ast::ThrowExpr *expr) {
  Location at = loc(expr);
  Value value = expr->value ? emit(expr->value) : makeNil(at);
  emitFailure(
      at, ErrorThrowOp::create(b, at, ErrorType::get(b.getContext()), value));
  return makeNil(at);
}

//===----------------------------------------------------------------------===//
// The `?` operator
//===----------------------------------------------------------------------===//

/// Err, None and nil leave the function as they are; other values go on with
/// their payload.
Value FunctionGen::emitTryOp(ast::TryOpExpr *expr, Value operand) {
  Location at = loc(expr->opRange.begin);
  Block *test = new Block, *leave = new Block, *present = new Block;
  branchIf(at, OptionIsOp::create(b, at, i1, operand, OptionCase::None, false),
           leave, test);
  startBlock(test);
  branchIf(at, OptionIsOp::create(b, at, i1, operand, OptionCase::Err, true),
           leave, present);
  startBlock(leave);
  emitReturn(at, operand);
  branch(at, present);
  startBlock(present);
  return emitPayload(at, operand);
}

/// The payload of a Some or Ok, and any other value as it is.
Value FunctionGen::emitPayload(Location at, Value value) {
  Value slot = makeSlot("payload", at);
  Block *ok = new Block, *some = new Block, *join = new Block;
  branchIf(at, OptionIsOp::create(b, at, i1, value, OptionCase::Ok, true), ok,
           some);
  startBlock(ok);
  store(at, OptionGetOp::create(b, at, any, value, OptionCase::Ok), slot);
  branch(at, join);
  startBlock(some);
  store(at, OptionGetOp::create(b, at, any, value, OptionCase::Some), slot);
  branch(at, join);
  startBlock(join);
  return load(at, slot);
}
