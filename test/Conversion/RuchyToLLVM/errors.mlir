// RUN: ruchy-opt %s --convert-ruchy-to-arith --convert-ruchy-to-llvm | FileCheck %s

// One site per kind, text and place. The file has no folders, an inlined
// operation keeps its own place.
// CHECK: constant @[[$TEXT:bytes.[0-9]+]]("x")
// CHECK: constant @[[$SITE2:site.[0-9]+]]() {addr_space = 0 : i32, alignment = 8
// CHECK: llvm.mlir.constant(4 : i32)
// CHECK: llvm.mlir.constant(1 : i32)
// CHECK: llvm.mlir.addressof @[[$FILE:bytes.[0-9]+]]
// CHECK: llvm.mlir.addressof @[[$TEXT]]
// CHECK: llvm.mlir.constant(1 : i64)
// CHECK: constant @[[$FILE]]("a.ruchy\00")
// Count and type of a constant object, kind, line and column.
// CHECK: constant @[[$SITE:site.[0-9]+]]()
// CHECK: llvm.mlir.constant(-1073741824 : i32)
// CHECK: llvm.mlir.constant(275 : i32)
// CHECK: llvm.mlir.constant(0 : i32)
// CHECK: llvm.mlir.constant(3 : i32)
// CHECK: llvm.mlir.constant(7 : i32)
// CHECK: llvm.mlir.addressof @[[$FILE]]
// CHECK: llvm.mlir.zero : !llvm.ptr

// CHECK-LABEL: @ruchy.sites
ruchy.func private @sites() -> !ruchy.error {
  // CHECK: llvm.mlir.addressof @[[$SITE]]
  %0 = ruchy.error.site "OverflowAdd" "" loc("dir/a.ruchy":3:7)
  // CHECK: llvm.mlir.addressof @[[$SITE]]
  %1 = ruchy.error.site "OverflowAdd" ""
    loc(callsite("dir/a.ruchy":3:7 at "dir/a.ruchy":9:1))
  // CHECK: %[[E:.*]] = llvm.mlir.addressof @[[$SITE2]]
  %2 = ruchy.error.site "UndefinedVariable" "x" loc(fused["v"("dir/a.ruchy":4:1)])
  // CHECK: llvm.return %[[E]]
  ruchy.return %2 : !ruchy.error
}

// CHECK-LABEL: @ruchy.tests
ruchy.func private @tests(%e: !ruchy.error) -> i1 {
  // CHECK: %[[NULL:.*]] = llvm.mlir.zero
  // CHECK: llvm.icmp "ne" %{{.*}}, %[[NULL]]
  %0 = ruchy.failed %e
  ruchy.return %0 : i1
}

// CHECK-LABEL: @ruchy.made
ruchy.func private @made(%a: !ruchy.array<i64>, %i: i64, %m: !ruchy.str) -> !ruchy.error {
  // CHECK: %[[LEN:.*]] = llvm.load
  // CHECK: %[[KIND:.*]] = llvm.mlir.constant(17 : i64)
  // CHECK: llvm.call @rt_error_index(%{{.*}}, %[[LEN]], %[[KIND]], %{{.*}})
  %0 = ruchy.error.index %i, %a : !ruchy.array<i64>
  // CHECK: llvm.call @rt_error_message(%{{.*}}, %{{.*}})
  %1 = ruchy.error.message "Panic" "" %m
  ruchy.return %1 : !ruchy.error
}

// A heap value that does not exist is null, so that it may be dropped.
// CHECK-LABEL: @ruchy.poison
ruchy.func private @poison() -> !ruchy.str {
  // CHECK: %[[P:.*]] = llvm.mlir.zero : !llvm.ptr
  // CHECK: llvm.return %[[P]]
  %0 = ruchy.poison : !ruchy.str
  ruchy.return %0 : !ruchy.str
}
