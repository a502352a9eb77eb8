//===- Strings.cpp - Text of values -----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "ruchy_rt/Convert.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

static int64_t getRuntimeMode(DisplayMode mode) {
  switch (mode) {
  case DisplayMode::Display:
    return RtDisplayTop;
  case DisplayMode::Interpolate:
    return RtDisplayInterpolated;
  case DisplayMode::Debug:
    return RtDisplayDebug;
  case DisplayMode::ToString:
    return RtDisplayPlain;
  }
  return RtDisplayTop;
}

Value Emitter::toText(Value value, Type type, DisplayMode mode) {
  Value modeValue = i64(getRuntimeMode(mode));
  if (type.isInteger(64))
    return call("rt_int_to_string", value);
  if (type.isF64())
    return call(mode == DisplayMode::ToString ? "rt_float_to_string"
                                              : "rt_float_display_string",
                value);
  if (type.isInteger(1))
    return call("rt_bool_to_string", extendBool(value));
  if (isa<NilType, NeverType, UnsetType>(type))
    return string("nil");
  if (isa<ArrayType>(type))
    return call("rt_array_display", {value, modeValue});
  if (isa<RangeType>(type))
    return call("rt_range_to_string",
                {rangeField(value, 0), rangeField(value, 1),
                 extendBool(rangeField(value, 2))});
  if (isa<StrType>(type) && mode != DisplayMode::Debug) {
    dup(value, type);
    return value;
  }
  Value any = boxOwned(value, type);
  return call("rt_any_display", {payload(any), tagOf(any), modeValue});
}

namespace {

struct LowerToString : RuchyPattern<ToStringOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ToStringOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    return replace(
        op, rewriter,
        e.toText(adaptor.getValue(), op.getValue().getType(), op.getMode()));
  }
};

struct LowerFormat : RuchyPattern<FormatOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(FormatOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = op.getValue().getType();
    Value spec = e.addressOf(module.getFormatSpec(op.getSpec()));
    Value value = adaptor.getValue();
    StringRef function = type.isInteger(64)   ? "rt_int_format"
                         : type.isF64()       ? "rt_float_format"
                         : isa<StrType>(type) ? "rt_string_format"
                                              : "";
    if (!function.empty())
      return replace(op, rewriter, e.call(function, {value, spec}));
    SmallVector<Value> args;
    e.pushBoxed(value, type, args);
    args.push_back(spec);
    args.push_back(e.i64(RtDisplayInterpolated));
    Value text = e.call("rt_any_format", args);
    e.dropTemporaries();
    return replace(op, rewriter, text);
  }
};

struct LowerConcat : RuchyPattern<ConcatOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ConcatOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    ValueRange parts = adaptor.getParts();
    if (parts.empty())
      return replace(op, rewriter, e.string(""));
    if (parts.size() == 1) {
      e.dup(parts[0], op.getType());
      return replace(op, rewriter, parts[0]);
    }
    if (parts.size() == 2)
      return replace(op, rewriter,
                     e.call("rt_string_concat", {parts[0], parts[1]}));
    Value size = e.i64(0);
    for (Value part : parts)
      size = LLVM::AddOp::create(rewriter, op.getLoc(), size, e.length(part));
    Value text = e.call("rt_string_reserve", size);
    for (Value part : parts)
      text = e.call("rt_string_append", {text, part});
    return replace(op, rewriter, text);
  }
};

} // namespace

void lowering::addStringPatterns(const LLVMTypeConverter &converter,
                                 RewritePatternSet &patterns,
                                 ModuleLowering &module) {
  patterns.add<LowerToString, LowerFormat, LowerConcat>(converter, module);
}
