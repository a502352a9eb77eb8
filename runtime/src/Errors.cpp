//===- Errors.cpp - Making errors -------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Errors with operands, made where they happen; all of it is cold.
///
//===----------------------------------------------------------------------===//

#include "ErrorTable.h"
#include "Support.h"
#include "ruchy_rt/Convert.h"

using namespace ruchy::rt;

static RtError *newError(uint32_t kind, const RtSite *site) {
  auto *error = static_cast<RtError *>(allocate(sizeof(RtError)));
  error->h = {1, RtKindError};
  error->site = site;
  error->kind = kind;
  error->message = nullptr;
  error->value = makeNil();
  return error;
}

RtStatus ruchy::rt::makeError(RtErrorKind kind, RtString *message,
                              const RtSite *site) {
  RtError *error = newError(kind, site);
  error->message = message;
  return error;
}

RtString *ruchy::rt::expandTemplate(uint32_t kind, const char *text,
                                    int64_t len) {
  const char *pattern = errorInfo(kind).pattern;
  Text result;
  for (const char *c = pattern; *c; ++c) {
    if (*c == '%')
      result.add(text, len);
    else
      result.add(c, 1);
  }
  return result.take();
}

RtStatus ruchy::rt::plainError(RtErrorKind kind, const RtSite *site) {
  return makeError(kind, expandTemplate(kind, nullptr, 0), site);
}

Text &Text::addKind(RtAny value) {
  return addZeroTerminated(rt_kind_name(rtKindOf(value.tag)));
}

extern "C" RtStatus rt_error_index(int64_t index, int64_t len, int64_t kind,
                                   const RtSite *site) {
  Text text;
  text.add("Index ").addInt(index).add(" out of bounds for ");
  text.addZeroTerminated(rt_kind_name(kind)).add(" of length ").addInt(len);
  return makeError(RtErrorIndexOutOfBounds, text.take(), site);
}

extern "C" RtStatus rt_error_shift(int64_t count, const RtSite *site) {
  Text text;
  text.add("Shift count ").addInt(count).add(" is out of range");
  return makeError(RtErrorShiftRange, text.take(), site);
}

extern "C" RtStatus rt_error_message(RtString *text, const RtSite *site) {
  RtString *message = expandTemplate(site->kind, text->bytes, text->len);
  drop(text);
  return makeError(static_cast<RtErrorKind>(site->kind), message, site);
}

extern "C" RtStatus rt_error_operands(RT_A(left), RT_A(right),
                                      const RtSite *site) {
  Text text;
  for (int64_t i = 0; i < site->textLen; ++i) {
    char next = i + 1 < site->textLen ? site->text[i + 1] : '\0';
    if (site->text[i] != '%' || (next != 'L' && next != 'R')) {
      text.add(site->text + i, 1);
      continue;
    }
    int64_t tag = next == 'L' ? leftTag : rightTag;
    text.addZeroTerminated(rt_kind_name(rtKindOf(tag)));
    ++i;
  }
  return makeError(static_cast<RtErrorKind>(site->kind), text.take(), site);
}

extern "C" RtStatus rt_error_assert_eq(RT_A(expected), RT_A(got),
                                       const RtString *message,
                                       const RtSite *site) {
  Text text;
  text.add("Assertion failed: ");
  if (message)
    return makeError(RtErrorAssertionMessage, text.add(message).take(), site);
  RtString *line = text.add("expected ").take();
  line = rt_string_append_display(line, expectedPayload, expectedTag,
                                  RtDisplayDebug);
  line = rt_string_append_bytes(line, ", got ", 6);
  line = rt_string_append_display(line, gotPayload, gotTag, RtDisplayDebug);
  return makeError(RtErrorAssertionMessage, line, site);
}

static RtString *displayTop(RtAny value) {
  return rt_any_display(RT_PASS(value), RtDisplayTop);
}

extern "C" RtStatus rt_error_throw(RT_A(value), const RtSite *site) {
  if (rtKindOf(valueTag) == RtKindError)
    return reinterpret_cast<RtStatus>(objectOf(valuePayload));
  RtError *error = newError(RtErrorThrown, site);
  error->value = {valuePayload, valueTag};
  displayThrown = displayTop;
  return error;
}

extern "C" RtStatus rt_error_relocate(RtStatus error, const RtSite *site) {
  if (isStaticError(error)) {
    const auto *old = reinterpret_cast<const RtSite *>(error);
    if (old->line != 0)
      return error;
    RtString *text = expandTemplate(old->kind, old->text, old->textLen);
    return makeError(static_cast<RtErrorKind>(old->kind), text, site);
  }
  // An error is shared only where a handler holds it as a value too.
  if (!error->site || error->site->line == 0)
    const_cast<RtError *>(error)->site = site;
  return error;
}

extern "C" void rt_error_drop(RtStatus error) {
  drop(const_cast<RtError *>(error));
}
