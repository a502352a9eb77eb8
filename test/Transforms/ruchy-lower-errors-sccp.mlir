// Constant propagation across calls does not take a call for successful: its
// status is open although its value is known.
//
// RUN: ruchy-opt %s --ruchy-lower-errors --sccp --canonicalize | FileCheck %s

// CHECK-LABEL: ruchy.func private @assert_positive(%arg0: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[RESULT:%.+]] = gt %arg0, [[V0]] : (i64, i64) -> i1
// CHECK-NEXT: cf.cond_br [[RESULT]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V0]], [[V1]] : i64, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.site "Panic" "not positive"
// CHECK-NEXT: [[V3:%.+]] = poison : i64
// CHECK-NEXT: return [[V3]], [[V2]] : i64, !ruchy.error
ruchy.func private @assert_positive(%n: i64) -> i64 {
  %zero = ruchy.constant 0 : i64
  %0 = ruchy.gt %n, %zero : (i64, i64) -> i1
  cf.cond_br %0, ^ok, ^bad
^ok:
  ruchy.return %zero : i64
^bad:
  %1 = ruchy.raise "Panic" "not positive" : i64
  ruchy.return %1 : i64
}

// CHECK-LABEL: ruchy.func @caller(%arg0: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]]:2 = call @assert_positive(%arg0) : (i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V1:%.+]] = failed [[V0]]#1
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb2([[V0]]#1 : !ruchy.error), ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: print stdout [[V0]]#0 : i64
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V0]]#0, [[V2]] : i64, !ruchy.error
// CHECK-NEXT: ^bb2([[V3:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V4:%.+]] = poison : i64
// CHECK-NEXT: return [[V4]], [[V3]] : i64, !ruchy.error
ruchy.func @caller(%n: i64) -> i64 {
  %0 = ruchy.call @assert_positive(%n) : (i64) -> i64
  ruchy.print stdout %0 : i64
  ruchy.return %0 : i64
}

// A function that only fails is not taken for one that gives nothing.
// CHECK-LABEL: ruchy.func private @fails() -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = ruchy.error.site "Panic" "always"
// CHECK-NEXT: [[V1:%.+]] = poison : i64
// CHECK-NEXT: return [[V1]], [[V0]] : i64, !ruchy.error
ruchy.func private @fails() -> i64 {
  %0 = ruchy.raise "Panic" "always" : i64
  ruchy.return %0 : i64
}

// CHECK-LABEL: ruchy.func @calls_fails() -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]]:2 = call @fails() : () -> (i64, !ruchy.error)
// CHECK-NEXT: [[V1:%.+]] = failed [[V0]]#1
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb2([[V0]]#1 : !ruchy.error), ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: print stdout [[V0]]#0 : i64
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V0]]#0, [[V2]] : i64, !ruchy.error
// CHECK-NEXT: ^bb2([[V3:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V4:%.+]] = poison : i64
// CHECK-NEXT: return [[V4]], [[V3]] : i64, !ruchy.error
ruchy.func @calls_fails() -> i64 {
  %0 = ruchy.call @fails() : () -> i64
  ruchy.print stdout %0 : i64
  ruchy.return %0 : i64
}
