//===- Options.td - Command line of ruchy ------------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

include "llvm/Option/OptParser.td"

// Which command understands an option.
def TopLevel : OptionVisibility;
def RunCommand : OptionVisibility;
def CompileCommand : OptionVisibility;
def CheckCommand : OptionVisibility;
def TestCommand : OptionVisibility;
def ExplainCommand : OptionVisibility;

class Everywhere : Visibility<[TopLevel, RunCommand, CompileCommand,
                               CheckCommand, TestCommand, ExplainCommand]>;
class Reading : Visibility<[TopLevel, RunCommand, CompileCommand, CheckCommand,
                            TestCommand]>;
class Running : Visibility<[TopLevel, RunCommand]>;
class Generating : Visibility<[TopLevel, RunCommand, CompileCommand]>;
class Optimizing : Visibility<[TopLevel, RunCommand, CompileCommand,
                               TestCommand]>;
class Compiling : Visibility<[CompileCommand]>;
class Testing : Visibility<[TestCommand]>;

def help : Flag<["--"], "help">, Everywhere,
  HelpText<"Print this help">;
def h : Flag<["-"], "h">, Alias<help>, Everywhere;
def version : Flag<["--"], "version">, Everywhere,
  HelpText<"Print the version of the compiler, of LLVM, and the targets">;
def V : Flag<["-"], "V">, Alias<version>, Everywhere;

def eval : JoinedOrSeparate<["-"], "e">, Running, MetaVarName<"<code>">,
  HelpText<"Run this code instead of a file">;
def O : Joined<["-"], "O">, Optimizing, MetaVarName<"<level>">,
  HelpText<"Optimisation: 0, 1, 2, 3 or s (run: 1, compile: 2)">;
def leak_check : Flag<["--"], "leak-check">, Generating,
  HelpText<"Fail with code 70 if an object is alive when the program ends">;
def debug : Flag<["-"], "g">, Generating,
  HelpText<"Generate debug information">;
def time_passes : Flag<["--"], "time-passes">, Generating,
  HelpText<"Print the time of each phase on standard error">;
def time_trace : Joined<["--"], "time-trace=">, Generating,
  MetaVarName<"<file>">,
  HelpText<"Write a trace for chrome://tracing">;
def error_format : Joined<["--"], "error-format=">, Reading,
  MetaVarName<"<format>">,
  HelpText<"How to print diagnostics: text or json">;

def output : JoinedOrSeparate<["-"], "o">, Compiling, MetaVarName<"<file>">,
  HelpText<"Where to write; - is standard output">;
def target : Joined<["--"], "target=">, Compiling, MetaVarName<"<target>">,
  HelpText<"x86_64, aarch64 or wasm32 (default: this machine)">;
def emit : Joined<["--"], "emit=">, Compiling, MetaVarName<"<kind>">,
  HelpText<"ast, mlir, llvm, asm, obj, exe or dynops-report (default: exe)">;

def filter : Separate<["--"], "filter">, Testing, MetaVarName<"<text>">,
  HelpText<"Run only tests whose name contains this text">;
def filter_eq : Joined<["--"], "filter=">, Alias<filter>, Testing;
def junit : Separate<["--"], "junit">, Testing, MetaVarName<"<file>">,
  HelpText<"Write the results as JUnit XML">;
def junit_eq : Joined<["--"], "junit=">, Alias<junit>, Testing;
def timeout : Separate<["--"], "timeout">, Testing, MetaVarName<"<seconds>">,
  HelpText<"Stop a test that takes longer (default: 60)">;
def timeout_eq : Joined<["--"], "timeout=">, Alias<timeout>, Testing;
def include_ignored : Flag<["--"], "include-ignored">, Testing,
  HelpText<"Run tests marked #[ignore], too">;
