// Declared types, tuples, maps, records, variants and options: every operation
// prints what it parsed.
//
// RUN: ruchy-opt %s | ruchy-opt | FileCheck %s

// CHECK: ruchy.type private @Point struct "Point" fields ["x", "y"]
ruchy.type private @Point struct "Point" fields ["x", "y"]
// CHECK: ruchy.type private @Wrap tuple_struct "Wrap" fields ["0"]
ruchy.type private @Wrap tuple_struct "Wrap" fields ["0"]
// CHECK: ruchy.type private @Base class "Base" fields ["id"]
ruchy.type private @Base class "Base" fields ["id"]
// CHECK: ruchy.type private @Derived class "Derived" fields ["id", "more"] extends @Base
ruchy.type private @Derived class "Derived" fields ["id", "more"] extends @Base
// CHECK: ruchy.type private @Worker actor "Worker" fields []
ruchy.type private @Worker actor "Worker" fields []
// CHECK: ruchy.type private @Shape enum "Shape" variants [#ruchy.variant<"Dot">, #ruchy.variant<"Sq"["0"]>, #ruchy.variant<"Box"["w", "h"] named = true discriminant = 7>]
ruchy.type private @Shape enum "Shape" variants [#ruchy.variant<"Dot">, #ruchy.variant<"Sq" ["0"]>, #ruchy.variant<"Box" ["w", "h"] named = true discriminant = 7>]

// CHECK-LABEL: @types
// CHECK-SAME: !ruchy.tuple<i64, !ruchy.str>
// CHECK-SAME: !ruchy.tuple,
// CHECK-SAME: !ruchy.map<!ruchy.str, i64>
// CHECK-SAME: !ruchy.set<!ruchy.any>
// CHECK-SAME: !ruchy.struct<@Point>
// CHECK-SAME: !ruchy.class<@Base>
// CHECK-SAME: !ruchy.enum<@Shape>
// CHECK-SAME: !ruchy.option<i64>
// CHECK-SAME: !ruchy.result<i64, !ruchy.str>
// CHECK-SAME: !ruchy.fn<@types>
// CHECK-SAME: !ruchy.cell
ruchy.func private @types(!ruchy.tuple<i64, !ruchy.str>, !ruchy.tuple, !ruchy.map<!ruchy.str, i64>, !ruchy.set<!ruchy.any>, !ruchy.struct<@Point>, !ruchy.class<@Base>, !ruchy.enum<@Shape>, !ruchy.option<i64>, !ruchy.result<i64, !ruchy.str>, !ruchy.fn<@types>, !ruchy.cell) -> !ruchy.any

// CHECK-LABEL: @construction
ruchy.func private @construction(%i: i64, %s: !ruchy.str) -> !ruchy.any {
  // CHECK: ruchy.tuple.new[%arg0, %arg1] : (i64, !ruchy.str) -> !ruchy.tuple<i64, !ruchy.str>
  %0 = ruchy.tuple.new [%i, %s] : (i64, !ruchy.str) -> !ruchy.tuple<i64, !ruchy.str>
  // CHECK: ruchy.map.new[%arg1, %arg0] : (!ruchy.str, i64) -> !ruchy.map<!ruchy.str, i64>
  %1 = ruchy.map.new [%s, %i] : (!ruchy.str, i64) -> !ruchy.map<!ruchy.str, i64>
  // CHECK: ruchy.set.new[%arg0] : (i64) -> !ruchy.set<i64>
  %2 = ruchy.set.new [%i] : (i64) -> !ruchy.set<i64>
  // CHECK: ruchy.record.new @Point[%arg0, %arg0] : (i64, i64) -> !ruchy.struct<@Point>
  %3 = ruchy.record.new @Point [%i, %i] : (i64, i64) -> !ruchy.struct<@Point>
  // CHECK: ruchy.variant.new @Shape "Dot"[] : () -> !ruchy.enum<@Shape>
  %4 = ruchy.variant.new @Shape "Dot" [] : () -> !ruchy.enum<@Shape>
  // CHECK: ruchy.option.new some %arg0 : (i64) -> !ruchy.option<i64>
  %5 = ruchy.option.new some %i : (i64) -> !ruchy.option<i64>
  // CHECK: ruchy.option.new none : () -> !ruchy.option<!ruchy.never>
  %6 = ruchy.option.new none : () -> !ruchy.option<!ruchy.never>
  %7 = ruchy.coerce %3 : !ruchy.struct<@Point> to !ruchy.any
  ruchy.return %7 : !ruchy.any
}

// CHECK-LABEL: @parts
ruchy.func private @parts(%p: !ruchy.struct<@Point>, %e: !ruchy.enum<@Shape>, %o: !ruchy.option<i64>, %a: !ruchy.any) -> i64 {
  // CHECK: field %arg0, "x" : (!ruchy.struct<@Point>) -> i64
  %0 = ruchy.field %p, "x" : (!ruchy.struct<@Point>) -> i64
  // CHECK: field %arg3, "x" : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
  %1, %f = ruchy.field %a, "x" : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
  // CHECK: ruchy.record.get %arg0, 1 : (!ruchy.struct<@Point>) -> i64
  %2 = ruchy.record.get %p, 1 : (!ruchy.struct<@Point>) -> i64
  // CHECK: ruchy.variant.get %arg1, @Shape "Sq" 0 : (!ruchy.enum<@Shape>) -> i64
  %3 = ruchy.variant.get %e, @Shape "Sq" 0 : (!ruchy.enum<@Shape>) -> i64
  // CHECK: ruchy.option.get %arg2, some : (!ruchy.option<i64>) -> i64
  %4 = ruchy.option.get %o, some : (!ruchy.option<i64>) -> i64
  ruchy.return %4 : i64
}

// CHECK-LABEL: @tests
ruchy.func private @tests(%a: !ruchy.any, %i: i64) -> i1 {
  // CHECK: ruchy.type.is %arg0, @Point : !ruchy.any
  %0 = ruchy.type.is %a, @Point : !ruchy.any
  // CHECK: ruchy.type.is %arg0, @Base derived : !ruchy.any
  %1 = ruchy.type.is %a, @Base derived : !ruchy.any
  // CHECK: ruchy.variant.is %arg0, @Shape "Sq" : !ruchy.any
  %2 = ruchy.variant.is %a, @Shape "Sq" : !ruchy.any
  // CHECK: ruchy.option.is %arg0, some : !ruchy.any
  %3 = ruchy.option.is %a, some : !ruchy.any
  // CHECK: ruchy.option.is %arg0, err strict : !ruchy.any
  %4 = ruchy.option.is %a, err strict : !ruchy.any
  // CHECK: ruchy.kind.is %arg0, "array" : !ruchy.any
  %5 = ruchy.kind.is %a, "array" : !ruchy.any
  // CHECK: ruchy.match.sequence %arg0, "tuple" 2 : !ruchy.any
  %6 = ruchy.match.sequence %a, "tuple" 2 : !ruchy.any
  // CHECK: ruchy.match.sequence %arg0, "array" 1 rest : !ruchy.any
  %7 = ruchy.match.sequence %a, "array" 1 rest : !ruchy.any
  // CHECK: ruchy.match.field %arg0, "name" : !ruchy.any
  %8 = ruchy.match.field %a, "name" : !ruchy.any
  // CHECK: ruchy.match.literal %arg0, %arg1 : !ruchy.any, i64
  %9 = ruchy.match.literal %a, %i : !ruchy.any, i64
  // CHECK: ruchy.match.range %arg0, %arg1, %arg1 inclusive : !ruchy.any, i64, i64
  %10 = ruchy.match.range %a, %i, %i inclusive : !ruchy.any, i64, i64
  // CHECK: refine %arg0 : !ruchy.any to !ruchy.struct<@Point>
  %11 = ruchy.refine %a : !ruchy.any to !ruchy.struct<@Point>
  ruchy.return %10 : i1
}

// CHECK-LABEL: @places
ruchy.func private @places(%a: !ruchy.any, %i: i64, %s: !ruchy.str) -> !ruchy.any {
  // CHECK: ruchy.place.move %arg0[%arg2, %arg1] fields [true, false] : (!ruchy.any, !ruchy.str, i64) -> (!ruchy.any, !ruchy.any)
  %0, %1 = ruchy.place.move %a[%s, %i] fields [true, false] : (!ruchy.any, !ruchy.str, i64) -> (!ruchy.any, !ruchy.any)
  // CHECK: ruchy.place.set %{{.+}}[%arg2, %arg1] fields [true, false], %{{.+}} : (!ruchy.any, !ruchy.str, i64, !ruchy.any) -> !ruchy.any
  %2 = ruchy.place.set %1[%s, %i] fields [true, false], %0 : (!ruchy.any, !ruchy.str, i64, !ruchy.any) -> !ruchy.any
  // CHECK: ruchy.place.method %{{.+}}[%arg2] fields [true] "push"(%arg1) : (!ruchy.any, !ruchy.str, i64) -> (!ruchy.any, !ruchy.any)
  %3, %4 = ruchy.place.method %2[%s] fields [true] "push"(%i) : (!ruchy.any, !ruchy.str, i64) -> (!ruchy.any, !ruchy.any)
  ruchy.return %4 : !ruchy.any
}
