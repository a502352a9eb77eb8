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

bool ruchy::detail::mayHoldInstance(Type type) {
  if (auto array = dyn_cast<ArrayType>(type))
    return mayHoldInstance(array.getElementType());
  if (auto map = dyn_cast<MapType>(type))
    return mayHoldInstance(map.getValueType());
  if (auto tuple = dyn_cast<TupleType>(type))
    return llvm::any_of(tuple.getElementTypes(), mayHoldInstance);
  if (auto option = dyn_cast<OptionType>(type))
    return mayHoldInstance(option.getValueType());
  // What structs, enums and the like hold is known to the program only.
  return isa<AnyType, ClassType, StructType, EnumType, ResultType, SetType>(
      type);
}

static bool mayBeInstance(Type type) { return isa<AnyType, ClassType>(type); }

/// Whether a store at the end of a path may change an instance: one of the
/// containers on the way is one.
static bool mayChangeInstance(Type container, unsigned levels) {
  for (; levels > 0; --levels) {
    if (mayBeInstance(container))
      return true;
    if (auto array = dyn_cast<ArrayType>(container))
      container = array.getElementType();
    else if (levels > 1)
      return ruchy::detail::mayHoldInstance(container);
  }
  return false;
}

void ruchy::detail::getReadEffects(
    Type object,
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  if (mayBeInstance(object))
    effects.emplace_back(MemoryEffects::Read::get());
}

/// The effects of operations that may meet instances.
static void getInstanceEffects(
    Operation *op,
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  bool changes = false;
  if (auto set = dyn_cast<PlaceSetOp>(op))
    changes =
        mayChangeInstance(set.getContainer().getType(), set.getPath().size());
  else if (auto method = dyn_cast<PlaceMethodOp>(op))
    changes = mayChangeInstance(method.getContainer().getType(),
                                method.getPath().size());
  else if (auto move = dyn_cast<PlaceMoveOp>(op))
    changes =
        mayChangeInstance(move.getContainer().getType(), move.getPath().size());
  else if (isa<FieldOp>(op))
    ruchy::detail::getReadEffects(op->getOperand(0).getType(), effects);
  if (changes) {
    effects.emplace_back(MemoryEffects::Read::get());
    effects.emplace_back(MemoryEffects::Write::get());
  }
}

void ruchy::detail::getErrorEffects(
    Operation *op,
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  // Whoever handles an error takes it: two operations never share one.
  if (Value status = getErrorResult(op))
    effects.emplace_back(MemoryEffects::Allocate::get(), cast<OpResult>(status),
                         ErrorResource::get());
  else if (cast<FallibleOpInterface>(op).mayError())
    effects.emplace_back(MemoryEffects::Write::get(), ErrorResource::get());
  getInstanceEffects(op, effects);
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

/// Whether a site of this kind says nothing without a text. What the program
/// says itself may be empty.
static bool needsText(StringRef kind) {
  return kind != "Panic" && kind != "AssertionMessage" &&
         llvm::StringSwitch<bool>(kind)
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
      def && isa<ErrorSiteOp, ErrorIndexOp, ErrorMessageOp, ErrorThrowOp,
                 ErrorRelocateOp>(def))
    return BoolAttr::get(getContext(), true);
  return {};
}

//===----------------------------------------------------------------------===//
// throw, catch, fail
//===----------------------------------------------------------------------===//

bool ErrorThrowOp::consumesOperand(unsigned) { return true; }

void ErrorValueOp::inferResultTypes(ArrayRef<Type>,
                                    SmallVectorImpl<Type> &results) {
  results.push_back(AnyType::get(getContext()));
}

bool FailOp::consumesOperand(unsigned) { return true; }

LogicalResult FailOp::verify() {
  auto func = (*this)->getParentOfType<FuncOp>();
  size_t wanted = func && func.getInout() ? func.getInout()->size() : 0;
  if (getUpdated().size() != wanted)
    return emitOpError("gives ")
           << getUpdated().size() << " parameters back, but the function has "
           << wanted << " to give back";
  return success();
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
