//===- RuchyAttributes.td - Attributes and enumerations of the ruchy dialect -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_ATTRIBUTES_TD
#define RUCHY_ATTRIBUTES_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/IR/EnumAttr.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyDialect.td"

class RuchyAttr<string name, string attrMnemonic, list<Trait> traits = []>
    : AttrDef<Ruchy_Dialect, name, traits> {
  let mnemonic = attrMnemonic;
}

def Ruchy_NilAttr : RuchyAttr<"Nil", "nil", [TypedAttrInterface]> {
  let summary = "the constant nil, or the mark of an unassigned variable";
  let parameters = (ins AttributeSelfTypeParameter<"">:$type);
  let assemblyFormat = "";
}

/// A format specification, as in `{x:>8.2}`.
def Ruchy_FormatSpecAttr : RuchyAttr<"FormatSpec", "format"> {
  let summary = "how a value is formatted: fill, alignment, width, precision";
  let description = [{
    `fill` is a code point; `align` one of `<>^` or 0; `width` and `precision`
    are -1 where absent; `type` one of `?xXobe` or 0.
  }];
  let parameters = (ins
    DefaultValuedParameter<"uint32_t", "32">:$fill,
    DefaultValuedParameter<"uint32_t", "0">:$align,
    DefaultValuedParameter<"bool", "false">:$plus,
    DefaultValuedParameter<"bool", "false">:$alternate,
    DefaultValuedParameter<"bool", "false">:$zero,
    DefaultValuedParameter<"bool", "false">:$comma,
    DefaultValuedParameter<"uint32_t", "0">:$type,
    DefaultValuedParameter<"int32_t", "-1">:$width,
    DefaultValuedParameter<"int32_t", "-1">:$precision);
  let assemblyFormat = "`<` struct(params) `>`";
}

def Ruchy_DisplayMode : I32EnumAttr<"DisplayMode", "how a value becomes text", [
    I32EnumAttrCase<"Display", 0, "display">,
    I32EnumAttrCase<"Interpolate", 1, "interpolate">,
    I32EnumAttrCase<"Debug", 2, "debug">,
    I32EnumAttrCase<"ToString", 3, "to_string">]> {
  let cppNamespace = "::ruchy";
}

def Ruchy_Stream : I32EnumAttr<"Stream", "where output goes", [
    I32EnumAttrCase<"Stdout", 1, "stdout">,
    I32EnumAttrCase<"Stderr", 2, "stderr">]> {
  let cppNamespace = "::ruchy";
}

/// Targets of `as`; integer names that do not narrow are all `int`.
def Ruchy_CastKind : I32EnumAttr<"CastKind", "target of a cast", [
    I32EnumAttrCase<"Int", 0, "int">,
    I32EnumAttrCase<"Float", 1, "float">,
    I32EnumAttrCase<"I8", 2, "i8">,
    I32EnumAttrCase<"I16", 3, "i16">,
    I32EnumAttrCase<"U8", 4, "u8">,
    I32EnumAttrCase<"U16", 5, "u16">,
    I32EnumAttrCase<"U32", 6, "u32">,
    I32EnumAttrCase<"Bool", 7, "bool">,
    I32EnumAttrCase<"Char", 8, "char">,
    I32EnumAttrCase<"String", 9, "string">]> {
  let cppNamespace = "::ruchy";
}

def Ruchy_TypeKind : I32EnumAttr<"TypeKind", "kind of a declared type", [
    I32EnumAttrCase<"Struct", 0, "struct">,
    I32EnumAttrCase<"TupleStruct", 1, "tuple_struct">,
    I32EnumAttrCase<"Enum", 2, "enum">,
    I32EnumAttrCase<"Class", 3, "class">,
    I32EnumAttrCase<"Actor", 4, "actor">]> {
  let cppNamespace = "::ruchy";
}

def Ruchy_OptionCase : I32EnumAttr<"OptionCase", "case of an Option or Result", [
    I32EnumAttrCase<"Some", 0, "some">,
    I32EnumAttrCase<"None", 1, "none">,
    I32EnumAttrCase<"Ok", 2, "ok">,
    I32EnumAttrCase<"Err", 3, "err">]> {
  let cppNamespace = "::ruchy";
}

/// One variant of an enum.
def Ruchy_VariantAttr : RuchyAttr<"Variant", "variant"> {
  let summary = "name, payload and discriminant of a variant";
  let description = [{
    `fields` are `0`, `1`, ... for a tuple payload; `named` marks a struct
    payload.
  }];
  let parameters = (ins
    StringRefParameter<"name">:$name,
    OptionalArrayRefParameter<"::mlir::StringAttr">:$fields,
    DefaultValuedParameter<"bool", "false">:$named,
    DefaultValuedParameter<"int64_t", "0">:$discriminant);
  let assemblyFormat = [{
    `<` $name (`[` $fields^ `]`)? (`named` `=` $named^)?
    (`discriminant` `=` $discriminant^)? `>`
  }];
}

#endif // RUCHY_ATTRIBUTES_TD
