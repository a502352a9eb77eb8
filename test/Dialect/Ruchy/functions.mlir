// Functions, calls, globals and slots through text, the generic form and
// bytecode.
//
// RUN: ruchy-opt %s --verify-roundtrip | FileCheck %s
// RUN: ruchy-opt %s | ruchy-opt | FileCheck %s
// RUN: ruchy-opt %s -mlir-print-op-generic | ruchy-opt | FileCheck %s

// CHECK-LABEL: ruchy.global private @counter : !ruchy.any
ruchy.global private @counter : !ruchy.any

// CHECK-LABEL: ruchy.global private @typed : i64 {mark}
ruchy.global private @typed : i64 {mark}

// CHECK-LABEL: ruchy.global  @visible : !ruchy.any
ruchy.global @visible : !ruchy.any

// CHECK-LABEL: ruchy.func private @declared(i64) -> i64
ruchy.func private @declared(i64) -> i64

// CHECK-LABEL: ruchy.func private @fallible(!ruchy.str) -> (i64, !ruchy.error)
ruchy.func private @fallible(!ruchy.str) -> (i64, !ruchy.error)

// CHECK-LABEL: ruchy.func private @no_inline(%arg0: !ruchy.str {ruchy.owned}) -> (!ruchy.str {ruchy.mark}) attributes {no_inline}
// CHECK-NEXT: return %arg0 : !ruchy.str
ruchy.func private @no_inline(%a: !ruchy.str {ruchy.owned}) -> (!ruchy.str {ruchy.mark}) attributes {no_inline} {
  ruchy.return %a : !ruchy.str
}

// CHECK-LABEL: ruchy.func @f.i64.array_str(%arg0: i64, %arg1: !ruchy.array<!ruchy.str>) -> i64
// CHECK-NEXT: return %arg0 : i64
ruchy.func @f.i64.array_str(%a: i64, %b: !ruchy.array<!ruchy.str>) -> i64 {
  ruchy.return %a : i64
}

// CHECK-LABEL: ruchy.func @calls(%arg0: i64, %arg1: !ruchy.str) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = call @declared(%arg0) : (i64) -> i64
// CHECK-NEXT: [[V1:%.+]]:2 = call @fallible(%arg1) : (!ruchy.str) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V2:%.+]]:2 = call tail @fallible(%arg1) {mark} : (!ruchy.str) -> (i64, !ruchy.error)
// CHECK-NEXT: return [[V2]]#0, [[V2]]#1 : i64, !ruchy.error
ruchy.func @calls(%a: i64, %s: !ruchy.str) -> (i64, !ruchy.error) {
  %0 = ruchy.call @declared(%a) : (i64) -> i64
  %1, %e = ruchy.call @fallible(%s) : (!ruchy.str) -> (i64, !ruchy.error)
  %2, %f = ruchy.call tail @fallible(%s) {mark} : (!ruchy.str) -> (i64, !ruchy.error)
  ruchy.return %2, %f : i64, !ruchy.error
}

// CHECK-LABEL: ruchy.func @globals(%arg0: i64) -> i1
// CHECK-NEXT: [[V0:%.+]] = ruchy.global.get @counter : !ruchy.any
// CHECK-NEXT: [[V1:%.+]] = ruchy.global.get checked @counter : !ruchy.any
// CHECK-NEXT: [[V2:%.+]] = ruchy.global.take @counter : !ruchy.any
// CHECK-NEXT: [[V3:%.+]] = ruchy.global.take checked @typed : i64
// CHECK-NEXT: ruchy.global.set @counter, [[V0]] : !ruchy.any
// CHECK-NEXT: ruchy.global.set @counter, %arg0 : i64
// CHECK-NEXT: ruchy.global.set @typed, [[V3]] : i64
// CHECK-NEXT: [[V4:%.+]] = ruchy.global.is_set @counter
// CHECK-NEXT: return [[V4]] : i1
ruchy.func @globals(%a: i64) -> i1 {
  %0 = ruchy.global.get @counter : !ruchy.any
  %1 = ruchy.global.get checked @counter : !ruchy.any
  %2 = ruchy.global.take @counter : !ruchy.any
  %3 = ruchy.global.take checked @typed : i64
  ruchy.global.set @counter, %0 : !ruchy.any
  ruchy.global.set @counter, %a : i64
  ruchy.global.set @typed, %3 : i64
  %4 = ruchy.global.is_set @counter
  ruchy.return %4 : i1
}

// CHECK-LABEL: ruchy.func @slots(%arg0: i64) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = slot "x" : !ruchy.slot<!ruchy.any>
// CHECK-NEXT: store %arg0, [[V0]] : i64, !ruchy.slot<!ruchy.any>
// CHECK-NEXT: [[V1:%.+]] = load [[V0]] : !ruchy.slot<!ruchy.any>
// CHECK-NEXT: [[V2:%.+]] = check_set [[V1]], "x" : (!ruchy.any) -> !ruchy.any
// CHECK-NEXT: return [[V2]] : !ruchy.any
ruchy.func @slots(%a: i64) -> !ruchy.any {
  %0 = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
  ruchy.store %a, %0 : i64, !ruchy.slot<!ruchy.any>
  %1 = ruchy.load %0 : !ruchy.slot<!ruchy.any>
  %2 = ruchy.check_set %1, "x" : (!ruchy.any) -> !ruchy.any
  ruchy.return %2 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @stack(%arg0: i64) -> i1
// CHECK-NEXT: [[V0:%.+]] = ruchy.stack.enter 96
// CHECK-NEXT: ruchy.stack.leave 96
// CHECK-NEXT: return [[V0]] : i1
ruchy.func @stack(%a: i64) -> i1 {
  %0 = ruchy.stack.enter 96
  ruchy.stack.leave 96
  ruchy.return %0 : i1
}
