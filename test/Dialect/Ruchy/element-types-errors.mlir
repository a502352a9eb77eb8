// Arrays and slots hold values of programs only.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

// Arrays hold values of programs only.
// expected-error @+1 {{element type}}
ruchy.func private @array_of_slots(!ruchy.array<!ruchy.slot<i64>>) -> i64

// -----

// expected-error @+1 {{element type}}
ruchy.func private @array_of_narrow_integers(!ruchy.array<i32>) -> i64

// -----

// expected-error @+1 {{element type}}
ruchy.func private @array_of_statuses(!ruchy.array<!ruchy.error>) -> i64

// -----

// expected-error @+1 {{element type}}
ruchy.func private @slot_of_slot(!ruchy.slot<!ruchy.slot<i64>>) -> i64
