// RUN: ruchy-opt %s --convert-ruchy-to-llvm | FileCheck %s
// RUN: ruchy-opt %s --convert-ruchy-to-llvm=arch=wasm32 | FileCheck %s --check-prefix=WASM

// CHECK-DAG: #[[$HEAD:.*]] = #llvm.tbaa_type_desc<id = "head"
// CHECK-DAG: #[[$SLOT:.*]] = #llvm.tbaa_type_desc<id = "slot"
// 17 is an array of elements of no kind yet.
// CHECK-DAG: llvm.mlir.global internal unnamed_addr constant @[[$EMPTY:empty\.[0-9]+]]([-1073741824 : i32, 17 : i32, 0, 0])
// CHECK-DAG: #[[$HEADTAG:.*]] = #llvm.tbaa_tag<base_type = #[[$HEAD]]
// CHECK-DAG: #[[$SLOTTAG:.*]] = #llvm.tbaa_tag<base_type = #[[$SLOT]]

// CHECK-LABEL: @ruchy.literals
// WASM-LABEL: @ruchy.literals
ruchy.func private @literals(%i: i64, %b: i1, %s: !ruchy.str)
    -> !ruchy.array<!ruchy.str> {
  // An empty array is a constant.
  // CHECK: llvm.mlir.addressof @[[$EMPTY]]
  %0 = ruchy.array.new [] : () -> !ruchy.array<!ruchy.never>
  // CHECK: %[[K1:.*]] = llvm.mlir.constant(1 : i64)
  // CHECK: %[[N:.*]] = llvm.mlir.constant(2 : i64)
  // CHECK: %[[A:.*]] = llvm.call @rt_array_new_len(%[[K1]], %[[N]])
  // CHECK: %[[D:.*]] = llvm.getelementptr inbounds %[[A]][24]
  // CHECK: llvm.getelementptr inbounds %[[D]][%{{.*}}] : (!llvm.ptr, i64) -> !llvm.ptr, i64
  // CHECK: llvm.store %{{.*}} {tbaa = [#[[$SLOTTAG]]]} : i64
  %1 = ruchy.array.new [%i, %i] : (i64, i64) -> !ruchy.array<i64>
  // CHECK: llvm.mlir.constant(3 : i64)
  // CHECK: llvm.zext %{{.*}} : i1 to i8
  // CHECK: llvm.store %{{.*}} : i8
  %2 = ruchy.array.new [%b] : (i1) -> !ruchy.array<i1>
  // CHECK: llvm.mlir.constant(4 : i64)
  // CHECK: llvm.store %{{.*}} : !llvm.ptr, !llvm.ptr
  // WASM: llvm.mlir.constant(4 : i64)
  // WASM: %[[W:.*]] = llvm.ptrtoint %{{.*}} : !llvm.ptr to i64
  // WASM: llvm.store %[[W]]
  %3 = ruchy.array.new [%s] : (!ruchy.str) -> !ruchy.array<!ruchy.str>
  ruchy.return %3 : !ruchy.array<!ruchy.str>
}

// CHECK-LABEL: @ruchy.reads
ruchy.func private @reads(%a: !ruchy.array<i1>, %i: i64) -> i1 {
  // CHECK: %[[P:.*]] = llvm.getelementptr inbounds %{{.*}}[8]
  // CHECK: %[[LEN:.*]] = llvm.load %[[P]] {tbaa = [#[[$HEADTAG]]]} : !llvm.ptr -> i64
  // CHECK: %[[NEG:.*]] = llvm.icmp "slt"
  // CHECK: %[[END:.*]] = llvm.add %{{.*}}, %[[LEN]]
  // CHECK: %[[POS:.*]] = llvm.select %[[NEG]], %[[END]], %{{.*}}
  // CHECK: llvm.icmp "uge" %[[POS]], %[[LEN]]
  %p, %oob = ruchy.array.bounds %a, %i : !ruchy.array<i1>
  // CHECK: %[[BYTE:.*]] = llvm.load %{{.*}} : !llvm.ptr -> i8
  // CHECK: llvm.trunc %[[BYTE]] : i8 to i1
  %0 = ruchy.array.at %a, %p : !ruchy.array<i1>
  ruchy.return %0 : i1
}

// CHECK-LABEL: @ruchy.pushes
ruchy.func private @pushes(%a: !ruchy.array<i64>, %i: i64,
    %b: !ruchy.array<!ruchy.any>, %x: !ruchy.any,
    %c: !ruchy.array<!ruchy.str>, %s: !ruchy.str) -> !ruchy.array<i64> {
  // CHECK: llvm.call @rt_array_push_i64
  %0 = ruchy.array.push %a, %i : (!ruchy.array<i64>, i64) -> !ruchy.array<i64>
  // CHECK: llvm.call @rt_array_push_any
  %1 = ruchy.array.push %b, %x
    : (!ruchy.array<!ruchy.any>, !ruchy.any) -> !ruchy.array<!ruchy.any>
  // CHECK: llvm.call @rt_array_push_ref
  %2 = ruchy.array.push %c, %s
    : (!ruchy.array<!ruchy.str>, !ruchy.str) -> !ruchy.array<!ruchy.str>
  ruchy.return %0 : !ruchy.array<i64>
}

// CHECK-LABEL: @ruchy.repeats
ruchy.func private @repeats(%f: f64, %x: !ruchy.any, %n: i64) -> !ruchy.error {
  // CHECK: %[[K:.*]] = llvm.mlir.constant(2 : i64)
  // CHECK: llvm.call @rt_array_repeat(%[[K]],
  %0 = ruchy.array.repeat %f, %n : (f64, i64) -> !ruchy.array<f64>
  // CHECK: %[[K:.*]] = llvm.mlir.constant(5 : i64)
  // CHECK: llvm.call @rt_array_repeat(%[[K]],
  %1 = ruchy.array.repeat %x, %n : (!ruchy.any, i64) -> !ruchy.array<!ruchy.any>
  // CHECK: llvm.cond_br
  // CHECK: llvm.call @rt_error_operands
  %2, %e = ruchy.array.repeat %f, %x : (f64, !ruchy.any) -> (!ruchy.any, !ruchy.error)
  ruchy.return %e : !ruchy.error
}

// CHECK-LABEL: @ruchy.places
ruchy.func private @places(%m: !ruchy.array<!ruchy.array<i64>>, %i: i64, %v: i64)
    -> !ruchy.array<!ruchy.array<i64>> {
  // CHECK: %[[ROOT:.*]] = llvm.call @rt_array_make_unique
  // CHECK: %[[ROW:.*]] = llvm.call @rt_array_unique_at(%[[ROOT]], %{{.*}})
  // CHECK: llvm.getelementptr inbounds %[[ROW]][24]
  // CHECK: llvm.store %{{.*}} : i64
  // CHECK-NOT: rt_drop
  %0 = ruchy.place.put %m[%i, %i], %v
    : (!ruchy.array<!ruchy.array<i64>>, i64, i64, i64) -> !ruchy.array<!ruchy.array<i64>>
  // CHECK: %[[ROOT:.*]] = llvm.call @rt_array_make_unique
  // CHECK: %[[TAKEN:.*]] = llvm.load
  // CHECK: %[[NULL:.*]] = llvm.mlir.zero
  // CHECK: llvm.store %[[NULL]]
  %1, %row = ruchy.place.take %0[%i]
    : (!ruchy.array<!ruchy.array<i64>>, i64) -> (!ruchy.array<!ruchy.array<i64>>, !ruchy.array<i64>)
  // CHECK: %[[OLD:.*]] = llvm.load
  // CHECK: llvm.store %[[TAKEN]]
  // CHECK: llvm.call @rt_drop(%[[OLD]])
  %2 = ruchy.place.put %1[%i], %row
    : (!ruchy.array<!ruchy.array<i64>>, i64, !ruchy.array<i64>) -> !ruchy.array<!ruchy.array<i64>>
  ruchy.return %2 : !ruchy.array<!ruchy.array<i64>>
}

// CHECK-LABEL: @ruchy.converts
ruchy.func private @converts(%a: !ruchy.array<i64>, %m: !ruchy.array<!ruchy.array<i64>>,
    %e: !ruchy.array<!ruchy.never>, %n: !ruchy.array<!ruchy.array<!ruchy.never>>)
    -> !ruchy.array<i64> {
  // CHECK: llvm.call @rt_array_to_any
  %0 = ruchy.coerce %a : !ruchy.array<i64> to !ruchy.array<!ruchy.any>
  // CHECK: llvm.call @convert.array_array_i64.array_array_any
  %1 = ruchy.coerce %m : !ruchy.array<!ruchy.array<i64>> to !ruchy.array<!ruchy.array<!ruchy.any>>
  // The same object, with one more owner.
  // CHECK: llvm.call @rt_dup(%{{.*}})
  %2 = ruchy.coerce %n : !ruchy.array<!ruchy.array<!ruchy.never>> to !ruchy.array<!ruchy.array<i64>>
  // CHECK: %[[ANY:.*]] = llvm.mlir.constant(5 : i64)
  // CHECK: llvm.call @rt_array_new(%[[ANY]],
  %4 = ruchy.coerce %e : !ruchy.array<!ruchy.never> to !ruchy.array<!ruchy.any>
  // CHECK-NEXT: llvm.return %{{.*}} : !llvm.ptr
  %3 = ruchy.coerce %e : !ruchy.array<!ruchy.never> to !ruchy.array<i64>
  ruchy.return %3 : !ruchy.array<i64>
}
// CHECK-LABEL: llvm.func internal @convert.array_array_i64.array_array_any
// CHECK: llvm.call @rt_array_new_len
// CHECK: llvm.call @rt_array_to_any
