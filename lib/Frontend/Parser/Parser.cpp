//===- Parser.cpp - Tokens, errors, the module ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Habits.h"
#include "ParserImpl.h"

using namespace ruchy;

namespace {

bool isOpening(TokenKind kind) {
  return kind == TokenKind::LParen || kind == TokenKind::LBracket ||
         kind == TokenKind::LBrace;
}

TokenKind getClosing(TokenKind open) {
  switch (open) {
  case TokenKind::LParen:
    return TokenKind::RParen;
  case TokenKind::LBracket:
    return TokenKind::RBracket;
  default:
    return TokenKind::RBrace;
  }
}

bool isClosing(TokenKind kind) {
  return kind == TokenKind::RParen || kind == TokenKind::RBracket ||
         kind == TokenKind::RBrace;
}

} // namespace

void TokenList::matchBrackets() {
  partners.assign(tokens.size(), 0);
  // A closing bracket pairs with the innermost open one of its kind; a `}`
  // abandons open `(` and `[`, other brackets do not reach across a `{`.
  llvm::SmallVector<uint32_t, 64> open;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    TokenKind kind = tokens[i].kind;
    if (isOpening(kind)) {
      open.push_back(i);
      continue;
    }
    if (!isClosing(kind))
      continue;
    if (kind == TokenKind::RBrace)
      while (!open.empty() && tokens[open.back()].isNot(TokenKind::LBrace))
        open.pop_back();
    if (open.empty() || getClosing(tokens[open.back()].kind) != kind)
      continue;
    partners[open.back()] = i;
    partners[i] = open.pop_back_val();
  }
}

void TokenList::findColons() {
  colonAhead.assign(tokens.size(), false);
  // Per depth, the question marks that still wait for their colon.
  llvm::SmallVector<llvm::SmallVector<uint32_t, 2>> waiting(1);
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    const Token &token = tokens[i];
    if (isClosing(token.kind)) {
      if (waiting.size() > 1)
        waiting.pop_back();
      continue;
    }
    if (token.startsLine)
      waiting.back().clear();
    // A colon directly behind the `?` starts an atom.
    bool isColon = token.is(TokenKind::Colon) && i > 0 &&
                   tokens[i - 1].isNot(TokenKind::Question);
    if (isColon)
      for (uint32_t question : waiting.back())
        colonAhead[question] = true;
    if (isColon || token.isOneOf(TokenKind::Comma, TokenKind::Semicolon))
      waiting.back().clear();
    else if (token.is(TokenKind::Question))
      waiting.back().push_back(i);
    else if (isOpening(token.kind))
      waiting.emplace_back();
  }
}

ParserImpl::DepthGuard::DepthGuard(ParserImpl &parser) : parser(parser) {
  if (++parser.depth > parser.limits.nesting && !parser.failed()) {
    parser
        .error(Diag::NestingTooDeep, parser.tok().getRange(),
               "nesting too deep")
        .hint("at most " + llvm::Twine(parser.limits.nesting) +
              " levels are supported");
    parser.abortParsing();
  }
}

ParserImpl::ParserImpl(SourceManager &sources, FileID file, ASTContext &context,
                       DiagnosticEngine &diagnostics,
                       const ParserLimits &limits)
    : sources(sources), file(file), context(context), diagnostics(diagnostics),
      limits(limits), errorsAtStart(diagnostics.getErrorCount()) {
  list.tokens = lexFile(sources, file, diagnostics, truncated);
  list.matchBrackets();
  list.findColons();
  lastEnd = sources.getLocation(file, 0);
}

Module *ParserImpl::parseModule() {
  auto *module = make<Module>(sources.getLocation(file, 0));
  module->file = file;
  llvm::SmallVector<Expr *> statements;
  parseStatements(statements, /*inBlock=*/false);
  module->statements = context.copyOf(statements);
  module->setEnd(list.tokens.back().end);
  // The lexer has run before the parser.
  diagnostics.sortByLocation();
  return module;
}

const Token &ParserImpl::tok(size_t ahead) const {
  return list.tokens[std::min(pos + ahead, list.tokens.size() - 1)];
}

/// The token behind the partner of the bracket at the given distance; the
/// final Eof if the bracket has no partner.
const Token &ParserImpl::partnerOf(size_t ahead) const {
  size_t index = std::min(pos + ahead, list.tokens.size() - 1);
  uint32_t partner = list.partners[index];
  size_t behind = partner == 0 ? list.tokens.size() : partner + size_t(1);
  return list.tokens[std::min(behind, list.tokens.size() - 1)];
}

Token ParserImpl::advance() {
  Token token = tok();
  if (pos + 1 < list.tokens.size())
    ++pos;
  lastEnd = token.end;
  return token;
}

bool ParserImpl::consume(TokenKind kind) {
  if (!at(kind))
    return false;
  advance();
  return true;
}

bool ParserImpl::consumeWord(llvm::StringRef word) {
  if (!atWord(word))
    return false;
  advance();
  return true;
}

bool ParserImpl::expect(TokenKind kind, llvm::StringRef context) {
  if (consume(kind))
    return true;
  Diag code = Diag::UnexpectedToken;
  if (kind == TokenKind::LBrace)
    code = Diag::ExpectedBlock;
  else if (kind == TokenKind::Comma)
    code = Diag::ExpectedSeparator;
  errorHere("'" + getTokenSpelling(kind) + "' " + context, code);
  return false;
}

/// Expects the partner of an opening bracket and points at the latter if it
/// is missing.
bool ParserImpl::expectClosing(TokenKind kind, const Token &open) {
  if (failed())
    return false;
  if (consume(kind))
    return true;
  SourceRange openRange = open.getRange();
  errorHere("'" + getTokenSpelling(kind) + "'", Diag::UnclosedBracket)
      .note(openRange, "to match this '" + open.text + "'");
  return false;
}

DiagnosticHandle ParserImpl::error(Diag code, SourceRange range,
                                   const llvm::Twine &message) {
  if (failed())
    return {};
  panicking = true;
  // What is missing at the end of a truncated file was reported already.
  if (truncated && at(TokenKind::Eof))
    return {};
  unsigned count = diagnostics.getErrorCount() - errorsAtStart;
  if (count >= limits.errors) {
    abortParsing();
    return {};
  }
  return diagnostics.report(code, range, "Syntax error: " + message);
}

DiagnosticHandle ParserImpl::errorHere(const llvm::Twine &expected, Diag code) {
  // The lexer has reported these.
  if (at(TokenKind::Error)) {
    panicking = true;
    return {};
  }
  // The end of the text is rarely worth showing; what stands before it is.
  SourceRange range =
      at(TokenKind::Eof) ? SourceRange(lastEnd) : tok().getRange();
  DiagnosticHandle diagnostic =
      error(code, range, "Expected " + expected + ", found " + describe(tok()));
  if (llvm::StringRef hint = findHabit(list.tokens, pos, code); !hint.empty())
    diagnostic.hint(hint);
  return diagnostic;
}

void ParserImpl::abortParsing() {
  aborted = true;
  pos = list.tokens.size() - 1;
}

/// Limits the length of chains of operators and accesses.
bool ParserImpl::checkChain(unsigned length) {
  if (length <= limits.chain)
    return true;
  error(Diag::ExpressionTooLong, tok().getRange(), "expression too long")
      .hint("at most " + llvm::Twine(limits.chain) +
            " operators in a row are supported");
  abortParsing();
  return false;
}

std::string ParserImpl::describe(const Token &token) const {
  if (token.is(TokenKind::Eof))
    return "end of input";
  if (token.text.size() > 30)
    return "'" + token.text.take_front(27).str() + "...'";
  return "'" + token.text.str() + "'";
}

/// Source text from the start of one token to the end of another.
llvm::StringRef ParserImpl::rawText(const Token &first,
                                    const Token &last) const {
  if (last.end < first.begin)
    return {};
  return sources.getText(SourceRange(first.begin, last.end));
}

/// Parses `e, e, ..` up to the closing bracket, which is consumed. A comma
/// may follow the last element.
bool ParserImpl::parseList(TokenKind close, const Token &open,
                           llvm::function_ref<void()> parseElement) {
  while (!failed() && !at(close) && !at(TokenKind::Eof)) {
    parseElement();
    if (failed() || !consume(TokenKind::Comma))
      break;
  }
  return expectClosing(close, open);
}

Name ParserImpl::takeName() {
  Token token = advance();
  return {context.intern(token.text), token.getRange()};
}

bool ParserImpl::expectName(Name &name, llvm::StringRef what) {
  if (!tok().isName()) {
    errorHere(what, Diag::ExpectedName);
    return false;
  }
  name = takeName();
  return true;
}

/// Expects a name that a declaration makes: no reserved word.
bool ParserImpl::expectNewName(Name &name, llvm::StringRef what) {
  if (!at(TokenKind::Identifier)) {
    DiagnosticHandle diagnostic = errorHere(what, Diag::ExpectedName);
    if (isKeyword(tok().kind) && !diagnostic.hasHint())
      diagnostic.hint("'" + tok().text + "' is a reserved word");
    return false;
  }
  name = takeName();
  return true;
}

Module *ruchy::parseModule(SourceManager &sources, FileID file,
                           ASTContext &context, DiagnosticEngine &diagnostics,
                           const ParserLimits &limits) {
  return ParserImpl(sources, file, context, diagnostics, limits).parseModule();
}
