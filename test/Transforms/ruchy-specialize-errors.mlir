// Variables in memory are not followed.
//
// RUN: ruchy-opt %s --ruchy-specialize -split-input-file -verify-diagnostics

ruchy.func @f(%a: !ruchy.any) -> !ruchy.any {
  // expected-error @+1 {{must be promoted before specialisation (ruchy-promote-slots)}}
  %0 = ruchy.slot "x" : !ruchy.slot<!ruchy.any>
  ruchy.store %a, %0 : !ruchy.any, !ruchy.slot<!ruchy.any>
  %1 = ruchy.load %0 : !ruchy.slot<!ruchy.any>
  ruchy.return %1 : !ruchy.any
}
