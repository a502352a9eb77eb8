// A slot with an exact type has no unset value: what is read before the first
// assignment is never used.
//
// RUN: ruchy-opt %s --mem2reg | FileCheck %s
// RUN: ruchy-opt %s --pass-pipeline='builtin.module(ruchy.func(ruchy-promote-slots))' | FileCheck %s

// CHECK-LABEL: @unassigned
// CHECK-NEXT: %[[NEVER:.+]] = poison : i64
// CHECK-NEXT: return %[[NEVER]] : i64
ruchy.func @unassigned() -> i64 {
  %x = ruchy.slot "x" : !ruchy.slot<i64>
  %0 = ruchy.load %x : !ruchy.slot<i64>
  ruchy.return %0 : i64
}

// CHECK-LABEL: @assigned
// CHECK-NOT: ruchy.slot
// CHECK: return %arg0 : i64
ruchy.func @assigned(%a: i64) -> i64 {
  %x = ruchy.slot "x" : !ruchy.slot<i64>
  ruchy.store %a, %x : i64, !ruchy.slot<i64>
  %0 = ruchy.load %x : !ruchy.slot<i64>
  ruchy.return %0 : i64
}
