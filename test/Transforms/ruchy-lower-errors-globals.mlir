// Reads of globals test once that there is a value, where they are marked.
//
// RUN: ruchy-opt %s --ruchy-lower-errors | FileCheck %s

ruchy.global private @g : i64

// CHECK-LABEL: ruchy.func private @checked() -> (i64, !ruchy.error)
// CHECK-NEXT: %[[SET:.+]] = ruchy.global.is_set @g
// CHECK-NEXT: %[[UNSET:.+]] = not %[[SET]]
// CHECK-NEXT: cf.cond_br %[[UNSET]] weights([1, 1048576]), ^[[COLD:.+]], ^[[REST:.+]]
// CHECK-NEXT: ^[[REST]]:
// CHECK-NEXT: %[[VALUE:.+]] = ruchy.global.get @g : i64
// CHECK-NEXT: %[[NONE:.+]] = ruchy.error.none
// CHECK-NEXT: return %[[VALUE]], %[[NONE]]
// CHECK-NEXT: ^[[COLD]]:
// CHECK-NEXT: %[[ERROR:.+]] = ruchy.error.site "UndefinedVariable" "g"
// CHECK-NEXT: cf.br ^{{.+}}(%[[ERROR]] : !ruchy.error)
ruchy.func private @checked() -> i64 {
  %0 = ruchy.global.get checked @g : i64
  ruchy.return %0 : i64
}

// CHECK-LABEL: ruchy.func private @checked_take() -> (i64, !ruchy.error)
// CHECK-NEXT: %[[SET:.+]] = ruchy.global.is_set @g
// CHECK-NEXT: %[[UNSET:.+]] = not %[[SET]]
// CHECK-NEXT: cf.cond_br %[[UNSET]] weights([1, 1048576]), ^{{.+}}, ^[[REST:.+]]
// CHECK-NEXT: ^[[REST]]:
// CHECK-NEXT: %{{.+}} = ruchy.global.take @g : i64
ruchy.func private @checked_take() -> i64 {
  %0 = ruchy.global.take checked @g : i64
  ruchy.return %0 : i64
}

// CHECK-LABEL: ruchy.func private @unchecked() -> i64
// CHECK-NEXT: %[[VALUE:.+]] = ruchy.global.get @g : i64
// CHECK-NEXT: return %[[VALUE]] : i64
ruchy.func private @unchecked() -> i64 {
  %0 = ruchy.global.get @g : i64
  ruchy.return %0 : i64
}

// CHECK-LABEL: ruchy.func private @unchecked_take() -> i64
// CHECK-NEXT: %[[VALUE:.+]] = ruchy.global.take @g : i64
// CHECK-NEXT: ruchy.global.set @g, %[[VALUE]] : i64
// CHECK-NEXT: return %[[VALUE]] : i64
ruchy.func private @unchecked_take() -> i64 {
  %0 = ruchy.global.take @g : i64
  ruchy.global.set @g, %0 : i64
  ruchy.return %0 : i64
}
