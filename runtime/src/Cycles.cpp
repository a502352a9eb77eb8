//===- Cycles.cpp - Objects that only keep each other alive -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Synchronous cycle collection by trial deletion (D. F. Bacon, V. T. Rajan,
/// "Concurrent Cycle Collection in Reference Counted Systems", 2001), with
/// explicit stacks. Values cannot close a cycle by themselves, so only
/// instances, cells and function values are candidates.
///
/// Candidates that survive stay: a cycle may later lose its last outside owner
/// through a value that is no candidate. The next search comes when as many
/// new candidates exist as objects were visited in the last one, so searching
/// costs a constant per candidate.
///
//===----------------------------------------------------------------------===//

#include "Children.h"
#include "ruchy_rt/Objects.h"

using namespace ruchy::rt;

static constexpr int64_t FirstLimit = 1024;

namespace {
/// Objects that wait to be visited.
class Stack {
public:
  ~Stack() {
    if (items)
      deallocate(items, bytes(cap));
  }
  void push(RtHeader *object) {
    if (count == cap)
      grow();
    items[count++] = object;
  }
  RtHeader *pop() { return items[--count]; }
  bool empty() const { return count == 0; }
  int64_t size() const { return count; }
  RtHeader *operator[](int64_t i) const { return items[i]; }

private:
  static uint64_t bytes(int64_t n) {
    return blockSize(static_cast<uint64_t>(n) * sizeof(RtHeader *));
  }
  void grow() {
    int64_t wanted = cap ? cap * 2 : 256;
    uint64_t size = bytes(wanted);
    items = static_cast<RtHeader **>(items ? rt_realloc(items, bytes(cap), size)
                                           : allocate(size));
    cap = wanted;
  }

  RtHeader **items = nullptr;
  int64_t count = 0, cap = 0;
};
} // namespace

static uint32_t colorOf(const RtHeader *object) {
  return object->type & ColorMask;
}
static void setColor(RtHeader *object, uint32_t color) {
  object->type = (object->type & ~ColorMask) | color;
}

/// Objects that take part in the search: counted ones that may hold others.
static bool isNode(const RtHeader *object) {
  if (object->rc < 0)
    return false;
  switch (rtKindOf(object->type)) {
  case RtKindString:
  case RtKindRange:
    return false;
  case RtKindArray:
    return rtElemKindOf(object->type) >= RtElemRef;
  default:
    return true;
  }
}

/// Calls \p visit for each object that \p object refers to.
template <typename Visit>
static void forEachChild(RtHeader *object, Visit visit) {
  if (isRefArray(object)) {
    auto *a = reinterpret_cast<RtArray *>(object);
    for (int64_t i = 0; i < a->len; ++i)
      if (int64_t child = slot<int64_t>(a, i))
        visit(objectOf(child));
    return;
  }
  Parts parts = partsOf(object);
  for (int64_t i = 0; i < parts.count; ++i)
    if (isHeap(parts.items[i].tag) && parts.items[i].payload)
      visit(objectOf(parts.items[i].payload));
}

/// Takes away all counts that come from inside. Returns the objects visited.
static int64_t markGray(RtHeader *root) {
  Stack stack;
  int64_t visited = 0;
  if (colorOf(root) == Gray)
    return 0;
  setColor(root, Gray);
  stack.push(root);
  while (!stack.empty()) {
    ++visited;
    forEachChild(stack.pop(), [&](RtHeader *child) {
      if (!isNode(child))
        return;
      --child->rc;
      if (colorOf(child) == Gray)
        return;
      setColor(child, Gray);
      stack.push(child);
    });
  }
  return visited;
}

/// Gives the counts back below an object that is alive.
static void scanBlack(RtHeader *root) {
  Stack stack;
  setColor(root, Black);
  stack.push(root);
  while (!stack.empty())
    forEachChild(stack.pop(), [&](RtHeader *child) {
      if (!isNode(child))
        return;
      ++child->rc;
      if (colorOf(child) == Black)
        return;
      setColor(child, Black);
      stack.push(child);
    });
}

/// Whites what has no count left, blackens what is alive.
static void scan(RtHeader *root) {
  Stack stack;
  stack.push(root);
  while (!stack.empty()) {
    RtHeader *object = stack.pop();
    if (colorOf(object) != Gray)
      continue;
    if (object->rc > 0) {
      scanBlack(object);
      continue;
    }
    setColor(object, White);
    forEachChild(object, [&](RtHeader *child) {
      if (isNode(child) && colorOf(child) == Gray)
        stack.push(child);
    });
  }
}

/// Frees white objects. The counts among them are gone already, those of
/// objects that live on too.
static void freeWhite(Stack &list) {
  for (int64_t i = 0; i < list.size(); ++i)
    forEachChild(list[i], [&](RtHeader *child) {
      if (!isNode(child)) {
        drop(child);
      } else if (colorOf(child) == White) {
        setColor(child, Condemned);
        list.push(child);
      }
    });
  for (int64_t i = 0; i < list.size(); ++i)
    releaseMemory(list[i]);
}

static void removeHusks() {
  RtHeader **items = rt_state.candidates;
  int64_t kept = 0;
  for (int64_t i = 0; i < rt_state.numCandidates; ++i) {
    if (items[i]->type & HuskBit)
      releaseMemory(items[i]);
    else
      items[kept++] = items[i];
  }
  rt_state.numCandidates = kept;
}

extern "C" void rt_collect_cycles(void) {
  rt_state.freeing = 1;
  removeHusks();
  RtHeader **items = rt_state.candidates;
  int64_t n = rt_state.numCandidates, visited = 0;
  for (int64_t i = 0; i < n; ++i)
    visited += markGray(items[i]);
  for (int64_t i = 0; i < n; ++i)
    scan(items[i]);
  Stack garbage;
  int64_t kept = 0;
  for (int64_t i = 0; i < n; ++i) {
    if (colorOf(items[i]) == White) {
      setColor(items[i], Condemned);
      garbage.push(items[i]);
    } else {
      items[kept++] = items[i];
    }
  }
  rt_state.numCandidates = kept;
  freeWhite(garbage);
  rt_state.candidateLimit =
      kept + (visited > FirstLimit ? visited : FirstLimit);
  rt_state.freeing = 0;
}

static uint64_t candidateBytes(int64_t n) {
  return blockSize(static_cast<uint64_t>(n) * sizeof(RtHeader *));
}

static void growCandidates() {
  int64_t cap = rt_state.maxCandidates;
  int64_t wanted = cap ? cap * 2 : FirstLimit;
  uint64_t size = candidateBytes(wanted);
  rt_state.candidates = static_cast<RtHeader **>(
      cap ? rt_realloc(rt_state.candidates, candidateBytes(cap), size)
          : allocate(size));
  // What keeps books is not among the objects of the program.
  if (!cap)
    --rt_state.liveObjects;
  rt_state.maxCandidates = wanted;
}

extern "C" void rt_cycle_candidate(void *object) {
  auto *header = static_cast<RtHeader *>(object);
  if (header->type & BufferedBit)
    return;
  if (rt_state.numCandidates == rt_state.maxCandidates)
    growCandidates();
  header->type |= BufferedBit;
  rt_state.candidates[rt_state.numCandidates++] = header;
  int64_t limit = rt_state.candidateLimit;
  if (limit == 0)
    limit = FirstLimit;
  if (rt_state.numCandidates >= limit && !rt_state.freeing)
    rt_collect_cycles();
}
