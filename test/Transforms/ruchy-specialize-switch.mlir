// Types flow along every kind of branch.
//
// RUN: ruchy-opt %s --ruchy-specialize | FileCheck %s

// CHECK-LABEL: @switch
// CHECK: cf.switch
// CHECK: ^{{.+}}(%[[R:.+]]: i64):
// CHECK-NEXT: return %[[R]] : i64
ruchy.func @switch(%a: i64) -> !ruchy.any {
  %x = ruchy.coerce %a : i64 to !ruchy.any
  cf.switch %a : i64, [
    default: ^other,
    1: ^end(%x : !ruchy.any)
  ]
^other:
  %0 = ruchy.add %x, %x : (!ruchy.any, !ruchy.any) -> !ruchy.any
  cf.br ^end(%0 : !ruchy.any)
^end(%r: !ruchy.any):
  ruchy.return %r : !ruchy.any
}
