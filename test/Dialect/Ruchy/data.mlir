// Arrays, indexing, places, ranges and iteration through text, the generic
// form and bytecode.
//
// RUN: ruchy-opt %s --verify-roundtrip | FileCheck %s
// RUN: ruchy-opt %s | ruchy-opt | FileCheck %s
// RUN: ruchy-opt %s -mlir-print-op-generic | ruchy-opt | FileCheck %s

// CHECK-LABEL: ruchy.func @index(%arg0: !ruchy.array<i64>, %arg1: !ruchy.str, %arg2: !ruchy.any, %arg3: !ruchy.range, %arg4: i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = index %arg0, %arg4 : (!ruchy.array<i64>, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = index %arg0, %arg3 : (!ruchy.array<i64>, !ruchy.range) -> !ruchy.array<i64>
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = index %arg1, %arg4 : (!ruchy.str, i64) -> (!ruchy.str, !ruchy.error)
// CHECK-NEXT: [[RESULT_2:%.+]], [[ERROR_3:%.+]] = index %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: return [[RESULT_2]] : !ruchy.any
ruchy.func @index(%a: !ruchy.array<i64>, %s: !ruchy.str, %x: !ruchy.any, %r: !ruchy.range, %i: i64) -> !ruchy.any {
  %0 = ruchy.index %a, %i : (!ruchy.array<i64>, i64) -> i64
  %1 = ruchy.index %a, %r : (!ruchy.array<i64>, !ruchy.range) -> !ruchy.array<i64>
  %2, %e2 = ruchy.index %s, %i : (!ruchy.str, i64) -> (!ruchy.str, !ruchy.error)
  %3, %e3 = ruchy.index %x, %x : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  ruchy.return %3 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @slice(%arg0: !ruchy.array<i64>, %arg1: !ruchy.str, %arg2: i64, %arg3: !ruchy.nil) -> !ruchy.str
// CHECK-NEXT: [[RESULT:%.+]] = slice %arg0, %arg2, %arg2 : (!ruchy.array<i64>, i64, i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[RESULT_0:%.+]] = slice %arg1, %arg3, %arg2 inclusive : (!ruchy.str, !ruchy.nil, i64) -> !ruchy.str
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = slice %arg1, %arg3, %arg3 : (!ruchy.str, !ruchy.nil, !ruchy.nil) -> (!ruchy.str, !ruchy.error)
// CHECK-NEXT: return [[RESULT_1]] : !ruchy.str
ruchy.func @slice(%a: !ruchy.array<i64>, %s: !ruchy.str, %i: i64, %n: !ruchy.nil) -> !ruchy.str {
  %0 = ruchy.slice %a, %i, %i : (!ruchy.array<i64>, i64, i64) -> !ruchy.array<i64>
  %1 = ruchy.slice %s, %n, %i inclusive : (!ruchy.str, !ruchy.nil, i64) -> !ruchy.str
  %2, %e = ruchy.slice %s, %n, %n : (!ruchy.str, !ruchy.nil, !ruchy.nil) -> (!ruchy.str, !ruchy.error)
  ruchy.return %2 : !ruchy.str
}

// CHECK-LABEL: ruchy.func @len(%arg0: !ruchy.array<i64>, %arg1: !ruchy.any) -> i64
// CHECK-NEXT: [[RESULT:%.+]] = len %arg0 : (!ruchy.array<i64>) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]], [[ERROR:%.+]] = len %arg1 : (!ruchy.any) -> (i64, !ruchy.error)
// CHECK-NEXT: return [[RESULT_0]] : i64
ruchy.func @len(%a: !ruchy.array<i64>, %x: !ruchy.any) -> i64 {
  %0 = ruchy.len %a : (!ruchy.array<i64>) -> i64
  %1, %e = ruchy.len %x : (!ruchy.any) -> (i64, !ruchy.error)
  ruchy.return %1 : i64
}

// CHECK-LABEL: ruchy.func @in(%arg0: !ruchy.array<i64>, %arg1: !ruchy.any, %arg2: i64) -> i1
// CHECK-NEXT: [[RESULT:%.+]] = in %arg2, %arg0 : (i64, !ruchy.array<i64>) -> i1
// CHECK-NEXT: [[RESULT_0:%.+]], [[ERROR:%.+]] = in %arg2, %arg1 : (i64, !ruchy.any) -> (i1, !ruchy.error)
// CHECK-NEXT: return [[RESULT_0]] : i1
ruchy.func @in(%a: !ruchy.array<i64>, %x: !ruchy.any, %i: i64) -> i1 {
  %0 = ruchy.in %i, %a : (i64, !ruchy.array<i64>) -> i1
  %1, %e = ruchy.in %i, %x : (i64, !ruchy.any) -> (i1, !ruchy.error)
  ruchy.return %1 : i1
}

// CHECK-LABEL: ruchy.func @place_set(%arg0: !ruchy.array<!ruchy.array<i64>>, %arg1: !ruchy.any, %arg2: i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = ruchy.place.set %arg0[%arg2, %arg2], %arg2 : (!ruchy.array<!ruchy.array<i64>>, i64, i64, i64) -> !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: [[RESULT_0:%.+]], [[ERROR:%.+]] = ruchy.place.set %arg1[%arg1], %arg2 : (!ruchy.any, !ruchy.any, i64) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: return [[RESULT_0]] : !ruchy.any
ruchy.func @place_set(%m: !ruchy.array<!ruchy.array<i64>>, %x: !ruchy.any, %i: i64) -> !ruchy.any {
  %0 = ruchy.place.set %m[%i, %i], %i : (!ruchy.array<!ruchy.array<i64>>, i64, i64, i64) -> !ruchy.array<!ruchy.array<i64>>
  %1, %e = ruchy.place.set %x[%x], %i : (!ruchy.any, !ruchy.any, i64) -> (!ruchy.any, !ruchy.error)
  ruchy.return %1 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @place_method(%arg0: !ruchy.array<!ruchy.array<i64>>, %arg1: !ruchy.any, %arg2: i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]], [[UPDATED:%.+]] = ruchy.place.method %arg0[%arg2] "push"(%arg2) : (!ruchy.array<!ruchy.array<i64>>, i64, i64) -> (!ruchy.nil, !ruchy.array<!ruchy.array<i64>>)
// CHECK-NEXT: [[RESULT_0:%.+]], [[UPDATED_1:%.+]] = ruchy.place.method %arg0[%arg2] "pop"() : (!ruchy.array<!ruchy.array<i64>>, i64) -> (!ruchy.any, !ruchy.array<!ruchy.array<i64>>)
// CHECK-NEXT: [[RESULT_2:%.+]], [[UPDATED_3:%.+]], [[ERROR:%.+]] = ruchy.place.method %arg1[%arg1, %arg2] "insert"(%arg2, %arg2) : (!ruchy.any, !ruchy.any, i64, i64, i64) -> (!ruchy.any, !ruchy.any, !ruchy.error)
// CHECK-NEXT: return [[UPDATED_3]] : !ruchy.any
ruchy.func @place_method(%m: !ruchy.array<!ruchy.array<i64>>, %x: !ruchy.any, %i: i64) -> !ruchy.any {
  %0, %1 = ruchy.place.method %m[%i] "push"(%i) : (!ruchy.array<!ruchy.array<i64>>, i64, i64) -> (!ruchy.nil, !ruchy.array<!ruchy.array<i64>>)
  %2, %3 = ruchy.place.method %m[%i] "pop"() : (!ruchy.array<!ruchy.array<i64>>, i64) -> (!ruchy.any, !ruchy.array<!ruchy.array<i64>>)
  %4, %5, %e = ruchy.place.method %x[%x, %i] "insert"(%i, %i) : (!ruchy.any, !ruchy.any, i64, i64, i64) -> (!ruchy.any, !ruchy.any, !ruchy.error)
  ruchy.return %5 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @place_put_take(%arg0: !ruchy.array<!ruchy.array<i64>>, %arg1: i64) -> !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: [[V0:%.+]] = ruchy.place.put %arg0[%arg1, %arg1], %arg1 : (!ruchy.array<!ruchy.array<i64>>, i64, i64, i64) -> !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: [[RESULT:%.+]], [[TAKEN:%.+]] = ruchy.place.take [[V0]][%arg1] : (!ruchy.array<!ruchy.array<i64>>, i64) -> (!ruchy.array<!ruchy.array<i64>>, !ruchy.array<i64>)
// CHECK-NEXT: [[V1:%.+]] = ruchy.place.put [[RESULT]][%arg1], [[TAKEN]] : (!ruchy.array<!ruchy.array<i64>>, i64, !ruchy.array<i64>) -> !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: return [[V1]] : !ruchy.array<!ruchy.array<i64>>
ruchy.func @place_put_take(%m: !ruchy.array<!ruchy.array<i64>>, %i: i64) -> !ruchy.array<!ruchy.array<i64>> {
  %0 = ruchy.place.put %m[%i, %i], %i : (!ruchy.array<!ruchy.array<i64>>, i64, i64, i64) -> !ruchy.array<!ruchy.array<i64>>
  %1, %2 = ruchy.place.take %0[%i] : (!ruchy.array<!ruchy.array<i64>>, i64) -> (!ruchy.array<!ruchy.array<i64>>, !ruchy.array<i64>)
  %3 = ruchy.place.put %1[%i], %2 : (!ruchy.array<!ruchy.array<i64>>, i64, !ruchy.array<i64>) -> !ruchy.array<!ruchy.array<i64>>
  ruchy.return %3 : !ruchy.array<!ruchy.array<i64>>
}

// CHECK-LABEL: ruchy.func @array(%arg0: i64, %arg1: f64) -> i64
// CHECK-NEXT: [[V0:%.+]] = ruchy.array.new[] : () -> !ruchy.array<!ruchy.never>
// CHECK-NEXT: [[V1:%.+]] = ruchy.array.new[%arg0, %arg0] : (i64, i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[RESULT:%.+]] = ruchy.array.repeat %arg1, %arg0 : (f64, i64) -> !ruchy.array<f64>
// CHECK-NEXT: [[RESULT_0:%.+]], [[ERROR:%.+]] = ruchy.array.repeat %arg1, %arg0 : (f64, i64) -> (!ruchy.array<f64>, !ruchy.error)
// CHECK-NEXT: [[V2:%.+]] = ruchy.array.push [[V1]], %arg0 : (!ruchy.array<i64>, i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[POSITION:%.+]], [[OUTOFBOUNDS:%.+]] = ruchy.array.bounds [[V2]], %arg0 : <i64>
// CHECK-NEXT: [[V3:%.+]] = ruchy.array.at [[V2]], [[POSITION]] : <i64>
// CHECK-NEXT: return [[V3]] : i64
ruchy.func @array(%i: i64, %f: f64) -> i64 {
  %0 = ruchy.array.new [] : () -> !ruchy.array<!ruchy.never>
  %1 = ruchy.array.new [%i, %i] : (i64, i64) -> !ruchy.array<i64>
  %2 = ruchy.array.repeat %f, %i : (f64, i64) -> !ruchy.array<f64>
  %3, %e = ruchy.array.repeat %f, %i : (f64, i64) -> (!ruchy.array<f64>, !ruchy.error)
  %4 = ruchy.array.push %1, %i : (!ruchy.array<i64>, i64) -> !ruchy.array<i64>
  %5, %6 = ruchy.array.bounds %4, %i : !ruchy.array<i64>
  %7 = ruchy.array.at %4, %5 : !ruchy.array<i64>
  ruchy.return %7 : i64
}

// CHECK-LABEL: ruchy.func @range(%arg0: i64, %arg1: !ruchy.nil) -> !ruchy.range
// CHECK-NEXT: [[V0:%.+]] = range %arg0, %arg1 : (i64, !ruchy.nil) -> !ruchy.any
// CHECK-NEXT: [[V1:%.+]] = range %arg0, %arg0 inclusive : (i64, i64) -> !ruchy.range
// CHECK-NEXT: [[V2:%.+]] = range %arg0, %arg0 : (i64, i64) -> !ruchy.range
// CHECK-NEXT: return [[V2]] : !ruchy.range
ruchy.func @range(%i: i64, %n: !ruchy.nil) -> !ruchy.range {
  %0 = ruchy.range %i, %n : (i64, !ruchy.nil) -> !ruchy.any
  %1 = ruchy.range %i, %i inclusive : (i64, i64) -> !ruchy.range
  %2 = ruchy.range %i, %i : (i64, i64) -> !ruchy.range
  ruchy.return %2 : !ruchy.range
}

// CHECK-LABEL: ruchy.func @iteration(%arg0: !ruchy.str, %arg1: !ruchy.any, %arg2: !ruchy.range) -> !ruchy.str
// CHECK-NEXT: [[RESULT:%.+]] = iter %arg0 : (!ruchy.str) -> !ruchy.array<!ruchy.str>
// CHECK-NEXT: [[RESULT_0:%.+]], [[ERROR:%.+]] = iter %arg1 : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[POSITION:%.+]], [[MORE:%.+]] = ruchy.iter.start %arg2 : !ruchy.range
// CHECK-NEXT: [[NEXT:%.+]], [[MORE_1:%.+]] = ruchy.iter.next %arg2, [[POSITION]] : !ruchy.range
// CHECK-NEXT: [[V0:%.+]] = ruchy.iter.value %arg2, [[NEXT]] : (!ruchy.range) -> i64
// CHECK-NEXT: [[V1:%.+]] = ruchy.iter.value [[RESULT]], [[NEXT]] : (!ruchy.array<!ruchy.str>) -> !ruchy.str
// CHECK-NEXT: return [[V1]] : !ruchy.str
ruchy.func @iteration(%s: !ruchy.str, %x: !ruchy.any, %r: !ruchy.range) -> !ruchy.str {
  %0 = ruchy.iter %s : (!ruchy.str) -> !ruchy.array<!ruchy.str>
  %1, %e = ruchy.iter %x : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
  %i, %m = ruchy.iter.start %r : !ruchy.range
  %j, %n = ruchy.iter.next %r, %i : !ruchy.range
  %2 = ruchy.iter.value %r, %j : (!ruchy.range) -> i64
  %3 = ruchy.iter.value %0, %j : (!ruchy.array<!ruchy.str>) -> !ruchy.str
  ruchy.return %3 : !ruchy.str
}
