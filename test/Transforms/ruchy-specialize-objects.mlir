// Types of fields and payloads, and tests that types decide.
//
// RUN: ruchy-opt %s --ruchy-specialize | FileCheck %s

ruchy.type private @P struct "P" fields ["x", "y"]
ruchy.type private @Base class "Base" fields ["id"]
ruchy.type private @Derived class "Derived" fields ["id", "more"] extends @Base
ruchy.type private @Shape enum "Shape" variants [#ruchy.variant<"Dot">, #ruchy.variant<"Sq" ["0"]>]

// A field's type joins what all the program writes to it.
// CHECK-LABEL: ruchy.func @fields(%arg0: i64, %arg1: !ruchy.str) -> !ruchy.tuple<i64, !ruchy.any>
// CHECK-NEXT: [[V0:%.+]] = ruchy.record.new @P[%arg0, %arg0] : (i64, i64) -> !ruchy.struct<@P>
// CHECK-NEXT: [[V1:%.+]] = constant "y" : !ruchy.str
// CHECK-NEXT: [[V2:%.+]] = ruchy.place.set [[V0]][[[V1]]] fields [true], %arg1 {position = 1 : i64} : (!ruchy.struct<@P>, !ruchy.str, !ruchy.str) -> !ruchy.struct<@P>
// CHECK-NEXT: [[V3:%.+]] = ruchy.record.get [[V2]], 0 : (!ruchy.struct<@P>) -> i64
// CHECK-NEXT: [[V4:%.+]] = ruchy.record.get [[V2]], 1 : (!ruchy.struct<@P>) -> !ruchy.any
// CHECK-NEXT: [[V5:%.+]] = ruchy.tuple.new[[[V3]], [[V4]]] : (i64, !ruchy.any) -> !ruchy.tuple<i64, !ruchy.any>
// CHECK-NEXT: return [[V5]] : !ruchy.tuple<i64, !ruchy.any>
ruchy.func @fields(%i: i64, %s: !ruchy.str) -> !ruchy.any {
  %0 = ruchy.record.new @P [%i, %i] : (i64, i64) -> !ruchy.any
  %y = ruchy.constant "y" : !ruchy.str
  %1 = ruchy.place.set %0[%y] fields [true], %s : (!ruchy.any, !ruchy.str, !ruchy.str) -> !ruchy.any
  %2 = ruchy.field %1, "x" : (!ruchy.any) -> !ruchy.any
  %3 = ruchy.field %1, "y" : (!ruchy.any) -> !ruchy.any
  %4 = ruchy.tuple.new [%2, %3] : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %4 : !ruchy.any
}

// A base class owns the fields that it declares.
// CHECK-LABEL: ruchy.func @bases(%arg0: i64, %arg1: !ruchy.str) -> i64
// CHECK-NEXT: [[V0:%.+]] = constant #ruchy.nil : !ruchy.unset
// CHECK-NEXT: [[V1:%.+]] = ruchy.record.new @Derived[[[V0]], %arg1] : (!ruchy.unset, !ruchy.str) -> !ruchy.class<@Derived>
// CHECK-NEXT: [[V2:%.+]] = ruchy.record.new @Base[%arg0] : (i64) -> !ruchy.class<@Base>
// CHECK-NEXT: [[V3:%.+]] = ruchy.record.get [[V1]], 0 : (!ruchy.class<@Derived>) -> i64
// CHECK-NEXT: return [[V3]] : i64
ruchy.func @bases(%i: i64, %s: !ruchy.str) -> !ruchy.any {
  %unset = ruchy.constant #ruchy.nil : !ruchy.unset
  %0 = ruchy.record.new @Derived [%unset, %s] : (!ruchy.unset, !ruchy.str) -> !ruchy.any
  %1 = ruchy.record.new @Base [%i] : (i64) -> !ruchy.any
  %2 = ruchy.field %0, "id" : (!ruchy.any) -> !ruchy.any
  ruchy.return %2 : !ruchy.any
}

// The payload of a variant.
// CHECK-LABEL: ruchy.func @payloads(%arg0: !ruchy.str) -> !ruchy.str
// CHECK-NEXT: [[V0:%.+]] = ruchy.variant.new @Shape "Sq"[%arg0] : (!ruchy.str) -> !ruchy.enum<@Shape>
// CHECK-NEXT: [[V1:%.+]] = ruchy.variant.get [[V0]], @Shape "Sq" 0 : (!ruchy.enum<@Shape>) -> !ruchy.str
// CHECK-NEXT: return [[V1]] : !ruchy.str
ruchy.func @payloads(%s: !ruchy.str) -> !ruchy.any {
  %0 = ruchy.variant.new @Shape "Sq" [%s] : (!ruchy.str) -> !ruchy.any
  %1 = ruchy.variant.get %0, @Shape "Sq" 0 : (!ruchy.any) -> !ruchy.any
  ruchy.return %1 : !ruchy.any
}

// Of a test that exact types decide only one edge is left, in each clone.
// CHECK-LABEL: ruchy.func private @twice.i64(%arg0: i64) -> i64
// CHECK-NEXT: [[V0:%.+]] = ruchy.kind.is %arg0, "string" : i64
// CHECK-NEXT: cf.br ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = constant 2 : i64
// CHECK-NEXT: [[V2:%.+]] = mul %arg0, [[V1]] : (i64, i64) -> i64
// CHECK-NEXT: return [[V2]] : i64
// CHECK-LABEL: ruchy.func private @twice.str(%arg0: !ruchy.str) -> !ruchy.str
// CHECK-NEXT: [[V0:%.+]] = ruchy.kind.is %arg0, "string" : !ruchy.str
// CHECK-NEXT: cf.br ^bb1
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = refine %arg0 : !ruchy.str to !ruchy.str
// CHECK-NEXT: [[V2:%.+]] = add [[V1]], [[V1]] : (!ruchy.str, !ruchy.str) -> !ruchy.str
// CHECK-NEXT: return [[V2]] : !ruchy.str
// CHECK-LABEL: ruchy.func private @twice.any(%arg0: !ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[V0:%.+]] = ruchy.kind.is %arg0, "string" : !ruchy.any
// CHECK-NEXT: cf.cond_br [[V0]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V1:%.+]] = refine %arg0 : !ruchy.any to !ruchy.str
// CHECK-NEXT: [[V2:%.+]] = add [[V1]], [[V1]] : (!ruchy.str, !ruchy.str) -> !ruchy.str
// CHECK-NEXT: [[V3:%.+]] = coerce [[V2]] : !ruchy.str to !ruchy.any
// CHECK-NEXT: return [[V3]] : !ruchy.any
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: [[V4:%.+]] = constant 2 : i64
// CHECK-NEXT: [[V5:%.+]] = mul %arg0, [[V4]] : (!ruchy.any, i64) -> !ruchy.any
// CHECK-NEXT: return [[V5]] : !ruchy.any
ruchy.func private @twice(%v: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.kind.is %v, "string" : !ruchy.any
  cf.cond_br %0, ^str, ^other
^str:
  %1 = ruchy.refine %v : !ruchy.any to !ruchy.str
  %2 = ruchy.coerce %1 : !ruchy.str to !ruchy.any
  %3 = ruchy.add %2, %2 : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %3 : !ruchy.any
^other:
  %two = ruchy.constant 2 : i64
  %4 = ruchy.mul %v, %two : (!ruchy.any, i64) -> !ruchy.any
  ruchy.return %4 : !ruchy.any
}
// CHECK-LABEL: ruchy.func @tests(%arg0: i64, %arg1: !ruchy.str, %arg2: !ruchy.any) -> !ruchy.tuple<i64, !ruchy.str, !ruchy.any>
// CHECK-NEXT: [[V0:%.+]] = call @twice.i64(%arg0) : (i64) -> i64
// CHECK-NEXT: [[V1:%.+]] = call @twice.str(%arg1) : (!ruchy.str) -> !ruchy.str
// CHECK-NEXT: [[V2:%.+]] = call @twice.any(%arg2) : (!ruchy.any) -> !ruchy.any
// CHECK-NEXT: [[V3:%.+]] = ruchy.tuple.new[[[V0]], [[V1]], [[V2]]] : (i64, !ruchy.str, !ruchy.any) -> !ruchy.tuple<i64, !ruchy.str, !ruchy.any>
// CHECK-NEXT: return [[V3]] : !ruchy.tuple<i64, !ruchy.str, !ruchy.any>
ruchy.func @tests(%i: i64, %s: !ruchy.str, %a: !ruchy.any) -> !ruchy.any {
  %bi = ruchy.coerce %i : i64 to !ruchy.any
  %bs = ruchy.coerce %s : !ruchy.str to !ruchy.any
  %0 = ruchy.call @twice(%bi) : (!ruchy.any) -> !ruchy.any
  %1 = ruchy.call @twice(%bs) : (!ruchy.any) -> !ruchy.any
  %2 = ruchy.call @twice(%a) : (!ruchy.any) -> !ruchy.any
  %3 = ruchy.tuple.new [%0, %1, %2] : (!ruchy.any, !ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %3 : !ruchy.any
}

// Walking over a map is walking over an array; what a key gives is known.
// CHECK-LABEL: ruchy.func @tables(%arg0: !ruchy.str, %arg1: i64) -> i64
// CHECK-NEXT: [[V0:%.+]] = ruchy.map.new[%arg0, %arg1] : (!ruchy.str, i64) -> !ruchy.map<!ruchy.str, i64>
// CHECK-NEXT: [[V1:%.+]] = index [[V0]], %arg0 : (!ruchy.map<!ruchy.str, i64>, !ruchy.str) -> !ruchy.any
// CHECK-NEXT: [[V2:%.+]] = refine [[V1]] : !ruchy.any to i64
// CHECK-NEXT: [[V3:%.+]] = method "items" [[V0]]() : (!ruchy.map<!ruchy.str, i64>) -> !ruchy.array<!ruchy.tuple<!ruchy.str, i64>>
// CHECK-NEXT: [[V4:%.+]], [[V5:%.+]] = ruchy.iter.start [[V3]] : !ruchy.array<!ruchy.tuple<!ruchy.str, i64>>
// CHECK-NEXT: cf.cond_br [[V5]], ^bb1, ^bb2
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: [[V6:%.+]] = ruchy.iter.value [[V3]], [[V4]] : (!ruchy.array<!ruchy.tuple<!ruchy.str, i64>>) -> !ruchy.tuple<!ruchy.str, i64>
// CHECK-NEXT: print stdout [[V6]] : !ruchy.tuple<!ruchy.str, i64>
// CHECK-NEXT: cf.br ^bb2
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: return [[V2]] : i64
ruchy.func @tables(%s: !ruchy.str, %i: i64) -> !ruchy.any {
  %m = ruchy.map.new [%s, %i] : (!ruchy.str, i64) -> !ruchy.any
  %0 = ruchy.index %m, %s : (!ruchy.any, !ruchy.str) -> !ruchy.any
  %it = ruchy.iter %m : (!ruchy.any) -> !ruchy.any
  %p, %more = ruchy.iter.start %it : !ruchy.any
  cf.cond_br %more, ^body, ^exit
^body:
  %pair = ruchy.iter.value %it, %p : (!ruchy.any) -> !ruchy.any
  ruchy.print stdout %pair : !ruchy.any
  cf.br ^exit
^exit:
  ruchy.return %0 : !ruchy.any
}

// The number of an enum, and an element that is taken out of an array.
// CHECK-LABEL: ruchy.func @parts(%arg0: i64) -> i64
// CHECK-NEXT: [[V0:%.+]] = ruchy.variant.new @Shape "Dot"[] : () -> !ruchy.enum<@Shape>
// CHECK-NEXT: [[V1:%.+]] = cast [[V0]] to int : (!ruchy.enum<@Shape>) -> !ruchy.any
// CHECK-NEXT: [[V2:%.+]] = refine [[V1]] : !ruchy.any to i64
// CHECK-NEXT: [[V3:%.+]] = ruchy.array.new[%arg0] : (i64) -> !ruchy.array<i64>
// CHECK-NEXT: [[V4:%.+]], [[V5:%.+]] = ruchy.method.mut "remove" [[V3]](%arg0) : (!ruchy.array<i64>, i64) -> (i64, !ruchy.array<i64>)
// CHECK-NEXT: [[V6:%.+]] = add [[V2]], [[V4]] : (i64, i64) -> i64
// CHECK-NEXT: return [[V6]] : i64
ruchy.func @parts(%i: i64) -> !ruchy.any {
  %d = ruchy.variant.new @Shape "Dot" [] : () -> !ruchy.any
  %0 = ruchy.cast %d to int : (!ruchy.any) -> !ruchy.any
  %a = ruchy.array.new [%i] : (i64) -> !ruchy.any
  %1, %2 = ruchy.method.mut "remove" %a(%i) : (!ruchy.any, i64) -> (!ruchy.any, !ruchy.any)
  %3 = ruchy.add %0, %1 : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %3 : !ruchy.any
}
