//===- RuchyDialect.cpp - The ruchy dialect ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyDialect.h"
#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Transforms/InliningUtils.h"

using namespace mlir;
using namespace ruchy;

#include "Ruchy/Dialect/Ruchy/IR/RuchyDialect.cpp.inc"

#include "Ruchy/Dialect/Ruchy/IR/RuchyInterfaces.cpp.inc"

namespace {

/// Calls inline everywhere; the cost model decides what is worth it.
struct RuchyInlinerInterface : DialectInlinerInterface {
  using DialectInlinerInterface::DialectInlinerInterface;

  bool isLegalToInline(Operation *call, Operation *callable,
                       bool wouldBeCloned) const final {
    // The checking form of a call whose callee has no status of its own yet.
    auto callee = dyn_cast<FuncOp>(callable);
    if (callee && callee.getResultTypes().size() != call->getNumResults())
      return false;
    // Something must come back: a callee that never returns leaves the block
    // behind the call without a value to go on with.
    auto func = dyn_cast<FuncOp>(callable);
    return func && !func.getNoInline() &&
           llvm::any_of(func.getBody(), [](Block &block) {
             return isa<ReturnOp>(block.getTerminator());
           });
  }
  bool isLegalToInline(Region *, Region *, bool, IRMapping &) const final {
    return true;
  }
  bool isLegalToInline(Operation *, Region *, bool, IRMapping &) const final {
    return true;
  }

  /// Returns become branches to the block behind the call. Where the status
  /// that is returned is known to be an error, the branch goes to the caller's
  /// error edge at once: MLIR has no jump threading that would do so later.
  void handleTerminator(Operation *op, Block *dest) const final {
    auto ret = dyn_cast<ReturnOp>(op);
    if (!ret)
      return;
    OpBuilder builder(op);
    if (!branchToErrorEdge(ret, dest, builder))
      cf::BranchOp::create(builder, op->getLoc(), dest, ret.getOperands());
    op->erase();
  }

  void handleTerminator(Operation *op, ValueRange toReplace) const final {
    auto ret = cast<ReturnOp>(op);
    for (auto [from, to] : llvm::zip(toReplace, ret.getOperands()))
      from.replaceAllUsesWith(to);
  }

private:
  static bool branchToErrorEdge(ReturnOp ret, Block *dest, OpBuilder &builder);
};

/// Whether `status` is certainly an error.
bool isError(Value status) {
  Operation *def = status.getDefiningOp();
  return def && isa<ErrorSiteOp, ErrorIndexOp, ErrorMessageOp, ErrorThrowOp,
                    ErrorRelocateOp>(def);
}

/// Expects `dest` to begin with the test of its status argument. Only what is
/// returned may go on to the error edge, and nothing but the edge may lead it
/// there.
bool RuchyInlinerInterface::branchToErrorEdge(ReturnOp ret, Block *dest,
                                              OpBuilder &builder) {
  unsigned last = ret.getNumOperands() - 1;
  if (last == 0 || !isError(ret.getOperand(last)))
    return false;
  Value status = dest->getArgument(last);
  auto failed = dyn_cast<FailedOp>(dest->front());
  if (!failed || failed.getError() != status || !failed->hasOneUse())
    return false;
  auto test = dyn_cast<cf::CondBranchOp>(failed->getNextNode());
  if (!test || test.getCondition() != failed.getResult())
    return false;
  SmallVector<Value> operands;
  for (Value operand : test.getTrueDestOperands()) {
    auto argument = dyn_cast<BlockArgument>(operand);
    bool returned = argument && argument.getOwner() == dest;
    if (!returned && operand.getParentBlock() == dest)
      return false;
    operands.push_back(returned ? ret.getOperand(argument.getArgNumber())
                                : operand);
  }
  // The status must not be used in any other way, and the error edge must
  // leave the function without a look at the value.
  Block *target = test.getTrueDest();
  if (!llvm::all_of(status.getUses(), [&](OpOperand &use) {
        return use.getOwner() == failed || use.getOwner() == test;
      }))
    return false;
  bool looks = llvm::any_of(dest->getArguments(), [&](Value argument) {
    return llvm::any_of(argument.getUsers(), [&](Operation *user) {
      return user->getBlock() == target;
    });
  });
  if (target->getNumSuccessors() != 0 || looks)
    return false;
  cf::BranchOp::create(builder, ret.getLoc(), target, operands);
  return true;
}

} // namespace

void RuchyDialect::initialize() {
  registerTypes();
  registerAttributes();
  registerOps();
  registerInterfaces();
}

namespace {
/// Folding may make a select of heap values: a view of either.
struct SelectOwnership
    : OwnershipOpInterface::ExternalModel<SelectOwnership, arith::SelectOp> {
  void getViewBases(Operation *op, unsigned,
                    SmallVectorImpl<Value> &bases) const {
    auto select = cast<arith::SelectOp>(op);
    bases.push_back(select.getTrueValue());
    bases.push_back(select.getFalseValue());
  }
};
} // namespace

void RuchyDialect::registerInterfaces() {
  addInterfaces<RuchyInlinerInterface>();
  arith::SelectOp::attachInterface<SelectOwnership>(*getContext());
}

void RuchyDialect::registerOps() {
  addOperations<
#define GET_OP_LIST
#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.cpp.inc"
      >();
}

Operation *RuchyDialect::materializeConstant(OpBuilder &builder,
                                             Attribute value, Type type,
                                             Location loc) {
  if (isa<ErrorType>(type))
    return ErrorNoneOp::create(builder, loc);
  auto typed = dyn_cast<TypedAttr>(value);
  if (!typed || typed.getType() != type)
    return nullptr;
  return ConstantOp::create(builder, loc, typed);
}
