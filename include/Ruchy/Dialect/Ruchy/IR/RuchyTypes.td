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

def Ruchy_TupleType : RuchyType<"Tuple", "tuple"> {
  let summary = "a tuple";
  let parameters =
    (ins OptionalArrayRefParameter<"::mlir::Type">:$elementTypes);
  let assemblyFormat = "(`<` $elementTypes^ `>`)?";
  let description = [{
    Reference counted, like all containers below. Elements are stored boxed;
    the types say what is in them.
  }];
}

def Ruchy_MapType : RuchyType<"Map", "map"> {
  let summary = "an insertion-ordered map; objects are maps too";
  let parameters = (ins "::mlir::Type":$keyType, "::mlir::Type":$valueType);
  let assemblyFormat = "`<` $keyType `,` $valueType `>`";
}

def Ruchy_SetType : RuchyType<"Set", "set"> {
  let summary = "an insertion-ordered set";
  let parameters = (ins "::mlir::Type":$elementType);
  let assemblyFormat = "`<` $elementType `>`";
}

class Ruchy_DeclaredType<string name, string typeMnemonic>
    : RuchyType<name, typeMnemonic> {
  let parameters = (ins "::mlir::FlatSymbolRefAttr":$name);
  let assemblyFormat = "`<` $name `>`";
}
def Ruchy_StructType : Ruchy_DeclaredType<"Struct", "struct"> {
  let summary = "a struct of the program, a value";
}
def Ruchy_ClassType : Ruchy_DeclaredType<"Class", "class"> {
  let summary = "exactly one class or actor of the program, a reference";
}
def Ruchy_EnumType : Ruchy_DeclaredType<"Enum", "enum"> {
  let summary = "an enum of the program, a value";
}

def Ruchy_OptionType : RuchyType<"Option", "option"> {
  let summary = "Some or None";
  let parameters = (ins "::mlir::Type":$valueType);
  let assemblyFormat = "`<` $valueType `>`";
}

def Ruchy_ResultType : RuchyType<"Result", "result"> {
  let summary = "Ok or Err";
  let parameters = (ins "::mlir::Type":$valueType, "::mlir::Type":$errorType);
  let assemblyFormat = "`<` $valueType `,` $errorType `>`";
}

def Ruchy_FnType : RuchyType<"Fn", "fn"> {
  let summary = "a function value made from one function of the program";
  let parameters = (ins "::mlir::FlatSymbolRefAttr":$function);
  let assemblyFormat = "`<` $function `>`";
}

def Ruchy_CellType : RuchyType<"Cell", "cell"> {
  let summary = "the memory of a variable that functions share";
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

def Ruchy_Cell : Type<CPred<"::llvm::isa<::ruchy::CellType>($_self)">,
                      "a cell", "::ruchy::CellType">,
                 BuildableType<"::ruchy::CellType::get($_builder.getContext())">;
/// A cell that was read from an untyped capture is `any` until specialisation.
def Ruchy_CellOrAny : Type<
    CPred<"::llvm::isa<::ruchy::CellType, ::ruchy::AnyType>($_self)">,
    "a cell">;

#endif // RUCHY_TYPES_TD
