//===- ClosureOps.cpp - Function values, captures and cells -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"

using namespace mlir;
using namespace ruchy;

//===----------------------------------------------------------------------===//
// Function values
//===----------------------------------------------------------------------===//

void ClosureNewOp::inferResultTypes(ArrayRef<Type>,
                                    SmallVectorImpl<Type> &results) {
  results.push_back(FnType::get(getContext(), getFunctionAttr()));
}

void ClosureNewOp::inferStoredTypes(ArrayRef<Type> types, StorageTypes &storage,
                                    SmallVectorImpl<Type> &results) {
  const void *name = getFunctionAttr().getAttr().getAsOpaquePointer();
  for (auto [index, type] : llvm::enumerate(types))
    storage.write({StorageKey::Capture, name, unsigned(index)}, type);
  inferResultTypes(types, results);
}

bool ClosureNewOp::consumesOperand(unsigned) { return true; }
bool ClosureNewOp::isImmortalResult(unsigned) { return getCaptures().empty(); }

LogicalResult ClosureNewOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto func = symbols.lookupNearestSymbolFrom<FuncOp>(*this, getFunctionAttr());
  if (!func)
    return emitOpError("uses the unknown function ") << getFunctionAttr();
  if (!getCaptures().empty() && !func.getClosure())
    return emitOpError("captures values for ")
           << getFunctionAttr() << ", which is no closure";
  return success();
}

void ClosureGetOp::inferResultTypes(ArrayRef<Type>,
                                    SmallVectorImpl<Type> &results) {
  results.push_back(AnyType::get(getContext()));
}

/// The closure is that of the enclosing function, whatever type it has here.
void ClosureGetOp::inferStoredTypes(ArrayRef<Type>, StorageTypes &storage,
                                    SmallVectorImpl<Type> &results) {
  StringAttr name = (*this)->getParentOfType<FuncOp>().getSymNameAttr();
  results.push_back(
      storage.read({StorageKey::Capture, name.getAsOpaquePointer(),
                    unsigned(getPosition())}));
}

void ClosureGetOp::getViewBases(unsigned, SmallVectorImpl<Value> &bases) {
  bases.push_back(getClosure());
}

void CallValueOp::inferResultTypes(ArrayRef<Type>,
                                   SmallVectorImpl<Type> &results) {
  results.push_back(AnyType::get(getContext()));
}

bool CallValueOp::mayError() { return true; }

void CallValueOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  effects.emplace_back(MemoryEffects::Read::get());
  effects.emplace_back(MemoryEffects::Write::get());
  ruchy::detail::getErrorEffects(getOperation(), effects);
}

//===----------------------------------------------------------------------===//
// Cells
//===----------------------------------------------------------------------===//

static StorageKey getCellStorage(StringAttr key) {
  return {StorageKey::Cell, key.getAsOpaquePointer()};
}

void CellNewOp::inferResultTypes(ArrayRef<Type>,
                                 SmallVectorImpl<Type> &results) {
  results.push_back(CellType::get(getContext()));
}
void CellNewOp::inferStoredTypes(ArrayRef<Type> types, StorageTypes &storage,
                                 SmallVectorImpl<Type> &results) {
  storage.write(getCellStorage(getKeyAttr()), types[0]);
  inferResultTypes(types, results);
}
bool CellNewOp::consumesOperand(unsigned) { return true; }

void CellGetOp::inferResultTypes(ArrayRef<Type>,
                                 SmallVectorImpl<Type> &results) {
  results.push_back(AnyType::get(getContext()));
}
void CellGetOp::inferStoredTypes(ArrayRef<Type>, StorageTypes &storage,
                                 SmallVectorImpl<Type> &results) {
  results.push_back(storage.read(getCellStorage(getKeyAttr())));
}

void CellTakeOp::inferResultTypes(ArrayRef<Type>,
                                  SmallVectorImpl<Type> &results) {
  results.push_back(AnyType::get(getContext()));
}
void CellTakeOp::inferStoredTypes(ArrayRef<Type>, StorageTypes &storage,
                                  SmallVectorImpl<Type> &results) {
  results.push_back(storage.read(getCellStorage(getKeyAttr())));
}

void CellSetOp::inferResultTypes(ArrayRef<Type>, SmallVectorImpl<Type> &) {}
void CellSetOp::inferStoredTypes(ArrayRef<Type> types, StorageTypes &storage,
                                 SmallVectorImpl<Type> &) {
  storage.write(getCellStorage(getKeyAttr()), types[1]);
}
bool CellSetOp::consumesOperand(unsigned index) { return index == 1; }
