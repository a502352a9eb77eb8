// The environment overrides the threshold, unless it is no number.
//
// RUN: ruchy-opt %s --ruchy-inline="always=1 threshold=9" | FileCheck %s --check-prefix=INLINE
// RUN: env RUCHY_INLINE_THRESHOLD=0 ruchy-opt %s --ruchy-inline="always=1 threshold=9" | FileCheck %s --check-prefix=CALL
// RUN: env RUCHY_INLINE_THRESHOLD=9 ruchy-opt %s --ruchy-inline="always=1 threshold=0" | FileCheck %s --check-prefix=INLINE
// RUN: env RUCHY_INLINE_THRESHOLD=many ruchy-opt %s --ruchy-inline="always=1 threshold=9" | FileCheck %s --check-prefix=INLINE
// RUN: ruchy-opt %s --ruchy-inline="always=0 threshold=0" | FileCheck %s --check-prefix=CALL
// RUN: ruchy-opt %s --ruchy-inline | FileCheck %s --check-prefix=INLINE

// INLINE-NOT: @callee
// CALL: ruchy.func private @callee
ruchy.func private @callee(%a: f64) -> f64 {
  ruchy.print stdout %a : f64
  ruchy.print stdout %a : f64
  ruchy.return %a : f64
}

// INLINE-LABEL: @caller
// INLINE-COUNT-4: print
// INLINE-NOT: call @callee
// CALL-LABEL: @caller
// CALL-COUNT-2: call @callee
ruchy.func private @caller(%a: f64) -> f64 attributes {no_inline} {
  %0 = ruchy.call @callee(%a) : (f64) -> f64
  %1 = ruchy.call @callee(%0) : (f64) -> f64
  ruchy.return %1 : f64
}

ruchy.func @top_level(%a: f64) -> f64 {
  %0 = ruchy.call @caller(%a) : (f64) -> f64
  ruchy.return %0 : f64
}
