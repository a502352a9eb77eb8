//===- StorageTypes.h - Exact types of named storage ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// What type inference offers to operations that read or write storage which
/// the whole program shares by name.
///
#ifndef RUCHY_DIALECT_RUCHY_IR_STORAGETYPES_H
#define RUCHY_DIALECT_RUCHY_IR_STORAGETYPES_H

#include "mlir/IR/Attributes.h"
#include "mlir/IR/Types.h"
#include <optional>
#include <tuple>

namespace mlir {
class Operation;
class StringAttr;
} // namespace mlir

namespace ruchy {

class TypeOp;

/// Names one piece of storage.
struct StorageKey {
  enum Kind : unsigned {
    Global,  ///< Owner: the name of the global.
    Field,   ///< Owner: the declaration of the type; position of the field.
    Payload, ///< Owner: the declaration of the enum; variant and position.
    Cell,    ///< Owner: the key of the variable.
    Capture  ///< Owner: the name of the function; position of the capture.
  };
  Kind kind;
  const void *owner;
  unsigned position = 0;

  std::tuple<unsigned, const void *, unsigned> asTuple() const {
    return {kind, owner, position};
  }
};

/// The types of storage while inference runs, seen from one operation that it
/// visits: the operation is visited again when a type that it read rises.
class StorageTypes {
public:
  virtual ~StorageTypes();

  /// The join of all values written so far, null for none.
  virtual mlir::Type read(StorageKey key) = 0;
  virtual void write(StorageKey key, mlir::Type type) = 0;
  /// The declaration of a type, null if there is none.
  virtual TypeOp lookupType(mlir::StringAttr name) = 0;
  /// All fields and payloads of that name in the program.
  virtual llvm::ArrayRef<StorageKey> getFieldsNamed(llvm::StringRef name) = 0;

  /// The key of a field by position. Fields of a base class belong to it.
  StorageKey getField(TypeOp type, unsigned position);
  /// The key of a field of a struct or class type by name; none where the type
  /// has no such field or is no such type.
  std::optional<StorageKey> getField(mlir::Type type, llvm::StringRef name);
  /// The key of a payload by position, none where there is none.
  std::optional<StorageKey> getPayload(TypeOp type, llvm::StringRef variant,
                                       unsigned position);
};

} // namespace ruchy

#endif // RUCHY_DIALECT_RUCHY_IR_STORAGETYPES_H
