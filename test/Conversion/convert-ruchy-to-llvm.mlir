// RUN: ruchy-opt %s --convert-ruchy-to-llvm | FileCheck %s
// RUN: not ruchy-opt %s --convert-ruchy-to-llvm=arch=pdp11 2>&1 | FileCheck %s --check-prefix=ARCH

// ARCH: error: unknown architecture 'pdp11'

// Without anything that can fail, the status is the constant null.
// CHECK-LABEL: llvm.func @ruchy_main() -> !llvm.ptr
// CHECK: %[[NONE:.*]] = llvm.mlir.zero : !llvm.ptr
// CHECK: llvm.return %[[NONE]]
ruchy.func @ruchy.main() -> !ruchy.nil {
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
