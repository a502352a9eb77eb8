// A fold gives all results or none: the checking forms keep their status.
//
// RUN: ruchy-opt %s -canonicalize | FileCheck %s

// CHECK-LABEL: @strings
// CHECK: %[[SUM:.+]], %[[STATUS:.+]] = add %{{.+}}, %{{.+}} : (!ruchy.str, !ruchy.str) -> (!ruchy.str, !ruchy.error)
// CHECK-NEXT: return %[[SUM]], %[[STATUS]]
ruchy.func @strings() -> (!ruchy.str, !ruchy.error) {
  %a = ruchy.constant "a" : !ruchy.str
  %b = ruchy.constant "b" : !ruchy.str
  %0, %e = ruchy.add %a, %b : (!ruchy.str, !ruchy.str) -> (!ruchy.str, !ruchy.error)
  ruchy.return %0, %e : !ruchy.str, !ruchy.error
}

// CHECK-LABEL: @integers
// CHECK: %[[SUM:.+]], %[[STATUS:.+]] = add %{{.+}}, %{{.+}} : (i64, i64) -> (i64, !ruchy.error)
// CHECK-NEXT: return %[[SUM]], %[[STATUS]]
ruchy.func @integers(%a: i64) -> (i64, !ruchy.error) {
  %zero = ruchy.constant 0 : i64
  %0, %e = ruchy.add %a, %zero : (i64, i64) -> (i64, !ruchy.error)
  ruchy.return %0, %e : i64, !ruchy.error
}

// CHECK-LABEL: @cast
// CHECK: %[[VALUE:.+]], %[[STATUS:.+]] = cast %arg0 to int : (i64) -> (i64, !ruchy.error)
// CHECK-NEXT: return %[[VALUE]], %[[STATUS]]
ruchy.func @cast(%a: i64) -> (i64, !ruchy.error) {
  %0, %e = ruchy.cast %a to int : (i64) -> (i64, !ruchy.error)
  ruchy.return %0, %e : i64, !ruchy.error
}
