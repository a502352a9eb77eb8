// Variable slots become SSA values; what was never assigned is unset.
//
// RUN: ruchy-opt %s --mem2reg --cse | FileCheck %s
// RUN: ruchy-opt %s --pass-pipeline='builtin.module(ruchy.func(ruchy-promote-slots,cse))' | FileCheck %s

// CHECK-LABEL: ruchy.func @straight(%arg0: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: return %arg0 : !ruchy.any
ruchy.func @straight(%a: !ruchy.any) -> !ruchy.any {
  %x = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
  ruchy.store %a, %x : !ruchy.any, !ruchy.slot<!ruchy.any>
  %0 = ruchy.load %x : !ruchy.slot<!ruchy.any>
  ruchy.return %0 : !ruchy.any
}

// Exact constants are boxed where they are stored.
// CHECK-LABEL: ruchy.func @boxed() -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V1:%.+]] = coerce [[V0]] : i64 to !ruchy.any
// CHECK-NEXT: return [[V1]] : !ruchy.any
ruchy.func @boxed() -> !ruchy.any {
  %x = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
  %one = ruchy.constant 1 : i64
  ruchy.store %one, %x : i64, !ruchy.slot<!ruchy.any>
  %0 = ruchy.load %x : !ruchy.slot<!ruchy.any>
  ruchy.return %0 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @join(%arg0: i1, %arg1: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: cf.cond_br %arg0, ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: cf.br ^bb3(%arg1 : !ruchy.any)
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V0:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V1:%.+]] = coerce [[V0]] : i64 to !ruchy.any
// CHECK-NEXT: cf.br ^bb3([[V1]] : !ruchy.any)
// CHECK-NEXT: ^bb3([[V2:%.+]]: !ruchy.any):
// CHECK-NEXT: return [[V2]] : !ruchy.any
ruchy.func @join(%c: i1, %a: !ruchy.any) -> !ruchy.any {
  %x = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
  cf.cond_br %c, ^then, ^else
^then:
  ruchy.store %a, %x : !ruchy.any, !ruchy.slot<!ruchy.any>
  cf.br ^end
^else:
  %one = ruchy.constant 1 : i64
  ruchy.store %one, %x : i64, !ruchy.slot<!ruchy.any>
  cf.br ^end
^end:
  %0 = ruchy.load %x : !ruchy.slot<!ruchy.any>
  ruchy.return %0 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @loop(%arg0: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = constant 0 : i64
// CHECK-NEXT: [[V1:%.+]] = constant 1 : i64
// CHECK-NEXT: [[V2:%.+]] = coerce [[V0]] : i64 to !ruchy.any
// CHECK-NEXT: cf.br ^bb1([[V2]] : !ruchy.any)
// CHECK-NEXT: ^bb1([[V3:%.+]]: !ruchy.any):
// CHECK-NEXT: [[RESULT:%.+]] = lt [[V3]], %arg0 : (!ruchy.any, !ruchy.any) -> i1
// CHECK-NEXT: cf.cond_br [[RESULT]], ^bb2, ^bb3
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[RESULT_0:%.+]] = add [[V3]], [[V1]] : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: cf.br ^bb1([[RESULT_0]] : !ruchy.any)
// CHECK-NEXT: ^bb3:
// CHECK-NEXT: return [[V3]] : !ruchy.any
ruchy.func @loop(%n: !ruchy.any) -> !ruchy.any {
  %i = ruchy.slot "i" : !ruchy.slot<!ruchy.any>
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  ruchy.store %zero, %i : i64, !ruchy.slot<!ruchy.any>
  cf.br ^head
^head:
  %0 = ruchy.load %i : !ruchy.slot<!ruchy.any>
  %1 = ruchy.lt %0, %n : (!ruchy.any, !ruchy.any) -> i1
  cf.cond_br %1, ^body, ^exit
^body:
  %2 = ruchy.load %i : !ruchy.slot<!ruchy.any>
  %3 = ruchy.add %2, %one : (!ruchy.any, i64) -> !ruchy.any
  ruchy.store %3, %i : !ruchy.any, !ruchy.slot<!ruchy.any>
  cf.br ^head
^exit:
  %4 = ruchy.load %i : !ruchy.slot<!ruchy.any>
  ruchy.return %4 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @unassigned() -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.unset
// CHECK-NEXT: [[V1:%.+]] = coerce [[V0]] : !ruchy.unset to !ruchy.any
// CHECK-NEXT: [[V2:%.+]] = check_set [[V1]], "x" : (!ruchy.any) -> !ruchy.any
// CHECK-NEXT: return [[V2]] : !ruchy.any
ruchy.func @unassigned() -> !ruchy.any {
  %x = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
  %0 = ruchy.load %x : !ruchy.slot<!ruchy.any>
  %1 = ruchy.check_set %0, "x" : (!ruchy.any) -> !ruchy.any
  ruchy.return %1 : !ruchy.any
}

// CHECK-LABEL: ruchy.func @assigned_on_one_path(%arg0: i1, %arg1: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.unset
// CHECK-NEXT: [[V1:%.+]] = coerce [[V0]] : !ruchy.unset to !ruchy.any
// CHECK-NEXT: cf.cond_br %arg0, ^bb1, ^bb2([[V1]] : !ruchy.any)
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: cf.br ^bb2(%arg1 : !ruchy.any)
// CHECK-NEXT: ^bb2([[V2:%.+]]: !ruchy.any):
// CHECK-NEXT: [[V3:%.+]] = check_set [[V2]], "x" : (!ruchy.any) -> !ruchy.any
// CHECK-NEXT: return [[V3]] : !ruchy.any
ruchy.func @assigned_on_one_path(%c: i1, %a: !ruchy.any) -> !ruchy.any {
  %x = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
  cf.cond_br %c, ^then, ^end
^then:
  ruchy.store %a, %x : !ruchy.any, !ruchy.slot<!ruchy.any>
  cf.br ^end
^end:
  %0 = ruchy.load %x : !ruchy.slot<!ruchy.any>
  %1 = ruchy.check_set %0, "x" : (!ruchy.any) -> !ruchy.any
  ruchy.return %1 : !ruchy.any
}

// Unread variables leave nothing behind.
// CHECK-LABEL: ruchy.func @unread(%arg0: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: return %arg0 : !ruchy.any
ruchy.func @unread(%a: !ruchy.any) -> !ruchy.any {
  %x = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
  ruchy.store %a, %x : !ruchy.any, !ruchy.slot<!ruchy.any>
  ruchy.return %a : !ruchy.any
}

// CHECK-LABEL: ruchy.func @two_slots(%arg0: !ruchy.any, %arg1: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: return %arg0 : !ruchy.any
ruchy.func @two_slots(%a: !ruchy.any, %b: !ruchy.any) -> !ruchy.any {
  %x = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
  %y = ruchy.slot "y" : !ruchy.slot<!ruchy.any>
  ruchy.store %a, %x : !ruchy.any, !ruchy.slot<!ruchy.any>
  ruchy.store %b, %y : !ruchy.any, !ruchy.slot<!ruchy.any>
  %0 = ruchy.load %x : !ruchy.slot<!ruchy.any>
  ruchy.store %0, %y : !ruchy.any, !ruchy.slot<!ruchy.any>
  ruchy.store %b, %x : !ruchy.any, !ruchy.slot<!ruchy.any>
  %1 = ruchy.load %y : !ruchy.slot<!ruchy.any>
  ruchy.return %1 : !ruchy.any
}
