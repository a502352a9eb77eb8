//===- Counts.cpp - Freeing -------------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Freeing works through nested values depth first in constant space: a dead
/// object waits with the address of the object above it in its own first slot.
///
//===----------------------------------------------------------------------===//

#include "Children.h"
#include "Table.h"

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
    dropOneOf(object, rtKindOf(value.tag));
  return nullptr;
}

static void freeError(RtError *error) {
  if (RtString *message = error->message)
    if (release(makeRef(message)))
      freeString(message);
  deallocate(error, sizeof(RtError));
}

void ruchy::rt::releaseMemory(RtHeader *dead) {
  Parts parts = partsOf(dead);
  switch (rtKindOf(dead->type)) {
  case RtKindString:
    return freeString(reinterpret_cast<RtString *>(dead));
  case RtKindArray:
    return freeArray(reinterpret_cast<RtArray *>(dead));
  case RtKindRange:
    return deallocate(dead, sizeof(RtRange));
  case RtKindError:
    return freeError(reinterpret_cast<RtError *>(dead));
  case RtKindMap:
  case RtKindSet:
    return freeTable(reinterpret_cast<RtTable *>(dead));
  case RtKindFunction:
    return deallocate(dead, partsSize(sizeof(RtFunction), parts.count));
  case RtKindCell:
    return deallocate(dead, blockSize(sizeof(RtCell)));
  default:
    return deallocate(dead, partsSize(sizeof(RtRecord), parts.count));
  }
}
static_assert(sizeof(RtRecord) == sizeof(RtTuple));

/// The memory of a candidate stays until the next search of cycles.
static void finish(RtHeader *dead) {
  if (RT_UNLIKELY(dead->type & BufferedBit)) {
    dead->type |= HuskBit;
    return;
  }
  releaseMemory(dead);
}

static bool holdsObjects(const RtArray *a) {
  return rtElemKindOf(a->h.type) >= RtElemRef && a->len > 0;
}

/// The word in the first slot of a dead array that links it to the next.
static int64_t &link(RtHeader *a) {
  return slot<int64_t>(reinterpret_cast<RtArray *>(a), 0);
}

/// Frees \p dead or lets it wait; returns its first child, released, if that
/// must be freed too.
static RtHeader *enter(RtHeader *dead, RtHeader *&waiting) {
  auto *a = reinterpret_cast<RtArray *>(dead);
  if (isRefArray(dead) && a->len > 0) {
    RtAny first = slot<int64_t>(a, 0) ? elementOf(a, 0) : makeNil();
    link(dead) = payloadOf(waiting);
    waiting = dead;
    return release(first);
  }
  Parts parts = partsOf(dead);
  RtAny first = parts.count > 0 ? parts.items[0] : makeNil();
  if (parts.count < 2) {
    finish(dead);
    return release(first);
  }
  parts.items[0] = {payloadOf(waiting), parts.count};
  waiting = dead;
  return release(first);
}

/// Goes on with \p waiting, which is freed before its last child.
static RtHeader *resume(RtHeader *&waiting) {
  RtHeader *dead = nullptr, *done = waiting;
  if (isRefArray(done)) {
    auto *a = reinterpret_cast<RtArray *>(done);
    while (a->len > 1 && !dead) {
      int64_t child = slot<int64_t>(a, --a->len);
      dead = child ? release(makeRef(objectOf(child))) : nullptr;
    }
    if (a->len > 1)
      return dead;
    waiting = objectOf(link(done));
    freeArray(a);
    return dead;
  }
  RtAny *items = partsOf(done).items;
  int64_t rest = items[0].tag;
  while (rest > 1 && !dead)
    dead = release(items[--rest]);
  items[0].tag = rest;
  if (rest > 1)
    return dead;
  waiting = objectOf(items[0].payload);
  finish(done);
  return dead;
}

/// Frees an object that may hold others.
static RT_OUTLINED void freeDeep(RtHeader *dead) {
  RtHeader *waiting = nullptr;
  uint8_t before = rt_state.freeing;
  rt_state.freeing = 1;
  do {
    while (dead)
      dead = enter(dead, waiting);
    if (waiting)
      dead = resume(waiting);
  } while (dead || waiting);
  rt_state.freeing = before;
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
