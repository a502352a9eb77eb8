// RUN: ruchy-opt %s --convert-ruchy-to-arith --convert-ruchy-to-llvm | FileCheck %s
// RUN: ruchy-opt %s --convert-ruchy-to-arith --convert-ruchy-to-llvm=arch=aarch64 | FileCheck %s --check-prefix=ARM
// RUN: ruchy-opt %s --convert-ruchy-to-arith --convert-ruchy-to-llvm=arch=wasm32 | FileCheck %s --check-prefix=WASM

// CHECK-LABEL: llvm.func internal @ruchy.fails(%{{.*}}: i64) -> !llvm.struct<(i64, ptr)>
// CHECK-SAME: no_inline, no_unwind, passthrough = ["no-builtins"]
ruchy.func private @fails(%n: i64) -> (i64, !ruchy.error)
    attributes {no_inline} {
  // CHECK: llvm.mlir.zero : !llvm.ptr
  %e = ruchy.error.none
  // CHECK: %[[A:.*]] = llvm.insertvalue %{{.*}}[0]
  // CHECK: %[[B:.*]] = llvm.insertvalue %{{.*}}, %[[A]][1]
  // CHECK: llvm.return %[[B]]
  ruchy.return %n, %e : i64, !ruchy.error
}

// Calls that are no tail calls keep their frame.
// CHECK-LABEL: llvm.func internal @ruchy.calls
ruchy.func private @calls(%n: i64) -> (i64, !ruchy.error) {
  // CHECK: %[[R:.*]] = llvm.call notail @ruchy.fails
  // CHECK: llvm.extractvalue %[[R]][0]
  // CHECK: llvm.extractvalue %[[R]][1]
  %0, %e = ruchy.call @fails(%n) : (i64) -> (i64, !ruchy.error)
  ruchy.return %0, %e : i64, !ruchy.error
}

// CHECK-LABEL: llvm.func internal tailcc @ruchy.even
// WASM-LABEL: llvm.func internal @ruchy.even
ruchy.func private @even(%n: i64) -> (i64, !ruchy.error) {
  // CHECK: %[[R:.*]] = llvm.call tailcc musttail @ruchy.odd
  // CHECK-NEXT: llvm.return %[[R]]
  // WASM: %[[R:.*]] = llvm.call tail @ruchy.odd
  // WASM-NEXT: llvm.return %[[R]]
  %0, %e = ruchy.call tail @odd(%n) : (i64) -> (i64, !ruchy.error)
  ruchy.return %0, %e : i64, !ruchy.error
}

// CHECK-LABEL: llvm.func internal tailcc @ruchy.odd
ruchy.func private @odd(%n: i64) -> (i64, !ruchy.error) {
  // CHECK: llvm.call tailcc notail @ruchy.even
  %0, %e = ruchy.call @even(%n) : (i64) -> (i64, !ruchy.error)
  %1 = ruchy.constant 1 : i64
  ruchy.return %1, %e : i64, !ruchy.error
}

// More results than registers: no tail call.
// CHECK-LABEL: llvm.func internal @ruchy.ranges
ruchy.func private @ranges(%r: !ruchy.range) -> (!ruchy.range, !ruchy.error) {
  // CHECK: llvm.call notail @ruchy.ranges
  %0, %e = ruchy.call tail @ranges(%r) : (!ruchy.range) -> (!ruchy.range, !ruchy.error)
  ruchy.return %0, %e : !ruchy.range, !ruchy.error
}

// CHECK-LABEL: llvm.func internal @ruchy.checks
// ARM-LABEL: llvm.func internal @ruchy.checks
// WASM-LABEL: llvm.func internal @ruchy.checks
ruchy.func private @checks() -> i1 {
  // CHECK: %[[SP:.*]] = llvm.inline_asm asm_dialect = att "movq %rsp, $0", "=r"
  // CHECK: %[[LIMIT:.*]] = llvm.load %{{.*}} : !llvm.ptr -> i64
  // CHECK: llvm.icmp "ult" %[[SP]], %[[LIMIT]]
  // CHECK-NEXT: llvm.return
  // ARM: "mov $0, sp", "=r"
  // WASM: %[[BUDGET:.*]] = llvm.load %[[WHERE:.*]] : !llvm.ptr -> i64
  // WASM: %[[REST:.*]] = llvm.sub %[[BUDGET]], %{{.*}}
  // WASM: %[[OVER:.*]] = llvm.icmp "slt" %[[REST]]
  // WASM: %[[NEW:.*]] = llvm.select %[[OVER]], %[[BUDGET]], %[[REST]]
  // WASM: llvm.store %[[NEW]], %[[WHERE]]
  // WASM: llvm.add
  // WASM: llvm.store
  %0 = ruchy.stack.enter 96
  ruchy.stack.leave 96
  ruchy.return %0 : i1
}

// Unreachable blocks go, and the error nobody caught is the result.
// CHECK-LABEL: llvm.func @ruchy_main() -> !llvm.ptr
// CHECK: %[[R:.*]] = llvm.call notail @ruchy.calls
// CHECK: %[[E:.*]] = llvm.extractvalue %[[R]][1]
// CHECK: llvm.return %[[E]] : !llvm.ptr
// CHECK-NEXT: }
ruchy.func @ruchy.main() -> (!ruchy.nil, !ruchy.error) {
  %n = ruchy.constant 5 : i64
  %0, %e = ruchy.call @calls(%n) : (i64) -> (i64, !ruchy.error)
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil, %e : !ruchy.nil, !ruchy.error
^dead:
  cf.br ^dead
}
