// Folds of comparisons and truth.
//
// RUN: ruchy-opt %s -canonicalize | FileCheck %s

// Signed.
// CHECK-LABEL: ruchy.func @integers() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant true
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V2:%.+]] = constant false
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: return [[V1]] : !ruchy.nil
ruchy.func @integers() -> !ruchy.nil {
  %a = ruchy.constant -1 : i64
  %b = ruchy.constant 1 : i64
  %c1 = ruchy.eq %a, %b : i64, i64
  ruchy.print stdout %c1 : i1
  %c2 = ruchy.ne %a, %b : i64, i64
  ruchy.print stdout %c2 : i1
  %c3 = ruchy.lt %a, %b : (i64, i64) -> i1
  ruchy.print stdout %c3 : i1
  %c4 = ruchy.le %a, %b : (i64, i64) -> i1
  ruchy.print stdout %c4 : i1
  %c5 = ruchy.gt %a, %b : (i64, i64) -> i1
  ruchy.print stdout %c5 : i1
  %c6 = ruchy.ge %a, %b : (i64, i64) -> i1
  ruchy.print stdout %c6 : i1
  %c7 = ruchy.eq %a, %a : i64, i64
  ruchy.print stdout %c7 : i1
  %c8 = ruchy.le %a, %a : (i64, i64) -> i1
  ruchy.print stdout %c8 : i1
  %c9 = ruchy.lt %a, %a : (i64, i64) -> i1
  ruchy.print stdout %c9 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @floats() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant true
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V2:%.+]] = constant false
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: return [[V1]] : !ruchy.nil
ruchy.func @floats() -> !ruchy.nil {
  %a = ruchy.constant 1.5 : f64
  %b = ruchy.constant 2.5 : f64
  %c10 = ruchy.eq %a, %b : f64, f64
  ruchy.print stdout %c10 : i1
  %c11 = ruchy.ne %a, %b : f64, f64
  ruchy.print stdout %c11 : i1
  %c12 = ruchy.lt %a, %b : (f64, f64) -> i1
  ruchy.print stdout %c12 : i1
  %c13 = ruchy.le %a, %b : (f64, f64) -> i1
  ruchy.print stdout %c13 : i1
  %c14 = ruchy.gt %a, %b : (f64, f64) -> i1
  ruchy.print stdout %c14 : i1
  %c15 = ruchy.ge %a, %b : (f64, f64) -> i1
  ruchy.print stdout %c15 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Both zeros are equal.
// CHECK-LABEL: ruchy.func @zeros() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant false
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V2:%.+]] = constant true
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: return [[V1]] : !ruchy.nil
ruchy.func @zeros() -> !ruchy.nil {
  %zero = ruchy.constant 0.0 : f64
  %mzero = ruchy.constant -0.0 : f64
  %c16 = ruchy.eq %zero, %mzero : f64, f64
  ruchy.print stdout %c16 : i1
  %c17 = ruchy.ne %zero, %mzero : f64, f64
  ruchy.print stdout %c17 : i1
  %c18 = ruchy.lt %zero, %mzero : (f64, f64) -> i1
  ruchy.print stdout %c18 : i1
  %c19 = ruchy.ge %zero, %mzero : (f64, f64) -> i1
  ruchy.print stdout %c19 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// What is no number is left to the machine.
// CHECK-LABEL: ruchy.func @nan() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V1:%.+]] = constant 0x7FF8000000000000 : f64
// CHECK-NEXT: [[V2:%.+]] = constant 1.000000e+00 : f64
// CHECK-NEXT: [[V3:%.+]] = eq [[V1]], [[V1]] : f64, f64
// CHECK-NEXT: print stdout [[V3]] : i1
// CHECK-NEXT: [[V4:%.+]] = ne [[V1]], [[V1]] : f64, f64
// CHECK-NEXT: print stdout [[V4]] : i1
// CHECK-NEXT: [[RESULT:%.+]] = lt [[V1]], [[V1]] : (f64, f64) -> i1
// CHECK-NEXT: print stdout [[RESULT]] : i1
// CHECK-NEXT: [[RESULT_0:%.+]] = ge [[V1]], [[V1]] : (f64, f64) -> i1
// CHECK-NEXT: print stdout [[RESULT_0]] : i1
// CHECK-NEXT: [[V5:%.+]] = eq [[V2]], [[V1]] : f64, f64
// CHECK-NEXT: print stdout [[V5]] : i1
// CHECK-NEXT: [[RESULT_1:%.+]] = gt [[V2]], [[V1]] : (f64, f64) -> i1
// CHECK-NEXT: print stdout [[RESULT_1]] : i1
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @nan() -> !ruchy.nil {
  %nan = ruchy.constant 0x7FF8000000000000 : f64
  %one = ruchy.constant 1.0 : f64
  %c20 = ruchy.eq %nan, %nan : f64, f64
  ruchy.print stdout %c20 : i1
  %c21 = ruchy.ne %nan, %nan : f64, f64
  ruchy.print stdout %c21 : i1
  %c22 = ruchy.lt %nan, %nan : (f64, f64) -> i1
  ruchy.print stdout %c22 : i1
  %c23 = ruchy.ge %nan, %nan : (f64, f64) -> i1
  ruchy.print stdout %c23 : i1
  %c24 = ruchy.eq %one, %nan : f64, f64
  ruchy.print stdout %c24 : i1
  %c25 = ruchy.gt %one, %nan : (f64, f64) -> i1
  ruchy.print stdout %c25 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// In the order of bytes, unsigned.
// CHECK-LABEL: ruchy.func @strings() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant true
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V2:%.+]] = constant false
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: return [[V1]] : !ruchy.nil
ruchy.func @strings() -> !ruchy.nil {
  %a = ruchy.constant "ab" : !ruchy.str
  %b = ruchy.constant "b" : !ruchy.str
  %e = ruchy.constant "" : !ruchy.str
  %c26 = ruchy.eq %a, %b : !ruchy.str, !ruchy.str
  ruchy.print stdout %c26 : i1
  %c27 = ruchy.ne %a, %b : !ruchy.str, !ruchy.str
  ruchy.print stdout %c27 : i1
  %c28 = ruchy.lt %a, %b : (!ruchy.str, !ruchy.str) -> i1
  ruchy.print stdout %c28 : i1
  %c29 = ruchy.le %a, %b : (!ruchy.str, !ruchy.str) -> i1
  ruchy.print stdout %c29 : i1
  %c30 = ruchy.gt %a, %b : (!ruchy.str, !ruchy.str) -> i1
  ruchy.print stdout %c30 : i1
  %c31 = ruchy.ge %a, %b : (!ruchy.str, !ruchy.str) -> i1
  ruchy.print stdout %c31 : i1
  %c32 = ruchy.lt %e, %a : (!ruchy.str, !ruchy.str) -> i1
  ruchy.print stdout %c32 : i1
  %c33 = ruchy.eq %e, %a : !ruchy.str, !ruchy.str
  ruchy.print stdout %c33 : i1
  %u = ruchy.constant "\C3\A4" : !ruchy.str
  %c34 = ruchy.lt %b, %u : (!ruchy.str, !ruchy.str) -> i1
  ruchy.print stdout %c34 : i1
  %c35 = ruchy.gt %b, %u : (!ruchy.str, !ruchy.str) -> i1
  ruchy.print stdout %c35 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// The checking form keeps its two results.
// CHECK-LABEL: ruchy.func @checking() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V1:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V2:%.+]] = constant 2 : i64
// CHECK-NEXT: [[RESULT:%.+]], [[ERROR:%.+]] = lt [[V1]], [[V2]] : (i64, i64) -> (i1, !ruchy.error)
// CHECK-NEXT: print stdout [[RESULT]] : i1
// CHECK-NEXT: print stdout [[ERROR]] : !ruchy.error
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @checking() -> !ruchy.nil {
  %a = ruchy.constant 1 : i64
  %b = ruchy.constant 2 : i64
  %0, %e = ruchy.lt %a, %b : (i64, i64) -> (i1, !ruchy.error)
  ruchy.print stdout %0 : i1
  ruchy.print stdout %e : !ruchy.error
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Values of two kinds are never equal.
// CHECK-LABEL: ruchy.func @disjoint_kinds(%arg0: i64, %arg1: f64, %arg2: i1, %arg3: !ruchy.nil, %arg4: !ruchy.str, %arg5: !ruchy.range, %arg6: !ruchy.array<i64>, %arg7: !ruchy.any, %arg8: !ruchy.array<!ruchy.never>) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V1:%.+]] = constant false
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @disjoint_kinds(%i: i64, %f: f64, %b: i1, %n: !ruchy.nil, %s: !ruchy.str, %r: !ruchy.range, %a: !ruchy.array<i64>, %x: !ruchy.any, %e: !ruchy.array<!ruchy.never>) -> !ruchy.nil {
  %0 = ruchy.eq %i, %b : i64, i1
  ruchy.print stdout %0 : i1
  %1 = ruchy.eq %i, %n : i64, !ruchy.nil
  ruchy.print stdout %1 : i1
  %2 = ruchy.eq %i, %s : i64, !ruchy.str
  ruchy.print stdout %2 : i1
  %3 = ruchy.eq %i, %r : i64, !ruchy.range
  ruchy.print stdout %3 : i1
  %4 = ruchy.eq %i, %a : i64, !ruchy.array<i64>
  ruchy.print stdout %4 : i1
  %5 = ruchy.eq %f, %b : f64, i1
  ruchy.print stdout %5 : i1
  %6 = ruchy.eq %f, %n : f64, !ruchy.nil
  ruchy.print stdout %6 : i1
  %7 = ruchy.eq %f, %s : f64, !ruchy.str
  ruchy.print stdout %7 : i1
  %8 = ruchy.eq %f, %r : f64, !ruchy.range
  ruchy.print stdout %8 : i1
  %9 = ruchy.eq %f, %a : f64, !ruchy.array<i64>
  ruchy.print stdout %9 : i1
  %10 = ruchy.eq %b, %n : i1, !ruchy.nil
  ruchy.print stdout %10 : i1
  %11 = ruchy.eq %b, %s : i1, !ruchy.str
  ruchy.print stdout %11 : i1
  %12 = ruchy.eq %b, %r : i1, !ruchy.range
  ruchy.print stdout %12 : i1
  %13 = ruchy.eq %b, %a : i1, !ruchy.array<i64>
  ruchy.print stdout %13 : i1
  %14 = ruchy.eq %n, %s : !ruchy.nil, !ruchy.str
  ruchy.print stdout %14 : i1
  %15 = ruchy.eq %n, %r : !ruchy.nil, !ruchy.range
  ruchy.print stdout %15 : i1
  %16 = ruchy.eq %n, %a : !ruchy.nil, !ruchy.array<i64>
  ruchy.print stdout %16 : i1
  %17 = ruchy.eq %s, %r : !ruchy.str, !ruchy.range
  ruchy.print stdout %17 : i1
  %18 = ruchy.eq %s, %a : !ruchy.str, !ruchy.array<i64>
  ruchy.print stdout %18 : i1
  %19 = ruchy.eq %r, %a : !ruchy.range, !ruchy.array<i64>
  ruchy.print stdout %19 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Numbers compare by value, arrays by their elements, and NaN is not itself.
// CHECK-LABEL: ruchy.func @kinds_that_may_be_equal(%arg0: i64, %arg1: f64, %arg2: i1, %arg3: !ruchy.nil, %arg4: !ruchy.str, %arg5: !ruchy.range, %arg6: !ruchy.array<i64>, %arg7: !ruchy.any, %arg8: !ruchy.array<!ruchy.never>) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V1:%.+]] = eq %arg0, %arg1 : i64, f64
// CHECK-NEXT: print stdout [[V1]] : i1
// CHECK-NEXT: [[V2:%.+]] = eq %arg0, %arg7 : i64, !ruchy.any
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: [[V3:%.+]] = eq %arg7, %arg3 : !ruchy.any, !ruchy.nil
// CHECK-NEXT: print stdout [[V3]] : i1
// CHECK-NEXT: [[V4:%.+]] = eq %arg6, %arg8 : !ruchy.array<i64>, !ruchy.array<!ruchy.never>
// CHECK-NEXT: print stdout [[V4]] : i1
// CHECK-NEXT: [[V5:%.+]] = eq %arg4, %arg4 : !ruchy.str, !ruchy.str
// CHECK-NEXT: print stdout [[V5]] : i1
// CHECK-NEXT: [[V6:%.+]] = eq %arg1, %arg1 : f64, f64
// CHECK-NEXT: print stdout [[V6]] : i1
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @kinds_that_may_be_equal(%i: i64, %f: f64, %b: i1, %n: !ruchy.nil, %s: !ruchy.str, %r: !ruchy.range, %a: !ruchy.array<i64>, %x: !ruchy.any, %e: !ruchy.array<!ruchy.never>) -> !ruchy.nil {
  %0 = ruchy.eq %i, %f : i64, f64
  ruchy.print stdout %0 : i1
  %1 = ruchy.eq %i, %x : i64, !ruchy.any
  ruchy.print stdout %1 : i1
  %2 = ruchy.eq %x, %n : !ruchy.any, !ruchy.nil
  ruchy.print stdout %2 : i1
  %3 = ruchy.eq %a, %e : !ruchy.array<i64>, !ruchy.array<!ruchy.never>
  ruchy.print stdout %3 : i1
  %4 = ruchy.eq %s, %s : !ruchy.str, !ruchy.str
  ruchy.print stdout %4 : i1
  %5 = ruchy.eq %f, %f : f64, f64
  ruchy.print stdout %5 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @nil_equals_nil(%arg0: i64, %arg1: f64, %arg2: i1, %arg3: !ruchy.nil, %arg4: !ruchy.str, %arg5: !ruchy.range, %arg6: !ruchy.array<i64>, %arg7: !ruchy.any, %arg8: !ruchy.array<!ruchy.never>) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant false
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V2:%.+]] = constant true
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: return [[V1]] : !ruchy.nil
ruchy.func @nil_equals_nil(%i: i64, %f: f64, %b: i1, %n: !ruchy.nil, %s: !ruchy.str, %r: !ruchy.range, %a: !ruchy.array<i64>, %x: !ruchy.any, %e: !ruchy.array<!ruchy.never>) -> !ruchy.nil {
  %0 = ruchy.eq %n, %n : !ruchy.nil, !ruchy.nil
  ruchy.print stdout %0 : i1
  %1 = ruchy.ne %n, %n : !ruchy.nil, !ruchy.nil
  ruchy.print stdout %1 : i1
  %2 = ruchy.ne %i, %s : i64, !ruchy.str
  ruchy.print stdout %2 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Only false and nil are false: zero and what is empty are true.
// CHECK-LABEL: ruchy.func @truthy(%arg0: i64, %arg1: f64, %arg2: i1, %arg3: !ruchy.nil, %arg4: !ruchy.str, %arg5: !ruchy.range, %arg6: !ruchy.array<i64>, %arg7: !ruchy.any, %arg8: !ruchy.array<!ruchy.never>) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant false
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V2:%.+]] = constant true
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout %arg2 : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: [[V3:%.+]] = truthy %arg7 : !ruchy.any
// CHECK-NEXT: print stdout [[V3]] : i1
// CHECK-NEXT: return [[V1]] : !ruchy.nil
ruchy.func @truthy(%i: i64, %f: f64, %b: i1, %n: !ruchy.nil, %s: !ruchy.str, %r: !ruchy.range, %a: !ruchy.array<i64>, %x: !ruchy.any, %e: !ruchy.array<!ruchy.never>) -> !ruchy.nil {
  %0 = ruchy.truthy %i : i64
  ruchy.print stdout %0 : i1
  %1 = ruchy.truthy %f : f64
  ruchy.print stdout %1 : i1
  %2 = ruchy.truthy %b : i1
  ruchy.print stdout %2 : i1
  %3 = ruchy.truthy %n : !ruchy.nil
  ruchy.print stdout %3 : i1
  %4 = ruchy.truthy %s : !ruchy.str
  ruchy.print stdout %4 : i1
  %5 = ruchy.truthy %r : !ruchy.range
  ruchy.print stdout %5 : i1
  %6 = ruchy.truthy %a : !ruchy.array<i64>
  ruchy.print stdout %6 : i1
  %7 = ruchy.truthy %x : !ruchy.any
  ruchy.print stdout %7 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// The box is looked through.
// CHECK-LABEL: ruchy.func @truthy_of_boxed(%arg0: i64, %arg1: f64, %arg2: i1, %arg3: !ruchy.nil, %arg4: !ruchy.str, %arg5: !ruchy.range, %arg6: !ruchy.array<i64>, %arg7: !ruchy.any, %arg8: !ruchy.array<!ruchy.never>) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant false
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V2:%.+]] = constant true
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout %arg2 : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: return [[V1]] : !ruchy.nil
ruchy.func @truthy_of_boxed(%i: i64, %f: f64, %b: i1, %n: !ruchy.nil, %s: !ruchy.str, %r: !ruchy.range, %a: !ruchy.array<i64>, %x: !ruchy.any, %e: !ruchy.array<!ruchy.never>) -> !ruchy.nil {
  %b0 = ruchy.coerce %i : i64 to !ruchy.any
  %0 = ruchy.truthy %b0 : !ruchy.any
  ruchy.print stdout %0 : i1
  %b1 = ruchy.coerce %f : f64 to !ruchy.any
  %1 = ruchy.truthy %b1 : !ruchy.any
  ruchy.print stdout %1 : i1
  %b2 = ruchy.coerce %b : i1 to !ruchy.any
  %2 = ruchy.truthy %b2 : !ruchy.any
  ruchy.print stdout %2 : i1
  %b3 = ruchy.coerce %n : !ruchy.nil to !ruchy.any
  %3 = ruchy.truthy %b3 : !ruchy.any
  ruchy.print stdout %3 : i1
  %b4 = ruchy.coerce %s : !ruchy.str to !ruchy.any
  %4 = ruchy.truthy %b4 : !ruchy.any
  ruchy.print stdout %4 : i1
  %b5 = ruchy.coerce %r : !ruchy.range to !ruchy.any
  %5 = ruchy.truthy %b5 : !ruchy.any
  ruchy.print stdout %5 : i1
  %b6 = ruchy.coerce %a : !ruchy.array<i64> to !ruchy.any
  %6 = ruchy.truthy %b6 : !ruchy.any
  ruchy.print stdout %6 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @not(%arg0: i1) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant true
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V2:%.+]] = constant false
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: [[V3:%.+]] = not %arg0
// CHECK-NEXT: print stdout [[V3]] : i1
// CHECK-NEXT: print stdout %arg0 : i1
// CHECK-NEXT: return [[V1]] : !ruchy.nil
ruchy.func @not(%b: i1) -> !ruchy.nil {
  %t = ruchy.constant true
  %f = ruchy.constant false
  %0 = ruchy.not %t
  ruchy.print stdout %0 : i1
  %1 = ruchy.not %f
  ruchy.print stdout %1 : i1
  %2 = ruchy.not %b
  ruchy.print stdout %2 : i1
  %3 = ruchy.not %2
  ruchy.print stdout %3 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @is_nil(%arg0: i64, %arg1: f64, %arg2: i1, %arg3: !ruchy.nil, %arg4: !ruchy.str, %arg5: !ruchy.range, %arg6: !ruchy.array<i64>, %arg7: !ruchy.any, %arg8: !ruchy.array<!ruchy.never>, %arg9: !ruchy.unset) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant true
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V2:%.+]] = constant false
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: [[V3:%.+]] = is_nil %arg7 : !ruchy.any
// CHECK-NEXT: print stdout [[V3]] : i1
// CHECK-NEXT: [[V4:%.+]] = is_nil %arg9 : !ruchy.unset
// CHECK-NEXT: print stdout [[V4]] : i1
// CHECK-NEXT: print stdout [[V0]] : i1
// CHECK-NEXT: return [[V1]] : !ruchy.nil
ruchy.func @is_nil(%i: i64, %f: f64, %b: i1, %n: !ruchy.nil, %s: !ruchy.str, %r: !ruchy.range, %a: !ruchy.array<i64>, %x: !ruchy.any, %e: !ruchy.array<!ruchy.never>, %u: !ruchy.unset) -> !ruchy.nil {
  %0 = ruchy.is_nil %i : i64
  ruchy.print stdout %0 : i1
  %1 = ruchy.is_nil %f : f64
  ruchy.print stdout %1 : i1
  %2 = ruchy.is_nil %b : i1
  ruchy.print stdout %2 : i1
  %3 = ruchy.is_nil %n : !ruchy.nil
  ruchy.print stdout %3 : i1
  %4 = ruchy.is_nil %s : !ruchy.str
  ruchy.print stdout %4 : i1
  %5 = ruchy.is_nil %r : !ruchy.range
  ruchy.print stdout %5 : i1
  %6 = ruchy.is_nil %a : !ruchy.array<i64>
  ruchy.print stdout %6 : i1
  %7 = ruchy.is_nil %x : !ruchy.any
  ruchy.print stdout %7 : i1
  %8 = ruchy.is_nil %u : !ruchy.unset
  ruchy.print stdout %8 : i1
  %box = ruchy.coerce %n : !ruchy.nil to !ruchy.any
  %z = ruchy.is_nil %box : !ruchy.any
  ruchy.print stdout %z : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
