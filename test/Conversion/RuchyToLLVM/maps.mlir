// RUN: ruchy-opt %s --convert-ruchy-to-llvm | FileCheck %s

// CHECK-LABEL: @ruchy.maps
ruchy.func private @maps(%k: !ruchy.str, %v: i64, %m: !ruchy.map<!ruchy.str, i64>) -> !ruchy.any {
  // CHECK: %[[M:.*]] = llvm.call @rt_map_new
  // CHECK: llvm.call @rt_map_put(%[[M]]
  %0 = ruchy.map.new [%k, %v] : (!ruchy.str, i64) -> !ruchy.map<!ruchy.str, i64>
  // CHECK: llvm.call @rt_set_put
  %1 = ruchy.set.new [%v] : (i64) -> !ruchy.set<i64>
  // CHECK: llvm.call @rt_map_field
  %2, %e2 = ruchy.field %m, "x" : (!ruchy.map<!ruchy.str, i64>) -> (i64, !ruchy.error)
  // CHECK: llvm.call @rt_map_get(
  %3 = ruchy.method "get" %m(%k) : (!ruchy.map<!ruchy.str, i64>, !ruchy.str) -> !ruchy.any
  // Keys are strings: slots of kind 4.
  // CHECK: %[[KIND:.*]] = llvm.mlir.constant(4 : i64)
  // CHECK: llvm.call @rt_map_keys(%arg2, %[[KIND]])
  %4 = ruchy.method "keys" %m() : (!ruchy.map<!ruchy.str, i64>) -> !ruchy.array<!ruchy.str>
  // CHECK: %[[ONE:.*]] = llvm.mlir.constant(1 : i64)
  // CHECK: llvm.call @rt_map_values(%arg2, %[[ONE]])
  %5 = ruchy.method "values" %m() : (!ruchy.map<!ruchy.str, i64>) -> !ruchy.array<i64>
  // CHECK: llvm.call @rt_map_insert(
  %6, %7 = ruchy.method.mut "insert" %0(%k, %v) : (!ruchy.map<!ruchy.str, i64>, !ruchy.str, i64) -> (!ruchy.any, !ruchy.map<!ruchy.str, i64>)
  // CHECK: llvm.call @rt_any_iter_keys
  %8, %e8 = ruchy.iter keys %m : (!ruchy.map<!ruchy.str, i64>) -> (!ruchy.any, !ruchy.error)
  ruchy.return %8 : !ruchy.any
}

// CHECK-LABEL: @ruchy.options
ruchy.func private @options(%o: !ruchy.option<i64>, %d: i64) -> i64 {
  // CHECK: llvm.mlir.addressof @rt_shape_some
  // CHECK: llvm.icmp "eq"
  %0 = ruchy.method "is_some" %o() : (!ruchy.option<i64>) -> i1
  // CHECK: llvm.call @rt_any_unwrap(
  %1, %e1 = ruchy.method "unwrap" %o() : (!ruchy.option<i64>) -> (i64, !ruchy.error)
  // CHECK: llvm.call @rt_any_unwrap_or(
  %2 = ruchy.method "unwrap_or" %o(%d) : (!ruchy.option<i64>, i64) -> i64
  ruchy.return %2 : i64
}
