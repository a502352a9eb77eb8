//===- Modules.cpp - Modules and imports ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

#include "Ruchy/Frontend/Lexer/Literals.h"

using namespace ruchy;

/// `mod m {..}`, `module m {..}`, `mod m;`.
Expr *ParserImpl::parseModuleItem() {
  auto *item = make<ModuleItem>(here());
  advance();
  if (!expectNewName(item->name, "the name of a module"))
    return finish(item);
  if (!at(TokenKind::LBrace) || tok().startsLine) {
    item->isExternal = true;
    return finish(item);
  }
  BlockExpr *body = parseBlock();
  item->statements = body->statements;
  return finish(item);
}

/// `as name` behind an imported name.
bool ParserImpl::parseAlias(UseLeaf &leaf) {
  if (!consume(TokenKind::KwAs))
    return false;
  if (at(TokenKind::Underscore))
    leaf.bound = takeName();
  else
    expectNewName(leaf.bound, "a name after 'as'");
  return true;
}

Expr *ParserImpl::parseUse() {
  auto *item = make<UseItem>(here());
  advance();
  llvm::SmallVector<llvm::StringRef> prefix;
  llvm::SmallVector<UseLeaf> leaves;
  consume(TokenKind::ColonColon);
  parseUseTree(prefix, leaves);
  item->leaves = context.copyOf(leaves);
  return finish(item);
}

/// `a::b as c`, `a::*`, `a::{x, y::z}`.
void ParserImpl::parseUseTree(llvm::SmallVectorImpl<llvm::StringRef> &prefix,
                              llvm::SmallVectorImpl<UseLeaf> &leaves) {
  DepthGuard guard(*this);
  if (failed())
    return;
  size_t mark = prefix.size();
  UseLeaf leaf;
  leaf.range = SourceRange(here());
  while (!failed()) {
    if (at(TokenKind::LBrace)) {
      Token open = advance();
      parseList(TokenKind::RBrace, open, [&] { parseUseTree(prefix, leaves); });
      prefix.truncate(mark);
      return;
    }
    if (consume(TokenKind::Star)) {
      leaf.isGlob = true;
      break;
    }
    Name segment;
    if (!expectName(segment, "a name in an import"))
      break;
    // `a::{self}` imports a.
    if (segment.text != "self" || prefix.empty())
      prefix.push_back(segment.text);
    leaf.bound = {prefix.back(), segment.range};
    if (!consume(TokenKind::ColonColon) && !consume(TokenKind::Dot))
      break;
  }
  if (leaf.isGlob)
    leaf.bound = {};
  else
    parseAlias(leaf);
  leaf.path = context.copyOf(prefix);
  leaf.range.end = lastEnd;
  leaves.push_back(leaf);
  prefix.truncate(mark);
}

/// `a, b as c`, `{a, b}` or `*`.
void ParserImpl::parseImportedNames(llvm::ArrayRef<llvm::StringRef> prefix,
                                    llvm::SmallVectorImpl<UseLeaf> &leaves) {
  bool inBraces = consume(TokenKind::LBrace);
  while (!failed() && !at(TokenKind::RBrace)) {
    UseLeaf leaf;
    leaf.range = SourceRange(here());
    llvm::SmallVector<llvm::StringRef> path(prefix);
    if (consume(TokenKind::Star)) {
      leaf.isGlob = true;
    } else {
      if (!expectName(leaf.bound, "an imported name"))
        return;
      path.push_back(leaf.bound.text);
      parseAlias(leaf);
    }
    leaf.path = context.copyOf(path);
    leaf.range.end = lastEnd;
    leaves.push_back(leaf);
    if (!consume(TokenKind::Comma))
      break;
  }
  if (inBraces && !failed())
    expect(TokenKind::RBrace, "after imported names");
}

/// `import m`, `import a.b as c`, `import "file" as m`,
/// `import {a, b} from m`.
Expr *ParserImpl::parseImport() {
  auto *item = make<UseItem>(here());
  item->form = UseItem::Form::Import;
  advance();
  llvm::SmallVector<UseLeaf> leaves;
  if (at(TokenKind::String) || at(TokenKind::SingleQuoted)) {
    item->file = llvm::cast<StringLiteral>(parseString())->value;
    UseLeaf leaf;
    leaf.range = SourceRange(here());
    if (parseAlias(leaf))
      leaves.push_back(leaf);
  } else {
    bool isNameList = at(TokenKind::LBrace) || at(TokenKind::Star);
    if (isNameList) {
      parseImportedNames({}, leaves);
    } else {
      llvm::SmallVector<llvm::StringRef> prefix;
      do
        parseUseTree(prefix, leaves);
      while (!failed() && consume(TokenKind::Comma));
    }
    if (!failed() && consumeWord("from")) {
      if (at(TokenKind::String) || at(TokenKind::SingleQuoted)) {
        item->file = llvm::cast<StringLiteral>(parseString())->value;
      } else {
        Name module;
        if (expectName(module, "the name of a module"))
          item->file = module.text;
      }
    }
  }
  item->leaves = context.copyOf(leaves);
  return finish(item);
}

/// Whether `from` at the current token starts `from m import ..`.
bool ParserImpl::isFromImport() const {
  size_t ahead = 1;
  if (tok(ahead).startsLine)
    return false;
  if (tok(ahead).isOneOf(TokenKind::String, TokenKind::SingleQuoted))
    return tok(ahead + 1).is(TokenKind::KwImport);
  while (tok(ahead).isName() && tok(ahead).isNot(TokenKind::KwImport)) {
    ++ahead;
    if (tok(ahead).is(TokenKind::KwImport))
      return true;
    if (!tok(ahead).isOneOf(TokenKind::Dot, TokenKind::ColonColon))
      return false;
    ++ahead;
  }
  return false;
}

/// `from m import a, b as c`.
Expr *ParserImpl::parseFrom() {
  auto *item = make<UseItem>(here());
  item->form = UseItem::Form::From;
  advance();
  llvm::SmallVector<llvm::StringRef> prefix;
  if (tok().isName()) {
    do
      prefix.push_back(takeName().text);
    while (consume(TokenKind::Dot) || consume(TokenKind::ColonColon));
  } else {
    item->file = llvm::cast<StringLiteral>(parseString())->value;
  }
  expect(TokenKind::KwImport, "after the name of a module");
  llvm::SmallVector<UseLeaf> leaves;
  if (!failed())
    parseImportedNames(prefix, leaves);
  item->leaves = context.copyOf(leaves);
  return finish(item);
}

/// `export {a, b}`, `export a, b`, `export default e`, `export fun ..`.
Expr *ParserImpl::parseExport() {
  SourceLocation begin = advance().begin;
  consumeWord("default");
  if (at(TokenKind::LBrace) ||
      (at(TokenKind::Identifier) &&
       (tok(1).startsLine ||
        tok(1).isOneOf(TokenKind::Comma, TokenKind::Semicolon)))) {
    auto *item = make<UseItem>(begin);
    item->form = UseItem::Form::Export;
    llvm::SmallVector<UseLeaf> leaves;
    parseImportedNames({}, leaves);
    item->leaves = context.copyOf(leaves);
    return finish(item);
  }
  Expr *statement = parseStatement();
  if (auto *item = llvm::dyn_cast<Item>(statement))
    item->visibility = Visibility::Public;
  else if (auto *let = llvm::dyn_cast<LetExpr>(statement))
    let->visibility = Visibility::Public;
  return statement;
}
