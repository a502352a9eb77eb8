// Function values, cells, in-out parameters and caught errors: every operation
// prints what it parsed.
//
// RUN: ruchy-opt %s | ruchy-opt | FileCheck %s

// CHECK: ruchy.func private @plain(!ruchy.any) -> !ruchy.any
ruchy.func private @plain(!ruchy.any) -> !ruchy.any

// CHECK-LABEL: ruchy.func private @counter(%arg0: !ruchy.any) -> !ruchy.any attributes {closure}
ruchy.func private @counter(%self: !ruchy.any) -> !ruchy.any attributes {closure} {
  // CHECK: ruchy.closure.get %arg0, 0 : (!ruchy.any) -> !ruchy.cell
  %c = ruchy.closure.get %self, 0 : (!ruchy.any) -> !ruchy.cell
  // CHECK: ruchy.cell.get "n" %{{.+}} : (!ruchy.cell) -> !ruchy.any
  %0 = ruchy.cell.get "n" %c : (!ruchy.cell) -> !ruchy.any
  // CHECK: ruchy.cell.take "n" %{{.+}} : (!ruchy.cell) -> !ruchy.any
  %1 = ruchy.cell.take "n" %c : (!ruchy.cell) -> !ruchy.any
  // CHECK: ruchy.cell.set "n" %{{.+}}, %{{.+}} : !ruchy.cell, !ruchy.any
  ruchy.cell.set "n" %c, %1 : !ruchy.cell, !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// CHECK-LABEL: @values
ruchy.func private @values(%i: i64) -> !ruchy.any {
  // CHECK: ruchy.cell.new "n" %arg0 : i64
  %c = ruchy.cell.new "n" %i : i64
  // CHECK: ruchy.closure.new @counter[%{{.+}}] : (!ruchy.cell) -> !ruchy.fn<@counter>
  %f = ruchy.closure.new @counter [%c] : (!ruchy.cell) -> !ruchy.fn<@counter>
  // CHECK: ruchy.closure.new @plain[] : () -> !ruchy.any
  %g = ruchy.closure.new @plain [] : () -> !ruchy.any
  // CHECK: call_value %{{.+}}(%arg0) : (!ruchy.any, i64) -> !ruchy.any
  %0 = ruchy.call_value %g(%i) : (!ruchy.any, i64) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// CHECK-LABEL: ruchy.func private @swap(%arg0: !ruchy.any, %arg1: !ruchy.any) -> (!ruchy.nil, !ruchy.any, !ruchy.any) attributes {inout = array<i64: 0, 1>}
ruchy.func private @swap(%a: !ruchy.any, %b: !ruchy.any) -> (!ruchy.nil, !ruchy.any, !ruchy.any) attributes {inout = array<i64: 0, 1>} {
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil, %b, %a : !ruchy.nil, !ruchy.any, !ruchy.any
}

// CHECK-LABEL: ruchy.func private @dispatch(%arg0: !ruchy.any) -> (!ruchy.any, !ruchy.any) attributes {inout = array<i64: 0>, transparent}
ruchy.func private @dispatch(%a: !ruchy.any) -> (!ruchy.any, !ruchy.any) attributes {inout = array<i64: 0>, transparent} {
  // CHECK: call @swap(%arg0, %arg0) : (!ruchy.any, !ruchy.any) -> (!ruchy.nil, !ruchy.any, !ruchy.any, !ruchy.error)
  %nil, %x, %y, %e = ruchy.call @swap(%a, %a) : (!ruchy.any, !ruchy.any) -> (!ruchy.nil, !ruchy.any, !ruchy.any, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^fail, ^cont
^cont:
  ruchy.return %x, %y : !ruchy.any, !ruchy.any
^fail:
  // CHECK: ruchy.error.relocate %{{.+}}
  %e2 = ruchy.error.relocate %e
  // CHECK: fail %{{.+}}, %{{.+}} : !ruchy.any
  ruchy.fail %e2, %x : !ruchy.any
}

// CHECK-LABEL: @caught
ruchy.func private @caught(%v: !ruchy.any) -> !ruchy.any {
  // CHECK: ruchy.error.throw %arg0 : !ruchy.any
  %e = ruchy.error.throw %v : !ruchy.any
  // CHECK: ruchy.error.value %{{.+}} : !ruchy.any
  %0 = ruchy.error.value %e : !ruchy.any
  ruchy.return %0 : !ruchy.any
}
