//===- InternalError.cpp - Reports of our own bugs --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Driver/InternalError.h"
#include "Ruchy/Driver/Driver.h"

#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/raw_ostream.h"

#include <csignal>
#include <sys/mman.h>
#include <unistd.h>

using namespace ruchy;

static const char bugNotice[] =
    "this is a bug in the Ruchy compiler, not in your program\n";

void ruchy::reportInternalError(const llvm::Twine &message) {
  llvm::errs() << "ruchy: internal compiler error: " << message << "\n"
               << bugNotice << getVersionText();
  llvm::errs().flush();
  ::_exit(ExitInternal);
}

static void onFatalError(void *, const char *message, bool) {
  reportInternalError(message);
}

/// Only calls that are allowed in a signal handler.
static void onCrash(int signal) {
  const char *name = signal == SIGSEGV  ? "SIGSEGV"
                     : signal == SIGBUS ? "SIGBUS"
                     : signal == SIGFPE ? "SIGFPE"
                     : signal == SIGILL ? "SIGILL"
                                        : "SIGABRT";
  auto print = [](const char *text, size_t length) {
    ssize_t ignored = ::write(STDERR_FILENO, text, length);
    (void)ignored;
  };
  static const char head[] = "ruchy: internal compiler error: ";
  print(head, sizeof(head) - 1);
  print(name, __builtin_strlen(name));
  print("\n", 1);
  print(bugNotice, sizeof(bugNotice) - 1);
  ::_exit(ExitInternal);
}

void ruchy::installCrashHandlers() {
  llvm::install_fatal_error_handler(onFatalError);
  ::signal(SIGXFSZ, SIG_IGN);

  // A stack overflow leaves no stack to report it on.
  static char stack[16 * 1024];
  stack_t alternate = {};
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof(stack);
  ::sigaltstack(&alternate, nullptr);
  struct sigaction action = {};
  action.sa_handler = onCrash;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND;
  for (int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT})
    ::sigaction(signal, &action, nullptr);
}
