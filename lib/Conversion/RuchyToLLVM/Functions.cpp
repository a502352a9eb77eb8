//===- Functions.cpp - Functions, calls and stack checks --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "mlir/Transforms/DialectConversion.h"
#include "ruchy_rt/State.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

static bool isMain(StringRef name) { return name == "ruchy.main"; }

//===----------------------------------------------------------------------===//
// Tail calls
//===----------------------------------------------------------------------===//

/// Whether the call's results are what its function returns at once.
static bool isReturnedAtOnce(CallOp call) {
  auto ret = dyn_cast_or_null<ReturnOp>(call->getNextNode());
  return ret && ret.getOperands() == call.getResults();
}

/// Words that a result takes in registers.
static unsigned countWords(Type type) {
  if (isa<AnyType>(type))
    return 2;
  return isa<RangeType>(type) ? 3 : 1;
}

/// Code generation returns this many words without memory of the caller.
static constexpr unsigned kMaxReturnWords = 3;

static bool isRealTailCall(CallOp call) {
  if (!call.getTail() || !isReturnedAtOnce(call) ||
      isMain(call->getParentOfType<FuncOp>().getName()))
    return false;
  unsigned words = 0;
  for (Type type : call.getResultTypes())
    words += countWords(type);
  return words <= kMaxReturnWords;
}

void lowering::collectFunctions(ModuleLowering &module) {
  if (module.isWasm())
    return;
  module.getModule().walk([&](CallOp call) {
    if (!isRealTailCall(call))
      return;
    module.tailFunctions.insert(call.getCallee());
    module.tailFunctions.insert(call->getParentOfType<FuncOp>().getName());
  });
}

/// Makes `return` give back the call's own result instead of its parts put
/// together again. Anything but these parts may not stand between the two.
static bool returnDirectly(LLVM::CallOp call) {
  SmallVector<Operation *> between;
  Operation *op = call->getNextNode();
  while (isa<LLVM::ExtractValueOp, LLVM::InsertValueOp, LLVM::PoisonOp>(op)) {
    between.push_back(op);
    op = op->getNextNode();
  }
  auto ret = dyn_cast<LLVM::ReturnOp>(op);
  if (!ret || ret->getNumOperands() != 1 ||
      ret.getOperand(0).getType() != call.getResult().getType())
    return false;
  ret->setOperand(0, call.getResult());
  for (Operation *part : llvm::reverse(between)) {
    if (!part->use_empty())
      return false;
    part->erase();
  }
  return true;
}

void lowering::finishTailCalls(ModuleLowering &module) {
  using LLVM::tailcallkind::TailCallKind;
  SmallVector<LLVM::CallOp> calls;
  module.getModule().walk([&](LLVM::CallOp call) {
    TailCallKind kind = call.getTailCallKind();
    if (kind == TailCallKind::MustTail || kind == TailCallKind::Tail)
      calls.push_back(call);
  });
  for (LLVM::CallOp call : calls)
    if (!returnDirectly(call))
      call.setTailCallKind(TailCallKind::NoTail);
}

namespace {

//===----------------------------------------------------------------------===//
// func, return, call
//===----------------------------------------------------------------------===//

struct LowerFunc : RuchyPattern<FuncOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(FuncOp op, Adaptor,
                                Rewriter &rewriter) const override {
    const LLVMTypeConverter &converter = *getTypeConverter();
    TypeConverter::SignatureConversion signature(op.getNumArguments());
    auto type = dyn_cast_or_null<LLVM::LLVMFunctionType>(
        converter.convertFunctionSignature(op.getFunctionType(), false, false,
                                           signature));
    if (!type)
      return failure();
    bool main = isMain(op.getName());
    if (main)
      type = LLVM::LLVMFunctionType::get(emitter(op, rewriter).ptrType(), {});
    auto func = LLVM::LLVMFuncOp::create(
        rewriter, op.getLoc(), getLLVMName(op.getName()), type,
        main ? LLVM::Linkage::External : LLVM::Linkage::Internal);
    func.setNoUnwind(true);
    func.setNoInline(op.getNoInline());
    // The runtime's functions have it, and inlining wants it on both sides.
    func.setPassthroughAttr(
        rewriter.getArrayAttr(rewriter.getStringAttr("no-builtins")));
    if (module.tailFunctions.contains(op.getName()))
      func.setCConv(LLVM::CConv::Tail);
    rewriter.inlineRegionBefore(op.getBody(), func.getBody(), func.end());
    if (failed(rewriter.convertRegionTypes(&func.getBody(), converter,
                                           &signature)))
      return failure();
    rewriter.eraseOp(op);
    return success();
  }
};

struct LowerReturn : RuchyPattern<ReturnOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ReturnOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    auto func = op->getParentOfType<LLVM::LLVMFuncOp>();
    ValueRange values = adaptor.getOperands();
    if (func && func.getName() == getLLVMName("ruchy.main"))
      return returnFromMain(op, values, rewriter, e);
    if (values.size() == 1) {
      rewriter.replaceOpWithNewOp<LLVM::ReturnOp>(op, values);
      return success();
    }
    Type type = getTypeConverter()->packFunctionResults(op.getOperandTypes());
    Value packed = LLVM::PoisonOp::create(rewriter, op.getLoc(), type);
    for (auto [index, value] : llvm::enumerate(values))
      packed = LLVM::InsertValueOp::create(rewriter, op.getLoc(), packed, value,
                                           static_cast<int64_t>(index));
    rewriter.replaceOpWithNewOp<LLVM::ReturnOp>(op, packed);
    return success();
  }

  LogicalResult returnFromMain(ReturnOp op, ValueRange values,
                               Rewriter &rewriter, Emitter &e) const {
    if (LLVM::LLVMFuncOp drop = getDropGlobals(module))
      LLVM::CallOp::create(rewriter, op.getLoc(), drop, ValueRange());
    Value status = values.size() == 2 ? values[1] : e.null();
    rewriter.replaceOpWithNewOp<LLVM::ReturnOp>(op, status);
    return success();
  }
};

struct LowerCall : RuchyPattern<CallOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(CallOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    using LLVM::tailcallkind::TailCallKind;
    Location loc = op.getLoc();
    Type type = getTypeConverter()->packFunctionResults(op.getResultTypes());
    auto call =
        LLVM::CallOp::create(rewriter, loc, TypeRange{type},
                             getLLVMName(op.getCallee()), adaptor.getArgs());
    // Whoever is no tail call keeps its frame: unbounded recursion is to end
    // with an error and not in a loop.
    call.setTailCallKind(TailCallKind::NoTail);
    if (module.tailFunctions.contains(op.getCallee()))
      call.setCConv(LLVM::CConv::Tail);
    if (op.getTail())
      call.setTailCallKind(getTailKind(op));
    if (op.getNumResults() == 1) {
      rewriter.replaceOp(op, call.getResults());
      return success();
    }
    SmallVector<Value> results;
    for (unsigned index = 0; index < op.getNumResults(); ++index)
      results.push_back(LLVM::ExtractValueOp::create(
          rewriter, loc, call.getResult(), static_cast<int64_t>(index)));
    rewriter.replaceOp(op, results);
    return success();
  }

  /// finishTailCalls takes it back where the call is not returned at once.
  LLVM::tailcallkind::TailCallKind getTailKind(CallOp op) const {
    using LLVM::tailcallkind::TailCallKind;
    if (module.isWasm())
      return TailCallKind::Tail;
    auto func = op->getParentOfType<LLVM::LLVMFuncOp>();
    bool inTail = func && func.getCConv() == LLVM::CConv::Tail;
    return inTail && module.tailFunctions.contains(op.getCallee())
               ? TailCallKind::MustTail
               : TailCallKind::NoTail;
  }
};

struct LowerUnreachable : RuchyPattern<UnreachableOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(UnreachableOp op, Adaptor,
                                Rewriter &rewriter) const override {
    rewriter.replaceOpWithNewOp<LLVM::UnreachableOp>(op);
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Stack checks
//===----------------------------------------------------------------------===//

struct LowerStackEnter : RuchyPattern<StackEnterOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(StackEnterOp op, Adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value state = e.addressOf(module.getState());
    return replace(op, rewriter,
                   module.isWasm() ? takeFromBudget(e, state, op.getWeight())
                                   : compareStack(e, state));
  }

  /// Natively the stack pointer tells how much is left.
  Value compareStack(Emitter &e, Value state) const {
    bool isX86 = module.getArch() == Arch::X86_64;
    StringRef code = isX86 ? "movq %rsp, $0" : "mov $0, sp";
    Value pointer = LLVM::InlineAsmOp::create(
                        e.b, e.loc, e.i64Type(), ValueRange(), code, "=r",
                        /*has_side_effects=*/false, /*is_align_stack=*/false,
                        LLVM::tailcallkind::TailCallKind::None,
                        LLVM::AsmDialectAttr::get(e.b.getContext(),
                                                  LLVM::AsmDialect::AD_ATT),
                        ArrayAttr())
                        .getResult(0);
    Value limit = e.load(e.i64Type(),
                         e.offset(state, offsetof(RtRuntimeState, stackLimit)));
    return e.compare(LLVM::ICmpPredicate::ult, pointer, limit);
  }

  /// A call that fails takes nothing.
  Value takeFromBudget(Emitter &e, Value state, int64_t weight) const {
    Value address = e.offset(state, offsetof(RtRuntimeState, stackBudget));
    Value budget = e.load(e.i64Type(), address);
    Value rest = LLVM::SubOp::create(e.b, e.loc, budget, e.i64(weight));
    Value exhausted = e.compare(LLVM::ICmpPredicate::slt, rest, e.i64(0));
    e.store(e.select(exhausted, budget, rest), address);
    return exhausted;
  }
};

struct LowerStackLeave : RuchyPattern<StackLeaveOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(StackLeaveOp op, Adaptor,
                                Rewriter &rewriter) const override {
    if (module.isWasm()) {
      Emitter e = emitter(op, rewriter);
      Value address = e.offset(e.addressOf(module.getState()),
                               offsetof(RtRuntimeState, stackBudget));
      Value budget = e.load(e.i64Type(), address);
      e.store(LLVM::AddOp::create(rewriter, op.getLoc(), budget,
                                  e.i64(op.getWeight())),
              address);
    }
    rewriter.eraseOp(op);
    return success();
  }
};

} // namespace

void lowering::addFunctionPatterns(const LLVMTypeConverter &converter,
                                   RewritePatternSet &patterns,
                                   ModuleLowering &module) {
  patterns.add<LowerFunc, LowerReturn, LowerCall, LowerUnreachable,
               LowerStackEnter, LowerStackLeave>(converter, module);
}
