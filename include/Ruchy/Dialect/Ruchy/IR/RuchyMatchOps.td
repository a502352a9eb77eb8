//===- RuchyMatchOps.td - Tests of types, kinds and patterns -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_MATCHOPS_TD
#define RUCHY_MATCHOPS_TD

include "Ruchy/Dialect/Ruchy/IR/RuchyOpBase.td"

def Ruchy_TypeIsOp : RuchyOp<"type.is", [
    Pure, Testing, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "whether a value is of a declared type";
  let description = [{
    Exactly of that class, not of one derived from it, unless `derived` stands.

    ```mlir
    %0 = ruchy.type.is %v, @Point : !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, FlatSymbolRefAttr:$type,
                       UnitAttr:$derived);
  let results = (outs I1:$result);
  let assemblyFormat =
    "$value `,` $type (`derived` $derived^)? attr-dict `:` type($value)";
  let hasFolder = 1;
}

def Ruchy_VariantIsOp : RuchyOp<"variant.is", [
    Pure, Testing, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "whether a value is a certain variant";
  let description = [{
    ```mlir
    %0 = ruchy.variant.is %v, @Shape "Sq" : !ruchy.enum<@Shape>
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, FlatSymbolRefAttr:$type,
                       StrAttr:$variant);
  let results = (outs I1:$result);
  let assemblyFormat = "$value `,` $type $variant attr-dict `:` type($value)";
  let hasFolder = 1;
}

def Ruchy_OptionIsOp : RuchyOp<"option.is", [Pure, Testing]> {
  let summary = "whether a value counts as Some, None, Ok or Err";
  let description = [{
    Loose: `some` also holds for a value other than nil that is no Option, `none`
    for nil, `ok` for a value that is no Result. `strict` leaves these out.

    ```mlir
    %0 = ruchy.option.is %v, some : !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, Ruchy_OptionCase:$optionCase,
                       UnitAttr:$strict);
  let results = (outs I1:$result);
  let extraClassDeclaration = "OptionCase getCase() { return getOptionCase(); }";
  let assemblyFormat =
    "$value `,` $optionCase (`strict` $strict^)? attr-dict `:` type($value)";
  let hasFolder = 1;
}

def Ruchy_KindIsOp : RuchyOp<"kind.is", [Pure, Testing]> {
  let summary = "whether a value is of a kind";
  let description = [{
    `kind` is a name that `type_of` gives (`integer`, `array`, ...); `option`
    and `result` stand for these enums, `map` for objects, `collection`
    for arrays, ranges, maps, sets and tuples.

    ```mlir
    %0 = ruchy.kind.is %v, "array" : !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, StrAttr:$kind);
  let results = (outs I1:$result);
  let assemblyFormat = "$value `,` $kind attr-dict `:` type($value)";
  let hasFolder = 1;
}

def Ruchy_MatchSequenceOp : RuchyOp<"match.sequence", [Pure, Testing]> {
  let summary = "whether a value is an array or tuple of a length";
  let description = [{
    Of exactly `count` elements, or with `rest` of at least as many.

    ```mlir
    %0 = ruchy.match.sequence %v, "tuple" 2 : !ruchy.any
    %1 = ruchy.match.sequence %v, "array" 1 rest : !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, StrAttr:$kind, I64Attr:$count,
                       UnitAttr:$rest);
  let results = (outs I1:$result);
  let assemblyFormat =
    "$value `,` $kind $count (`rest` $rest^)? attr-dict `:` type($value)";
  let hasFolder = 1;
}

def Ruchy_MatchFieldOp : RuchyOp<"match.field", [Pure, Testing]> {
  let summary = "whether an object, struct or instance has a field";
  let description = [{
    ```mlir
    %0 = ruchy.match.field %v, "name" : !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, StrAttr:$name);
  let results = (outs I1:$result);
  let assemblyFormat = "$value `,` $name attr-dict `:` type($value)";
  let hasFolder = 1;
}

def Ruchy_MatchLiteralOp : RuchyOp<"match.literal", [Pure, Testing]> {
  let summary = "whether a value has a literal's kind and is equal to it";
  let description = [{
    `1` is no match for `1.0`.

    ```mlir
    %0 = ruchy.match.literal %v, %one : !ruchy.any, i64
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, Ruchy_Value:$literal);
  let results = (outs I1:$result);
  let assemblyFormat =
    "$value `,` $literal attr-dict `:` type($value) `,` type($literal)";
  let hasFolder = 1;
}

def Ruchy_MatchRangeOp : RuchyOp<"match.range", [Pure, Testing]> {
  let summary = "whether a value lies between two literals; never fails";
  let description = [{
    A bound of nil is open. Values that cannot be compared with the bounds are
    no match; numbers compare with numbers, strings with strings.

    ```mlir
    %0 = ruchy.match.range %v, %lo, %hi inclusive : !ruchy.any, i64, i64
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, Ruchy_Value:$low, Ruchy_Value:$high,
                       UnitAttr:$inclusive);
  let results = (outs I1:$result);
  let assemblyFormat = [{
    $value `,` $low `,` $high (`inclusive` $inclusive^)? attr-dict `:`
    type($value) `,` type($low) `,` type($high)
  }];
  let hasFolder = 1;
}

def Ruchy_RefineOp : RuchyOp<"refine", [
    Pure, Specializable,
    DeclareOpInterfaceMethods<Ruchy_OwnershipOpInterface, ["getViewBases"]>]> {
  let summary = "the same value as the type that a test established";
  let description = [{
    ```mlir
    %0 = ruchy.refine %v : !ruchy.any to !ruchy.struct<@Point>
    ```
  }];
  let arguments = (ins Ruchy_Value:$value);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat = "$value attr-dict `:` type($value) `to` type($result)";
  let hasFolder = 1;
}

#endif // RUCHY_MATCHOPS_TD
