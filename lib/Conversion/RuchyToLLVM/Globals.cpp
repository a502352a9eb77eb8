//===- Globals.cpp - Variables of the top level -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

/// Name of the flag beside a global that can be asked whether it is set. A
/// dynamic global needs none: its kind tells.
static std::string getFlagName(StringRef global) {
  return ("isset." + global).str();
}

void lowering::collectGlobals(ModuleLowering &module) {
  module.getModule().walk(
      [&](GlobalIsSetOp op) { module.askedGlobals.insert(op.getGlobal()); });
  for (auto global : module.getModule().getOps<GlobalOp>())
    if (isHeapType(global.getType()))
      module.heapGlobals.emplace_back(global.getSymName().str(),
                                      global.getType());
}

static Value addressOfName(Emitter &e, const Twine &name) {
  return LLVM::AddressOfOp::create(e.b, e.loc, e.ptrType(), name.str());
}

LLVM::LLVMFuncOp lowering::getDropGlobals(ModuleLowering &module) {
  static constexpr llvm::StringLiteral name = "drop_globals";
  if (module.heapGlobals.empty())
    return {};
  if (auto known = module.getModule().lookupSymbol<LLVM::LLVMFuncOp>(name))
    return known;
  OpBuilder b = OpBuilder::atBlockEnd(module.getModule().getBody());
  Location loc = b.getUnknownLoc();
  Type voidType = LLVM::LLVMVoidType::get(b.getContext());
  auto func = LLVM::LLVMFuncOp::create(
      b, loc, name, LLVM::LLVMFunctionType::get(voidType, {}),
      LLVM::Linkage::Internal);
  func.setNoUnwind(true);
  func.setNoInline(true);
  Block *entry = func.addEntryBlock(b);
  b.setInsertionPointToStart(entry);
  Emitter e(module, b, loc);
  for (auto &[global, type] : module.heapGlobals)
    e.drop(e.loadValue(e.convert(type), addressOfName(e, getLLVMName(global))),
           type);
  LLVM::ReturnOp::create(b, loc, ValueRange());
  return func;
}

namespace {

struct LowerGlobal : RuchyPattern<GlobalOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(GlobalOp op, Adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = e.convert(op.getType());
    makeVariable(rewriter, op.getLoc(), type, getLLVMName(op.getSymName()),
                 isa<AnyType>(op.getType()));
    if (module.askedGlobals.contains(op.getSymName()) &&
        !isa<AnyType>(op.getType()))
      makeVariable(rewriter, op.getLoc(), rewriter.getI8Type(),
                   getFlagName(op.getSymName()), false);
    rewriter.eraseOp(op);
    return success();
  }

  void makeVariable(Rewriter &rewriter, Location loc, Type type, StringRef name,
                    bool isAny) const {
    OpBuilder::InsertionGuard guard(rewriter);
    auto global =
        LLVM::GlobalOp::create(rewriter, loc, type,
                               /*isConstant=*/false, LLVM::Linkage::Internal,
                               name, Attribute(), /*alignment=*/8);
    rewriter.createBlock(&global.getInitializerRegion());
    Emitter e(module, rewriter, loc);
    Value initial = isAny ? e.makeAny(e.i64(0), RtKindUnset) : e.zero(type);
    LLVM::ReturnOp::create(rewriter, loc, initial);
  }
};

struct LowerGlobalGet : RuchyPattern<GlobalGetOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(GlobalGetOp op, Adaptor,
                                Rewriter &rewriter) const override {
    if (op.getChecked())
      return failure();
    Emitter e = emitter(op, rewriter);
    Value value = e.loadValue(e.convert(op.getType()),
                              addressOfName(e, getLLVMName(op.getGlobal())));
    e.dup(value, op.getType());
    return replace(op, rewriter, value);
  }
};

struct LowerGlobalTake : RuchyPattern<GlobalTakeOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(GlobalTakeOp op, Adaptor,
                                Rewriter &rewriter) const override {
    if (op.getChecked())
      return failure();
    Emitter e = emitter(op, rewriter);
    Type type = e.convert(op.getType());
    Value address = addressOfName(e, getLLVMName(op.getGlobal()));
    Value value = e.loadValue(type, address);
    if (isa<AnyType>(op.getType()))
      e.storeValue(e.nil(), address);
    else if (isHeapType(op.getType()))
      e.store(e.null(), address);
    return replace(op, rewriter, value);
  }
};

struct LowerGlobalSet : RuchyPattern<GlobalSetOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(GlobalSetOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Type type = op.getValue().getType();
    Value address = addressOfName(e, getLLVMName(op.getGlobal()));
    Value old;
    if (isHeapType(type))
      old = e.loadValue(e.convert(type), address);
    e.storeValue(adaptor.getValue(), address);
    if (module.askedGlobals.contains(op.getGlobal()) && !isa<AnyType>(type)) {
      Value one = LLVM::ConstantOp::create(e.b, e.loc, e.b.getI8IntegerAttr(1));
      e.store(one, addressOfName(e, getFlagName(op.getGlobal())));
    }
    if (old)
      e.drop(old, type);
    rewriter.eraseOp(op);
    return success();
  }
};

struct LowerGlobalIsSet : RuchyPattern<GlobalIsSetOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(GlobalIsSetOp op, Adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    if (isDynamic(op.getGlobal())) {
      Value value = e.loadValue(getAnyStruct(op.getContext()),
                                addressOfName(e, getLLVMName(op.getGlobal())));
      Value unset = e.hasKind(value, RtKindUnset);
      return replace(op, rewriter,
                     LLVM::XOrOp::create(e.b, e.loc, unset, e.i1(true)));
    }
    Value flag = e.load(rewriter.getI8Type(),
                        addressOfName(e, getFlagName(op.getGlobal())));
    return replace(
        op, rewriter,
        LLVM::TruncOp::create(e.b, e.loc, rewriter.getI1Type(), flag));
  }

  bool isDynamic(StringRef global) const {
    return llvm::any_of(module.heapGlobals, [&](const auto &entry) {
      return entry.first == global && isa<AnyType>(entry.second);
    });
  }
};

} // namespace

void lowering::addGlobalPatterns(const LLVMTypeConverter &converter,
                                 RewritePatternSet &patterns,
                                 ModuleLowering &module) {
  patterns.add<LowerGlobal, LowerGlobalGet, LowerGlobalTake, LowerGlobalSet,
               LowerGlobalIsSet>(converter, module);
}
