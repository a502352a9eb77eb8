// Without optimisation types are exact all the same and tail calls are loops;
// branches that constants decide are gone, nothing else folds.
//
// RUN: ruchy-opt %s --ruchy-O0-dialect | FileCheck %s

// CHECK-NOT: @unused
ruchy.func private @unused(%a: !ruchy.any) -> !ruchy.any {
  ruchy.return %a : !ruchy.any
}

// let x = 2 + 3 * 4; if false { println("no") }; let y = x; println(twice(y))
// CHECK-LABEL: ruchy.func private @twice.i64(%arg0: i64) -> i64
// CHECK-NEXT: [[RESULT:%.+]] = add %arg0, %arg0 : (i64, i64) -> i64
// CHECK-NEXT: return [[RESULT]] : i64
ruchy.func private @twice(%a: !ruchy.any) -> !ruchy.any {
  %s = ruchy.slot "a" : !ruchy.slot<!ruchy.any>
  ruchy.store %a, %s : !ruchy.any, !ruchy.slot<!ruchy.any>
  %0 = ruchy.load %s : !ruchy.slot<!ruchy.any>
  %1 = ruchy.load %s : !ruchy.slot<!ruchy.any>
  %2 = ruchy.add %0, %1 : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %2 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @ruchy.main() -> !ruchy.nil
// CHECK-NEXT: [[V0:%.+]] = constant 2 : i64
// CHECK-NEXT: [[V1:%.+]] = constant 3 : i64
// CHECK-NEXT: [[V2:%.+]] = constant 4 : i64
// CHECK-NEXT: [[RESULT:%.+]] = mul [[V1]], [[V2]] : (i64, i64) -> i64
// CHECK-NEXT: [[RESULT_0:%.+]] = add [[V0]], [[RESULT]] : (i64, i64) -> i64
// CHECK-NEXT: [[V3:%.+]] = constant false
// CHECK-NEXT: [[V4:%.+]] = truthy [[V3]] : i1
// CHECK-NEXT: cf.br ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V7:%.+]] = call @twice.i64([[RESULT_0]]) : (i64) -> i64
// CHECK-NEXT: print stdout [[V7]] : i64
// CHECK-NEXT: [[V8:%.+]] = constant #ruchy.nil : !ruchy.nil
// CHECK-NEXT: return [[V8]] : !ruchy.nil
ruchy.func @ruchy.main() -> !ruchy.nil {
  %x = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
  %y = ruchy.slot "y" : !ruchy.slot<!ruchy.any>
  %two = ruchy.constant 2 : i64
  %three = ruchy.constant 3 : i64
  %four = ruchy.constant 4 : i64
  %0 = ruchy.mul %three, %four : (i64, i64) -> !ruchy.any
  %1 = ruchy.add %two, %0 : (i64, !ruchy.any) -> !ruchy.any
  ruchy.store %1, %x : !ruchy.any, !ruchy.slot<!ruchy.any>
  %false = ruchy.constant false
  %2 = ruchy.truthy %false : i1
  cf.cond_br %2, ^then, ^end
^then:
  %text = ruchy.constant "no" : !ruchy.str
  ruchy.print stdout %text : !ruchy.str
  %never = ruchy.call @unused(%1) : (!ruchy.any) -> !ruchy.any
  cf.br ^end
^end:
  %3 = ruchy.load %x : !ruchy.slot<!ruchy.any>
  ruchy.store %3, %y : !ruchy.any, !ruchy.slot<!ruchy.any>
  %4 = ruchy.load %y : !ruchy.slot<!ruchy.any>
  %5 = ruchy.call @twice(%4) : (!ruchy.any) -> !ruchy.any
  ruchy.print stdout %5 : !ruchy.any
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// while i < n { a.push(i); i += 1 }: every operation has its exact type.
// CHECK-LABEL: ruchy.func @loop(%arg0: i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V2:%.+]] = ruchy.array.new[] : () -> !ruchy.array<i64>
// CHECK-NEXT: cf.br ^bb1([[V0]], [[V2]] : i64, !ruchy.array<i64>)
// CHECK-NEXT: ^bb1([[V3:%.+]]: i64, [[V4:%.+]]: !ruchy.array<i64>):
// CHECK-NEXT: [[RESULT:%.+]] = lt [[V3]], %arg0 : (i64, i64) -> i1
// CHECK-NEXT: [[V5:%.+]] = truthy [[RESULT]] : i1
// CHECK-NEXT: cf.cond_br [[V5]], ^bb2, ^bb3
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[RESULT_0:%.+]], [[UPDATED:%.+]] = ruchy.method.mut "push" [[V4]]([[V3]]) : (!ruchy.array<i64>, i64) -> (!ruchy.nil, !ruchy.array<i64>)
// CHECK-NEXT: [[RESULT_1:%.+]] = add [[V3]], [[V1]] : (i64, i64) -> i64
// CHECK-NEXT: cf.br ^bb1([[RESULT_1]], [[UPDATED]] : i64, !ruchy.array<i64>)
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: return [[V4]] : !ruchy.array<i64>
ruchy.func @loop(%n: i64) -> !ruchy.any {
  %i = ruchy.slot "i" : !ruchy.slot<!ruchy.any>
  %a = ruchy.slot "a" : !ruchy.slot<!ruchy.any>
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %0 = ruchy.array.new [] : () -> !ruchy.any
  ruchy.store %0, %a : !ruchy.any, !ruchy.slot<!ruchy.any>
  ruchy.store %zero, %i : i64, !ruchy.slot<!ruchy.any>
  cf.br ^head
^head:
  %1 = ruchy.load %i : !ruchy.slot<!ruchy.any>
  %2 = ruchy.lt %1, %n : (!ruchy.any, i64) -> i1
  %3 = ruchy.truthy %2 : i1
  cf.cond_br %3, ^body, ^exit
^body:
  %4 = ruchy.load %i : !ruchy.slot<!ruchy.any>
  %5 = ruchy.load %a : !ruchy.slot<!ruchy.any>
  %6, %7 = ruchy.method.mut "push" %5(%4) : (!ruchy.any, !ruchy.any) -> (!ruchy.any, !ruchy.any)
  ruchy.store %7, %a : !ruchy.any, !ruchy.slot<!ruchy.any>
  %8 = ruchy.load %i : !ruchy.slot<!ruchy.any>
  %9 = ruchy.add %8, %one : (!ruchy.any, i64) -> !ruchy.any
  ruchy.store %9, %i : !ruchy.any, !ruchy.slot<!ruchy.any>
  cf.br ^head
^exit:
  %10 = ruchy.load %a : !ruchy.slot<!ruchy.any>
  ruchy.return %10 : !ruchy.any
}

// CHECK-LABEL: ruchy.func private @count.i64(%arg0: i64) -> i64
// CHECK-NEXT: cf.br ^bb1(%arg0 : i64)
// CHECK-NEXT: ^bb1([[V0:%.+]]: i64):
// CHECK-NEXT: [[V1:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V2:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V3:%.+]] = eq [[V0]], [[V1]] : i64, i64
// CHECK-NEXT: cf.cond_br [[V3]], ^bb3([[V0]] : i64), ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[RESULT:%.+]] = sub [[V0]], [[V2]] : (i64, i64) -> i64
// CHECK-NEXT: cf.br ^bb1([[RESULT]] : i64)
// CHECK-NEXT: ^bb3([[V4:%.+]]: i64):
// CHECK-NEXT: return [[V4]] : i64
ruchy.func private @count(%n: !ruchy.any) -> !ruchy.any {
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %0 = ruchy.eq %n, %zero : !ruchy.any, i64
  cf.cond_br %0, ^done(%n : !ruchy.any), ^rec
^rec:
  %1 = ruchy.sub %n, %one : (!ruchy.any, i64) -> !ruchy.any
  %2 = ruchy.call @count(%1) : (!ruchy.any) -> !ruchy.any
  cf.br ^done(%2 : !ruchy.any)
^done(%r: !ruchy.any):
  ruchy.return %r : !ruchy.any
}

// CHECK-LABEL: ruchy.func @counts(%arg0: i64) -> i64
// CHECK-NEXT: [[V0:%.+]] = call @count.i64(%arg0) : (i64) -> i64
// CHECK-NEXT: return [[V0]] : i64
ruchy.func @counts(%n: i64) -> !ruchy.any {
  %x = ruchy.coerce %n : i64 to !ruchy.any
  %0 = ruchy.call @count(%x) : (!ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}
