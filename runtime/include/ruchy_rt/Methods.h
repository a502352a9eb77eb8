//===- Methods.h - Method calls on dynamic receivers ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Dispatch by name at run time; Methods.def lists what exists.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_METHODS_H
#define RUCHY_RT_METHODS_H

#include "ruchy_rt/Api.h"

/// `recv.name(args)` where the receiver is not a place or the method does not
/// mutate: everything borrowed. A mutating method acts on a copy; `push` and
/// its like then give the new array.
RT_API RtStatus rt_any_call_method(RtAny *out, RT_A(recv), const char *name,
                                   int64_t nameLen, const RtAny *args,
                                   int64_t n, const RtSite *site);
/// The same with a place as receiver: \p recv is CONSUMED and its new value
/// goes to \p recvOut, valid on both edges. Works for every method.
RT_API RtStatus rt_any_call_mutating(RtAny *out, RtAny *recvOut, RT_A(recv),
                                     const char *name, int64_t nameLen,
                                     const RtAny *args, int64_t n,
                                     const RtSite *site);
/// True if a method of that name changes its receiver for some kind.
RT_API bool rt_method_mutates(const char *name, int64_t nameLen);

#endif // RUCHY_RT_METHODS_H
