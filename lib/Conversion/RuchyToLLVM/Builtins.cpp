//===- Builtins.cpp - Library functions and methods -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BuiltinCall.h"
#include "Lowering.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

/// Carries the text of a constant argument; its value is gone when the pattern
/// runs.
static constexpr llvm::StringLiteral kMessageMark = "message";

void lowering::markMessages(ModuleOp module) {
  module.walk([](BuiltinOp op) {
    if (op.getArgs().empty())
      return;
    if (std::optional<StringRef> text = getConstantText(op.getArgs().back()))
      op->setDiscardableAttr(kMessageMark,
                             StringAttr::get(op.getContext(), *text));
  });
}

/// The text that IRGen put beside an operation for its errors.
static StringRef getErrorText(Operation *op) {
  auto text = op->getAttrOfType<StringAttr>("text");
  return text ? text.getValue() : "";
}

static BuiltinResult emitBuiltin(BuiltinCall &call) {
  return call.info.lowering == BuiltinLowering::Runtime
             ? callBuiltin(call)
             : emitInlineBuiltin(call);
}

/// The result of a row as the operation's result: `any` where the operation
/// was not given an exact type.
static Value fitResult(BuiltinCall &call, Value value, Type operationType) {
  if (call.result == operationType || !isa<AnyType>(operationType))
    return value;
  return call.e.boxOwned(value, call.result);
}

namespace {

//===----------------------------------------------------------------------===//
// Assertions
//===----------------------------------------------------------------------===//

/// Functions whose error is made of their arguments, where they fail.
struct LowerAssertion : RuchyPattern<BuiltinOp> {
  LowerAssertion(const LLVMTypeConverter &converter, ModuleLowering &module)
      : RuchyPattern(converter, module, /*benefit=*/2) {}

  LogicalResult matchAndRewrite(BuiltinOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    const BuiltinInfo *info =
        lookupFunction(op.getName(), llvm::to_vector(op.getArgs().getTypes()));
    if (!info)
      return failure();
    Emitter e = emitter(op, rewriter);
    Value passed;
    size_t message = 2;
    switch (info->lowering) {
    case BuiltinLowering::Assert:
      passed = e.truthy(adaptor.getArgs()[0], op.getArgs()[0].getType());
      message = 1;
      break;
    case BuiltinLowering::AssertEq:
    case BuiltinLowering::AssertNe:
      passed = e.equal(adaptor.getArgs()[0], op.getArgs()[0].getType(),
                       adaptor.getArgs()[1], op.getArgs()[1].getType());
      break;
    case BuiltinLowering::Panic:
      return replace(op, rewriter, e.i1(false),
                     makeMessage(op, adaptor, e, 0, "Panic", "Panic"));
    default:
      return failure();
    }
    bool wantsEqual = info->lowering != BuiltinLowering::AssertNe;
    Value failed = wantsEqual ? LLVM::XOrOp::create(rewriter, op.getLoc(),
                                                    passed, e.i1(true))
                              : passed;
    Value none = e.null(), nil = e.i1(false);
    auto makeError = [&] {
      if (info->lowering == BuiltinLowering::AssertEq && wantsEqual)
        return makeUnequal(op, adaptor, e);
      return makeMessage(op, adaptor, e, message, "AssertionFailed",
                         "AssertionMessage");
    };
    Value status = makeRarely(rewriter, op.getLoc(), failed, makeError, none);
    return replace(op, rewriter, nil, status);
  }

  /// The error with argument `index` as its message, if there is one.
  Value makeMessage(BuiltinOp op, Adaptor adaptor, Emitter &e, size_t index,
                    StringRef kind, StringRef kindWithText) const {
    if (index >= op.getArgs().size())
      return e.site(kind);
    if (auto text = op->getAttrOfType<StringAttr>(kMessageMark))
      return e.site(kindWithText, text.getValue());
    Value text = e.toText(adaptor.getArgs()[index],
                          op.getArgs()[index].getType(), DisplayMode::Display);
    return e.call("rt_error_message", {text, e.site(kindWithText)});
  }

  Value makeUnequal(BuiltinOp op, Adaptor adaptor, Emitter &e) const {
    if (op.getArgs().size() > 2)
      return makeMessage(op, adaptor, e, 2, "AssertionFailed",
                         "AssertionMessage");
    SmallVector<Value> args;
    for (size_t index = 0; index < 2; ++index)
      e.pushBoxed(adaptor.getArgs()[index], op.getArgs()[index].getType(),
                  args);
    args.push_back(e.null());
    args.push_back(e.site("AssertionFailed"));
    Value error = e.call("rt_error_assert_eq", args);
    e.dropTemporaries();
    return error;
  }
};

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

struct LowerBuiltin : RuchyPattern<BuiltinOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(BuiltinOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    SmallVector<Type> types = llvm::to_vector(op.getArgs().getTypes());
    const BuiltinInfo *info = lookupFunction(op.getName(), types);
    Type type = op.getResult().getType();
    if (!info)
      return replace(op, rewriter, e.zero(e.convert(type)), makeError(op, e));
    Type result = inferBuiltinResult(*info, types, op.getContext());
    BuiltinCall call{e,
                     *info,
                     llvm::to_vector(adaptor.getArgs()),
                     types,
                     result,
                     false,
                     getErrorText(op)};
    BuiltinResult made = emitBuiltin(call);
    if (!made.value)
      return failure();
    return replace(op, rewriter, fitResult(call, made.value, type),
                   made.status);
  }

  /// Nothing of this name takes that many arguments.
  Value makeError(BuiltinOp op, Emitter &e) const {
    if (!isBuiltinFunction(op.getName()))
      return e.site("UndefinedFunction", op.getName());
    return e.site("RuntimeError",
                  getBuiltinArityMessage(op.getName(), op.getArgs().size()));
  }
};

//===----------------------------------------------------------------------===//
// Methods
//===----------------------------------------------------------------------===//

/// Arguments behind the receiver of a call by name.
static SmallVector<Value> getNameAndArgs(Emitter &e, StringRef name,
                                         ValueRange values, TypeRange types) {
  Value text = e.addressOf(e.module.getBytes(name, false));
  Value args = e.boxIntoArray(values, types);
  return {text, e.i64(name.size()), args, e.i64(values.size())};
}

template <typename Op> static const BuiltinInfo *lookup(Op op) {
  return lookupMethod(op.getName(), op.getReceiver().getType(),
                      llvm::to_vector(op.getArgs().getTypes()));
}

struct LowerMethod : RuchyPattern<MethodOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(MethodOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = op.getResult().getType();
    const BuiltinInfo *info = lookup(op);
    if (!info)
      return callByName(op, adaptor, rewriter, e);
    SmallVector<Type> types = llvm::to_vector(op.getOperandTypes());
    BuiltinCall call{e,
                     *info,
                     llvm::to_vector(adaptor.getOperands()),
                     types,
                     inferBuiltinResult(*info, types),
                     false,
                     getErrorText(op)};
    // A method that changes its receiver changes a copy, which is lost.
    if (info->isMutating())
      e.dup(call.values[0], types[0]);
    BuiltinResult made = emitBuiltin(call);
    if (!made.value)
      return failure();
    Value value = fitResult(call, made.value, type);
    if (made.updated)
      e.drop(made.updated, types[0]);
    return replace(op, rewriter, value, made.status);
  }

  LogicalResult callByName(MethodOp op, Adaptor adaptor, Rewriter &rewriter,
                           Emitter &e) const {
    SmallVector<Value> args;
    e.pushBoxed(adaptor.getReceiver(), op.getReceiver().getType(), args);
    llvm::append_range(args, getNameAndArgs(e, op.getName(), adaptor.getArgs(),
                                            op.getArgs().getTypes()));
    Checked made = e.callFallible("rt_any_call_method",
                                  getAnyStruct(op.getContext()), args);
    e.dropTemporaries();
    return replace(op, rewriter, e.unbox(made.value, op.getResult().getType()),
                   made.status);
  }
};

struct LowerMutatingMethod : RuchyPattern<MutatingMethodOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(MutatingMethodOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    const BuiltinInfo *info = lookup(op);
    if (!info)
      return callByName(op, adaptor, rewriter, e);
    SmallVector<Type> types = llvm::to_vector(op.getOperandTypes());
    BuiltinCall call{e,
                     *info,
                     llvm::to_vector(adaptor.getOperands()),
                     types,
                     inferBuiltinResult(*info, types),
                     true,
                     getErrorText(op)};
    BuiltinResult made = emitBuiltin(call);
    if (!made.value)
      return failure();
    Value value = fitResult(call, made.value, op.getResult().getType());
    Value updated = made.updated ? made.updated : adaptor.getReceiver();
    return replaceAll(op, rewriter, {value, updated}, made.status);
  }

  LogicalResult callByName(MutatingMethodOp op, Adaptor adaptor,
                           Rewriter &rewriter, Emitter &e) const {
    Type any = getAnyStruct(op.getContext());
    Value receiver =
        e.boxOwned(adaptor.getReceiver(), op.getReceiver().getType());
    Value updatedOut = e.scratch(3);
    SmallVector<Value> args{updatedOut, e.payload(receiver), e.tagOf(receiver)};
    llvm::append_range(args, getNameAndArgs(e, op.getName(), adaptor.getArgs(),
                                            op.getArgs().getTypes()));
    Checked made = e.callFallible("rt_any_call_mutating", any, args);
    Value updated = e.loadValue(any, updatedOut);
    e.dropTemporaries();
    return replaceAll(op, rewriter,
                      {e.unbox(made.value, op.getResult().getType()),
                       e.unbox(updated, op.getUpdated().getType())},
                      made.status);
  }
};

} // namespace

void lowering::addBuiltinPatterns(const LLVMTypeConverter &converter,
                                  RewritePatternSet &patterns,
                                  ModuleLowering &module) {
  patterns.add<LowerAssertion, LowerBuiltin, LowerMethod, LowerMutatingMethod>(
      converter, module);
}
