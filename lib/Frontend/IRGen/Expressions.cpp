//===- Expressions.cpp - Literals, names, arrays and accesses ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"
#include "llvm/ADT/StringSwitch.h"
#include <cmath>
#include <numbers>

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

//===----------------------------------------------------------------------===//
// Chains
//===----------------------------------------------------------------------===//

/// Chains of operators and accesses may be very deep: they are translated
/// from the innermost link outwards, in a loop.
Value FunctionGen::emit(ast::Expr *root) {
  SmallVector<ast::Expr *, 8> spine;
  ast::Expr *leaf = ast::collectSpine(root, spine);
  size_t next = spine.size();
  Value value = emitSpineStart(spine, leaf, next);
  while (next > 0)
    value = emitLink(spine[--next], value);
  return value;
}

/// Translates the innermost part of a chain that gives a value: a call of a
/// name and a method of a place need their first operand as it is written.
Value FunctionGen::emitSpineStart(ArrayRef<ast::Expr *> spine, ast::Expr *leaf,
                                  size_t &next) {
  size_t outer = spine.size();
  while (outer > 0 && isa<ast::IndexExpr>(spine[outer - 1]))
    --outer;
  if (outer > 0) {
    ast::Expr *node = spine[outer - 1];
    if (auto *call = dyn_cast<ast::CallExpr>(node);
        call && isa<ast::NameExpr, ast::PathExpr>(call->callee)) {
      next = outer - 1;
      return emitNamedCall(call);
    }
    if (auto *method = dyn_cast<ast::MethodCallExpr>(node);
        method && !method->isSafe && getPlaceRoot(method->receiver)) {
      next = outer - 1;
      return emitPlaceMethod(method);
    }
    if (auto *step = dyn_cast<ast::IncDecExpr>(node)) {
      next = outer - 1;
      return emitIncDec(step);
    }
  }
  return visit(leaf);
}

Value FunctionGen::emitLink(ast::Expr *node, Value child) {
  switch (node->getKind()) {
  case ast::NodeKind::BinaryExpr:
    return emitBinary(cast<ast::BinaryExpr>(node), child);
  case ast::NodeKind::RangeExpr:
    return emitRange(cast<ast::RangeExpr>(node), child);
  case ast::NodeKind::CastExpr:
    return emitCast(cast<ast::CastExpr>(node), child);
  case ast::NodeKind::PipelineExpr:
    return emitPipeline(cast<ast::PipelineExpr>(node), child);
  case ast::NodeKind::CallExpr:
    return emitValueCall(cast<ast::CallExpr>(node), child);
  case ast::NodeKind::MethodCallExpr:
    return emitMethod(cast<ast::MethodCallExpr>(node), child);
  case ast::NodeKind::FieldExpr:
    return emitField(cast<ast::FieldExpr>(node), child);
  case ast::NodeKind::IndexExpr:
    return emitIndex(cast<ast::IndexExpr>(node), child);
  default:
    return visitNode(node);
  }
}

//===----------------------------------------------------------------------===//
// Literals
//===----------------------------------------------------------------------===//

Value FunctionGen::visitNilLiteral(ast::NilLiteral *expr) {
  return makeNil(loc(expr));
}

Value FunctionGen::visitBoolLiteral(ast::BoolLiteral *expr) {
  return makeBool(loc(expr), expr->value);
}

Value FunctionGen::visitIntLiteral(ast::IntLiteral *expr) {
  return makeInt(loc(expr), expr->value);
}

Value FunctionGen::visitFloatLiteral(ast::FloatLiteral *expr) {
  return makeFloat(loc(expr), expr->value);
}

Value FunctionGen::visitStringLiteral(ast::StringLiteral *expr) {
  return makeText(loc(expr), expr->value);
}

Value FunctionGen::visitInterpolationExpr(ast::InterpolationExpr *expr) {
  TextParts parts;
  addInterpolation(parts, expr);
  return concat(loc(expr), parts);
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

Value FunctionGen::visitNameExpr(ast::NameExpr *expr) {
  const NameRef &ref = gen.sema.getRef(expr);
  Location at = loc(expr);
  switch (ref.kind) {
  case NameRef::Kind::Variable:
    return readVariable(expr);
  case NameRef::Kind::Unresolved:
    return raise(at, "UndefinedVariable", expr->name);
  case NameRef::Kind::Builtin:
    if (expr->name == "nil")
      return makeNil(at);
    [[fallthrough]];
  case NameRef::Kind::Function:
    gen.unsupported(expr->getRange(), "functions as values are");
    return makeNil(at);
  case NameRef::Kind::Variant:
    gen.unsupported(expr->getRange(), "enum values are");
    return makeNil(at);
  case NameRef::Kind::Type:
  case NameRef::Kind::Module:
    gen.unsupported(expr->getRange(), "`" + expr->name + "` as a value is");
    return makeNil(at);
  }
  return makeNil(at);
}

static std::optional<int64_t> getIntConstant(StringRef type, StringRef name) {
  bool isMax = name == "MAX";
  if (!isMax && name != "MIN")
    return {};
  if (type == "usize" || type == "u64")
    return isMax ? std::optional<int64_t>() : 0;
  unsigned bits = llvm::StringSwitch<unsigned>(type.drop_front())
                      .Case("8", 8)
                      .Case("16", 16)
                      .Case("32", 32)
                      .Cases({"64", "size"}, 64)
                      .Default(0);
  if (bits == 0)
    return {};
  if (type.front() == 'u')
    return isMax ? (int64_t(1) << bits) - 1 : 0;
  if (type.front() != 'i')
    return {};
  return isMax ? llvm::maxIntN(bits) : llvm::minIntN(bits);
}

static std::optional<double> getFloatConstant(StringRef type, StringRef name) {
  using Limits = std::numeric_limits<double>;
  if (type == "consts")
    return llvm::StringSwitch<std::optional<double>>(name)
        .Case("PI", std::numbers::pi)
        .Case("TAU", 2 * std::numbers::pi)
        .Case("E", std::numbers::e)
        .Case("SQRT_2", std::numbers::sqrt2)
        .Case("LN_2", std::numbers::ln2)
        .Case("LN_10", std::numbers::ln10)
        .Default(std::nullopt);
  if (type != "f64")
    return {};
  return llvm::StringSwitch<std::optional<double>>(name)
      .Case("MAX", Limits::max())
      .Case("MIN", Limits::lowest())
      .Case("INFINITY", Limits::infinity())
      .Case("NEG_INFINITY", -Limits::infinity())
      .Case("NAN", Limits::quiet_NaN())
      .Case("EPSILON", Limits::epsilon())
      .Case("MIN_POSITIVE", Limits::min())
      .Default(std::nullopt);
}

/// Constants of the number types; other paths need types or modules.
Value FunctionGen::visitPathExpr(ast::PathExpr *expr) {
  ArrayRef<ast::Name> segments = expr->segments;
  StringRef name = segments.back().text;
  StringRef type = segments[segments.size() - 2].text;
  if (std::optional<int64_t> value = getIntConstant(type, name))
    return makeInt(loc(expr), *value);
  if (std::optional<double> value = getFloatConstant(type, name))
    return makeFloat(loc(expr), *value);
  gen.unsupported(expr->getRange(),
                  "`" + gen.sources.getText(expr->getRange()) + "` is");
  return makeNil(loc(expr));
}

//===----------------------------------------------------------------------===//
// Arrays
//===----------------------------------------------------------------------===//

Value FunctionGen::visitArrayExpr(ast::ArrayExpr *expr) {
  if (llvm::any_of(expr->elements,
                   [](ast::Expr *e) { return isa<ast::SpreadExpr>(e); }))
    return emitSpread(expr);
  SmallVector<Value> elements;
  for (ast::Expr *element : expr->elements)
    elements.push_back(emit(element));
  return ArrayNewOp::create(b, loc(expr), any, elements);
}

Value FunctionGen::visitArrayRepeatExpr(ast::ArrayRepeatExpr *expr) {
  Value value = emit(expr->value);
  Value count = emit(expr->count);
  return ArrayRepeatOp::create(b, loc(expr), any, Type(), value, count)
      .getResult();
}

/// `[a, ...b]`: the array grows element by element.
Value FunctionGen::emitSpread(ast::ArrayExpr *expr) {
  Location at = loc(expr);
  Value slot = makeSlot("array", at);
  store(at, ArrayNewOp::create(b, at, any, ValueRange()), slot);
  for (ast::Expr *element : expr->elements) {
    if (auto *spread = dyn_cast<ast::SpreadExpr>(element)) {
      appendElements(spread, slot);
      continue;
    }
    Value value = emit(element);
    auto push = MutatingMethodOp::create(b, loc(element), any, any, Type(),
                                         "push", load(at, slot), value);
    store(at, push.getUpdated(), slot);
  }
  return load(at, slot);
}

void FunctionGen::appendElements(ast::SpreadExpr *spread, Value slot) {
  Location at = loc(spread->operand);
  Value source = emit(spread->operand);
  Value it = IterOp::create(b, at, any, Type(), source).getResult();
  Block *body = new Block, *exit = new Block;
  Value position = body->addArgument(i64, at);
  auto first = IterStartOp::create(b, at, i64, i1, it);
  cf::CondBranchOp::create(b, at, first.getMore(), body, first.getPosition(),
                           exit, ValueRange());
  startBlock(body);
  Value element = IterValueOp::create(b, at, any, it, position);
  auto push = MutatingMethodOp::create(b, at, any, any, Type(), "push",
                                       load(at, slot), element);
  store(at, push.getUpdated(), slot);
  auto next = IterNextOp::create(b, at, i64, i1, it, position);
  cf::CondBranchOp::create(b, at, next.getMore(), body, next.getNext(), exit,
                           ValueRange());
  startBlock(exit);
}

//===----------------------------------------------------------------------===//
// Accesses
//===----------------------------------------------------------------------===//

Value FunctionGen::emitIndex(ast::IndexExpr *expr, Value object) {
  Location at = loc(expr->bracketRange.begin);
  auto *range = dyn_cast<ast::RangeExpr>(expr->index);
  if (!range || range->isParenthesized) {
    Value index = emit(expr->index);
    return IndexOp::create(b, at, any, Type(), object, index).getResult();
  }
  Value low = range->begin ? emit(range->begin) : makeNil(at);
  Value high = range->end ? emit(range->end) : makeNil(at);
  return SliceOp::create(b, at, any, Type(), object, low, high,
                         range->isInclusive)
      .getResult();
}

/// No value of the supported kinds has fields, but ranges will.
Value FunctionGen::emitField(ast::FieldExpr *expr, Value object) {
  StringRef name = expr->name.text;
  Location at = loc(expr->name.range.begin);
  if (expr->isTupleIndex || expr->isSafe || name == "start" || name == "end") {
    gen.unsupported(expr->name.range, expr->isTupleIndex ? "tuples are"
                                      : expr->isSafe     ? "`?.` is"
                                                         : "range fields are");
    return makeNil(at);
  }
  std::string before = ("Cannot access field '" + name + "' on type ").str();
  return raiseAbout(at, "RuntimeError", before, object);
}
