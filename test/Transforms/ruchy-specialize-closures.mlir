// Function values that are known, functions that escape, cells.
//
// RUN: ruchy-opt %s --ruchy-specialize | FileCheck %s

// The call of a known closure is a call of its function, which finds the
// captured value with its exact type.
// CHECK-LABEL: ruchy.func private @lambda.fn_lambda.i64(%arg0: !ruchy.fn<@lambda>, %arg1: i64) -> i64 attributes {closure}
// CHECK-NEXT: [[V0:%.+]] = ruchy.closure.get %arg0, 0 : (!ruchy.fn<@lambda>) -> i64
// CHECK-NEXT: [[V1:%.+]] = add %arg1, [[V0]] : (i64, i64) -> i64
// CHECK-NEXT: return [[V1]] : i64
ruchy.func private @lambda(%self: !ruchy.any, %x: !ruchy.any) -> !ruchy.any attributes {closure} {
  %k = ruchy.closure.get %self, 0 : (!ruchy.any) -> !ruchy.any
  %0 = ruchy.add %x, %k : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}
// CHECK-LABEL: ruchy.func private @apply.fn_lambda.i64(%arg0: !ruchy.fn<@lambda>, %arg1: i64) -> i64
// CHECK-NEXT: [[V0:%.+]] = call @lambda.fn_lambda.i64(%arg0, %arg1) : (!ruchy.fn<@lambda>, i64) -> i64
// CHECK-NEXT: return [[V0]] : i64
ruchy.func private @apply(%f: !ruchy.any, %x: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.call_value %f(%x) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}
// CHECK-LABEL: ruchy.func @known(%arg0: i64) -> i64
// CHECK-NEXT: [[V0:%.+]] = ruchy.closure.new @lambda.fn_lambda.i64[%arg0] : (i64) -> !ruchy.fn<@lambda>
// CHECK-NEXT: [[V1:%.+]] = call @apply.fn_lambda.i64([[V0]], %arg0) : (!ruchy.fn<@lambda>, i64) -> i64
// CHECK-NEXT: return [[V1]] : i64
ruchy.func @known(%k: i64) -> !ruchy.any {
  %f = ruchy.closure.new @lambda [%k] : (i64) -> !ruchy.any
  %b = ruchy.coerce %k : i64 to !ruchy.any
  %0 = ruchy.call @apply(%f, %b) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// A function that is only known at run time gets a dynamic version.
// CHECK-LABEL: ruchy.func private @inc.any(%arg0: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V1:%.+]] = add %arg0, [[V0]] : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: return [[V1]] : !ruchy.any
ruchy.func private @inc(%x: !ruchy.any) -> !ruchy.any {
  %one = ruchy.constant 1 : i64
  %0 = ruchy.add %x, %one : (!ruchy.any, i64) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}
// CHECK-LABEL: ruchy.func private @dec.any(%arg0: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V1:%.+]] = sub %arg0, [[V0]] : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: return [[V1]] : !ruchy.any
ruchy.func private @dec(%x: !ruchy.any) -> !ruchy.any {
  %one = ruchy.constant 1 : i64
  %0 = ruchy.sub %x, %one : (!ruchy.any, i64) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}
// CHECK-LABEL: ruchy.func @unknown(%arg0: i1, %arg1: i64) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = ruchy.closure.new @inc.any[] : () -> !ruchy.fn<@inc>
// CHECK-NEXT: [[V1:%.+]] = ruchy.closure.new @dec.any[] : () -> !ruchy.fn<@dec>
// CHECK-NEXT: [[V2:%.+]] = coerce [[V0]] : !ruchy.fn<@inc> to !ruchy.any
// CHECK-NEXT: [[V3:%.+]] = coerce [[V1]] : !ruchy.fn<@dec> to !ruchy.any
// CHECK-NEXT: cf.cond_br %arg0, ^bb1([[V2]] : !ruchy.any), ^bb1([[V3]] : !ruchy.any)
// CHECK-NEXT: ^bb1([[V4:%.+]]: !ruchy.any):
// CHECK-NEXT: [[V5:%.+]] = call_value [[V4]](%arg1) : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: return [[V5]] : !ruchy.any
ruchy.func @unknown(%c: i1, %x: i64) -> !ruchy.any {
  %f = ruchy.closure.new @inc [] : () -> !ruchy.any
  %g = ruchy.closure.new @dec [] : () -> !ruchy.any
  cf.cond_br %c, ^call(%f : !ruchy.any), ^call(%g : !ruchy.any)
^call(%h: !ruchy.any):
  %0 = ruchy.call_value %h(%x) : (!ruchy.any, i64) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// With a wrong number of arguments the call stays one of a value.
ruchy.func private @none() -> !ruchy.any {
  %one = ruchy.constant 1 : i64
  %0 = ruchy.coerce %one : i64 to !ruchy.any
  ruchy.return %0 : !ruchy.any
}
// CHECK-LABEL: ruchy.func @arity(%arg0: i64) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = ruchy.closure.new @none_0[] : () -> !ruchy.fn<@none>
// CHECK-NEXT: [[V1:%.+]] = call_value [[V0]](%arg0) : (!ruchy.fn<@none>, i64) -> !ruchy.any
// CHECK-NEXT: return [[V1]] : !ruchy.any
ruchy.func @arity(%x: i64) -> !ruchy.any {
  %f = ruchy.closure.new @none [] : () -> !ruchy.any
  %0 = ruchy.call_value %f(%x) : (!ruchy.any, i64) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// Cells of one variable share their type.
// CHECK-LABEL: ruchy.func @cells(%arg0: i64, %arg1: !ruchy.str) -> !ruchy.tuple<i64, !ruchy.any>
// CHECK-NEXT: [[V0:%.+]] = ruchy.cell.new "i" %arg0 : i64
// CHECK-NEXT: [[V1:%.+]] = ruchy.cell.new "s" %arg0 : i64
// CHECK-NEXT: ruchy.cell.set "s" [[V1]], %arg1 : !ruchy.cell, !ruchy.str
// CHECK-NEXT: [[V2:%.+]] = ruchy.cell.get "i" [[V0]] : (!ruchy.cell) -> i64
// CHECK-NEXT: [[V3:%.+]] = ruchy.cell.get "s" [[V1]] : (!ruchy.cell) -> !ruchy.any
// CHECK-NEXT: [[V4:%.+]] = ruchy.tuple.new[[[V2]], [[V3]]] : (i64, !ruchy.any) -> !ruchy.tuple<i64, !ruchy.any>
// CHECK-NEXT: return [[V4]] : !ruchy.tuple<i64, !ruchy.any>
ruchy.func @cells(%i: i64, %s: !ruchy.str) -> !ruchy.any {
  %c = ruchy.cell.new "i" %i : i64
  %d = ruchy.cell.new "s" %i : i64
  ruchy.cell.set "s" %d, %s : !ruchy.cell, !ruchy.str
  %0 = ruchy.cell.get "i" %c : (!ruchy.cell) -> !ruchy.any
  %1 = ruchy.cell.get "s" %d : (!ruchy.cell) -> !ruchy.any
  %2 = ruchy.tuple.new [%0, %1] : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %2 : !ruchy.any
}
