//===- RuchyOps.td - All operations of the ruchy dialect -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_OPS_TD
#define RUCHY_OPS_TD

include "Ruchy/Dialect/Ruchy/IR/RuchyArithOps.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyClosureOps.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyDataOps.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyErrorOps.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyFunctionOps.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyLibraryOps.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyMatchOps.td"
include "Ruchy/Dialect/Ruchy/IR/RuchyObjectOps.td"

#endif // RUCHY_OPS_TD
