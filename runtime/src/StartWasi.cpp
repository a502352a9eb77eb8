//===- StartWasi.cpp - Entry point of WebAssembly programs ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `_start` of WASI preview 1. It is in the archive, and in the bitcode, where
/// the optimiser can drop the report of errors from programs that have none.
///
//===----------------------------------------------------------------------===//

#include "Stack.h"
#include "System.h"
#include "ruchy_rt/Output.h"
#include "ruchy_rt/Program.h"
#include "ruchy_rt/State.h"

extern "C" RtStatus ruchy_main(void);
extern "C" const unsigned char ruchy_leak_check;

extern "C" void _start(void) {
  rt_state.stackBudget = ruchy::rt::WasmStackBudget;
  RtStatus error = ruchy_main();
  if (!error && !ruchy_leak_check) {
    rt_flush();
    return;
  }
  if (int code = rt_finish(error, ruchy_leak_check))
    ruchy::rt::sys::exit(code);
}
