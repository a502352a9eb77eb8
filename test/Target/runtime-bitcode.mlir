// Short functions of the runtime are inlined from -O1 on, for every target;
// what is left of them is never emitted a second time.
//
// RUN: ruchy-translate --to=llvm -O2 %s | FileCheck %s
// RUN: ruchy-translate --to=llvm -O1 --target=aarch64 %s | FileCheck %s
// RUN: ruchy-translate --to=llvm -O2 --target=wasm32 %s | FileCheck %s
// RUN: ruchy-translate --to=llvm -O0 %s | FileCheck %s --check-prefix=O0

llvm.func @rt_is_unique(!llvm.ptr) -> (i1 {llvm.zeroext})
llvm.func @rt_array_len(!llvm.ptr) -> i64

// CHECK-LABEL: define {{.*}}i64 @length(
// CHECK-NOT: call
// CHECK: load i64
// CHECK-NOT: call
// CHECK: ret i64
// CHECK-NOT: define {{.*}}@rt_array_len

// O0-LABEL: define {{.*}}i64 @length(
// O0: call i64 @rt_array_len
llvm.func @length(%array: !llvm.ptr) -> i64 {
  %0 = llvm.call @rt_array_len(%array) : (!llvm.ptr) -> i64
  llvm.return %0 : i64
}
