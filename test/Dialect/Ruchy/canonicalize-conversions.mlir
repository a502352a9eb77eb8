// Folds of coercions, casts and text.
//
// RUN: ruchy-opt %s -canonicalize | FileCheck %s

// To the nearest float, ties to even; what is boxed stays so.
// CHECK-LABEL: ruchy.func @coerce(%arg0: i64, %arg1: !ruchy.array<i64>) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant -9.2233720368547758E+18 : f64
// CHECK-NEXT: [[V1:%.+]] = constant 0x4340000000000000 : f64
// CHECK-NEXT: [[V2:%.+]] = constant 3.000000e+00 : f64
// CHECK-NEXT: [[V3:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V4:%.+]] = constant 3 : i64
// CHECK-NEXT: [[V5:%.+]] = constant 1.500000e+00 : f64
// CHECK-NEXT: print stdout %arg0 : i64
// CHECK-NEXT: print stdout [[V2]] : f64
// CHECK-NEXT: print stdout [[V1]] : f64
// CHECK-NEXT: print stdout [[V0]] : f64
// CHECK-NEXT: [[V6:%.+]] = coerce %arg0 : i64 to f64
// CHECK-NEXT: print stdout [[V6]] : f64
// CHECK-NEXT: [[V7:%.+]] = coerce [[V4]] : i64 to !ruchy.any
// CHECK-NEXT: print stdout [[V7]] : !ruchy.any
// CHECK-NEXT: [[V8:%.+]] = coerce [[V5]] : f64 to !ruchy.any
// CHECK-NEXT: print stdout [[V8]] : !ruchy.any
// CHECK-NEXT: [[V9:%.+]] = coerce %arg1 : !ruchy.array<i64> to !ruchy.array<!ruchy.any>
// CHECK-NEXT: print stdout [[V9]] : !ruchy.array<!ruchy.any>
// CHECK-NEXT: print stdout %arg1 : !ruchy.array<i64>
// CHECK-NEXT: return [[V3]] : !ruchy.nil
ruchy.func @coerce(%i: i64, %a: !ruchy.array<i64>) -> !ruchy.nil {
  %c = ruchy.constant 3 : i64
  %big = ruchy.constant 9007199254740993 : i64
  %min = ruchy.constant -9223372036854775808 : i64
  %f = ruchy.constant 1.5 : f64
  %0 = ruchy.coerce %i : i64 to i64
  ruchy.print stdout %0 : i64
  %1 = ruchy.coerce %c : i64 to f64
  ruchy.print stdout %1 : f64
  %2 = ruchy.coerce %big : i64 to f64
  ruchy.print stdout %2 : f64
  %3 = ruchy.coerce %min : i64 to f64
  ruchy.print stdout %3 : f64
  %4 = ruchy.coerce %i : i64 to f64
  ruchy.print stdout %4 : f64
  %5 = ruchy.coerce %c : i64 to !ruchy.any
  ruchy.print stdout %5 : !ruchy.any
  %6 = ruchy.coerce %f : f64 to !ruchy.any
  ruchy.print stdout %6 : !ruchy.any
  %7 = ruchy.coerce %a : !ruchy.array<i64> to !ruchy.array<!ruchy.any>
  ruchy.print stdout %7 : !ruchy.array<!ruchy.any>
  %8 = ruchy.coerce %a : !ruchy.array<i64> to !ruchy.array<i64>
  ruchy.print stdout %8 : !ruchy.array<i64>
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// A cast to its own kind falls away; a narrowing one does not.
// CHECK-LABEL: ruchy.func @cast(%arg0: i64, %arg1: f64, %arg2: i1, %arg3: !ruchy.str) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: print stdout %arg0 : i64
// CHECK-NEXT: print stdout %arg1 : f64
// CHECK-NEXT: print stdout %arg2 : i1
// CHECK-NEXT: print stdout %arg3 : !ruchy.str
// CHECK-NEXT: [[RESULT:%.+]] = cast %arg0 to u8 : (i64) -> i64
// CHECK-NEXT: print stdout [[RESULT]] : i64
// CHECK-NEXT: [[RESULT_0:%.+]] = cast %arg0 to float : (i64) -> f64
// CHECK-NEXT: print stdout [[RESULT_0]] : f64
// CHECK-NEXT: [[RESULT_1:%.+]] = cast %arg1 to int : (f64) -> i64
// CHECK-NEXT: print stdout [[RESULT_1]] : i64
// CHECK-NEXT: [[RESULT_2:%.+]] = cast %arg3 to char : (!ruchy.str) -> !ruchy.str
// CHECK-NEXT: print stdout [[RESULT_2]] : !ruchy.str
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @cast(%i: i64, %f: f64, %b: i1, %s: !ruchy.str) -> !ruchy.nil {
  %0 = ruchy.cast %i to int : (i64) -> i64
  ruchy.print stdout %0 : i64
  %1 = ruchy.cast %f to float : (f64) -> f64
  ruchy.print stdout %1 : f64
  %2 = ruchy.cast %b to bool : (i1) -> i1
  ruchy.print stdout %2 : i1
  %3 = ruchy.cast %s to string : (!ruchy.str) -> !ruchy.str
  ruchy.print stdout %3 : !ruchy.str
  %4 = ruchy.cast %i to u8 : (i64) -> i64
  ruchy.print stdout %4 : i64
  %5 = ruchy.cast %i to float : (i64) -> f64
  ruchy.print stdout %5 : f64
  %6 = ruchy.cast %f to int : (f64) -> i64
  ruchy.print stdout %6 : i64
  %7 = ruchy.cast %s to char : (!ruchy.str) -> !ruchy.str
  ruchy.print stdout %7 : !ruchy.str
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// Text is its own text unless it is to be quoted.
// CHECK-LABEL: ruchy.func @to_string(%arg0: !ruchy.str, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant "false" : !ruchy.str
// CHECK-NEXT: [[V1:%.+]] = constant "true" : !ruchy.str
// CHECK-NEXT: [[V2:%.+]] = constant "-9223372036854775808" : !ruchy.str
// CHECK-NEXT: [[V3:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V4:%.+]] = constant 3.000000e+00 : f64
// CHECK-NEXT: [[V5:%.+]] = constant "-5" : !ruchy.str
// CHECK-NEXT: print stdout [[V5]] : !ruchy.str
// CHECK-NEXT: print stdout [[V2]] : !ruchy.str
// CHECK-NEXT: print stdout [[V1]] : !ruchy.str
// CHECK-NEXT: print stdout [[V0]] : !ruchy.str
// CHECK-NEXT: print stdout %arg0 : !ruchy.str
// CHECK-NEXT: print stdout %arg0 : !ruchy.str
// CHECK-NEXT: print stdout %arg0 : !ruchy.str
// CHECK-NEXT: [[V6:%.+]] = to_string %arg0 debug : !ruchy.str
// CHECK-NEXT: print stdout [[V6]] : !ruchy.str
// CHECK-NEXT: [[V7:%.+]] = to_string %arg1 display : i64
// CHECK-NEXT: print stdout [[V7]] : !ruchy.str
// CHECK-NEXT: [[V8:%.+]] = to_string [[V4]] display : f64
// CHECK-NEXT: print stdout [[V8]] : !ruchy.str
// CHECK-NEXT: [[V9:%.+]] = to_string %arg2 display : !ruchy.any
// CHECK-NEXT: print stdout [[V9]] : !ruchy.str
// CHECK-NEXT: return [[V3]] : !ruchy.nil
ruchy.func @to_string(%s: !ruchy.str, %i: i64, %x: !ruchy.any) -> !ruchy.nil {
  %c = ruchy.constant -5 : i64
  %min = ruchy.constant -9223372036854775808 : i64
  %t = ruchy.constant true
  %f = ruchy.constant false
  %d = ruchy.constant 3.0 : f64
  %0 = ruchy.to_string %c display : i64
  ruchy.print stdout %0 : !ruchy.str
  %1 = ruchy.to_string %min debug : i64
  ruchy.print stdout %1 : !ruchy.str
  %2 = ruchy.to_string %t display : i1
  ruchy.print stdout %2 : !ruchy.str
  %3 = ruchy.to_string %f to_string : i1
  ruchy.print stdout %3 : !ruchy.str
  %4 = ruchy.to_string %s display : !ruchy.str
  ruchy.print stdout %4 : !ruchy.str
  %5 = ruchy.to_string %s interpolate : !ruchy.str
  ruchy.print stdout %5 : !ruchy.str
  %6 = ruchy.to_string %s to_string : !ruchy.str
  ruchy.print stdout %6 : !ruchy.str
  %7 = ruchy.to_string %s debug : !ruchy.str
  ruchy.print stdout %7 : !ruchy.str
  %8 = ruchy.to_string %i display : i64
  ruchy.print stdout %8 : !ruchy.str
  %9 = ruchy.to_string %d display : f64
  ruchy.print stdout %9 : !ruchy.str
  %10 = ruchy.to_string %x display : !ruchy.any
  ruchy.print stdout %10 : !ruchy.str
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @concat(%arg0: !ruchy.str) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant "" : !ruchy.str
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V2:%.+]] = constant "a" : !ruchy.str
// CHECK-NEXT: [[V3:%.+]] = constant "aba" : !ruchy.str
// CHECK-NEXT: print stdout [[V3]] : !ruchy.str
// CHECK-NEXT: print stdout %arg0 : !ruchy.str
// CHECK-NEXT: print stdout [[V0]] : !ruchy.str
// CHECK-NEXT: [[V4:%.+]] = concat{{\[}}[[V2]], %arg0]
// CHECK-NEXT: print stdout [[V4]] : !ruchy.str
// CHECK-NEXT: return [[V1]] : !ruchy.nil
ruchy.func @concat(%s: !ruchy.str) -> !ruchy.nil {
  %a = ruchy.constant "a" : !ruchy.str
  %b = ruchy.constant "b" : !ruchy.str
  %e = ruchy.constant "" : !ruchy.str
  %0 = ruchy.concat [%a, %b, %a]
  ruchy.print stdout %0 : !ruchy.str
  %1 = ruchy.concat [%s]
  ruchy.print stdout %1 : !ruchy.str
  %2 = ruchy.concat [%e, %e]
  ruchy.print stdout %2 : !ruchy.str
  %3 = ruchy.concat [%a, %s]
  ruchy.print stdout %3 : !ruchy.str
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
