//===- RuchyTypes.cpp - Types and attributes --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyDialect.h"
#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace ruchy;

#include "Ruchy/Dialect/Ruchy/IR/RuchyEnums.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "Ruchy/Dialect/Ruchy/IR/RuchyTypes.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "Ruchy/Dialect/Ruchy/IR/RuchyAttributes.cpp.inc"

static LogicalResult
verifyElementType(function_ref<InFlightDiagnostic()> emitError, Type type) {
  if (!isValueType(type) || isa<ErrorType>(type))
    return emitError() << "element type " << type << " is not a type of values";
  return success();
}

LogicalResult
ruchy::ArrayType::verify(function_ref<InFlightDiagnostic()> emitError,
                         Type elementType) {
  return verifyElementType(emitError, elementType);
}

LogicalResult SlotType::verify(function_ref<InFlightDiagnostic()> emitError,
                               Type elementType) {
  return verifyElementType(emitError, elementType);
}

void RuchyDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "Ruchy/Dialect/Ruchy/IR/RuchyTypes.cpp.inc"
      >();
}

void RuchyDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "Ruchy/Dialect/Ruchy/IR/RuchyAttributes.cpp.inc"
      >();
}
