//===- OutputFile.cpp - Files that appear at once or not at all -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Driver/OutputFile.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Errno.h"
#include "llvm/Support/Path.h"

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace ruchy;

static llvm::Error makeError(llvm::StringRef path) {
  std::error_code code = llvm::errnoAsErrorCode();
  std::string name = path == "-" ? "standard output" : ("'" + path + "'").str();
  return llvm::createStringError(code, "cannot write " + name + ": " +
                                           code.message());
}

static llvm::Error writeAll(int descriptor, llvm::StringRef content,
                            llvm::StringRef path) {
  while (!content.empty()) {
    ssize_t written = llvm::sys::RetryAfterSignal(
        -1, ::write, descriptor, content.data(), content.size());
    if (written < 0)
      return makeError(path);
    content = content.drop_front(written);
  }
  return llvm::Error::success();
}

namespace {

/// Lets the user interrupt before or after, but not in between.
class SignalsHeld {
public:
  SignalsHeld() {
    sigset_t held;
    ::sigemptyset(&held);
    for (int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
      ::sigaddset(&held, signal);
    ::sigprocmask(SIG_BLOCK, &held, &before);
  }
  ~SignalsHeld() { ::sigprocmask(SIG_SETMASK, &before, nullptr); }

private:
  sigset_t before;
};

/// A file that does not have its name yet.
class PendingFile {
public:
  explicit PendingFile(llvm::StringRef path) : path(path.str()) {}
  PendingFile(const PendingFile &) = delete;
  PendingFile &operator=(const PendingFile &) = delete;
  ~PendingFile() {
    if (descriptor >= 0)
      ::close(descriptor);
    if (!name.empty())
      ::unlink(name.c_str());
  }

  llvm::Error write(llvm::StringRef content, bool executable);
  llvm::Error commit();

private:
  bool open();
  bool giveName();
  std::string makeName(const llvm::Twine &suffix) const;

  std::string path;
  /// What the file is called until commit; empty as long as it has no name.
  std::string name;
  int descriptor = -1;
};

} // namespace

std::string PendingFile::makeName(const llvm::Twine &suffix) const {
  llvm::SmallString<128> result = llvm::sys::path::parent_path(path);
  llvm::sys::path::append(result, ".ruchy-" + suffix);
  return result.str().str();
}

bool PendingFile::open() {
  std::string folder = llvm::sys::path::parent_path(path).str();
  descriptor = ::open(folder.empty() ? "." : folder.c_str(),
                      O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor >= 0)
    return true;
  // Not every file system has files without names.
  std::string pattern = makeName("XXXXXX");
  descriptor = ::mkostemp(pattern.data(), O_CLOEXEC);
  if (descriptor >= 0)
    name = pattern;
  return descriptor >= 0;
}

llvm::Error PendingFile::write(llvm::StringRef content, bool executable) {
  if (!open())
    return makeError(path);
  if (llvm::Error error = writeAll(descriptor, content, path))
    return error;
  // umask can only be read by setting it.
  mode_t mask = ::umask(0);
  ::umask(mask);
  if (::fchmod(descriptor, (executable ? 0777 : 0666) & ~mask) != 0 ||
      ::fsync(descriptor) != 0)
    return makeError(path);
  return llvm::Error::success();
}

bool PendingFile::giveName() {
  std::string source = ("/proc/self/fd/" + llvm::Twine(descriptor)).str();
  for (unsigned attempt = 0; attempt != 1000; ++attempt) {
    std::string candidate =
        makeName(llvm::Twine(::getpid()) + "-" + llvm::Twine(attempt));
    if (::linkat(AT_FDCWD, source.c_str(), AT_FDCWD, candidate.c_str(),
                 AT_SYMLINK_FOLLOW) == 0) {
      name = candidate;
      return true;
    }
    if (errno != EEXIST)
      return false;
  }
  return false;
}

llvm::Error PendingFile::commit() {
  if (name.empty() && !giveName())
    return makeError(path);
  if (::rename(name.c_str(), path.c_str()) != 0)
    return makeError(path);
  name.clear();
  return llvm::Error::success();
}

static llvm::Error writeDevice(llvm::StringRef path, llvm::StringRef content) {
  int descriptor = ::open(path.str().c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0)
    return makeError(path);
  llvm::Error error = writeAll(descriptor, content, path);
  if (::close(descriptor) != 0 && !error)
    return makeError(path);
  return error;
}

llvm::Error ruchy::writeOutput(llvm::StringRef path, llvm::StringRef content,
                               bool executable) {
  if (path == "-")
    return writeAll(STDOUT_FILENO, content, path);
  struct stat status;
  bool exists = ::stat(path.str().c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode))
    return llvm::createStringError("cannot write '" + path +
                                   "': it is a directory");
  if (exists && !S_ISREG(status.st_mode))
    return writeDevice(path, content);
  SignalsHeld held;
  PendingFile file(path);
  if (llvm::Error error = file.write(content, executable))
    return error;
  return file.commit();
}

void ruchy::reserveStandardStreams() {
  for (int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(number, F_GETFD) >= 0)
      continue;
    // The wrong direction: reads and writes fail as on a closed stream.
    int descriptor =
        ::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (descriptor >= 0 && descriptor != number) {
      ::dup2(descriptor, number);
      ::close(descriptor);
    }
  }
}
