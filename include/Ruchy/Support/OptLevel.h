//===- OptLevel.h - Optimisation levels -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_SUPPORT_OPTLEVEL_H
#define RUCHY_SUPPORT_OPTLEVEL_H

namespace ruchy {

/// What -O0 to -O3 and -Os ask for, in the dialect and in LLVM.
enum class OptLevel { O0, O1, O2, O3, Os };

} // namespace ruchy

#endif // RUCHY_SUPPORT_OPTLEVEL_H
