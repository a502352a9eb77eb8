// A site names what its kind needs to be told.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

// A site names what its kind needs to be told.
ruchy.func @text_is_missing() -> !ruchy.error {
  // expected-error @+1 {{needs a text}}
  %0 = ruchy.error.site "UndefinedVariable" ""
  ruchy.return %0 : !ruchy.error
}
