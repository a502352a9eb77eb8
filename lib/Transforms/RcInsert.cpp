//===- RcInsert.cpp - Insert reference counting -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Blocks are walked backwards with the set of live owners. Nothing is changed
// before the whole function is planned, so that uses and edges stay as they
// were analysed.
//
//===----------------------------------------------------------------------===//

#include "RcOwnership.h"
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"
#include <map>
#include <vector>

namespace ruchy {
#define GEN_PASS_DEF_RUCHYRCINSERT
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace ruchy;
using namespace ruchy::rc;

namespace {

using Numbers = SmallVector<unsigned, 4>;

/// What happens on one edge, and which values stay or go with it.
struct EdgePlan {
  Operation *branch;
  unsigned successor;
  /// Positions among the operands that the edge passes.
  SmallVector<unsigned, 2> dups;
  Numbers drops;

  Block *getTarget() const { return branch->getSuccessor(successor); }
};

/// Plans and inserts the counting of one function.
class Inserter {
public:
  Inserter(FuncOp func, Ownership &ownership)
      : func(func), ownership(ownership),
        liveIns(ownership.computeLiveOwners()) {}

  void run() {
    for (Block &block : func.getBody())
      planBlock(block);
    apply();
  }

  unsigned numDups = 0, numDrops = 0, numSplitEdges = 0, numPromotedViews = 0;

private:
  void planBlock(Block &block);
  void planOp(Operation *op);
  void planOperands(Operation *op);
  void planEdges(Operation *branch);
  void planEdge(EdgePlan plan, ArrayRef<unsigned> atEnd,
                ArrayRef<unsigned> missing);
  void place(EdgePlan plan);
  void setLiveAtEnd(Operation *branch, ArrayRef<unsigned> missing);

  void apply();
  void applyEdge(const EdgePlan &plan);
  Block *getCleanup(const EdgePlan &plan, TypeRange types);
  void applyPromotion(unsigned number);
  void insertDup(OpOperand &operand);
  void insertDrop(Location loc, unsigned number);

  FuncOp func;
  Ownership &ownership;
  LiveIns liveIns;
  /// Owners alive behind the operation that is planned.
  DenseSet<unsigned> live;

  SmallVector<OpOperand *> dups;
  SmallVector<std::pair<Operation *, unsigned>> dropsBefore, dropsAfter;
  SmallVector<std::pair<Block *, unsigned>> dropsAtStart;
  SmallVector<EdgePlan> edges;
  /// By target and dropped values.
  std::map<std::pair<Block *, std::vector<unsigned>>, Block *> cleanups;
  OpBuilder builder{func.getContext()};
};

} // namespace

static void makeSet(Numbers &numbers) {
  llvm::sort(numbers);
  numbers.erase(llvm::unique(numbers), numbers.end());
}

static bool isIn(ArrayRef<unsigned> set, unsigned number) {
  return llvm::binary_search(set, number);
}

//===----------------------------------------------------------------------===//
// Plan
//===----------------------------------------------------------------------===//

void Inserter::planBlock(Block &block) {
  live.clear();
  Operation *terminator = block.getTerminator();
  if (terminator->getNumSuccessors() != 0)
    planEdges(terminator);
  else
    planOp(terminator);
  for (Operation &op : llvm::reverse(block.without_terminator()))
    planOp(&op);
  for (Value argument : block.getArguments())
    if (auto number = ownership.getNumber(argument);
        number && ownership.isOwned(*number) && !live.contains(*number))
      dropsAtStart.push_back({&block, *number});
}

void Inserter::planOp(Operation *op) {
  for (Value result : op->getResults())
    if (auto number = ownership.getNumber(result);
        number && ownership.isOwned(*number) && !live.erase(*number))
      dropsAfter.push_back({op, *number});
  planOperands(op);
}

/// The last use of an owner moves it; whoever is borrowed for the last time
/// goes behind the operation, whoever is only copied goes before it.
void Inserter::planOperands(Operation *op) {
  Numbers borrowed, copied, taken;
  SmallVector<std::pair<unsigned, OpOperand *>, 4> moves;
  for (OpOperand &operand : op->getOpOperands()) {
    auto number = ownership.getNumber(operand.get());
    if (!number || ownership.isImmortal(*number))
      continue;
    bool consumes = ownership.getUse(operand) == Use::Consume;
    if (consumes && ownership.isOwned(*number)) {
      moves.push_back({*number, &operand});
      taken.push_back(*number);
      continue;
    }
    llvm::append_range(consumes ? copied : borrowed,
                       ownership.getOwners(*number));
    if (consumes)
      dups.push_back(&operand);
  }
  makeSet(borrowed);
  makeSet(copied);
  makeSet(taken);
  llvm::stable_sort(moves, llvm::less_first());
  bool isTerminator = op->hasTrait<OpTrait::IsTerminator>();
  auto &dropsLate = isTerminator ? dropsBefore : dropsAfter;
  for (auto [i, move] : llvm::enumerate(moves)) {
    auto [number, operand] = move;
    bool last = i + 1 == moves.size() || moves[i + 1].first != number;
    bool stays = live.contains(number) || isIn(borrowed, number);
    if (stays || !last)
      dups.push_back(operand);
    if (last && stays && !live.contains(number))
      dropsLate.push_back({op, number});
  }
  for (unsigned number : borrowed)
    if (!live.contains(number) && !isIn(taken, number))
      dropsLate.push_back({op, number});
  for (unsigned number : copied)
    if (!live.contains(number) && !isIn(taken, number) &&
        !isIn(borrowed, number))
      dropsBefore.push_back({op, number});
  live.insert_range(taken);
  live.insert_range(borrowed);
  live.insert_range(copied);
}

/// Alive at the end of a block is what a successor needs, what an edge passes,
/// and what the branch finds out to exist.
void Inserter::setLiveAtEnd(Operation *branch, ArrayRef<unsigned> missing) {
  for (Block *next : branch->getSuccessors())
    live.insert_range(liveIns.get(next));
  auto passed = cast<BranchOpInterface>(branch);
  for (unsigned i = 0; i != branch->getNumSuccessors(); ++i)
    for (Value value : passed.getSuccessorOperands(i).getForwardedOperands())
      if (auto number = ownership.getNumber(value))
        live.insert_range(ownership.getOwners(*number));
  live.insert_range(missing);
}

void Inserter::planEdges(Operation *branch) {
  Numbers missing;
  if (Operation *tested = getTestedOp(branch))
    for (Value result : getConditionalResults(tested))
      missing.push_back(*ownership.getNumber(result));
  setLiveAtEnd(branch, missing);
  Numbers atEnd(live.begin(), live.end());
  llvm::sort(atEnd);
  for (unsigned i = 0; i != branch->getNumSuccessors(); ++i)
    planEdge({branch, i, {}, {}}, atEnd,
             i == 0 ? ArrayRef<unsigned>(missing) : ArrayRef<unsigned>());
}

void Inserter::planEdge(EdgePlan plan, ArrayRef<unsigned> atEnd,
                        ArrayRef<unsigned> missing) {
  Block *target = plan.getTarget();
  auto passed = cast<BranchOpInterface>(plan.branch)
                    .getSuccessorOperands(plan.successor)
                    .getForwardedOperands();
  Numbers moved;
  for (auto [position, value] : llvm::enumerate(passed)) {
    auto number = ownership.getNumber(value);
    if (!number || ownership.isImmortal(*number))
      continue;
    bool moves = ownership.isOwned(*number) &&
                 !liveIns.contains(target, *number) &&
                 !llvm::is_contained(moved, *number);
    if (moves)
      moved.push_back(*number);
    else
      plan.dups.push_back(position);
  }
  makeSet(moved);
  for (unsigned number : atEnd)
    if (!liveIns.contains(target, number) && !isIn(moved, number) &&
        !llvm::is_contained(missing, number))
      plan.drops.push_back(number);
  if (!plan.dups.empty() || !plan.drops.empty())
    place(std::move(plan));
}

/// Whether the edge passes an error status.
static bool passesStatus(Operation *branch, unsigned successor) {
  return llvm::any_of(cast<BranchOpInterface>(branch)
                          .getSuccessorOperands(successor)
                          .getForwardedOperands(),
                      [](Value v) { return isa<ErrorType>(v.getType()); });
}

/// Whether the block makes an error and goes on with it.
static bool makesError(Block *block) {
  auto jump = dyn_cast<cf::BranchOp>(block->getTerminator());
  return jump && llvm::any_of(jump.getDestOperands(), [&](Value value) {
           Operation *op = value.getDefiningOp();
           return isa_and_nonnull<ErrorSiteOp, ErrorIndexOp, ErrorMessageOp,
                                  ErrorThrowOp, ErrorRelocateOp>(op) &&
                  op->getBlock() == block;
         });
}

/// Puts the work of an edge where only that edge passes, splitting it if
/// there is no such place yet. Edges count, not blocks: both edges of a branch
/// may lead to one block. What an error leaves behind is dropped on the way out
/// of the block that makes the error, where many errors share the drops.
void Inserter::place(EdgePlan plan) {
  Block *target = plan.getTarget();
  if (plan.branch->getNumSuccessors() == 1) {
    auto passed = cast<BranchOpInterface>(plan.branch)
                      .getSuccessorOperands(0)
                      .getMutableForwardedOperands();
    for (unsigned position : plan.dups)
      dups.push_back(&passed[position]);
    for (unsigned number : plan.drops)
      dropsBefore.push_back({plan.branch, number});
  } else if (plan.dups.empty() && target->getSinglePredecessor()) {
    if (makesError(target))
      return edges.push_back(
          {target->getTerminator(), 0, {}, std::move(plan.drops)});
    for (unsigned number : plan.drops)
      dropsAtStart.push_back({target, number});
  } else {
    edges.push_back(std::move(plan));
  }
}

//===----------------------------------------------------------------------===//
// Apply
//===----------------------------------------------------------------------===//

void Inserter::insertDup(OpOperand &operand) {
  Value value = operand.get();
  operand.set(DupOp::create(builder, operand.getOwner()->getLoc(),
                            value.getType(), value));
  ++numDups;
}

void Inserter::insertDrop(Location loc, unsigned number) {
  DropOp::create(builder, loc, ownership.getValue(number));
  ++numDrops;
}

void Inserter::apply() {
  for (OpOperand *operand : dups) {
    builder.setInsertionPoint(operand->getOwner());
    insertDup(*operand);
  }
  for (auto [op, number] : dropsBefore) {
    builder.setInsertionPoint(op);
    insertDrop(op->getLoc(), number);
  }
  for (auto [op, number] : dropsAfter) {
    builder.setInsertionPointAfter(op);
    insertDrop(op->getLoc(), number);
  }
  for (auto [block, number] : dropsAtStart) {
    builder.setInsertionPointToStart(block);
    insertDrop(ownership.getValue(number).getLoc(), number);
  }
  for (const EdgePlan &plan : edges)
    applyEdge(plan);
  for (unsigned number = 0; number != ownership.size(); ++number)
    if (ownership.getKind(number) == Ownership::Kind::Copied)
      applyPromotion(number);
}

void Inserter::applyEdge(const EdgePlan &plan) {
  MutableOperandRange passed = cast<BranchOpInterface>(plan.branch)
                                   .getSuccessorOperands(plan.successor)
                                   .getMutableForwardedOperands();
  if (plan.dups.empty() && passesStatus(plan.branch, plan.successor)) {
    Block *cleanup = getCleanup(plan, OperandRange(passed).getTypes());
    return plan.branch->setSuccessor(cleanup, plan.successor);
  }
  ++numSplitEdges;
  Location loc = plan.branch->getLoc();
  Block *from = plan.branch->getBlock();
  OperandRange range = passed;
  SmallVector<Value> operands(range.begin(), range.end());
  Block *middle =
      builder.createBlock(from->getParent(), std::next(from->getIterator()));
  auto jump = cf::BranchOp::create(builder, loc, plan.getTarget(), operands);
  passed.clear();
  plan.branch->setSuccessor(middle, plan.successor);
  builder.setInsertionPoint(jump);
  for (unsigned position : plan.dups)
    insertDup(jump->getOpOperand(position));
  for (unsigned number : plan.drops)
    insertDrop(loc, number);
}

/// A block that drops what the edge drops and goes on with what it is given.
/// All edges that drop the same on their way to the same block share it: a
/// function with many values and many errors would else consist of drops.
Block *Inserter::getCleanup(const EdgePlan &plan, TypeRange types) {
  Block *target = plan.getTarget();
  Block *&cleanup = cleanups[{
      target, std::vector<unsigned>(plan.drops.begin(), plan.drops.end())}];
  if (cleanup)
    return cleanup;
  ++numSplitEdges;
  Location loc = plan.branch->getLoc();
  cleanup = builder.createBlock(target, types,
                                SmallVector<Location>(types.size(), loc));
  for (unsigned number : plan.drops)
    insertDrop(loc, number);
  cf::BranchOp::create(builder, loc, target, cleanup->getArguments());
  return cleanup;
}

/// The owned copy of a view, right behind its definition: before the drop of
/// what it looks into, if that follows.
void Inserter::applyPromotion(unsigned number) {
  Value view = ownership.getValue(number);
  builder.setInsertionPointAfterValue(view);
  auto copy = DupOp::create(builder, view.getLoc(), view.getType(), view);
  view.replaceAllUsesExcept(copy, copy);
  ++numDups;
  ++numPromotedViews;
}

//===----------------------------------------------------------------------===//
// Pass
//===----------------------------------------------------------------------===//

namespace {
using Ownerships = DenseMap<Operation *, std::unique_ptr<Ownership>>;

struct RcInsert : ruchy::impl::RuchyRcInsertBase<RcInsert> {
  void runOnOperation() override {
    SmallVector<FuncOp> functions;
    for (auto func : getOperation().getOps<FuncOp>())
      if (!func.isExternal())
        functions.push_back(func);
    for (FuncOp func : functions) {
      if (failed(checkPromoted(func)))
        return signalPassFailure();
      prepare(func);
    }
    Callees callees(getOperation());
    ownTailParameters(callees);
    Ownerships ownerships;
    for (FuncOp func : functions)
      ownerships[func] = std::make_unique<Ownership>(func, callees);
    solve(functions, callees, ownerships);
    for (FuncOp func : functions)
      insert(func, *ownerships[func]);
  }

private:
  LogicalResult checkPromoted(FuncOp func);
  void ownTailParameters(const Callees &callees);
  void solve(ArrayRef<FuncOp> functions, const Callees &callees,
             Ownerships &ownerships);
  void insert(FuncOp func, Ownership &ownership);
};
} // namespace

/// What memory slots hold is not counted.
LogicalResult RcInsert::checkPromoted(FuncOp func) {
  WalkResult result = func.walk([](SlotOp slot) {
    slot.emitOpError("must be promoted before reference counts are inserted");
    return WalkResult::interrupt();
  });
  return failure(result.wasInterrupted());
}

/// Behind a tail call there is nobody left who could drop what it borrowed.
void RcInsert::ownTailParameters(const Callees &callees) {
  getOperation().walk([&](CallOp call) {
    FuncOp callee = call.getTail() ? callees.lookup(call) : FuncOp();
    if (!callee)
      return;
    for (auto [index, type] : llvm::enumerate(callee.getArgumentTypes()))
      if (isHeapType(type))
        callee.setArgAttr(index, FuncOp::kOwnedAttrName,
                          UnitAttr::get(&getContext()));
  });
}

void RcInsert::solve(ArrayRef<FuncOp> functions, const Callees &callees,
                     Ownerships &ownerships) {
  DenseMap<Operation *, llvm::SmallSetVector<Operation *, 4>> callers;
  for (FuncOp func : functions)
    func.walk([&](CallOp call) {
      if (FuncOp callee = callees.lookup(call))
        callers[callee].insert(func);
    });
  llvm::SetVector<Operation *> work;
  for (FuncOp func : llvm::reverse(functions))
    work.insert(func);
  while (!work.empty()) {
    Operation *func = work.pop_back_val();
    if (ownerships[func]->solve())
      for (Operation *caller : callers[func])
        work.insert(caller);
  }
}

void RcInsert::insert(FuncOp func, Ownership &ownership) {
  Inserter inserter(func, ownership);
  inserter.run();
  numDups += inserter.numDups;
  numDrops += inserter.numDrops;
  numSplitEdges += inserter.numSplitEdges;
  numPromotedViews += inserter.numPromotedViews;
}
