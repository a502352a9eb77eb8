//===- RuchyLibraryOps.td - Text, output, builtin functions and methods -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIBRARYOPS_TD
#define RUCHY_LIBRARYOPS_TD

include "Ruchy/Dialect/Ruchy/IR/RuchyOpBase.td"

def Ruchy_ToStringOp : RuchyOp<"to_string", [
    AlwaysSpeculatable, OwnEffects, Specializable]> {
  let summary = "text of a value";
  let description = [{
    `display` is what `println` shows, `interpolate` leaves strings inside
    arrays unquoted, `debug` quotes strings at the top too, `to_string` prints
    whole floats without a fraction.

    ```mlir
    %0 = ruchy.to_string %a display : i64
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, Ruchy_DisplayMode:$mode);
  let results = (outs Ruchy_Str:$result);
  let assemblyFormat = "$value $mode attr-dict `:` type($value)";
  let hasFolder = 1;
}

def Ruchy_FormatOp : RuchyOp<"format", [
    AlwaysSpeculatable, OwnEffects, Specializable]> {
  let summary = "text of a value by a format specification";
  let description = [{
    ```mlir
    %0 = ruchy.format %a <width = 8> : i64
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, Ruchy_FormatSpecAttr:$spec);
  let results = (outs Ruchy_Str:$result);
  let assemblyFormat = "$value $spec attr-dict `:` type($value)";
}

def Ruchy_ConcatOp : RuchyOp<"concat", [Pure, Specializable]> {
  let summary = "several strings in one";
  let description = [{
    ```mlir
    %0 = ruchy.concat [%a, %b, %c]
    ```
  }];
  let arguments = (ins Variadic<Ruchy_Str>:$parts);
  let results = (outs Ruchy_Str:$result);
  let assemblyFormat = "`[` $parts `]` attr-dict";
  let hasFolder = 1;
}

def Ruchy_PrintOp : RuchyOp<"print", [MemoryEffects<[MemWrite]>]> {
  let summary = "write the display form of a value";
  let description = [{
    ```mlir
    ruchy.print stdout %a : i64
    ```
  }];
  let arguments = (ins Ruchy_Stream:$stream, Ruchy_Value:$value);
  let assemblyFormat = "$stream $value attr-dict `:` type($value)";
}

def Ruchy_BuiltinOp : RuchyOp<"builtin", [
    SpecializableOperands, Fallible, OwnEffects]> {
  let summary = "call a library function";
  let description = [{
    Result, errors and runtime symbol come from the builtin table.

    ```mlir
    %0 = ruchy.builtin "sqrt"(%x) : (f64) -> f64
    ```
  }];
  let arguments = (ins StrAttr:$name, Variadic<Ruchy_Value>:$args);
  let results = (outs Ruchy_Value:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat = [{
    $name `(` $args `)` attr-dict `:` functional-type(operands, results)
  }];
}

def Ruchy_MethodOp : RuchyOp<"method", [
    SpecializableOperands, Fallible, OwnEffects]> {
  let summary = "call a library method that leaves its receiver alone";
  let description = [{
    Chosen by name and the receiver's type from the builtin table, or at run
    time for `!ruchy.any`.

    ```mlir
    %0 = ruchy.method "trim" %s() : (!ruchy.str) -> !ruchy.str
    ```
  }];
  let arguments = (ins StrAttr:$name, Ruchy_Value:$receiver,
                       Variadic<Ruchy_Value>:$args);
  let results = (outs Ruchy_Value:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat = [{
    $name $receiver `(` $args `)` attr-dict `:`
    functional-type(operands, results)
  }];
}

def Ruchy_MutatingMethodOp : RuchyOp<"method.mut", [
    SpecializableOperands,
    DeclareOpInterfaceMethods<Ruchy_FallibleOpInterface,
                              ["expandErrors", "isResultValidOnError"]>,
    OwnEffects, Consumes]> {
  let summary = "call a library method that changes its receiver";
  let description = [{
    Consumes the receiver and gives it back, also where the method fails.

    ```mlir
    %r, %a2 = ruchy.method.mut "pop" %a()
      : (!ruchy.array<i64>) -> (!ruchy.any, !ruchy.array<i64>)
    ```
  }];
  let arguments = (ins StrAttr:$name, Ruchy_Value:$receiver,
                       Variadic<Ruchy_Value>:$args);
  let results = (outs Ruchy_Value:$result, Ruchy_Value:$updated,
                      Optional<Ruchy_Error>:$error);
  let assemblyFormat = [{
    $name $receiver `(` $args `)` attr-dict `:`
    functional-type(operands, results)
  }];
}

#endif // RUCHY_LIBRARYOPS_TD
