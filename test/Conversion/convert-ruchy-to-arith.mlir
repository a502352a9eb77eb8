// RUN: ruchy-opt %s --convert-ruchy-to-arith | FileCheck %s

// CHECK-LABEL: @numbers
ruchy.func @numbers(%i: i64, %f: f64, %b: i1) -> i1 {
  // CHECK: %[[ONE:.*]] = arith.constant 1 : i64
  %one = ruchy.constant 1 : i64
  // CHECK: %[[F:.*]] = arith.sitofp %{{.*}} : i64 to f64
  // CHECK: %[[SUM:.*]] = arith.addf %[[F]], %{{.*}} : f64
  %0 = ruchy.add %i, %f : (i64, f64) -> f64
  // CHECK: arith.divf
  %1 = ruchy.div %0, %f : (f64, f64) -> f64
  // CHECK: arith.negf
  %2 = ruchy.neg %1 : (f64) -> f64
  // CHECK: %[[ONES:.*]] = arith.constant -1 : i64
  // CHECK: arith.xori %{{.*}}, %[[ONES]] : i64
  %3 = ruchy.bitnot %one : (i64) -> i64
  // CHECK: arith.andi %{{.*}} : i64
  %4 = ruchy.and %3, %i : (i64, i64) -> i64
  // CHECK: arith.cmpf olt
  %5 = ruchy.lt %2, %f : (f64, f64) -> i1
  // CHECK: arith.cmpi sge
  %6 = ruchy.ge %4, %i : (i64, i64) -> i1
  // false is less than true.
  // CHECK: arith.cmpi ult, {{.*}} : i1
  %7 = ruchy.lt %5, %6 : (i1, i1) -> i1
  // An integer is compared with a float as a float; NaN differs from itself.
  // CHECK: arith.sitofp
  // CHECK: arith.cmpf une
  %8 = ruchy.ne %i, %f : i64, f64
  // CHECK: arith.xori %{{.*}} : i1
  %9 = ruchy.not %8
  %10 = ruchy.or %7, %9 : (i1, i1) -> i1
  ruchy.return %10 : i1
}

// CHECK-LABEL: @casts
ruchy.func @casts(%i: i64, %b: i1) -> f64 {
  // CHECK: %[[LOW:.*]] = arith.trunci %{{.*}} : i64 to i8
  // CHECK: arith.extsi %[[LOW]] : i8 to i64
  %0 = ruchy.cast %i to i8 : (i64) -> i64
  // CHECK: arith.extui %{{.*}} : i32 to i64
  %1 = ruchy.cast %0 to u32 : (i64) -> i64
  // CHECK: arith.extui %{{.*}} : i1 to i64
  %2 = ruchy.cast %b to int : (i1) -> i64
  // CHECK: arith.uitofp
  %3 = ruchy.cast %b to float : (i1) -> f64
  // CHECK: arith.sitofp
  %4 = ruchy.coerce %2 : i64 to f64
  %5 = ruchy.sub %4, %3 : (f64, f64) -> f64
  ruchy.return %5 : f64
}

// What can fail, and what is dynamic, stays.
// CHECK-LABEL: @others
ruchy.func @others(%i: i64, %a: !ruchy.any, %s: !ruchy.str) -> !ruchy.any {
  // CHECK: add
  %0, %e = ruchy.add %a, %i : (!ruchy.any, i64) -> (!ruchy.any, !ruchy.error)
  // CHECK: eq
  %1 = ruchy.eq %0, %i : !ruchy.any, i64
  // CHECK: truthy
  %2 = ruchy.truthy %a : !ruchy.any
  // A string is true, whatever it holds.
  // CHECK: arith.constant true
  %3 = ruchy.truthy %s : !ruchy.str
  // CHECK: arith.constant false
  %4 = ruchy.is_nil %s : !ruchy.str
  // CHECK: constant "x"
  %5 = ruchy.constant "x" : !ruchy.str
  // CHECK: coerce
  %6 = ruchy.coerce %5 : !ruchy.str to !ruchy.any
  ruchy.return %6 : !ruchy.any
}
