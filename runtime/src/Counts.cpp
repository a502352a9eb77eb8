//===- Counts.cpp - Freeing -------------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Freeing works through nested values depth first in constant space: a dead
/// array waits with the address of the array above it in its own first slot.
///
//===----------------------------------------------------------------------===//

#include "Support.h"

using namespace ruchy::rt;

static void freeArray(RtArray *a) {
  uint8_t kind = rtElemKindOf(a->h.type);
  // A predicted branch is cheaper than waiting for a table and a product.
  int64_t bytes = a->cap * 8;
  if (RT_UNLIKELY(kind == RtElemBool))
    bytes = a->cap;
  else if (RT_UNLIKELY(kind == RtElemAny))
    bytes = a->cap * 16;
  deallocate(a, static_cast<uint64_t>(RtHeadSize + bytes));
}

static void freeString(RtString *s) {
  deallocate(s, static_cast<uint64_t>(RtHeadSize + s->cap));
}

/// One owner less of \p value; the object if it must be freed now.
static RtHeader *release(RtAny value) {
  if (!isHeap(value.tag) || !value.payload)
    return nullptr;
  RtHeader *object = objectOf(value.payload);
  if (object->rc == 1)
    return object;
  if (object->rc > 0)
    --object->rc;
  return nullptr;
}

static bool holdsObjects(const RtArray *a) {
  return rtElemKindOf(a->h.type) >= RtElemRef && a->len > 0;
}

/// The word in the first slot of a dead array that links it to the next.
static int64_t &link(RtArray *a) { return slot<int64_t>(a, 0); }

/// Frees \p dead itself and returns its only child that may nest, released,
/// if that must be freed too.
static RtHeader *freeSimple(RtHeader *dead) {
  switch (rtKindOf(dead->type)) {
  case RtKindString:
    freeString(reinterpret_cast<RtString *>(dead));
    return nullptr;
  case RtKindRange:
    deallocate(dead, sizeof(RtRange));
    return nullptr;
  case RtKindError: {
    auto *error = reinterpret_cast<RtError *>(dead);
    RtAny value = error->value;
    if (RtString *message = error->message)
      if (release(makeRef(message)))
        freeSimple(&message->h);
    deallocate(error, sizeof(RtError));
    return release(value);
  }
  default:
    freeArray(reinterpret_cast<RtArray *>(dead));
    return nullptr;
  }
}

/// Frees an object that may hold others.
static RT_OUTLINED void freeDeep(RtHeader *dead) {
  RtArray *waiting = nullptr;
  for (;;) {
    while (dead) {
      auto *a = reinterpret_cast<RtArray *>(dead);
      if (rtKindOf(dead->type) != RtKindArray || !holdsObjects(a)) {
        dead = freeSimple(dead);
        continue;
      }
      RtAny first = elementOf(a, 0);
      link(a) = payloadOf(waiting);
      waiting = a;
      dead = release(first);
    }
    if (!waiting)
      return;
    if (waiting->len > 1) {
      dead = release(elementOf(waiting, --waiting->len));
      continue;
    }
    auto *next = reinterpret_cast<RtArray *>(objectOf(link(waiting)));
    freeArray(waiting);
    waiting = next;
  }
}

// Without a loop and few registers: most objects that die are of these kinds.
extern "C" void rt_free(void *object) {
  auto *dead = static_cast<RtHeader *>(object);
  uint8_t kind = rtKindOf(dead->type);
  if (kind == RtKindString)
    return freeString(reinterpret_cast<RtString *>(dead));
  auto *a = reinterpret_cast<RtArray *>(dead);
  if (kind == RtKindArray && !holdsObjects(a))
    return freeArray(a);
  freeDeep(dead);
}

extern "C" int64_t rt_live_objects(void) { return rt_state.liveObjects; }
