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
#include "LibraryShape.h"
#include "Objects.h"
#include "TextMethodHelpers.h"
#include "ruchy_rt/Builtins.h"
#include "ruchy_rt/Convert.h"
#include "ruchy_rt/Math.h"
#include "ruchy_rt/Options.h"

using namespace ruchy::rt;

namespace {
enum Effect : uint8_t { Reads, Changes, Moves };

using Function = RtStatus (*)(RtAny *out, RtAny &self, const RtAny *args,
                              int64_t n, const RtSite *site);

struct Method {
  const char *name;
  int64_t nameLen;
  const char *arguments;
  Effect effect;
  Function function;
};

struct Table {
  const Method *methods;
  int64_t size;
};
} // namespace

#define RT_METHOD(Name, Arguments, Effect, Code)                               \
  {Name, sizeof(Name) - 1, Arguments, Effect,                                  \
   [](RtAny *out, RtAny &self, const RtAny *args, int64_t n,                   \
      const RtSite *site) -> RtStatus {                                        \
     (void)out, (void)self, (void)args, (void)n, (void)site;                   \
     [[maybe_unused]] int64_t integer = 0;                                     \
     [[maybe_unused]] double number = 0;                                       \
     [[maybe_unused]] RtStatus status = nullptr;                               \
     return Code;                                                              \
   }},

static constexpr Method StringMethods[] = {
#include "TextMethods.def"
#define RT_STRING_METHODS
#include "Methods.def"
#undef RT_STRING_METHODS
};

static constexpr Method ArrayMethods[] = {
#define RT_ARRAY_METHODS
#include "Methods.def"
#undef RT_ARRAY_METHODS
};

/// Behind those of the two kinds of numbers.
static constexpr Method NumberMethods[] = {
#define RT_NUMBER_METHODS
#include "Methods.def"
#undef RT_NUMBER_METHODS
#define RT_MORE_NUMBER_METHODS
#include "NumberMethods.def"
#undef RT_MORE_NUMBER_METHODS
};

static constexpr Method IntMethods[] = {
#define RT_INT_METHODS
#include "NumberMethods.def"
#undef RT_INT_METHODS
};

static constexpr Method FloatMethods[] = {
#define RT_FLOAT_METHODS
#include "NumberMethods.def"
#undef RT_FLOAT_METHODS
};

static constexpr Method MapMethods[] = {
#define RT_MAP_METHODS
#include "Methods.def"
#undef RT_MAP_METHODS
};

static constexpr Method SetMethods[] = {
#define RT_SET_METHODS
#include "Methods.def"
#undef RT_SET_METHODS
};

static constexpr Method TupleMethods[] = {
#define RT_TUPLE_METHODS
#include "Methods.def"
#undef RT_TUPLE_METHODS
};

static constexpr Method OptionMethods[] = {
#define RT_OPTION_METHODS
#include "Methods.def"
#undef RT_OPTION_METHODS
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

template <size_t N> static Table listOf(const Method (&methods)[N]) {
  return {methods, static_cast<int64_t>(N)};
}

static Table listFor(RtAny self) {
  switch (rtKindOf(self.tag)) {
  case RtKindString:
    return listOf(StringMethods);
  case RtKindMap:
    return listOf(MapMethods);
  case RtKindSet:
    return listOf(SetMethods);
  case RtKindTuple:
    return listOf(TupleMethods);
  case RtKindArray:
    return listOf(ArrayMethods);
  case RtKindInt:
    return listOf(IntMethods);
  case RtKindFloat:
    return listOf(FloatMethods);
  case RtKindRange:
    return listOf(RangeMethods);
  default:
    return {nullptr, 0};
  }
}

static const Method *findIn(Table table, const char *name, int64_t len) {
  for (int64_t i = 0; i < table.size; ++i) {
    const Method &method = table.methods[i];
    if (method.nameLen == len && method.name[0] == name[0] &&
        __builtin_memcmp(method.name, name, static_cast<size_t>(len)) == 0)
      return &method;
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
  case 'm':
    return isKind(argument, RtKindMap);
  case 'S':
    return isKind(argument, RtKindSet);
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
                         : letter == 'm' ? "an object"
                         : letter == 'S' ? "a set"
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
  method = findIn(listFor(self), name, len);
  if (!method && isNumber(self))
    method = findIn(listOf(NumberMethods), name, len);
  if (!method)
    method = findIn(listOf(CommonMethods), name, len);
  if (!method)
    method = findIn(listOf(OptionMethods), name, len);
  if (!method)
    return unknownMethod(self, name, len, site);
  return checkArguments(*method, args, n, site);
}

/// A method of an object of the library: its own come behind those that every
/// value has.
static RtStatus callLibraryObject(const LibraryShape *shape, RtAny *out,
                                  RtAny self, const char *name, int64_t len,
                                  const RtAny *args, int64_t n,
                                  const RtSite *site) {
  const Method *method = findIn(listOf(CommonMethods), name, len);
  if (!method)
    method = findIn(listOf(OptionMethods), name, len);
  if (!method || method->effect != Reads)
    return shape->call(out, self, name, len, args, n, site);
  if (RtStatus error = checkArguments(*method, args, n, site))
    return error;
  return method->function(out, self, args, n, site);
}

/// Whether the method is one of arrays that works on a copy of the items.
static bool isAdapter(RtAny self, const char *name, int64_t len) {
  switch (rtKindOf(self.tag)) {
  case RtKindRange:
  case RtKindSet:
  case RtKindTuple:
    break;
  default:
    return false;
  }
  if (findIn(listFor(self), name, len) ||
      findIn(listOf(CommonMethods), name, len))
    return false;
  const Method *method = findIn(listOf(ArrayMethods), name, len);
  return method && method->effect == Reads;
}

static RtStatus callOnItems(RtAny *out, RtAny self, const char *name,
                            int64_t nameLen, const RtAny *args, int64_t n,
                            const RtSite *site) {
  RtAny items;
  if (RtStatus error = collectItems(&items, self, site))
    return error;
  RtStatus error =
      rt_any_call_method(out, RT_PASS(items), name, nameLen, args, n, site);
  dropAny(items);
  return error;
}

extern "C" RtStatus rt_any_call_mutating(RtAny *out, RtAny *recvOut, RT_A(recv),
                                         const char *name, int64_t nameLen,
                                         const RtAny *args, int64_t n,
                                         const RtSite *site) {
  RtAny self = {recvPayload, recvTag};
  const Method *method;
  if (const LibraryShape *shape = libraryShapeOf(self)) {
    *recvOut = self;
    return callLibraryObject(shape, out, self, name, nameLen, args, n, site);
  }
  if (isAdapter(self, name, nameLen)) {
    *recvOut = self;
    return callOnItems(out, self, name, nameLen, args, n, site);
  }
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
  if (const LibraryShape *shape = libraryShapeOf(self))
    return callLibraryObject(shape, out, self, name, nameLen, args, n, site);
  if (isAdapter(self, name, nameLen))
    return callOnItems(out, self, name, nameLen, args, n, site);
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
  const Table tables[] = {listOf(StringMethods), listOf(ArrayMethods),
                          listOf(MapMethods), listOf(SetMethods),
                          listOf(OptionMethods)};
  for (Table table : tables)
    if (const Method *method = findIn(table, name, nameLen))
      if (method->effect != Reads)
        return true;
  return false;
}
