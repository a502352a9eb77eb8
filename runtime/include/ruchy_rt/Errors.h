//===- Errors.h - Errors and their report -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// An error value is one pointer. Without operands it is the constant site
/// itself, cast to RtError; the functions here make the others. All results
/// are owned, and never null.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_ERRORS_H
#define RUCHY_RT_ERRORS_H

#include "ruchy_rt/Api.h"

/// The `kind` of sites and errors.
enum RtErrorKind : uint32_t {
#define RT_ERROR(Name, Type, Prefix, Template, NeedsText) RtError##Name,
#include "ruchy_rt/ErrorKinds.def"
  RtErrorKindCount
};

/// `Index I out of bounds for array of length N`; \p kind is RtKindArray or
/// RtKindString and \p len counts elements or characters.
RT_API RtStatus rt_error_index(int64_t index, int64_t len, int64_t kind,
                               const RtSite *site);
/// `Shift count N is out of range`.
RT_API RtStatus rt_error_shift(int64_t count, const RtSite *site);
/// An error of the site's own kind with a message made at run time: \p text
/// (CONSUMED) takes the place of `%` in the kind's template, so a Panic site
/// gives `panic: text` and an AssertionMessage site `Assertion failed: text`.
RT_API RtStatus rt_error_message(RtString *text, const RtSite *site);
/// A type error about dynamic operands: `%L` and `%R` in the site's text are
/// replaced by the kind names of the two values. For one value pass it twice.
RT_API RtStatus rt_error_operands(RT_A(left), RT_A(right), const RtSite *site);
/// `Assertion failed: expected A, got B`, or with \p message (may be null,
/// borrowed) `Assertion failed: message`.
RT_API RtStatus rt_error_assert_eq(RT_A(expected), RT_A(got),
                                   const RtString *message, const RtSite *site);
/// `throw`; the value is CONSUMED. A caught error object is thrown as it is.
RT_API RtStatus rt_error_throw(RT_A(value), const RtSite *site);

/// The error with the place \p site if it has none (CONSUMED, owned): errors
/// of the compiler's own functions are reported where these were called.
RT_API RtStatus rt_error_relocate(RtStatus error, const RtSite *site);

/// One owner less; static sites and null are legal.
RT_API void rt_error_drop(RtStatus error);
/// The message without class prefix; for a thrown value its display form.
RT_API RtString *rt_error_text(RtStatus error);
/// `.type` of the error: an immortal string; "" for a thrown value.
RT_API RtString *rt_error_type_name(RtStatus error);
/// What `catch` binds: the thrown value, else the error object itself. The
/// error is CONSUMED.
RT_API void rt_error_caught(RtAny *out, RtStatus error);
/// Notes that \p error leaves a function; the text of \p frame is the
/// function's name and the source line. Only in programs that are compiled
/// for it; printed behind the report if RUCHY_BACKTRACE is 1.
RT_API __attribute__((cold)) void rt_backtrace_frame(RtStatus error,
                                                     const RtSite *frame);
/// Prints both lines of the report of an uncaught error on standard error,
/// after flushing standard output. Does not drop the error.
RT_API void rt_report_uncaught(RtStatus error);

#endif // RUCHY_RT_ERRORS_H
