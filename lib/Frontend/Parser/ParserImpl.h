//===- ParserImpl.h - The recursive descent parser --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LIB_FRONTEND_PARSER_PARSERIMPL_H
#define LIB_FRONTEND_PARSER_PARSERIMPL_H

#include "ParserTypes.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/SaveAndRestore.h"

namespace ruchy {

using namespace ast;

/// Parses one file. The methods are spread over one source file per area of
/// the grammar. After an error the parser unwinds to the nearest list of
/// statements, reporting nothing, and goes on there.
class ParserImpl {
public:
  ParserImpl(SourceManager &sources, FileID file, ASTContext &context,
             DiagnosticEngine &diagnostics, const ParserLimits &limits);

  Module *parseModule();

private:
  class DepthGuard;
  using NameList = llvm::SmallVector<Name, 4>;

  // Tokens and errors (Parser.cpp).
  const Token &tok(size_t ahead = 0) const;
  const Token &partnerOf(size_t ahead) const;
  Token advance();
  bool at(TokenKind kind) const { return tok().is(kind); }
  bool atWord(llvm::StringRef word) const { return tok().isWord(word); }
  bool consume(TokenKind kind);
  bool consumeWord(llvm::StringRef word);
  bool expect(TokenKind kind, llvm::StringRef context);
  bool expectClosing(TokenKind kind, const Token &open);
  DiagnosticHandle error(Diag code, SourceRange range,
                         const llvm::Twine &message);
  DiagnosticHandle errorHere(const llvm::Twine &expected,
                             Diag code = Diag::UnexpectedToken);
  void abortParsing();
  bool failed() const { return panicking || aborted; }
  bool checkChain(unsigned length);
  SourceLocation here() const { return tok().begin; }
  std::string describe(const Token &token) const;
  llvm::StringRef rawText(const Token &first, const Token &last) const;
  bool parseList(TokenKind close, const Token &open,
                 llvm::function_ref<void()> parseElement);
  Name takeName();
  bool expectName(Name &name, llvm::StringRef what);
  bool expectNewName(Name &name, llvm::StringRef what);
  template <typename T> T *make(SourceLocation begin) {
    return context.create<T>(SourceRange(begin, begin));
  }
  template <typename T> T *finish(T *node) {
    node->setEnd(lastEnd);
    return node;
  }
  Expr *errorExpr(SourceLocation begin) {
    return finish(make<ErrorExpr>(begin));
  }
  llvm::ArrayRef<Expr *> one(Expr *expr) {
    return context.copy<Expr *>(llvm::ArrayRef<Expr *>(expr));
  }

  // Statements (Statements.cpp).
  void parseStatements(llvm::SmallVectorImpl<Expr *> &statements, bool inBlock);
  Expr *parseStatement();
  void synchronize(size_t start, bool inBlock);
  BlockExpr *parseBlock();
  BlockExpr *parseBody();
  BlockExpr *wrapInBlock(Expr *expr);
  Expr *parseLet(bool inCondition);
  Expr *parseConst();
  Expr *parseReturn();
  Expr *parseBreak();
  Expr *parseContinue();
  Name parseJumpLabel();
  bool startsValueHere() const;
  Expr *parseThrow();
  Expr *parseAttributed();
  bool parseAttribute(llvm::SmallVectorImpl<Attribute> &attributes);
  Expr *parseVisibility();

  // Operators (Operators.cpp).
  Expr *parseExpr() { return parseBinary(PrecAssign); }
  Expr *parseBinary(int minimum);
  Expr *parseBinaryRest(Expr *lhs, int minimum);
  Expr *parseAssignment(Expr *lhs);
  Expr *parseTernary(Expr *condition);
  Expr *parseRange(Expr *lhs);
  Expr *parseIn(Expr *lhs);
  Expr *parseSend(Expr *lhs);
  Expr *parsePipeline(Expr *lhs);
  Expr *parseOperand();
  Expr *parsePrefix();
  Expr *parsePrefixOperator(UnaryOp op);
  Expr *parseReference();
  Expr *parseIncDecPrefix();
  bool continuesExpression() const;
  bool isTernaryAhead() const;
  bool canStartOperand(const Token &token) const;
  bool checkPlace(Expr *place, bool isCompound);

  // Postfix forms (Postfix.cpp).
  Expr *parsePostfix(Expr *expr, SourceLocation begin);
  Expr *parsePostfixOnce(Expr *expr, SourceLocation begin);
  Expr *parseCall(Expr *callee, SourceLocation begin);
  Expr *parseIndex(Expr *object, SourceLocation begin);
  Expr *parseMember(Expr *object, SourceLocation begin);
  bool canIndex(const Expr *object) const;
  llvm::ArrayRef<Argument> parseArguments(TokenKind close);
  Argument parseArgument();

  // Operands (Primary.cpp).
  Expr *parsePrimary();
  Expr *parseKeyword();
  Expr *parseWord();
  Expr *parseContextualItem();
  Expr *parseNameOrPath();
  Expr *parseAtom();
  Expr *parseOpenRange();
  Expr *parseAsync();
  Expr *parseLabelled(bool isQuoted);
  Expr *parseStructLiteral(llvm::ArrayRef<Name> path, SourceLocation begin);

  // Brackets (Brackets.cpp).
  Expr *parseParen();
  Expr *parseList();
  Expr *parseBrace();
  Expr *parseObject();
  ObjectEntry parseObjectEntry();
  Expr *parseBraceRest(const Token &open, Expr *first);
  Expr *parseEntriesAfterKey(const Token &open, Expr *key);
  bool isObjectStart(bool inBody) const;
  Expr *parseElement();
  Expr *parseComprehension(SourceLocation begin,
                           ComprehensionExpr::Result result, Expr *key,
                           Expr *value);

  // Lambdas (Lambdas.cpp).
  Expr *parsePipeLambda(bool isAsync);
  Expr *parseBackslashLambda();
  Expr *parseArrowLambda(bool isAsync);
  Expr *parseLambdaBody();
  Expr *parseAnonymousFunction(bool isAsync);
  Param parsePlainParam(bool inPipes);
  llvm::ArrayRef<Param> parseParams();
  Param parseParam();
  bool parseSelfParam(Param &param);

  // Control flow (Control.cpp).
  Expr *parseHead(bool letIsCondition);
  Expr *parseIf();
  Expr *parseMatch();
  bool parseMatchArm(llvm::SmallVectorImpl<MatchArm> &arms);
  void skipToNextArm(size_t start);
  Expr *parseArmBody();
  Expr *parseFor(Name label);
  Expr *parseWhile(Name label);
  Expr *parseLoop(Name label);
  Expr *parseTry();
  Expr *parseHandle();

  // Literals (Strings.cpp).
  bool isLiteral(TokenKind kind) const;
  Expr *parseLiteral(bool isNegative);
  Expr *parseNumber(bool isNegative);
  Expr *parseString();
  Expr *parseFString();
  bool addTextPart(size_t begin, size_t end,
                   llvm::SmallVectorImpl<InterpolationPart> &parts);
  InterpolationPart parseInterpolation(size_t begin, size_t end);
  size_t lexInterpolation(size_t begin, size_t end, TokenList &list);
  llvm::StringRef decodeText(llvm::StringRef text, SourceRange range);

  // Macros (Macros.cpp).
  Expr *parseMacroCall(Name name, SourceLocation begin);
  void parseMatchesMacro(MacroCallExpr *macro, const Token &open);
  Expr *parseMacroRules();

  // Functions and members (Functions.cpp, TypeItems.cpp, Members.cpp).
  Expr *parseFunctionExpr();
  FunctionItem *parseFunction(bool mayLackBody);
  void parseFunctionRest(FunctionItem *function, bool mayLackBody);
  void parseContracts(FunctionItem *function);
  void parseFunctionBody(FunctionItem *function, bool mayLackBody);
  llvm::ArrayRef<GenericParam> parseGenerics();
  void parseWhere();
  Expr *parseStruct();
  Expr *parseEnum();
  bool parseVariant(llvm::SmallVectorImpl<EnumVariant> &variants);
  llvm::ArrayRef<FieldDecl> parseTupleFields();
  Expr *parseImpl();
  Expr *parseTrait();
  llvm::ArrayRef<Expr *> parseTraitMembers();
  Expr *parseTypeAlias();
  Expr *parseClass();
  Expr *parseActor();
  Expr *parseEffect();
  Expr *parseExtend();
  void parseMembers(MemberLists &members, bool isClass);
  void parseMember(MemberLists &members, bool isClass);
  bool parseModifier(FunctionItem &flags, FieldDecl &field);
  void parseMethod(MemberLists &members, const FunctionItem &flags,
                   llvm::ArrayRef<Attribute> attributes, bool isClass);
  void parseConstructor(MemberLists &members, const FunctionItem &flags);
  void parseOperatorMethod(MemberLists &members, const FunctionItem &flags);
  void parseProperty(MemberLists &members, Visibility visibility);
  void parseField(MemberLists &members, FieldDecl field);
  void parseReceive(MemberLists &members);
  ReceiveHandler parseHandler();

  // Modules and imports (Modules.cpp).
  Expr *parseModuleItem();
  Expr *parseUse();
  void parseUseTree(llvm::SmallVectorImpl<llvm::StringRef> &prefix,
                    llvm::SmallVectorImpl<UseLeaf> &leaves);
  Expr *parseImport();
  Expr *parseFrom();
  Expr *parseExport();
  void parseImportedNames(llvm::ArrayRef<llvm::StringRef> prefix,
                          llvm::SmallVectorImpl<UseLeaf> &leaves);
  bool parseAlias(UseLeaf &leaf);
  bool isFromImport() const;

  // Patterns (Patterns.cpp).
  Pattern *parsePattern();
  Pattern *parseSinglePattern();
  Pattern *parseNamePattern();
  Pattern *parseBinding(SourceLocation begin, bool isMut);
  Pattern *parseRefPattern();
  Pattern *parseParenPattern();
  Pattern *parseListPattern();
  Pattern *parseObjectPattern();
  Pattern *parseRestOrOpenRange();
  Pattern *parseLiteralPattern();
  Pattern *parseRangePattern(Expr *begin, SourceLocation start);
  Expr *parseRangePatternEnd();
  bool canEndRangePattern() const;
  FieldPattern parseFieldPattern();
  Pattern *parseStructPattern(llvm::ArrayRef<Name> path, SourceLocation begin);

  // Types (Types.cpp).
  TypeExpr *parseType(bool allowOptional = true);
  TypeExpr *parseTypeCore(bool isCast);
  TypeExpr *parseCastType();
  TypeExpr *parseNamedType(bool isCast);
  TypeExpr *parseReferenceType(unsigned count);
  TypeExpr *parseParenType(bool isFunction);
  TypeExpr *parseArrayType();
  TypeExpr *parseFunctionType();
  TypeExpr *parseBounds();
  void parseTypeArgs(llvm::SmallVectorImpl<TypeExpr *> &args);
  bool expectGreater();

  SourceManager &sources;
  FileID file;
  ASTContext &context;
  DiagnosticEngine &diagnostics;
  ParserLimits limits;

  TokenList list;
  size_t pos = 0;
  SourceLocation lastEnd;
  ParseMode mode;
  unsigned depth = 0;
  size_t statementStart = 0;
  unsigned errorsAtStart = 0;
  /// Set by an error until a list of statements has recovered.
  bool panicking = false;
  /// Set when going on makes no sense: only Eof is seen from then on.
  bool aborted = false;
  /// The text ended in an open string or comment.
  bool truncated = false;
};

/// Counts a level of nesting; reports an error at the limit.
class ParserImpl::DepthGuard {
public:
  explicit DepthGuard(ParserImpl &parser);
  ~DepthGuard() { --parser.depth; }
  DepthGuard(const DepthGuard &) = delete;
  DepthGuard &operator=(const DepthGuard &) = delete;

private:
  ParserImpl &parser;
};

} // namespace ruchy

#endif // LIB_FRONTEND_PARSER_PARSERIMPL_H
