// RUN: ruchy-opt %s --convert-ruchy-to-llvm | FileCheck %s
// RUN: ruchy-opt %s --convert-ruchy-to-llvm=arch=wasm32 | FileCheck %s

ruchy.type private @Point struct "Point" fields ["y", "x"]
ruchy.type private @Base class "Base" fields ["n"]
ruchy.type private @Derived class "Derived" fields ["n", "m"] extends @Base
ruchy.type private @Shape enum "Shape"
  variants [#ruchy.variant<"Dot">, #ruchy.variant<"Sq" ["0"] discriminant = 7>]

// Fields are displayed by name: x, then y.
// CHECK-DAG: llvm.mlir.global internal constant @order.shape.Point(dense<[1, 0]> : tensor<2xi32>)
// CHECK-DAG: llvm.mlir.global internal constant @shape.Point() {{.*}} : !llvm.struct<(i32, i32, ptr, i64, ptr, i64, ptr, i64, ptr, i64, ptr, i64, ptr, i64)>
// CHECK-DAG: llvm.mlir.global internal constant @unit.Shape.Dot()
// CHECK-DAG: llvm.mlir.global external constant @rt_shape_some()

// CHECK-LABEL: @ruchy.make
ruchy.func private @make(%a: i64, %s: !ruchy.str) -> !ruchy.any {
  // CHECK: %[[T:.*]] = llvm.call @rt_tuple_new
  // CHECK: %[[T0:.*]] = llvm.getelementptr inbounds %[[T]][16]
  // CHECK: llvm.store %arg0, %[[T0]] : i64
  // CHECK: %[[T1:.*]] = llvm.getelementptr inbounds %[[T]][32]
  // CHECK: llvm.store %{{.*}}, %[[T1]] : i64
  %0 = ruchy.tuple.new [%a, %s] : (i64, !ruchy.str) -> !ruchy.tuple<i64, !ruchy.str>
  // CHECK: %[[SHAPE:.*]] = llvm.mlir.addressof @shape.Point
  // CHECK: llvm.call @rt_record_new(%[[SHAPE]]
  %1 = ruchy.record.new @Point [%a, %s] : (i64, !ruchy.str) -> !ruchy.struct<@Point>
  // Variants without payload are constants.
  // CHECK-NOT: rt_record_new
  // CHECK: llvm.mlir.addressof @unit.Shape.Dot
  %2 = ruchy.variant.new @Shape "Dot" [] : () -> !ruchy.enum<@Shape>
  // CHECK: llvm.mlir.addressof @rt_none
  %3 = ruchy.option.new none : () -> !ruchy.option<!ruchy.never>
  // CHECK: llvm.mlir.addressof @rt_shape_some
  // CHECK: llvm.call @rt_record_new
  %4 = ruchy.option.new some %a : (i64) -> !ruchy.option<i64>
  // Without an exact type the pointer is boxed: 24 is a variant.
  // CHECK: llvm.mlir.addressof @shape.Shape.Sq
  // CHECK: %[[V:.*]] = llvm.call @rt_record_new
  // CHECK: llvm.ptrtoint %[[V]]
  // CHECK: llvm.mlir.constant(24 : i64)
  %5 = ruchy.variant.new @Shape "Sq" [%a] : (i64) -> !ruchy.any
  ruchy.return %5 : !ruchy.any
}

// CHECK-LABEL: @ruchy.parts
ruchy.func private @parts(%p: !ruchy.struct<@Point>, %c: !ruchy.class<@Derived>,
    %o: !ruchy.option<i1>, %v: !ruchy.any) -> !ruchy.str {
  // A part of a value is a view.
  // CHECK: %[[P:.*]] = llvm.getelementptr inbounds %arg0[32]
  // CHECK-NEXT: %[[S:.*]] = llvm.load %[[P]] : !llvm.ptr -> !llvm.ptr
  // CHECK-NOT: rt_dup
  %0 = ruchy.record.get %p, 1 : (!ruchy.struct<@Point>) -> !ruchy.str
  // CHECK: llvm.getelementptr inbounds %arg2[16]
  // CHECK: llvm.load %{{.*}} : !llvm.ptr -> i64
  // CHECK: llvm.trunc %{{.*}} : i64 to i1
  %1 = ruchy.option.get %o, some : (!ruchy.option<i1>) -> i1
  // That of an instance is counted.
  // CHECK: %[[C:.*]] = llvm.load %{{.*}} : !llvm.ptr -> !llvm.ptr
  // CHECK: llvm.call @rt_dup(%[[C]])
  %2 = ruchy.record.get %c, 1 : (!ruchy.class<@Derived>) -> !ruchy.str
  // CHECK: llvm.call @rt_any_field
  %3, %e3 = ruchy.field %v, "x" : (!ruchy.any) -> (!ruchy.any, !ruchy.error)
  // CHECK: llvm.call @rt_any_option_get
  %4 = ruchy.option.get %v, ok : (!ruchy.any) -> !ruchy.any
  // CHECK: llvm.return %[[S]]
  ruchy.return %0 : !ruchy.str
}

// A field that the type has is stored to without a call that could fail.
// CHECK-LABEL: @ruchy.assign
ruchy.func private @assign(%p: !ruchy.struct<@Point>, %c: !ruchy.class<@Derived>,
    %a: i64) -> !ruchy.error {
  %x = ruchy.constant "x" : !ruchy.str
  %m = ruchy.constant "m" : !ruchy.str
  // CHECK: %[[U:.*]] = llvm.call @rt_object_make_unique(%arg0)
  // CHECK: llvm.getelementptr inbounds %[[U]][32]
  // CHECK: llvm.call @rt_drop_any
  // CHECK-NOT: rt_any_place_set
  %0, %e0 = ruchy.place.set %p[%x] fields [true], %a : (!ruchy.struct<@Point>, !ruchy.str, i64) -> (!ruchy.struct<@Point>, !ruchy.error)
  // Instances are changed where they are.
  // CHECK-NOT: rt_object_make_unique
  // CHECK: llvm.getelementptr inbounds %arg1[32]
  %1, %e1 = ruchy.place.set %c[%m] fields [true], %a : (!ruchy.class<@Derived>, !ruchy.str, i64) -> (!ruchy.class<@Derived>, !ruchy.error)
  // Other paths go through the runtime; bit 32 marks a field.
  // CHECK: llvm.mlir.constant(4294967312 : i64)
  // CHECK: llvm.call @rt_any_place_set
  %2, %e2 = ruchy.place.set %1[%m, %a] fields [true, false], %a : (!ruchy.class<@Derived>, !ruchy.str, i64, i64) -> (!ruchy.class<@Derived>, !ruchy.error)
  // CHECK: llvm.call @rt_any_place_move
  %3, %4, %e3 = ruchy.place.move %2[%m] fields [true] : (!ruchy.class<@Derived>, !ruchy.str) -> (!ruchy.any, !ruchy.class<@Derived>, !ruchy.error)
  // CHECK: llvm.call @rt_any_place_method
  %5, %6, %e4 = ruchy.place.method %4[%m] fields [true] "push"(%a) : (!ruchy.class<@Derived>, !ruchy.str, i64) -> (!ruchy.any, !ruchy.class<@Derived>, !ruchy.error)
  ruchy.return %e4 : !ruchy.error
}

// Only instances, cells and function values can close a cycle.
// CHECK-LABEL: @ruchy.counts
ruchy.func private @counts(%p: !ruchy.struct<@Point>, %c: !ruchy.class<@Derived>) -> !ruchy.nil {
  // CHECK: llvm.call @rt_drop(%arg0)
  ruchy.rc.drop %p : !ruchy.struct<@Point>
  // CHECK: llvm.call @rt_drop_shared(%arg1)
  ruchy.rc.drop %c : !ruchy.class<@Derived>
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
