// An exhausted stack needs a status to be reported with.
//
// RUN: ruchy-opt %s --ruchy-stack-checks -split-input-file -verify-diagnostics

// expected-error @+1 {{is recursive but has no error status to report an exhausted stack with}}
ruchy.func private @f(%n: i64) -> i64 {
  %0 = ruchy.call @f(%n) : (i64) -> i64
  %1 = ruchy.add %0, %n : (i64, i64) -> i64
  ruchy.return %1 : i64
}
