// Public functions keep their parameter types, whoever calls them: there is
// one version of them, which others may call too.
//
// RUN: ruchy-opt %s --ruchy-specialize | FileCheck %s

// CHECK-LABEL: ruchy.func @caller
// CHECK: %[[BOX:.+]] = coerce %{{.+}} : i64 to !ruchy.any
// CHECK: call @callee(%[[BOX]]) : (!ruchy.any) ->
ruchy.func @caller() -> !ruchy.any {
  %one = ruchy.constant 1 : i64
  %x = ruchy.coerce %one : i64 to !ruchy.any
  %0 = ruchy.call @callee(%x) : (!ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @callee(%arg0: !ruchy.any) -> !ruchy.any
// CHECK: add %arg0, %arg0 : (!ruchy.any, !ruchy.any) -> !ruchy.any
ruchy.func @callee(%x: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.add %x, %x : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}
