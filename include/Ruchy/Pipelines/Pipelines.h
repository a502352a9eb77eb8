//===- Pipelines.h - The named pass pipelines -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// The pass pipelines of the optimisation levels, shared by the driver and
/// `ruchy-opt`, where they are called `ruchy-O0` to `ruchy-O3` and `ruchy-Os`.
///
#ifndef RUCHY_PIPELINES_PIPELINES_H
#define RUCHY_PIPELINES_PIPELINES_H

#include "Ruchy/Support/OptLevel.h"

namespace mlir {
class DialectRegistry;
class OpPassManager;
} // namespace mlir

namespace ruchy {

/// What a pipeline is to do.
struct PipelineOptions {
  OptLevel level = OptLevel::O2;
  /// Check reference counts after their insertion; an imbalance is a bug of
  /// the compiler. Always on in builds with assertions.
  bool verifyCounts = false;
};

/// From the untyped dialect to specialised functions with implicit errors.
void buildDialectPipeline(mlir::OpPassManager &pm,
                          const PipelineOptions &options);

/// From there over explicit errors and reference counts to the LLVM dialect.
void buildLoweringPipeline(mlir::OpPassManager &pm,
                           const PipelineOptions &options);

/// Dialects and extensions that the pipelines need in a context.
void registerPipelineDialects(mlir::DialectRegistry &registry);

/// Registers all passes and pipelines of the project by name.
void registerPipelines();

} // namespace ruchy

#endif // RUCHY_PIPELINES_PIPELINES_H
