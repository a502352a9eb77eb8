// Loops that go down a column run without tests if all of their indices are in
// bounds, which is found out before.
//
// RUN: ruchy-opt %s --pass-pipeline='builtin.module(ruchy.func(ruchy-hoist-bounds))' | FileCheck %s
// RUN: ruchy-opt %s --pass-pipeline='builtin.module(ruchy.func(ruchy-hoist-bounds{min-rounds=9}))' | FileCheck %s --check-prefix=MIN
// RUN: ruchy-opt %s --pass-pipeline='builtin.module(ruchy.func(ruchy-hoist-bounds{max-size=3}))' | FileCheck %s --check-prefix=SIZE

// SIZE-NOT: arith.minsi

// for j in 0..n { for k in 0..n { sum = sum + m[k][j] * v[k] } }
// CHECK-LABEL: @column
// The shortest row, before both loops; 0 if it is not worth it.
// CHECK: cf.cond_br %more, ^[[COUNT:.+]], ^{{.+}}
// CHECK: ^[[COUNT]]:
// CHECK: %[[NONE:.+]] = constant 0 : i64
// CHECK: %[[ROUNDS:.+]] = arith.subi %{{.+}}, %{{.+}} : i64
// CHECK: %[[FEW:.+]] = constant 4 : i64
// MIN: constant 9 : i64
// CHECK: arith.cmpi sge, %[[ROUNDS]], %[[FEW]]
// CHECK: cf.cond_br %{{.+}}, ^{{.+}}, ^[[FOUND:.+]](%[[NONE]] : i64)
// CHECK: %[[LENGTH:.+]] = len %arg0
// CHECK: arith.cmpi sle, %{{.+}}, %[[LENGTH]]
// CHECK: ^[[SCAN:bb[0-9]+]](%[[K:.+]]: i64, %[[LEAST:.+]]: i64):
// CHECK: %[[ROW:.+]] = ruchy.array.at %arg0, %[[K]]
// CHECK: %[[L:.+]] = len %[[ROW]]
// CHECK: %[[LESS:.+]] = arith.minsi %[[LEAST]], %[[L]]
// CHECK: cf.cond_br %{{.+}}, ^[[SCAN]](%{{.+}}, %[[LESS]] : i64, i64), ^[[FOUND]](%[[LESS]] : i64)
// CHECK: ^[[FOUND]](%[[SHORTEST:.+]]: i64):
// CHECK: ruchy.iter.value
// Before the inner loop one test for the column, and the ends for the vector.
// CHECK: %[[IN:.+]] = arith.cmpi ult, %{{.+}}, %[[SHORTEST]]
// CHECK: cf.cond_br %[[IN]], ^{{.+}}, ^[[CHECKED:.+]]
// CHECK: %[[VECTOR:.+]] = len %arg1
// CHECK: arith.cmpi sle, %{{.+}}, %[[VECTOR]]
// CHECK: cf.cond_br %{{.+}}, ^[[ENTER:.+]], ^[[CHECKED]]
// CHECK: ^[[ENTER]]:
// CHECK-NEXT: cf.br ^[[FAST:.+]](%{{.+}}, %{{.+}} : i64, f64)
// The copy is without tests.
// CHECK: ^[[FAST]](%{{.+}}: i64, %{{.+}}: f64):
// CHECK-NOT: array.bounds
// CHECK: cf.cond_br %{{.+}}, ^[[FAST2:.+]](%{{.+}}), ^[[BEHIND:.+]](%{{.+}} : f64)
// The loop as it was.
// CHECK: ^{{.+}}(%{{.+}}: i64, %{{.+}}: f64):
// CHECK: array.bounds %arg0
// CHECK: array.bounds
// CHECK: array.bounds %arg1
// CHECK: cf.cond_br %{{.+}}, ^{{.+}}(%{{.+}}), ^[[BEHIND]](%{{.+}} : f64)
ruchy.func private @column(%m: !ruchy.array<!ruchy.array<f64>>, %v: !ruchy.array<f64>, %n: i64) -> (f64, !ruchy.error) {
  %zero = ruchy.constant 0 : i64
  %none = ruchy.constant 0.0 : f64
  %r = ruchy.range %zero, %n : (i64, i64) -> !ruchy.range
  %first, %more = ruchy.iter.start %r : !ruchy.range
  cf.cond_br %more, ^outer(%first, %none : i64, f64), ^end(%none : f64)
^outer(%p: i64, %s: f64):
  %j = ruchy.iter.value %r, %p : (!ruchy.range) -> i64
  cf.cond_br %more, ^inner(%first, %s : i64, f64), ^next(%s : f64)
^inner(%q: i64, %t: f64):
  %k = ruchy.iter.value %r, %q : (!ruchy.range) -> i64
  %kpos, %koob = ruchy.array.bounds %m, %k : !ruchy.array<!ruchy.array<f64>>
  cf.cond_br %koob, ^nosuchrow, ^row
^row:
  %row = ruchy.array.at %m, %kpos : !ruchy.array<!ruchy.array<f64>>
  %jpos, %joob = ruchy.array.bounds %row, %j : !ruchy.array<f64>
  cf.cond_br %joob, ^nosuchcolumn, ^element
^element:
  %x = ruchy.array.at %row, %jpos : !ruchy.array<f64>
  %vpos, %voob = ruchy.array.bounds %v, %k : !ruchy.array<f64>
  cf.cond_br %voob, ^nosuchrow, ^product
^product:
  %y = ruchy.array.at %v, %vpos : !ruchy.array<f64>
  %xy = ruchy.mul %x, %y : (f64, f64) -> f64
  %u = ruchy.add %t, %xy : (f64, f64) -> f64
  %q2, %again = ruchy.iter.next %r, %q : !ruchy.range
  cf.cond_br %again, ^inner(%q2, %u : i64, f64), ^next(%u : f64)
^next(%w: f64):
  %p2, %round = ruchy.iter.next %r, %p : !ruchy.range
  cf.cond_br %round, ^outer(%p2, %w : i64, f64), ^end(%w : f64)
^end(%result: f64):
  %ok = ruchy.error.none
  ruchy.return %result, %ok : f64, !ruchy.error
^nosuchrow:
  %e1 = ruchy.error.index %k, %m : !ruchy.array<!ruchy.array<f64>>
  ruchy.return %none, %e1 : f64, !ruchy.error
^nosuchcolumn:
  %e2 = ruchy.error.index %j, %row : !ruchy.array<f64>
  ruchy.return %none, %e2 : f64, !ruchy.error
}

// The same with `while`: the counter is in range behind the comparison.
// CHECK-LABEL: @with_while
// CHECK: arith.minsi
// CHECK: ^{{.+}}(%[[J:.+]]: i64, %{{.+}}: f64):
// CHECK: lt %[[J]]
// CHECK: arith.cmpi ult, %[[J]]
// CHECK: add.checked
ruchy.func private @with_while(%m: !ruchy.array<!ruchy.array<f64>>, %n: i64) -> f64 {
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %none = ruchy.constant 0.0 : f64
  cf.br ^outer(%zero, %none : i64, f64)
^outer(%j: i64, %s: f64):
  %more = ruchy.lt %j, %n : (i64, i64) -> i1
  cf.cond_br %more, ^column, ^end(%s : f64)
^column:
  cf.br ^inner(%zero, %s : i64, f64)
^inner(%k: i64, %t: f64):
  %again = ruchy.gt %n, %k : (i64, i64) -> i1
  cf.cond_br %again, ^test, ^next
^test:
  %kpos, %koob = ruchy.array.bounds %m, %k : !ruchy.array<!ruchy.array<f64>>
  cf.cond_br %koob, ^end(%none : f64), ^row
^row:
  %row = ruchy.array.at %m, %kpos : !ruchy.array<!ruchy.array<f64>>
  %jpos, %joob = ruchy.array.bounds %row, %j : !ruchy.array<f64>
  cf.cond_br %joob, ^end(%none : f64), ^element
^element:
  %x = ruchy.array.at %row, %jpos : !ruchy.array<f64>
  %u = ruchy.add %t, %x : (f64, f64) -> f64
  %k2, %o = ruchy.add.checked %k, %one
  cf.cond_br %o, ^end(%none : f64), ^inner(%k2, %u : i64, f64)
^next:
  %j2, %o2 = ruchy.add.checked %j, %one
  cf.cond_br %o2, ^end(%none : f64), ^outer(%j2, %t : i64, f64)
^end(%result: f64):
  ruchy.return %result : f64
}

// Rows that change between the rounds stay tested.
// CHECK-LABEL: @growing
// CHECK-NOT: arith.minsi
// CHECK: return
ruchy.func private @growing(%m: !ruchy.array<!ruchy.array<f64>>, %extra: !ruchy.array<f64>, %n: i64) -> f64 {
  %zero = ruchy.constant 0 : i64
  %none = ruchy.constant 0.0 : f64
  %r = ruchy.range %zero, %n : (i64, i64) -> !ruchy.range
  %first, %more = ruchy.iter.start %r : !ruchy.range
  cf.cond_br %more, ^outer(%first, %m : i64, !ruchy.array<!ruchy.array<f64>>), ^end(%none : f64)
^outer(%p: i64, %rows: !ruchy.array<!ruchy.array<f64>>):
  %j = ruchy.iter.value %r, %p : (!ruchy.range) -> i64
  cf.cond_br %more, ^inner(%first : i64), ^next
^inner(%q: i64):
  %k = ruchy.iter.value %r, %q : (!ruchy.range) -> i64
  %kpos, %koob = ruchy.array.bounds %rows, %k : !ruchy.array<!ruchy.array<f64>>
  cf.cond_br %koob, ^end(%none : f64), ^row
^row:
  %row = ruchy.array.at %rows, %kpos : !ruchy.array<!ruchy.array<f64>>
  %jpos, %joob = ruchy.array.bounds %row, %j : !ruchy.array<f64>
  cf.cond_br %joob, ^end(%none : f64), ^element
^element:
  %x = ruchy.array.at %row, %jpos : !ruchy.array<f64>
  ruchy.print stdout %x : f64
  %q2, %again = ruchy.iter.next %r, %q : !ruchy.range
  cf.cond_br %again, ^inner(%q2 : i64), ^next
^next:
  %grown = ruchy.array.push %rows, %extra : (!ruchy.array<!ruchy.array<f64>>, !ruchy.array<f64>) -> !ruchy.array<!ruchy.array<f64>>
  %p2, %round = ruchy.iter.next %r, %p : !ruchy.range
  cf.cond_br %round, ^outer(%p2, %grown : i64, !ruchy.array<!ruchy.array<f64>>), ^end(%none : f64)
^end(%result: f64):
  ruchy.return %result : f64
}

// A loop that only some rounds come by does not pay for the search.
// CHECK-LABEL: @sometimes
// CHECK-NOT: arith.minsi
// CHECK: return
ruchy.func private @sometimes(%m: !ruchy.array<!ruchy.array<f64>>, %n: i64, %rare: i64) -> f64 {
  %zero = ruchy.constant 0 : i64
  %none = ruchy.constant 0.0 : f64
  %r = ruchy.range %zero, %n : (i64, i64) -> !ruchy.range
  %first, %more = ruchy.iter.start %r : !ruchy.range
  cf.cond_br %more, ^outer(%first : i64), ^end(%none : f64)
^outer(%p: i64):
  %j = ruchy.iter.value %r, %p : (!ruchy.range) -> i64
  %now = ruchy.eq %j, %rare : i64, i64
  cf.cond_br %now, ^enter, ^next
^enter:
  cf.cond_br %more, ^inner(%first : i64), ^next
^inner(%q: i64):
  %k = ruchy.iter.value %r, %q : (!ruchy.range) -> i64
  %kpos, %koob = ruchy.array.bounds %m, %k : !ruchy.array<!ruchy.array<f64>>
  cf.cond_br %koob, ^end(%none : f64), ^row
^row:
  %row = ruchy.array.at %m, %kpos : !ruchy.array<!ruchy.array<f64>>
  %jpos, %joob = ruchy.array.bounds %row, %j : !ruchy.array<f64>
  cf.cond_br %joob, ^end(%none : f64), ^element
^element:
  %x = ruchy.array.at %row, %jpos : !ruchy.array<f64>
  ruchy.print stdout %x : f64
  %q2, %again = ruchy.iter.next %r, %q : !ruchy.range
  cf.cond_br %again, ^inner(%q2 : i64), ^next
^next:
  %p2, %round = ruchy.iter.next %r, %p : !ruchy.range
  cf.cond_br %round, ^outer(%p2 : i64), ^end(%none : f64)
^end(%result: f64):
  ruchy.return %result : f64
}
