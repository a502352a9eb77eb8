//===- Methods.cpp - Method calls on dynamic receivers ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A table per kind of receiver, searched by name.
///
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Methods.h"
#include "Support.h"
#include "ruchy_rt/Builtins.h"
#include "ruchy_rt/Convert.h"
#include "ruchy_rt/Math.h"

using namespace ruchy::rt;

namespace {
enum Effect : uint8_t { Reads, Changes, Moves };

using Function = RtStatus (*)(RtAny *out, RtAny &self, const RtAny *args,
                              int64_t n, const RtSite *site);

struct Method {
  const char *name;
  const char *arguments;
  Effect effect;
  Function function;
};

struct Table {
  const Method *methods;
  int64_t size;
};
} // namespace

static RtStatus give(RtAny *out, RtAny value) {
  *out = value;
  return nullptr;
}

static RtStatus giveRef(RtAny *out, const void *object) {
  return give(out, makeRef(object));
}

static RtStatus giveSelf(RtAny *out, RtAny self) {
  dupAny(self);
  return give(out, self);
}

static RtStatus givePosition(RtAny *out, int64_t position) {
  return give(out, position < 0 ? makeNil() : makeInt(position));
}

static RtArray *sliceClamped(const RtArray *a, int64_t start, int64_t end) {
  start = start < 0 ? 0 : start;
  RtArray *head = rt_array_take(a, end);
  RtArray *result = rt_array_skip(head, start);
  drop(head);
  return result;
}

static RtStatus insertInto(RtAny &self, const RtAny *args, const RtSite *site) {
  RtArray *a;
  dupAny(args[1]);
  RtStatus status = rt_array_insert(&a, arrayOf(self), args[0].payload,
                                    RT_PASS(args[1]), site);
  self = makeRef(a);
  return status;
}

static RtStatus removeFrom(RtAny *out, RtAny &self, int64_t i,
                           const RtSite *site) {
  RtArray *a;
  RtStatus status = rt_array_remove(out, &a, arrayOf(self), i, site);
  self = makeRef(a);
  return status;
}

static RtStatus extremeOfTwo(RtAny *out, RtAny a, RtAny b,
                             RtStatus (*extreme)(RtAny *, const RtAny *,
                                                 int64_t, const RtSite *),
                             const RtSite *site) {
  RtAny both[] = {a, b};
  return extreme(out, both, 2, site);
}

static RtStatus collectRange(RtAny *out, RtAny self, const RtSite *site) {
  int64_t len = 0;
  if (RtStatus error = rt_any_len(&len, RT_PASS(self), site))
    return error;
  RtArray *a = rt_array_new_len(RtElemInt, len);
  for (int64_t i = 0; i < len; ++i)
    slot<int64_t>(a, i) = rangeOf(self)->start.payload + i;
  return giveRef(out, a);
}

#define RT_METHOD(Name, Arguments, Effect, Code)                               \
  {Name, Arguments, Effect,                                                    \
   [](RtAny *out, RtAny &self, const RtAny *args, int64_t n,                   \
      const RtSite *site) -> RtStatus {                                        \
     (void)out, (void)self, (void)args, (void)n, (void)site;                   \
     [[maybe_unused]] int64_t integer = 0;                                     \
     [[maybe_unused]] double number = 0;                                       \
     [[maybe_unused]] RtStatus status = nullptr;                               \
     return Code;                                                              \
   }},

static constexpr Method StringMethods[] = {
#define RT_STRING_METHODS
#include "Methods.def"
#undef RT_STRING_METHODS
};

static constexpr Method ArrayMethods[] = {
#define RT_ARRAY_METHODS
#include "Methods.def"
#undef RT_ARRAY_METHODS
};

static constexpr Method NumberMethods[] = {
#define RT_NUMBER_METHODS
#include "Methods.def"
#undef RT_NUMBER_METHODS
};

static constexpr Method RangeMethods[] = {
#define RT_RANGE_METHODS
#include "Methods.def"
#undef RT_RANGE_METHODS
};

/// What every kind has.
static constexpr Method CommonMethods[] = {
    RT_METHOD("to_string", "", Reads,
              giveRef(out, rt_any_display(RT_PASS(self), RtDisplayPlain)))
        RT_METHOD("to_s", "", Reads,
                  giveRef(out, rt_any_display(RT_PASS(self), RtDisplayPlain)))
            RT_METHOD(
                "to_str", "", Reads,
                giveRef(out, rt_any_display(RT_PASS(self), RtDisplayPlain)))
                RT_METHOD("clone", "", Reads, giveSelf(out, self))};

#undef RT_METHOD

template <size_t N> static Table tableOf(const Method (&methods)[N]) {
  return {methods, static_cast<int64_t>(N)};
}

static Table tableFor(RtAny self) {
  switch (rtKindOf(self.tag)) {
  case RtKindString:
    return tableOf(StringMethods);
  case RtKindArray:
    return tableOf(ArrayMethods);
  case RtKindInt:
  case RtKindFloat:
    return tableOf(NumberMethods);
  case RtKindRange:
    return tableOf(RangeMethods);
  default:
    return {nullptr, 0};
  }
}

static const Method *findIn(Table table, const char *name, int64_t len) {
  for (int64_t i = 0; i < table.size; ++i) {
    const char *other = table.methods[i].name;
    if (static_cast<int64_t>(__builtin_strlen(other)) == len &&
        __builtin_memcmp(other, name, static_cast<size_t>(len)) == 0)
      return &table.methods[i];
  }
  return nullptr;
}

RtStatus ruchy::rt::unknownMethod(RtAny self, const char *name, int64_t len,
                                  const RtSite *site) {
  Text text;
  if (isKind(self, RtKindArray))
    text.add("Unknown array method: ").add(name, len);
  else if (isKind(self, RtKindString))
    text.add("Unknown string method: ").add(name, len);
  else
    text.add("Method '")
        .add(name, len)
        .add("' not found for type ")
        .addKind(self);
  return runtimeError(text, site);
}

static RtStatus arityError(const Method &method, int64_t least, int64_t most,
                           int64_t n, const RtSite *site) {
  Text text;
  text.add("Method '").addZeroTerminated(method.name).add("' expects ");
  text.addInt(least);
  if (most != least)
    text.add("-").addInt(most);
  text.add(most == 1 ? " argument" : " arguments", most == 1 ? 9 : 10);
  return runtimeError(text.add(", got ").addInt(n), site);
}

static bool fits(char letter, RtAny argument) {
  switch (letter) {
  case 's':
    return isKind(argument, RtKindString);
  case 'i':
    return isKind(argument, RtKindInt);
  case 'a':
    return isKind(argument, RtKindArray);
  case 'n':
    return isNumber(argument);
  default:
    return true;
  }
}

static RtStatus kindError(const Method &method, char letter, RtAny argument,
                          const RtSite *site) {
  Text text;
  text.add("Method '").addZeroTerminated(method.name).add("' expects ");
  text.addZeroTerminated(letter == 's'   ? "a string"
                         : letter == 'i' ? "an integer"
                         : letter == 'a' ? "an array"
                                         : "a number");
  return typeError(text.add(", got ").addKind(argument), site);
}

static RtStatus checkArguments(const Method &method, const RtAny *args,
                               int64_t n, const RtSite *site) {
  int64_t least = -1, most = 0;
  for (const char *letter = method.arguments; *letter; ++letter) {
    if (*letter == '?')
      least = most;
    else
      ++most;
  }
  if (least < 0)
    least = most;
  if (n < least || n > most)
    return arityError(method, least, most, n, site);
  int64_t i = 0;
  for (const char *letter = method.arguments; i < n; ++letter)
    if (*letter != '?' && !fits(*letter, args[i++]))
      return kindError(method, *letter, args[i - 1], site);
  return nullptr;
}

/// Finds the method and checks the arguments.
static RtStatus resolve(const Method *&method, RtAny self, const char *name,
                        int64_t len, const RtAny *args, int64_t n,
                        const RtSite *site) {
  method = findIn(tableFor(self), name, len);
  if (!method)
    method = findIn(tableOf(CommonMethods), name, len);
  if (!method)
    return unknownMethod(self, name, len, site);
  return checkArguments(*method, args, n, site);
}

extern "C" RtStatus rt_any_call_mutating(RtAny *out, RtAny *recvOut, RT_A(recv),
                                         const char *name, int64_t nameLen,
                                         const RtAny *args, int64_t n,
                                         const RtSite *site) {
  RtAny self = {recvPayload, recvTag};
  const Method *method;
  RtStatus error = resolve(method, self, name, nameLen, args, n, site);
  if (!error) {
    if (method->effect == Changes)
      *out = makeNil();
    error = method->function(out, self, args, n, site);
  }
  *recvOut = self;
  return error;
}

extern "C" RtStatus rt_any_call_method(RtAny *out, RT_A(recv), const char *name,
                                       int64_t nameLen, const RtAny *args,
                                       int64_t n, const RtSite *site) {
  RtAny self = {recvPayload, recvTag};
  const Method *method;
  if (RtStatus error = resolve(method, self, name, nameLen, args, n, site))
    return error;
  dupAny(self);
  RtStatus error = method->function(out, self, args, n, site);
  if (!error && method->effect == Changes)
    *out = self;
  else
    dropAny(self);
  return error;
}

extern "C" bool rt_method_mutates(const char *name, int64_t nameLen) {
  const Table tables[] = {tableOf(StringMethods), tableOf(ArrayMethods)};
  for (Table table : tables)
    if (const Method *method = findIn(table, name, nameLen))
      if (method->effect != Reads)
        return true;
  return false;
}
