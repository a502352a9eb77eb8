//===- RunsOnce.cpp - Programs that are not worth optimising ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/LLVMIR.h"

#include "llvm/ADT/SCCIterator.h"
#include "llvm/Analysis/CallGraph.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Module.h"

using namespace ruchy;

template <typename Graph> static bool hasCycle(Graph graph) {
  for (auto component = llvm::scc_begin(graph); !component.isAtEnd();
       ++component)
    if (component.hasCycle())
      return true;
  return false;
}

bool ruchy::runsEverythingOnce(llvm::Module &module) {
  for (llvm::Function &function : module)
    if (!function.isDeclaration() && hasCycle(&function))
      return false;
  llvm::CallGraph calls(module);
  return !hasCycle(&calls);
}
