// The statements of the top level run once: no function is inlined into them,
// except where they are in a loop.
//
// RUN: ruchy-translate --to=llvm -O2 %s | FileCheck %s

llvm.func internal @work(%x: i64) -> i64 {
  %one = llvm.mlir.constant(1 : i64) : i64
  %zero = llvm.mlir.constant(0 : i64) : i64
  llvm.br ^loop(%zero, %x : i64, i64)
^loop(%i: i64, %v: i64):
  %a = llvm.mul %v, %v : i64
  %b = llvm.xor %a, %i : i64
  %c = llvm.add %b, %one : i64
  %d = llvm.mul %c, %b : i64
  %e = llvm.sub %d, %a : i64
  %f = llvm.or %e, %one : i64
  %n = llvm.add %i, %one : i64
  %more = llvm.icmp "slt" %n, %f : i64
  llvm.cond_br %more, ^loop(%n, %f : i64, i64), ^done
^done:
  llvm.return %f : i64
}

// CHECK-LABEL: define {{.*}}@ruchy_main()
// CHECK: call {{.*}}@work(
// CHECK: br label
// CHECK-NOT: call {{.*}}@work(
// CHECK: ret ptr
llvm.func @ruchy_main() -> !llvm.ptr {
  %seed = llvm.mlir.constant(5 : i64) : i64
  %one = llvm.mlir.constant(1 : i64) : i64
  %limit = llvm.mlir.constant(100 : i64) : i64
  %first = llvm.call @work(%seed) : (i64) -> i64
  llvm.br ^loop(%first, %one : i64, i64)
^loop(%v: i64, %i: i64):
  %next = llvm.call @work(%v) : (i64) -> i64
  %n = llvm.add %i, %one : i64
  %more = llvm.icmp "slt" %n, %limit : i64
  llvm.cond_br %more, ^loop(%next, %n : i64, i64), ^done
^done:
  %p = llvm.inttoptr %next : i64 to !llvm.ptr
  llvm.return %p : !llvm.ptr
}
