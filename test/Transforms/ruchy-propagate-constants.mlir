// Constants cross calls; calls in tail position stay what they are.
//
// RUN: ruchy-opt %s --ruchy-propagate-constants | FileCheck %s

// CHECK-LABEL: ruchy.func private @seven
ruchy.func private @seven() -> i64 {
  %0 = ruchy.constant 7 : i64
  ruchy.return %0 : i64
}

// CHECK-LABEL: ruchy.func private @user
// CHECK-DAG: [[EIGHT:%.+]] = constant 8 : i64
// CHECK-DAG: [[SEVEN:%.+]] = constant 7 : i64
// CHECK: call @seven()
// CHECK: add [[SEVEN]], %{{.+}} : (i64, i64) -> i64
// CHECK: return [[EIGHT]] : i64
ruchy.func private @user() -> i64 {
  %0 = ruchy.call @seven() : () -> i64
  %1 = ruchy.constant 1 : i64
  %2 = ruchy.add %0, %1 : (i64, i64) -> i64
  ruchy.return %2 : i64
}

// All ways out give 7, yet the recursive call is what is returned.
// CHECK-LABEL: ruchy.func private @count
// CHECK: [[RESULT:%.+]] = call @count(
// CHECK-NEXT: return [[RESULT]] : i64
ruchy.func private @count(%n: i64) -> i64 {
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %0 = ruchy.eq %n, %zero : i64, i64
  cf.cond_br %0, ^done, ^rec
^done:
  %seven = ruchy.constant 7 : i64
  ruchy.return %seven : i64
^rec:
  %1 = ruchy.sub %n, %one : (i64, i64) -> i64
  %2 = ruchy.call @count(%1) : (i64) -> i64
  ruchy.return %2 : i64
}

// Callers know the value; of branches only the one that is taken counts.
// CHECK-LABEL: ruchy.func public @ruchy.main
// CHECK-DAG: [[THREE:%.+]] = constant 3 : i64
// CHECK-DAG: [[MAIN8:%.+]] = constant 8 : i64
// CHECK-DAG: [[MAIN7:%.+]] = constant 7 : i64
// CHECK: call @count(
// CHECK: call @user(
// CHECK: print stdout [[MAIN7]] : i64
// CHECK: print stdout [[MAIN8]] : i64
// CHECK: ^bb3(%{{.+}}: i64):
// CHECK-NEXT: print stdout [[THREE]] : i64
ruchy.func public @ruchy.main() -> i64 {
  %n = ruchy.constant 5 : i64
  %0 = ruchy.call @count(%n) : (i64) -> i64
  %1 = ruchy.call @user() : () -> i64
  ruchy.print stdout %0 : i64
  ruchy.print stdout %1 : i64
  %2 = ruchy.constant true
  cf.cond_br %2, ^a, ^b
^a:
  %3 = ruchy.constant 3 : i64
  cf.br ^join(%3 : i64)
^b:
  %4 = ruchy.constant 4 : i64
  cf.br ^join(%4 : i64)
^join(%5: i64):
  ruchy.print stdout %5 : i64
  ruchy.return %n : i64
}
