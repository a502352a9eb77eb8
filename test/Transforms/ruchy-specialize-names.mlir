// Clones are named after their signature.
//
// RUN: ruchy-opt %s --ruchy-specialize=max-signatures=20 | FileCheck %s

// CHECK-LABEL: ruchy.func private @f_i64.i64(
ruchy.func private @f_i64(%x: i64) -> !ruchy.nil {
  ruchy.print stdout %x : i64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
ruchy.func @call_i64(%x: i64) -> !ruchy.nil {
  %0 = ruchy.call @f_i64(%x) : (i64) -> !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}

// CHECK-LABEL: ruchy.func private @f_f64.f64(
ruchy.func private @f_f64(%x: f64) -> !ruchy.nil {
  ruchy.print stdout %x : f64
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
ruchy.func @call_f64(%x: f64) -> !ruchy.nil {
  %0 = ruchy.call @f_f64(%x) : (f64) -> !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}

// CHECK-LABEL: ruchy.func private @f_i1.i1(
ruchy.func private @f_i1(%x: i1) -> !ruchy.nil {
  ruchy.print stdout %x : i1
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
ruchy.func @call_i1(%x: i1) -> !ruchy.nil {
  %0 = ruchy.call @f_i1(%x) : (i1) -> !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}

// CHECK-LABEL: ruchy.func private @f_any.any(
ruchy.func private @f_any(%x: !ruchy.any) -> !ruchy.nil {
  ruchy.print stdout %x : !ruchy.any
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
ruchy.func @call_any(%x: !ruchy.any) -> !ruchy.nil {
  %0 = ruchy.call @f_any(%x) : (!ruchy.any) -> !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}

// CHECK-LABEL: ruchy.func private @f_never.never(
ruchy.func private @f_never(%x: !ruchy.never) -> !ruchy.nil {
  ruchy.print stdout %x : !ruchy.never
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
ruchy.func @call_never(%x: !ruchy.never) -> !ruchy.nil {
  %0 = ruchy.call @f_never(%x) : (!ruchy.never) -> !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}

// CHECK-LABEL: ruchy.func private @f_nil.nil(
ruchy.func private @f_nil(%x: !ruchy.nil) -> !ruchy.nil {
  ruchy.print stdout %x : !ruchy.nil
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
ruchy.func @call_nil(%x: !ruchy.nil) -> !ruchy.nil {
  %0 = ruchy.call @f_nil(%x) : (!ruchy.nil) -> !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}

// CHECK-LABEL: ruchy.func private @f_unset.unset(
ruchy.func private @f_unset(%x: !ruchy.unset) -> !ruchy.nil {
  ruchy.print stdout %x : !ruchy.unset
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
ruchy.func @call_unset(%x: !ruchy.unset) -> !ruchy.nil {
  %0 = ruchy.call @f_unset(%x) : (!ruchy.unset) -> !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}

// CHECK-LABEL: ruchy.func private @f_str.str(
ruchy.func private @f_str(%x: !ruchy.str) -> !ruchy.nil {
  ruchy.print stdout %x : !ruchy.str
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
ruchy.func @call_str(%x: !ruchy.str) -> !ruchy.nil {
  %0 = ruchy.call @f_str(%x) : (!ruchy.str) -> !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}

// CHECK-LABEL: ruchy.func private @f_range.range(
ruchy.func private @f_range(%x: !ruchy.range) -> !ruchy.nil {
  ruchy.print stdout %x : !ruchy.range
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
ruchy.func @call_range(%x: !ruchy.range) -> !ruchy.nil {
  %0 = ruchy.call @f_range(%x) : (!ruchy.range) -> !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}

// CHECK-LABEL: ruchy.func private @f_error.error(
ruchy.func private @f_error(%x: !ruchy.error) -> !ruchy.nil {
  ruchy.print stdout %x : !ruchy.error
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
ruchy.func @call_error(%x: !ruchy.error) -> !ruchy.nil {
  %0 = ruchy.call @f_error(%x) : (!ruchy.error) -> !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}

// CHECK-LABEL: ruchy.func private @f_arrayarraystr.array_array_str(
ruchy.func private @f_arrayarraystr(%x: !ruchy.array<!ruchy.array<!ruchy.str>>) -> !ruchy.nil {
  ruchy.print stdout %x : !ruchy.array<!ruchy.array<!ruchy.str>>
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
ruchy.func @call_arrayarraystr(%x: !ruchy.array<!ruchy.array<!ruchy.str>>) -> !ruchy.nil {
  %0 = ruchy.call @f_arrayarraystr(%x) : (!ruchy.array<!ruchy.array<!ruchy.str>>) -> !ruchy.nil
  ruchy.return %0 : !ruchy.nil
}

// A name that is taken gets a number.
// CHECK-LABEL: ruchy.func private @taken.i64_
// CHECK-LABEL: ruchy.func private @taken.i64.i64(
// CHECK: @calls_taken
// CHECK: call @taken.i64_{{[0-9]+}}(
// CHECK: call @taken.i64.i64(
ruchy.func private @taken(%x: i64) -> i64 {
  ruchy.return %x : i64
}
ruchy.func private @taken.i64(%x: i64) -> i64 {
  ruchy.return %x : i64
}
ruchy.func @calls_taken(%x: i64) -> i64 {
  %0 = ruchy.call @taken(%x) : (i64) -> i64
  %1 = ruchy.call @taken.i64(%0) : (i64) -> i64
  ruchy.return %1 : i64
}
