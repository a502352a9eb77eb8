//===- Spelling.h - Names that may have been meant --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_SUPPORT_SPELLING_H
#define RUCHY_SUPPORT_SPELLING_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace ruchy {

/// Finds the name that is most like a given one, if it is like enough: about
/// one mistake per three letters, where two swapped letters and the wrong
/// case of all letters count as one. Of equally similar names the first in
/// alphabetical order is taken.
class SpellingGuess {
public:
  explicit SpellingGuess(llvm::StringRef name)
      : name(name), best(static_cast<unsigned>(name.size() + 1) / 3) {}

  void consider(llvm::StringRef candidate);

  /// Empty if nothing is like enough.
  const std::string &get() const { return found; }

  /// `did you mean 'x'?`, or empty.
  std::string getHint() const {
    return found.empty() ? "" : "did you mean '" + found + "'?";
  }

private:
  llvm::StringRef name;
  unsigned best;
  std::string found;
};

} // namespace ruchy

#endif // RUCHY_SUPPORT_SPELLING_H
