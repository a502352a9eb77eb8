//===- Options.cpp - Option and Result --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Their shapes, and methods that also take plain values and nil.
///
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Options.h"
#include "Objects.h"
#include "ruchy_rt/Convert.h"

using namespace ruchy::rt;

static constexpr RtFieldName PayloadName[] = {{"0", 1}};
static constexpr uint32_t PayloadOrder[] = {0};

#define RT_VARIANT_SHAPE(symbol, Type, Variant, flags, count, ordinal, owner)  \
  extern "C" constexpr RtShape symbol = {                                      \
      RtKindEnum,       flags,   Type,                                         \
      sizeof(Type) - 1, Variant, sizeof(Variant) - 1,                          \
      PayloadName,      count,   PayloadOrder,                                 \
      ordinal,          nullptr, ordinal,                                      \
      &owner,           0};
RT_VARIANT_SHAPE(rt_shape_some, "Option", "Some",
                 RtShapeOption | RtShapePresent | RtShapePositional, 1, 1,
                 rt_shape_none)
RT_VARIANT_SHAPE(rt_shape_none, "Option", "None", RtShapeOption | RtShapeUnit,
                 0, 0, rt_shape_none)
RT_VARIANT_SHAPE(rt_shape_ok, "Result", "Ok",
                 RtShapeResult | RtShapePresent | RtShapePositional, 1, 0,
                 rt_shape_ok)
RT_VARIANT_SHAPE(rt_shape_err, "Result", "Err",
                 RtShapeResult | RtShapePositional, 1, 1, rt_shape_ok)
#undef RT_VARIANT_SHAPE

extern "C" constexpr RtRecord rt_none = {{RtImmortal, RtKindEnum},
                                         &rt_shape_none};

static RtAny none() { return makeRef(&rt_none); }

extern "C" RtRecord *rt_option_new(int64_t optionCase, RT_A(value)) {
  const RtShape *shape = optionCase == RtCaseSome ? &rt_shape_some
                         : optionCase == RtCaseOk ? &rt_shape_ok
                                                  : &rt_shape_err;
  RtRecord *record = newRecord(shape, RtKindEnum, 1);
  record->fields[0] = {valuePayload, valueTag};
  return record;
}

static RtAny wrap(RtOptionCase optionCase, RtAny value) {
  return makeRef(rt_option_new(optionCase, RT_PASS(value)));
}

static bool isOption(RtAny v) { return flagsOf(v) & RtShapeOption; }
static bool isResult(RtAny v) { return flagsOf(v) & RtShapeResult; }
static bool isErr(RtAny v) {
  return (flagsOf(v) & (RtShapeResult | RtShapePresent)) == RtShapeResult;
}
/// None or nil.
static bool isAbsent(RtAny v) {
  return isKind(v, RtKindNil) ||
         (flagsOf(v) & (RtShapeOption | RtShapePresent)) == RtShapeOption;
}
/// What is in Some, Ok and Err; a plain value itself. Borrowed.
static RtAny contentOf(RtAny v) {
  bool isVariant = flagsOf(v) & (RtShapeOption | RtShapeResult);
  return isVariant && !isAbsent(v) ? recordOf(v)->fields[0] : v;
}

static void give(RtAny *out, RtAny value) {
  dupAny(value);
  *out = value;
}

//===----------------------------------------------------------------------===//
// Tests
//===----------------------------------------------------------------------===//

extern "C" bool rt_any_option_is(RT_A(value), int64_t optionCase,
                                 int64_t strict) {
  RtAny v = {valuePayload, valueTag};
  bool isNil = isKind(v, RtKindNil);
  uint32_t flags = flagsOf(v);
  bool present = flags & RtShapePresent;
  switch (optionCase) {
  case RtCaseSome:
    return isOption(v) ? present : !strict && !isNil;
  case RtCaseNone:
    return isOption(v) ? !present : !strict && isNil;
  case RtCaseOk:
    return isResult(v) ? present : !strict;
  default:
    return isErr(v);
  }
}

extern "C" void rt_any_option_get(RtAny *out, RT_A(value), int64_t optionCase) {
  RtAny v = {valuePayload, valueTag};
  bool own = optionCase == RtCaseSome ? isOption(v) : isResult(v);
  *out = own ? contentOf(v) : v;
}

//===----------------------------------------------------------------------===//
// Errors
//===----------------------------------------------------------------------===//

/// ``called `Result::unwrap()` on an `Err` value: "e"``
static RtStatus wrongCase(RtAny value, const char *method, const char *variant,
                          const RtSite *site) {
  bool result = isResult(value);
  Text text;
  text.add("called `").addZeroTerminated(result ? "Result" : "Option");
  text.add("::").addZeroTerminated(method).add("()` on ");
  text.addZeroTerminated(variant).add(" value");
  if (!result)
    return runtimeError(text, site);
  text.add(": ");
  RtAny content = contentOf(value);
  RtString *line =
      rt_string_append_display(text.take(), RT_PASS(content), RtDisplayDebug);
  return makeError(RtErrorRuntimeError, line, site);
}

extern "C" RtStatus rt_any_unwrap(RtAny *out, RT_A(value), const RtSite *site) {
  RtAny v = {valuePayload, valueTag};
  if (isAbsent(v))
    return wrongCase(v, "unwrap", "a `None`", site);
  if (isErr(v))
    return wrongCase(v, "unwrap", "an `Err`", site);
  give(out, contentOf(v));
  return nullptr;
}

extern "C" RtStatus rt_any_unwrap_err(RtAny *out, RT_A(value),
                                      const RtSite *site) {
  RtAny v = {valuePayload, valueTag};
  if (isErr(v)) {
    give(out, contentOf(v));
    return nullptr;
  }
  Text text;
  text.add("called `Result::unwrap_err()` on an `Ok` value: ");
  RtAny content = contentOf(v);
  return makeError(
      RtErrorRuntimeError,
      rt_string_append_display(text.take(), RT_PASS(content), RtDisplayDebug),
      site);
}

/// `panic: message`, with the content of a Result behind it.
static RtStatus unexpected(RtAny value, RtAny message, const RtSite *site) {
  RtString *line = rt_string_append_display(Text().add("panic: ").take(),
                                            RT_PASS(message), RtDisplayTop);
  if (isResult(value)) {
    RtAny content = contentOf(value);
    line = Text(line).add(": ").take();
    line = rt_string_append_display(line, RT_PASS(content), RtDisplayDebug);
  }
  return makeError(RtErrorPanic, line, site);
}

extern "C" RtStatus rt_any_expect(RtAny *out, RT_A(value), RT_A(message),
                                  const RtSite *site) {
  RtAny v = {valuePayload, valueTag};
  if (isAbsent(v) || isErr(v))
    return unexpected(v, {messagePayload, messageTag}, site);
  give(out, contentOf(v));
  return nullptr;
}

extern "C" RtStatus rt_any_expect_err(RtAny *out, RT_A(value), RT_A(message),
                                      const RtSite *site) {
  RtAny v = {valuePayload, valueTag};
  if (!isErr(v))
    return unexpected(v, {messagePayload, messageTag}, site);
  give(out, contentOf(v));
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Other methods
//===----------------------------------------------------------------------===//

extern "C" void rt_any_unwrap_or(RtAny *out, RT_A(value), RT_A(otherwise)) {
  RtAny v = {valuePayload, valueTag};
  bool missing = isAbsent(v) || isErr(v);
  give(out, missing ? RtAny{otherwisePayload, otherwiseTag} : contentOf(v));
}

extern "C" void rt_any_unwrap_or_default(RtAny *out, RT_A(value)) {
  // The type that would choose the default is gone; numbers are what it is
  // called on.
  rt_any_unwrap_or(out, valuePayload, valueTag, 0, RtKindInt);
}

extern "C" void rt_any_ok(RtAny *out, RT_A(value)) {
  RtAny v = {valuePayload, valueTag};
  if (isAbsent(v) || isErr(v)) {
    *out = none();
    return;
  }
  RtAny content = contentOf(v);
  dupAny(content);
  *out = wrap(RtCaseSome, content);
}

extern "C" void rt_any_err(RtAny *out, RT_A(value)) {
  RtAny v = {valuePayload, valueTag};
  if (!isErr(v)) {
    *out = none();
    return;
  }
  RtAny content = contentOf(v);
  dupAny(content);
  *out = wrap(RtCaseSome, content);
}

extern "C" void rt_any_ok_or(RtAny *out, RT_A(value), RT_A(error)) {
  RtAny v = {valuePayload, valueTag};
  if (isResult(v))
    return give(out, v);
  RtAny content = isAbsent(v) ? RtAny{errorPayload, errorTag} : contentOf(v);
  dupAny(content);
  *out = wrap(isAbsent(v) ? RtCaseErr : RtCaseOk, content);
}

extern "C" void rt_any_or(RtAny *out, RT_A(value), RT_A(otherwise)) {
  RtAny v = {valuePayload, valueTag};
  bool missing = isAbsent(v) || isErr(v);
  give(out, missing ? RtAny{otherwisePayload, otherwiseTag} : v);
}

extern "C" void rt_any_and(RtAny *out, RT_A(value), RT_A(next)) {
  RtAny v = {valuePayload, valueTag};
  bool missing = isAbsent(v) || isErr(v);
  give(out, missing ? v : RtAny{nextPayload, nextTag});
}

extern "C" void rt_any_flatten_option(RtAny *out, RT_A(value)) {
  RtAny v = {valuePayload, valueTag};
  give(out, isErr(v) ? v : contentOf(v));
}

extern "C" void rt_any_present(RtAny *out, RT_A(value)) {
  RtAny v = {valuePayload, valueTag};
  if (isAbsent(v))
    *out = makeNil();
  else
    give(out, isOption(v) ? contentOf(v) : v);
}
