// Signatures of recursive functions.
//
// RUN: ruchy-opt %s --ruchy-specialize=max-signatures=10 | FileCheck %s

// The result of the recursive call is that of the base case.
// CHECK-LABEL: ruchy.func private @fib.i64(%arg0: i64) -> i64
// CHECK-NEXT: [[V0:%.+]] = constant 2 : i64
// CHECK-NEXT: [[V1:%.+]] = constant 1 : i64
// CHECK-NEXT: [[RESULT:%.+]] = lt %arg0, [[V0]] : (i64, i64) -> i1
// CHECK-NEXT: cf.cond_br [[RESULT]], ^bb2(%arg0 : i64), ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[RESULT_0:%.+]] = sub %arg0, [[V1]] : (i64, i64) -> i64
// CHECK-NEXT: [[V2:%.+]] = call @fib.i64([[RESULT_0]]) : (i64) -> i64
// CHECK-NEXT: [[RESULT_1:%.+]] = sub %arg0, [[V0]] : (i64, i64) -> i64
// CHECK-NEXT: [[V3:%.+]] = call @fib.i64([[RESULT_1]]) : (i64) -> i64
// CHECK-NEXT: [[RESULT_2:%.+]] = add [[V2]], [[V3]] : (i64, i64) -> i64
// CHECK-NEXT: cf.br ^bb2([[RESULT_2]] : i64)
// CHECK-NEXT: ^bb2([[V4:%.+]]: i64):
// CHECK-NEXT: return [[V4]] : i64
ruchy.func private @fib(%n: !ruchy.any) -> !ruchy.any {
  %two = ruchy.constant 2 : i64
  %one = ruchy.constant 1 : i64
  %0 = ruchy.lt %n, %two : (!ruchy.any, i64) -> i1
  cf.cond_br %0, ^end(%n : !ruchy.any), ^rec
^rec:
  %1 = ruchy.sub %n, %one : (!ruchy.any, i64) -> !ruchy.any
  %2 = ruchy.call @fib(%1) : (!ruchy.any) -> !ruchy.any
  %3 = ruchy.sub %n, %two : (!ruchy.any, i64) -> !ruchy.any
  %4 = ruchy.call @fib(%3) : (!ruchy.any) -> !ruchy.any
  %5 = ruchy.add %2, %4 : (!ruchy.any, !ruchy.any) -> !ruchy.any
  cf.br ^end(%5 : !ruchy.any)
^end(%r: !ruchy.any):
  ruchy.return %r : !ruchy.any
}

// CHECK-LABEL: ruchy.func private @even.i64(%arg0: i64) -> i1
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V2:%.+]] = eq %arg0, [[V0]] : i64, i64
// CHECK-NEXT: cf.cond_br [[V2]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V3:%.+]] = constant true
// CHECK-NEXT: return [[V3]] : i1
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[RESULT:%.+]] = sub %arg0, [[V1]] : (i64, i64) -> i64
// CHECK-NEXT: [[V4:%.+]] = call @odd.i64([[RESULT]]) : (i64) -> i1
// CHECK-NEXT: return [[V4]] : i1
ruchy.func private @even(%n: !ruchy.any) -> !ruchy.any {
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %0 = ruchy.eq %n, %zero : !ruchy.any, i64
  cf.cond_br %0, ^done, ^rec
^done:
  %true = ruchy.constant true
  %x = ruchy.coerce %true : i1 to !ruchy.any
  ruchy.return %x : !ruchy.any
^rec:
  %1 = ruchy.sub %n, %one : (!ruchy.any, i64) -> !ruchy.any
  %2 = ruchy.call @odd(%1) : (!ruchy.any) -> !ruchy.any
  ruchy.return %2 : !ruchy.any
}

// CHECK-LABEL: ruchy.func private @odd.i64(%arg0: i64) -> i1
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V2:%.+]] = eq %arg0, [[V0]] : i64, i64
// CHECK-NEXT: cf.cond_br [[V2]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V3:%.+]] = constant false
// CHECK-NEXT: return [[V3]] : i1
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[RESULT:%.+]] = sub %arg0, [[V1]] : (i64, i64) -> i64
// CHECK-NEXT: [[V4:%.+]] = call @even.i64([[RESULT]]) : (i64) -> i1
// CHECK-NEXT: return [[V4]] : i1
ruchy.func private @odd(%n: !ruchy.any) -> !ruchy.any {
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %0 = ruchy.eq %n, %zero : !ruchy.any, i64
  cf.cond_br %0, ^done, ^rec
^done:
  %false = ruchy.constant false
  %x = ruchy.coerce %false : i1 to !ruchy.any
  ruchy.return %x : !ruchy.any
^rec:
  %1 = ruchy.sub %n, %one : (!ruchy.any, i64) -> !ruchy.any
  %2 = ruchy.call @even(%1) : (!ruchy.any) -> !ruchy.any
  ruchy.return %2 : !ruchy.any
}

// Functions in a cycle of tail calls give the same type: a conversion behind
// the call would need the caller's frame.
// CHECK-LABEL: ruchy.func private @ping.i64.i1(%arg0: i64, %arg1: i1) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = truthy %arg1 : i1
// CHECK-NEXT: cf.cond_br [[V0]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = coerce %arg0 : i64 to !ruchy.any
// CHECK-NEXT: return [[V1]] : !ruchy.any
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = call @pong.i64.i1(%arg0, %arg1) : (i64, i1) -> !ruchy.any
// CHECK-NEXT: return [[V2]] : !ruchy.any
ruchy.func private @ping(%n: !ruchy.any, %c: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.truthy %c : !ruchy.any
  cf.cond_br %0, ^done, ^rec
^done:
  ruchy.return %n : !ruchy.any
^rec:
  %1 = ruchy.call @pong(%n, %c) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %1 : !ruchy.any
}

// CHECK-LABEL: ruchy.func private @pong.i64.i1(%arg0: i64, %arg1: i1) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = truthy %arg1 : i1
// CHECK-NEXT: cf.cond_br [[V0]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = to_string %arg0 display : i64
// CHECK-NEXT: [[V2:%.+]] = coerce [[V1]] : !ruchy.str to !ruchy.any
// CHECK-NEXT: return [[V2]] : !ruchy.any
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V3:%.+]] = call @ping.i64.i1(%arg0, %arg1) : (i64, i1) -> !ruchy.any
// CHECK-NEXT: return [[V3]] : !ruchy.any
ruchy.func private @pong(%n: !ruchy.any, %c: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.truthy %c : !ruchy.any
  cf.cond_br %0, ^done, ^rec
^done:
  %text = ruchy.to_string %n display : !ruchy.any
  %x = ruchy.coerce %text : !ruchy.str to !ruchy.any
  ruchy.return %x : !ruchy.any
^rec:
  %1 = ruchy.call @ping(%n, %c) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %1 : !ruchy.any
}

// The type that grows with each call ends at the third level.
// CHECK-LABEL: ruchy.func private @nest.i64.i1(%arg0: i64, %arg1: i1) -> i64
// CHECK-NEXT: [[V0:%.+]] = truthy %arg1 : i1
// CHECK-NEXT: cf.cond_br [[V0]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: return %arg0 : i64
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V1:%.+]] = ruchy.array.new[%arg0] : (i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[V2:%.+]] = call @nest.array_i64.i1([[V1]], %arg1) : (!ruchy.array<i64>, i1) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = len [[V2]] : (!ruchy.any) -> i64
// CHECK-NEXT: return [[RESULT]] : i64
// CHECK-LABEL: ruchy.func private @nest.array_i64.i1(%arg0: !ruchy.array<i64>, %arg1: i1) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = truthy %arg1 : i1
// CHECK-NEXT: cf.cond_br [[V0]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = coerce %arg0 : !ruchy.array<i64> to !ruchy.any
// CHECK-NEXT: return [[V1]] : !ruchy.any
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = ruchy.array.new[%arg0] : (!ruchy.array<i64>) -> !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: [[V3:%.+]] = call @nest.array_array_i64.i1([[V2]], %arg1) : (!ruchy.array<!ruchy.array<i64>>, i1) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = len [[V3]] : (!ruchy.any) -> i64
// CHECK-NEXT: [[V4:%.+]] = coerce [[RESULT]] : i64 to !ruchy.any
// CHECK-NEXT: return [[V4]] : !ruchy.any
// CHECK-LABEL: ruchy.func private @nest.array_array_i64.i1(%arg0: !ruchy.array<!ruchy.array<i64>>, %arg1: i1) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = truthy %arg1 : i1
// CHECK-NEXT: cf.cond_br [[V0]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = coerce %arg0 : !ruchy.array<!ruchy.array<i64>> to !ruchy.any
// CHECK-NEXT: return [[V1]] : !ruchy.any
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = ruchy.array.new[%arg0] : (!ruchy.array<!ruchy.array<i64>>) -> !ruchy.array<!ruchy.array<!ruchy.array<i64>>>
// CHECK-NEXT: [[V3:%.+]] = call @nest.array_array_array_i64.i1([[V2]], %arg1) : (!ruchy.array<!ruchy.array<!ruchy.array<i64>>>, i1) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = len [[V3]] : (!ruchy.any) -> i64
// CHECK-NEXT: [[V4:%.+]] = coerce [[RESULT]] : i64 to !ruchy.any
// CHECK-NEXT: return [[V4]] : !ruchy.any
// CHECK-LABEL: ruchy.func private @nest.array_array_array_i64.i1(%arg0: !ruchy.array<!ruchy.array<!ruchy.array<i64>>>, %arg1: i1) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = truthy %arg1 : i1
// CHECK-NEXT: cf.cond_br [[V0]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = coerce %arg0 : !ruchy.array<!ruchy.array<!ruchy.array<i64>>> to !ruchy.any
// CHECK-NEXT: return [[V1]] : !ruchy.any
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = coerce %arg0 : !ruchy.array<!ruchy.array<!ruchy.array<i64>>> to !ruchy.any
// CHECK-NEXT: [[V3:%.+]] = ruchy.array.new{{\[}}[[V2]]] : (!ruchy.any) -> !ruchy.array<!ruchy.any>
// CHECK-NEXT: [[V4:%.+]] = call @nest.array_any.i1([[V3]], %arg1) : (!ruchy.array<!ruchy.any>, i1) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = len [[V4]] : (!ruchy.any) -> i64
// CHECK-NEXT: [[V5:%.+]] = coerce [[RESULT]] : i64 to !ruchy.any
// CHECK-NEXT: return [[V5]] : !ruchy.any
// CHECK-LABEL: ruchy.func private @nest.array_any.i1(%arg0: !ruchy.array<!ruchy.any>, %arg1: i1) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = truthy %arg1 : i1
// CHECK-NEXT: cf.cond_br [[V0]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = coerce %arg0 : !ruchy.array<!ruchy.any> to !ruchy.any
// CHECK-NEXT: return [[V1]] : !ruchy.any
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = ruchy.array.new[%arg0] : (!ruchy.array<!ruchy.any>) -> !ruchy.array<!ruchy.array<!ruchy.any>>
// CHECK-NEXT: [[V3:%.+]] = call @nest.array_array_any.i1([[V2]], %arg1) : (!ruchy.array<!ruchy.array<!ruchy.any>>, i1) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = len [[V3]] : (!ruchy.any) -> i64
// CHECK-NEXT: [[V4:%.+]] = coerce [[RESULT]] : i64 to !ruchy.any
// CHECK-NEXT: return [[V4]] : !ruchy.any
// CHECK-LABEL: ruchy.func private @nest.array_array_any.i1(%arg0: !ruchy.array<!ruchy.array<!ruchy.any>>, %arg1: i1) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = truthy %arg1 : i1
// CHECK-NEXT: cf.cond_br [[V0]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = coerce %arg0 : !ruchy.array<!ruchy.array<!ruchy.any>> to !ruchy.any
// CHECK-NEXT: return [[V1]] : !ruchy.any
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = ruchy.array.new[%arg0] : (!ruchy.array<!ruchy.array<!ruchy.any>>) -> !ruchy.array<!ruchy.array<!ruchy.array<!ruchy.any>>>
// CHECK-NEXT: [[V3:%.+]] = call @nest.array_array_array_any.i1([[V2]], %arg1) : (!ruchy.array<!ruchy.array<!ruchy.array<!ruchy.any>>>, i1) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = len [[V3]] : (!ruchy.any) -> i64
// CHECK-NEXT: [[V4:%.+]] = coerce [[RESULT]] : i64 to !ruchy.any
// CHECK-NEXT: return [[V4]] : !ruchy.any
// CHECK-LABEL: ruchy.func private @nest.array_array_array_any.i1(%arg0: !ruchy.array<!ruchy.array<!ruchy.array<!ruchy.any>>>, %arg1: i1) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = truthy %arg1 : i1
// CHECK-NEXT: cf.cond_br [[V0]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = coerce %arg0 : !ruchy.array<!ruchy.array<!ruchy.array<!ruchy.any>>> to !ruchy.any
// CHECK-NEXT: return [[V1]] : !ruchy.any
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = coerce %arg0 : !ruchy.array<!ruchy.array<!ruchy.array<!ruchy.any>>> to !ruchy.any
// CHECK-NEXT: [[V3:%.+]] = ruchy.array.new{{\[}}[[V2]]] : (!ruchy.any) -> !ruchy.array<!ruchy.any>
// CHECK-NEXT: [[V4:%.+]] = call @nest.array_any.i1([[V3]], %arg1) : (!ruchy.array<!ruchy.any>, i1) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = len [[V4]] : (!ruchy.any) -> i64
// CHECK-NEXT: [[V5:%.+]] = coerce [[RESULT]] : i64 to !ruchy.any
// CHECK-NEXT: return [[V5]] : !ruchy.any
ruchy.func private @nest(%x: !ruchy.any, %n: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.truthy %n : !ruchy.any
  cf.cond_br %0, ^done, ^rec
^done:
  ruchy.return %x : !ruchy.any
^rec:
  %1 = ruchy.array.new [%x] : (!ruchy.any) -> !ruchy.any
  %2 = ruchy.call @nest(%1, %n) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  %3 = ruchy.len %2 : (!ruchy.any) -> i64
  %4 = ruchy.coerce %3 : i64 to !ruchy.any
  ruchy.return %4 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @calls(%arg0: i64, %arg1: i1) -> i64
// CHECK-NEXT: [[V0:%.+]] = call @fib.i64(%arg0) : (i64) -> i64
// CHECK-NEXT: [[V1:%.+]] = call @even.i64([[V0]]) : (i64) -> i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: [[V2:%.+]] = call @ping.i64.i1(%arg0, %arg1) : (i64, i1) -> !ruchy.any
// CHECK-NEXT: print stdout [[V2]] : !ruchy.any
// CHECK-NEXT: [[V3:%.+]] = call @nest.i64.i1(%arg0, %arg1) : (i64, i1) -> i64
// CHECK-NEXT: return [[V3]] : i64
ruchy.func @calls(%i: i64, %c: i1) -> !ruchy.any {
  %x = ruchy.coerce %i : i64 to !ruchy.any
  %y = ruchy.coerce %c : i1 to !ruchy.any
  %0 = ruchy.call @fib(%x) : (!ruchy.any) -> !ruchy.any
  %1 = ruchy.call @even(%0) : (!ruchy.any) -> !ruchy.any
  ruchy.print stdout %1 : !ruchy.any
  %2 = ruchy.call @ping(%x, %y) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.print stdout %2 : !ruchy.any
  %3 = ruchy.call @nest(%x, %y) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %3 : !ruchy.any
}
