// Types and attributes through text, the generic form and bytecode.
//
// RUN: ruchy-opt %s --verify-roundtrip | FileCheck %s
// RUN: ruchy-opt %s | ruchy-opt | FileCheck %s
// RUN: ruchy-opt %s -mlir-print-op-generic | ruchy-opt | FileCheck %s

// CHECK-LABEL: ruchy.func private @types(i64, f64, i1, !ruchy.any, !ruchy.never, !ruchy.nil, !ruchy.unset, !ruchy.str, !ruchy.range, !ruchy.error) -> !ruchy.nil
ruchy.func private @types(i64, f64, i1, !ruchy.any, !ruchy.never, !ruchy.nil, !ruchy.unset, !ruchy.str, !ruchy.range, !ruchy.error) -> !ruchy.nil

// CHECK-LABEL: ruchy.func private @arrays(!ruchy.array<i64>, !ruchy.array<!ruchy.never>, !ruchy.array<!ruchy.array<!ruchy.array<!ruchy.any>>>) -> !ruchy.array<f64>
ruchy.func private @arrays(!ruchy.array<i64>, !ruchy.array<!ruchy.never>, !ruchy.array<!ruchy.array<!ruchy.array<!ruchy.any>>>) -> !ruchy.array<f64>

// CHECK-LABEL: ruchy.global private @array : !ruchy.array<!ruchy.array<!ruchy.str>>
ruchy.global private @array : !ruchy.array<!ruchy.array<!ruchy.str>>

// CHECK-LABEL: ruchy.func @slots() -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = slot "a" : !ruchy.slot<!ruchy.any>
// CHECK-NEXT: [[V1:%.+]] = slot "b" : !ruchy.slot<!ruchy.array<i64>>
// CHECK-NEXT: [[V2:%.+]] = load [[V0]] : !ruchy.slot<!ruchy.any>
// CHECK-NEXT: return [[V2]] : !ruchy.any
ruchy.func @slots() -> !ruchy.any {
  %0 = ruchy.slot "a" : !ruchy.slot<!ruchy.any>
  %1 = ruchy.slot "b" : !ruchy.slot<!ruchy.array<i64>>
  %2 = ruchy.load %0 : !ruchy.slot<!ruchy.any>
  ruchy.return %2 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @nil() -> !ruchy.nil attributes {mark = #ruchy.nil : !ruchy.unset}
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @nil() -> !ruchy.nil attributes {mark = #ruchy.nil : !ruchy.unset} {
  %0 = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}

// A specification stands for itself; what it leaves out has its default.
// CHECK-LABEL: ruchy.func @formats(%arg0: i64) -> !ruchy.str
// CHECK-NEXT: [[V0:%.+]] = format %arg0 <> : i64
// CHECK-NEXT: [[V1:%.+]] = format %arg0 <fill = 42, align = 94, plus = true, alternate = true, zero = true, comma = true, type = 120, width = 20, precision = 3> : i64
// CHECK-NEXT: [[V2:%.+]] = format %arg0 <precision = 0> : i64
// CHECK-NEXT: [[V3:%.+]] = format %arg0 <width = 0> : i64
// CHECK-NEXT: [[V4:%.+]] = format %arg0 <fill = 128512> : i64
// CHECK-NEXT: return [[V4]] : !ruchy.str
ruchy.func @formats(%x: i64) -> !ruchy.str {
  %0 = ruchy.format %x <fill = 32> : i64
  %1 = ruchy.format %x <fill = 42, align = 94, plus = true, alternate = true, zero = true, comma = true, type = 120, width = 20, precision = 3> : i64
  %2 = ruchy.format %x <precision = 0> : i64
  %3 = ruchy.format %x <width = 0> : i64
  %4 = ruchy.format %x <fill = 128512> : i64
  ruchy.return %4 : !ruchy.str
}
