//===- HostSymbols.cpp - Runtime symbols for the JIT ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Only in the host library.
///
//===----------------------------------------------------------------------===//

#include "Inline.h"
#include "ruchy_rt/Format.h"
#include "ruchy_rt/Math.h"
#include "ruchy_rt/Number.h"
#include "ruchy_rt/Runtime.h"
#include "ruchy_rt/Symbols.h"

#define RT_SYMBOL(name) {#name, (void *)&name},

const RtHostSymbol rt_host_symbols[] = {
#include "ruchy_rt/Symbols.def"
    {nullptr, nullptr}};
