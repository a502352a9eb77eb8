// Functions are cloned per argument types, and values get exact types.
//
// RUN: ruchy-opt %s --ruchy-specialize | FileCheck %s --implicit-check-not='@type_specialized(' --implicit-check-not=@never_called

// One clone for integers, one for floats, and nothing dynamic is left.
// CHECK-LABEL: ruchy.func private @type_specialized.i64.i64(%arg0: i64, %arg1: i64) -> i64
// CHECK-NEXT: [[RESULT:%.+]] = mul %arg0, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = add %arg0, [[RESULT]] : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_1:%.+]] = div %arg1, %arg0 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_2:%.+]] = sub [[RESULT_0]], [[RESULT_1]] : (i64, i64) -> i64
// CHECK-NEXT: return [[RESULT_2]] : i64
// CHECK-LABEL: ruchy.func private @type_specialized.f64.f64(%arg0: f64, %arg1: f64) -> f64
// CHECK-NEXT: [[RESULT:%.+]] = mul %arg0, %arg1 : (f64, f64) -> f64
// CHECK-NEXT: [[RESULT_0:%.+]] = add %arg0, [[RESULT]] : (f64, f64) -> f64
// CHECK-NEXT: [[RESULT_1:%.+]] = div %arg1, %arg0 : (f64, f64) -> f64
// CHECK-NEXT: [[RESULT_2:%.+]] = sub [[RESULT_0]], [[RESULT_1]] : (f64, f64) -> f64
// CHECK-NEXT: return [[RESULT_2]] : f64
ruchy.func private @type_specialized(%a: !ruchy.any, %b: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.mul %a, %b : (!ruchy.any, !ruchy.any) -> !ruchy.any
  %1 = ruchy.add %a, %0 : (!ruchy.any, !ruchy.any) -> !ruchy.any
  %2 = ruchy.div %b, %a : (!ruchy.any, !ruchy.any) -> !ruchy.any
  %3 = ruchy.sub %1, %2 : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %3 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @ruchy.main() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant 2 : i64
// CHECK-NEXT: [[V1:%.+]] = constant 5.000000e-01 : f64
// CHECK-NEXT: [[V2:%.+]] = call @type_specialized.i64.i64([[V0]], [[V0]]) : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[V2]] : i64
// CHECK-NEXT: [[V3:%.+]] = call @type_specialized.f64.f64([[V1]], [[V1]]) : (f64, f64) -> f64
// CHECK-NEXT: print stdout [[V3]] : f64
// CHECK-NEXT: [[V4:%.+]] = call @type_specialized.i64.i64([[V0]], [[V0]]) : (i64, i64) -> i64
// CHECK-NEXT: print stdout [[V4]] : i64
// CHECK-NEXT: [[V5:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V5]] : !ruchy.nil
ruchy.func @ruchy.main() -> !ruchy.nil {
  %two = ruchy.constant 2 : i64
  %int = ruchy.coerce %two : i64 to !ruchy.any
  %half = ruchy.constant 0.5 : f64
  %float = ruchy.coerce %half : f64 to !ruchy.any
  %0 = ruchy.call @type_specialized(%int, %int) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.print stdout %0 : !ruchy.any
  %1 = ruchy.call @type_specialized(%float, %float) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.print stdout %1 : !ruchy.any
  %2 = ruchy.call @type_specialized(%int, %int) : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.print stdout %2 : !ruchy.any
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

ruchy.func private @never_called(%a: !ruchy.any) -> !ruchy.any {
  ruchy.return %a : !ruchy.any
}

// Integers beside floats are brought to floats once.
// CHECK-LABEL: ruchy.func @mixed(%arg0: i64, %arg1: f64) -> f64
// CHECK-NEXT: [[V0:%.+]] = coerce %arg0 : i64 to f64
// CHECK-NEXT: [[RESULT:%.+]] = add [[V0]], %arg1 : (f64, f64) -> f64
// CHECK-NEXT: [[V1:%.+]] = coerce %arg0 : i64 to f64
// CHECK-NEXT: [[RESULT_0:%.+]] = lt [[V1]], %arg1 : (f64, f64) -> i1
// CHECK-NEXT: print stdout [[RESULT_0]] : i1
// CHECK-NEXT: return [[RESULT]] : f64
ruchy.func @mixed(%a: i64, %b: f64) -> !ruchy.any {
  %x = ruchy.coerce %a : i64 to !ruchy.any
  %y = ruchy.coerce %b : f64 to !ruchy.any
  %0 = ruchy.add %x, %y : (!ruchy.any, !ruchy.any) -> !ruchy.any
  %1 = ruchy.lt %x, %y : (!ruchy.any, !ruchy.any) -> i1
  ruchy.print stdout %1 : i1
  ruchy.return %0 : !ruchy.any
}

// What differs by the path is dynamic; text and number do not join.
// CHECK-LABEL: ruchy.func @join(%arg0: i1, %arg1: i64, %arg2: !ruchy.str) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = coerce %arg1 : i64 to !ruchy.any
// CHECK-NEXT: [[V1:%.+]] = coerce %arg2 : !ruchy.str to !ruchy.any
// CHECK-NEXT: cf.cond_br %arg0, ^bb1([[V0]] : !ruchy.any), ^bb1([[V1]] : !ruchy.any)
// CHECK-NEXT: ^bb1([[V2:%.+]]: !ruchy.any):
// CHECK-NEXT: return [[V2]] : !ruchy.any
ruchy.func @join(%c: i1, %a: i64, %s: !ruchy.str) -> !ruchy.any {
  %x = ruchy.coerce %a : i64 to !ruchy.any
  %y = ruchy.coerce %s : !ruchy.str to !ruchy.any
  cf.cond_br %c, ^end(%x : !ruchy.any), ^end(%y : !ruchy.any)
^end(%r: !ruchy.any):
  ruchy.return %r : !ruchy.any
}

// CHECK-LABEL: ruchy.func @same_join(%arg0: i1, %arg1: i64, %arg2: i64) -> i64
// CHECK-NEXT: cf.cond_br %arg0, ^bb1(%arg1 : i64), ^bb1(%arg2 : i64)
// CHECK-NEXT: ^bb1([[V0:%.+]]: i64):
// CHECK-NEXT: return [[V0]] : i64
ruchy.func @same_join(%c: i1, %a: i64, %b: i64) -> !ruchy.any {
  %x = ruchy.coerce %a : i64 to !ruchy.any
  %y = ruchy.coerce %b : i64 to !ruchy.any
  cf.cond_br %c, ^end(%x : !ruchy.any), ^end(%y : !ruchy.any)
^end(%r: !ruchy.any):
  ruchy.return %r : !ruchy.any
}

// CHECK-LABEL: ruchy.func @library(%arg0: !ruchy.str, %arg1: f64) -> f64
// CHECK-NEXT: [[RESULT:%.+]] = method "trim" %arg0() : (!ruchy.str) -> !ruchy.str
// CHECK-NEXT: [[RESULT_0:%.+]] = method "chars" [[RESULT]]() : (!ruchy.str) -> !ruchy.array<!ruchy.str>
// CHECK-NEXT: [[RESULT_1:%.+]] = len [[RESULT_0]] : (!ruchy.array<!ruchy.str>) -> i64
// CHECK-NEXT: print stdout [[RESULT_1]] : i64
// CHECK-NEXT: [[RESULT_2:%.+]] = builtin "sqrt"(%arg1) : (f64) -> f64
// CHECK-NEXT: [[V0:%.+]] = coerce [[RESULT_1]] : i64 to f64
// CHECK-NEXT: [[RESULT_3:%.+]] = builtin "max"([[RESULT_2]], [[V0]]) : (f64, f64) -> f64
// CHECK-NEXT: return [[RESULT_3]] : f64
ruchy.func @library(%s: !ruchy.str, %f: f64) -> !ruchy.any {
  %x = ruchy.coerce %s : !ruchy.str to !ruchy.any
  %y = ruchy.coerce %f : f64 to !ruchy.any
  %0 = ruchy.method "trim" %x() : (!ruchy.any) -> !ruchy.any
  %1 = ruchy.method "chars" %0() : (!ruchy.any) -> !ruchy.any
  %2 = ruchy.len %1 : (!ruchy.any) -> i64
  ruchy.print stdout %2 : i64
  %3 = ruchy.builtin "sqrt"(%y) : (!ruchy.any) -> !ruchy.any
  %4 = ruchy.builtin "max"(%3, %2) : (!ruchy.any, i64) -> !ruchy.any
  ruchy.return %4 : !ruchy.any
}
