// RUN: ruchy-opt %s --ruchy-rc-verify --verify-diagnostics --split-input-file

ruchy.func private @leak(%i: i64) -> i64 {
  // expected-note @+1 {{the value is defined here}}
  %a = ruchy.array.new [] : () -> !ruchy.array<i64>
  // expected-error @+1 {{leaves the function with a value alive (leak)}}
  ruchy.return %i : i64
}

// -----

ruchy.func private @edge_leak(%c: i1) -> i1 {
  // expected-note @+1 {{the value is defined here}}
  %a = ruchy.array.new [] : () -> !ruchy.array<i64>
  // expected-error @+1 {{leaves a value alive that has no further use on this edge (leak)}}
  cf.cond_br %c, ^one, ^two
^one:
  ruchy.rc.drop %a : !ruchy.array<i64>
  ruchy.return %c : i1
^two:
  ruchy.return %c : i1
}

// -----

ruchy.func private @twice() -> !ruchy.array<i64> {
  // expected-note @+1 {{the value is defined here}}
  %a = ruchy.array.new [] : () -> !ruchy.array<i64>
  ruchy.rc.drop %a : !ruchy.array<i64>
  // expected-error @+1 {{consumes a value that was consumed before}}
  ruchy.return %a : !ruchy.array<i64>
}

// -----

ruchy.func private @use_after() -> i64 {
  // expected-note @+1 {{the value is defined here}}
  %a = ruchy.array.new [] : () -> !ruchy.array<i64>
  ruchy.rc.drop %a : !ruchy.array<i64>
  // expected-error @+1 {{borrows a value that was consumed}}
  %n = ruchy.len %a : (!ruchy.array<i64>) -> i64
  ruchy.return %n : i64
}

// -----

ruchy.func private @view_after(%i: i64) -> i64 {
  // expected-note @+1 {{the value is defined here}}
  %a = ruchy.array.new [] : () -> !ruchy.array<!ruchy.array<i64>>
  %row = ruchy.array.at %a, %i : !ruchy.array<!ruchy.array<i64>>
  ruchy.rc.drop %a : !ruchy.array<!ruchy.array<i64>>
  // expected-error @+1 {{borrows a value that was consumed}}
  %n = ruchy.len %row : (!ruchy.array<i64>) -> i64
  ruchy.return %n : i64
}

// -----

// expected-note @+1 {{the value is defined here}}
ruchy.func private @borrowed(%a: !ruchy.array<i64>) -> !ruchy.array<i64> {
  // expected-error @+1 {{consumes a value that is only borrowed}}
  ruchy.return %a : !ruchy.array<i64>
}

// -----

ruchy.func private @some_paths(%c: i1) -> !ruchy.array<i64> {
  // expected-note @+1 {{the value is defined here}}
  %a = ruchy.array.new [] : () -> !ruchy.array<i64>
  cf.cond_br %c, ^one, ^two
^one:
  ruchy.rc.drop %a : !ruchy.array<i64>
  // expected-error @+1 {{branches to a use of a value that was consumed before}}
  cf.br ^two
^two:
  ruchy.return %a : !ruchy.array<i64>
}

// -----

ruchy.func private @both(!ruchy.array<i64> {ruchy.owned}, !ruchy.array<i64>) -> i64
ruchy.func private @itself() -> i64 {
  // expected-note @+1 {{the value is defined here}}
  %a = ruchy.array.new [] : () -> !ruchy.array<i64>
  // expected-error @+1 {{consumes a value that it borrows too}}
  %n = ruchy.call @both(%a, %a) : (!ruchy.array<i64>, !ruchy.array<i64>) -> i64
  ruchy.return %n : i64
}

// -----

ruchy.func private @risky() -> (!ruchy.str, !ruchy.error)
ruchy.func private @untested() -> (i64, !ruchy.error) {
  // expected-error @+1 {{has a result that is used where its status is not known}}
  %s, %e = ruchy.call @risky() : () -> (!ruchy.str, !ruchy.error)
  %n = ruchy.len %s : (!ruchy.str) -> i64
  ruchy.rc.drop %s : !ruchy.str
  ruchy.return %n, %e : i64, !ruchy.error
}

// -----

ruchy.func private @risky() -> (!ruchy.str, !ruchy.error)
ruchy.func private @drop_on_error() -> (i64, !ruchy.error) {
  // expected-note @+2 {{the value is defined here}}
  // expected-error @+1 {{has a result that is used where its status is not known}}
  %s, %e = ruchy.call @risky() : () -> (!ruchy.str, !ruchy.error)
  %f = ruchy.failed %e
  // expected-error @+1 {{branches to a use of a value that was consumed before}}
  cf.cond_br %f, ^error, ^ok
^ok:
  ruchy.rc.drop %s : !ruchy.str
  %c = ruchy.constant 1 : i64
  %none = ruchy.error.none
  ruchy.return %c, %none : i64, !ruchy.error
^error:
  ruchy.rc.drop %s : !ruchy.str
  %p = ruchy.poison : i64
  ruchy.return %p, %e : i64, !ruchy.error
}

// -----

ruchy.func private @callee(!ruchy.str) -> i64
// expected-note @+1 {{the value is defined here}}
ruchy.func private @tail_borrow(%s: !ruchy.str) -> i64 {
  // expected-error @+1 {{is a tail call, but borrows a value}}
  %n = ruchy.call tail @callee(%s) : (!ruchy.str) -> i64
  ruchy.return %n : i64
}

// -----

ruchy.func private @callee() -> i64
ruchy.func private @tail_drop(%s: !ruchy.str {ruchy.owned}) -> i64 {
  // expected-error @+1 {{is a tail call, but something follows it}}
  %n = ruchy.call tail @callee() : () -> i64
  ruchy.rc.drop %s : !ruchy.str
  ruchy.return %n : i64
}
