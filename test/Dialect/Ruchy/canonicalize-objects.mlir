// Tests that types or fresh values decide, and parts of fresh values.
//
// RUN: ruchy-opt %s --canonicalize | FileCheck %s

ruchy.type private @Point struct "Point" fields ["x"]
ruchy.type private @Base class "Base" fields []
ruchy.type private @Derived class "Derived" fields [] extends @Base
ruchy.type private @Shape enum "Shape" variants [#ruchy.variant<"Dot">, #ruchy.variant<"Sq" ["0"]>]

// CHECK-LABEL: @type_same(
// CHECK-NEXT: [[T:%.+]] = constant true
// CHECK-NEXT: return [[T]]
ruchy.func private @type_same(%v: !ruchy.struct<@Point>) -> i1 {
  %0 = ruchy.type.is %v, @Point : !ruchy.struct<@Point>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @type_other(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @type_other(%v: !ruchy.enum<@Shape>) -> i1 {
  %0 = ruchy.type.is %v, @Point : !ruchy.enum<@Shape>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @type_derived(
// CHECK-NEXT: [[T:%.+]] = constant true
// CHECK-NEXT: return [[T]]
ruchy.func private @type_derived(%v: !ruchy.class<@Derived>) -> i1 {
  %0 = ruchy.type.is %v, @Base derived : !ruchy.class<@Derived>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @type_base(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @type_base(%v: !ruchy.class<@Base>) -> i1 {
  %0 = ruchy.type.is %v, @Derived derived : !ruchy.class<@Base>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @type_exactly(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @type_exactly(%v: !ruchy.class<@Derived>) -> i1 {
  %0 = ruchy.type.is %v, @Base : !ruchy.class<@Derived>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @type_unknown(
// CHECK-NEXT: [[T:%.+]] = ruchy.type.is
// CHECK-NEXT: return [[T]]
ruchy.func private @type_unknown(%v: !ruchy.any) -> i1 {
  %0 = ruchy.type.is %v, @Point : !ruchy.any
  ruchy.return %0 : i1
}

// CHECK-LABEL: @variant_kept(
// CHECK-NEXT: [[T:%.+]] = ruchy.variant.is
// CHECK-NEXT: return [[T]]
ruchy.func private @variant_kept(%v: !ruchy.enum<@Shape>) -> i1 {
  %0 = ruchy.variant.is %v, @Shape "Sq" : !ruchy.enum<@Shape>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @variant_other(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @variant_other(%v: i64) -> i1 {
  %0 = ruchy.variant.is %v, @Shape "Sq" : i64
  ruchy.return %0 : i1
}

// CHECK-LABEL: @some_loose(
// CHECK-NEXT: [[T:%.+]] = constant true
// CHECK-NEXT: return [[T]]
ruchy.func private @some_loose(%v: i64) -> i1 {
  %0 = ruchy.option.is %v, some : i64
  ruchy.return %0 : i1
}

// CHECK-LABEL: @some_strict(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @some_strict(%v: i64) -> i1 {
  %0 = ruchy.option.is %v, some strict : i64
  ruchy.return %0 : i1
}

// CHECK-LABEL: @some_nil(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @some_nil(%v: !ruchy.nil) -> i1 {
  %0 = ruchy.option.is %v, some : !ruchy.nil
  ruchy.return %0 : i1
}

// CHECK-LABEL: @none_nil(
// CHECK-NEXT: [[T:%.+]] = constant true
// CHECK-NEXT: return [[T]]
ruchy.func private @none_nil(%v: !ruchy.nil) -> i1 {
  %0 = ruchy.option.is %v, none : !ruchy.nil
  ruchy.return %0 : i1
}

// CHECK-LABEL: @none_only(
// CHECK-NEXT: [[T:%.+]] = constant true
// CHECK-NEXT: return [[T]]
ruchy.func private @none_only(%v: !ruchy.option<!ruchy.never>) -> i1 {
  %0 = ruchy.option.is %v, none : !ruchy.option<!ruchy.never>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @some_kept(
// CHECK-NEXT: [[T:%.+]] = ruchy.option.is
// CHECK-NEXT: return [[T]]
ruchy.func private @some_kept(%v: !ruchy.option<i64>) -> i1 {
  %0 = ruchy.option.is %v, some : !ruchy.option<i64>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @ok_only(
// CHECK-NEXT: [[T:%.+]] = constant true
// CHECK-NEXT: return [[T]]
ruchy.func private @ok_only(%v: !ruchy.result<i64, !ruchy.never>) -> i1 {
  %0 = ruchy.option.is %v, ok : !ruchy.result<i64, !ruchy.never>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @err_never(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @err_never(%v: !ruchy.result<i64, !ruchy.never>) -> i1 {
  %0 = ruchy.option.is %v, err : !ruchy.result<i64, !ruchy.never>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @ok_loose(
// CHECK-NEXT: [[T:%.+]] = constant true
// CHECK-NEXT: return [[T]]
ruchy.func private @ok_loose(%v: !ruchy.str) -> i1 {
  %0 = ruchy.option.is %v, ok : !ruchy.str
  ruchy.return %0 : i1
}

// CHECK-LABEL: @kind_same(
// CHECK-NEXT: [[T:%.+]] = constant true
// CHECK-NEXT: return [[T]]
ruchy.func private @kind_same(%v: !ruchy.array<i64>) -> i1 {
  %0 = ruchy.kind.is %v, "array" : !ruchy.array<i64>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @kind_other(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @kind_other(%v: !ruchy.array<i64>) -> i1 {
  %0 = ruchy.kind.is %v, "tuple" : !ruchy.array<i64>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @kind_result(
// CHECK-NEXT: [[T:%.+]] = constant true
// CHECK-NEXT: return [[T]]
ruchy.func private @kind_result(%v: !ruchy.result<i64, i64>) -> i1 {
  %0 = ruchy.kind.is %v, "result" : !ruchy.result<i64, i64>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @kind_set(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @kind_set(%v: i64) -> i1 {
  %0 = ruchy.kind.is %v, "unset" : i64
  ruchy.return %0 : i1
}

// CHECK-LABEL: @tuple_length(
// CHECK-NEXT: [[T:%.+]] = constant true
// CHECK-NEXT: return [[T]]
ruchy.func private @tuple_length(%v: !ruchy.tuple<i64, i64>) -> i1 {
  %0 = ruchy.match.sequence %v, "tuple" 2 : !ruchy.tuple<i64, i64>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @tuple_rest(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @tuple_rest(%v: !ruchy.tuple<i64>) -> i1 {
  %0 = ruchy.match.sequence %v, "tuple" 2 rest : !ruchy.tuple<i64>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @array_length(
// CHECK-NEXT: [[T:%.+]] = ruchy.match.sequence
// CHECK-NEXT: return [[T]]
ruchy.func private @array_length(%v: !ruchy.array<i64>) -> i1 {
  %0 = ruchy.match.sequence %v, "array" 2 : !ruchy.array<i64>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @field_there(
// CHECK-NEXT: [[T:%.+]] = constant true
// CHECK-NEXT: return [[T]]
ruchy.func private @field_there(%v: !ruchy.struct<@Point>) -> i1 {
  %0 = ruchy.match.field %v, "x" : !ruchy.struct<@Point>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @field_missing(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @field_missing(%v: !ruchy.struct<@Point>) -> i1 {
  %0 = ruchy.match.field %v, "z" : !ruchy.struct<@Point>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @field_of_map(
// CHECK-NEXT: [[T:%.+]] = ruchy.match.field
// CHECK-NEXT: return [[T]]
ruchy.func private @field_of_map(%v: !ruchy.map<!ruchy.str, i64>) -> i1 {
  %0 = ruchy.match.field %v, "z" : !ruchy.map<!ruchy.str, i64>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @literal_kind(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @literal_kind(%v: i64, %l: f64) -> i1 {
  %0 = ruchy.match.literal %v, %l : i64, f64
  ruchy.return %0 : i1
}

// CHECK-LABEL: @literal_kept(
// CHECK-NEXT: [[T:%.+]] = ruchy.match.literal
// CHECK-NEXT: return [[T]]
ruchy.func private @literal_kept(%v: i64, %l: i64) -> i1 {
  %0 = ruchy.match.literal %v, %l : i64, i64
  ruchy.return %0 : i1
}

// CHECK-LABEL: @range_kind(
// CHECK-NEXT: [[T:%.+]] = constant false
// CHECK-NEXT: return [[T]]
ruchy.func private @range_kind(%v: !ruchy.str, %l: i64) -> i1 {
  %0 = ruchy.match.range %v, %l, %l : !ruchy.str, i64, i64
  ruchy.return %0 : i1
}

// What a box holds is known behind it.
// CHECK-LABEL: @boxed(
// CHECK-NEXT: [[T:%.+]] = constant true
// CHECK-NEXT: return [[T]]
ruchy.func private @boxed(%v: !ruchy.struct<@Point>) -> i1 {
  %0 = ruchy.coerce %v : !ruchy.struct<@Point> to !ruchy.any
  %1 = ruchy.type.is %0, @Point : !ruchy.any
  ruchy.return %1 : i1
}

// CHECK-LABEL: @refined_box(
// CHECK-NEXT: return %arg0
ruchy.func private @refined_box(%v: !ruchy.struct<@Point>) -> !ruchy.struct<@Point> {
  %0 = ruchy.coerce %v : !ruchy.struct<@Point> to !ruchy.any
  %1 = ruchy.refine %0 : !ruchy.any to !ruchy.struct<@Point>
  ruchy.return %1 : !ruchy.struct<@Point>
}

// CHECK-LABEL: @fresh_variant(
// CHECK-DAG: [[T:%.+]] = constant true
// CHECK: return %arg0, [[T]]
ruchy.func private @fresh_variant(%i: i64) -> (i64, i1) attributes {inout = array<i64: 0>} {
  %0 = ruchy.variant.new @Shape "Sq" [%i] : (i64) -> !ruchy.enum<@Shape>
  %1 = ruchy.variant.is %0, @Shape "Sq" : !ruchy.enum<@Shape>
  %2 = ruchy.variant.get %0, @Shape "Sq" 0 : (!ruchy.enum<@Shape>) -> i64
  ruchy.return %2, %1 : i64, i1
}

// CHECK-LABEL: @fresh_option(
// CHECK-DAG: [[F:%.+]] = constant false
// CHECK: return %arg0, [[F]]
ruchy.func private @fresh_option(%i: i64) -> (i64, i1) attributes {inout = array<i64: 0>} {
  %0 = ruchy.option.new some %i : (i64) -> !ruchy.option<i64>
  %1 = ruchy.option.is %0, none : !ruchy.option<i64>
  %2 = ruchy.option.get %0, some : (!ruchy.option<i64>) -> i64
  ruchy.return %2, %1 : i64, i1
}

// A plain value that passes the loose test is its own payload.
// CHECK-LABEL: @plain_payload(
// CHECK-NEXT: return %arg0
ruchy.func private @plain_payload(%i: i64) -> i64 {
  %0 = ruchy.option.get %i, some : (i64) -> i64
  ruchy.return %0 : i64
}
