// Folds of statuses, and what dead code elimination keeps.
//
// RUN: ruchy-opt %s -canonicalize -cse | FileCheck %s

// CHECK-LABEL: ruchy.func @failed(%arg0: !ruchy.str, %arg1: i64, %arg2: !ruchy.array<i64>, %arg3: !ruchy.error) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant true
// CHECK-NEXT: [[V1:%.+]] = constant false
// CHECK-NEXT: [[V2:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.message "Panic" "" %arg0
// CHECK-NEXT: [[V4:%.+]] = failed %arg3
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V4]] : i1
// CHECK-NEXT: return [[V2]] : !ruchy.nil
ruchy.func @failed(%s: !ruchy.str, %i: i64, %a: !ruchy.array<i64>, %e: !ruchy.error) -> !ruchy.nil {
  %e0 = ruchy.error.none
  %e1 = ruchy.error.site "OverflowAdd" ""
  %e2 = ruchy.error.index %i, %a : !ruchy.array<i64>
  %e3 = ruchy.error.message "Panic" "" %s
  %0 = ruchy.failed %e0
  %1 = ruchy.failed %e1
  %2 = ruchy.failed %e2
  %3 = ruchy.failed %e3
  %4 = ruchy.failed %e
  ruchy.print stdout %0 : i1
  ruchy.print stdout %1 : i1
  ruchy.print stdout %2 : i1
  ruchy.print stdout %3 : i1
  ruchy.print stdout %4 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Only where the type says that there is a value.
// CHECK-LABEL: ruchy.func @check_set(%arg0: i64, %arg1: !ruchy.any, %arg2: !ruchy.unset) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: print stdout %arg0 : i64
// CHECK-NEXT: [[V1:%.+]] = check_set %arg1, "x" : (!ruchy.any) -> !ruchy.any
// CHECK-NEXT: print stdout [[V1]] : !ruchy.any
// CHECK-NEXT: [[V2:%.+]] = check_set %arg2, "u" : (!ruchy.unset) -> !ruchy.unset
// CHECK-NEXT: print stdout [[V2]] : !ruchy.unset
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @check_set(%i: i64, %x: !ruchy.any, %u: !ruchy.unset) -> !ruchy.nil {
  %0 = ruchy.check_set %i, "i" : (i64) -> i64
  ruchy.print stdout %0 : i64
  %1 = ruchy.check_set %x, "x" : (!ruchy.any) -> !ruchy.any
  ruchy.print stdout %1 : !ruchy.any
  %2 = ruchy.check_set %u, "u" : (!ruchy.unset) -> !ruchy.unset
  ruchy.print stdout %2 : !ruchy.unset
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// What is unused goes unless it may fail.
// CHECK-LABEL: ruchy.func @unused(%arg0: !ruchy.any, %arg1: i64, %arg2: !ruchy.array<i64>) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = builtin "abs"(%arg0) : (!ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[RESULT_0:%.+]] = add %arg1, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_1:%.+]] = index %arg2, %arg1 : (!ruchy.array<i64>, i64) -> i64
// CHECK-NEXT: [[V1:%.+]] = raise "Panic" "m" : !ruchy.any
// CHECK-NEXT: [[RESULT_2:%.+]] = div %arg1, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @unused(%x: !ruchy.any, %i: i64, %a: !ruchy.array<i64>) -> !ruchy.nil {
  %0 = ruchy.array.new [%i] : (i64) -> !ruchy.array<i64>
  %1 = ruchy.len %a : (!ruchy.array<i64>) -> i64
  %2 = ruchy.to_string %x display : !ruchy.any
  %3 = ruchy.builtin "abs"(%x) : (!ruchy.any) -> !ruchy.any
  %4 = ruchy.add %i, %i : (i64, i64) -> i64
  %5 = ruchy.index %a, %i : (!ruchy.array<i64>, i64) -> i64
  %6 = ruchy.raise "Panic" "m" : !ruchy.any
  %7 = ruchy.error.site "OverflowAdd" ""
  %8 = ruchy.div %i, %i : (i64, i64) -> i64
  %9 = ruchy.method "trim" %2() : (!ruchy.str) -> !ruchy.str
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Each failure keeps its own place.
// CHECK-LABEL: ruchy.func @places_of_errors(%arg0: i64, %arg1: i1) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = div %arg0, %arg0 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = div %arg0, %arg0 : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT]] : i64
// CHECK-NEXT: print stdout [[RESULT_0]] : i64
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @places_of_errors(%i: i64, %c: i1) -> !ruchy.nil {
  %0 = ruchy.div %i, %i : (i64, i64) -> i64
  %1 = ruchy.div %i, %i : (i64, i64) -> i64
  ruchy.print stdout %0 : i64
  ruchy.print stdout %1 : i64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
