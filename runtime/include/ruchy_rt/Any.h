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
/// A step of a path is an index or key, or with RtStepField in its tag the
/// name of a field. `root[i0][i1].. = value`: root and value are CONSUMED,
/// indices borrowed.
/// \p sites has a place per step, and one more for a method. The root given
/// back is valid on both edges; every level is changed in place
/// when unique. A failing operation changes nothing.
RT_API RtStatus rt_any_place_set(RtAny *rootOut, RT_A(root),
                                 const RtAny *indices, int64_t n, RT_A(value),
                                 const RtSite *const *sites);
/// Takes the value at a place out, to be put back by rt_any_place_set on the
/// same path; nothing may read the place in between. Below an instance the
/// value is copied. The root is CONSUMED and valid on both edges.
RT_API RtStatus rt_any_place_move(RtAny *out, RtAny *rootOut, RT_A(root),
                                  const RtAny *indices, int64_t n,
                                  const RtSite *const *sites);
/// A library method on a place: `root[i].push(x)`.
RT_API RtStatus rt_any_place_method(RtAny *out, RtAny *rootOut, RT_A(root),
                                    const RtAny *indices, int64_t n,
                                    const char *name, int64_t nameLen,
                                    const RtAny *args, int64_t numArgs,
                                    const RtSite *const *sites);
/// A method call: see Methods.h.
/// @}

/// \name Iteration
/// @{
/// What a `for` runs over: an array or range is itself, a string its
/// characters, a map its `(k, v)` tuples, a set or tuple its elements.
/// `Cannot iterate over X`, `Range bounds must be integers`.
RT_API RtStatus rt_any_iter(RtAny *out, RT_A(value), const RtSite *site);
/// The same for a `for` with one name: a map gives its keys.
RT_API RtStatus rt_any_iter_keys(RtAny *out, RT_A(value), const RtSite *site);
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
