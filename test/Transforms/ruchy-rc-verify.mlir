// RUN: ruchy-opt %s --ruchy-rc-verify | FileCheck %s

!ints = !ruchy.array<i64>
!rows = !ruchy.array<!ruchy.array<i64>>

ruchy.func private @look(!ints) -> !ruchy.nil
ruchy.func private @both(!ints {ruchy.owned}, !ints) -> !ruchy.nil
ruchy.func private @risky(!ints) -> (!ints, !ruchy.error)

// Balanced functions stay as they are.
// CHECK-LABEL: @straight
// CHECK: ruchy.rc.dup
// CHECK: ruchy.rc.drop
ruchy.func private @straight(%a: !ints) -> !ints {
  %b = ruchy.array.new [] : () -> !ints
  %d = ruchy.rc.dup %b : !ints
  %0 = ruchy.call @both(%d, %b) : (!ints, !ints) -> !ruchy.nil
  ruchy.rc.drop %b : !ints
  %r = ruchy.rc.dup %a : !ints
  ruchy.return %r : !ints
}

// CHECK-LABEL: @loop
ruchy.func private @loop(%c: i1, %i: i64) -> !ints {
  %a = ruchy.array.new [] : () -> !ints
  %kept = ruchy.array.new [] : () -> !ints
  cf.br ^head(%a : !ints)
^head(%x: !ints):
  %0 = ruchy.call @look(%kept) : (!ints) -> !ruchy.nil
  %y = ruchy.array.push %x, %i : (!ints, i64) -> !ints
  cf.cond_br %c, ^head(%y : !ints), ^exit
^exit:
  ruchy.rc.drop %kept : !ints
  ruchy.return %y : !ints
}

// CHECK-LABEL: @error
ruchy.func private @error(%a: !ints) -> (!ints, !ruchy.error) {
  %r, %e = ruchy.call @risky(%a) : (!ints) -> (!ints, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^error(%e : !ruchy.error), ^ok
^ok:
  %none = ruchy.error.none
  ruchy.return %r, %none : !ints, !ruchy.error
^error(%s: !ruchy.error):
  %p = ruchy.poison : !ints
  ruchy.return %p, %s : !ints, !ruchy.error
}

// A boxed value that goes on took its count over.
// CHECK-LABEL: @box
ruchy.func private @box() -> !ruchy.any {
  %a = ruchy.array.new [] : () -> !ints
  %b = ruchy.coerce %a : !ints to !ruchy.any
  ruchy.return %b : !ruchy.any
}

// Nothing has to be given back where control never comes.
// CHECK-LABEL: @unreachable
ruchy.func private @unreachable() -> i64 {
  %a = ruchy.array.new [] : () -> !ints
  ruchy.unreachable
}
