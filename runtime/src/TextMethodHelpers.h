//===- TextMethodHelpers.h - Code of the tables of text and numbers *- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_TEXTMETHODHELPERS_H
#define RUCHY_RUNTIME_TEXTMETHODHELPERS_H

#include "MethodHelpers.h"
#include "ruchy_rt/Integers.h"
#include "ruchy_rt/Math.h"
#include "ruchy_rt/Text.h"

namespace ruchy::rt {

inline RtStatus equalIgnoringCase(RtAny *out, const RtString *a,
                                  const RtString *b) {
  RtString *lowA = rt_string_to_lower(a), *lowB = rt_string_to_lower(b);
  bool result = rt_string_equal(lowA, lowB);
  drop(lowA);
  drop(lowB);
  return give(out, makeBool(result));
}

/// The text (CONSUMED) becomes its characters [0, start), another text, and
/// its characters [end, ..).
inline void replaceChars(RtAny &self, int64_t start, const RtString *by,
                         int64_t end) {
  RtString *head = rt_string_substring(stringOf(self), 0, start);
  RtString *tail = rt_string_substring(stringOf(self), end, INT64_MAX);
  dropAny(self);
  self = makeRef(rt_string_append(rt_string_append(head, by), tail));
  drop(tail);
}

/// The last character or nil.
inline RtStatus popCharacter(RtAny *out, RtAny &self) {
  rt_string_last(out, stringOf(self));
  if (!isKind(*out, RtKindNil))
    replaceChars(self, rt_string_char_count(stringOf(self)) - 1, emptyString(),
                 INT64_MAX);
  return nullptr;
}

inline RtStatus insertText(RtAny &self, const RtAny *args, const RtSite *site) {
  int64_t at = args[0].payload, count = rt_string_char_count(stringOf(self));
  if (at < 0 || at > count)
    return rt_error_index(at, count, RtKindString, site);
  replaceChars(self, at, stringOf(args[1]), at);
  return nullptr;
}

inline RtStatus removeCharacter(RtAny *out, RtAny &self, int64_t i,
                                const RtSite *site) {
  RtString *c;
  if (RtStatus error = rt_string_index(&c, stringOf(self), i, site))
    return error;
  if (i < 0)
    i += rt_string_char_count(stringOf(self));
  replaceChars(self, i, emptyString(), i + 1);
  return giveRef(out, c);
}

inline RtStatus truncateText(RtAny &self, int64_t count) {
  replaceChars(self, count < 0 ? 0 : count, emptyString(), INT64_MAX);
  return nullptr;
}

/// `i.pow(e)`: of integers an integer.
inline RtStatus powerOf(RtAny *out, RtAny self, RtAny exponent,
                        const RtSite *site) {
  if (!isKind(exponent, RtKindInt))
    return give(out, makeFloat(rt_pow(toFloat(self), toFloat(exponent))));
  int64_t result;
  if (RtStatus error =
          rt_int_power(&result, self.payload, exponent.payload, site))
    return error;
  return give(out, makeInt(result));
}

inline double remainderOf(double a, double b) {
  double rest = rt_fmod(a, b);
  return rest < 0 ? rest + (b < 0 ? -b : b) : rest;
}

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_TEXTMETHODHELPERS_H
