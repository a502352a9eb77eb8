//===- HoistBounds.cpp - Bounds checks out of loops -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CountedLoop.h"
#include "LoopCopy.h"
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Transforms/RegionUtils.h"

namespace ruchy {
#define GEN_PASS_DEF_RUCHYHOISTBOUNDS
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"
} // namespace ruchy

using namespace mlir;
using namespace ruchy;

using Predicate = arith::CmpIPredicate;

/// The test of the index that `row` was taken out of its array with; null if
/// it is not such an element.
static ArrayBoundsOp getTest(Value row) {
  auto at = row.getDefiningOp<ArrayAtOp>();
  auto test = at ? at.getPosition().getDefiningOp<ArrayBoundsOp>() : nullptr;
  if (!test || test.getPosition() != at.getPosition() ||
      test.getArray() != at.getArray())
    return nullptr;
  return test;
}

/// Whether the array comes from before the loop, or could be taken there from
/// one that does.
static bool canHoist(Value array, const CFGLoop &loop) {
  if (isInvariant(array, loop))
    return true;
  ArrayBoundsOp test = getTest(array);
  return test && isInvariant(test.getIndex(), loop) &&
         canHoist(test.getArray(), loop);
}

/// How the counter compares with the end as long as the loop goes on.
static Predicate getComparison(const CountedLoop &loop) {
  return loop.isInclusive() ? Predicate::sle : Predicate::slt;
}

namespace {

/// The element of a row that the loop takes another of in every round.
struct ColumnAccess {
  ArrayBoundsOp test;              ///< Of the index into the row.
  ArrayBoundsOp rowTest;           ///< Of the counter, into the rows.
  SmallVector<CountedLoop> rounds; ///< Loops that do it again, inner first.
};

/// A loop whose tests can be done before it.
struct Plan {
  CountedLoop loop;
  SmallVector<ArrayBoundsOp> byCounter;
  SmallVector<ArrayBoundsOp> invariant;
  SmallVector<ColumnAccess> columns;
};

/// The length of the shortest row that a loop takes, found before another one.
struct ShortestRow {
  Value rows, start, end;
  CFGLoop *before;
  Value length;
};

/// Writes a sequence of tests, each of which may lead to another block.
class Guard {
public:
  Guard(Block *first, Block *otherwise, Location loc)
      : builder(OpBuilder::atBlockEnd(first)), loc(loc), otherwise(otherwise) {}

  void setOtherwiseArgument(Value value) { argument = value; }

  void require(Value condition) {
    auto [next, operands] = makeNext();
    cf::CondBranchOp::create(builder, loc, condition, next, ValueRange{},
                             otherwise, operands);
    builder.setInsertionPointToEnd(next);
  }
  void requireNot(Value condition) {
    auto [next, operands] = makeNext();
    cf::CondBranchOp::create(builder, loc, condition, otherwise, operands, next,
                             ValueRange{});
    builder.setInsertionPointToEnd(next);
  }
  void require(Predicate predicate, Value lhs, Value rhs) {
    require(compare(predicate, lhs, rhs));
  }

  Value compare(Predicate predicate, Value lhs, Value rhs) {
    return arith::CmpIOp::create(builder, loc, predicate, lhs, rhs);
  }
  Value constant(int64_t value) {
    return ConstantOp::create(builder, loc, value);
  }
  Value length(Value array) {
    return LenOp::create(builder, loc, builder.getI64Type(), Type(), array)
        .getResult();
  }

  /// Requires that the counter is an index of all of its values.
  void requireIndex(const CountedLoop &loop, Value array) {
    require(Predicate::sge, loop.getStart(), constant(0));
    require(loop.isInclusive() ? Predicate::slt : Predicate::sle, loop.getEnd(),
            length(array));
  }

  /// The array as it is before the loop.
  Value hoist(Value array, const CFGLoop &loop) {
    if (isInvariant(array, loop))
      return array;
    if (Value row = hoisted.lookup(array))
      return row;
    ArrayBoundsOp test = getTest(array);
    Value position = hoistTest(test, loop);
    Value row = ArrayAtOp::create(builder, loc, array.getType(),
                                  hoist(test.getArray(), loop), position);
    return hoisted[array] = row;
  }
  /// The position that the test gives before the loop; requires that it is one.
  Value hoistTest(ArrayBoundsOp test, const CFGLoop &loop) {
    if (Value position = hoisted.lookup(test.getPosition()))
      return position;
    Value array = hoist(test.getArray(), loop);
    auto copy = ArrayBoundsOp::create(builder, loc, test->getResultTypes(),
                                      array, test.getIndex());
    requireNot(copy.getOutOfBounds());
    return hoisted[test.getPosition()] = copy.getPosition();
  }

  OpBuilder &getBuilder() { return builder; }
  const DenseMap<Value, Value> &getHoisted() const { return hoisted; }

private:
  std::pair<Block *, SmallVector<Value, 1>> makeNext() {
    auto *next = new Block;
    next->insertAfter(builder.getInsertionBlock());
    SmallVector<Value, 1> operands;
    if (argument)
      operands.push_back(argument);
    return {next, operands};
  }

  OpBuilder builder;
  Location loc;
  Block *otherwise;
  Value argument;
  DenseMap<Value, Value> hoisted;
};

struct HoistBounds : ruchy::impl::RuchyHoistBoundsBase<HoistBounds> {
  using Base::Base;

  void runOnOperation() override {
    FuncOp func = getOperation();
    if (func.isExternal() || func.getBody().hasOneBlock())
      return;
    DominanceInfo dominance(func);
    CFGLoopInfo loops(dominance.getDomTree(&func.getBody()));
    // What is behind the loops is changed before plans remember any of it.
    std::vector<LoopCopy> copies;
    for (CFGLoop *loop : loops.getLoopsInPreorder())
      if (loop->isInnermost() && loop->getParentLoop() && isSmall(*loop) &&
          makePlan(loop, dominance))
        if (LoopCopy copy(*loop); copy.closeExits(dominance))
          copies.push_back(std::move(copy));
    std::vector<std::pair<Plan, LoopCopy>> plans;
    for (LoopCopy &copy : copies)
      if (std::optional<Plan> plan = makePlan(copy.getLoop(), dominance))
        plans.push_back({std::move(*plan), std::move(copy)});
    shortestRows.clear();
    for (auto &[plan, copy] : plans)
      apply(plan, copy);
    IRRewriter rewriter(&getContext());
    if (!plans.empty())
      (void)eraseUnreachableBlocks(rewriter, func->getRegions());
  }

private:
  bool isSmall(const CFGLoop &loop) const {
    unsigned size = 0;
    for (Block *block : loop.getBlocks())
      for (Operation &op : *block)
        if (op.getNumRegions() != 0 || ++size > maxSize)
          return false;
    return true;
  }

  std::optional<Plan> makePlan(CFGLoop *loop, DominanceInfo &dominance);
  /// Loops around that the shortest row can be found before, and that are
  /// certain to come by the access in every round.
  SmallVector<CountedLoop> findRounds(const CountedLoop &loop, Value rows,
                                      DominanceInfo &dominance);
  Value requireWorth(Guard &guard, const CountedLoop &loop,
                     ColumnAccess &column);
  Value findShortestRow(const CountedLoop &loop, ColumnAccess &column);
  void apply(Plan &plan, LoopCopy &copy);

  SmallVector<ShortestRow> shortestRows;
};

} // namespace

SmallVector<CountedLoop> HoistBounds::findRounds(const CountedLoop &loop,
                                                 Value rows,
                                                 DominanceInfo &dominance) {
  SmallVector<CountedLoop> rounds;
  SmallVector<Value> needed = {loop.getStart(), loop.getEnd()};
  CFGLoop *inner = loop.getLoop();
  for (CFGLoop *outer = inner->getParentLoop(); outer;
       inner = outer, outer = outer->getParentLoop()) {
    Edge entry = getEntryEdge(*inner);
    Block *latch = outer->getLoopLatch();
    std::optional<CountedLoop> counted = CountedLoop::match(outer, dominance);
    if (!entry || !latch || !counted ||
        !dominance.dominates(entry.getSource(), latch) ||
        !canHoist(rows, *outer))
      break;
    needed.append({counted->getStart(), counted->getEnd()});
    if (!llvm::all_of(needed,
                      [&](Value value) { return isInvariant(value, *outer); }))
      break;
    rounds.push_back(*counted);
  }
  return rounds;
}

std::optional<Plan> HoistBounds::makePlan(CFGLoop *loop,
                                          DominanceInfo &dominance) {
  std::optional<CountedLoop> counted = CountedLoop::match(loop, dominance);
  if (!counted)
    return std::nullopt;
  Plan plan{*counted, {}, {}, {}};
  for (Block *block : loop->getBlocks()) {
    // What only some rounds test stays in the loop.
    if (!dominance.dominates(block, loop->getLoopLatch()))
      continue;
    for (auto test : block->getOps<ArrayBoundsOp>()) {
      bool fixed = isInvariant(test.getIndex(), *loop);
      if (canHoist(test.getArray(), *loop)) {
        if (fixed)
          plan.invariant.push_back(test);
        else if (counted->isCounter(test.getIndex(), block, dominance))
          plan.byCounter.push_back(test);
        continue;
      }
      ArrayBoundsOp rowTest = getTest(test.getArray());
      if (!fixed || !rowTest || !canHoist(rowTest.getArray(), *loop) ||
          !counted->isCounter(rowTest.getIndex(), rowTest->getBlock(),
                              dominance))
        continue;
      SmallVector<CountedLoop> rounds =
          findRounds(*counted, rowTest.getArray(), dominance);
      if (!rounds.empty())
        plan.columns.push_back({test, rowTest, std::move(rounds)});
    }
  }
  if (plan.columns.empty())
    return std::nullopt;
  return plan;
}

/// Requires that the access is repeated often enough, and that the counter is
/// an index of the rows. Returns the rows.
Value HoistBounds::requireWorth(Guard &guard, const CountedLoop &loop,
                                ColumnAccess &column) {
  for (const CountedLoop &round : llvm::drop_begin(column.rounds))
    guard.require(getComparison(round), round.getStart(), round.getEnd());
  const CountedLoop &nearest = column.rounds.front();
  // Where this wraps around, the estimate is wrong, but no result.
  Value count = arith::SubIOp::create(guard.getBuilder(), column.test.getLoc(),
                                      nearest.getEnd(), nearest.getStart());
  guard.require(Predicate::sge, count, guard.constant(minRounds));
  guard.require(getComparison(loop), loop.getStart(), loop.getEnd());
  CFGLoop *before = column.rounds.back().getLoop();
  Value array = guard.hoist(column.rowTest.getArray(), *before);
  guard.requireIndex(loop, array);
  return array;
}

/// The length of the shortest row that the loop takes, computed before the
/// outermost of the loops that do it again; 0 where that is not worth it, or
/// where the counter is not an index of the rows.
Value HoistBounds::findShortestRow(const CountedLoop &loop,
                                   ColumnAccess &column) {
  Value rows = column.rowTest.getArray();
  CFGLoop *before = column.rounds.back().getLoop();
  for (const ShortestRow &known : shortestRows)
    if (known.rows == rows && known.start == loop.getStart() &&
        known.end == loop.getEnd() && known.before == before)
      return known.length;
  ++numShortestRows;

  Location loc = column.test.getLoc();
  Block *header = before->getHeader();
  Block *first = nullptr;
  SmallVector<Value> passed = redirect(getEntryEdge(*before), first);
  auto *join = new Block, *scan = new Block;
  join->insertBefore(header);
  OpBuilder builder = OpBuilder::atBlockEnd(join);
  Type i64 = builder.getI64Type();
  Value result = join->addArgument(i64, loc);
  cf::BranchOp::create(builder, loc, header, passed);

  Guard guard(first, join, loc);
  guard.setOtherwiseArgument(guard.constant(0));
  Value array = requireWorth(guard, loop, column);
  OpBuilder &b = guard.getBuilder();
  Value one = guard.constant(1);
  Value none = guard.constant(std::numeric_limits<int64_t>::max());
  cf::BranchOp::create(b, loc, scan, ValueRange{loop.getStart(), none});

  scan->insertAfter(b.getInsertionBlock());
  b.setInsertionPointToEnd(scan);
  Value position = scan->addArgument(i64, loc);
  Value shortest = scan->addArgument(i64, loc);
  Value row = ArrayAtOp::create(b, loc, column.test.getArray().getType(), array,
                                position);
  shortest = arith::MinSIOp::create(b, loc, shortest, guard.length(row));
  Value next = arith::AddIOp::create(b, loc, position, one);
  Value more = guard.compare(getComparison(loop), next, loop.getEnd());
  cf::CondBranchOp::create(b, loc, more, scan, ValueRange{next, shortest}, join,
                           ValueRange{shortest});
  shortestRows.push_back(
      {rows, loop.getStart(), loop.getEnd(), before, result});
  return result;
}

void HoistBounds::apply(Plan &plan, LoopCopy &copy) {
  SmallVector<Value> shortest;
  for (ColumnAccess &column : plan.columns)
    shortest.push_back(findShortestRow(plan.loop, column));

  CFGLoop &loop = *plan.loop.getLoop();
  Location loc = plan.columns.front().test.getLoc();
  Block *header = loop.getHeader();
  Block *first = nullptr;
  SmallVector<Value> passed = redirect(getEntryEdge(loop), first);
  auto *checked = new Block;
  checked->insertBefore(header);
  OpBuilder builder = OpBuilder::atBlockEnd(checked);
  cf::BranchOp::create(builder, loc, header, passed);

  Guard guard(first, checked, loc);
  for (auto &&[column, length] : llvm::zip_equal(plan.columns, shortest))
    guard.require(Predicate::ult, column.test.getIndex(), length);
  DenseSet<Value> indexed;
  for (ColumnAccess &column : plan.columns)
    indexed.insert(column.rowTest.getArray());
  for (ArrayBoundsOp test : plan.invariant)
    guard.hoistTest(test, loop);
  for (ArrayBoundsOp test : plan.byCounter)
    if (indexed.insert(test.getArray()).second)
      guard.requireIndex(plan.loop, guard.hoist(test.getArray(), loop));

  Block *fast = copy.clone();
  cf::BranchOp::create(guard.getBuilder(), loc, fast, passed);
  for (auto [value, hoisted] : guard.getHoisted())
    if (auto at = value.getDefiningOp<ArrayAtOp>())
      copy.replace(at, hoisted);
  for (ArrayBoundsOp test : plan.invariant)
    copy.removeTest(test, guard.getHoisted().lookup(test.getPosition()));
  for (ArrayBoundsOp test : plan.byCounter)
    copy.removeTest(test, test.getIndex());
  for (ColumnAccess &column : plan.columns)
    copy.removeTest(column.test, column.test.getIndex());
  numLoops += 1;
  numTests +=
      plan.invariant.size() + plan.byCounter.size() + plan.columns.size();
}
