//===- RuchyClosureOps.td - Function values, captures and cells -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_CLOSUREOPS_TD
#define RUCHY_CLOSUREOPS_TD

include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/CallInterfaces.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyOpBase.td"

def Ruchy_ClosureNewOp : RuchyOp<"closure.new", [
    Specializable, StorageUser, Consumes,
    DeclareOpInterfaceMethods<Ruchy_OwnershipOpInterface,
                              ["isImmortalResult"]>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "a function as a value, with what it captured";
  let description = [{
    A function marked `closure` takes the value itself as first argument, from
    which it reads its captures; others have none. Without captures the value is
    a constant.

    ```mlir
    %f = ruchy.closure.new @main.lambda [%k] : (i64)
      -> !ruchy.fn<@main.lambda>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$function,
                       Variadic<Ruchy_Value>:$captures);
  let results = (outs Res<Ruchy_Value, "", [MemAlloc]>:$result);
  let assemblyFormat = [{
    $function `[` $captures `]` attr-dict `:` functional-type(operands, results)
  }];
}

def Ruchy_ClosureGetOp : RuchyOp<"closure.get", [
    NoMemoryEffect, Specializable, StorageUser,
    DeclareOpInterfaceMethods<Ruchy_OwnershipOpInterface, ["getViewBases"]>]> {
  let summary = "a captured value, or the cell of a captured variable";
  let description = [{
    Its exact type is the join over all `ruchy.closure.new` of the enclosing
    function.

    ```mlir
    %k = ruchy.closure.get %self, 0 : (!ruchy.fn<@main.lambda>) -> i64
    ```
  }];
  let arguments = (ins Ruchy_Value:$closure, I64Attr:$position);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat =
    "$closure `,` $position attr-dict `:` functional-type(operands, results)";
}

def Ruchy_CallValueOp : RuchyOp<"call_value", [
    Specializable, Fallible, OwnEffects]> {
  let summary = "call a function value";
  let description = [{
    Specialisation turns it into `ruchy.call` where one function is known. Other
    values than functions and wrong numbers of arguments are errors.

    ```mlir
    %0 = ruchy.call_value %f(%x) : (!ruchy.any, i64) -> !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Value:$callee, Variadic<Ruchy_Value>:$args);
  let results = (outs Ruchy_Value:$result, Optional<Ruchy_Error>:$error);
  let assemblyFormat =
    "$callee `(` $args `)` attr-dict `:` functional-type(operands, results)";
}

//===----------------------------------------------------------------------===//
// Cells: variables that closures share
//===----------------------------------------------------------------------===//

def Ruchy_CellNewOp : RuchyOp<"cell.new", [Specializable, StorageUser, Consumes]> {
  let summary = "memory of a variable that functions share";
  let description = [{
    `key` names the variable of the program: all its cells share one exact type,
    the join of what is written to them.

    ```mlir
    %c = ruchy.cell.new "main.count" %zero : i64
    ```
  }];
  let arguments = (ins StrAttr:$key, Ruchy_Value:$value);
  let results = (outs Res<Ruchy_Cell, "", [MemAlloc]>:$result);
  let assemblyFormat = "$key $value attr-dict `:` type($value)";
}

def Ruchy_CellGetOp : RuchyOp<"cell.get", [
    MemoryEffects<[MemRead]>, Specializable, StorageUser]> {
  let summary = "value of a cell; owned";
  let description = [{
    ```mlir
    %v = ruchy.cell.get "main.count" %c : i64
    ```
  }];
  let arguments = (ins StrAttr:$key, Ruchy_CellOrAny:$cell);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat =
    "$key $cell attr-dict `:` functional-type(operands, results)";
}

def Ruchy_CellTakeOp : RuchyOp<"cell.take", [
    MemoryEffects<[MemRead, MemWrite]>, Specializable, StorageUser]> {
  let summary = "move the value out of a cell until it is set again";
  let description = [{
    ```mlir
    %v = ruchy.cell.take "main.list" %c : !ruchy.array<i64>
    ```
  }];
  let arguments = (ins StrAttr:$key, Ruchy_CellOrAny:$cell);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat =
    "$key $cell attr-dict `:` functional-type(operands, results)";
}

def Ruchy_CellSetOp : RuchyOp<"cell.set", [
    MemoryEffects<[MemWrite]>, Specializable, StorageUser, Consumes]> {
  let summary = "assign a shared variable";
  let description = [{
    ```mlir
    ruchy.cell.set "main.count" %c, %v : !ruchy.cell, i64
    ```
  }];
  let arguments = (ins StrAttr:$key, Ruchy_CellOrAny:$cell,
                       Ruchy_Value:$value);
  let assemblyFormat =
    "$key $cell `,` $value attr-dict `:` type($cell) `,` type($value)";
}

#endif // RUCHY_CLOSUREOPS_TD
