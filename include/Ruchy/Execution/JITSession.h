//===- JITSession.h - Code that runs in this process ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_EXECUTION_JITSESSION_H
#define RUCHY_EXECUTION_JITSESSION_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>

namespace ruchy {

/// One JIT for the life of the process: objects are added to it, and what
/// they define can be called. They see the runtime of this process.
class JITSession {
public:
  /// `dataLayout` and `triple` are those that all objects are generated for.
  static llvm::Expected<std::unique_ptr<JITSession>>
  create(llvm::StringRef triple, llvm::StringRef dataLayout);
  ~JITSession();

  /// Links an object into the process when something in it is looked up.
  llvm::Error addObject(std::unique_ptr<llvm::MemoryBuffer> object);

  /// The address of a function or variable.
  llvm::Expected<void *> lookup(llvm::StringRef name);

  struct ProgramOptions {
    /// What the program sees as its arguments; the first is its own name.
    int argc = 0;
    char **argv = nullptr;
    bool leakCheck = false;
  };

  /// Runs `ruchy_main`, on a stack of its own, and returns the exit code. All
  /// output of the program has been written by then.
  llvm::Expected<int> runProgram(const ProgramOptions &options);

private:
  struct Impl;
  explicit JITSession(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl;
};

} // namespace ruchy

#endif // RUCHY_EXECUTION_JITSESSION_H
