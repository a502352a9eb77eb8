// RUN: ruchy-opt %s --ruchy-rc-insert --verify-diagnostics

ruchy.func private @slot(%a: !ruchy.any) -> !ruchy.any {
  // expected-error @+1 {{must be promoted before reference counts are inserted}}
  %s = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
  ruchy.store %a, %s : !ruchy.any, !ruchy.slot<!ruchy.any>
  %b = ruchy.load %s : !ruchy.slot<!ruchy.any>
  ruchy.return %b : !ruchy.any
}
