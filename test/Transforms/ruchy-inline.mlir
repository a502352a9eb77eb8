// Calls that are worth it go inline: small functions always, larger ones for
// their only caller or where constants fold them.
//
// RUN: ruchy-opt %s --ruchy-inline="always=2 threshold=4" | FileCheck %s --implicit-check-not=@small --implicit-check-not=@only_once --implicit-check-not=@branches

ruchy.func private @small(%a: f64) -> f64 {
  %0 = ruchy.add %a, %a : (f64, f64) -> f64
  ruchy.return %0 : f64
}

// CHECK-LABEL: ruchy.func @calls_small(%arg0: f64) -> f64
// CHECK-NEXT: [[RESULT:%.+]] = add %arg0, %arg0 : (f64, f64) -> f64
// CHECK-NEXT: [[RESULT_0:%.+]] = add [[RESULT]], [[RESULT]] : (f64, f64) -> f64
// CHECK-NEXT: return [[RESULT_0]] : f64
ruchy.func @calls_small(%a: f64) -> f64 {
  %0 = ruchy.call @small(%a) : (f64) -> f64
  %1 = ruchy.call @small(%0) : (f64) -> f64
  ruchy.return %1 : f64
}

// CHECK-LABEL: ruchy.func private @never(%arg0: f64) -> f64 attributes {no_inline}
// CHECK-NEXT: return %arg0 : f64
ruchy.func private @never(%a: f64) -> f64 attributes {no_inline} {
  ruchy.return %a : f64
}

// CHECK-LABEL: ruchy.func @calls_never(%arg0: f64) -> f64
// CHECK-NEXT: [[V0:%.+]] = call @never(%arg0) : (f64) -> f64
// CHECK-NEXT: return [[V0]] : f64
ruchy.func @calls_never(%a: f64) -> f64 {
  %0 = ruchy.call @never(%a) : (f64) -> f64
  ruchy.return %0 : f64
}

// Above the threshold, with two callers.
// CHECK-LABEL: ruchy.func private @large(%arg0: f64) -> f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: return %arg0 : f64
ruchy.func private @large(%a: f64) -> f64 {
  ruchy.print stdout %a : f64
  ruchy.print stdout %a : f64
  ruchy.print stdout %a : f64
  ruchy.print stdout %a : f64
  ruchy.return %a : f64
}

// CHECK-LABEL: ruchy.func private @calls_large(%arg0: f64) -> f64 attributes {no_inline}
// CHECK-NEXT: [[V0:%.+]] = call @large(%arg0) : (f64) -> f64
// CHECK-NEXT: [[V1:%.+]] = call @large([[V0]]) : (f64) -> f64
// CHECK-NEXT: return [[V1]] : f64
ruchy.func private @calls_large(%a: f64) -> f64 attributes {no_inline} {
  %0 = ruchy.call @large(%a) : (f64) -> f64
  %1 = ruchy.call @large(%0) : (f64) -> f64
  ruchy.return %1 : f64
}

// The same size with a constant argument.
// CHECK-LABEL: ruchy.func private @large_for_constant(%arg0: f64) -> f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: return %arg0 : f64
ruchy.func private @large_for_constant(%a: f64) -> f64 {
  ruchy.print stdout %a : f64
  ruchy.print stdout %a : f64
  ruchy.print stdout %a : f64
  ruchy.print stdout %a : f64
  ruchy.return %a : f64
}

// CHECK-LABEL: ruchy.func private @calls_with_constant(%arg0: f64) -> f64 attributes {no_inline}
// CHECK-NEXT: [[V0:%.+]] = constant 1.000000e+00 : f64
// CHECK-NEXT: [[V1:%.+]] = call @large_for_constant(%arg0) : (f64) -> f64
// CHECK-NEXT: print stdout [[V0]] : f64
// CHECK-NEXT: print stdout [[V0]] : f64
// CHECK-NEXT: print stdout [[V0]] : f64
// CHECK-NEXT: print stdout [[V0]] : f64
// CHECK-NEXT: return [[V0]] : f64
ruchy.func private @calls_with_constant(%a: f64) -> f64 attributes {no_inline} {
  %one = ruchy.constant 1.0 : f64
  %0 = ruchy.call @large_for_constant(%a) : (f64) -> f64
  %1 = ruchy.call @large_for_constant(%one) : (f64) -> f64
  ruchy.return %1 : f64
}

// An only caller may take ten times as much, and the function is gone.
ruchy.func private @only_once(%a: f64) -> f64 {
  ruchy.print stdout %a : f64
  ruchy.print stdout %a : f64
  ruchy.print stdout %a : f64
  ruchy.print stdout %a : f64
  ruchy.return %a : f64
}

// CHECK-LABEL: ruchy.func private @calls_once(%arg0: f64) -> f64 attributes {no_inline}
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: return %arg0 : f64
ruchy.func private @calls_once(%a: f64) -> f64 attributes {no_inline} {
  %0 = ruchy.call @only_once(%a) : (f64) -> f64
  ruchy.return %0 : f64
}

// The top level runs once: of larger functions only calls in loops are worth it.
// CHECK-LABEL: ruchy.func private @medium(%arg0: f64) -> f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: print stdout %arg0 : f64
// CHECK-NEXT: return %arg0 : f64
ruchy.func private @medium(%a: f64) -> f64 {
  ruchy.print stdout %a : f64
  ruchy.print stdout %a : f64
  ruchy.print stdout %a : f64
  ruchy.return %a : f64
}

// CHECK-LABEL: ruchy.func @top_level(%arg0: f64, %arg1: i1) -> f64
// CHECK-NEXT: [[V0:%.+]] = call @calls_large(%arg0) : (f64) -> f64
// CHECK-NEXT: [[V1:%.+]] = call @calls_with_constant([[V0]]) : (f64) -> f64
// CHECK-NEXT: [[V2:%.+]] = call @calls_once([[V1]]) : (f64) -> f64
// CHECK-NEXT: [[V3:%.+]] = call @medium([[V2]]) : (f64) -> f64
// CHECK-NEXT: [[V4:%.+]] = call @calls_branches(%arg1) : (i1) -> f64
// CHECK-NEXT: cf.br ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: cf.cond_br %arg1, ^bb2, ^bb3
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: print stdout [[V2]] : f64
// CHECK-NEXT: print stdout [[V2]] : f64
// CHECK-NEXT: print stdout [[V2]] : f64
// CHECK-NEXT: cf.br ^bb1
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: return [[V3]] : f64
ruchy.func @top_level(%a: f64, %c: i1) -> f64 {
  %0 = ruchy.call @calls_large(%a) : (f64) -> f64
  %1 = ruchy.call @calls_with_constant(%0) : (f64) -> f64
  %2 = ruchy.call @calls_once(%1) : (f64) -> f64
  %3 = ruchy.call @medium(%2) : (f64) -> f64
  %4 = ruchy.call @calls_branches(%c) : (i1) -> f64
  cf.br ^head
^head:
  cf.cond_br %c, ^body, ^exit
^body:
  %5 = ruchy.call @medium(%2) : (f64) -> f64
  cf.br ^head
^exit:
  ruchy.return %3 : f64
}

// CHECK-LABEL: ruchy.func private @recursive(%arg0: f64) -> f64
// CHECK-NEXT: [[V0:%.+]] = call @recursive(%arg0) : (f64) -> f64
// CHECK-NEXT: return [[V0]] : f64
ruchy.func private @recursive(%a: f64) -> f64 {
  %0 = ruchy.call @recursive(%a) : (f64) -> f64
  ruchy.return %0 : f64
}

// CHECK-LABEL: ruchy.func @calls_recursive(%arg0: f64) -> f64
// CHECK-NEXT: [[V0:%.+]] = call @recursive(%arg0) : (f64) -> f64
// CHECK-NEXT: return [[V0]] : f64
ruchy.func @calls_recursive(%a: f64) -> f64 {
  %0 = ruchy.call @recursive(%a) : (f64) -> f64
  ruchy.return %0 : f64
}

// CHECK-LABEL: ruchy.func private @ping(%arg0: f64) -> f64
// CHECK-NEXT: [[V0:%.+]] = call @pong(%arg0) : (f64) -> f64
// CHECK-NEXT: return [[V0]] : f64
ruchy.func private @ping(%a: f64) -> f64 {
  %0 = ruchy.call @pong(%a) : (f64) -> f64
  ruchy.return %0 : f64
}

// CHECK-LABEL: ruchy.func private @pong(%arg0: f64) -> f64
// CHECK-NEXT: [[V0:%.+]] = call @ping(%arg0) : (f64) -> f64
// CHECK-NEXT: return [[V0]] : f64
ruchy.func private @pong(%a: f64) -> f64 {
  %0 = ruchy.call @ping(%a) : (f64) -> f64
  ruchy.return %0 : f64
}

// CHECK-LABEL: ruchy.func @calls_ping(%arg0: f64) -> f64
// CHECK-NEXT: [[V0:%.+]] = call @ping(%arg0) : (f64) -> f64
// CHECK-NEXT: return [[V0]] : f64
ruchy.func @calls_ping(%a: f64) -> f64 {
  %0 = ruchy.call @ping(%a) : (f64) -> f64
  ruchy.return %0 : f64
}

// Several blocks: returns become branches behind the call.
ruchy.func private @branches(%c: i1) -> f64 {
  cf.cond_br %c, ^a, ^b
^a:
  %one = ruchy.constant 1.0 : f64
  ruchy.return %one : f64
^b:
  %two = ruchy.constant 2.0 : f64
  ruchy.return %two : f64
}

// CHECK-LABEL: ruchy.func private @calls_branches(%arg0: i1) -> f64 attributes {no_inline}
// CHECK-NEXT: [[V0:%.+]] = constant 2.000000e+00 : f64
// CHECK-NEXT: [[V1:%.+]] = constant 1.000000e+00 : f64
// CHECK-NEXT: [[V2:%.+]] = arith.select %arg0, [[V1]], [[V0]] : f64
// CHECK-NEXT: print stdout [[V2]] : f64
// CHECK-NEXT: return [[V2]] : f64
ruchy.func private @calls_branches(%c: i1) -> f64 attributes {no_inline} {
  %0 = ruchy.call @branches(%c) : (i1) -> f64
  ruchy.print stdout %0 : f64
  ruchy.return %0 : f64
}

// A function that never returns stays a call.
// CHECK-LABEL: ruchy.func private @fails() -> f64
// CHECK-NEXT: [[V0:%.+]] = raise "Panic" "m" : !ruchy.any
// CHECK-NEXT: unreachable
ruchy.func private @fails() -> f64 {
  %0 = ruchy.raise "Panic" "m" : !ruchy.any
  ruchy.unreachable
}

// CHECK-LABEL: ruchy.func @calls_fails() -> f64
// CHECK-NEXT: [[V0:%.+]] = call @fails() : () -> f64
// CHECK-NEXT: return [[V0]] : f64
ruchy.func @calls_fails() -> f64 {
  %0 = ruchy.call @fails() : () -> f64
  ruchy.return %0 : f64
}

// CHECK-LABEL: ruchy.func private @declared(f64) -> f64
ruchy.func private @declared(f64) -> f64

// CHECK-LABEL: ruchy.func @calls_declared(%arg0: f64) -> f64
// CHECK-NEXT: [[V0:%.+]] = call @declared(%arg0) : (f64) -> f64
// CHECK-NEXT: return [[V0]] : f64
ruchy.func @calls_declared(%a: f64) -> f64 {
  %0 = ruchy.call @declared(%a) : (f64) -> f64
  ruchy.return %0 : f64
}
