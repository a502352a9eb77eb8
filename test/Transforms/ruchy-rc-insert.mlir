// RUN: ruchy-opt %s --ruchy-rc-insert | FileCheck %s
// RUN: ruchy-opt %s --ruchy-rc-insert --ruchy-rc-verify -o /dev/null

!ints = !ruchy.array<i64>
!rows = !ruchy.array<!ruchy.array<i64>>

ruchy.func private @look(!ints) -> !ruchy.nil
ruchy.func private @eat(!ints {ruchy.owned}) -> !ruchy.nil
ruchy.func private @both(!ints {ruchy.owned}, !ints) -> !ruchy.nil
ruchy.func private @risky(!ints) -> (!ints, !ruchy.error)
ruchy.func private @open(!ruchy.any) -> !ruchy.nil
ruchy.global private @log : !ints

// The last use moves; what a function moves on it owns.
// CHECK-LABEL: ruchy.func private @move(
// CHECK-SAME: %[[A:.*]]: !ruchy.array<i64> {ruchy.owned})
// CHECK-NOT: rc.
// CHECK: %[[B:.*]] = ruchy.array.push %[[A]]
// CHECK-NEXT: return %[[B]]
ruchy.func private @move(%a: !ints) -> !ints {
  %c = ruchy.constant 1 : i64
  %b = ruchy.array.push %a, %c : (!ints, i64) -> !ints
  ruchy.return %b : !ints
}

// A use that is not the last one shares.
// CHECK-LABEL: ruchy.func private @share(
// CHECK: %[[A:.*]] = ruchy.array.new
// CHECK-NEXT: %[[D:.*]] = ruchy.rc.dup %[[A]]
// CHECK-NEXT: call @eat(%[[D]])
// CHECK-NEXT: call @eat(%[[A]])
// CHECK-NOT: rc.
// CHECK: return
ruchy.func private @share() -> !ruchy.nil {
  %a = ruchy.array.new [] : () -> !ints
  %0 = ruchy.call @eat(%a) : (!ints) -> !ruchy.nil
  %1 = ruchy.call @eat(%a) : (!ints) -> !ruchy.nil
  ruchy.return %1 : !ruchy.nil
}

// A value that is borrowed for the last time is dropped right behind.
// CHECK-LABEL: ruchy.func private @borrow(
// CHECK-SAME: %[[P:.*]]: !ruchy.array<i64>) ->
// CHECK: call @look(%[[P]])
// CHECK-NEXT: %[[A:.*]] = ruchy.array.new
// CHECK-NEXT: call @look(%[[A]])
// CHECK-NEXT: ruchy.rc.drop %[[A]]
// CHECK-NEXT: constant
ruchy.func private @borrow(%p: !ints) -> i64 {
  %0 = ruchy.call @look(%p) : (!ints) -> !ruchy.nil
  %a = ruchy.array.new [] : () -> !ints
  %1 = ruchy.call @look(%a) : (!ints) -> !ruchy.nil
  %c = ruchy.constant 0 : i64
  ruchy.return %c : i64
}

// Callers of public functions keep their arguments.
// CHECK-LABEL: ruchy.func @public(
// CHECK-SAME: %[[P:.*]]: !ruchy.array<i64>) ->
// CHECK-NEXT: %[[D:.*]] = ruchy.rc.dup %[[P]]
// CHECK-NEXT: return %[[D]]
ruchy.func @public(%p: !ints) -> !ints {
  ruchy.return %p : !ints
}

// Ownership goes from callee to caller: @outer owns because @inner does.
// CHECK-LABEL: ruchy.func private @outer(
// CHECK-SAME: !ruchy.array<i64> {ruchy.owned})
// CHECK-NOT: rc.
// CHECK-LABEL: ruchy.func private @inner(
// CHECK-SAME: !ruchy.array<i64> {ruchy.owned})
// CHECK-NOT: rc.
// CHECK: return
ruchy.func private @outer(%a: !ints) -> !ints {
  %b = ruchy.call @inner(%a) : (!ints) -> !ints
  ruchy.return %b : !ints
}
ruchy.func private @inner(%a: !ints) -> !ints {
  ruchy.return %a : !ints
}

// The branch that does not need the value drops it first thing.
// CHECK-LABEL: ruchy.func private @branch(
// CHECK: %[[A:.*]] = ruchy.array.new
// CHECK-NEXT: cf.cond_br %{{.*}}, ^[[YES:.*]], ^[[NO:.*]]
// CHECK: ^[[YES]]:
// CHECK-NEXT: call @eat(%[[A]])
// CHECK: ^[[NO]]:
// CHECK-NEXT: ruchy.rc.drop %[[A]]
// CHECK-NEXT: constant
ruchy.func private @branch(%c: i1) -> !ruchy.nil {
  %a = ruchy.array.new [] : () -> !ints
  cf.cond_br %c, ^yes, ^no
^yes:
  %0 = ruchy.call @eat(%a) : (!ints) -> !ruchy.nil
  ruchy.return %0 : !ruchy.nil
^no:
  %1 = ruchy.constant #ruchy.nil : !ruchy.nil
  ruchy.return %1 : !ruchy.nil
}

// A loop that carries its array counts nothing.
// CHECK-LABEL: ruchy.func private @build(
// CHECK-NOT: rc.
// CHECK-LABEL: ruchy.func private @critical(
ruchy.func private @build(%n: i64) -> !ints {
  %a0 = ruchy.array.new [] : () -> !ints
  %c0 = ruchy.constant 0 : i64
  %c1 = ruchy.constant 1 : i64
  cf.br ^head(%a0, %c0 : !ints, i64)
^head(%a: !ints, %i: i64):
  %go = ruchy.lt %i, %n : (i64, i64) -> i1
  cf.cond_br %go, ^body, ^exit
^body:
  %a1 = ruchy.array.push %a, %i : (!ints, i64) -> !ints
  %i1, %o = ruchy.add.checked %i, %c1
  cf.br ^head(%a1, %i1 : !ints, i64)
^exit:
  ruchy.return %a : !ints
}

// The edge to the join drops what the other edge into it has consumed.
// CHECK: cf.cond_br %{{.*}}, ^[[THEN:.*]], ^[[EDGE:.*]]
// CHECK: ^[[EDGE]]:
// CHECK-NEXT: ruchy.rc.drop
// CHECK-NEXT: cf.br ^[[JOIN:.*]]
// CHECK: ^[[THEN]]:
// CHECK-NEXT: call @eat
// CHECK-NEXT: cf.br ^[[JOIN]]
ruchy.func private @critical(%c: i1) -> i64 {
  %a = ruchy.array.new [] : () -> !ints
  cf.cond_br %c, ^then, ^join
^then:
  %0 = ruchy.call @eat(%a) : (!ints) -> !ruchy.nil
  cf.br ^join
^join:
  %1 = ruchy.constant 0 : i64
  ruchy.return %1 : i64
}

// Both edges of one branch lead to one block; each has its own drop.
// CHECK-LABEL: ruchy.func private @same_block(
// CHECK: %[[A:.*]] = ruchy.array.new
// CHECK-NEXT: %[[B:.*]] = ruchy.array.new
// CHECK-NEXT: cf.cond_br %{{.*}}, ^[[X:.*]], ^[[Y:.*]]
// CHECK: ^[[Y]]:
// CHECK-NEXT: ruchy.rc.drop %[[A]]
// CHECK-NEXT: cf.br ^[[JOIN:.*]](%[[B]] :
// CHECK: ^[[X]]:
// CHECK-NEXT: ruchy.rc.drop %[[B]]
// CHECK-NEXT: cf.br ^[[JOIN]](%[[A]] :
ruchy.func private @same_block(%c: i1) -> !ints {
  %a = ruchy.array.new [] : () -> !ints
  %b = ruchy.array.new [] : () -> !ints
  cf.cond_br %c, ^join(%a : !ints), ^join(%b : !ints)
^join(%r: !ints):
  ruchy.return %r : !ints
}

// CHECK-LABEL: ruchy.func private @dead(
// CHECK: %[[A:.*]] = ruchy.array.new
// CHECK-NEXT: ruchy.rc.drop %[[A]]
// CHECK: cf.br ^[[B:.*]](%
// CHECK: ^[[B]](%[[X:.*]]: !ruchy.array<i64>):
// CHECK-NEXT: ruchy.rc.drop %[[X]]
ruchy.func private @dead(%c: i1) -> i64 {
  %a = ruchy.array.new [] : () -> !ints
  %b = ruchy.array.new [] : () -> !ints
  cf.cond_br %c, ^one, ^two
^one:
  cf.br ^join(%b : !ints)
^two:
  %d = ruchy.array.new [] : () -> !ints
  cf.br ^join(%d : !ints)
^join(%x: !ints):
  %1 = ruchy.constant 0 : i64
  ruchy.return %1 : i64
}

// The result of a call that failed does not exist: it is dropped where the
// call succeeded only, even where nobody uses it.
// CHECK-LABEL: ruchy.func private @errors(
// CHECK: %[[A:.*]] = ruchy.array.new
// CHECK-NEXT: %[[R:.*]]:2 = call @risky(%[[A]])
// CHECK-NEXT: ruchy.rc.drop %[[A]]
// CHECK-NEXT: %[[F:.*]] = failed %[[R]]#1
// CHECK-NEXT: cf.cond_br %[[F]], ^[[ERR:.*]](%[[R]]#1 : !ruchy.error), ^[[OK:.*]]
// CHECK: ^[[OK]]:
// CHECK-NEXT: ruchy.rc.drop %[[R]]#0
// CHECK: ^[[ERR]](
// CHECK-NOT: rc.drop
ruchy.func private @errors() -> (i64, !ruchy.error) {
  %a = ruchy.array.new [] : () -> !ints
  %r, %e = ruchy.call @risky(%a) : (!ints) -> (!ints, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^error(%e : !ruchy.error), ^ok
^ok:
  %c = ruchy.constant 0 : i64
  %none = ruchy.error.none
  ruchy.return %c, %none : i64, !ruchy.error
^error(%s: !ruchy.error):
  %p = ruchy.poison : i64
  ruchy.return %p, %s : i64, !ruchy.error
}

// Errors that leave the same values behind share the block that drops them,
// wherever the status comes from.
// CHECK-LABEL: ruchy.func private @cleanup(
// CHECK: %[[A:.*]] = ruchy.array.new
// CHECK: cf.cond_br %{{.*}}, ^[[DROP:.*]](%{{.*}}#1 : !ruchy.error), ^
// CHECK-COUNT-1: ruchy.rc.drop %{{.*}}#0
// CHECK: cf.cond_br %{{.*}}, ^[[COLD:.*]], ^
// CHECK: call @look(%[[A]])
// CHECK-NEXT: ruchy.rc.drop %[[A]]
// CHECK: ^[[COLD]]:
// CHECK-NEXT: %[[E:.*]] = ruchy.error.site
// CHECK-NEXT: cf.br ^[[DROP]](%[[E]] : !ruchy.error)
// CHECK-NEXT: ^[[DROP]](%[[S:.*]]: !ruchy.error):
// CHECK-NEXT: ruchy.rc.drop %[[A]]
// CHECK-NEXT: cf.br ^{{.*}}(%[[S]] : !ruchy.error)
ruchy.func private @cleanup(%p: !ints, %c: i1) -> (i64, !ruchy.error) {
  %a = ruchy.array.new [] : () -> !ints
  %r, %e = ruchy.call @risky(%p) : (!ints) -> (!ints, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^error(%e : !ruchy.error), ^next
^next:
  cf.cond_br %c, ^cold, ^ok
^ok:
  %0 = ruchy.call @look(%a) : (!ints) -> !ruchy.nil
  %1 = ruchy.constant 0 : i64
  %none = ruchy.error.none
  ruchy.return %1, %none : i64, !ruchy.error
^cold:
  %site = ruchy.error.site "OverflowAdd" ""
  cf.br ^error(%site : !ruchy.error)
^error(%s: !ruchy.error):
  %2 = ruchy.poison : i64
  ruchy.return %2, %s : i64, !ruchy.error
}

// A mutating method gives its receiver back where it failed as well.
// CHECK-LABEL: ruchy.func private @valid_on_error(
// CHECK: %[[P:.*]], %[[U:.*]], %[[E:.*]] = ruchy.method.mut "pop"
// CHECK-NEXT: %[[F:.*]] = failed %[[E]]
// CHECK-NEXT: cf.cond_br %[[F]], ^[[ERR:.*]], ^[[OK:.*]]
// CHECK: ^[[OK]]:
// CHECK-NEXT: ruchy.rc.drop %[[P]]
// CHECK: return %[[U]]
// CHECK: ^[[ERR]]:
// CHECK-NEXT: ruchy.rc.drop %[[U]]
// CHECK-NOT: rc.
// CHECK: return
ruchy.func private @valid_on_error(%a: !ints) -> (!ints, !ruchy.error) {
  %r, %u, %e = ruchy.method.mut "pop" %a()
    : (!ints) -> (!ruchy.any, !ints, !ruchy.error)
  %f = ruchy.failed %e
  cf.cond_br %f, ^error, ^ok
^ok:
  %none = ruchy.error.none
  ruchy.return %u, %none : !ints, !ruchy.error
^error:
  %p = ruchy.poison : !ints
  ruchy.return %p, %e : !ints, !ruchy.error
}

// A call that is returned at once moves its result on, whatever the status.
// CHECK-LABEL: ruchy.func private @passed_on(
// CHECK: %[[R:.*]]:2 = call @risky
// CHECK-NEXT: return %[[R]]#0, %[[R]]#1
ruchy.func private @passed_on(%a: !ints) -> (!ints, !ruchy.error) {
  %r, %e = ruchy.call @risky(%a) : (!ints) -> (!ints, !ruchy.error)
  ruchy.return %r, %e : !ints, !ruchy.error
}

// A status that is tested elsewhere is tested at once too, so that the result
// exists in any case.
// CHECK-LABEL: ruchy.func private @unclear(
// CHECK: %[[R:.*]]:2 = call @risky
// CHECK-NEXT: %[[F:.*]] = failed %[[R]]#1
// CHECK-NEXT: cf.cond_br %[[F]] weights([1, 1048576]), ^[[ERR:.*]], ^[[OK:.*]]
// CHECK: ^[[ERR]]:
// CHECK-NEXT: %[[P:.*]] = poison
// CHECK-NEXT: cf.br ^[[NEXT:.*]](%[[P]] :
// CHECK: ^[[OK]]:
// CHECK-NEXT: cf.br ^[[NEXT]](%[[R]]#0 :
// CHECK: ^[[NEXT]](%[[X:.*]]: !ruchy.array<i64>):
// CHECK: ruchy.rc.drop %[[X]]
// CHECK-NEXT: poison
// CHECK: return %[[X]], %
ruchy.func private @unclear(%a: !ints, %c: i1) -> (!ints, !ruchy.error) {
  %r, %e = ruchy.call @risky(%a) : (!ints) -> (!ints, !ruchy.error)
  cf.cond_br %c, ^one, ^two
^one:
  %f = ruchy.failed %e
  cf.cond_br %f, ^error, ^two
^error:
  %p = ruchy.poison : !ints
  ruchy.return %p, %e : !ints, !ruchy.error
^two:
  ruchy.return %r, %e : !ints, !ruchy.error
}

// Elements are views: no counts while the array lives.
// CHECK-LABEL: ruchy.func private @sum(
// CHECK-SAME: %{{.*}}: !ruchy.array<!ruchy.array<i64>>) ->
// CHECK-NOT: rc.
// CHECK: return
ruchy.func private @sum(%m: !rows) -> i64 {
  %it = ruchy.iter %m : (!rows) -> !rows
  %c0 = ruchy.constant 0 : i64
  %i0, %more0 = ruchy.iter.start %it : !rows
  cf.cond_br %more0, ^outer(%i0, %c0 : i64, i64), ^exit(%c0 : i64)
^outer(%i: i64, %s: i64):
  %row = ruchy.iter.value %it, %i : (!rows) -> !ints
  %it2 = ruchy.iter %row : (!ints) -> !ints
  %j0, %more1 = ruchy.iter.start %it2 : !ints
  cf.cond_br %more1, ^inner(%j0, %s : i64, i64), ^latch(%s : i64)
^inner(%j: i64, %t: i64):
  %x = ruchy.iter.value %it2, %j : (!ints) -> i64
  %t2, %o = ruchy.add.checked %t, %x
  %j1, %more2 = ruchy.iter.next %it2, %j : !ints
  cf.cond_br %more2, ^inner(%j1, %t2 : i64, i64), ^latch(%t2 : i64)
^latch(%u: i64):
  %i1, %more3 = ruchy.iter.next %it, %i : !rows
  cf.cond_br %more3, ^outer(%i1, %u : i64, i64), ^exit(%u : i64)
^exit(%r: i64):
  ruchy.return %r : i64
}

// A loop that changes what it walks over pays one count before it.
// CHECK-LABEL: ruchy.func private @changing(
// CHECK-SAME: %[[A:.*]]: !ruchy.array<i64> {ruchy.owned})
// CHECK: %[[D:.*]] = ruchy.rc.dup %[[A]]
// CHECK-NEXT: %[[IT:.*]] = iter %[[D]]
// CHECK-NOT: rc.dup
// CHECK: ruchy.array.push
// CHECK-NOT: rc.dup
// CHECK: ruchy.rc.drop %[[IT]]
// CHECK: return
ruchy.func private @changing(%a0: !ints) -> !ints {
  %it = ruchy.iter %a0 : (!ints) -> !ints
  %i0, %more0 = ruchy.iter.start %it : !ints
  cf.cond_br %more0, ^body(%i0, %a0 : i64, !ints), ^exit(%a0 : !ints)
^body(%i: i64, %a: !ints):
  %x = ruchy.iter.value %it, %i : (!ints) -> i64
  %a1 = ruchy.array.push %a, %x : (!ints, i64) -> !ints
  %i1, %more1 = ruchy.iter.next %it, %i : !ints
  cf.cond_br %more1, ^body(%i1, %a1 : i64, !ints), ^exit(%a1 : !ints)
^exit(%r: !ints):
  ruchy.return %r : !ints
}

// The row is needed after the array changes: the row is shared, so that the
// array stays unique.
// CHECK-LABEL: ruchy.func private @promote(
// CHECK-SAME: %[[M:.*]]: !ruchy.array<!ruchy.array<i64>> {ruchy.owned}
// CHECK: %[[V:.*]] = ruchy.array.at %[[M]]
// CHECK-NEXT: %[[ROW:.*]] = ruchy.rc.dup %[[V]]
// CHECK: ruchy.place.put %[[M]][
// CHECK: call @look(%[[ROW]])
// CHECK-NEXT: ruchy.rc.drop %[[ROW]]
ruchy.func private @promote(%m: !rows, %i: i64) -> !rows {
  %row = ruchy.array.at %m, %i : !rows
  %empty = ruchy.array.new [] : () -> !ints
  %m2 = ruchy.place.put %m[%i], %empty : (!rows, i64, !ints) -> !rows
  %0 = ruchy.call @look(%row) : (!ints) -> !ruchy.nil
  ruchy.return %m2 : !rows
}

// `m[i].push(x)`: the row is moved out and in again.
// CHECK-LABEL: ruchy.func private @nested_push(
// CHECK-NOT: rc.
// CHECK: return
ruchy.func private @nested_push(%m: !rows, %i: i64) -> !rows {
  %m1, %row = ruchy.place.take %m[%i] : (!rows, i64) -> (!rows, !ints)
  %row1 = ruchy.array.push %row, %i : (!ints, i64) -> !ints
  %m2 = ruchy.place.put %m1[%i], %row1 : (!rows, i64, !ints) -> !rows
  ruchy.return %m2 : !rows
}

// A tail call takes everything; drops go before it.
// CHECK-LABEL: ruchy.func private @even(
// CHECK-SAME: !ruchy.array<i64> {ruchy.owned}, %[[B:.*]]: !ruchy.array<i64> {ruchy.owned}
// CHECK: ruchy.rc.drop %[[B]]
// CHECK: %[[R:.*]]:2 = call tail @odd(
// CHECK-NEXT: return %[[R]]#0, %[[R]]#1
// CHECK-LABEL: ruchy.func private @odd(
// CHECK-SAME: !ruchy.array<i64> {ruchy.owned}, %[[B:.*]]: !ruchy.array<i64> {ruchy.owned}
// CHECK: ruchy.stack.leave
// CHECK-NEXT: %[[D:.*]] = ruchy.rc.dup %[[B]]
// CHECK-NEXT: %[[R:.*]]:2 = call tail @even(%[[D]], %[[B]])
// CHECK-NEXT: return %[[R]]#0, %[[R]]#1
ruchy.func private @even(%a: !ints, %b: !ints) -> (!ints, !ruchy.error) {
  %r, %e = ruchy.call tail @odd(%a, %a)
    : (!ints, !ints) -> (!ints, !ruchy.error)
  ruchy.return %r, %e : !ints, !ruchy.error
}
ruchy.func private @odd(%a: !ints, %b: !ints) -> (!ints, !ruchy.error) {
  ruchy.stack.leave 64
  %r, %e = ruchy.call tail @even(%b, %b)
    : (!ints, !ints) -> (!ints, !ruchy.error)
  ruchy.return %r, %e : !ints, !ruchy.error
}

// Boxing keeps the object: borrowed where only looked at, moved where it goes.
// CHECK-LABEL: ruchy.func private @box(
// CHECK-SAME: %[[P:.*]]: !ruchy.str {ruchy.owned})
// CHECK-NEXT: %[[V:.*]] = coerce %[[P]]
// CHECK-NEXT: call @open(%[[V]])
// CHECK-NEXT: %[[A:.*]] = coerce %[[P]]
// CHECK-NEXT: return %[[A]]
ruchy.func private @box(%s: !ruchy.str) -> !ruchy.any {
  %v = ruchy.coerce %s : !ruchy.str to !ruchy.any
  %0 = ruchy.call @open(%v) : (!ruchy.any) -> !ruchy.nil
  %a = ruchy.coerce %s : !ruchy.str to !ruchy.any
  ruchy.return %a : !ruchy.any
}

// Boxed numbers and constants are never counted.
// CHECK-LABEL: ruchy.func private @immortal(
// CHECK-NOT: rc.
// CHECK: return
ruchy.func private @immortal(%i: i64, %c: i1) -> !ruchy.any {
  %n = ruchy.coerce %i : i64 to !ruchy.any
  %0 = ruchy.call @open(%n) : (!ruchy.any) -> !ruchy.nil
  %t = ruchy.constant "text" : !ruchy.str
  %b = ruchy.coerce %t : !ruchy.str to !ruchy.any
  %1 = ruchy.call @open(%b) : (!ruchy.any) -> !ruchy.nil
  cf.cond_br %c, ^one, ^two
^one:
  ruchy.return %n : !ruchy.any
^two:
  ruchy.return %b : !ruchy.any
}

// One value passed twice to one operation.
// CHECK-LABEL: ruchy.func private @twice(
// CHECK: %[[A:.*]] = ruchy.array.new
// CHECK-NEXT: %[[D:.*]] = ruchy.rc.dup %[[A]]
// CHECK-NEXT: call @both(%[[D]], %[[A]])
// CHECK-NEXT: ruchy.rc.drop %[[A]]
// CHECK: %[[B:.*]] = ruchy.array.new
// CHECK-NEXT: %[[E:.*]] = ruchy.rc.dup %[[B]]
// CHECK-NEXT: %[[M:.*]] = ruchy.array.new[%[[E]], %[[B]]]
// CHECK-NEXT: return %[[M]]
ruchy.func private @twice() -> !rows {
  %a = ruchy.array.new [] : () -> !ints
  %0 = ruchy.call @both(%a, %a) : (!ints, !ints) -> !ruchy.nil
  %b = ruchy.array.new [] : () -> !ints
  %m = ruchy.array.new [%b, %b] : (!ints, !ints) -> !rows
  ruchy.return %m : !rows
}

// CHECK-LABEL: ruchy.func private @globals(
// CHECK: %[[A:.*]] = ruchy.global.get @log
// CHECK-NEXT: call @look(%[[A]])
// CHECK-NEXT: ruchy.rc.drop %[[A]]
// CHECK: %[[T:.*]] = ruchy.global.take @log
// CHECK-NEXT: %[[P:.*]] = ruchy.array.push %[[T]]
// CHECK-NEXT: ruchy.global.set @log, %[[P]]
// CHECK-NOT: rc.
// CHECK: return
ruchy.func private @globals(%i: i64) -> i64 {
  %a = ruchy.global.get @log : !ints
  %0 = ruchy.call @look(%a) : (!ints) -> !ruchy.nil
  %t = ruchy.global.take @log : !ints
  %p = ruchy.array.push %t, %i : (!ints, i64) -> !ints
  ruchy.global.set @log, %p : !ints
  ruchy.return %i : i64
}

// What a loop carries without changing it is no block argument, so that the
// parameter stays borrowed.
// CHECK-LABEL: ruchy.func private @carried(
// CHECK-SAME: %[[A:.*]]: !ruchy.array<i64>, %{{.*}}: i64) ->
// CHECK: cf.br ^[[HEAD:.*]](%{{.*}} : i64)
// CHECK-NOT: rc.
// CHECK: call @look(%[[A]])
// CHECK-NOT: rc.
// CHECK: return
ruchy.func private @carried(%a: !ints, %n: i64) -> i64 {
  cf.br ^head(%a, %n : !ints, i64)
^head(%x: !ints, %i: i64):
  %0 = ruchy.call @look(%x) : (!ints) -> !ruchy.nil
  %i1, %o = ruchy.sub.checked %i, %n
  cf.cond_br %o, ^head(%x, %i1 : !ints, i64), ^exit
^exit:
  ruchy.return %i1 : i64
}

// A choice between two values is a view of both.
// CHECK-LABEL: ruchy.func private @choice(
// CHECK: %[[A:.*]] = ruchy.array.new
// CHECK-NEXT: %[[S:.*]] = arith.select %{{.*}}, %[[A]], %
// CHECK-NEXT: call @look(%[[S]])
// CHECK-NEXT: ruchy.rc.drop %[[A]]
// CHECK-NEXT: return
ruchy.func private @choice(%c: i1, %p: !ints) -> i1 {
  %a = ruchy.array.new [] : () -> !ints
  %s = arith.select %c, %a, %p : !ints
  %0 = ruchy.call @look(%s) : (!ints) -> !ruchy.nil
  ruchy.return %c : i1
}
