//===- Shapes.h - Constants of declared types and functions -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// What the runtime knows of the types and function values of a program. The
/// declarations are gathered before the conversion, which erases them.
///
#ifndef RUCHY_LIB_CONVERSION_SHAPES_H
#define RUCHY_LIB_CONVERSION_SHAPES_H

#include "Lowering.h"

namespace ruchy::lowering {

/// Gathers the declarations of types.
void collectTypes(ModuleLowering &module);
/// Gathers the functions that have values.
void collectFunctionValues(ModuleLowering &module);

/// The shape of a struct or class, or of a variant of an enum.
mlir::LLVM::GlobalOp getShape(ModuleLowering &module, llvm::StringRef type,
                              llvm::StringRef variant = {});
/// The constant object of a variant without payload.
mlir::LLVM::GlobalOp getUnitVariant(ModuleLowering &module,
                                    llvm::StringRef type,
                                    llvm::StringRef variant);
/// The kind of the objects of a type.
RtKind getRecordKind(ModuleLowering &module, llvm::StringRef type);
/// The first variant, whose shape stands for the whole enum.
llvm::StringRef getFirstVariant(ModuleLowering &module, llvm::StringRef type);
/// A constant of the runtime, such as `rt_shape_some`.
mlir::LLVM::GlobalOp getRuntimeConstant(ModuleLowering &module,
                                        llvm::StringRef name);
/// The shape of a case of Option or Result.
mlir::LLVM::GlobalOp getOptionShape(ModuleLowering &module, OptionCase kind);

/// The function through which callers reach values of unknown functions; null
/// where no caller does.
mlir::LLVM::LLVMFuncOp getThunk(ModuleLowering &module, ClosureNewOp op);
/// The constant part of the values that `op` makes, with its thunk.
mlir::LLVM::GlobalOp getCode(ModuleLowering &module, ClosureNewOp op);
/// The constant value of a function without captures.
mlir::LLVM::GlobalOp getFunctionValue(ModuleLowering &module, ClosureNewOp op);

} // namespace ruchy::lowering

#endif // RUCHY_LIB_CONVERSION_SHAPES_H
