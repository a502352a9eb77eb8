//===- Patterns.cpp - Tests and parts of patterns ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Match.h"
#include "NumberConstants.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

using Kind = PatternTest::Kind;

//===----------------------------------------------------------------------===//
// What a pattern tests
//===----------------------------------------------------------------------===//

TypedAttr MatchGen::getLiteral(ast::Expr *expr) {
  if (!expr)
    return {};
  if (auto *unary = dyn_cast<ast::UnaryExpr>(expr)) {
    TypedAttr inner = getLiteral(unary->operand);
    if (auto value = dyn_cast_or_null<IntegerAttr>(inner))
      return b.getI64IntegerAttr(-uint64_t(value.getInt()));
    if (auto value = dyn_cast_or_null<FloatAttr>(inner))
      return b.getF64FloatAttr(-value.getValueAsDouble());
    return {};
  }
  if (auto *literal = dyn_cast<ast::IntLiteral>(expr))
    return b.getI64IntegerAttr(literal->value);
  if (auto *literal = dyn_cast<ast::ByteLiteral>(expr))
    return b.getI64IntegerAttr(literal->value);
  if (auto *literal = dyn_cast<ast::FloatLiteral>(expr))
    return b.getF64FloatAttr(literal->value);
  if (auto *literal = dyn_cast<ast::BoolLiteral>(expr))
    return b.getIntegerAttr(gen.i1, literal->value ? 1 : 0);
  if (auto *literal = dyn_cast<ast::StringLiteral>(expr))
    return StringAttr::get(literal->value, gen.str);
  // An attribute without a value type stands for an atom.
  if (auto *atom = dyn_cast<ast::AtomLiteral>(expr))
    return b.getStringAttr(atom->name);
  if (isa<ast::NilLiteral>(expr))
    return NilAttr::get(b.getContext(), NilType::get(b.getContext()));
  return {};
}

PatternTest MatchGen::getSequenceTest(ArrayRef<ast::Pattern *> elements,
                                      StringRef kind) {
  PatternTest test;
  test.kind = Kind::Sequence;
  test.name = kind;
  for (ast::Pattern *element : elements) {
    if (isa<ast::RestPattern>(element))
      test.hasRest = true;
    else if (auto *ident = dyn_cast<ast::IdentPattern>(element);
             ident && isa_and_nonnull<ast::RestPattern>(ident->sub))
      test.hasRest = true;
    else
      ++test.count;
  }
  return test;
}

static std::optional<OptionCase> getOptionCase(ArrayRef<ast::Name> path) {
  bool isPlain = path.size() == 1;
  bool isQualified = path.size() == 2 && (path.front().text == "Option" ||
                                          path.front().text == "Result");
  if (!isPlain && !isQualified)
    return {};
  return symbolizeOptionCase(path.back().text.lower());
}

/// The test for the type or variant that a path names.
PatternTest MatchGen::getPathTest(ArrayRef<ast::Name> path,
                                  ast::Pattern *source) {
  PatternTest test;
  test.source = source;
  test.kind = Kind::Never;
  const PathRef &ref = gen.gen.sema.getPath(source);
  const TypeInfo *type = gen.getPathType(ref);
  if (ref.kind == PathRef::Kind::Type && type) {
    test.kind = Kind::Type;
    test.info = type;
  } else if (ref.kind == PathRef::Kind::Member && type) {
    if (const VariantInfo *variant = type->findVariant(ref.member)) {
      test.kind = Kind::Variant;
      test.info = type;
      test.variant = variant;
      test.name = variant->name;
    }
  } else if (ref.kind == PathRef::Kind::Unresolved) {
    if (std::optional<OptionCase> option = getOptionCase(path)) {
      test.kind = Kind::Option;
      test.option = *option;
    } else if (path.size() > 1) {
      test.literal =
          getNumberConstant(b, path[path.size() - 2].text, path.back().text);
      if (test.literal)
        test.kind = Kind::Literal;
    }
  }
  if (test.info)
    test.type = gen.gen.getTypeSymbol(test.info);
  // A payload of another size is never there.
  auto *made = dyn_cast<ast::ConstructorPattern>(source);
  if (made && test.variant &&
      made->elements.size() > test.variant->decl->fields.size() &&
      !isa<ast::RestPattern>(made->elements.back()))
    test.kind = Kind::Never;
  return test;
}

/// Upper-case names may stand for constants, variants and unit structs; other
/// names bind.
PatternTest MatchGen::getIdentTest(ast::IdentPattern *pattern) {
  PatternTest test;
  const NameRef &use = gen.gen.sema.getPatternUse(pattern);
  if (use.kind == NameRef::Kind::Variable) {
    test.kind = Kind::Constant;
    test.constant = use.variable;
    test.source = pattern;
    return test;
  }
  if (use.kind == NameRef::Kind::Variant || use.kind == NameRef::Kind::Type)
    return getPathTest(ast::Name{pattern->name, pattern->getRange()}, pattern);
  return test;
}

PatternTest MatchGen::getTest(const Item &item) {
  PatternTest test;
  test.source = item.pattern;
  if (auto *ident = dyn_cast<ast::IdentPattern>(item.pattern))
    return getIdentTest(ident);
  if (auto *literal = dyn_cast<ast::LiteralPattern>(item.pattern)) {
    test.literal = getLiteral(literal->literal);
    test.kind = test.literal ? Kind::Literal : Kind::Never;
  } else if (auto *range = dyn_cast<ast::RangePattern>(item.pattern)) {
    test.kind = Kind::Range;
    test.literal = getLiteral(range->begin);
    test.high = getLiteral(range->end);
    test.isInclusive = range->isInclusive;
  } else if (auto *tuple = dyn_cast<ast::TuplePattern>(item.pattern)) {
    return getSequenceTest(tuple->elements, "tuple");
  } else if (auto *list = dyn_cast<ast::ListPattern>(item.pattern)) {
    return getSequenceTest(list->elements, "array");
  } else if (auto *path = dyn_cast<ast::PathPattern>(item.pattern)) {
    return getPathTest(path->path, path);
  } else if (auto *made = dyn_cast<ast::ConstructorPattern>(item.pattern)) {
    return getPathTest(made->path, made);
  } else if (auto *record = dyn_cast<ast::StructPattern>(item.pattern)) {
    return getPathTest(record->path, record);
  } else if (auto *object = dyn_cast<ast::ObjectPattern>(item.pattern)) {
    test.kind = Kind::Field;
    if (!object->fields.empty())
      test.name = object->fields[item.step].name.text;
  } else {
    test.kind = Kind::Never;
  }
  return test;
}

//===----------------------------------------------------------------------===//
// Tests as operations
//===----------------------------------------------------------------------===//

Value MatchGen::emitTest(const PatternTest &test, Value value) {
  Location loc = test.source ? gen.loc(test.source) : *at;
  auto constant = [&](TypedAttr attr) -> Value {
    return attr ? Value(ConstantOp::create(b, loc, attr)) : gen.makeNil(loc);
  };
  switch (test.kind) {
  case Kind::None:
    return gen.makeBool(loc, true);
  case Kind::Never:
    return gen.makeBool(loc, false);
  case Kind::Type:
    return TypeIsOp::create(b, loc, gen.i1, value, test.type);
  case Kind::Variant:
    return VariantIsOp::create(b, loc, gen.i1, value, test.type,
                               b.getStringAttr(test.name));
  case Kind::Option:
    return OptionIsOp::create(b, loc, gen.i1, value, test.option, false);
  case Kind::Sequence:
    return MatchSequenceOp::create(b, loc, gen.i1, value, test.name, test.count,
                                   test.hasRest);
  case Kind::Field:
    if (test.name.empty())
      return KindIsOp::create(b, loc, gen.i1, value, "map");
    return MatchFieldOp::create(b, loc, gen.i1, value, test.name);
  case Kind::Literal:
    if (auto atom = dyn_cast<StringAttr>(test.literal);
        atom && atom.getType() != gen.str)
      return EqOp::create(b, loc, gen.i1, value, gen.makeAtom(loc, atom));
    return MatchLiteralOp::create(b, loc, gen.i1, value,
                                  constant(test.literal));
  case Kind::Range:
    return MatchRangeOp::create(b, loc, gen.i1, value, constant(test.literal),
                                constant(test.high), test.isInclusive);
  case Kind::Constant: {
    Value other = gen.readVariable(
        gen.gen.sema.getPatternUse(cast<ast::IdentPattern>(test.source)),
        test.source->getRange());
    return EqOp::create(b, loc, gen.i1, value, other);
  }
  }
  return {};
}

/// The value with the type that a passed test established.
Value MatchGen::refine(const PatternTest &test, Value value) {
  if (value.getType() != gen.any)
    return value;
  if (test.kind == Kind::Variant)
    return RefineOp::create(b, *at, EnumType::get(b.getContext(), test.type),
                            value);
  return value;
}

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

Value MatchGen::getPart(Parts &parts, const Twine &name,
                        function_ref<Value()> make) {
  std::string text = name.str();
  auto known =
      llvm::find_if(parts, [&](const Part &part) { return part.name == text; });
  if (known != parts.end())
    return known->value;
  Value value = make();
  parts.push_back({text, value});
  return value;
}

Value MatchGen::getField(Value value, StringRef name, Parts &parts) {
  return getPart(parts, name, [&] {
    return FieldOp::create(b, *at, gen.any, Type(), value, name).getResult();
  });
}

/// The elements between the first \p before and the last \p after.
Value MatchGen::emitRest(Value value, unsigned before, unsigned after) {
  Value high = gen.makeNil(*at);
  if (after > 0) {
    Value length = LenOp::create(b, *at, gen.i64, Type(), value).getResult();
    high =
        SubOp::create(b, *at, gen.any, Type(), length, gen.makeInt(*at, after))
            .getResult();
  }
  return SliceOp::create(b, *at, gen.any, Type(), value,
                         gen.makeInt(*at, before), high, false)
      .getResult();
}

/// The item of a part, with the place of the part if the whole has one.
MatchGen::Item MatchGen::makePart(ast::Pattern *pattern, const Item &whole,
                                  Value value, StringRef field, Value index) {
  Item part{pattern, whole.subject};
  part.subject.value = value;
  part.subject.isOptional = false;
  if (!whole.subject.place || whole.subject.isOptional)
    return part;
  if (!index)
    index = gen.makeText(*at, field);
  part.subject.place->add(index, *at, field);
  return part;
}

void MatchGen::expandElements(ArrayRef<ast::Pattern *> elements, Row &row,
                              const Item &whole, const PatternTest &test,
                              Value value, Parts &parts) {
  auto makeIndex = [&](int64_t index) { return gen.makeInt(*at, index); };
  bool isTuple = test.name == "tuple";
  bool isBehind = false;
  for (const auto &[position, element] : llvm::enumerate(elements)) {
    unsigned after = elements.size() - position - 1;
    auto *rest = dyn_cast<ast::RestPattern>(element);
    auto *ident = dyn_cast<ast::IdentPattern>(element);
    bool isNamedRest = ident && isa_and_nonnull<ast::RestPattern>(ident->sub);
    if (rest || isNamedRest) {
      isBehind = true;
      if (isNamedRest || !rest->name.empty())
        row.bindings.push_back(
            {element,
             {getPart(parts, "rest" + Twine(position),
                      [&] { return emitRest(value, position, after); }),
              {},
              false,
              false}});
      continue;
    }
    int64_t index = isBehind ? -int64_t(after) - 1 : int64_t(position);
    Value part = getPart(parts, Twine(index), [&]() -> Value {
      if (isTuple && !isBehind)
        return RecordGetOp::create(b, *at, gen.any, value, index);
      return IndexOp::create(b, *at, gen.any, Type(), value,
                             gen.makeInt(*at, index))
          .getResult();
    });
    row.items.push_back(
        isTuple ? makePart(element, whole, part,
                           b.getStringAttr(Twine(index)).getValue())
                : makePart(element, whole, part, "", makeIndex(index)));
  }
}

/// Replaces a tested item by the items of its parts.
void MatchGen::expand(Row &row, size_t index, const PatternTest &test,
                      Value refined, Parts &parts) {
  Item item = row.items[index];
  if (auto *object = dyn_cast<ast::ObjectPattern>(item.pattern);
      object && !object->fields.empty()) {
    const ast::FieldPattern &field = object->fields[item.step];
    Value part = getField(refined, field.name.text, parts);
    ++row.items[index].step;
    row.items.push_back(makePart(field.pattern, item, part, field.name.text));
    return;
  }
  row.items.erase(row.items.begin() + index);
  // The parts are tested in the order in which they are written, before what
  // else is left of the row.
  SmallVector<Item, 4> others(std::move(row.items));
  row.items.clear();
  if (auto *tuple = dyn_cast<ast::TuplePattern>(item.pattern))
    expandElements(tuple->elements, row, item, test, refined, parts);
  else if (auto *list = dyn_cast<ast::ListPattern>(item.pattern))
    expandElements(list->elements, row, item, test, refined, parts);
  else if (auto *made = dyn_cast<ast::ConstructorPattern>(item.pattern))
    expandPayload(made, row, item, test, refined, parts);
  else if (auto *record = dyn_cast<ast::StructPattern>(item.pattern))
    for (const ast::FieldPattern &field : record->fields)
      row.items.push_back(
          makePart(field.pattern, item,
                   test.kind == Kind::Variant
                       ? getVariantField(test, refined, field.name.text, parts)
                       : getField(refined, field.name.text, parts),
                   field.name.text));
  row.items.append(others.begin(), others.end());
}

Value MatchGen::getVariantPart(const PatternTest &test, Value value,
                               unsigned position, Parts &parts) {
  return getPart(parts, Twine(position), [&]() -> Value {
    return VariantGetOp::create(b, *at, gen.any, value, test.type,
                                b.getStringAttr(test.name),
                                b.getI64IntegerAttr(position));
  });
}

Value MatchGen::getVariantField(const PatternTest &test, Value value,
                                StringRef name, Parts &parts) {
  for (const auto &[position, field] :
       llvm::enumerate(test.variant->decl->fields))
    if (field.name.text == name)
      return getVariantPart(test, value, position, parts);
  return getField(value, name, parts);
}

/// `V(..)` ignores the payload.
void MatchGen::expandPayload(ast::ConstructorPattern *pattern, Row &row,
                             const Item &whole, const PatternTest &test,
                             Value value, Parts &parts) {
  for (const auto &[position, element] : llvm::enumerate(pattern->elements)) {
    if (isa<ast::RestPattern>(element))
      break;
    if (test.kind == Kind::Option) {
      Value part = getPart(parts, "value", [&]() -> Value {
        return OptionGetOp::create(b, *at, gen.any, value, test.option);
      });
      row.items.push_back(makePart(element, whole, part, "0"));
      continue;
    }
    StringRef name = b.getStringAttr(Twine(position)).getValue();
    Value part = test.kind == Kind::Variant
                     ? getVariantPart(test, value, position, parts)
                     : getField(value, name, parts);
    row.items.push_back(makePart(element, whole, part, name));
  }
}

//===----------------------------------------------------------------------===//
// Bindings
//===----------------------------------------------------------------------===//

static ast::Pattern *stripReferences(ast::Pattern *pattern) {
  while (auto *ref = dyn_cast<ast::RefPattern>(pattern))
    pattern = ref->inner;
  return pattern;
}

void FunctionGen::declareVariable(const VarDecl *variable, Location at,
                                  Value value) {
  if (!variable)
    return;
  if (!variable->isGlobal && gen.captures.needsCell(variable))
    return declareCell(variable, at, value);
  writeVariable(variable, at, value);
}

/// Binds the variables of a pattern, or fails with \p message.
void FunctionGen::bindIrrefutable(ast::Pattern *pattern, Value value,
                                  Location at, StringRef message) {
  pattern = stripReferences(pattern);
  if (isa<ast::WildcardPattern, ast::ErrorPattern>(pattern))
    return;
  auto *ident = dyn_cast<ast::IdentPattern>(pattern);
  if (ident && !ident->sub && gen.sema.getDecl(ident))
    return declareVariable(gen.sema.getDecl(ident), loc(pattern), value);
  Block *fits = new Block, *fails = new Block;
  emitPatternTest(pattern, value, at, fits, fails);
  startBlock(fails);
  raise(at, "RuntimeError", message);
  branch(at, fits);
  startBlock(fits);
}

Value FunctionGen::visitLetExpr(ast::LetExpr *expr) {
  Location at = loc(expr);
  auto *lambda = dyn_cast_or_null<ast::LambdaExpr>(expr->init);
  if (lambda && isa<ast::IdentPattern>(expr->pattern))
    if (const VarDecl *variable = gen.sema.getDecl(expr->pattern))
      return emitRecursiveLambda(lambda, variable);
  if (Value value; emitAlias(expr, value))
    return value;
  Value value = expr->init ? emit(expr->init) : makeNil(at);
  if (!expr->elseBlock) {
    bindIrrefutable(expr->pattern, value, at,
                    "Pattern did not match the value");
    return value;
  }
  Block *fits = new Block, *fails = new Block;
  emitPatternTest(expr->pattern, value, at, fits, fails);
  startBlock(fails);
  emitDiscard(expr->elseBlock);
  // Only a block that does not leave gets here.
  raise(at, "RuntimeError", "Pattern did not match the value");
  branch(at, fits);
  startBlock(fits);
  return value;
}
