// Whoever handles an error takes it: equal operations that may fail each have
// their own.
//
// RUN: ruchy-opt %s --cse | FileCheck %s

// CHECK-LABEL: ruchy.func @operations
// CHECK: add %arg0, %arg0
// CHECK: add %arg0, %arg0
ruchy.func @operations(%a: !ruchy.any) -> !ruchy.array<!ruchy.any> {
  %0, %e = ruchy.add %a, %a
    : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %1, %f = ruchy.add %a, %a
    : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %x = ruchy.error.value %e : !ruchy.any
  %y = ruchy.error.value %f : !ruchy.any
  %r = ruchy.array.new [%x, %y]
    : (!ruchy.any, !ruchy.any) -> !ruchy.array<!ruchy.any>
  ruchy.return %r : !ruchy.array<!ruchy.any>
}

// CHECK-LABEL: ruchy.func @indices
// CHECK: ruchy.error.index
// CHECK: ruchy.error.index
ruchy.func @indices(%i: i64, %l: !ruchy.array<i64>)
    -> !ruchy.array<!ruchy.any> {
  %e = ruchy.error.index %i, %l : !ruchy.array<i64>
  %f = ruchy.error.index %i, %l : !ruchy.array<i64>
  %x = ruchy.error.value %e : !ruchy.any
  %y = ruchy.error.value %f : !ruchy.any
  %r = ruchy.array.new [%x, %y]
    : (!ruchy.any, !ruchy.any) -> !ruchy.array<!ruchy.any>
  ruchy.return %r : !ruchy.array<!ruchy.any>
}
