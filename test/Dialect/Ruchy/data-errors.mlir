// What the verifiers and type constraints of containers reject.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

ruchy.func @put_other_value(%a: !ruchy.array<i64>, %i: i64, %f: f64) -> !ruchy.array<i64> {
  // expected-error @+1 {{cannot store 'f64' into '!ruchy.array<i64>' at depth 1}}
  %0 = ruchy.place.put %a[%i], %f : (!ruchy.array<i64>, i64, f64) -> !ruchy.array<i64>
  ruchy.return %0 : !ruchy.array<i64>
}

// -----

ruchy.func @put_too_deep(%a: !ruchy.array<i64>, %i: i64) -> !ruchy.array<i64> {
  // expected-error @+1 {{cannot store 'i64' into '!ruchy.array<i64>' at depth 2}}
  %0 = ruchy.place.put %a[%i, %i], %i : (!ruchy.array<i64>, i64, i64, i64) -> !ruchy.array<i64>
  ruchy.return %0 : !ruchy.array<i64>
}

// -----

ruchy.func @put_nowhere(%a: !ruchy.array<i64>) -> !ruchy.array<i64> {
  // expected-error @+1 {{cannot store '!ruchy.array<i64>' into '!ruchy.array<i64>' at depth 0}}
  %0 = ruchy.place.put %a[], %a : (!ruchy.array<i64>, !ruchy.array<i64>) -> !ruchy.array<i64>
  ruchy.return %0 : !ruchy.array<i64>
}

// -----

ruchy.func @put_result(%a: !ruchy.array<i64>, %i: i64) -> !ruchy.array<f64> {
  // expected-error @+1 {{gives back a container of another type}}
  %0 = ruchy.place.put %a[%i], %i : (!ruchy.array<i64>, i64, i64) -> !ruchy.array<f64>
  ruchy.return %0 : !ruchy.array<f64>
}

// -----

ruchy.func @put_into_string(%s: !ruchy.str, %i: i64) -> !ruchy.str {
  // expected-error @+1 {{operand #0 must be an array, but got '!ruchy.str'}}
  %0 = ruchy.place.put %s[%i], %s : (!ruchy.str, i64, !ruchy.str) -> !ruchy.str
  ruchy.return %0 : !ruchy.str
}

// -----

ruchy.func @put_path(%a: !ruchy.array<i64>, %i: i64, %f: f64) -> !ruchy.array<i64> {
  // expected-error @+1 {{operand #1 must be variadic of 64-bit signless integer, but got 'f64'}}
  %0 = ruchy.place.put %a[%f], %i : (!ruchy.array<i64>, f64, i64) -> !ruchy.array<i64>
  ruchy.return %0 : !ruchy.array<i64>
}

// -----

ruchy.func @push_other_value(%a: !ruchy.array<i64>, %f: f64) -> !ruchy.array<i64> {
  // expected-error @+1 {{cannot push 'f64' to '!ruchy.array<i64>'}}
  %0 = ruchy.array.push %a, %f : (!ruchy.array<i64>, f64) -> !ruchy.array<i64>
  ruchy.return %0 : !ruchy.array<i64>
}

// -----

ruchy.func @push_result(%a: !ruchy.array<i64>, %i: i64) -> !ruchy.array<f64> {
  // expected-error @+1 {{cannot push 'i64' to '!ruchy.array<i64>'}}
  %0 = ruchy.array.push %a, %i : (!ruchy.array<i64>, i64) -> !ruchy.array<f64>
  ruchy.return %0 : !ruchy.array<f64>
}

// -----

ruchy.func @at_other_type(%a: !ruchy.array<i64>, %i: i64) -> f64 {
  // expected-error @+1 {{failed to verify that the result is an element}}
  %0 = "ruchy.array.at"(%a, %i) : (!ruchy.array<i64>, i64) -> f64
  ruchy.return %0 : f64
}

// -----

ruchy.func @at_string(%s: !ruchy.str, %i: i64) -> !ruchy.str {
  // expected-error @+1 {{expected ruchy.array, but found '!ruchy.str'}}
  %0 = ruchy.array.at %s, %i : !ruchy.str
  ruchy.return %0 : !ruchy.str
}

// -----

ruchy.func @bounds_of_string(%s: !ruchy.str, %i: i64) -> i64 {
  // expected-error @+1 {{expected ruchy.array, but found '!ruchy.str'}}
  %0, %1 = ruchy.array.bounds %s, %i : !ruchy.str
  ruchy.return %0 : i64
}

// -----

ruchy.func @length_type(%a: !ruchy.array<i64>) -> f64 {
  // expected-error @+1 {{result #0 must be 64-bit signless integer, but got 'f64'}}
  %0 = ruchy.len %a : (!ruchy.array<i64>) -> f64
  ruchy.return %0 : f64
}

// -----

ruchy.func @segments(%a: !ruchy.any) -> !ruchy.any {
  // expected-error @+1 {{operand count}}
  %0, %1 = "ruchy.place.method"(%a) <{method = "push", operandSegmentSizes = array<i32: 1, 1, 0>}> : (!ruchy.any) -> (!ruchy.any, !ruchy.any)
  ruchy.return %1 : !ruchy.any
}
