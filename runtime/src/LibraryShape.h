//===- LibraryShape.h - Objects of the library with methods -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// An open file, a moment in time: records whose shape knows their methods.
/// Method calls find these without naming them, so that programs contain only
/// the kinds of objects that they make.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_LIBRARYSHAPE_H
#define RUCHY_RUNTIME_LIBRARYSHAPE_H

#include "Objects.h"

namespace ruchy::rt {

/// Bit of RtShape::flags: the shape is the start of a LibraryShape.
inline constexpr uint32_t ShapeHasMethods = 1u << 16;

struct LibraryShape {
  RtShape shape;
  /// Calls a method; everything is borrowed. Unknown names are its affair.
  RtStatus (*call)(RtAny *out, RtAny self, const char *name, int64_t len,
                   const RtAny *args, int64_t n, const RtSite *site);
};

/// The shape of an object of the library, or null.
RT_INLINE const LibraryShape *libraryShapeOf(RtAny value) {
  if (!isKind(value, RtKindStruct) && !isKind(value, RtKindInstance))
    return nullptr;
  const RtShape *shape = recordOf(value)->shape;
  return shape->flags & ShapeHasMethods
             ? reinterpret_cast<const LibraryShape *>(shape)
             : nullptr;
}

/// Whether a method has this name.
template <int64_t N>
RT_INLINE bool isNamed(const char *name, int64_t len, const char (&wanted)[N]) {
  return len == N - 1 &&
         __builtin_memcmp(name, wanted, static_cast<size_t>(len)) == 0;
}

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_LIBRARYSHAPE_H
