// A slot takes what can become its element type.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

ruchy.func @stored_type(%s: !ruchy.str) -> i64 {
  %0 = ruchy.slot "x" : !ruchy.slot<i64>
  // expected-error @+1 {{cannot store '!ruchy.str' into '!ruchy.slot<i64>'}}
  ruchy.store %s, %0 : !ruchy.str, !ruchy.slot<i64>
  %1 = ruchy.load %0 : !ruchy.slot<i64>
  ruchy.return %1 : i64
}
