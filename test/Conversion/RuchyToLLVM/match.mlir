// RUN: ruchy-opt %s --convert-ruchy-to-llvm | FileCheck %s

ruchy.type private @Point struct "Point" fields ["x"]
ruchy.type private @Base class "Base" fields ["n"]
ruchy.type private @Shape enum "Shape"
  variants [#ruchy.variant<"Dot">, #ruchy.variant<"Sq" ["0"]>]

// CHECK-LABEL: @ruchy.types
ruchy.func private @types(%v: !ruchy.any, %e: !ruchy.enum<@Shape>) -> i1 {
  // What is no struct is tested against the shape of None instead.
  // CHECK: llvm.mlir.constant(22 : i8)
  // CHECK: %[[IS:.*]] = llvm.icmp "eq"
  // CHECK: %[[NONE:.*]] = llvm.mlir.addressof @rt_none
  // CHECK: %[[O:.*]] = llvm.select %[[IS]], %{{.*}}, %[[NONE]]
  // CHECK: llvm.getelementptr inbounds %[[O]][8]
  // CHECK: llvm.mlir.addressof @shape.Point
  // CHECK: llvm.icmp "eq"
  %0 = ruchy.type.is %v, @Point : !ruchy.any
  // CHECK: llvm.call @rt_shape_derives
  %1 = ruchy.type.is %v, @Base derived : !ruchy.any
  // An enum is known by the shape of its first variant.
  // CHECK: llvm.getelementptr inbounds %{{.*}}[88]
  // CHECK: llvm.mlir.addressof @shape.Shape.Dot
  %2 = ruchy.type.is %v, @Shape : !ruchy.any
  // CHECK: %[[A:.*]] = llvm.getelementptr inbounds %arg1[8]
  // CHECK: %[[S:.*]] = llvm.load %[[A]]
  // CHECK: %[[SQ:.*]] = llvm.mlir.addressof @shape.Shape.Sq
  // CHECK: %[[R:.*]] = llvm.icmp "eq" %[[S]], %[[SQ]]
  %3 = ruchy.variant.is %e, @Shape "Sq" : !ruchy.enum<@Shape>
  // CHECK: llvm.return %[[R]]
  ruchy.return %3 : i1
}

// CHECK-LABEL: @ruchy.options
ruchy.func private @options(%v: !ruchy.any, %o: !ruchy.option<i64>) -> i1 {
  // CHECK: llvm.call @rt_any_option_is
  %0 = ruchy.option.is %v, some : !ruchy.any
  // CHECK-NOT: rt_any_option_is
  // CHECK: llvm.mlir.addressof @rt_shape_err
  %1 = ruchy.option.is %v, err : !ruchy.any
  // CHECK: llvm.mlir.addressof @rt_shape_none
  %2 = ruchy.option.is %o, none : !ruchy.option<i64>
  ruchy.return %2 : i1
}

// CHECK-LABEL: @ruchy.patterns
ruchy.func private @patterns(%v: !ruchy.any, %a: i64, %x: !ruchy.array<i64>) -> i1 {
  // CHECK: llvm.mlir.constant(17 : i8)
  // CHECK: llvm.icmp "eq"
  %0 = ruchy.kind.is %v, "array" : !ruchy.any
  // CHECK: llvm.call @rt_any_kind_is
  %1 = ruchy.kind.is %v, "collection" : !ruchy.any
  // CHECK: llvm.call @rt_any_match_sequence
  %2 = ruchy.match.sequence %v, "tuple" 2 : !ruchy.any
  // CHECK: llvm.icmp "sge"
  %3 = ruchy.match.sequence %x, "array" 2 rest : !ruchy.array<i64>
  // CHECK: llvm.call @rt_any_has_field
  %4 = ruchy.match.field %v, "name" : !ruchy.any
  // CHECK-NOT: rt_any_match_literal
  // CHECK: llvm.and
  %5 = ruchy.match.literal %v, %a : !ruchy.any, i64
  // CHECK: llvm.icmp "sge" %arg1
  // CHECK: llvm.icmp "sle" %arg1
  %6 = ruchy.match.range %a, %a, %a inclusive : i64, i64, i64
  // CHECK: llvm.call @rt_any_match_range
  %7 = ruchy.match.range %v, %a, %a : !ruchy.any, i64, i64
  // CHECK: llvm.inttoptr
  %8 = ruchy.refine %v : !ruchy.any to !ruchy.struct<@Point>
  ruchy.return %7 : i1
}
