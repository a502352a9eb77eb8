//===- HostSystem.h - What hosted functions ask of the system ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Files, clocks, randomness and the environment, over system calls of Linux
/// or over WASI preview 1. Everything is inline: a program contains only what
/// its library functions call.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_HOSTSYSTEM_H
#define RUCHY_RUNTIME_HOSTSYSTEM_H

#include "../Support.h"
#include "../System.h"

namespace ruchy::rt::host {

/// Why a call failed. Functions that give a number give its negative.
enum Failure : int {
  Success,
  NotFound,
  Denied,
  Exists,
  IsDirectory,
  NotDirectory,
  NotEmpty,
  NoSpace,
  NotText,
  NotSupported,
  OtherFailure
};

inline const char *describe(Failure failure) {
  static const char *const Texts[] = {"success",
                                      "No such file or directory",
                                      "Permission denied",
                                      "File exists",
                                      "Is a directory",
                                      "Not a directory",
                                      "Directory not empty",
                                      "No space left on device",
                                      "stream did not contain valid UTF-8",
                                      "Operation not supported",
                                      "Input/output error"};
  return Texts[failure];
}

enum class OpenMode { Read, Write, Append, Directory };

struct FileStatus {
  bool isFile;
  bool isDirectory;
  bool isReadOnly;
  int64_t size;
  int64_t modified; ///< Nanoseconds of the epoch.
};

enum class Clock { Real, Steady };

} // namespace ruchy::rt::host

#ifdef __wasm__
#include "SystemWasi.h"
#else
#include "SystemLinux.h"
#endif

#endif // RUCHY_RUNTIME_HOSTSYSTEM_H
