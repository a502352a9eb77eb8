// LLVM's WebAssembly back end may read the second result of a call before the
// call; a barrier keeps it behind. Products are checked with 64-bit operations
// only, as the library function for 128 bits has two results as well.
//
// RUN: ruchy-translate --to=llvm --target=wasm32 -O2 %s | FileCheck %s
// RUN: ruchy-translate --to=llvm --target=x86_64 -O2 %s | FileCheck %s --check-prefix=NATIVE
// RUN: ruchy-translate --to=asm --target=wasm32 -O2 %s | FileCheck %s --check-prefix=ASM

llvm.func @callee(i64) -> !llvm.struct<(i64, ptr)>
llvm.func @dynamic(i64) -> !llvm.struct<(struct<(i64, i64)>, ptr)>

// CHECK-LABEL: @status
// CHECK: %[[R:.*]] = tail call { i64, ptr } @callee
// CHECK-NEXT: %[[E:.*]] = extractvalue { i64, ptr } %[[R]], 1
// CHECK-NEXT: call ptr asm sideeffect "", "=r,0"(ptr %[[E]])
// NATIVE-LABEL: @status
// NATIVE-NOT: asm
// NATIVE: ret
llvm.func @status(%x: i64, %out: !llvm.ptr) -> i64 {
  %r = llvm.call @callee(%x) : (i64) -> !llvm.struct<(i64, ptr)>
  %v = llvm.extractvalue %r[0] : !llvm.struct<(i64, ptr)>
  %e = llvm.extractvalue %r[1] : !llvm.struct<(i64, ptr)>
  %ten = llvm.mlir.constant(10 : i64) : i64
  %null = llvm.mlir.zero : !llvm.ptr
  %small = llvm.icmp "slt" %v, %ten : i64
  %s = llvm.select %small, %e, %null : i1, !llvm.ptr
  llvm.store %s, %out : !llvm.ptr, !llvm.ptr
  llvm.return %v : i64
}

// The tag of a dynamic value is a second result, too.
// CHECK-LABEL: @tag
// CHECK: call i64 asm sideeffect
// CHECK: ret
llvm.func @tag(%x: i64) -> i64 {
  %r = llvm.call @dynamic(%x) : (i64) -> !llvm.struct<(struct<(i64, i64)>, ptr)>
  %t = llvm.extractvalue %r[0, 1] : !llvm.struct<(struct<(i64, i64)>, ptr)>
  llvm.return %t : i64
}

// CHECK-LABEL: @product
// CHECK-NOT: @llvm.smul.with.overflow
// CHECK: call i1 @ruchy.product.overflows
// ASM-LABEL: product:
// ASM-NOT: __multi3
llvm.func @product(%a: i64, %b: i64, %out: !llvm.ptr) -> i64 {
  %p = "llvm.intr.smul.with.overflow"(%a, %b) : (i64, i64) -> !llvm.struct<(i64, i1)>
  %v = llvm.extractvalue %p[0] : !llvm.struct<(i64, i1)>
  %o = llvm.extractvalue %p[1] : !llvm.struct<(i64, i1)>
  llvm.store %o, %out : i1, !llvm.ptr
  llvm.return %v : i64
}
