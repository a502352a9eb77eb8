//===- RuchyInterfaces.td - Operation interfaces of the ruchy dialect -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_INTERFACES_TD
#define RUCHY_INTERFACES_TD

include "mlir/IR/OpBase.td"

def Ruchy_SpecializableOpInterface : OpInterface<"SpecializableOpInterface"> {
  let cppNamespace = "::ruchy";
  let description = [{
    The transfer function of type inference. A null type is bottom: the value
    is never produced.
  }];
  let methods = [
    InterfaceMethod<[{
      Appends one type per result, given the exact operand types. The operation
      itself still has its generic types.
    }], "void", "inferResultTypes",
      (ins "::llvm::ArrayRef<::mlir::Type>":$operandTypes,
           "::llvm::SmallVectorImpl<::mlir::Type> &":$resultTypes)>,
    InterfaceMethod<[{
      The value of the only result, a boolean, where these exact operand types
      decide it. Once it is unknown it stays so for more general types.
    }], "::std::optional<bool>", "getKnownTruth",
      (ins "::llvm::ArrayRef<::mlir::Type>":$operandTypes), [{}],
      [{ return ::std::nullopt; }]>,
    InterfaceMethod<[{
      The type that operand `index` has to be coerced to once the operation has
      its exact types; null where any type will do.
    }], "::mlir::Type", "getWantedOperandType", (ins "unsigned":$index),
      [{}], [{ return {}; }]>
  ];
}

def Ruchy_StorageOpInterface : OpInterface<"StorageOpInterface"> {
  let cppNamespace = "::ruchy";
  let description = [{
    An operation that reads or writes storage with a name: globals, fields,
    payloads, cells and captures, whose exact types are joins over the program.
  }];
  let methods = [
    InterfaceMethod<[{
      As `inferResultTypes`, with access to the types of storage.
    }], "void", "inferStoredTypes",
      (ins "::llvm::ArrayRef<::mlir::Type>":$operandTypes,
           "::ruchy::StorageTypes &":$storage,
           "::llvm::SmallVectorImpl<::mlir::Type> &":$resultTypes)>
  ];
}

def Ruchy_FallibleOpInterface : OpInterface<"FallibleOpInterface"> {
  let cppNamespace = "::ruchy";
  let description = [{
    An operation that may fail. Without an error result the error leaves the
    enclosing function (implicit form); with a last result of type
    `!ruchy.error` the operation gives its status back (checking form).
  }];
  let methods = [
    InterfaceMethod<"Whether it can fail with its present operand types.",
      "bool", "mayError", (ins)>,
    InterfaceMethod<[{
      Replaces the implicit form by explicit tests through `expansion` and
      erases the operation. Returns false, having changed nothing, where the
      checking form is the explicit one.
    }], "bool", "expandErrors",
      (ins "::ruchy::ErrorExpansion &":$expansion), [{}],
      [{ return false; }]>,
    InterfaceMethod<[{
      Whether result `index` is valid although the operation failed (a container
      that a consuming operation gives back).
    }], "bool", "isResultValidOnError", (ins "unsigned":$index), [{}],
      [{ return false; }]>
  ];
  let extraSharedClassDeclaration = [{
    /// The status result of the checking form, null in the implicit form.
    ::mlir::Value getErrorResult() {
      return ::ruchy::detail::getErrorResult($_op);
    }
  }];
}

def Ruchy_OwnershipOpInterface : OpInterface<"OwnershipOpInterface"> {
  let cppNamespace = "::ruchy";
  let description = [{
    What an operation does to the reference counts of its heap operands and
    results. By default operands are borrowed and results owned.
  }];
  let methods = [
    InterfaceMethod<"Whether operand `index` is taken for good.",
      "bool", "consumesOperand", (ins "unsigned":$index), [{}],
      [{ return false; }]>,
    InterfaceMethod<[{
      Appends the operands that keep result `index` alive. None: the result is
      owned. A result with bases is a view and carries no count of its own.
    }], "void", "getViewBases",
      (ins "unsigned":$index,
           "::llvm::SmallVectorImpl<::mlir::Value> &":$bases), [{}],
      [{ return; }]>,
    InterfaceMethod<"Whether result `index` never needs counting.",
      "bool", "isImmortalResult", (ins "unsigned":$index), [{}],
      [{ return false; }]>
  ];
}

#endif // RUCHY_INTERFACES_TD
