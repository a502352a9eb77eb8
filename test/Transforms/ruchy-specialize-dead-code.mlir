// What stands behind an operation that never ends is cut, and says nothing
// about types.
//
// RUN: ruchy-opt %s --ruchy-specialize -split-input-file | FileCheck %s

// CHECK-LABEL: @raise
// CHECK-NEXT: raise "UndefinedVariable" "x"
// CHECK-NEXT: unreachable
// CHECK-NEXT: }
ruchy.func @raise() -> !ruchy.any {
  %0 = ruchy.raise "UndefinedVariable" "x" : !ruchy.any
  ruchy.print stdout %0 : !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

// Blocks behind it go too, with their uses of what was cut.
// CHECK-LABEL: @blocks_behind
// CHECK-NEXT: raise "UndefinedFunction" "f"
// CHECK-NEXT: unreachable
// CHECK-NEXT: }
ruchy.func @blocks_behind() -> !ruchy.any {
  %0 = ruchy.raise "UndefinedFunction" "f" : !ruchy.any
  %n = ruchy.constant 10 : i64
  cf.br ^next
^next:
  ruchy.print stdout %n : i64
  ruchy.return %0 : !ruchy.any
}

// -----

// A loop behind it as well.
// CHECK-LABEL: @loop_behind
// CHECK-NEXT: raise
// CHECK-NEXT: unreachable
// CHECK-NEXT: }
ruchy.func @loop_behind() -> !ruchy.any {
  %0 = ruchy.raise "UndefinedFunction" "f" : !ruchy.any
  %zero = ruchy.constant 0 : i64
  %one = ruchy.constant 1 : i64
  %ten = ruchy.constant 10 : i64
  %i = ruchy.coerce %zero : i64 to !ruchy.any
  cf.br ^head(%i : !ruchy.any)
^head(%k: !ruchy.any):
  %1 = ruchy.lt %k, %ten : (!ruchy.any, i64) -> i1
  cf.cond_br %1, ^body, ^exit
^body:
  %2 = ruchy.add %k, %one : (!ruchy.any, i64) -> !ruchy.any
  cf.br ^head(%2 : !ruchy.any)
^exit:
  ruchy.return %k : !ruchy.any
}

// -----

// Calls behind it make no clones.
// CHECK-LABEL: module
// CHECK-NOT: @callee
// CHECK: ruchy.func @calls_behind
// CHECK-NEXT: raise
// CHECK-NEXT: unreachable
ruchy.func private @callee(%x: !ruchy.any) -> !ruchy.any {
  ruchy.return %x : !ruchy.any
}
ruchy.func @calls_behind() -> !ruchy.any {
  %0 = ruchy.raise "UndefinedFunction" "f" : !ruchy.any
  %one = ruchy.constant 1 : i64
  %x = ruchy.coerce %one : i64 to !ruchy.any
  %1 = ruchy.call @callee(%x) : (!ruchy.any) -> !ruchy.any
  %2 = ruchy.call @callee(%0) : (!ruchy.any) -> !ruchy.any
  ruchy.return %2 : !ruchy.any
}

// -----

// A call in a block behind it names no function that is gone.
// CHECK-LABEL: module
// CHECK-NOT: @callee
// CHECK: ruchy.func @call_in_block_behind
ruchy.func private @callee(%x: !ruchy.any) -> !ruchy.any {
  ruchy.return %x : !ruchy.any
}
ruchy.func @call_in_block_behind() -> !ruchy.any {
  %0 = ruchy.raise "UndefinedFunction" "f" : !ruchy.any
  cf.br ^next(%0 : !ruchy.any)
^next(%x: !ruchy.any):
  %1 = ruchy.call @callee(%x) : (!ruchy.any) -> !ruchy.any
  ruchy.return %1 : !ruchy.any
}

// -----

// A path that fails does not widen the join.
// CHECK-LABEL: @join
// CHECK-SAME: -> i64
// CHECK: ^{{.+}}(%{{.+}}: i64):
// CHECK-NEXT: return %{{.+}} : i64
ruchy.func @join(%c: i1, %i: i64) -> !ruchy.any {
  %x = ruchy.coerce %i : i64 to !ruchy.any
  cf.cond_br %c, ^good, ^bad
^good:
  cf.br ^end(%x : !ruchy.any)
^bad:
  %0 = ruchy.raise "Panic" "m" : !ruchy.any
  %text = ruchy.constant "t" : !ruchy.str
  %y = ruchy.coerce %text : !ruchy.str to !ruchy.any
  cf.br ^end(%y : !ruchy.any)
^end(%r: !ruchy.any):
  ruchy.return %r : !ruchy.any
}

// -----

// Functions that never return.
// CHECK-LABEL: ruchy.func private @fail
// CHECK: ruchy.func @never_returning_call
// CHECK: call @fail{{.*}}() : () -> !ruchy.any
// CHECK-NEXT: unreachable
// CHECK-NEXT: }
ruchy.func private @fail() -> !ruchy.any {
  %0 = ruchy.raise "Panic" "m" : !ruchy.any
  ruchy.return %0 : !ruchy.any
}
ruchy.func @never_returning_call(%s: !ruchy.str) -> !ruchy.any {
  %0 = ruchy.call @fail() : () -> !ruchy.any
  ruchy.print stdout %s : !ruchy.str
  ruchy.return %0 : !ruchy.any
}

// -----

// A recursion without an end.
// CHECK-LABEL: ruchy.func private @forever
// CHECK: call @forever
// CHECK-NEXT: unreachable
ruchy.func private @forever(%x: !ruchy.any) -> !ruchy.any {
  %0 = ruchy.call @forever(%x) : (!ruchy.any) -> !ruchy.any
  %1 = ruchy.add %0, %x : (!ruchy.any, !ruchy.any) -> !ruchy.any
  ruchy.return %1 : !ruchy.any
}
ruchy.func @main(%i: i64) -> !ruchy.any {
  %x = ruchy.coerce %i : i64 to !ruchy.any
  %0 = ruchy.call @forever(%x) : (!ruchy.any) -> !ruchy.any
  ruchy.return %0 : !ruchy.any
}

// -----

// A global that nothing sets and a variable that nothing set.
// CHECK-LABEL: @unset
// CHECK: cf.cond_br
// CHECK: ruchy.global.get checked @g
// CHECK-NEXT: unreachable
// CHECK: check_set
// CHECK-NEXT: unreachable
ruchy.global private @g : !ruchy.any
ruchy.func @unset(%c: i1) -> !ruchy.any {
  cf.cond_br %c, ^global, ^local
^global:
  %0 = ruchy.global.get checked @g : !ruchy.any
  ruchy.return %0 : !ruchy.any
^local:
  %unset = ruchy.constant #ruchy.nil : !ruchy.unset
  %1 = ruchy.coerce %unset : !ruchy.unset to !ruchy.any
  %2 = ruchy.check_set %1, "x" : (!ruchy.any) -> !ruchy.any
  ruchy.return %2 : !ruchy.any
}

// -----

// The elements of an array that is always empty.
// CHECK-LABEL: @empty
// CHECK: index %{{.+}}, %{{.+}} : (!ruchy.array<!ruchy.never>, i64) -> !ruchy.any
// CHECK-NEXT: unreachable
ruchy.func @empty(%i: i64) -> !ruchy.any {
  %0 = ruchy.array.new [] : () -> !ruchy.any
  %1 = ruchy.index %0, %i : (!ruchy.any, i64) -> !ruchy.any
  ruchy.print stdout %1 : !ruchy.any
  ruchy.return %1 : !ruchy.any
}

// -----

// The program keeps its result type where its end is never reached.
// CHECK-LABEL: ruchy.func @ruchy.main() -> !ruchy.nil {
ruchy.func @ruchy.main() -> !ruchy.nil {
  %0 = ruchy.raise "Panic" "m" : !ruchy.any
  %nil = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %nil : !ruchy.nil
}
