//===- Api.h - Declaration macros of the C ABI ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Conventions of every declaration in these headers:
/// - No struct is passed or returned by value. `RT_A(x)` is a dynamic value
///   as two words. Boolean arguments are int64_t 0 or 1; boolean results are
///   `bool` (i1).
/// - Arguments are borrowed and results owned, except that an argument marked
///   CONSUMED is taken over (the object may be changed in place when unique).
/// - A fallible function returns null or an owned error, takes its place
///   `site` last and writes results through `out` pointers, which come first.
///   `out` is untouched on failure, except where a consumed container is
///   given back: that is valid on both edges.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_API_H
#define RUCHY_RT_API_H

#include "ruchy_rt/Layout.h"

#define RT_API extern "C"
/// A dynamic value as parameters.
#define RT_A(name) int64_t name##Payload, int64_t name##Tag
/// What inlined fast paths call leaves the caller's registers be.
#if defined(__x86_64__) || defined(__aarch64__)
#define RT_OUTLINED __attribute__((noinline, preserve_most))
#else
#define RT_OUTLINED __attribute__((noinline))
#endif
/// The same, for what happens rarely.
#define RT_COLD RT_OUTLINED __attribute__((cold))
/// The status of a fallible function: null is success.
using RtStatus = const RtError *;

#endif // RUCHY_RT_API_H
