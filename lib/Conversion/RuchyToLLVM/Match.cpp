//===- Match.cpp - Tests of kinds, types and patterns -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"
#include "Shapes.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

using Predicate = LLVM::ICmpPredicate;

static Value both(Emitter &e, Value a, Value b) {
  return LLVM::AndOp::create(e.b, e.loc, a, b);
}

static Value loadShape(Emitter &e, Value record) {
  return e.load(e.ptrType(), e.offset(record, offsetof(RtRecord, shape)));
}

static Value isShape(Emitter &e, Value shape, LLVM::GlobalOp expected) {
  return e.compare(Predicate::eq, shape, e.addressOf(expected));
}

/// The shape of a value, and whether it is of `kind`. Another value has the
/// shape of None here: nothing is read that is no record.
static std::pair<Value, Value> getShapeOf(Emitter &e, Value value, Type type,
                                          RtKind kind) {
  if (!isa<AnyType>(type))
    return {loadShape(e, value), e.i1(true)};
  Value isKind = e.hasKind(value, kind);
  Value object =
      LLVM::IntToPtrOp::create(e.b, e.loc, e.ptrType(), e.payload(value));
  Value none = e.addressOf(getRuntimeConstant(e.module, "rt_none"));
  return {loadShape(e, e.select(isKind, object, none)), isKind};
}

namespace {

/// Tests that the types of the operands decide are constants.
template <typename Op> struct LowerTest : RuchyPattern<Op> {
  using RuchyPattern<Op>::RuchyPattern;
  using typename RuchyPattern<Op>::Adaptor;
  using typename RuchyPattern<Op>::Rewriter;

  LogicalResult matchAndRewrite(Op op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = this->emitter(op, rewriter);
    SmallVector<Type> types(op->getOperandTypes());
    Value result;
    if (llvm::any_of(types, llvm::IsaPred<NeverType>))
      result = e.i1(false);
    else if (std::optional<bool> truth = getTruth(op, types))
      result = e.i1(*truth);
    else
      result = test(op, adaptor, e);
    e.dropTemporaries();
    return this->replace(op, rewriter, result);
  }

  virtual std::optional<bool> getTruth(Op op, ArrayRef<Type> types) const {
    return op.getKnownTruth(types);
  }
  virtual Value test(Op op, Adaptor adaptor, Emitter &e) const = 0;
};

struct LowerTypeIs : LowerTest<TypeIsOp> {
  using LowerTest::LowerTest;
  /// The declarations, which know what derives from what, are gone.
  std::optional<bool> getTruth(TypeIsOp op,
                               ArrayRef<Type> types) const override {
    if (op.getDerived() && isa<ClassType>(types[0])) {
      StringRef name = cast<ClassType>(types[0]).getName().getValue();
      while (!name.empty() && name != op.getType())
        name = module.types[name].base;
      return !name.empty();
    }
    return op.getKnownTruth(types);
  }

  Value test(TypeIsOp op, Adaptor adaptor, Emitter &e) const override {
    RtKind kind = getRecordKind(module, op.getType());
    auto [shape, isKind] =
        getShapeOf(e, adaptor.getValue(), op.getValue().getType(), kind);
    if (kind == RtKindEnum) {
      Value owner =
          e.load(e.ptrType(), e.offset(shape, offsetof(RtShape, owner)));
      return isShape(e, owner,
                     getShape(module, op.getType(),
                              getFirstVariant(module, op.getType())));
    }
    LLVM::GlobalOp expected = getShape(module, op.getType());
    if (op.getDerived())
      return e.call("rt_shape_derives", {shape, e.addressOf(expected)});
    return isShape(e, shape, expected);
  }
};

struct LowerVariantIs : LowerTest<VariantIsOp> {
  using LowerTest::LowerTest;
  Value test(VariantIsOp op, Adaptor adaptor, Emitter &e) const override {
    auto [shape, isKind] =
        getShapeOf(e, adaptor.getValue(), op.getValue().getType(), RtKindEnum);
    return isShape(e, shape, getShape(module, op.getType(), op.getVariant()));
  }
};

struct LowerOptionIs : LowerTest<OptionIsOp> {
  using LowerTest::LowerTest;
  Value test(OptionIsOp op, Adaptor adaptor, Emitter &e) const override {
    Value value = adaptor.getValue();
    if (!isa<AnyType>(op.getValue().getType()))
      return isShape(e, loadShape(e, value),
                     getOptionShape(module, op.getCase()));
    if (op.getStrict() || op.getCase() == OptionCase::Err) {
      auto [shape, isKind] =
          getShapeOf(e, value, op.getValue().getType(), RtKindEnum);
      return both(e, isKind,
                  isShape(e, shape, getOptionShape(module, op.getCase())));
    }
    return e.call("rt_any_option_is",
                  {e.payload(value), e.tagOf(value),
                   e.i64(static_cast<int64_t>(op.getCase())),
                   e.i64(op.getStrict())});
  }
};

struct LowerKindIs : LowerTest<KindIsOp> {
  using LowerTest::LowerTest;
  Value test(KindIsOp op, Adaptor adaptor, Emitter &e) const override {
    Type type = op.getValue().getType();
    StringRef name = op.getKind();
    if (isa<UnsetType>(type))
      return e.i1(name == "unset");
    Value value = adaptor.getValue();
    auto kind = llvm::StringSwitch<std::optional<RtKind>>(name)
                    .Case("integer", RtKindInt)
                    .Case("float", RtKindFloat)
                    .Case("boolean", RtKindBool)
                    .Case("nil", RtKindNil)
                    .Case("unset", RtKindUnset)
                    .Case("byte", RtKindByte)
                    .Case("atom", RtKindAtom)
                    .Case("string", RtKindString)
                    .Case("array", RtKindArray)
                    .Case("range", RtKindRange)
                    .Case("map", RtKindMap)
                    .Case("set", RtKindSet)
                    .Case("tuple", RtKindTuple)
                    .Case("struct", RtKindStruct)
                    .Case("class", RtKindInstance)
                    .Case("enum_variant", RtKindEnum)
                    .Case("function", RtKindFunction)
                    .Default(std::nullopt);
    if (kind && isa<AnyType>(type))
      return e.hasKind(value, *kind);
    SmallVector<Value> args;
    e.pushBoxed(value, type, args);
    args.push_back(e.addressOf(module.getBytes(name, true)));
    args.push_back(e.i64(name.size()));
    return e.call("rt_any_kind_is", args);
  }
};

struct LowerMatchSequence : LowerTest<MatchSequenceOp> {
  using LowerTest::LowerTest;
  Value test(MatchSequenceOp op, Adaptor adaptor, Emitter &e) const override {
    Type type = op.getValue().getType();
    Value count = e.i64(op.getCount());
    if (isa<ArrayType>(type))
      return e.compare(op.getRest() ? Predicate::sge : Predicate::eq,
                       e.length(adaptor.getValue()), count);
    SmallVector<Value> args;
    e.pushBoxed(adaptor.getValue(), type, args);
    args.push_back(e.i64(op.getKind() == "tuple" ? RtKindTuple : RtKindArray));
    args.push_back(count);
    args.push_back(e.i64(op.getRest()));
    return e.call("rt_any_match_sequence", args);
  }
};

struct LowerMatchField : LowerTest<MatchFieldOp> {
  using LowerTest::LowerTest;
  std::optional<bool> getTruth(MatchFieldOp op,
                               ArrayRef<Type> types) const override {
    // The runtime looks into the shape: the declarations are gone.
    if (isPointerType(types[0]) || isa<AnyType>(types[0]))
      return std::nullopt;
    return false;
  }
  Value test(MatchFieldOp op, Adaptor adaptor, Emitter &e) const override {
    SmallVector<Value> args;
    e.pushBoxed(adaptor.getValue(), op.getValue().getType(), args);
    args.push_back(e.string(op.getName()));
    return e.call("rt_any_has_field", args);
  }
};

struct LowerMatchLiteral : LowerTest<MatchLiteralOp> {
  using LowerTest::LowerTest;
  Value test(MatchLiteralOp op, Adaptor adaptor, Emitter &e) const override {
    Type type = op.getValue().getType(), literal = op.getLiteral().getType();
    Value value = adaptor.getValue();
    if (type == literal && !isa<AnyType>(type))
      return e.equal(value, type, adaptor.getLiteral(), literal);
    if (isa<AnyType>(type) && isa<NilType>(literal))
      return e.hasKind(value, RtKindNil);
    if (isa<AnyType>(type) && literal.isInteger(64))
      return both(
          e, e.hasKind(value, RtKindInt),
          e.compare(Predicate::eq, e.payload(value), adaptor.getLiteral()));
    SmallVector<Value> args;
    e.pushBoxed(value, type, args);
    e.pushBoxed(adaptor.getLiteral(), literal, args);
    return e.call("rt_any_match_literal", args);
  }
};

struct LowerMatchRange : LowerTest<MatchRangeOp> {
  using LowerTest::LowerTest;
  Value test(MatchRangeOp op, Adaptor adaptor, Emitter &e) const override {
    if (!isInteger(op.getValue().getType(), false) ||
        !isInteger(op.getLow().getType(), true) ||
        !isInteger(op.getHigh().getType(), true))
      return testDynamic(op, adaptor, e);
    Value result = e.i1(true);
    if (op.getLow().getType().isInteger(64))
      result = e.compare(Predicate::sge, adaptor.getValue(), adaptor.getLow());
    if (!op.getHigh().getType().isInteger(64))
      return result;
    Value below = e.compare(op.getInclusive() ? Predicate::sle : Predicate::slt,
                            adaptor.getValue(), adaptor.getHigh());
    return both(e, result, below);
  }

  static bool isInteger(Type type, bool orNil) {
    return type.isInteger(64) || (orNil && isa<NilType>(type));
  }

  Value testDynamic(MatchRangeOp op, Adaptor adaptor, Emitter &e) const {
    SmallVector<Value> args;
    for (auto [value, operand] :
         llvm::zip(adaptor.getOperands(), op->getOperands()))
      e.pushBoxed(value, operand.getType(), args);
    args.push_back(e.i64(op.getInclusive()));
    return e.call("rt_any_match_range", args);
  }
};

struct LowerRefine : RuchyPattern<RefineOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(RefineOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type from = op.getValue().getType(), to = op.getResult().getType();
    Value value = adaptor.getValue();
    if (isa<AnyType>(from))
      value = e.unbox(value, to);
    else if (isa<AnyType>(to))
      value = e.boxOwned(value, from);
    else if (value.getType() != e.convert(to))
      value = e.zero(e.convert(to)); // never reached
    return replace(op, rewriter, value);
  }
};

} // namespace

void lowering::addMatchPatterns(const LLVMTypeConverter &converter,
                                RewritePatternSet &patterns,
                                ModuleLowering &module) {
  patterns.add<LowerTypeIs, LowerVariantIs, LowerOptionIs, LowerKindIs,
               LowerMatchSequence, LowerMatchField, LowerMatchLiteral,
               LowerMatchRange, LowerRefine>(converter, module);
}
