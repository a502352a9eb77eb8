//===- Stack.cpp - The stack that programs run on ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reserved address space that is committed when touched. On WebAssembly the
/// engine owns the stack, and recursive functions work with a budget.
///
//===----------------------------------------------------------------------===//

#include "Stack.h"
#include "ruchy_rt/State.h"
#ifndef __wasm__
#include "System.h"
#endif

using namespace ruchy::rt;

#ifdef __wasm__

void ruchy::rt::runOnOwnStack(void (*function)(void *), void *argument) {
  rt_state.stackBudget = WasmStackBudget;
  function(argument);
}

#else

static constexpr uint64_t Wanted = 512ull << 20, Least = 1ull << 20;
static constexpr uint64_t Guard = 64 << 10;
/// What is left below the limit for the runtime's functions and for frames
/// whose size the check does not know.
static constexpr uint64_t Margin = 256 << 10;

/// Most programs touch only this much, too little to clear a page of 2 MB.
static constexpr uint64_t FirstPart = Least;

/// Calls function(argument) with the stack pointer at \p top.
extern "C" void rt_call_on_stack(void (*function)(void *), void *argument,
                                 char *top);

#if defined(__x86_64__)
__asm__(".pushsection .text.rt_call_on_stack,\"ax\",@progbits\n"
        ".globl rt_call_on_stack\n"
        ".hidden rt_call_on_stack\n"
        ".type rt_call_on_stack,@function\n"
        "rt_call_on_stack:\n"
        ".cfi_startproc\n"
        "  pushq %rbp\n"
        ".cfi_def_cfa_offset 16\n"
        ".cfi_offset %rbp, -16\n"
        "  movq %rsp, %rbp\n"
        ".cfi_def_cfa_register %rbp\n"
        "  movq %rdx, %rsp\n"
        "  movq %rdi, %rax\n"
        "  movq %rsi, %rdi\n"
        "  callq *%rax\n"
        "  movq %rbp, %rsp\n"
        "  popq %rbp\n"
        ".cfi_def_cfa %rsp, 8\n"
        "  retq\n"
        ".cfi_endproc\n"
        ".size rt_call_on_stack, .-rt_call_on_stack\n"
        ".popsection\n");
#else
__asm__(".pushsection .text.rt_call_on_stack,\"ax\",@progbits\n"
        ".globl rt_call_on_stack\n"
        ".hidden rt_call_on_stack\n"
        ".type rt_call_on_stack,@function\n"
        ".p2align 2\n"
        "rt_call_on_stack:\n"
        ".cfi_startproc\n"
        "  stp x29, x30, [sp, #-16]!\n"
        ".cfi_def_cfa_offset 16\n"
        ".cfi_offset x29, -16\n"
        ".cfi_offset x30, -8\n"
        "  mov x29, sp\n"
        ".cfi_def_cfa_register x29\n"
        "  mov sp, x2\n"
        "  mov x3, x0\n"
        "  mov x0, x1\n"
        "  blr x3\n"
        "  mov sp, x29\n"
        "  ldp x29, x30, [sp], #16\n"
        ".cfi_def_cfa sp, 0\n"
        "  ret\n"
        ".cfi_endproc\n"
        ".size rt_call_on_stack, .-rt_call_on_stack\n"
        ".popsection\n");
#endif

void ruchy::rt::runOnOwnStack(void (*function)(void *), void *argument) {
  uint64_t size = Wanted;
  char *base = sys::map(size);
  while (!base && size > Least) {
    size /= 2;
    base = sys::map(size);
  }
  if (!base) {
    char here;
    rt_state.stackLimit = reinterpret_cast<uintptr_t>(&here) - Margin;
    function(argument);
    rt_state.stackLimit = 0;
    return;
  }
  sys::protect(base, Guard);
  sys::adviseSmallPages(base + size - FirstPart, FirstPart);
  rt_state.stackLimit = reinterpret_cast<uintptr_t>(base) + Guard + Margin;
  rt_call_on_stack(function, argument, base + size);
  rt_state.stackLimit = 0;
  sys::unmap(base, size);
}
#endif
