//===- InferenceStorage.cpp - Storage types during inference ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "InferenceStorage.h"

using namespace mlir;
using namespace ruchy;

Type InferenceStorage::read(StorageKey key) {
  TypeInference::StorageState &state = inference.storage[key.asTuple()];
  state.readers.insert(item);
  return state.type;
}

void InferenceStorage::write(StorageKey key, Type type) {
  if (!type)
    return;
  Type before = inference.storage[key.asTuple()].type;
  // Globals have typed memory, in which arrays are converted; ranges are boxed
  // in any memory.
  Type joined = key.kind == StorageKey::Global
                    ? joinTypes(before, getContentType(type))
                    : joinContents(before, type);
  inference.escapeLost(type, joined);
  if (joined == before)
    return;
  if (before)
    inference.escapeLost(before, joined);
  // Escaping may have moved the table.
  TypeInference::StorageState &state = inference.storage[key.asTuple()];
  state.type = joined;
  for (auto [reader, op] : state.readers)
    inference.enqueue(reader, op);
}

TypeOp InferenceStorage::lookupType(StringAttr name) {
  return inference.symbols.lookup<TypeOp>(name);
}

ArrayRef<StorageKey> InferenceStorage::getFieldsNamed(StringRef name) {
  auto it = inference.fieldsByName.find(name);
  return it == inference.fieldsByName.end() ? ArrayRef<StorageKey>()
                                            : ArrayRef(it->second);
}
