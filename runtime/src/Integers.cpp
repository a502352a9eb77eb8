//===- Integers.cpp - Methods of integers, functions of numbers -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Integers.h"
#include "Objects.h"
#include "ruchy_rt/Math.h"
#include "ruchy_rt/Options.h"

using namespace ruchy::rt;

//===----------------------------------------------------------------------===//
// Integers
//===----------------------------------------------------------------------===//

extern "C" int64_t rt_int_wrapping_pow(int64_t a, int64_t b) {
  uint64_t result = 1, base = static_cast<uint64_t>(a);
  for (; b > 0; b >>= 1, base *= base)
    if (b & 1)
      result *= base;
  return static_cast<int64_t>(result);
}

/// The limit on the side of a result that is negative or not.
static int64_t limit(bool isNegative) {
  return isNegative ? INT64_MIN : INT64_MAX;
}

extern "C" int64_t rt_int_saturating_add(int64_t a, int64_t b) {
  int64_t result;
  return __builtin_add_overflow(a, b, &result) ? limit(a < 0) : result;
}

extern "C" int64_t rt_int_saturating_sub(int64_t a, int64_t b) {
  int64_t result;
  return __builtin_sub_overflow(a, b, &result) ? limit(a < 0) : result;
}

extern "C" int64_t rt_int_saturating_mul(int64_t a, int64_t b) {
  int64_t result;
  return __builtin_mul_overflow(a, b, &result) ? limit((a < 0) != (b < 0))
                                               : result;
}

extern "C" int64_t rt_int_saturating_pow(int64_t a, int64_t b) {
  int64_t result = 0;
  if (b < 0 || rt_ipow(a, b, &result))
    return result;
  return limit(a < 0 && b % 2 != 0);
}

static void giveOption(RtAny *out, bool isSome, int64_t value) {
  *out = makeRef(isSome ? rt_option_new(RtCaseSome, value, RtKindInt)
                        : const_cast<RtRecord *>(&rt_none));
}

extern "C" void rt_int_checked_add(RtAny *out, int64_t a, int64_t b) {
  int64_t result;
  bool overflow = __builtin_add_overflow(a, b, &result);
  giveOption(out, !overflow, result);
}

extern "C" void rt_int_checked_sub(RtAny *out, int64_t a, int64_t b) {
  int64_t result;
  bool overflow = __builtin_sub_overflow(a, b, &result);
  giveOption(out, !overflow, result);
}

extern "C" void rt_int_checked_mul(RtAny *out, int64_t a, int64_t b) {
  int64_t result;
  bool overflow = __builtin_mul_overflow(a, b, &result);
  giveOption(out, !overflow, result);
}

static bool canDivide(int64_t a, int64_t b) {
  return b != 0 && !(a == INT64_MIN && b == -1);
}

extern "C" void rt_int_checked_div(RtAny *out, int64_t a, int64_t b) {
  bool fits = canDivide(a, b);
  giveOption(out, fits, fits ? a / b : 0);
}

extern "C" void rt_int_checked_rem(RtAny *out, int64_t a, int64_t b) {
  bool fits = canDivide(a, b);
  giveOption(out, fits, fits ? a % b : 0);
}

extern "C" void rt_int_checked_pow(RtAny *out, int64_t a, int64_t b) {
  int64_t result = 0;
  bool fits = b >= 0 && rt_ipow(a, b, &result);
  giveOption(out, fits, result);
}

extern "C" void rt_int_checked_neg(RtAny *out, int64_t a) {
  giveOption(out, a != INT64_MIN, a == INT64_MIN ? 0 : -a);
}

extern "C" RtStatus rt_int_power(int64_t *out, int64_t a, int64_t b,
                                 const RtSite *site) {
  if (b < 0) {
    Text text;
    text.add("pow() expects an exponent that is not negative, got ");
    return runtimeError(text.addInt(b), site);
  }
  return rt_ipow(a, b, out) ? nullptr : plainError(RtErrorOverflowPow, site);
}

extern "C" RtStatus rt_int_div_euclid(int64_t *out, int64_t a, int64_t b,
                                      const RtSite *site) {
  if (b == 0)
    return plainError(RtErrorDivisionByZero, site);
  if (!canDivide(a, b))
    return plainError(RtErrorOverflowDiv, site);
  *out = a / b - (a % b < 0 ? (b > 0 ? 1 : -1) : 0);
  return nullptr;
}

extern "C" RtStatus rt_int_rem_euclid(int64_t *out, int64_t a, int64_t b,
                                      const RtSite *site) {
  if (b == 0)
    return plainError(RtErrorDivisionByZero, site);
  int64_t rest = b == -1 ? 0 : a % b;
  *out = rest >= 0 ? rest : b > 0 ? rest + b : rest - b;
  return nullptr;
}

extern "C" RtStatus rt_any_clamp(RtAny *out, RT_A(value), RT_A(low), RT_A(high),
                                 const RtSite *site) {
  RtAny value = {valuePayload, valueTag};
  RtAny low = {lowPayload, lowTag}, high = {highPayload, highTag};
  Text text;
  if (!isNumber(value) || !isNumber(low) || !isNumber(high))
    return typeError(text.add("clamp() expects numbers"), site);
  if (isKind(value, RtKindInt) && isKind(low, RtKindInt) &&
      isKind(high, RtKindInt)) {
    *out = value.payload < low.payload ? low : value;
    *out = out->payload > high.payload ? high : *out;
    return nullptr;
  }
  double result = toFloat(value);
  result = result < toFloat(low) ? toFloat(low) : result;
  result = result > toFloat(high) ? toFloat(high) : result;
  *out = makeFloat(result);
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Floats
//===----------------------------------------------------------------------===//

static constexpr double Pi = 3.14159265358979323846;

extern "C" double rt_float_signum(double a) {
  return a != a ? a : __builtin_copysign(1.0, a);
}

extern "C" double rt_float_fract(double a) { return a - rt_trunc(a); }

extern "C" double rt_float_to_degrees(double a) { return a * (180.0 / Pi); }

extern "C" double rt_float_to_radians(double a) { return a * (Pi / 180.0); }

extern "C" double rt_float_log_base(double a, double base) {
  return base == 10.0  ? rt_log10(a)
         : base == 2.0 ? rt_log2(a)
                       : rt_log(a) / rt_log(base);
}

extern "C" double rt_float_recip(double a) { return 1.0 / a; }

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

static RtStatus notNumber(const char *function, const RtSite *site) {
  Text text;
  text.addZeroTerminated(function).add("() expects a number");
  return typeError(text, site);
}

#define RT_OF_NUMBER(name)                                                     \
  extern "C" RtStatus rt_any_##name(double *out, RT_A(a),                      \
                                    const RtSite *site) {                      \
    RtAny a = {aPayload, aTag};                                                \
    if (!isNumber(a))                                                          \
      return notNumber(#name, site);                                           \
    *out = rt_##name(toFloat(a));                                              \
    return nullptr;                                                            \
  }
RT_OF_NUMBER(exp)
RT_OF_NUMBER(log)
RT_OF_NUMBER(log2)
RT_OF_NUMBER(log10)
RT_OF_NUMBER(sin)
RT_OF_NUMBER(cos)
RT_OF_NUMBER(tan)
RT_OF_NUMBER(asin)
RT_OF_NUMBER(acos)
RT_OF_NUMBER(atan)
RT_OF_NUMBER(sinh)
RT_OF_NUMBER(cosh)
RT_OF_NUMBER(tanh)
RT_OF_NUMBER(cbrt)
#undef RT_OF_NUMBER

#define RT_OF_NUMBERS(name)                                                    \
  extern "C" RtStatus rt_any_##name(double *out, RT_A(a), RT_A(b),             \
                                    const RtSite *site) {                      \
    RtAny a = {aPayload, aTag}, b = {bPayload, bTag};                          \
    if (!isNumber(a) || !isNumber(b))                                          \
      return notNumber(#name, site);                                           \
    *out = rt_##name(toFloat(a), toFloat(b));                                  \
    return nullptr;                                                            \
  }
RT_OF_NUMBERS(atan2)
RT_OF_NUMBERS(hypot)
#undef RT_OF_NUMBERS
