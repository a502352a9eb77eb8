//===- Symbols.h - Runtime symbols for the JIT ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Names and addresses of every runtime function of the host library, so that
/// the JIT needs no dynamic symbol table. Symbols.def is the list.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_SYMBOLS_H
#define RUCHY_RT_SYMBOLS_H

/// One entry of the table.
struct RtHostSymbol {
  const char *name;
  void *address;
};

extern "C" {
/// Ends with a null name. Only in the host library.
extern const RtHostSymbol rt_host_symbols[];
}

#endif // RUCHY_RT_SYMBOLS_H
