// Nested places: a path leads to what is taken or stored.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

ruchy.func @take_other_value(%a: !ruchy.array<!ruchy.str>, %i: i64) -> i64 {
  // expected-error @+1 {{cannot take 'i64' out of '!ruchy.array<!ruchy.str>' at depth 1}}
  %0, %1 = ruchy.place.take %a[%i] : (!ruchy.array<!ruchy.str>, i64) -> (!ruchy.array<!ruchy.str>, i64)
  ruchy.return %1 : i64
}

// -----

ruchy.func @take_nothing(%a: !ruchy.array<i64>) -> !ruchy.array<i64> {
  // expected-error @+1 {{cannot take '!ruchy.array<i64>' out of '!ruchy.array<i64>' at depth 0}}
  %0, %1 = ruchy.place.take %a[] : (!ruchy.array<i64>) -> (!ruchy.array<i64>, !ruchy.array<i64>)
  ruchy.return %1 : !ruchy.array<i64>
}

// -----

ruchy.func @set_nowhere(%a: !ruchy.array<i64>) -> !ruchy.array<i64> {
  // expected-error @+1 {{needs a path}}
  %0 = ruchy.place.set %a[], %a : (!ruchy.array<i64>, !ruchy.array<i64>) -> !ruchy.array<i64>
  ruchy.return %0 : !ruchy.array<i64>
}
