//===- RuchyOps.cpp - Definitions of the ruchy operations -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/OpImplementation.h"

using namespace mlir;
using namespace ruchy;

/// `private @name`: the visibility before a symbol name.
static ParseResult parseVisibility(OpAsmParser &parser,
                                   StringAttr &visibility) {
  StringRef keyword;
  if (succeeded(parser.parseOptionalKeyword(&keyword,
                                            {"public", "private", "nested"})))
    visibility = parser.getBuilder().getStringAttr(keyword);
  return success();
}

static void printVisibility(OpAsmPrinter &printer, Operation *,
                            StringAttr visibility) {
  if (visibility)
    printer << visibility.getValue();
}

#define GET_OP_CLASSES
#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.cpp.inc"
