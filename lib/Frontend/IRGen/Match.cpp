//===- Match.cpp - Decision trees -------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Match.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

//===----------------------------------------------------------------------===//
// Relations of tests
//===----------------------------------------------------------------------===//

bool PatternTest::isSame(const PatternTest &other) const {
  if (kind != other.kind)
    return false;
  switch (kind) {
  case Kind::None:
  case Kind::Never:
    return true;
  case Kind::Type:
    return type == other.type;
  case Kind::Variant:
    return type == other.type && name == other.name;
  case Kind::Option:
    return option == other.option;
  case Kind::Sequence:
    return name == other.name && count == other.count &&
           hasRest == other.hasRest;
  case Kind::Field:
    return name == other.name;
  case Kind::Literal:
    return literal == other.literal;
  case Kind::Range:
    return literal == other.literal && high == other.high &&
           isInclusive == other.isInclusive;
  case Kind::Constant:
    return constant == other.constant;
  }
  return false;
}

/// Whether a literal integer lies outside of a range of integers.
static bool isOutside(const PatternTest &range, TypedAttr literal) {
  auto value = dyn_cast<IntegerAttr>(literal);
  if (!value || value.getType().isInteger(1))
    return false;
  auto low = dyn_cast_or_null<IntegerAttr>(range.literal);
  auto high = dyn_cast_or_null<IntegerAttr>(range.high);
  if (low && value.getInt() < low.getInt())
    return true;
  return high && (range.isInclusive ? value.getInt() > high.getInt()
                                    : value.getInt() >= high.getInt());
}

bool PatternTest::excludes(const PatternTest &other) const {
  if (kind == other.kind) {
    switch (kind) {
    case Kind::Type:
      return type != other.type;
    case Kind::Variant:
      return !isSame(other);
    case Kind::Option: {
      // A plain value may pass both as Some and as Ok.
      auto isOption = [](OptionCase c) {
        return c == OptionCase::Some || c == OptionCase::None;
      };
      return option != other.option &&
             isOption(option) == isOption(other.option);
    }
    case Kind::Sequence:
      if (name != other.name)
        return true;
      return (!hasRest && !other.hasRest && count != other.count) ||
             (!hasRest && other.hasRest && count < other.count) ||
             (hasRest && !other.hasRest && other.count < count);
    case Kind::Literal:
      return literal != other.literal;
    default:
      return false;
    }
  }
  if (kind == Kind::Range && other.kind == Kind::Literal)
    return isOutside(*this, other.literal);
  if (kind == Kind::Literal && other.kind == Kind::Range)
    return isOutside(other, literal);
  // Kinds of values that have nothing in common.
  auto group = [](const PatternTest &test) {
    switch (test.kind) {
    case Kind::Type:
      return 1;
    case Kind::Variant:
      return 2;
    case Kind::Sequence:
      return 3;
    case Kind::Literal:
    case Kind::Range:
      return 4;
    default:
      return 0;
    }
  };
  int mine = group(*this), theirs = group(other);
  return mine && theirs && mine != theirs;
}

//===----------------------------------------------------------------------===//
// The tree
//===----------------------------------------------------------------------===//

void MatchGen::addRow(ast::Pattern *pattern, const MatchSubject &subject,
                      ast::Expr *guard, Block *target) {
  Row row;
  row.items.push_back({pattern, subject});
  row.guard = guard;
  row.target = target;
  rows.push_back(std::move(row));
}

void MatchGen::emit(Location loc, Block *otherwise) {
  at = loc;
  emitRows(std::move(rows), otherwise);
}

/// Removes what needs no test from the items of a row; false where the row has
/// to be replaced by one per alternative.
bool MatchGen::simplifyItem(Row &row, size_t index) {
  Item item = row.items[index];
  while (auto *ref = dyn_cast<ast::RefPattern>(item.pattern)) {
    item.pattern = ref->inner;
    item.subject.isReference |= ref->isMut;
  }
  if (isa<ast::OrPattern>(item.pattern)) {
    row.items[index] = item;
    return false;
  }
  if (auto *ident = dyn_cast<ast::IdentPattern>(item.pattern)) {
    if (getIdentTest(ident).kind == PatternTest::Kind::None) {
      row.bindings.push_back({ident, item.subject});
      if (ident->sub) {
        row.items[index] = {ident->sub, item.subject};
        return simplifyItem(row, index);
      }
      row.items.erase(row.items.begin() + index);
      return true;
    }
  }
  auto *object = dyn_cast<ast::ObjectPattern>(item.pattern);
  bool isDone =
      object && !object->fields.empty() && item.step == object->fields.size();
  if (isDone || isa<ast::WildcardPattern, ast::ErrorPattern>(item.pattern)) {
    row.items.erase(row.items.begin() + index);
    return true;
  }
  row.items[index] = item;
  return true;
}

void MatchGen::simplify(Rows &list) {
  for (size_t r = 0; r < list.size(); ++r) {
    for (size_t i = list[r].items.size(); i > 0; --i) {
      if (simplifyItem(list[r], i - 1))
        continue;
      // One row per alternative, in order.
      ArrayRef<ast::Pattern *> alternatives =
          cast<ast::OrPattern>(list[r].items[i - 1].pattern)->alternatives;
      Row row = list[r];
      list.erase(list.begin() + r);
      for (const auto &[offset, alternative] : llvm::enumerate(alternatives)) {
        Row copy = row;
        copy.items[i - 1].pattern = alternative;
        list.insert(list.begin() + r + offset, std::move(copy));
      }
      i = list[r].items.size() + 1;
    }
  }
}

void MatchGen::emitLeaf(Row row, Rows rest, Block *otherwise) {
  for (const auto &[node, subject] : row.bindings) {
    const VarDecl *variable = gen.gen.sema.getDecl(node);
    if (!subject.isReference || !subject.place ||
        !gen.bindAlias(variable, *subject.place))
      gen.declareVariable(variable, gen.loc(node), subject.value);
  }
  if (!row.guard)
    return gen.branch(*at, row.target);
  Block *next = new Block;
  gen.emitCondition(row.guard, row.target, next);
  gen.startBlock(next);
  emitRows(std::move(rest), otherwise);
}

void MatchGen::emitRows(Rows list, Block *otherwise) {
  simplify(list);
  if (list.empty())
    return gen.branch(*at, otherwise);
  if (list.front().items.empty()) {
    Row first = std::move(list.front());
    list.erase(list.begin());
    return emitLeaf(std::move(first), std::move(list), otherwise);
  }
  Item first = list.front().items.front();
  Value subject = first.subject.value;
  PatternTest test = getTest(first);
  Block *then = new Block, *other = new Block;
  Value passed = emitTest(test, subject);
  gen.branchIf(*at, passed, then, other);

  // Past the budget only the first row follows a passed test, and its failure
  // joins that of the test, so that nothing is duplicated any more.
  bool isShared = budget == 0;
  Rows success, failure;
  Parts parts;
  gen.startBlock(then);
  Value refined = refine(test, subject);
  for (const auto &[index, row] : llvm::enumerate(list)) {
    auto same = llvm::find_if(
        row.items, [&](Item &item) { return item.subject.value == subject; });
    if (same == row.items.end()) {
      if (!isShared)
        success.push_back(row);
      failure.push_back(row);
      continue;
    }
    PatternTest own = getTest(*same);
    if (own.isSame(test)) {
      if (isShared && index > 0)
        continue;
      Row copy = row;
      expand(copy, same - row.items.begin(), test, refined, parts);
      success.push_back(std::move(copy));
      continue;
    }
    if (!isShared && !own.excludes(test))
      success.push_back(row);
    failure.push_back(row);
  }
  if (isShared) {
    failure.assign(list.begin() + 1, list.end());
    emitRows(std::move(success), other);
  } else {
    --budget;
    emitRows(std::move(success), otherwise);
  }
  gen.startBlock(other);
  emitRows(std::move(failure), otherwise);
}

//===----------------------------------------------------------------------===//
// Expressions that match
//===----------------------------------------------------------------------===//

void FunctionGen::emitPatternTest(ast::Pattern *pattern, Value value,
                                  Location at, Block *then, Block *otherwise) {
  MatchGen match(*this);
  match.addRow(pattern, {value, {}, false, false}, nullptr, then);
  match.emit(at, otherwise);
}

/// `let P = e` as a condition.
void FunctionGen::emitLetCondition(ast::LetCondExpr *expr, Block *then,
                                   Block *otherwise) {
  MatchGen match(*this);
  match.addRow(expr->pattern, MatchGen::emitSubject(*this, expr->value),
               nullptr, then);
  match.emit(loc(expr), otherwise);
}

void FunctionGen::emitMatch(ast::MatchExpr *expr, const Sink &sink) {
  Location at = loc(expr);
  MatchSubject subject = MatchGen::emitSubject(*this, expr->subject);
  SmallVector<Block *> bodies;
  MatchGen match(*this);
  for (const ast::MatchArm &arm : expr->arms) {
    bodies.push_back(new Block);
    match.addRow(arm.pattern, subject, arm.guard, bodies.back());
  }
  Block *none = new Block, *join = new Block;
  match.emit(at, none);
  for (auto [arm, body] : llvm::zip(expr->arms, bodies)) {
    startBlock(body);
    emitInto(arm.body, sink);
    branch(at, join);
  }
  startBlock(none);
  raise(at, "RuntimeError", "No match arm matched the value");
  branch(at, join);
  startBlock(join);
}

Value FunctionGen::visitMatchExpr(ast::MatchExpr *expr) {
  Location at = loc(expr);
  Value slot = makeSlot("match", at);
  emitMatch(expr, Sink::store(slot));
  return load(at, slot);
}
