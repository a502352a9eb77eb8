//===- CodeGeneratorTest.cpp - LLVM dialect to machine code -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/LLVMIR.h"
#include "Ruchy/Target/Object.h"

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Parser/Parser.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"

#include "gtest/gtest.h"

using namespace ruchy;

namespace {

/// Takes a module of the LLVM dialect to machine code.
class CodeGeneratorTest : public testing::Test {
protected:
  CodeGeneratorTest() : context(makeRegistry()) {}

  static mlir::DialectRegistry makeRegistry() {
    mlir::DialectRegistry registry;
    registry.insert<mlir::LLVM::LLVMDialect>();
    registerLLVMIRTranslations(registry);
    return registry;
  }

  std::string generate(llvm::StringRef text, const TargetDescription &target,
                       OptLevel level, bool assembly) {
    auto module = mlir::parseSourceString<mlir::ModuleOp>(text, &context);
    EXPECT_TRUE(module);
    (*module)->setAttr(mlir::LLVM::LLVMDialect::getDataLayoutAttrName(),
                       mlir::StringAttr::get(&context, target.getDataLayout()));
    llvm::LLVMContext llvmContext;
    auto llvmModule = translateToLLVMIR(*module, llvmContext, target);
    EXPECT_TRUE(llvmModule);
    auto generator = CodeGenerator::create(target, level);
    EXPECT_TRUE(static_cast<bool>(generator));
    optimizeModule(*llvmModule, generator->getTargetMachine(), level);
    llvm::SmallVector<char, 0> out;
    llvm::Error error = assembly ? generator->emitAssembly(*llvmModule, out)
                                 : generator->emitObject(*llvmModule, out);
    EXPECT_FALSE(static_cast<bool>(error));
    return std::string(out.begin(), out.end());
  }

  mlir::MLIRContext context;
};

const char *returnTwo = R"(
llvm.func @two() -> i64 {
  %0 = llvm.mlir.constant(2 : i64) : i64
  llvm.return %0 : i64
}
)";

/// A call in tail position to a function of other arity.
const char *tailCall = R"(
llvm.func @target(i64, i64) -> !llvm.struct<(i64, ptr)>
llvm.func @caller(%x: i64) -> !llvm.struct<(i64, ptr)> {
  %0 = llvm.call tail @target(%x, %x) : (i64, i64) -> !llvm.struct<(i64, ptr)>
  llvm.return %0 : !llvm.struct<(i64, ptr)>
}
)";

const char *multiplyAdd = R"(
llvm.func @f(%a: f64, %b: f64, %c: f64) -> f64 {
  %0 = llvm.fmul %a, %b : f64
  %1 = llvm.fadd %0, %c : f64
  llvm.return %1 : f64
}
)";

} // namespace

TEST_F(CodeGeneratorTest, ObjectFormats) {
  auto magic = [&](TargetArch arch) {
    return llvm::identify_magic(generate(
        returnTwo, TargetDescription::forArch(arch), OptLevel::O2, false));
  };
  EXPECT_EQ(magic(TargetArch::X86_64), llvm::file_magic::elf_relocatable);
  EXPECT_EQ(magic(TargetArch::AArch64), llvm::file_magic::elf_relocatable);
  EXPECT_EQ(magic(TargetArch::Wasm32), llvm::file_magic::wasm_object);
}

TEST_F(CodeGeneratorTest, EqualInputGivesEqualOutput) {
  TargetDescription target = TargetDescription::forArch(TargetArch::X86_64);
  EXPECT_EQ(generate(returnTwo, target, OptLevel::O2, false),
            generate(returnTwo, target, OptLevel::O2, false));
}

TEST_F(CodeGeneratorTest, WasmTailCallWithTwoResults) {
  TargetDescription target = TargetDescription::forArch(TargetArch::Wasm32);
  for (OptLevel level : {OptLevel::O0, OptLevel::O2}) {
    std::string text = generate(tailCall, target, level, true);
    EXPECT_NE(text.find("return_call"), std::string::npos) << text;
  }
}

TEST_F(CodeGeneratorTest, MultiplyAndAddRoundTwice) {
  for (TargetDescription target :
       {TargetDescription::forArch(TargetArch::AArch64),
        TargetDescription::host()}) {
    std::string text = generate(multiplyAdd, target, OptLevel::O3, true);
    EXPECT_EQ(text.find("fmadd"), std::string::npos);
    EXPECT_EQ(text.find("vfmadd"), std::string::npos);
  }
}

TEST_F(CodeGeneratorTest, NoUnwindTables) {
  TargetDescription target = TargetDescription::forArch(TargetArch::X86_64);
  std::string text = generate(returnTwo, target, OptLevel::O0, true);
  EXPECT_EQ(text.find(".cfi_"), std::string::npos);
}
