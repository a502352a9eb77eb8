// Functions on a cycle of the call graph test the stack on entry.
//
// RUN: ruchy-opt %s --ruchy-stack-checks | FileCheck %s

// The weight follows from the call with most words alive around it.
// CHECK-LABEL: ruchy.func private @fib(%arg0: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = ruchy.stack.enter 96
// CHECK-NEXT: cf.cond_br [[V0]] weights([1, 1048576]), ^bb5, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]]:2 = call @fib(%arg0) : (i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V2:%.+]] = failed [[V1]]#1
// CHECK-NEXT: cf.cond_br [[V2]], ^bb4([[V1]]#1 : !ruchy.error), ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V3:%.+]]:2 = call @fib(%arg0) : (i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V4:%.+]] = failed [[V3]]#1
// CHECK-NEXT: cf.cond_br [[V4]], ^bb4([[V3]]#1 : !ruchy.error), ^bb3
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: [[RESULT:%.+]], [[OVERFLOW:%.+]] = ruchy.add.checked [[V1]]#0, [[V3]]#0
// CHECK-NEXT: [[V5:%.+]] = ruchy.error.none
// CHECK-NEXT: ruchy.stack.leave 96
// CHECK-NEXT: return [[RESULT]], [[V5]] : i64, !ruchy.error
// CHECK-NEXT: ^bb4([[V6:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V7:%.+]] = poison : i64
// CHECK-NEXT: ruchy.stack.leave 96
// CHECK-NEXT: return [[V7]], [[V6]] : i64, !ruchy.error
// CHECK-NEXT: ^bb5:
// CHECK-NEXT: [[V8:%.+]] = poison : i64
// CHECK-NEXT: [[V9:%.+]] = ruchy.error.site "RecursionLimit" ""
// CHECK-NEXT: return [[V8]], [[V9]] : i64, !ruchy.error
ruchy.func private @fib(%n: i64) -> (i64, !ruchy.error) {
  %0, %e0 = ruchy.call @fib(%n) : (i64) -> (i64, !ruchy.error)
  %f0 = ruchy.failed %e0
  cf.cond_br %f0, ^error(%e0 : !ruchy.error), ^next
^next:
  %1, %e1 = ruchy.call @fib(%n) : (i64) -> (i64, !ruchy.error)
  %f1 = ruchy.failed %e1
  cf.cond_br %f1, ^error(%e1 : !ruchy.error), ^end
^end:
  %2, %o = ruchy.add.checked %0, %1
  %none = ruchy.error.none
  ruchy.return %2, %none : i64, !ruchy.error
^error(%e: !ruchy.error):
  %p = ruchy.poison : i64
  ruchy.return %p, %e : i64, !ruchy.error
}

// CHECK-LABEL: ruchy.func private @leaf(%arg0: i64) -> i64
// CHECK-NEXT: return %arg0 : i64
ruchy.func private @leaf(%n: i64) -> i64 {
  ruchy.return %n : i64
}

// Real tail calls do not nest.
// CHECK-LABEL: ruchy.func private @even(%arg0: i64) -> (i1, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]]:2 = call tail @odd(%arg0) : (i64) -> (i1, !ruchy.error)
// CHECK-NEXT: return [[V0]]#0, [[V0]]#1 : i1, !ruchy.error
ruchy.func private @even(%n: i64) -> (i1, !ruchy.error) {
  %0, %e = ruchy.call tail @odd(%n) : (i64) -> (i1, !ruchy.error)
  ruchy.return %0, %e : i1, !ruchy.error
}

// CHECK-LABEL: ruchy.func private @odd(%arg0: i64) -> (i1, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]]:2 = call tail @even(%arg0) : (i64) -> (i1, !ruchy.error)
// CHECK-NEXT: return [[V0]]#0, [[V0]]#1 : i1, !ruchy.error
ruchy.func private @odd(%n: i64) -> (i1, !ruchy.error) {
  %0, %e = ruchy.call tail @even(%n) : (i64) -> (i1, !ruchy.error)
  ruchy.return %0, %e : i1, !ruchy.error
}

// The frame is given back before a tail call takes its place.
// CHECK-LABEL: ruchy.func private @walk(%arg0: i64, %arg1: i1) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = ruchy.stack.enter 96
// CHECK-NEXT: cf.cond_br [[V0]] weights([1, 1048576]), ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]]:2 = call @walk(%arg0, %arg1) : (i64, i1) -> (i64, !ruchy.error)
// CHECK-NEXT: ruchy.stack.leave 96
// CHECK-NEXT: [[V2:%.+]]:2 = call tail @step([[V1]]#0, %arg1) : (i64, i1) -> (i64, !ruchy.error)
// CHECK-NEXT: return [[V2]]#0, [[V2]]#1 : i64, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V3:%.+]] = poison : i64
// CHECK-NEXT: [[V4:%.+]] = ruchy.error.site "RecursionLimit" ""
// CHECK-NEXT: return [[V3]], [[V4]] : i64, !ruchy.error
ruchy.func private @walk(%n: i64, %c: i1) -> (i64, !ruchy.error) {
  %0, %e0 = ruchy.call @walk(%n, %c) : (i64, i1) -> (i64, !ruchy.error)
  %1, %e1 = ruchy.call tail @step(%0, %c) : (i64, i1) -> (i64, !ruchy.error)
  ruchy.return %1, %e1 : i64, !ruchy.error
}

// CHECK-LABEL: ruchy.func private @step(%arg0: i64, %arg1: i1) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = ruchy.stack.enter 96
// CHECK-NEXT: cf.cond_br [[V0]] weights([1, 1048576]), ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]]:2 = call @walk(%arg0, %arg1) : (i64, i1) -> (i64, !ruchy.error)
// CHECK-NEXT: ruchy.stack.leave 96
// CHECK-NEXT: return [[V1]]#0, [[V1]]#1 : i64, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = poison : i64
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.site "RecursionLimit" ""
// CHECK-NEXT: return [[V2]], [[V3]] : i64, !ruchy.error
ruchy.func private @step(%n: i64, %c: i1) -> (i64, !ruchy.error) {
  %0, %e0 = ruchy.call @walk(%n, %c) : (i64, i1) -> (i64, !ruchy.error)
  ruchy.return %0, %e0 : i64, !ruchy.error
}

// Values of two and three words weigh as much.
// CHECK-LABEL: ruchy.func private @wide(%arg0: !ruchy.any, %arg1: !ruchy.range) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = ruchy.stack.enter 128
// CHECK-NEXT: cf.cond_br [[V0]] weights([1, 1048576]), ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]]:2 = call @wide(%arg0, %arg1) : (!ruchy.any, !ruchy.range) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: print stdout %arg0 : !ruchy.any
// CHECK-NEXT: print stdout %arg1 : !ruchy.range
// CHECK-NEXT: ruchy.stack.leave 128
// CHECK-NEXT: return [[V1]]#0, [[V1]]#1 : !ruchy.any, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = poison : !ruchy.any
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.site "RecursionLimit" ""
// CHECK-NEXT: return [[V2]], [[V3]] : !ruchy.any, !ruchy.error
ruchy.func private @wide(%x: !ruchy.any, %r: !ruchy.range) -> (!ruchy.any, !ruchy.error) {
  %0, %e0 = ruchy.call @wide(%x, %r) : (!ruchy.any, !ruchy.range) -> (!ruchy.any, !ruchy.error)
  ruchy.print stdout %x : !ruchy.any
  ruchy.print stdout %r : !ruchy.range
  ruchy.return %0, %e0 : !ruchy.any, !ruchy.error
}
