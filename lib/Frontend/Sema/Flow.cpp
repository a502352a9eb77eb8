//===- Flow.cpp - Definite assignment and reachability ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SemaImpl.h"

using namespace ruchy;

void SemaImpl::markAssigned(VarDecl *variable) {
  if (assigned.insert(variable).second)
    assignedTrail.push_back(variable);
}

void SemaImpl::undoTo(size_t mark) {
  while (assignedTrail.size() > mark) {
    assigned.erase(assignedTrail.back());
    assignedTrail.pop_back();
  }
}

/// Code that runs any number of times, or stops in the middle: what it
/// assigns does not count afterwards.
void SemaImpl::runMaybe(llvm::function_ref<void()> body) {
  size_t mark = assignedTrail.size();
  bool saved = diverged;
  body();
  undoTo(mark);
  diverged = saved;
}

/// Code of which one alternative runs: what all of them assign, apart from
/// those that leave, is assigned afterwards.
void SemaImpl::runBranches(llvm::ArrayRef<llvm::function_ref<void()>> branches,
                           bool isExhaustive) {
  size_t mark = assignedTrail.size();
  bool saved = diverged, allDiverge = isExhaustive && !branches.empty();
  bool isFirst = true;
  std::vector<VarDecl *> common;
  for (llvm::function_ref<void()> branch : branches) {
    diverged = false;
    branch();
    std::vector<VarDecl *> here(assignedTrail.begin() +
                                    static_cast<ptrdiff_t>(mark),
                                assignedTrail.end());
    undoTo(mark);
    if (diverged)
      continue;
    allDiverge = false;
    if (isFirst)
      common = std::move(here);
    else
      llvm::erase_if(common, [&](VarDecl *variable) {
        return !llvm::is_contained(here, variable);
      });
    isFirst = false;
  }
  diverged = saved || allDiverge;
  for (VarDecl *variable : common)
    markAssigned(variable);
}

/// Marks a function, and what it mentions, as callable from a statement on.
void SemaImpl::reach(FunctionInfo *info, unsigned statement) {
  llvm::SmallVector<FunctionInfo *> pending{info};
  while (!pending.empty()) {
    FunctionInfo *current = pending.pop_back_val();
    if (!current || !reachedAt.try_emplace(current, statement).second)
      continue;
    for (Node *mentioned : mentions[current])
      pending.push_back(result.functionInfos.lookup(mentioned));
  }
}

/// Finds the first statement of the top level during which each function may
/// run. Functions that are never mentioned stay out.
void SemaImpl::findReachedFunctions() {
  for (unsigned i = 0; i < statementMentions.size(); ++i)
    for (Node *mentioned : statementMentions[i])
      reach(result.functionInfos.lookup(mentioned), i);
  if (result.mainFunction)
    reach(result.functionInfos.lookup(result.mainFunction),
          static_cast<unsigned>(statementMentions.size()));
}
