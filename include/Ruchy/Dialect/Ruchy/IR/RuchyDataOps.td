//===- RuchyDataOps.td - Arrays, indexing, places, ranges and iteration -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_DATAOPS_TD
#define RUCHY_DATAOPS_TD

include "Ruchy/Dialect/Ruchy/IR/RuchyOpBase.td"

//===----------------------------------------------------------------------===//
// Containers, polymorphic
//===----------------------------------------------------------------------===//

def Ruchy_IndexOp : RuchyOp<"index", [
    Specializable, FallibleExpanded, ErrorEffects]> {
  let summary = "element of a container, negative indices from its end";
  let description = [{
    Arrays give the element, strings the character. A range as index makes a
    slice. The checking form exists for strings and `!ruchy.any`; for arrays
    `ruchy-lower-errors` writes `ruchy.array.bounds` and `ruchy.array.at`.

    ```mlir
    %0 = ruchy.index %a, %i : (!ruchy.array<i64>, i64) -> i64
    ```
  }];
  let arguments = (ins Ruchy_Value:$container, Ruchy_Value:$index);
  let results = (outs Ruchy_Value:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat =
    "$container `,` $index attr-dict `:` functional-type(operands, results)";
  let extraClassDefinition = ErrorEffectsDefinition.body;
}

def Ruchy_SliceOp : RuchyOp<"slice", [
    Specializable, Fallible, ErrorEffects]> {
  let summary = "part of an array or string between two bounds";
  let description = [{
    A bound of nil is open.

    ```mlir
    %0 = ruchy.slice %s, %lo, %hi
      : (!ruchy.str, i64, !ruchy.nil) -> !ruchy.str
    ```
  }];
  let arguments = (ins Ruchy_Value:$container, Ruchy_Value:$low,
                       Ruchy_Value:$high, UnitAttr:$inclusive);
  let results = (outs Ruchy_Value:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat = [{
    $container `,` $low `,` $high (`inclusive` $inclusive^)? attr-dict `:`
    functional-type(operands, results)
  }];
  let extraClassDefinition = ErrorEffectsDefinition.body;
}

def Ruchy_LenOp : RuchyOp<"len", [
    Specializable, Fallible, ErrorEffects]> {
  let summary = "length of a container: bytes of a string, elements otherwise";
  let description = [{
    ```mlir
    %0 = ruchy.len %a : (!ruchy.array<i64>) -> i64
    ```
  }];
  let arguments = (ins Ruchy_Value:$container);
  let results = (outs I64:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat =
    "$container attr-dict `:` functional-type(operands, results)";
  let extraClassDefinition = ErrorEffectsDefinition.body;
}

def Ruchy_InOp : RuchyOp<"in", [
    Specializable, Fallible, ErrorEffects]> {
  let summary = "membership in an array, range or string";
  let description = [{
    ```mlir
    %0 = ruchy.in %x, %a : (i64, !ruchy.array<i64>) -> i1
    ```
  }];
  let arguments = (ins Ruchy_Value:$element, Ruchy_Value:$container);
  let results = (outs I1:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat =
    "$element `,` $container attr-dict `:` functional-type(operands, results)";
  let extraClassDefinition = ErrorEffectsDefinition.body;
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

def Ruchy_PlaceSetOp : RuchyOp<"place.set", [
    SpecializableOperands, StorageUser, FallibleValid, ErrorEffects, Consumes]> {
  let summary = "assign a nested place";
  let description = [{
    Consumes the container and the value and gives the changed container back,
    unchanged where the operation fails. Each level on the path is made unique
    first; instances of classes are changed in place. `fields` says which levels
    are field names (constant strings) rather than indices.

    ```mlir
    %m2 = ruchy.place.set %m[%i, %j], %x
      : (!ruchy.array<!ruchy.array<i64>>, i64, i64, i64)
        -> !ruchy.array<!ruchy.array<i64>>
    ```
  }];
  let arguments = (ins Ruchy_Value:$container, Variadic<Ruchy_Value>:$path,
                       Ruchy_Value:$value,
                       OptionalAttr<DenseBoolArrayAttr>:$fields);
  let results = (outs Ruchy_Value:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat = [{
    $container `[` $path `]` (`fields` $fields^)? `,` $value attr-dict `:`
    functional-type(operands, results)
  }];
  let extraClassDefinition = ErrorEffectsDefinition.body;
  let extraClassDeclaration = [{
    /// Whether all levels are integer indices into arrays of known elements.
    bool isArrayPath();
  }];
  let hasVerifier = 1;
}

def Ruchy_PlaceMethodOp : RuchyOp<"place.method", [
    SpecializableOperands, StorageUser, FallibleValid, ErrorEffects, Consumes,
    AttrSizedOperandSegments]> {
  let summary = "call a mutating method on a nested place";
  let description = [{
    ```mlir
    %r, %m2 = ruchy.place.method %m[%i] "push"(%x)
      : (!ruchy.array<!ruchy.array<i64>>, i64, i64)
        -> (!ruchy.nil, !ruchy.array<!ruchy.array<i64>>)
    ```
  }];
  let arguments = (ins Ruchy_Value:$container, Variadic<Ruchy_Value>:$path,
                       StrAttr:$method, Variadic<Ruchy_Value>:$args,
                       OptionalAttr<DenseBoolArrayAttr>:$fields);
  let results = (outs Ruchy_Value:$result, Ruchy_Value:$updated,
                      Optional<Ruchy_Error>:$error);
  let assemblyFormat = [{
    $container `[` $path `]` (`fields` $fields^)? $method `(` $args `)`
    attr-dict `:`
    functional-type(operands, results)
  }];
  let extraClassDefinition = ErrorEffectsDefinition.body;
  let extraClassDeclaration = [{
    /// Whether all levels are integer indices into arrays of known elements.
    bool isArrayPath();
  }];
  let hasVerifier = 1;
}

def Ruchy_PlacePutOp : RuchyOp<"place.put", [Consumes]> {
  let summary = "store into a nested array place whose bounds were tested";
  let description = [{
    `path` holds normalised indices. Consumes container and value. `unique`
    says that the container has no other owner, so that no test is needed.

    ```mlir
    %m2 = ruchy.place.put %m[%i, %j], %x
      : (!ruchy.array<!ruchy.array<i64>>, i64, i64, i64)
        -> !ruchy.array<!ruchy.array<i64>>
    ```
  }];
  let arguments = (ins Ruchy_Array:$container, Variadic<I64>:$path,
                       Ruchy_Value:$value, UnitAttr:$unique);
  let results = (outs Ruchy_Array:$result);
  let assemblyFormat = [{
    (`unique` $unique^)? $container `[` $path `]` `,` $value attr-dict `:`
    functional-type(operands, results)
  }];
  let hasVerifier = 1;
}

def Ruchy_PlaceTakeOp : RuchyOp<"place.take", [Consumes]> {
  let summary = "move a container out of a nested array place";
  let description = [{
    Leaves the place empty until `ruchy.place.put` fills it again; nothing may
    read it in between. Bounds were tested.

    ```mlir
    %m2, %row = ruchy.place.take %m[%i]
      : (!ruchy.array<!ruchy.array<i64>>, i64)
        -> (!ruchy.array<!ruchy.array<i64>>, !ruchy.array<i64>)
    ```
  }];
  let arguments = (ins Ruchy_Array:$container, Variadic<I64>:$path);
  let results = (outs Ruchy_Array:$result, Ruchy_Value:$taken);
  let assemblyFormat = [{
    $container `[` $path `]` attr-dict `:` functional-type(operands, results)
  }];
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Arrays
//===----------------------------------------------------------------------===//

def Ruchy_ArrayNewOp : RuchyOp<"array.new", [SpecializableOperands, Consumes]> {
  let summary = "array of the given elements";
  let description = [{
    Its exact element type is the join of the elements' types; `never` without
    elements. The elements are consumed.

    ```mlir
    %0 = ruchy.array.new [%a, %b] : (i64, i64) -> !ruchy.array<i64>
    ```
  }];
  let arguments = (ins Variadic<Ruchy_Value>:$elements);
  let results = (outs Res<Ruchy_Value, "", [MemAlloc]>:$result);
  let assemblyFormat =
    "`[` $elements `]` attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

def Ruchy_ArrayRepeatOp : RuchyOp<"array.repeat", [
    SpecializableOperands, Fallible, ErrorEffects]> {
  let summary = "array of n copies of a value";
  let description = [{
    ```mlir
    %0 = ruchy.array.repeat %v, %n : (f64, i64) -> !ruchy.array<f64>
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, Ruchy_Value:$count);
  let results = (outs Ruchy_Value:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat =
    "$value `,` $count attr-dict `:` functional-type(operands, results)";
  let extraClassDefinition = ErrorEffectsDefinition.body;
}

def Ruchy_ArrayPushOp : RuchyOp<"array.push", [Consumes]> {
  let summary = "append an element in place";
  let description = [{
    Consumes array and element; amortised constant time where the array is
    unique.

    ```mlir
    %b = ruchy.array.push %a, %x
      : (!ruchy.array<i64>, i64) -> !ruchy.array<i64>
    ```
  }];
  let arguments = (ins Ruchy_Array:$array, Ruchy_Value:$value);
  let results = (outs Ruchy_Array:$result);
  let assemblyFormat =
    "$array `,` $value attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

def Ruchy_ArrayUniqueOp : RuchyOp<"array.unique", [
    Consumes, AllTypesMatch<["array", "result"]>]> {
  let summary = "the array with no other owner, copied where it is shared";
  let description = [{
    ```mlir
    %b = ruchy.array.unique %a : !ruchy.array<i64>
    ```
  }];
  let arguments = (ins Ruchy_Array:$array);
  let results = (outs Ruchy_Array:$result);
  let assemblyFormat = "$array attr-dict `:` type($array)";
}

def Ruchy_ArrayBoundsOp : RuchyOp<"array.bounds", [Pure]> {
  let summary = "normalised index and whether it is out of bounds";
  let description = [{
    A negative index counts from the end.

    ```mlir
    %i, %oob = ruchy.array.bounds %a, %n : !ruchy.array<i64>
    ```
  }];
  let arguments = (ins Ruchy_Array:$array, I64:$index);
  let results = (outs I64:$position, I1:$outOfBounds);
  let assemblyFormat = "$array `,` $index attr-dict `:` type($array)";
}

def Ruchy_ArrayAtOp : RuchyOp<"array.at", [
    NoMemoryEffect, DeclareOpInterfaceMethods<Ruchy_OwnershipOpInterface,
                                    ["getViewBases", "isImmortalResult"]>,
    TypesMatchWith<"the result is an element", "array", "result",
                   "::llvm::cast<::ruchy::ArrayType>($_self).getElementType()">
    ]> {
  let summary = "element at a position that was tested";
  let description = [{
    A heap element is a view: it lives as long as the array.

    ```mlir
    %0 = ruchy.array.at %a, %i : !ruchy.array<i64>
    ```
  }];
  let arguments = (ins Ruchy_Array:$array, I64:$position);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat = "$array `,` $position attr-dict `:` type($array)";
}

//===----------------------------------------------------------------------===//
// Ranges and iteration
//===----------------------------------------------------------------------===//

def Ruchy_RangeOp : RuchyOp<"range", [Pure, Specializable]> {
  let summary = "a range";
  let description = [{
    Of integers it is a `!ruchy.range`, of anything else (nil: open) dynamic.

    ```mlir
    %0 = ruchy.range %a, %b inclusive : (i64, i64) -> !ruchy.range
    ```
  }];
  let arguments = (ins Ruchy_Value:$start, Ruchy_Value:$end,
                       UnitAttr:$inclusive);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat = [{
    $start `,` $end (`inclusive` $inclusive^)? attr-dict `:`
    functional-type(operands, results)
  }];
}

def Ruchy_IterOp : RuchyOp<"iter", [
    Specializable, Fallible, ErrorEffects,
    DeclareOpInterfaceMethods<Ruchy_OwnershipOpInterface, ["getViewBases"]>]> {
  let summary = "what a for loop walks over";
  let description = [{
    An array or range itself, the characters of a string as an array. A map
    gives an array of (key, value) tuples, with `keys` of its keys.

    ```mlir
    %0 = ruchy.iter %s : (!ruchy.str) -> !ruchy.array<!ruchy.str>
    ```
  }];
  let arguments = (ins Ruchy_Value:$iterable, UnitAttr:$keys);
  let results = (outs Ruchy_Value:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat = [{
    (`keys` $keys^)? $iterable attr-dict `:` functional-type(operands, results)
  }];
  let extraClassDefinition = ErrorEffectsDefinition.body;
}

def Ruchy_IterStartOp : RuchyOp<"iter.start", [Pure, Specializable]> {
  let summary = "first position of an iteration and whether there is one";
  let description = [{
    The position is the value itself for ranges and an index otherwise.

    ```mlir
    %i, %more = ruchy.iter.start %it : !ruchy.range
    ```
  }];
  let arguments = (ins Ruchy_Value:$iterable);
  let results = (outs I64:$position, I1:$more);
  let assemblyFormat = "$iterable attr-dict `:` type($iterable)";
}

def Ruchy_IterNextOp : RuchyOp<"iter.next", [Pure, Specializable]> {
  let summary = "position after a position and whether there is one";
  let description = [{
    Only asked at the end of a round, so that the last value of an inclusive
    range may be the largest integer.

    ```mlir
    %j, %more = ruchy.iter.next %it, %i : !ruchy.range
    ```
  }];
  let arguments = (ins Ruchy_Value:$iterable, I64:$position);
  let results = (outs I64:$next, I1:$more);
  let assemblyFormat = "$iterable `,` $position attr-dict `:` type($iterable)";
}

def Ruchy_IterValueOp : RuchyOp<"iter.value", [
    NoMemoryEffect, Specializable,
    DeclareOpInterfaceMethods<Ruchy_OwnershipOpInterface, ["getViewBases"]>]> {
  let summary = "the element at a position of an iteration";
  let description = [{
    ```mlir
    %x = ruchy.iter.value %it, %i : (!ruchy.array<!ruchy.str>) -> !ruchy.str
    ```
  }];
  let arguments = (ins Ruchy_Value:$iterable, I64:$position);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat = [{
    $iterable `,` $position attr-dict `:`
    `(` type($iterable) `)` `->` type($result)
  }];
}

#endif // RUCHY_DATAOPS_TD
