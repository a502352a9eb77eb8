//===- BigStack.cpp - Runs a function on a large stack ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Execution/BigStack.h"

#include <pthread.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

using namespace ruchy;

#if __has_feature(address_sanitizer)

// The sanitizer keeps books on the stack of each thread, and loses track when
// a thread changes it.
int ruchy::runOnBigStack(size_t size,
                         llvm::function_ref<int(uintptr_t lowest)> function) {
  struct Task {
    llvm::function_ref<int(uintptr_t)> function;
    size_t size;
    int result;
  } task{function, size, 0};
  pthread_attr_t attributes;
  ::pthread_attr_init(&attributes);
  ::pthread_attr_setstacksize(&attributes, size);
  auto enter = [](void *argument) -> void * {
    auto *task = static_cast<Task *>(argument);
    auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    task->result = task->function(here - task->size + 64 * 1024);
    return nullptr;
  };
  pthread_t thread;
  if (::pthread_create(&thread, &attributes, enter, &task) != 0)
    return function(reinterpret_cast<uintptr_t>(__builtin_frame_address(0)));
  ::pthread_join(thread, nullptr);
  return task.result;
}

#else

namespace {

/// What the two sides of the switch share.
struct Switch {
  ucontext_t caller;
  ucontext_t callee;
  llvm::function_ref<int(uintptr_t)> function;
  uintptr_t lowest;
  int result;
};

} // namespace

/// makecontext passes integers only, so the pointer travels in two halves.
static void enter(unsigned high, unsigned low) {
  uintptr_t address = (static_cast<uintptr_t>(high) << 32) | low;
  auto *state = reinterpret_cast<Switch *>(address);
  state->result = state->function(state->lowest);
}

int ruchy::runOnBigStack(size_t size,
                         llvm::function_ref<int(uintptr_t)> function) {
  const size_t guard = ::sysconf(_SC_PAGESIZE);
  void *memory = MAP_FAILED;
  for (; memory == MAP_FAILED; size /= 2) {
    if (size < 16 * guard)
      return function(reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) -
                      256 * 1024);
    memory =
        ::mmap(nullptr, size, PROT_READ | PROT_WRITE,
               MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (memory != MAP_FAILED)
      break;
  }
  ::mprotect(memory, guard, PROT_NONE);

  Switch state{
      {}, {}, function, reinterpret_cast<uintptr_t>(memory) + guard, 0};
  ::getcontext(&state.callee);
  state.callee.uc_stack.ss_sp = memory;
  state.callee.uc_stack.ss_size = size;
  state.callee.uc_link = &state.caller;
  uintptr_t address = reinterpret_cast<uintptr_t>(&state);
  ::makecontext(&state.callee, reinterpret_cast<void (*)()>(enter), 2,
                static_cast<unsigned>(address >> 32),
                static_cast<unsigned>(address));
  ::swapcontext(&state.caller, &state.callee);
  ::munmap(memory, size);
  return state.result;
}

#endif
