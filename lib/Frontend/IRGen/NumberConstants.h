//===- NumberConstants.h - Constants such as i64::MAX -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_FRONTEND_IRGEN_NUMBERCONSTANTS_H
#define RUCHY_LIB_FRONTEND_IRGEN_NUMBERCONSTANTS_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinAttributeInterfaces.h"

namespace ruchy::irgen {

/// The constant that the last two names of a path stand for, null for other
/// paths: `i64::MAX`, `f64::EPSILON`, `consts::PI`.
mlir::TypedAttr getNumberConstant(mlir::Builder &b, llvm::StringRef type,
                                  llvm::StringRef name);

} // namespace ruchy::irgen

#endif // RUCHY_LIB_FRONTEND_IRGEN_NUMBERCONSTANTS_H
