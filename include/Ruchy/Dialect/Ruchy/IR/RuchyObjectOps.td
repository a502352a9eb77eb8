//===- RuchyObjectOps.td - Tuples, maps, structs, variants, instances -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_OBJECTOPS_TD
#define RUCHY_OBJECTOPS_TD

include "mlir/IR/SymbolInterfaces.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyOpBase.td"

//===----------------------------------------------------------------------===//
// Declared types
//===----------------------------------------------------------------------===//

def Ruchy_TypeOp : RuchyOp<"type", [Symbol]> {
  let summary = "a struct, enum, class or actor of the program";
  let description = [{
    `name` is what values display. Structs, classes and actors have `fields`,
    those of a base class first; tuple structs name theirs `0`, `1`, ... Enums
    have `variants`. The storage of every field and payload holds the join of
    all values that the program writes to it.

    ```mlir
    ruchy.type private @Point struct "Point" fields ["x", "y"]
    ruchy.type private @Shape enum "Shape"
      variants [#ruchy.variant<"Dot">, #ruchy.variant<"Sq" ["0"]>]
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name,
                       OptionalAttr<StrAttr>:$sym_visibility,
                       Ruchy_TypeKind:$kind, StrAttr:$name,
                       OptionalAttr<StrArrayAttr>:$fields,
                       OptionalAttr<TypedArrayAttrBase<Ruchy_VariantAttr,
                                                       "variants">>:$variants,
                       OptionalAttr<FlatSymbolRefAttr>:$base);
  let assemblyFormat = [{
    custom<Visibility>($sym_visibility) $sym_name $kind $name
    (`fields` $fields^)? (`variants` $variants^)? (`extends` $base^)? attr-dict
  }];
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// Position of a field, or none.
    std::optional<unsigned> getFieldIndex(::llvm::StringRef field);
    /// The variant of that name, null if there is none.
    ::ruchy::VariantAttr getVariant(::llvm::StringRef variant);
  }];
}

//===----------------------------------------------------------------------===//
// Construction
//===----------------------------------------------------------------------===//

def Ruchy_TupleNewOp : RuchyOp<"tuple.new", [Specializable, Consumes]> {
  let summary = "a tuple";
  let description = [{
    ```mlir
    %0 = ruchy.tuple.new [%a, %b] : (i64, !ruchy.str)
      -> !ruchy.tuple<i64, !ruchy.str>
    ```
  }];
  let arguments = (ins Variadic<Ruchy_Value>:$elements);
  let results = (outs Res<Ruchy_Value, "", [MemAlloc]>:$result);
  let assemblyFormat =
    "`[` $elements `]` attr-dict `:` functional-type(operands, results)";
}

def Ruchy_MapNewOp : RuchyOp<"map.new", [Specializable, Consumes]> {
  let summary = "a map of alternating keys and values; later keys win";
  let description = [{
    ```mlir
    %0 = ruchy.map.new [%k, %v] : (!ruchy.str, i64)
      -> !ruchy.map<!ruchy.str, i64>
    ```
  }];
  let arguments = (ins Variadic<Ruchy_Value>:$entries);
  let results = (outs Res<Ruchy_Value, "", [MemAlloc]>:$result);
  let assemblyFormat =
    "`[` $entries `]` attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

def Ruchy_SetNewOp : RuchyOp<"set.new", [Specializable, Consumes]> {
  let summary = "a set of the given elements";
  let description = [{
    ```mlir
    %0 = ruchy.set.new [%a] : (i64) -> !ruchy.set<i64>
    ```
  }];
  let arguments = (ins Variadic<Ruchy_Value>:$elements);
  let results = (outs Res<Ruchy_Value, "", [MemAlloc]>:$result);
  let assemblyFormat =
    "`[` $elements `]` attr-dict `:` functional-type(operands, results)";
}

def Ruchy_RecordNewOp : RuchyOp<"record.new", [
    Specializable, StorageUser, Consumes,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "a struct value, class instance or actor with all its fields";
  let description = [{
    One operand per field of the type, in its order. An instance whose
    constructor still has to run starts with nil fields, or with unset ones
    where the constructor is certain to assign a field before anything reads it:
    these do not count for the field's exact type.

    ```mlir
    %0 = ruchy.record.new @Point [%x, %y] : (i64, i64)
      -> !ruchy.struct<@Point>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$type, Variadic<Ruchy_Value>:$fields);
  let results = (outs Res<Ruchy_Value, "", [MemAlloc]>:$result);
  let assemblyFormat = [{
    $type `[` $fields `]` attr-dict `:` functional-type(operands, results)
  }];
}

def Ruchy_VariantNewOp : RuchyOp<"variant.new", [
    Specializable, StorageUser, Consumes,
    DeclareOpInterfaceMethods<Ruchy_OwnershipOpInterface,
                              ["isImmortalResult"]>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "a variant of an enum of the program";
  let description = [{
    Variants without payload are constants.

    ```mlir
    %0 = ruchy.variant.new @Shape "Sq" [%n] : (i64) -> !ruchy.enum<@Shape>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$type, StrAttr:$variant,
                       Variadic<Ruchy_Value>:$payload);
  let results = (outs Res<Ruchy_Value, "", [MemAlloc]>:$result);
  let assemblyFormat = [{
    $type $variant `[` $payload `]` attr-dict `:`
    functional-type(operands, results)
  }];
}

def Ruchy_OptionNewOp : RuchyOp<"option.new", [
    Specializable, Consumes,
    DeclareOpInterfaceMethods<Ruchy_OwnershipOpInterface,
                              ["isImmortalResult"]>]> {
  let summary = "Some, None, Ok or Err";
  let description = [{
    ```mlir
    %0 = ruchy.option.new some %x : (i64) -> !ruchy.option<i64>
    %1 = ruchy.option.new none : () -> !ruchy.option<!ruchy.never>
    %2 = ruchy.option.new err %e : (!ruchy.str)
      -> !ruchy.result<!ruchy.never, !ruchy.str>
    ```
  }];
  let arguments = (ins Ruchy_OptionCase:$optionCase, Optional<Ruchy_Value>:$value);
  let results = (outs Res<Ruchy_Value, "", [MemAlloc]>:$result);
  let extraClassDeclaration = "OptionCase getCase() { return getOptionCase(); }";
  let assemblyFormat =
    "$optionCase ($value^)? attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

def Ruchy_FieldOp : RuchyOp<"field", [
    Specializable, StorageUser, FallibleExpanded, ErrorEffects]> {
  let summary = "a named part: field, map entry by name, tuple position";
  let description = [{
    Structs, instances and variants (`0`, `1`, ... or payload names), maps with
    string keys, tuples (`0`, `1`, ...), ranges (`start`, `end`) and error
    objects (`message`, `type`) have fields.

    ```mlir
    %0 = ruchy.field %p, "x" : (!ruchy.struct<@Point>) -> i64
    ```
  }];
  let arguments = (ins Ruchy_Value:$object, StrAttr:$name);
  let results = (outs Ruchy_Value:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat =
    "$object `,` $name attr-dict `:` functional-type(operands, results)";
  let extraClassDefinition = ErrorEffectsDefinition.body;
}

def Ruchy_RecordGetOp : RuchyOp<"record.get", [
    OwnEffects, Specializable, StorageUser,
    DeclareOpInterfaceMethods<Ruchy_OwnershipOpInterface, ["getViewBases"]>]> {
  let summary = "part of a record, variant or tuple by position";
  let description = [{
    The object is known to have the part. A heap part of a value is a view that
    lives as long as the object; that of an instance is owned, because the
    instance may change.

    ```mlir
    %0 = ruchy.record.get %p, 0 : (!ruchy.struct<@Point>) -> i64
    ```
  }];
  let arguments = (ins Ruchy_Value:$object, I64Attr:$position);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat =
    "$object `,` $position attr-dict `:` functional-type(operands, results)";
}

def Ruchy_VariantGetOp : RuchyOp<"variant.get", [
    NoMemoryEffect, Specializable, StorageUser,
    DeclareOpInterfaceMethods<Ruchy_OwnershipOpInterface, ["getViewBases"]>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "payload of a variant that was tested";
  let description = [{
    ```mlir
    %0 = ruchy.variant.get %s, @Shape "Sq" 0 : (!ruchy.enum<@Shape>) -> i64
    ```
  }];
  let arguments = (ins Ruchy_Value:$object, FlatSymbolRefAttr:$type,
                       StrAttr:$variant, I64Attr:$position);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat = [{
    $object `,` $type $variant $position attr-dict `:`
    functional-type(operands, results)
  }];
  let hasFolder = 1;
}

def Ruchy_OptionGetOp : RuchyOp<"option.get", [
    NoMemoryEffect, Specializable,
    DeclareOpInterfaceMethods<Ruchy_OwnershipOpInterface, ["getViewBases"]>]> {
  let summary = "payload of a Some, Ok or Err that was tested";
  let description = [{
    A plain value that passed the loose test of `ruchy.option.is` is its own
    payload.

    ```mlir
    %0 = ruchy.option.get %o, some : (!ruchy.option<i64>) -> i64
    ```
  }];
  let arguments = (ins Ruchy_Value:$object, Ruchy_OptionCase:$optionCase);
  let results = (outs Ruchy_Value:$result);
  let extraClassDeclaration = "OptionCase getCase() { return getOptionCase(); }";
  let assemblyFormat =
    "$object `,` $optionCase attr-dict `:` functional-type(operands, results)";
  let hasFolder = 1;
}

//===----------------------------------------------------------------------===//
// Moving out of nested places
//===----------------------------------------------------------------------===//

def Ruchy_PlaceMoveOp : RuchyOp<"place.move", [
    Specializable, StorageUser, Fallible, ErrorEffects,
    DeclareOpInterfaceMethods<Ruchy_FallibleOpInterface,
                              ["isResultValidOnError"]>,
    Consumes]> {
  let summary = "take a value out of a nested place, to be put back changed";
  let description = [{
    Gives the value at the place and the container with a hole, which
    `ruchy.place.set` on the same path fills again; nothing may read the place
    in between. Below a class instance the value is copied instead: others can
    reach the place through the instance.

    ```mlir
    %v, %a2 = ruchy.place.move %a[%i] : (!ruchy.any, i64)
      -> (!ruchy.any, !ruchy.any)
    ```
  }];
  let arguments = (ins Ruchy_Value:$container, Variadic<Ruchy_Value>:$path,
                       OptionalAttr<DenseBoolArrayAttr>:$fields);
  let results = (outs Ruchy_Value:$taken, Ruchy_Value:$updated,
                      Optional<Ruchy_Error>:$error);
  let assemblyFormat = [{
    $container `[` $path `]` (`fields` $fields^)? attr-dict `:`
    functional-type(operands, results)
  }];
  let extraClassDefinition = ErrorEffectsDefinition.body;
}

#endif // RUCHY_OBJECTOPS_TD
