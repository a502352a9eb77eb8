// Text, output, library functions and methods through text, the generic form
// and bytecode.
//
// RUN: ruchy-opt %s --verify-roundtrip | FileCheck %s
// RUN: ruchy-opt %s | ruchy-opt | FileCheck %s
// RUN: ruchy-opt %s -mlir-print-op-generic | ruchy-opt | FileCheck %s

// CHECK-LABEL: ruchy.func @text(%arg0: i64, %arg1: !ruchy.any) -> !ruchy.str
// CHECK-NEXT: [[V0:%.+]] = to_string %arg0 display : i64
// CHECK-NEXT: [[V1:%.+]] = to_string %arg1 interpolate : !ruchy.any
// CHECK-NEXT: [[V2:%.+]] = to_string %arg1 debug : !ruchy.any
// CHECK-NEXT: [[V3:%.+]] = to_string %arg1 to_string : !ruchy.any
// CHECK-NEXT: [[V4:%.+]] = format %arg0 <width = 8> : i64
// CHECK-NEXT: [[V5:%.+]] = concat{{\[}}[[V0]], [[V1]], [[V2]]]
// CHECK-NEXT: [[V6:%.+]] = concat{{\[}}[[V5]]]
// CHECK-NEXT: return [[V6]] : !ruchy.str
ruchy.func @text(%a: i64, %x: !ruchy.any) -> !ruchy.str {
  %0 = ruchy.to_string %a display : i64
  %1 = ruchy.to_string %x interpolate : !ruchy.any
  %2 = ruchy.to_string %x debug : !ruchy.any
  %3 = ruchy.to_string %x to_string : !ruchy.any
  %4 = ruchy.format %a <width = 8> : i64
  %5 = ruchy.concat [%0, %1, %2]
  %6 = ruchy.concat [%5]
  ruchy.return %6 : !ruchy.str
}

// CHECK-LABEL: ruchy.func @print(%arg0: i64, %arg1: !ruchy.str) -> !ruchy.str
// CHECK-NEXT: print stdout %arg0 : i64
// CHECK-NEXT: print stderr %arg1 : !ruchy.str
// CHECK-NEXT: return %arg1 : !ruchy.str
ruchy.func @print(%a: i64, %s: !ruchy.str) -> !ruchy.str {
  ruchy.print stdout %a : i64
  ruchy.print stderr %s : !ruchy.str
  ruchy.return %s : !ruchy.str
}

// CHECK-LABEL: ruchy.func @builtin(%arg0: f64, %arg1: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = builtin "sqrt"(%arg0) : (f64) -> f64
// CHECK-NEXT: [[RESULT_0:%.+]] = builtin "panic"() : () -> !ruchy.any
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = builtin "max"(%arg1, %arg0, %arg0) : (!ruchy.any, f64, f64) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: return [[RESULT_1]] : !ruchy.any
ruchy.func @builtin(%f: f64, %x: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.builtin "sqrt"(%f) : (f64) -> f64
  %1 = ruchy.builtin "panic"() : () -> !ruchy.any
  %2, %e = ruchy.builtin "max"(%x, %f, %f) : (!ruchy.any, f64, f64) -> (!ruchy.any, !ruchy.error)
  ruchy.return %2 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @method(%arg0: !ruchy.str, %arg1: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = method "trim" %arg0() : (!ruchy.str) -> !ruchy.str
// CHECK-NEXT: [[RESULT_0:%.+]] = method "replace" %arg0(%arg0, [[RESULT]]) : (!ruchy.str, !ruchy.str, !ruchy.str) -> !ruchy.str
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = method "unknown" %arg1(%arg1) : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: return [[RESULT_1]] : !ruchy.any
ruchy.func @method(%s: !ruchy.str, %x: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.method "trim" %s() : (!ruchy.str) -> !ruchy.str
  %1 = ruchy.method "replace" %s(%s, %0) : (!ruchy.str, !ruchy.str, !ruchy.str) -> !ruchy.str
  %2, %e = ruchy.method "unknown" %x(%x) : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  ruchy.return %2 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @mutating_method(%arg0: !ruchy.array<i64>, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]], [[UPDATED:%.+]] = ruchy.method.mut "pop" %arg0() : (!ruchy.array<i64>) -> (!ruchy.any, !ruchy.array<i64>)
// CHECK-NEXT: [[RESULT_0:%.+]], [[UPDATED_1:%.+]], [[ERROR:%.+]] = ruchy.method.mut "insert" [[UPDATED]](%arg1, %arg1) : (!ruchy.array<i64>, i64, i64) -> (!ruchy.nil, !ruchy.array<i64>, !ruchy.error)
// CHECK-NEXT: [[RESULT_2:%.+]], [[UPDATED_3:%.+]] = ruchy.method.mut "push" %arg2(%arg1) : (!ruchy.any, i64) -> (!ruchy.any, !ruchy.any)
// CHECK-NEXT: return [[UPDATED_3]] : !ruchy.any
ruchy.func @mutating_method(%a: !ruchy.array<i64>, %i: i64, %x: !ruchy.any) -> !ruchy.any {
  %0, %1 = ruchy.method.mut "pop" %a() : (!ruchy.array<i64>) -> (!ruchy.any, !ruchy.array<i64>)
  %2, %3, %e = ruchy.method.mut "insert" %1(%i, %i) : (!ruchy.array<i64>, i64, i64) -> (!ruchy.nil, !ruchy.array<i64>, !ruchy.error)
  %4, %5 = ruchy.method.mut "push" %x(%i) : (!ruchy.any, i64) -> (!ruchy.any, !ruchy.any)
  ruchy.return %5 : !ruchy.any
}
