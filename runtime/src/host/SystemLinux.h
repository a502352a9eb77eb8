//===- SystemLinux.h - Hosted functions on Linux ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_SYSTEMLINUX_H
#define RUCHY_RUNTIME_SYSTEMLINUX_H

#include "HostSystem.h"

/// The C library's, in the compiler process; programs have none.
extern "C" __attribute__((weak)) char **environ;

namespace ruchy::rt::host {

#if defined(__x86_64__)
enum HostCall : long {
  CallRead = 0,
  CallClose = 3,
  CallNanosleep = 35,
  CallGetcwd = 79,
  CallChdir = 80,
  CallGetdents = 217,
  CallClockGettime = 228,
  CallOpenat = 257,
  CallMkdirat = 258,
  CallUnlinkat = 263,
  CallRenameat = 264,
  CallReadlinkat = 267,
  CallGetrandom = 318,
  CallStatx = 332
};
constexpr long OpenDirectory = 0x10000;
#else
enum HostCall : long {
  CallGetcwd = 17,
  CallMkdirat = 34,
  CallUnlinkat = 35,
  CallRenameat = 38,
  CallChdir = 49,
  CallOpenat = 56,
  CallClose = 57,
  CallGetdents = 61,
  CallRead = 63,
  CallReadlinkat = 78,
  CallNanosleep = 101,
  CallClockGettime = 113,
  CallGetrandom = 278,
  CallStatx = 291
};
constexpr long OpenDirectory = 0x4000;
#endif
constexpr long AtCwd = -100;

struct TimeSpec {
  int64_t seconds;
  int64_t nanoseconds;
};
constexpr int64_t NanosPerSecond = 1000000000;

inline Failure failureOf(long result) {
  if (!sys::failed(result))
    return Success;
  switch (-result) {
  case 2:
    return NotFound;
  case 1:
  case 13:
    return Denied;
  case 17:
    return Exists;
  case 20:
    return NotDirectory;
  case 21:
    return IsDirectory;
  case 28:
    return NoSpace;
  case 39:
    return NotEmpty;
  default:
    return OtherFailure;
  }
}

/// A path as the kernel takes it; one that is too long or has a byte 0 is not
/// found.
class Path {
public:
  explicit Path(const RtString *path) {
    int64_t len = path->len < Max ? path->len : 0;
    for (int64_t i = 0; i < len; ++i)
      if (!path->bytes[i])
        len = 0;
    __builtin_memcpy(bytes, path->bytes, static_cast<size_t>(len));
    bytes[len] = '\0';
  }
  operator long() const { return reinterpret_cast<long>(bytes); }

private:
  static constexpr int64_t Max = 4096;
  char bytes[Max];
};

inline int64_t openFile(const RtString *path, OpenMode mode) {
  constexpr long WriteOnly = 1, Create = 0x40, Truncate = 0x200, Add = 0x400,
                 CloseOnExec = 0x80000, Permissions = 0666;
  long flags = CloseOnExec;
  if (mode == OpenMode::Write)
    flags |= WriteOnly | Create | Truncate;
  else if (mode == OpenMode::Append)
    flags |= WriteOnly | Create | Add;
  else if (mode == OpenMode::Directory)
    flags |= OpenDirectory;
  long fd = sys::call(CallOpenat, AtCwd, Path(path), flags, Permissions);
  return sys::failed(fd) ? -failureOf(fd) : fd;
}

inline int64_t readFrom(int64_t fd, char *bytes, int64_t len) {
  constexpr long Interrupted = -4;
  long result;
  do {
    result = sys::call(CallRead, fd, reinterpret_cast<long>(bytes), len);
  } while (result == Interrupted);
  return sys::failed(result) ? -failureOf(result) : result;
}

inline int64_t writeTo(int64_t fd, const char *bytes, int64_t len) {
  int64_t result = sys::write(static_cast<int>(fd), bytes, len);
  return result < 0 ? -failureOf(result) : result;
}

inline void closeFile(int64_t fd) { sys::call(CallClose, fd); }

inline Failure getStatus(const RtString *path, FileStatus &status) {
  constexpr long BasicMask = 0x7FF;
  constexpr unsigned TypeMask = 0170000, Directory = 0040000, Regular = 0100000,
                     Writable = 0222;
  struct {
    uint32_t mask, blockSize;
    uint64_t attributes;
    uint32_t links, user, group;
    uint16_t mode;
    uint64_t inode, size, blocks, attributesMask;
    struct {
      int64_t seconds;
      uint32_t nanoseconds;
      int32_t padding;
    } accessed, born, changed, modified;
    uint64_t rest[32];
  } found;
  static_assert(offsetof(decltype(found), size) == 40 &&
                offsetof(decltype(found), modified) == 112);
  long result = sys::call(CallStatx, AtCwd, Path(path), 0, BasicMask,
                          reinterpret_cast<long>(&found));
  if (sys::failed(result))
    return failureOf(result);
  status.isFile = (found.mode & TypeMask) == Regular;
  status.isDirectory = (found.mode & TypeMask) == Directory;
  status.isReadOnly = !(found.mode & Writable);
  status.size = static_cast<int64_t>(found.size);
  status.modified = found.modified.seconds * NanosPerSecond +
                    static_cast<int64_t>(found.modified.nanoseconds);
  return Success;
}

inline Failure removeFile(const RtString *path) {
  return failureOf(sys::call(CallUnlinkat, AtCwd, Path(path), 0));
}

inline Failure removeDirectory(const RtString *path) {
  constexpr long RemoveDirectory = 0x200;
  return failureOf(sys::call(CallUnlinkat, AtCwd, Path(path), RemoveDirectory));
}

inline Failure makeDirectory(const RtString *path) {
  constexpr long Permissions = 0777;
  return failureOf(sys::call(CallMkdirat, AtCwd, Path(path), Permissions));
}

inline Failure renameFile(const RtString *from, const RtString *to) {
  return failureOf(sys::call(CallRenameat, AtCwd, Path(from), AtCwd, Path(to)));
}

/// Calls \p visit(name, length) for everything in a directory.
template <typename Visit>
inline Failure visitDirectory(const RtString *path, Visit visit) {
  int64_t fd = openFile(path, OpenMode::Directory);
  if (fd < 0)
    return static_cast<Failure>(-fd);
  constexpr int64_t Head = 19, LengthAt = 16;
  alignas(8) char entries[8192];
  for (;;) {
    long size = sys::call(CallGetdents, fd, reinterpret_cast<long>(entries),
                          sizeof(entries));
    if (sys::failed(size) || size == 0) {
      closeFile(fd);
      return failureOf(size);
    }
    for (long at = 0; at < size;) {
      uint16_t length;
      __builtin_memcpy(&length, entries + at + LengthAt, sizeof(length));
      const char *name = entries + at + Head;
      visit(name, static_cast<int64_t>(__builtin_strlen(name)));
      at += length;
    }
  }
}

/// The path without links, dots and doubled slashes.
inline Failure resolvePath(const RtString *path, RtString *&out) {
  constexpr long PathOnly = 0x200000;
  constexpr int64_t Max = 4096;
  long fd = sys::call(CallOpenat, AtCwd, Path(path), PathOnly);
  if (sys::failed(fd))
    return failureOf(fd);
  char bytes[Max];
  RtString *link =
      Text().add("/proc/self/fd/").addInt(static_cast<int64_t>(fd)).take();
  long len = sys::call(CallReadlinkat, AtCwd, Path(link),
                       reinterpret_cast<long>(bytes), Max);
  drop(link);
  closeFile(fd);
  if (sys::failed(len))
    return failureOf(len);
  out = rt_string_from(bytes, len);
  return Success;
}

inline Failure getCurrentDirectory(RtString *&out) {
  constexpr int64_t Max = 4096;
  char bytes[Max];
  long len = sys::call(CallGetcwd, reinterpret_cast<long>(bytes), Max);
  if (sys::failed(len))
    return failureOf(len);
  out = rt_string_from(bytes, len - 1);
  return Success;
}

inline Failure setCurrentDirectory(const RtString *path) {
  return failureOf(sys::call(CallChdir, Path(path)));
}

inline int64_t readClock(Clock clock) {
  TimeSpec time = {0, 0};
  sys::call(CallClockGettime, clock == Clock::Steady,
            reinterpret_cast<long>(&time));
  return time.seconds * NanosPerSecond + time.nanoseconds;
}

inline void sleepFor(int64_t nanoseconds) {
  TimeSpec time = {nanoseconds / NanosPerSecond, nanoseconds % NanosPerSecond};
  constexpr long Interrupted = -4;
  // What is left is written back.
  while (sys::call(CallNanosleep, reinterpret_cast<long>(&time),
                   reinterpret_cast<long>(&time)) == Interrupted)
    ;
}

inline void fillRandom(void *bytes, size_t len) {
  sys::call(CallGetrandom, reinterpret_cast<long>(bytes),
            static_cast<long>(len), 0);
}

/// Calls \p visit(text) for each `NAME=value`.
template <typename Visit> inline void visitEnvironment(Visit visit) {
  char **entry = nullptr;
  if (&environ)
    entry = environ;
  else if (rt_state.argv)
    entry = rt_state.argv + rt_state.argc + 1;
  for (; entry && *entry; ++entry)
    visit(*entry);
}

template <typename Visit> inline void visitArguments(Visit visit) {
  for (int i = 0; i < rt_state.argc; ++i)
    visit(rt_state.argv[i]);
}

} // namespace ruchy::rt::host

#endif // RUCHY_RUNTIME_SYSTEMLINUX_H
