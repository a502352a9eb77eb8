// Folds of arithmetic: the value where there is one, the operation where it
// fails or its kind is open.
//
// RUN: ruchy-opt %s -canonicalize | FileCheck %s

// Division truncates toward zero, a remainder has the sign of the dividend.
// CHECK-LABEL: ruchy.func @integers() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant -2 : i64
// CHECK-NEXT: [[V1:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V2:%.+]] = constant -7 : i64
// CHECK-NEXT: [[V3:%.+]] = constant -1 : i64
// CHECK-NEXT: [[V4:%.+]] = constant 6 : i64
// CHECK-NEXT: [[V5:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V6:%.+]] = constant -3 : i64
// CHECK-NEXT: [[V7:%.+]] = constant -14 : i64
// CHECK-NEXT: [[V8:%.+]] = constant 9 : i64
// CHECK-NEXT: [[V9:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V10:%.+]] = constant 5 : i64
// CHECK-NEXT: print stdout [[V10]] : i64
// CHECK-NEXT: print stdout [[V8]] : i64
// CHECK-NEXT: print stdout [[V7]] : i64
// CHECK-NEXT: print stdout [[V6]] : i64
// CHECK-NEXT: print stdout [[V5]] : i64
// CHECK-NEXT: print stdout [[V4]] : i64
// CHECK-NEXT: print stdout [[V3]] : i64
// CHECK-NEXT: print stdout [[V2]] : i64
// CHECK-NEXT: print stdout [[V1]] : i64
// CHECK-NEXT: print stdout [[V0]] : i64
// CHECK-NEXT: return [[V9]] : !ruchy.nil
ruchy.func @integers() -> !ruchy.nil {
  %a = ruchy.constant 7 : i64
  %b = ruchy.constant -2 : i64
  %c = ruchy.constant 3 : i64
  %v1 = ruchy.add %a, %b : (i64, i64) -> i64
  ruchy.print stdout %v1 : i64
  %v2 = ruchy.sub %a, %b : (i64, i64) -> i64
  ruchy.print stdout %v2 : i64
  %v3 = ruchy.mul %a, %b : (i64, i64) -> i64
  ruchy.print stdout %v3 : i64
  %v4 = ruchy.div %a, %b : (i64, i64) -> i64
  ruchy.print stdout %v4 : i64
  %v5 = ruchy.rem %a, %b : (i64, i64) -> i64
  ruchy.print stdout %v5 : i64
  %v6 = ruchy.and %a, %b : (i64, i64) -> i64
  ruchy.print stdout %v6 : i64
  %v7 = ruchy.or %a, %b : (i64, i64) -> i64
  ruchy.print stdout %v7 : i64
  %v8 = ruchy.xor %a, %b : (i64, i64) -> i64
  ruchy.print stdout %v8 : i64
  %v9 = ruchy.div %b, %c : (i64, i64) -> i64
  ruchy.print stdout %v9 : i64
  %v10 = ruchy.rem %b, %c : (i64, i64) -> i64
  ruchy.print stdout %v10 : i64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// What just fits folds.
// CHECK-LABEL: ruchy.func @limits() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = constant -9223372036854775808 : i64
// CHECK-NEXT: [[V2:%.+]] = constant -1 : i64
// CHECK-NEXT: [[V3:%.+]] = constant 9223372036854775806 : i64
// CHECK-NEXT: [[V4:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V5:%.+]] = constant -9223372036854775807 : i64
// CHECK-NEXT: print stdout [[V5]] : i64
// CHECK-NEXT: print stdout [[V3]] : i64
// CHECK-NEXT: print stdout [[V2]] : i64
// CHECK-NEXT: print stdout [[V5]] : i64
// CHECK-NEXT: print stdout [[V1]] : i64
// CHECK-NEXT: print stdout [[V0]] : i64
// CHECK-NEXT: print stdout [[V1]] : i64
// CHECK-NEXT: return [[V4]] : !ruchy.nil
ruchy.func @limits() -> !ruchy.nil {
  %min = ruchy.constant -9223372036854775808 : i64
  %max = ruchy.constant 9223372036854775807 : i64
  %one = ruchy.constant 1 : i64
  %minus = ruchy.constant -1 : i64
  %zero = ruchy.constant 0 : i64
  %v11 = ruchy.add %min, %one : (i64, i64) -> i64
  ruchy.print stdout %v11 : i64
  %v12 = ruchy.sub %max, %one : (i64, i64) -> i64
  ruchy.print stdout %v12 : i64
  %v13 = ruchy.add %min, %max : (i64, i64) -> i64
  ruchy.print stdout %v13 : i64
  %v14 = ruchy.mul %max, %minus : (i64, i64) -> i64
  ruchy.print stdout %v14 : i64
  %v15 = ruchy.div %min, %one : (i64, i64) -> i64
  ruchy.print stdout %v15 : i64
  %v16 = ruchy.rem %max, %minus : (i64, i64) -> i64
  ruchy.print stdout %v16 : i64
  %v17 = ruchy.sub %minus, %max : (i64, i64) -> i64
  ruchy.print stdout %v17 : i64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// What overflows fails at run time.
// CHECK-LABEL: ruchy.func @overflow() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V1:%.+]] = constant -9223372036854775808 : i64
// CHECK-NEXT: [[V2:%.+]] = constant 9223372036854775807 : i64
// CHECK-NEXT: [[V3:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V4:%.+]] = constant -1 : i64
// CHECK-NEXT: [[V5:%.+]] = constant 2 : i64
// CHECK-NEXT: [[V6:%.+]] = constant 0 : i64
// CHECK-NEXT: [[RESULT:%.+]] = add [[V2]], [[V3]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT]] : i64
// CHECK-NEXT: [[RESULT_0:%.+]] = sub [[V1]], [[V3]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_0]] : i64
// CHECK-NEXT: [[RESULT_1:%.+]] = mul [[V2]], [[V5]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_1]] : i64
// CHECK-NEXT: [[RESULT_2:%.+]] = mul [[V1]], [[V4]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_2]] : i64
// CHECK-NEXT: [[RESULT_3:%.+]] = sub [[V6]], [[V1]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_3]] : i64
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @overflow() -> !ruchy.nil {
  %min = ruchy.constant -9223372036854775808 : i64
  %max = ruchy.constant 9223372036854775807 : i64
  %one = ruchy.constant 1 : i64
  %minus = ruchy.constant -1 : i64
  %two = ruchy.constant 2 : i64
  %zero = ruchy.constant 0 : i64
  %v18 = ruchy.add %max, %one : (i64, i64) -> i64
  ruchy.print stdout %v18 : i64
  %v19 = ruchy.sub %min, %one : (i64, i64) -> i64
  ruchy.print stdout %v19 : i64
  %v20 = ruchy.mul %max, %two : (i64, i64) -> i64
  ruchy.print stdout %v20 : i64
  %v21 = ruchy.mul %min, %minus : (i64, i64) -> i64
  ruchy.print stdout %v21 : i64
  %v22 = ruchy.sub %zero, %min : (i64, i64) -> i64
  ruchy.print stdout %v22 : i64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @division_failures() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V1:%.+]] = constant -9223372036854775808 : i64
// CHECK-NEXT: [[V2:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V3:%.+]] = constant -1 : i64
// CHECK-NEXT: [[V4:%.+]] = constant 0 : i64
// CHECK-NEXT: [[RESULT:%.+]] = div [[V2]], [[V4]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT]] : i64
// CHECK-NEXT: [[RESULT_0:%.+]] = rem [[V2]], [[V4]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_0]] : i64
// CHECK-NEXT: [[RESULT_1:%.+]] = div [[V1]], [[V3]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_1]] : i64
// CHECK-NEXT: [[RESULT_2:%.+]] = rem [[V1]], [[V3]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_2]] : i64
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @division_failures() -> !ruchy.nil {
  %min = ruchy.constant -9223372036854775808 : i64
  %one = ruchy.constant 1 : i64
  %minus = ruchy.constant -1 : i64
  %zero = ruchy.constant 0 : i64
  %v23 = ruchy.div %one, %zero : (i64, i64) -> i64
  ruchy.print stdout %v23 : i64
  %v24 = ruchy.rem %one, %zero : (i64, i64) -> i64
  ruchy.print stdout %v24 : i64
  %v25 = ruchy.div %min, %minus : (i64, i64) -> i64
  ruchy.print stdout %v25 : i64
  %v26 = ruchy.rem %min, %minus : (i64, i64) -> i64
  ruchy.print stdout %v26 : i64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Counts go from 0 to 63; shifting right keeps the sign.
// CHECK-LABEL: ruchy.func @shifts() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = constant -1 : i64
// CHECK-NEXT: [[V2:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V3:%.+]] = constant -9223372036854775808 : i64
// CHECK-NEXT: print stdout [[V3]] : i64
// CHECK-NEXT: print stdout [[V1]] : i64
// CHECK-NEXT: print stdout [[V1]] : i64
// CHECK-NEXT: print stdout [[V1]] : i64
// CHECK-NEXT: print stdout [[V0]] : i64
// CHECK-NEXT: return [[V2]] : !ruchy.nil
ruchy.func @shifts() -> !ruchy.nil {
  %one = ruchy.constant 1 : i64
  %minus = ruchy.constant -1 : i64
  %min = ruchy.constant -9223372036854775808 : i64
  %zero = ruchy.constant 0 : i64
  %last = ruchy.constant 63 : i64
  %v27 = ruchy.shl %one, %last : (i64, i64) -> i64
  ruchy.print stdout %v27 : i64
  %v28 = ruchy.shl %minus, %zero : (i64, i64) -> i64
  ruchy.print stdout %v28 : i64
  %v29 = ruchy.shr %min, %last : (i64, i64) -> i64
  ruchy.print stdout %v29 : i64
  %v30 = ruchy.shr %minus, %last : (i64, i64) -> i64
  ruchy.print stdout %v30 : i64
  %v31 = ruchy.shr %one, %one : (i64, i64) -> i64
  ruchy.print stdout %v31 : i64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @shift_failures() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V1:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V2:%.+]] = constant -1 : i64
// CHECK-NEXT: [[V3:%.+]] = constant 64 : i64
// CHECK-NEXT: [[RESULT:%.+]] = shl [[V1]], [[V3]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT]] : i64
// CHECK-NEXT: [[RESULT_0:%.+]] = shr [[V1]], [[V3]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_0]] : i64
// CHECK-NEXT: [[RESULT_1:%.+]] = shl [[V1]], [[V2]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_1]] : i64
// CHECK-NEXT: [[RESULT_2:%.+]] = shr [[V1]], [[V2]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_2]] : i64
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @shift_failures() -> !ruchy.nil {
  %one = ruchy.constant 1 : i64
  %minus = ruchy.constant -1 : i64
  %past = ruchy.constant 64 : i64
  %v32 = ruchy.shl %one, %past : (i64, i64) -> i64
  ruchy.print stdout %v32 : i64
  %v33 = ruchy.shr %one, %past : (i64, i64) -> i64
  ruchy.print stdout %v33 : i64
  %v34 = ruchy.shl %one, %minus : (i64, i64) -> i64
  ruchy.print stdout %v34 : i64
  %v35 = ruchy.shr %one, %minus : (i64, i64) -> i64
  ruchy.print stdout %v35 : i64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Neutral elements fall away, but `0 - x` may overflow.
// CHECK-LABEL: ruchy.func @neutral(%arg0: i64) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: print stdout %arg0 : i64
// CHECK-NEXT: print stdout %arg0 : i64
// CHECK-NEXT: print stdout %arg0 : i64
// CHECK-NEXT: print stdout %arg0 : i64
// CHECK-NEXT: print stdout %arg0 : i64
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @neutral(%x: i64) -> !ruchy.nil {
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %v36 = ruchy.add %x, %zero : (i64, i64) -> i64
  ruchy.print stdout %v36 : i64
  %v37 = ruchy.add %zero, %x : (i64, i64) -> i64
  ruchy.print stdout %v37 : i64
  %v38 = ruchy.sub %x, %zero : (i64, i64) -> i64
  ruchy.print stdout %v38 : i64
  %v39 = ruchy.mul %x, %one : (i64, i64) -> i64
  ruchy.print stdout %v39 : i64
  %v40 = ruchy.mul %one, %x : (i64, i64) -> i64
  ruchy.print stdout %v40 : i64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// -0.0 + 0.0 is 0.0, and what is no integer may be text or an array.
// CHECK-LABEL: ruchy.func @not_neutral(%arg0: i64, %arg1: f64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V1:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V2:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V3:%.+]] = constant 0.000000e+00 : f64
// CHECK-NEXT: [[V4:%.+]] = constant 1.000000e+00 : f64
// CHECK-NEXT: [[RESULT:%.+]] = sub [[V1]], %arg0 : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT]] : i64
// CHECK-NEXT: [[RESULT_0:%.+]] = mul %arg0, [[V1]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_0]] : i64
// CHECK-NEXT: [[RESULT_1:%.+]] = div %arg0, [[V2]] : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_1]] : i64
// CHECK-NEXT: [[RESULT_2:%.+]] = add %arg1, [[V3]] : (f64, f64) -> f64
// CHECK-NEXT: print stdout [[RESULT_2]] : f64
// CHECK-NEXT: [[RESULT_3:%.+]] = mul %arg1, [[V4]] : (f64, f64) -> f64
// CHECK-NEXT: print stdout [[RESULT_3]] : f64
// CHECK-NEXT: [[RESULT_4:%.+]] = add %arg2, [[V1]] : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: print stdout [[RESULT_4]] : !ruchy.any
// CHECK-NEXT: [[RESULT_5:%.+]] = mul [[V2]], %arg2 : (i64, !ruchy.any) -> !ruchy.any
// CHECK-NEXT: print stdout [[RESULT_5]] : !ruchy.any
// CHECK-NEXT: [[RESULT_6:%.+]] = add %arg1, [[V1]] : (f64, i64) -> f64
// CHECK-NEXT: print stdout [[RESULT_6]] : f64
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @not_neutral(%x: i64, %f: f64, %y: !ruchy.any) -> !ruchy.nil {
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %fzero = ruchy.constant 0.0 : f64
  %fone = ruchy.constant 1.0 : f64
  %v41 = ruchy.sub %zero, %x : (i64, i64) -> i64
  ruchy.print stdout %v41 : i64
  %v42 = ruchy.mul %x, %zero : (i64, i64) -> i64
  ruchy.print stdout %v42 : i64
  %v43 = ruchy.div %x, %one : (i64, i64) -> i64
  ruchy.print stdout %v43 : i64
  %v44 = ruchy.add %f, %fzero : (f64, f64) -> f64
  ruchy.print stdout %v44 : f64
  %v45 = ruchy.mul %f, %fone : (f64, f64) -> f64
  ruchy.print stdout %v45 : f64
  %p = ruchy.add %y, %zero : (!ruchy.any, i64) -> !ruchy.any
  ruchy.print stdout %p : !ruchy.any
  %q = ruchy.mul %one, %y : (i64, !ruchy.any) -> !ruchy.any
  ruchy.print stdout %q : !ruchy.any
  %r = ruchy.add %f, %zero : (f64, i64) -> f64
  ruchy.print stdout %r : f64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Float division never fails; zeros keep their signs.
// CHECK-LABEL: ruchy.func @floats() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant 0.000000e+00 : f64
// CHECK-NEXT: [[V1:%.+]] = constant -0.000000e+00 : f64
// CHECK-NEXT: [[V2:%.+]] = constant 0x7FF8000000000000 : f64
// CHECK-NEXT: [[V3:%.+]] = constant 0xFFF0000000000000 : f64
// CHECK-NEXT: [[V4:%.+]] = constant 0x7FF0000000000000 : f64
// CHECK-NEXT: [[V5:%.+]] = constant -6.000000e+00 : f64
// CHECK-NEXT: [[V6:%.+]] = constant -3.750000e-01 : f64
// CHECK-NEXT: [[V7:%.+]] = constant 1.750000e+00 : f64
// CHECK-NEXT: [[V8:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V9:%.+]] = constant 1.250000e+00 : f64
// CHECK-NEXT: print stdout [[V9]] : f64
// CHECK-NEXT: print stdout [[V7]] : f64
// CHECK-NEXT: print stdout [[V6]] : f64
// CHECK-NEXT: print stdout [[V5]] : f64
// CHECK-NEXT: print stdout [[V4]] : f64
// CHECK-NEXT: print stdout [[V3]] : f64
// CHECK-NEXT: print stdout [[V2]] : f64
// CHECK-NEXT: print stdout [[V1]] : f64
// CHECK-NEXT: print stdout [[V0]] : f64
// CHECK-NEXT: print stdout [[V1]] : f64
// CHECK-NEXT: print stdout [[V2]] : f64
// CHECK-NEXT: return [[V8]] : !ruchy.nil
ruchy.func @floats() -> !ruchy.nil {
  %a = ruchy.constant 1.5 : f64
  %b = ruchy.constant -0.25 : f64
  %zero = ruchy.constant 0.0 : f64
  %mzero = ruchy.constant -0.0 : f64
  %inf = ruchy.constant 0x7FF0000000000000 : f64
  %v46 = ruchy.add %a, %b : (f64, f64) -> f64
  ruchy.print stdout %v46 : f64
  %v47 = ruchy.sub %a, %b : (f64, f64) -> f64
  ruchy.print stdout %v47 : f64
  %v48 = ruchy.mul %a, %b : (f64, f64) -> f64
  ruchy.print stdout %v48 : f64
  %v49 = ruchy.div %a, %b : (f64, f64) -> f64
  ruchy.print stdout %v49 : f64
  %v50 = ruchy.div %a, %zero : (f64, f64) -> f64
  ruchy.print stdout %v50 : f64
  %v51 = ruchy.div %a, %mzero : (f64, f64) -> f64
  ruchy.print stdout %v51 : f64
  %v52 = ruchy.div %zero, %zero : (f64, f64) -> f64
  ruchy.print stdout %v52 : f64
  %v53 = ruchy.add %mzero, %mzero : (f64, f64) -> f64
  ruchy.print stdout %v53 : f64
  %v54 = ruchy.add %mzero, %zero : (f64, f64) -> f64
  ruchy.print stdout %v54 : f64
  %v55 = ruchy.mul %mzero, %a : (f64, f64) -> f64
  ruchy.print stdout %v55 : f64
  %v56 = ruchy.sub %inf, %inf : (f64, f64) -> f64
  ruchy.print stdout %v56 : f64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Left to run time: a zero divisor fails.
// CHECK-LABEL: ruchy.func @float_remainder() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V1:%.+]] = constant 5.500000e+00 : f64
// CHECK-NEXT: [[V2:%.+]] = constant 2.000000e+00 : f64
// CHECK-NEXT: [[V3:%.+]] = constant 0.000000e+00 : f64
// CHECK-NEXT: [[RESULT:%.+]] = rem [[V1]], [[V2]] : (f64, f64) -> f64
// CHECK-NEXT: print stdout [[RESULT]] : f64
// CHECK-NEXT: [[RESULT_0:%.+]] = rem [[V1]], [[V3]] : (f64, f64) -> f64
// CHECK-NEXT: print stdout [[RESULT_0]] : f64
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @float_remainder() -> !ruchy.nil {
  %a = ruchy.constant 5.5 : f64
  %b = ruchy.constant 2.0 : f64
  %zero = ruchy.constant 0.0 : f64
  %v57 = ruchy.rem %a, %b : (f64, f64) -> f64
  ruchy.print stdout %v57 : f64
  %v58 = ruchy.rem %a, %zero : (f64, f64) -> f64
  ruchy.print stdout %v58 : f64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Numbers of two kinds wait for the coercion, dynamic results for their type.
// CHECK-LABEL: ruchy.func @mixed() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V1:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V2:%.+]] = constant 2.000000e+00 : f64
// CHECK-NEXT: [[RESULT:%.+]] = add [[V1]], [[V2]] : (i64, f64) -> f64
// CHECK-NEXT: print stdout [[RESULT]] : f64
// CHECK-NEXT: [[RESULT_0:%.+]] = add [[V1]], [[V1]] : (i64, i64) -> !ruchy.any
// CHECK-NEXT: print stdout [[RESULT_0]] : !ruchy.any
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @mixed() -> !ruchy.nil {
  %a = ruchy.constant 1 : i64
  %f = ruchy.constant 2.0 : f64
  %0 = ruchy.add %a, %f : (i64, f64) -> f64
  ruchy.print stdout %0 : f64
  %1 = ruchy.add %a, %a : (i64, i64) -> !ruchy.any
  ruchy.print stdout %1 : !ruchy.any
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// A power is an integer or a float, as its value decides.
// CHECK-LABEL: ruchy.func @power() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V1:%.+]] = constant 2 : i64
// CHECK-NEXT: [[V2:%.+]] = constant 10 : i64
// CHECK-NEXT: [[RESULT:%.+]] = pow [[V1]], [[V2]] : (i64, i64) -> !ruchy.any
// CHECK-NEXT: print stdout [[RESULT]] : !ruchy.any
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @power() -> !ruchy.nil {
  %a = ruchy.constant 2 : i64
  %b = ruchy.constant 10 : i64
  %0 = ruchy.pow %a, %b : (i64, i64) -> !ruchy.any
  ruchy.print stdout %0 : !ruchy.any
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @strings(%arg0: !ruchy.str) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant "" : !ruchy.str
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V2:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V3:%.+]] = constant "ab" : !ruchy.str
// CHECK-NEXT: [[V4:%.+]] = constant "ab\C3\A4" : !ruchy.str
// CHECK-NEXT: print stdout [[V4]] : !ruchy.str
// CHECK-NEXT: print stdout [[V0]] : !ruchy.str
// CHECK-NEXT: [[RESULT:%.+]] = add [[V3]], %arg0 : (!ruchy.str, !ruchy.str) -> !ruchy.str
// CHECK-NEXT: print stdout [[RESULT]] : !ruchy.str
// CHECK-NEXT: [[RESULT_0:%.+]] = add [[V3]], [[V2]] : (!ruchy.str, i64) -> !ruchy.str
// CHECK-NEXT: print stdout [[RESULT_0]] : !ruchy.str
// CHECK-NEXT: return [[V1]] : !ruchy.nil
ruchy.func @strings(%x: !ruchy.str) -> !ruchy.nil {
  %a = ruchy.constant "ab" : !ruchy.str
  %b = ruchy.constant "\C3\A4" : !ruchy.str
  %e = ruchy.constant "" : !ruchy.str
  %v59 = ruchy.add %a, %b : (!ruchy.str, !ruchy.str) -> !ruchy.str
  ruchy.print stdout %v59 : !ruchy.str
  %v60 = ruchy.add %e, %e : (!ruchy.str, !ruchy.str) -> !ruchy.str
  ruchy.print stdout %v60 : !ruchy.str
  %v61 = ruchy.add %a, %x : (!ruchy.str, !ruchy.str) -> !ruchy.str
  ruchy.print stdout %v61 : !ruchy.str
  %s = ruchy.constant 1 : i64
  %t = ruchy.add %a, %s : (!ruchy.str, i64) -> !ruchy.str
  ruchy.print stdout %t : !ruchy.str
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// The wrapped value and whether it is wrong.
// CHECK-LABEL: ruchy.func @checked(%arg0: i64) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant -1 : i64
// CHECK-NEXT: [[V1:%.+]] = constant 9223372036854775807 : i64
// CHECK-NEXT: [[V2:%.+]] = constant true
// CHECK-NEXT: [[V3:%.+]] = constant -9223372036854775808 : i64
// CHECK-NEXT: [[V4:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V5:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V6:%.+]] = constant 3 : i64
// CHECK-NEXT: [[V7:%.+]] = constant false
// CHECK-NEXT: print stdout [[V6]] : i64
// CHECK-NEXT: print stdout [[V7]] : i1
// CHECK-NEXT: print stdout [[V3]] : i64
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V1]] : i64
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V5]] : i64
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V3]] : i64
// CHECK-NEXT: print stdout [[V2]] : i1
// CHECK-NEXT: print stdout [[V0]] : i64
// CHECK-NEXT: print stdout [[V7]] : i1
// CHECK-NEXT: [[RESULT:%.+]], [[OVERFLOW:%.+]] = ruchy.mul.checked %arg0, [[V5]]
// CHECK-NEXT: print stdout [[RESULT]] : i64
// CHECK-NEXT: print stdout [[OVERFLOW]] : i1
// CHECK-NEXT: return [[V4]] : !ruchy.nil
ruchy.func @checked(%x: i64) -> !ruchy.nil {
  %max = ruchy.constant 9223372036854775807 : i64
  %min = ruchy.constant -9223372036854775808 : i64
  %one = ruchy.constant 1 : i64
  %minus = ruchy.constant -1 : i64
  %two = ruchy.constant 2 : i64
  %r0, %o0 = ruchy.add.checked %one, %two
  ruchy.print stdout %r0 : i64
  ruchy.print stdout %o0 : i1
  %r1, %o1 = ruchy.add.checked %max, %one
  ruchy.print stdout %r1 : i64
  ruchy.print stdout %o1 : i1
  %r2, %o2 = ruchy.sub.checked %min, %one
  ruchy.print stdout %r2 : i64
  ruchy.print stdout %o2 : i1
  %r3, %o3 = ruchy.mul.checked %max, %max
  ruchy.print stdout %r3 : i64
  ruchy.print stdout %o3 : i1
  %r4, %o4 = ruchy.mul.checked %min, %minus
  ruchy.print stdout %r4 : i64
  ruchy.print stdout %o4 : i1
  %r5, %o5 = ruchy.sub.checked %one, %two
  ruchy.print stdout %r5 : i64
  ruchy.print stdout %o5 : i1
  %r6, %o6 = ruchy.mul.checked %x, %one
  ruchy.print stdout %r6 : i64
  ruchy.print stdout %o6 : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// The smallest integer has no negation; zero has one.
// CHECK-LABEL: ruchy.func @negation(%arg0: i64) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant 9223372036854775807 : i64
// CHECK-NEXT: [[V1:%.+]] = constant -6 : i64
// CHECK-NEXT: [[V2:%.+]] = constant 1.500000e+00 : f64
// CHECK-NEXT: [[V3:%.+]] = constant -0.000000e+00 : f64
// CHECK-NEXT: [[V4:%.+]] = constant -9223372036854775807 : i64
// CHECK-NEXT: [[V5:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V6:%.+]] = constant -9223372036854775808 : i64
// CHECK-NEXT: [[V7:%.+]] = constant -5 : i64
// CHECK-NEXT: print stdout [[V7]] : i64
// CHECK-NEXT: print stdout [[V4]] : i64
// CHECK-NEXT: [[RESULT:%.+]] = neg [[V6]] : (i64) -> i64
// CHECK-NEXT: print stdout [[RESULT]] : i64
// CHECK-NEXT: print stdout [[V3]] : f64
// CHECK-NEXT: print stdout [[V2]] : f64
// CHECK-NEXT: [[RESULT_0:%.+]] = neg %arg0 : (i64) -> i64
// CHECK-NEXT: print stdout [[RESULT_0]] : i64
// CHECK-NEXT: print stdout [[V1]] : i64
// CHECK-NEXT: print stdout [[V0]] : i64
// CHECK-NEXT: return [[V5]] : !ruchy.nil
ruchy.func @negation(%x: i64) -> !ruchy.nil {
  %a = ruchy.constant 5 : i64
  %min = ruchy.constant -9223372036854775808 : i64
  %max = ruchy.constant 9223372036854775807 : i64
  %zero = ruchy.constant 0.0 : f64
  %f = ruchy.constant -1.5 : f64
  %0 = ruchy.neg %a : (i64) -> i64
  ruchy.print stdout %0 : i64
  %1 = ruchy.neg %max : (i64) -> i64
  ruchy.print stdout %1 : i64
  %2 = ruchy.neg %min : (i64) -> i64
  ruchy.print stdout %2 : i64
  %3 = ruchy.neg %zero : (f64) -> f64
  ruchy.print stdout %3 : f64
  %4 = ruchy.neg %f : (f64) -> f64
  ruchy.print stdout %4 : f64
  %5 = ruchy.neg %x : (i64) -> i64
  ruchy.print stdout %5 : i64
  %6 = ruchy.bitnot %a : (i64) -> i64
  ruchy.print stdout %6 : i64
  %7 = ruchy.bitnot %min : (i64) -> i64
  ruchy.print stdout %7 : i64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
