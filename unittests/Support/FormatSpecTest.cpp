//===- FormatSpecTest.cpp - Format specs and strings ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Support/FormatSpec.h"

#include "gtest/gtest.h"

using namespace ruchy;

namespace {

FormatSpec parse(llvm::StringRef text) {
  std::string error;
  auto spec = parseFormatSpec(text, error);
  EXPECT_TRUE(spec) << text.str() << ": " << error;
  return spec.value_or(FormatSpec());
}

std::string parseError(llvm::StringRef text) {
  std::string error;
  EXPECT_FALSE(parseFormatSpec(text, error)) << text.str();
  return error;
}

llvm::SmallVector<FormatPiece> split(llvm::StringRef text) {
  llvm::SmallVector<FormatPiece> pieces;
  std::string error;
  size_t offset = 0;
  EXPECT_TRUE(parseFormatString(text, pieces, error, offset)) << error;
  return pieces;
}

TEST(FormatSpec, Empty) {
  EXPECT_TRUE(parse("").isDefault());
  EXPECT_TRUE(parse(" ").isDefault());
}

TEST(FormatSpec, FillAndAlign) {
  EXPECT_EQ(parse("<").align, FormatSpec::Align::Left);
  EXPECT_EQ(parse("^9").align, FormatSpec::Align::Center);
  EXPECT_EQ(parse(">8").width, 8u);
  FormatSpec spec = parse("*^20");
  EXPECT_EQ(spec.fill, uint32_t('*'));
  EXPECT_EQ(spec.align, FormatSpec::Align::Center);
  EXPECT_EQ(spec.width, 20u);
  EXPECT_EQ(parse("\xE2\x94\x80<4").fill, 0x2500u);
  // An alignment character can be the fill itself.
  spec = parse("<>3");
  EXPECT_EQ(spec.fill, uint32_t('<'));
  EXPECT_EQ(spec.align, FormatSpec::Align::Right);
}

TEST(FormatSpec, NumbersAndFlags) {
  FormatSpec spec = parse("+#010.3e");
  EXPECT_EQ(spec.sign, '+');
  EXPECT_TRUE(spec.alternate);
  EXPECT_TRUE(spec.zeroPad);
  EXPECT_EQ(spec.width, 10u);
  EXPECT_EQ(spec.precision, 3u);
  EXPECT_EQ(spec.type, 'e');
  EXPECT_EQ(parse(".2").precision, 2u);
  EXPECT_TRUE(parse("08.3").zeroPad);
  EXPECT_TRUE(parse(",").thousands);
  EXPECT_TRUE(parse("12,.2").thousands);
  EXPECT_TRUE(parse(".2,").thousands);
  for (char type : std::string("?xXobe"))
    EXPECT_EQ(parse(std::string(1, type)).type, type);
  EXPECT_TRUE(parse("#?").isDebug());
}

TEST(FormatSpec, ArgumentCounts) {
  EXPECT_EQ(parse(">width$").widthArgument, "width");
  EXPECT_EQ(parse("0$").widthArgument, "0");
  EXPECT_EQ(parse(".prec$").precisionArgument, "prec");
  EXPECT_EQ(parse(".*").precisionArgument, "*");
}

TEST(FormatSpec, Errors) {
  EXPECT_EQ(parseError("q"), "invalid format spec near 'q'");
  EXPECT_EQ(parseError("5z"), "invalid format spec near 'z'");
  EXPECT_EQ(parseError("."), "expected a precision after '.' in format spec");
  EXPECT_EQ(parseError("99999999"), "format width is too large");
  EXPECT_EQ(parseError(".70000"), "format precision is too large");
}

TEST(FormatSpec, ToStringRoundTrips) {
  for (llvm::StringRef text : {"", "*^20", ">8", "+08.3", ",", "#x", ".2", "?",
                               ">w$.p$", ".*", "-5,.1e"}) {
    FormatSpec spec = parse(text);
    EXPECT_EQ(formatSpecToString(spec), text);
    std::string again = formatSpecToString(spec);
    EXPECT_EQ(parse(again), spec);
  }
}

TEST(FormatString, Pieces) {
  auto pieces = split("a{}b{{c}}{0:>3}{name:?}");
  ASSERT_EQ(pieces.size(), 5u);
  EXPECT_EQ(pieces[0].text, "a");
  EXPECT_TRUE(pieces[1].takesNextArgument());
  EXPECT_EQ(pieces[2].text, "b{c}");
  EXPECT_EQ(pieces[3].index, 0u);
  EXPECT_EQ(pieces[3].spec.width, 3u);
  EXPECT_EQ(pieces[4].name, "name");
  EXPECT_TRUE(pieces[4].spec.isDebug());
  EXPECT_EQ(pieces[4].offset, 15u);
}

TEST(FormatString, Errors) {
  llvm::SmallVector<FormatPiece> pieces;
  std::string error;
  size_t offset = 0;
  EXPECT_FALSE(parseFormatString("ab}", pieces, error, offset));
  EXPECT_EQ(error, "unmatched '}' in format string");
  EXPECT_EQ(offset, 2u);
  EXPECT_FALSE(parseFormatString("a{b", pieces, error, offset));
  EXPECT_EQ(error, "unclosed '{' in format string");
  EXPECT_FALSE(parseFormatString("{a b}", pieces, error, offset));
  EXPECT_FALSE(parseFormatString("{:q}", pieces, error, offset));
}

TEST(FormatString, HasPlaceholder) {
  EXPECT_TRUE(hasPlaceholder("x {}"));
  EXPECT_TRUE(hasPlaceholder("{:.2}"));
  EXPECT_FALSE(hasPlaceholder("{{}}"));
  EXPECT_FALSE(hasPlaceholder("plain"));
  EXPECT_FALSE(hasPlaceholder("{ not one"));
}

} // namespace
