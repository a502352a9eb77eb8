//===- Comparison.cpp - Equality, order and truth ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

using Predicate = LLVM::ICmpPredicate;

/// Types whose values are of one kind, the same for both.
static bool isUnitPair(Type left, Type right) {
  return left == right && isa<NilType, UnsetType>(left);
}

static Value equalNumbers(Emitter &e, Value lhs, Value rhs) {
  if (lhs.getType() == rhs.getType() && lhs.getType().isInteger())
    return e.compare(Predicate::eq, lhs, rhs);
  return LLVM::FCmpOp::create(e.b, e.loc, LLVM::FCmpPredicate::oeq,
                              e.toFloat(lhs), e.toFloat(rhs));
}

static Value equalRanges(Emitter &e, Value lhs, Value rhs) {
  Value same = e.i1(true);
  for (int64_t field = 0; field < 3; ++field)
    same =
        LLVM::AndOp::create(e.b, e.loc, same,
                            e.compare(Predicate::eq, e.rangeField(lhs, field),
                                      e.rangeField(rhs, field)));
  return same;
}

/// Equality with a value whose kind alone decides; null for other types.
static Value equalKind(Emitter &e, Value any, Type other) {
  if (isa<NilType>(other))
    return e.hasKind(any, RtKindNil);
  return isa<UnsetType>(other) ? e.hasKind(any, RtKindUnset) : Value();
}

Value Emitter::equal(Value lhs, Type left, Value rhs, Type right) {
  if (isUnitPair(left, right))
    return i1(true);
  if ((isNumber(left) && isNumber(right)) ||
      (left == right && left.isInteger(1)))
    return equalNumbers(*this, lhs, rhs);
  if (isa<StrType>(left) && isa<StrType>(right))
    return call("rt_string_equal", {lhs, rhs});
  if (isa<ArrayType>(left) && isa<ArrayType>(right))
    return call("rt_array_equal", {lhs, rhs});
  if (isa<RangeType>(left) && isa<RangeType>(right))
    return equalRanges(*this, lhs, rhs);
  if (areDisjointTypes(left, right))
    return i1(false);
  Value decided = isa<AnyType>(left)    ? equalKind(*this, lhs, right)
                  : isa<AnyType>(right) ? equalKind(*this, rhs, left)
                                        : Value();
  if (decided)
    return decided;
  SmallVector<Value> args;
  pushBoxed(lhs, left, args);
  pushBoxed(rhs, right, args);
  Value result = call("rt_any_equal", args);
  dropTemporaries();
  return result;
}

namespace {

template <typename Op> struct LowerEquality : RuchyPattern<Op> {
  using RuchyPattern<Op>::RuchyPattern;
  using typename RuchyPattern<Op>::Adaptor;
  using typename RuchyPattern<Op>::Rewriter;

  LogicalResult matchAndRewrite(Op op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = this->emitter(op, rewriter);
    Value same = e.equal(adaptor.getLhs(), op.getLhs().getType(),
                         adaptor.getRhs(), op.getRhs().getType());
    if (isa<NeOp>(op))
      same = LLVM::XOrOp::create(rewriter, op.getLoc(), same, e.i1(true));
    return this->replace(op, rewriter, same);
  }
};

/// Order by a runtime comparison, which gives -1, 0 or 1, or 2 where a NaN
/// makes every order false.
template <typename Op> struct LowerOrder : RuchyPattern<Op> {
  using RuchyPattern<Op>::RuchyPattern;
  using typename RuchyPattern<Op>::Adaptor;
  using typename RuchyPattern<Op>::Rewriter;

  LogicalResult matchAndRewrite(Op op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = this->emitter(op, rewriter);
    Type left = op.getLhs().getType(), right = op.getRhs().getType();
    Value lhs = adaptor.getLhs(), rhs = adaptor.getRhs();
    if (isa<StrType>(left) && isa<StrType>(right))
      return this->replace(op, rewriter,
                           decide(e, e.call("rt_string_compare", {lhs, rhs})));
    SmallVector<Value> args;
    e.pushBoxed(lhs, left, args);
    e.pushBoxed(rhs, right, args);
    Checked order = e.callFallible("rt_any_compare", e.i64Type(), args);
    e.dropTemporaries();
    return this->replace(op, rewriter, decide(e, order.value), order.status);
  }

  Value decide(Emitter &e, Value order) const {
    if constexpr (std::is_same_v<Op, LtOp>)
      return e.compare(Predicate::eq, order, e.i64(-1));
    if constexpr (std::is_same_v<Op, LeOp>)
      return e.compare(Predicate::sle, order, e.i64(0));
    if constexpr (std::is_same_v<Op, GtOp>)
      return e.compare(Predicate::eq, order, e.i64(1));
    return e.compare(Predicate::ult, order, e.i64(2));
  }
};

struct LowerTruthy : RuchyPattern<TruthyOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(TruthyOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    return replace(op, rewriter,
                   e.truthy(adaptor.getValue(), op.getValue().getType()));
  }
};

struct LowerIsNil : RuchyPattern<IsNilOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(IsNilOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    return replace(op, rewriter,
                   e.isNil(adaptor.getValue(), op.getValue().getType()));
  }
};

} // namespace

void lowering::addComparisonPatterns(const LLVMTypeConverter &converter,
                                     RewritePatternSet &patterns,
                                     ModuleLowering &module) {
  patterns.add<LowerEquality<EqOp>, LowerEquality<NeOp>, LowerOrder<LtOp>,
               LowerOrder<LeOp>, LowerOrder<GtOp>, LowerOrder<GeOp>,
               LowerTruthy, LowerIsNil>(converter, module);
}
