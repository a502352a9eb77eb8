// Several results, statuses that the function tests itself.
//
// RUN: ruchy-opt %s --ruchy-specialize | FileCheck %s

// Parameters that are given back have types of their own, and so do statuses.
// CHECK-LABEL: ruchy.func private @grow.array_never.i64(%arg0: !ruchy.array<!ruchy.never>, %arg1: i64) -> (!ruchy.nil, !ruchy.array<i64>) attributes {inout = array<i64: 0>}
// CHECK-NEXT: [[V0:%.+]] = coerce %arg0 : !ruchy.array<!ruchy.never> to !ruchy.array<i64>
// CHECK-NEXT: [[V1:%.+]], [[V2:%.+]], [[V3:%.+]] = ruchy.method.mut "push" [[V0]](%arg1) : (!ruchy.array<i64>, i64) -> (!ruchy.nil, !ruchy.array<i64>, !ruchy.error)
// CHECK-NEXT: [[V4:%.+]] = failed [[V3]]
// CHECK-NEXT: cf.cond_br [[V4]], ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: return [[V1]], [[V2]] : !ruchy.nil, !ruchy.array<i64>
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: fail [[V3]], [[V2]] : !ruchy.array<i64>
ruchy.func private @grow(%a: !ruchy.any, %v: !ruchy.any) -> (!ruchy.any, !ruchy.any) attributes {inout = array<i64: 0>} {
  %r, %u, %e = ruchy.method.mut "push" %a(%v) : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.any, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^fail, ^done
^done:
  ruchy.return %r, %u : !ruchy.any, !ruchy.any
^fail:
  ruchy.fail %e, %u : !ruchy.any
}
// CHECK-LABEL: ruchy.func @caller(%arg0: i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[V0:%.+]] = ruchy.array.new[] : () -> !ruchy.array<!ruchy.never>
// CHECK-NEXT: [[V1:%.+]]:3 = call @grow.array_never.i64([[V0]], %arg0) : (!ruchy.array<!ruchy.never>, i64) -> (!ruchy.nil, !ruchy.array<i64>, !ruchy.error)
// CHECK-NEXT: [[V2:%.+]] = failed [[V1]]#2
// CHECK-NEXT: cf.cond_br [[V2]], ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: return [[V1]]#1 : !ruchy.array<i64>
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: fail [[V1]]#2
ruchy.func @caller(%i: i64) -> !ruchy.any {
  %0 = ruchy.array.new [] : () -> !ruchy.any
  %b = ruchy.coerce %i : i64 to !ruchy.any
  %r, %u, %e = ruchy.call @grow(%0, %b) : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.any, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^fail, ^done
^done:
  ruchy.return %u : !ruchy.any
^fail:
  ruchy.fail %e
}

// Behind an operation that always fails only the handler lives.
// CHECK-LABEL: ruchy.func @always(%arg0: i64) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = ruchy.array.new[] : () -> !ruchy.array<!ruchy.never>
// CHECK-NEXT: [[V1:%.+]], [[V2:%.+]] = index [[V0]], %arg0 : (!ruchy.array<!ruchy.never>, i64) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V3:%.+]] = failed [[V2]]
// CHECK-NEXT: cf.br ^bb1([[V2]] : !ruchy.error)
// CHECK-NEXT: ^bb1([[V4:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V5:%.+]] = ruchy.error.value [[V4]] : !ruchy.any
// CHECK-NEXT: return [[V5]] : !ruchy.any
ruchy.func @always(%i: i64) -> !ruchy.any {
  %0 = ruchy.array.new [] : () -> !ruchy.any
  %x, %e = ruchy.index %0, %i : (!ruchy.any, i64) -> (!ruchy.any, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^handler(%e : !ruchy.error), ^done
^done:
  ruchy.return %x : !ruchy.any
^handler(%caught: !ruchy.error):
  %v = ruchy.error.value %caught : !ruchy.any
  ruchy.return %v : !ruchy.any
}
