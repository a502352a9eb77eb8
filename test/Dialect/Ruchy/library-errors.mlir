// What the verifiers and type constraints of text and library calls reject.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

ruchy.func @concat_part(%a: i64) -> !ruchy.str {
  // expected-error @+1 {{operand #0 must be variadic of a string, but got 'i64'}}
  %0 = "ruchy.concat"(%a) : (i64) -> !ruchy.str
  ruchy.return %0 : !ruchy.str
}

// -----

ruchy.func @text_type(%a: i64) -> !ruchy.any {
  // expected-error @+1 {{result #0 must be a string, but got '!ruchy.any'}}
  %0 = "ruchy.to_string"(%a) <{mode = 0 : i32}> : (i64) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

ruchy.func @mode_number(%a: i64) -> !ruchy.str {
  // expected-error @+1 {{Invalid attribute `mode` in property conversion: 9 : i32}}
  %0 = "ruchy.to_string"(%a) <{mode = 9 : i32}> : (i64) -> !ruchy.str
  ruchy.return %0 : !ruchy.str
}

// -----

ruchy.func @stream_number(%a: i64) -> i64 {
  // expected-error @+1 {{Invalid attribute `stream` in property conversion: 0 : i32}}
  "ruchy.print"(%a) <{stream = 0 : i32}> : (i64) -> ()
  ruchy.return %a : i64
}

// -----

ruchy.func @format_without_specification(%a: i64) -> !ruchy.str {
  // expected-error @+1 {{requires attribute 'spec'}}
  %0 = "ruchy.format"(%a) : (i64) -> !ruchy.str
  ruchy.return %0 : !ruchy.str
}

// -----

ruchy.func @mutating_method_gives_the_receiver_back(%a: !ruchy.any) -> !ruchy.any {
  // expected-error @+1 {{expected 2 or more results}}
  %0 = ruchy.method.mut "push" %a(%a) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

ruchy.func @method_without_receiver() -> !ruchy.any {
  // expected-error @+1 {{expected 1 or more operands}}
  %0 = "ruchy.method"() <{name = "len"}> : () -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

ruchy.func @status_of_builtin(%f: f64) -> f64 {
  // expected-error @+1 {{result #1 must be an error status, but got 'f64'}}
  %0, %1 = ruchy.builtin "sqrt"(%f) : (f64) -> (f64, f64)
  ruchy.return %0 : f64
}
