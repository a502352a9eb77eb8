//===- ErrorOps.cpp - Errors and reference counts ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace ruchy;

ErrorExpansion::~ErrorExpansion() = default;

void ErrorExpansion::failIf(Value failed, Location loc, StringRef kind,
                            StringRef text) {
  failIf(failed, [&](OpBuilder &b) -> Value {
    return ErrorSiteOp::create(b, loc, kind, text);
  });
}

bool ruchy::isErrorKind(StringRef kind) {
  return llvm::StringSwitch<bool>(kind)
#define RT_ERROR(NAME, ...) .Case(#NAME, true)
#include "ruchy_rt/ErrorKinds.def"
      .Default(false);
}

Value ruchy::detail::getErrorResult(Operation *op) {
  if (op->getNumResults() == 0)
    return {};
  Value last = op->getResults().back();
  return isa<ErrorType>(last.getType()) ? last : Value();
}

void ruchy::detail::getErrorEffects(
    Operation *op,
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  if (!getErrorResult(op) && cast<FallibleOpInterface>(op).mayError())
    effects.emplace_back(MemoryEffects::Write::get(), ErrorResource::get());
}

static LogicalResult verifyErrorKind(Operation *op, StringRef kind) {
  if (!isErrorKind(kind))
    return op->emitOpError("has the unknown error kind '") << kind << "'";
  return success();
}

//===----------------------------------------------------------------------===//
// raise
//===----------------------------------------------------------------------===//

LogicalResult RaiseOp::verify() { return verifyErrorKind(*this, getKind()); }

void RaiseOp::inferResultTypes(ArrayRef<Type>, SmallVectorImpl<Type> &results) {
  results.push_back({}); // never produced
}

bool RaiseOp::mayError() { return true; }

bool RaiseOp::expandErrors(ErrorExpansion &expansion) {
  expansion.fail([&](OpBuilder &b) -> Value {
    if (Value message = getMessage())
      return ErrorMessageOp::create(b, getLoc(), ErrorType::get(getContext()),
                                    getKind(), getText(), message);
    return ErrorSiteOp::create(b, getLoc(), getKind(), getText());
  });
  Value never = PoisonOp::create(expansion.getBuilder(), getLoc(), getType());
  replaceAllUsesWith(never);
  erase();
  return true;
}

//===----------------------------------------------------------------------===//
// error.site, error.message, failed
//===----------------------------------------------------------------------===//

/// Whether a site of this kind says nothing without a text.
static bool needsText(StringRef kind) {
  return llvm::StringSwitch<bool>(kind)
#define RT_ERROR(NAME, TYPE, PREFIX, TEMPLATE, NEEDS_TEXT)                     \
  .Case(#NAME, NEEDS_TEXT == 1)
#include "ruchy_rt/ErrorKinds.def"
      .Default(false);
}

LogicalResult ErrorSiteOp::verify() {
  if (failed(verifyErrorKind(*this, getKind())))
    return failure();
  if (needsText(getKind()) && getText().empty())
    return emitOpError("of kind '") << getKind() << "' needs a text";
  return success();
}

LogicalResult ErrorMessageOp::verify() {
  return verifyErrorKind(*this, getKind());
}

bool ErrorMessageOp::consumesOperand(unsigned) { return true; }

OpFoldResult FailedOp::fold(FoldAdaptor) {
  if (getError().getDefiningOp<ErrorNoneOp>())
    return BoolAttr::get(getContext(), false);
  if (Operation *def = getError().getDefiningOp();
      def && isa<ErrorSiteOp, ErrorIndexOp, ErrorMessageOp>(def))
    return BoolAttr::get(getContext(), true);
  return {};
}

//===----------------------------------------------------------------------===//
// rc.dup, rc.drop
//===----------------------------------------------------------------------===//

static LogicalResult verifyCounted(Operation *op, Type type) {
  if (!isHeapType(type))
    return op->emitOpError("expects a heap value, but got ") << type;
  return success();
}

LogicalResult DupOp::verify() {
  return verifyCounted(*this, getValue().getType());
}

LogicalResult DropOp::verify() {
  return verifyCounted(*this, getValue().getType());
}

bool DropOp::consumesOperand(unsigned) { return true; }
