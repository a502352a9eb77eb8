// What the verifiers and type constraints of arithmetic reject.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

ruchy.func @nil_as_integer() -> i64 {
  // expected-error @+1 {{cannot hold #ruchy.nil}}
  %0 = "ruchy.constant"() <{value = #ruchy.nil : i64}> : () -> i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @text_as_any() -> !ruchy.any {
  // expected-error @+1 {{cannot hold "a" : !ruchy.any as '!ruchy.any'}}
  %0 = ruchy.constant "a" : !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

ruchy.func @types_differ() -> f64 {
  // expected-error @+1 {{failed to verify that all of {value, result} have same type}}
  %0 = "ruchy.constant"() <{value = 1 : i64}> : () -> f64
  ruchy.return %0 : f64
}

// -----

ruchy.func @narrow_integer() -> !ruchy.nil {
  // expected-error @+1 {{result #0 must be a Ruchy value type, but got 'i32'}}
  %0 = ruchy.constant 1 : i32
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// -----

ruchy.func @narrow_float() -> !ruchy.nil {
  // expected-error @+1 {{result #0 must be a Ruchy value type, but got 'f32'}}
  %0 = ruchy.constant 1.0 : f32
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// -----

ruchy.func @untyped_attribute() -> !ruchy.nil {
  // expected-error @+1 {{invalid kind of attribute specified}}
  %0 = ruchy.constant [1, 2]
}

// -----

ruchy.func @down(%a: !ruchy.any) -> i64 {
  // expected-error @+1 {{cannot make 'i64' of '!ruchy.any'}}
  %0 = ruchy.coerce %a : !ruchy.any to i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @float_to_integer(%a: f64) -> i64 {
  // expected-error @+1 {{cannot make 'i64' of 'f64'}}
  %0 = ruchy.coerce %a : f64 to i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @boolean_to_integer(%a: i1) -> i64 {
  // expected-error @+1 {{cannot make 'i64' of 'i1'}}
  %0 = ruchy.coerce %a : i1 to i64
  ruchy.return %0 : i64
}

// -----

// An integer inside an array keeps its kind: it prints without a fraction.
ruchy.func @numbers_in_arrays(%a: !ruchy.array<i64>) -> !ruchy.array<f64> {
  // expected-error @+1 {{cannot make '!ruchy.array<f64>' of '!ruchy.array<i64>'}}
  %0 = ruchy.coerce %a : !ruchy.array<i64> to !ruchy.array<f64>
  ruchy.return %0 : !ruchy.array<f64>
}

// -----

ruchy.func @nested_numbers(%a: !ruchy.array<!ruchy.array<i64>>) -> !ruchy.array<!ruchy.array<f64>> {
  // expected-error @+1 {{cannot make}}
  %0 = ruchy.coerce %a : !ruchy.array<!ruchy.array<i64>> to !ruchy.array<!ruchy.array<f64>>
  ruchy.return %0 : !ruchy.array<!ruchy.array<f64>>
}

// -----

ruchy.func @unset_to_integer(%a: !ruchy.unset) -> i64 {
  // expected-error @+1 {{cannot make 'i64' of '!ruchy.unset'}}
  %0 = ruchy.coerce %a : !ruchy.unset to i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @operand_type() -> i64 {
  %a = arith.constant 1 : i32
  // expected-error @+1 {{operand #0 must be a Ruchy value type, but got 'i32'}}
  %0 = ruchy.add %a, %a : (i32, i32) -> i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @status_type(%a: !ruchy.any) -> !ruchy.any {
  // expected-error @+1 {{result #1 must be an error status, but got 'i1'}}
  %0, %1 = ruchy.sub %a, %a : (!ruchy.any, !ruchy.any) -> (!ruchy.any, i1)
  ruchy.return %0 : !ruchy.any
}

// -----

ruchy.func @number_of_results(%a: i64) -> i64 {
  // expected-error @+1 {{expected 1 or more results}}
  "ruchy.mul"(%a, %a) : (i64, i64) -> ()
  ruchy.return %a : i64
}

// -----

ruchy.func @checked_floats(%a: f64) -> f64 {
  // expected-error @+1 {{operand #0 must be 64-bit signless integer, but got 'f64'}}
  %0, %1 = "ruchy.add.checked"(%a, %a) : (f64, f64) -> (i64, i1)
  ruchy.return %a : f64
}

// -----

ruchy.func @order_result(%a: i64) -> i64 {
  // expected-error @+1 {{result #0 must be 1-bit signless integer, but got 'i64'}}
  %0 = ruchy.lt %a, %a : (i64, i64) -> i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @not_operand(%a: i64) -> i1 {
  // expected-error @+1 {{operand #0 must be 1-bit signless integer, but got 'i64'}}
  %0 = "ruchy.not"(%a) : (i64) -> i1
  ruchy.return %0 : i1
}

// -----

ruchy.func @cast_kind(%a: i64) -> i64 {
  // expected-error @+1 {{for attribute 'kind' [int, float, i8, i16, u8, u16, u32, bool, char, string]}}
  %0 = ruchy.cast %a to i128 : (i64) -> i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @poison_type(%a: i64) -> i64 {
  // expected-error @+1 {{result #0 must be a Ruchy value type, but got '!ruchy.slot<i64>'}}
  %0 = ruchy.poison : !ruchy.slot<i64>
  ruchy.return %a : i64
}
