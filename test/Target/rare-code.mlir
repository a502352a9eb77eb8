// What follows an error calls the runtime instead of inlining it; the way
// without errors inlines it.
//
// RUN: ruchy-translate --to=llvm -O2 %s | FileCheck %s
// RUN: ruchy-translate --to=llvm -O2 --target=wasm32 %s | FileCheck %s

llvm.func @rt_drop(!llvm.ptr)

// CHECK-LABEL: define {{.*}}@drops(
// CHECK: br i1 {{.*}}, label %[[ERROR:[0-9a-z._]+]], label {{.*}}!prof
// CHECK-NOT: call {{.*}}@rt_drop
// CHECK: call {{.*}}@rt_free
// CHECK: {{^}}[[ERROR]]:
// CHECK: call void @rt_drop(
llvm.func @drops(%object: !llvm.ptr, %failed: i1) -> i64 {
  %zero = llvm.mlir.constant(0 : i64) : i64
  %one = llvm.mlir.constant(1 : i64) : i64
  llvm.cond_br %failed weights([1, 1048576]), ^error, ^done
^done:
  llvm.call @rt_drop(%object) : (!llvm.ptr) -> ()
  llvm.return %one : i64
^error:
  llvm.call @rt_drop(%object) : (!llvm.ptr) -> ()
  llvm.return %zero : i64
}

// The same at the top level, which runs once; not in its loops.
// CHECK-LABEL: define {{.*}}@ruchy_main(
// CHECK: call void @rt_drop(
// CHECK-NOT: call void @rt_drop(
// CHECK: call {{.*}}@rt_free
// CHECK-NOT: call void @rt_drop(
// CHECK: {{^}}}
llvm.func @next() -> !llvm.ptr
llvm.func @ruchy_main() -> !llvm.ptr {
  %null = llvm.mlir.zero : !llvm.ptr
  %first = llvm.call @next() : () -> !llvm.ptr
  llvm.call @rt_drop(%first) : (!llvm.ptr) -> ()
  llvm.br ^loop
^loop:
  %object = llvm.call @next() : () -> !llvm.ptr
  llvm.call @rt_drop(%object) : (!llvm.ptr) -> ()
  %more = llvm.icmp "ne" %object, %null : !llvm.ptr
  llvm.cond_br %more, ^loop, ^done
^done:
  llvm.return %null : !llvm.ptr
}
