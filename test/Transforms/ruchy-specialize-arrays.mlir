// Element types, coercions of arrays and globals.
//
// RUN: ruchy-opt %s --ruchy-specialize | FileCheck %s

// CHECK-LABEL: ruchy.global private @log : !ruchy.array<!ruchy.str>
ruchy.global private @log : !ruchy.any

// CHECK-LABEL: ruchy.global private @mixed : !ruchy.any
ruchy.global private @mixed : !ruchy.any

// CHECK-LABEL: ruchy.global private @never_set : !ruchy.any
ruchy.global private @never_set : !ruchy.any

// The empty array is made of the type that it gets.
// CHECK-LABEL: ruchy.func @fresh(%arg0: i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[V0:%.+]] = ruchy.array.new[] : () -> !ruchy.array<i64>
// CHECK-NEXT: cf.br ^bb1([[V0]] : !ruchy.array<i64>)
// CHECK-NEXT: ^bb1([[V1:%.+]]: !ruchy.array<i64>):
// CHECK-NEXT: [[RESULT:%.+]] = len [[V1]] : (!ruchy.array<i64>) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = lt [[RESULT]], %arg0 : (i64, i64) -> i1
// CHECK-NEXT: cf.cond_br [[RESULT_0]], ^bb2, ^bb3
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[RESULT_1:%.+]], [[UPDATED:%.+]] = ruchy.method.mut "push" [[V1]](%arg0) : (!ruchy.array<i64>, i64) -> (!ruchy.nil, !ruchy.array<i64>)
// CHECK-NEXT: cf.br ^bb1([[UPDATED]] : !ruchy.array<i64>)
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: return [[V1]] : !ruchy.array<i64>
ruchy.func @fresh(%n: i64) -> !ruchy.any {
  %x = ruchy.coerce %n : i64 to !ruchy.any
  %0 = ruchy.array.new [] : () -> !ruchy.any
  cf.br ^head(%0 : !ruchy.any)
^head(%a: !ruchy.any):
  %1 = ruchy.len %a : (!ruchy.any) -> i64
  %2 = ruchy.lt %1, %x : (i64, !ruchy.any) -> i1
  cf.cond_br %2, ^body, ^exit
^body:
  %3, %4 = ruchy.method.mut "push" %a(%x) : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.any)
  cf.br ^head(%4 : !ruchy.any)
^exit:
  ruchy.return %a : !ruchy.any
}

// Elements of two kinds are boxed; the array itself keeps its type.
// CHECK-LABEL: ruchy.func @mixed_elements(%arg0: i64, %arg1: !ruchy.str) -> !ruchy.array<!ruchy.any>
// CHECK-NEXT: [[V0:%.+]] = coerce %arg0 : i64 to !ruchy.any
// CHECK-NEXT: [[V1:%.+]] = coerce %arg1 : !ruchy.str to !ruchy.any
// CHECK-NEXT: [[V2:%.+]] = ruchy.array.new{{\[}}[[V0]], [[V1]]] : (!ruchy.any, !ruchy.any) -> !ruchy.array<!ruchy.any>
// CHECK-NEXT: return [[V2]] : !ruchy.array<!ruchy.any>
ruchy.func @mixed_elements(%i: i64, %s: !ruchy.str) -> !ruchy.any {
  %x = ruchy.coerce %i : i64 to !ruchy.any
  %y = ruchy.coerce %s : !ruchy.str to !ruchy.any
  %0 = ruchy.array.new [%x, %y] : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @widened_by_store(%arg0: i64, %arg1: !ruchy.str) -> !ruchy.array<!ruchy.any>
// CHECK-NEXT: [[V0:%.+]] = ruchy.array.new[%arg0] : (i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[V1:%.+]] = coerce [[V0]] : !ruchy.array<i64> to !ruchy.array<!ruchy.any>
// CHECK-NEXT: [[V2:%.+]] = coerce %arg1 : !ruchy.str to !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = ruchy.place.set [[V1]][%arg0], [[V2]] : (!ruchy.array<!ruchy.any>, i64, !ruchy.any) -> !ruchy.array<!ruchy.any>
// CHECK-NEXT: return [[RESULT]] : !ruchy.array<!ruchy.any>
ruchy.func @widened_by_store(%i: i64, %s: !ruchy.str) -> !ruchy.any {
  %x = ruchy.coerce %i : i64 to !ruchy.any
  %y = ruchy.coerce %s : !ruchy.str to !ruchy.any
  %0 = ruchy.array.new [%x] : (!ruchy.any) -> !ruchy.any
  %1 = ruchy.place.set %0[%x], %y : (!ruchy.any, !ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %1 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @nested_store(%arg0: !ruchy.array<!ruchy.array<i64>>, %arg1: i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[RESULT:%.+]] = ruchy.place.set %arg0[%arg1, %arg1], %arg1 : (!ruchy.array<!ruchy.array<i64>>, i64, i64, i64) -> !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: [[RESULT_0:%.+]], [[UPDATED:%.+]] = ruchy.place.method [[RESULT]][%arg1] "push"(%arg1) : (!ruchy.array<!ruchy.array<i64>>, i64, i64) -> (!ruchy.nil, !ruchy.array<!ruchy.array<i64>>)
// CHECK-NEXT: [[RESULT_1:%.+]] = index [[UPDATED]], %arg1 : (!ruchy.array<!ruchy.array<i64>>, i64) -> !ruchy.array<i64>
// CHECK-NEXT: return [[RESULT_1]] : !ruchy.array<i64>
ruchy.func @nested_store(%m: !ruchy.array<!ruchy.array<i64>>, %i: i64) -> !ruchy.any {
  %x = ruchy.coerce %m : !ruchy.array<!ruchy.array<i64>> to !ruchy.any
  %y = ruchy.coerce %i : i64 to !ruchy.any
  %0 = ruchy.place.set %x[%y, %y], %y : (!ruchy.any, !ruchy.any, !ruchy.any, !ruchy.any) -> !ruchy.any
  %1, %2 = ruchy.place.method %0[%y] "push"(%y) : (!ruchy.any, !ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.any)
  %3 = ruchy.index %2, %y : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %3 : !ruchy.any
}

// Arrays are covariant: both branches become an array of anything.
// CHECK-LABEL: ruchy.func @covariant(%arg0: i1, %arg1: !ruchy.array<i64>, %arg2: !ruchy.array<!ruchy.str>) -> !ruchy.array<!ruchy.any>
// CHECK-NEXT: [[V0:%.+]] = coerce %arg1 : !ruchy.array<i64> to !ruchy.array<!ruchy.any>
// CHECK-NEXT: [[V1:%.+]] = coerce %arg2 : !ruchy.array<!ruchy.str> to !ruchy.array<!ruchy.any>
// CHECK-NEXT: cf.cond_br %arg0, ^bb1([[V0]] : !ruchy.array<!ruchy.any>), ^bb1([[V1]] : !ruchy.array<!ruchy.any>)
// CHECK-NEXT: ^bb1([[V2:%.+]]: !ruchy.array<!ruchy.any>):
// CHECK-NEXT: return [[V2]] : !ruchy.array<!ruchy.any>
ruchy.func @covariant(%c: i1, %a: !ruchy.array<i64>, %b: !ruchy.array<!ruchy.str>) -> !ruchy.any {
  %x = ruchy.coerce %a : !ruchy.array<i64> to !ruchy.any
  %y = ruchy.coerce %b : !ruchy.array<!ruchy.str> to !ruchy.any
  cf.cond_br %c, ^end(%x : !ruchy.any), ^end(%y : !ruchy.any)
^end(%r: !ruchy.any):
  ruchy.return %r : !ruchy.any
}

// CHECK-LABEL: ruchy.func @iteration(%arg0: !ruchy.str) -> !ruchy.str
// CHECK-NEXT: [[RESULT:%.+]] = iter %arg0 : (!ruchy.str) -> !ruchy.array<!ruchy.str>
// CHECK-NEXT: [[POSITION:%.+]], [[MORE:%.+]] = ruchy.iter.start [[RESULT]] : !ruchy.array<!ruchy.str>
// CHECK-NEXT: [[V0:%.+]] = ruchy.iter.value [[RESULT]], [[POSITION]] : (!ruchy.array<!ruchy.str>) -> !ruchy.str
// CHECK-NEXT: return [[V0]] : !ruchy.str
ruchy.func @iteration(%s: !ruchy.str) -> !ruchy.any {
  %x = ruchy.coerce %s : !ruchy.str to !ruchy.any
  %0 = ruchy.iter %x : (!ruchy.any) -> !ruchy.any
  %i, %more = ruchy.iter.start %0 : !ruchy.any
  %1 = ruchy.iter.value %0, %i : (!ruchy.any) -> !ruchy.any
  ruchy.return %1 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @range(%arg0: i64) -> i64
// CHECK-NEXT: [[V0:%.+]] = range %arg0, %arg0 : (i64, i64) -> !ruchy.range
// CHECK-NEXT: [[RESULT:%.+]] = iter [[V0]] : (!ruchy.range) -> !ruchy.range
// CHECK-NEXT: [[POSITION:%.+]], [[MORE:%.+]] = ruchy.iter.start [[RESULT]] : !ruchy.range
// CHECK-NEXT: [[V1:%.+]] = ruchy.iter.value [[RESULT]], [[POSITION]] : (!ruchy.range) -> i64
// CHECK-NEXT: return [[V1]] : i64
ruchy.func @range(%n: i64) -> !ruchy.any {
  %x = ruchy.coerce %n : i64 to !ruchy.any
  %0 = ruchy.range %x, %x : (!ruchy.any, !ruchy.any) -> !ruchy.any
  %1 = ruchy.iter %0 : (!ruchy.any) -> !ruchy.any
  %i, %more = ruchy.iter.start %1 : !ruchy.any
  %2 = ruchy.iter.value %1, %i : (!ruchy.any) -> !ruchy.any
  ruchy.return %2 : !ruchy.any
}

// A global has the join of all that is assigned to it.
// CHECK-LABEL: ruchy.func @globals(%arg0: i64, %arg1: !ruchy.str) -> !ruchy.array<!ruchy.str>
// CHECK-NEXT: [[V0:%.+]] = ruchy.array.new[] : () -> !ruchy.array<!ruchy.str>
// CHECK-NEXT: ruchy.global.set @log, [[V0]] : !ruchy.array<!ruchy.str>
// CHECK-NEXT: [[V1:%.+]] = ruchy.global.take @log : !ruchy.array<!ruchy.str>
// CHECK-NEXT: [[RESULT:%.+]], [[UPDATED:%.+]] = ruchy.method.mut "push" [[V1]](%arg1) : (!ruchy.array<!ruchy.str>, !ruchy.str) -> (!ruchy.nil, !ruchy.array<!ruchy.str>)
// CHECK-NEXT: ruchy.global.set @log, [[UPDATED]] : !ruchy.array<!ruchy.str>
// CHECK-NEXT: [[V2:%.+]] = coerce %arg0 : i64 to !ruchy.any
// CHECK-NEXT: ruchy.global.set @mixed, [[V2]] : !ruchy.any
// CHECK-NEXT: [[V3:%.+]] = coerce %arg1 : !ruchy.str to !ruchy.any
// CHECK-NEXT: ruchy.global.set @mixed, [[V3]] : !ruchy.any
// CHECK-NEXT: [[V4:%.+]] = ruchy.global.get checked @log : !ruchy.array<!ruchy.str>
// CHECK-NEXT: return [[V4]] : !ruchy.array<!ruchy.str>
ruchy.func @globals(%i: i64, %s: !ruchy.str) -> !ruchy.any {
  %x = ruchy.coerce %i : i64 to !ruchy.any
  %y = ruchy.coerce %s : !ruchy.str to !ruchy.any
  %0 = ruchy.array.new [] : () -> !ruchy.any
  ruchy.global.set @log, %0 : !ruchy.any
  %1 = ruchy.global.take @log : !ruchy.any
  %2, %3 = ruchy.method.mut "push" %1(%y) : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.any)
  ruchy.global.set @log, %3 : !ruchy.any
  ruchy.global.set @mixed, %x : !ruchy.any
  ruchy.global.set @mixed, %y : !ruchy.any
  %4 = ruchy.global.get checked @log : !ruchy.any
  ruchy.return %4 : !ruchy.any
}
