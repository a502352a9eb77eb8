//===- Objects.h - Dynamic values as objects --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Access to the objects of dynamic values, and to their fields.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_OBJECTS_H
#define RUCHY_RUNTIME_OBJECTS_H

#include "Table.h"
#include "ruchy_rt/Objects.h"

namespace ruchy::rt {

RT_INLINE RtTuple *tupleOf(RtAny value) {
  return reinterpret_cast<RtTuple *>(objectOf(value.payload));
}
RT_INLINE RtRecord *recordOf(RtAny value) {
  return reinterpret_cast<RtRecord *>(objectOf(value.payload));
}
RT_INLINE const RtError *errorOf(RtAny value) {
  return reinterpret_cast<const RtError *>(objectOf(value.payload));
}
RT_INLINE bool isRecord(RtAny value) {
  uint8_t kind = rtKindOf(value.tag);
  return kind >= RtKindStruct && kind <= RtKindEnum;
}
/// Flags of a variant's shape; none for other values.
RT_INLINE uint32_t flagsOf(RtAny value) {
  return isKind(value, RtKindEnum) ? recordOf(value)->shape->flags : 0;
}

/// The slot of a field of a tuple, struct, instance or variant.
RtStatus findField(RtAny *&out, RtAny object, const RtString *name,
                   const RtSite *site);
/// `Cannot index L with R`.
RtStatus cannotIndex(RtAny container, RtAny index, const RtSite *site);
/// The number that a name is; false for others.
bool parsePosition(const RtString *name, int64_t &position);

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_OBJECTS_H
