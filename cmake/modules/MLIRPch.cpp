//===- MLIRPch.cpp - Owner of the precompiled header ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The build attaches MLIRPch.h to this file; everybody else reuses the result.
//
//===----------------------------------------------------------------------===//

#include "MLIRPch.h"
