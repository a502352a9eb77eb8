// Constants, arithmetic, comparison and conversion through text, the generic
// form and bytecode.
//
// RUN: ruchy-opt %s --verify-roundtrip | FileCheck %s
// RUN: ruchy-opt %s | ruchy-opt | FileCheck %s
// RUN: ruchy-opt %s -mlir-print-op-generic | ruchy-opt | FileCheck %s

// CHECK-LABEL: ruchy.func @constants() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V1:%.+]] = constant -9223372036854775808 : i64
// CHECK-NEXT: [[V2:%.+]] = constant 2.500000e+00 : f64
// CHECK-NEXT: [[V3:%.+]] = constant 0x7FF8000000000000 : f64
// CHECK-NEXT: [[V4:%.+]] = constant -0.000000e+00 : f64
// CHECK-NEXT: [[V5:%.+]] = constant true
// CHECK-NEXT: [[V6:%.+]] = constant false
// CHECK-NEXT: [[V7:%.+]] = constant "" : !ruchy.str
// CHECK-NEXT: [[V8:%.+]] = constant "a\22b\0A\00\C3\A4" : !ruchy.str
// CHECK-NEXT: [[V9:%.+]] = constant #ruchy.nil : !ruchy.unset
// CHECK-NEXT: [[V10:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V11:%.+]] = constant {mark} 2 : i64
// CHECK-NEXT: return [[V10]] : !ruchy.nil
ruchy.func @constants() -> !ruchy.nil {
  %int = ruchy.constant 1 : i64
  %min = ruchy.constant -9223372036854775808 : i64
  %float = ruchy.constant 2.500000e+00 : f64
  %nan = ruchy.constant 0x7FF8000000000000 : f64
  %minus_zero = ruchy.constant -0.000000e+00 : f64
  %true = ruchy.constant true
  %false = ruchy.constant false
  %empty = ruchy.constant "" : !ruchy.str
  %text = ruchy.constant "a\22b\0A\00\C3\A4" : !ruchy.str
  %unset = ruchy.constant #ruchy.nil : !ruchy.unset
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  %extra = ruchy.constant {mark} 2 : i64
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @poison() -> !ruchy.error
// CHECK-NEXT: [[V0:%.+]] = poison : i64
// CHECK-NEXT: [[V1:%.+]] = poison : f64
// CHECK-NEXT: [[V2:%.+]] = poison : i1
// CHECK-NEXT: [[V3:%.+]] = poison : !ruchy.any
// CHECK-NEXT: [[V4:%.+]] = poison : !ruchy.array<!ruchy.str>
// CHECK-NEXT: [[V5:%.+]] = poison : !ruchy.range
// CHECK-NEXT: [[V6:%.+]] = poison : !ruchy.never
// CHECK-NEXT: [[V7:%.+]] = poison : !ruchy.error
// CHECK-NEXT: return [[V7]] : !ruchy.error
ruchy.func @poison() -> !ruchy.error {
  %0 = ruchy.poison : i64
  %1 = ruchy.poison : f64
  %2 = ruchy.poison : i1
  %3 = ruchy.poison : !ruchy.any
  %4 = ruchy.poison : !ruchy.array<!ruchy.str>
  %5 = ruchy.poison : !ruchy.range
  %6 = ruchy.poison : !ruchy.never
  %7 = ruchy.poison : !ruchy.error
  ruchy.return %7 : !ruchy.error
}

// CHECK-LABEL: ruchy.func @coerce(%arg0: i64, %arg1: !ruchy.str, %arg2: !ruchy.array<!ruchy.never>, %arg3: !ruchy.range, %arg4: !ruchy.array<i64>, %arg5: !ruchy.never) -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = coerce %arg0 : i64 to !ruchy.any
// CHECK-NEXT: [[V1:%.+]] = coerce %arg0 : i64 to f64
// CHECK-NEXT: [[V2:%.+]] = coerce %arg1 : !ruchy.str to !ruchy.any
// CHECK-NEXT: [[V3:%.+]] = coerce %arg2 : !ruchy.array<!ruchy.never> to !ruchy.array<i64>
// CHECK-NEXT: [[V4:%.+]] = coerce %arg3 : !ruchy.range to !ruchy.any
// CHECK-NEXT: [[V5:%.+]] = coerce %arg4 : !ruchy.array<i64> to !ruchy.array<!ruchy.any>
// CHECK-NEXT: [[V6:%.+]] = coerce %arg5 : !ruchy.never to i1
// CHECK-NEXT: [[V7:%.+]] = coerce %arg0 : i64 to i64
// CHECK-NEXT: [[V8:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V8]] : !ruchy.nil
ruchy.func @coerce(%i: i64, %s: !ruchy.str, %e: !ruchy.array<!ruchy.never>, %r: !ruchy.range, %a: !ruchy.array<i64>, %n: !ruchy.never) -> !ruchy.nil {
  %0 = ruchy.coerce %i : i64 to !ruchy.any
  %1 = ruchy.coerce %i : i64 to f64
  %2 = ruchy.coerce %s : !ruchy.str to !ruchy.any
  %3 = ruchy.coerce %e : !ruchy.array<!ruchy.never> to !ruchy.array<i64>
  %4 = ruchy.coerce %r : !ruchy.range to !ruchy.any
  %5 = ruchy.coerce %a : !ruchy.array<i64> to !ruchy.array<!ruchy.any>
  %6 = ruchy.coerce %n : !ruchy.never to i1
  %7 = ruchy.coerce %i : i64 to i64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @add(%arg0: i64, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = add %arg0, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = add %arg2, %arg1 : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = add %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @add(%a: i64, %b: i64, %x: !ruchy.any) -> !ruchy.nil {
  %0 = ruchy.add %a, %b : (i64, i64) -> i64
  %1 = ruchy.add %x, %b : (!ruchy.any, i64) -> !ruchy.any
  %2, %e = ruchy.add %x, %x : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @sub(%arg0: i64, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = sub %arg0, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = sub %arg2, %arg1 : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = sub %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @sub(%a: i64, %b: i64, %x: !ruchy.any) -> !ruchy.nil {
  %0 = ruchy.sub %a, %b : (i64, i64) -> i64
  %1 = ruchy.sub %x, %b : (!ruchy.any, i64) -> !ruchy.any
  %2, %e = ruchy.sub %x, %x : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @mul(%arg0: i64, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = mul %arg0, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = mul %arg2, %arg1 : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = mul %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @mul(%a: i64, %b: i64, %x: !ruchy.any) -> !ruchy.nil {
  %0 = ruchy.mul %a, %b : (i64, i64) -> i64
  %1 = ruchy.mul %x, %b : (!ruchy.any, i64) -> !ruchy.any
  %2, %e = ruchy.mul %x, %x : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @div(%arg0: i64, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = div %arg0, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = div %arg2, %arg1 : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = div %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @div(%a: i64, %b: i64, %x: !ruchy.any) -> !ruchy.nil {
  %0 = ruchy.div %a, %b : (i64, i64) -> i64
  %1 = ruchy.div %x, %b : (!ruchy.any, i64) -> !ruchy.any
  %2, %e = ruchy.div %x, %x : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @rem(%arg0: i64, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = rem %arg0, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = rem %arg2, %arg1 : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = rem %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @rem(%a: i64, %b: i64, %x: !ruchy.any) -> !ruchy.nil {
  %0 = ruchy.rem %a, %b : (i64, i64) -> i64
  %1 = ruchy.rem %x, %b : (!ruchy.any, i64) -> !ruchy.any
  %2, %e = ruchy.rem %x, %x : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @pow(%arg0: i64, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = pow %arg0, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = pow %arg2, %arg1 : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = pow %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @pow(%a: i64, %b: i64, %x: !ruchy.any) -> !ruchy.nil {
  %0 = ruchy.pow %a, %b : (i64, i64) -> i64
  %1 = ruchy.pow %x, %b : (!ruchy.any, i64) -> !ruchy.any
  %2, %e = ruchy.pow %x, %x : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @and(%arg0: i64, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = and %arg0, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = and %arg2, %arg1 : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = and %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @and(%a: i64, %b: i64, %x: !ruchy.any) -> !ruchy.nil {
  %0 = ruchy.and %a, %b : (i64, i64) -> i64
  %1 = ruchy.and %x, %b : (!ruchy.any, i64) -> !ruchy.any
  %2, %e = ruchy.and %x, %x : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @or(%arg0: i64, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = or %arg0, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = or %arg2, %arg1 : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = or %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @or(%a: i64, %b: i64, %x: !ruchy.any) -> !ruchy.nil {
  %0 = ruchy.or %a, %b : (i64, i64) -> i64
  %1 = ruchy.or %x, %b : (!ruchy.any, i64) -> !ruchy.any
  %2, %e = ruchy.or %x, %x : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @xor(%arg0: i64, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = xor %arg0, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = xor %arg2, %arg1 : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = xor %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @xor(%a: i64, %b: i64, %x: !ruchy.any) -> !ruchy.nil {
  %0 = ruchy.xor %a, %b : (i64, i64) -> i64
  %1 = ruchy.xor %x, %b : (!ruchy.any, i64) -> !ruchy.any
  %2, %e = ruchy.xor %x, %x : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @shl(%arg0: i64, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = shl %arg0, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = shl %arg2, %arg1 : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = shl %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @shl(%a: i64, %b: i64, %x: !ruchy.any) -> !ruchy.nil {
  %0 = ruchy.shl %a, %b : (i64, i64) -> i64
  %1 = ruchy.shl %x, %b : (!ruchy.any, i64) -> !ruchy.any
  %2, %e = ruchy.shl %x, %x : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @shr(%arg0: i64, %arg1: i64, %arg2: !ruchy.any) -> !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = shr %arg0, %arg1 : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = shr %arg2, %arg1 : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = shr %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @shr(%a: i64, %b: i64, %x: !ruchy.any) -> !ruchy.nil {
  %0 = ruchy.shr %a, %b : (i64, i64) -> i64
  %1 = ruchy.shr %x, %b : (!ruchy.any, i64) -> !ruchy.any
  %2, %e = ruchy.shr %x, %x : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @mixed(%arg0: i64, %arg1: f64, %arg2: !ruchy.str, %arg3: !ruchy.array<i64>, %arg4: i1) -> !ruchy.nil
// CHECK-NEXT: [[RESULT:%.+]] = sub %arg0, %arg1 : (i64, f64) -> f64
// CHECK-NEXT: [[RESULT_0:%.+]] = add %arg2, %arg0 : (!ruchy.str, i64) -> !ruchy.str
// CHECK-NEXT: [[RESULT_1:%.+]] = add %arg3, %arg3 : (!ruchy.array<i64>, !ruchy.array<i64>) -> !ruchy.array<i64>
// CHECK-NEXT: [[RESULT_2:%.+]] = mul %arg2, %arg0 : (!ruchy.str, i64) -> !ruchy.str
// CHECK-NEXT: [[RESULT_3:%.+]] = xor %arg4, %arg4 : (i1, i1) -> i1
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.nil
ruchy.func @mixed(%a: i64, %f: f64, %s: !ruchy.str, %l: !ruchy.array<i64>, %b: i1) -> !ruchy.nil {
  %0 = ruchy.sub %a, %f : (i64, f64) -> f64
  %1 = ruchy.add %s, %a : (!ruchy.str, i64) -> !ruchy.str
  %2 = ruchy.add %l, %l : (!ruchy.array<i64>, !ruchy.array<i64>) -> !ruchy.array<i64>
  %3 = ruchy.mul %s, %a : (!ruchy.str, i64) -> !ruchy.str
  %4 = ruchy.xor %b, %b : (i1, i1) -> i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: ruchy.func @checked(%arg0: i64, %arg1: i64) -> i64
// CHECK-NEXT: [[RESULT:%.+]], [[OVERFLOW:%.+]] = ruchy.add.checked %arg0, %arg1
// CHECK-NEXT: [[RESULT_0:%.+]], [[OVERFLOW_1:%.+]] = ruchy.sub.checked [[RESULT]], %arg1
// CHECK-NEXT: [[RESULT_2:%.+]], [[OVERFLOW_3:%.+]] = ruchy.mul.checked [[RESULT_0]], %arg1 {mark}
// CHECK-NEXT: return [[RESULT_2]] : i64
ruchy.func @checked(%a: i64, %b: i64) -> i64 {
  %0, %o0 = ruchy.add.checked %a, %b
  %1, %o1 = ruchy.sub.checked %0, %b
  %2, %o2 = ruchy.mul.checked %1, %b {mark}
  ruchy.return %2 : i64
}

// CHECK-LABEL: ruchy.func @unary(%arg0: i64, %arg1: f64, %arg2: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = neg %arg0 : (i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = neg %arg1 : (f64) -> f64
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = neg %arg2 : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: [[RESULT_2:%.+]] = bitnot %arg0 : (i64) -> i64
// CHECK-NEXT: [[RESULT_3:%.+]], [[ERROR_4:%.+]] = bitnot [[RESULT_1]] : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: return [[RESULT_3]] : !ruchy.any
ruchy.func @unary(%a: i64, %f: f64, %x: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.neg %a : (i64) -> i64
  %1 = ruchy.neg %f : (f64) -> f64
  %2, %e2 = ruchy.neg %x : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
  %3 = ruchy.bitnot %a : (i64) -> i64
  %4, %e4 = ruchy.bitnot %2 : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
  ruchy.return %4 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @equality(%arg0: i64, %arg1: !ruchy.any, %arg2: !ruchy.unset) -> i1
// CHECK-NEXT: [[V0:%.+]] = eq %arg0, %arg0 : i64, i64
// CHECK-NEXT: [[V1:%.+]] = eq %arg1, %arg2 : !ruchy.any, !ruchy.unset
// CHECK-NEXT: [[V2:%.+]] = ne %arg0, %arg1 : i64, !ruchy.any
// CHECK-NEXT: return [[V2]] : i1
ruchy.func @equality(%a: i64, %x: !ruchy.any, %u: !ruchy.unset) -> i1 {
  %0 = ruchy.eq %a, %a : i64, i64
  %1 = ruchy.eq %x, %u : !ruchy.any, !ruchy.unset
  %2 = ruchy.ne %a, %x : i64, !ruchy.any
  ruchy.return %2 : i1
}

// CHECK-LABEL: ruchy.func @lt(%arg0: i64, %arg1: f64, %arg2: !ruchy.any) -> i1
// CHECK-NEXT: [[RESULT:%.+]] = lt %arg0, %arg1 : (i64, f64) -> i1
// CHECK-NEXT: [[RESULT_0:%.+]] = lt %arg2, %arg1 : (!ruchy.any, f64) -> i1
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = lt %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (i1, !ruchy.error)
// CHECK-NEXT: return [[RESULT_1]] : i1
ruchy.func @lt(%a: i64, %b: f64, %x: !ruchy.any) -> i1 {
  %0 = ruchy.lt %a, %b : (i64, f64) -> i1
  %1 = ruchy.lt %x, %b : (!ruchy.any, f64) -> i1
  %2, %e = ruchy.lt %x, %x : (!ruchy.any, !ruchy.any) -> (i1, !ruchy.error)
  ruchy.return %2 : i1
}

// CHECK-LABEL: ruchy.func @le(%arg0: i64, %arg1: f64, %arg2: !ruchy.any) -> i1
// CHECK-NEXT: [[RESULT:%.+]] = le %arg0, %arg1 : (i64, f64) -> i1
// CHECK-NEXT: [[RESULT_0:%.+]] = le %arg2, %arg1 : (!ruchy.any, f64) -> i1
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = le %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (i1, !ruchy.error)
// CHECK-NEXT: return [[RESULT_1]] : i1
ruchy.func @le(%a: i64, %b: f64, %x: !ruchy.any) -> i1 {
  %0 = ruchy.le %a, %b : (i64, f64) -> i1
  %1 = ruchy.le %x, %b : (!ruchy.any, f64) -> i1
  %2, %e = ruchy.le %x, %x : (!ruchy.any, !ruchy.any) -> (i1, !ruchy.error)
  ruchy.return %2 : i1
}

// CHECK-LABEL: ruchy.func @gt(%arg0: i64, %arg1: f64, %arg2: !ruchy.any) -> i1
// CHECK-NEXT: [[RESULT:%.+]] = gt %arg0, %arg1 : (i64, f64) -> i1
// CHECK-NEXT: [[RESULT_0:%.+]] = gt %arg2, %arg1 : (!ruchy.any, f64) -> i1
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = gt %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (i1, !ruchy.error)
// CHECK-NEXT: return [[RESULT_1]] : i1
ruchy.func @gt(%a: i64, %b: f64, %x: !ruchy.any) -> i1 {
  %0 = ruchy.gt %a, %b : (i64, f64) -> i1
  %1 = ruchy.gt %x, %b : (!ruchy.any, f64) -> i1
  %2, %e = ruchy.gt %x, %x : (!ruchy.any, !ruchy.any) -> (i1, !ruchy.error)
  ruchy.return %2 : i1
}

// CHECK-LABEL: ruchy.func @ge(%arg0: i64, %arg1: f64, %arg2: !ruchy.any) -> i1
// CHECK-NEXT: [[RESULT:%.+]] = ge %arg0, %arg1 : (i64, f64) -> i1
// CHECK-NEXT: [[RESULT_0:%.+]] = ge %arg2, %arg1 : (!ruchy.any, f64) -> i1
// CHECK-NEXT: [[RESULT_1:%.+]], [[ERROR:%.+]] = ge %arg2, %arg2 : (!ruchy.any, !ruchy.any) -> (i1, !ruchy.error)
// CHECK-NEXT: return [[RESULT_1]] : i1
ruchy.func @ge(%a: i64, %b: f64, %x: !ruchy.any) -> i1 {
  %0 = ruchy.ge %a, %b : (i64, f64) -> i1
  %1 = ruchy.ge %x, %b : (!ruchy.any, f64) -> i1
  %2, %e = ruchy.ge %x, %x : (!ruchy.any, !ruchy.any) -> (i1, !ruchy.error)
  ruchy.return %2 : i1
}

// CHECK-LABEL: ruchy.func @predicates(%arg0: !ruchy.any, %arg1: !ruchy.array<!ruchy.any>) -> i1
// CHECK-NEXT: [[V0:%.+]] = truthy %arg0 : !ruchy.any
// CHECK-NEXT: [[V1:%.+]] = truthy %arg1 : !ruchy.array<!ruchy.any>
// CHECK-NEXT: [[V2:%.+]] = not [[V0]]
// CHECK-NEXT: [[V3:%.+]] = is_nil %arg0 : !ruchy.any
// CHECK-NEXT: return [[V3]] : i1
ruchy.func @predicates(%x: !ruchy.any, %l: !ruchy.array<!ruchy.any>) -> i1 {
  %0 = ruchy.truthy %x : !ruchy.any
  %1 = ruchy.truthy %l : !ruchy.array<!ruchy.any>
  %2 = ruchy.not %0
  %3 = ruchy.is_nil %x : !ruchy.any
  ruchy.return %3 : i1
}

// CHECK-LABEL: ruchy.func @cast(%arg0: i64, %arg1: f64, %arg2: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[RESULT:%.+]] = cast %arg1 to int : (f64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = cast %arg0 to float : (i64) -> f64
// CHECK-NEXT: [[RESULT_1:%.+]] = cast %arg1 to i8 : (f64) -> i64
// CHECK-NEXT: [[RESULT_2:%.+]] = cast %arg0 to i16 : (i64) -> i64
// CHECK-NEXT: [[RESULT_3:%.+]] = cast %arg0 to u8 : (i64) -> i64
// CHECK-NEXT: [[RESULT_4:%.+]] = cast %arg0 to u16 : (i64) -> i64
// CHECK-NEXT: [[RESULT_5:%.+]] = cast %arg0 to u32 : (i64) -> i64
// CHECK-NEXT: [[RESULT_6:%.+]] = cast %arg2 to bool : (!ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[RESULT_7:%.+]], [[ERROR:%.+]] = cast %arg0 to char : (i64) -> (!ruchy.str, !ruchy.error)
// CHECK-NEXT: [[RESULT_8:%.+]] = cast %arg2 to string : (!ruchy.any) -> !ruchy.str
// CHECK-NEXT: [[RESULT_9:%.+]], [[ERROR_10:%.+]] = cast %arg2 to int : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: return [[RESULT_9]] : !ruchy.any
ruchy.func @cast(%a: i64, %f: f64, %x: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.cast %f to int : (f64) -> i64
  %1 = ruchy.cast %a to float : (i64) -> f64
  %2 = ruchy.cast %f to i8 : (f64) -> i64
  %3 = ruchy.cast %a to i16 : (i64) -> i64
  %4 = ruchy.cast %a to u8 : (i64) -> i64
  %5 = ruchy.cast %a to u16 : (i64) -> i64
  %6 = ruchy.cast %a to u32 : (i64) -> i64
  %7 = ruchy.cast %x to bool : (!ruchy.any) -> !ruchy.any
  %8, %e8 = ruchy.cast %a to char : (i64) -> (!ruchy.str, !ruchy.error)
  %9 = ruchy.cast %x to string : (!ruchy.any) -> !ruchy.str
  %10, %e10 = ruchy.cast %x to int : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
  ruchy.return %10 : !ruchy.any
}
