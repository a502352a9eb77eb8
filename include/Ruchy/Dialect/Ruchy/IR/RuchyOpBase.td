//===- RuchyOpBase.td - Base classes of ruchy operations -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_OPBASE_TD
#define RUCHY_OPBASE_TD

include "mlir/Interfaces/SideEffectInterfaces.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyAttributes.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyInterfaces.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyTypes.td"

/// Type inference with a result type and no wish about operands.
def Specializable : DeclareOpInterfaceMethods<Ruchy_SpecializableOpInterface>;
/// Type inference that also wants operands of certain types.
def SpecializableOperands : DeclareOpInterfaceMethods<
    Ruchy_SpecializableOpInterface, ["getWantedOperandType"]>;
/// Type inference of a test that exact operand types may decide.
def Testing : DeclareOpInterfaceMethods<
    Ruchy_SpecializableOpInterface, ["getKnownTruth"]>;
def TestingOperands : DeclareOpInterfaceMethods<
    Ruchy_SpecializableOpInterface, ["getWantedOperandType", "getKnownTruth"]>;
/// Type inference through storage that has a name.
def StorageUser : DeclareOpInterfaceMethods<Ruchy_StorageOpInterface>;
/// Failing operations without and with an expansion of their own.
def Fallible : DeclareOpInterfaceMethods<Ruchy_FallibleOpInterface>;
def FallibleExpanded : DeclareOpInterfaceMethods<
    Ruchy_FallibleOpInterface, ["expandErrors"]>;
/// May-error is an effect: a write to the resource `RuchyError`.
def ErrorEffects : DeclareOpInterfaceMethods<MemoryEffectsOpInterface>;

/// Effects beside the error, defined by the operation.
def OwnEffects : DeclareOpInterfaceMethods<MemoryEffectsOpInterface>;
/// Body of `getEffects` for operations whose only effect is their error.
def ErrorEffectsDefinition {
  string body = [{
    void $cppClass::getEffects(
        ::llvm::SmallVectorImpl<::mlir::SideEffects::EffectInstance<
            ::mlir::MemoryEffects::Effect>> &effects) {
      ::ruchy::detail::getErrorEffects(getOperation(), effects);
    }
  }];
}

def FallibleValid : DeclareOpInterfaceMethods<
    Ruchy_FallibleOpInterface, ["expandErrors", "isResultValidOnError"]>;

def Consumes : DeclareOpInterfaceMethods<
    Ruchy_OwnershipOpInterface, ["consumesOperand"]>;
def ViewsOperand : DeclareOpInterfaceMethods<
    Ruchy_OwnershipOpInterface, ["getViewBases"]>;
def ImmortalResult : DeclareOpInterfaceMethods<
    Ruchy_OwnershipOpInterface, ["isImmortalResult"]>;

#endif // RUCHY_OPBASE_TD
