//===- RuchyDialect.td - The ruchy dialect and its base classes -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_DIALECT_TD
#define RUCHY_DIALECT_TD

include "mlir/IR/OpBase.td"

def Ruchy_Dialect : Dialect {
  let name = "ruchy";
  let cppNamespace = "::ruchy";
  let summary = "Ruchy programs, from untyped source to explicit ownership";
  let description = [{
    The one intermediate representation of the compiler. A program enters it
    untyped (`!ruchy.any`), is specialised by argument types, gets explicit
    error edges and reference counts, and leaves it for the LLVM dialect.

    Three properties hold at every stage:

    * Values have value semantics. An operation that changes a container
      consumes it and gives the changed one back.
    * An operation that can fail propagates its error to the caller of the
      enclosing function. `ruchy-lower-errors` makes this explicit.
    * Functions hold a control-flow graph of `cf` branches.
  }];
  let hasConstantMaterializer = 1;
  let useDefaultTypePrinterParser = 1;
  let useDefaultAttributePrinterParser = 1;
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::cf::ControlFlowDialect"];
  let extraClassDeclaration = [{
    void registerTypes();
    void registerAttributes();
    void registerOps();
    void registerInterfaces();
  }];
}

class RuchyOp<string mnemonic, list<Trait> traits = []>
    : Op<Ruchy_Dialect, mnemonic, traits>;

#endif // RUCHY_DIALECT_TD
