//===- ParserExpressionTest.cpp - Operators, calls, lines -------*- C++ -*-===//
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

// Binding strength and associativity.
const Case precedenceCases[] = {
    {"1 + 2 * 3", "(+ 1 (* 2 3))"},
    {"2 ** 3 ** 2", "(** 2 (** 3 2))"},
    {"-2 ** 2", "(** (- 2) 2)"},
    {"2 ** -1", "(** 2 (- 1))"},
    {"a & 1 == 0", "(== (& a 1) 0)"},
    {"a | b ^ c & d << 1 + 2", "(| a (^ b (& c (<< d (+ 1 2)))))"},
    {"0..n + 1", "(.. 0 (+ n 1))"},
    {"a - 1..b", "(.. (- a 1) b)"},
    {"0..=n", "(..= 0 n)"},
    {"a..b == c", "(.. a (== b c))"},
    {"a && 0..n", "(&& a (.. 0 n))"},
    {"a || b ?? c", "(|| a (?? b c))"},
    {"a ?? b ?? c", "(?? (?? a b) c)"},
    {"a && b || c && d", "(|| (&& a b) (&& c d))"},
    {"a == b < c", "(== a (< b c))"},
    {"-x as f64", "(as (- x) f64)"},
    {"a + b as f64", "(+ a (as b f64))"},
    {"x as i32 < y", "(< (as x i32) y)"},
    {"!a == b", "(== (! a) b)"},
    {"x |> f == 3", "(== (|> x f) 3)"},
    {"x |> f(1) |> g", "(|> (|> x (call f 1)) g)"},
    {"a |> |x| x + 1", "(|> a (fn x (+ x 1)))"},
    {"c ? a : b ? d : e", "(?: c a (?: b d e))"},
    {"a || b ? c : d", "(?: (|| a b) c d)"},
    {"x = y ? 1 : 2", "(= x (?: y 1 2))"},
    {"a = b = 3", "(= a (= b 3))"},
    {"a += b *= 2", "(+= a (*= b 2))"},
    {"m[i][j] **= 2", "(**= (index (index m i) j) 2)"},
    {"x >>= 1", "(>>= x 1)"},
    {"3 in 0..5 && ok", "(&& (in 3 (.. 0 5)) ok)"},
    {"a in b == c", "(== (in a b) c)"},
    {"1 < 2 == true", "(== (< 1 2) true)"},
    {"a - b - c", "(- (- a b) c)"},
    {"~a & b", "(& (~ a) b)"},
    {"- - a", "(- (- a))"},
    {"**p", "(* (* p))"},
    {"&mut v", "(&mut v)"},
    {"&&v", "(& (& v))"},
    {"*p = 1", "(= (* p) 1)"},
    {"await f() + 1", "(+ (AwaitExpr (call f)) 1)"},
};

TEST(Parser, Precedence) { check(precedenceCases); }

// Calls, accesses, macros.
const Case postfixCases[] = {
    {"f(1)(2)[3].x.0.y(4)", "(.y() (.0 (.x (index (call (call f 1) 2) 3))) 4)"},
    {"t.0.1", "(.1 (.0 t))"},
    {"a?.b?.c(1)", "(?.c() (?.b a) 1)"},
    {"f(x)?", "(? (call f x))"},
    {"r??", "(? (? r))"},
    {"a ?? b", "(?? a b)"},
    {"x++ + 1", "(+ (post++ x) 1)"},
    {"--x", "(pre-- x)"},
    {"o.type.match", "(.match (.type o))"},
    {"f(a: 1, type: 2, ...xs)", "(call f 1 2 (SpreadExpr xs))"},
    {"f(x = 1)", "(call f (= x 1))"},
    {"a[1..]", "(index a (.. 1))"},
    {"a[..2]", "(index a (.. 2))"},
    {"a[..]", "(index a (..))"},
    {"a[x:y]", "(index a (.. x y))"},
    {"a[:y]", "(index a (.. y))"},
    {"a[x:]", "(index a (.. x))"},
    {"x.parse::<i32>()", "(.parse() x i32)"},
    {"Vec::<i32>::new()", "(call Vec::new)"},
    {"a::b::c(1)", "(call a::b::c 1)"},
    {"i32::MAX", "i32::MAX"},
    {"t.await", "(AwaitExpr t)"},
    {"vec![1, 2]", "(MacroCallExpr 1 2)"},
    {"vec![0; n]", "(MacroCallExpr 0 n)"},
    {"m!{a}", "(MacroCallExpr a)"},
    {"x != y", "(!= x y)"},
    {"c ? :a : b", "(?: c :a b)"},
    {"x? .y", "(.y (? x))"},
    {"a[c ? x : y]", "(index a (?: c x y))"},
};

TEST(Parser, Postfix) { check(postfixCases); }

// Where statements end without semicolons.
const Case newlinesCases[] = {
    {"let x = 1\n+ 3", "(let x (+ 1 3))"},
    {"a\n- b", "(- a b)"},
    {"a\n-b", "a ; (- b)"},
    {"a\n* b", "(* a b)"},
    {"a\n*p = 1", "a ; (= (* p) 1)"},
    {"a\n& b", "(& a b)"},
    {"a\n&v", "a ; (& v)"},
    {"a\n| b", "(| a b)"},
    {"a\n|x| x", "a ; (fn x x)"},
    {"f\n(1)", "f ; 1"},
    {"f()\n[1, 2]", "(call f) ; (array 1 2)"},
    {"f()[0]", "(index (call f) 0)"},
    {"f() [0]", "(call f) ; (array 0)"},
    {"x [0]", "(index x 0)"},
    {"\"s\" [0]", "\"s\" ; (array 0)"},
    {"\"s\"[0]", "(index \"s\" 0)"},
    {"loop { }\n(a, b)", "(LoopExpr (block)) ; (tuple a b)"},
    {"if a { b } (c)", "(if a (block b)) ; c"},
    {"match a { } [1]", "(MatchExpr a) ; (array 1)"},
    {"a\n.b()\n// c\n.d", "(.d (.b() a))"},
    {"a\n?.b", "(?.b a)"},
    {"a\n&& b", "(&& a b)"},
    {"a\n|| b", "(|| a b)"},
    {"a\n|| { b }", "a ; (fn (block b))"},
    {"(a\n|| { b })", "(|| a (block b))"},
    {"(a\n-b)", "(- a b)"},
    {"return\n5", "(ReturnExpr) ; 5"},
    {"return 5", "(ReturnExpr 5)"},
    {"{ break\n5 }", "(block (BreakExpr) 5)"},
    {"{ break 5 }", "(block (BreakExpr 5))"},
    {"a\n!b", "a ; (! b)"},
    {"a ! b", "(send a b)"},
    {"x\n++y", "x ; (pre++ y)"},
    {"let x = f()\n[1, 2].len()", "(let x (call f)) ; (.len() (array 1 2))"},
    {"a\n|> f", "(|> a f)"},
    {"a\n?? b", "(?? a b)"},
    {"a; ; b;", "a ; b"},
    {"if a {}\n-1", "(if a (block)) ; (- 1)"},
    {"f(a,\n-b)", "(call f a (- b))"},
    {"a\n..b", "(.. a b)"},
    {"{ a\n}\n*b = 1", "(block a) ; (= (* b) 1)"},
};

TEST(Parser, Newlines) { check(newlinesCases); }

// Objects, sets, comprehensions, struct literals, blocks.
const Case bracesCases[] = {
    {"{}", "(object)"},
    {"let e = {}", "(let e (object))"},
    {"fun f() {}", "(FunctionItem (block))"},
    {"x => {}", "(fn x (block))"},
    {"{ a: 1, \"b\": 2, c => 3, ...d }", "(object a:1 b:2 c:3 ...d)"},
    {"{ type: 1, match: 2 }", "(object type:1 match:2)"},
    {"{:a => 1}", "(object :a:1)"},
    {"{ a: 1, b }", "(object a:1 b:b)"},
    {"{1, 2}", "(SetExpr 1 2)"},
    {"{ x, y }", "(SetExpr x y)"},
    {"{ f(x) for x in xs }", "(ComprehensionExpr (call f x) x xs)"},
    {"{ k: v for k, v in m }", "(ComprehensionExpr k v (TuplePattern k v) m)"},
    {"{ f(k): v for k in m }", "(ComprehensionExpr (call f k) v k m)"},
    {"{ 1: \"a\", 2: \"b\" }", "(object :\"a\" :\"b\")"},
    {"{ x\nfor i in y { } }", "(block x (ForExpr i y (block)))"},
    {"{ a; b }", "(block a b)"},
    {"{ a => b }", "(object a:b)"},
    {"x => { a => b }", "(fn x (block (fn a b)))"},
    {"x => { a: b }", "(fn x (block (object a:b)))"},
    {"fun p(x) { {v: x} }", "(FunctionItem x (block (object v:x)))"},
    {"fun p(x) { v: x }", "(FunctionItem x (block (object v:x)))"},
    {"if a { b: 1 }", "(if a (block (object b:1)))"},
    {"P { x: 1, y, ..z }", "(StructExpr 1 y z)"},
    {"E::V { x: 1 }", "(StructExpr 1)"},
    {"p { x }", "p ; (block x)"},
    {"if x == LIMIT { a }", "(if (== x LIMIT) (block a))"},
    {"if (P { x: 1 }).x { a }", "(if (.x (StructExpr 1)) (block a))"},
    {"while x < MAX { }", "(WhileExpr (< x MAX) (block))"},
    {"for i in N { }", "(ForExpr i N (block))"},
    {"match X { Y => 1 }", "(MatchExpr X Y 1)"},
    {"f({a: 1})", "(call f (object a:1))"},
    {"f(P { x: 1 })", "(call f (StructExpr 1))"},
    {"{ ...a }", "(object ...a)"},
    {"{ {a: 1} }", "(block (object a:1))"},
    {"[{a: 1}, {b: 2}]", "(array (object a:1) (object b:2))"},
    {"{ \"a b\": 1 }", "(object a b:1)"},
};

TEST(Parser, Braces) { check(bracesCases); }

} // namespace
