//===- StartLinux.cpp - Entry point of native programs ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `_start` of x86_64 and AArch64 Linux. Not part of the host library.
///
//===----------------------------------------------------------------------===//

#include "System.h"
#include "ruchy_rt/Program.h"

using namespace ruchy::rt;

extern "C" RtStatus ruchy_main(void);
extern "C" const unsigned char ruchy_leak_check;

/// \p words is the stack as the kernel made it: argc, then argv.
extern "C" __attribute__((used, noreturn)) void rt_start(long *words) {
  rt_set_args(static_cast<int>(words[0]), reinterpret_cast<char **>(words + 1));
  sys::exit(rt_run_main(ruchy_main, ruchy_leak_check));
}

#if defined(__x86_64__)
__asm__(".pushsection .text._start,\"ax\",@progbits\n"
        ".globl _start\n"
        ".type _start,@function\n"
        "_start:\n"
        "  xorl %ebp, %ebp\n"
        "  movq %rsp, %rdi\n"
        "  andq $-16, %rsp\n"
        "  callq rt_start\n"
        ".size _start, .-_start\n"
        ".popsection\n");
#else
__asm__(".pushsection .text._start,\"ax\",@progbits\n"
        ".globl _start\n"
        ".type _start,@function\n"
        ".p2align 2\n"
        "_start:\n"
        "  mov x29, #0\n"
        "  mov x30, #0\n"
        "  mov x0, sp\n"
        "  bl rt_start\n"
        ".size _start, .-_start\n"
        ".popsection\n");
#endif
