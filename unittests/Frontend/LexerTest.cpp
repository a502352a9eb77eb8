//===- LexerTest.cpp - Tokens -----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Frontend/Lexer/Lexer.h"
#include "Ruchy/Frontend/Lexer/Literals.h"

#include "gtest/gtest.h"

using namespace ruchy;

namespace {

struct Lexed {
  explicit Lexed(llvm::StringRef text) : diagnostics(sources) {
    FileID file = sources.addBuffer("t.ruchy", text);
    tokens = lexFile(sources, file, diagnostics, truncated);
  }

  /// All tokens as `Kind` or `Kind(text)`, without the final Eof.
  std::string str() const {
    std::string out;
    for (const Token &token : llvm::ArrayRef<Token>(tokens).drop_back()) {
      out += out.empty() ? "" : " ";
      bool isFixed = !getTokenSpelling(token.kind).empty();
      out += isFixed ? token.text.str()
                     : getTokenKindName(token.kind).str() + "(" +
                           token.text.str() + ")";
    }
    return out;
  }
  std::string error() const {
    const auto &all = diagnostics.getAll();
    if (all.empty())
      return "";
    LineColumn at = sources.getLineColumn(all[0]->range.begin);
    return std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
           all[0]->message;
  }

  SourceManager sources;
  DiagnosticEngine diagnostics;
  std::vector<Token> tokens;
  bool truncated = false;
};

std::string lex(llvm::StringRef text) {
  Lexed lexed(text);
  EXPECT_EQ(lexed.error(), "") << text.str();
  return lexed.str();
}

std::string lexError(llvm::StringRef text) { return Lexed(text).error(); }

std::string decode(llvm::StringRef text) {
  std::string out, error;
  EXPECT_TRUE(decodeEscapes(text, out, error)) << error;
  return out;
}

TEST(Lexer, EveryPunctuatorAndKeyword) {
#define PUNCT(NAME, SPELLING)                                                  \
  {                                                                            \
    Lexed lexed(SPELLING "[");                                                 \
    EXPECT_EQ(lexed.tokens[0].kind, TokenKind::NAME) << SPELLING;              \
    EXPECT_EQ(lexed.tokens[0].text, SPELLING);                                 \
  }
#define KEYWORD(NAME, SPELLING)                                                \
  {                                                                            \
    Lexed lexed(SPELLING);                                                     \
    EXPECT_EQ(lexed.tokens[0].kind, TokenKind::NAME) << SPELLING;              \
    EXPECT_TRUE(isKeyword(lexed.tokens[0].kind));                              \
  }
#include "Ruchy/Frontend/Lexer/Tokens.def"
}

TEST(Lexer, Names) {
  EXPECT_EQ(lex("_ _a a1 final df nil Some"),
            "Underscore(_) Identifier(_a) Identifier(a1) Identifier(final) "
            "Identifier(df) Identifier(nil) Identifier(Some)");
}

TEST(Lexer, Comments) {
  EXPECT_EQ(lex("1 // x\n2 /* a /* b */ c */ 3 # py\n4 /// doc\n5"),
            "Integer(1) Integer(2) Integer(3) Integer(4) Integer(5)");
  EXPECT_EQ(lex("# \xE2\x82\xAC multi-byte\n1"), "Integer(1)");
  EXPECT_EQ(lex("1 // at the end"), "Integer(1)");
  EXPECT_EQ(lex("#[a] #![b]"), "# [ Identifier(a) ] # ! [ Identifier(b) ]");
  EXPECT_EQ(lexError("1 /* /* */"), "1:3 Syntax error: Unterminated comment");
}

TEST(Lexer, StartOfFile) {
  EXPECT_EQ(lex("#!/usr/bin/env ruchy\n1"), "Integer(1)");
  EXPECT_EQ(lex("\xEF\xBB\xBF#!x\n1"), "Integer(1)");
  EXPECT_EQ(lex("#![allow]\n1"), "# ! [ Identifier(allow) ] Integer(1)");
  EXPECT_EQ(lex(""), "");
  EXPECT_EQ(lex("#!x"), "");
}

TEST(Lexer, LinesAndSpaces) {
  Lexed lexed("a b\r\nc/**/d\n/*\n*/e");
  auto &t = lexed.tokens;
  EXPECT_TRUE(t[0].startsLine);
  EXPECT_FALSE(t[1].startsLine);
  EXPECT_TRUE(t[1].spaceBefore);
  EXPECT_TRUE(t[2].startsLine);
  EXPECT_TRUE(t[3].spaceBefore);
  EXPECT_FALSE(t[3].startsLine);
  EXPECT_TRUE(t[4].startsLine);
}

TEST(Lexer, Integers) {
  EXPECT_EQ(lex("0 42 1_000 0xFF 0b101 0o17 7i64 0xFFu8 3usize"),
            "Integer(0) Integer(42) Integer(1_000) Integer(0xFF) "
            "Integer(0b101) Integer(0o17) Integer(7i64) Integer(0xFFu8) "
            "Integer(3usize)");
  EXPECT_EQ(lexError("5abc"), "1:1 Syntax error: Invalid suffix 'abc' on a "
                              "number");
}

TEST(Lexer, Floats) {
  EXPECT_EQ(lex("1.5 1.5e3 1e5 2E-3 1e+2 3f64 2.5f32"),
            "Float(1.5) Float(1.5e3) Float(1e5) Float(2E-3) Float(1e+2) "
            "Float(3f64) Float(2.5f32)");
  EXPECT_EQ(lex("1..5"), "Integer(1) .. Integer(5)");
  EXPECT_EQ(lex("1.."), "Integer(1) ..");
  EXPECT_EQ(lex("16.0.sqrt()"), "Float(16.0) . Identifier(sqrt) ( )");
  EXPECT_EQ(lex("5.abs()"), "Integer(5) . Identifier(abs) ( )");
  EXPECT_EQ(lex("t.0.1"), "Identifier(t) . Integer(0) . Integer(1)");
}

TEST(Lexer, Numbers) {
  EXPECT_EQ(decodeNumber("1_000")->integer, 1000u);
  EXPECT_EQ(decodeNumber("0xfF")->integer, 255u);
  EXPECT_EQ(decodeNumber("0b101u8")->integer, 5u);
  EXPECT_EQ(decodeNumber("0o17")->integer, 15u);
  EXPECT_EQ(decodeNumber("9223372036854775807i64")->integer,
            9223372036854775807u);
  EXPECT_EQ(decodeNumber("9223372036854775808")->integer, uint64_t(1) << 63);
  EXPECT_FALSE(decodeNumber("9223372036854775809"));
  EXPECT_FALSE(decodeNumber("0x"));
  EXPECT_FALSE(decodeNumber(std::string(100000, '1')));
  EXPECT_EQ(decodeNumber("1e23")->real, 1e23);
  EXPECT_EQ(decodeNumber("0.1")->real, 0.1);
  EXPECT_TRUE(decodeNumber("3f64")->isFloat);
  EXPECT_EQ(decodeNumber("1." + std::string(100000, '1'))->real,
            1.1111111111111112);
}

TEST(Lexer, Strings) {
  EXPECT_EQ(lex(R"("a\"b" "two
lines" 'x' 'text ; : , ) } >' r"\d" r#"a"b"# """q"q""")"),
            R"(String("a\"b") String("two
lines") SingleQuoted('x') SingleQuoted('text ; : , ) } >') RawString(r"\d") )"
            R"(RawString(r#"a"b"#) TripleString("""q"q"""))");
  EXPECT_EQ(lex(R"('\'' '\\' b'x' b'\n')"),
            R"(SingleQuoted('\'') SingleQuoted('\\') Byte(b'x') Byte(b'\n'))");
  EXPECT_EQ(lex("r b f"), "Identifier(r) Identifier(b) Identifier(f)");
}

TEST(Lexer, UnterminatedStrings) {
  EXPECT_EQ(lexError("x = \"abc\ny"),
            "1:5 Syntax error: Unterminated string literal");
  EXPECT_TRUE(Lexed("\"abc").truncated);
  EXPECT_EQ(lexError("r#\"abc\""),
            "1:1 Syntax error: Unterminated raw string literal");
  EXPECT_EQ(lexError("f\"abc"),
            "1:1 Syntax error: Unterminated f-string literal");
  // A single quote costs its line only.
  Lexed lexed("x '? b\ny");
  EXPECT_EQ(lexed.str(), "Identifier(x) Error('? b) Identifier(y)");
  EXPECT_FALSE(lexed.truncated);
}

TEST(Lexer, Escapes) {
  EXPECT_EQ(decode(R"(a\n\t\r\\\"\'b)"), "a\n\t\r\\\"'b");
  EXPECT_EQ(decode(R"(\0)"), std::string("\0", 1));
  EXPECT_EQ(decode(R"(\u{e9}\u{1F600})"), "\xC3\xA9\xF0\x9F\x98\x80");
  EXPECT_EQ(decode(R"(\x41\xe9)"), "A\xC3\xA9");
  EXPECT_EQ(decode(R"(\d\u\xg1\)"), R"(\d\u\xg1\)");
  std::string out, error;
  EXPECT_FALSE(decodeEscapes(R"(\u{110000})", out, error));
  EXPECT_EQ(error, "Invalid unicode escape");
  error.clear();
  EXPECT_FALSE(decodeEscapes(R"(\u{D800})", out, error));
}

TEST(Lexer, StripQuotes) {
  EXPECT_EQ(stripQuotes("\"\""), "");
  EXPECT_EQ(stripQuotes("'a'"), "a");
  EXPECT_EQ(stripQuotes("r##\"x\"##"), "x");
  EXPECT_EQ(stripQuotes("\"\"\"a\"\"\""), "a");
  EXPECT_EQ(stripQuotes("\\\"a\\\""), "a");
}

TEST(Lexer, FStrings) {
  EXPECT_EQ(lex(R"(f"a{b}c" x)"), R"(FString(f"a{b}c") Identifier(x))");
  EXPECT_EQ(lex(R"(f"{m["k"]}" x)"), R"(FString(f"{m["k"]}") Identifier(x))");
  EXPECT_EQ(lex(R"(f"{f"{1}"}" x)"), R"(FString(f"{f"{1}"}") Identifier(x))");
  EXPECT_EQ(lex(R"(f"{{" x)"), R"(FString(f"{{") Identifier(x))");
  EXPECT_EQ(lex(R"(f"\u{41}" x)"), R"(FString(f"\u{41}") Identifier(x))");
  EXPECT_EQ(lex(R"(f"{s.replace(\"a\", \"b\")}" x)"),
            R"(FString(f"{s.replace(\"a\", \"b\")}") Identifier(x))");
  EXPECT_EQ(lex(R"(f"{'}'}" x)"), R"(FString(f"{'}'}") Identifier(x))");
  EXPECT_EQ(lex(R"(f"{ {a: {b: 1}} }" x)"),
            R"(FString(f"{ {a: {b: 1}} }") Identifier(x))");
  // An open brace costs this string only.
  EXPECT_EQ(lex(R"(f"{ a" x)"), R"(FString(f"{ a") Identifier(x))");
}

TEST(Lexer, LabelsAndLifetimes) {
  EXPECT_EQ(lex("'outer: for"), "Label(outer) : for");
  EXPECT_EQ(lex("'a: { break 'a 1 }"),
            "Label(a) : { break Label(a) Integer(1) }");
  EXPECT_EQ(lex("continue 'x; 'y'"), "continue Label(x) ; SingleQuoted('y')");
  EXPECT_EQ(lex("fun f<'a, 'b: 'a>(x: &'a str, y: &'b T<'a>) -> &'a str"),
            "fun Identifier(f) < Label(a) , Label(b) : Label(a) > ( "
            "Identifier(x) : & Label(a) Identifier(str) , Identifier(y) : & "
            "Label(b) Identifier(T) < Label(a) > ) -> & Label(a) "
            "Identifier(str)");
  EXPECT_EQ(lex("impl<'a> P<'a>"),
            "impl < Label(a) > Identifier(P) < Label(a) >");
  EXPECT_EQ(lex("(&'a str, &'b str)"),
            "( & Label(a) Identifier(str) , & Label(b) Identifier(str) )");
  EXPECT_EQ(lex("f('a b', 'c, d')"),
            "Identifier(f) ( SingleQuoted('a b') , SingleQuoted('c, d') )");
  EXPECT_EQ(lex("{'k': 'v'}"), "{ SingleQuoted('k') : SingleQuoted('v') }");
  EXPECT_EQ(lex("x < 'b'"), "Identifier(x) < SingleQuoted('b')");
}

TEST(Lexer, Operators) {
  EXPECT_EQ(lex("a<-1"), "Identifier(a) < - Integer(1)");
  EXPECT_EQ(lex("a <- m"), "Identifier(a) <- Identifier(m)");
  EXPECT_EQ(lex("a<<=b>>=c"), "Identifier(a) <<= Identifier(b) >>= "
                              "Identifier(c)");
  EXPECT_EQ(lex("...x ..=y"), "... Identifier(x) ..= Identifier(y)");
  EXPECT_EQ(lex("x?.y ?? z|>w"), "Identifier(x) ?. Identifier(y) ?? "
                                 "Identifier(z) |> Identifier(w)");
}

TEST(Lexer, BadCharacters) {
  EXPECT_EQ(lexError("a \xC3\xA9"),
            "1:3 Syntax error: Unexpected character '\xC3\xA9'");
  EXPECT_EQ(lexError("a \x01"), "1:3 Syntax error: Unexpected character "
                                "'\x01'");
  EXPECT_EQ(lexError("ab \xff"), "1:4 Syntax error: Invalid UTF-8 in source");
  EXPECT_EQ(lexError(llvm::StringRef("a\0b", 3)),
            "1:2 Syntax error: NUL character in source");
}

} // namespace
