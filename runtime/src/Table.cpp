//===- Table.cpp - Hash tables of maps and sets -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Slots and index share one block. An index word is a position plus one; a
/// removed entry leaves its word, which then meets a slot without a key.
///
//===----------------------------------------------------------------------===//

#include "Table.h"
#include "ruchy_rt/Maps.h"

using namespace ruchy::rt;

/// Smaller tables are searched from the front.
static constexpr int64_t MaxLinear = 8;
static constexpr int64_t HashShift = 32;

static int64_t indexSizeFor(int64_t cap) {
  if (cap <= MaxLinear)
    return 0;
  int64_t size = 32;
  while (size * 3 < cap * 4)
    size *= 2;
  return size;
}

static uint64_t blockBytes(int64_t width, int64_t cap) {
  if (cap > ObjectMax / 64)
    rt_fatal("out of memory");
  return blockSize(
      static_cast<uint64_t>(cap * width * 16 + indexSizeFor(cap) * 4));
}

/// Gives the table an empty block.
static void makeBlock(RtTable *table, int64_t cap) {
  int64_t width = widthOf(table), size = indexSizeFor(cap);
  table->slots = static_cast<RtAny *>(allocate(blockBytes(width, cap)));
  table->cap = cap;
  table->index = nullptr;
  table->indexMask = 0;
  if (size == 0)
    return;
  table->index = reinterpret_cast<uint32_t *>(table->slots + cap * width);
  table->indexMask = size - 1;
  __builtin_memset(table->index, 0, static_cast<size_t>(size) * 4);
}

RtTable *ruchy::rt::newTable(RtKind kind, int64_t cap) {
  auto *table = static_cast<RtTable *>(allocate(sizeof(RtTable)));
  table->h = {1, kind};
  table->len = table->used = table->cap = 0;
  table->slots = nullptr;
  table->index = nullptr;
  table->indexMask = 0;
  if (cap > 0)
    makeBlock(table, cap < 4 ? 4 : cap);
  return table;
}

void ruchy::rt::freeTable(RtTable *table) {
  if (table->slots)
    deallocate(table->slots, blockBytes(widthOf(table), table->cap));
  deallocate(table, sizeof(RtTable));
}

static uint32_t storedHash(RtAny key) {
  return static_cast<uint32_t>(static_cast<uint64_t>(key.tag) >> HashShift);
}

static void enterIndex(RtTable *table, int64_t i, uint32_t hash) {
  if (!table->index)
    return;
  int64_t at = hash & table->indexMask;
  while (table->index[at])
    at = (at + 1) & table->indexMask;
  table->index[at] = static_cast<uint32_t>(i + 1);
}

/// Moves the entries that exist into a block for \p cap entries.
static void rebuild(RtTable *table, int64_t cap) {
  RtAny *old = table->slots;
  int64_t width = widthOf(table), used = table->used;
  uint64_t oldBytes = old ? blockBytes(width, table->cap) : 0;
  makeBlock(table, cap);
  int64_t at = 0;
  for (int64_t i = 0; i < used; ++i) {
    const RtAny *entry = old + i * width;
    if (rtKindOf(entry->tag) == RtKindUnset)
      continue;
    __builtin_memcpy(table->slots + at * width, entry,
                     static_cast<size_t>(width) * sizeof(RtAny));
    enterIndex(table, at++, storedHash(*entry));
  }
  table->used = at;
  if (old)
    deallocate(old, oldBytes);
}

RtTable *ruchy::rt::uniqueTable(RtTable *table) {
  if (isUnique(table))
    return table;
  auto *copy = newTable(static_cast<RtKind>(rtKindOf(table->h.type)), 0);
  if (table->len > 0) {
    int64_t width = widthOf(table);
    makeBlock(copy, table->cap);
    __builtin_memcpy(copy->slots, table->slots,
                     static_cast<size_t>(table->used * width) * sizeof(RtAny));
    if (table->index)
      __builtin_memcpy(copy->index, table->index,
                       static_cast<size_t>(table->indexMask + 1) * 4);
    copy->len = table->len;
    copy->used = table->used;
    for (int64_t i = 0; i < copy->used * width; ++i)
      dupAny(copy->slots[i]);
  }
  drop(table);
  return copy;
}

/// True if both are the same key. An integral float within the range of exact
/// integers equals that integer, others only floats.
static bool sameKey(RtAny a, RtAny b) {
  uint8_t kind = rtKindOf(a.tag), other = rtKindOf(b.tag);
  if (kind == RtKindInt && other == RtKindInt)
    return a.payload == b.payload;
  if (kind == RtKindString && other == RtKindString)
    return rt_string_equal(stringOf(a), stringOf(b));
  if (kind == RtKindFloat && other == RtKindFloat && a.payload == b.payload)
    return true;
  if (isNumber(a) && isNumber(b) && kind != other) {
    constexpr double Exact = 9007199254740992.0;
    double value = toFloat(a);
    return value == toFloat(b) && value >= -Exact && value <= Exact;
  }
  return rt_any_equal(a.payload, kind, b.payload, other);
}

static int64_t find(const RtTable *table, RtAny key, uint32_t hash) {
  int64_t width = widthOf(table);
  if (!table->index) {
    for (int64_t i = 0; i < table->used; ++i) {
      RtAny stored = table->slots[i * width];
      if (storedHash(stored) == hash && sameKey(stored, key))
        return i;
    }
    return -1;
  }
  for (int64_t at = hash & table->indexMask;;
       at = (at + 1) & table->indexMask) {
    uint32_t word = table->index[at];
    if (!word)
      return -1;
    RtAny stored = table->slots[(word - 1) * width];
    if (storedHash(stored) == hash && sameKey(stored, key))
      return word - 1;
  }
}

int64_t ruchy::rt::findEntry(const RtTable *table, RtAny key) {
  return table->len ? find(table, key, rt_any_hash(RT_PASS(key))) : -1;
}

int64_t ruchy::rt::addEntry(RtTable *table, RtAny key, bool &isNew) {
  uint32_t hash = rt_any_hash(RT_PASS(key));
  int64_t at = find(table, key, hash);
  isNew = at < 0;
  if (!isNew) {
    dropAny(key);
    return at;
  }
  if (table->used == table->cap) {
    int64_t wanted = table->len * 2;
    rebuild(table, wanted < 4 ? 4 : wanted);
  }
  at = table->used++;
  ++table->len;
  table->slots[at * widthOf(table)] = {
      key.payload,
      static_cast<int64_t>(static_cast<uint64_t>(hash) << HashShift) |
          rtKindOf(key.tag)};
  enterIndex(table, at, hash);
  return at;
}

void ruchy::rt::removeEntry(RtTable *table, int64_t i) {
  int64_t width = widthOf(table);
  // The hash must not match any more, and nothing may be freed twice.
  for (int64_t j = 0; j < width; ++j)
    table->slots[i * width + j] = {0, RtKindUnset};
  --table->len;
  if (table->len == 0) {
    table->used = 0;
    if (table->index)
      __builtin_memset(table->index, 0,
                       static_cast<size_t>(table->indexMask + 1) * 4);
  }
}

bool ruchy::rt::tablesEqual(const RtTable *a, const RtTable *b) {
  if (a == b)
    return true;
  if (a->len != b->len)
    return false;
  DepthGuard guard;
  bool isMap = widthOf(a) == 2, equal = true;
  forEachEntry(a, [&](int64_t i) {
    if (!equal)
      return;
    int64_t at = findEntry(b, keyAt(a, i));
    equal = at >= 0 && (!isMap || rt_any_equal(RT_PASS(valueAt(a, i)),
                                               RT_PASS(valueAt(b, at))));
  });
  return equal;
}

RtArray *ruchy::rt::sortedEntries(const RtTable *table) {
  RtArray *order = rt_array_new_len(RtElemInt, table->len);
  int64_t n = 0;
  forEachEntry(table, [&](int64_t i) { slot<int64_t>(order, n++) = i; });
  // A heap sort needs no memory and no recursion; equal keys do not exist.
  auto before = [&](int64_t i, int64_t j) {
    RtAny a = keyAt(table, i), b = keyAt(table, j);
    return rt_any_order(RT_PASS(a), RT_PASS(b)) < 0;
  };
  auto sink = [&](int64_t at, int64_t end) {
    for (int64_t child; (child = at * 2 + 1) < end; at = child) {
      if (child + 1 < end &&
          before(slot<int64_t>(order, child), slot<int64_t>(order, child + 1)))
        ++child;
      if (!before(slot<int64_t>(order, at), slot<int64_t>(order, child)))
        return;
      int64_t moved = slot<int64_t>(order, at);
      slot<int64_t>(order, at) = slot<int64_t>(order, child);
      slot<int64_t>(order, child) = moved;
    }
  };
  for (int64_t i = n / 2; i-- > 0;)
    sink(i, n);
  for (int64_t end = n; --end > 0;) {
    int64_t greatest = slot<int64_t>(order, 0);
    slot<int64_t>(order, 0) = slot<int64_t>(order, end);
    slot<int64_t>(order, end) = greatest;
    sink(0, end);
  }
  return order;
}
