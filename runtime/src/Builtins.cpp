//===- Builtins.cpp - Builtin functions on dynamic values -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Numbers and lengths.
///
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Builtins.h"
#include "LibraryShape.h"
#include "ruchy_rt/Convert.h"
#include "ruchy_rt/Math.h"

using namespace ruchy::rt;

extern "C" RtStatus rt_any_len(int64_t *out, RT_A(a), const RtSite *site) {
  RtAny a = {aPayload, aTag};
  switch (rtKindOf(aTag)) {
  case RtKindString:
    *out = stringOf(a)->len;
    return nullptr;
  case RtKindArray:
    *out = arrayOf(a)->len;
    return nullptr;
  case RtKindTuple:
    *out = tupleOf(a)->len;
    return nullptr;
  case RtKindMap:
  case RtKindSet:
    *out = tableOf(a)->len;
    return nullptr;
  case RtKindRange: {
    const RtRange *range = rangeOf(a);
    if (isKind(range->start, RtKindInt) && isKind(range->end, RtKindInt)) {
      *out = rt_range_len(range->start.payload, range->end.payload,
                          range->inclusive);
      return nullptr;
    }
    break;
  }
  default:
    if (const LibraryShape *shape = libraryShapeOf(a)) {
      RtAny len;
      RtStatus error = shape->call(&len, a, "len", 3, nullptr, 0, site);
      if (!error)
        *out = len.payload;
      return error;
    }
    break;
  }
  Text text;
  // A site with text is that of a method call.
  if (site->text)
    return unknownMethod(a, site->text, site->textLen, site);
  return runtimeError(text.add("len() does not support type: ").addKind(a),
                      site);
}

/// `name() expects what`.
static RtStatus argumentError(const char *name, const char *what,
                              const RtSite *site) {
  Text text;
  text.addZeroTerminated(name).add("() expects ").addZeroTerminated(what);
  return runtimeError(text, site);
}

extern "C" RtStatus rt_any_abs(RtAny *out, RT_A(a), const RtSite *site) {
  RtAny a = {aPayload, aTag};
  if (!isNumber(a))
    return argumentError("abs", "a number", site);
  if (isKind(a, RtKindFloat)) {
    *out = makeFloat(__builtin_fabs(floatOf(a)));
    return nullptr;
  }
  if (aPayload == INT64_MIN)
    return plainError(RtErrorOverflowAbs, site);
  *out = makeInt(aPayload < 0 ? -aPayload : aPayload);
  return nullptr;
}

extern "C" RtStatus rt_any_sqrt(RtAny *out, RT_A(a), const RtSite *site) {
  RtAny a = {aPayload, aTag};
  if (!isNumber(a))
    return argumentError("sqrt", "a number", site);
  *out = makeFloat(__builtin_sqrt(toFloat(a)));
  return nullptr;
}

extern "C" int64_t rt_float_floor_int(double value) {
  return rt_float_to_int(rt_floor(value));
}

extern "C" int64_t rt_float_ceil_int(double value) {
  return rt_float_to_int(rt_ceil(value));
}

extern "C" int64_t rt_float_round_int(double value) {
  return rt_float_to_int(rt_round(value));
}

#define RT_ROUNDING(name)                                                      \
  extern "C" RtStatus rt_any_##name(RtAny *out, RT_A(a), const RtSite *site) { \
    RtAny a = {aPayload, aTag};                                                \
    if (!isNumber(a))                                                          \
      return argumentError(#name, "a number", site);                           \
    *out =                                                                     \
        isKind(a, RtKindInt) ? a : makeInt(rt_float_##name##_int(floatOf(a))); \
    return nullptr;                                                            \
  }
RT_ROUNDING(floor)
RT_ROUNDING(ceil)
RT_ROUNDING(round)
#undef RT_ROUNDING

/// The smallest (or, with \p sign -1, greatest) of \p n numbers.
static RtStatus extreme(RtAny *out, const RtArray *items, const RtAny *args,
                        int64_t n, int sign, const RtSite *site) {
  RtAny best = makeNil();
  bool anyFloat = false;
  for (int64_t i = 0; i < n; ++i) {
    RtAny item = items ? elementOf(items, i) : args[i];
    if (!isNumber(item))
      return argumentError(sign > 0 ? "min" : "max", "two numbers", site);
    anyFloat |= isKind(item, RtKindFloat);
    int64_t order = -1;
    if (i > 0)
      rt_any_compare(&order, RT_PASS(item), RT_PASS(best), site);
    if (i == 0 || order * sign == -1)
      best = item;
  }
  *out = anyFloat ? makeFloat(toFloat(best)) : best;
  return nullptr;
}

static RtStatus extremeOf(RtAny *out, const RtAny *args, int64_t n, int sign,
                          const RtSite *site) {
  if (n != 1 || !isKind(args[0], RtKindArray))
    return extreme(out, nullptr, args, n, sign, site);
  const RtArray *items = arrayOf(args[0]);
  return extreme(out, items, nullptr, items->len, sign, site);
}

extern "C" RtStatus rt_any_min(RtAny *out, const RtAny *args, int64_t n,
                               const RtSite *site) {
  return extremeOf(out, args, n, 1, site);
}

extern "C" RtStatus rt_any_max(RtAny *out, const RtAny *args, int64_t n,
                               const RtSite *site) {
  return extremeOf(out, args, n, -1, site);
}
