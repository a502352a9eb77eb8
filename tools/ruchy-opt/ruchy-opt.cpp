//===- ruchy-opt.cpp - Runs passes on the ruchy dialect ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Pipelines/Pipelines.h"

#include "mlir/Conversion/ReconcileUnrealizedCasts/ReconcileUnrealizedCasts.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  ruchy::registerPipelineDialects(registry);
  ruchy::registerPipelines();
  mlir::registerPass(mlir::createReconcileUnrealizedCastsPass);
  return mlir::asMainReturnCode(
      mlir::MlirOptMain(argc, argv, "Ruchy optimizer driver\n", registry));
}
