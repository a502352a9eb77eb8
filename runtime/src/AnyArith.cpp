//===- AnyArith.cpp - Arithmetic on dynamic values --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Integers are checked, mixed operands become floats, and some operators
/// accept strings and arrays.
///
//===----------------------------------------------------------------------===//

#include "Support.h"
#include "ruchy_rt/Builtins.h"
#include "ruchy_rt/Math.h"

using namespace ruchy::rt;

#define RT_BINARY(name)                                                        \
  extern "C" RtStatus rt_any_##name(RtAny *out, int64_t aPayload,              \
                                    int64_t aTag, int64_t bPayload,            \
                                    int64_t bTag, const RtSite *site)
#define RT_OPERANDS RtAny a = {aPayload, aTag}, b = {bPayload, bTag};

static bool areInts(RtAny a, RtAny b) {
  return isKind(a, RtKindInt) && isKind(b, RtKindInt);
}

static bool areNumbers(RtAny a, RtAny b) { return isNumber(a) && isNumber(b); }

/// Type error of two operands: `Cannot <verb> X <link> Y`.
static RtStatus operandError(const char *verb, RtAny x, const char *link,
                             RtAny y, const RtSite *site) {
  Text text;
  text.add("Cannot ").addZeroTerminated(verb).add(" ").addKind(x).add(" ");
  text.addZeroTerminated(link).add(" ").addKind(y);
  return typeError(text, site);
}

static RtStatus give(RtAny *out, RtAny value) {
  *out = value;
  return nullptr;
}

/// A scalar that can be joined to a string, or a string, appended to \p text
/// (CONSUMED); null if it cannot.
static RtString *appendPart(RtString *text, RtAny part) {
  switch (rtKindOf(part.tag)) {
  case RtKindString:
    return rt_string_append(text, stringOf(part));
  case RtKindInt:
    return rt_string_append_int(text, part.payload);
  case RtKindFloat:
    return rt_string_append_float(text, floatOf(part));
  case RtKindBool:
    return rt_string_append_bool(text, part.payload);
  default:
    return nullptr;
  }
}

static bool isJoinable(RtAny value) {
  return isNumber(value) || isKind(value, RtKindBool) ||
         isKind(value, RtKindString);
}

RT_BINARY(add) {
  RT_OPERANDS
  if (areInts(a, b)) {
    int64_t sum;
    if (__builtin_add_overflow(aPayload, bPayload, &sum))
      return plainError(RtErrorOverflowAdd, site);
    return give(out, makeInt(sum));
  }
  if (areNumbers(a, b))
    return give(out, makeFloat(toFloat(a) + toFloat(b)));
  bool hasString = isKind(a, RtKindString) || isKind(b, RtKindString);
  if (hasString && isJoinable(a) && isJoinable(b))
    return give(out, makeRef(appendPart(appendPart(emptyString(), a), b)));
  if (isKind(a, RtKindArray) && isKind(b, RtKindArray))
    return give(out, makeRef(rt_array_concat(arrayOf(a), arrayOf(b))));
  return operandError("add", a, "and", b, site);
}

RT_BINARY(sub) {
  RT_OPERANDS
  if (areInts(a, b)) {
    int64_t difference;
    if (__builtin_sub_overflow(aPayload, bPayload, &difference))
      return plainError(RtErrorOverflowSub, site);
    return give(out, makeInt(difference));
  }
  if (areNumbers(a, b))
    return give(out, makeFloat(toFloat(a) - toFloat(b)));
  return operandError("subtract", b, "from", a, site);
}

RT_BINARY(mul) {
  RT_OPERANDS
  if (areInts(a, b)) {
    int64_t product;
    if (__builtin_mul_overflow(aPayload, bPayload, &product))
      return plainError(RtErrorOverflowMul, site);
    return give(out, makeInt(product));
  }
  if (areNumbers(a, b))
    return give(out, makeFloat(toFloat(a) * toFloat(b)));
  if (isKind(a, RtKindString) && isKind(b, RtKindInt))
    return give(out, makeRef(rt_string_repeat(stringOf(a), bPayload)));
  return operandError("multiply", a, "and", b, site);
}

RT_BINARY(div) {
  RT_OPERANDS
  if (areInts(a, b)) {
    if (bPayload == 0)
      return plainError(RtErrorDivisionByZero, site);
    if (aPayload == INT64_MIN && bPayload == -1)
      return plainError(RtErrorOverflowDiv, site);
    return give(out, makeInt(aPayload / bPayload));
  }
  if (areNumbers(a, b))
    return give(out, makeFloat(toFloat(a) / toFloat(b)));
  return operandError("divide", a, "by", b, site);
}

RT_BINARY(mod) {
  RT_OPERANDS
  if (areInts(a, b)) {
    if (bPayload == 0)
      return plainError(RtErrorDivisionByZero, site);
    if (aPayload == INT64_MIN && bPayload == -1)
      return plainError(RtErrorOverflowMod, site);
    return give(out, makeInt(aPayload % bPayload));
  }
  if (!areNumbers(a, b))
    return operandError("compute", a, "modulo", b, site);
  if (toFloat(b) == 0)
    return plainError(RtErrorDivisionByZero, site);
  return give(out, makeFloat(rt_fmod(toFloat(a), toFloat(b))));
}

extern "C" void rt_int_pow(RtAny *out, int64_t base, int64_t exponent) {
  int64_t power;
  if (exponent >= 0 && rt_ipow(base, exponent, &power))
    *out = makeInt(power);
  else
    *out = makeFloat(
        rt_pow(static_cast<double>(base), static_cast<double>(exponent)));
}

RT_BINARY(pow) {
  RT_OPERANDS
  if (!areNumbers(a, b))
    return operandError("compute", a, "to the power of", b, site);
  if (areInts(a, b))
    rt_int_pow(out, aPayload, bPayload);
  else
    *out = makeFloat(rt_pow(toFloat(a), toFloat(b)));
  return nullptr;
}

extern "C" RtStatus rt_any_pow_checked(RtAny *out, RT_A(a), RT_A(b),
                                       const RtSite *site) {
  RT_OPERANDS
  if (!areNumbers(a, b)) {
    Text text;
    return runtimeError(text.add("pow() expects two numbers"), site);
  }
  int64_t power;
  if (areInts(a, b) && bPayload >= 0) {
    if (!rt_ipow(aPayload, bPayload, &power))
      return plainError(RtErrorOverflowPow, site);
    return give(out, makeInt(power));
  }
  return give(out, makeFloat(rt_pow(toFloat(a), toFloat(b))));
}

static RtStatus bitwiseError(RtAny a, RtAny b, const RtSite *site) {
  Text text;
  text.add("Bitwise operations require integer operands, got ");
  text.addKind(a).add(" and ").addKind(b);
  return typeError(text, site);
}

/// The result of `& | ^` on two integers or two booleans.
static RtStatus giveBits(RtAny *out, RtAny a, RtAny b, int64_t bits,
                         const RtSite *site) {
  bool areBools = isKind(a, RtKindBool) && isKind(b, RtKindBool);
  if (!areInts(a, b) && !areBools)
    return bitwiseError(a, b, site);
  return give(out, {bits, areBools ? RtKindBool : RtKindInt});
}

RT_BINARY(bitand) {
  RT_OPERANDS
  return giveBits(out, a, b, aPayload & bPayload, site);
}

RT_BINARY(bitor) {
  RT_OPERANDS
  return giveBits(out, a, b, aPayload | bPayload, site);
}

RT_BINARY(bitxor) {
  RT_OPERANDS
  return giveBits(out, a, b, aPayload ^ bPayload, site);
}

/// Checks the operands of a shift.
static RtStatus checkShift(RtAny a, RtAny b, const RtSite *site) {
  if (!areInts(a, b))
    return bitwiseError(a, b, site);
  if (b.payload < 0 || b.payload > 63)
    return rt_error_shift(b.payload, site);
  return nullptr;
}

RT_BINARY(shl) {
  RT_OPERANDS
  if (RtStatus error = checkShift(a, b, site))
    return error;
  auto bits = static_cast<uint64_t>(aPayload) << bPayload;
  return give(out, makeInt(static_cast<int64_t>(bits)));
}

RT_BINARY(shr) {
  RT_OPERANDS
  if (RtStatus error = checkShift(a, b, site))
    return error;
  return give(out, makeInt(aPayload >> bPayload));
}

static RtStatus unaryError(const char *what, RtAny a, const RtSite *site) {
  Text text;
  text.addZeroTerminated(what).addKind(a);
  return typeError(text, site);
}

extern "C" RtStatus rt_any_neg(RtAny *out, RT_A(a), const RtSite *site) {
  RtAny a = {aPayload, aTag};
  if (isKind(a, RtKindFloat))
    return give(out, makeFloat(-floatOf(a)));
  if (!isKind(a, RtKindInt))
    return unaryError("Cannot negate ", a, site);
  if (aPayload == INT64_MIN)
    return plainError(RtErrorOverflowNeg, site);
  return give(out, makeInt(-aPayload));
}

extern "C" RtStatus rt_any_plus(RtAny *out, RT_A(a), const RtSite *site) {
  RtAny a = {aPayload, aTag};
  if (!isNumber(a))
    return unaryError("Cannot apply unary plus to ", a, site);
  return give(out, a);
}

extern "C" RtStatus rt_any_bitnot(RtAny *out, RT_A(a), const RtSite *site) {
  RtAny a = {aPayload, aTag};
  if (!isKind(a, RtKindInt))
    return unaryError("Cannot apply bitwise NOT to ", a, site);
  return give(out, makeInt(~aPayload));
}
