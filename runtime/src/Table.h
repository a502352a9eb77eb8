//===- Table.h - Hash tables of maps and sets -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Entries stand in the order of insertion; an index of open addressing finds
/// them from a certain size on. The stored tag of a key has its hash above.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_TABLE_H
#define RUCHY_RUNTIME_TABLE_H

#include "Support.h"
#include "ruchy_rt/Maps.h"

namespace ruchy::rt {

RT_INLINE RtTable *tableOf(RtAny value) {
  return reinterpret_cast<RtTable *>(objectOf(value.payload));
}
/// Slots per entry.
RT_INLINE int64_t widthOf(const RtTable *table) {
  return rtKindOf(table->h.type) == RtKindMap ? 2 : 1;
}
/// The key of entry \p i as the program sees it.
RT_INLINE RtAny keyAt(const RtTable *table, int64_t i) {
  RtAny key = table->slots[i * widthOf(table)];
  return {key.payload, rtKindOf(key.tag)};
}
RT_INLINE RtAny &valueAt(const RtTable *table, int64_t i) {
  return table->slots[i * 2 + 1];
}
RT_INLINE bool isEntry(const RtTable *table, int64_t i) {
  return rtKindOf(table->slots[i * widthOf(table)].tag) != RtKindUnset;
}

/// Calls \p visit with the position of each entry.
template <typename Visit>
RT_INLINE void forEachEntry(const RtTable *table, Visit visit) {
  for (int64_t i = 0; i < table->used; ++i)
    if (isEntry(table, i))
      visit(i);
}

RtTable *newTable(RtKind kind, int64_t cap);
void freeTable(RtTable *table);
/// The table (CONSUMED) with one owner.
RtTable *uniqueTable(RtTable *table);
/// Position of a key, or -1.
int64_t findEntry(const RtTable *table, RtAny key);
/// Position of a key (CONSUMED) in a unique table, added where it is missing:
/// \p isNew then, and the value is still to be written.
int64_t addEntry(RtTable *table, RtAny key, bool &isNew);
/// Takes an entry out of a unique table. Key and value have no owner then.
void removeEntry(RtTable *table, int64_t i);
bool tablesEqual(const RtTable *a, const RtTable *b);
/// Positions of all entries by natural order of the keys, as integers.
RtArray *sortedEntries(const RtTable *table);

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_TABLE_H
