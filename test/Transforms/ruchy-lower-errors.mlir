// Errors become statuses: operations that expand themselves.
//
// RUN: ruchy-opt %s --ruchy-lower-errors | FileCheck %s

// What cannot fail stays as it is.
// CHECK-LABEL: ruchy.func private @infallible(%arg0: f64, %arg1: f64, %arg2: !ruchy.str, %arg3: !ruchy.any) -> f64
// CHECK-NEXT: [[RESULT:%.+]] = div %arg0, %arg1 : (f64, f64) -> f64
// CHECK-NEXT: [[RESULT_0:%.+]] = add %arg2, %arg2 : (!ruchy.str, !ruchy.str) -> !ruchy.str
// CHECK-NEXT: [[V0:%.+]] = eq %arg3, %arg0 : !ruchy.any, f64
// CHECK-NEXT: [[RESULT_1:%.+]] = lt %arg0, %arg1 : (f64, f64) -> i1
// CHECK-NEXT: [[V1:%.+]] = call @also_infallible([[RESULT]]) : (f64) -> f64
// CHECK-NEXT: return [[V1]] : f64
ruchy.func private @infallible(%a: f64, %b: f64, %s: !ruchy.str, %x: !ruchy.any) -> f64 {
  %0 = ruchy.div %a, %b : (f64, f64) -> f64
  %1 = ruchy.add %s, %s : (!ruchy.str, !ruchy.str) -> !ruchy.str
  %2 = ruchy.eq %x, %a : !ruchy.any, f64
  %3 = ruchy.lt %a, %b : (f64, f64) -> i1
  %4 = ruchy.call @also_infallible(%0) : (f64) -> f64
  ruchy.return %4 : f64
}

// CHECK-LABEL: ruchy.func private @also_infallible(%arg0: f64) -> f64
// CHECK-NEXT: return %arg0 : f64
ruchy.func private @also_infallible(%a: f64) -> f64 {
  ruchy.return %a : f64
}

// CHECK-LABEL: ruchy.func private @add(%arg0: i64, %arg1: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[RESULT:%.+]], [[OVERFLOW:%.+]] = ruchy.add.checked %arg0, %arg1
// CHECK-NEXT: cf.cond_br [[OVERFLOW]] weights([1, 1048576]), ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V0:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[RESULT]], [[V0]] : i64, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V1:%.+]] = ruchy.error.site "OverflowAdd" ""
// CHECK-NEXT: cf.br ^bb3([[V1]] : !ruchy.error)
// CHECK-NEXT: ^bb3([[V2:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V3:%.+]] = poison : i64
// CHECK-NEXT: return [[V3]], [[V2]] : i64, !ruchy.error
ruchy.func private @add(%a: i64, %b: i64) -> i64 {
  %0 = ruchy.add %a, %b : (i64, i64) -> i64
  ruchy.return %0 : i64
}

// All errors of a function leave it by one block.
// CHECK-LABEL: ruchy.func private @two(%arg0: i64, %arg1: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[RESULT:%.+]], [[OVERFLOW:%.+]] = ruchy.sub.checked %arg0, %arg1
// CHECK-NEXT: cf.cond_br [[OVERFLOW]] weights([1, 1048576]), ^bb3, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[RESULT_0:%.+]], [[OVERFLOW_1:%.+]] = ruchy.mul.checked [[RESULT]], %arg1
// CHECK-NEXT: cf.cond_br [[OVERFLOW_1]] weights([1, 1048576]), ^bb4, ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V0:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[RESULT_0]], [[V0]] : i64, !ruchy.error
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: [[V1:%.+]] = ruchy.error.site "OverflowSub" ""
// CHECK-NEXT: cf.br ^bb5([[V1]] : !ruchy.error)
// CHECK-NEXT: ^bb4:
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.site "OverflowMul" ""
// CHECK-NEXT: cf.br ^bb5([[V2]] : !ruchy.error)
// CHECK-NEXT: ^bb5([[V3:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V4:%.+]] = poison : i64
// CHECK-NEXT: return [[V4]], [[V3]] : i64, !ruchy.error
ruchy.func private @two(%a: i64, %b: i64) -> i64 {
  %0 = ruchy.sub %a, %b : (i64, i64) -> i64
  %1 = ruchy.mul %0, %b : (i64, i64) -> i64
  ruchy.return %1 : i64
}

// CHECK-LABEL: ruchy.func private @neg(%arg0: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[RESULT:%.+]], [[OVERFLOW:%.+]] = ruchy.sub.checked [[V0]], %arg0
// CHECK-NEXT: cf.cond_br [[OVERFLOW]] weights([1, 1048576]), ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[RESULT]], [[V1]] : i64, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.site "OverflowNeg" ""
// CHECK-NEXT: cf.br ^bb3([[V2]] : !ruchy.error)
// CHECK-NEXT: ^bb3([[V3:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V4:%.+]] = poison : i64
// CHECK-NEXT: return [[V4]], [[V3]] : i64, !ruchy.error
ruchy.func private @neg(%a: i64) -> i64 {
  %0 = ruchy.neg %a : (i64) -> i64
  ruchy.return %0 : i64
}

// CHECK-LABEL: ruchy.func private @div(%arg0: i64, %arg1: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = arith.cmpi eq, %arg1, [[V0]] : i64
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb3, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V2:%.+]] = constant -9223372036854775808 : i64
// CHECK-NEXT: [[V3:%.+]] = arith.cmpi eq, %arg0, [[V2]] : i64
// CHECK-NEXT: [[V4:%.+]] = constant -1 : i64
// CHECK-NEXT: [[V5:%.+]] = arith.cmpi eq, %arg1, [[V4]] : i64
// CHECK-NEXT: [[V6:%.+]] = arith.andi [[V3]], [[V5]] : i1
// CHECK-NEXT: cf.cond_br [[V6]] weights([1, 1048576]), ^bb4, ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V7:%.+]] = arith.divsi %arg0, %arg1 : i64
// CHECK-NEXT: [[V8:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V7]], [[V8]] : i64, !ruchy.error
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: [[V9:%.+]] = ruchy.error.site "DivisionByZero" ""
// CHECK-NEXT: cf.br ^bb5([[V9]] : !ruchy.error)
// CHECK-NEXT: ^bb4:
// CHECK-NEXT: [[V10:%.+]] = ruchy.error.site "OverflowDiv" ""
// CHECK-NEXT: cf.br ^bb5([[V10]] : !ruchy.error)
// CHECK-NEXT: ^bb5([[V11:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V12:%.+]] = poison : i64
// CHECK-NEXT: return [[V12]], [[V11]] : i64, !ruchy.error
ruchy.func private @div(%a: i64, %b: i64) -> i64 {
  %0 = ruchy.div %a, %b : (i64, i64) -> i64
  ruchy.return %0 : i64
}

// CHECK-LABEL: ruchy.func private @rem(%arg0: i64, %arg1: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = arith.cmpi eq, %arg1, [[V0]] : i64
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb3, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V2:%.+]] = constant -9223372036854775808 : i64
// CHECK-NEXT: [[V3:%.+]] = arith.cmpi eq, %arg0, [[V2]] : i64
// CHECK-NEXT: [[V4:%.+]] = constant -1 : i64
// CHECK-NEXT: [[V5:%.+]] = arith.cmpi eq, %arg1, [[V4]] : i64
// CHECK-NEXT: [[V6:%.+]] = arith.andi [[V3]], [[V5]] : i1
// CHECK-NEXT: cf.cond_br [[V6]] weights([1, 1048576]), ^bb4, ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V7:%.+]] = arith.remsi %arg0, %arg1 : i64
// CHECK-NEXT: [[V8:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V7]], [[V8]] : i64, !ruchy.error
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: [[V9:%.+]] = ruchy.error.site "DivisionByZero" ""
// CHECK-NEXT: cf.br ^bb5([[V9]] : !ruchy.error)
// CHECK-NEXT: ^bb4:
// CHECK-NEXT: [[V10:%.+]] = ruchy.error.site "OverflowMod" ""
// CHECK-NEXT: cf.br ^bb5([[V10]] : !ruchy.error)
// CHECK-NEXT: ^bb5([[V11:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V12:%.+]] = poison : i64
// CHECK-NEXT: return [[V12]], [[V11]] : i64, !ruchy.error
ruchy.func private @rem(%a: i64, %b: i64) -> i64 {
  %0 = ruchy.rem %a, %b : (i64, i64) -> i64
  ruchy.return %0 : i64
}

// Only the remainder of floats fails for a zero divisor.
// CHECK-LABEL: ruchy.func private @float_rem(%arg0: f64, %arg1: i64) -> (f64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = coerce %arg1 : i64 to f64
// CHECK-NEXT: [[V1:%.+]] = constant 0.000000e+00 : f64
// CHECK-NEXT: [[V2:%.+]] = arith.cmpf oeq, [[V0]], [[V1]] : f64
// CHECK-NEXT: cf.cond_br [[V2]] weights([1, 1048576]), ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V3:%.+]] = arith.remf %arg0, [[V0]] : f64
// CHECK-NEXT: [[V4:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V3]], [[V4]] : f64, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V5:%.+]] = ruchy.error.site "DivisionByZero" ""
// CHECK-NEXT: cf.br ^bb3([[V5]] : !ruchy.error)
// CHECK-NEXT: ^bb3([[V6:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V7:%.+]] = poison : f64
// CHECK-NEXT: return [[V7]], [[V6]] : f64, !ruchy.error
ruchy.func private @float_rem(%a: f64, %b: i64) -> f64 {
  %0 = ruchy.rem %a, %b : (f64, i64) -> f64
  ruchy.return %0 : f64
}

// The message is made in the cold block.
// CHECK-LABEL: ruchy.func private @shift(%arg0: i64, %arg1: i64) -> (i64, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = constant 63 : i64
// CHECK-NEXT: [[V1:%.+]] = arith.cmpi ugt, %arg1, [[V0]] : i64
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V2:%.+]] = arith.shli %arg0, %arg1 : i64
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V2]], [[V3]] : i64, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V4:%.+]] = to_string %arg1 display : i64
// CHECK-NEXT: [[V5:%.+]] = ruchy.error.message "ShiftRange" "" [[V4]]
// CHECK-NEXT: cf.br ^bb3([[V5]] : !ruchy.error)
// CHECK-NEXT: ^bb3([[V6:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V7:%.+]] = poison : i64
// CHECK-NEXT: return [[V7]], [[V6]] : i64, !ruchy.error
ruchy.func private @shift(%a: i64, %b: i64) -> i64 {
  %0 = ruchy.shl %a, %b : (i64, i64) -> i64
  ruchy.return %0 : i64
}

// CHECK-LABEL: ruchy.func private @index(%arg0: !ruchy.array<!ruchy.str>, %arg1: i64) -> (!ruchy.str, !ruchy.error)
// CHECK-NEXT: [[POSITION:%.+]], [[OUTOFBOUNDS:%.+]] = ruchy.array.bounds %arg0, %arg1 : <!ruchy.str>
// CHECK-NEXT: cf.cond_br [[OUTOFBOUNDS]] weights([1, 1048576]), ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V0:%.+]] = ruchy.array.at %arg0, [[POSITION]] : <!ruchy.str>
// CHECK-NEXT: [[V1:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V0]], [[V1]] : !ruchy.str, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.index %arg1, %arg0 : !ruchy.array<!ruchy.str>
// CHECK-NEXT: cf.br ^bb3([[V2]] : !ruchy.error)
// CHECK-NEXT: ^bb3([[V3:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V4:%.+]] = poison : !ruchy.str
// CHECK-NEXT: return [[V4]], [[V3]] : !ruchy.str, !ruchy.error
ruchy.func private @index(%a: !ruchy.array<!ruchy.str>, %i: i64) -> !ruchy.str {
  %0 = ruchy.index %a, %i : (!ruchy.array<!ruchy.str>, i64) -> !ruchy.str
  ruchy.return %0 : !ruchy.str
}

// CHECK-LABEL: ruchy.func private @place_set(%arg0: !ruchy.array<!ruchy.array<i64>>, %arg1: i64, %arg2: i64) -> (!ruchy.array<!ruchy.array<i64>>, !ruchy.error)
// CHECK-NEXT: [[POSITION:%.+]], [[OUTOFBOUNDS:%.+]] = ruchy.array.bounds %arg0, %arg1 : <!ruchy.array<i64>>
// CHECK-NEXT: cf.cond_br [[OUTOFBOUNDS]] weights([1, 1048576]), ^bb3, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V0:%.+]] = ruchy.array.at %arg0, [[POSITION]] : <!ruchy.array<i64>>
// CHECK-NEXT: [[POSITION_0:%.+]], [[OUTOFBOUNDS_1:%.+]] = ruchy.array.bounds [[V0]], %arg1 : <i64>
// CHECK-NEXT: cf.cond_br [[OUTOFBOUNDS_1]] weights([1, 1048576]), ^bb4, ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V1:%.+]] = ruchy.place.put %arg0{{\[}}[[POSITION]], [[POSITION_0]]], %arg2 : (!ruchy.array<!ruchy.array<i64>>, i64, i64, i64) -> !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V1]], [[V2]] : !ruchy.array<!ruchy.array<i64>>, !ruchy.error
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.index %arg1, %arg0 : !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: cf.br ^bb5([[V3]] : !ruchy.error)
// CHECK-NEXT: ^bb4:
// CHECK-NEXT: [[V4:%.+]] = ruchy.error.index %arg1, [[V0]] : !ruchy.array<i64>
// CHECK-NEXT: cf.br ^bb5([[V4]] : !ruchy.error)
// CHECK-NEXT: ^bb5([[V5:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V6:%.+]] = poison : !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: return [[V6]], [[V5]] : !ruchy.array<!ruchy.array<i64>>, !ruchy.error
ruchy.func private @place_set(%m: !ruchy.array<!ruchy.array<i64>>, %i: i64, %x: i64) -> !ruchy.array<!ruchy.array<i64>> {
  %0 = ruchy.place.set %m[%i, %i], %x : (!ruchy.array<!ruchy.array<i64>>, i64, i64, i64) -> !ruchy.array<!ruchy.array<i64>>
  ruchy.return %0 : !ruchy.array<!ruchy.array<i64>>
}

// The row is moved out of the matrix and back.
// CHECK-LABEL: ruchy.func private @place_push(%arg0: !ruchy.array<!ruchy.array<i64>>, %arg1: i64, %arg2: i64) -> (!ruchy.array<!ruchy.array<i64>>, !ruchy.error)
// CHECK-NEXT: [[POSITION:%.+]], [[OUTOFBOUNDS:%.+]] = ruchy.array.bounds %arg0, %arg1 : <!ruchy.array<i64>>
// CHECK-NEXT: cf.cond_br [[OUTOFBOUNDS]] weights([1, 1048576]), ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[RESULT:%.+]], [[TAKEN:%.+]] = ruchy.place.take %arg0{{\[}}[[POSITION]]] : (!ruchy.array<!ruchy.array<i64>>, i64) -> (!ruchy.array<!ruchy.array<i64>>, !ruchy.array<i64>)
// CHECK-NEXT: [[V0:%.+]] = ruchy.array.push [[TAKEN]], %arg2 : (!ruchy.array<i64>, i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: [[V2:%.+]] = ruchy.place.put [[RESULT]]{{\[}}[[POSITION]]], [[V0]] : (!ruchy.array<!ruchy.array<i64>>, i64, !ruchy.array<i64>) -> !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V2]], [[V3]] : !ruchy.array<!ruchy.array<i64>>, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V4:%.+]] = ruchy.error.index %arg1, %arg0 : !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: cf.br ^bb3([[V4]] : !ruchy.error)
// CHECK-NEXT: ^bb3([[V5:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V6:%.+]] = poison : !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: return [[V6]], [[V5]] : !ruchy.array<!ruchy.array<i64>>, !ruchy.error
ruchy.func private @place_push(%m: !ruchy.array<!ruchy.array<i64>>, %i: i64, %x: i64) -> !ruchy.array<!ruchy.array<i64>> {
  %0, %1 = ruchy.place.method %m[%i] "push"(%x) : (!ruchy.array<!ruchy.array<i64>>, i64, i64) -> (!ruchy.nil, !ruchy.array<!ruchy.array<i64>>)
  ruchy.return %1 : !ruchy.array<!ruchy.array<i64>>
}

// It is back in its place before the error leaves the function.
// CHECK-LABEL: ruchy.func private @place_remove(%arg0: !ruchy.array<!ruchy.array<i64>>, %arg1: i64) -> (!ruchy.array<!ruchy.array<i64>>, !ruchy.error)
// CHECK-NEXT: [[POSITION:%.+]], [[OUTOFBOUNDS:%.+]] = ruchy.array.bounds %arg0, %arg1 : <!ruchy.array<i64>>
// CHECK-NEXT: cf.cond_br [[OUTOFBOUNDS]] weights([1, 1048576]), ^bb3, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[RESULT:%.+]], [[TAKEN:%.+]] = ruchy.place.take %arg0{{\[}}[[POSITION]]] : (!ruchy.array<!ruchy.array<i64>>, i64) -> (!ruchy.array<!ruchy.array<i64>>, !ruchy.array<i64>)
// CHECK-NEXT: [[RESULT_0:%.+]], [[UPDATED:%.+]], [[ERROR:%.+]] = ruchy.method.mut "remove" [[TAKEN]](%arg1) : (!ruchy.array<i64>, i64) -> (!ruchy.any, !ruchy.array<i64>, !ruchy.error)
// CHECK-NEXT: [[V0:%.+]] = ruchy.place.put [[RESULT]]{{\[}}[[POSITION]]], [[UPDATED]] : (!ruchy.array<!ruchy.array<i64>>, i64, !ruchy.array<i64>) -> !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: [[V1:%.+]] = failed [[ERROR]]
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb4([[ERROR]] : !ruchy.error), ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.none
// CHECK-NEXT: return [[V0]], [[V2]] : !ruchy.array<!ruchy.array<i64>>, !ruchy.error
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.index %arg1, %arg0 : !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: cf.br ^bb4([[V3]] : !ruchy.error)
// CHECK-NEXT: ^bb4([[V4:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V5:%.+]] = poison : !ruchy.array<!ruchy.array<i64>>
// CHECK-NEXT: return [[V5]], [[V4]] : !ruchy.array<!ruchy.array<i64>>, !ruchy.error
ruchy.func private @place_remove(%m: !ruchy.array<!ruchy.array<i64>>, %i: i64) -> !ruchy.array<!ruchy.array<i64>> {
  %0, %1 = ruchy.place.method %m[%i] "remove"(%i) : (!ruchy.array<!ruchy.array<i64>>, i64, i64) -> (!ruchy.any, !ruchy.array<!ruchy.array<i64>>)
  ruchy.return %1 : !ruchy.array<!ruchy.array<i64>>
}

// CHECK-LABEL: ruchy.func private @push(%arg0: !ruchy.array<i64>, %arg1: i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[V0:%.+]] = ruchy.array.push %arg0, %arg1 : (!ruchy.array<i64>, i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[V1:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V0]] : !ruchy.array<i64>
ruchy.func private @push(%a: !ruchy.array<i64>, %x: i64) -> !ruchy.array<i64> {
  %0, %1 = ruchy.method.mut "push" %a(%x) : (!ruchy.array<i64>, i64) -> (!ruchy.nil, !ruchy.array<i64>)
  ruchy.return %1 : !ruchy.array<i64>
}

// CHECK-LABEL: ruchy.func private @check_set(%arg0: !ruchy.any, %arg1: i64, %arg2: !ruchy.unset) -> (!ruchy.any, !ruchy.error)
// CHECK-NEXT: print stdout %arg1 : i64
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.unset
// CHECK-NEXT: [[V1:%.+]] = eq %arg0, [[V0]] : !ruchy.any, !ruchy.unset
// CHECK-NEXT: cf.cond_br [[V1]] weights([1, 1048576]), ^bb2, ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V2:%.+]] = ruchy.error.none
// CHECK-NEXT: return %arg0, [[V2]] : !ruchy.any, !ruchy.error
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V3:%.+]] = ruchy.error.site "UndefinedVariable" "x"
// CHECK-NEXT: cf.br ^bb3([[V3]] : !ruchy.error)
// CHECK-NEXT: ^bb3([[V4:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V5:%.+]] = poison : !ruchy.any
// CHECK-NEXT: return [[V5]], [[V4]] : !ruchy.any, !ruchy.error
ruchy.func private @check_set(%x: !ruchy.any, %i: i64, %u: !ruchy.unset) -> !ruchy.any {
  %0 = ruchy.check_set %i, "i" : (i64) -> i64
  ruchy.print stdout %0 : i64
  %1 = ruchy.check_set %x, "x" : (!ruchy.any) -> !ruchy.any
  ruchy.return %1 : !ruchy.any
}

// CHECK-LABEL: ruchy.func private @check_unset(%arg0: !ruchy.unset) -> (!ruchy.unset, !ruchy.error)
// CHECK-NEXT: cf.br ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V0:%.+]] = ruchy.error.site "UndefinedVariable" "u"
// CHECK-NEXT: cf.br ^bb2([[V0]] : !ruchy.error)
// CHECK-NEXT: ^bb2([[V1:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V2:%.+]] = poison : !ruchy.unset
// CHECK-NEXT: return [[V2]], [[V1]] : !ruchy.unset, !ruchy.error
ruchy.func private @check_unset(%u: !ruchy.unset) -> !ruchy.unset {
  %0 = ruchy.check_set %u, "u" : (!ruchy.unset) -> !ruchy.unset
  ruchy.return %0 : !ruchy.unset
}

// What follows is dead.
// CHECK-LABEL: ruchy.func private @raise(%arg0: !ruchy.str) -> (i64, !ruchy.error)
// CHECK-NEXT: print stdout %arg0 : !ruchy.str
// CHECK-NEXT: cf.br ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V0:%.+]] = ruchy.error.site "UndefinedFunction" "f"
// CHECK-NEXT: cf.br ^bb2([[V0]] : !ruchy.error)
// CHECK-NEXT: ^bb2([[V1:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V2:%.+]] = poison : i64
// CHECK-NEXT: return [[V2]], [[V1]] : i64, !ruchy.error
ruchy.func private @raise(%s: !ruchy.str) -> i64 {
  ruchy.print stdout %s : !ruchy.str
  %0 = ruchy.raise "UndefinedFunction" "f" : i64
  ruchy.print stdout %0 : i64
  ruchy.return %0 : i64
}

// CHECK-LABEL: ruchy.func private @panic(%arg0: !ruchy.str) -> (i64, !ruchy.error)
// CHECK-NEXT: cf.br ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V0:%.+]] = ruchy.error.message "Panic" "" %arg0
// CHECK-NEXT: cf.br ^bb2([[V0]] : !ruchy.error)
// CHECK-NEXT: ^bb2([[V1:%.+]]: !ruchy.error):
// CHECK-NEXT: [[V2:%.+]] = poison : i64
// CHECK-NEXT: return [[V2]], [[V1]] : i64, !ruchy.error
ruchy.func private @panic(%s: !ruchy.str) -> i64 {
  %0 = ruchy.raise "Panic" "" (%s) : i64
  ruchy.unreachable
}
