// RUN: ruchy-opt %s --convert-ruchy-to-arith --convert-ruchy-to-llvm | FileCheck %s

// CHECK-LABEL: @ruchy.numbers
ruchy.func private @numbers(%i: i64, %f: f64) -> !ruchy.error {
  // CHECK: "llvm.intr.abs"
  // CHECK: %[[SITE:.*]] = llvm.mlir.addressof
  // CHECK: llvm.select %{{.*}}, %[[SITE]], %{{.*}} : i1, !llvm.ptr
  %0, %e = ruchy.builtin "abs"(%i) : (i64) -> (i64, !ruchy.error)
  // CHECK: llvm.intr.sqrt
  %1 = ruchy.builtin "sqrt"(%f) : (f64) -> f64
  // CHECK: llvm.intr.smin
  %2 = ruchy.builtin "min"(%i, %0) : (i64, i64) -> i64
  // A NaN loses, and the zeros are told apart by their sign.
  // CHECK: llvm.fcmp "ogt"
  // CHECK: llvm.fcmp "uno"
  // CHECK: llvm.and
  %3 = ruchy.builtin "max"(%f, %1) : (f64, f64) -> f64
  // CHECK: llvm.call @rt_float_floor_int
  %4 = ruchy.builtin "floor"(%f) : (f64) -> i64
  // CHECK: llvm.call @rt_floor(
  %5 = ruchy.method "floor" %f() : (f64) -> f64
  // CHECK: llvm.call @rt_range_array
  %6, %e6 = ruchy.builtin "range"(%i) : (i64) -> (!ruchy.array<i64>, !ruchy.error)
  ruchy.return %e6 : !ruchy.error
}

// CHECK-LABEL: @ruchy.conversions
ruchy.func private @conversions(%s: !ruchy.str, %f: f64, %x: !ruchy.any) -> !ruchy.str {
  // CHECK: llvm.call @rt_string_int
  %0, %e0 = ruchy.builtin "int"(%s) : (!ruchy.str) -> (i64, !ruchy.error)
  // CHECK: llvm.call_intrinsic "llvm.fptosi.sat.i64.f64"
  %1 = ruchy.builtin "int"(%f) : (f64) -> i64
  // CHECK: llvm.call @rt_any_float
  %2, %e2 = ruchy.builtin "float"(%x) : (!ruchy.any) -> (f64, !ruchy.error)
  // The empty string is false here.
  // CHECK: llvm.icmp "ne"
  %3 = ruchy.builtin "bool"(%s) : (!ruchy.str) -> i1
  // CHECK: llvm.mlir.addressof @{{str.*}} : !llvm.ptr
  %4 = ruchy.builtin "type_of"(%f) : (f64) -> !ruchy.str
  // CHECK: llvm.call @rt_any_type_of
  %5 = ruchy.builtin "type_of"(%x) : (!ruchy.any) -> !ruchy.str
  ruchy.return %5 : !ruchy.str
}

// CHECK-LABEL: @ruchy.strings
ruchy.func private @strings(%s: !ruchy.str, %i: i64) -> !ruchy.any {
  // CHECK: llvm.call @rt_string_trim
  %0 = ruchy.method "trim" %s() : (!ruchy.str) -> !ruchy.str
  // CHECK: llvm.call @rt_string_split
  %1 = ruchy.method "split" %s(%0) : (!ruchy.str, !ruchy.str) -> !ruchy.array<!ruchy.str>
  // CHECK: llvm.call @rt_string_starts_with{{.*}} -> i1
  %2 = ruchy.method "starts_with" %s(%0) : (!ruchy.str, !ruchy.str) -> i1
  // CHECK: llvm.call @rt_string_find
  // CHECK: llvm.icmp "slt"
  %3 = ruchy.method "find" %s(%0) : (!ruchy.str, !ruchy.str) -> !ruchy.any
  // CHECK: llvm.call @rt_string_parse_int
  %4, %e = ruchy.method "to_int" %s() : (!ruchy.str) -> (i64, !ruchy.error)
  // CHECK: llvm.call @rt_string_append(
  %5, %6 = ruchy.method.mut "push_str" %s(%0) : (!ruchy.str, !ruchy.str) -> (!ruchy.nil, !ruchy.str)
  ruchy.return %3 : !ruchy.any
}

// CHECK-LABEL: @ruchy.arrays
ruchy.func private @arrays(%a: !ruchy.array<i64>, %i: i64) -> !ruchy.array<i64> {
  // CHECK: %[[P:.*]] = llvm.call @rt_array_pop(%{{.*}}, %{{.*}}) : (!llvm.ptr, !llvm.ptr) -> !llvm.ptr
  %0, %a1 = ruchy.method.mut "pop" %a() : (!ruchy.array<i64>) -> (!ruchy.any, !ruchy.array<i64>)
  // CHECK: llvm.call @rt_array_insert(%[[OUT:.*]], %[[P]], %{{.*}}) : (!llvm.ptr, !llvm.ptr, i64, i64, i64, !llvm.ptr) -> !llvm.ptr
  // CHECK: llvm.load %[[OUT]] : !llvm.ptr -> !llvm.ptr
  %1, %a2, %e2 = ruchy.method.mut "insert" %a1(%i, %i)
    : (!ruchy.array<i64>, i64, i64) -> (!ruchy.nil, !ruchy.array<i64>, !ruchy.error)
  // The result of an operand is a sorted copy; the place itself is sorted.
  // CHECK: llvm.call @rt_dup(
  // CHECK: llvm.call @rt_array_sort
  %2 = ruchy.method "sort" %a2() : (!ruchy.array<i64>) -> !ruchy.array<i64>
  // CHECK: %[[S:.*]] = llvm.call @rt_array_sort
  // CHECK: llvm.call @rt_dup(%[[S]])
  %3, %a3 = ruchy.method.mut "sort" %a2() : (!ruchy.array<i64>) -> (!ruchy.array<i64>, !ruchy.array<i64>)
  // CHECK: llvm.call @rt_array_sum
  // CHECK: llvm.load %{{.*}} : !llvm.ptr -> i64
  %4, %e4 = ruchy.method "sum" %a3() : (!ruchy.array<i64>) -> (i64, !ruchy.error)
  // CHECK: llvm.call @rt_array_push_i64
  %5, %a5 = ruchy.method.mut "push" %a3(%4) : (!ruchy.array<i64>, i64) -> (!ruchy.nil, !ruchy.array<i64>)
  ruchy.return %a5 : !ruchy.array<i64>
}

// CHECK-LABEL: @ruchy.byname
ruchy.func private @byname(%x: !ruchy.any, %i: i64) -> !ruchy.any {
  // CHECK: llvm.mlir.addressof @[[NAME:.*]] : !llvm.ptr
  // CHECK: llvm.call @rt_any_call_method
  %0, %e = ruchy.method "frob" %x(%i) : (!ruchy.any, i64) -> (!ruchy.any, !ruchy.error)
  // CHECK: llvm.call @rt_any_call_mutating
  %1, %x1, %e1 = ruchy.method.mut "push" %x(%i) : (!ruchy.any, i64) -> (!ruchy.any, !ruchy.any, !ruchy.error)
  ruchy.return %x1 : !ruchy.any
}

// The error is made where the assertion fails, and only there.
// CHECK-LABEL: @ruchy.asserts
ruchy.func private @asserts(%i: i64, %m: !ruchy.str) -> !ruchy.error {
  // CHECK: llvm.icmp "eq"
  // CHECK: llvm.cond_br %{{.*}} weights([1, 1048576]), ^[[RARE:.*]], ^[[AFTER:.*]](
  // CHECK: ^[[RARE]]:
  // CHECK: llvm.call @rt_error_assert_eq
  // CHECK: llvm.br ^[[AFTER]]
  %0, %e0 = ruchy.builtin "assert_eq"(%i, %i) : (i64, i64) -> (!ruchy.nil, !ruchy.error)
  // CHECK: llvm.call @rt_error_message
  %1, %e1 = ruchy.builtin "assert"(%i, %m) : (i64, !ruchy.str) -> (!ruchy.nil, !ruchy.error)
  // A constant message is part of the site.
  // CHECK-NOT: rt_error_message
  %text = ruchy.constant "boom" : !ruchy.str
  %2, %e2 = ruchy.builtin "panic"(%text) : (!ruchy.str) -> (!ruchy.nil, !ruchy.error)
  ruchy.return %e2 : !ruchy.error
}

// CHECK-LABEL: @ruchy.arity
ruchy.func private @arity(%i: i64) -> !ruchy.error {
  // CHECK-NOT: llvm.call
  %0, %e = ruchy.builtin "sqrt"(%i, %i) : (i64, i64) -> (!ruchy.any, !ruchy.error)
  ruchy.return %e : !ruchy.error
}
