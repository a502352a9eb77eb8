// Self tail calls become loops, others within a cycle are marked.
//
// RUN: ruchy-opt %s --ruchy-tail-calls | FileCheck %s

// The parameters become the loop's variables.
// CHECK-LABEL: ruchy.func private @self(%arg0: i64, %arg1: i64) -> i64
// CHECK-NEXT: cf.br ^bb1(%arg0, %arg1 : i64, i64)
// CHECK-NEXT: ^bb1([[V0:%.+]]: i64, [[V1:%.+]]: i64):
// CHECK-NEXT: [[V2:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V3:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V4:%.+]] = eq [[V0]], [[V2]] : i64, i64
// CHECK-NEXT: cf.cond_br [[V4]], ^bb2, ^bb3
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: return [[V1]] : i64
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: [[RESULT:%.+]] = sub [[V0]], [[V3]] : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = add [[V1]], [[V0]] : (i64, i64) -> i64
// CHECK-NEXT: cf.br ^bb1([[RESULT]], [[RESULT_0]] : i64, i64)
ruchy.func private @self(%n: i64, %acc: i64) -> i64 {
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %0 = ruchy.eq %n, %zero : i64, i64
  cf.cond_br %0, ^done, ^rec
^done:
  ruchy.return %acc : i64
^rec:
  %1 = ruchy.sub %n, %one : (i64, i64) -> i64
  %2 = ruchy.add %acc, %n : (i64, i64) -> i64
  %3 = ruchy.call @self(%1, %2) : (i64, i64) -> i64
  ruchy.return %3 : i64
}

// Arguments are exchanged all at once.
// CHECK-LABEL: ruchy.func private @swap(%arg0: i64, %arg1: i64, %arg2: i1) -> i64
// CHECK-NEXT: cf.br ^bb1(%arg0, %arg1, %arg2 : i64, i64, i1)
// CHECK-NEXT: ^bb1([[V0:%.+]]: i64, [[V1:%.+]]: i64, [[V2:%.+]]: i1):
// CHECK-NEXT: cf.cond_br [[V2]], ^bb2, ^bb3
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: return [[V0]] : i64
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: cf.br ^bb1([[V1]], [[V0]], [[V2]] : i64, i64, i1)
ruchy.func private @swap(%a: i64, %b: i64, %c: i1) -> i64 {
  cf.cond_br %c, ^done, ^rec
^done:
  ruchy.return %a : i64
^rec:
  %0 = ruchy.call @swap(%b, %a, %c) : (i64, i64, i1) -> i64
  ruchy.return %0 : i64
}

// A return that both branches share is copied to them.
// CHECK-LABEL: ruchy.func private @joined(%arg0: i64, %arg1: i1) -> i64
// CHECK-NEXT: cf.br ^bb1(%arg0, %arg1 : i64, i1)
// CHECK-NEXT: ^bb1([[V0:%.+]]: i64, [[V1:%.+]]: i1):
// CHECK-NEXT: cf.cond_br [[V1]], ^bb2, ^bb3
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: return [[V0]] : i64
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: [[V2:%.+]] = constant 1 : i64
// CHECK-NEXT: [[RESULT:%.+]] = sub [[V0]], [[V2]] : (i64, i64) -> i64
// CHECK-NEXT: cf.br ^bb1([[RESULT]], [[V1]] : i64, i1)
ruchy.func private @joined(%n: i64, %c: i1) -> i64 {
  cf.cond_br %c, ^a, ^b
^a:
  cf.br ^end(%n : i64)
^b:
  %one = ruchy.constant 1 : i64
  %0 = ruchy.sub %n, %one : (i64, i64) -> i64
  %1 = ruchy.call @joined(%0, %c) : (i64, i1) -> i64
  cf.br ^end(%1 : i64)
^end(%r: i64):
  ruchy.return %r : i64
}

// Also through blocks that only pass a value on.
// CHECK-LABEL: ruchy.func private @chain(%arg0: i64, %arg1: i1) -> i64
// CHECK-NEXT: cf.br ^bb1(%arg0, %arg1 : i64, i1)
// CHECK-NEXT: ^bb1([[V0:%.+]]: i64, [[V1:%.+]]: i1):
// CHECK-NEXT: cf.cond_br [[V1]], ^bb2, ^bb3
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: return [[V0]] : i64
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: cf.br ^bb1([[V0]], [[V1]] : i64, i1)
ruchy.func private @chain(%n: i64, %c: i1) -> i64 {
  cf.cond_br %c, ^a, ^b
^a:
  cf.br ^inner(%n : i64)
^b:
  %0 = ruchy.call @chain(%n, %c) : (i64, i1) -> i64
  cf.br ^inner(%0 : i64)
^inner(%r: i64):
  cf.br ^outer(%r : i64)
^outer(%s: i64):
  ruchy.return %s : i64
}

// CHECK-LABEL: ruchy.func private @even(%arg0: i64) -> i1
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V2:%.+]] = eq %arg0, [[V0]] : i64, i64
// CHECK-NEXT: cf.cond_br [[V2]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V3:%.+]] = constant true
// CHECK-NEXT: return [[V3]] : i1
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[RESULT:%.+]] = sub %arg0, [[V1]] : (i64, i64) -> i64
// CHECK-NEXT: [[V4:%.+]] = call tail @odd([[RESULT]]) : (i64) -> i1
// CHECK-NEXT: return [[V4]] : i1
ruchy.func private @even(%n: i64) -> i1 {
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %0 = ruchy.eq %n, %zero : i64, i64
  cf.cond_br %0, ^done, ^rec
^done:
  %true = ruchy.constant true
  ruchy.return %true : i1
^rec:
  %1 = ruchy.sub %n, %one : (i64, i64) -> i64
  %2 = ruchy.call @odd(%1) : (i64) -> i1
  ruchy.return %2 : i1
}

// CHECK-LABEL: ruchy.func private @odd(%arg0: i64) -> i1
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V2:%.+]] = eq %arg0, [[V0]] : i64, i64
// CHECK-NEXT: cf.cond_br [[V2]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V3:%.+]] = constant false
// CHECK-NEXT: return [[V3]] : i1
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[RESULT:%.+]] = sub %arg0, [[V1]] : (i64, i64) -> i64
// CHECK-NEXT: [[V4:%.+]] = call tail @even([[RESULT]]) : (i64) -> i1
// CHECK-NEXT: return [[V4]] : i1
ruchy.func private @odd(%n: i64) -> i1 {
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %0 = ruchy.eq %n, %zero : i64, i64
  cf.cond_br %0, ^done, ^rec
^done:
  %false = ruchy.constant false
  ruchy.return %false : i1
^rec:
  %1 = ruchy.sub %n, %one : (i64, i64) -> i64
  %2 = ruchy.call @even(%1) : (i64) -> i1
  ruchy.return %2 : i1
}

// A call whose result is used once more has work left to do.
// CHECK-LABEL: ruchy.func private @used(%arg0: i64) -> i64
// CHECK-NEXT: [[V0:%.+]] = call @used(%arg0) : (i64) -> i64
// CHECK-NEXT: [[RESULT:%.+]] = add [[V0]], %arg0 : (i64, i64) -> i64
// CHECK-NEXT: return [[RESULT]] : i64
ruchy.func private @used(%n: i64) -> i64 {
  %0 = ruchy.call @used(%n) : (i64) -> i64
  %1 = ruchy.add %0, %n : (i64, i64) -> i64
  ruchy.return %1 : i64
}

// CHECK-LABEL: ruchy.func private @followed(%arg0: i64) -> i64
// CHECK-NEXT: [[V0:%.+]] = call @followed(%arg0) : (i64) -> i64
// CHECK-NEXT: print stdout %arg0 : i64
// CHECK-NEXT: return [[V0]] : i64
ruchy.func private @followed(%n: i64) -> i64 {
  %0 = ruchy.call @followed(%n) : (i64) -> i64
  ruchy.print stdout %n : i64
  ruchy.return %0 : i64
}

// CHECK-LABEL: ruchy.func private @other_value(%arg0: i64) -> i64
// CHECK-NEXT: [[V0:%.+]] = call @other_value(%arg0) : (i64) -> i64
// CHECK-NEXT: return %arg0 : i64
ruchy.func private @other_value(%n: i64) -> i64 {
  %0 = ruchy.call @other_value(%n) : (i64) -> i64
  ruchy.return %n : i64
}

// Outside a cycle the frame costs nothing that could run out.
// CHECK-LABEL: ruchy.func private @leaf(%arg0: i64) -> i64
// CHECK-NEXT: return %arg0 : i64
ruchy.func private @leaf(%n: i64) -> i64 {
  ruchy.return %n : i64
}

// CHECK-LABEL: ruchy.func private @straight(%arg0: i64) -> i64
// CHECK-NEXT: [[V0:%.+]] = call @leaf(%arg0) : (i64) -> i64
// CHECK-NEXT: return [[V0]] : i64
ruchy.func private @straight(%n: i64) -> i64 {
  %0 = ruchy.call @leaf(%n) : (i64) -> i64
  ruchy.return %0 : i64
}

// CHECK-LABEL: ruchy.func private @declared(i64) -> i64
ruchy.func private @declared(i64) -> i64

// Both: one call is the loop, the other stays.
// CHECK-LABEL: ruchy.func private @ackermann(%arg0: i64, %arg1: i64, %arg2: i1) -> i64
// CHECK-NEXT: cf.br ^bb1(%arg0, %arg1, %arg2 : i64, i64, i1)
// CHECK-NEXT: ^bb1([[V0:%.+]]: i64, [[V1:%.+]]: i64, [[V2:%.+]]: i1):
// CHECK-NEXT: cf.cond_br [[V2]], ^bb2, ^bb3
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: return [[V1]] : i64
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: [[V3:%.+]] = call @ackermann([[V0]], [[V1]], [[V2]]) : (i64, i64, i1) -> i64
// CHECK-NEXT: cf.br ^bb1([[V0]], [[V3]], [[V2]] : i64, i64, i1)
ruchy.func private @ackermann(%m: i64, %n: i64, %c: i1) -> i64 {
  cf.cond_br %c, ^done, ^rec
^done:
  ruchy.return %n : i64
^rec:
  %0 = ruchy.call @ackermann(%m, %n, %c) : (i64, i64, i1) -> i64
  %1 = ruchy.call @ackermann(%m, %0, %c) : (i64, i64, i1) -> i64
  ruchy.return %1 : i64
}

// With explicit errors both results must be given back.
// CHECK-LABEL: ruchy.func private @status(%arg0: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: cf.br ^bb1(%arg0 : i64)
// CHECK-NEXT: ^bb1([[V0:%.+]]: i64):
// CHECK-NEXT: cf.br ^bb1([[V0]] : i64)
ruchy.func private @status(%n: i64) -> (i64, !ruchy.error) {
  %0, %e = ruchy.call @status(%n) : (i64) -> (i64, !ruchy.error)
  ruchy.return %0, %e : i64, !ruchy.error
}

// CHECK-LABEL: ruchy.func private @status_dropped(%arg0: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]]:2 = call @status_dropped(%arg0) : (i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V1:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V0]]#0, [[V1]] : i64, !ruchy.error
ruchy.func private @status_dropped(%n: i64) -> (i64, !ruchy.error) {
  %0, %e = ruchy.call @status_dropped(%n) : (i64) -> (i64, !ruchy.error)
  %none = ruchy.error.none
  ruchy.return %0, %none : i64, !ruchy.error
}

// A function that gets its parameter back: the caller tests and passes on.
// CHECK-LABEL: ruchy.func private @in_out(%arg0: !ruchy.array<i64>, %arg1: i64) -> (i64, !ruchy.array<i64>)
// CHECK-NEXT: cf.br ^bb1(%arg0, %arg1 : !ruchy.array<i64>, i64)
// CHECK-NEXT: ^bb1([[A:%.+]]: !ruchy.array<i64>, [[N:%.+]]: i64):
// CHECK-NOT: call
// CHECK: cf.br ^bb1([[A]], %{{.+}} : !ruchy.array<i64>, i64)
// CHECK-NEXT: ^bb{{[0-9]+}}([[E:%.+]]: !ruchy.error, [[U:%.+]]: !ruchy.array<i64>):
// CHECK-NEXT: fail [[E]], [[U]]
ruchy.func private @in_out(%a: !ruchy.array<i64>, %n: i64) -> (i64, !ruchy.array<i64>) attributes {inout = array<i64: 0>} {
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %0 = ruchy.eq %n, %zero : i64, i64
  cf.cond_br %0, ^done, ^rec
^done:
  ruchy.return %n, %a : i64, !ruchy.array<i64>
^rec:
  %1, %e1 = ruchy.sub %n, %one : (i64, i64) -> (i64, !ruchy.error)
  %2 = ruchy.failed %e1
  cf.cond_br %2, ^fails(%e1, %a : !ruchy.error, !ruchy.array<i64>), ^again
^again:
  %3, %u, %e2 = ruchy.call @in_out(%a, %1) : (!ruchy.array<i64>, i64) -> (i64, !ruchy.array<i64>, !ruchy.error)
  %4 = ruchy.failed %e2
  cf.cond_br %4, ^fails(%e2, %u : !ruchy.error, !ruchy.array<i64>), ^returns
^returns:
  ruchy.return %3, %u : i64, !ruchy.array<i64>
^fails(%e: !ruchy.error, %f: !ruchy.array<i64>):
  ruchy.fail %e, %f : !ruchy.array<i64>
}

// It is no tail call where something else is given back.
// CHECK-LABEL: ruchy.func private @other_in_out
// CHECK: call @other_in_out(
ruchy.func private @other_in_out(%a: !ruchy.array<i64>, %n: i64) -> (i64, !ruchy.array<i64>) attributes {inout = array<i64: 0>} {
  %3, %u, %e2 = ruchy.call @other_in_out(%a, %n) : (!ruchy.array<i64>, i64) -> (i64, !ruchy.array<i64>, !ruchy.error)
  %4 = ruchy.failed %e2
  cf.cond_br %4, ^fails(%e2, %a : !ruchy.error, !ruchy.array<i64>), ^returns
^returns:
  ruchy.return %3, %u : i64, !ruchy.array<i64>
^fails(%e: !ruchy.error, %f: !ruchy.array<i64>):
  ruchy.fail %e, %f : !ruchy.array<i64>
}

// A dispatcher that only passes its parameters on is not in the way.
// CHECK-LABEL: ruchy.func private @method(%arg0: i64, %arg1: i64) -> i64
// CHECK-NEXT: cf.br ^bb1(%arg0, %arg1 : i64, i64)
// CHECK-NEXT: ^bb1([[X:%.+]]: i64, [[Y:%.+]]: i64):
// CHECK-NEXT: cf.br ^bb1([[Y]], [[X]] : i64, i64)
ruchy.func private @method(%a: i64, %b: i64) -> i64 {
  %0 = ruchy.call @dispatch(%a, %b) : (i64, i64) -> i64
  ruchy.return %0 : i64
}
ruchy.func private @dispatch(%a: i64, %b: i64) -> i64 attributes {transparent} {
  %0 = ruchy.refine %b : i64 to i64
  cf.br ^next
^next:
  %1 = ruchy.call @method(%0, %a) : (i64, i64) -> i64
  ruchy.return %1 : i64
}
