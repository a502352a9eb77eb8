//===- Memory.cpp - Arenas and large blocks ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The cold half of the allocator.
///
//===----------------------------------------------------------------------===//

#include "Memory.h"
#include "System.h"
#include "ruchy_rt/Program.h"

using namespace ruchy::rt;

[[noreturn]] static void outOfMemory() { rt_fatal("out of memory"); }

#ifdef __wasm__

extern "C" char __heap_base;

static constexpr uint64_t PageSize = 64 << 10;

/// Memory grows at the end only, so the arena is extended, not replaced.
static void newArena(uint64_t size) {
  if (!rt_state.arenaEnd) {
    rt_state.arenaNext = reinterpret_cast<char *>(
        (reinterpret_cast<uintptr_t>(&__heap_base) + 15) & ~uintptr_t(15));
    rt_state.arenaEnd =
        reinterpret_cast<char *>(__builtin_wasm_memory_size(0) * PageSize);
    if (static_cast<uint64_t>(rt_state.arenaEnd - rt_state.arenaNext) >= size)
      return;
  }
  uint64_t missing =
      size - static_cast<uint64_t>(rt_state.arenaEnd - rt_state.arenaNext);
  uint64_t pages = (missing + PageSize - 1) / PageSize;
  uint64_t step = __builtin_wasm_memory_size(0) / 2;
  if (step > 256)
    step = 256;
  uint64_t wanted = pages > step ? pages : step;
  if (__builtin_wasm_memory_grow(0, wanted) == SIZE_MAX) {
    wanted = pages;
    if (wanted > 65536 || __builtin_wasm_memory_grow(0, wanted) == SIZE_MAX)
      outOfMemory();
  }
  rt_state.arenaEnd += wanted * PageSize;
}

extern "C" void *rt_alloc_large(uint64_t) { outOfMemory(); }
extern "C" void rt_free_large(void *, uint64_t) {}

/// The newest block of the arena grows where it stands.
static bool growInArena(void *block, uint64_t size, uint64_t newSize) {
  char *start = static_cast<char *>(block);
  if (newSize > ClassMax || start + blockSize(size) != rt_state.arenaNext)
    return false;
  uint64_t more = blockSize(newSize) - blockSize(size);
  if (static_cast<uint64_t>(rt_state.arenaEnd - rt_state.arenaNext) < more)
    newArena(more);
  rt_state.arenaNext += more;
  return true;
}

#else

static constexpr uint64_t FirstArena = 256 << 10, LastArena = 64 << 20;

// Pages of 2 MB would be faster where they are at hand, but on machines whose
// host takes free memory back they cost ten times as much as small ones.
static char *mapBlock(uint64_t size) {
  char *block =
      size > static_cast<uint64_t>(ObjectMax) ? nullptr : sys::map(size);
  if (!block)
    outOfMemory();
  return block;
}

static void newArena(uint64_t) {
  uint64_t size = rt_state.arenaSize ? rt_state.arenaSize * 2 : FirstArena;
  if (size > LastArena)
    size = LastArena;
  rt_state.arenaSize = size;
  rt_state.arenaNext = mapBlock(size);
  rt_state.arenaEnd = rt_state.arenaNext + size;
}

/// What stands before a large block. A mapping may be larger than what was
/// asked for: free ones are used again, because their pages are there already,
/// which costs more than anything else about them.
struct RtLargeBlock {
  uint64_t mapped; ///< Bytes of the mapping, this head included.
  RtLargeBlock *next;
};

/// Free large blocks are kept up to this size in all.
static constexpr uint64_t FreeLargeMax = 128 << 20;
/// A free block may be this many times as large as needed.
static constexpr uint64_t LargeSlack = 4;

static RtLargeBlock *headOf(void *block) {
  return static_cast<RtLargeBlock *>(block) - 1;
}

static uint64_t mappingSize(uint64_t size) {
  return (size + sizeof(RtLargeBlock) + 4095) & ~uint64_t(4095);
}

/// The smallest free block that holds \p needed bytes and does not waste too
/// much; null if there is none.
static RtLargeBlock *takeFreeLarge(uint64_t needed) {
  RtLargeBlock **best = nullptr;
  for (RtLargeBlock **link = &rt_state.freeLargeBlocks; *link;
       link = &(*link)->next) {
    uint64_t mapped = (*link)->mapped;
    if (mapped >= needed && mapped / LargeSlack <= needed &&
        (!best || mapped < (*best)->mapped))
      best = link;
  }
  if (!best)
    return nullptr;
  RtLargeBlock *found = *best;
  *best = found->next;
  rt_state.freeLargeBytes -= found->mapped;
  return found;
}

static void releaseLarge(RtLargeBlock *head) {
  if (rt_state.freeLargeBytes + head->mapped > FreeLargeMax)
    return sys::unmap(reinterpret_cast<char *>(head), head->mapped);
  head->next = rt_state.freeLargeBlocks;
  rt_state.freeLargeBlocks = head;
  rt_state.freeLargeBytes += head->mapped;
}

extern "C" void *rt_alloc_large(uint64_t size) {
  uint64_t needed = mappingSize(size);
  RtLargeBlock *head = takeFreeLarge(needed);
  if (!head) {
    head = reinterpret_cast<RtLargeBlock *>(mapBlock(needed));
    head->mapped = needed;
  }
  return head + 1;
}

extern "C" void rt_free_large(void *block, uint64_t) {
  releaseLarge(headOf(block));
}

static void *growLarge(void *block, uint64_t size, uint64_t newSize) {
  RtLargeBlock *head = headOf(block);
  uint64_t needed = mappingSize(newSize);
  if (head->mapped >= needed)
    return block;
  if (RtLargeBlock *target = takeFreeLarge(needed)) {
    __builtin_memcpy(target + 1, block, size);
    releaseLarge(head);
    return target + 1;
  }
  char *grown =
      newSize > static_cast<uint64_t>(ObjectMax)
          ? nullptr
          : sys::grow(reinterpret_cast<char *>(head), head->mapped, needed);
  if (!grown)
    outOfMemory();
  head = reinterpret_cast<RtLargeBlock *>(grown);
  head->mapped = needed;
  return head + 1;
}
#endif

extern "C" void *rt_alloc_slow(uint64_t c) {
  uint64_t size = classSize(static_cast<unsigned>(c));
  if (static_cast<uint64_t>(rt_state.arenaEnd - rt_state.arenaNext) < size)
    newArena(size);
  char *block = rt_state.arenaNext;
  rt_state.arenaNext += size;
  return block;
}

extern "C" void *rt_realloc(void *block, uint64_t size, uint64_t newSize) {
#ifdef __wasm__
  if (growInArena(block, size, newSize))
    return block;
#else
  if (size > ClassMax)
    return growLarge(block, size, newSize);
#endif
  void *target = allocate(newSize);
  __builtin_memcpy(target, block, size);
  deallocate(block, size);
  return target;
}
