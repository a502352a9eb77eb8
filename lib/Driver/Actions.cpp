//===- Actions.cpp - What the commands do -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Actions.h"

#include "Ruchy/Analysis/DynamicOps.h"
#include "Ruchy/Driver/Compilation.h"
#include "Ruchy/Driver/Driver.h"
#include "Ruchy/Driver/InternalError.h"
#include "Ruchy/Driver/OutputFile.h"
#include "Ruchy/Execution/JITSession.h"
#include "Ruchy/Frontend/AST/Dumper.h"
#include "Ruchy/Target/Linker.h"

#include "llvm/IR/Module.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <cstdlib>
#include <unistd.h>

using namespace ruchy;

/// Whether RUCHY_BACKTRACE is 1.
static bool wantsBacktrace() {
  const char *value = ::getenv("RUCHY_BACKTRACE");
  return value && llvm::StringRef(value) == "1";
}

CompilationOptions ruchy::getCompilationOptions(const DriverOptions &options,
                                                TargetDescription target,
                                                OptLevel defaultLevel) {
  CompilationOptions result;
  result.level = options.level.value_or(defaultLevel);
  result.target = std::move(target);
  result.debugInfo = options.debugInfo;
  // Natively what -g asks for; here the environment is that of the program.
  result.backtrace = target.isJIT ? wantsBacktrace() : options.debugInfo;
  result.leakCheck = options.leakCheck;
  result.timePasses = options.timePasses;
  result.printLastValue = options.printLastValue;
  return result;
}

/// A compilation that lives as long as the process: to take it apart piece by
/// piece would be a noticeable part of the time of a short program.
static Compilation &makeCompilation(CompilationOptions options) {
  return *new Compilation(std::move(options));
}

/// Errors of the program: prints them all.
static int failWithDiagnostics(Compilation &compilation,
                               const DriverOptions &options) {
  emitDiagnostics(compilation.getDiagnostics(), llvm::errs(),
                  options.errorFormat);
  return ExitFailure;
}

/// Reads the source and goes on to the syntax tree.
static bool loadAndParse(Compilation &compilation,
                         const DriverOptions &options) {
  if (options.code)
    compilation.loadText("<eval>", *options.code);
  else if (!compilation.loadFile(options.input))
    return false;
  return compilation.parse();
}

static bool loadAndImport(Compilation &compilation,
                          const DriverOptions &options) {
  return loadAndParse(compilation, options) && compilation.resolveNames() &&
         compilation.importModule();
}

static int reportOutputError(llvm::Error error) {
  llvm::errs() << "ruchy: " << llvm::toString(std::move(error)) << "\n";
  return ExitOutput;
}

/// From the dialect to machine code, and runs that in this process.
int ruchy::executeModule(Compilation &compilation,
                         const DriverOptions &options) {
  const TargetDescription &target = compilation.getOptions().target;
  compilation.optimize();
  compilation.lower();
  compilation.translate();
  llvm::SmallVector<char, 0> object;
  compilation.generateCode(object, /*assembly=*/false);

  mlir::TimingScope scope = compilation.getTiming().nest("Link into process");
  auto session =
      JITSession::create(target.triple.str(), target.getDataLayout());
  if (!session)
    reportInternalError(llvm::toString(session.takeError()));
  if (llvm::Error error =
          (*session)->addObject(llvm::MemoryBuffer::getMemBufferCopy(
              llvm::StringRef(object.data(), object.size()), "program")))
    reportInternalError(llvm::toString(std::move(error)));
  llvm::Expected<void *> entry = (*session)->lookup("ruchy_main");
  if (!entry)
    reportInternalError(llvm::toString(entry.takeError()));
  scope.stop();

  std::vector<char *> arguments;
  for (const std::string &argument : options.programArguments)
    arguments.push_back(const_cast<char *>(argument.c_str()));
  size_t count = arguments.size();
  arguments.push_back(nullptr);
  // As the kernel lays it out: the environment follows the arguments.
  for (char **entry = environ; *entry; ++entry)
    arguments.push_back(*entry);
  arguments.push_back(nullptr);
  JITSession::ProgramOptions program;
  program.argc = static_cast<int>(count);
  program.argv = arguments.data();
  program.leakCheck = options.leakCheck;
  mlir::TimingScope runScope = compilation.getTiming().nest("Run");
  llvm::Expected<int> code = (*session)->runProgram(program);
  if (!code)
    reportInternalError(llvm::toString(code.takeError()));
  runScope.stop();
  compilation.printTiming();
  // To take the session apart would only cost time.
  session->release();
  return *code;
}

int ruchy::runProgram(const DriverOptions &options) {
  Compilation &compilation = makeCompilation(
      getCompilationOptions(options, TargetDescription::host(), OptLevel::O1));
  if (!loadAndImport(compilation, options))
    return failWithDiagnostics(compilation, options);
  return executeModule(compilation, options);
}

/// Where the output goes when the user does not say.
static std::string getOutputPath(const DriverOptions &options) {
  if (!options.output.empty())
    return options.output;
  std::string stem = options.input == "-"
                         ? "a.out"
                         : llvm::sys::path::stem(options.input).str();
  switch (options.emit) {
  case EmitKind::Object:
    return stem + ".o";
  case EmitKind::Executable:
    if (options.target == TargetArch::Wasm32)
      return stem + ".wasm";
    // Never write over the source.
    return stem == options.input ? stem + ".out" : stem;
  default:
    return "-";
  }
}

static int linkProgram(Compilation &compilation, llvm::StringRef object,
                       const DriverOptions &options, llvm::StringRef path) {
  mlir::TimingScope scope = compilation.getTiming().nest("Link");
  LinkOptions link;
  link.arch = options.target;
  link.keepSymbols = options.debugInfo;
  auto program = linkExecutable(object, link);
  if (llvm::Error error = program.takeError()) {
    std::string message = llvm::toString(std::move(error));
    // Limits on the size of files hold in memory, too.
    if (message != std::make_error_code(std::errc::file_too_large).message() &&
        message !=
            std::make_error_code(std::errc::no_space_on_device).message())
      reportInternalError("linking failed: " + message);
    return reportOutputError(
        llvm::createStringError("cannot write '" + path + "': " + message));
  }
  if (llvm::Error error =
          writeOutput(path, (*program)->getBuffer(),
                      /*executable=*/options.target != TargetArch::Wasm32))
    return reportOutputError(std::move(error));
  scope.stop();
  compilation.printTiming();
  return ExitSuccess;
}

/// Text that stands for the program as it is after the phases that its kind
/// asks for. Returns false for errors in the program.
static bool printProgram(Compilation &compilation, const DriverOptions &options,
                         std::string &text) {
  llvm::raw_string_ostream os(text);
  if (options.emit == EmitKind::AST) {
    if (!loadAndParse(compilation, options))
      return false;
    dumpAST(compilation.getAST(), compilation.getSources(), os);
    return true;
  }
  if (!loadAndImport(compilation, options))
    return false;
  compilation.optimize();
  if (options.emit == EmitKind::DynOps) {
    printDynamicOpsReport(compilation.getModule(), os);
  } else if (options.emit == EmitKind::MLIR) {
    mlir::OpPrintingFlags flags;
    if (options.debugInfo)
      flags.enableDebugInfo();
    compilation.getModule().print(os, flags);
  } else {
    compilation.lower();
    compilation.translate();
    compilation.getLLVMModule().print(os, nullptr);
  }
  return true;
}

int ruchy::compileProgram(const DriverOptions &options) {
  Compilation &compilation = makeCompilation(getCompilationOptions(
      options, TargetDescription::forArch(options.target), OptLevel::O2));
  std::string path = getOutputPath(options);
  if (llvm::sys::fs::equivalent(path, options.input)) {
    llvm::errs() << "ruchy: the output '" << path << "' is the source itself\n";
    return ExitUsage;
  }
  bool makesCode = options.emit == EmitKind::Assembly ||
                   options.emit == EmitKind::Object ||
                   options.emit == EmitKind::Executable;
  if (!makesCode) {
    std::string text;
    if (!printProgram(compilation, options, text))
      return failWithDiagnostics(compilation, options);
    if (llvm::Error error = writeOutput(path, text))
      return reportOutputError(std::move(error));
    return ExitSuccess;
  }
  if (!loadAndImport(compilation, options))
    return failWithDiagnostics(compilation, options);
  compilation.optimize();
  compilation.lower();
  compilation.translate();
  llvm::SmallVector<char, 0> code;
  compilation.generateCode(code, options.emit == EmitKind::Assembly);
  llvm::StringRef content(code.data(), code.size());
  if (options.emit == EmitKind::Executable)
    return linkProgram(compilation, content, options, path);
  if (llvm::Error error = writeOutput(path, content))
    return reportOutputError(std::move(error));
  compilation.printTiming();
  return ExitSuccess;
}
