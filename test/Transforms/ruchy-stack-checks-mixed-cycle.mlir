// One call that is no tail call makes a whole cycle nest: each round leaves a
// frame of `wrap` behind, although `step` gives its own up.
//
// RUN: ruchy-opt %s --ruchy-stack-checks | FileCheck %s

// CHECK-LABEL: @wrap
// CHECK: ruchy.stack.enter
ruchy.func private @wrap(%n: i64) -> (i64, !ruchy.error) {
  %0, %e = ruchy.call @step(%n) : (i64) -> (i64, !ruchy.error)
  %1, %o = ruchy.add.checked %0, %n
  ruchy.return %1, %e : i64, !ruchy.error
}

// CHECK-LABEL: @step
ruchy.func private @step(%n: i64) -> (i64, !ruchy.error) {
  %0, %e = ruchy.call tail @wrap(%n) : (i64) -> (i64, !ruchy.error)
  ruchy.return %0, %e : i64, !ruchy.error
}
