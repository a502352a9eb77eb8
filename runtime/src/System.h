//===- System.h - The operating system below the runtime --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// System calls of Linux, and imports of WASI preview 1. Nothing above this
/// file knows which of the two it runs on, except where memory and stacks are
/// managed.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_SYSTEM_H
#define RUCHY_RUNTIME_SYSTEM_H

#include <stddef.h>
#include <stdint.h>

namespace ruchy::rt::sys {

#ifdef __wasm__

struct IoVector {
  const char *bytes;
  size_t len;
};

#define RT_WASI(name)                                                          \
  __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))
extern "C" RT_WASI(fd_write) int32_t
    rt_wasi_fd_write(int32_t fd, const IoVector *parts, int32_t count,
                     int32_t *written);
extern "C" RT_WASI(proc_exit)
    __attribute__((noreturn)) void rt_wasi_proc_exit(int32_t code);
#undef RT_WASI

/// Bytes written, or negative on failure.
inline int64_t write(int fd, const char *bytes, int64_t len) {
  IoVector part = {bytes, static_cast<size_t>(len)};
  int32_t written = 0;
  return rt_wasi_fd_write(fd, &part, 1, &written) ? -1 : written;
}

[[noreturn]] inline void exit(int code) { rt_wasi_proc_exit(code); }

/// WASI preview 1 could tell, at the price of one more import.
inline bool isTerminal(int) { return false; }

#else

#if defined(__x86_64__)
enum Call : long {
  CallWrite = 1,
  CallMmap = 9,
  CallMprotect = 10,
  CallMunmap = 11,
  CallIoctl = 16,
  CallMremap = 25,
  CallMadvise = 28,
  CallExitGroup = 231
};

inline long call(long number, long a = 0, long b = 0, long c = 0, long d = 0,
                 long e = 0, long f = 0) {
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8),
                     "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}
#elif defined(__aarch64__)
enum Call : long {
  CallIoctl = 29,
  CallWrite = 64,
  CallExitGroup = 94,
  CallMunmap = 215,
  CallMremap = 216,
  CallMmap = 222,
  CallMprotect = 226,
  CallMadvise = 233
};

inline long call(long number, long a = 0, long b = 0, long c = 0, long d = 0,
                 long e = 0, long f = 0) {
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  register long x3 __asm__("x3") = d;
  register long x4 __asm__("x4") = e;
  register long x5 __asm__("x5") = f;
  __asm__ volatile("svc 0"
                   : "+r"(x0)
                   : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                   : "memory");
  return x0;
}
#else
#error "no system calls for this target"
#endif

inline bool failed(long result) {
  return static_cast<unsigned long>(result) > -4096ul;
}

/// Bytes written, or negative on failure.
inline int64_t write(int fd, const char *bytes, int64_t len) {
  constexpr long Interrupted = -4;
  long result;
  do {
    result = call(CallWrite, fd, reinterpret_cast<long>(bytes), len);
  } while (result == Interrupted);
  return result;
}

[[noreturn]] inline void exit(int code) {
  for (;;)
    call(CallExitGroup, code);
}

inline bool isTerminal(int fd) {
  constexpr long GetTerminalAttributes = 0x5401;
  char attributes[64];
  return call(CallIoctl, fd, GetTerminalAttributes,
              reinterpret_cast<long>(attributes)) == 0;
}

/// Private zeroed memory, committed when touched, or null.
inline char *map(uint64_t size) {
  constexpr long ReadWrite = 3, PrivateAnonymous = 0x22, NoReserve = 0x4000;
  long result = call(CallMmap, 0, static_cast<long>(size), ReadWrite,
                     PrivateAnonymous | NoReserve, -1, 0);
  return failed(result) ? nullptr : reinterpret_cast<char *>(result);
}

inline void unmap(char *address, uint64_t size) {
  call(CallMunmap, reinterpret_cast<long>(address), static_cast<long>(size));
}

/// Makes memory inaccessible.
inline void protect(char *address, uint64_t size) {
  call(CallMprotect, reinterpret_cast<long>(address), static_cast<long>(size),
       0);
}

/// Asks for pages of the ordinary size.
inline void adviseSmallPages(char *address, uint64_t size) {
  constexpr long NoHugePage = 15;
  call(CallMadvise, reinterpret_cast<long>(address), static_cast<long>(size),
       NoHugePage);
}

/// Grows a mapping, which may move; null if impossible.
inline char *grow(char *address, uint64_t size, uint64_t newSize) {
  constexpr long MayMove = 1;
  long result =
      call(CallMremap, reinterpret_cast<long>(address), static_cast<long>(size),
           static_cast<long>(newSize), MayMove);
  return failed(result) ? nullptr : reinterpret_cast<char *>(result);
}
#endif

} // namespace ruchy::rt::sys

#endif // RUCHY_RUNTIME_SYSTEM_H
