//===- Conversions.cpp - Constants, coercions and casts ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"
#include "ruchy_rt/Convert.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

static int64_t getCastTarget(CastKind kind) {
  switch (kind) {
  case CastKind::Int:
    return RtCastInt;
  case CastKind::Float:
    return RtCastFloat;
  case CastKind::I8:
    return RtCastI8;
  case CastKind::I16:
    return RtCastI16;
  case CastKind::U8:
    return RtCastU8;
  case CastKind::U16:
    return RtCastU16;
  case CastKind::U32:
    return RtCastU32;
  case CastKind::Bool:
    return RtCastBool;
  case CastKind::Char:
    return RtCastChar;
  case CastKind::String:
    return RtCastString;
  }
  return RtCastInt;
}

namespace {

struct LowerConstant : RuchyPattern<ConstantOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ConstantOp op, Adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    if (auto text = dyn_cast<StringAttr>(op.getValue()))
      return replace(op, rewriter,
                     isOnlyPrinted(op) ? e.null() : e.string(text.getValue()));
    if (isa<NilType, UnsetType>(op.getType()))
      return replace(op, rewriter, e.i1(false));
    rewriter.replaceOpWithNewOp<LLVM::ConstantOp>(op, op.getValue());
    return success();
  }

  /// What prints a constant needs no object for it.
  static bool isOnlyPrinted(ConstantOp op) {
    return llvm::all_of(op->getUsers(), [](Operation *user) {
      return isa<PrintOp>(user) && user->hasAttr(kTextMark);
    });
  }
};

struct LowerCoerce : RuchyPattern<CoerceOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(CoerceOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type from = op.getValue().getType(), to = op.getType();
    Value value = adaptor.getValue();
    if (from == to) {
      // The same value: counted where its owner does not keep it alive.
      SmallVector<Value> bases;
      op.getViewBases(0, bases);
      if (bases.empty())
        e.dup(value, from);
      return replace(op, rewriter, value);
    }
    if (isa<NeverType>(from)) {
      rewriter.replaceOpWithNewOp<LLVM::PoisonOp>(op, e.convert(to));
      return success();
    }
    if (isa<AnyType>(to))
      return replace(op, rewriter, e.boxOwned(value, from));
    if (to.isF64())
      return replace(op, rewriter, e.toFloat(value));
    if (isFreeCoercion(from, to))
      return replace(op, rewriter, value);
    auto array = cast<ArrayType>(from);
    // A view: the empty array itself, or a constant with dynamic slots.
    if (isa<NeverType>(array.getElementType())) {
      Type element = cast<ArrayType>(to).getElementType();
      if (isa<AnyType>(element))
        value = e.call("rt_array_new", {e.i64(RtElemAny), e.i64(0)});
      return replace(op, rewriter, value);
    }
    return replace(op, rewriter,
                   e.convertArray(value, array, cast<ArrayType>(to)));
  }
};

struct LowerCast : RuchyPattern<CastOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(CastOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type from = op.getValue().getType();
    Type to = op.getResult().getType();
    Value value = adaptor.getValue();
    CastKind kind = op.getKind();
    if (kind == CastKind::String)
      return replace(op, rewriter,
                     e.toText(value, from, DisplayMode::ToString));
    if (from.isF64() && to.isInteger(64))
      return replace(op, rewriter, truncate(e, value, kind));
    if (from.isInteger(64) && kind == CastKind::Char)
      return replace(op, rewriter, e.call("rt_int_to_char", value));
    if (from == to && (to.isF64() || to.isInteger(1)))
      return replace(op, rewriter, value);
    SmallVector<Value> args;
    e.pushBoxed(value, from, args);
    args.push_back(e.i64(getCastTarget(kind)));
    Value site = e.site("TypeError", getTypeName(op));
    Checked cast = e.callFallible("rt_any_cast", getAnyStruct(op.getContext()),
                                  args, site);
    e.dropTemporaries();
    return replace(op, rewriter, e.unbox(cast.value, to), cast.status);
  }

  Value truncate(Emitter &e, Value value, CastKind kind) const {
    if (kind == CastKind::Int)
      return e.saturatingInt(value);
    return e.call("rt_float_cast", {value, e.i64(getCastTarget(kind))});
  }

  /// The type as it was written, for the error.
  StringRef getTypeName(CastOp op) const {
    if (auto text = op->getAttrOfType<StringAttr>("spelling"))
      return text.getValue();
    return stringifyCastKind(op.getKind());
  }
};

} // namespace

void lowering::addConversionPatterns(const LLVMTypeConverter &converter,
                                     RewritePatternSet &patterns,
                                     ModuleLowering &module) {
  patterns.add<LowerConstant, LowerCoerce, LowerCast>(converter, module);
}
