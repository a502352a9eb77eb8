//===- Objects.h - Tuples, records, functions, cells ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Objects whose parts are dynamic values. Compiled code reads and writes the
/// parts itself; what is made here has unwritten parts, which the caller fills
/// before anything else happens.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_OBJECTS_H
#define RUCHY_RT_OBJECTS_H

#include "ruchy_rt/Api.h"

/// Shapes of Option and Result, and the value None.
extern "C" {
extern const RtShape rt_shape_some;
extern const RtShape rt_shape_none;
extern const RtShape rt_shape_ok;
extern const RtShape rt_shape_err;
extern const RtRecord rt_none;
}

/// \name Making. Fast paths in the bitcode.
/// @{
RT_API RtTuple *rt_tuple_new(int64_t len);
/// \p kind and \p numFields as in the shape.
RT_API RtRecord *rt_record_new(const RtShape *shape, int64_t kind,
                               int64_t numFields);
/// A function value with \p numCaptures captures.
RT_API RtFunction *rt_function_new(const RtCode *code, int64_t numCaptures);
/// A cell; the value is CONSUMED.
RT_API RtCell *rt_cell_new(RT_A(value));
/// The three above where sizes are not constant.
RT_API RT_OUTLINED RtTuple *rt_tuple_new_dynamic(int64_t len);
RT_API RT_OUTLINED RtRecord *rt_record_new_dynamic(const RtShape *shape);
/// @}

/// \name Parts
/// @{
/// The object (a tuple, struct or variant, CONSUMED) with one owner: a copy of
/// it if it has others. Instances are given back as they are.
/// Fast path in the bitcode.
RT_API void *rt_object_make_unique(void *object);
/// The same where it has others.
RT_API RT_COLD void *rt_object_copy(void *object);
/// Position of a field in a shape, or -1.
RT_API int64_t rt_shape_find(const RtShape *shape, const char *name,
                             int64_t len);
/// Whether \p shape is \p type or extends it.
RT_API bool rt_shape_derives(const RtShape *shape, const RtShape *type);
/// `object.name`; the texts of errors are in the language reference. Borrowed
/// name, owned result.
RT_API RtStatus rt_any_field(RtAny *out, RT_A(object), const RtString *name,
                             const RtSite *site);
/// Whether a map, struct or instance has the field: patterns.
RT_API bool rt_any_has_field(RT_A(object), const RtString *name);
/// @}

/// \name Calls
/// @{
/// Calls a function value; arguments borrowed.
RT_API RtStatus rt_any_call(RtAny *out, RT_A(callee), const RtAny *args,
                            int64_t n, const RtSite *site);
/// `Function expects L-M arguments, got N`.
RT_API RtStatus rt_error_arity(int64_t least, int64_t most, int64_t got,
                               const RtSite *site);
/// @}

/// \name Patterns on dynamic values
/// @{
/// Loose test of an RtOptionCase, see language 4.6.
RT_API bool rt_any_option_is(RT_A(value), int64_t optionCase, int64_t strict);
/// Payload of a value that passed the loose test of that case, borrowed.
RT_API void rt_any_option_get(RtAny *out, RT_A(value), int64_t optionCase);
/// Kind by name of `type_of`, `option`, `result`, `map`, `collection`, `unset`.
RT_API bool rt_any_kind_is(RT_A(value), const char *name, int64_t len);
/// An array (`kind` RtKindArray) or tuple of \p count or (with \p rest) at
/// least as many elements.
RT_API bool rt_any_match_sequence(RT_A(value), int64_t kind, int64_t count,
                                  int64_t rest);
/// Same kind and equal.
RT_API bool rt_any_match_literal(RT_A(value), RT_A(literal));
/// Between two bounds (nil: open), which are of the value's kind.
RT_API bool rt_any_match_range(RT_A(value), RT_A(low), RT_A(high),
                               int64_t inclusive);
/// @}

/// Cases of rt_any_option_is.
enum RtOptionCase : int64_t { RtCaseSome, RtCaseNone, RtCaseOk, RtCaseErr };

/// \name Cycles (Cycles.cpp)
/// @{
/// One owner less of an instance, cell or function value that has others: it
/// may now be kept alive by nothing but itself.
RT_API RT_COLD void rt_cycle_candidate(void *object);
/// Frees all cycles that nothing refers to.
RT_API void rt_collect_cycles(void);
/// rt_drop of an instance, cell or function value. Fast path in the bitcode.
RT_API void rt_drop_shared(void *object);
/// @}

#endif // RUCHY_RT_OBJECTS_H
