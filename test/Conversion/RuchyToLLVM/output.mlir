// RUN: ruchy-opt %s --convert-ruchy-to-llvm | FileCheck %s

// CHECK: llvm.mlir.global internal unnamed_addr constant @[[$JOINED:.*]]("a = b\0A")

// CHECK-LABEL: @ruchy.typed
ruchy.func private @typed(%i: i64, %f: f64, %b: i1, %s: !ruchy.str,
    %a: !ruchy.array<i64>, %r: !ruchy.range, %x: !ruchy.any) -> !ruchy.nil {
  // CHECK: llvm.call @rt_print_int
  ruchy.print stdout %i : i64
  // CHECK: llvm.call @rt_print_float
  ruchy.print stdout %f : f64
  // CHECK: llvm.call @rt_print_bool
  ruchy.print stdout %b : i1
  // CHECK: llvm.call @rt_print_string
  ruchy.print stdout %s : !ruchy.str
  // CHECK: llvm.call @rt_print_array
  ruchy.print stdout %a : !ruchy.array<i64>
  // CHECK: llvm.call @rt_print_range
  ruchy.print stdout %r : !ruchy.range
  // CHECK: %[[ERR:.*]] = llvm.mlir.constant(2 : i64)
  // CHECK: llvm.call @rt_print_any({{.*}}, %[[ERR]])
  ruchy.print stderr %x : !ruchy.any
  // CHECK: llvm.call @rt_print_nil
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.print stdout %nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// CHECK-LABEL: @ruchy.merged
ruchy.func private @merged(%x: i64) -> !ruchy.nil {
  // CHECK-NOT: rt_print
  // CHECK: llvm.mlir.addressof @[[$JOINED]]
  // CHECK: llvm.mlir.constant(6 : i64)
  // CHECK: llvm.call @rt_print_bytes
  %0 = ruchy.constant "a = " : !ruchy.str
  ruchy.print stdout %0 : !ruchy.str
  %1 = ruchy.constant "b" : !ruchy.str
  ruchy.print stdout %1 : !ruchy.str
  %2 = ruchy.constant "\n" : !ruchy.str
  ruchy.print stdout %2 : !ruchy.str
  // CHECK: llvm.call @rt_print_int
  ruchy.print stdout %x : i64
  // CHECK: llvm.call @rt_print_newline
  ruchy.print stdout %2 : !ruchy.str
  // Another stream is not merged with it.
  // CHECK: llvm.call @rt_print_newline
  ruchy.print stderr %2 : !ruchy.str
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}

// A string and the end of its line are one call, also where the string is
// dropped in between.
// CHECK-LABEL: @ruchy.lines
ruchy.func private @lines(%s: !ruchy.str) -> !ruchy.nil {
  // CHECK: llvm.call @rt_println_string
  // CHECK: llvm.call @rt_drop
  // CHECK-NOT: rt_print
  %0 = ruchy.constant "\n" : !ruchy.str
  ruchy.print stdout %s : !ruchy.str
  ruchy.rc.drop %s : !ruchy.str
  ruchy.print stdout %0 : !ruchy.str
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
