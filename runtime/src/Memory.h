//===- Memory.h - Allocator -------------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Free lists by size class over arenas; natively blocks from 128 KB are
/// mappings of their own. Blocks carry no header: who frees one knows its
/// size. The fast paths are a handful of instructions when inlined.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_MEMORY_H
#define RUCHY_RUNTIME_MEMORY_H

#include "ruchy_rt/State.h"

#define RT_INLINE static inline __attribute__((always_inline))
#define RT_LIKELY(x) __builtin_expect(!!(x), 1)
#define RT_UNLIKELY(x) __builtin_expect(!!(x), 0)

/// A block of a class whose free list is empty.
RT_API RT_COLD void *rt_alloc_slow(uint64_t sizeClass);
/// A block beyond the classes.
RT_API RT_COLD void *rt_alloc_large(uint64_t size);
RT_API RT_COLD void rt_free_large(void *block, uint64_t size);
/// The block with its first bytes moved to one of \p newSize, which is larger.
/// Neither allocation nor release is counted.
RT_API RT_COLD void *rt_realloc(void *block, uint64_t size, uint64_t newSize);

namespace ruchy::rt {

constexpr uint64_t SmallMax = 256, MiddleMax = 1024, LineSize = 64;
#ifdef __wasm__
constexpr uint64_t ClassMax = uint64_t(1) << 31;
#else
constexpr uint64_t ClassMax = 128 << 10;
#endif
/// No object may be larger; sizes computed below it cannot overflow.
constexpr int64_t ObjectMax = int64_t(1) << (sizeof(void *) == 8 ? 46 : 31);

/// The class that holds \p size bytes (1 <= size <= ClassMax).
RT_INLINE unsigned sizeClass(uint64_t size) {
  if (size <= SmallMax)
    return static_cast<unsigned>((size - 1) / 16);
  if (size <= MiddleMax)
    return static_cast<unsigned>(16 + (size - SmallMax - 1) / 64);
  size = size <= MiddleMax + LineSize ? MiddleMax : size - LineSize - 1;
  unsigned exponent = 63 - __builtin_clzll(size);
  unsigned quarter = size >> (exponent - 2) & 3;
  return 28 + (exponent - 10) * 4 + quarter;
}

/// Bytes of a block of class \p c. Blocks beyond MiddleMax take an odd number
/// of cache lines: neighbours, such as the rows of a matrix, then begin in
/// different sets of the cache.
RT_INLINE uint64_t classSize(unsigned c) {
  if (c < 16)
    return (c + 1) * 16;
  if (c < 28)
    return SmallMax + (c - 15) * 64;
  return (static_cast<uint64_t>(5 + (c & 3)) << ((c - 28) / 4 + 8)) + LineSize;
}

/// Bytes of the block that an allocation of \p size gets.
RT_INLINE uint64_t blockSize(uint64_t size) {
  if (size <= ClassMax)
    return classSize(sizeClass(size));
  return (size + 4095) & ~uint64_t(4095);
}

/// Memory for one object, which is counted.
RT_INLINE void *allocate(uint64_t size) {
  ++rt_state.liveObjects;
  if (RT_UNLIKELY(size > ClassMax))
    return rt_alloc_large(size);
  unsigned c = sizeClass(size);
  RtFreeBlock *block = rt_state.freeBlocks[c];
  if (RT_UNLIKELY(!block))
    return rt_alloc_slow(c);
  rt_state.freeBlocks[c] = block->next;
  return block;
}

/// Gives the memory of one object back; \p size as allocated.
RT_INLINE void deallocate(void *memory, uint64_t size) {
  --rt_state.liveObjects;
  if (RT_UNLIKELY(size > ClassMax))
    return rt_free_large(memory, size);
  auto *block = static_cast<RtFreeBlock *>(memory);
  unsigned c = sizeClass(size);
  block->next = rt_state.freeBlocks[c];
  rt_state.freeBlocks[c] = block;
}

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_MEMORY_H
