// All slots of a function at once. What mem2reg.mlir asks holds as well.
//
// RUN: ruchy-opt %s --pass-pipeline='builtin.module(ruchy.func(ruchy-promote-slots))' | FileCheck %s

// Block arguments come in the order of the slots, and only for what changes
// and is read again: %k is constant, %dead is never read.
// CHECK-LABEL: ruchy.func @loop(
// CHECK-NOT: slot
// CHECK: cf.br ^bb1(%arg1, %arg2 : i64, i64)
// CHECK: ^bb1([[X:%.+]]: i64, [[Y:%.+]]: i64):
// CHECK-NEXT: cf.cond_br %arg0, ^bb2, ^bb3
// CHECK: ^bb2:
// CHECK-NEXT: cf.br ^bb1([[Y]], %arg1 : i64, i64)
// CHECK: ^bb3:
// CHECK-NEXT: return [[X]] : i64
ruchy.func @loop(%c: i1, %a: i64, %b: i64) -> i64 {
  %x = ruchy.slot "x" : !ruchy.slot<i64>
  %k = ruchy.slot "k" : !ruchy.slot<i64>
  %y = ruchy.slot "y" : !ruchy.slot<i64>
  %dead = ruchy.slot "dead" : !ruchy.slot<i64>
  ruchy.store %a, %x : i64, !ruchy.slot<i64>
  ruchy.store %a, %k : i64, !ruchy.slot<i64>
  ruchy.store %b, %y : i64, !ruchy.slot<i64>
  cf.br ^head
^head:
  cf.cond_br %c, ^body, ^end
^body:
  %0 = ruchy.load %y : !ruchy.slot<i64>
  ruchy.store %0, %x : i64, !ruchy.slot<i64>
  %1 = ruchy.load %k : !ruchy.slot<i64>
  ruchy.store %1, %y : i64, !ruchy.slot<i64>
  ruchy.store %1, %dead : i64, !ruchy.slot<i64>
  cf.br ^head
^end:
  %2 = ruchy.load %x : !ruchy.slot<i64>
  ruchy.return %2 : i64
}

// An inner loop that does not assign gets no argument of its own.
// CHECK-LABEL: ruchy.func @nested(
// CHECK: ^bb1([[X:%.+]]: i64):
// CHECK-NEXT: cf.br ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: cf.cond_br %arg0, ^bb2, ^bb3
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: cf.cond_br %arg0, ^bb1(%arg1 : i64), ^bb4
// CHECK-NEXT: ^bb4:
// CHECK-NEXT: return [[X]] : i64
ruchy.func @nested(%c: i1, %a: i64) -> i64 {
  %x = ruchy.slot "x" : !ruchy.slot<i64>
  %start = ruchy.constant 1 : i64
  ruchy.store %start, %x : i64, !ruchy.slot<i64>
  cf.br ^outer
^outer:
  cf.br ^inner
^inner:
  cf.cond_br %c, ^inner, ^after
^after:
  %0 = ruchy.load %x : !ruchy.slot<i64>
  ruchy.store %a, %x : i64, !ruchy.slot<i64>
  cf.cond_br %c, ^outer, ^end
^end:
  ruchy.return %0 : i64
}

// Both edges of one branch may lead to the same block.
// CHECK-LABEL: ruchy.func @twice(
// CHECK: cf.cond_br %arg0, ^bb2(%arg1 : i64), ^bb1
// CHECK: cf.cond_br %arg0, ^bb2(%arg2 : i64), ^bb2(%arg2 : i64)
ruchy.func @twice(%c: i1, %a: i64, %b: i64) -> i64 {
  %x = ruchy.slot "x" : !ruchy.slot<i64>
  ruchy.store %a, %x : i64, !ruchy.slot<i64>
  cf.cond_br %c, ^end, ^other
^other:
  ruchy.store %b, %x : i64, !ruchy.slot<i64>
  cf.cond_br %c, ^end, ^end
^end:
  %0 = ruchy.load %x : !ruchy.slot<i64>
  ruchy.return %0 : i64
}

// What is never executed sees a variable without a value, and has no say in
// what others see.
// CHECK-LABEL: ruchy.func @unreachable(
// CHECK-NEXT: [[UNSET:%.+]] = constant #ruchy.nil : !ruchy.unset
// CHECK-NEXT: [[NONE:%.+]] = coerce [[UNSET]]
// CHECK-NEXT: cf.br ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: cf.cond_br %arg1, ^bb2, ^bb3([[NONE]] : !ruchy.any)
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: cf.br ^bb3(%arg0 : !ruchy.any)
ruchy.func @unreachable(%a: !ruchy.any, %c: i1) -> !ruchy.any {
  %x = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
  ruchy.store %a, %x : !ruchy.any, !ruchy.slot<!ruchy.any>
  cf.br ^next
^never:
  %0 = ruchy.load %x : !ruchy.slot<!ruchy.any>
  cf.cond_br %c, ^next, ^end(%0 : !ruchy.any)
^next:
  %1 = ruchy.load %x : !ruchy.slot<!ruchy.any>
  cf.br ^end(%1 : !ruchy.any)
^end(%2: !ruchy.any):
  ruchy.return %2 : !ruchy.any
}

// One block.
// CHECK-LABEL: ruchy.func @swap(
// CHECK-NEXT: sub %arg1, %arg0
ruchy.func @swap(%a: i64, %b: i64) -> i64 {
  %x = ruchy.slot "x" : !ruchy.slot<i64>
  %y = ruchy.slot "y" : !ruchy.slot<i64>
  %t = ruchy.slot "t" : !ruchy.slot<i64>
  ruchy.store %a, %x : i64, !ruchy.slot<i64>
  ruchy.store %b, %y : i64, !ruchy.slot<i64>
  %0 = ruchy.load %x : !ruchy.slot<i64>
  ruchy.store %0, %t : i64, !ruchy.slot<i64>
  %1 = ruchy.load %y : !ruchy.slot<i64>
  ruchy.store %1, %x : i64, !ruchy.slot<i64>
  %2 = ruchy.load %t : !ruchy.slot<i64>
  ruchy.store %2, %y : i64, !ruchy.slot<i64>
  %3 = ruchy.load %x : !ruchy.slot<i64>
  %4 = ruchy.load %y : !ruchy.slot<i64>
  %5 = ruchy.sub %3, %4 : (i64, i64) -> i64
  ruchy.return %5 : i64
}
