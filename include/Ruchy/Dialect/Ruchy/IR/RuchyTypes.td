//===- RuchyTypes.td - Types of the ruchy dialect -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_TYPES_TD
#define RUCHY_TYPES_TD

include "mlir/IR/AttrTypeBase.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyDialect.td"

class RuchyType<string name, string typeMnemonic, list<Trait> traits = []>
    : TypeDef<Ruchy_Dialect, name, traits> {
  let mnemonic = typeMnemonic;
}

def Ruchy_AnyType : RuchyType<"Any", "any"> {
  let summary = "a value whose kind is known at run time only";
  let description = [{
    Two words: payload and tag. What specialisation could not make exact.
  }];
}

def Ruchy_NeverType : RuchyType<"Never", "never"> {
  let summary = "no value: the element type of an empty array";
}

def Ruchy_NilType : RuchyType<"Nil", "nil"> {
  let summary = "the value nil";
}

def Ruchy_UnsetType : RuchyType<"Unset", "unset"> {
  let summary = "content of a variable that was not assigned yet";
}

def Ruchy_StrType : RuchyType<"Str", "str"> {
  let summary = "an immutable UTF-8 string, reference counted";
}

def Ruchy_RangeType : RuchyType<"Range", "range"> {
  let summary = "a range of integers with both ends, held in registers";
  let description = [{
    Start, end and whether the end belongs to it. Ranges with open ends or
    ends of another kind are `!ruchy.any`.
  }];
}

def Ruchy_ErrorType : RuchyType<"Error", "error"> {
  let summary = "the status of a fallible operation: an error, or none";
  let description = [{
    One pointer, null where nothing failed. It is moved from the failing
    operation to whoever handles it and is therefore not counted.
  }];
}

def Ruchy_ArrayType : RuchyType<"Array", "array"> {
  let summary = "a growable array with elements of one type";
  let parameters = (ins "::mlir::Type":$elementType);
  let assemblyFormat = "`<` $elementType `>`";
  let genVerifyDecl = 1;
  let description = [{
    Reference counted, changed in place when uniquely owned. Arrays are
    covariant because they are values: `array<never>` becomes any array.
  }];
}

def Ruchy_SlotType : RuchyType<"Slot", "slot"> {
  let summary = "the memory of a local variable until it is promoted";
  let genVerifyDecl = 1;
  let parameters = (ins "::mlir::Type":$elementType);
  let assemblyFormat = "`<` $elementType `>`";
}

/// Everything that an SSA value of a program can be.
def Ruchy_Value : Type<CPred<"::ruchy::isValueType($_self)">,
                       "a Ruchy value type">;
def Ruchy_Error : Type<CPred<"::llvm::isa<::ruchy::ErrorType>($_self)">,
                       "an error status", "::ruchy::ErrorType">,
    BuildableType<"::ruchy::ErrorType::get($_builder.getContext())">;
def Ruchy_Str : Type<CPred<"::llvm::isa<::ruchy::StrType>($_self)">,
                     "a string", "::ruchy::StrType">,
                BuildableType<"::ruchy::StrType::get($_builder.getContext())">;
def Ruchy_Array : Type<CPred<"::llvm::isa<::ruchy::ArrayType>($_self)">,
                       "an array", "::ruchy::ArrayType">;
def Ruchy_Slot : Type<CPred<"::llvm::isa<::ruchy::SlotType>($_self)">,
                      "a variable slot", "::ruchy::SlotType">;

#endif // RUCHY_TYPES_TD
