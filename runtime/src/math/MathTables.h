//===- MathTables.h - Constants of the math functions -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tables and constants, computed with 1 600 bits and rounded.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_MATH_MATHTABLES_H
#define RUCHY_RUNTIME_MATH_MATHTABLES_H

#include "DoubleDouble.h"

namespace ruchy::rt {

/// 2^(j/64).
extern const Double2 exp2Table[64];

/// For i = 90..182: ln(i/128) and 128/i.
struct LogEntry {
  Double2 log;
  double inverse;
};
constexpr int logTableFirst = 90;
extern const LogEntry logTable[93];

/// atan(i/32).
extern const Double2 atanTable[33];

/// The bits of 2/pi behind the point, after one word of zeros.
extern const uint64_t twoOverPiBits[20];

/// ln(2)/64 in three parts; products of the first two with 20-bit integers
/// are exact.
constexpr double ln2Over64A = 0x1.62e42feep-7;
constexpr double ln2Over64B = 0x1.a39ef356p-39;
constexpr double ln2Over64C = 0x1.93c7673007e5fp-71;
constexpr double inverseLn2Times64 = 0x1.71547652b82fep6;

/// ln(2) in two parts; products of the first with 11-bit integers are exact.
constexpr double ln2High = 0x1.62e42fefa2p-1;
constexpr double ln2Low = 0x1.9ef35793c7673p-41;

/// pi/2 in four parts; products of the first three with 20-bit integers are
/// exact.
constexpr double halfPiA = 0x1.921fb544p0;
constexpr double halfPiB = 0x1.0b4611a6p-34;
constexpr double halfPiC = 0x1.3198a2ep-69;
constexpr double halfPiD = 0x1.b839a252049c1p-104;
constexpr double twoOverPi = 0x1.45f306dc9c883p-1;

constexpr Double2 halfPi = {0x1.921fb54442d18p0, 0x1.1a62633145c07p-54};
constexpr Double2 fullPi = {0x1.921fb54442d18p1, 0x1.1a62633145c07p-53};
constexpr Double2 inverseLn2 = {0x1.71547652b82fep0, 0x1.777d0ffda0d24p-56};
constexpr Double2 inverseLn10 = {0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57};

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_MATH_MATHTABLES_H
