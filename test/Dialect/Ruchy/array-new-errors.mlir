// An array holds elements of its element type.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

// An array holds elements of its element type.
ruchy.func @new_with_other_elements(%f: f64) -> !ruchy.array<i64> {
  // expected-error @+1 {{cannot hold 'f64' in '!ruchy.array<i64>'}}
  %0 = ruchy.array.new [%f] : (f64) -> !ruchy.array<i64>
  ruchy.return %0 : !ruchy.array<i64>
}

// -----

ruchy.func @new_of_no_array(%i: i64) -> i64 {
  // expected-error @+1 {{cannot hold}}
  %0 = ruchy.array.new [%i] : (i64) -> i64
  ruchy.return %0 : i64
}
