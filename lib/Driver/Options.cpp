//===- Options.cpp - Command line of ruchy ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Options.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Option/Option.h"
#include "llvm/Support/FileSystem.h"

#include <cstdlib>
#include <unistd.h>

using namespace ruchy;
using namespace llvm::opt;

namespace {

enum OptionVisibilityBit {
  TopLevel = 1 << 1,
  RunCommand = 1 << 2,
  CompileCommand = 1 << 3,
  CheckCommand = 1 << 4,
  TestCommand = 1 << 5,
  ExplainCommand = 1 << 6,
};

enum OptionID {
  OPT_INVALID = 0,
#define OPTION(...) LLVM_MAKE_OPT_ID(__VA_ARGS__),
#include "Options.inc"
#undef OPTION
};

#define OPTTABLE_STR_TABLE_CODE
#include "Options.inc"
#undef OPTTABLE_STR_TABLE_CODE

#define OPTTABLE_PREFIXES_TABLE_CODE
#include "Options.inc"
#undef OPTTABLE_PREFIXES_TABLE_CODE

constexpr OptTable::Info optionInfos[] = {
#define OPTION(...) LLVM_CONSTRUCT_OPT_INFO(__VA_ARGS__),
#include "Options.inc"
#undef OPTION
};

/// What can stand in the first place.
struct CommandInfo {
  const char *name;
  Command command;
  const char *usage;
  const char *title;
  unsigned visibility;
};

constexpr CommandInfo commands[] = {
    {"run", Command::Run, "ruchy run [options] <file|-> [program arguments]",
     "Compiles a program in memory and runs it", RunCommand},
    {"compile", Command::Compile, "ruchy compile [options] <file|->",
     "Compiles a program to a static executable", CompileCommand},
    {"check", Command::Check, "ruchy check [options] <file|->...",
     "Reports all errors of programs without running them", CheckCommand},
    {"test", Command::Test, "ruchy test [options] <file|folder>...",
     "Runs the functions marked #[test]", TestCommand},
    {"explain", Command::Explain, "ruchy explain [code]",
     "Explains the code of a message, R0100 for example", ExplainCommand},
};

const CommandInfo *findCommand(llvm::StringRef name) {
  for (const CommandInfo &info : commands)
    if (name == info.name)
      return &info;
  return nullptr;
}

class RuchyOptTable : public GenericOptTable {
public:
  RuchyOptTable()
      : GenericOptTable(OptionStrTable, OptionPrefixesTable, optionInfos) {}
};

/// Reads one command line.
class OptionParser {
public:
  explicit OptionParser(llvm::ArrayRef<const char *> arguments)
      : arguments(arguments.begin(), arguments.end()) {}

  std::optional<DriverOptions> parse();

private:
  bool fail(const llvm::Twine &message);
  bool chooseCommand();
  bool parseHelp();
  bool reportUnknownCommand(llvm::StringRef word);
  bool addInput(llvm::StringRef text);
  bool parseArguments();
  bool handle(const Arg &arg);
  bool handleValue(const Arg &arg);
  bool reportUnknown(llvm::StringRef spelling);
  bool finish();

  RuchyOptTable table;
  llvm::SmallVector<const char *> arguments;
  DriverOptions options;
  unsigned visibility = TopLevel;
  bool hasInput = false;
  bool onlyNames = false;
};

} // namespace

bool OptionParser::fail(const llvm::Twine &message) {
  llvm::errs() << "ruchy: " << message << "\ntry 'ruchy --help'\n";
  return false;
}

/// Whether a first word that is no command can only have been meant as one.
static bool looksLikeCommand(llvm::StringRef word) {
  return !word.empty() && llvm::all_of(word, llvm::isAlpha) &&
         !llvm::sys::fs::exists(word);
}

bool OptionParser::reportUnknownCommand(llvm::StringRef word) {
  llvm::StringRef nearest;
  unsigned best = 3;
  for (llvm::StringRef command :
       {"run", "compile", "check", "test", "explain", "help"})
    if (unsigned distance = word.edit_distance(command); distance < best) {
      nearest = command;
      best = distance;
    }
  if (!nearest.empty())
    return fail("unknown command '" + word + "', did you mean '" + nearest +
                "'?");
  return fail("'" + word + "' is neither a command nor a file");
}

/// `help` or `help COMMAND`.
bool OptionParser::parseHelp() {
  options.command = Command::Help;
  if (arguments.size() > 2)
    return fail("too many arguments for 'help'");
  llvm::StringRef topic = arguments.size() == 2 ? arguments[1] : "";
  if (!topic.empty() && !findCommand(topic))
    return reportUnknownCommand(topic);
  options.helpTopic = topic.str();
  arguments.clear();
  return true;
}

bool OptionParser::chooseCommand() {
  if (arguments.empty())
    return true;
  llvm::StringRef word = arguments.front();
  // A file may be called like a command that is not in its way.
  bool isNewWord = word == "test" || word == "explain";
  const CommandInfo *info = findCommand(word);
  if (info && !(isNewWord && arguments.size() == 1 &&
                llvm::sys::fs::is_regular_file(word))) {
    options.command = info->command;
    visibility = info->visibility;
  } else if (word == "help" && !llvm::sys::fs::exists(word)) {
    return parseHelp();
  } else {
    return !looksLikeCommand(word) || reportUnknownCommand(word);
  }
  options.helpTopic = word.str();
  arguments.erase(arguments.begin());
  return true;
}

bool OptionParser::reportUnknown(llvm::StringRef spelling) {
  std::string nearest;
  if (table.findNearest(spelling, nearest, Visibility(visibility)) <= 2)
    return fail("unknown option '" + spelling + "', did you mean '" + nearest +
                "'?");
  return fail("unknown option '" + spelling + "'");
}

/// `check` and `test` take any number of files, all others one.
bool OptionParser::addInput(llvm::StringRef text) {
  bool takesMany =
      options.command == Command::Check || options.command == Command::Test;
  if (hasInput && !takesMany)
    return fail(options.command == Command::Explain
                    ? "more than one code to explain"
                    : "more than one input file");
  if (!hasInput)
    options.input = text.str();
  options.inputs.push_back(text.str());
  hasInput = true;
  return true;
}

bool OptionParser::parseArguments() {
  InputArgList list(arguments.begin(), arguments.end());
  for (unsigned index = 0, count = arguments.size(); index < count;) {
    llvm::StringRef text = arguments[index];
    // What follows `--` is a name, whatever it looks like.
    if (text == "--" && !onlyNames) {
      onlyNames = true;
      ++index;
      continue;
    }
    bool isOption = !onlyNames && text.size() > 1 && text[0] == '-';
    if (!isOption) {
      if (!addInput(text))
        return false;
      ++index;
    } else {
      std::unique_ptr<Arg> arg =
          table.ParseOneArg(list, index, Visibility(visibility));
      if (!arg)
        return fail("option '" + text + "' needs a value");
      if (arg->getOption().getKind() == Option::UnknownClass)
        return reportUnknown(text);
      if (!handle(*arg))
        return false;
    }
    // What follows the program belongs to the program.
    bool runsProgram = options.command == Command::Run;
    if (runsProgram && (hasInput || options.code)) {
      while (index < count)
        options.programArguments.push_back(arguments[index++]);
    }
  }
  return true;
}

bool OptionParser::handle(const Arg &arg) {
  switch (arg.getOption().getID()) {
  case OPT_help:
    options.command = Command::Help;
    return true;
  case OPT_version:
    options.command = Command::Version;
    return true;
  case OPT_leak_check:
    options.leakCheck = true;
    return true;
  case OPT_debug:
    options.debugInfo = true;
    return true;
  case OPT_time_passes:
    options.timePasses = true;
    return true;
  case OPT_include_ignored:
    options.includeIgnored = true;
    return true;
  default:
    return handleValue(arg);
  }
}

bool OptionParser::handleValue(const Arg &arg) {
  llvm::StringRef value = arg.getValue();
  switch (arg.getOption().getID()) {
  case OPT_eval:
    options.code = value.str();
    return true;
  case OPT_filter:
    options.filter = value.str();
    return true;
  case OPT_junit:
    options.junit = value.str();
    return !value.empty() || fail("option '--junit' needs a value");
  case OPT_timeout:
    return !value.getAsInteger(10, options.timeout) && options.timeout != 0
               ? true
               : fail("invalid timeout '" + value + "'");
  case OPT_output:
    options.output = value.str();
    return !value.empty() || fail("option '-o' needs a value");
  case OPT_time_trace:
    options.timeTrace = value.str();
    return true;
  case OPT_O:
    options.level = parseOptLevel(value);
    return options.level ||
           fail("unknown optimisation level '-O" + value + "'");
  case OPT_error_format:
    if (value != "text" && value != "json")
      return fail("unknown error format '" + value + "'");
    options.errorFormat =
        value == "json" ? DiagnosticFormat::JSON : DiagnosticFormat::Text;
    return true;
  case OPT_target:
    if (std::optional<TargetArch> arch = parseTargetName(value)) {
      options.target = *arch;
      return true;
    }
    return fail("unknown target '" + value + "' (x86_64, aarch64 or wasm32)");
  case OPT_emit: {
    auto kind = llvm::StringSwitch<std::optional<EmitKind>>(value)
                    .Case("ast", EmitKind::AST)
                    .Case("mlir", EmitKind::MLIR)
                    .Case("llvm", EmitKind::LLVM)
                    .Case("asm", EmitKind::Assembly)
                    .Case("obj", EmitKind::Object)
                    .Case("exe", EmitKind::Executable)
                    .Case("dynops-report", EmitKind::DynOps)
                    .Default(std::nullopt);
    if (!kind)
      return fail("unknown output kind '" + value + "'");
    options.emit = *kind;
    return true;
  }
  default:
    return reportUnknown(arg.getSpelling());
  }
}

bool OptionParser::finish() {
  if (options.command == Command::Help || options.command == Command::Version)
    return true;
  if (options.command == Command::Explain) {
    options.topic = options.input;
    return true;
  }
  if (const char *check = ::getenv("RUCHY_LEAK_CHECK"))
    options.leakCheck |= llvm::StringRef(check) == "1";
  if (!hasInput && !options.code) {
    // A program that is piped in needs no name.
    if (options.command != Command::Run || ::isatty(STDIN_FILENO))
      return fail("no input file");
    options.input = "-";
    options.printLastValue = true;
  }
  options.printLastValue |= options.code.has_value();
  std::string name = options.code ? "-e" : options.input;
  options.programArguments.insert(options.programArguments.begin(), name);
  return true;
}

std::optional<DriverOptions> OptionParser::parse() {
  if (!chooseCommand() || !parseArguments() || !finish())
    return std::nullopt;
  return options;
}

std::optional<DriverOptions>
ruchy::parseOptions(llvm::ArrayRef<const char *> args) {
  return OptionParser(args).parse();
}

std::optional<OptLevel> ruchy::parseOptLevel(llvm::StringRef text) {
  return llvm::StringSwitch<std::optional<OptLevel>>(text)
      .Case("0", OptLevel::O0)
      .Case("1", OptLevel::O1)
      .Case("2", OptLevel::O2)
      .Case("3", OptLevel::O3)
      .Case("s", OptLevel::Os)
      .Default(std::nullopt);
}

void ruchy::printHelp(llvm::raw_ostream &os, llvm::StringRef topic) {
  RuchyOptTable table;
  if (const CommandInfo *info = findCommand(topic))
    return table.printHelp(os, info->usage, info->title,
                           /*ShowHidden=*/false, /*ShowAllAliases=*/false,
                           Visibility(info->visibility));
  table.printHelp(os, "ruchy [options] <file|-> [program arguments]",
                  "The Ruchy compiler", /*ShowHidden=*/false,
                  /*ShowAllAliases=*/false, Visibility(TopLevel));
  os << "\nCOMMANDS:\n";
  for (const CommandInfo &info : commands)
    os << "  " << llvm::left_justify(info.name, 10) << info.title << "\n";
  os << "  " << llvm::left_justify("help", 10) << "Explains a command\n";
  os << "\n'ruchy help <command>' explains a command.\n";
}
