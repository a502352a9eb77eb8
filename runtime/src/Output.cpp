//===- Output.cpp - Buffered output -----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The buffer of standard output. Standard error has none: what goes there is
/// rare and must not be lost.
///
//===----------------------------------------------------------------------===//

#include "ruchy_rt/Output.h"
#include "Support.h"
#include "System.h"

using namespace ruchy::rt;

static constexpr int64_t BufferSize = 64 << 10;
static char OutBuffer[BufferSize];

[[maybe_unused]] static constexpr uint8_t Unknown = 0, Blocks = 1, Lines = 2;

static int outFd() { return rt_state.outFd ? rt_state.outFd : 1; }
static int errFd() { return rt_state.errFd ? rt_state.errFd : 2; }

/// Output must not get lost silently. On WebAssembly a trap spares programs
/// that always succeed the import of an exit function.
[[noreturn]] static void cannotWrite() {
#ifdef __wasm__
  __builtin_trap();
#else
  constexpr int CannotWrite = 74;
  sys::exit(CannotWrite);
#endif
}

static void writeAll(int fd, const char *bytes, int64_t len) {
  while (len > 0) {
    int64_t written = sys::write(fd, bytes, len);
    if (RT_UNLIKELY(written <= 0))
      cannotWrite();
    bytes += written;
    len -= written;
  }
}

extern "C" void rt_flush(void) {
  int64_t len = rt_state.outLength;
  rt_state.outLength = 0;
  writeAll(outFd(), OutBuffer, len);
}

#ifndef __wasm__
static bool endsLine(const char *bytes, int64_t len) {
  for (int64_t i = len; i > 0; --i)
    if (bytes[i - 1] == '\n')
      return true;
  return false;
}
#endif

extern "C" void rt_print_bytes(const char *bytes, int64_t len, int64_t stream) {
  if (RT_UNLIKELY(stream == 2)) {
    rt_flush();
    writeAll(errFd(), bytes, len);
    return;
  }
  if (RT_UNLIKELY(len > BufferSize - rt_state.outLength)) {
    rt_flush();
    if (len > BufferSize) {
      writeAll(outFd(), bytes, len);
      return;
    }
  }
  __builtin_memcpy(OutBuffer + rt_state.outLength, bytes,
                   static_cast<size_t>(len));
  rt_state.outLength += len;
#ifndef __wasm__
  if (RT_UNLIKELY(rt_state.outMode != Blocks)) {
    if (rt_state.outMode == Unknown)
      rt_state.outMode = sys::isTerminal(outFd()) ? Lines : Blocks;
    if (rt_state.outMode == Lines && endsLine(bytes, len))
      rt_flush();
  }
#endif
}

extern "C" void rt_print_string(const RtString *s, int64_t stream) {
  rt_print_bytes(s->bytes, s->len, stream);
}

extern "C" void rt_print_newline(int64_t stream) {
  rt_print_bytes("\n", 1, stream);
}

extern "C" void rt_println_string(const RtString *s, int64_t stream) {
  rt_print_bytes(s->bytes, s->len, stream);
  rt_print_newline(stream);
}
