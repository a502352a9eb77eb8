// Errors and reference counts through text, the generic form and bytecode.
//
// RUN: ruchy-opt %s --verify-roundtrip | FileCheck %s
// RUN: ruchy-opt %s | ruchy-opt | FileCheck %s
// RUN: ruchy-opt %s -mlir-print-op-generic | ruchy-opt | FileCheck %s

// CHECK-LABEL: ruchy.func @raise(%arg0: !ruchy.str) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = raise "UndefinedVariable" "x" : !ruchy.any
// CHECK-NEXT: [[V1:%.+]] = raise "Panic" ""(%arg0) : i64
// CHECK-NEXT: unreachable
ruchy.func @raise(%s: !ruchy.str) -> !ruchy.any {
  %0 = ruchy.raise "UndefinedVariable" "x" : !ruchy.any
  %1 = ruchy.raise "Panic" "" (%s) : i64
  ruchy.unreachable
}

// CHECK-LABEL: ruchy.func @statuses(%arg0: i64, %arg1: !ruchy.array<i64>, %arg2: !ruchy.str) -> (i1, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = ruchy.error.none
// CHECK-NEXT: [[V1:%.+]] = ruchy.error.site "OverflowAdd" ""
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.site "UndefinedFunction" "f"
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.index %arg0, %arg1 : !ruchy.array<i64>
// CHECK-NEXT: [[V4:%.+]] = ruchy.error.message "Panic" "" %arg2
// CHECK-NEXT: [[V5:%.+]] = failed [[V0]]
// CHECK-NEXT: return [[V5]], [[V4]] : i1, !ruchy.error
ruchy.func @statuses(%i: i64, %a: !ruchy.array<i64>, %s: !ruchy.str) -> (i1, !ruchy.error) {
  %0 = ruchy.error.none
  %1 = ruchy.error.site "OverflowAdd" ""
  %2 = ruchy.error.site "UndefinedFunction" "f"
  %3 = ruchy.error.index %i, %a : !ruchy.array<i64>
  %4 = ruchy.error.message "Panic" "" %s
  %5 = ruchy.failed %0
  ruchy.return %5, %4 : i1, !ruchy.error
}

// CHECK-LABEL: ruchy.func @counts(%arg0: !ruchy.str, %arg1: !ruchy.array<i64>, %arg2: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = ruchy.rc.dup %arg0 : !ruchy.str
// CHECK-NEXT: [[V1:%.+]] = ruchy.rc.dup %arg1 : !ruchy.array<i64>
// CHECK-NEXT: [[V2:%.+]] = ruchy.rc.dup %arg2 : !ruchy.any
// CHECK-NEXT: ruchy.rc.drop [[V0]] : !ruchy.str
// CHECK-NEXT: ruchy.rc.drop [[V1]] : !ruchy.array<i64>
// CHECK-NEXT: ruchy.rc.drop %arg2 : !ruchy.any
// CHECK-NEXT: return [[V2]] : !ruchy.any
ruchy.func @counts(%s: !ruchy.str, %a: !ruchy.array<i64>, %x: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.rc.dup %s : !ruchy.str
  %1 = ruchy.rc.dup %a : !ruchy.array<i64>
  %2 = ruchy.rc.dup %x : !ruchy.any
  ruchy.rc.drop %0 : !ruchy.str
  ruchy.rc.drop %1 : !ruchy.array<i64>
  ruchy.rc.drop %x : !ruchy.any
  ruchy.return %2 : !ruchy.any
}
