//===- RuchyArithOps.td - Constants, arithmetic, comparison and conversion -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_ARITHOPS_TD
#define RUCHY_ARITHOPS_TD

include "Ruchy/Dialect/Ruchy/IR/RuchyOpBase.td"

def Ruchy_ConstantOp : RuchyOp<"constant", [
    Pure, ConstantLike, Specializable, ImmortalResult,
    AllTypesMatch<["value", "result"]>]> {
  let summary = "a constant";
  let description = [{
    Integer, float, boolean, string (a string attribute of type `!ruchy.str`),
    nil and the mark of an unassigned variable.

    ```mlir
    %0 = ruchy.constant 1 : i64
    %1 = ruchy.constant "abc" : !ruchy.str
    %2 = ruchy.constant #ruchy.nil : !ruchy.nil
    ```
  }];
  let arguments = (ins TypedAttrInterface:$value);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat = "attr-dict $value";
  let hasFolder = 1;
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    static bool isBuildableWith(::mlir::Attribute value, ::mlir::Type type);
  }];
  let builders = [
    OpBuilder<(ins "::mlir::TypedAttr":$value),
              [{ build($_builder, $_state, value.getType(), value); }]>,
    OpBuilder<(ins "int64_t":$value)>,
    OpBuilder<(ins "::llvm::StringRef":$text)>];
}

def Ruchy_PoisonOp : RuchyOp<"poison", [Pure, ImmortalResult]> {
  let summary = "a value that is never used";
  let description = [{
    Stands for the result on an error edge.

    ```mlir
    %0 = ruchy.poison : i64
    ```
  }];
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat = "attr-dict `:` type($result)";
}

def Ruchy_CoerceOp : RuchyOp<"coerce", [
    Pure, Specializable,
    DeclareOpInterfaceMethods<Ruchy_OwnershipOpInterface,
                              ["getViewBases", "isImmortalResult"]>]> {
  let summary = "the same value as a more general type";
  let description = [{
    Any type to `!ruchy.any`; `i64` to `f64`; `array<T>` to `array<U>` where
    `T` coerces to `U`, which converts the elements.

    ```mlir
    %0 = ruchy.coerce %a : i64 to !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Value:$value);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat = "$value attr-dict `:` type($value) `to` type($result)";
  let hasFolder = 1;
  let hasVerifier = 1;
}

class Ruchy_BinaryArithOp<string mnemonic, list<Trait> traits = []>
    : RuchyOp<mnemonic, [SpecializableOperands, FallibleExpanded, ErrorEffects]
              # traits> {
  let arguments = (ins Ruchy_Value:$lhs, Ruchy_Value:$rhs);
  let results = (outs Ruchy_Value:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat =
    "$lhs `,` $rhs attr-dict `:` functional-type(operands, results)";
  let hasFolder = 1;
  let extraClassDefinition = ErrorEffectsDefinition.body;
}

def Ruchy_AddOp : Ruchy_BinaryArithOp<"add", [Consumes]> {
  let summary = "sum, or concatenation of strings and arrays";
  let description = [{
    Integers are checked. A string on the left and an array on the left are
    consumed, so that `s = s + x` appends in place where `s` is unique.

    ```mlir
    %0 = ruchy.add %a, %b : (i64, i64) -> i64
    %1, %e = ruchy.add %x, %y
      : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
    ```
  }];
}
def Ruchy_SubOp : Ruchy_BinaryArithOp<"sub"> {
  let summary = "difference";
  let description = [{
    ```mlir
    %0 = ruchy.sub %a, %b : (i64, f64) -> f64
    ```
  }];
}
def Ruchy_MulOp : Ruchy_BinaryArithOp<"mul"> {
  let summary = "product, or repetition of a string";
  let description = [{
    ```mlir
    %0 = ruchy.mul %a, %b : (i64, i64) -> i64
    ```
  }];
}
def Ruchy_DivOp : Ruchy_BinaryArithOp<"div"> {
  let summary = "quotient; of integers truncated toward zero";
  let description = [{
    ```mlir
    %0 = ruchy.div %a, %b : (i64, i64) -> i64
    ```
  }];
}
def Ruchy_RemOp : Ruchy_BinaryArithOp<"rem"> {
  let summary = "remainder with the sign of the dividend";
  let description = [{
    ```mlir
    %0 = ruchy.rem %a, %b : (i64, i64) -> i64
    ```
  }];
}
def Ruchy_PowOp : Ruchy_BinaryArithOp<"pow"> {
  let summary = "power; of integers a float where it overflows";
  let description = [{
    ```mlir
    %0 = ruchy.pow %a, %b : (i64, i64) -> !ruchy.any
    ```
  }];
}
def Ruchy_BitAndOp : Ruchy_BinaryArithOp<"and"> {
  let summary = "bitwise and of integers, conjunction of booleans";
  let description = [{
    ```mlir
    %0 = ruchy.and %a, %b : (i64, i64) -> i64
    ```
  }];
}
def Ruchy_BitOrOp : Ruchy_BinaryArithOp<"or"> {
  let summary = "bitwise or of integers, disjunction of booleans";
  let description = [{
    ```mlir
    %0 = ruchy.or %a, %b : (i64, i64) -> i64
    ```
  }];
}
def Ruchy_BitXorOp : Ruchy_BinaryArithOp<"xor"> {
  let summary = "bitwise exclusive or";
  let description = [{
    ```mlir
    %0 = ruchy.xor %a, %b : (i64, i64) -> i64
    ```
  }];
}
def Ruchy_ShlOp : Ruchy_BinaryArithOp<"shl"> {
  let summary = "shift to the left by 0 to 63 bits";
  let description = [{
    ```mlir
    %0 = ruchy.shl %a, %b : (i64, i64) -> i64
    ```
  }];
}
def Ruchy_ShrOp : Ruchy_BinaryArithOp<"shr"> {
  let summary = "arithmetic shift to the right by 0 to 63 bits";
  let description = [{
    ```mlir
    %0 = ruchy.shr %a, %b : (i64, i64) -> i64
    ```
  }];
}

class Ruchy_CheckedIntOp<string mnemonic> : RuchyOp<mnemonic, [Pure]> {
  let arguments = (ins I64:$lhs, I64:$rhs);
  let results = (outs I64:$result, I1:$overflow);
  let assemblyFormat = "$lhs `,` $rhs attr-dict";
  let hasFolder = 1;
}
def Ruchy_CheckedAddOp : Ruchy_CheckedIntOp<"add.checked"> {
  let summary = "sum of integers and whether it overflowed";
  let description = [{
    ```mlir
    %0, %overflow = ruchy.add.checked %a, %b
    ```
  }];
}
def Ruchy_CheckedSubOp : Ruchy_CheckedIntOp<"sub.checked"> {
  let summary = "difference of integers and whether it overflowed";
  let description = [{
    ```mlir
    %0, %overflow = ruchy.sub.checked %a, %b
    ```
  }];
}
def Ruchy_CheckedMulOp : Ruchy_CheckedIntOp<"mul.checked"> {
  let summary = "product of integers and whether it overflowed";
  let description = [{
    ```mlir
    %0, %overflow = ruchy.mul.checked %a, %b
    ```
  }];
}

class Ruchy_UnaryArithOp<string mnemonic> : RuchyOp<mnemonic, [
    Specializable, FallibleExpanded, ErrorEffects]> {
  let arguments = (ins Ruchy_Value:$operand);
  let results = (outs Ruchy_Value:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat =
    "$operand attr-dict `:` functional-type(operands, results)";
  let hasFolder = 1;
  let extraClassDefinition = ErrorEffectsDefinition.body;
}
def Ruchy_NegOp : Ruchy_UnaryArithOp<"neg"> {
  let summary = "negated number, checked for integers";
  let description = [{
    ```mlir
    %0 = ruchy.neg %a : (i64) -> i64
    ```
  }];
}
def Ruchy_BitNotOp : Ruchy_UnaryArithOp<"bitnot"> {
  let summary = "bitwise complement of an integer";
  let description = [{
    ```mlir
    %0 = ruchy.bitnot %a : (i64) -> i64
    ```
  }];
}

class Ruchy_EqualityOp<string mnemonic> : RuchyOp<mnemonic, [
    Pure, TestingOperands]> {
  let arguments = (ins Ruchy_Value:$lhs, Ruchy_Value:$rhs);
  let results = (outs I1:$result);
  let assemblyFormat =
    "$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)";
  let hasFolder = 1;
}
def Ruchy_EqOp : Ruchy_EqualityOp<"eq"> {
  let summary = "structural equality; never fails";
  let description = [{
    ```mlir
    %0 = ruchy.eq %a, %b : i64, !ruchy.any
    ```
  }];
}
def Ruchy_NeOp : Ruchy_EqualityOp<"ne"> {
  let summary = "structural inequality; never fails";
  let description = [{
    ```mlir
    %0 = ruchy.ne %a, %b : i64, i64
    ```
  }];
}

class Ruchy_OrderOp<string mnemonic> : RuchyOp<mnemonic, [
    SpecializableOperands, Fallible, ErrorEffects]> {
  let arguments = (ins Ruchy_Value:$lhs, Ruchy_Value:$rhs);
  let results = (outs I1:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat =
    "$lhs `,` $rhs attr-dict `:` functional-type(operands, results)";
  let hasFolder = 1;
  let extraClassDefinition = ErrorEffectsDefinition.body;
}
def Ruchy_LtOp : Ruchy_OrderOp<"lt"> {
  let summary = "less than";
  let description = [{
    ```mlir
    %0 = ruchy.lt %a, %b : (i64, i64) -> i1
    ```
  }];
}
def Ruchy_LeOp : Ruchy_OrderOp<"le"> {
  let summary = "less than or equal";
  let description = [{
    ```mlir
    %0 = ruchy.le %a, %b : (i64, i64) -> i1
    ```
  }];
}
def Ruchy_GtOp : Ruchy_OrderOp<"gt"> {
  let summary = "greater than";
  let description = [{
    ```mlir
    %0 = ruchy.gt %a, %b : (i64, i64) -> i1
    ```
  }];
}
def Ruchy_GeOp : Ruchy_OrderOp<"ge"> {
  let summary = "greater than or equal";
  let description = [{
    ```mlir
    %0 = ruchy.ge %a, %b : (i64, i64) -> i1
    ```
  }];
}

def Ruchy_TruthyOp : RuchyOp<"truthy", [Pure, Testing]> {
  let summary = "whether a value counts as true: all but false and nil";
  let description = [{
    ```mlir
    %0 = ruchy.truthy %a : !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Value:$value);
  let results = (outs I1:$result);
  let assemblyFormat = "$value attr-dict `:` type($value)";
  let hasFolder = 1;
}

def Ruchy_NotOp : RuchyOp<"not", [Pure, Specializable]> {
  let summary = "negated truth";
  let description = [{
    ```mlir
    %0 = ruchy.not %a
    ```
  }];
  let arguments = (ins I1:$value);
  let results = (outs I1:$result);
  let assemblyFormat = "$value attr-dict";
  let hasFolder = 1;
}

def Ruchy_IsNilOp : RuchyOp<"is_nil", [Pure, Testing]> {
  let summary = "whether a value is nil";
  let description = [{
    ```mlir
    %0 = ruchy.is_nil %a : !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Value:$value);
  let results = (outs I1:$result);
  let assemblyFormat = "$value attr-dict `:` type($value)";
  let hasFolder = 1;
}

def Ruchy_CastOp : RuchyOp<"cast", [Specializable, Fallible, ErrorEffects]> {
  let summary = "conversion by `as`";
  let description = [{
    ```mlir
    %0 = ruchy.cast %a to u8 : (f64) -> i64
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, Ruchy_CastKind:$kind);
  let results = (outs Ruchy_Value:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat =
    "$value `to` $kind attr-dict `:` functional-type(operands, results)";
  let hasFolder = 1;
  let extraClassDefinition = ErrorEffectsDefinition.body;
}

#endif // RUCHY_ARITHOPS_TD
