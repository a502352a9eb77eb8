//===- RuntimeFunctions.cpp - Declarations of runtime functions -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeFunctions.h"
#include "ruchy_rt/Math.h"
#include "ruchy_rt/Runtime.h"
#include "llvm/ADT/StringMap.h"

using namespace mlir;
using namespace ruchy::lowering;

namespace {

/// What a function may do beyond computing its result.
enum class Effect { Any, Read, Pure, Cold, Exit };

/// The LLVM type of a C type.
template <typename T> struct LLVMTypeOf;
template <> struct LLVMTypeOf<void> {
  static Type get(MLIRContext *c) { return LLVM::LLVMVoidType::get(c); }
};
template <> struct LLVMTypeOf<bool> {
  static Type get(MLIRContext *c) { return IntegerType::get(c, 1); }
};
template <> struct LLVMTypeOf<int64_t> {
  static Type get(MLIRContext *c) { return IntegerType::get(c, 64); }
};
template <> struct LLVMTypeOf<double> {
  static Type get(MLIRContext *c) { return Float64Type::get(c); }
};
template <typename T> struct LLVMTypeOf<T *> {
  static Type get(MLIRContext *c) { return LLVM::LLVMPointerType::get(c); }
};

/// The LLVM type of a C function.
template <typename F> struct SignatureOf;
template <typename R, typename... A> struct SignatureOf<R(A...)> {
  static LLVM::LLVMFunctionType get(MLIRContext *c) {
    return LLVM::LLVMFunctionType::get(LLVMTypeOf<R>::get(c),
                                       {LLVMTypeOf<A>::get(c)...});
  }
};

/// Never called: its result type is the signature of a function, without
/// attributes such as noreturn.
template <typename R, typename... A>
SignatureOf<R(A...)> getSignature(R (*)(A...));

struct RuntimeFunction {
  LLVM::LLVMFunctionType (*getType)(MLIRContext *);
  Effect effect;
};

} // namespace

static const RuntimeFunction *lookup(StringRef name) {
  static const llvm::StringMap<RuntimeFunction> functions = {
#define RT_FUNCTION(Name, Effects)                                             \
  {#Name, {&decltype(getSignature(&::Name))::get, Effect::Effects}},
#include "RuntimeFunctions.def"
  };
  auto it = functions.find(name);
  return it == functions.end() ? nullptr : &it->second;
}

static LLVM::MemoryEffectsAttr getMemoryEffects(MLIRContext *context,
                                                LLVM::ModRefInfo all) {
  return LLVM::MemoryEffectsAttr::get(context, {all, all, all, all, all, all});
}

static void setEffect(LLVM::LLVMFuncOp func, Effect effect) {
  Builder b(func.getContext());
  SmallVector<Attribute> passthrough;
  func.setNoUnwind(true);
  switch (effect) {
  case Effect::Any:
    break;
  case Effect::Read:
    func.setWillReturn(true);
    func.setMemoryEffectsAttr(
        getMemoryEffects(func.getContext(), LLVM::ModRefInfo::Ref));
    break;
  case Effect::Pure:
    func.setWillReturn(true);
    func.setMemoryEffectsAttr(
        getMemoryEffects(func.getContext(), LLVM::ModRefInfo::NoModRef));
    break;
  case Effect::Cold:
    passthrough.push_back(b.getStringAttr("cold"));
    func.setNoInline(true);
    break;
  case Effect::Exit:
    passthrough.push_back(b.getStringAttr("cold"));
    passthrough.push_back(b.getStringAttr("noreturn"));
    break;
  }
  if (!passthrough.empty())
    func.setPassthroughAttr(b.getArrayAttr(passthrough));
}

LLVM::LLVMFuncOp ruchy::lowering::declareRuntimeFunction(ModuleOp module,
                                                         StringRef name) {
  const RuntimeFunction *entry = lookup(name);
  if (!entry)
    return {};
  OpBuilder b = OpBuilder::atBlockBegin(module.getBody());
  LLVM::LLVMFunctionType type = entry->getType(module.getContext());
  auto func = LLVM::LLVMFuncOp::create(b, b.getUnknownLoc(), name, type);
  setEffect(func, entry->effect);
  if (type.getReturnType().isInteger(1))
    func.setResultAttr(0, LLVM::LLVMDialect::getZExtAttrName(),
                       b.getUnitAttr());
  return func;
}
