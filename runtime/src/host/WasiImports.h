//===- WasiImports.h - Imports of hosted functions --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Functions of WASI preview 1; a module imports those that it calls.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_WASIIMPORTS_H
#define RUCHY_RUNTIME_WASIIMPORTS_H

#include <stddef.h>
#include <stdint.h>

#define RT_WASI(name)                                                          \
  __attribute__((import_module("wasi_snapshot_preview1"),                      \
                 import_name(#name))) int32_t rt_wasi_##name
extern "C" {
struct RtWasiVector {
  char *bytes;
  size_t len;
};
RT_WASI(fd_read)(int32_t fd, const RtWasiVector *parts, int32_t n,
                 int32_t *read);
RT_WASI(fd_close)(int32_t fd);
RT_WASI(fd_readdir)(int32_t fd, char *entries, int32_t size, int64_t cookie,
                    int32_t *used);
RT_WASI(fd_prestat_get)(int32_t fd, uint32_t *status);
RT_WASI(fd_prestat_dir_name)(int32_t fd, char *path, int32_t len);
RT_WASI(path_open)(int32_t fd, int32_t lookup, const char *path, int32_t len,
                   int32_t flags, int64_t rights, int64_t inherited,
                   int32_t fdFlags, int32_t *opened);
RT_WASI(path_filestat_get)(int32_t fd, int32_t lookup, const char *path,
                           int32_t len, void *status);
RT_WASI(path_create_directory)(int32_t fd, const char *path, int32_t len);
RT_WASI(path_remove_directory)(int32_t fd, const char *path, int32_t len);
RT_WASI(path_unlink_file)(int32_t fd, const char *path, int32_t len);
RT_WASI(path_rename)(int32_t fd, const char *path, int32_t len, int32_t newFd,
                     const char *newPath, int32_t newLen);
RT_WASI(clock_time_get)(int32_t clock, int64_t precision, int64_t *time);
RT_WASI(poll_oneoff)(const void *wanted, void *happened, int32_t n,
                     int32_t *count);
RT_WASI(random_get)(void *bytes, int32_t len);
RT_WASI(environ_sizes_get)(int32_t *count, int32_t *size);
RT_WASI(environ_get)(char **texts, char *bytes);
RT_WASI(args_sizes_get)(int32_t *count, int32_t *size);
RT_WASI(args_get)(char **texts, char *bytes);
}
#undef RT_WASI

#endif // RUCHY_RUNTIME_WASIIMPORTS_H
