// Errors are values, so nothing unwinds; functions carry the CPU that they
// are compiled for, so that the runtime can be inlined into them.
//
// RUN: ruchy-translate --to=llvm %s | FileCheck %s --check-prefixes=CHECK,X86
// RUN: ruchy-translate --to=llvm --target=aarch64 %s | FileCheck %s --check-prefixes=CHECK,ARM
// RUN: ruchy-translate --to=llvm --target=wasm32 %s | FileCheck %s --check-prefixes=CHECK,WASM

// X86: target triple = "x86_64-unknown-linux-gnu"
// ARM: target triple = "aarch64-unknown-linux-gnu"
// WASM: target triple = "wasm32-unknown-wasip1"
// CHECK: declare {{.*}}@g() #[[OTHER:[0-9]+]]
// CHECK: define {{.*}}@f() #[[ATTRS:[0-9]+]]
// CHECK: attributes #[[OTHER]] = { nounwind }
// CHECK: attributes #[[ATTRS]] = {
// CHECK-SAME: nounwind
// X86-SAME: "target-cpu"="x86-64"
// ARM-SAME: "target-cpu"="generic"
// WASM-SAME: "target-features"="+tail-call,+multivalue,
// WASM: !"target-abi", !"experimental-mv"
llvm.func @g()
llvm.func @f() {
  llvm.call @g() : () -> ()
  llvm.return
}
