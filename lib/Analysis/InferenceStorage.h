//===- InferenceStorage.h - Storage types during inference ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The storage of the program as the operation sees it that inference visits.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_ANALYSIS_INFERENCESTORAGE_H
#define RUCHY_LIB_ANALYSIS_INFERENCESTORAGE_H

#include "Ruchy/Analysis/TypeInference.h"

namespace ruchy {

/// Registers the visited operation as a reader of what it reads.
class InferenceStorage : public StorageTypes {
public:
  InferenceStorage(TypeInference &inference, FunctionInstance *instance,
                   mlir::Operation *op)
      : inference(inference), item(instance, op) {}

  mlir::Type read(StorageKey key) override;
  void write(StorageKey key, mlir::Type type) override;
  TypeOp lookupType(mlir::StringAttr name) override;
  llvm::ArrayRef<StorageKey> getFieldsNamed(llvm::StringRef name) override;

private:
  TypeInference &inference;
  TypeInference::WorkItem item;
};

} // namespace ruchy

#endif // RUCHY_LIB_ANALYSIS_INFERENCESTORAGE_H
