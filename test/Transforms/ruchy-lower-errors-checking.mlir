// Errors become statuses: operations and calls that give theirs back.
//
// RUN: ruchy-opt %s --ruchy-lower-errors | FileCheck %s

// CHECK-LABEL: ruchy.func private @dynamic(%arg0: !ruchy.any, %arg1: !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[RESULT:%.+]], [[ERROR:%.+]] = add %arg0, %arg1 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = failed [[ERROR]]
// CHECK-NEXT: cf.cond_br [[V0]] weights([1, 1048576]), ^bb2([[ERROR]] : !ruchy.error), ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[RESULT]], [[V1]] : !ruchy.any, !ruchy.error
// CHECK-NEXT: ^bb2([[V2:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V3:%.+]] = poison : !ruchy.any
// CHECK-NEXT: return [[V3]], [[V2]] : !ruchy.any, !ruchy.error
ruchy.func private @dynamic(%x: !ruchy.any, %y: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.add %x, %y : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// Attributes go along.
// CHECK-LABEL: ruchy.func private @forms(%arg0: !ruchy.any, %arg1: !ruchy.str, %arg2: !ruchy.nil, %arg3: i64) -> (!ruchy.str, !ruchy.error)
// CHECK-NEXT: [[RESULT:%.+]], [[ERROR:%.+]] = lt %arg0, %arg3 {mark} : (!ruchy.any, i64) -> (i1, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = failed [[ERROR]]
// CHECK-NEXT: cf.cond_br [[V0]] weights([1, 1048576]), ^bb6([[ERROR]] : !ruchy.error), ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[RESULT_0:%.+]], [[ERROR_1:%.+]] = cast %arg1 to int : (!ruchy.str) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V1:%.+]] = failed [[ERROR_1]]
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb6([[ERROR_1]] : !ruchy.error), ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[RESULT_2:%.+]], [[ERROR_3:%.+]] = slice %arg1, %arg2, %arg3 inclusive : (!ruchy.str, !ruchy.nil, i64) -> (!ruchy.str, !ruchy.error)
// CHECK-NEXT: [[V2:%.+]] = failed [[ERROR_3]]
// CHECK-NEXT: cf.cond_br [[V2]] weights([1, 1048576]), ^bb6([[ERROR_3]] : !ruchy.error), ^bb3
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: [[RESULT_4:%.+]], [[ERROR_5:%.+]] = builtin "abs"(%arg3) : (i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V3:%.+]] = failed [[ERROR_5]]
// CHECK-NEXT: cf.cond_br [[V3]] weights([1, 1048576]), ^bb6([[ERROR_5]] : !ruchy.error), ^bb4
// CHECK-NEXT: ^bb4:
// CHECK-NEXT: [[RESULT_6:%.+]], [[ERROR_7:%.+]] = method "unknown" %arg0(%arg3) : (!ruchy.any, i64) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V4:%.+]] = failed [[ERROR_7]]
// CHECK-NEXT: cf.cond_br [[V4]] weights([1, 1048576]), ^bb6([[ERROR_7]] : !ruchy.error), ^bb5
// CHECK-NEXT: ^bb5:
// CHECK-NEXT: [[V5:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[RESULT_2]], [[V5]] : !ruchy.str, !ruchy.error
// CHECK-NEXT: ^bb6([[V6:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V7:%.+]] = poison : !ruchy.str
// CHECK-NEXT: return [[V7]], [[V6]] : !ruchy.str, !ruchy.error
ruchy.func private @forms(%x: !ruchy.any, %s: !ruchy.str, %n: !ruchy.nil, %i: i64) -> !ruchy.str {
  %0 = ruchy.lt %x, %i {mark} : (!ruchy.any, i64) -> i1
  %1 = ruchy.cast %s to int : (!ruchy.str) -> i64
  %2 = ruchy.slice %s, %n, %i inclusive : (!ruchy.str, !ruchy.nil, i64) -> !ruchy.str
  %3 = ruchy.builtin "abs"(%i) : (i64) -> i64
  %4 = ruchy.method "unknown" %x(%i) : (!ruchy.any, i64) -> !ruchy.any
  ruchy.return %2 : !ruchy.str
}

// The container is given back on both edges.
// CHECK-LABEL: ruchy.func private @container(%arg0: !ruchy.array<i64>, %arg1: i64) -> (!ruchy.array<i64>, !ruchy.error)
// CHECK-NEXT: [[RESULT:%.+]], [[UPDATED:%.+]], [[ERROR:%.+]] = ruchy.method.mut "insert" %arg0(%arg1, %arg1) : (!ruchy.array<i64>, i64, i64) -> (!ruchy.nil, !ruchy.array<i64>, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = failed [[ERROR]]
// CHECK-NEXT: cf.cond_br [[V0]] weights([1, 1048576]), ^bb2([[ERROR]] : !ruchy.error), ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[UPDATED]], [[V1]] : !ruchy.array<i64>, !ruchy.error
// CHECK-NEXT: ^bb2([[V2:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V3:%.+]] = poison : !ruchy.array<i64>
// CHECK-NEXT: return [[V3]], [[V2]] : !ruchy.array<i64>, !ruchy.error
ruchy.func private @container(%a: !ruchy.array<i64>, %i: i64) -> !ruchy.array<i64> {
  %0, %1 = ruchy.method.mut "insert" %a(%i, %i) : (!ruchy.array<i64>, i64, i64) -> (!ruchy.nil, !ruchy.array<i64>)
  ruchy.return %1 : !ruchy.array<i64>
}

// CHECK-LABEL: ruchy.func private @dynamic_place(%arg0: !ruchy.any, %arg1: i64) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[RESULT:%.+]], [[UPDATED:%.+]], [[ERROR:%.+]] = ruchy.place.method %arg0[%arg1] "push"(%arg1) : (!ruchy.any, i64, i64) -> (!ruchy.any, !ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = failed [[ERROR]]
// CHECK-NEXT: cf.cond_br [[V0]] weights([1, 1048576]), ^bb2([[ERROR]] : !ruchy.error), ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[UPDATED]], [[V3]] : !ruchy.any, !ruchy.error
// CHECK-NEXT: ^bb2([[V4:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V5:%.+]] = poison : !ruchy.any
// CHECK-NEXT: return [[V5]], [[V4]] : !ruchy.any, !ruchy.error
ruchy.func private @dynamic_place(%x: !ruchy.any, %i: i64) -> !ruchy.any {
  %0, %1 = ruchy.place.method %x[%i] "push"(%i) : (!ruchy.any, i64, i64) -> (!ruchy.any, !ruchy.any)
  ruchy.return %1 : !ruchy.any
}

// Fallible by what it calls.
// CHECK-LABEL: ruchy.func private @caller(%arg0: !ruchy.any) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]]:2 = call @dynamic(%arg0, %arg0) : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V1:%.+]] = failed [[V0]]#1
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb2([[V0]]#1 : !ruchy.error), ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: print stdout [[V0]]#0 : !ruchy.any
// CHECK-NEXT: [[V2:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V2]], [[V3]] : i64, !ruchy.error
// CHECK-NEXT: ^bb2([[V4:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V5:%.+]] = poison : i64
// CHECK-NEXT: return [[V5]], [[V4]] : i64, !ruchy.error
ruchy.func private @caller(%x: !ruchy.any) -> i64 {
  %0 = ruchy.call @dynamic(%x, %x) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.print stdout %0 : !ruchy.any
  %1 = ruchy.constant 1 : i64
  ruchy.return %1 : i64
}

// A status that is returned at once is not tested.
// CHECK-LABEL: ruchy.func private @tail(%arg0: !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]]:2 = call tail @dynamic(%arg0, %arg0) : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: return [[V0]]#0, [[V0]]#1 : !ruchy.any, !ruchy.error
ruchy.func private @tail(%x: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.call tail @dynamic(%x, %x) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// Recursion may exhaust the stack.
// CHECK-LABEL: ruchy.func private @recursive(%arg0: f64) -> (f64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]]:2 = call @recursive(%arg0) : (f64) -> (f64, !ruchy.error)
// CHECK-NEXT: [[V1:%.+]] = failed [[V0]]#1
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb2([[V0]]#1 : !ruchy.error), ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[RESULT:%.+]] = add [[V0]]#0, %arg0 : (f64, f64) -> f64
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[RESULT]], [[V2]] : f64, !ruchy.error
// CHECK-NEXT: ^bb2([[V3:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V4:%.+]] = poison : f64
// CHECK-NEXT: return [[V4]], [[V3]] : f64, !ruchy.error
ruchy.func private @recursive(%x: f64) -> f64 {
  %0 = ruchy.call @recursive(%x) : (f64) -> f64
  %1 = ruchy.add %0, %x : (f64, f64) -> f64
  ruchy.return %1 : f64
}

// CHECK-LABEL: ruchy.func private @declared(f64) -> f64
ruchy.func private @declared(f64) -> f64

// CHECK-LABEL: ruchy.func private @calls_declared(%arg0: f64) -> f64
// CHECK-NEXT: [[V0:%.+]] = call @declared(%arg0) : (f64) -> f64
// CHECK-NEXT: return [[V0]] : f64
ruchy.func private @calls_declared(%x: f64) -> f64 {
  %0 = ruchy.call @declared(%x) : (f64) -> f64
  ruchy.return %0 : f64
}

// What is explicit already stays so.
// CHECK-LABEL: ruchy.func private @explicit(%arg0: !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[RESULT:%.+]], [[ERROR:%.+]] = neg %arg0 : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: return [[RESULT]], [[ERROR]] : !ruchy.any, !ruchy.error
ruchy.func private @explicit(%x: !ruchy.any) -> (!ruchy.any, !ruchy.error) {
  %0, %e = ruchy.neg %x : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
  ruchy.return %0, %e : !ruchy.any, !ruchy.error
}

// The program reports its error to who started it.
// CHECK-LABEL: ruchy.func @ruchy.main() -> (!ruchy.nil, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V1:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V0]], [[V1]] : !ruchy.nil, !ruchy.error
ruchy.func @ruchy.main() -> !ruchy.nil {
  %0 = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}
