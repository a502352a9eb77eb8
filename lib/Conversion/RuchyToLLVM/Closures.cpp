//===- Closures.cpp - Function values and cells -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"
#include "Shapes.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

static Value captureAddress(Emitter &e, Value closure, int64_t position) {
  return e.offset(closure, offsetof(RtFunction, captures) + 16 * position);
}

/// The pointer in a value of an object type, or in the box of one.
static Value getObject(Emitter &e, Value value) {
  if (isa<LLVM::LLVMPointerType>(value.getType()))
    return value;
  return LLVM::IntToPtrOp::create(e.b, e.loc, e.ptrType(), e.payload(value));
}

namespace {

struct LowerClosureNew : RuchyPattern<ClosureNewOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ClosureNewOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    ValueRange captures = adaptor.getCaptures();
    Value value;
    if (captures.empty()) {
      value = e.addressOf(getFunctionValue(module, op));
    } else {
      value = e.call("rt_function_new", {e.addressOf(getCode(module, op)),
                                         e.i64(captures.size())});
      for (auto [index, capture] : llvm::enumerate(captures))
        e.storePart(capture, op.getCaptures()[index].getType(),
                    captureAddress(e, value, static_cast<int64_t>(index)));
    }
    if (isa<AnyType>(op.getResult().getType()))
      value =
          e.makeAny(LLVM::PtrToIntOp::create(e.b, e.loc, e.i64Type(), value),
                    RtKindFunction);
    return replace(op, rewriter, value);
  }
};

struct LowerClosureGet : RuchyPattern<ClosureGetOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(ClosureGetOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value address =
        captureAddress(e, getObject(e, adaptor.getClosure()), op.getPosition());
    return replace(op, rewriter, e.loadPart(address, op.getResult().getType()));
  }
};

struct LowerCallValue : RuchyPattern<CallValueOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(CallValueOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    SmallVector<Value> args;
    e.pushBoxed(adaptor.getCallee(), op.getCallee().getType(), args);
    // Memory of the call's own: the callee may call through values again only
    // in its own frame.
    args.push_back(e.boxIntoArray(adaptor.getArgs(), op.getArgs().getTypes()));
    args.push_back(e.i64(adaptor.getArgs().size()));
    Checked called =
        e.callFallible("rt_any_call", getAnyStruct(op.getContext()), args);
    e.dropTemporaries();
    return replace(op, rewriter,
                   e.unbox(called.value, op.getResult().getType()),
                   called.status);
  }
};

//===----------------------------------------------------------------------===//
// Cells
//===----------------------------------------------------------------------===//

struct LowerCellNew : RuchyPattern<CellNewOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(CellNewOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value any = e.boxOwned(adaptor.getValue(), op.getValue().getType());
    return replace(op, rewriter,
                   e.call("rt_cell_new", {e.payload(any), e.tagOf(any)}));
  }
};

static Value cellAddress(Emitter &e, Value cell) {
  return e.offset(getObject(e, cell), offsetof(RtCell, value));
}

struct LowerCellGet : RuchyPattern<CellGetOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(CellGetOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = op.getResult().getType();
    Value value = e.loadPart(cellAddress(e, adaptor.getCell()), type);
    e.dup(value, type);
    return replace(op, rewriter, value);
  }
};

struct LowerCellTake : RuchyPattern<CellTakeOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(CellTakeOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = op.getResult().getType();
    Value address = cellAddress(e, adaptor.getCell());
    Value value = e.loadPart(address, type);
    if (isHeapType(type))
      e.storeValue(e.nil(), address);
    return replace(op, rewriter, value);
  }
};

/// Marks assignments to cells of which none ever holds a counted value.
constexpr llvm::StringLiteral kUncountedMark = "uncounted";

struct LowerCellSet : RuchyPattern<CellSetOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(CellSetOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = op.getValue().getType();
    Value address = cellAddress(e, adaptor.getCell());
    Value old;
    if (!op->hasAttr(kUncountedMark))
      old = e.loadValue(getAnyStruct(op.getContext()), address);
    e.storePart(adaptor.getValue(), type, address);
    if (old)
      e.drop(old, AnyType::get(op.getContext()));
    rewriter.eraseOp(op);
    return success();
  }
};

} // namespace

/// What is in a cell may be of another type than what comes: of any type that
/// the program puts into cells of that name.
void lowering::markCells(ModuleOp module) {
  llvm::StringSet<> counted;
  auto note = [&](StringRef key, Value value) {
    if (isHeapType(value.getType()) || isa<RangeType>(value.getType()))
      counted.insert(key);
  };
  module.walk([&](Operation *op) {
    if (auto made = dyn_cast<CellNewOp>(op))
      note(made.getKey(), made.getValue());
    else if (auto set = dyn_cast<CellSetOp>(op))
      note(set.getKey(), set.getValue());
  });
  module.walk([&](CellSetOp op) {
    if (!counted.contains(op.getKey()))
      op->setDiscardableAttr(kUncountedMark, UnitAttr::get(op.getContext()));
  });
}

void lowering::addClosurePatterns(const LLVMTypeConverter &converter,
                                  RewritePatternSet &patterns,
                                  ModuleLowering &module) {
  patterns.add<LowerClosureNew, LowerClosureGet, LowerCallValue, LowerCellNew,
               LowerCellGet, LowerCellTake, LowerCellSet>(converter, module);
}
