// RUN: ruchy-opt %s --convert-ruchy-to-llvm | FileCheck %s

// Immortal, kind string; bit 8 tells that all bytes are ASCII. The same text
// is one constant.
// CHECK-DAG: @{{str.[0-9]+}}([-1073741824 : i32, 16 : i32, 2, 0, "\C3\A9"])
// CHECK-DAG: @[[$ABC:str.[0-9]+]]([-1073741824 : i32, 272 : i32, 3, 0, "abc"]) {addr_space = 0 : i32, alignment = 8
// CHECK-DAG: @[[$EMPTY:str.[0-9]+]]([-1073741824 : i32, 272 : i32, 0, 0])

// CHECK-LABEL: @ruchy.constants
ruchy.func private @constants() -> !ruchy.str {
  // CHECK: llvm.mlir.addressof @[[$EMPTY]]
  %0 = ruchy.constant "" : !ruchy.str
  // CHECK: llvm.mlir.addressof @[[$ABC]]
  %1 = ruchy.constant "abc" : !ruchy.str
  // CHECK: llvm.mlir.addressof @[[$ABC]]
  %2 = ruchy.constant "abc" : !ruchy.str
  %3 = ruchy.constant "é" : !ruchy.str
  %4 = ruchy.concat [%0, %1, %2, %3]
  ruchy.return %4 : !ruchy.str
}

// CHECK-LABEL: @ruchy.concat
ruchy.func private @concat(%s: !ruchy.str, %i: i64, %f: f64, %b: i1) -> !ruchy.str {
  // CHECK: llvm.call @rt_string_append_int
  %0 = ruchy.add %s, %i : (!ruchy.str, i64) -> !ruchy.str
  // CHECK: llvm.call @rt_string_append_float
  %1 = ruchy.add %0, %f : (!ruchy.str, f64) -> !ruchy.str
  // CHECK: %[[T:.*]] = llvm.call @rt_bool_to_string
  // CHECK: llvm.call @rt_string_append(%[[T]], %{{.*}})
  %2 = ruchy.add %b, %1 : (i1, !ruchy.str) -> !ruchy.str
  // CHECK: llvm.call @rt_string_concat
  %3 = ruchy.concat [%2, %s]
  // CHECK: %[[N:.*]] = llvm.call @rt_string_reserve
  // CHECK-COUNT-3: llvm.call @rt_string_append
  %4 = ruchy.concat [%3, %2, %s]
  // CHECK: llvm.call @rt_string_repeat
  %5 = ruchy.mul %4, %i : (!ruchy.str, i64) -> !ruchy.str
  ruchy.return %5 : !ruchy.str
}

// CHECK-LABEL: @ruchy.text
ruchy.func private @text(%i: i64, %f: f64, %s: !ruchy.str, %x: !ruchy.any,
    %r: !ruchy.range) -> !ruchy.str {
  // CHECK: llvm.call @rt_int_to_string
  %0 = ruchy.to_string %i display : i64
  // CHECK: llvm.call @rt_float_display_string
  %1 = ruchy.to_string %f interpolate : f64
  // CHECK: llvm.call @rt_float_to_string
  %2 = ruchy.to_string %f to_string : f64
  // CHECK: llvm.call @rt_dup(
  %3 = ruchy.to_string %s display : !ruchy.str
  // CHECK: llvm.mlir.constant(2 : i64)
  // CHECK: llvm.call @rt_any_display
  %4 = ruchy.to_string %s debug : !ruchy.str
  // CHECK: llvm.call @rt_any_display
  %5 = ruchy.to_string %x interpolate : !ruchy.any
  // CHECK: llvm.call @rt_range_to_string
  %6 = ruchy.to_string %r display : !ruchy.range
  // CHECK: llvm.call @rt_int_format
  %7 = "ruchy.format"(%i) <{spec = #ruchy.format<width = 8>}> : (i64) -> !ruchy.str
  // CHECK: llvm.call @rt_any_format
  %8 = "ruchy.format"(%x) <{spec = #ruchy.format<width = 8>}> : (!ruchy.any) -> !ruchy.str
  ruchy.return %8 : !ruchy.str
}

// CHECK-LABEL: @ruchy.compare
ruchy.func private @compare(%s: !ruchy.str, %t: !ruchy.str) -> i1 {
  // CHECK: llvm.call @rt_string_equal
  %0 = ruchy.eq %s, %t : !ruchy.str, !ruchy.str
  // CHECK: %[[O:.*]] = llvm.call @rt_string_compare
  // CHECK: llvm.mlir.constant(-1 : i64)
  // CHECK: llvm.icmp "eq" %[[O]]
  %1 = ruchy.lt %s, %t : (!ruchy.str, !ruchy.str) -> i1
  ruchy.return %1 : i1
}

// CHECK-LABEL: @ruchy.parts
ruchy.func private @parts(%s: !ruchy.str, %i: i64, %r: !ruchy.range) -> !ruchy.error {
  // CHECK: llvm.call @rt_string_index
  %0, %e0 = ruchy.index %s, %i : (!ruchy.str, i64) -> (!ruchy.str, !ruchy.error)
  // CHECK: llvm.call @rt_string_slice
  %1, %e1 = ruchy.index %s, %r : (!ruchy.str, !ruchy.range) -> (!ruchy.str, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  // CHECK: llvm.call @rt_string_slice
  %2, %e2 = ruchy.slice %s, %i, %nil : (!ruchy.str, i64, !ruchy.nil) -> (!ruchy.str, !ruchy.error)
  // CHECK: llvm.call @rt_string_contains
  %3 = ruchy.in %s, %0 : (!ruchy.str, !ruchy.str) -> i1
  ruchy.return %e2 : !ruchy.error
}
