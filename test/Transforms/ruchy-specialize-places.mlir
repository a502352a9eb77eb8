// Changes of fields of known records cannot fail: they get the position of the
// field, and methods its type.
//
// RUN: ruchy-opt %s --ruchy-specialize | FileCheck %s

ruchy.type private @P struct "P" fields ["x", "list"]

// CHECK-LABEL: ruchy.func @known
ruchy.func @known(%a: i64) -> !ruchy.any {
  %none = ruchy.array.new [] : () -> !ruchy.any
  %p = ruchy.record.new @P [%a, %none] : (i64, !ruchy.any) -> !ruchy.any
  %x = ruchy.constant "x" : !ruchy.str
  %list = ruchy.constant "list" : !ruchy.str
  // CHECK: ruchy.place.method {{.*}} "push"(%arg0) {field_type = !ruchy.array<i64>, position = 1 : i64}
  %r, %q = ruchy.place.method %p[%list] fields [true] "push"(%a)
    : (!ruchy.any, !ruchy.str, i64) -> (!ruchy.any, !ruchy.any)
  // `sort` is no plain call of the runtime.
  // CHECK: ruchy.place.method {{.*}} "sort"() :
  %s, %t = ruchy.place.method %q[%list] fields [true] "sort"()
    : (!ruchy.any, !ruchy.str) -> (!ruchy.any, !ruchy.any)
  // CHECK: ruchy.place.set {{.*}} {position = 0 : i64}
  %u = ruchy.place.set %t[%x] fields [true], %a
    : (!ruchy.any, !ruchy.str, i64) -> !ruchy.any
  ruchy.return %u : !ruchy.any
}
