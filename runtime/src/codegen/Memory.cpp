//===- Memory.cpp - Memory routines called by generated code ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Names of the C library that compilers call for memory operations. Built
/// with -fno-builtin, so that no loop here becomes a call to itself. Short
/// blocks are moved with loads that may overlap; long ones with the string
/// instructions of x86 or the bulk instructions of WebAssembly.
///
//===----------------------------------------------------------------------===//

#include <stddef.h>
#include <stdint.h>

namespace {
template <typename T> struct [[gnu::packed, gnu::may_alias]] Unaligned {
  T value;
};

typedef uint64_t Block __attribute__((vector_size(16)));

template <typename T> T load(const unsigned char *p) {
  return reinterpret_cast<const Unaligned<T> *>(p)->value;
}
template <typename T> void store(unsigned char *p, T value) {
  reinterpret_cast<Unaligned<T> *>(p)->value = value;
}

/// Copies n bytes, sizeof(T) <= n <= 2 * sizeof(T). All loads come first, so
/// the blocks may overlap.
template <typename T>
void copyEnds(unsigned char *to, const unsigned char *from, size_t n) {
  T first = load<T>(from);
  T last = load<T>(from + n - sizeof(T));
  store(to, first);
  store(to + n - sizeof(T), last);
}

/// Copies up to 32 bytes, which may overlap.
void copyShort(unsigned char *to, const unsigned char *from, size_t n) {
  if (n >= 16)
    return copyEnds<Block>(to, from, n);
  if (n >= 8)
    return copyEnds<uint64_t>(to, from, n);
  if (n >= 4)
    return copyEnds<uint32_t>(to, from, n);
  if (n >= 2)
    return copyEnds<uint16_t>(to, from, n);
  if (n == 1)
    *to = *from;
}

/// Above this size the start-up cost of the string instructions pays.
[[maybe_unused]] constexpr size_t longBlock = 512;

void copyForward(unsigned char *to, const unsigned char *from, size_t n) {
  // The last block is loaded before it can be overwritten.
  Block last = load<Block>(from + n - 16);
  size_t i = 0;
  for (; i + 16 < n; i += 16)
    store(to + i, load<Block>(from + i));
  store(to + n - 16, last);
}

void copyBackward(unsigned char *to, const unsigned char *from, size_t n) {
  Block first = load<Block>(from);
  for (; n > 16; n -= 16)
    store(to + n - 16, load<Block>(from + n - 16));
  store(to, first);
}
} // namespace

extern "C" {

void *memcpy(void *__restrict to, const void *__restrict from, size_t n) {
  auto *out = static_cast<unsigned char *>(to);
  auto *in = static_cast<const unsigned char *>(from);
  if (n <= 32) {
    copyShort(out, in, n);
    return to;
  }
#if defined(__x86_64__)
  if (n >= longBlock) {
    void *position = to;
    __asm__ volatile("rep movsb"
                     : "+D"(position), "+S"(from), "+c"(n)
                     :
                     : "memory");
    return to;
  }
#elif defined(__wasm_bulk_memory__)
  __asm__ volatile("local.get %0\n\tlocal.get %1\n\tlocal.get %2\n\t"
                   "memory.copy 0, 0"
                   :
                   : "r"(to), "r"(from), "r"(n)
                   : "memory");
  return to;
#endif
  copyForward(out, in, n);
  return to;
}

void *memmove(void *to, const void *from, size_t n) {
  auto *out = static_cast<unsigned char *>(to);
  auto *in = static_cast<const unsigned char *>(from);
  if (n <= 32) {
    copyShort(out, in, n);
    return to;
  }
#if defined(__wasm_bulk_memory__)
  return memcpy(to, from, n);
#endif
  // Without overlap, or with the target below, the order is upwards.
  size_t distance = size_t(uintptr_t(out) - uintptr_t(in));
  if (distance >= n) {
    if (size_t(0) - distance >= n)
      return memcpy(to, from, n);
    copyForward(out, in, n);
  } else {
    copyBackward(out, in, n);
  }
  return to;
}

void *memset(void *to, int c, size_t n) {
  auto *out = static_cast<unsigned char *>(to);
  uint64_t pattern = uint64_t(uint8_t(c)) * 0x0101010101010101;
  if (n < 16) {
    if (n >= 8) {
      store(out, pattern);
      store(out + n - 8, pattern);
    } else if (n >= 4) {
      store(out, uint32_t(pattern));
      store(out + n - 4, uint32_t(pattern));
    } else if (n >= 2) {
      store(out, uint16_t(pattern));
      store(out + n - 2, uint16_t(pattern));
    } else if (n == 1) {
      *out = uint8_t(c);
    }
    return to;
  }
#if defined(__x86_64__)
  if (n >= longBlock) {
    void *position = to;
    __asm__ volatile("rep stosb" : "+D"(position), "+c"(n) : "a"(c) : "memory");
    return to;
  }
#elif defined(__wasm_bulk_memory__)
  if (n > 32) {
    __asm__ volatile("local.get %0\n\tlocal.get %1\n\tlocal.get %2\n\t"
                     "memory.fill 0"
                     :
                     : "r"(to), "r"(c), "r"(n)
                     : "memory");
    return to;
  }
#endif
  Block block = {pattern, pattern};
  for (size_t i = 0; i + 16 < n; i += 16)
    store(out + i, block);
  store(out + n - 16, block);
  return to;
}

int memcmp(const void *left, const void *right, size_t n) {
  auto *a = static_cast<const unsigned char *>(left);
  auto *b = static_cast<const unsigned char *>(right);
  size_t i = 0;
  for (; i + 8 <= n; i += 8) {
    uint64_t x = load<uint64_t>(a + i), y = load<uint64_t>(b + i);
    if (x == y)
      continue;
    // The first differing byte decides: the most significant after swapping.
    return __builtin_bswap64(x) < __builtin_bswap64(y) ? -1 : 1;
  }
  for (; i < n; ++i)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

int bcmp(const void *left, const void *right, size_t n) {
  return memcmp(left, right, n);
}

size_t strlen(const char *text) {
  size_t length = 0;
  while (text[length])
    ++length;
  return length;
}

} // extern "C"
