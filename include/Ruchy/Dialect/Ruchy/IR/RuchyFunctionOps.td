//===- RuchyFunctionOps.td - Functions, calls, globals and variable slots -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FUNCTIONOPS_TD
#define RUCHY_FUNCTIONOPS_TD

include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/CallInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/FunctionInterfaces.td"
include "mlir/Interfaces/MemorySlotInterfaces.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyOpBase.td"

def Ruchy_FuncOp : RuchyOp<"func", [
    FunctionOpInterface, IsolatedFromAbove, AutomaticAllocationScope,
    OpAsmOpInterface]> {
  let summary = "a function";
  let description = [{
    Holds a control-flow graph. Has one result, and after `ruchy-lower-errors`
    a second one of type `!ruchy.error` where it can fail. `no_inline` keeps it
    out of line. The argument attribute `ruchy.owned` marks heap parameters
    that the function takes for good.

    `inout` lists parameters that are given back: the function has one more
    result for each, behind its value and before the error status. `closure`
    marks a function whose first parameter is the function value that holds its
    captures. `transparent` marks functions of the compiler itself (dispatchers
    and the prelude): they are specialised without limit and their own errors
    are reported at the call.

    ```mlir
    ruchy.func private @add(%a: !ruchy.any, %b: !ruchy.any) -> !ruchy.any {
      %0 = ruchy.add %a, %b : (!ruchy.any, !ruchy.any) -> !ruchy.any
      ruchy.return %0 : !ruchy.any
    }
    ```
  }];
  let arguments = (ins
    SymbolNameAttr:$sym_name, TypeAttrOf<FunctionType>:$function_type,
    OptionalAttr<StrAttr>:$sym_visibility, UnitAttr:$no_inline,
    UnitAttr:$closure, UnitAttr:$transparent,
    OptionalAttr<DenseI64ArrayAttr>:$inout,
    OptionalAttr<DictArrayAttr>:$arg_attrs,
    OptionalAttr<DictArrayAttr>:$res_attrs);
  let regions = (region AnyRegion:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let skipDefaultBuilders = 1;
  let builders = [OpBuilder<(ins "::llvm::StringRef":$name,
                                 "::mlir::FunctionType":$type)>];
  let extraClassDeclaration = [{
    ::mlir::Region *getCallableRegion() {
      return isExternal() ? nullptr : &getBody();
    }
    ::llvm::ArrayRef<::mlir::Type> getArgumentTypes() {
      return getFunctionType().getInputs();
    }
    ::llvm::ArrayRef<::mlir::Type> getResultTypes() {
      return getFunctionType().getResults();
    }
    /// Whether the function returns an explicit error status.
    bool hasErrorResult();
    /// Number of results apart from the error status.
    unsigned getNumValueResults();
    /// Name of the argument attribute of owned parameters.
    static constexpr ::llvm::StringLiteral kOwnedAttrName = "ruchy.owned";
    static ::llvm::StringRef getDefaultDialect() { return "ruchy"; }
  }];
}

def Ruchy_ReturnOp : RuchyOp<"return", [
    Pure, Terminator, ReturnLike, HasParent<"FuncOp">, Consumes]> {
  let summary = "leave the function with a value";
  let description = [{
    Explicit form: value and error status.

    ```mlir
    ruchy.return %v : i64
    ruchy.return %v, %e : i64, !ruchy.error
    ```
  }];
  let arguments = (ins Variadic<Ruchy_Value>:$operands);
  let assemblyFormat = "($operands^ `:` type($operands))? attr-dict";
  let hasVerifier = 1;
}

def Ruchy_CallOp : RuchyOp<"call", [
    CallOpInterface, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "call a function known by name";
  let description = [{
    Results are exactly those of the callee, so stock data-flow analyses hold.
    `tail` marks a call in tail position that needs no frame of the caller.

    ```mlir
    %0 = ruchy.call @fib(%n) : (i64) -> i64
    %1, %e = ruchy.call tail @even(%n) : (i64) -> (i1, !ruchy.error)
    ```
  }];
  let arguments = (ins
    FlatSymbolRefAttr:$callee, Variadic<Ruchy_Value>:$args, UnitAttr:$tail,
    OptionalAttr<DictArrayAttr>:$arg_attrs,
    OptionalAttr<DictArrayAttr>:$res_attrs);
  let results = (outs Variadic<Ruchy_Value>:$results);
  let assemblyFormat = [{
    (`tail` $tail^)? $callee `(` $args `)` attr-dict `:`
    functional-type($args, $results)
  }];
  let extraClassDeclaration = [{
    ::mlir::CallInterfaceCallable getCallableForCallee() {
      return getCalleeAttr();
    }
    void setCalleeFromCallable(::mlir::CallInterfaceCallable callee) {
      setCalleeAttr(::llvm::cast<::mlir::FlatSymbolRefAttr>(
          ::llvm::cast<::mlir::SymbolRefAttr>(callee)));
    }
    operand_range getArgOperands() { return getArgs(); }
    ::mlir::MutableOperandRange getArgOperandsMutable() {
      return getArgsMutable();
    }
    /// The status result in the explicit form, null otherwise.
    ::mlir::Value getErrorResult();
  }];
}

def Ruchy_GlobalOp : RuchyOp<"global", [Symbol]> {
  let summary = "a variable of the top level that functions mention";
  let description = [{
    Unset until the first `ruchy.global.set`. Specialisation gives it the join
    of all values that are set.

    ```mlir
    ruchy.global private @counter : !ruchy.any
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttr:$type,
                       OptionalAttr<StrAttr>:$sym_visibility);
  let assemblyFormat = [{
    custom<Visibility>($sym_visibility) $sym_name `:` $type attr-dict
  }];
  let hasVerifier = 1;
}

def Ruchy_GlobalGetOp : RuchyOp<"global.get", [
    Specializable, StorageUser, FallibleExpanded, OwnEffects,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "read a global variable";
  let description = [{
    `checked` marks a read that may come before the first assignment; it fails
    with `UndefinedVariable`.

    ```mlir
    %0 = ruchy.global.get @counter : !ruchy.any
    %1 = ruchy.global.get checked @counter : !ruchy.any
    ```
  }];
  let arguments = (ins UnitAttr:$checked, FlatSymbolRefAttr:$global);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat =
    "(`checked` $checked^)? $global attr-dict `:` type($result)";
}

def Ruchy_GlobalIsSetOp : RuchyOp<"global.is_set", [
    MemoryEffects<[MemRead]>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "whether a global variable was assigned";
  let description = [{
    ```mlir
    %0 = ruchy.global.is_set @counter
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$global);
  let results = (outs I1:$result);
  let assemblyFormat = "$global attr-dict";
}

def Ruchy_GlobalSetOp : RuchyOp<"global.set", [
    SpecializableOperands, StorageUser, Consumes, MemoryEffects<[MemWrite]>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "assign a global variable";
  let description = [{
    ```mlir
    ruchy.global.set @counter, %v : i64
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$global, Ruchy_Value:$value);
  let assemblyFormat = "$global `,` $value attr-dict `:` type($value)";
}

def Ruchy_GlobalTakeOp : RuchyOp<"global.take", [
    Specializable, StorageUser, FallibleExpanded,
    DeclareOpInterfaceMethods<MemoryEffectsOpInterface>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "move a value out of a global variable";
  let description = [{
    Leaves the variable without a value until it is set again, so that a
    container in it can be changed in place. Nothing may read the variable in
    between.

    ```mlir
    %a = ruchy.global.take @log : !ruchy.array<!ruchy.str>
    %b = ruchy.array.push %a, %line
      : (!ruchy.array<!ruchy.str>, !ruchy.str) -> !ruchy.array<!ruchy.str>
    ruchy.global.set @log, %b : !ruchy.array<!ruchy.str>
    ```
  }];
  let arguments = (ins UnitAttr:$checked, FlatSymbolRefAttr:$global);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat =
    "(`checked` $checked^)? $global attr-dict `:` type($result)";
}

def Ruchy_SlotOp : RuchyOp<"slot", [
    DeclareOpInterfaceMethods<PromotableAllocationOpInterface>]> {
  let summary = "a local variable before promotion to SSA values";
  let description = [{
    Stands in the entry block and is stored to at each declaration.

    ```mlir
    %x = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
    ```
  }];
  let arguments = (ins StrAttr:$name);
  let results = (outs Res<Ruchy_Slot, "", [MemAlloc]>:$result);
  let assemblyFormat = "$name attr-dict `:` qualified(type($result))";
}

def Ruchy_LoadOp : RuchyOp<"load", [
    DeclareOpInterfaceMethods<PromotableMemOpInterface>,
    TypesMatchWith<"the result has the slot's element type", "slot", "result",
                   "::llvm::cast<::ruchy::SlotType>($_self).getElementType()">]> {
  let summary = "read a variable slot";
  let description = [{
    ```mlir
    %0 = ruchy.load %x : !ruchy.slot<!ruchy.any>
    ```
  }];
  let arguments = (ins Arg<Ruchy_Slot, "", [MemRead]>:$slot);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat = "$slot attr-dict `:` qualified(type($slot))";
}

def Ruchy_StoreOp : RuchyOp<"store", [
    DeclareOpInterfaceMethods<PromotableMemOpInterface>]> {
  let summary = "write a variable slot";
  let description = [{
    ```mlir
    ruchy.store %v, %x : i64, !ruchy.slot<!ruchy.any>
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, Arg<Ruchy_Slot, "", [MemWrite]>:$slot);
  let assemblyFormat = [{
    $value `,` $slot attr-dict `:` type($value) `,` qualified(type($slot))
  }];
  let hasVerifier = 1;
}

def Ruchy_CheckSetOp : RuchyOp<"check_set", [
    Specializable, FallibleExpanded, ErrorEffects, ViewsOperand]> {
  let summary = "fail where a variable was not assigned yet";
  let description = [{
    ```mlir
    %1 = ruchy.check_set %0, "x" : (!ruchy.any) -> !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Value:$value, StrAttr:$name);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat =
    "$value `,` $name attr-dict `:` functional-type(operands, results)";
  let hasFolder = 1;
  let extraClassDefinition = ErrorEffectsDefinition.body;
}

def Ruchy_StackEnterOp : RuchyOp<"stack.enter", [
    MemoryEffects<[MemRead, MemWrite]>]> {
  let summary = "whether the stack has no room for another frame";
  let description = [{
    Natively a comparison of the stack pointer with the limit. WebAssembly has
    no stack pointer: there `weight`, an estimate of the frame in bytes, is
    taken from a budget, which `ruchy.stack.leave` gives back.

    ```mlir
    %exhausted = ruchy.stack.enter 96
    ```
  }];
  let arguments = (ins I64Attr:$weight);
  let results = (outs I1:$exhausted);
  let assemblyFormat = "$weight attr-dict";
}

def Ruchy_StackLeaveOp : RuchyOp<"stack.leave", [
    MemoryEffects<[MemRead, MemWrite]>]> {
  let summary = "give the frame's weight back";
  let description = [{
    ```mlir
    ruchy.stack.leave 96
    ```
  }];
  let arguments = (ins I64Attr:$weight);
  let assemblyFormat = "$weight attr-dict";
}

#endif // RUCHY_FUNCTIONOPS_TD
