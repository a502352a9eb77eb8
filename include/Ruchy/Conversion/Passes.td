//===- Passes.td - Conversions from the ruchy dialect -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_CONVERSION_PASSES_TD
#define RUCHY_CONVERSION_PASSES_TD

include "mlir/Pass/PassBase.td"

def ConvertRuchyToArith : Pass<"convert-ruchy-to-arith"> {
  let summary = "typed operations that cannot fail become arith operations";
  let description = [{
    Constants, arithmetic, comparisons and conversions of exact `i64`, `f64`
    and `i1` values. Everything else is left alone. May run more than once.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect"];
}

def ConvertRuchyToLLVM : Pass<"convert-ruchy-to-llvm", "::mlir::ModuleOp"> {
  let summary = "the explicit ruchy dialect becomes the LLVM dialect";
  let description = [{
    Takes programs with explicit errors and reference counts, together with
    `arith` and `cf`, to the LLVM dialect and calls of the runtime.

    Unreachable blocks are erased. Functions become internal functions named
    `ruchy.NAME`; `@ruchy.main` becomes `ruchy_main`, which returns the error
    that nobody caught, or null.
  }];
  let options = [
    Option<"arch", "arch", "std::string", "\"\"",
           "what the code is for: x86_64, aarch64 or wasm32; by default what "
           "the module's target triple says, else x86_64">
  ];
  let statistics = [
    Statistic<"numRuntimeCalls", "runtime-calls",
              "Calls of runtime functions">,
    Statistic<"numDynamicCalls", "dynamic-calls",
              "Calls of runtime functions on dynamic values">
  ];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect",
                           "::mlir::arith::ArithDialect"];
}

#endif // RUCHY_CONVERSION_PASSES_TD
