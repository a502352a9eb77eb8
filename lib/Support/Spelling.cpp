//===- Spelling.cpp - Names that may have been meant ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Support/Spelling.h"

using namespace ruchy;

/// Whether two neighbouring letters are swapped and all others equal.
static bool isSwapped(llvm::StringRef a, llvm::StringRef b) {
  if (a.size() != b.size())
    return false;
  size_t i = 0;
  while (i < a.size() && a[i] == b[i])
    ++i;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
         a.drop_front(i + 2) == b.drop_front(i + 2);
}

void SpellingGuess::consider(llvm::StringRef candidate) {
  // A single letter is like every other.
  if (name.size() < 2 || candidate == name || candidate.empty())
    return;
  bool isClose =
      isSwapped(name, candidate) || name.equals_insensitive(candidate);
  unsigned distance = isClose ? 1 : name.edit_distance(candidate, true, best);
  if (distance > best)
    return;
  if (!found.empty() && distance == best && found <= candidate)
    return;
  best = distance;
  found = candidate.str();
}
