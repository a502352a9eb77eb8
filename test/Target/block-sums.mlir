// A sum of integers is tested once per block of elements, which is vectorised;
// the loop that tests every sum goes on where one might overflow.
//
// RUN: ruchy-translate --from=mlir --to=llvm --O3 %s | FileCheck %s
// RUN: ruchy-translate --from=mlir --to=llvm --O2 %s | FileCheck %s --check-prefix=O2

// RUN: ruchy-translate --from=mlir --to=llvm --O3 --target=wasm32 %s | FileCheck %s --check-prefix=O2

// Not below O3, and not without vectors.
// O2-NOT: i64 4503599627370496
// O2: @llvm.sadd.with.overflow.i64
// O2-NOT: i64 4503599627370496

// CHECK-LABEL: define {{.*}}@sum(
// How many blocks there are; the last element is left over in any case.
// CHECK: lshr i64 %{{.+}}, 9
// Elements and the union of their magnitudes.
// CHECK: %[[X:.+]] = load <2 x i64>
// CHECK: add <2 x i64> {{.*}}%[[X]]
// CHECK: %[[SHIFTED:.+]] = add <2 x i64> %{{.+}}, splat (i64 4503599627370496)
// CHECK: or <2 x i64> {{.*}}%[[SHIFTED]]
// CHECK: icmp ult i64 %{{.+}}, 9007199254740992
// CHECK: call { i64, i1 } @llvm.sadd.with.overflow.i64
llvm.func @sum(%data: !llvm.ptr, %n: i64, %first: i64) -> i64 {
  %zero = llvm.mlir.constant(0 : i64) : i64
  %one = llvm.mlir.constant(1 : i64) : i64
  %some = llvm.icmp "slt" %zero, %n : i64
  llvm.cond_br %some, ^loop(%zero, %first : i64, i64), ^end(%first : i64)
^loop(%i: i64, %s: i64):
  %p = llvm.getelementptr inbounds %data[%i] : (!llvm.ptr, i64) -> !llvm.ptr, i64
  %x = llvm.load %p {alignment = 8 : i64} : !llvm.ptr -> i64
  %pair = "llvm.intr.sadd.with.overflow"(%s, %x) : (i64, i64) -> !llvm.struct<(i64, i1)>
  %t = llvm.extractvalue %pair[0] : !llvm.struct<(i64, i1)>
  %overflow = llvm.extractvalue %pair[1] : !llvm.struct<(i64, i1)>
  llvm.cond_br %overflow, ^failed, ^next
^next:
  %j = llvm.add %i, %one overflow<nsw> : i64
  %more = llvm.icmp "slt" %j, %n : i64
  llvm.cond_br %more, ^loop(%j, %t : i64, i64), ^end(%t : i64)
^end(%result: i64):
  llvm.return %result : i64
^failed:
  llvm.return %i : i64
}

// A store in the loop must not happen before the sum in front of it.
// CHECK-LABEL: define {{.*}}@with_store(
// CHECK-NOT: <2 x i64>
// CHECK: ret i64
llvm.func @with_store(%data: !llvm.ptr, %out: !llvm.ptr, %n: i64) -> i64 {
  %zero = llvm.mlir.constant(0 : i64) : i64
  %one = llvm.mlir.constant(1 : i64) : i64
  %some = llvm.icmp "slt" %zero, %n : i64
  llvm.cond_br %some, ^loop(%zero, %zero : i64, i64), ^end(%zero : i64)
^loop(%i: i64, %s: i64):
  %p = llvm.getelementptr inbounds %data[%i] : (!llvm.ptr, i64) -> !llvm.ptr, i64
  %x = llvm.load %p {alignment = 8 : i64} : !llvm.ptr -> i64
  llvm.store volatile %i, %out {alignment = 8 : i64} : i64, !llvm.ptr
  %pair = "llvm.intr.sadd.with.overflow"(%s, %x) : (i64, i64) -> !llvm.struct<(i64, i1)>
  %t = llvm.extractvalue %pair[0] : !llvm.struct<(i64, i1)>
  %overflow = llvm.extractvalue %pair[1] : !llvm.struct<(i64, i1)>
  llvm.cond_br %overflow, ^end(%i : i64), ^next
^next:
  %j = llvm.add %i, %one overflow<nsw> : i64
  %more = llvm.icmp "slt" %j, %n : i64
  llvm.cond_br %more, ^loop(%j, %t : i64, i64), ^end(%t : i64)
^end(%result: i64):
  llvm.return %result : i64
}
