// RUN: ruchy-opt %s --pass-pipeline='builtin.module(ruchy.func(ruchy-rc-elide))' | FileCheck %s
// RUN: ruchy-opt %s --pass-pipeline='builtin.module(ruchy-rc-verify,ruchy.func(ruchy-rc-elide),ruchy-rc-verify)' -o /dev/null

!ints = !ruchy.array<i64>
!rows = !ruchy.array<!ruchy.array<i64>>

ruchy.func private @look(!ints) -> !ruchy.nil
ruchy.func private @look_any(!ruchy.any) -> !ruchy.nil
ruchy.func private @eat(!ints {ruchy.owned}) -> !ruchy.nil

// A copy that is only dropped, on two paths.
// CHECK-LABEL: @unused
// CHECK-NOT: rc.
// CHECK-LABEL: @copy_dropped
ruchy.func private @unused(%a: !ints, %c: i1) -> i1 {
  %d = ruchy.rc.dup %a : !ints
  cf.cond_br %c, ^one, ^two
^one:
  ruchy.rc.drop %d : !ints
  ruchy.return %c : i1
^two:
  ruchy.rc.drop %d : !ints
  ruchy.return %c : i1
}

// CHECK-SAME: %[[A:.*]]: !ruchy.array<i64>)
// CHECK-NEXT: call @look(%[[A]])
// CHECK-NEXT: call @look(%[[A]])
// CHECK-NOT: rc.
// CHECK: return
ruchy.func private @copy_dropped(%a: !ints) -> !ruchy.nil {
  %d = ruchy.rc.dup %a : !ints
  %0 = ruchy.call @look(%d) : (!ints) -> !ruchy.nil
  %1 = ruchy.call @look(%a) : (!ints) -> !ruchy.nil
  ruchy.rc.drop %d : !ints
  ruchy.return %1 : !ruchy.nil
}

// CHECK-LABEL: @original_dropped
// CHECK: %[[A:.*]] = ruchy.array.new
// CHECK-NEXT: call @look(%[[A]])
// CHECK-NEXT: return %[[A]]
ruchy.func private @original_dropped() -> !ints {
  %a = ruchy.array.new [] : () -> !ints
  %d = ruchy.rc.dup %a : !ints
  %0 = ruchy.call @look(%d) : (!ints) -> !ruchy.nil
  ruchy.rc.drop %a : !ints
  ruchy.return %d : !ints
}

// The push in between would change the array in place.
// CHECK-LABEL: @pushed
// CHECK: ruchy.rc.dup
// CHECK: ruchy.rc.drop
ruchy.func private @pushed(%i: i64) -> !ints {
  %a = ruchy.array.new [] : () -> !ints
  %d = ruchy.rc.dup %a : !ints
  %b = ruchy.array.push %a, %i : (!ints, i64) -> !ints
  %0 = ruchy.call @look(%d) : (!ints) -> !ruchy.nil
  ruchy.rc.drop %d : !ints
  ruchy.return %b : !ints
}

// What the row is a view of goes first: the copy keeps the row alive.
// CHECK-LABEL: @view
// CHECK: ruchy.rc.dup
// CHECK: ruchy.rc.drop
// CHECK: ruchy.rc.drop
ruchy.func private @view(%m: !rows {ruchy.owned}, %i: i64) -> i64 {
  %row = ruchy.array.at %m, %i : !rows
  %d = ruchy.rc.dup %row : !ints
  ruchy.rc.drop %m : !rows
  %0 = ruchy.call @look(%d) : (!ints) -> !ruchy.nil
  ruchy.rc.drop %d : !ints
  ruchy.return %i : i64
}

// The boxed array is taken over by its box, which goes before the copy does.
// CHECK-LABEL: @boxed
// CHECK: ruchy.rc.dup
// CHECK: ruchy.rc.drop
// CHECK: ruchy.rc.drop
ruchy.func private @boxed() -> !ruchy.nil {
  %a = ruchy.array.new [] : () -> !ints
  %d = ruchy.rc.dup %a : !ints
  %b = ruchy.coerce %a : !ints to !ruchy.any
  %0 = ruchy.call @look_any(%b) : (!ruchy.any) -> !ruchy.nil
  ruchy.rc.drop %b : !ruchy.any
  %1 = ruchy.call @look(%d) : (!ints) -> !ruchy.nil
  ruchy.rc.drop %d : !ints
  ruchy.return %1 : !ruchy.nil
}

// CHECK-LABEL: @consumed
// CHECK: ruchy.rc.dup
// CHECK: ruchy.rc.drop
ruchy.func private @consumed() -> !ruchy.nil {
  %a = ruchy.array.new [] : () -> !ints
  %d = ruchy.rc.dup %a : !ints
  %0 = ruchy.call @eat(%d) : (!ints) -> !ruchy.nil
  ruchy.rc.drop %a : !ints
  ruchy.return %0 : !ruchy.nil
}
