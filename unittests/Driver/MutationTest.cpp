//===- MutationTest.cpp - Damaged programs ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// Every prefix of some programs, and the programs without any one byte, go
/// as far through the compiler as they are valid. A bug of the compiler ends
/// the process with code 70.
///
//===----------------------------------------------------------------------===//

#include "Ruchy/Driver/Compilation.h"
#include "Ruchy/Execution/BigStack.h"

#include "gtest/gtest.h"

using namespace ruchy;

namespace {

const char *const programs[] = {
    R"(let mut total = 0
for i in 0..10 { if i % 3 == 0 { continue } total += i * i }
println("total {}", total)
)",
    R"(fun gcd(a, b) { if b == 0 { a } else { gcd(b, a % b) } }
println(gcd(48, 18), gcd(b: 4, a: 6))
)",
    R"(let mut m = [[1, 2], [3, 4]]
m[1][0] += 10
m.push([5])
for row in m { println(f"{row[0]:>4} {row:?}") }
)",
    R"(fun f(x: i64, y = 2.5) -> f64 { return x as f64 * y ** 2 }
println(f(3), f(1, y: 0.5), -f(2) < 1e3 && !false || nil == nil)
)",
    R"(let s = "a\tb\u{e9}" + 'c'
println(s.len(), s.to_upper(), s[0..2], s.contains("b"))
'outer: loop { while true { break 'outer } }
)",
    R"(let x = if len([1]) > 0 { "yes" } else { 0 }
let r = 1..=5
println(type_of(x), 3 in r, { let k = 7; k & 3 | 8 ^ 1 << 2 })
)",
    R"(#[inline(never)]
fun type_specialized(a, b) { a + a * b - b / a }
println(type_specialized(2, 4)); println(type_specialized(2.0, 4.0))
)",
    R"(fun even(n) { n == 0 || odd(n - 1) }
fun odd(n) { n != 0 && even(n - 1) }
fun main() { assert(even(10), "even"); assert_eq!(odd(3), true) }
)",
    R"(let v = vec![0; 3]
let t = v.len() > 2 ? int("12") : float("1.5")
println!("{:>5}|{:<5}|{:+}", t, v.first(), str(4)) // end
/* a /* b */ c */ print(abs(-3), min(1, 2), max(1.0, 2), sqrt(16.0).floor())
)",
    R"(let loopy = loop { break 5 }
let mut n = loopy
while n > 0 { n -= 1; if n == 2 { println(n); break } }
let text = f"{ {n} } {{}} {text_of(n)}"
fun text_of(k) { match_not(k); format!("{:03}", k) }
fun match_not(k) { k == 1 }
)"};

/// How many went through to the end.
unsigned numCompiled = 0;

void compile(llvm::StringRef text, bool lower) {
  CompilationOptions options;
  options.target = TargetDescription::forArch(TargetArch::X86_64);
  options.level = lower ? OptLevel::O2 : OptLevel::O0;
  Compilation compilation(std::move(options));
  compilation.loadText("damaged.ruchy", text);
  if (!compilation.parse() || !compilation.resolveNames() ||
      !compilation.importModule()) {
    EXPECT_TRUE(compilation.getDiagnostics().hasErrors());
    return;
  }
  compilation.optimize();
  compilation.lower();
  ++numCompiled;
}

int run(llvm::function_ref<void(llvm::StringRef)> damage) {
  return runOnBigStack(size_t(64) << 20, [&](uintptr_t) {
    for (llvm::StringRef program : programs)
      damage(program);
    return 0;
  });
}

} // namespace

TEST(Mutation, Whole) {
  numCompiled = 0;
  run([](llvm::StringRef program) { compile(program, /*lower=*/true); });
  EXPECT_EQ(numCompiled, std::size(programs));
}

TEST(Mutation, EveryPrefix) {
  run([](llvm::StringRef program) {
    for (size_t length = 0; length != program.size(); ++length)
      compile(program.take_front(length), /*lower=*/length % 2);
  });
}

TEST(Mutation, EverySingleByteDeletion) {
  run([](llvm::StringRef program) {
    for (size_t i = 0; i != program.size(); ++i)
      compile(program.take_front(i).str() + program.drop_front(i + 1).str(),
              /*lower=*/i % 2);
  });
}

TEST(Mutation, EveryByteReplaced) {
  run([](llvm::StringRef program) {
    const llvm::StringRef others = "(}\"'0.:;-\n\xff{ax";
    for (size_t i = 0; i != program.size(); ++i) {
      std::string text = program.str();
      text[i] = others[i % others.size()];
      compile(text, /*lower=*/i % 2);
    }
  });
}
