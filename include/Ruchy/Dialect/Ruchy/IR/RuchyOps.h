//===- RuchyOps.h - Operations of the ruchy dialect -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// Declares the operations and operation interfaces.
///
#ifndef RUCHY_DIALECT_RUCHY_IR_RUCHYOPS_H
#define RUCHY_DIALECT_RUCHY_IR_RUCHYOPS_H

#include "Ruchy/Dialect/Ruchy/IR/ErrorExpansion.h"
#include "Ruchy/Dialect/Ruchy/IR/RuchyDialect.h"
#include "Ruchy/Dialect/Ruchy/IR/StorageTypes.h"
#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/CallInterfaces.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "mlir/Interfaces/MemorySlotInterfaces.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "Ruchy/Dialect/Ruchy/IR/RuchyInterfaces.h.inc"

#define GET_OP_CLASSES
#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h.inc"

#endif // RUCHY_DIALECT_RUCHY_IR_RUCHYOPS_H
