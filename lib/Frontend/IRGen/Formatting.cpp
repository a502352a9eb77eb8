//===- Formatting.cpp - Texts that are printed or built ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

void FunctionGen::addLiteral(TextParts &parts, StringRef text) {
  if (text.empty())
    return;
  if (parts.empty() || parts.back().kind != TextPart::Kind::Literal)
    parts.push_back({TextPart::Kind::Literal, "", {}, {}});
  parts.back().literal += text;
}

static uint32_t getAlignChar(FormatSpec::Align align) {
  switch (align) {
  case FormatSpec::Align::Default:
    return 0;
  case FormatSpec::Align::Left:
    return '<';
  case FormatSpec::Align::Center:
    return '^';
  case FormatSpec::Align::Right:
    return '>';
  }
  return 0;
}

static FormatSpecAttr getSpecAttr(MLIRContext *context,
                                  const FormatSpec &spec) {
  auto orAbsent = [](std::optional<uint32_t> number) {
    return number ? static_cast<int32_t>(*number) : -1;
  };
  return FormatSpecAttr::get(context, spec.fill, getAlignChar(spec.align),
                             spec.sign == '+', spec.alternate, spec.zeroPad,
                             spec.thousands,
                             static_cast<unsigned char>(spec.type),
                             orAbsent(spec.width), orAbsent(spec.precision));
}

/// Whether a specification says no more than `{:?}` or `{:#?}`.
static bool isPlainDebug(FormatSpec spec) {
  if (!spec.isDebug())
    return false;
  spec.type = 0;
  spec.alternate = false;
  return spec.isDefault();
}

void FunctionGen::addValue(TextParts &parts, Value value,
                           const FormatSpec &spec, bool interpolated,
                           SourceRange range) {
  using Kind = TextPart::Kind;
  if (!spec.widthArgument.empty() || !spec.precisionArgument.empty()) {
    gen.unsupported(range, "a width or precision taken from an argument is");
    return;
  }
  if (spec.isDefault())
    return parts.push_back(
        {interpolated ? Kind::Interpolate : Kind::Display, "", value, {}});
  if (isPlainDebug(spec))
    return parts.push_back({Kind::Debug, "", value, {}});
  parts.push_back({Kind::Spec, "", value, getSpecAttr(b.getContext(), spec)});
}

void FunctionGen::addInterpolation(TextParts &parts,
                                   ast::InterpolationExpr *expr) {
  for (const ast::InterpolationPart &part : expr->parts) {
    auto *text = dyn_cast_or_null<ast::StringLiteral>(part.expr);
    if (!part.expr)
      addLiteral(parts, part.text);
    else if (text && part.spec.isDefault())
      addLiteral(parts, text->value);
    else
      addValue(parts, emit(part.expr), part.spec, /*interpolated=*/true,
               expr->getRange());
  }
}

/// An argument in display form. The text of literals is known, f-strings need
/// not be put together before they are printed.
void FunctionGen::addArgument(TextParts &parts, ast::Expr *expr) {
  if (auto *text = dyn_cast<ast::StringLiteral>(expr))
    return addLiteral(parts, text->value);
  if (auto *text = dyn_cast<ast::InterpolationExpr>(expr))
    return addInterpolation(parts, text);
  parts.push_back({TextPart::Kind::Display, "", emitArg(expr), {}});
}

//===----------------------------------------------------------------------===//
// Format strings
//===----------------------------------------------------------------------===//

/// A name in a format string that is no argument.
Value FunctionGen::readCapture(StringRef name, const FormatArgs &args) {
  SourceRange range = args.format->getRange();
  for (const FormatCapture &capture : gen.sema.getFormatCaptures(args.format))
    if (capture.name == name && capture.ref.kind != NameRef::Kind::Unresolved)
      return readVariable(capture.ref, range);
  return raise(loc(range.begin), "UndefinedVariable", name);
}

/// The part for one placeholder; without an argument it stays as it is.
void FunctionGen::addPlaceholder(TextParts &parts, const FormatPiece &piece,
                                 StringRef source, const FormatArgs &args,
                                 size_t &next) {
  std::optional<size_t> index;
  if (!piece.name.empty()) {
    auto known = llvm::find(args.names, piece.name);
    if (known == args.names.end())
      return addValue(parts, readCapture(piece.name, args), piece.spec,
                      /*interpolated=*/false, args.format->getRange());
    index = known - args.names.begin();
  } else if (piece.index) {
    index = *piece.index;
  } else {
    index = next++;
  }
  if (*index >= args.values.size()) {
    size_t end = source.find('}', piece.offset);
    return addLiteral(parts, source.slice(piece.offset, end + 1));
  }
  addValue(parts, args.values[*index], piece.spec, /*interpolated=*/false,
           args.format->getRange());
}

/// Expands a literal format string. All arguments are evaluated first, those
/// that no placeholder takes as well; macros accept `name = value`. Returns
/// false where the string is malformed.
bool FunctionGen::collectFormat(ast::StringLiteral *format,
                                ArrayRef<ast::Argument> rest, bool isMacro,
                                TextParts &parts) {
  SmallVector<FormatPiece> pieces;
  std::string error;
  size_t offset = 0;
  if (!parseFormatString(format->value, pieces, error, offset)) {
    gen.diagnostics.report(Diag::InvalidFormatString, format->getRange(),
                           error);
    return false;
  }
  FormatArgs args;
  args.format = format;
  for (const ast::Argument &arg : rest) {
    ast::Expr *value = arg.value;
    StringRef name = arg.name.text;
    auto *assign = dyn_cast<ast::AssignExpr>(value);
    if (isMacro && assign && !assign->isCompound && !assign->isParenthesized &&
        isa<ast::NameExpr>(assign->place)) {
      name = cast<ast::NameExpr>(assign->place)->name;
      value = assign->value;
    }
    args.values.push_back(emitArg(value));
    args.names.push_back(name);
  }
  size_t next = 0;
  for (const FormatPiece &piece : pieces) {
    if (piece.isPlaceholder)
      addPlaceholder(parts, piece, format->value, args, next);
    else
      addLiteral(parts, piece.text);
  }
  return true;
}

/// Whether an expression is no string whatever its operands are.
bool FunctionGen::cannotBeString(ast::Expr *expr) {
  if (auto *binary = dyn_cast<ast::BinaryExpr>(expr))
    switch (binary->op) {
    case ast::BinaryOp::Add:
    case ast::BinaryOp::Mul:
    case ast::BinaryOp::And:
    case ast::BinaryOp::Or:
    case ast::BinaryOp::Coalesce:
      return false;
    default:
      return true;
    }
  if (auto *unary = dyn_cast<ast::UnaryExpr>(expr))
    return unary->op == ast::UnaryOp::Neg || unary->op == ast::UnaryOp::Not ||
           unary->op == ast::UnaryOp::BitNot;
  return isa<ast::IntLiteral, ast::FloatLiteral, ast::BoolLiteral,
             ast::NilLiteral, ast::ArrayExpr, ast::ArrayRepeatExpr,
             ast::RangeExpr, ast::WhileExpr, ast::ForExpr>(expr);
}

/// The text of the arguments of `println` and its like. Returns false where
/// only run time tells whether the first argument is a format string; then
/// \p computed gets the values of all arguments.
bool FunctionGen::collectText(ArrayRef<ast::Argument> args, bool isMacro,
                              TextParts &parts,
                              SmallVectorImpl<Value> *computed) {
  if (args.empty())
    return true;
  auto *literal = dyn_cast<ast::StringLiteral>(args.front().value);
  bool hasMore = args.size() > 1;
  bool isFormat =
      literal && (hasMore ? hasPlaceholder(literal->value) : isMacro);
  if (isFormat) {
    collectFormat(literal, args.drop_front(), isMacro, parts);
    return true;
  }
  ast::Expr *first = args.front().value;
  bool isKnown = literal || isa<ast::InterpolationExpr>(first) || !hasMore ||
                 !computed || cannotBeString(first);
  for (const auto &[index, arg] : llvm::enumerate(args)) {
    if (!isKnown) {
      computed->push_back(emitArg(arg.value));
      continue;
    }
    if (index > 0)
      addLiteral(parts, " ");
    addArgument(parts, arg.value);
  }
  return isKnown;
}

//===----------------------------------------------------------------------===//
// Use
//===----------------------------------------------------------------------===//

Value FunctionGen::toText(Location at, const TextPart &part) {
  switch (part.kind) {
  case TextPart::Kind::Literal:
    return makeText(at, part.literal);
  case TextPart::Kind::Display:
    return ToStringOp::create(b, at, str, part.value, DisplayMode::Display);
  case TextPart::Kind::Interpolate:
    return ToStringOp::create(b, at, str, part.value, DisplayMode::Interpolate);
  case TextPart::Kind::Debug:
    return ToStringOp::create(b, at, str, part.value, DisplayMode::Debug);
  case TextPart::Kind::Spec:
    return FormatOp::create(b, at, str, part.value, part.spec);
  }
  return {};
}

Value FunctionGen::concat(Location at, const TextParts &parts) {
  if (parts.empty())
    return makeText(at, "");
  SmallVector<Value> texts;
  for (const TextPart &part : parts)
    texts.push_back(toText(at, part));
  if (texts.size() == 1)
    return texts.front();
  return ConcatOp::create(b, at, str, texts);
}

/// Prints part by part: nothing can fail after the evaluation of the values.
void FunctionGen::print(Location at, Stream stream, const TextParts &parts) {
  for (const TextPart &part : parts) {
    Value value =
        part.kind == TextPart::Kind::Display ? part.value : toText(at, part);
    PrintOp::create(b, at, stream, value);
  }
}
