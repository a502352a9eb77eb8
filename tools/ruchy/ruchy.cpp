//===- ruchy.cpp - The Ruchy compiler ---------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Driver/Driver.h"

int main(int argc, char **argv) { return ruchy::runDriver(argc, argv); }
