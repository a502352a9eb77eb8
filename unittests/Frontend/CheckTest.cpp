//===- CheckTest.cpp - What is seen before a program runs -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Frontend/Sema/Check.h"
#include "Parsed.h"

#include "gtest/gtest.h"

using namespace ruchy;

namespace {

struct Case {
  const char *source;
  const char *messages;
};

/// All messages as `line:col code [~]text [(hint)]`; `~` marks warnings.
std::string check(llvm::StringRef source) {
  Parsed parsed(source);
  SemaResult names = analyze(*parsed.module, parsed.diagnostics);
  checkModule(*parsed.module, names, parsed.diagnostics);
  parsed.diagnostics.sortByLocation();
  std::string out;
  for (const auto &diagnostic : parsed.diagnostics.getAll()) {
    LineColumn at = parsed.sources.getLineColumn(diagnostic->range.begin);
    out += std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
           formatDiag(diagnostic->code) + " " +
           (diagnostic->severity == Severity::Warning ? "~" : "") +
           diagnostic->message;
    if (!diagnostic->hint.empty())
      out += " (" + diagnostic->hint + ")";
    out += "\n";
  }
  return out;
}

std::string hintOf(llvm::StringRef source) {
  Parsed parsed(source);
  if (!parsed.diagnostics.hasErrors()) {
    SemaResult names = analyze(*parsed.module, parsed.diagnostics);
    checkModule(*parsed.module, names, parsed.diagnostics);
    parsed.diagnostics.sortByLocation();
  }
  for (const auto &diagnostic : parsed.diagnostics.getAll())
    if (!diagnostic->hint.empty())
      return diagnostic->hint;
  return parsed.diagnostics.getAll().empty()
             ? "(nothing)"
             : "(no hint) " + parsed.diagnostics.getAll().front()->message;
}

const Case operandCases[] = {
    {"1 + [2]", "1:3 R0108 Cannot add integer and array (add an element with "
                "xs.push(x), or an array, xs + [x])\n"},
    {"\"a\" - 1", "1:5 R0108 Cannot subtract integer from string (convert the "
                  "string with int(..) or float(..))\n"},
    {"[1] * 3", "1:5 R0108 Cannot multiply array and integer\n"},
    {"nil / 2", "1:5 R0108 Cannot divide nil by integer\n"},
    {"true % 2", "1:6 R0108 Cannot compute boolean modulo integer\n"},
    {"[1] ** 2", "1:5 R0108 Cannot compute array to the power of integer\n"},
    {"1 < nil", "1:3 R0108 Cannot compare integer and nil for ordering\n"},
    {"1 & 2.0", "1:3 R0108 Bitwise operations require integer operands, got "
                "integer and float\n"},
    {"-\"a\"", "1:1 R0108 Cannot negate string\n"},
    {"~1.5", "1:1 R0108 Cannot apply bitwise NOT to float\n"},
    {"x = 1; x in 5", "1:10 R0108 Cannot test membership in integer\n"},
    {"for i in 5 { i }", "1:10 R0108 Cannot iterate over integer (write "
                         "'0..n' to count to n)\n"},
    {"5(1)", "1:1 R0109 Cannot call non-function value: integer\n"},
    {"1 / 0", "1:3 R0110 Division by zero\n"},
    {"1.5 % 0", "1:5 R0110 Division by zero\n"},
    {"[1, 2][2]", "1:7 R0111 Index 2 out of bounds for array of length 2\n"},
    {"\"\xC3\xA9\"[1]", "1:4 R0111 Index 1 out of bounds for string of length "
                        "1\n"},
    {"5[0]", "1:2 R0112 Cannot index integer with integer\n"},
    {"[1][\"a\"]", "1:4 R0112 Cannot index array with string\n"},
    {"9223372036854775807 + 1", "1:21 R0140 Integer overflow in addition\n"},
    {"1 << 64", "1:3 R0141 Shift count 64 is out of range\n"},
    {"let s = \"a\"\nlet t = 1\ns - t",
     "3:3 R0108 Cannot subtract integer from string (convert the string with "
     "int(..) or float(..))\n"},
    {"int(\"x\")", "1:1 R0146 int() cannot parse string: 'x'\n"},
};

TEST(Check, Operands) {
  for (const Case &each : operandCases)
    EXPECT_EQ(check(each.source), each.messages) << each.source;
}

const Case nameCases[] = {
    {"let counter = 1\nprintln(conter)",
     "2:9 R0100 Undefined variable: conter (did you mean 'counter'?)\n"},
    {"prntln(1)", "1:1 R0101 Undefined function: prntln (not found, undefined) "
                  "(did you mean 'println'?)\n"},
    {"fun f(a, b) { a }\nf(1)",
     "2:1 R0102 Function expects 2 arguments, got 1\n"},
    {"sqrt()", "1:1 R0102 sqrt() expects exactly 1 argument, got 0\n"},
    {"fun f(a) { a }\nf(b: 1)", "2:1 R0103 Function has no parameter 'b'\n"},
    {"fun f(a, b) { a }\nf(1, a: 2)",
     "2:1 R0104 Parameter 'a' is given twice\n"},
    {"fun f(a, a) { a }", "1:10 R0105 Parameter 'a' is declared twice\n"},
    {"|x, x| x", "1:5 R0105 Parameter 'x' is declared twice\n"},
    {"\"abc\".to_upercase()", "1:7 R0106 Unknown string method: to_upercase "
                              "(did you mean 'to_uppercase'?)\n"},
    {"[1].pusj(2)",
     "1:5 R0106 Unknown array method: pusj (did you mean 'push'?)\n"},
    {"fun f(x) { x.frobnicate() }",
     "1:14 R0106 Method 'frobnicate' not found\n"},
    {"5.frobnicate()",
     "1:3 R0106 Method 'frobnicate' not found for type integer\n"},
    {"[1].length", "1:5 R0107 Cannot access field 'length' on type array (a "
                   "method is called with parentheses, 'length()')\n"},
    {"struct P { width: i32 }\nlet p = P { width: 1 }\np.widht",
     "3:3 R0107 Field 'widht' not found in struct P (did you mean 'width'?)\n"},
    {"struct P { x: i32 }\nimpl P { fun m(&self) { self.y } }",
     "2:30 R0107 Field 'y' not found in struct P\n"},
    {"struct P { x: i32 }\nimpl P { fun area(&self) { 1 } }\n"
     "let p = P { x: 1 }\np.aera()",
     "4:3 R0106 Method 'aera' not found for type P (did you mean 'area'?)\n"},
    {"struct P { x: i32 }\nP { x: 1, z: 2 }",
     "2:11 R0114 Struct P does not have field 'z'\n"},
    {"struct P { x: i32, y: i32 = 2 }\nP { }",
     "2:1 R0115 Missing required field 'x' for struct P\n"},
    {"struct Point { x: i32 }\nPont { x: 1 }",
     "2:1 R0117 Unknown struct: Pont (did you mean 'Point'?)\n"},
    {"enum Color { Red, Green }\nColor::Rde",
     "2:8 R0113 Unknown variant 'Rde' of enum Color (did you mean 'Red'?)\n"},
    {"mod m { fun f() { 1 } }\nm::f()",
     "2:1 R0116 Function 'f' is private in module 'm' (declare it with 'pub "
     "fun')\n"},
};

TEST(Check, NamesAndMembers) {
  for (const Case &each : nameCases)
    EXPECT_EQ(check(each.source), each.messages) << each.source;
}

const Case statementCases[] = {
    {"fun f() {\n  return\n  5\n}", "3:3 R0200 ~This is never executed\n"},
    {"fun f() { return 1; fun g() { 2 } }", ""},
    {"let x = 1\nprint x", "2:1 R0201 ~'print' is not called here (arguments "
                           "stand in parentheses, print(x))\n"},
    {"print\n(1)", ""},
    {"int x = 5", "1:1 R0201 ~'int' is not called here (a type stands behind "
                  "its variable, let x: int)\n"},
};

TEST(Check, Statements) {
  for (const Case &each : statementCases)
    EXPECT_EQ(check(each.source), each.messages) << each.source;
}

/// What a handler may take is not certain to end the program.
const Case handlerCases[] = {
    {"try { 1 / 0 } catch e { e }", "1:9 R0110 ~Division by zero\n"},
    {"try { f() } catch e { e }\nfun f() { g() }\nfun g() { nowhere }",
     "3:11 R0100 ~Undefined variable: nowhere\n"},
    {"fun attempt(f) { try { f() } catch e { e } }\nattempt(|| 1 / 0)",
     "2:14 R0110 ~Division by zero\n"},
    {"true || 1 / 0", "1:11 R0110 ~Division by zero\n"},
    {"true ? 1 : 1 / 0", "1:14 R0110 ~Division by zero\n"},
    {"if x() { 1 / 0 }\nfun x() { nil }", "1:12 R0110 ~Division by zero\n"},
    {"if x() { nowhere }\nfun x() { nil }",
     "1:10 R0100 Undefined variable: nowhere\n"},
    {"try { 1 } catch e { 1 / 0 }", "1:23 R0110 Division by zero\n"},
    {"#[test]\n#[should_panic]\nfun f() { 1 / 0 }",
     "3:13 R0110 ~Division by zero\n"},
};

TEST(Check, Handlers) {
  for (const Case &each : handlerCases)
    EXPECT_EQ(check(each.source), each.messages) << each.source;
}

/// Behind syntax errors, only what cannot be their consequence is reported.
const Case damagedCases[] = {
    {"let = 1\nprintln(nowhere)\n1 / 0",
     "1:5 R0024 Syntax error: Expected a pattern, found '='\n"
     "2:9 R0100 Undefined variable: nowhere\n3:3 R0110 Division by zero\n"},
    {"let x y = = 1\nprintln(y)",
     "1:11 R0021 Syntax error: Expected an expression, found '='\n"},
    {"fun f(a, =) { a }\nf(1)",
     "1:10 R0024 Syntax error: Expected a pattern, found '='\n"},
};

TEST(Check, SyntaxErrors) {
  for (const Case &each : damagedCases)
    EXPECT_EQ(check(each.source), each.messages) << each.source;
}

const char *const fine[] = {
    "let a = \"x\" + 1; let b = 2.5 + \"x\"; let c = \"ab\" * 3",
    "let a = [1] + [2]; a[0]; a[-2]",
    "let a = true & false; let b = \"a\" < \"b\"; let c = [1] < [2]",
    "let x = 5; x = \"a\"; x - 1",
    "1.0 / 0.0",
    "let o = {name: |x| x}; o.name(1)",
    "let o = {}; o[\"go\"] = |x| x; o.go(1)",
    "fun f(x) { x.unwrap_or(1) }",
    "extend String { fun shout(&self) { 1 } }\n\"a\".shout()",
    "use helper::*\nhelp(1)",
    "struct P { x: i32 }\nlet p = P { x: 1 }\np.clone(); p.x = 2; "
    "p.to_string()",
    "trait T { fun d(&self) { 1 } }\nstruct P { x: i32 }\nimpl T for P { }\n"
    "let p = P { x: 1 }\np.d()",
    "enum E { A, B { x: i32 } }\nE::A; E::B { x: 1 }\n"
    "impl E { fun new() { E::A } }\nE::new()",
    "mod m { pub fun f() { g() } fun g() { 1 } }\nm::f()",
    "class C { n: i32, new(n) { self.n = n } }\nlet c = C::new(1)\nc.n",
    "let not_a_call = print\nlet r = (print)",
    "if true { print } else { print }",
    "'outer: for i in 0..3 { for j in 0..3 { continue 'outer } }",
    "let x = 5; let mut y = 'text'; println!(\"{}\", x); println(y)",
    "let v = None; var w = 1; w++; let z = w++ + 1",
    "fun f(_, _) { 1 }",
    "actor A { n: i32 = 0, receive Get => { self.n } }\nA.frobnicate()",
    "[1] |> len() |> sqrt()",
};

TEST(Check, NothingToReport) {
  for (const char *source : fine)
    EXPECT_EQ(check(source), "") << source;
}

struct Habit {
  const char *source;
  const char *hint;
};

const char *const fun = "functions are declared with 'fun name(..) { .. }'";
const char *const nilHint = "write 'nil' or 'None'";
const char *const matchHint = "write 'match x { 1 => .., _ => .. }'";
const char *const declare =
    "write 'let name = value' to declare, 'name = value' to assign";
const char *const braces =
    "blocks are enclosed in braces, '{ .. }', not introduced by ':'";
const char *const lambdaHint = "write '|x| x + 1' or 'x => x + 1' for a lambda";

const Habit habits[] = {
    {"def f(x):\n  return x", fun},
    {"def f(x) { x }", fun},
    {"func f(x: int) -> int { x }", fun},
    {"function f(x) { x }", fun},
    {"if true { 1 } elif x { 2 }", "write 'else if'"},
    {"if true { 1 } elsif (2) { 2 }", "write 'else if'"},
    {"if true and false { 1 }", "write '&&' for 'and'"},
    {"let a = true or false", "write '||' for 'or'"},
    {"if not true { 1 }", "write '!' for 'not'"},
    {"let a = True", "write 'true'"},
    {"f(False)", "write 'false'"},
    {"let a = NULL", nilHint},
    {"let a = nullptr", nilHint},
    {"let a = undefined", nilHint},
    {"self.x", "'self' exists in methods that declare it, "
               "'fun name(&self) { .. }'"},
    {"this.x = 1", "write 'self'"},
    {"x := 5", declare},
    {"if 1 <> 2 { 3 }", "write '!=' to compare"},
    {"if 1 === 2 { 3 }", "write '==' to compare"},
    {"if 1 !== 2 { 3 }", "write '!=' to compare"},
    {"if x =< 2 { 3 }", "write '<=' to compare"},
    {"if true println(1)", "bodies are enclosed in braces, '{ .. }'"},
    {"if true: println(1)", braces},
    {"while true:\n  println(1)", braces},
    {"for i in 0..3:\n  println(i)", braces},
    {"try:\n  println(1)", braces},
    {"switch (x) {\n  case 1: 2\n}", matchHint},
    {"foreach x in [1] { x }", "write 'for x in xs { .. }'"},
    {"for x of [1] { x }", "write 'for x in xs { .. }'"},
    {"for (let i = 0; i < 3; i++) { i }",
     "write 'for i in 0..n { .. }' to count"},
    {"for i in 1...5 { i }",
     "write 'a..b' for a range without its end, 'a..=b' with it"},
    {"let f = x -> x + 1", lambdaHint},
    {"let f = (x, y) -> x + y", lambdaHint},
    {"let f = lambda x: x + 1", "write '|x| x + 1' or 'x => x + 1'"},
    {"let f = |x| => x", "the body follows directly: '|x| x + 1'"},
    {"let y = 1 if true else 2",
     "write 'if c { a } else { b }' or 'c ? a : b'"},
    {"let x = 1\nprint x", "arguments stand in parentheses, print(x)"},
    {"let x = 1\nprintln x", "arguments stand in parentheses, println(x)"},
    {"int n = 5", "a type stands behind its variable, let x: int"},
    {"val n = 5", "variables are declared with 'let name = value'"},
    {"let x = 1\nprintln(f'{x}')", "f-strings have double quotes, f\"..\""},
    {"println($x)", "names have no '$'"},
    {"raise \"no\"", "write 'throw value'"},
    {"unless true { 1 }", "write 'if !condition { .. }'"},
    {"let p = new Point(1)", "write 'Type::new(..)' or 'Type(..)'"},
    {"puts(1)", "write 'println(..)'"},
};

TEST(Check, HabitsOfOtherLanguages) {
  for (const Habit &each : habits)
    EXPECT_EQ(hintOf(each.source), each.hint) << each.source;
}

} // namespace
