//===- JITSessionTest.cpp - Code that runs in process -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Execution/JITSession.h"
#include "Ruchy/Target/LLVMIR.h"
#include "Ruchy/Target/Object.h"

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Parser/Parser.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"

#include "gtest/gtest.h"

#include <limits>
#include <random>

using namespace ruchy;

namespace {

/// Compiles modules of the LLVM dialect into one session.
class JITSessionTest : public testing::Test {
protected:
  void SetUp() override {
    auto created =
        JITSession::create(target.triple.str(), target.getDataLayout());
    ASSERT_TRUE(static_cast<bool>(created));
    session = std::move(*created);
  }

  void add(llvm::StringRef text, bool forWebAssembly = false) {
    mlir::DialectRegistry registry;
    registry.insert<mlir::LLVM::LLVMDialect>();
    registerLLVMIRTranslations(registry);
    mlir::MLIRContext context(registry);
    auto module = mlir::parseSourceString<mlir::ModuleOp>(text, &context);
    ASSERT_TRUE(module);
    llvm::LLVMContext llvmContext;
    auto llvmModule = translateToLLVMIR(*module, llvmContext, target);
    ASSERT_TRUE(llvmModule);
    if (forWebAssembly)
      prepareForWebAssembly(*llvmModule);
    auto generator = CodeGenerator::create(target, OptLevel::O1);
    ASSERT_TRUE(static_cast<bool>(generator));
    llvm::SmallVector<char, 0> object;
    ASSERT_FALSE(static_cast<bool>(generator->emitObject(*llvmModule, object)));
    ASSERT_FALSE(static_cast<bool>(
        session->addObject(llvm::MemoryBuffer::getMemBufferCopy(
            llvm::StringRef(object.data(), object.size()), "test"))));
  }

  template <typename Function> Function *get(llvm::StringRef name) {
    llvm::Expected<void *> address = session->lookup(name);
    if (!address) {
      ADD_FAILURE() << llvm::toString(address.takeError());
      return nullptr;
    }
    return reinterpret_cast<Function *>(*address);
  }

  TargetDescription target = TargetDescription::host();
  std::unique_ptr<JITSession> session;
};

const char *product = R"(
llvm.func @product(%a: i64, %b: i64, %out: !llvm.ptr) -> i1 {
  %p = "llvm.intr.smul.with.overflow"(%a, %b)
      : (i64, i64) -> !llvm.struct<(i64, i1)>
  %v = llvm.extractvalue %p[0] : !llvm.struct<(i64, i1)>
  %o = llvm.extractvalue %p[1] : !llvm.struct<(i64, i1)>
  llvm.store %v, %out : i64, !llvm.ptr
  llvm.return %o : i1
}
llvm.func @wide(%a: i64, %b: i64) -> i64 {
  %x = llvm.zext %a : i64 to i128
  %y = llvm.zext %b : i64 to i128
  %p = llvm.mul %x, %y : i128
  %s = llvm.mlir.constant(64 : i128) : i128
  %h = llvm.lshr %p, %s : i128
  %r = llvm.trunc %h : i128 to i64
  llvm.return %r : i64
}
)";

/// Numbers of all magnitudes, the borders more often than others.
std::vector<int64_t> makeFactors() {
  std::vector<int64_t> factors = {0,
                                  1,
                                  -1,
                                  3037000499,
                                  -3037000499,
                                  3037000500,
                                  std::numeric_limits<int64_t>::max(),
                                  std::numeric_limits<int64_t>::min()};
  for (int bit = 0; bit < 63; ++bit)
    for (int64_t offset : {-1, 0, 1})
      for (int64_t sign : {-1, 1})
        factors.push_back(sign * ((int64_t(1) << bit) + offset));
  std::mt19937_64 random(20240229);
  for (int i = 0; i < 600; ++i)
    factors.push_back(static_cast<int64_t>(random()) >> (random() % 64));
  return factors;
}

} // namespace

TEST_F(JITSessionTest, ObjectsSeeEachOtherAndTheRuntime) {
  add("llvm.func @one() -> i64 { %0 = llvm.mlir.constant(1 : i64) : i64\n"
      "llvm.return %0 : i64 }");
  add("llvm.func @one() -> i64\n"
      "llvm.func @rt_array_new(i64, i64) -> !llvm.ptr\n"
      "llvm.func @two() -> i64 { %0 = llvm.call @one() : () -> i64\n"
      "%1 = llvm.add %0, %0 : i64\n llvm.return %1 : i64 }");
  auto *two = get<int64_t()>("two");
  ASSERT_TRUE(two);
  EXPECT_EQ(two(), 2);
}

TEST_F(JITSessionTest, UnknownSymbolIsAnError) {
  llvm::Expected<void *> address = session->lookup("nowhere");
  EXPECT_FALSE(static_cast<bool>(address));
  llvm::consumeError(address.takeError());
}

TEST_F(JITSessionTest, ExpandedProductsAreExact) {
  add(product, /*forWebAssembly=*/true);
  auto *check = get<bool(int64_t, int64_t, int64_t *)>("product");
  auto *wide = get<uint64_t(uint64_t, uint64_t)>("wide");
  ASSERT_TRUE(check && wide);
  std::vector<int64_t> factors = makeFactors();
  for (int64_t a : factors)
    for (int64_t b : factors) {
      int64_t expected, actual;
      bool overflows = __builtin_mul_overflow(a, b, &expected);
      ASSERT_EQ(check(a, b, &actual), overflows) << a << " * " << b;
      ASSERT_EQ(actual, expected) << a << " * " << b;
      ASSERT_EQ(wide(a, b),
                static_cast<uint64_t>(
                    (static_cast<unsigned __int128>(static_cast<uint64_t>(a)) *
                     static_cast<uint64_t>(b)) >>
                    64))
          << a << " * " << b;
    }
}
