// RUN: ruchy-opt %s --convert-ruchy-to-llvm | FileCheck %s

// A value without captures is a constant; nobody calls it dynamically.
// CHECK-DAG: llvm.mlir.global internal constant @function.exact()
// CHECK-DAG: llvm.mlir.global internal constant @code.lambda()
// CHECK-DAG: llvm.mlir.addressof @thunk.lambda

// CHECK-LABEL: @ruchy.values
ruchy.func private @values(%a: i64, %v: !ruchy.any) -> !ruchy.any {
  // CHECK: %[[CODE:.*]] = llvm.mlir.addressof @code.lambda
  // CHECK: %[[F:.*]] = llvm.call @rt_function_new(%[[CODE]]
  // CHECK: %[[C:.*]] = llvm.getelementptr inbounds %[[F]][24]
  // CHECK: llvm.store %arg0, %[[C]] : i64
  %0 = ruchy.closure.new @lambda [%a] : (i64) -> !ruchy.fn<@lambda>
  // CHECK: llvm.mlir.addressof @function.exact
  %1 = ruchy.closure.new @exact [] : () -> !ruchy.fn<@exact>
  // CHECK: llvm.call @rt_any_call(
  %2, %e = ruchy.call_value %v(%a) : (!ruchy.any, i64) -> (!ruchy.any, !ruchy.error)
  // CHECK: llvm.call @rt_drop_shared(%[[F]])
  ruchy.rc.drop %0 : !ruchy.fn<@lambda>
  ruchy.return %2 : !ruchy.any
}

// CHECK-LABEL: @ruchy.cells
ruchy.func private @cells(%s: !ruchy.str) -> !ruchy.str {
  // CHECK: %[[C:.*]] = llvm.call @rt_cell_new
  %c = ruchy.cell.new "s" %s : !ruchy.str
  // CHECK: llvm.getelementptr inbounds %[[C]][8]
  // CHECK: %[[V:.*]] = llvm.load %{{.*}} : !llvm.ptr -> !llvm.ptr
  // CHECK: llvm.call @rt_dup(%[[V]])
  %0 = ruchy.cell.get "s" %c : (!ruchy.cell) -> !ruchy.str
  // Taking leaves nil, without a count.
  // CHECK-NOT: rt_dup
  // CHECK: llvm.store %{{.*}} : i64
  %1 = ruchy.cell.take "s" %c : (!ruchy.cell) -> !ruchy.str
  // CHECK: llvm.call @rt_drop_any
  ruchy.cell.set "s" %c, %1 : !ruchy.cell, !ruchy.str
  // CHECK: llvm.call @rt_drop_shared(%[[C]])
  ruchy.rc.drop %c : !ruchy.cell
  ruchy.return %0 : !ruchy.str
}

// CHECK-LABEL: @ruchy.lambda
ruchy.func private @lambda(%self: !ruchy.any, %x: !ruchy.any)
    -> (!ruchy.any, !ruchy.error) attributes {closure} {
  // CHECK: llvm.getelementptr inbounds %{{.*}}[24]
  // CHECK: llvm.load %{{.*}} : !llvm.ptr -> i64
  %k = ruchy.closure.get %self, 0 : (!ruchy.any) -> i64
  %r, %e = ruchy.add %k, %x : (i64, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  ruchy.return %r, %e : !ruchy.any, !ruchy.error
}

// Unknown callers cannot pass an integer: no thunk.
// CHECK-NOT: @thunk.exact
ruchy.func private @exact(%x: i64) -> i64 {
  ruchy.return %x : i64
}

// CHECK-LABEL: llvm.func internal @thunk.lambda(
// CHECK: %[[ONE:.*]] = llvm.mlir.constant(1 : i64)
// CHECK: llvm.icmp "eq" %arg3, %[[ONE]]
// CHECK: llvm.call @ruchy.lambda(
// CHECK: llvm.call @rt_error_arity(
