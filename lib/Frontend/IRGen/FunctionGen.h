//===- FunctionGen.h - Translation of a body to IR --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Private to IRGen: translates one function body.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_FRONTEND_IRGEN_FUNCTIONGEN_H
#define RUCHY_LIB_FRONTEND_IRGEN_FUNCTIONGEN_H

#include "BodyGen.h"
#include "Ruchy/Frontend/AST/Visitor.h"

namespace ruchy::irgen {

/// The error text of a call with \p count positional arguments; empty if the
/// function takes them.
std::string getArityMessage(const ast::FunctionItem *function, size_t count);

/// Translates one function body, or the top level.
class FunctionGen : public BodyGen,
                    public ast::Visitor<FunctionGen, mlir::Value> {
public:
  using Value = mlir::Value;
  using Location = mlir::Location;
  using Block = mlir::Block;
  using StringRef = llvm::StringRef;
  using Exprs = llvm::ArrayRef<ast::Expr *>;
  using Body = llvm::function_ref<void()>;
  using FlatSymbolRefAttr = mlir::FlatSymbolRefAttr;
  using Values = llvm::ArrayRef<mlir::Value>;
  using Arguments = llvm::ArrayRef<ast::Argument>;

  FunctionGen(ModuleGen &module, FuncOp func, const FunctionInfo *info);

  void emitFunction(ast::FunctionItem *item);
  void emitDefaultsFunction(ast::FunctionItem *item,
                            const llvm::BitVector &given);
  void emitTopLevel(bool callsMain);
  void emitLambda(ast::LambdaExpr *lambda);
  void emitBuiltinFunction(StringRef name);

  // Leaf expressions, called by the visitor.
  Value visitNode(ast::Node *node);
  Value visitNilLiteral(ast::NilLiteral *expr);
  Value visitBoolLiteral(ast::BoolLiteral *expr);
  Value visitIntLiteral(ast::IntLiteral *expr);
  Value visitFloatLiteral(ast::FloatLiteral *expr);
  Value visitStringLiteral(ast::StringLiteral *expr);
  Value visitInterpolationExpr(ast::InterpolationExpr *expr);
  Value visitNameExpr(ast::NameExpr *expr);
  Value visitPathExpr(ast::PathExpr *expr);
  Value visitArrayExpr(ast::ArrayExpr *expr);
  Value visitArrayRepeatExpr(ast::ArrayRepeatExpr *expr);
  Value visitUnaryExpr(ast::UnaryExpr *expr);
  Value visitRangeExpr(ast::RangeExpr *expr);
  Value visitAssignExpr(ast::AssignExpr *expr);
  Value visitMacroCallExpr(ast::MacroCallExpr *expr);
  Value visitTupleExpr(ast::TupleExpr *expr);
  Value visitObjectExpr(ast::ObjectExpr *expr);
  Value visitSetExpr(ast::SetExpr *expr);
  Value visitByteLiteral(ast::ByteLiteral *expr);
  Value visitAtomLiteral(ast::AtomLiteral *expr);
  Value visitComprehensionExpr(ast::ComprehensionExpr *expr);
  Value visitLambdaExpr(ast::LambdaExpr *expr);
  Value visitMatchExpr(ast::MatchExpr *expr);
  Value visitThrowExpr(ast::ThrowExpr *expr);
  Value visitTryExpr(ast::TryExpr *expr);
  Value visitBlockExpr(ast::BlockExpr *expr);
  Value visitIfExpr(ast::IfExpr *expr);
  Value visitForExpr(ast::ForExpr *expr);
  Value visitWhileExpr(ast::WhileExpr *expr);
  Value visitLoopExpr(ast::LoopExpr *expr);
  Value visitBreakExpr(ast::BreakExpr *expr);
  Value visitContinueExpr(ast::ContinueExpr *expr);
  Value visitReturnExpr(ast::ReturnExpr *expr);
  Value visitLetExpr(ast::LetExpr *expr);
  Value visitFunctionItem(ast::FunctionItem *item);
  Value visitItem(ast::Item *item);
  Value visitModuleItem(ast::ModuleItem *item);
  Value visitStructExpr(ast::StructExpr *expr);
  Value visitSpawnExpr(ast::SpawnExpr *expr);
  Value visitYieldExpr(ast::YieldExpr *expr);
  Value visitLazyExpr(ast::LazyExpr *expr);

protected:
  // Functions.cpp
  Value getSlot(const VarDecl *variable, Location loc);
  void emitReturn(Location loc, Value value);
  void bindParam(const ast::Param &param, Value value);
  void emitMainCall();

  // Values of expressions.
  Value emit(ast::Expr *expr);
  void emitInto(ast::Expr *expr, const Sink &sink);
  void emitDiscard(ast::Expr *expr) { emitInto(expr, Sink::discard()); }
  void deliver(Location loc, Value value, const Sink &sink);
  void emitCondition(ast::Expr *expr, Block *then, Block *otherwise);

  // Expressions.cpp
  Value emitImportedConstant(ast::NameExpr *expr, const NameRef &ref);
  Value emitSpineStart(Exprs spine, ast::Expr *leaf, size_t &next);
  Value emitPathStart(Exprs spine, ast::Expr *leaf, size_t &next);
  Value emitPathValue(ast::PathExpr *expr);
  Value emitSafe(Location loc, Value object,
                 llvm::function_ref<Value(Value)> read);
  Value emitLink(ast::Expr *node, Value child);
  Value emitIndex(ast::IndexExpr *expr, Value object);
  Value emitField(ast::FieldExpr *expr, Value object);
  Value emitSpread(ast::ArrayExpr *expr);
  void appendElements(ast::SpreadExpr *spread, Value slot);
  void emitStatements(Exprs statements, Location loc, const Sink &sink);

  // Operators.cpp
  Value emitRange(ast::RangeExpr *expr, Value begin);
  Value emitCast(ast::CastExpr *expr, Value operand);
  Value emitBinary(ast::BinaryExpr *expr, Value lhs);
  Value emitBinaryOp(Location loc, ast::BinaryOp op, Value lhs, Value rhs);
  Value emitPlainBinary(Location loc, ast::BinaryOp op, Value lhs, Value rhs);
  void emitShortCircuit(ast::BinaryExpr *expr, Value lhs, const Sink &sink);
  Value raiseAbout(Location loc, StringRef kind, StringRef before,
                   Value culprit, StringRef after = "");

  // Places.cpp
  Value readVariable(const ast::NameExpr *name);
  Value readVariable(const NameRef &ref, SourceRange range);
  bool isChecked(const NameRef &ref);
  Value takeVariable(const ast::NameExpr *name);
  void writeVariable(const VarDecl *variable, Location loc, Value value);
  const VarDecl *getVariable(const ast::NameExpr *name);
  bool isPlace(ast::Expr *expr);
  Value readRoot(const Place &place);
  Value takeRoot(const Place &place);
  void writeRoot(const Place &place, Location loc, Value value);
  Value readLevel(const Place &place, size_t level, Value value);
  void storePlace(const Place &place, Location loc, Value value);
  bool emitAccess(ast::Expr *access, Place &place);
  bool emitAlias(ast::LetExpr *expr, Value &value);
  bool emitPlace(ast::Expr *expr, Place &place);
  Value readPlace(const Place &place);
  void writePlace(const Place &place, Location loc, Value value);
  Value emitIncDec(ast::IncDecExpr *expr);
  Value emitCompound(ast::AssignExpr *expr);
  Location getPathLoc(const Place &place);

  // Calls.cpp
  bool emitArgs(Arguments args, llvm::SmallVectorImpl<Value> &values);
  Value emitArg(ast::Expr *value);
  Value emitNamedCall(ast::CallExpr *expr);
  Value emitPathCall(ast::CallExpr *expr);
  Value emitKnownCall(ast::CallExpr *expr, const CallBinding &binding);
  Value emitValueCall(ast::CallExpr *expr, Value callee);
  Value emitCallOf(Location loc, ast::FunctionItem *callee,
                   llvm::MutableArrayRef<Value> args);
  Value emitPipeline(ast::PipelineExpr *expr, Value value);
  Value emitPipelineCall(ast::NameExpr *stage,
                         llvm::SmallVectorImpl<Value> &args);

  // Builtins.cpp and Macros.cpp
  Value emitBuiltinCall(ast::NameExpr *callee, Arguments args);
  Value emitIntrinsic(StringRef name, Location loc, Arguments args);
  Value emitBuiltinOn(Location loc, SourceRange range, StringRef name,
                      Values args);
  Value emitPrintOf(StringRef name, Location loc, Values args);
  Value emitShared(StringRef name, Location loc, Arguments args, bool isMacro);
  Value emitPrint(StringRef name, Location loc, Arguments args, bool isMacro);
  Value emitPanic(StringRef name, Location loc, Arguments args, bool isMacro);
  Value emitAssert(Location loc, Arguments args, bool isMacro);
  Value emitAssertEq(Location loc, Arguments args, bool isMacro, bool negated);
  Value describeDifference(Location loc, Value expected, Value actual,
                           bool negated);
  void raiseAssertion(Location loc, Value message);
  Value emitDebug(Location loc, Arguments args);
  Value emitVec(ast::MacroCallExpr *expr);
  Value emitMatches(ast::MacroCallExpr *expr);
  Value emitWrite(ast::MacroCallExpr *expr);
  Value buildText(Location loc, Arguments args, bool isMacro);

  // Methods.cpp
  Value emitMethod(ast::MethodCallExpr *expr, Value receiver);
  Value emitPlaceMethod(ast::MethodCallExpr *expr);
  Value emitMethodAsFunction(Location loc, StringRef name, Values args);
  Value emitLibraryObjectCall(ast::MethodCallExpr *expr);
  Value emitLibraryCall(ast::CallExpr *expr, StringRef function);
  static bool isReadInto(ast::MethodCallExpr *expr);
  Value emitReadInto(ast::MethodCallExpr *expr, Value receiver);
  Value emitMethodOf(Location loc, StringRef name, Value receiver, Values args);
  Value emitSafeMethod(ast::MethodCallExpr *expr, Value receiver);
  Value emitMutation(ast::MethodCallExpr *expr, const Place &place,
                     Values args);
  bool isMutating(ast::MethodCallExpr *expr);
  StringRef getMethodName(ast::MethodCallExpr *expr);

  // Formatting.cpp
  void addLiteral(TextParts &parts, StringRef text);
  void addArgument(TextParts &parts, ast::Expr *expr);
  void addInterpolation(TextParts &parts, ast::InterpolationExpr *expr);
  void addValue(TextParts &parts, Value value, const FormatSpec &spec,
                bool interpolated, SourceRange range);
  bool collectText(Arguments args, bool isMacro, TextParts &parts,
                   llvm::SmallVectorImpl<Value> *computed);
  bool collectFormat(ast::StringLiteral *format, Arguments args, bool isMacro,
                     TextParts &parts);
  void addPlaceholder(TextParts &parts, const FormatPiece &piece,
                      StringRef source, const FormatArgs &args, size_t &next);
  Value readCapture(StringRef name, const FormatArgs &args);
  Value toText(Location loc, const TextPart &part);
  Value concat(Location loc, const TextParts &parts);
  void print(Location loc, Stream stream, const TextParts &parts);
  bool cannotBeString(ast::Expr *expr);

  // Patterns.cpp and Match.cpp
  friend class MatchGen;
  void declareVariable(const VarDecl *variable, Location loc, Value value);
  void bindIrrefutable(ast::Pattern *pattern, Value value, Location loc,
                       StringRef message);
  void emitPatternTest(ast::Pattern *pattern, Value value, Location loc,
                       Block *then, Block *otherwise);
  void emitLetCondition(ast::LetCondExpr *expr, Block *then, Block *otherwise);
  void emitMatch(ast::MatchExpr *expr, const Sink &sink);
  bool isEntryOfPlace(ast::Expr *expr);
  bool bindAlias(const VarDecl *variable, const Place &place);
  void assignTo(ast::Expr *target, Location loc, Value value);

  // Closures.cpp
  Value makeClosure(Location loc, const ast::Node *function,
                    FlatSymbolRefAttr symbol);
  Value makeFunctionValue(Location loc, ast::FunctionItem *item);
  std::optional<Value> emitLambdaCall(ast::CallExpr *expr, const NameRef &ref);
  Value makeBuiltinValue(ast::NameExpr *name);
  Value emitRecursiveLambda(ast::LambdaExpr *lambda, const VarDecl *variable);
  bool isCaptured(const VarDecl *variable);
  Value getCapture(const VarDecl *variable, Location loc);
  Value getCell(const VarDecl *variable, Location loc);
  void declareCell(const VarDecl *variable, Location loc, Value value);
  Value readCell(const VarDecl *variable, Location loc);
  Value takeCell(const VarDecl *variable, Location loc);
  void writeCell(const VarDecl *variable, Location loc, Value value);
  Value readBoundVariable(const VarDecl *variable, Location loc);
  void markUnset(const VarDecl *variable, Location loc);
  void defineFunctions(Exprs statements);
  void defineFunction(ast::FunctionItem *item);

  // Collections.cpp
  Value makeAtom(Location loc, StringRef name);
  void emitForEach(ast::Expr *iterable, ast::Pattern *pattern, Body body);
  void emitForEachOf(Value source, Location loc, bool keys,
                     llvm::function_ref<void(Value)> body);
  bool emitForEachPlace(ast::Expr *iterable, ast::Pattern *pattern, Body body);
  void emitClauses(ast::ComprehensionExpr *expr, size_t index, Body body);

  // Try.cpp
  void emitTry(ast::TryExpr *expr, const Sink &sink);
  Value emitTryOp(ast::TryOpExpr *expr, Value operand);
  void emitFailure(Location loc, Value error);
  void emitPendingFinally(size_t depth);
  void emitCatch(ast::TryExpr *expr, Block *handler, const Sink &sink);
  Value emitPayload(Location loc, Value value);
  void makeChecked(Block *first, Block *handler, size_t depth = 0);

  // Members.cpp and MethodBodies.cpp
  friend class ObjectGen;
  const TypeInfo *getPathType(const PathRef &ref);
  void emitStatics();
  void addInOut(int64_t position, const ast::Node *node);
  void addInOuts(llvm::ArrayRef<ast::Param> params, unsigned offset);
  void readInOuts(Location loc, llvm::SmallVectorImpl<Value> &values);
  void finishBody();
  Value emitForwarded(Location loc, FlatSymbolRefAttr symbol, Values values,
                      const llvm::BitVector &isGiven);
  Value emitPlainOperator(Location loc, StringRef op, Values operands);

  // Control.cpp and Loops.cpp
  void emitIf(ast::IfExpr *expr, const Sink &sink);
  void emitBlock(ast::BlockExpr *expr, const Sink &sink);
  void emitLoop(ast::LoopExpr *expr, const Sink &sink);

  /// The method that is translated, for `Self` and `super`.
  const MethodInfo *method = nullptr;
  llvm::SmallVector<InOutVariable, 2> inOuts;
  /// `let r = &mut PLACE`.
  llvm::DenseMap<const VarDecl *, Place> aliases;
  llvm::DenseMap<const VarDecl *, Value> slots;
  llvm::DenseSet<const VarDecl *> markedUnset;
  llvm::DenseMap<const ast::Expr *, JumpTarget> targets;
  llvm::SmallVector<PendingFinally> finallyStack;
  size_t tryDepth = 0;
  /// Blocks of a `finally` that a jump runs, with the number of `try` around
  /// them: errors in them leave the inner ones.
  llvm::DenseMap<Block *, size_t> finallyBlocks;
};

} // namespace ruchy::irgen

#endif // RUCHY_LIB_FRONTEND_IRGEN_FUNCTIONGEN_H
