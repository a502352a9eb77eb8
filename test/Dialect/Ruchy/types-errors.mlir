// What the parsers and verifiers of types and attributes reject.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

// expected-error @+1 {{unknown  type `number` in dialect `ruchy`}}
ruchy.func private @unknown_type(!ruchy.number) -> i64

// -----

// expected-error @+1 {{expected '<'}}
ruchy.func private @array_without_element(!ruchy.array) -> i64

// -----

// expected-error @+2 {{unknown attribute `null` in dialect `ruchy`}}
ruchy.func @unknown_attribute() -> !ruchy.nil {
  %0 = ruchy.constant #ruchy.null : !ruchy.nil
}

// -----

ruchy.func @format_parameter(%a: i64) -> !ruchy.str {
  // expected-error @+1 {{duplicate or unknown struct parameter name: size}}
  %0 = ruchy.format %a <size = 8> : i64
}

// -----

ruchy.func @stream(%a: i64) -> i64 {
  // expected-error @+1 {{for attribute 'stream' [stdout, stderr]}}
  ruchy.print stdin %a : i64
}

// -----

ruchy.func @mode(%a: i64) -> i64 {
  // expected-error @+1 {{for attribute 'mode' [display, interpolate, debug, to_string]}}
  %0 = ruchy.to_string %a loud : i64
}
