// RUN: ruchy-opt %s --convert-ruchy-to-llvm | FileCheck %s

// CHECK-DAG: llvm.mlir.global internal @ruchy.count() {{.*}} : i64
// CHECK-DAG: llvm.mlir.global internal @isset.count() {{.*}} : i8
// CHECK-DAG: llvm.mlir.global internal @ruchy.log() {{.*}} : !llvm.ptr
// CHECK-NOT: @isset.log
ruchy.global private @count : i64
ruchy.global private @log : !ruchy.array<i64>
// A dynamic variable tells by its kind that it is unset.
// CHECK-LABEL: llvm.mlir.global internal @ruchy.dyn
// CHECK: llvm.mlir.constant(4 : i64)
// CHECK: llvm.return
ruchy.global private @dyn : !ruchy.any

// CHECK-LABEL: llvm.func internal @ruchy.uses
ruchy.func private @uses(%i: i64, %a: !ruchy.array<i64>, %x: !ruchy.any) -> i64 {
  // CHECK: llvm.store %{{.*}} : i64, !llvm.ptr
  // CHECK: %[[ONE:.*]] = llvm.mlir.constant(1 : i8)
  // CHECK: llvm.store %[[ONE]]
  ruchy.global.set @count, %i : i64
  // CHECK: llvm.load %{{.*}} : !llvm.ptr -> i8
  %0 = ruchy.global.is_set @count
  // CHECK: %[[OLD:.*]] = llvm.load %{{.*}} : !llvm.ptr -> !llvm.ptr
  // CHECK: llvm.store
  // CHECK: llvm.call @rt_drop(%[[OLD]])
  ruchy.global.set @log, %a : !ruchy.array<i64>
  // CHECK: %[[GOT:.*]] = llvm.load %{{.*}} : !llvm.ptr -> !llvm.ptr
  // CHECK: llvm.call @rt_dup(%[[GOT]])
  %1 = ruchy.global.get @log : !ruchy.array<i64>
  // CHECK: llvm.load %{{.*}} : !llvm.ptr -> !llvm.ptr
  // CHECK: %[[NULL:.*]] = llvm.mlir.zero : !llvm.ptr
  // CHECK: llvm.store %[[NULL]]
  // CHECK-NOT: rt_d
  %2 = ruchy.global.take @log : !ruchy.array<i64>
  // CHECK: llvm.call @rt_drop_any
  ruchy.global.set @dyn, %x : !ruchy.any
  // CHECK: llvm.trunc %{{.*}} : i64 to i8
  %3 = ruchy.global.is_set @dyn
  // CHECK: llvm.load %{{.*}} : !llvm.ptr -> i64
  // CHECK-NEXT: llvm.return
  %4 = ruchy.global.get @count : i64
  ruchy.return %4 : i64
}

// CHECK-LABEL: llvm.func @ruchy_main
// CHECK: llvm.call @drop_globals()
ruchy.func @ruchy.main() -> !ruchy.nil {
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
// CHECK-LABEL: llvm.func internal @drop_globals
// CHECK: llvm.call @rt_drop(
// CHECK: llvm.call @rt_drop_any(
