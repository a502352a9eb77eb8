// RUN: ruchy-opt %s --convert-ruchy-to-llvm | FileCheck %s

// CHECK-LABEL: @ruchy.arith
ruchy.func private @arith(%x: !ruchy.any, %i: i64) -> (!ruchy.any, !ruchy.error) {
  // The result goes through memory, the error is what the call returns.
  // CHECK: %[[OUT:.*]] = llvm.alloca
  // CHECK: %[[TAG:.*]] = llvm.mlir.constant(2 : i64)
  // CHECK: %[[E:.*]] = llvm.call @rt_any_add(%[[OUT]], %{{.*}}, %{{.*}}, %{{.*}}, %[[TAG]], %{{.*}})
  // CHECK: %[[P:.*]] = llvm.load %[[OUT]] : !llvm.ptr -> i64
  %0, %e = ruchy.add %x, %i : (!ruchy.any, i64) -> (!ruchy.any, !ruchy.error)
  // CHECK: llvm.call @rt_any_neg(%[[OUT]]
  %1, %e1 = ruchy.neg %0 : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
  // CHECK: llvm.call @rt_int_pow(%[[OUT]], %{{.*}}, %{{.*}}) : (!llvm.ptr, i64, i64)
  %2 = ruchy.pow %i, %i : (i64, i64) -> !ruchy.any
  ruchy.return %1, %e1 : !ruchy.any, !ruchy.error
}

// CHECK-LABEL: @ruchy.boxes
ruchy.func private @boxes(%f: f64, %b: i1, %s: !ruchy.str, %r: !ruchy.range) -> !ruchy.any {
  // CHECK: llvm.bitcast %{{.*}} : f64 to i64
  %0 = ruchy.coerce %f : f64 to !ruchy.any
  // CHECK: llvm.zext %{{.*}} : i1 to i64
  %1 = ruchy.coerce %b : i1 to !ruchy.any
  // CHECK: llvm.ptrtoint %{{.*}} : !llvm.ptr to i64
  // CHECK: llvm.mlir.constant(16 : i64)
  %2 = ruchy.coerce %s : !ruchy.str to !ruchy.any
  // CHECK: llvm.call @rt_range_new
  // CHECK-NOT: rt_drop
  %3 = ruchy.coerce %r : !ruchy.range to !ruchy.any
  ruchy.return %3 : !ruchy.any
}

// A range that is boxed for one use is dropped behind it.
// CHECK-LABEL: @ruchy.temporaries
ruchy.func private @temporaries(%x: !ruchy.any, %r: !ruchy.range) -> i1 {
  // CHECK: llvm.call @rt_range_new
  // CHECK: llvm.call @rt_any_equal
  // CHECK: llvm.call @rt_drop_any
  %0 = ruchy.eq %x, %r : !ruchy.any, !ruchy.range
  ruchy.return %0 : i1
}

// CHECK-LABEL: @ruchy.compares
ruchy.func private @compares(%x: !ruchy.any, %i: i64, %s: !ruchy.str) -> i1 {
  // Kinds that differ for certain.
  // CHECK: llvm.mlir.constant(false) : i1
  // CHECK-NOT: llvm.call
  %0 = ruchy.eq %s, %i : !ruchy.str, i64
  // The kind alone decides.
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  // CHECK: llvm.trunc %{{.*}} : i64 to i8
  // CHECK: llvm.icmp "eq"
  %1 = ruchy.eq %x, %nil : !ruchy.any, !ruchy.nil
  // CHECK: llvm.icmp "eq"
  %2 = ruchy.truthy %x : !ruchy.any
  // CHECK: %[[E:.*]] = llvm.call @rt_any_compare
  // CHECK: %[[O:.*]] = llvm.load
  // CHECK: %[[TWO:.*]] = llvm.mlir.constant(2 : i64)
  // CHECK: llvm.icmp "ult" %[[O]], %[[TWO]]
  %3, %e = ruchy.ge %x, %i : (!ruchy.any, i64) -> (i1, !ruchy.error)
  ruchy.return %3 : i1
}

// CHECK-LABEL: @ruchy.containers
ruchy.func private @containers(%x: !ruchy.any, %i: i64, %a: !ruchy.array<i64>)
    -> !ruchy.error {
  // CHECK: llvm.call @rt_any_index
  %0, %e0 = ruchy.index %x, %i : (!ruchy.any, i64) -> (!ruchy.any, !ruchy.error)
  // CHECK: llvm.call @rt_any_len
  %1, %e1 = ruchy.len %x : (!ruchy.any) -> (i64, !ruchy.error)
  // CHECK: llvm.call @rt_any_in
  %2, %e2 = ruchy.in %i, %x : (i64, !ruchy.any) -> (i1, !ruchy.error)
  // CHECK: llvm.call @rt_array_contains
  %3 = ruchy.in %i, %a : (i64, !ruchy.array<i64>) -> i1
  // A container whose change failed is given back too: nothing drops it here.
  // CHECK: %[[SITES:.*]] = llvm.mlir.addressof @sites.
  // CHECK: llvm.call @rt_any_place_set({{.*}}, %[[SITES]])
  // CHECK-NOT: llvm.call @rt_drop_any
  %4, %e4 = ruchy.place.set %x[%i, %0], %a
    : (!ruchy.any, i64, !ruchy.any, !ruchy.array<i64>) -> (!ruchy.any, !ruchy.error)
  ruchy.return %e4 : !ruchy.error
}

// CHECK-LABEL: @ruchy.casts
ruchy.func private @casts(%x: !ruchy.any, %f: f64, %i: i64) -> !ruchy.str {
  // CHECK: llvm.call_intrinsic "llvm.fptosi.sat.i64.f64"
  %0 = ruchy.cast %f to int : (f64) -> i64
  // CHECK: llvm.call @rt_float_cast
  %1 = ruchy.cast %f to u8 : (f64) -> i64
  // CHECK: llvm.call @rt_any_cast
  %2, %e = ruchy.cast %x to int : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
  // CHECK: llvm.call @rt_int_to_char
  %3 = ruchy.cast %i to char : (i64) -> !ruchy.str
  // CHECK: llvm.call @rt_float_to_string
  %4 = ruchy.cast %f to string : (f64) -> !ruchy.str
  ruchy.return %4 : !ruchy.str
}
