//===- Any.h - Operations on dynamic values ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The operators of the language on operands whose kind is not known before
/// run time. The error texts name both kinds; the site's own kind and text
/// are not used, only its place (rt_any_cast reads its text).
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_ANY_H
#define RUCHY_RT_ANY_H

#include "ruchy_rt/Api.h"

/// \name Operators
/// @{
#define RT_ANY_BINARY(name)                                                    \
  RT_API RtStatus rt_any_##name(RtAny *out, RT_A(a), RT_A(b),                  \
                                const RtSite *site);
RT_ANY_BINARY(add)
RT_ANY_BINARY(sub)
RT_ANY_BINARY(mul)
RT_ANY_BINARY(div)
RT_ANY_BINARY(mod)
RT_ANY_BINARY(pow)
RT_ANY_BINARY(bitand)
RT_ANY_BINARY(bitor)
RT_ANY_BINARY(bitxor)
RT_ANY_BINARY(shl)
RT_ANY_BINARY(shr)
#undef RT_ANY_BINARY
RT_API RtStatus rt_any_neg(RtAny *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_plus(RtAny *out, RT_A(a), const RtSite *site);
RT_API RtStatus rt_any_bitnot(RtAny *out, RT_A(a), const RtSite *site);
/// Never fails; different kinds are unequal except numbers.
RT_API bool rt_any_equal(RT_A(a), RT_A(b));
/// -1, 0, 1, or 2 when a NaN is involved (every ordering is then false).
RT_API RtStatus rt_any_compare(int64_t *out, RT_A(a), RT_A(b),
                               const RtSite *site);
/// Only `false` and nil are false.
RT_API bool rt_any_truthy(RT_A(a));
/// `item in container`; \p out gets 0 or 1.
RT_API RtStatus rt_any_in(int64_t *out, RT_A(item), RT_A(container),
                          const RtSite *site);
/// @}

/// \name Containers
/// @{
RT_API RtStatus rt_any_index(RtAny *out, RT_A(container), RT_A(index),
                             const RtSite *site);
RT_API RtStatus rt_any_slice(RtAny *out, RT_A(container), RT_A(lo), RT_A(hi),
                             int64_t inclusive, const RtSite *site);
/// `root[i0][i1].. = value`: root and value are CONSUMED, indices borrowed.
/// The root given back is valid on both edges; every level is changed in place
/// when unique. A failing operation changes nothing.
RT_API RtStatus rt_any_place_set(RtAny *rootOut, RT_A(root),
                                 const RtAny *indices, int64_t n, RT_A(value),
                                 const RtSite *site);
/// The same for `m[i][j] op= value`; \p op is an RtPlaceOp. The value is
/// borrowed. The assigned value (owned) goes to \p out if that is not null.
RT_API RtStatus rt_any_place_update(RtAny *out, RtAny *rootOut, RT_A(root),
                                    const RtAny *indices, int64_t n, int64_t op,
                                    RT_A(value), const RtSite *site);
/// A method call: see Methods.h.
/// @}

/// Operators of rt_any_place_update.
enum RtPlaceOp : int64_t {
  RtPlaceAdd,
  RtPlaceSub,
  RtPlaceMul,
  RtPlaceDiv,
  RtPlaceMod,
  RtPlacePow,
  RtPlaceBitAnd,
  RtPlaceBitOr,
  RtPlaceBitXor,
  RtPlaceShl,
  RtPlaceShr
};

/// \name Iteration
/// @{
/// What a `for` runs over: an array or range is itself, a string its
/// characters. `Cannot iterate over X`, `Range bounds must be integers`.
RT_API RtStatus rt_any_iter(RtAny *out, RT_A(value), const RtSite *site);
/// Number of items of a result of rt_any_iter; INT64_MAX for `a..`.
RT_API int64_t rt_any_iter_len(RT_A(iter));
/// Item \p i, 0 <= i < len, owned.
RT_API void rt_any_iter_at(RtAny *out, RT_A(iter), int64_t i);
/// @}

/// \name Kinds
/// @{
/// `type_of`: an immortal string.
RT_API RtString *rt_any_type_of(RT_A(a));
/// The name of a kind as zero-terminated text.
RT_API const char *rt_kind_name(int64_t kind);
/// `Cannot call non-function value: X`.
RT_API RtStatus rt_any_not_callable(RT_A(a), const RtSite *site);
/// `Cannot access field 'text' on type X`, the field from the site's text.
RT_API RtStatus rt_any_no_field(RT_A(a), const RtSite *site);
/// @}

#endif // RUCHY_RT_ANY_H
