//===- DynamicOps.cpp - Counts what was not specialised ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Driver/DynamicOps.h"

#include "Ruchy/Dialect/Ruchy/IR/RuchyDialect.h"
#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"

#include "mlir/Interfaces/FunctionInterfaces.h"

using namespace ruchy;

/// Operations that move a dynamic value about, or store it, without asking
/// what it is.
static bool onlyMovesValues(mlir::Operation *op) {
  return mlir::isa<CoerceOp, PoisonOp, ReturnOp, CallOp, FuncOp, GlobalGetOp,
                   GlobalSetOp, GlobalTakeOp, GlobalIsSetOp, SlotOp, LoadOp,
                   StoreOp, CheckSetOp, ArrayNewOp, ArrayPushOp, ArrayAtOp,
                   ArrayRepeatOp, IsNilOp, PrintOp, RaiseOp>(op);
}

static bool isDynamic(mlir::Operation *op) {
  if (!mlir::isa_and_nonnull<RuchyDialect>(op->getDialect()) ||
      onlyMovesValues(op))
    return false;
  auto isAny = [](mlir::Type type) { return mlir::isa<AnyType>(type); };
  return llvm::any_of(op->getOperandTypes(), isAny) ||
         llvm::any_of(op->getResultTypes(), isAny);
}

void ruchy::printDynamicOps(mlir::ModuleOp module, llvm::raw_ostream &os) {
  unsigned count = 0;
  std::string lines;
  llvm::raw_string_ostream details(lines);
  module.walk([&](mlir::Operation *op) {
    if (!isDynamic(op))
      return;
    ++count;
    auto function = op->getParentOfType<mlir::FunctionOpInterface>();
    details << "  " << op->getName() << " in "
            << (function ? function.getName() : "?") << " at " << op->getLoc()
            << "\n";
  });
  os << count << "\n" << lines;
}
