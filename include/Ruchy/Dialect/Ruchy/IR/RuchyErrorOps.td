//===- RuchyErrorOps.td - Errors and reference counts made explicit -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_ERROROPS_TD
#define RUCHY_ERROROPS_TD

include "mlir/Interfaces/ControlFlowInterfaces.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyOpBase.td"

def Ruchy_RaiseOp : RuchyOp<"raise", [
    Specializable, FallibleExpanded, ErrorEffects]> {
  let summary = "fail always";
  let description = [{
    `kind` names an entry of `ErrorKinds.def`, `text` its static part. The
    result stands for the value that never comes.

    ```mlir
    %0 = ruchy.raise "UndefinedVariable" "x" : !ruchy.any
    %1 = ruchy.raise "Panic" "" (%message) : !ruchy.any
    ```
  }];
  let arguments = (ins StrAttr:$kind, StrAttr:$text,
                       Optional<Ruchy_Str>:$message);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat =
    "$kind $text (`(` $message^ `)`)? attr-dict `:` type($result)";
  let hasVerifier = 1;
  let extraClassDefinition = ErrorEffectsDefinition.body;
}

def Ruchy_UnreachableOp : RuchyOp<"unreachable", [Terminator]> {
  let summary = "a point that control never reaches";
  let description = [{
    ```mlir
    ruchy.unreachable
    ```
  }];
  let assemblyFormat = "attr-dict";
}

def Ruchy_ErrorNoneOp : RuchyOp<"error.none", [Pure]> {
  let summary = "the status of success";
  let description = [{
    ```mlir
    %e = ruchy.error.none
    ```
  }];
  let results = (outs Ruchy_Error:$error);
  let assemblyFormat = "attr-dict";
  let builders = [OpBuilder<(ins), [{
    build($_builder, $_state, ::ruchy::ErrorType::get($_builder.getContext()));
  }]>];
}

def Ruchy_ErrorSiteOp : RuchyOp<"error.site", [Pure]> {
  let summary = "an error without operands: the address of its site";
  let description = [{
    The place is the operation's location.

    ```mlir
    %e = ruchy.error.site "OverflowAdd" ""
    ```
  }];
  let arguments = (ins StrAttr:$kind, StrAttr:$text);
  let results = (outs Ruchy_Error:$error);
  let assemblyFormat = "$kind $text attr-dict";
  let hasVerifier = 1;
  let builders = [OpBuilder<(ins "::llvm::StringRef":$kind,
                                 CArg<"::llvm::StringRef", "\"\"">:$text), [{
    build($_builder, $_state, ::ruchy::ErrorType::get($_builder.getContext()),
          kind, text);
  }]>];
}

def Ruchy_ErrorIndexOp : RuchyOp<"error.index", []> {
  let summary = "the error of an index out of bounds";
  let description = [{
    ```mlir
    %e = ruchy.error.index %i, %a : !ruchy.array<i64>
    ```
  }];
  let arguments = (ins I64:$index, Ruchy_Value:$container);
  let results = (outs Res<Ruchy_Error, "", [MemAlloc]>:$error);
  let assemblyFormat = "$index `,` $container attr-dict `:` type($container)";
  let builders = [OpBuilder<(ins "::mlir::Value":$index,
                                 "::mlir::Value":$container), [{
    build($_builder, $_state, ::ruchy::ErrorType::get($_builder.getContext()),
          index, container);
  }]>];
}

def Ruchy_ErrorMessageOp : RuchyOp<"error.message", [Consumes]> {
  let summary = "an error with a computed message";
  let description = [{
    ```mlir
    %e = ruchy.error.message "Panic" "" %text
    ```
  }];
  let arguments = (ins StrAttr:$kind, StrAttr:$text, Ruchy_Str:$message);
  let results = (outs Ruchy_Error:$error);
  let assemblyFormat = "$kind $text $message attr-dict";
  let hasVerifier = 1;
}

def Ruchy_FailedOp : RuchyOp<"failed", [Pure]> {
  let summary = "whether a status is an error";
  let description = [{
    Where it holds, the other results of the operation that gave the status do
    not exist (unless it says that they are valid on error).

    ```mlir
    %f = ruchy.failed %e
    ```
  }];
  let arguments = (ins Ruchy_Error:$error);
  let results = (outs I1:$result);
  let assemblyFormat = "$error attr-dict";
  let hasFolder = 1;
}

def Ruchy_BacktraceOp : RuchyOp<"backtrace", [MemoryEffects<[MemWrite]>]> {
  let summary = "note that an error leaves a function";
  let description = [{
    Stands where an error leaves a function. `frame` is the name of the
    function and, in a second line, the source line.

    ```mlir
    ruchy.backtrace %e, "half\\nfun half(x) { x / 0 }"
    ```
  }];
  let arguments = (ins Ruchy_Error:$error, StrAttr:$frame);
  let assemblyFormat = "$error `,` $frame attr-dict";
}

def Ruchy_ErrorThrowOp : RuchyOp<"error.throw", [Consumes]> {
  let summary = "the error that `throw` makes of a value";
  let description = [{
    An error object that was caught is thrown again as it is, its place
    included.

    ```mlir
    %e = ruchy.error.throw %v : !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Value:$value);
  let results = (outs Ruchy_Error:$error);
  let assemblyFormat = "$value attr-dict `:` type($value)";
}

def Ruchy_ErrorValueOp : RuchyOp<"error.value", [Specializable]> {
  let summary = "what `catch` binds: the thrown value, or an error object";
  let description = [{
    Takes the error for good.

    ```mlir
    %v = ruchy.error.value %e : !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Error:$error);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat = "$error attr-dict `:` type($result)";
}

def Ruchy_ErrorRelocateOp : RuchyOp<"error.relocate", []> {
  let summary = "the error with this operation's place if it has none";
  let description = [{
    Errors of functions that belong to the compiler (`transparent`) are reported
    where they were called.

    ```mlir
    %e2 = ruchy.error.relocate %e
    ```
  }];
  let arguments = (ins Ruchy_Error:$error);
  let results = (outs Ruchy_Error:$result);
  let assemblyFormat = "$error attr-dict";
}

def Ruchy_FailOp : RuchyOp<"fail", [Terminator, Consumes]> {
  let summary = "leave the function with an error";
  let description = [{
    `updated` are the final values of the in-out parameters: a failure keeps
    what was done to them. `ruchy-lower-errors` makes it a `ruchy.return`.

    ```mlir
    ruchy.fail %e
    ruchy.fail %e, %self : !ruchy.any
    ```
  }];
  let arguments = (ins Ruchy_Error:$error, Variadic<Ruchy_Value>:$updated);
  let assemblyFormat = "$error (`,` $updated^ `:` type($updated))? attr-dict";
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Reference counts
//===----------------------------------------------------------------------===//

def Ruchy_DupOp : RuchyOp<"rc.dup", [AllTypesMatch<["value", "result"]>]> {
  let summary = "one more owner of a heap value";
  let description = [{
    ```mlir
    %1 = ruchy.rc.dup %0 : !ruchy.str
    ```
  }];
  let arguments = (ins Ruchy_Value:$value);
  let results = (outs Ruchy_Value:$result);
  let assemblyFormat = "$value attr-dict `:` type($value)";
  let hasVerifier = 1;
}

def Ruchy_DropOp : RuchyOp<"rc.drop", [Consumes]> {
  let summary = "one owner of a heap value less";
  let description = [{
    Frees the value with its last owner.

    ```mlir
    ruchy.rc.drop %0 : !ruchy.str
    ```
  }];
  let arguments = (ins Ruchy_Value:$value);
  let assemblyFormat = "$value attr-dict `:` type($value)";
  let hasVerifier = 1;
}

#endif // RUCHY_ERROROPS_TD
