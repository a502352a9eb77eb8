//===- SemaTest.cpp - Name resolution ---------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Parsed.h"

#include "Ruchy/Frontend/AST/Visitor.h"

#include "gtest/gtest.h"

using namespace ruchy;
using namespace ruchy::ast;

namespace {

struct Analyzed : Parsed {
  explicit Analyzed(llvm::StringRef text) : Parsed(text) {
    EXPECT_EQ(errors(), "") << text.str();
    sema = analyze(*module, diagnostics);
  }

  /// The n-th node of a class, in source order.
  template <typename T> T *find(unsigned n = 0) const {
    T *found = nullptr;
    walk(module, [&](Node *node) {
      if (auto *match = llvm::dyn_cast<T>(node); match && !found)
        if (n-- == 0)
          found = match;
      return true;
    });
    EXPECT_TRUE(found);
    return found;
  }
  /// The n-th use of a name.
  NameRef use(llvm::StringRef name, unsigned n = 0) const {
    NameExpr *found = nullptr;
    walk(module, [&](Node *node) {
      auto *match = llvm::dyn_cast<NameExpr>(node);
      if (match && match->name == name && !found && n-- == 0)
        found = match;
      return true;
    });
    EXPECT_TRUE(found) << name.str();
    return found ? sema.getRef(found) : NameRef();
  }
  std::string warnings() const {
    std::string out;
    for (const SemaWarning &warning : sema.getWarnings()) {
      LineColumn at = sources.getLineColumn(warning.range.begin);
      out += std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
             warning.message +
             (warning.hint.empty() ? "" : " [" + warning.hint + "]") + "\n";
    }
    return out;
  }

  SemaResult sema;
};

TEST(Sema, LocalsAndShadowing) {
  Analyzed a("fun f(x) { let y = x; { let y = 2; y }; y }");
  EXPECT_EQ(a.use("x").variable->isParam, true);
  EXPECT_NE(a.use("y", 0).variable, a.use("y", 1).variable);
  EXPECT_FALSE(a.use("y", 1).maybeUnassigned);
  EXPECT_FALSE(a.use("y").variable->isGlobal);
  EXPECT_EQ(a.warnings(), "");
}

TEST(Sema, ShadowingInOneScopeOfAFunction) {
  Analyzed a("fun f() { let y = 1; let y = y + 1; y }");
  EXPECT_NE(a.use("y", 0).variable, a.use("y", 1).variable);
  EXPECT_EQ(a.use("y", 0).variable->let, a.find<LetExpr>(0));
  EXPECT_EQ(a.use("y", 1).variable->let, a.find<LetExpr>(1));
}

TEST(Sema, GlobalsAndLocalsOfTheTopLevel) {
  Analyzed a("let g = 1\nlet h = 2\nfun f() { g }\nprintln(h)\nf()");
  EXPECT_TRUE(a.use("g").variable->isGlobal);
  EXPECT_FALSE(a.use("h").variable->isGlobal);
  EXPECT_FALSE(a.use("g").maybeUnassigned);
}

TEST(Sema, SecondLetAtTheTopLevelIsTheSameVariable) {
  Analyzed a("let g = 1\nfun f() { g }\nlet g = 2\nf()");
  EXPECT_EQ(a.use("g").variable, a.sema.getDecl(a.find<IdentPattern>(0)));
  EXPECT_EQ(a.use("g").variable, a.sema.getDecl(a.find<IdentPattern>(1)));
  EXPECT_TRUE(a.use("g").variable->isReassigned);
}

TEST(Sema, GlobalReadBeforeItsLetMayHaveRun) {
  Analyzed a("fun f() { m }\nf()\nlet m = 3\nfun g() { m }\ng()");
  EXPECT_TRUE(a.use("m", 0).maybeUnassigned);
  EXPECT_FALSE(a.use("m", 1).maybeUnassigned);
  Analyzed b("fun main() { m }\nlet m = 3");
  EXPECT_FALSE(b.use("m").maybeUnassigned);
  EXPECT_EQ(b.sema.getMain(), b.find<FunctionItem>());
  Analyzed c("fun f() { g() }\nfun g() { m }\nlet k = f()\nlet m = 3");
  EXPECT_TRUE(c.use("m").maybeUnassigned);
  Analyzed d("println(m)\nlet m = 3");
  EXPECT_TRUE(d.use("m").maybeUnassigned);
}

TEST(Sema, AssignmentDeclares) {
  Analyzed a("x = 1\nprintln(x)\nfun f() { y = 2; y }");
  EXPECT_TRUE(a.use("x", 0).variable->isImplicit);
  EXPECT_FALSE(a.use("x", 1).maybeUnassigned);
  EXPECT_FALSE(a.use("y", 1).maybeUnassigned);
  EXPECT_EQ(a.warnings(), "");
}

TEST(Sema, DefiniteAssignment) {
  Analyzed a("if c() { x = 1 } else { x = 2 }\nprintln(x)\n"
             "if c() { y = 1 }\nprintln(y)\n"
             "if c() { return 1 } else { z = 1 }\nprintln(z)\n"
             "while c() { w = 1 }\nprintln(w)\n"
             "fun c() { true }");
  EXPECT_FALSE(a.use("x", 2).maybeUnassigned);
  EXPECT_TRUE(a.use("y", 1).maybeUnassigned);
  EXPECT_FALSE(a.use("z", 1).maybeUnassigned);
  EXPECT_TRUE(a.use("w", 1).maybeUnassigned);
  EXPECT_EQ(a.warnings(), "");
}

TEST(Sema, AssignmentReachesOuterVariables) {
  Analyzed a("fun f() { let x = 1; if true { x = 2 }; match 1 { _ => x = 3 };"
             " x }");
  EXPECT_EQ(a.use("x", 0).variable, a.use("x", 2).variable);
  EXPECT_TRUE(a.use("x").variable->isReassigned);
  EXPECT_FALSE(a.use("x").variable->isImplicit);
}

TEST(Sema, PlacesAndReferences) {
  Analyzed a("fun f(p, q, r, s, t) { p[0].x = 1; q += 1; r++; g(&mut s); t }");
  EXPECT_TRUE(a.use("p").variable->isReassigned);
  EXPECT_TRUE(a.use("q").variable->isReassigned);
  EXPECT_TRUE(a.use("r").variable->isReassigned);
  EXPECT_TRUE(a.use("s").variable->isAliased);
  EXPECT_FALSE(a.use("t").variable->isReassigned);
}

TEST(Sema, FunctionsAreHoisted) {
  Analyzed a("f()\n{ g(); fun g() {} }\nfun f() { h(); fun h() {} }");
  EXPECT_EQ(a.use("f").kind, NameRef::Kind::Function);
  EXPECT_EQ(a.use("g").kind, NameRef::Kind::Function);
  EXPECT_EQ(a.use("h").kind, NameRef::Kind::Function);
  EXPECT_EQ(a.warnings(), "");
}

TEST(Sema, RedefinedFunctionIsAVariable) {
  Analyzed a("fun f() { 1 }\nf()\nfun f() { 2 }\nf()");
  EXPECT_EQ(a.use("f").kind, NameRef::Kind::Variable);
  VarDecl *variable = a.use("f").variable;
  EXPECT_EQ(variable->function, a.find<FunctionItem>(0));
  EXPECT_EQ(a.sema.getDecl(a.find<FunctionItem>(1)), variable);
  EXPECT_EQ(a.sema.getCallBinding(a.find<CallExpr>()), nullptr);
}

TEST(Sema, Captures) {
  Analyzed a("fun f() { let k = 1; let u = 2; |x| |y| x + y + k }");
  const FunctionInfo *outer = a.sema.getFunction(a.find<LambdaExpr>(0));
  const FunctionInfo *inner = a.sema.getFunction(a.find<LambdaExpr>(1));
  ASSERT_EQ(outer->captures.size(), 1u);
  EXPECT_EQ(outer->captures[0]->name, "k");
  ASSERT_EQ(inner->captures.size(), 2u);
  EXPECT_EQ(inner->captures[0]->name, "x");
  EXPECT_TRUE(a.use("k").variable->isCaptured);
  EXPECT_FALSE(a.use("k").variable->isGlobal);
  EXPECT_EQ(inner->parent, outer);
}

TEST(Sema, LoopVariableOfTheTopLevelIsCaptured) {
  Analyzed a("for i in 0..3 { let j = i; fs.push(|| i + j) }\nlet fs = []");
  EXPECT_TRUE(a.use("i", 1).variable->isCaptured);
  EXPECT_FALSE(a.use("i", 1).variable->isGlobal);
  EXPECT_TRUE(a.use("j").variable->isCaptured);
}

TEST(Sema, LambdaSeesOnlyWhatIsDeclaredBefore) {
  Analyzed a("fun f() { let g = || x; let x = 1; g }");
  EXPECT_EQ(a.use("x").kind, NameRef::Kind::Unresolved);
  EXPECT_EQ(a.warnings(), "1:22 Undefined variable: x\n");
}

TEST(Sema, ScopesEnd) {
  Analyzed a("{ let a = 1 }\na\nfor b in [] {}\nb\n"
             "match 1 { c => 1 }\nc\nif let d = 1 { d } else { d }\n"
             "try {} catch e {}\ne");
  EXPECT_EQ(a.warnings(), "2:1 Undefined variable: a\n"
                          "4:1 Undefined variable: b\n"
                          "6:1 Undefined variable: c\n"
                          "7:27 Undefined variable: d\n"
                          "9:1 Undefined variable: e\n");
}

TEST(Sema, BuiltinsAndVariants) {
  Analyzed a("println(len, nil, Some(1), None)\nlet len = 3\nmax = 4");
  EXPECT_EQ(a.use("println").kind, NameRef::Kind::Builtin);
  EXPECT_EQ(a.use("nil").kind, NameRef::Kind::Builtin);
  EXPECT_EQ(a.use("Some").kind, NameRef::Kind::Variant);
  EXPECT_EQ(a.use("len").kind, NameRef::Kind::Variable);
  EXPECT_TRUE(a.use("len").maybeUnassigned);
  EXPECT_EQ(a.use("max").kind, NameRef::Kind::Variable);
  llvm::ArrayRef<llvm::StringLiteral> names = getBuiltinNames();
  EXPECT_TRUE(std::is_sorted(
      names.begin(), names.end(),
      [](llvm::StringRef x, llvm::StringRef y) { return x < y; }));
}

TEST(Sema, TypesModulesAndImports) {
  Analyzed a("struct P { x: i32 }\nmod m { pub fun f() { 1 } }\n"
             "use std::collections::HashMap\nuse std::unheard::Of\n"
             "P(1)\nm.f()\nm::f()\nHashMap::new()\nOf::new()");
  EXPECT_EQ(a.use("P").kind, NameRef::Kind::Type);
  EXPECT_EQ(a.use("m").kind, NameRef::Kind::Module);
  EXPECT_EQ(a.sema.getRef(a.find<PathExpr>(0)).kind, NameRef::Kind::Module);
  // A name of the library is that with and without an import.
  EXPECT_EQ(a.sema.getRef(a.find<PathExpr>(1)).kind, NameRef::Kind::Builtin);
  EXPECT_EQ(a.sema.getRef(a.find<PathExpr>(2)).kind, NameRef::Kind::Module);
  EXPECT_EQ(a.warnings(), "");
}

TEST(Sema, UpperCasePatterns) {
  Analyzed a("const K = 1\nenum E { Red }\nmatch 1 { K => 1, Red => 2, "
             "Other => Other }\nlet K2 = 3");
  EXPECT_EQ(a.sema.getPatternUse(a.find<IdentPattern>(1)).kind,
            NameRef::Kind::Variable);
  EXPECT_EQ(a.sema.getPatternUse(a.find<IdentPattern>(2)).kind,
            NameRef::Kind::Variant);
  EXPECT_EQ(a.sema.getPatternUse(a.find<IdentPattern>(3)).kind,
            NameRef::Kind::Unresolved);
  EXPECT_NE(a.sema.getDecl(a.find<IdentPattern>(3)), nullptr);
  EXPECT_EQ(a.warnings(), "");
}

TEST(Sema, OrPatternsBindOneVariable) {
  Analyzed a("match 1 { (a, 1) | (2, a) => a, _ => 0 }");
  EXPECT_EQ(a.sema.getDecl(a.find<IdentPattern>(0)),
            a.sema.getDecl(a.find<IdentPattern>(1)));
  EXPECT_EQ(a.use("a").variable, a.sema.getDecl(a.find<IdentPattern>(0)));
}

TEST(Sema, Jumps) {
  Analyzed a("'a: for i in x { loop { break 'a; continue 'a; break } }\n"
             "'b: { break 'b 1 }\nlet x = []");
  EXPECT_EQ(a.sema.getTarget(a.find<BreakExpr>(0)), a.find<ForExpr>());
  EXPECT_EQ(a.sema.getTarget(a.find<ContinueExpr>()), a.find<ForExpr>());
  EXPECT_EQ(a.sema.getTarget(a.find<BreakExpr>(1)), a.find<LoopExpr>());
  EXPECT_TRUE(llvm::isa<BlockExpr>(a.sema.getTarget(a.find<BreakExpr>(2))));
  EXPECT_FALSE(a.diagnostics.hasErrors());
}

TEST(Sema, BadJumps) {
  Analyzed a("break\nloop { continue 'q }\nloop { let f = || break }\n"
             "continue\n'b: { continue }");
  EXPECT_EQ(a.errors(), "1:1 Break outside of loop\n"
                        "2:17 Unknown label 'q'\n"
                        "4:1 Continue outside of loop\n"
                        "5:7 Continue outside of loop\n"
                        "3:19 Break outside of loop\n");
}

TEST(Sema, CallBindings) {
  Analyzed a("fun f(a, b = 2, c = 3) {}\nf(1, c: 5)\nf(b = 1, a = 2)");
  const CallBinding *first = a.sema.getCallBinding(a.find<CallExpr>(0));
  ASSERT_TRUE(first && first->isValid);
  ASSERT_EQ(first->args.size(), 2u);
  EXPECT_EQ(first->args[1].param, 2u);
  const CallBinding *second = a.sema.getCallBinding(a.find<CallExpr>(1));
  ASSERT_TRUE(second && second->isValid);
  EXPECT_EQ(second->args[0].param, 1u);
  EXPECT_TRUE(llvm::isa<IntLiteral>(second->args[0].value));
  EXPECT_EQ(a.warnings(), "");
}

TEST(Sema, AssignmentAsArgument) {
  // Not a parameter of f: an assignment, which declares x.
  Analyzed a("fun f(a) {}\nf(x = 5)\nprintln(x)\nlet g = |y| y\ng(y = 1)");
  EXPECT_TRUE(a.use("x").variable->isImplicit);
  EXPECT_EQ(a.sema.getCallBinding(a.find<CallExpr>(2)), nullptr);
  EXPECT_EQ(a.warnings(), "");
}

TEST(Sema, ArityWarnings) {
  Analyzed a("fun f(a, b) {}\nfun g(a, b = 1) {}\nf(1)\ng()\nf(1, 2, 3)\n"
             "f(1, z: 2)\nf(1, a: 2)");
  EXPECT_EQ(a.warnings(), "3:1 Function expects 2 arguments, got 1\n"
                          "4:1 Function expects 1-2 arguments, got 0\n"
                          "5:1 Function expects 2 arguments, got 3\n"
                          "6:1 Function has no parameter 'z'\n"
                          "7:1 Parameter 'a' is given twice\n");
}

TEST(Sema, UnknownNamesWithSuggestions) {
  Analyzed a("let counter = 1\nconter\nprintn(1)\nqqq\nfoo(1)\na ! Inc(2)\n"
             "x |> to_upper\nlet a = 1\nlet x = 2");
  EXPECT_EQ(a.warnings(),
            "2:1 Undefined variable: conter [did you mean 'counter'?]\n"
            "3:1 Undefined function: printn (not found, undefined) [did you "
            "mean 'print'?]\n"
            "4:1 Undefined variable: qqq\n"
            "5:1 Undefined function: foo (not found, undefined)\n");
}

TEST(Sema, FormatCaptures) {
  Analyzed a("let x = 1\nlet w = 2\nprintln!(\"{x:>w$} {} {y}\", 3, y = 4)\n"
             "println(\"{x}\")\nprintln(\"{x}{}\", 1)\nprintln!(\"{zz}\")");
  auto names = [&](unsigned n) {
    std::string out;
    for (const FormatCapture &capture :
         a.sema.getFormatCaptures(a.find<StringLiteral>(n)))
      out += capture.name.str() + " ";
    return out;
  };
  EXPECT_EQ(names(0), "x w ");
  EXPECT_EQ(names(1), "");
  EXPECT_EQ(names(2), "x ");
  EXPECT_EQ(a.warnings(), "6:10 Undefined variable: zz\n");
}

TEST(Sema, MethodsSeeSelfAndGlobals) {
  Analyzed a("let g = 1\nclass C { n: i32 = 0, new(a) { self.n = a } "
             "pub fun m(&self) { self.n + g } }\n"
             "struct S { x: i32, fun m(&self) { self.x } }\n"
             "actor A { receive Inc(k) => { self.n += k } }");
  EXPECT_EQ(a.warnings(), "");
  EXPECT_TRUE(a.use("self", 0).variable->isParam);
  EXPECT_TRUE(a.use("g").variable->isGlobal);
}

TEST(Sema, DefaultsSeeEarlierParameters) {
  Analyzed a("let k = 1\nfun f(a, b = a + k) { b }");
  EXPECT_TRUE(a.use("a").variable->isParam);
  EXPECT_TRUE(a.use("k").variable->isGlobal);
  EXPECT_EQ(a.warnings(), "");
}

TEST(Sema, Statements) {
  Analyzed a("xs.sort()\nlet y = xs.sort()\nlet xs = []");
  EXPECT_TRUE(a.sema.isStatement(a.find<MethodCallExpr>(0)));
  EXPECT_FALSE(a.sema.isStatement(a.find<MethodCallExpr>(1)));
}

TEST(Sema, Comprehensions) {
  Analyzed a("let n = 3\n[x * y for x in 0..n for y in 0..x if y > 1]\nx");
  EXPECT_EQ(a.warnings(), "3:1 Undefined variable: x\n");
}

} // namespace
