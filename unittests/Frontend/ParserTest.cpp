//===- ParserTest.cpp - Lambdas, control flow, errors -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Parsed.h"
#include "Shape.h"

#include "gtest/gtest.h"

using namespace ruchy;

namespace {

struct Case {
  const char *source;
  const char *shape;
};

template <size_t N> void check(const Case (&cases)[N]) {
  for (const Case &each : cases) {
    Parsed parsed(each.source);
    EXPECT_EQ(parsed.errors(), "") << each.source;
    EXPECT_EQ(ShapeWriter::get(parsed.module), each.shape) << each.source;
  }
}

// Function values.
const Case lambdasCases[] = {
    {"|x| x + 1", "(fn x (+ x 1))"},
    {"|x: i32, y = 2| -> i32 { x }", "(fn x i32 y 2 i32 (block x))"},
    {"|| 42", "(fn 42)"},
    {"x => x + 1", "(fn x (+ x 1))"},
    {"(a, b) => a + b", "(fn a b (+ a b))"},
    {"() => 1", "(fn 1)"},
    {"\\x, y -> x + y", "(fn x y (+ x y))"},
    {"async |x| x", "(fn x x)"},
    {"|(a, b)| a", "(fn (TuplePattern a b) a)"},
    {"|&x| x", "(fn (RefPattern x) x)"},
    {"|_| 1", "(fn _ 1)"},
    {"_ => 1", "(fn _ 1)"},
    {"f(x => x, 1)", "(call f (fn x x) 1)"},
    {"|x| |y| x + y", "(fn x (fn y (+ x y)))"},
    {"fun (x) { x }", "(fn x (block x))"},
    {"fn(x) => x", "(fn x x)"},
    {"xs.map(|x| x * 2).sum()", "(.sum() (.map() xs (fn x (* x 2))))"},
    {"|x| { x }\n(1)", "(fn x (block x)) ; 1"},
    {"(|x| x)(1)", "(call (fn x x) 1)"},
    {"let f = |x|\n  x + 1", "(let f (fn x (+ x 1)))"},
    {"x |> |y| y |> f", "(|> x (fn y (|> y f)))"},
};

TEST(Parser, Lambdas) { check(lambdasCases); }

// Conditions, loops, bindings, jumps.
const Case controlCases[] = {
    {"if a { 1 } else if b { 2 } else { 3 }",
     "(if a (block 1) (if b (block 2) (block 3)))"},
    {"if let Some(x) = f() && x > 1 { x }",
     "(if (&& (LetCondExpr (ConstructorPattern x) (call f)) (> x 1)) (block"
     " x))"},
    {"if a && let Some(x) = b { x }",
     "(if (&& a (LetCondExpr (ConstructorPattern x) b)) (block x))"},
    {"if let Some(x) = a ?? b { x }",
     "(if (LetCondExpr (ConstructorPattern x) (?? a b)) (block x))"},
    {"while let Some(x) = s.pop() { x }",
     "(WhileExpr (LetCondExpr (ConstructorPattern x) (.pop() s)) (block x))"},
    {"for i in 0..10 { i }", "(ForExpr i (.. 0 10) (block i))"},
    {"for k, v in m { k }", "(ForExpr (TuplePattern k v) m (block k))"},
    {"for (a, [b, c]) in m { }",
     "(ForExpr (TuplePattern a (ListPattern b c)) m (block))"},
    {"'a: for i in x { break 'a 1 }", "(ForExpr i x (block (BreakExpr 1)))"},
    {"@a: loop { continue @a }", "(LoopExpr (block (ContinueExpr)))"},
    {"'a: { break 'a 2 }", "(block (BreakExpr 2))"},
    {"loop { break }", "(LoopExpr (block (BreakExpr)))"},
    {"try { a } catch e { b } finally { c }",
     "(TryExpr (block a) e (block b) (block c))"},
    {"try { a } catch (e) { b }", "(TryExpr (block a) e (block b))"},
    {"try { a } catch { b }", "(TryExpr (block a) (block b))"},
    {"try { a } finally { c }", "(TryExpr (block a) (block c))"},
    {"throw a + 1", "(ThrowExpr (+ a 1))"},
    {"let x: i32 = 1", "(let x i32 1)"},
    {"let mut x = 1", "(let x 1)"},
    {"let (a, b) = t", "(let (TuplePattern a b) t)"},
    {"let [h, ...t] = x", "(let (ListPattern h ..t) x)"},
    {"let {a, b: c} = o", "(let (ObjectPattern a c) o)"},
    {"let Some(x) = f() else { return }",
     "(let (ConstructorPattern x) (call f) (block (ReturnExpr)))"},
    {"var x = 1", "(let x 1)"},
    {"const N: i32 = 1", "(let N i32 1)"},
    {"static mut M = 1", "(let M 1)"},
    {"let x", "(let x)"},
    {"let x = if a { 1 } else { 2 } + 3",
     "(let x (+ (if a (block 1) (block 2)) 3))"},
    {"if a { 1 } else { 2 }.foo()", "(.foo() (if a (block 1) (block 2)))"},
    {"match a { 1 => 2 }.foo()", "(.foo() (MatchExpr a 1 2))"},
    {"x ?? return 1", "(?? x (ReturnExpr 1))"},
    {"a || break", "(|| a (BreakExpr))"},
};

TEST(Parser, Control) { check(controlCases); }

// Arms and patterns.
const Case matchCases[] = {
    {"match x { 1 | 2 => a, 3..=9 => b, _ => c }",
     "(MatchExpr x (OrPattern 1 2) a (RangePattern 3 9) b _ c)"},
    {"match x { n if n < limit => n, _ => 0 }",
     "(MatchExpr x n (< n limit) n _ 0)"},
    {"match x { a -> 1, b -> 2 }", "(MatchExpr x a 1 b 2)"},
    {"match x { 1 => { a } 2 => { b } }",
     "(MatchExpr x 1 (block a) 2 (block b))"},
    {"match x { 1 => a\n 2 => b }", "(MatchExpr x 1 a 2 b)"},
    {"match x { -1 => a\n-2 => b\n(1, 2) => c\n[1] => d }",
     "(MatchExpr x -1 a -2 b (TuplePattern 1 2) c (ListPattern 1) d)"},
    {"match x { Some(y) => y, None => 0 }",
     "(MatchExpr x (ConstructorPattern y) y None 0)"},
    {"match x { E::A => 1, E::B(p, ..) => 2, E::C { x, y: 2, .. } => 3 }",
     "(MatchExpr x E::A 1 (ConstructorPattern p ..) 2 (StructPattern x 2) 3"
     ")"},
    {"match x { [] => 0, [h, ..t] => 1, [.., l] => 2, [a, ...r, z] => 3, [r"
     " @ .., q] => 4 }",
     "(MatchExpr x (ListPattern) 0 (ListPattern h ..t) 1 (ListPattern .. l)"
     " 2 (ListPattern a ..r z) 3 (ListPattern ..r q) 4)"},
    {"match x { {a, b: 1, ..r} => 1 }",
     "(MatchExpr x (ObjectPattern a 1 ..r) 1)"},
    {"match x { P { x, .. } => 1 }", "(MatchExpr x (StructPattern x) 1)"},
    {"match x { a @ 1..=5 => a }", "(MatchExpr x a@(RangePattern 1 5) a)"},
    {"match x { 'a'..='z' => 1, ..5 => 2, 5.. => 3, -3..=-1 => 4, 1.5..2.5 "
     "=> 5 }",
     "(MatchExpr x (RangePattern \"a\" \"z\") 1 (RangePattern 5) 2 (RangePa"
     "ttern 5) 3 (RangePattern -3 -1) 4 (RangePattern 1.500000e+00 2.500000"
     "e+00) 5)"},
    {"match x { (p) => 1, (p,) => 2, () => 3, nil => 4, null => 5 }",
     "(MatchExpr x p 1 (TuplePattern p) 2 nil 3 nil 4 nil 5)"},
    {"match x { &p => 1, ref q => 2, mut r => 3 }",
     "(MatchExpr x (RefPattern p) 1 (RefPattern q) 2 r 3)"},
    {"match x { :ok => 1, \"s\" => 2, true => 3, b'x' => 4 }",
     "(MatchExpr x :ok 1 \"s\" 2 true 3 (ByteLiteral) 4)"},
    {"match x { K => 1, i32::MAX => 2, K..=9 => 3 }",
     "(MatchExpr x K 1 i32::MAX 2 (RangePattern K 9) 3)"},
    {"match x { A => x => x }", "(MatchExpr x A (fn x x))"},
    {"match x { _ => {} }", "(MatchExpr x _ (block))"},
    {"match x { _ => { a: 1 } }", "(MatchExpr x _ (block (object a:1)))"},
    {"match x { _ if (y => y)(1) => 2 }",
     "(MatchExpr x _ (call (fn y y) 1) 2)"},
    {"match x { 1 => if a { b } else { c }, 2 => d }",
     "(MatchExpr x 1 (if a (block b) (block c)) 2 d)"},
    {"match x { | 1 | 2 => 3 }", "(MatchExpr x (OrPattern 1 2) 3)"},
    {"match (a, b) { (1, 2) => 3 }",
     "(MatchExpr (tuple a b) (TuplePattern 1 2) 3)"},
};

TEST(Parser, Match) { check(matchCases); }

// Each message with its place; one mistake gives one message.
const Case errorCases[] = {
    {"let x =",
     "1:8 Syntax error: Expected an expression, found end of input\n"},
    {"let = 5", "1:5 Syntax error: Expected a pattern, found '='\n"},
    {"let x = )", "1:9 Syntax error: Expected an expression, found ')'\n"},
    {"let while = 1", "1:5 Syntax error: Expected a name, found 'while'\n"},
    {"let (a, mut use) = b",
     "1:13 Syntax error: Expected a name, found 'use'\n"},
    {"fun in() {}",
     "1:5 Syntax error: Expected the name of a function, found 'in'\n"},
    {"|x, try| 3", "1:5 Syntax error: Expected a name, found 'try'\n"},
    {"let x =\nlet y = 2",
     "2:1 Syntax error: Expected an expression, found 'let'\n"},
    {"f(1, 2", "1:7 Syntax error: Expected ')', found end of input\n"},
    {"f(1 2)", "1:5 Syntax error: Expected ')', found '2'\n"},
    {"[1 2]", "1:4 Syntax error: Expected ',' or ']' in an array, found '2'\n"},
    {"{ a", "1:4 Syntax error: Expected '}', found end of input\n"},
    {"if a b", "1:6 Syntax error: Expected '{' before a block, found 'b'\n"},
    {"if { a }",
     "1:9 Syntax error: Expected '{' before a block, found end of input\n"},
    {"fun f( { }", "1:11 Syntax error: Expected ')', found end of input\n"},
    {"match x { 1 2 }",
     "1:13 Syntax error: Expected '=>' after a pattern, found '2'\n"},
    {"match x { 1 => }",
     "1:16 Syntax error: Expected an expression, found '}'\n"},
    {"match x { 1 => 2 3 => 4 }",
     "1:18 Syntax error: Expected ',' or '}' after a match arm, found '3'\n"},
    {"1 +", "1:4 Syntax error: Expected an expression, found end of input\n"},
    {"1 = 2", "1:1 Syntax error: Invalid assignment target\n"},
    {"f() = 3", "1:1 Syntax error: Invalid assignment target\n"},
    {"x as", "1:5 Syntax error: Expected a type, found end of input\n"},
    {"a.", "1:3 Syntax error: Expected a name after '.', found end of input\n"},
    {"f\"{a\"", "1:3 Syntax error: Unclosed '{' in f-string\n"},
    {"f\"}\"", "1:3 Syntax error: Unmatched '}' in f-string\n"},
    {"f\"{1 +}\"",
     "1:7 Syntax error: Expected an expression, found end of input\n"},
    {"f\"{x:q}\"", "1:6 Syntax error: invalid format spec near 'q'\n"},
    {"f\"{a b}\"",
     "1:6 Syntax error: Expected '}' in an f-string, found 'b'\n"},
    {"let x = 99999999999999999999",
     "1:9 Syntax error: Invalid integer literal\n"},
    {"9223372036854775808", "1:1 Syntax error: Invalid integer literal\n"},
    {"enum E { A B }",
     "1:12 Syntax error: Expected ',' or '}' after a variant, found 'B'\n"},
    {"for x y { }",
     "1:7 Syntax error: Expected 'in' after the pattern of a for loop, foun"
     "d 'y'\n"},
    {"try { }",
     "1:8 Syntax error: Expected 'catch' or 'finally' after a try block, fo"
     "und end of input\n"},
    {"throw",
     "1:6 Syntax error: Expected a value after 'throw', found end of input"
     "\n"},
    {"'a: x", "1:5 Syntax error: Expected a loop after a label, found 'x'\n"},
    {"pub 1", "1:1 Syntax error: Expected a declaration after 'pub'\n"},
    {"#[derive(Debug)",
     "1:16 Syntax error: Expected ']', found end of input\n"},
    {"let [..a, ..b] = x",
     "1:11 Syntax error: A list pattern can have one rest only\n"},
    {"\"\\u{110000}\"", "1:1 Syntax error: Invalid unicode escape\n"},
    {"let x = 1)\nlet y = )",
     "1:10 Syntax error: Expected an expression, found ')'\n2:9 Syntax erro"
     "r: Expected an expression, found ')'\n"},
    {"fun f() {\n  let x = \n  let y = 2 +\n}\nlet z = ]",
     "3:3 Syntax error: Expected an expression, found 'let'\n4:1 Syntax error: "
     "Ex"
     "pected an expression, found '}'\n5:9 Syntax error: Expected an expres"
     "sion, found ']'\n"},
    {"use a::{b", "1:10 Syntax error: Expected '}', found end of input\n"},
    {"() -> 1", "1:4 Syntax error: Expected an expression, found '->'\n"},
    {"class C { new( }", "1:16 Syntax error: Expected a pattern, found '}'\n"},
    {"\\x",
     "1:3 Syntax error: Expected '->' after the parameters of a lambda, fou"
     "nd end of input\n"},
    {"let s = \"abc", "1:9 Syntax error: Unterminated string literal\n"},
    {"1 /* x", "1:3 Syntax error: Unterminated comment\n"},
    {"x = (1\ny = [2\nz = 3",
     "2:1 Syntax error: Expected ')', found 'y'\n3:1 Syntax error: Expected"
     " ',' or ']' in an array, found 'z'\n"},
    {"f\"{a} {\" + g(", "1:7 Syntax error: Unclosed '{' in f-string\n"},
    {"let a = 1 + / 2\nlet b = 3 + / 4\nprintln(a)",
     "1:13 Syntax error: Expected an expression, found '/'\n2:13 Syntax err"
     "or: Expected an expression, found '/'\n"},
    {"fun f() { g( }\nfun h() { ] }",
     "1:14 Syntax error: Expected an expression, found '}'\n2:11 Syntax err"
     "or: Expected an expression, found ']'\n"},
};

TEST(Parser, Errors) {
  for (const Case &each : errorCases)
    EXPECT_EQ(Parsed(each.source).errors(), each.shape) << each.source;
}

TEST(Parser, GoesOnAfterErrors) {
  Parsed parsed("let a = 1 +\nlet b = 2\nfun f() { ) \n c }\nlet d = 4");
  EXPECT_EQ(parsed.diagnostics.getErrorCount(), 2u);
  ASSERT_EQ(parsed.module->statements.size(), 4u);
  EXPECT_TRUE(llvm::isa<ast::FunctionItem>(parsed.module->statements[2]));
  EXPECT_TRUE(llvm::isa<ast::LetExpr>(parsed.module->statements[3]));
}

TEST(Parser, StopsAfterTwentyErrors) {
  std::string text;
  for (int i = 0; i < 100; ++i)
    text += "let = 1\n";
  EXPECT_EQ(Parsed(text).diagnostics.getErrorCount(), 20u);
}

TEST(Parser, Ranges) {
  Parsed parsed("let total = foo(1, \"a\") + b[2]");
  auto *let = llvm::cast<ast::LetExpr>(parsed.module->statements[0]);
  auto *sum = llvm::cast<ast::BinaryExpr>(let->init);
  auto *call = llvm::cast<ast::CallExpr>(sum->lhs);
  auto *index = llvm::cast<ast::IndexExpr>(sum->rhs);
  const SourceManager &sources = parsed.sources;
  EXPECT_EQ(sources.getText(let->getRange()),
            "let total = foo(1, \"a\") + b[2]");
  EXPECT_EQ(sources.getText(sum->getRange()), "foo(1, \"a\") + b[2]");
  EXPECT_EQ(sources.getText(sum->opRange), "+");
  EXPECT_EQ(sources.getText(call->parenRange), "(1, \"a\")");
  EXPECT_EQ(sources.getText(index->bracketRange), "[2]");
}

TEST(Parser, SmallestInteger) {
  Parsed parsed("-9223372036854775808");
  auto *literal = llvm::dyn_cast<ast::IntLiteral>(parsed.module->statements[0]);
  ASSERT_TRUE(literal);
  EXPECT_EQ(literal->value, INT64_MIN);
  EXPECT_EQ(parsed.sources.getText(literal->getRange()),
            "-9223372036854775808");
}

TEST(Parser, Interpolation) {
  Parsed parsed(R"(f"a\n{{{x + 1:>8.2}}} {} {m["k"]}{c ? 1 : 2:?}")");
  EXPECT_EQ(parsed.errors(), "");
  auto *node =
      llvm::dyn_cast<ast::InterpolationExpr>(parsed.module->statements[0]);
  ASSERT_TRUE(node);
  ASSERT_EQ(node->parts.size(), 5u);
  EXPECT_EQ(node->parts[0].text, "a\n{");
  EXPECT_EQ(ShapeWriter::get(node->parts[1].expr), "(+ x 1)");
  EXPECT_EQ(formatSpecToString(node->parts[1].spec), ">8.2");
  EXPECT_EQ(node->parts[2].text, "} {} ");
  EXPECT_EQ(ShapeWriter::get(node->parts[3].expr), "(index m \"k\")");
  EXPECT_EQ(ShapeWriter::get(node->parts[4].expr), "(?: c 1 2)");
  EXPECT_TRUE(node->parts[4].spec.isDebug());
}

TEST(Parser, InterpolationWithEscapedQuotes) {
  Parsed parsed(R"(f"{s.replace(\"a\", \"\\n\")}")");
  EXPECT_EQ(parsed.errors(), "");
  auto *node = llvm::cast<ast::InterpolationExpr>(parsed.module->statements[0]);
  EXPECT_EQ(ShapeWriter::get(node->parts[0].expr),
            "(.replace() s \"a\" \"\\n\")");
}

TEST(Parser, Attributes) {
  Parsed parsed("#[inline( never )]\n@cold(a, \"b\")\n#[derive(A, B)]\n"
                "pub fun f() {}\n#![allow(x)]\n#[name = \"v\"] let x = 1");
  EXPECT_EQ(parsed.errors(), "");
  auto *item = llvm::cast<ast::FunctionItem>(parsed.module->statements[0]);
  EXPECT_TRUE(item->isInlineNever());
  EXPECT_TRUE(item->isPublic());
  ASSERT_EQ(item->attributes.size(), 3u);
  EXPECT_EQ(item->attributes[1].args, "a, \"b\"");
  EXPECT_EQ(item->findAttribute("derive")->args, "A, B");
  EXPECT_EQ(item->findAttribute("none"), nullptr);
}

TEST(Parser, ContextualWordsAreNames) {
  for (const char *word :
       {"final",  "default",  "state",   "df",        "send",     "ask",
        "from",   "handle",   "handler", "signal",    "property", "operator",
        "module", "with",     "receive", "requires",  "ensures",  "invariant",
        "new",    "init",     "get",     "set",       "nil",      "vec",
        "actor",  "effect",   "export",  "spawn",     "yield",    "lazy",
        "unsafe", "abstract", "private", "interface", "extend",   "decreases",
        "crate",  "infra",    "sealed",  "mixin",     "override"}) {
    std::string name = word;
    Parsed parsed("let " + name + " = 1.5\n" + name + " / x\n" + name +
                  " = 2\nprintln(" + name + ", " + name + " + 1)\nlet o = {" +
                  name + ": 1}\no." + name + "\n" + name + "(3)\n" + name +
                  "[0] = 1\nfun f(" + name + ") { " + name + " }");
    EXPECT_EQ(parsed.errors(), "") << name;
    EXPECT_EQ(parsed.module->statements.size(), 9u) << name;
  }
}

TEST(Parser, EmptyAndCommentOnly) {
  EXPECT_EQ(Parsed("").module->statements.size(), 0u);
  EXPECT_EQ(Parsed("// nothing\n# at all /* */").errors(), "");
}

} // namespace
