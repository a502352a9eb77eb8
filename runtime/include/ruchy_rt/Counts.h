//===- Counts.h - Reference counts ------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Counts are not atomic. Constant objects have a negative count and are left
/// alone. Freeing never recurses, however deep a value is nested.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_COUNTS_H
#define RUCHY_RT_COUNTS_H

#include "ruchy_rt/Api.h"

/// One more owner of \p object (not null). Fast path in the bitcode.
RT_API void rt_dup(void *object);
/// One owner less; frees at the last one. Null is legal. Fast path in the
/// bitcode.
RT_API void rt_drop(void *object);
/// Frees \p object, whose only owner is gone, and everything it alone owns.
RT_API RT_OUTLINED void rt_free(void *object);
/// The same for a dynamic value; nothing happens for scalars.
RT_API void rt_dup_any(RT_A(value));
RT_API void rt_drop_any(RT_A(value));
/// True if \p object has exactly one owner and may be changed in place.
RT_API bool rt_is_unique(const void *object);
/// Objects that are alive now (constants are not counted).
RT_API int64_t rt_live_objects(void);

#endif // RUCHY_RT_COUNTS_H
