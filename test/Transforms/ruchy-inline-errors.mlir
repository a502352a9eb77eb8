// With explicit errors a return of a certain error goes to the error edge of
// the caller at once, without a second test.
//
// RUN: ruchy-opt %s --ruchy-inline=always=50 | FileCheck %s --implicit-check-not=@div --implicit-check-not=@always_fails

ruchy.func private @div(%a: i64, %b: i64) -> (i64, !ruchy.error) {
  %zero = ruchy.constant 0 : i64
  %0 = ruchy.eq %b, %zero : i64, i64
  cf.cond_br %0, ^error, ^ok
^ok:
  %1 = arith.divsi %a, %b : i64
  %none = ruchy.error.none
  ruchy.return %1, %none : i64, !ruchy.error
^error:
  %poison = ruchy.poison : i64
  %e = ruchy.error.site "DivisionByZero" ""
  ruchy.return %poison, %e : i64, !ruchy.error
}

// CHECK-LABEL: ruchy.func @threaded(%arg0: i64, %arg1: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = eq %arg1, [[V0]] : i64, i64
// CHECK-NEXT: cf.cond_br [[V1]], ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V2:%.+]] = arith.divsi %arg0, %arg1 : i64
// CHECK-NEXT: print stdout [[V2]] : i64
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V2]], [[V3]] : i64, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V4:%.+]] = ruchy.error.site "DivisionByZero" ""
// CHECK-NEXT: [[V5:%.+]] = poison : i64
// CHECK-NEXT: return [[V5]], [[V4]] : i64, !ruchy.error
ruchy.func @threaded(%a: i64, %b: i64) -> (i64, !ruchy.error) {
  %0, %e = ruchy.call @div(%a, %b) : (i64, i64) -> (i64, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^error(%e : !ruchy.error), ^ok
^ok:
  ruchy.print stdout %0 : i64
  %none = ruchy.error.none
  ruchy.return %0, %none : i64, !ruchy.error
^error(%status: !ruchy.error):
  %poison = ruchy.poison : i64
  ruchy.return %poison, %status : i64, !ruchy.error
}

// Passed on untested.
// CHECK-LABEL: ruchy.func @untested(%arg0: i64, %arg1: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = eq %arg1, [[V0]] : i64, i64
// CHECK-NEXT: cf.cond_br [[V1]], ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V2:%.+]] = arith.divsi %arg0, %arg1 : i64
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.none
// CHECK-NEXT: cf.br ^bb3([[V2]], [[V3]] : i64, !ruchy.error)
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V4:%.+]] = poison : i64
// CHECK-NEXT: [[V5:%.+]] = ruchy.error.site "DivisionByZero" ""
// CHECK-NEXT: cf.br ^bb3([[V4]], [[V5]] : i64, !ruchy.error)
// CHECK-NEXT: ^bb3([[V6:%.+]]: i64, [[V7:%.+]]: !ruchy.error):
// CHECK-NEXT: return [[V6]], [[V7]] : i64, !ruchy.error
ruchy.func @untested(%a: i64, %b: i64) -> (i64, !ruchy.error) {
  %0, %e = ruchy.call @div(%a, %b) : (i64, i64) -> (i64, !ruchy.error)
  ruchy.return %0, %e : i64, !ruchy.error
}

// The status is used in another way too: both paths meet behind the call.
// CHECK-LABEL: ruchy.func @printed(%arg0: i64, %arg1: i64) -> i1
// CHECK-NEXT: [[FALSE:%.+]] = arith.constant false
// CHECK-NEXT: [[TRUE:%.+]] = arith.constant true
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = eq %arg1, [[V0]] : i64, i64
// CHECK-NEXT: cf.cond_br [[V1]], ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V2:%.+]] = arith.divsi %arg0, %arg1 : i64
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.none
// CHECK-NEXT: cf.br ^bb3([[V2]], [[V3]] : i64, !ruchy.error)
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V4:%.+]] = poison : i64
// CHECK-NEXT: [[V5:%.+]] = ruchy.error.site "DivisionByZero" ""
// CHECK-NEXT: cf.br ^bb3([[V4]], [[V5]] : i64, !ruchy.error)
// CHECK-NEXT: ^bb3([[V6:%.+]]: i64, [[V7:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V8:%.+]] = failed [[V7]]
// CHECK-NEXT: cf.cond_br [[V8]], ^bb5, ^bb4
// CHECK-NEXT: ^bb4:
// CHECK-NEXT: print stdout [[V6]] : i64
// CHECK-NEXT: return [[FALSE]] : i1
// CHECK-NEXT: ^bb5:
// CHECK-NEXT: print stderr [[V7]] : !ruchy.error
// CHECK-NEXT: return [[TRUE]] : i1
ruchy.func @printed(%a: i64, %b: i64) -> i1 {
  %0, %e = ruchy.call @div(%a, %b) : (i64, i64) -> (i64, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^error, ^ok
^ok:
  ruchy.print stdout %0 : i64
  ruchy.return %f : i1
^error:
  ruchy.print stderr %e : !ruchy.error
  ruchy.return %f : i1
}

ruchy.func private @always_fails(%s: !ruchy.str) -> (i64, !ruchy.error) {
  %poison = ruchy.poison : i64
  %e = ruchy.error.message "Panic" "" %s
  ruchy.return %poison, %e : i64, !ruchy.error
}

// CHECK-LABEL: ruchy.func @folded(%arg0: !ruchy.str) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = ruchy.error.message "Panic" "" %arg0
// CHECK-NEXT: [[V1:%.+]] = poison : i64
// CHECK-NEXT: return [[V1]], [[V0]] : i64, !ruchy.error
ruchy.func @folded(%s: !ruchy.str) -> (i64, !ruchy.error) {
  %0, %e = ruchy.call @always_fails(%s) : (!ruchy.str) -> (i64, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^error, ^ok
^ok:
  ruchy.print stdout %0 : i64
  %none = ruchy.error.none
  ruchy.return %0, %none : i64, !ruchy.error
^error:
  %poison = ruchy.poison : i64
  ruchy.return %poison, %e : i64, !ruchy.error
}
