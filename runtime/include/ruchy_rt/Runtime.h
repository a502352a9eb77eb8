//===- Runtime.h - Everything the runtime offers ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// All public headers of the runtime. The compiler includes this one.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_RUNTIME_H
#define RUCHY_RT_RUNTIME_H

#include "ruchy_rt/Any.h"
#include "ruchy_rt/Arrays.h"
#include "ruchy_rt/Builtins.h"
#include "ruchy_rt/Convert.h"
#include "ruchy_rt/Counts.h"
#include "ruchy_rt/Errors.h"
#include "ruchy_rt/Host.h"
#include "ruchy_rt/Integers.h"
#include "ruchy_rt/Json.h"
#include "ruchy_rt/Maps.h"
#include "ruchy_rt/Methods.h"
#include "ruchy_rt/Objects.h"
#include "ruchy_rt/Options.h"
#include "ruchy_rt/Output.h"
#include "ruchy_rt/Program.h"
#include "ruchy_rt/Ranges.h"
#include "ruchy_rt/State.h"
#include "ruchy_rt/Strings.h"
#include "ruchy_rt/Symbols.h"
#include "ruchy_rt/Text.h"

#endif // RUCHY_RT_RUNTIME_H
