//===- ErrorEdges.cpp - Where errors of operations go -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ErrorEdges.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/IR/Dominance.h"
#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace ruchy;

/// How much likelier success is than an error.
static constexpr int32_t kErrorWeights[] = {1, 1 << 20};

/// How many error edges share a block that leaves the function. Analyses that
/// look at all edges into a block whenever one of them changes would take
/// quadratic time on the single exit of a long function.
static constexpr unsigned kEdgesPerExit = 64;

/// What a backtrace says of a place: the function and the source line.
static std::string describeFrame(StringAttr function, DictionaryAttr sources,
                                 Location loc) {
  std::string text = function.str();
  auto place = loc->findInstanceOf<FileLineColLoc>();
  auto source = place && sources
                    ? sources.getAs<StringAttr>(place.getFilename())
                    : StringAttr();
  if (!source)
    return text;
  StringRef rest = source.getValue();
  for (unsigned line = 1; line < place.getLine(); ++line)
    rest = rest.split('\n').second;
  return text + "\n" + rest.split('\n').first.rtrim().str();
}

bool ruchy::isValidOnError(Operation *op, unsigned index) {
  if (isa<ErrorType>(op->getResult(index).getType()))
    return false;
  if (isa<CallOp>(op))
    return index != 0;
  auto fallible = dyn_cast<FallibleOpInterface>(op);
  return fallible && fallible.isResultValidOnError(index);
}

Operation *ruchy::getStatusTest(Operation *op) {
  Value status = ruchy::detail::getErrorResult(op);
  auto test = dyn_cast<cf::CondBranchOp>(op->getBlock()->getTerminator());
  auto failed =
      status && test ? test.getCondition().getDefiningOp<FailedOp>() : nullptr;
  if (!failed || failed.getError() != status || !failed->hasOneUse() ||
      failed->getBlock() != op->getBlock())
    return nullptr;
  return test;
}

SmallVector<Value> ruchy::getFailureResults(FuncOp func, OpBuilder &builder) {
  ArrayRef<Type> types = func.getResultTypes();
  SmallVector<Value> results{
      PoisonOp::create(builder, func.getLoc(), types[0])};
  if (auto inout = func.getInout())
    for (auto [position, index] : llvm::enumerate(*inout))
      results.push_back(
          coerceTo(builder, func.getArgument(index), types[1 + position]));
  return results;
}

FunctionErrors::FunctionErrors(FuncOp func)
    : ErrorExpansion(func.getContext()), func(func),
      frame(func->getAttrOfType<StringAttr>(kFrameAttrName)),
      sources(func->getParentOp()->getAttrOfType<DictionaryAttr>(
          kSourcesAttrName)) {}

//===----------------------------------------------------------------------===//
// Tests that the function has itself
//===----------------------------------------------------------------------===//

/// What the error edge of a test may use of the operation that failed.
static SmallVector<Value, 2> getErrorValues(Operation *op) {
  SmallVector<Value, 2> values;
  for (OpResult result : op->getResults())
    if (isa<ErrorType>(result.getType()) ||
        isValidOnError(op, result.getResultNumber()))
      values.push_back(result);
  return values;
}

/// Uses behind the error edge get the value as a block argument there, so that
/// the edge is all that leads to them.
void FunctionErrors::passToErrorEdge(Operation *op, DominanceInfo &dominance) {
  auto test = cast<cf::CondBranchOp>(getStatusTest(op));
  Block *target = test.getTrueDest();
  if (!target->getSinglePredecessor() || target == test.getFalseDest())
    return;
  for (Value value : getErrorValues(op)) {
    auto isBehind = [&](OpOperand &use) {
      Block *block = use.getOwner()->getBlock();
      return block != op->getBlock() && dominance.dominates(target, block);
    };
    if (llvm::none_of(value.getUses(), isBehind))
      continue;
    BlockArgument argument =
        target->addArgument(value.getType(), value.getLoc());
    value.replaceUsesWithIf(argument, isBehind);
    test.getTrueDestOperandsMutable().append(value);
  }
}

void FunctionErrors::takeTests() {
  SmallVector<Operation *> checking;
  func.walk([&](Operation *op) {
    Value status = isa<CallOp, FallibleOpInterface>(op)
                       ? ruchy::detail::getErrorResult(op)
                       : Value();
    // What is returned untested stays so.
    if (status && !llvm::all_of(status.getUsers(), llvm::IsaPred<ReturnOp>))
      checking.push_back(op);
  });
  if (checking.empty())
    return;
  DominanceInfo dominance(func);
  for (Operation *op : checking)
    if (getStatusTest(op))
      passToErrorEdge(op, dominance);
  for (Operation *op : checking)
    takeTest(op);
}

/// The operations between a checking operation and its test that the error edge
/// needs: what its operands come from, and what has effects.
static SmallVector<Operation *> getErrorSlice(Operation *op,
                                              cf::CondBranchOp test) {
  DenseSet<Operation *> wanted;
  SmallVector<Operation *> slice;
  for (Value operand : test.getTrueDestOperands())
    if (Operation *def = operand.getDefiningOp())
      wanted.insert(def);
  for (Operation *next = test->getPrevNode(); next != op;
       next = next->getPrevNode()) {
    bool failed = isa<FailedOp>(next);
    if (failed || (!wanted.contains(next) && isMemoryEffectFree(next)))
      continue;
    slice.push_back(next);
    for (Value operand : next->getOperands())
      if (Operation *def = operand.getDefiningOp())
        wanted.insert(def);
  }
  std::reverse(slice.begin(), slice.end());
  return slice;
}

/// The block that an operation's errors go to: it does what stands between the
/// operation and its test and goes on as the test says.
void FunctionErrors::makeLanding(Operation *op, Value status,
                                 Operation *terminator) {
  auto test = cast<cf::CondBranchOp>(terminator);
  OpBuilder::InsertionGuard guard(builder);
  Landing made;
  made.block =
      builder.createBlock(test.getTrueDest(), status.getType(), op->getLoc());
  IRMapping mapping;
  mapping.map(status, made.block->getArgument(0));
  for (OpResult result : op->getResults()) {
    if (result == status)
      continue;
    if (isValidOnError(op, result.getResultNumber())) {
      made.results.push_back(result.getResultNumber());
      mapping.map(result,
                  made.block->addArgument(result.getType(), op->getLoc()));
    } else {
      mapping.map(result,
                  PoisonOp::create(builder, op->getLoc(), result.getType())
                      .getResult());
    }
  }
  for (Operation *between : getErrorSlice(op, test))
    builder.clone(*between, mapping);
  SmallVector<Value> operands;
  for (Value operand : test.getTrueDestOperands())
    operands.push_back(mapping.lookupOrDefault(operand));
  cf::BranchOp::create(builder, op->getLoc(), test.getTrueDest(), operands);
  for (Operation &unused : llvm::make_early_inc_range(*made.block))
    if (isa<PoisonOp>(unused) && unused.use_empty())
      unused.erase();
  landings[op] = std::move(made);
}

/// The same operation without a status.
Operation *FunctionErrors::makeImplicit(Operation *op) {
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPoint(op);
  OperationState state(op->getLoc(), op->getName());
  state.addOperands(op->getOperands());
  state.addTypes(TypeRange(op->getResultTypes()).drop_back());
  state.propertiesAttr = op->getPropertiesAsAttribute();
  state.addAttributes(op->getDiscardableAttrDictionary().getValue());
  Operation *implicit = builder.create(state);
  for (auto [from, to] : llvm::zip(op->getResults(), implicit->getResults()))
    from.replaceAllUsesWith(to);
  if (auto found = landings.find(op); found != landings.end()) {
    Landing moved = std::move(found->second);
    landings.erase(found);
    landings[implicit] = std::move(moved);
  }
  op->erase();
  return implicit;
}

/// Makes the status of an operation a block argument behind it: what is done
/// with it is not a plain test.
void FunctionErrors::makeMerge(Operation *op) {
  OpBuilder::InsertionGuard guard(builder);
  Value status = ruchy::detail::getErrorResult(op);
  Block *block = op->getBlock();
  Block *rest = block->splitBlock(op->getNextNode());
  for (OpResult result : op->getResults())
    result.replaceAllUsesWith(
        rest->addArgument(result.getType(), op->getLoc()));
  builder.setInsertionPointToEnd(block);
  Value failed =
      FailedOp::create(builder, op->getLoc(), builder.getI1Type(), status);
  Block *success = builder.createBlock(rest);
  Block *failure = builder.createBlock(rest);
  SmallVector<Value> values, none;
  for (OpResult result : op->getResults()) {
    bool valid =
        result == status || isValidOnError(op, result.getResultNumber());
    none.push_back(
        valid ? Value(result)
              : PoisonOp::create(builder, op->getLoc(), result.getType())
                    .getResult());
  }
  cf::BranchOp::create(builder, op->getLoc(), rest, none);
  builder.setInsertionPointToEnd(success);
  llvm::append_range(values, op->getResults().drop_back());
  values.push_back(ErrorNoneOp::create(builder, op->getLoc()));
  cf::BranchOp::create(builder, op->getLoc(), rest, values);
  builder.setInsertionPointToEnd(block);
  auto test = cf::CondBranchOp::create(builder, op->getLoc(), failed, failure,
                                       ValueRange{}, success, ValueRange{});
  test.setBranchWeights(kErrorWeights);
  // The edge has to carry what is used behind it.
  for (Value value : getErrorValues(op)) {
    Value argument = failure->addArgument(value.getType(), value.getLoc());
    value.replaceUsesWithIf(argument, [&](OpOperand &use) {
      return use.getOwner()->getBlock() == failure;
    });
    test.getTrueDestOperandsMutable().append(value);
  }
}

void FunctionErrors::takeTest(Operation *op) {
  Value status = ruchy::detail::getErrorResult(op);
  auto test = dyn_cast_or_null<cf::CondBranchOp>(getStatusTest(op));
  // A status may be used by the test and on its error edge only.
  bool plain =
      test && llvm::all_of(status.getUses(), [&](OpOperand &use) {
        Operation *user = use.getOwner();
        return user->getBlock() == op->getBlock() &&
               (isa<FailedOp>(user) ||
                (user == test &&
                 use.getOperandNumber() <= test.getTrueDestOperands().size()));
      });
  if (!plain) {
    makeMerge(op);
    test = cast<cf::CondBranchOp>(getStatusTest(op));
  }
  makeLanding(op, status, test);
  auto failed = test.getCondition().getDefiningOp<FailedOp>();
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPoint(test);
  cf::BranchOp::create(builder, test.getLoc(), test.getFalseDest(),
                       test.getFalseDestOperands());
  test.erase();
  failed.erase();
  makeImplicit(op);
}

//===----------------------------------------------------------------------===//
// Values that were taken out of variables
//===----------------------------------------------------------------------===//

/// The operation that moved the container of a place out of a variable.
static Operation *getTake(Operation *op) {
  if (op->getNumOperands() == 0 ||
      !isa<PlaceSetOp, PlaceMethodOp, PlaceMoveOp, MutatingMethodOp>(op))
    return nullptr;
  Value container = op->getOperand(0);
  while (auto coerce = container.getDefiningOp<CoerceOp>())
    container = coerce.getValue();
  Operation *take = container.getDefiningOp();
  return isa_and_nonnull<GlobalTakeOp, CellTakeOp>(take) ? take : nullptr;
}

/// Whether the block gives a variable its value back.
static bool setsBack(Block *block, Operation *take) {
  return llvm::any_of(*block, [&](Operation &op) {
    if (auto set = dyn_cast<GlobalSetOp>(op))
      return isa<GlobalTakeOp>(take) &&
             set.getGlobalAttr() == cast<GlobalTakeOp>(take).getGlobalAttr();
    auto set = dyn_cast<CellSetOp>(op);
    return set && isa<CellTakeOp>(take) &&
           set.getCell() == cast<CellTakeOp>(take).getCell();
  });
}

/// A variable whose value an operation changes is empty while that runs. It
/// gets the value back before an error is seen by anybody.
void FunctionErrors::restoreTaken(Operation *op) {
  Operation *take = getTake(op);
  if (!take)
    return;
  unsigned index = isa<PlaceSetOp>(op) ? 0 : 1;
  OpBuilder::InsertionGuard guard(builder);
  auto found = landings.find(op);
  if (found == landings.end()) {
    Block *target = getExit();
    Landing made;
    made.block = builder.createBlock(target, ErrorType::get(func.getContext()),
                                     op->getLoc());
    made.block->addArgument(op->getResult(index).getType(), op->getLoc());
    made.results.push_back(index);
    cf::BranchOp::create(builder, op->getLoc(), target,
                         made.block->getArgument(0));
    found = landings.try_emplace(op, std::move(made)).first;
  } else if (setsBack(found->second.block, take)) {
    return;
  }
  auto position = llvm::find(found->second.results, index);
  Block *block = found->second.block;
  Value value = block->getArgument(
      1 + std::distance(found->second.results.begin(), position));
  builder.setInsertionPointToStart(block);
  if (auto global = dyn_cast<GlobalTakeOp>(take))
    GlobalSetOp::create(builder, op->getLoc(), global.getGlobalAttr(),
                        coerceTo(builder, value, global.getType()));
  else
    CellSetOp::create(builder, op->getLoc(),
                      cast<CellTakeOp>(take).getKeyAttr(),
                      cast<CellTakeOp>(take).getCell(), value);
}

//===----------------------------------------------------------------------===//
// Edges
//===----------------------------------------------------------------------===//

void FunctionErrors::setPoint(Operation *op) {
  point = op;
  restoreTaken(op);
  builder.setInsertionPoint(op);
  onError.clear();
  landing = {};
  // The memory of an operation that was expanded may be used again.
  if (auto found = landings.find(op); found != landings.end()) {
    landing = std::move(found->second);
    landings.erase(found);
  }
  if (firstCold)
    nextCold = firstCold;
  firstCold = nullptr;
}

void FunctionErrors::setResultOnError(unsigned index, Value value) {
  onError[index] = value;
}

/// The block that leaves the function with a status.
Block *FunctionErrors::getExit() {
  if (exit && numExitEdges++ < kEdgesPerExit)
    return exit;
  numExitEdges = 1;
  OpBuilder::InsertionGuard guard(builder);
  Location loc = func.getLoc();
  exit = builder.createBlock(&func.getBody(), func.getBody().end(),
                             ErrorType::get(func.getContext()), loc);
  SmallVector<Value> results = getFailureResults(func, builder);
  results.push_back(exit->getArgument(0));
  ReturnOp::create(builder, loc, results);
  return exit;
}

Block *FunctionErrors::getTarget() {
  return landing.block ? landing.block : getExit();
}

/// What an error edge carries.
SmallVector<Value> FunctionErrors::getPassed(Value status) {
  SmallVector<Value> values{status};
  for (auto [position, index] : llvm::enumerate(landing.results)) {
    Type type = landing.block->getArgument(1 + position).getType();
    Value value = onError.lookup(index);
    values.push_back(value ? coerceTo(builder, value, type)
                           : PoisonOp::create(builder, loc(), type));
  }
  return values;
}

void FunctionErrors::failIf(Value failed, MakeError makeError) {
  Block *cold = makeColdBlock(makeError);
  branchIf(failed, cold, {});
}

void FunctionErrors::failIfError(Value status) {
  Value failed = FailedOp::create(builder, loc(), builder.getI1Type(), status);
  if (frame)
    return branchIf(failed, makeColdBlock([&](OpBuilder &) { return status; }),
                    {});
  Block *target = getTarget();
  branchIf(failed, target, getPassed(status));
}

void FunctionErrors::failRelocated(Value status) {
  Value failed = FailedOp::create(builder, loc(), builder.getI1Type(), status);
  failIf(failed, [&](OpBuilder &b) -> Value {
    return ErrorRelocateOp::create(b, loc(), status.getType(), status);
  });
}

void FunctionErrors::fail(MakeError makeError) {
  Block *cold = makeColdBlock(makeError);
  Block *block = point->getBlock();
  block->splitBlock(point);
  builder.setInsertionPointToEnd(block);
  cf::BranchOp::create(builder, loc(), cold);
  builder.setInsertionPoint(point);
}

Block *FunctionErrors::makeColdBlock(MakeError makeError) {
  OpBuilder::InsertionGuard guard(builder);
  Block *target = getTarget();
  Block *cold = builder.createBlock(nextCold ? nextCold : target);
  if (!firstCold)
    firstCold = cold;
  Value status = makeError(builder);
  if (frame)
    BacktraceOp::create(builder, loc(), status,
                        describeFrame(frame, sources, loc()));
  cf::BranchOp::create(builder, loc(), target, getPassed(status));
  return cold;
}

/// Ends the block before the point; the point goes to a block of its own.
void FunctionErrors::branchIf(Value failed, Block *target,
                              ValueRange operands) {
  Block *block = point->getBlock();
  Block *rest = block->splitBlock(point);
  builder.setInsertionPointToEnd(block);
  auto branch = cf::CondBranchOp::create(builder, loc(), failed, target,
                                         operands, rest, ValueRange{});
  branch.setBranchWeights(kErrorWeights);
  builder.setInsertionPoint(point);
  ++numTests;
}
