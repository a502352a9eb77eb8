//===- Environment.cpp - Arguments, variables, directories ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The environment that the program was started with is not written to: what
/// the program sets is kept in a list in front of it.
///
//===----------------------------------------------------------------------===//

#include "HostHelpers.h"
#include "ruchy_rt/Arrays.h"

using namespace ruchy::rt;
using namespace ruchy::rt::host;

namespace {
/// A variable that the program has set or removed.
struct Variable {
  Variable *next;
  int64_t nameLen;
  int64_t valueLen; ///< Removed if negative.
  char bytes[];     ///< Name and value.

  uint64_t size() const {
    return sizeof(Variable) +
           static_cast<uint64_t>(nameLen + (valueLen > 0 ? valueLen : 0));
  }
  bool isNamed(const char *name, int64_t len) const {
    return len == nameLen &&
           __builtin_memcmp(bytes, name, static_cast<size_t>(len)) == 0;
  }
};
} // namespace

static Variable *Variables;

static Variable *findChanged(const char *name, int64_t len) {
  for (Variable *v = Variables; v; v = v->next)
    if (v->isNamed(name, len))
      return v;
  return nullptr;
}

static void change(const RtString *name, const RtString *value) {
  for (Variable **link = &Variables; *link; link = &(*link)->next) {
    Variable *old = *link;
    if (!old->isNamed(name->bytes, name->len))
      continue;
    *link = old->next;
    ++rt_state.liveObjects;
    deallocate(old, old->size());
    break;
  }
  int64_t valueLen = value ? value->len : 0;
  uint64_t size =
      sizeof(Variable) + static_cast<uint64_t>(name->len + valueLen);
  auto *v = static_cast<Variable *>(allocate(size));
  // No object of the program.
  --rt_state.liveObjects;
  v->next = Variables;
  v->nameLen = name->len;
  v->valueLen = value ? valueLen : -1;
  __builtin_memcpy(v->bytes, name->bytes, static_cast<size_t>(name->len));
  if (value)
    __builtin_memcpy(v->bytes + name->len, value->bytes,
                     static_cast<size_t>(valueLen));
  Variables = v;
}

/// Length of the name in `NAME=value`; all of it without `=`.
static int64_t nameLength(const char *text) {
  int64_t len = 0;
  while (text[len] && text[len] != '=')
    ++len;
  return len;
}

RtString *host::findVariable(const char *name, int64_t len) {
  if (const Variable *v = findChanged(name, len))
    return v->valueLen < 0 ? nullptr : makeText(v->bytes + len, v->valueLen);
  RtString *value = nullptr;
  visitEnvironment([&](const char *text) {
    if (value || nameLength(text) != len || text[len] != '=' ||
        __builtin_memcmp(text, name, static_cast<size_t>(len)) != 0)
      return;
    const char *bytes = text + len + 1;
    value = makeText(bytes, static_cast<int64_t>(__builtin_strlen(bytes)));
  });
  return value;
}

extern "C" void rt_env_var(RtAny *out, RT_A(name)) {
  RtAny name = {namePayload, nameTag};
  RtString *value = nullptr;
  if (isKind(name, RtKindString))
    value = findVariable(stringOf(name)->bytes, stringOf(name)->len);
  if (value)
    giveOk(out, makeRef(value));
  else
    giveErr(out, Text().add("environment variable not found").take());
}

/// Names must be writable as `NAME=value`.
static RtStatus checkName(const char *function, RtAny name,
                          const RtSite *site) {
  if (RtStatus error = expectString(function, name, site))
    return error;
  const RtString *text = stringOf(name);
  bool isValid = text->len > 0;
  for (int64_t i = 0; i < text->len; ++i)
    isValid &= text->bytes[i] != '=' && text->bytes[i] != '\0';
  if (isValid)
    return nullptr;
  Text message;
  message.add("Invalid name of an environment variable: '").add(text);
  return runtimeError(message.add("'"), site);
}

extern "C" RtStatus rt_env_set_var(RT_A(name), RT_A(value),
                                   const RtSite *site) {
  RtAny name = {namePayload, nameTag}, value = {valuePayload, valueTag};
  if (RtStatus error = checkName("env_set_var", name, site))
    return error;
  if (RtStatus error = expectString("env_set_var", value, site))
    return error;
  change(stringOf(name), stringOf(value));
  return nullptr;
}

extern "C" RtStatus rt_env_remove_var(RT_A(name), const RtSite *site) {
  RtAny name = {namePayload, nameTag};
  if (RtStatus error = checkName("env_remove_var", name, site))
    return error;
  change(stringOf(name), nullptr);
  return nullptr;
}

extern "C" void rt_env_vars(RtAny *out) {
  RtTable *map = rt_map_new(0);
  auto put = [&](const char *name, int64_t nameLen, const char *value,
                 int64_t valueLen) {
    RtAny key = makeRef(makeText(name, nameLen));
    RtAny text = makeRef(makeText(value, valueLen));
    map = rt_map_put(map, RT_PASS(key), RT_PASS(text));
  };
  visitEnvironment([&](const char *text) {
    int64_t len = nameLength(text);
    if (text[len] && !findChanged(text, len))
      put(text, len, text + len + 1,
          static_cast<int64_t>(__builtin_strlen(text + len + 1)));
  });
  for (const Variable *v = Variables; v; v = v->next)
    if (v->valueLen >= 0)
      put(v->bytes, v->nameLen, v->bytes + v->nameLen, v->valueLen);
  *out = makeRef(map);
}

extern "C" RtArray *rt_env_args(void) {
  RtArray *args = rt_array_new(RtElemRef, 0);
  visitArguments([&](const char *text) {
    RtString *arg =
        makeText(text, static_cast<int64_t>(__builtin_strlen(text)));
    args = rt_array_push_ref(args, arg);
  });
  return args;
}

extern "C" RtString *rt_env_temp_dir(void) {
  RtString *value = findVariable("TMPDIR", 6);
  return value ? value : rt_string_from("/tmp", 4);
}
