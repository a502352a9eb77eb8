//===- ForeignWords.h - Words of other languages ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_SUPPORT_FOREIGNWORDS_H
#define RUCHY_SUPPORT_FOREIGNWORDS_H

#include "llvm/ADT/StringRef.h"

namespace ruchy {

/// What to write instead of a word that means something in other languages
/// and nothing in this one; empty for all other words. The words are ordinary
/// names, so the hint is for places where the name turned out to be wrong.
llvm::StringRef getForeignWordHint(llvm::StringRef word);

} // namespace ruchy

#endif // RUCHY_SUPPORT_FOREIGNWORDS_H
