// An array that a loop carries is made unique once, before the loop.
//
// RUN: ruchy-opt %s --pass-pipeline='builtin.module(ruchy.func(ruchy-unique))' | FileCheck %s

// CHECK-LABEL: @fill
// CHECK: %[[U:.+]] = ruchy.array.unique %arg0
// CHECK: cf.br ^[[HEAD:.+]](%[[U]], {{.*}})
// CHECK: ^[[HEAD]](%[[A:.+]]: !ruchy.array<i64>, %{{.+}}: i64):
// CHECK: ruchy.place.put unique %[[A]][
ruchy.func private @fill(%a: !ruchy.array<i64> {ruchy.owned}, %n: i64) -> !ruchy.array<i64> {
  %zero = ruchy.constant 0 : i64
  cf.br ^head(%a, %zero : !ruchy.array<i64>, i64)
^head(%b: !ruchy.array<i64>, %i: i64):
  %c = ruchy.place.put %b[%i], %i : (!ruchy.array<i64>, i64, i64) -> !ruchy.array<i64>
  %j, %overflow = ruchy.add.checked %i, %n
  %more = ruchy.lt %j, %n : (i64, i64) -> i1
  cf.cond_br %more, ^head(%c, %j : !ruchy.array<i64>, i64), ^exit
^exit:
  ruchy.return %c : !ruchy.array<i64>
}

// Another owner comes into being in the loop: the store keeps its test.
// CHECK-LABEL: @shared_in_the_loop
// CHECK-NOT: array.unique
// CHECK: ruchy.place.put %{{.+}}[
ruchy.func private @shared_in_the_loop(%a: !ruchy.array<i64> {ruchy.owned}, %n: i64) -> !ruchy.array<i64> {
  %zero = ruchy.constant 0 : i64
  cf.br ^head(%a, %zero : !ruchy.array<i64>, i64)
^head(%b: !ruchy.array<i64>, %i: i64):
  %copy = ruchy.rc.dup %b : !ruchy.array<i64>
  %c = ruchy.place.put %b[%i], %i : (!ruchy.array<i64>, i64, i64) -> !ruchy.array<i64>
  ruchy.rc.drop %copy : !ruchy.array<i64>
  %more = ruchy.lt %i, %n : (i64, i64) -> i1
  cf.cond_br %more, ^head(%c, %n : !ruchy.array<i64>, i64), ^exit
^exit:
  ruchy.return %c : !ruchy.array<i64>
}

// A function may keep what it is given: calls stop the pass.
// CHECK-LABEL: @passed_to_a_call
// CHECK-NOT: array.unique
ruchy.func private @keeps(!ruchy.array<i64>) -> i64
ruchy.func private @passed_to_a_call(%a: !ruchy.array<i64> {ruchy.owned}, %n: i64) -> !ruchy.array<i64> {
  %zero = ruchy.constant 0 : i64
  cf.br ^head(%a, %zero : !ruchy.array<i64>, i64)
^head(%b: !ruchy.array<i64>, %i: i64):
  %k = ruchy.call @keeps(%b) : (!ruchy.array<i64>) -> i64
  %c = ruchy.place.put %b[%k], %i : (!ruchy.array<i64>, i64, i64) -> !ruchy.array<i64>
  %more = ruchy.lt %i, %n : (i64, i64) -> i1
  cf.cond_br %more, ^head(%c, %n : !ruchy.array<i64>, i64), ^exit
^exit:
  ruchy.return %c : !ruchy.array<i64>
}

// Two arrays change places in the loop: neither stays what it was.
// CHECK-LABEL: @swapped
// CHECK: cf.br ^{{.+}}(%arg0, %arg1 :
// CHECK-NOT: place.put unique
ruchy.func private @swapped(%a: !ruchy.array<i64> {ruchy.owned}, %d: !ruchy.array<i64> {ruchy.owned}, %n: i64) -> i64 {
  cf.br ^head(%a, %d : !ruchy.array<i64>, !ruchy.array<i64>)
^head(%b: !ruchy.array<i64>, %e: !ruchy.array<i64>):
  %u = ruchy.array.unique %e : !ruchy.array<i64>
  %c = ruchy.place.put %b[%n], %n : (!ruchy.array<i64>, i64, i64) -> !ruchy.array<i64>
  %more = ruchy.lt %n, %n : (i64, i64) -> i1
  cf.cond_br %more, ^head(%u, %c : !ruchy.array<i64>, !ruchy.array<i64>), ^exit
^exit:
  ruchy.rc.drop %c : !ruchy.array<i64>
  ruchy.rc.drop %u : !ruchy.array<i64>
  ruchy.return %n : i64
}

// A loop that swaps two arrays makes both of them unique before it starts.
// CHECK-LABEL: ruchy.func private @swap
// CHECK-DAG: [[A:%.+]] = ruchy.array.unique %arg0
// CHECK-DAG: [[B:%.+]] = ruchy.array.unique %arg1
// CHECK: cf.br ^bb1([[A]], [[B]]
// CHECK: place.put unique
ruchy.func private @swap(%a: !ruchy.array<i64> {ruchy.owned}, %b: !ruchy.array<i64> {ruchy.owned}, %n: i64, %more: i1) -> !ruchy.array<i64> {
  cf.br ^head(%a, %b : !ruchy.array<i64>, !ruchy.array<i64>)
^head(%x: !ruchy.array<i64>, %y: !ruchy.array<i64>):
  %z = ruchy.place.put %x[%n], %n : (!ruchy.array<i64>, i64, i64) -> !ruchy.array<i64>
  cf.cond_br %more, ^head(%y, %z : !ruchy.array<i64>, !ruchy.array<i64>), ^exit
^exit:
  ruchy.rc.drop %y : !ruchy.array<i64>
  ruchy.return %z : !ruchy.array<i64>
}
