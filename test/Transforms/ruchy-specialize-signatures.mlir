// Beyond the limit of signatures a function gets a version for anything. The
// most used signatures stay: sites in loops count ten times.
//
// RUN: ruchy-opt %s --ruchy-specialize | FileCheck %s
// RUN: ruchy-opt %s --ruchy-specialize=max-signatures=1 | FileCheck %s --check-prefix=ONE
// RUN: ruchy-opt %s --ruchy-specialize=max-signatures=0 | FileCheck %s --check-prefix=NONE
// RUN: ruchy-opt %s --ruchy-specialize=max-signatures=5 | FileCheck %s --check-prefix=ALL

// CHECK-NOT: @show.str
// CHECK-NOT: @show.array_i64
// CHECK-DAG: ruchy.func private @show.i64(%arg0: i64) -> !ruchy.str
// CHECK-DAG: ruchy.func private @show.f64(%arg0: f64) -> !ruchy.str
// CHECK-DAG: ruchy.func private @show.i1(%arg0: i1) -> !ruchy.str
// CHECK-DAG: ruchy.func private @show.any(%arg0: !ruchy.any) -> !ruchy.str
// CHECK: ruchy.func @straight
// ONE-NOT: @show.i64
// ONE-NOT: @show.i1
// ONE-DAG: ruchy.func private @show.f64(%arg0: f64) -> !ruchy.str
// ONE-DAG: ruchy.func private @show.any(%arg0: !ruchy.any) -> !ruchy.str
// ONE: ruchy.func @straight
// NONE: module
// NONE-NEXT: ruchy.func private @show.any(%arg0: !ruchy.any) -> !ruchy.str
// NONE: ruchy.func @straight
// ALL-DAG: ruchy.func private @show.i64(%arg0: i64)
// ALL-DAG: ruchy.func private @show.f64(%arg0: f64)
// ALL-DAG: ruchy.func private @show.i1(%arg0: i1)
// ALL-DAG: ruchy.func private @show.str(%arg0: !ruchy.str)
// ALL-DAG: ruchy.func private @show.array_i64(%arg0: !ruchy.array<i64>)
// ALL-NOT: @show.any
ruchy.func private @show(%x: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.to_string %x display : !ruchy.any
  %1 = ruchy.coerce %0 : !ruchy.str to !ruchy.any
  ruchy.return %1 : !ruchy.any
}

// CHECK: call @show.i64(%{{.+}}) : (i64) -> !ruchy.str
// CHECK: call @show.f64(%{{.+}}) : (f64) -> !ruchy.str
// CHECK: call @show.i1(%{{.+}}) : (i1) -> !ruchy.str
// CHECK: %[[TEXT:.+]] = coerce %{{.+}} : !ruchy.str to !ruchy.any
// CHECK: call @show.any(%[[TEXT]]) : (!ruchy.any) -> !ruchy.str
// CHECK: %[[ARRAY:.+]] = coerce %{{.+}} : !ruchy.array<i64> to !ruchy.any
// CHECK: call @show.any(%[[ARRAY]]) : (!ruchy.any) -> !ruchy.str
ruchy.func @straight(%i: i64, %f: f64, %b: i1, %s: !ruchy.str, %a: !ruchy.array<i64>) -> !ruchy.any {
  %ix = ruchy.coerce %i : i64 to !ruchy.any
  %ir = ruchy.call @show(%ix) : (!ruchy.any) -> !ruchy.any
  ruchy.print stdout %ir : !ruchy.any
  %fx = ruchy.coerce %f : f64 to !ruchy.any
  %fr = ruchy.call @show(%fx) : (!ruchy.any) -> !ruchy.any
  ruchy.print stdout %fr : !ruchy.any
  %bx = ruchy.coerce %b : i1 to !ruchy.any
  %br = ruchy.call @show(%bx) : (!ruchy.any) -> !ruchy.any
  ruchy.print stdout %br : !ruchy.any
  %sx = ruchy.coerce %s : !ruchy.str to !ruchy.any
  %sr = ruchy.call @show(%sx) : (!ruchy.any) -> !ruchy.any
  ruchy.print stdout %sr : !ruchy.any
  %ax = ruchy.coerce %a : !ruchy.array<i64> to !ruchy.any
  %ar = ruchy.call @show(%ax) : (!ruchy.any) -> !ruchy.any
  ruchy.print stdout %ar : !ruchy.any
  ruchy.return %ir : !ruchy.any
}

// ONE: ruchy.func @loop
// ONE: call @show.f64
ruchy.func @loop(%f: f64, %c: i1) -> !ruchy.any {
  %x = ruchy.coerce %f : f64 to !ruchy.any
  cf.br ^head
^head:
  cf.cond_br %c, ^body, ^exit
^body:
  %0 = ruchy.call @show(%x) : (!ruchy.any) -> !ruchy.any
  ruchy.print stdout %0 : !ruchy.any
  cf.br ^head
^exit:
  ruchy.return %x : !ruchy.any
}
