//===- Emitter.h - Writes LLVM operations at one place ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// `Emitter` has the pieces of code that patterns are put together from.
///
#ifndef RUCHY_LIB_CONVERSION_EMITTER_H
#define RUCHY_LIB_CONVERSION_EMITTER_H

#include "ModuleLowering.h"
#include "ruchy_rt/Layout.h"

namespace ruchy::lowering {

/// A value together with its status; a null status means success.
struct Checked {
  mlir::Value value;
  mlir::Value status;
};

/// Writes LLVM operations at one place. Values are of LLVM types; where a type
/// is passed along, it is the ruchy type of the value.
class Emitter {
public:
  Emitter(ModuleLowering &module, mlir::OpBuilder &builder, mlir::Location loc)
      : module(module), b(builder), loc(loc) {}

  ModuleLowering &module;
  mlir::OpBuilder &b;
  mlir::Location loc;

  // Types.
  mlir::Type i64Type() { return b.getI64Type(); }
  mlir::Type ptrType() {
    return mlir::LLVM::LLVMPointerType::get(b.getContext());
  }
  /// The LLVM type of values of a ruchy type.
  mlir::Type convert(mlir::Type type);

  // Constants.
  mlir::Value i64(int64_t value);
  mlir::Value i1(bool value);
  mlir::Value null();
  mlir::Value zero(mlir::Type llvmType);
  mlir::Value addressOf(mlir::LLVM::GlobalOp global);
  mlir::Value string(llvm::StringRef text);
  mlir::Value site(llvm::StringRef kind = "RuntimeError",
                   llvm::StringRef text = "");

  // Calls.
  mlir::Value call(llvm::StringRef runtimeFunction, mlir::ValueRange args);
  /// A fallible function: result type in memory, arguments without `out` and
  /// `site`. A null type means that there is no result.
  Checked callFallible(llvm::StringRef runtimeFunction, mlir::Type outType,
                       mlir::ValueRange args, mlir::Value site = {});
  /// A function that writes its dynamic result through `out`.
  mlir::Value callForAny(llvm::StringRef runtimeFunction,
                         mlir::ValueRange args);

  // Memory.
  mlir::Value offset(mlir::Value pointer, int64_t bytes);
  mlir::Value load(mlir::Type llvmType, mlir::Value pointer);
  void store(mlir::Value value, mlir::Value pointer);
  /// Values of LLVM type `struct<(i64, i64)>` are two words.
  mlir::Value loadValue(mlir::Type llvmType, mlir::Value pointer,
                        mlir::ArrayAttr tag = {});
  void storeValue(mlir::Value value, mlir::Value pointer,
                  mlir::ArrayAttr tag = {});
  /// The address of a part of a tuple, record or variant.
  mlir::Value partAddress(mlir::Value object, int64_t position);
  /// A borrowed part that is known to be of `type`, without its tag where that
  /// is exact.
  mlir::Value loadPart(mlir::Value address, mlir::Type type);
  /// Stores an owned value, boxed.
  void storePart(mlir::Value value, mlir::Type type, mlir::Value address);
  mlir::Value scratch(unsigned words) {
    return module.getScratch(b.getInsertionBlock(), words);
  }

  // Comparison and choice.
  mlir::Value compare(mlir::LLVM::ICmpPredicate predicate, mlir::Value lhs,
                      mlir::Value rhs);
  mlir::Value isNull(mlir::Value pointer);
  mlir::Value select(mlir::Value condition, mlir::Value yes, mlir::Value no);
  mlir::Value extendBool(mlir::Value bit);

  // Dynamic values.
  mlir::Value makeAny(mlir::Value payload, mlir::Value tag);
  mlir::Value makeAny(mlir::Value payload, RtKind kind) {
    return makeAny(payload, i64(kind));
  }
  mlir::Value nil() { return makeAny(i64(0), RtKindNil); }
  mlir::Value payload(mlir::Value any);
  mlir::Value tagOf(mlir::Value any);
  /// Whether the kind of a dynamic value is `kind`.
  mlir::Value hasKind(mlir::Value any, RtKind kind);
  /// `value` as a dynamic value. A range becomes an object that is owned.
  mlir::Value boxOwned(mlir::Value value, mlir::Type type);
  /// The same for a borrowing use: see dropTemporaries.
  mlir::Value box(mlir::Value value, mlir::Type type);
  /// Appends payload and tag of the boxed value.
  void pushBoxed(mlir::Value value, mlir::Type type,
                 llvm::SmallVectorImpl<mlir::Value> &args);
  /// Boxed values side by side in memory.
  mlir::Value boxIntoArray(mlir::ValueRange values, mlir::TypeRange types);
  /// Drops what `box` allocated, after its use.
  void dropTemporaries();
  mlir::Value unboxRange(mlir::Value payload);
  /// A dynamic value as `type` (its kind is known).
  mlir::Value unbox(mlir::Value any, mlir::Type type);

  // Ranges.
  mlir::Value rangeField(mlir::Value range, int64_t index);

  // Counts.
  void dup(mlir::Value value, mlir::Type type);
  void drop(mlir::Value value, mlir::Type type);

  // Arrays and strings.
  mlir::Value length(mlir::Value object);
  mlir::Value slotAddress(mlir::Value array, mlir::Value position,
                          mlir::Type element);
  mlir::Value loadSlot(mlir::Value array, mlir::Value position,
                       mlir::Type element);
  void storeSlot(mlir::Value value, mlir::Value array, mlir::Value position,
                 mlir::Type element);
  mlir::Value push(mlir::Value array, mlir::Value value, mlir::Type element);
  /// An owned array with its elements converted.
  mlir::Value convertArray(mlir::Value array, ArrayType from, ArrayType to);
  /// An owned copy of a borrowed element as another type.
  mlir::Value convertElement(mlir::Value value, mlir::Type from, mlir::Type to);

  // Text and truth.
  mlir::Value toText(mlir::Value value, mlir::Type type, DisplayMode mode);
  mlir::Value equal(mlir::Value lhs, mlir::Type left, mlir::Value rhs,
                    mlir::Type right);
  mlir::Value truthy(mlir::Value value, mlir::Type type);
  mlir::Value isNil(mlir::Value value, mlir::Type type);
  mlir::Value toFloat(mlir::Value value);
  mlir::Value saturatingInt(mlir::Value floatValue);

private:
  llvm::SmallVector<mlir::Value> temporaries;
};

} // namespace ruchy::lowering

#endif // RUCHY_LIB_CONVERSION_EMITTER_H
