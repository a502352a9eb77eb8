//===- TestRunner.cpp - Runs a test in a process of its own -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The parser has run when the process is forked; the child compiles the file
/// with a call of the test at its end. Code that the test does not need is
/// removed like in any program, so this takes little time per test.
///
//===----------------------------------------------------------------------===//

#include "Actions.h"
#include "Ruchy/Driver/Driver.h"
#include "Ruchy/Driver/InternalError.h"
#include "Testing.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ruchy;

using Clock = std::chrono::steady_clock;

/// What a child writes when its program came to its end: without it, the
/// program has ended the process itself.
static constexpr char finishedMark = 'F';
static constexpr char notCompiledMark = 'C';

/// More output than this of one test is dropped.
static constexpr size_t maxOutput = size_t(1) << 20;

std::string TestCase::getName() const {
  std::string name;
  for (ast::ModuleItem *module : modules)
    name += module->name.text.str() + "::";
  return name + function->name.text.str();
}

//===----------------------------------------------------------------------===//
// Finding tests
//===----------------------------------------------------------------------===//

/// The text of `expected = "text"`.
static std::string readExpected(llvm::StringRef arguments) {
  size_t begin = arguments.find('"'), end = arguments.rfind('"');
  if (begin == llvm::StringRef::npos || end <= begin)
    return "";
  return arguments.slice(begin + 1, end).str();
}

static void findTestsIn(llvm::ArrayRef<ast::Expr *> statements,
                        std::vector<ast::ModuleItem *> &modules,
                        std::vector<TestCase> &tests) {
  for (ast::Expr *statement : statements) {
    if (auto *inner = llvm::dyn_cast<ast::ModuleItem>(statement)) {
      modules.push_back(inner);
      findTestsIn(inner->statements, modules, tests);
      modules.pop_back();
      continue;
    }
    auto *function = llvm::dyn_cast<ast::FunctionItem>(statement);
    if (!function || !function->findAttribute("test"))
      continue;
    TestCase &test = tests.emplace_back();
    test.modules = modules;
    test.function = function;
    test.isIgnored = function->findAttribute("ignore") != nullptr;
    if (const auto *panics = function->findAttribute("should_panic")) {
      test.shouldPanic = true;
      test.expected = readExpected(panics->args);
    }
  }
}

std::vector<TestCase> ruchy::findTests(ast::Module &module) {
  std::vector<TestCase> tests;
  std::vector<ast::ModuleItem *> modules;
  findTestsIn(module.statements, modules, tests);
  return tests;
}

//===----------------------------------------------------------------------===//
// The child
//===----------------------------------------------------------------------===//

/// Adds `modules::test()` to the end of the top level.
static void addCall(Compilation &compilation, const TestCase &test) {
  ast::ASTContext &context = compilation.getASTContext();
  SourceRange range = test.function->name.range;
  ast::Expr *callee = nullptr;
  if (test.modules.empty()) {
    auto *name = context.create<ast::NameExpr>(range);
    name->name = test.function->name.text;
    callee = name;
  } else {
    llvm::SmallVector<ast::Name> segments;
    for (ast::ModuleItem *module : test.modules) {
      segments.push_back({module->name.text, range});
      module->visibility = ast::Visibility::Public;
    }
    segments.push_back({test.function->name.text, range});
    test.function->visibility = ast::Visibility::Public;
    auto *path = context.create<ast::PathExpr>(range);
    path->segments = context.copyOf(segments);
    callee = path;
  }
  auto *call = context.create<ast::CallExpr>(range);
  call->callee = callee;
  call->parenRange = range;
  ast::Module *tree = compilation.getAST();
  llvm::SmallVector<ast::Expr *> statements(tree->statements);
  statements.push_back(call);
  tree->statements = context.copyOf(statements);
}

/// Compiles and runs the test; the mark and the exit code.
static std::pair<char, int> compileAndRun(Compilation &compilation,
                                          const TestCase &test,
                                          const DriverOptions &options) {
  addCall(compilation, test);
  bool isValid = compilation.resolveNames();
  compilation.ignoreMain();
  if (!isValid || !compilation.importModule()) {
    emitDiagnostics(compilation.getDiagnostics(), llvm::errs());
    return {notCompiledMark, ExitFailure};
  }
  return {finishedMark, executeModule(compilation, options)};
}

[[noreturn]] static void runChild(Compilation &compilation,
                                  const TestCase &test,
                                  const DriverOptions &options, int output,
                                  int mark) {
  int input = ::open("/dev/null", O_RDONLY);
  ::dup2(input, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(output, STDERR_FILENO);
  auto [kind, code] = compileAndRun(compilation, test, options);
  llvm::errs().flush();
  ssize_t ignored = ::write(mark, &kind, 1);
  (void)ignored;
  ::_exit(code);
}

//===----------------------------------------------------------------------===//
// The parent
//===----------------------------------------------------------------------===//

namespace {

/// Two ends of a pipe that close by themselves.
struct Pipe {
  int ends[2] = {-1, -1};

  Pipe() {
    if (::pipe2(ends, O_CLOEXEC) != 0)
      reportInternalError("no pipe: " + llvm::StringRef(::strerror(errno)));
  }
  ~Pipe() {
    closeEnd(0);
    closeEnd(1);
  }
  Pipe(const Pipe &) = delete;
  Pipe &operator=(const Pipe &) = delete;

  void closeEnd(int end) {
    if (ends[end] >= 0)
      ::close(ends[end]);
    ends[end] = -1;
  }
};

/// How a child ended.
struct ChildEnd {
  char mark = 0;
  int status = 0;
  bool isTimeout = false;
};

} // namespace

/// Reads until the child closes its end. Returns false if time ran out.
static bool readOutput(int fd, Clock::time_point deadline,
                       std::string &output) {
  char buffer[4096];
  while (true) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - Clock::now());
    if (left.count() <= 0)
      return false;
    pollfd wait = {fd, POLLIN, 0};
    int ready = ::poll(&wait, 1, static_cast<int>(left.count()));
    if (ready == 0)
      return false;
    if (ready < 0 && errno == EINTR)
      continue;
    ssize_t length = ::read(fd, buffer, sizeof(buffer));
    if (length < 0 && errno == EINTR)
      continue;
    if (length <= 0)
      return true;
    if (output.size() < maxOutput)
      output.append(buffer, static_cast<size_t>(length));
  }
}

static ChildEnd waitForChild(pid_t child, Pipe &output, Pipe &mark,
                             unsigned timeout, std::string &text) {
  ChildEnd end;
  auto deadline = Clock::now() + std::chrono::seconds(timeout);
  end.isTimeout = !readOutput(output.ends[0], deadline, text);
  if (end.isTimeout)
    ::kill(child, SIGKILL);
  while (::waitpid(child, &end.status, 0) < 0 && errno == EINTR) {
  }
  mark.closeEnd(1);
  if (::read(mark.ends[0], &end.mark, 1) != 1)
    end.mark = 0;
  return end;
}

/// Why a test counts as failed; empty if it passed or its output says why.
static TestStatus judge(const TestCase &test, const ChildEnd &end,
                        unsigned timeout, TestResult &result) {
  int code = WIFEXITED(end.status) ? WEXITSTATUS(end.status) : -1;
  if (end.isTimeout)
    result.reason = "timed out after " + std::to_string(timeout) + " s";
  else if (WIFSIGNALED(end.status))
    result.reason = "ended by signal " + std::to_string(WTERMSIG(end.status));
  else if (end.mark == notCompiledMark)
    result.reason = "does not compile";
  else if (end.mark != finishedMark)
    result.reason = "ended the process with code " + std::to_string(code);
  else if (test.shouldPanic && code == ExitSuccess)
    result.reason = "should have failed but did not";
  else if (test.shouldPanic &&
           !llvm::StringRef(result.output).contains(test.expected))
    result.reason =
        "failed with another error than expected: \"" + test.expected + "\"";
  else
    return test.shouldPanic || code == ExitSuccess ? TestStatus::Passed
                                                   : TestStatus::Failed;
  return TestStatus::Failed;
}

TestResult ruchy::runTest(Compilation &compilation, const TestCase &test,
                          const DriverOptions &options) {
  TestResult result;
  result.name = test.getName();
  Pipe output, mark;
  auto start = Clock::now();
  llvm::outs().flush();
  pid_t child = ::fork();
  if (child < 0)
    reportInternalError("no process: " + llvm::StringRef(::strerror(errno)));
  if (child == 0)
    runChild(compilation, test, options, output.ends[1], mark.ends[1]);
  output.closeEnd(1);
  ChildEnd end =
      waitForChild(child, output, mark, options.timeout, result.output);
  result.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  result.status = judge(test, end, options.timeout, result);
  return result;
}
