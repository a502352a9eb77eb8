//===- HostileInputTest.cpp - Input that is out to break things -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Parsed.h"
#include "Ruchy/Frontend/Sema/Check.h"

#include "gtest/gtest.h"

using namespace ruchy;

namespace {

std::string repeat(llvm::StringRef text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i)
    out += text;
  return out;
}

/// Parses, resolves and dumps whatever the text is.
unsigned countErrors(llvm::StringRef text) {
  Parsed parsed(text);
  SemaResult names = analyze(*parsed.module, parsed.diagnostics);
  // Must come to an end; what it finds is not counted.
  DiagnosticEngine found(parsed.sources);
  checkModule(*parsed.module, names, found);
  parsed.dump();
  return parsed.diagnostics.getErrorCount();
}

const char *const samples[] = {
    R"(#!/usr/bin/env ruchy
let N = 10 /* a /* b */ c */
fun fib(n: i32 = 3, (a, b): (i32, i32)) -> i32 where T: A + 'a {
  if n < 2 { return n } else if n == N { throw f"x{n:>3} {{}} {m["k"]}" }
  fib(n - 1) + fib(n - 2)
}
'outer: for i, j in [(x, y) for x in 0..3 if x > 1] { break 'outer }
match v { Some(n) if n > 1 => n, [a, ..r] | (a, r) -> {k: 1}, _ => {} }
let f = |x: i32, &y| -> i32 { x ** y } ; f(1, b: 2, ...c)?.d?.e()[1..=2]
)",
    R"(pub struct P<'a, T> { x: i32 = 4, pub y: &'a mut [T; 3], fun m(&self) {} }
impl<T> Trait for P<T> { fun new() -> Self { P { x: 1, ..base } } }
enum E { A, B = 5, C(T, U), D { x: T } }
class C : Base + M { f: i32 = 1, new(a) { self.f = a }
  property p: i32 { get => 1, set(v) => v } operator +(self, o) { 1 } }
trait T: A { fun a(&self) -> i32; type Item; }
actor A { n: i32 = 0, receive Inc(k) => { self.n += k } receive Get -> i32 { 1 } }
use a::{b, c as d, e::*}
#[inline(never)] @x(1, [2]) async fun g() requires x > 0 { await y }
)",
    R"(x = c ? a : b; y = {1, 2}; z = { k: v for k, v in m }
try { a } catch e { b } finally { d }
vec![1; n]; matches!(x, 1 | 2 if z); println!("{:?}", x)
handle e with { op(x) => 1 } ; spawn A {} ; a ! Inc(2) ; a <? m
if let Some(x) = a ?? b && c { x++ } ; while x |> f == 3 { --y }
let {a, b: [c, ..]} = o else { return } ; \x, y -> x + y
'a' + 'b c' + r#"raw"# + """triple""" + b'x' + "\u{41}\x41\d" ; :atom
)"};

TEST(Hostile, EveryPrefix) {
  for (llvm::StringRef sample : samples)
    for (size_t length = 0; length <= sample.size(); ++length)
      countErrors(sample.take_front(length));
}

TEST(Hostile, EverySingleByteDeletion) {
  for (llvm::StringRef sample : samples)
    for (size_t i = 0; i < sample.size(); ++i)
      countErrors(sample.take_front(i).str() + sample.drop_front(i + 1).str());
}

TEST(Hostile, SamplesAreValid) {
  for (llvm::StringRef sample : samples)
    EXPECT_EQ(Parsed(sample).errors(), "");
}

/// Openings that nest without end; each must give exactly one error.
TEST(Hostile, DeepNesting) {
  for (const char *opening : {"(",
                              "[",
                              "{ ",
                              "- ",
                              "!",
                              "*",
                              "&",
                              "a = ",
                              "2 ** ",
                              "a ? b : ",
                              "|x| ",
                              "x => ",
                              "if a { ",
                              "fun f() { ",
                              "match x { _ => ",
                              "while a { ",
                              "f(",
                              "a[",
                              "A { a: ",
                              "{a: ",
                              "mod a { ",
                              "await ",
                              "return ",
                              "let x = ",
                              "async { ",
                              "use a::{",
                              "let (",
                              "x as (",
                              "let x: Vec<",
                              "let x: &",
                              "pub ",
                              "try { ",
                              "impl ",
                              "spawn a |x| ",
                              "throw ",
                              "x in ",
                              "[x for x in "}) {
    std::string text = repeat(opening, 10000);
    EXPECT_GE(countErrors(text), 1u) << opening;
    EXPECT_LE(countErrors(text), 2u) << opening;
  }
  EXPECT_GE(countErrors("if a {} " + repeat("else if a {} ", 10000)), 1u);
  Parsed parsed(repeat("(", 10000) + "1" + repeat(")", 10000));
  EXPECT_EQ(parsed.errors(), "1:1001 Syntax error: nesting too deep\n");
}

TEST(Hostile, NestingBelowTheLimit) {
  EXPECT_EQ(countErrors(repeat("(", 990) + "1" + repeat(")", 990)), 0u);
  EXPECT_EQ(countErrors(repeat("[", 990) + repeat("]", 990)), 0u);
  EXPECT_EQ(countErrors(repeat("{ a; ", 450) + repeat("}", 450)), 0u);
}

TEST(Hostile, LongChains) {
  EXPECT_EQ(countErrors("1" + repeat(" + 1", 9999)), 0u);
  EXPECT_EQ(countErrors("x" + repeat(".a()", 9999)), 0u);
  EXPECT_EQ(countErrors("f" + repeat("(1)", 9999)), 0u);
  Parsed parsed("1" + repeat(" + 1", 100000));
  EXPECT_EQ(parsed.errors(), "1:40007 Syntax error: expression too long\n");
  EXPECT_EQ(countErrors("x" + repeat("?", 30000)), 1u);
  EXPECT_EQ(countErrors("x" + repeat(" as a", 30000)), 1u);
}

TEST(Hostile, LargeButValid) {
  EXPECT_EQ(countErrors(repeat("let x = 1 + 2 * 3\n", 20000)), 0u);
  EXPECT_EQ(countErrors(repeat("x = 1; ", 50000)), 0u);
  EXPECT_EQ(countErrors("let a = [" + repeat("1, ", 100000) + "]"), 0u);
  EXPECT_EQ(countErrors("\"" + repeat("a", 1000000) + "\""), 0u);
  EXPECT_EQ(countErrors("1." + repeat("1", 100000)), 0u);
  EXPECT_EQ(countErrors("a" + repeat("::b", 50000)), 0u);
  // Looking ahead for the colon of a ternary must not be quadratic.
  EXPECT_EQ(countErrors(repeat("a ? ", 50000)), 0u);
}

TEST(Hostile, Garbage) {
  for (const char *text : {")", "]", "}", "'", "@", "#[", "$", "\\", "`",
                           "::", "=>", "..", "?", "f\"{", "r#\"", "0x", "&&"})
    countErrors(repeat(text, 5000));
  EXPECT_EQ(countErrors(repeat("/*", 10000)), 1u);
  EXPECT_EQ(countErrors(repeat("1", 100000)), 1u);
  EXPECT_EQ(countErrors(repeat("\xff", 1000)), 1u);
}

} // namespace
