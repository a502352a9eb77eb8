//===- Records.cpp - Tuples, records and variants ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"
#include "Shapes.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

/// Stores the parts of an object that was just made.
static void storeParts(Emitter &e, Value object, ValueRange values,
                       TypeRange types) {
  for (auto [index, value, type] : llvm::enumerate(values, types))
    e.storePart(value, type,
                e.partAddress(object, static_cast<int64_t>(index)));
}

/// A record of `kind` with the shape at an address.
static Value makeRecord(Emitter &e, LLVM::GlobalOp shape, RtKind kind,
                        ValueRange values, TypeRange types) {
  Value record = e.call(
      "rt_record_new", {e.addressOf(shape), e.i64(kind), e.i64(values.size())});
  storeParts(e, record, values, types);
  return record;
}

/// The pointer in a value of an object type, or in the box of one.
static Value getObject(Emitter &e, Value value, Type type) {
  if (!isa<AnyType>(type))
    return value;
  return LLVM::IntToPtrOp::create(e.b, e.loc, e.ptrType(), e.payload(value));
}

namespace {

/// Base for what makes an object: as `any` where the result is no exact type.
template <typename Op> struct LowerNew : RuchyPattern<Op> {
  using RuchyPattern<Op>::RuchyPattern;
  using typename RuchyPattern<Op>::Rewriter;

  LogicalResult finish(Op op, Rewriter &rewriter, Emitter &e, Value object,
                       RtKind kind) const {
    if (isa<AnyType>(op.getResult().getType()))
      object = e.makeAny(
          LLVM::PtrToIntOp::create(e.b, e.loc, e.i64Type(), object), kind);
    return this->replace(op, rewriter, object);
  }
};

/// The conversion has gathered what is in them.
struct LowerType : RuchyPattern<TypeOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(TypeOp op, Adaptor,
                                Rewriter &rewriter) const override {
    rewriter.eraseOp(op);
    return success();
  }
};

struct LowerTupleNew : LowerNew<TupleNewOp> {
  using LowerNew::LowerNew;
  LogicalResult matchAndRewrite(TupleNewOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value tuple = e.call("rt_tuple_new", {e.i64(adaptor.getElements().size())});
    storeParts(e, tuple, adaptor.getElements(), op.getElements().getTypes());
    return finish(op, rewriter, e, tuple, RtKindTuple);
  }
};

struct LowerRecordNew : LowerNew<RecordNewOp> {
  using LowerNew::LowerNew;
  LogicalResult matchAndRewrite(RecordNewOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    RtKind kind = getRecordKind(module, op.getType());
    Value record = makeRecord(e, getShape(module, op.getType()), kind,
                              adaptor.getFields(), op.getFields().getTypes());
    return finish(op, rewriter, e, record, kind);
  }
};

struct LowerVariantNew : LowerNew<VariantNewOp> {
  using LowerNew::LowerNew;
  LogicalResult matchAndRewrite(VariantNewOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value variant =
        op.getPayload().empty()
            ? e.addressOf(getUnitVariant(module, op.getType(), op.getVariant()))
            : makeRecord(e, getShape(module, op.getType(), op.getVariant()),
                         RtKindEnum, adaptor.getPayload(),
                         op.getPayload().getTypes());
    return finish(op, rewriter, e, variant, RtKindEnum);
  }
};

struct LowerOptionNew : LowerNew<OptionNewOp> {
  using LowerNew::LowerNew;
  LogicalResult matchAndRewrite(OptionNewOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value option =
        op.getValue()
            ? makeRecord(e, getOptionShape(module, op.getCase()), RtKindEnum,
                         adaptor.getValue(), op.getValue().getType())
            : e.addressOf(getRuntimeConstant(module, "rt_none"));
    return finish(op, rewriter, e, option, RtKindEnum);
  }
};

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

struct LowerRecordGet : RuchyPattern<RecordGetOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(RecordGetOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = op.getResult().getType();
    Type objectType = op.getObject().getType();
    Value object = getObject(e, adaptor.getObject(), objectType);
    Value part = e.loadPart(e.partAddress(object, op.getPosition()), type);
    // Instances may change while the part is in use.
    if (isa<ClassType, AnyType>(objectType))
      e.dup(part, type);
    return replace(op, rewriter, part);
  }
};

struct LowerVariantGet : RuchyPattern<VariantGetOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(VariantGetOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value object = getObject(e, adaptor.getObject(), op.getObject().getType());
    return replace(op, rewriter,
                   e.loadPart(e.partAddress(object, op.getPosition()),
                              op.getResult().getType()));
  }
};

struct LowerOptionGet : RuchyPattern<OptionGetOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(OptionGetOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = op.getObject().getType(), part = op.getResult().getType();
    Value value = adaptor.getObject();
    bool isOption = isa<OptionType>(type) && op.getCase() == OptionCase::Some;
    bool isResult = isa<ResultType>(type) && op.getCase() != OptionCase::Some;
    if (isOption || isResult)
      return replace(op, rewriter, e.loadPart(e.partAddress(value, 0), part));
    if (!isa<AnyType>(type))
      return replace(op, rewriter, getPlain(e, value, type, part));
    int64_t wanted = static_cast<int64_t>(op.getCase());
    Value any = e.callForAny("rt_any_option_get",
                             {e.payload(value), e.tagOf(value), e.i64(wanted)});
    return replace(op, rewriter, e.unbox(any, part));
  }

  /// A value that passed the loose test is its own payload.
  Value getPlain(Emitter &e, Value value, Type type, Type part) const {
    if (type == part)
      return value;
    return isa<AnyType>(part) ? e.boxOwned(value, type)
                              : e.zero(e.convert(part));
  }
};

struct LowerField : RuchyPattern<FieldOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(FieldOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = op.getObject().getType(), result = op.getResult().getType();
    Value object = adaptor.getObject();
    if (isa<RangeType>(type) && result.isInteger(64))
      return replace(op, rewriter, e.rangeField(object, op.getName() == "end"));
    Value name = e.string(op.getName());
    Type any = getAnyStruct(op.getContext());
    if (isa<MapType>(type)) {
      Checked part = e.callFallible("rt_map_field", any, {object, name});
      return replace(op, rewriter, e.unbox(part.value, result), part.status);
    }
    SmallVector<Value> args;
    e.pushBoxed(object, type, args);
    args.push_back(name);
    Checked part = e.callFallible("rt_any_field", any, args);
    e.dropTemporaries();
    return replace(op, rewriter, e.unbox(part.value, result), part.status);
  }
};

//===----------------------------------------------------------------------===//
// Maps and sets
//===----------------------------------------------------------------------===//

struct LowerMapNew : LowerNew<MapNewOp> {
  using LowerNew::LowerNew;
  LogicalResult matchAndRewrite(MapNewOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    ValueRange entries = adaptor.getEntries();
    Value map = e.call("rt_map_new", {e.i64(entries.size() / 2)});
    for (size_t i = 0; i + 1 < entries.size(); i += 2) {
      Value key = e.boxOwned(entries[i], op.getEntries()[i].getType());
      Value value =
          e.boxOwned(entries[i + 1], op.getEntries()[i + 1].getType());
      map = e.call("rt_map_put", {map, e.payload(key), e.tagOf(key),
                                  e.payload(value), e.tagOf(value)});
    }
    return finish(op, rewriter, e, map, RtKindMap);
  }
};

struct LowerSetNew : LowerNew<SetNewOp> {
  using LowerNew::LowerNew;
  LogicalResult matchAndRewrite(SetNewOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value set = e.call("rt_set_new", {e.i64(adaptor.getElements().size())});
    for (auto [value, operand] :
         llvm::zip(adaptor.getElements(), op.getElements())) {
      Value any = e.boxOwned(value, operand.getType());
      set = e.call("rt_set_put", {set, e.payload(any), e.tagOf(any)});
    }
    return finish(op, rewriter, e, set, RtKindSet);
  }
};

} // namespace

void lowering::addRecordPatterns(const LLVMTypeConverter &converter,
                                 RewritePatternSet &patterns,
                                 ModuleLowering &module) {
  patterns.add<LowerType, LowerTupleNew, LowerRecordNew, LowerVariantNew,
               LowerOptionNew, LowerRecordGet, LowerVariantGet, LowerOptionGet,
               LowerField, LowerMapNew, LowerSetNew>(converter, module);
}
