// Functions with a frame note it on every edge that an error takes.
//
// RUN: ruchy-opt --ruchy-lower-errors %s | FileCheck %s --implicit-check-not=ruchy.frame --implicit-check-not=ruchy.sources

module attributes {ruchy.sources = {f.ruchy = "let a = 1\nlet b = a / 0"}} {
  // CHECK-LABEL: ruchy.func private @named
  // CHECK: [[E:%.+]] = ruchy.error.site "UndefinedVariable" "x"
  // CHECK-NEXT: backtrace [[E]], "half\0Alet b = a / 0"
  // CHECK-NEXT: cf.br
  ruchy.func private @named() -> !ruchy.any attributes {ruchy.frame = "half"} {
    %0 = ruchy.raise "UndefinedVariable" "x" : !ruchy.any loc("f.ruchy":2:11)
    ruchy.return %0 : !ruchy.any
  }
  // CHECK-LABEL: ruchy.func private @unnamed
  // CHECK-NOT: backtrace
  // CHECK-LABEL: ruchy.func private @caller
  // CHECK: [[R:%.+]]:2 = call @named()
  // CHECK: failed [[R]]#1
  // CHECK: backtrace [[R]]#1, "outer"
  ruchy.func private @unnamed() -> !ruchy.any {
    %0 = ruchy.raise "UndefinedVariable" "x" : !ruchy.any
    ruchy.return %0 : !ruchy.any
  }
  ruchy.func private @caller() -> !ruchy.any attributes {ruchy.frame = "outer"} {
    %0 = ruchy.call @named() : () -> !ruchy.any
    ruchy.return %0 : !ruchy.any
  }
}
