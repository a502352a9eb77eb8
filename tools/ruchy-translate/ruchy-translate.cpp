//===- ruchy-translate.cpp - From any stage to a later one ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// Takes Ruchy source or MLIR, and prints the program as it is after the
/// phases that the wanted form asks for.
///
//===----------------------------------------------------------------------===//

#include "Ruchy/Driver/Compilation.h"
#include "Ruchy/Driver/Driver.h"
#include "Ruchy/Driver/InternalError.h"
#include "Ruchy/Driver/OutputFile.h"
#include "Ruchy/Execution/BigStack.h"
#include "Ruchy/Frontend/AST/Dumper.h"
#include "Ruchy/Target/Linker.h"

#include "llvm/IR/Module.h"
#include "llvm/Support/CommandLine.h"

#include <unistd.h>

using namespace ruchy;
namespace cl = llvm::cl;

namespace {

enum class Form { AST, MLIR, LLVM, Assembly, Object, Wasm };
enum class Language { Guess, Ruchy, MLIR };

cl::OptionCategory category("ruchy-translate options");

cl::opt<std::string> inputPath(cl::Positional, cl::desc("<file|->"),
                               cl::init("-"), cl::cat(category));
cl::opt<std::string> outputPath("o", cl::desc("Where to write"),
                                cl::value_desc("file"), cl::init("-"),
                                cl::cat(category));
cl::opt<Form> toForm(
    "to", cl::desc("What to print"), cl::init(Form::MLIR),
    cl::values(clEnumValN(Form::AST, "ast", "syntax tree"),
               clEnumValN(Form::MLIR, "mlir", "dialect after its passes"),
               clEnumValN(Form::LLVM, "llvm", "LLVM IR"),
               clEnumValN(Form::Assembly, "asm", "assembly"),
               clEnumValN(Form::Object, "obj", "object file"),
               clEnumValN(Form::Wasm, "wasm", "WebAssembly program")),
    cl::cat(category));
cl::opt<bool> importOnly("import",
                         cl::desc("Print the dialect before any pass"),
                         cl::cat(category));
cl::opt<Language> fromLanguage(
    "from", cl::desc("What the input is"), cl::init(Language::Guess),
    cl::values(clEnumValN(Language::Ruchy, "ruchy", "source"),
               clEnumValN(Language::MLIR, "mlir", "MLIR, text or bytecode")),
    cl::cat(category));
cl::opt<std::string> targetName("target", cl::desc("x86_64, aarch64 or wasm32"),
                                cl::cat(category));
cl::opt<bool> showLocations("mlir-print-debuginfo",
                            cl::desc("Print locations in MLIR"),
                            cl::cat(category));
cl::opt<OptLevel>
    optLevel(cl::desc("Optimisation level:"), cl::init(OptLevel::O0),
             cl::values(clEnumValN(OptLevel::O0, "O0", "none (default)"),
                        clEnumValN(OptLevel::O1, "O1", "little"),
                        clEnumValN(OptLevel::O2, "O2", "much"),
                        clEnumValN(OptLevel::O3, "O3", "all"),
                        clEnumValN(OptLevel::Os, "Os", "for size")),
             cl::cat(category));

} // namespace

/// Tells MLIR from Ruchy by the name of the file, else by the first word.
static bool isMLIR(llvm::StringRef text) {
  if (fromLanguage != Language::Guess)
    return fromLanguage == Language::MLIR;
  llvm::StringRef path = inputPath;
  if (path.ends_with(".mlir") || path.ends_with(".mlirbc"))
    return true;
  if (path.ends_with(".ruchy"))
    return false;
  if (text.starts_with("ML\xefR"))
    return true;
  while (text.ltrim().starts_with("//"))
    text = text.ltrim().split('\n').second;
  text = text.ltrim();
  for (llvm::StringRef start : {"module {", "module @", "module attributes",
                                "ruchy.", "llvm.", "\"", "#loc", "!"})
    if (text.starts_with(start))
      return true;
  return false;
}

static int writeResult(llvm::StringRef content, llvm::StringRef path) {
  llvm::Error error = writeOutput(path, content, /*executable=*/false);
  if (!error)
    return ExitSuccess;
  llvm::errs() << "ruchy-translate: " << llvm::toString(std::move(error))
               << "\n";
  return ExitOutput;
}

static int writeResult(llvm::StringRef content) {
  return writeResult(content, outputPath);
}

static int printModule(Compilation &compilation) {
  std::string text;
  llvm::raw_string_ostream os(text);
  mlir::OpPrintingFlags flags;
  if (showLocations)
    flags.enableDebugInfo();
  compilation.getModule().print(os, flags);
  return writeResult(text);
}

static int linkWasm(llvm::StringRef object) {
  // lld resets all options of the process.
  std::string path = outputPath;
  LinkOptions link;
  link.arch = TargetArch::Wasm32;
  auto program = linkExecutable(object, link);
  if (!program)
    reportInternalError("linking failed: " +
                        llvm::toString(program.takeError()));
  return writeResult((*program)->getBuffer(), path);
}

/// Brings the input to the dialect, or to the syntax tree if that is wanted.
static bool readInput(Compilation &compilation) {
  if (!compilation.loadFile(inputPath))
    return false;
  bool wantsTree = toForm == Form::AST && !importOnly;
  if (isMLIR(compilation.getText())) {
    if (!wantsTree)
      return compilation.parseMLIR();
    compilation.getDiagnostics().error(SourceRange(),
                                       "MLIR has no syntax tree");
    return false;
  }
  if (!compilation.parse() || wantsTree)
    return !compilation.getDiagnostics().hasErrors();
  return compilation.resolveNames() && compilation.importModule();
}

static int translate(CompilationOptions options) {
  Compilation compilation(std::move(options));
  if (!readInput(compilation)) {
    emitDiagnostics(compilation.getDiagnostics(), llvm::errs());
    return ExitFailure;
  }
  if (importOnly)
    return printModule(compilation);
  if (toForm == Form::AST) {
    std::string text;
    llvm::raw_string_ostream os(text);
    dumpAST(compilation.getAST(), compilation.getSources(), os);
    return writeResult(text);
  }
  compilation.optimize();
  if (toForm == Form::MLIR)
    return printModule(compilation);
  compilation.lower();
  compilation.translate();
  if (toForm == Form::LLVM) {
    std::string text;
    llvm::raw_string_ostream os(text);
    compilation.getLLVMModule().print(os, nullptr);
    return writeResult(text);
  }
  llvm::SmallVector<char, 0> code;
  compilation.generateCode(code, toForm == Form::Assembly);
  llvm::StringRef content(code.data(), code.size());
  return toForm == Form::Wasm ? linkWasm(content) : writeResult(content);
}

int main(int argc, char **argv) {
  installCrashHandlers();
  reserveStandardStreams();
  cl::HideUnrelatedOptions(category);
  cl::ParseCommandLineOptions(argc, argv, "Ruchy translation tool\n");
  TargetArch arch = toForm == Form::Wasm ? TargetArch::Wasm32 : getHostArch();
  if (!targetName.empty()) {
    std::optional<TargetArch> named = parseTargetName(targetName);
    if (!named || (toForm == Form::Wasm && *named != TargetArch::Wasm32)) {
      llvm::errs() << "ruchy-translate: unknown target '" << targetName
                   << "'\n";
      return ExitUsage;
    }
    arch = *named;
  }
  CompilationOptions options;
  options.level = optLevel;
  options.target = TargetDescription::forArch(arch);
  int code = runOnBigStack(size_t(256) << 20,
                           [&](uintptr_t) { return translate(options); });
  llvm::outs().flush();
  llvm::errs().flush();
  ::_exit(code);
}
