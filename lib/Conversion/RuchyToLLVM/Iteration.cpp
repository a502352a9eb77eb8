//===- Iteration.cpp - Ranges and for loops ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

using Predicate = LLVM::ICmpPredicate;

/// The `ruchy.range` that an iteration walks over, if it can be seen.
static RangeOp getRange(Value iterable) {
  if (auto iter = iterable.getDefiningOp<IterOp>())
    iterable = iter.getIterable();
  return iterable.getDefiningOp<RangeOp>();
}

void lowering::markRangeIterations(ModuleOp module) {
  module.walk([](Operation *op) {
    if (!isa<IterStartOp, IterNextOp>(op))
      return;
    if (RangeOp range = getRange(op->getOperand(0)))
      op->setDiscardableAttr(range.getInclusive() ? kInclusiveMark
                                                  : kExclusiveMark,
                             UnitAttr::get(op->getContext()));
  });
}

/// Chooses by whether the end belongs to the range, at compile time if known.
static Value chooseByEnd(Emitter &e, Operation *op, Value range,
                         llvm::function_ref<Value()> inclusive,
                         llvm::function_ref<Value()> exclusive) {
  if (op->hasAttr(kInclusiveMark))
    return inclusive();
  if (op->hasAttr(kExclusiveMark))
    return exclusive();
  return e.select(e.rangeField(range, 2), inclusive(), exclusive());
}

/// Number of items of anything but a range.
static Value getCount(Emitter &e, Value iterable, Type type) {
  if (isa<ArrayType>(type))
    return e.length(iterable);
  Value any = e.boxOwned(iterable, type);
  return e.call("rt_any_iter_len", {e.payload(any), e.tagOf(any)});
}

namespace {

struct LowerRange : RuchyPattern<RangeOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(RangeOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    if (isa<AnyType>(op.getType()))
      return replace(op, rewriter, makeDynamic(op, adaptor, e));
    Value fields[] = {adaptor.getStart(), adaptor.getEnd(),
                      e.i1(op.getInclusive())};
    Value range =
        LLVM::PoisonOp::create(rewriter, op.getLoc(), e.convert(op.getType()));
    for (auto [index, field] : llvm::enumerate(fields))
      range = LLVM::InsertValueOp::create(rewriter, op.getLoc(), range, field,
                                          static_cast<int64_t>(index));
    return replace(op, rewriter, range);
  }

  Value makeDynamic(RangeOp op, Adaptor adaptor, Emitter &e) const {
    SmallVector<Value> args;
    e.pushBoxed(adaptor.getStart(), op.getStart().getType(), args);
    e.pushBoxed(adaptor.getEnd(), op.getEnd().getType(), args);
    args.push_back(e.i64(op.getInclusive()));
    Value object = e.call("rt_range_new", args);
    e.dropTemporaries();
    return e.makeAny(LLVM::PtrToIntOp::create(e.b, e.loc, e.i64Type(), object),
                     RtKindRange);
  }
};

struct LowerIter : RuchyPattern<IterOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(IterOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = op.getIterable().getType();
    if (isa<ArrayType, RangeType>(type))
      return replace(op, rewriter, adaptor.getIterable());
    if (isa<StrType>(type))
      return replace(op, rewriter,
                     e.call("rt_string_chars", adaptor.getIterable()));
    SmallVector<Value> args;
    e.pushBoxed(adaptor.getIterable(), type, args);
    Checked items =
        e.callFallible(op.getKeys() ? "rt_any_iter_keys" : "rt_any_iter",
                       e.convert(op.getResult().getType()), args);
    e.dropTemporaries();
    return replace(op, rewriter, items);
  }
};

struct LowerIterStart : RuchyPattern<IterStartOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(IterStartOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value iterable = adaptor.getIterable();
    Type type = op.getIterable().getType();
    if (!isa<RangeType>(type)) {
      Value first = e.i64(0);
      Value more =
          e.compare(Predicate::slt, first, getCount(e, iterable, type));
      rewriter.replaceOp(op, {first, more});
      return success();
    }
    Value start = e.rangeField(iterable, 0), end = e.rangeField(iterable, 1);
    Value more = chooseByEnd(
        e, op, iterable, [&] { return e.compare(Predicate::sle, start, end); },
        [&] { return e.compare(Predicate::slt, start, end); });
    rewriter.replaceOp(op, {start, more});
    return success();
  }
};

struct LowerIterNext : RuchyPattern<IterNextOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(IterNextOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value iterable = adaptor.getIterable(), position = adaptor.getPosition();
    Type type = op.getIterable().getType();
    // Behind the largest integer, where an inclusive range may end, the next
    // position is never used; elsewhere it cannot wrap.
    bool wraps = isa<RangeType>(type) && !op->hasAttr(kExclusiveMark);
    Value next = LLVM::AddOp::create(rewriter, op.getLoc(), position, e.i64(1),
                                     wraps ? LLVM::IntegerOverflowFlags::none
                                           : LLVM::IntegerOverflowFlags::nsw);
    if (!isa<RangeType>(type)) {
      Value more = e.compare(Predicate::slt, next, getCount(e, iterable, type));
      rewriter.replaceOp(op, {next, more});
      return success();
    }
    Value end = e.rangeField(iterable, 1);
    Value more = chooseByEnd(
        e, op, iterable,
        [&] { return e.compare(Predicate::ne, position, end); },
        [&] { return e.compare(Predicate::slt, next, end); });
    rewriter.replaceOp(op, {next, more});
    return success();
  }
};

struct LowerIterValue : RuchyPattern<IterValueOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(IterValueOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = op.getIterable().getType();
    Value position = adaptor.getPosition();
    if (isa<RangeType>(type))
      return replace(op, rewriter, position);
    if (auto array = dyn_cast<ArrayType>(type)) {
      if (isa<NeverType>(array.getElementType())) {
        rewriter.replaceOpWithNewOp<LLVM::PoisonOp>(op,
                                                    e.convert(op.getType()));
        return success();
      }
      return replace(
          op, rewriter,
          e.loadSlot(adaptor.getIterable(), position, array.getElementType()));
    }
    Value any = e.boxOwned(adaptor.getIterable(), type);
    return replace(op, rewriter,
                   e.callForAny("rt_any_iter_at",
                                {e.payload(any), e.tagOf(any), position}));
  }
};

} // namespace

void lowering::addIterationPatterns(const LLVMTypeConverter &converter,
                                    RewritePatternSet &patterns,
                                    ModuleLowering &module) {
  patterns.add<LowerRange, LowerIter, LowerIterStart, LowerIterNext,
               LowerIterValue>(converter, module);
}
