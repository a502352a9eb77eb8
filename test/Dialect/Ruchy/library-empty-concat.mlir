// Nothing joined is the empty text, and its text form ends where it ends.
//
// RUN: ruchy-opt %s | ruchy-opt | FileCheck %s
// RUN: ruchy-opt %s -canonicalize | FileCheck %s --check-prefix=FOLD

// CHECK-LABEL: @empty
// CHECK: %[[EMPTY:.+]] = concat
// CHECK-NEXT: %[[ONE:.+]] = concat[%[[EMPTY]]]
// CHECK-NEXT: return %[[ONE]]
// FOLD-LABEL: @empty
// FOLD-NEXT: %[[EMPTY:.+]] = constant "" : !ruchy.str
// FOLD-NEXT: return %[[EMPTY]]
ruchy.func @empty() -> !ruchy.str {
  %0 = "ruchy.concat"() : () -> !ruchy.str
  %1 = ruchy.concat [%0]
  ruchy.return %1 : !ruchy.str
}
