// Errors that the function tests itself, and values that are valid on error.
//
// RUN: ruchy-opt %s --ruchy-lower-errors | FileCheck %s

// An error goes where the function's own test sends it.
// CHECK-LABEL: ruchy.func private @handler(%arg0: i64, %arg1: i64) -> i64
// CHECK-NEXT: [[V0:%.+]], [[V1:%.+]] = ruchy.add.checked %arg0, %arg1
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb3, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: cf.br ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: return [[V0]] : i64
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.site "OverflowAdd" ""
// CHECK-NEXT: cf.br ^bb4([[V2]] : !ruchy.error)
// CHECK-NEXT: ^bb4([[V3:%.+]]: !ruchy.error):
// CHECK-NEXT: cf.br ^bb5([[V3]], %arg0 : !ruchy.error, i64)
// CHECK-NEXT: ^bb5([[V4:%.+]]: !ruchy.error, [[V5:%.+]]: i64):
// CHECK-NEXT: [[V6:%.+]] = ruchy.error.value [[V4]] : !ruchy.any
// CHECK-NEXT: print stdout [[V6]] : !ruchy.any
// CHECK-NEXT: return [[V5]] : i64
ruchy.func private @handler(%a: i64, %b: i64) -> i64 {
  %0, %e = ruchy.add %a, %b : (i64, i64) -> (i64, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^handler(%e, %a : !ruchy.error, i64), ^done
^done:
  ruchy.return %0 : i64
^handler(%caught: !ruchy.error, %old: i64):
  %v = ruchy.error.value %caught : !ruchy.any
  ruchy.print stdout %v : !ruchy.any
  ruchy.return %old : i64
}

// What cannot fail leaves no handler behind.
// CHECK-LABEL: ruchy.func private @safe(%arg0: f64, %arg1: f64) -> f64
// CHECK-NEXT: [[V0:%.+]] = add %arg0, %arg1 : (f64, f64) -> f64
// CHECK-NEXT: cf.br ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: return [[V0]] : f64
ruchy.func private @safe(%a: f64, %b: f64) -> f64 {
  %0, %e = ruchy.add %a, %b : (f64, f64) -> (f64, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^handler, ^done
^done:
  ruchy.return %0 : f64
^handler:
  ruchy.fail %e
}

// A container is valid on the error edge, where it is what it was.
// CHECK-LABEL: ruchy.func private @place(%arg0: !ruchy.array<i64>, %arg1: i64) -> (!ruchy.nil, !ruchy.array<i64>, !ruchy.error) attributes {inout = array<i64: 0>}
// CHECK-NEXT: [[V0:%.+]], [[V1:%.+]] = ruchy.array.bounds %arg0, %arg1 : <i64>
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb3, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V2:%.+]] = ruchy.place.put %arg0[[[V0]]], %arg1 : (!ruchy.array<i64>, i64, i64) -> !ruchy.array<i64>
// CHECK-NEXT: cf.br ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V3:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V4:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V3]], [[V2]], [[V4]] : !ruchy.nil, !ruchy.array<i64>, !ruchy.error
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: [[V5:%.+]] = ruchy.error.index %arg1, %arg0 : !ruchy.array<i64>
// CHECK-NEXT: cf.br ^bb4([[V5]], %arg0 : !ruchy.error, !ruchy.array<i64>)
// CHECK-NEXT: ^bb4([[V6:%.+]]: !ruchy.error, [[V7:%.+]]: !ruchy.array<i64>):
// CHECK-NEXT: cf.br ^bb5([[V7]], [[V6]] : !ruchy.array<i64>, !ruchy.error)
// CHECK-NEXT: ^bb5([[V8:%.+]]: !ruchy.array<i64>, [[V9:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V10:%.+]] = poison : !ruchy.nil
// CHECK-NEXT: return [[V10]], [[V8]], [[V9]] : !ruchy.nil, !ruchy.array<i64>, !ruchy.error
ruchy.func private @place(%a: !ruchy.array<i64>, %i: i64) -> (!ruchy.nil, !ruchy.array<i64>) attributes {inout = array<i64: 0>} {
  %u, %e = ruchy.place.set %a[%i], %i : (!ruchy.array<i64>, i64, i64) -> (!ruchy.array<i64>, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^fail, ^done
^done:
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil, %u : !ruchy.nil, !ruchy.array<i64>
^fail:
  ruchy.fail %e, %u : !ruchy.array<i64>
}

// A call gives back parameters with its error, and what stands between the
// call and its test is done on both edges.
ruchy.global private @g : !ruchy.array<i64>
// CHECK-LABEL: ruchy.func private @call(%arg0: !ruchy.array<i64>, %arg1: i64) -> (!ruchy.nil, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]]:3 = call @place(%arg0, %arg1) : (!ruchy.array<i64>, i64) -> (!ruchy.nil, !ruchy.array<i64>, !ruchy.error)
// CHECK-NEXT: [[V1:%.+]] = failed [[V0]]#2
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb3([[V0]]#2, [[V0]]#1 : !ruchy.error, !ruchy.array<i64>), ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: ruchy.global.set @g, [[V0]]#1 : !ruchy.array<i64>
// CHECK-NEXT: cf.br ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V0]]#0, [[V2]] : !ruchy.nil, !ruchy.error
// CHECK-NEXT: ^bb3([[V3:%.+]]: !ruchy.error, [[V4:%.+]]: !ruchy.array<i64>):
// CHECK-NEXT: ruchy.global.set @g, [[V4]] : !ruchy.array<i64>
// CHECK-NEXT: cf.br ^bb4([[V3]] : !ruchy.error)
// CHECK-NEXT: ^bb4([[V5:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V6:%.+]] = poison : !ruchy.nil
// CHECK-NEXT: return [[V6]], [[V5]] : !ruchy.nil, !ruchy.error
ruchy.func private @call(%a: !ruchy.array<i64>, %i: i64) -> !ruchy.nil {
  %r, %u, %e = ruchy.call @place(%a, %i) : (!ruchy.array<i64>, i64) -> (!ruchy.nil, !ruchy.array<i64>, !ruchy.error)
  ruchy.global.set @g, %u : !ruchy.array<i64>
  %f = ruchy.failed %e
  cf.cond_br %f, ^fail, ^done
^done:
  ruchy.return %r : !ruchy.nil
^fail:
  ruchy.fail %e
}

// A variable gets back what was taken out of it before an error leaves.
// CHECK-LABEL: ruchy.func private @taken(%arg0: i64) -> (!ruchy.nil, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = ruchy.global.take @g : !ruchy.array<i64>
// CHECK-NEXT: [[V1:%.+]], [[V2:%.+]] = ruchy.array.bounds [[V0]], %arg0 : <i64>
// CHECK-NEXT: cf.cond_br [[V2]] weights([1, 1048576]), ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V3:%.+]] = ruchy.place.put [[V0]][[[V1]]], %arg0 : (!ruchy.array<i64>, i64, i64) -> !ruchy.array<i64>
// CHECK-NEXT: ruchy.global.set @g, [[V3]] : !ruchy.array<i64>
// CHECK-NEXT: [[V4:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V5:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V4]], [[V5]] : !ruchy.nil, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V6:%.+]] = ruchy.error.index %arg0, [[V0]] : !ruchy.array<i64>
// CHECK-NEXT: cf.br ^bb3([[V6]], [[V0]] : !ruchy.error, !ruchy.array<i64>)
// CHECK-NEXT: ^bb3([[V7:%.+]]: !ruchy.error, [[V8:%.+]]: !ruchy.array<i64>):
// CHECK-NEXT: ruchy.global.set @g, [[V8]] : !ruchy.array<i64>
// CHECK-NEXT: cf.br ^bb4([[V7]] : !ruchy.error)
// CHECK-NEXT: ^bb4([[V9:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V10:%.+]] = poison : !ruchy.nil
// CHECK-NEXT: return [[V10]], [[V9]] : !ruchy.nil, !ruchy.error
ruchy.func private @taken(%i: i64) -> !ruchy.nil {
  %a = ruchy.global.take @g : !ruchy.array<i64>
  %u = ruchy.place.set %a[%i], %i : (!ruchy.array<i64>, i64, i64) -> !ruchy.array<i64>
  ruchy.global.set @g, %u : !ruchy.array<i64>
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Errors of functions of the compiler are reported at their call.
// CHECK-LABEL: ruchy.func private @prelude(%arg0: !ruchy.any) -> (!ruchy.any, !ruchy.error) attributes {transparent}
// CHECK-NEXT: [[V0:%.+]], [[V1:%.+]] = neg %arg0 : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V2:%.+]] = failed [[V1]]
// CHECK-NEXT: cf.cond_br [[V2]] weights([1, 1048576]), ^bb2([[V1]] : !ruchy.error), ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V0]], [[V3]] : !ruchy.any, !ruchy.error
// CHECK-NEXT: ^bb2([[V4:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V5:%.+]] = poison : !ruchy.any
// CHECK-NEXT: return [[V5]], [[V4]] : !ruchy.any, !ruchy.error
ruchy.func private @prelude(%v: !ruchy.any) -> !ruchy.any attributes {transparent} {
  %0 = ruchy.neg %v : (!ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}
// CHECK-LABEL: ruchy.func private @user(%arg0: !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]]:2 = call @prelude(%arg0) : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V1:%.+]] = failed [[V0]]#1
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V0]]#0, [[V2]] : !ruchy.any, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.relocate [[V0]]#1
// CHECK-NEXT: cf.br ^bb3([[V3]] : !ruchy.error)
// CHECK-NEXT: ^bb3([[V4:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V5:%.+]] = poison : !ruchy.any
// CHECK-NEXT: return [[V5]], [[V4]] : !ruchy.any, !ruchy.error
ruchy.func private @user(%v: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.call @prelude(%v) : (!ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}
