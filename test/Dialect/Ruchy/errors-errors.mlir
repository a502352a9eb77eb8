// What the verifiers and type constraints of errors and counts reject.
//
// RUN: ruchy-opt %s -split-input-file -verify-diagnostics

ruchy.func @raise_kind() -> !ruchy.any {
  // expected-error @+1 {{has the unknown error kind 'Bad'}}
  %0 = ruchy.raise "Bad" "" : !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

ruchy.func @site_kind() -> !ruchy.error {
  // expected-error @+1 {{has the unknown error kind ''}}
  %0 = ruchy.error.site "" ""
  ruchy.return %0 : !ruchy.error
}

// -----

ruchy.func @message_kind(%s: !ruchy.str) -> !ruchy.error {
  // expected-error @+1 {{has the unknown error kind 'overflowadd'}}
  %0 = ruchy.error.message "overflowadd" "" %s
  ruchy.return %0 : !ruchy.error
}

// -----

ruchy.func @message_type(%a: i64) -> !ruchy.any {
  // expected-error @+1 {{operand #0 must be a string, but got 'i64'}}
  %0 = "ruchy.raise"(%a) <{kind = "Panic", text = ""}> : (i64) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

ruchy.func @failed_value(%a: i1) -> i1 {
  // expected-error @+1 {{operand #0 must be an error status, but got 'i1'}}
  %0 = "ruchy.failed"(%a) : (i1) -> i1
  ruchy.return %0 : i1
}

// -----

ruchy.func @dup_of_integer(%a: i64) -> i64 {
  // expected-error @+1 {{expects a heap value, but got 'i64'}}
  %0 = ruchy.rc.dup %a : i64
  ruchy.return %0 : i64
}

// -----

ruchy.func @drop_of_status(%a: !ruchy.error) -> !ruchy.error {
  // expected-error @+1 {{expects a heap value, but got '!ruchy.error'}}
  ruchy.rc.drop %a : !ruchy.error
  ruchy.return %a : !ruchy.error
}

// -----

ruchy.func @dup_types(%a: !ruchy.str) -> !ruchy.any {
  // expected-error @+1 {{failed to verify that all of {value, result} have same type}}
  %0 = "ruchy.rc.dup"(%a) : (!ruchy.str) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

ruchy.func @unreachable_ends_the_block(%a: i64) -> i64 {
  // expected-error @+1 {{must be the last operation in the parent block}}
  ruchy.unreachable
  ruchy.return %a : i64
}
