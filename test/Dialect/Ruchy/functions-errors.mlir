// What the verifiers and type constraints of functions, calls, globals and
// slots reject.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

// expected-error @+1 {{has one result, and an error status where it can fail}}
ruchy.func private @no_result()

// -----

// expected-error @+1 {{has one result, and an error status where it can fail}}
ruchy.func private @three_results() -> (i64, i64, !ruchy.error)

// -----

// expected-error @+1 {{expects its last result to be an error status}}
ruchy.func private @two_values() -> (i64, i64)

// -----

// expected-error @+1 {{expected non-function type}}
ruchy.func private @variadic(i64, ...) -> i64

// -----

ruchy.func @return_type(%a: i64) -> f64 {
  // expected-error @+1 {{returns ('i64'), but the function has results ('f64')}}
  ruchy.return %a : i64
}

// -----

ruchy.func @return_count(%a: i64) -> i64 {
  // expected-error @+1 {{returns (), but the function has results ('i64')}}
  ruchy.return
}

// -----

ruchy.func @return_without_status(%a: i64) -> (i64, !ruchy.error) {
  // expected-error @+1 {{returns ('i64'), but the function has results ('i64', '!ruchy.error')}}
  ruchy.return %a : i64
}

// -----

// expected-error @+1 {{expects parent op 'ruchy.func'}}
ruchy.return

// -----

// expected-error @+1 {{entry block must have 1 arguments to match function signature}}
"ruchy.func"() <{sym_name = "entry_arguments", function_type = (i64) -> i64}> ({
  ruchy.unreachable
}) : () -> ()

// -----

ruchy.func @unknown_callee(%a: i64) -> i64 {
  // expected-error @+1 {{calls the unknown function @nobody}}
  %0 = ruchy.call @nobody(%a) : (i64) -> i64
  ruchy.return %0 : i64
}

// -----

ruchy.global private @thing : i64
ruchy.func @call_of_global() -> i64 {
  // expected-error @+1 {{calls the unknown function @thing}}
  %0 = ruchy.call @thing() : () -> i64
  ruchy.return %0 : i64
}

// -----

ruchy.func private @callee(i64) -> i64
ruchy.func @argument_type(%a: f64) -> i64 {
  // expected-error @+1 {{passes ('f64'), but @callee takes ('i64')}}
  %0 = ruchy.call @callee(%a) : (f64) -> i64
  ruchy.return %0 : i64
}

// -----

ruchy.func private @callee(i64) -> i64
ruchy.func @argument_count() -> i64 {
  // expected-error @+1 {{passes (), but @callee takes ('i64')}}
  %0 = ruchy.call @callee() : () -> i64
  ruchy.return %0 : i64
}

// -----

ruchy.func private @callee(i64) -> (i64, !ruchy.error)
ruchy.func @result_types(%a: i64) -> i64 {
  // expected-error @+1 {{expects ('i64'), but @callee gives ('i64', '!ruchy.error')}}
  %0 = ruchy.call @callee(%a) : (i64) -> i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @unknown_global() -> i64 {
  // expected-error @+1 {{uses the unknown global @g}}
  %0 = ruchy.global.get @g : i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @unknown_global_set(%a: i64) -> i64 {
  // expected-error @+1 {{uses the unknown global @g}}
  ruchy.global.set @g, %a : i64
  ruchy.return %a : i64
}

// -----

ruchy.func @unknown_global_take() -> i64 {
  // expected-error @+1 {{uses the unknown global @g}}
  %0 = ruchy.global.take @g : i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @unknown_global_is_set() -> i1 {
  // expected-error @+1 {{uses the unknown global @g}}
  %0 = ruchy.global.is_set @g
  ruchy.return %0 : i1
}

// -----

ruchy.global private @g : i64
ruchy.func @get_type() -> f64 {
  // expected-error @+1 {{has type 'f64', but @g has 'i64'}}
  %0 = ruchy.global.get @g : f64
  ruchy.return %0 : f64
}

// -----

ruchy.global private @g : i64
ruchy.func @set_type(%a: !ruchy.any) -> !ruchy.any {
  // expected-error @+1 {{has type '!ruchy.any', but @g has 'i64'}}
  ruchy.global.set @g, %a : !ruchy.any
  ruchy.return %a : !ruchy.any
}

// -----

ruchy.global private @g : !ruchy.str
ruchy.func @take_type() -> i64 {
  // expected-error @+1 {{has type 'i64', but @g has '!ruchy.str'}}
  %0 = ruchy.global.take @g : i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @load_type() -> f64 {
  %0 = ruchy.slot "x" : !ruchy.slot<i64>
  // expected-error @+1 {{failed to verify that the result has the slot's element type}}
  %1 = "ruchy.load"(%0) : (!ruchy.slot<i64>) -> f64
  ruchy.return %1 : f64
}

// -----

ruchy.func @load_of_value(%a: i64) -> i64 {
  // expected-error @+1 {{'slot' must be a variable slot, but got 'i64'}}
  %0 = ruchy.load %a : i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @stored_slot() -> i64 {
  %0 = ruchy.slot "x" : !ruchy.slot<i64>
  // expected-error @+1 {{operand #0 must be a Ruchy value type, but got '!ruchy.slot<i64>'}}
  ruchy.store %0, %0 : !ruchy.slot<i64>, !ruchy.slot<i64>
  %1 = ruchy.load %0 : !ruchy.slot<i64>
  ruchy.return %1 : i64
}

// -----

ruchy.func @slot_type() -> i64 {
  // expected-error @+1 {{result #0 must be a variable slot, but got 'i64'}}
  %0 = ruchy.slot "x" : i64
  ruchy.return %0 : i64
}
