// What an untyped global gives is untyped.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

// An untyped global gives untyped values: nothing says what is in it.
ruchy.global private @g : !ruchy.any
ruchy.func @exact_value_of_untyped() -> i64 {
  // expected-error @+1 {{has type 'i64', but @g has '!ruchy.any'}}
  %0 = ruchy.global.get @g : i64
  ruchy.return %0 : i64
}
