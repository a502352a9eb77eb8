//===- SystemWasi.h - Hosted functions on WASI preview 1 --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_SYSTEMWASI_H
#define RUCHY_RUNTIME_SYSTEMWASI_H

#include "HostSystem.h"
#include "WasiImports.h"

namespace ruchy::rt::host {

inline Failure failureOf(int32_t error) {
  switch (error) {
  case 0:
    return Success;
  case 44:
    return NotFound;
  case 2:
  case 63:
  case 76:
    return Denied;
  case 20:
    return Exists;
  case 54:
    return NotDirectory;
  case 31:
    return IsDirectory;
  case 51:
    return NoSpace;
  case 55:
    return NotEmpty;
  case 52:
  case 58:
    return NotSupported;
  default:
    return OtherFailure;
  }
}

/// A path below one of the folders that the program was given.
struct Path {
  int32_t fd = -1;
  const char *bytes = ".";
  int32_t len = 1;

  explicit Path(const RtString *path) {
    constexpr int32_t FirstFd = 3, MaxName = 1024;
    char name[MaxName];
    uint32_t status[2];
    int64_t best = -1;
    for (int32_t i = FirstFd; rt_wasi_fd_prestat_get(i, status) == 0; ++i) {
      auto size = static_cast<int32_t>(status[1]);
      if (size > MaxName || rt_wasi_fd_prestat_dir_name(i, name, size))
        continue;
      while (size > 0 && !name[size - 1])
        --size;
      consider(path, i, name, size, best);
    }
  }

private:
  void consider(const RtString *path, int32_t folder, const char *name,
                int32_t size, int64_t &best) {
    bool isAbsolute = path->len > 0 && path->bytes[0] == '/';
    while (size > 0 && name[size - 1] == '/')
      --size;
    if (!isAbsolute && size == 1 && name[0] == '.')
      size = 0;
    bool isPrefix =
        size == 0 ||
        (size <= path->len && __builtin_memcmp(path->bytes, name, size) == 0 &&
         (size == path->len || path->bytes[size] == '/'));
    if (!isPrefix || size <= best)
      return;
    best = size;
    fd = folder;
    int64_t start = size;
    while (start < path->len && path->bytes[start] == '/')
      ++start;
    if (start == path->len)
      return;
    bytes = path->bytes + start;
    len = static_cast<int32_t>(path->len - start);
  }
};

inline int64_t openFile(const RtString *path, OpenMode mode) {
  constexpr int64_t RightRead = 1 << 1 | 1 << 2 | 1 << 21, RightWrite = 1 << 6,
                    RightList = 1 << 14;
  constexpr int32_t FollowLinks = 1, Create = 1, Directory = 2, Truncate = 8,
                    Add = 1;
  Path place(path);
  int64_t rights = mode == OpenMode::Read        ? RightRead
                   : mode == OpenMode::Directory ? RightList | RightRead
                                                 : RightWrite;
  int32_t flags = mode == OpenMode::Write       ? Create | Truncate
                  : mode == OpenMode::Append    ? Create
                  : mode == OpenMode::Directory ? Directory
                                                : 0;
  int32_t fd;
  int32_t error =
      place.fd < 0 ? 44
                   : rt_wasi_path_open(place.fd, FollowLinks, place.bytes,
                                       place.len, flags, rights, 0,
                                       mode == OpenMode::Append ? Add : 0, &fd);
  return error ? -failureOf(error) : fd;
}

inline int64_t readFrom(int64_t fd, char *bytes, int64_t len) {
  RtWasiVector part = {bytes, static_cast<size_t>(len)};
  int32_t read = 0;
  int32_t error = rt_wasi_fd_read(static_cast<int32_t>(fd), &part, 1, &read);
  return error ? -failureOf(error) : read;
}

inline int64_t writeTo(int64_t fd, const char *bytes, int64_t len) {
  int64_t written = sys::write(static_cast<int>(fd), bytes, len);
  return written < 0 ? -OtherFailure : written;
}

inline void closeFile(int64_t fd) {
  rt_wasi_fd_close(static_cast<int32_t>(fd));
}

inline Failure getStatus(const RtString *path, FileStatus &status) {
  constexpr int32_t FollowLinks = 1;
  constexpr uint8_t Directory = 3, Regular = 4;
  struct {
    uint64_t device, inode;
    uint8_t type;
    uint64_t links, size, accessed, modified, changed;
  } found;
  static_assert(sizeof(found) == 64);
  Path place(path);
  if (place.fd < 0)
    return NotFound;
  if (int32_t error = rt_wasi_path_filestat_get(place.fd, FollowLinks,
                                                place.bytes, place.len, &found))
    return failureOf(error);
  status.isFile = found.type == Regular;
  status.isDirectory = found.type == Directory;
  status.isReadOnly = false;
  status.size = static_cast<int64_t>(found.size);
  status.modified = static_cast<int64_t>(found.modified);
  return Success;
}

/// Calls an import on the place that a path means.
template <typename Import>
inline Failure callAt(const RtString *path, Import import) {
  Path place(path);
  return place.fd < 0 ? NotFound
                      : failureOf(import(place.fd, place.bytes, place.len));
}

inline Failure removeFile(const RtString *path) {
  return callAt(path, rt_wasi_path_unlink_file);
}
inline Failure removeDirectory(const RtString *path) {
  return callAt(path, rt_wasi_path_remove_directory);
}
inline Failure makeDirectory(const RtString *path) {
  return callAt(path, rt_wasi_path_create_directory);
}

inline Failure renameFile(const RtString *from, const RtString *to) {
  Path old(from), place(to);
  if (old.fd < 0 || place.fd < 0)
    return NotFound;
  return failureOf(rt_wasi_path_rename(old.fd, old.bytes, old.len, place.fd,
                                       place.bytes, place.len));
}

/// Calls \p visit(name, length) for everything in a directory.
template <typename Visit>
inline Failure visitDirectory(const RtString *path, Visit visit) {
  int64_t fd = openFile(path, OpenMode::Directory);
  if (fd < 0)
    return static_cast<Failure>(-fd);
  constexpr int32_t Head = 24, LengthAt = 16, Size = 8192;
  alignas(8) char entries[Size];
  int64_t cookie = 0;
  for (;;) {
    int32_t used = 0;
    int32_t error = rt_wasi_fd_readdir(static_cast<int32_t>(fd), entries, Size,
                                       cookie, &used);
    int32_t at = 0;
    while (!error && at + Head <= used) {
      uint32_t length;
      __builtin_memcpy(&length, entries + at + LengthAt, sizeof(length));
      // The last entry may be cut off.
      if (at + Head + static_cast<int64_t>(length) > used)
        break;
      __builtin_memcpy(&cookie, entries + at, sizeof(cookie));
      visit(entries + at + Head, static_cast<int64_t>(length));
      at += Head + static_cast<int32_t>(length);
    }
    if (error || used < Size || at == 0) {
      closeFile(fd);
      return failureOf(error);
    }
  }
}

/// There are no absolute names here: a path that exists is itself.
inline Failure resolvePath(const RtString *path, RtString *&out) {
  FileStatus status;
  if (Failure failure = getStatus(path, status))
    return failure;
  out = rt_string_from(path->bytes, path->len);
  return Success;
}

inline Failure getCurrentDirectory(RtString *&out) {
  out = rt_string_from(".", 1);
  return Success;
}

inline Failure setCurrentDirectory(const RtString *) { return NotSupported; }

inline int64_t readClock(Clock clock) {
  int64_t time = 0;
  rt_wasi_clock_time_get(clock == Clock::Steady, 1, &time);
  return time;
}

inline void sleepFor(int64_t nanoseconds) {
  struct {
    uint64_t data;
    uint8_t tag;
    alignas(8) uint32_t clock;
    uint64_t timeout, precision;
    uint16_t flags;
  } wanted = {0, 0, 1, static_cast<uint64_t>(nanoseconds), 1, 0};
  static_assert(sizeof(wanted) == 48);
  alignas(8) char event[32];
  int32_t count;
  rt_wasi_poll_oneoff(&wanted, event, 1, &count);
}

inline void fillRandom(void *bytes, size_t len) {
  rt_wasi_random_get(bytes, static_cast<int32_t>(len));
}

/// Calls \p visit with each of the texts that two imports describe.
template <typename Sizes, typename Get, typename Visit>
inline void visitTexts(Sizes sizes, Get get, Visit visit) {
  int32_t count = 0, size = 0;
  if (sizes(&count, &size) || count == 0)
    return;
  uint64_t pointers = static_cast<uint64_t>(count) * sizeof(char *);
  uint64_t all = pointers + static_cast<uint64_t>(size);
  auto **texts = static_cast<char **>(allocate(all));
  if (!get(texts, reinterpret_cast<char *>(texts) + pointers))
    for (int32_t i = 0; i < count; ++i)
      visit(texts[i]);
  deallocate(texts, all);
}

/// Calls \p visit(text) for each `NAME=value`.
template <typename Visit> inline void visitEnvironment(Visit visit) {
  visitTexts(rt_wasi_environ_sizes_get, rt_wasi_environ_get, visit);
}

template <typename Visit> inline void visitArguments(Visit visit) {
  visitTexts(rt_wasi_args_sizes_get, rt_wasi_args_get, visit);
}

} // namespace ruchy::rt::host

#endif // RUCHY_RUNTIME_SYSTEMWASI_H
