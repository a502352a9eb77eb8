// What the verifiers of objects, closures and in-out functions refuse.
//
// RUN: ruchy-opt %s --split-input-file --verify-diagnostics

// expected-error @+1 {{has variants if it is an enum and fields if not}}
ruchy.type private @Shape enum "Shape" fields ["x"]

// -----

ruchy.type private @Point struct "Point" fields ["x", "y"]
ruchy.func private @f(%i: i64) -> i64 {
  // expected-error @+1 {{gives 1 fields, but @Point has 2}}
  %0 = ruchy.record.new @Point [%i] : (i64) -> !ruchy.any
  ruchy.return %i : i64
}

// -----

ruchy.func private @f(%i: i64) -> i64 {
  // expected-error @+1 {{uses the unknown type @Point}}
  %0 = ruchy.record.new @Point [%i] : (i64) -> !ruchy.any
  ruchy.return %i : i64
}

// -----

ruchy.type private @Shape enum "Shape" variants [#ruchy.variant<"Sq" ["0"]>]
ruchy.func private @f(%i: i64) -> i64 {
  // expected-error @+1 {{makes a record of the enum @Shape}}
  %0 = ruchy.record.new @Shape [%i] : (i64) -> !ruchy.any
  ruchy.return %i : i64
}

// -----

ruchy.type private @Shape enum "Shape" variants [#ruchy.variant<"Sq" ["0"]>]
ruchy.func private @f(%i: i64) -> i64 {
  // expected-error @+1 {{does not fit the payload of @Shape 'Sq', which has 1 values}}
  %0 = ruchy.variant.new @Shape "Sq" [] : () -> !ruchy.any
  ruchy.return %i : i64
}

// -----

ruchy.type private @Shape enum "Shape" variants [#ruchy.variant<"Sq" ["0"]>]
ruchy.func private @f(%v: !ruchy.any) -> i1 {
  // expected-error @+1 {{uses the unknown variant @Shape 'Dot'}}
  %0 = ruchy.variant.is %v, @Shape "Dot" : !ruchy.any
  ruchy.return %0 : i1
}

// -----

ruchy.type private @Shape enum "Shape" variants [#ruchy.variant<"Sq" ["0"]>]
ruchy.func private @f(%v: !ruchy.any) -> !ruchy.any {
  // expected-error @+1 {{does not fit the payload}}
  %0 = ruchy.variant.get %v, @Shape "Sq" 1 : (!ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

ruchy.func private @f(%s: !ruchy.str) -> !ruchy.str {
  // expected-error @+1 {{has a key without a value}}
  %0 = ruchy.map.new [%s] : (!ruchy.str) -> !ruchy.any
  ruchy.return %s : !ruchy.str
}

// -----

ruchy.func private @f(%s: !ruchy.str) -> !ruchy.any {
  // expected-error @+1 {{has a value unless it is None}}
  %0 = ruchy.option.new some : () -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

ruchy.func private @f(%s: !ruchy.str) -> !ruchy.any {
  // expected-error @+1 {{uses the unknown function @g}}
  %0 = ruchy.closure.new @g [] : () -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

ruchy.func private @f(%s: !ruchy.str) -> !ruchy.any {
  // expected-error @+1 {{captures values for @f, which is no closure}}
  %0 = ruchy.closure.new @f [%s] : (!ruchy.str) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

// expected-error @+1 {{gives back parameter 1, which it does not have}}
ruchy.func private @f(!ruchy.any) -> (!ruchy.any, !ruchy.any) attributes {inout = array<i64: 1>}

// -----

// expected-error @+1 {{has one result, and an error status where it can fail}}
ruchy.func private @f(!ruchy.any) -> !ruchy.any attributes {inout = array<i64: 0>}

// -----

// expected-error @+1 {{is a closure, but has no parameter for itself}}
ruchy.func private @f() -> !ruchy.any attributes {closure}

// -----

ruchy.func private @f(%v: !ruchy.any) -> !ruchy.any {
  %e = ruchy.error.throw %v : !ruchy.any
  // expected-error @+1 {{gives 1 parameters back, but the function has 0 to give back}}
  ruchy.fail %e, %v : !ruchy.any
}

// -----

ruchy.func private @f(%v: !ruchy.any, %s: !ruchy.str) -> !ruchy.any {
  // expected-error @+1 {{says of 2 levels whether they are fields, but the path has 1}}
  %0 = ruchy.place.set %v[%s] fields [true, true], %s : (!ruchy.any, !ruchy.str, !ruchy.str) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}
