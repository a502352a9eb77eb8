// RUN: ruchy-opt %s --convert-ruchy-to-arith --convert-ruchy-to-llvm | FileCheck %s

// CHECK-LABEL: @ruchy.exclusive
ruchy.func private @exclusive(%a: i64, %b: i64) -> i64 {
  %r = ruchy.range %a, %b : (i64, i64) -> !ruchy.range
  %it = ruchy.iter %r : (!ruchy.range) -> !ruchy.range
  // CHECK: llvm.icmp "slt"
  %i, %more = ruchy.iter.start %it : !ruchy.range
  // CHECK-NOT: llvm.select
  // CHECK: %[[N:.*]] = llvm.add %{{.*}} overflow<nsw>
  // CHECK: llvm.icmp "slt" %[[N]], %{{.*}}
  %n, %again = ruchy.iter.next %it, %i : !ruchy.range
  %v = ruchy.iter.value %it, %n : (!ruchy.range) -> i64
  // CHECK: llvm.return %[[N]]
  ruchy.return %v : i64
}

// The last value may be the largest integer.
// CHECK-LABEL: @ruchy.inclusive
ruchy.func private @inclusive(%a: i64, %b: i64) -> i1 {
  %r = ruchy.range %a, %b inclusive : (i64, i64) -> !ruchy.range
  %it = ruchy.iter %r : (!ruchy.range) -> !ruchy.range
  // CHECK: llvm.icmp "sle"
  %i, %more = ruchy.iter.start %it : !ruchy.range
  // CHECK-NOT: nsw
  // CHECK: llvm.icmp "ne"
  // CHECK-NOT: llvm.select
  %n, %again = ruchy.iter.next %it, %i : !ruchy.range
  ruchy.return %again : i1
}

// CHECK-LABEL: @ruchy.unknown
ruchy.func private @unknown(%r: !ruchy.range) -> i1 {
  // CHECK: llvm.select
  %i, %more = ruchy.iter.start %r : !ruchy.range
  // CHECK-NOT: nsw
  // CHECK: llvm.select
  %n, %again = ruchy.iter.next %r, %i : !ruchy.range
  ruchy.return %again : i1
}

// CHECK-LABEL: @ruchy.arrays
ruchy.func private @arrays(%s: !ruchy.str) -> !ruchy.str {
  // CHECK: llvm.call @rt_string_chars
  %it = ruchy.iter %s : (!ruchy.str) -> !ruchy.array<!ruchy.str>
  %i, %more = ruchy.iter.start %it : !ruchy.array<!ruchy.str>
  // CHECK: llvm.add %{{.*}} overflow<nsw>
  %n, %again = ruchy.iter.next %it, %i : !ruchy.array<!ruchy.str>
  // CHECK: llvm.load %{{.*}} : !llvm.ptr -> !llvm.ptr
  %v = ruchy.iter.value %it, %n : (!ruchy.array<!ruchy.str>) -> !ruchy.str
  ruchy.return %v : !ruchy.str
}

// CHECK-LABEL: @ruchy.dynamic
ruchy.func private @dynamic(%x: !ruchy.any) -> !ruchy.any {
  // CHECK: llvm.call @rt_any_iter(
  %it, %e = ruchy.iter %x : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
  // CHECK: llvm.call @rt_any_iter_len
  %i, %more = ruchy.iter.start %it : !ruchy.any
  // CHECK: llvm.call @rt_any_iter_at
  %v = ruchy.iter.value %it, %i : (!ruchy.any) -> !ruchy.any
  ruchy.return %v : !ruchy.any
}

// CHECK-LABEL: @ruchy.open
ruchy.func private @open(%a: i64) -> !ruchy.any {
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  // CHECK: llvm.call @rt_range_new
  %r = ruchy.range %a, %nil : (i64, !ruchy.nil) -> !ruchy.any
  ruchy.return %r : !ruchy.any
}
