// The branch to the error edge is not taken where that uses what the block
// behind the call defines: it would no longer dominate its use.
//
// RUN: ruchy-opt %s --ruchy-inline=always=50 | FileCheck %s

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

// CHECK-LABEL: @uses_value
// CHECK: print stderr
ruchy.func @uses_value(%a: i64, %b: i64) -> (i64, !ruchy.error) {
  %0, %e = ruchy.call @div(%a, %b) : (i64, i64) -> (i64, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^error(%e : !ruchy.error), ^ok
^ok:
  %none = ruchy.error.none
  ruchy.return %0, %none : i64, !ruchy.error
^error(%status: !ruchy.error):
  ruchy.print stderr %0 : i64
  ruchy.return %0, %status : i64, !ruchy.error
}
