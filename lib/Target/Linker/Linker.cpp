//===- Linker.cpp - Executables from objects --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/Linker.h"
#include "Ruchy/Target/RuntimeImage.h"

#include "lld/Common/Driver.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Errno.h"
#include "llvm/Support/raw_ostream.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

LLD_HAS_DRIVER(elf)
LLD_HAS_DRIVER(wasm)

using namespace ruchy;

namespace {

/// A file without a place in the file system, which lld reads by a path.
class MemoryFile {
public:
  MemoryFile() = default;
  MemoryFile(const MemoryFile &) = delete;
  MemoryFile &operator=(const MemoryFile &) = delete;
  ~MemoryFile() {
    if (descriptor >= 0)
      ::close(descriptor);
  }

  llvm::Error create(const char *name, llvm::StringRef content = "") {
    descriptor = ::memfd_create(name, MFD_CLOEXEC);
    if (descriptor < 0)
      return llvm::errorCodeToError(llvm::errnoAsErrorCode());
    while (!content.empty()) {
      ssize_t written = llvm::sys::RetryAfterSignal(
          -1, ::write, descriptor, content.data(), content.size());
      if (written <= 0)
        return llvm::errorCodeToError(llvm::errnoAsErrorCode());
      content = content.drop_front(written);
    }
    return llvm::Error::success();
  }

  /// A copy of what is in the file now.
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> read() const {
    auto content = llvm::MemoryBuffer::getFile(getPath(), /*IsText=*/false,
                                               /*RequiresNullTerminator=*/false,
                                               /*IsVolatile=*/true);
    if (!content)
      return llvm::errorCodeToError(content.getError());
    return std::move(*content);
  }

  int getDescriptor() const { return descriptor; }
  std::string getPath() const {
    return "/proc/self/fd/" + llvm::itostr(descriptor);
  }

private:
  int descriptor = -1;
};

/// While it lives, standard output goes to another file: the one place besides
/// a folder that lld writes to.
class OutputRedirection {
public:
  explicit OutputRedirection(int target) {
    llvm::outs().flush();
    original = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
    ::dup2(target, STDOUT_FILENO);
  }
  OutputRedirection(const OutputRedirection &) = delete;
  OutputRedirection &operator=(const OutputRedirection &) = delete;
  ~OutputRedirection() {
    llvm::outs().flush();
    if (original < 0) {
      ::close(STDOUT_FILENO);
      return;
    }
    ::dup2(original, STDOUT_FILENO);
    ::close(original);
  }

private:
  int original;
};

} // namespace

static std::vector<std::string> getELFArguments(const LinkOptions &options) {
  bool isArm = options.arch == TargetArch::AArch64;
  // Segments need not be apart in the file: programs are small, and each is
  // mapped with its own rights all the same.
  std::vector<std::string> arguments = {"ld.lld",
                                        "-m",
                                        isArm ? "aarch64linux" : "elf_x86_64",
                                        "-static",

                                        "--gc-sections",
                                        "--build-id=none",
                                        "--no-eh-frame-hdr",
                                        "-z",
                                        "noseparate-code",
                                        "-z",
                                        "max-page-size=4096",
                                        "--threads=1",
                                        "--fatal-warnings"};
  if (!options.keepSymbols)
    arguments.push_back("-s");
  return arguments;
}

static std::vector<std::string> getWasmArguments(const LinkOptions &options) {
  std::vector<std::string> arguments = {
      "wasm-ld", "--gc-sections", "--stack-first", "-z", "stack-size=1048576",
      "--threads=1", "--export-memory", "--fatal-warnings",
      // The name of the module; without it
      // that of a temporary file.
      "--soname=program"};
  if (!options.keepSymbols)
    arguments.push_back("-s");
  return arguments;
}

llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
ruchy::linkExecutable(llvm::StringRef object, const LinkOptions &options) {
  MemoryFile objectFile, archiveFile, outputFile;
  if (llvm::Error error = objectFile.create("program.o", object))
    return std::move(error);
  if (llvm::Error error = archiveFile.create(
          "runtime.a", getRuntimeArchive(getRuntimeTarget(options.arch))))
    return std::move(error);
  if (llvm::Error error = outputFile.create("program"))
    return std::move(error);

  std::vector<std::string> arguments = options.arch == TargetArch::Wasm32
                                           ? getWasmArguments(options)
                                           : getELFArguments(options);
  llvm::append_values(arguments, "-o", "-", objectFile.getPath(),
                      archiveFile.getPath());
  std::vector<const char *> pointers;
  for (const std::string &argument : arguments)
    pointers.push_back(argument.c_str());

  std::string messages;
  llvm::raw_string_ostream stream(messages);
  const lld::DriverDef drivers[] = {{lld::Gnu, &lld::elf::link},
                                    {lld::Wasm, &lld::wasm::link}};
  {
    OutputRedirection redirection(outputFile.getDescriptor());
    lld::Result result = lld::lldMain(pointers, stream, stream, drivers);
    if (result.retCode != 0)
      return llvm::createStringError(llvm::StringRef(messages).rtrim());
  }
  if (std::error_code code = llvm::outs().error()) {
    llvm::outs().clear_error();
    return llvm::errorCodeToError(code);
  }
  return outputFile.read();
}
