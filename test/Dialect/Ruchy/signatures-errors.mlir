// Functions and globals hold values of programs only.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

// The values of a function are values of programs.
// expected-error @+1 {{must be a Ruchy value type}}
ruchy.func private @slot_argument(!ruchy.slot<i64>) -> i64

// -----

// expected-error @+1 {{must be a Ruchy value type}}
ruchy.func private @foreign_result() -> i32

// -----

// expected-error @+1 {{must be a Ruchy value type}}
ruchy.global private @foreign : i32
